/* SPDX-License-Identifier: MIT
 * Where a text stands, read back and believed only when its characters are those
 * of the lines it names. */
#include "plugins/json/reader.h"

#include <galley/text.h>

void read_add_span(json_reading *read, uint32_t line, uint32_t from, uint32_t to)
{
    galley_span *span = galley_push(read->scratch, &read->spans);
    if (span)
        *span = (galley_span){ line, from, to };
    else
        read->status = galley_arena_status(read->scratch);
}

/* A whole line, white space at its ends aside; a blank one gives nothing. */
static void add_line(json_reading *read, uint32_t line)
{
    galley_slice text = read->issue->lines.items[line].text, held = galley_slice_trim(text);
    if (held.length)
        read_add_span(read, line, (uint32_t)(held.text - text.text),
                      (uint32_t)(held.text - text.text) + (uint32_t)held.length);
}

uint32_t read_line_id(json_reading *read, const json_node *at)
{
    uint64_t id = read_number(read, at, UINT32_MAX);
    uint32_t line = json_find_line(read, id);
    if (line == GALLEY_NONE)
        read_fail(read, at, "line %llu is not on any page", (unsigned long long)id);
    return line;
}

static void read_range(json_reading *read, const json_node *at)
{
    json_node first = read_element_of(at, 0), last = read_element_of(at, 1);
    uint32_t from = read_line_id(read, &first), to = read_line_id(read, &last);
    if (read_good(read) && from > to)
        read_fail(read, at, "the first line stands behind the last");
    for (uint32_t i = from; read_good(read) && i <= to; i++)
        add_line(read, i);
}

static void read_part(json_reading *read, const json_node *at)
{
    json_node line = read_element_of(at, 0), from = read_element_of(at, 1), to = read_element_of(at, 2);
    uint32_t index = read_line_id(read, &line);
    uint64_t first = read_number(read, &from, UINT32_MAX), last = read_number(read, &to, UINT32_MAX);
    if (!read_good(read))
        return;
    galley_slice text = read->issue->lines.items[index].text;
    if (first > last || last > galley_text_length(text))
        read_fail(read, at, "the line has no characters from %llu to %llu", (unsigned long long)first,
                  (unsigned long long)last);
    else
        read_add_span(read, index, (uint32_t)galley_text_offset(text, first), (uint32_t)galley_text_offset(text, last));
}

static void read_pieces(json_reading *read, const json_node *at, bool parts)
{
    for (size_t i = 0, count = read_count(read, at); i < count && read_good(read); i++) {
        json_node piece = read_element_of(at, i);
        size_t numbers = read_count(read, &piece);
        if (numbers == 2)
            read_range(read, &piece);
        else if (numbers == 3 && parts)
            read_part(read, &piece);
        else
            read_fail(read, &piece,
                      parts ? "[first, last] or [line, from, to] was expected" : "[first, last] was expected");
    }
}

static bool next_character(const char **at, const char *end, uint32_t *code)
{
    while (*at < end) {
        *code = galley_text_next(at, end);
        if (!galley_code_space(*code))
            return true;
    }
    *code = 0;
    return false;
}

/* The number k character of the text is the number k character of its spans. */
static bool agrees(const json_reading *read, galley_slice text)
{
    const char *at = text.text, *end = galley_slice_end(text);
    uint32_t code, fact;
    for (size_t i = 0; i < read->spans.count; i++) {
        const galley_span *span = &read->spans.items[i];
        const char *line = read->issue->lines.items[span->line].text.text;
        for (const char *step = line + span->from; next_character(&step, line + span->to, &fact);)
            if (!next_character(&at, end, &code) || code != fact)
                return false;
    }
    return !next_character(&at, end, &code);
}

static void keep_spans(json_reading *read, galley_text *text)
{
    galley_span *spans = galley_arena_array(read->issue->arena, read->spans.count, sizeof *spans);
    if (!spans || !read->spans.count)
        return;
    memcpy(spans, read->spans.items, read->spans.count * sizeof *spans);
    text->spans = spans;
    text->span_count = (uint32_t)read->spans.count;
}

/* ---- One place, said twice or three times ------------------------------------ */

/* The next span on another line than the one at hand. */
static size_t next_line(const galley_span *spans, size_t at, size_t end)
{
    uint32_t line = spans[at].line;
    while (at < end && spans[at].line == line)
        at++;
    return at;
}

static bool same_lines(const galley_span *spans, size_t told, size_t count)
{
    size_t a = 0, b = told;
    while (a < told && b < count && spans[a].line == spans[b].line) {
        a = next_line(spans, a, told);
        b = next_line(spans, b, count);
    }
    return a == told && b == count;
}

static bool same_spans(const galley_span *spans, size_t told, size_t count)
{
    return told == count - told && memcmp(spans, spans + told, told * sizeof *spans) == 0;
}

/* The spans from `told` on take the place of those before, with which they must agree: to the
 * character where these are exact, else line by line. */
static void take_over(json_reading *read, const json_node *at, size_t told, bool exact)
{
    galley_span *spans = read->spans.items;
    size_t count = read->spans.count;
    if (!read_good(read) || !told)
        return;
    if (exact ? !same_spans(spans, told, count) : !same_lines(spans, told, count))
        read_fail(read, at, "this is not where the text is said to stand in %s", exact ? "code points" : "lines");
    memmove(spans, spans + told, (count - told) * sizeof *spans);
    read->spans.count = count - told;
}

/* First in lines, which says least, then in code points, then in bytes. */
static void read_spans(json_reading *read, const json_node *source)
{
    json_node line = read_member_of(source, "line"), lines = read_member_of(source, "lines"),
              spans = read_member_of(source, "spans"), bytes = read_member_of(source, "bytes");
    uint32_t first = line.value ? read_line_id(read, &line) : GALLEY_NONE;
    if (lines.value)
        read_pieces(read, &lines, false);
    else if (line.value && read_good(read) && !spans.value && !bytes.value)
        add_line(read, first);
    size_t told = read->spans.count;
    if (spans.value) {
        read_pieces(read, &spans, true);
        take_over(read, &spans, told, false);
    }
    told = read->spans.count;
    if (bytes.value) {
        json_read_bytes(read, &bytes);
        take_over(read, &bytes, told, spans.value != NULL);
    }
}

galley_text json_read_text(json_reading *read, const json_node *at, const json_node *source)
{
    galley_text text = { .text = read_text(read, at), .copy = read_flag_of(read, source, "copy") };
    json_read_marks(read, source, &text);
    read->spans.count = 0;
    if (read->made || !read_good(read))
        return text;
    read_spans(read, source);
    if (!read_good(read))
        return text;
    if (!read->spans.count && galley_text_first(text.text))
        read_fail(read, at, "it is not said on which lines the text stands, though the pages have lines");
    else if (!agrees(read, text.text))
        read_fail(read, at, "the characters of the text are not those of its lines");
    else
        keep_spans(read, &text);
    return text;
}
