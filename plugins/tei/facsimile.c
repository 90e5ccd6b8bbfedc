/* SPDX-License-Identifier: MIT
 * The pages as they were found: a surface a page, a zone a block of lines, a zone a
 * line; coordinates, sizes and confidence where the source has them.  Each block names its
 * lines in the source file (RFC 5147: line=4,6 are the fifth and the sixth).  No words stand
 * here, as TEI asks; the raw lines stand in the source document. */
#include <stdio.h>

#include <galley/number.h>
#include <galley/track.h>

#include "plugins/tei/writer.h"

static void write_box(struct tei *tei, const galley_box *box)
{
    if (!box)
        return;
    tei_write_number(tei, "ulx", box->left);
    tei_write_number(tei, "uly", box->top);
    tei_write_number(tei, "lrx", box->right);
    tei_write_number(tei, "lry", box->bottom);
}

/* ---- A line ------------------------------------------------------------------------------ */

static void add_look(galley_buffer *looks, const char *name, const char *value)
{
    galley_buffer_print(looks, "%s%s(%s)", looks->length ? " " : "", name, value);
}

/* @rend: what the sums of galley_track do not give (blank lines before it, where in its
 * file it begins), and the size of its type. */
static void write_looks(struct tei *tei, const galley_track *track, const galley_line *line)
{
    char value[GALLEY_FLOAT_ROOM];
    galley_buffer looks = { 0 };
    galley_line expected = galley_track_line(track, line->blank_before);
    snprintf(value, sizeof value, "%u", line->blank_before);
    if (line->blank_before != galley_track_blank(track))
        add_look(&looks, "blank", value);
    snprintf(value, sizeof value, "%llu", (unsigned long long)line->offset);
    if (line->offset != expected.offset)
        add_look(&looks, "byte", value);
    galley_float_print(line->font_size, value);
    if (line->font_size > 0)
        add_look(&looks, "size", value);
    if (looks.length)
        galley_xml_attribute(&tei->xml, "rend", galley_buffer_slice(&looks));
    galley_buffer_drop(&looks);
}

static void write_line_attributes(struct tei *tei, galley_track *track, const galley_line *line)
{
    galley_xml_print(&tei->xml, "xml:id", "l%u", line->id);
    galley_xml_set(&tei->xml, "type", "line");
    galley_xml_print(&tei->xml, "n", "%u", line->number);
    write_looks(tei, track, line);
    if (line->confidence >= 0)
        tei_write_certainty(tei, line->confidence);
    write_box(tei, line->box);
    galley_track_take(track, line);
}

static void write_line(struct tei *tei, galley_track *track, uint32_t index)
{
    galley_line line = tei->issue->lines.items[index];
    line.id = tei->line_ids[index];
    galley_xml_start(&tei->xml, "zone");
    write_line_attributes(tei, track, &line);
    tei_end_line(tei);
}

/* ---- Blocks and pages -------------------------------------------------------------------- */

static void write_source_lines(struct tei *tei, const galley_zone *zone, galley_slice source)
{
    char fragment[48];
    if (!zone->line_count || !source.length)
        return;
    const galley_line *first = &tei->issue->lines.items[zone->first_line], *last = first + zone->line_count - 1;
    snprintf(fragment, sizeof fragment, "#line=%u,%u", first->number - (first->number > 0), last->number);
    tei_write_url(tei, "corresp", source, fragment);
}

static void write_zone(struct tei *tei, galley_track *track, uint32_t index)
{
    const galley_zone *zone = &tei->issue->zones.items[index];
    galley_track_zone(track);
    galley_xml_start(&tei->xml, "zone");
    galley_xml_print(&tei->xml, "xml:id", "z%u", index + 1);
    galley_xml_set(&tei->xml, "type", "block");
    if (zone->kind.length)
        galley_xml_attribute(&tei->xml, "n", zone->kind);
    write_source_lines(tei, zone, track->source);
    write_box(tei, zone->box);
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < zone->line_count; i++)
        write_line(tei, track, zone->first_line + i);
    tei_end_line(tei);
}

/* The page's own name, when it is not the one that counting gives: p1, p2 … */
static void write_page_name(struct tei *tei, const galley_page *page, uint32_t index)
{
    if (!page->id.length || galley_slice_is(page->id, galley_arena_print(tei->arena, "p%u", index + 1)))
        return;
    galley_xml_start(&tei->xml, "label");
    galley_xml_set(&tei->xml, "type", "name");
    galley_xml_text(&tei->xml, page->id);
    tei_end_line(tei);
}

static void write_surface(struct tei *tei, galley_track *track, uint32_t index)
{
    const galley_page *page = &tei->issue->pages.items[index];
    galley_box whole = { 0, 0, page->width, page->height };
    galley_slice source = tei_file_name(page->source);
    uint32_t base = galley_track_page(track, source);
    track->line_base = page->line_base;
    galley_xml_start(&tei->xml, "surface");
    galley_xml_print(&tei->xml, "xml:id", "s%u", index + 1);
    if (page->number.length)
        galley_xml_attribute(&tei->xml, "n", page->number);
    if (source.length)
        tei_write_url(tei, "corresp", source, "");
    if (base != page->line_base)
        galley_xml_print(&tei->xml, "rend", "base(%u)", page->line_base);
    write_box(tei, page->width > 0 || page->height > 0 ? &whole : NULL);
    galley_xml_newline(&tei->xml);
    galley_xml_element(&tei->xml, "label", source);
    write_page_name(tei, page, index);
    for (uint32_t i = 0; i < page->zone_count; i++)
        write_zone(tei, track, page->first_zone + i);
    tei_end_line(tei);
}

void tei_write_facsimile(struct tei *tei)
{
    galley_track track = { 0 };
    galley_xml_start(&tei->xml, "facsimile");
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < tei->issue->pages.count; i++)
        write_surface(tei, &track, i);
    tei_end_line(tei);
}
