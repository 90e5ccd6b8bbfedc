/* SPDX-License-Identifier: MIT
 * One table says which element is what; an element that is not in it is part of a line.
 * A text ends where a block begins or ends, unless it is held: then a space stands there. */
#include "plugins/epub/flow.h"

#include <galley/text.h>

#include "plugins/epub/pictures.h"

static void walk(epub_flow *flow, const epub_node *node);

/* ---- Texts -------------------------------------------------------------------- */

static void give_text(epub_flow *flow, galley_text text)
{
    galley_block block = { .type = flow->quoted ? GALLEY_QUOTATION : GALLEY_PARAGRAPH, .text = text, .confidence = 1 };
    if (!galley_text_first(text.text))
        return;
    if (flow->is_furniture)
        flow->furniture(flow->state, text, GALLEY_GUIDE);
    else
        flow->block(flow->state, &block);
}

static void end_text(epub_flow *flow)
{
    if (flow->hold)
        epub_words_break(&flow->words);
    else
        give_text(flow, epub_words_take(&flow->words));
}

/* All words of an element as one text. */
static galley_text held_text(epub_flow *flow, const epub_node *node)
{
    end_text(flow);
    flow->hold++;
    walk(flow, node);
    flow->hold--;
    return epub_words_take(&flow->words);
}

/* ---- Blocks ------------------------------------------------------------------- */

static void read_block(epub_flow *flow, const epub_node *node)
{
    end_text(flow);
    walk(flow, node);
    end_text(flow);
}

static void read_break(epub_flow *flow, const epub_node *node)
{
    (void)node;
    epub_words_break(&flow->words);
}

static void read_heading(epub_flow *flow, const epub_node *node)
{
    if (flow->hold || flow->is_furniture) {
        read_block(flow, node);
        return;
    }
    for (const epub_node *at = node->first; at; at = epub_step(at, node))
        if (at->name)
            flow->begin(flow->state, at);
    galley_text text = held_text(flow, node);
    if (galley_text_first(text.text))
        flow->heading(flow->state, text, (unsigned)(node->name[1] - '0'));
}

static void read_quotation(epub_flow *flow, const epub_node *node)
{
    end_text(flow);
    flow->quoted++;
    walk(flow, node);
    end_text(flow);
    flow->quoted--;
}

static void read_note(epub_flow *flow, const epub_node *node)
{
    static const char *const types[] = { "footnote", "endnote", "rearnote", "note", "footnotes", "endnotes" };
    static const char *const roles[] = { "doc-footnote", "doc-endnote", "doc-endnotes" };
    bool found = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        found |= epub_has_word(node, "epub:type", types[i]);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        found |= epub_has_word(node, "role", roles[i]);
    flow->lowered[EPUB_NOTES] += found;
    read_block(flow, node);
}

/* Lines as they stand: a paragraph each. */
static void read_verbatim(epub_flow *flow, const epub_node *node)
{
    end_text(flow);
    flow->lowered[EPUB_VERBATIM]++;
    for (const epub_node *at = node->first; at; at = epub_step(at, node)) {
        if (epub_is(at, "br"))
            end_text(flow);
        for (size_t from = 0, to; !at->name && from < at->text.length; from = to + 1) {
            for (to = from; to < at->text.length && at->text.text[to] != '\n';)
                to++;
            epub_words_add(&flow->words, galley_slice_part(at->text, from, to));
            if (to < at->text.length)
                end_text(flow);
        }
    }
    end_text(flow);
}

/* ---- Lists -------------------------------------------------------------------- */

static void end_item(epub_flow *flow)
{
    galley_text text = epub_words_take(&flow->words);
    galley_text *item = galley_text_first(text.text) ? galley_push(flow->issue->arena, &flow->items) : NULL;
    if (item)
        *item = text;
}

static void give_items(epub_flow *flow, galley_block block)
{
    block.items = flow->items.items;
    block.item_count = (uint32_t)flow->items.count;
    block.confidence = 1;
    memset(&flow->items, 0, sizeof flow->items);
    if (block.item_count || galley_text_first(block.text.text))
        flow->block(flow->state, &block);
}

static void read_list(epub_flow *flow, const epub_node *node)
{
    if (flow->in_list)
        flow->lowered[EPUB_NESTED_LISTS]++;
    flow->lowered[EPUB_DEFINITIONS] += epub_is(node, "dl");
    flow->lowered[EPUB_NUMBERED] += epub_is(node, "ol") && !flow->is_furniture;
    if (flow->hold || flow->is_furniture) { /* in a list, a cell, a heading */
        read_block(flow, node);
        return;
    }
    end_text(flow);
    flow->in_list = true;
    flow->hold++;
    walk(flow, node);
    end_item(flow);
    flow->hold--;
    flow->in_list = false;
    give_items(flow, (galley_block){ .type = GALLEY_LIST });
}

static void read_item(epub_flow *flow, const epub_node *node)
{
    if (!flow->in_list) {
        read_block(flow, node);
        return;
    }
    end_item(flow);
    walk(flow, node);
    end_item(flow);
}

/* ---- Tables ------------------------------------------------------------------- */

static bool is_cell(const epub_node *node)
{
    return epub_is(node, "td") || epub_is(node, "th");
}

/* The next row of a table, not of one inside it. */
static const epub_node *next_row(const epub_node *row, const epub_node *table)
{
    const epub_node *node = row ? epub_over(row, table) : table->first;
    while (node && !epub_is(node, "tr"))
        node = epub_is(node, "table") ? epub_over(node, table) : epub_step(node, table);
    return node;
}

static unsigned breadth_of(const epub_node *cell)
{
    enum { MOST = 100 };
    unsigned breadth = epub_number_of(cell, "colspan");
    return breadth < 1 ? 1 : breadth > MOST ? MOST : breadth;
}

static unsigned breadth_of_row(const epub_node *row)
{
    unsigned breadth = 0;
    for (const epub_node *cell = row->first; cell; cell = cell->next)
        breadth += is_cell(cell) ? breadth_of(cell) : 0;
    return breadth;
}

static void add_cell(epub_flow *flow, galley_text text)
{
    galley_text *cell = galley_push(flow->issue->arena, &flow->items);
    if (cell)
        *cell = text;
}

static void read_row(epub_flow *flow, const epub_node *row, unsigned columns)
{
    unsigned count = 0;
    for (const epub_node *cell = row->first; cell; cell = cell->next) {
        if (!is_cell(cell))
            continue;
        unsigned breadth = breadth_of(cell);
        flow->lowered[EPUB_SPANNED_CELLS] += breadth > 1 || epub_has(cell, "rowspan");
        walk(flow, cell);
        add_cell(flow, epub_words_take(&flow->words));
        for (count++; --breadth; count++)
            add_cell(flow, (galley_text){ 0 });
    }
    for (; count < columns; count++)
        add_cell(flow, (galley_text){ 0 });
}

/* Words between the cells, as broken tables have them. */
static bool has_loose_words(const epub_node *table)
{
    for (const epub_node *at = table->first; at;) {
        if (!at->name && galley_text_first(at->text))
            return true;
        at = is_cell(at) || epub_is(at, "caption") ? epub_over(at, table) : epub_step(at, table);
    }
    return false;
}

/* One column is no table but a way to place things; one in a text becomes words of it. */
static void read_table(epub_flow *flow, const epub_node *node)
{
    const epub_node *caption = epub_child(node, "caption");
    unsigned columns = 0, rows = 0, breadth;
    for (const epub_node *row = next_row(NULL, node); row; row = next_row(row, node), rows++)
        columns = (breadth = breadth_of_row(row)) > columns ? breadth : columns;
    flow->lowered[EPUB_NESTED_TABLES] += flow->hold > 0;
    if (columns < 2 || flow->hold || flow->is_furniture || has_loose_words(node)) {
        read_block(flow, node);
        return;
    }
    end_text(flow);
    galley_block block = { .type = GALLEY_TABLE, .columns = columns };
    if (caption)
        block.text = held_text(flow, caption);
    flow->hold++;
    for (const epub_node *row = next_row(NULL, node); row; row = next_row(row, node))
        read_row(flow, row, columns);
    flow->hold--;
    give_items(flow, block);
}

/* ---- Pictures ----------------------------------------------------------------- */

static void read_picture(epub_flow *flow, const epub_node *node)
{
    galley_slice fragment, link = epub_value_of(node, epub_has(node, "src") ? "src" : "href");
    galley_slice path = epub_package_resolve(flow->book, flow->path, link, &fragment);
    galley_slice name = galley_arena_copy(flow->issue->arena, path);
    const galley_image *image = epub_picture_take(flow->book, flow->issue, flow->path, node, name);
    if (!image)
        return;
    galley_block block = { .type = GALLEY_FIGURE, .image = image->name, .text = flow->caption, .confidence = 1 };
    flow->caption = (galley_text){ 0 };
    flow->block(flow->state, &block);
}

static bool has_picture(const epub_node *node)
{
    return epub_within(node, "img") || epub_within(node, "image");
}

/* The caption goes with the first picture, wherever it stands; without one it is a paragraph. */
static void read_figure(epub_flow *flow, const epub_node *node)
{
    const epub_node *caption = epub_within(node, "figcaption");
    end_text(flow);
    if (caption && has_picture(node) && !flow->hold && !flow->is_furniture)
        flow->caption = held_text(flow, caption);
    walk(flow, node);
    end_text(flow);
    give_text(flow, flow->caption); /* no picture could be had */
    flow->caption = (galley_text){ 0 };
}

static void read_caption(epub_flow *flow, const epub_node *node)
{
    const epub_node *figure = node->parent;
    while (figure && !epub_is(figure, "figure"))
        figure = figure->parent;
    bool taken = figure && epub_within(figure, "figcaption") == node && has_picture(figure);
    if (!taken || flow->hold || flow->is_furniture)
        read_block(flow, node);
}

/* ---- Parts of lines ------------------------------------------------------------- */

static void read_marked(epub_flow *flow, const epub_node *node, galley_mark_type type, galley_slice value)
{
    bool opened = epub_words_open(&flow->words, type, value);
    flow->lowered[EPUB_DEEP_MARKS] += !opened;
    walk(flow, node);
    if (opened)
        epub_words_close(&flow->words);
}

static void read_emphasis(epub_flow *flow, const epub_node *node)
{
    read_marked(flow, node, GALLEY_EMPHASIS, (galley_slice){ 0 });
}

static void read_strong(epub_flow *flow, const epub_node *node)
{
    read_marked(flow, node, GALLEY_STRONG, (galley_slice){ 0 });
}

static void read_link(epub_flow *flow, const epub_node *node)
{
    galley_slice href = galley_slice_trim(epub_value_of(node, "href"));
    bool leads_out = galley_slice_starts(href, galley_slice_of("http://")) ||
                     galley_slice_starts(href, galley_slice_of("https://")) ||
                     galley_slice_starts(href, galley_slice_of("mailto:"));
    flow->lowered[EPUB_BOOK_LINKS] += href.length && !leads_out && !flow->is_furniture;
    if (leads_out)
        read_marked(flow, node, GALLEY_LINK, href);
    else
        walk(flow, node);
}

static void read_raised(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_RAISED]++;
    walk(flow, node);
}

static bool is_reading(const epub_node *node)
{
    return epub_is(node, "rt") || epub_is(node, "rtc");
}

static void read_one(epub_flow *flow, const epub_node *node);

/* Each stretch of a ruby up to a reading is marked with it. */
static void read_ruby(epub_flow *flow, const epub_node *node)
{
    for (const epub_node *from = node->first; from;) {
        const epub_node *reading = from;
        while (reading && !is_reading(reading))
            reading = reading->next;
        galley_slice value =
            reading ? galley_slice_trim(epub_text_of(reading, flow->issue->arena)) : (galley_slice){ 0 };
        bool opened = reading && epub_words_open(&flow->words, GALLEY_RUBY, value);
        for (; from != reading; from = from->next)
            read_one(flow, from);
        if (opened)
            epub_words_close(&flow->words);
        else
            epub_words_add(&flow->words, value);
        from = reading ? reading->next : NULL;
    }
}

/* ---- Others ------------------------------------------------------------------- */

static void read_nothing(epub_flow *flow, const epub_node *node)
{
    (void)flow;
    (void)node;
}

static void read_formula(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_FORMULAS]++;
    walk(flow, node);
}

static void read_media(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_MEDIA]++;
    read_block(flow, node);
}

/* Contents, and links to what stands before and after, are no part of an article. */
static void read_nav(epub_flow *flow, const epub_node *node)
{
    bool was = flow->is_furniture;
    end_text(flow);
    flow->is_furniture = true;
    walk(flow, node);
    end_text(flow);
    flow->is_furniture = was;
}

/* ---- The walk ------------------------------------------------------------------- */

typedef void reader(epub_flow *flow, const epub_node *node);

typedef struct row {
    const char *name;
    reader *read;
} row;

static const row rows[] = {
    { "a", read_link },
    { "annotation", read_nothing },
    { "annotation-xml", read_nothing },
    { "address", read_block },
    { "article", read_block },
    { "aside", read_note },
    { "audio", read_media },
    { "b", read_strong },
    { "blockquote", read_quotation },
    { "body", read_block },
    { "br", read_break },
    { "canvas", read_media },
    { "caption", read_block },
    { "center", read_block },
    { "cite", read_emphasis },
    { "dd", read_item },
    { "desc", read_nothing },
    { "details", read_block },
    { "dfn", read_emphasis },
    { "dir", read_list },
    { "div", read_note },
    { "dl", read_list },
    { "dt", read_item },
    { "em", read_emphasis },
    { "fieldset", read_block },
    { "figcaption", read_caption },
    { "figure", read_figure },
    { "footer", read_block },
    { "form", read_block },
    { "h1", read_heading },
    { "h2", read_heading },
    { "h3", read_heading },
    { "h4", read_heading },
    { "h5", read_heading },
    { "h6", read_heading },
    { "head", read_nothing },
    { "header", read_block },
    { "hgroup", read_block },
    { "hr", read_block },
    { "i", read_emphasis },
    { "iframe", read_media },
    { "image", read_picture },
    { "img", read_picture },
    { "legend", read_block },
    { "li", read_item },
    { "main", read_block },
    { "math", read_formula },
    { "menu", read_list },
    { "metadata", read_nothing },
    { "nav", read_nav },
    { "object", read_media },
    { "ol", read_list },
    { "option", read_block },
    { "p", read_block },
    { "pre", read_verbatim },
    { "rp", read_nothing },
    { "ruby", read_ruby },
    { "script", read_nothing },
    { "section", read_note },
    { "strong", read_strong },
    { "style", read_nothing },
    { "sub", read_raised },
    { "summary", read_block },
    { "sup", read_raised },
    { "table", read_table },
    { "td", read_block },
    { "template", read_nothing },
    { "text", read_block },
    { "th", read_block },
    { "title", read_nothing },
    { "tr", read_block },
    { "ul", read_list },
    { "video", read_media },
};

static reader *reader_of(const char *name)
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
    return walk;
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

static void read_one(epub_flow *flow, const epub_node *node)
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

static void walk(epub_flow *flow, const epub_node *node)
{
    for (const epub_node *child = node->first; child; child = child->next)
        read_one(flow, child);
}

void epub_flow_cut(epub_flow *flow)
{
    end_text(flow);
}

void epub_flow_read(epub_flow *flow, const epub_node *element)
{
    flow->words.issue = flow->issue;
    walk(flow, element);
    end_text(flow);
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
