/* SPDX-License-Identifier: MIT
 * The body: a division a page (a section, where the page has a name), in it the page
 * break and the articles in their order, with the furniture that stands between them. */
#include "plugins/tei/writer.h"

void tei_write_page_break(struct tei *tei, uint32_t index, bool runs_on)
{
    if (index == tei->page || index >= tei->issue->pages.count)
        return;
    const galley_page *page = &tei->issue->pages.items[index];
    tei->page = index;
    galley_xml_start(&tei->xml, "pb");
    if (page->number_given) /* one that is counted stands at the surface */
        galley_xml_attribute(&tei->xml, "n", page->number);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#s%u", index + 1);
    if (runs_on)
        galley_xml_set(&tei->xml, "break", "no");
    galley_xml_end(&tei->xml);
}

void tei_turn_to(struct tei *tei, uint32_t index)
{
    if (index == tei->page || index >= tei->issue->pages.count)
        return;
    tei_write_page_break(tei, index, false);
    tei_end_break(tei);
}

static void write_page_head(struct tei *tei, uint32_t index)
{
    if (index >= tei->issue->pages.count) {
        galley_xml_set(&tei->xml, "type", "page");
        galley_xml_newline(&tei->xml);
        return;
    }
    const galley_page *page = &tei->issue->pages.items[index];
    galley_slice name = page->section.length ? page->section : page->number;
    galley_xml_set(&tei->xml, "type", page->section.length ? "section" : "page");
    if (name.length)
        galley_xml_attribute(&tei->xml, "n", name);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#s%u", index + 1);
    galley_xml_newline(&tei->xml);
    tei_turn_to(tei, index); /* unless the title page has it, or the text turned it */
}

static void write_page(struct tei *tei, uint32_t index)
{
    const tei_bins *articles = &tei->order.articles;
    galley_xml_start(&tei->xml, "div");
    write_page_head(tei, index);
    for (size_t i = articles->begins[index]; i < articles->begins[index + 1]; i++)
        if (articles->items[i] != tei->title)
            tei_write_article(tei, articles->items[i]);
    tei_write_pieces(tei, TEI_END_OF_PAGE, index, 0);
    if (index + 1 == tei->order.pages)
        tei_write_left_pieces(tei);
    tei_end_line(tei);
}

void tei_write_body(struct tei *tei)
{
    galley_xml_start(&tei->xml, "body");
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < tei->order.pages; i++)
        write_page(tei, i);
    tei_end_line(tei);
}
