/* SPDX-License-Identifier: MIT
 * Emphasis is known by its marks or by the HTML that the writer puts where marks would
 * not be seen.  One space before it, and one before a comment, are the writer's. */
#include "plugins/markdown/pieces.h"

#include <galley/buffer.h>

#include "plugins/markdown/html.h"
#include "plugins/markdown/marks.h"

typedef struct cutting {
    markdown_reading *read;
    markdown_pieces out;
    galley_buffer text;
    size_t depth;                  /* of emphasis */
    size_t from, to;               /* the last emphasis */
    markdown_unmarking marks, all; /* of HTML; of Markdown as well */
} cutting;

static galley_text part_of(const markdown_unmarking *marks, galley_slice whole, size_t from, size_t to)
{
    galley_text part = { .text = galley_slice_part(whole, from, to) };
    markdown_unmark_part(marks, from, to, &part);
    return part;
}

static void finish(cutting *cut)
{
    galley_arena *arena = cut->read->issue->arena;
    galley_slice whole = galley_buffer_copy(&cut->text, arena);
    bool tail = cut->to > cut->from && cut->to == whole.length;
    size_t end = tail ? cut->from : whole.length;
    markdown_unmark_end(&cut->marks, whole.length);
    markdown_unmark_end(&cut->all, whole.length);
    markdown_piece piece = { .whole = part_of(&cut->marks, whole, 0, whole.length),
                             .full = part_of(&cut->all, whole, 0, whole.length),
                             .tail = part_of(&cut->marks, whole, end, whole.length) };
    end -= tail && end > 0 && whole.text[end - 1] == ' ';
    piece.text = part_of(&cut->marks, whole, 0, end);
    galley_buffer_clear(&cut->text);
    cut->from = cut->to = 0;
    cut->marks = cut->all = (markdown_unmarking){ .arena = arena };
    markdown_piece *kept = whole.length ? galley_push(arena, &cut->out.items) : NULL;
    if (kept)
        *kept = piece;
}

static void begin_emphasis(cutting *cut)
{
    if (cut->depth++ == 0)
        cut->from = cut->to = cut->text.length;
}

static void end_emphasis(cutting *cut)
{
    if (cut->depth > 0 && --cut->depth == 0)
        cut->to = cut->text.length;
}

static void take_comment(cutting *cut, galley_slice html)
{
    cut->out.comment = galley_arena_copy(cut->read->scratch, html);
    if (cut->text.length && cut->text.bytes[cut->text.length - 1] == ' ')
        cut->text.length--;
}

static void take_html(cutting *cut, galley_slice html)
{
    static const char *const marks[] = { "em", "strong" };
    markdown_unmark(&cut->marks, html, cut->text.length);
    markdown_unmark(&cut->all, html, cut->text.length);
    if (galley_slice_starts(html, galley_slice_of("<!--")))
        take_comment(cut, html);
    for (size_t i = 0; i < 2; i++) {
        if (html_tag_is(html, 0, marks[i], false))
            begin_emphasis(cut);
        else if (html_tag_is(html, 0, marks[i], true))
            end_emphasis(cut);
    }
}

static void take_words(cutting *cut, galley_slice text)
{
    if (!cut->marks.reading) {
        galley_buffer_add(&cut->text, text);
        return;
    }
    markdown_unmark_reading(&cut->marks, text);
    markdown_unmark_reading(&cut->all, text);
}

static void open_node(cutting *cut, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    bool link = type == CMARK_NODE_LINK;
    galley_slice url = galley_slice_of(link ? cmark_node_get_url(node) : "");
    galley_mark_type mark = link ? GALLEY_LINK : type == CMARK_NODE_STRONG ? GALLEY_STRONG : GALLEY_EMPHASIS;
    markdown_unmark_begin(&cut->all, mark, galley_arena_copy(cut->read->issue->arena, url), cut->text.length);
    if (!link)
        begin_emphasis(cut);
}

static void close_node(cutting *cut, cmark_node *node)
{
    markdown_unmark_close(&cut->all, cut->text.length);
    if (cmark_node_get_type(node) != CMARK_NODE_LINK)
        end_emphasis(cut);
}

static void visit(void *state, markdown_event event, cmark_node *node, galley_slice text)
{
    cutting *cut = state;
    if (event == MARKDOWN_SAYS)
        take_words(cut, text);
    else if (event == MARKDOWN_SOFT)
        galley_buffer_byte(&cut->text, ' ');
    else if (event == MARKDOWN_HARD)
        finish(cut);
    else if (event == MARKDOWN_HTML)
        take_html(cut, text);
    else if (event == MARKDOWN_IMAGE && !cut->out.image)
        cut->out.image = node;
    else if (event == MARKDOWN_OPENS)
        open_node(cut, node);
    else if (event == MARKDOWN_CLOSES)
        close_node(cut, node);
}

markdown_pieces markdown_take_pieces(markdown_reading *read, cmark_node *paragraph)
{
    cutting cut = { .read = read, .marks.arena = read->issue->arena, .all.arena = read->issue->arena };
    markdown_walk(paragraph, visit, &cut);
    finish(&cut);
    galley_buffer_drop(&cut.text);
    return cut.out;
}
