/* SPDX-License-Identifier: MIT
 * Where a text stands in its source file, in bytes: [line, from, to] for each run that
 * goes on there without a gap but white space.  A line knows at which byte it begins;
 * that its bytes are those of the file is believed only of a file whose lines all follow
 * each other as lines do in UTF-8.  One in another encoding has no bytes to tell. */
#include "plugins/json/writer.h"

static bool same_source(const galley_issue *issue, size_t page, size_t other)
{
    return galley_slice_equal(issue->pages.items[page].source, issue->pages.items[other].source);
}

/* Between two lines stands a line end of one or two bytes, or blank lines as well. */
static bool follows(const galley_line *before, const galley_line *line)
{
    uint64_t end = before->offset + before->text.length;
    uint64_t ends = line->number > before->number ? line->number - before->number : 1;
    return line->number >= before->number && line->offset >= end + ends && (ends > 1 || line->offset <= end + 2);
}

static bool is_utf8(const galley_issue *issue, const galley_page *first, const galley_page *last)
{
    const galley_line *lines = issue->lines.items;
    bool good = first->source.length > 0;
    for (size_t i = first->first_line + (size_t)1; good && i < (size_t)last->first_line + last->line_count; i++)
        good = follows(&lines[i - 1], &lines[i]);
    return good;
}

bool json_find_bytes(json_writing *write, galley_arena *arena)
{
    const galley_issue *issue = write->issue;
    size_t count = issue->pages.count;
    write->in_bytes = galley_arena_array(arena, count + 1, sizeof *write->in_bytes);
    for (size_t first = 0, behind; write->in_bytes && first < count; first = behind) {
        for (behind = first + 1; behind < count && same_source(issue, first, behind);)
            behind++;
        bool good = is_utf8(issue, &issue->pages.items[first], &issue->pages.items[behind - 1]);
        for (size_t i = first; i < behind; i++)
            write->in_bytes[i] = good;
    }
    return write->in_bytes != NULL;
}

static uint32_t page_of(const json_writing *write, uint32_t line)
{
    return write->issue->zones.items[write->issue->lines.items[line].zone].page;
}

bool json_has_bytes(const json_writing *write, const galley_text *text)
{
    bool has = write->bytes && text->span_count;
    for (uint32_t i = 0; has && i < text->span_count; i++)
        has = write->in_bytes[page_of(write, text->spans[i].line)];
    return has;
}

/* A run of whole lines, or a part of one. */
typedef struct range {
    uint32_t line, last;
    uint64_t from, to;
    bool part;
} range;

static range range_of(const json_writing *write, const galley_span *span)
{
    const galley_line *line = &write->issue->lines.items[span->line];
    range made = { .line = span->line, .last = span->line, .part = json_is_part(write, span) };
    galley_slice text = made.part ? galley_slice_part(line->text, span->from, span->to) : json_held(write, span);
    made.from = line->offset + (uint64_t)(text.text - line->text.text);
    made.to = made.from + text.length;
    return made;
}

static bool joined(const json_writing *write, range *run, const range *next)
{
    if (run->part || next->part || next->line != json_line_after(write, run->last) ||
        !same_source(write->issue, page_of(write, run->last), page_of(write, next->line)))
        return false;
    run->last = next->last;
    run->to = next->to;
    return true;
}

static void write_range(json_writing *write, const range *run)
{
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    galley_json_number(&write->json, write->ids[run->line]);
    galley_json_number(&write->json, run->from);
    galley_json_number(&write->json, run->to);
    galley_json_close(&write->json);
}

void json_write_bytes(json_writing *write, const galley_text *text)
{
    range run = { 0 };
    bool open = false;
    galley_json_key(&write->json, "bytes");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (uint32_t i = 0; i < text->span_count; i++) {
        if (!json_held(write, &text->spans[i]).length)
            continue;
        range next = range_of(write, &text->spans[i]);
        if (open && joined(write, &run, &next))
            continue;
        if (open)
            write_range(write, &run);
        run = next;
        open = true;
    }
    if (open)
        write_range(write, &run);
    galley_json_close(&write->json);
}
