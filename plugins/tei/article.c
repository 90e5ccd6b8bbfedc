/* SPDX-License-Identifier: MIT
 * An article as a division: its head in printed order, byline, dateline, and its
 * blocks, each kind with a small function of its own. */
#include <stdio.h>
#include <stdlib.h>

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

/* ---- The head ------------------------------------------------------------------------ */

typedef struct head_part {
    const char *type;
    const galley_text *text;
    size_t index;
} head_part;

static int by_print(const void *a, const void *b)
{
    const head_part *x = a, *y = b;
    const galley_span *one = &x->text->spans[0], *other = &y->text->spans[0];
    if (one->line != other->line)
        return one->line < other->line ? -1 : 1;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool have_places(const head_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!parts[i].text->span_count)
            return false;
    return true;
}

/* Whether printed order leaves the subheadlines in theirs. */
static bool keeps_subheadlines(const galley_article *article)
{
    for (size_t i = 1; i < article->subheadlines.count; i++) {
        const head_part one = { "sub", &article->subheadlines.items[i - 1], 0 };
        const head_part next = { "sub", &article->subheadlines.items[i], 1 };
        if (one.text->span_count && next.text->span_count && by_print(&one, &next) > 0)
            return false;
    }
    return true;
}

/* As it stands on the page; where that is not known, as a head is mostly set. */
static void write_head(struct tei *tei, const galley_article *article)
{
    const head_part fixed[] = { { "section", &article->section, 0 },
                                { "kicker", &article->kicker, 1 },
                                { "main", &article->headline, 2 } };
    size_t room = 3 + article->subheadlines.count, count = 0;
    head_part *parts = galley_arena_room(tei->arena, room, sizeof *parts);
    for (size_t i = 0; parts && i < room; i++) {
        head_part part = i < 3 ? fixed[i] : (head_part){ "sub", &article->subheadlines.items[i - 3], i };
        if (part.text->text.length)
            parts[count++] = part;
        else
            tei_note_empty(tei, i >= 3);
    }
    if (count && have_places(parts, count) && keeps_subheadlines(article))
        qsort(parts, count, sizeof *parts, by_print);
    for (size_t i = 0; i < count; i++)
        tei_write_text(tei, "head", parts[i].type, parts[i].text);
}

/* ---- Blocks --------------------------------------------------------------------- */

static void start_block(struct tei *tei, const char *element, const galley_block *block)
{
    galley_xml_start(&tei->xml, element);
    if (block->confidence < 1)
        tei_write_certainty(tei, block->confidence);
}

static void write_paragraph(struct tei *tei, const galley_block *block)
{
    tei_note_empty(tei, !block->text.text.length || block->type != GALLEY_PARAGRAPH);
    tei_write_sure(tei, "p", NULL, &block->text, block->confidence);
}

/* @rend says the level of a crosshead where it is known. */
static void write_crosshead(struct tei *tei, const galley_block *block)
{
    char level[24];
    snprintf(level, sizeof level, "level(%u)", block->level);
    tei_note_empty(tei, !block->text.text.length);
    if (!block->text.text.length)
        return;
    tei_write_before(tei, &block->text);
    start_block(tei, "ab", block);
    galley_xml_set(&tei->xml, "type", "crosshead");
    tei_write_content(tei, &block->text, block->level ? level : NULL);
    tei_end_line(tei);
    tei_write_behind(tei, &block->text);
}

/* One without words has a paragraph without any. */
static void write_quotation(struct tei *tei, const galley_block *block)
{
    start_block(tei, "quote", block);
    tei_write_text(tei, "p", NULL, &block->text);
    if (!block->text.text.length) {
        galley_xml_start(&tei->xml, "p");
        tei_end_line(tei);
    }
    tei_end_line(tei);
}

static void write_picture(struct tei *tei, const galley_image *image)
{
    if (image->media_type.length && tei_is_media_type(image->media_type))
        galley_xml_attribute(&tei->xml, "mimeType", image->media_type);
    else if (image->media_type.length)
        galley_xml_attribute(&tei->xml, "n", image->media_type);
    if (image->width)
        galley_xml_print(&tei->xml, "width", "%upx", image->width);
    if (image->height)
        galley_xml_print(&tei->xml, "height", "%upx", image->height);
}

/* The picture's name; what is to be seen is figDesc, which is empty for an ornament. */
static void write_graphic(struct tei *tei, galley_slice name)
{
    const galley_image *image = galley_issue_image(tei->issue, name);
    if (!name.length)
        return;
    galley_xml_start(&tei->xml, "graphic");
    tei_write_url(tei, "url", name, "");
    if (image)
        write_picture(tei, image);
    tei_end_line(tei);
    if (!image || !image->alt_known)
        return;
    galley_xml_start(&tei->xml, "figDesc");
    galley_xml_text(&tei->xml, image->alt);
    tei_end_line(tei);
}

static void write_figure(struct tei *tei, const galley_block *block)
{
    start_block(tei, "figure", block);
    tei_write_zones(tei, block->text.text.length ? &block->text : &block->credit);
    galley_xml_newline(&tei->xml);
    write_graphic(tei, block->image);
    tei_write_text(tei, "ab", "caption", &block->text);
    tei_write_text(tei, "ab", "credit", &block->credit);
    tei_end_line(tei);
}

/* One without words is an item too. */
static void write_item(struct tei *tei, const galley_text *text)
{
    tei_write_before(tei, text);
    galley_xml_start(&tei->xml, "item");
    tei_write_content(tei, text, NULL);
    tei_end_line(tei);
    tei_write_behind(tei, text);
}

static void write_list(struct tei *tei, const galley_block *block)
{
    if (!block->item_count) {
        write_paragraph(tei, block);
        return;
    }
    start_block(tei, "list", block);
    galley_xml_newline(&tei->xml);
    tei_write_text(tei, "head", NULL, &block->text);
    for (uint32_t i = 0; i < block->item_count; i++)
        write_item(tei, &block->items[i]);
    tei_end_line(tei);
}

/* A row has nothing but cells: what stands between them stands in them. */
static void write_cell(struct tei *tei, const galley_text *text)
{
    galley_xml_start(&tei->xml, "cell");
    tei->in_cell = true;
    if (text->copy)
        tei_write_content(tei, text, NULL);
    else {
        tei_write_zones(tei, text);
        tei_write_before(tei, text);
        tei_write_lines(tei, text);
        tei_write_behind(tei, text);
    }
    tei->in_cell = false;
    galley_xml_end(&tei->xml);
}

static void write_table(struct tei *tei, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
    if (!block->item_count) {
        write_paragraph(tei, block);
        return;
    }
    start_block(tei, "table", block);
    galley_xml_newline(&tei->xml);
    tei_write_text(tei, "head", NULL, &block->text);
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (i % columns == 0)
            galley_xml_start(&tei->xml, "row");
        write_cell(tei, &block->items[i]);
        if ((i + 1) % columns == 0 || i + 1 == block->item_count)
            tei_end_line(tei);
    }
    tei_end_line(tei);
}

static void (*const write_block[GALLEY_BLOCK_COUNT])(struct tei *, const galley_block *) = {
    [GALLEY_PARAGRAPH] = write_paragraph, [GALLEY_CROSSHEAD] = write_crosshead, [GALLEY_QUOTATION] = write_quotation,
    [GALLEY_FIGURE] = write_figure,       [GALLEY_LIST] = write_list,           [GALLEY_TABLE] = write_table,
};

/* ---- The division ------------------------------------------------------------------- */

void tei_write_article_attributes(struct tei *tei, uint32_t index)
{
    const galley_article *article = tei->issue->articles.items[index];
    tei_write_id(tei, "xml:id", "", index);
    if (tei->shuffled || (index == tei->title && index))
        galley_xml_print(&tei->xml, "n", "%u", index + 1);
    if (tei_is_language(article->language))
        galley_xml_attribute(&tei->xml, "xml:lang", article->language);
    tei_write_certainty(tei, article->confidence);
    tei_write_article_zones(tei, article);
}

void tei_write_article(struct tei *tei, uint32_t index)
{
    const galley_article *article = tei->issue->articles.items[index];
    tei_write_pieces(tei, TEI_BEFORE_ARTICLE, index, 0);
    tei_turn_to(tei, article->page); /* where another article turned it */
    galley_xml_start(&tei->xml, "div");
    galley_xml_set(&tei->xml, "type", article->kind == GALLEY_NEWS ? "article" : galley_kind_name(article->kind));
    write_part(tei, article);
    tei_write_article_attributes(tei, index);
    galley_xml_newline(&tei->xml);
    write_head(tei, article);
    tei_write_text(tei, "byline", NULL, &article->byline);
    tei_write_text(tei, "dateline", NULL, &article->dateline);
    for (size_t i = 0; i < article->blocks.count; i++)
        write_block[article->blocks.items[i].type](tei, &article->blocks.items[i]);
    tei_write_text(tei, "ab", "credit", &article->credit);
    tei_end_line(tei);
}
