/* SPDX-License-Identifier: MIT
 * The source document: the raw lines, to the byte, that the text alone does not give back,
 * page by page.  Each points at its zone in the facsimile; where all lines come back from
 * the text there is no source document. */
#include "plugins/tei/writer.h"

static bool page_is_due(const struct tei *tei, const galley_page *page)
{
    for (uint32_t i = 0; i < page->line_count; i++)
        if (tei_raw_is_due(&tei->raw, page->first_line + i))
            return true;
    return false;
}

static void write_line(struct tei *tei, uint32_t index)
{
    if (!tei_raw_is_due(&tei->raw, index))
        return;
    galley_xml_start(&tei->xml, "line");
    galley_xml_print(&tei->xml, "corresp", "#l%u", tei->line_ids[index]);
    galley_xml_set(&tei->xml, "xml:space", "preserve");
    tei_write_raw(tei, tei->issue->lines.items[index].text);
    tei_end_line(tei);
}

static void write_surface(struct tei *tei, uint32_t index)
{
    const galley_page *page = &tei->issue->pages.items[index];
    galley_xml_start(&tei->xml, "surface");
    galley_xml_print(&tei->xml, "corresp", "#s%u", index + 1);
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < page->line_count; i++)
        write_line(tei, page->first_line + i);
    tei_end_line(tei);
}

void tei_write_source_doc(struct tei *tei)
{
    bool begun = false;
    for (uint32_t i = 0; i < tei->issue->pages.count; i++) {
        if (!page_is_due(tei, &tei->issue->pages.items[i]))
            continue;
        if (!begun) {
            galley_xml_start(&tei->xml, "sourceDoc");
            galley_xml_newline(&tei->xml);
        }
        begun = true;
        write_surface(tei, i);
    }
    if (begun)
        tei_end_line(tei);
}
