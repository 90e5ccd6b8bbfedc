/* SPDX-License-Identifier: MIT
 * The masthead as a title page: names first, then what a printer's imprint says
 * (date, number, publisher). */
#include <stdint.h>

#include <galley/text.h>

#include "plugins/tei/writer.h"

static void note_copy(void *state, const char *role, const galley_text *text)
{
    (void)role;
    *(bool *)state |= text->copy;
}

/* A paragraph, or what is written as one or not at all. */
static bool is_paragraph(const galley_block *block)
{
    bool is_empty = !block->text.text.length && block->type == GALLEY_CROSSHEAD;
    bool has_items = block->type == GALLEY_LIST || block->type == GALLEY_TABLE;
    return block->type == GALLEY_PARAGRAPH || is_empty || (has_items && !block->item_count);
}

static bool is_plain(const galley_article *article)
{
    if (article->continued_in != GALLEY_NONE || article->continues != GALLEY_NONE)
        return false;
    for (size_t i = 0; i < article->blocks.count; i++) {
        const galley_block *block = &article->blocks.items[i];
        if (!is_paragraph(block) || block->item_count || block->credit.text.length)
            return false;
    }
    bool has_copy = false;
    galley_article_visit(article, note_copy, &has_copy);
    return !has_copy;
}

static void note_words(void *state, const char *role, const galley_text *text)
{
    (void)role;
    *(bool *)state |= text->text.length > 0;
}

uint32_t tei_find_title(const galley_issue *issue)
{
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        bool has_words = false;
        if (article->kind != GALLEY_MASTHEAD || article->page != 0)
            continue;
        galley_article_visit(article, note_words, &has_words);
        return has_words && is_plain(article) ? i : GALLEY_NONE;
    }
    return GALLEY_NONE;
}

/* ---- Names, then the imprint ------------------------------------------------------------- */

typedef struct walk {
    struct tei *tei;
    bool in_names, had_imprint; /* inside <docTitle>; names come before the imprint only */
    bool dated;
    size_t block; /* index of the last paragraph */
} walk;

static bool has_digit(galley_slice text)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        if (galley_code_class(galley_text_next(&at, end)) & GALLEY_DIGIT)
            return true;
    return false;
}

/* The paper's own name is main: the one that is known, else what stands first. */
static const char *name_type(const walk *at, const char *role, const galley_text *text)
{
    galley_slice known = at->tei->issue->meta.title;
    bool is_main = known.length ? tei_is_sayable(known) && galley_slice_equal(known, text->text) : !at->in_names;
    return is_main || !strcmp(role, "headline") ? "main" : !strcmp(role, "kicker") ? "kicker" : "sub";
}

/* @n: the part of an article that it is, where it is no paragraph; of one how sure it is.  The
 * paragraphs come by in their order. */
static void write_role(walk *at, const char *role, const galley_text *text)
{
    struct tei *tei = at->tei;
    const galley_article *article = tei->issue->articles.items[tei->title];
    if (strcmp(role, "text")) {
        galley_xml_set(&tei->xml, "n", role);
        return;
    }
    while (at->block < article->blocks.count && &article->blocks.items[at->block].text != text)
        at->block++;
    if (at->block < article->blocks.count && article->blocks.items[at->block].confidence < 1)
        tei_write_certainty(tei, article->blocks.items[at->block].confidence);
}

static void write_name(walk *at, const char *role, const galley_text *text)
{
    struct tei *tei = at->tei;
    const char *type = name_type(at, role, text);
    if (!at->in_names) {
        galley_xml_start(&tei->xml, "docTitle");
        galley_xml_newline(&tei->xml);
    }
    at->in_names = true;
    tei_write_before(tei, text);
    galley_xml_start(&tei->xml, "titlePart");
    galley_xml_set(&tei->xml, "type", type);
    write_role(at, role, text);
    tei_write_zones(tei, text);
    tei_write_lines(tei, text);
    tei_end_line(tei);
    tei_write_behind(tei, text);
}

static void end_names(walk *at)
{
    if (at->in_names) {
        tei_end_line(at->tei);
    }
    at->in_names = false;
    at->had_imprint = true;
}

/* Whether the year of the issue stands in it, in digits. */
static bool says_date(const walk *at, const galley_text *text)
{
    galley_slice date = at->tei->issue->meta.date;
    return tei_is_date(date) && galley_slice_find(text->text, galley_slice_part(date, 0, 4), 0) != SIZE_MAX;
}

static void start_date(walk *at)
{
    galley_xml_start(&at->tei->xml, "docDate");
    galley_xml_attribute(&at->tei->xml, "when", at->tei->issue->meta.date);
    at->dated = true;
}

/* The first one that says the date is the date. */
static void write_imprint(walk *at, const char *role, const galley_text *text)
{
    struct tei *tei = at->tei;
    bool is_date = !at->dated && says_date(at, text);
    tei_write_before(tei, text);
    galley_xml_start(&tei->xml, "docImprint");
    write_role(at, role, text);
    tei_write_zones(tei, text);
    if (is_date)
        start_date(at);
    tei_write_lines(tei, text);
    if (is_date)
        galley_xml_end(&tei->xml);
    tei_end_line(tei);
    tei_write_behind(tei, text);
}

static void write_part(void *state, const char *role, const galley_text *text)
{
    walk *at = state;
    if (!text->text.length)
        return;
    bool is_signed = !strcmp(role, "byline") || !strcmp(role, "dateline") || !strcmp(role, "credit");
    if (!at->had_imprint && !is_signed && !has_digit(text->text)) {
        write_name(at, role, text);
        return;
    }
    end_names(at);
    write_imprint(at, role, text);
}

/* The date that is known and that no imprint says in digits. */
static void write_known_date(walk *at)
{
    if (at->dated || !tei_is_date(at->tei->issue->meta.date))
        return;
    start_date(at);
    tei_end_line(at->tei);
}

void tei_write_front(struct tei *tei)
{
    walk at = { .tei = tei };
    if (tei->title == GALLEY_NONE)
        return;
    galley_xml_start(&tei->xml, "front");
    galley_xml_newline(&tei->xml);
    tei_turn_to(tei, 0);
    tei_write_pieces(tei, TEI_BEFORE_ARTICLE, tei->title, 0);
    galley_xml_start(&tei->xml, "titlePage");
    galley_xml_set(&tei->xml, "type", "heading");
    tei_write_article_attributes(tei, tei->title);
    galley_xml_newline(&tei->xml);
    const galley_article *article = tei->issue->articles.items[tei->title];
    galley_article_visit(article, write_part, &at);
    for (size_t i = 0; i < article->blocks.count; i++)
        tei_note_empty(tei,
                       !article->blocks.items[i].text.text.length || article->blocks.items[i].type != GALLEY_PARAGRAPH);
    end_names(&at);
    write_known_date(&at);
    galley_xml_end(&tei->xml);
    tei_end_line(tei);
}
