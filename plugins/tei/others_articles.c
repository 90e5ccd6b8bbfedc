/* SPDX-License-Identifier: MIT
 * The article that is open, and what stands above its text.  It begins with its first words, not
 * with its element; the first head is the headline unless it calls itself something else, and a
 * head over several articles is the section of the next one. */
#include "plugins/tei/others.h"

/* It begins with its first words, so its page is theirs. */
galley_article *others_article(tei_others *others)
{
    galley_issue *issue = others->issue;
    if (others->article)
        return others->article;
    bool is_title = tei_is(others->origin, "titlePage");
    galley_article *article = galley_issue_add_article(issue, is_title ? GALLEY_MASTHEAD : others->kind);
    tei_article_read *kept = galley_push(others->read->scratch, &others->read->articles);
    article->confidence = 1;
    article->section = others->section;
    article->page = others->page == GALLEY_NONE ? 0 : others->page;
    others->section = (galley_text){ 0 };
    others->article = article;
    if (kept)
        *kept = (tei_article_read){ .article = article,
                                    .name = tei_xml_value(others->origin, "id"),
                                    .next = tei_value(others->origin, "next"),
                                    .before = tei_value(others->origin, "prev"),
                                    .index = (uint32_t)issue->articles.count - 1 };
    if (others->origin)
        article->language = tei_keep(others->read, tei_xml_value(others->origin, "lang"));
    others->origin = NULL; /* what follows another article in it is not that element */
    return article;
}

galley_block *others_add(tei_others *others, galley_block_type type, galley_text text)
{
    if (!text.text.length)
        return NULL;
    galley_block *block = galley_article_add_block(others->issue, others_article(others), type);
    block->text = text;
    block->confidence = 1;
    return block;
}

/* The last block, which has nothing in it. */
void others_drop_block(tei_others *others)
{
    size_t last = --others->article->blocks.count;
    memset(&others->article->blocks.items[last], 0, sizeof *others->article->blocks.items);
}

/* ---- Heads --------------------------------------------------------------------------------------- */

void others_drop_section(tei_others *others)
{
    if (others->section.text.length)
        galley_issue_add_furniture(others->issue, GALLEY_LABEL, others->section);
    others->section = (galley_text){ 0 };
}

/* Above the text of its article: by what it calls itself, else the first one is the headline. */
static void add_head(tei_others *others, const tei_node *node, galley_text text)
{
    galley_article *article = others_article(others);
    galley_slice type = tei_value(node, "type");
    const struct {
        const char *type;
        galley_text *to;
    } rows[] = { { "section", &article->section }, { "kicker", &article->kicker }, { "main", &article->headline } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(type, rows[i].type) && !rows[i].to->text.length) {
            *rows[i].to = text;
            return;
        }
    if (!article->headline.text.length && !galley_slice_is(type, "sub"))
        article->headline = text;
    else
        *galley_article_add_subheadline(others->issue, article) = text;
}

void others_head(tei_others *others, const tei_node *node)
{
    galley_text text = others_text(others, node);
    bool is_within = others->level || (others->article && others->article->blocks.count);
    if (text.text.length && !others->inside && !others->article) {
        others_drop_section(others);
        others->section = text;
    } else if (is_within) {
        galley_block *block = others_add(others, GALLEY_CROSSHEAD, text);
        if (block)
            block->level = others->level > 1 ? others->level : 1;
    } else if (text.text.length)
        add_head(others, node, text);
    others_release(others);
}

/* Once, above the text; elsewhere it is a paragraph. */
void others_signature(tei_others *others, const tei_node *node)
{
    galley_text text = others_text(others, node);
    if (text.text.length) {
        galley_article *article = others_article(others);
        galley_text *field = tei_is(node, "dateline") ? &article->dateline : &article->byline;
        if (!field->text.length && !article->blocks.count)
            *field = text;
        else
            others_add(others, GALLEY_PARAGRAPH, text);
    }
    others_release(others);
}

void others_title(tei_others *others, const tei_node *node)
{
    galley_text text = others_text(others, node);
    if (text.text.length && !others_article(others)->headline.text.length)
        others_article(others)->headline = text;
    else
        others_add(others, GALLEY_PARAGRAPH, text);
    others_release(others);
}
