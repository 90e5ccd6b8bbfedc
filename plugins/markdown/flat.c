/* SPDX-License-Identifier: MIT
 * Lines of a paragraph are joined as CSS joins them: with a space, but between Han, kana
 * and their marks with nothing. */
#include "plugins/markdown/flat.h"

#include <galley/buffer.h>
#include <galley/text.h>

#include "plugins/markdown/html.h"

typedef struct flattening {
    markdown_reading *read;
    markdown_flat out;
    galley_buffer text;
    GALLEY_VECTOR(galley_mark) marks;
    size_t open[GALLEY_MARK_DEPTH], depth; /* marks that have no end yet; depth may go beyond */
    bool due;                              /* a line has ended */
} flattening;

static void join(flattening *flat, galley_slice next)
{
    galley_slice text = galley_buffer_slice(&flat->text);
    uint32_t before = galley_text_last(text), after = galley_text_first(next);
    bool space = flat->due && text.length && !(galley_code_joins(before) && galley_code_joins(after));
    flat->due = false;
    if (!space)
        return;
    galley_buffer_byte(&flat->text, ' ');
    for (size_t i = 0; i < flat->depth && i < GALLEY_MARK_DEPTH; i++) { /* the space is not theirs */
        galley_mark *mark = flat->open[i] < flat->marks.count ? &flat->marks.items[flat->open[i]] : NULL;
        if (mark && mark->from == text.length)
            mark->from++;
    }
}

static void open_mark(flattening *flat, cmark_node *node)
{
    static const galley_mark_type types[CMARK_NODE_LAST_INLINE + 1] = {
        [CMARK_NODE_EMPH] = GALLEY_EMPHASIS, [CMARK_NODE_STRONG] = GALLEY_STRONG, [CMARK_NODE_LINK] = GALLEY_LINK
    };
    if (flat->depth++ >= GALLEY_MARK_DEPTH)
        return;
    galley_mark *mark = galley_push(flat->read->issue->arena, &flat->marks);
    flat->open[flat->depth - 1] = flat->marks.count - 1;
    if (!mark)
        return;
    *mark = (galley_mark){ .from = (uint32_t)flat->text.length, .type = types[cmark_node_get_type(node)] };
    if (mark->type == GALLEY_LINK)
        mark->value = galley_arena_copy(flat->read->issue->arena, galley_slice_of(cmark_node_get_url(node)));
}

static void close_mark(flattening *flat)
{
    if (flat->depth-- > GALLEY_MARK_DEPTH)
        return;
    size_t index = flat->open[flat->depth];
    if (index < flat->marks.count)
        flat->marks.items[index].to = (uint32_t)flat->text.length;
}

static void visit(void *state, markdown_event event, cmark_node *node, galley_slice text)
{
    flattening *flat = state;
    bool breaks = event == MARKDOWN_HTML && html_tag_is(text, 0, "br", false);
    if (event == MARKDOWN_SAYS) {
        join(flat, text);
        galley_buffer_add(&flat->text, text);
    } else if (event == MARKDOWN_SOFT || event == MARKDOWN_HARD || breaks) {
        flat->due = true;
    } else if (event == MARKDOWN_IMAGE) {
        flat->out.image = flat->out.image ? flat->out.image : node;
    } else if (event == MARKDOWN_OPENS) {
        open_mark(flat, node);
    } else if (event == MARKDOWN_CLOSES) {
        close_mark(flat);
    }
}

/* Marks around nothing go. */
static void keep_marks(flattening *flat)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < flat->marks.count; i++)
        if (flat->marks.items[i].from < flat->marks.items[i].to)
            flat->marks.items[kept++] = flat->marks.items[i];
    flat->out.text.marks = flat->marks.items;
    flat->out.text.mark_count = kept;
}

static cmark_node_type around(cmark_node *block)
{
    cmark_node *only = cmark_node_first_child(block);
    cmark_node_type type = only && !cmark_node_next(only) ? cmark_node_get_type(only) : CMARK_NODE_NONE;
    return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ? type : CMARK_NODE_NONE;
}

markdown_flat markdown_flatten(markdown_reading *read, cmark_node *block)
{
    flattening flat = { .read = read, .out.around = around(block) };
    markdown_walk(block, visit, &flat);
    flat.out.text.text = galley_buffer_copy(&flat.text, read->issue->arena);
    galley_buffer_drop(&flat.text);
    keep_marks(&flat);
    return flat.out;
}
