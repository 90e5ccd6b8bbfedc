/* SPDX-License-Identifier: MIT
 * Where a text stands on the pages.  Nearly every text is some whole lines, one
 * after the other: "lines" says so in two numbers.  Where it takes parts of lines,
 * "spans" says it exactly: [first, last] for whole lines, [line, from, to] for a
 * part, counted in code points. */
#include "plugins/json/writer.h"

#include <galley/text.h>

/* A run of whole lines, or of lines of any kind, or one part of a line. */
typedef struct piece {
    uint32_t first, last; /* line indexes */
    uint32_t from, to;    /* bytes, of a part */
    bool part;
} piece;

static galley_slice trimmed_line(const json_writing *write, uint32_t line)
{
    return galley_slice_trim(write->issue->lines.items[line].text);
}

galley_slice json_held(const json_writing *write, const galley_span *span)
{
    return galley_slice_trim(galley_slice_part(write->issue->lines.items[span->line].text, span->from, span->to));
}

bool json_is_part(const json_writing *write, const galley_span *span)
{
    return json_held(write, span).length != trimmed_line(write, span->line).length;
}

static piece piece_of(const json_writing *write, const galley_span *span)
{
    piece made = { .first = span->line, .last = span->line, .from = span->from, .to = span->to };
    if (span->from == 0 && span->to == write->issue->lines.items[span->line].text.length)
        return made;
    made.part = json_is_part(write, span);
    return made;
}

uint32_t json_line_after(const json_writing *write, uint32_t line)
{
    do
        line++;
    while (line < write->issue->lines.count && !trimmed_line(write, line).length);
    return line;
}

static void write_piece(json_writing *write, const piece *run)
{
    galley_json *json = &write->json;
    galley_json_array(json, GALLEY_JSON_INLINE);
    galley_json_number(json, write->ids[run->first]);
    if (run->part) {
        galley_slice line = write->issue->lines.items[run->first].text;
        size_t from = galley_text_length(galley_slice_part(line, 0, run->from));
        galley_json_number(json, from);
        galley_json_number(json, from + galley_text_length(galley_slice_part(line, run->from, run->to)));
    } else {
        galley_json_number(json, write->ids[run->last]);
    }
    galley_json_close(json);
}

/* Takes `next` into `run` where both are whole (or parts are not told apart). */
static bool joined(const json_writing *write, piece *run, const piece *next, bool exact)
{
    bool again = !exact && next->first == run->last;
    if ((exact && (run->part || next->part)) || (!again && next->first != json_line_after(write, run->last)))
        return false;
    run->last = next->last;
    return true;
}

/* Whether there are parts of lines among them: a reading of whole lines tells less then. */
static bool write_pieces(json_writing *write, const galley_text *text, bool exact)
{
    piece run = { 0 };
    bool open = false, parts = false;
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (uint32_t i = 0; i < text->span_count; i++) {
        piece next = piece_of(write, &text->spans[i]);
        if (!json_held(write, &text->spans[i]).length)
            continue;
        parts |= next.part;
        next.part = next.part && exact;
        if (open && joined(write, &run, &next, exact))
            continue;
        if (open)
            write_piece(write, &run);
        run = next;
        open = true;
    }
    if (open)
        write_piece(write, &run);
    galley_json_close(&write->json);
    return parts;
}

static bool has_parts(const json_writing *write, const galley_text *text)
{
    for (uint32_t i = 0; i < text->span_count; i++)
        if (json_held(write, &text->spans[i]).length && piece_of(write, &text->spans[i]).part)
            return true;
    return false;
}

/* A text of one whole line, which furniture mostly is, needs no more than its number. */
bool json_is_one_line(const json_writing *write, const galley_text *text)
{
    return text->span_count == 1 && !text->copy && !text->mark_count && !has_parts(write, text) &&
           !json_has_bytes(write, text);
}

bool json_has_spans(const json_writing *write, const galley_text *text)
{
    return text->copy || text->mark_count || (write->facts && text->span_count);
}

void json_write_spans(json_writing *write, const galley_text *text)
{
    if (write->facts && text->span_count) {
        galley_json_key(&write->json, "lines");
        bool parts = write_pieces(write, text, false), bytes = json_has_bytes(write, text);
        if (parts && (write->codes || !bytes)) {
            galley_json_key(&write->json, "spans");
            write_pieces(write, text, true);
        }
        if (bytes)
            json_write_bytes(write, text);
    }
    if (text->copy) {
        galley_json_key(&write->json, "copy");
        galley_json_flag(&write->json, true);
    }
    json_write_marks(write, text);
}
