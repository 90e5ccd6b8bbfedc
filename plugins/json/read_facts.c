/* SPDX-License-Identifier: MIT
 * The facts read back: what the writer left out comes from the same sums. */
#include "plugins/json/reader.h"

#include <galley/track.h>

#include "plugins/json/plugin.h"

static const galley_box *read_box(json_reading *read, const json_node *up)
{
    json_node at = read_member_of(up, "box");
    if (!at.value)
        return NULL;
    if (read_count(read, &at) != 4)
        read_fail(read, &at, "four numbers were expected: left, top, right, bottom");
    float sides[4];
    for (size_t i = 0; i < 4; i++) {
        json_node side = read_element_of(&at, i);
        sides[i] = read_good(read) ? read_float(read, &side) : 0;
    }
    galley_box *box = galley_arena_alloc(read->issue->arena, sizeof *box);
    if (box)
        *box = (galley_box){ sides[0], sides[1], sides[2], sides[3] };
    return box;
}

static galley_line read_line_object(json_reading *read, const json_node *at, const galley_track *track)
{
    static const char *const known[] = { "text", "blank_before", "number",     "id", "offset",
                                         "box",  "font_size",    "confidence", NULL };
    read_expect(read, at, known);
    uint64_t blank = read_number_of(read, at, "blank_before", UINT32_MAX, galley_track_blank(track));
    galley_line line = galley_track_line(track, (uint32_t)blank);
    read_require(read, at, "text");
    line.text = read_text_of(read, at, "text");
    line.number = (uint32_t)read_number_of(read, at, "number", UINT32_MAX, line.number);
    line.id = (uint32_t)read_number_of(read, at, "id", UINT32_MAX - 1, line.id);
    line.offset = read_number_of(read, at, "offset", INT64_MAX, line.offset);
    line.box = read_box(read, at);
    line.font_size = read_float_of(read, at, "font_size", 0);
    line.confidence = read_share_of(read, at, "confidence", -1);
    return line;
}

static void read_line(json_reading *read, const json_node *at, galley_track *track)
{
    galley_line line;
    if (json_is_object(at->value)) {
        line = read_line_object(read, at, track);
    } else {
        line = galley_track_line(track, galley_track_blank(track));
        line.text = read_text(read, at);
    }
    if (line.id <= track->id)
        read_fail(read, at, "the line has the id %u, but the ids must rise from line to line", line.id);
    if (line.text.length > UINT32_MAX)
        read_fail(read, at, "the line is longer than 4 GiB");
    if (!read_good(read))
        return;
    galley_track_take(track, &line);
    galley_line *made = galley_issue_add_line(read->issue, line.text, line.id, line.number);
    line.zone = made->zone;
    *made = line;
}

static void read_zone(json_reading *read, const json_node *at, galley_track *track)
{
    static const char *const known[] = { "kind", "box", "lines", NULL };
    read_expect(read, at, known);
    galley_track_zone(track);
    galley_zone *zone = galley_issue_add_zone(read->issue);
    zone->kind = read_text_of(read, at, "kind");
    zone->box = read_box(read, at);
    json_node lines = read_member_of(at, "lines");
    for (size_t i = 0, count = read_count(read, &lines); i < count && read_good(read); i++) {
        json_node line = read_element_of(&lines, i);
        read_line(read, &line, track);
    }
}

static galley_slice text_or(galley_slice text, galley_slice fallback)
{
    return text.length ? text : fallback;
}

static void read_page(json_reading *read, const json_node *at, galley_track *track)
{
    static const char *const known[] = { "id",        "number", "number_given", "section", "source",
                                         "line_base", "width",  "height",       "zones",   NULL };
    read_expect(read, at, known);
    galley_page *page = galley_issue_add_page(read->issue, read_text_of(read, at, "source"));
    page->id = text_or(read_text_of(read, at, "id"), page->id);
    json_node number = read_member_of(at, "number");
    page->number = number.value ? read_text(read, &number) : page->number;
    json_node given = read_member_of(at, "number_given");
    page->number_given = given.value ? read_flag_of(read, at, "number_given")
                                     : !json_is_count(page->number, read->issue->pages.count - 1);
    page->section = read_text_of(read, at, "section");
    page->line_base = galley_track_page(track, page->source);
    page->line_base = (uint32_t)read_number_of(read, at, "line_base", UINT32_MAX, page->line_base);
    track->line_base = page->line_base;
    page->width = read_float_of(read, at, "width", 0);
    page->height = read_float_of(read, at, "height", 0);
    json_node zones = read_member_of(at, "zones");
    for (size_t i = 0, count = read_count(read, &zones); i < count && read_good(read); i++) {
        json_node zone = read_element_of(&zones, i);
        if (zone.value)
            read_zone(read, &zone, track);
    }
}

/* Facts are given when one page at least says its zones. */
static bool any_zones(const json_node *pages, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (json_object_get(json_array_get(pages->value, i), "zones"))
            return true;
    return false;
}

void json_read_pages(json_reading *read, const json_node *root)
{
    json_node pages = read_member_of(root, "pages");
    size_t count = read_count(read, &pages);
    galley_track track = { 0 };
    read->made = !any_zones(&pages, count);
    for (size_t i = 0; i < count && read_good(read); i++) {
        json_node page = read_element_of(&pages, i);
        read_page(read, &page, &track);
    }
    if (!count && read_good(read))
        galley_issue_add_page(read->issue, galley_slice_of(""));
}

uint32_t json_find_page(json_reading *read, const json_node *at)
{
    galley_slice id = read_text(read, at);
    for (size_t i = 0; i < read->issue->pages.count; i++)
        if (galley_slice_equal(read->issue->pages.items[i].id, id))
            return (uint32_t)i;
    read_fail(read, at, "there is no page \"%.*s\"", GALLEY_SHOW(id));
    return 0;
}

uint32_t json_find_line(const json_reading *read, uint64_t id)
{
    size_t low = 0, high = read->issue->lines.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (read->issue->lines.items[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < read->issue->lines.count && read->issue->lines.items[low].id == id;
    return found ? (uint32_t)low : GALLEY_NONE;
}
