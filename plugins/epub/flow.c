/* SPDX-License-Identifier: MIT
 * The texts of a document, and the blocks that they become.  A text ends where a block
 * begins or ends, unless it is held: then a space stands there. */
#include "plugins/epub/flow.h"

#include <galley/text.h>

#include "plugins/epub/elements.h"

/* ---- Texts -------------------------------------------------------------------- */

void epub_flow_give(epub_flow *flow, galley_text text)
{
    galley_block block = { .type = flow->quoted ? GALLEY_QUOTATION : GALLEY_PARAGRAPH, .text = text, .confidence = 1 };
    if (!galley_text_first(text.text))
        return;
    if (flow->is_furniture)
        flow->furniture(flow->state, text, GALLEY_GUIDE);
    else
        flow->block(flow->state, &block);
}

void epub_flow_cut(epub_flow *flow)
{
    if (flow->hold)
        epub_words_break(&flow->words);
    else
        epub_flow_give(flow, epub_words_take(&flow->words));
}

galley_text epub_flow_hold(epub_flow *flow, const epub_node *node)
{
    epub_flow_cut(flow);
    flow->hold++;
    epub_flow_walk(flow, node);
    flow->hold--;
    return epub_words_take(&flow->words);
}

/* ---- Blocks ------------------------------------------------------------------- */

void epub_read_block(epub_flow *flow, const epub_node *node)
{
    epub_flow_cut(flow);
    epub_flow_walk(flow, node);
    epub_flow_cut(flow);
}

void epub_read_break(epub_flow *flow, const epub_node *node)
{
    (void)node;
    epub_words_break(&flow->words);
}

void epub_read_heading(epub_flow *flow, const epub_node *node)
{
    if (flow->hold || flow->is_furniture) {
        epub_read_block(flow, node);
        return;
    }
    for (const epub_node *at = node->first; at; at = epub_step(at, node))
        if (at->name)
            flow->begin(flow->state, at);
    galley_text text = epub_flow_hold(flow, node);
    if (galley_text_first(text.text))
        flow->heading(flow->state, text, (unsigned)(node->name[1] - '0'));
}

void epub_read_quotation(epub_flow *flow, const epub_node *node)
{
    epub_flow_cut(flow);
    flow->quoted++;
    epub_flow_walk(flow, node);
    epub_flow_cut(flow);
    flow->quoted--;
}

void epub_read_note(epub_flow *flow, const epub_node *node)
{
    static const char *const types[] = { "footnote", "endnote", "rearnote", "note", "footnotes", "endnotes" };
    static const char *const roles[] = { "doc-footnote", "doc-endnote", "doc-endnotes" };
    bool found = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        found |= epub_has_word(node, "epub:type", types[i]);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        found |= epub_has_word(node, "role", roles[i]);
    flow->lowered[EPUB_NOTES] += found;
    epub_read_block(flow, node);
}

/* Lines as they stand: a paragraph each. */
void epub_read_verbatim(epub_flow *flow, const epub_node *node)
{
    epub_flow_cut(flow);
    flow->lowered[EPUB_VERBATIM]++;
    for (const epub_node *at = node->first; at; at = epub_step(at, node)) {
        if (epub_is(at, "br"))
            epub_flow_cut(flow);
        for (size_t from = 0, to; !at->name && from < at->text.length; from = to + 1) {
            for (to = from; to < at->text.length && at->text.text[to] != '\n';)
                to++;
            epub_words_add(&flow->words, galley_slice_part(at->text, from, to));
            if (to < at->text.length)
                epub_flow_cut(flow);
        }
    }
    epub_flow_cut(flow);
}

/* ---- What is no block ----------------------------------------------------------- */

void epub_read_nothing(epub_flow *flow, const epub_node *node)
{
    (void)flow;
    (void)node;
}

void epub_read_formula(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_FORMULAS]++;
    epub_flow_walk(flow, node);
}

void epub_read_media(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_MEDIA]++;
    epub_read_block(flow, node);
}

/* Contents, and links to what stands before and after, are no part of an article. */
void epub_read_nav(epub_flow *flow, const epub_node *node)
{
    bool was = flow->is_furniture;
    epub_flow_cut(flow);
    flow->is_furniture = true;
    epub_flow_walk(flow, node);
    epub_flow_cut(flow);
    flow->is_furniture = was;
}

/* ---- A document ----------------------------------------------------------------- */

void epub_flow_read(epub_flow *flow, const epub_node *element)
{
    flow->words.issue = flow->issue;
    epub_flow_walk(flow, element);
    epub_flow_cut(flow);
}

void epub_flow_report(const epub_flow *flow, galley_findings *findings)
{
    static const char *const sentences[EPUB_LOWERED_COUNT] = {
        [EPUB_NESTED_LISTS] = "lists within lists became items of the outer one",
        [EPUB_NUMBERED] = "numbered lists became lists; their numbers, which the reading system makes, are left out",
        [EPUB_DEFINITIONS] = "terms and their definitions became items of a list",
        [EPUB_NESTED_TABLES] = "tables within cells or items became words of these",
        [EPUB_SPANNED_CELLS] = "cells over several columns or rows became one cell and empty ones",
        [EPUB_NOTES] = "notes became paragraphs where they stand",
        [EPUB_BOOK_LINKS] = "links inside the book lead nowhere any more; their words stay",
        [EPUB_RAISED] = "raised and lowered figures stand on the line now",
        [EPUB_VERBATIM] = "preformatted texts became a paragraph a line",
        [EPUB_FORMULAS] = "formulas became the characters in them",
        [EPUB_MEDIA] = "sounds, films and embedded documents are left out; their words stay",
        [EPUB_DEEP_MARKS] = "marks more than 16 deep are left out; their words stay",
    };
    for (size_t i = 0; i < EPUB_LOWERED_COUNT; i++)
        if (flow->lowered[i])
            galley_find(findings, GALLEY_LOST, "epub.lowered", (galley_place){ .file = flow->book->file }, "%s (%zu)",
                        sentences[i], flow->lowered[i]);
}
