/* SPDX-License-Identifier: MIT
 * The facts of a stranger's document, which grow as its words are heard: what is heard between
 * two line beginnings is a line, a page break that counts is a page, form work is furniture. */
#include "plugins/tei/others.h"

static void begin_page(tei_others *others, galley_slice number, bool given)
{
    galley_page *page = galley_issue_add_page(others->issue, galley_slice_of(""));
    if (number.length)
        page->number = tei_keep(others->read, number);
    page->number_given = given;
    page->line_base = galley_track_page(&others->track, page->source);
    others->page = (uint32_t)others->issue->pages.count - 1;
    others->zone_due = true;
}

static void need_zone(tei_others *others)
{
    if (others->page == GALLEY_NONE) {
        begin_page(others, (galley_slice){ 0 }, false);
        others->unmarked = true;
    }
    if (!others->zone_due)
        return;
    galley_issue_add_zone(others->issue);
    galley_track_zone(&others->track);
    others->zone_due = false;
}

/* What was heard since the line began is a line, unless it is blank. */
void others_end_line(tei_others *others)
{
    galley_slice heard = galley_slice_trim(galley_buffer_slice(&others->line));
    if (heard.length) {
        need_zone(others);
        galley_line line = galley_track_line(&others->track, galley_track_blank(&others->track));
        line.text = tei_keep(others->read, heard);
        galley_track_take(&others->track, &line);
        galley_line *made = galley_issue_add_line(others->issue, line.text, line.id, line.number);
        made->blank_before = line.blank_before;
        made->offset = line.offset;
    }
    galley_buffer_clear(&others->line);
}

/* Characters of the line that is being heard, as a span: its index is the next line's. */
void others_take_span(tei_others *others, others_draft *draft, size_t from, bool fresh)
{
    uint32_t line = (uint32_t)others->issue->lines.count;
    galley_span *last = draft->spans.count ? &draft->spans.items[draft->spans.count - 1] : NULL;
    if (!fresh && last && last->line == line) {
        last->to = (uint32_t)others->line.length;
        return;
    }
    galley_span *span = galley_push(others->read->scratch, &draft->spans);
    if (span)
        *span = (galley_span){ line, (uint32_t)from, (uint32_t)others->line.length };
}

/* [12] is a number that somebody counted.  Words before the break of page 1 stand on it. */
void others_turn(tei_others *others, const tei_node *node)
{
    galley_slice number = galley_slice_trim(tei_value(node, "n"));
    bool counted = number.length > 2 && number.text[0] == '[' && number.text[number.length - 1] == ']';
    if (others->prints && !galley_slice_is(tei_value(node, "ed"), "print"))
        return;
    galley_page *first = others->unmarked ? &others->issue->pages.items[0] : NULL;
    others->unmarked = false;
    if (first && galley_slice_is(number, "1")) {
        first->number_given = true;
        return;
    }
    begin_page(others, counted ? galley_slice_part(number, 1, number.length - 1) : number, number.length && !counted);
}

/* ---- Furniture ----------------------------------------------------------------------------------- */

void others_add_piece(tei_others *others, galley_furniture_kind kind, galley_slice words, galley_span where)
{
    galley_span *span = galley_arena_alloc(others->issue->arena, sizeof *span);
    if (!span)
        return;
    *span = where;
    galley_issue_add_furniture(others->issue, kind,
                               (galley_text){ .text = tei_keep(others->read, words), .spans = span, .span_count = 1 });
}

static galley_furniture_kind kind_of(const tei_node *node)
{
    static const struct {
        const char *type;
        galley_furniture_kind kind;
    } rows[] = { { "pageNum", GALLEY_FOLIO }, { "pageNumber", GALLEY_FOLIO },  { "header", GALLEY_FOLIO },
                 { "footer", GALLEY_FOLIO },  { "page-header", GALLEY_FOLIO }, { "head", GALLEY_FOLIO } };
    galley_slice type = tei_value(node, "type");
    galley_furniture_kind kind = GALLEY_OTHER;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(type, rows[i].type))
            return rows[i].kind;
    return galley_furniture_parse(type, &kind) ? kind : GALLEY_OTHER;
}

void others_form_work(tei_others *others, const tei_node *node)
{
    others_end_line(others);
    galley_text text = others_text(others, node);
    if (text.text.length)
        galley_issue_add_furniture(others->issue, kind_of(node), text);
    others->zone_due = true;
}
