/* SPDX-License-Identifier: MIT
 * Texts with their lines: a <lb/> where a line of the source begins, <cb/> before it
 * where the text goes on in another block and <pb/> where it turns the page; break="no"
 * on all of them where what stands before goes on without a space, type="part" where
 * the text begins inside the line because something else shares it.  Where such a line is
 * in the facsimile, rend="from(7)" says behind how many of its characters. */
#include <galley/text.h>

#include "plugins/tei/writer.h"

/* Where the writing of a text is. */
typedef struct place {
    uint32_t line, zone; /* GALLEY_NONE: at its beginning */
    uint32_t to;         /* the byte of the line behind what was written of it */
    bool runs_on;
    tei_marks marks;
} place;

static bool stands_between(const galley_issue *issue, uint32_t line, uint32_t from, uint32_t to)
{
    return galley_slice_trim(galley_slice_part(issue->lines.items[line].text, from, to)).length > 0;
}

/* The characters of the line before what a span holds, or before its end. */
static size_t count_before(const struct tei *tei, const galley_span *span, bool end)
{
    galley_slice line = tei->issue->lines.items[span->line].text, words = galley_slice_part(line, span->from, span->to);
    galley_slice held = galley_slice_trim(words);
    if (!held.length)
        held = words;
    return line.length ? galley_text_length(galley_slice_range(line.text, end ? galley_slice_end(held) : held.text))
                       : 0;
}

size_t tei_span_from(const struct tei *tei, const galley_span *span)
{
    return count_before(tei, span, false);
}

size_t tei_span_to(const struct tei *tei, const galley_span *span)
{
    return count_before(tei, span, true);
}

static void end_break(struct tei *tei, bool runs_on)
{
    if (runs_on)
        galley_xml_set(&tei->xml, "break", "no");
    galley_xml_end(&tei->xml);
}

static void write_block_break(struct tei *tei, const place *at, uint32_t zone)
{
    if (at->zone == GALLEY_NONE || at->zone == zone)
        return;
    galley_xml_start(&tei->xml, "cb");
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#z%u", zone + 1);
    end_break(tei, at->runs_on);
}

static void write_line_beginning(struct tei *tei, const galley_span *span, bool runs_on)
{
    uint32_t id = tei->line_ids[span->line];
    if (!tei->lines)
        return;
    galley_xml_start(&tei->xml, "lb");
    galley_xml_print(&tei->xml, "n", "%u", id);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#l%u", id);
    if (stands_between(tei->issue, span->line, 0, span->from)) {
        galley_xml_set(&tei->xml, "type", "part");
        if (tei->facsimile && tei_raw_is_due(&tei->raw, span->line))
            galley_xml_print(&tei->xml, "rend", "from(%zu)", tei_span_from(tei, span));
    }
    end_break(tei, runs_on);
    tei_raw_line(&tei->raw, span->line, span->from);
}

/* Whether the line goes on where the text left it, with nothing of others in between. */
static bool goes_on(const struct tei *tei, const place *at, const galley_span *span)
{
    return span->line == at->line && span->from >= at->to &&
           !stands_between(tei->issue, span->line, at->to, span->from);
}

/* All that begins where a span begins, the larger one first. */
static void write_breaks(struct tei *tei, place *at, const galley_span *span)
{
    uint32_t zone = tei->issue->lines.items[span->line].zone;
    tei_write_page_break(tei, tei->issue->zones.items[zone].page, at->runs_on);
    write_block_break(tei, at, zone);
    if (tei_write_pieces(tei, TEI_BEFORE_SPAN, span->line, span->from) || !goes_on(tei, at, span))
        write_line_beginning(tei, span, at->runs_on);
    at->line = span->line;
    at->zone = zone;
}

/* The words of a span; a hyphen or a doubled glyph stands before the space behind them. */
static void write_run(struct tei *tei, place *at, const galley_run *run)
{
    size_t end = run->piece.length;
    while (end && run->piece.text[end - 1] == ' ')
        end--;
    tei_write_marked(tei, &at->marks, galley_slice_part(run->piece, 0, end));
    tei_write_pieces(tei, TEI_INSIDE, run->span->line, run->span->from);
    tei_write_marked(tei, &at->marks, galley_slice_part(run->piece, end, run->piece.length));
    if (tei_write_pieces(tei, TEI_BEHIND_SPAN, run->span->line, run->span->from))
        at->line = GALLEY_NONE;
    at->to = tei_end_of_pieces(tei, run->span);
    at->runs_on = run->piece.length && end == run->piece.length;
}

void tei_write_lines(struct tei *tei, const galley_text *text)
{
    place at = { GALLEY_NONE, GALLEY_NONE, 0, false, { .text = text } };
    if (!text->span_count)
        tei_write_marked(tei, &at.marks, text->text);
    for (galley_run run = galley_text_runs(tei->issue, text); galley_run_next(&run);) {
        write_breaks(tei, &at, run.span);
        write_run(tei, &at, &run);
    }
    tei_end_marks(tei, &at.marks);
    tei_raw_line(&tei->raw, GALLEY_NONE, 0);
}

/* ---- An element of it -------------------------------------------------------------------- */

void tei_turn_page(struct tei *tei, const galley_text *text)
{
    if (text->span_count)
        tei_turn_to(tei, tei->issue->zones.items[tei->issue->lines.items[text->spans[0].line].zone].page);
}

void tei_write_before(struct tei *tei, const galley_text *text)
{
    for (uint32_t i = 0; i < text->span_count && !text->copy; i++)
        tei_write_pieces(tei, TEI_BEFORE_TEXT, text->spans[i].line, text->spans[i].from);
    if (!text->copy)
        tei_turn_page(tei, text);
}

void tei_write_behind(struct tei *tei, const galley_text *text)
{
    for (uint32_t i = 0; i < text->span_count && !text->copy; i++)
        tei_write_pieces(tei, TEI_BEHIND_TEXT, text->spans[i].line, text->spans[i].from);
}

/* The lines that a copy was taken from, and where in them it stands; one that has a line to
 * itself ends with its words. */
static void write_origin(struct tei *tei, const galley_text *text, const char *looks)
{
    galley_buffer names = { 0 }, places = { 0 };
    galley_buffer_put(&places, looks ? looks : "");
    for (uint32_t i = 0; i < text->span_count; i++) {
        const galley_span *span = &text->spans[i];
        galley_buffer_print(&names, "%s#l%u", i ? " " : "", tei->line_ids[span->line]);
        galley_buffer_print(&places, "%sfrom(%zu)", places.length ? " " : "", tei_span_from(tei, span));
        if (text->span_count > 1)
            galley_buffer_print(&places, " to(%zu)", tei_span_to(tei, span));
    }
    if (places.length)
        galley_xml_attribute(&tei->xml, "rend", galley_buffer_slice(&places));
    if (tei->facsimile && names.length)
        galley_xml_attribute(&tei->xml, "corresp", galley_buffer_slice(&names));
    galley_buffer_drop(&names);
    galley_buffer_drop(&places);
}

void tei_write_content(struct tei *tei, const galley_text *text, const char *looks)
{
    if (text->copy && text->text.length) {
        tei_write_said(tei, "n", text->text);
        write_origin(tei, text, looks);
        return;
    }
    if (looks)
        galley_xml_set(&tei->xml, "rend", looks);
    tei_write_zones(tei, text);
    tei_write_lines(tei, text);
}

void tei_write_sure(struct tei *tei, const char *element, const char *type, const galley_text *text, float confidence)
{
    if (!text->text.length)
        return;
    tei_write_before(tei, text);
    galley_xml_start(&tei->xml, element);
    if (type)
        galley_xml_set(&tei->xml, "type", type);
    if (confidence < 1)
        tei_write_certainty(tei, confidence);
    tei_write_content(tei, text, NULL);
    tei_end_line(tei);
    tei_write_behind(tei, text);
}

void tei_write_text(struct tei *tei, const char *element, const char *type, const galley_text *text)
{
    tei_write_sure(tei, element, type, text, 1);
}

/* ---- The blocks it stands in ----------------------------------------------------------------- */

typedef struct zone_list {
    struct tei *tei;
    galley_buffer names;
} zone_list;

static void note_zones(void *state, const char *role, const galley_text *text)
{
    zone_list *list = state;
    (void)role;
    for (uint32_t i = 0; i < text->span_count && !text->copy; i++) {
        uint32_t zone = list->tei->issue->lines.items[text->spans[i].line].zone;
        if (list->tei->seen[zone] == list->tei->stamp)
            continue;
        list->tei->seen[zone] = list->tei->stamp;
        galley_buffer_print(&list->names, "%s#z%u", list->names.length ? " " : "", zone + 1);
    }
}

static void end_zones(zone_list *list)
{
    if (list->names.length)
        galley_xml_attribute(&list->tei->xml, "facs", galley_buffer_slice(&list->names));
    galley_buffer_drop(&list->names);
}

void tei_write_zones(struct tei *tei, const galley_text *text)
{
    zone_list list = { .tei = tei };
    if (!tei->facsimile || tei->rehearsal)
        return;
    tei->stamp++;
    note_zones(&list, "", text);
    end_zones(&list);
}

void tei_write_article_zones(struct tei *tei, const galley_article *article)
{
    zone_list list = { .tei = tei };
    if (!tei->facsimile || tei->rehearsal)
        return;
    tei->stamp++;
    galley_article_visit(article, note_zones, &list);
    end_zones(&list);
}
