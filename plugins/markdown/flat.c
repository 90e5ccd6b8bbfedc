/* SPDX-License-Identifier: MIT
 * Lines of a paragraph are joined as CSS joins them: with a space, but between Han, kana
 * and their marks with nothing. */
#include "plugins/markdown/flat.h"

#include <galley/buffer.h>
#include <galley/text.h>

#include "plugins/markdown/html.h"
#include "plugins/markdown/marks.h"

typedef struct flattening {
    markdown_reading *read;
    markdown_flat out;
    galley_buffer text;
    markdown_unmarking marks;
    bool due; /* a line has ended */
} flattening;

/* Begins the next line; its space belongs to no mark that begins there. */
static void join(flattening *flat, galley_slice next)
{
    galley_slice text = galley_buffer_slice(&flat->text);
    uint32_t before = galley_text_last(text), after = galley_text_first(next);
    bool space = flat->due && text.length && !(galley_code_joins(before) && galley_code_joins(after));
    flat->due = false;
    if (!space)
        return;
    galley_buffer_byte(&flat->text, ' ');
    for (size_t i = 0; i < flat->marks.depth; i++) {
        galley_mark *mark = &flat->marks.marks.items[flat->marks.open[i]];
        mark->from += mark->from == text.length;
    }
}

static void open_node(flattening *flat, cmark_node *node)
{
    static const galley_mark_type types[CMARK_NODE_LAST_INLINE + 1] = {
        [CMARK_NODE_EMPH] = GALLEY_EMPHASIS, [CMARK_NODE_STRONG] = GALLEY_STRONG, [CMARK_NODE_LINK] = GALLEY_LINK
    };
    galley_mark_type type = types[cmark_node_get_type(node)];
    galley_slice url = galley_slice_of(type == GALLEY_LINK ? cmark_node_get_url(node) : "");
    markdown_unmark_begin(&flat->marks, type, galley_arena_copy(flat->read->issue->arena, url), flat->text.length);
}

static void visit(void *state, markdown_event event, cmark_node *node, galley_slice text)
{
    flattening *flat = state;
    bool breaks = event == MARKDOWN_HTML && html_tag_is(text, 0, "br", false);
    if (event == MARKDOWN_SAYS && flat->marks.reading) {
        markdown_unmark_reading(&flat->marks, text);
    } else if (event == MARKDOWN_SAYS) {
        join(flat, text);
        galley_buffer_add(&flat->text, text);
    } else if (event == MARKDOWN_SOFT || event == MARKDOWN_HARD || breaks) {
        flat->due = true;
    } else if (event == MARKDOWN_HTML) {
        markdown_unmark(&flat->marks, text, flat->text.length);
    } else if (event == MARKDOWN_IMAGE) {
        flat->out.image = flat->out.image ? flat->out.image : node;
    } else if (event == MARKDOWN_OPENS) {
        open_node(flat, node);
    } else if (event == MARKDOWN_CLOSES) {
        markdown_unmark_close(&flat->marks, flat->text.length);
    }
}

static cmark_node_type around(cmark_node *block)
{
    cmark_node *only = cmark_node_first_child(block);
    cmark_node_type type = only && !cmark_node_next(only) ? cmark_node_get_type(only) : CMARK_NODE_NONE;
    return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ? type : CMARK_NODE_NONE;
}

markdown_flat markdown_flatten(markdown_reading *read, cmark_node *block)
{
    flattening flat = { .read = read, .out.around = around(block), .marks.arena = read->issue->arena };
    markdown_walk(block, visit, &flat);
    flat.out.text.text = galley_buffer_copy(&flat.text, read->issue->arena);
    markdown_unmark_end(&flat.marks, flat.text.length);
    markdown_unmark_part(&flat.marks, 0, flat.text.length, &flat.out.text);
    galley_buffer_drop(&flat.text);
    return flat.out;
}
