/* SPDX-License-Identifier: MIT
 * Furniture at its place: a hyphen that was left out where a word was joined is <pc>, a
 * glyph that was printed twice <surplus>, both inside the words; all else is <fw>.  Each
 * has an id with its number in the issue. */
#include <galley/text.h>

#include "plugins/tei/writer.h"

static void write_piece_id(struct tei *tei, uint32_t index)
{
    galley_xml_print(&tei->xml, "xml:id", "f%u", tei->piece_ids[index]);
}

/* Where the words go on: nothing begins, no line either. */
static void write_inner(struct tei *tei, uint32_t index)
{
    const galley_furniture *piece = &tei->issue->furniture.items[index];
    bool is_hyphen = piece->kind == GALLEY_HYPHEN;
    galley_xml_start(&tei->xml, is_hyphen ? "pc" : "surplus");
    write_piece_id(tei, index);
    galley_xml_set(&tei->xml, is_hyphen ? "force" : "reason", is_hyphen ? "weak" : "doubled");
    tei_write_words(tei, piece->text.text);
    galley_xml_end(&tei->xml);
    tei->marks += tei->rehearsal ? 0 : piece->text.mark_count;
}

/* ---- What a folio is --------------------------------------------------------------------- */

/* The number in a run of digits, whatever zeros are before it. */
static galley_slice next_number(galley_slice text, size_t *at)
{
    size_t from = *at;
    while (from < text.length && (text.text[from] < '0' || text.text[from] > '9'))
        from++;
    size_t to = from;
    while (to < text.length && text.text[to] >= '0' && text.text[to] <= '9')
        to++;
    while (from + 1 < to && text.text[from] == '0')
        from++;
    *at = to;
    return galley_slice_part(text, from, to);
}

/* Whether it says the number of its page, as digits; if not, it is a running head. */
static bool is_page_number(const struct tei *tei, const galley_text *text)
{
    if (!text->span_count)
        return false;
    size_t start = 0;
    galley_slice number = next_number(galley_line_page(tei->issue, text->spans[0].line)->number, &start);
    for (size_t at = 0; number.length && at < text->text.length;)
        if (galley_slice_equal(next_number(text->text, &at), number))
            return true;
    return false;
}

static const char *type_of(const struct tei *tei, const galley_furniture *piece)
{
    if (piece->kind == GALLEY_FOLIO)
        return is_page_number(tei, &piece->text) ? "pageNum" : "header";
    return galley_furniture_name(piece->kind);
}

/* ---- Form work ------------------------------------------------------------------------------ */

static void write_jump(struct tei *tei, const galley_text *text, uint32_t target)
{
    galley_xml_start(&tei->xml, "ref");
    tei_write_id(tei, "target", "#", target);
    tei_write_lines(tei, text);
    galley_xml_end(&tei->xml);
}

static void write_form_work(struct tei *tei, uint32_t index)
{
    const galley_furniture *piece = &tei->issue->furniture.items[index];
    uint32_t target = piece->kind == GALLEY_JUMP_LINE ? tei_jump_target(tei, &piece->text) : GALLEY_NONE;
    galley_xml_start(&tei->xml, "fw");
    galley_xml_set(&tei->xml, "type", type_of(tei, piece));
    write_piece_id(tei, index);
    tei_write_zones(tei, &piece->text);
    if (target != GALLEY_NONE)
        write_jump(tei, &piece->text, target);
    else
        tei_write_lines(tei, &piece->text);
    galley_xml_end(&tei->xml);
}

/* Between elements, on a line of its own. */
static void write_outside(struct tei *tei, uint32_t index)
{
    tei_turn_page(tei, &tei->issue->furniture.items[index].text);
    write_form_work(tei, index);
    tei_end_break(tei);
}

static void write_once(struct tei *tei, tei_piece *piece)
{
    if (piece->done)
        return;
    piece->done = true;
    if (piece->place == TEI_INSIDE)
        write_inner(tei, piece->index);
    else if (piece->place <= TEI_BEFORE_SPAN)
        write_form_work(tei, piece->index);
    else
        write_outside(tei, piece->index);
}

bool tei_write_pieces(struct tei *tei, tei_place place, uint32_t key, uint32_t from)
{
    size_t first = tei_pieces_find(&tei->pieces, place, key, from), at = first;
    while (tei_piece_goes(&tei->pieces, at, place, key, from))
        write_once(tei, &tei->pieces.items[at++]);
    return at > first && place != TEI_INSIDE;
}

uint32_t tei_end_of_pieces(const struct tei *tei, const galley_span *span)
{
    uint32_t end = span->to;
    for (size_t at = tei_pieces_find(&tei->pieces, TEI_INSIDE, span->line, span->from);
         tei_piece_goes(&tei->pieces, at, TEI_INSIDE, span->line, span->from); at++) {
        const galley_span *inner = tei->issue->furniture.items[tei->pieces.items[at].index].text.spans;
        end = inner->to > end ? inner->to : end;
    }
    return end;
}

void tei_write_left_pieces(struct tei *tei)
{
    for (size_t i = 0; i < tei->pieces.count; i++) {
        if (!tei->pieces.items[i].done)
            write_outside(tei, tei->pieces.items[i].index);
        tei->pieces.items[i].done = true;
    }
}
