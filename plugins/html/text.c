/* SPDX-License-Identifier: MIT
 * A text with what is said of its parts.  Marks nest, so one walk with a stack opens and
 * closes their elements; between them stands a sign where the print turned the page. */
#include <galley/text.h>

#include "plugins/html/sheet.h"

typedef struct flow {
    html_sheet *sheet;
    const galley_text *text;
    size_t at;                                  /* the byte that comes next */
    uint32_t next;                              /* the mark that comes next */
    const galley_mark *open[GALLEY_MARK_DEPTH]; /* the marks that are open */
    const char *element[GALLEY_MARK_DEPTH];     /* of each; NULL: it is not written */
    size_t depth;
    galley_run run;
    size_t turn; /* where the text stands on another page; SIZE_MAX: nowhere any more */
    uint32_t turn_page;
} flow;

/* ---- Pages ------------------------------------------------------------------ */

static uint32_t page_of(const html_sheet *sheet, const galley_span *span)
{
    const galley_issue *issue = sheet->issue;
    if (span->line >= issue->lines.count)
        return sheet->page;
    return issue->zones.items[issue->lines.items[span->line].zone].page;
}

static bool turns(const html_sheet *sheet, const galley_text *text)
{
    for (uint32_t i = 0; i < text->span_count; i++)
        if (page_of(sheet, &text->spans[i]) != sheet->page)
            return true;
    return false;
}

static void find_turn(flow *in)
{
    while (galley_run_next(&in->run)) {
        in->turn_page = page_of(in->sheet, in->run.span);
        in->turn = (size_t)(in->run.piece.text - in->text->text.text);
        if (in->turn_page != in->sheet->page)
            return;
    }
    in->turn = SIZE_MAX;
}

static void put_turn(flow *in)
{
    html_sheet *sheet = in->sheet;
    sheet->page = in->turn_page;
    html_begin(sheet, "span", "turn");
    galley_html_put(&sheet->html, "[");
    galley_html_text(&sheet->html, html_page_number(sheet, &sheet->issue->pages.items[in->turn_page]));
    galley_html_put(&sheet->html, "]");
    galley_html_close(&sheet->html, "span");
    find_turn(in);
}

/* ---- Marks ------------------------------------------------------------------ */

static bool is_open(const flow *in, const char *element)
{
    for (size_t i = 0; i < in->depth; i++)
        if (in->element[i] && strcmp(in->element[i], element) == 0)
            return true;
    return false;
}

/* Each opens its element and says which; NULL where it cannot be said here. */
static const char *open_language(flow *in, const galley_mark *mark)
{
    if (!html_is_language(mark->value))
        return NULL;
    html_begin(in->sheet, "span", NULL);
    galley_html_attribute(&in->sheet->html, "lang", mark->value);
    if (galley_right_to_left(mark->value) != galley_right_to_left(in->sheet->language))
        galley_html_set(&in->sheet->html, "dir", galley_right_to_left(mark->value) ? "rtl" : "ltr");
    return "span";
}

static const char *open_emphasis(flow *in, const galley_mark *mark)
{
    (void)mark;
    html_begin(in->sheet, "em", NULL);
    return "em";
}

static const char *open_strong(flow *in, const galley_mark *mark)
{
    (void)mark;
    html_begin(in->sheet, "strong", NULL);
    return "strong";
}

static const char *open_link(flow *in, const galley_mark *mark)
{
    galley_slice address = html_address(in->sheet->arena, mark->value);
    if (!address.length || is_open(in, "a")) {
        in->sheet->lost_links++;
        return NULL;
    }
    html_begin(in->sheet, "a", NULL);
    galley_html_attribute(&in->sheet->html, "href", address);
    return "a";
}

/* A ruby holds no other one. */
static const char *open_ruby(flow *in, const galley_mark *mark)
{
    (void)mark;
    if (is_open(in, "ruby"))
        return NULL;
    html_begin(in->sheet, "ruby", NULL);
    return "ruby";
}

static const char *open_unclear(flow *in, const galley_mark *mark)
{
    html_begin(in->sheet, "span", "unclear");
    if (mark->value.length)
        galley_html_attribute(&in->sheet->html, "title", mark->value);
    return "span";
}

static void open_mark(flow *in)
{
    static const char *(*const kinds[GALLEY_MARK_COUNT])(flow *, const galley_mark *) = {
        [GALLEY_LANGUAGE] = open_language, [GALLEY_EMPHASIS] = open_emphasis, [GALLEY_STRONG] = open_strong,
        [GALLEY_LINK] = open_link,         [GALLEY_RUBY] = open_ruby,         [GALLEY_UNCLEAR] = open_unclear,
    };
    const galley_mark *mark = &in->text->marks[in->next++];
    if (in->depth == GALLEY_MARK_DEPTH || mark->type >= GALLEY_MARK_COUNT)
        return;
    in->open[in->depth] = mark;
    in->element[in->depth] = kinds[mark->type](in, mark);
    in->depth++;
}

/* The reading of a ruby stands behind its word, in parentheses where it cannot stand above it. */
static void put_reading(html_sheet *sheet, galley_slice reading, bool above)
{
    galley_html_raw(&sheet->html, above ? "<rp>(</rp><rt>" : "(");
    galley_html_text(&sheet->html, reading);
    galley_html_raw(&sheet->html, above ? "</rt><rp>)</rp>" : ")");
}

static void close_mark(flow *in)
{
    in->depth--;
    if (in->open[in->depth]->type == GALLEY_RUBY)
        put_reading(in->sheet, in->open[in->depth]->value, in->element[in->depth] != NULL);
    if (in->element[in->depth])
        galley_html_close(&in->sheet->html, in->element[in->depth]);
}

/* ---- The walk --------------------------------------------------------------- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The next byte at which something opens, closes or turns. */
static size_t next_stop(const flow *in)
{
    size_t stop = least(in->text->text.length, in->turn);
    if (in->next < in->text->mark_count)
        stop = least(stop, in->text->marks[in->next].from);
    if (in->depth)
        stop = least(stop, in->open[in->depth - 1]->to);
    return stop;
}

void html_put_text(html_sheet *sheet, const galley_text *text)
{
    flow in = { .sheet = sheet, .text = text, .turn = SIZE_MAX };
    if (turns(sheet, text)) {
        in.run = galley_text_runs(sheet->issue, text);
        find_turn(&in);
    }
    for (;;) {
        size_t stop = next_stop(&in);
        if (stop > in.at)
            galley_html_text(&sheet->html, galley_slice_part(text->text, in.at, stop));
        in.at = stop > in.at ? stop : in.at;
        while (in.depth && in.open[in.depth - 1]->to <= in.at)
            close_mark(&in);
        if (in.turn <= in.at)
            put_turn(&in);
        while (in.next < text->mark_count && text->marks[in.next].from <= in.at)
            open_mark(&in);
        if (in.at >= text->text.length)
            break;
    }
    while (in.depth)
        close_mark(&in);
}
