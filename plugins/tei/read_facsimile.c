/* SPDX-License-Identifier: MIT
 * The pages as they were found.  What the writer left out of a line comes from the same
 * sums, but only when all lines have their texts: where one begins in its file hangs on
 * how long the one before is. */
#include "plugins/tei/reader.h"

#include <galley/number.h>
#include <galley/track.h>

/* A box has all four sides or is none. */
static const galley_box *read_box(tei_reading *read, const tei_node *node)
{
    if (!tei_value(node, "ulx").text)
        return NULL;
    galley_box *box = galley_arena_alloc(read->issue->arena, sizeof *box);
    if (box)
        *box = (galley_box){ tei_read_float(read, node, "ulx", 0), tei_read_float(read, node, "uly", 0),
                             tei_read_float(read, node, "lrx", 0), tei_read_float(read, node, "lry", 0) };
    return box;
}

/* ---- Lines --------------------------------------------------------------------------- */

static galley_slice read_raw(tei_reading *read, const tei_node *raw)
{
    galley_buffer words = { 0 };
    tei_add_printed(read, raw, &words);
    galley_slice kept = galley_buffer_copy(&words, read->issue->arena);
    galley_buffer_drop(&words);
    return kept;
}

/* The raw lines stand in the order of their zones: the next one, if it is this zone's. */
static const tei_node *raw_of(tei_reading *read, const tei_node *zone)
{
    if (read->raws_taken == read->raws.count)
        return NULL;
    const tei_node *raw = read->raws.items[read->raws_taken];
    galley_slice name = tei_value(raw, "corresp");
    if (!name.length || !galley_slice_equal(galley_slice_part(name, 1, name.length), tei_xml_value(zone, "id")))
        return NULL;
    read->raws_taken++;
    return raw;
}

static void read_line(tei_reading *read, const tei_node *zone)
{
    const tei_node *raw = raw_of(read, zone);
    uint32_t id = tei_read_number(read, zone, tei_xml_value(zone, "id"), "l");
    size_t count = read->issue->lines.count;
    if (tei_good(read) && count && id <= read->issue->lines.items[count - 1].id)
        tei_fail(read, zone, "the line has the id l%u, but the ids must rise from line to line", id);
    if (!tei_good(read))
        return;
    galley_line *line = galley_issue_add_line(read->issue, raw ? read_raw(read, raw) : galley_slice_of(""), id,
                                              tei_read_number(read, zone, tei_value(zone, "n"), ""));
    line->box = read_box(read, zone);
    line->confidence = tei_read_float(read, zone, "cert", -1);
    tei_line *kept = galley_push(read->scratch, &read->lines);
    if (kept)
        *kept = (tei_line){ .zone = zone, .is_raw = raw };
}

uint32_t tei_find_line(tei_reading *read, const tei_node *node, galley_slice name)
{
    uint64_t id;
    size_t low = 0, high = read->issue->lines.count;
    if (tei_parse_number(name, "#l", "", UINT32_MAX, &id)) {
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (read->issue->lines.items[middle].id < id)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < read->issue->lines.count && read->issue->lines.items[low].id == id)
            return (uint32_t)low;
    }
    tei_fail(read, node, "it points at the line \"%.*s\", which is on no page", GALLEY_SHOW(name));
    return GALLEY_NONE;
}

/* ---- Pages ---------------------------------------------------------------------------- */

static void read_zone(tei_reading *read, const tei_node *node)
{
    galley_zone *zone = galley_issue_add_zone(read->issue);
    zone->kind = tei_keep(read, tei_value(node, "n"));
    zone->box = read_box(read, node);
    for (const tei_node *line = tei_child(node, "zone"); line && tei_good(read); line = tei_sibling(line, "zone"))
        read_line(read, line);
}

static void read_surface(tei_reading *read, const tei_node *node)
{
    const tei_node *name = tei_child_of_type(node, "label", "name");
    galley_page *page = galley_issue_add_page(read->issue, tei_read_url(read, tei_value(node, "corresp")));
    const galley_box *whole = read_box(read, node);
    page->number = tei_keep(read, tei_value(node, "n"));
    page->width = whole ? whole->right : 0;
    page->height = whole ? whole->bottom : 0;
    if (name)
        page->id = tei_keep_words(read, name);
    if (read->made)
        return;
    for (const tei_node *zone = tei_child(node, "zone"); zone && tei_good(read); zone = tei_sibling(zone, "zone"))
        read_zone(read, zone);
}

/* The number of a page stands on it where a break says it. */
static void read_breaks(tei_reading *read, const tei_node *text)
{
    for (const tei_node *at = text; at; at = tei_step(text, at, true)) {
        uint64_t page;
        if (tei_is(at, "pb") && tei_value(at, "n").text &&
            tei_parse_number(tei_value(at, "facs"), "#s", "", read->issue->pages.count, &page) && page > 0)
            read->issue->pages.items[page - 1].number_given = true;
    }
}

static void find_raws(tei_reading *read)
{
    const tei_node *document = tei_child(read->root, "sourceDoc"), *surface = tei_child(document, "surface");
    for (; surface; surface = tei_sibling(surface, "surface"))
        for (const tei_node *line = tei_child(surface, "line"); line; line = tei_sibling(line, "line")) {
            const tei_node **place = galley_push(read->scratch, &read->raws);
            if (place)
                *place = line;
        }
}

void tei_read_facsimile(tei_reading *read)
{
    find_raws(read);
    const tei_node *facsimile = tei_child(read->root, "facsimile");
    for (const tei_node *at = tei_child(facsimile, "surface"); at && tei_good(read); at = tei_sibling(at, "surface"))
        read_surface(read, at);
    if (tei_good(read) && !read->made && read->raws_taken < read->raws.count)
        tei_fail(read, read->raws.items[read->raws_taken],
                 "the raw line is none of the line that comes next in the facsimile");
    for (const tei_node *text = tei_child(read->root, "text"); text && tei_good(read); text = NULL)
        read_breaks(read, text);
}

/* ---- What hangs on the texts ------------------------------------------------------------- */

static void settle_line(tei_reading *read, galley_track *track, uint32_t index)
{
    galley_line *line = &read->issue->lines.items[index];
    tei_line *from = &read->lines.items[index];
    uint64_t number = galley_track_blank(track);
    if (!from->is_raw)
        line->text = galley_buffer_copy(&from->heard, read->issue->arena);
    if (tei_read_look(from->zone, "blank", &number) && number > UINT32_MAX)
        tei_fail(read, from->zone, "there are too many blank lines");
    line->blank_before = (uint32_t)number;
    line->offset = galley_track_line(track, line->blank_before).offset;
    tei_read_look(from->zone, "byte", &line->offset);
    galley_slice looks = tei_value(from->zone, "rend"), word;
    while (tei_next_word(&looks, &word))
        if (galley_slice_starts(word, galley_slice_of("size(")) && word.length > 6 &&
            !galley_float_parse(galley_slice_part(word, 5, word.length - 1), &line->font_size))
            tei_fail(read, from->zone, "\"%.*s\" is no size", GALLEY_SHOW(word));
    galley_track_take(track, line);
}

void tei_settle_lines(tei_reading *read)
{
    galley_track track = { 0 };
    const tei_node *surface = tei_child(tei_child(read->root, "facsimile"), "surface");
    for (uint32_t i = 0; !read->made && i < read->issue->pages.count; i++, surface = tei_sibling(surface, "surface")) {
        galley_page *page = &read->issue->pages.items[i];
        uint64_t base = galley_track_page(&track, page->source);
        tei_read_look(surface, "base", &base);
        page->line_base = track.line_base = (uint32_t)base;
        for (uint32_t k = 0; k < page->zone_count; k++) {
            const galley_zone *zone = &read->issue->zones.items[page->first_zone + k];
            galley_track_zone(&track);
            for (uint32_t j = 0; j < zone->line_count; j++)
                settle_line(read, &track, zone->first_line + j);
        }
    }
}
