/* SPDX-License-Identifier: MIT
 * One table says which element is what; an element that is not in it is part of a line.
 * The walk goes through it, and sees to what any element may have: a language, the number of
 * a printed page, nothing to show. */
#include "plugins/epub/elements.h"

#include <galley/text.h>

typedef struct row {
    const char *name;
    epub_reader *read;
} row;

/* By their names, in order. */
static const row rows[] = {
    { "a", epub_read_link },
    { "address", epub_read_block },
    { "annotation", epub_read_nothing },
    { "annotation-xml", epub_read_nothing },
    { "article", epub_read_block },
    { "aside", epub_read_note },
    { "audio", epub_read_media },
    { "b", epub_read_strong },
    { "blockquote", epub_read_quotation },
    { "body", epub_read_block },
    { "br", epub_read_break },
    { "canvas", epub_read_media },
    { "caption", epub_read_block },
    { "center", epub_read_block },
    { "cite", epub_read_emphasis },
    { "dd", epub_read_item },
    { "desc", epub_read_nothing },
    { "details", epub_read_block },
    { "dfn", epub_read_emphasis },
    { "dir", epub_read_list },
    { "div", epub_read_note },
    { "dl", epub_read_list },
    { "dt", epub_read_item },
    { "em", epub_read_emphasis },
    { "fieldset", epub_read_block },
    { "figcaption", epub_read_caption },
    { "figure", epub_read_figure },
    { "footer", epub_read_block },
    { "form", epub_read_block },
    { "h1", epub_read_heading },
    { "h2", epub_read_heading },
    { "h3", epub_read_heading },
    { "h4", epub_read_heading },
    { "h5", epub_read_heading },
    { "h6", epub_read_heading },
    { "head", epub_read_nothing },
    { "header", epub_read_block },
    { "hgroup", epub_read_block },
    { "hr", epub_read_block },
    { "i", epub_read_emphasis },
    { "iframe", epub_read_media },
    { "image", epub_read_picture },
    { "img", epub_read_picture },
    { "legend", epub_read_block },
    { "li", epub_read_item },
    { "main", epub_read_block },
    { "math", epub_read_formula },
    { "menu", epub_read_list },
    { "metadata", epub_read_nothing },
    { "nav", epub_read_nav },
    { "object", epub_read_media },
    { "ol", epub_read_list },
    { "option", epub_read_block },
    { "p", epub_read_block },
    { "pre", epub_read_verbatim },
    { "rp", epub_read_nothing },
    { "ruby", epub_read_ruby },
    { "script", epub_read_nothing },
    { "section", epub_read_note },
    { "strong", epub_read_strong },
    { "style", epub_read_nothing },
    { "sub", epub_read_raised },
    { "summary", epub_read_block },
    { "sup", epub_read_raised },
    { "table", epub_read_table },
    { "td", epub_read_block },
    { "template", epub_read_nothing },
    { "text", epub_read_block },
    { "th", epub_read_block },
    { "title", epub_read_nothing },
    { "tr", epub_read_block },
    { "ul", epub_read_list },
    { "video", epub_read_media },
};

static epub_reader *reader_of(const char *name)
{
    size_t from = 0, to = sizeof rows / sizeof *rows;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = strcmp(rows[middle].name, name);
        if (!order)
            return rows[middle].read;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return epub_flow_walk;
}

/* The number of a printed page, in the middle of the words that it stands between. */
static bool is_folio(const epub_node *node)
{
    return epub_has_word(node, "epub:type", "pagebreak") || epub_has_word(node, "role", "doc-pagebreak");
}

static void read_folio(epub_flow *flow, const epub_node *node)
{
    galley_text text = { .text = galley_slice_trim(epub_text_of(node, flow->issue->arena)) };
    if (galley_text_first(text.text))
        flow->furniture(flow->state, text, GALLEY_FOLIO);
}

/* In which language an element is, when that is another one than around it. */
static bool is_foreign(const epub_flow *flow, galley_slice language)
{
    return language.length && flow->language.length && !galley_slice_equal(language, flow->language);
}

void epub_flow_step(epub_flow *flow, const epub_node *node)
{
    galley_slice around = flow->language, language = node->name ? epub_value_of(node, "lang") : (galley_slice){ 0 };
    if (!node->name) {
        epub_words_add(&flow->words, node->text);
        return;
    }
    if (epub_has(node, "hidden"))
        return;
    if (!flow->hold)
        flow->begin(flow->state, node);
    bool opened = is_foreign(flow, language) && epub_words_open(&flow->words, GALLEY_LANGUAGE, language);
    flow->language = language.length ? language : around;
    (is_folio(node) ? read_folio : reader_of(node->name))(flow, node);
    if (opened)
        epub_words_close(&flow->words);
    flow->language = around;
}

void epub_flow_walk(epub_flow *flow, const epub_node *node)
{
    for (const epub_node *child = node->first; child; child = child->next)
        epub_flow_step(flow, child);
}
