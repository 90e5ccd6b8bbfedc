/* SPDX-License-Identifier: MIT
 * The text: a division a page, in it the page break, what belongs to no article,
 * and the articles in their order. */
#include "plugins/tei/writer.h"

static uint32_t page_of(const galley_issue *issue, const galley_text *text)
{
    if (!text->span_count)
        return 0;
    return issue->zones.items[issue->lines.items[text->spans[0].line].zone].page;
}

static void write_page_break(struct tei *tei, uint32_t index)
{
    galley_xml_start(&tei->xml, "pb");
    galley_xml_attribute(&tei->xml, "n", tei->issue->pages.items[index].number);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#s%u", index + 1);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

/* Where pages begin in a list that is sorted by page, so that it is walked once. */
typedef struct cursors {
    size_t article, furniture;
} cursors;

static void write_furniture(struct tei *tei, uint32_t page, cursors *at)
{
    for (; at->furniture < tei->issue->furniture.count; at->furniture++) {
        const galley_furniture *piece = &tei->issue->furniture.items[at->furniture];
        if (page_of(tei->issue, &piece->text) > page)
            return;
        tei_write_text(tei, "fw", galley_furniture_name(piece->kind), &piece->text);
    }
}

static void write_articles(struct tei *tei, uint32_t page, cursors *at)
{
    for (; at->article < tei->issue->articles.count; at->article++) {
        if (tei->issue->articles.items[at->article]->page > page)
            return;
        tei_write_article(tei, tei->issue->articles.items[at->article]);
    }
}

static void write_page(struct tei *tei, uint32_t index, cursors *at)
{
    const galley_page *page = &tei->issue->pages.items[index];
    galley_xml_start(&tei->xml, "div");
    galley_xml_set(&tei->xml, "type", "page");
    galley_xml_attribute(&tei->xml, "n", page->section.length ? page->section : page->number);
    galley_xml_newline(&tei->xml);
    write_page_break(tei, index);
    write_furniture(tei, index, at);
    write_articles(tei, index, at);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

void tei_write_body(struct tei *tei)
{
    cursors at = { 0, 0 };
    galley_xml_start(&tei->xml, "text");
    galley_xml_start(&tei->xml, "body");
    galley_xml_newline(&tei->xml);
    for (uint32_t i = 0; i < tei->issue->pages.count; i++)
        write_page(tei, i, &at);
    if (!tei->issue->pages.count) {
        galley_xml_start(&tei->xml, "div");
        galley_xml_set(&tei->xml, "type", "page");
        write_articles(tei, UINT32_MAX, &at);
        galley_xml_end(&tei->xml);
    }
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
