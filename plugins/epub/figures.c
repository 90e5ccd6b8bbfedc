/* SPDX-License-Identifier: MIT
 * Pictures, and the figures that they stand in.  A caption goes with the first picture of its
 * figure, wherever it stands; without one it is a paragraph. */
#include "plugins/epub/elements.h"
#include "plugins/epub/pictures.h"

void epub_read_picture(epub_flow *flow, const epub_node *node)
{
    galley_slice fragment, link = epub_value_of(node, epub_has(node, "src") ? "src" : "href");
    galley_slice path = epub_package_resolve(flow->book, flow->path, link, &fragment);
    galley_slice name = galley_arena_copy(flow->issue->arena, path);
    const galley_image *image = epub_picture_take(flow->book, flow->issue, flow->path, node, name);
    if (!image)
        return;
    galley_block block = { .type = GALLEY_FIGURE, .image = image->name, .text = flow->caption, .confidence = 1 };
    flow->caption = (galley_text){ 0 };
    flow->block(flow->state, &block);
}

static bool has_picture(const epub_node *node)
{
    return epub_within(node, "img") || epub_within(node, "image");
}

void epub_read_figure(epub_flow *flow, const epub_node *node)
{
    const epub_node *caption = epub_within(node, "figcaption");
    epub_flow_cut(flow);
    if (caption && has_picture(node) && !flow->hold && !flow->is_furniture)
        flow->caption = epub_flow_hold(flow, caption);
    epub_flow_walk(flow, node);
    epub_flow_cut(flow);
    epub_flow_give(flow, flow->caption); /* no picture could be had */
    flow->caption = (galley_text){ 0 };
}

void epub_read_caption(epub_flow *flow, const epub_node *node)
{
    const epub_node *figure = node->parent;
    while (figure && !epub_is(figure, "figure"))
        figure = figure->parent;
    bool taken = figure && epub_within(figure, "figcaption") == node && has_picture(figure);
    if (!taken || flow->hold || flow->is_furniture)
        epub_read_block(flow, node);
}
