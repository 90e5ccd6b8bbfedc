/* SPDX-License-Identifier: MIT
 * Places in bytes of the source, read back into parts of lines: a run begins in the line
 * it names and goes on through the lines behind it in the same file. */
#include "plugins/json/reader.h"

static const galley_page *page_of(const json_reading *read, uint32_t line)
{
    return &read->issue->pages.items[read->issue->zones.items[read->issue->lines.items[line].zone].page];
}

static uint64_t end_of(const galley_line *line)
{
    return line->offset + line->text.length;
}

static bool is_boundary(const galley_line *line, uint64_t byte)
{
    return byte == end_of(line) || ((unsigned char)line->text.text[byte - line->offset] & 0xc0) != 0x80;
}

/* The bytes [from, to) as far as the line holds them; white space at their ends aside where
 * the run goes on. */
static bool add_part(json_reading *read, uint32_t index, uint64_t from, uint64_t to, bool alone)
{
    const galley_line *line = &read->issue->lines.items[index];
    uint64_t begin = from > line->offset ? from : line->offset, end = to < end_of(line) ? to : end_of(line);
    if (begin > end || !is_boundary(line, begin) || !is_boundary(line, end))
        return false;
    galley_slice part = galley_slice_part(line->text, begin - line->offset, end - line->offset);
    part = alone ? part : galley_slice_trim(part);
    uint32_t at = part.length ? (uint32_t)(part.text - line->text.text) : 0;
    if (part.length)
        read_add_span(read, index, at, at + (uint32_t)part.length);
    return true;
}

static void read_run(json_reading *read, const json_node *at)
{
    json_node line = read_element_of(at, 0), first = read_element_of(at, 1), last = read_element_of(at, 2);
    if (read_count(read, at) != 3)
        read_fail(read, at, "[line, from, to] was expected");
    uint32_t index = read_line_id(read, &line);
    uint64_t from = read_number(read, &first, INT64_MAX), to = read_number(read, &last, INT64_MAX);
    if (!read_good(read))
        return;
    const galley_line *lines = read->issue->lines.items;
    bool alone = to <= end_of(&lines[index]);
    bool good = from <= to && from >= lines[index].offset && add_part(read, index, from, to, alone);
    for (uint32_t i = index + 1; good && !alone && to > end_of(&lines[i - 1]); i++)
        good = i < read->issue->lines.count && lines[i].offset >= end_of(&lines[i - 1]) && lines[i].offset < to &&
               galley_slice_equal(page_of(read, i)->source, page_of(read, index)->source) &&
               add_part(read, i, from, to, false);
    if (!good)
        read_fail(read, at, "the source has no text from byte %llu to %llu that begins in this line",
                  (unsigned long long)from, (unsigned long long)to);
}

void json_read_bytes(json_reading *read, const json_node *at)
{
    for (size_t i = 0, count = read_count(read, at); i < count && read_good(read); i++) {
        json_node run = read_element_of(at, i);
        read_run(read, &run);
    }
}
