/* SPDX-License-Identifier: MIT
 * A book of a stranger, as a document with headings: where the contents lead an article
 * begins, and the heading that stands there is its headline.
 *
 * `split` says where else: auto (entries of the first level, and those that open a
 * document), 1 2 3 (entries down to that level), document.  Without contents, headings
 * say it.  Nothing that is shown is left out; a table of contents in the reading order
 * becomes furniture. */
#include "plugins/epub/reader.h"

#include <stdlib.h>

#include <galley/text.h>

#include "plugins/epub/facts.h"
#include "plugins/epub/flow.h"
#include "plugins/epub/says.h"
#include "plugins/epub/toc.h"

typedef struct gathering {
    const epub_package *book;
    galley_issue *issue;
    const char *split;
    epub_toc toc;
    epub_point **places; /* by path, fragment, order */
    epub_flow flow;
    epub_pages pages;      /* of the furniture */
    galley_slice language; /* of the document */

    galley_article *article; /* NULL: the next text begins one */
    const epub_point *point; /* what the contents call it; NULL: nothing */
    bool is_fresh;           /* it has no block yet */
    unsigned headline_rank;  /* 1 to 6; 0: not by a heading */
    unsigned top;            /* rank of the document's first heading; 0: none yet */
    unsigned base;           /* rank above the article's first crosshead */
} gathering;

/* ---- Articles ------------------------------------------------------------------- */

static galley_text text_of(const gathering *gather, galley_slice words)
{
    return (galley_text){ .text = galley_arena_copy(gather->issue->arena, words) };
}

/* Words that no heading said, but the contents do. */
static void settle_headline(gathering *gather)
{
    galley_article *article = gather->article;
    if (article && !article->headline.text.length && gather->point && galley_text_first(gather->point->label))
        article->headline = text_of(gather, gather->point->label);
}

/* The next text begins an article, which the contents call so. */
static void begin_article(gathering *gather, const epub_point *point)
{
    epub_flow_cut(&gather->flow);
    settle_headline(gather);
    gather->article = NULL;
    gather->point = point;
}

/* What stands above an article in the contents is its section. */
static galley_text section_of(const gathering *gather)
{
    size_t parent = gather->point ? gather->point->parent : SIZE_MAX;
    return parent == SIZE_MAX ? (galley_text){ 0 } : text_of(gather, gather->toc.items[parent].label);
}

static galley_article *open_article(gathering *gather)
{
    if (gather->article)
        return gather->article;
    galley_article *article = galley_issue_add_article(gather->issue, GALLEY_NEWS);
    article->confidence = 1;
    article->section = section_of(gather);
    if (!galley_slice_equal(gather->language, gather->issue->meta.language))
        article->language = galley_arena_copy(gather->issue->arena, gather->language);
    gather->article = article;
    gather->is_fresh = true;
    gather->headline_rank = gather->base = 0;
    return article;
}

/* ---- Heads ---------------------------------------------------------------------- */

static bool same_words(const gathering *gather, galley_slice a, galley_slice b)
{
    char *left = galley_arena_room(gather->book->arena, a.length + b.length + 1, 1), *right = left + a.length;
    if (!left)
        return false;
    galley_slice first = { left, galley_text_squeeze(a, left) }, second = { right, galley_text_squeeze(b, right) };
    return galley_slice_equal(first, second);
}

static bool is_label(const gathering *gather, galley_slice text)
{
    return gather->point && galley_text_first(gather->point->label) &&
           text.length < 4 * gather->point->label.length + 64 && same_words(gather, gather->point->label, text);
}

static void add_crosshead(gathering *gather, galley_text text, unsigned rank)
{
    galley_article *article = gather->article;
    settle_headline(gather);
    if (!gather->base)
        gather->base = gather->headline_rank && gather->headline_rank < rank ? gather->headline_rank : rank - 1;
    galley_block *block = galley_article_add_block(gather->issue, article, GALLEY_CROSSHEAD);
    block->text = text;
    block->confidence = 1;
    block->level = rank > gather->base + 1 ? rank - gather->base : 0;
    gather->is_fresh = false;
}

/* "Chapter 1" and "The Ferry" in two headings, "Chapter 1 The Ferry" in the contents. */
static bool completes_label(gathering *gather, galley_slice text)
{
    galley_article *article = gather->article;
    if (!gather->is_fresh || !gather->point || !article->headline.text.length || article->kicker.text.length)
        return false;
    const char *both =
        galley_arena_print(gather->book->arena, "%.*s %.*s", GALLEY_SHOW(article->headline.text), GALLEY_SHOW(text));
    return is_label(gather, galley_slice_of(both));
}

/* Without contents a heading begins an article: of that level, or as high as the first. */
static bool begins_article(const gathering *gather, unsigned rank)
{
    bool by_level = gather->split[0] >= '1' && gather->split[0] <= '9';
    if (gather->toc.count || strcmp(gather->split, "document") == 0)
        return false;
    return rank <= (by_level ? (unsigned)(gather->split[0] - '0') : gather->top);
}

static void take_heading(void *state, galley_text text, unsigned rank)
{
    gathering *gather = state;
    gather->top = gather->top ? gather->top : rank;
    if (begins_article(gather, rank) && gather->article && (!gather->is_fresh || gather->article->headline.text.length))
        begin_article(gather, NULL);
    galley_article *article = open_article(gather);
    if (gather->is_fresh && !article->headline.text.length) {
        article->headline = text;
        gather->headline_rank = rank;
    } else if (completes_label(gather, text.text)) {
        article->kicker = article->headline;
        article->headline = text;
    } else
        add_crosshead(gather, text, rank);
}

/* ---- Blocks --------------------------------------------------------------------- */

static void take_block(void *state, const galley_block *block)
{
    gathering *gather = state;
    galley_article *article = open_article(gather);
    bool is_head = gather->is_fresh && block->type == GALLEY_PARAGRAPH && !article->headline.text.length;
    if (is_head && is_label(gather, block->text.text)) {
        article->headline = block->text;
        return;
    }
    if (block->type != GALLEY_FIGURE) { /* a picture may stand above the heading */
        settle_headline(gather);
        gather->is_fresh = false;
    }
    *galley_article_add_block(gather->issue, article, block->type) = *block;
}

static void take_furniture(void *state, galley_text text, galley_furniture_kind kind)
{
    gathering *gather = state;
    uint32_t *page = galley_push(gather->issue->arena, &gather->pages);
    if (!page)
        return;
    *page = 0;
    galley_issue_add_furniture(gather->issue, kind, text);
}

/* ---- Places of the contents ------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    const epub_point *left = *(epub_point *const *)a, *right = *(epub_point *const *)b;
    int order = galley_slice_compare(left->path, right->path);
    order = order ? order : galley_slice_compare(left->fragment, right->fragment);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

/* Calls the places of a document's fragment met; the last that begins an article does. */
static void meet(gathering *gather, galley_slice path, galley_slice fragment)
{
    const epub_point *found = NULL;
    size_t from = 0, to = gather->toc.count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const epub_point *point = gather->places[middle];
        int order = galley_slice_compare(point->path, path);
        order = order ? order : galley_slice_compare(point->fragment, fragment);
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    for (; from < gather->toc.count && galley_slice_equal(gather->places[from]->path, path) &&
           galley_slice_equal(gather->places[from]->fragment, fragment);
         from++) {
        found = gather->places[from]->begins && !gather->places[from]->met ? gather->places[from] : found;
        gather->places[from]->met = true;
    }
    if (found)
        begin_article(gather, found);
}

static void take_element(void *state, const epub_node *element)
{
    gathering *gather = state;
    galley_slice id = epub_value_of(element, "id");
    if (!id.length && epub_is(element, "a"))
        id = epub_value_of(element, "name");
    if (id.length)
        meet(gather, gather->flow.path, id);
}

/* Which entries begin an article. */
static void choose_points(gathering *gather)
{
    bool automatic = strcmp(gather->split, "auto") == 0;
    unsigned deepest = gather->split[0] >= '1' && gather->split[0] <= '9' ? (unsigned)(gather->split[0] - '0') : 0;
    galley_slice path = { 0 };
    for (size_t i = 0; i < gather->toc.count; i++) {
        epub_point *point = &gather->toc.items[i];
        bool opens = point->path.length && !galley_slice_equal(point->path, path);
        point->begins = point->path.length && (automatic ? point->depth == 1 || opens : point->depth <= deepest);
        path = point->path.length ? point->path : path;
    }
}

static bool sort_points(gathering *gather)
{
    gather->places = galley_arena_array(gather->book->arena, gather->toc.count + 1, sizeof(epub_point *));
    if (!gather->places)
        return false;
    for (size_t i = 0; i < gather->toc.count; i++)
        gather->places[i] = &gather->toc.items[i];
    if (gather->toc.count > 1)
        qsort(gather->places, gather->toc.count, sizeof(epub_point *), compare);
    return true;
}

static void report_points(const gathering *gather)
{
    for (size_t i = 0; i < gather->toc.count; i++) {
        const epub_point *point = &gather->toc.items[i];
        if (point->begins && !point->met)
            galley_find(gather->book->findings, GALLEY_ERROR, "epub.contents",
                        (galley_place){ .file = gather->book->file },
                        "the contents lead to a place that cannot be found (\"%.*s\"); no article begins there",
                        GALLEY_SHOW(point->label));
    }
}

/* ---- Documents -------------------------------------------------------------------- */

static galley_slice language_of(const gathering *gather, const epub_node *root, const epub_node *body)
{
    galley_slice language = epub_value_of(body, "lang");
    language = language.length ? language : epub_value_of(root, "lang");
    return language.length ? language : gather->issue->meta.language;
}

static void read_document(gathering *gather, const epub_node *root, galley_slice path)
{
    const epub_node *body = epub_within(root, "body");
    body = body ? body : root;
    bool by_document = !gather->toc.count || strcmp(gather->split, "document") == 0;
    gather->flow.path = path;
    gather->flow.language = gather->language = language_of(gather, root, body);
    gather->top = 0;
    if (by_document)
        begin_article(gather, NULL);
    meet(gather, path, (galley_slice){ 0 });
    take_element(gather, body);
    epub_flow_read(&gather->flow, body);
}

static galley_status read_documents(gathering *gather)
{
    galley_arena *scratch = galley_arena_new(0);
    galley_status status = scratch ? GALLEY_OK : GALLEY_MEMORY;
    for (size_t i = 0; i < gather->book->spine.count && status == GALLEY_OK; i++) {
        const epub_item *item = gather->book->spine.items[i];
        epub_node *root;
        galley_arena_reset(scratch);
        status = epub_package_document(gather->book, item, scratch, &root);
        if (status == GALLEY_OK)
            read_document(gather, root, item->path);
    }
    galley_arena_drop(scratch);
    return status;
}

/* ---- The issue -------------------------------------------------------------------- */

/* An article of pictures only is one; an id says where it begins, as everywhere in Galley. */
static void finish_article(galley_issue *issue, galley_article *article)
{
    bool pictures = article->blocks.count > 0;
    uint32_t line = GALLEY_NONE;
    for (size_t i = 0; i < article->blocks.count; i++) {
        pictures &= article->blocks.items[i].type == GALLEY_FIGURE;
        if (article->blocks.items[i].text.span_count && line == GALLEY_NONE)
            line = article->blocks.items[i].text.spans[0].line;
    }
    if (pictures && !article->headline.text.length)
        article->kind = GALLEY_PHOTO;
    if (article->headline.span_count)
        line = article->headline.spans[0].line;
    if (line != GALLEY_NONE)
        article->id = galley_slice_of(galley_arena_print(issue->arena, "p1-l%04u", issue->lines.items[line].id));
}

static void finish(gathering *gather)
{
    const epub_turns turns = { 0 };
    galley_issue *issue = gather->issue;
    settle_headline(gather);
    galley_issue_add_page(issue, galley_arena_copy(issue->arena, galley_slice_of(gather->book->file)));
    epub_make_facts(issue, &turns, &gather->pages);
    for (size_t i = 0; i < issue->articles.count; i++)
        finish_article(issue, issue->articles.items[i]);
    epub_flow_report(&gather->flow, gather->book->findings);
    report_points(gather);
}

galley_status epub_read_others(const epub_package *book, galley_issue *issue, const char *split)
{
    gathering gather = { .book = book, .issue = issue, .split = split };
    gather.flow = (epub_flow){ .book = book,
                               .issue = issue,
                               .words = { .issue = issue },
                               .state = &gather,
                               .begin = take_element,
                               .heading = take_heading,
                               .block = take_block,
                               .furniture = take_furniture };
    epub_says_read(book, &issue->meta, issue->arena);
    galley_status status = epub_toc_read(book, &gather.toc);
    if (status == GALLEY_OK)
        choose_points(&gather);
    if (status == GALLEY_OK && !sort_points(&gather))
        status = GALLEY_MEMORY;
    if (status == GALLEY_OK)
        status = read_documents(&gather);
    epub_words_drop(&gather.flow.words);
    if (status == GALLEY_OK && galley_issue_status(issue) == GALLEY_OK)
        finish(&gather);
    return status;
}
