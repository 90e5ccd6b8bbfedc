/* SPDX-License-Identifier: MIT
 * The pages as they were found: a surface a page, a zone a block of lines, a zone a
 * line; coordinates where the source has them. */
#include "plugins/tei/writer.h"

static void write_box(struct tei *tei, const galley_box *box)
{
    if (!box)
        return;
    galley_xml_print(&tei->xml, "ulx", "%.0f", (double)box->left);
    galley_xml_print(&tei->xml, "uly", "%.0f", (double)box->top);
    galley_xml_print(&tei->xml, "lrx", "%.0f", (double)box->right);
    galley_xml_print(&tei->xml, "lry", "%.0f", (double)box->bottom);
}

static void write_line(struct tei *tei, const galley_line *line)
{
    galley_xml_start(&tei->xml, "zone");
    galley_xml_print(&tei->xml, "xml:id", "l%u", line->id);
    galley_xml_set(&tei->xml, "type", "line");
    galley_xml_print(&tei->xml, "n", "%u", line->number);
    write_box(tei, line->box);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_zone(struct tei *tei, uint32_t index)
{
    const galley_zone *zone = &tei->issue->zones.items[index];
    galley_xml_start(&tei->xml, "zone");
    galley_xml_print(&tei->xml, "xml:id", "z%u", index + 1);
    galley_xml_set(&tei->xml, "type", "block");
    write_box(tei, zone->box);
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < zone->line_count; i++)
        write_line(tei, &tei->issue->lines.items[zone->first_line + i]);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_surface(struct tei *tei, uint32_t index)
{
    const galley_page *page = &tei->issue->pages.items[index];
    galley_box whole = { 0, 0, page->width, page->height };
    galley_xml_start(&tei->xml, "surface");
    galley_xml_print(&tei->xml, "xml:id", "s%u", index + 1);
    if (page->number.length)
        galley_xml_attribute(&tei->xml, "n", page->number);
    write_box(tei, page->width > 0 ? &whole : NULL);
    galley_xml_newline(&tei->xml);
    galley_xml_element(&tei->xml, "label", tei_file_name(page->source));
    for (uint32_t i = 0; i < page->zone_count; i++)
        write_zone(tei, page->first_zone + i);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

void tei_write_facsimile(struct tei *tei)
{
    galley_xml_start(&tei->xml, "facsimile");
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < tei->issue->pages.count; i++)
        write_surface(tei, i);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
