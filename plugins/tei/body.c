/* SPDX-License-Identifier: MIT
 * The body: a division a page (a section, where the page has a name), in it the page
 * break, what belongs to no article, and the articles in their order. */
#include "plugins/tei/writer.h"

void tei_write_page_break(struct tei *tei, uint32_t index)
{
    const galley_page *page = &tei->issue->pages.items[index];
    galley_xml_start(&tei->xml, "pb");
    if (page->number.length)
        galley_xml_attribute(&tei->xml, "n", page->number);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#s%u", index + 1);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_jump(struct tei *tei, const galley_text *text, uint32_t target)
{
    galley_xml_start(&tei->xml, "ref");
    tei_write_id(tei, "target", "#", target);
    tei_write_lines(tei, text);
    galley_xml_end(&tei->xml);
}

static void write_furniture(struct tei *tei, const galley_furniture *piece)
{
    if (!piece->text.text.length)
        return;
    galley_xml_start(&tei->xml, "fw");
    galley_xml_set(&tei->xml, "type", galley_furniture_name(piece->kind));
    uint32_t target = piece->kind == GALLEY_JUMP_LINE ? tei_jump_target(tei, &piece->text) : GALLEY_NONE;
    if (target != GALLEY_NONE)
        write_jump(tei, &piece->text, target);
    else
        tei_write_lines(tei, &piece->text);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
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
    galley_xml_newline(&tei->xml);
    if (index || tei->title == GALLEY_NONE) /* the title page has the first one's */
        tei_write_page_break(tei, index);
}

static void write_page(struct tei *tei, uint32_t index)
{
    const tei_bins *furniture = &tei->order.furniture, *articles = &tei->order.articles;
    galley_xml_start(&tei->xml, "div");
    write_page_head(tei, index);
    for (size_t i = furniture->begins[index]; i < furniture->begins[index + 1]; i++)
        write_furniture(tei, &tei->issue->furniture.items[furniture->items[i]]);
    for (size_t i = articles->begins[index]; i < articles->begins[index + 1]; i++)
        if (articles->items[i] != tei->title)
            tei_write_article(tei, articles->items[i]);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

void tei_write_body(struct tei *tei)
{
    galley_xml_start(&tei->xml, "body");
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < tei->order.pages; i++)
        write_page(tei, i);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
