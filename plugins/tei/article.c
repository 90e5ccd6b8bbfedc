/* SPDX-License-Identifier: MIT
 * An article as a division: its head in printed order, byline, dateline, and its
 * blocks, each kind with a small function of its own. */
#include "plugins/tei/writer.h"

static void write_link(struct tei *tei, const char *attribute, uint32_t other)
{
    if (other < tei->issue->articles.count)
        tei_write_id(tei, attribute, "#", other);
}

/* The first part of what jumps is I, the last F, one between M. */
static void write_part(struct tei *tei, const galley_article *article)
{
    bool goes_on = article->continued_on.length || article->continued_in != GALLEY_NONE;
    bool came_from = article->continued_from.length || article->continues != GALLEY_NONE;
    if (goes_on || came_from)
        galley_xml_set(&tei->xml, "part", goes_on && came_from ? "M" : goes_on ? "I" : "F");
    write_link(tei, "next", article->continued_in);
    write_link(tei, "prev", article->continues);
}

static void write_head(struct tei *tei, const galley_article *article)
{
    tei_write_text(tei, "head", "section", &article->section);
    tei_write_text(tei, "head", "kicker", &article->kicker);
    tei_write_text(tei, "head", "main", &article->headline);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        tei_write_text(tei, "head", "sub", &article->subheadlines.items[i]);
}

/* A byline that stands in the lead is not said twice: an empty element names it and
 * points at its line. */
void tei_write_signed(struct tei *tei, const char *element, const galley_text *text)
{
    if (!text->text.length)
        return;
    if (!text->copy) {
        tei_write_text(tei, element, NULL, text);
        return;
    }
    galley_xml_start(&tei->xml, element);
    galley_xml_attribute(&tei->xml, "n", text->text);
    if (tei->facsimile && text->span_count)
        galley_xml_print(&tei->xml, "corresp", "#l%u", tei->issue->lines.items[text->spans[0].line].id);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

/* ---- Blocks --------------------------------------------------------------------- */

static void write_paragraph(struct tei *tei, const galley_block *block)
{
    tei_write_text(tei, "p", NULL, &block->text);
}

static void write_crosshead(struct tei *tei, const galley_block *block)
{
    tei_write_text(tei, "ab", "crosshead", &block->text);
}

static void write_quotation(struct tei *tei, const galley_block *block)
{
    galley_xml_start(&tei->xml, "quote");
    tei_write_text(tei, "p", NULL, &block->text);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_figure(struct tei *tei, const galley_block *block)
{
    galley_xml_start(&tei->xml, "figure");
    galley_xml_newline(&tei->xml);
    if (block->image.length) {
        galley_xml_start(&tei->xml, "graphic");
        tei_write_url(tei, "url", block->image);
        galley_xml_end(&tei->xml);
    }
    tei_write_text(tei, "ab", "caption", &block->text);
    tei_write_text(tei, "ab", "credit", &block->credit);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_list(struct tei *tei, const galley_block *block)
{
    if (!block->item_count)
        return;
    galley_xml_start(&tei->xml, "list");
    galley_xml_newline(&tei->xml);
    tei_write_text(tei, "head", NULL, &block->text);
    for (uint32_t i = 0; i < block->item_count; i++)
        tei_write_text(tei, "item", NULL, &block->items[i]);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_table(struct tei *tei, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
    if (!block->item_count)
        return;
    galley_xml_start(&tei->xml, "table");
    galley_xml_newline(&tei->xml);
    tei_write_text(tei, "head", NULL, &block->text);
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (i % columns == 0)
            galley_xml_start(&tei->xml, "row");
        galley_xml_start(&tei->xml, "cell");
        tei_write_lines(tei, &block->items[i]);
        galley_xml_end(&tei->xml);
        if ((i + 1) % columns == 0 || i + 1 == block->item_count) {
            galley_xml_end(&tei->xml);
            galley_xml_newline(&tei->xml);
        }
    }
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void (*const write_block[GALLEY_BLOCK_COUNT])(struct tei *, const galley_block *) = {
    [GALLEY_PARAGRAPH] = write_paragraph, [GALLEY_CROSSHEAD] = write_crosshead, [GALLEY_QUOTATION] = write_quotation,
    [GALLEY_FIGURE] = write_figure,       [GALLEY_LIST] = write_list,           [GALLEY_TABLE] = write_table,
};

void tei_write_article(struct tei *tei, uint32_t index)
{
    const galley_article *article = tei->issue->articles.items[index];
    galley_xml_start(&tei->xml, "div");
    galley_xml_set(&tei->xml, "type", article->kind == GALLEY_NEWS ? "article" : galley_kind_name(article->kind));
    tei_write_id(tei, "xml:id", "", index);
    write_part(tei, article);
    tei_write_certainty(tei, article->confidence);
    galley_xml_newline(&tei->xml);
    write_head(tei, article);
    tei_write_signed(tei, "byline", &article->byline);
    tei_write_signed(tei, "dateline", &article->dateline);
    for (size_t i = 0; i < article->blocks.count; i++)
        write_block[article->blocks.items[i].type](tei, &article->blocks.items[i]);
    tei_write_text(tei, "ab", "credit", &article->credit);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
