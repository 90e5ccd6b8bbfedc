/* SPDX-License-Identifier: MIT
 * The facts: pages, their zones, their lines.  A line of which everything runs on
 * is its text alone; else it is an object that says what differs. */
#include "plugins/json/writer.h"

#include <stdio.h>

#include <galley/track.h>

#include "plugins/json/plugin.h"

bool json_is_count(galley_slice number, size_t page)
{
    char count[32];
    snprintf(count, sizeof count, "%zu", page + 1);
    return galley_slice_is(number, count);
}

static void write_count(galley_json *json, const char *key, uint64_t value)
{
    galley_json_key(json, key);
    galley_json_number(json, value);
}

static void write_float(galley_json *json, const char *key, float value)
{
    galley_json_key(json, key);
    galley_json_float(json, value);
}

static void write_box(galley_json *json, const galley_box *box)
{
    if (!box)
        return;
    galley_json_key(json, "box");
    galley_json_array(json, GALLEY_JSON_INLINE);
    galley_json_float(json, box->left);
    galley_json_float(json, box->top);
    galley_json_float(json, box->right);
    galley_json_float(json, box->bottom);
    galley_json_close(json);
}

static bool runs_on(const galley_line *line, const galley_line *expected, uint32_t blank)
{
    return line->id == expected->id && line->number == expected->number && line->blank_before == blank &&
           line->offset == expected->offset && !line->box && !(line->font_size > 0) && !(line->confidence >= 0);
}

static void write_line(json_writing *write, galley_track *track, uint32_t index)
{
    galley_json *json = &write->json;
    galley_line line = write->issue->lines.items[index];
    line.id = write->ids[index];
    uint32_t blank = galley_track_blank(track);
    galley_line expected = galley_track_line(track, line.blank_before);
    galley_track_take(track, &line);
    if (runs_on(&line, &expected, blank)) {
        galley_json_string(json, line.text);
        return;
    }
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "text", line.text);
    if (line.blank_before != blank)
        write_count(json, "blank_before", line.blank_before);
    if (line.number != expected.number)
        write_count(json, "number", line.number);
    if (line.id != expected.id)
        write_count(json, "id", line.id);
    if (line.offset != expected.offset)
        write_count(json, "offset", line.offset);
    write_box(json, line.box);
    if (line.font_size > 0)
        write_float(json, "font_size", line.font_size);
    if (line.confidence >= 0)
        write_float(json, "confidence", line.confidence);
    galley_json_close(json);
}

static void write_zone(json_writing *write, galley_track *track, const galley_zone *zone)
{
    galley_json *json = &write->json;
    galley_track_zone(track);
    galley_json_object(json, GALLEY_JSON_SPREAD);
    galley_json_option(json, "kind", zone->kind);
    write_box(json, zone->box);
    galley_json_key(json, "lines");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (uint32_t i = 0; i < zone->line_count; i++)
        write_line(write, track, zone->first_line + i);
    galley_json_close(json);
    galley_json_close(json);
}

static void write_page_facts(json_writing *write, galley_track *track, const galley_page *page)
{
    galley_json *json = &write->json;
    if (galley_track_page(track, page->source) != page->line_base)
        write_count(json, "line_base", page->line_base);
    track->line_base = page->line_base;
    if (page->width > 0)
        write_float(json, "width", page->width);
    if (page->height > 0)
        write_float(json, "height", page->height);
    galley_json_key(json, "zones");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (uint32_t i = 0; i < page->zone_count; i++)
        write_zone(write, track, &write->issue->zones.items[page->first_zone + i]);
    galley_json_close(json);
}

void json_write_pages(json_writing *write)
{
    galley_json *json = &write->json;
    galley_track track = { 0 };
    galley_json_key(json, "pages");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < write->issue->pages.count; i++) {
        const galley_page *page = &write->issue->pages.items[i];
        galley_json_object(json, GALLEY_JSON_SPREAD);
        galley_json_member(json, "id", page->id);
        galley_json_member(json, "number", page->number);
        if (page->number_given == json_is_count(page->number, i)) {
            galley_json_key(json, "number_given");
            galley_json_flag(json, page->number_given);
        }
        galley_json_option(json, "section", page->section);
        galley_json_option(json, "source", page->source);
        if (write->facts)
            write_page_facts(write, &track, page);
        galley_json_close(json);
    }
    galley_json_close(json);
}
