/* SPDX-License-Identifier: MIT
 * A book of Galley's own: the package says what is known of the issue, the fronts are its
 * pages, the title page holds its mastheads, every other document is an article.  Places
 * and numbers that a person changed so that they fit no more are left aside. */
#include "plugins/epub/reader.h"

#include <stdlib.h>

#include "plugins/epub/passage.h"
#include "plugins/epub/terms.h"

/* Where links lead: to an article (in the order of the book) or to the front of a page. */
typedef struct place {
    galley_slice path, fragment;
    uint32_t index;
} place;

typedef GALLEY_VECTOR(place) places;

/* An article in the order of the book. */
typedef struct told {
    galley_article *article;
    galley_slice front; /* of its page; empty: none */
    uint32_t page;      /* said in figures: of a masthead; 0: not */
    uint32_t order;     /* its number in the issue, from 1; 0: the same as in the book */
} told;

typedef struct reading {
    const epub_package *book;
    galley_issue *issue;
    galley_slice source; /* of its pages */
    epub_passage passage;
    places fronts, articles;
    GALLEY_VECTOR(told) told;
} reading;

/* ---- The issue ------------------------------------------------------------------ */

static void read_terms(reading *read)
{
    const epub_node *metadata = read->book->metadata;
    for (const epub_node *node = metadata ? metadata->first : NULL; node; node = node->next)
        for (const epub_term *term = epub_terms; epub_is(node, "meta") && term->property; term++)
            if (galley_slice_is(epub_value_of(node, "property"), term->property))
                *epub_term_value(&read->issue->meta, term) = epub_text_of(node, read->issue->arena);
}

/* ---- Places --------------------------------------------------------------------- */

static void add_place(reading *read, places *list, galley_slice path, galley_slice fragment, size_t index)
{
    place *made = galley_push(read->book->arena, list);
    if (made)
        *made = (place){ path, galley_arena_copy(read->book->arena, fragment), (uint32_t)index };
}

static int compare(const void *a, const void *b)
{
    const place *left = a, *right = b;
    int order = galley_slice_compare(left->path, right->path);
    order = order ? order : galley_slice_compare(left->fragment, right->fragment);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

static void sort_places(places *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

/* The index of a place; GALLEY_NONE: there is none. */
static uint32_t find_place(const places *list, galley_slice path, galley_slice fragment)
{
    const place key = { path, fragment, 0 };
    size_t from = 0, to = list->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare(&list->items[middle], &key) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    bool found = from < list->count && galley_slice_equal(list->items[from].path, path) &&
                 galley_slice_equal(list->items[from].fragment, fragment);
    return found ? list->items[from].index : GALLEY_NONE;
}

/* ---- Documents ------------------------------------------------------------------ */

static galley_slice kept(const reading *read, const epub_node *node, const char *name)
{
    return galley_arena_copy(read->issue->arena, epub_value_of(node, name));
}

static galley_kind kind_of(const epub_node *node, galley_kind fallback)
{
    for (int kind = 0; kind < GALLEY_KIND_COUNT; kind++)
        if (epub_has_word(node, "class", galley_kind_name((galley_kind)kind)))
            return (galley_kind)kind;
    return fallback;
}

static void read_article(reading *read, const epub_node *node, galley_slice path, galley_slice front, galley_kind kind)
{
    told *slot = galley_push(read->book->arena, &read->told);
    if (!slot)
        return;
    galley_article *article = galley_issue_add_article(read->issue, kind_of(node, kind));
    article->id = kept(read, node, "data-id");
    article->note = kept(read, node, "data-note");
    article->language = kept(read, node, "lang");
    article->confidence = 1;
    *slot = (told){ article, front, epub_number_of(node, "data-page"), epub_number_of(node, "data-order") };
    bool alone = article->kind != GALLEY_MASTHEAD && !galley_slice_equal(path, front);
    add_place(read, &read->articles, path, alone ? (galley_slice){ 0 } : epub_value_of(node, "id"),
              read->told.count - 1);
    read->passage.article = article;
    read->passage.index = read->told.count - 1;
    read->passage.path = path;
    read->passage.front = (galley_slice){ 0 };
    epub_passage_read(&read->passage, node);
}

/* A piece without a headline is no <article>, for that has a heading. */
static bool is_piece(const epub_node *node)
{
    return epub_is(node, "article") || (epub_is(node, "div") && kind_of(node, GALLEY_KIND_COUNT) != GALLEY_KIND_COUNT);
}

/* The front of a page, and its guide. */
static void read_front(reading *read, const epub_node *front, galley_slice path)
{
    galley_page *page = galley_issue_add_page(read->issue, read->source);
    if (epub_has(front, "data-id"))
        page->id = kept(read, front, "data-id");
    page->number = kept(read, front, "data-number");
    page->section = kept(read, front, "data-section");
    page->number_given = !epub_has(front, "data-counted");
    add_place(read, &read->fronts, path, (galley_slice){ 0 }, read->issue->pages.count - 1);
    for (const epub_node *node = front->first; node; node = epub_step(node, front))
        if (is_piece(node))
            read_article(read, node, path, path, GALLEY_TEASER);
}

static const epub_node *within_class(const epub_node *root, const char *name, const char *class)
{
    for (const epub_node *node = root->first; node; node = epub_step(node, root))
        if (epub_is(node, name) && epub_has_word(node, "class", class))
            return node;
    return NULL;
}

/* The folio of an article leads to the front of its page. */
static galley_slice front_of(const reading *read, const epub_node *body, galley_slice path)
{
    galley_slice fragment;
    for (const epub_node *node = body->first; node; node = epub_step(node, body))
        if (epub_has_word(node, "class", "folio") && epub_child(node, "a"))
            return epub_package_resolve(read->book, path, epub_value_of(epub_child(node, "a"), "href"), &fragment);
    return (galley_slice){ 0 };
}

/* The label of the page is a part of the folio, which may stand outside the article. */
static void read_folio(reading *read, const epub_node *body)
{
    galley_article *article = read->passage.article;
    const epub_node *folio = within_class(body, "p", "folio");
    const epub_node *section = folio ? within_class(folio, "span", "section") : NULL;
    if (section && article && !article->section.text.length)
        article->section.text = epub_text_of(section, read->issue->arena);
}

/* An issue whose title nobody knows is called by the file that it came from, and so it was when
 * this book was made. */
static void read_name(reading *read, const epub_node *title)
{
    const epub_node *name = epub_child(title, "h1");
    if (name && !galley_slice_trim(read->issue->meta.title).length)
        read->source = galley_slice_of(
            galley_arena_print(read->issue->arena, "%.*s.epub", GALLEY_SHOW(epub_text_of(name, read->book->arena))));
}

static void read_title_page(reading *read, const epub_node *title, galley_slice path)
{
    read_name(read, title);
    for (const epub_node *node = title->first; node; node = epub_step(node, title))
        if (epub_is(node, "div") && epub_has_word(node, "class", "masthead"))
            read_article(read, node, path, (galley_slice){ 0 }, GALLEY_MASTHEAD);
}

static void read_body(reading *read, const epub_node *body, galley_slice path)
{
    const epub_node *front = within_class(body, "section", "front"), *title = within_class(body, "section", "title");
    const epub_node *article = epub_child(body, "article");
    if (front)
        read_front(read, front, path);
    else if (title)
        read_title_page(read, title, path);
    else if (article) {
        read_article(read, article, path, front_of(read, body, path), GALLEY_NEWS);
        read_folio(read, body);
    }
}

static galley_status read_documents(reading *read)
{
    galley_arena *scratch = galley_arena_new(0);
    galley_status status = scratch ? GALLEY_OK : GALLEY_MEMORY;
    for (size_t i = 0; i < read->book->spine.count && status == GALLEY_OK; i++) {
        const epub_item *item = read->book->spine.items[i];
        epub_node *root;
        galley_arena_reset(scratch);
        status = epub_package_document(read->book, item, scratch, &root);
        const epub_node *body = status == GALLEY_OK ? epub_child(root, "body") : NULL;
        if (body)
            read_body(read, body, item->path);
    }
    galley_arena_drop(scratch);
    return status;
}

/* ---- Order and links -------------------------------------------------------------- */

/* Puts the articles where they were in the issue; to[i] becomes the new index of article i.
 * Numbers that do not fit together are left aside. */
static void restore_order(reading *read, uint32_t *to)
{
    size_t count = read->told.count;
    galley_article **placed = galley_arena_array(read->book->arena, count + 1, sizeof *placed);
    bool fits = placed != NULL;
    for (size_t i = 0; fits && i < count; i++) {
        uint32_t order = read->told.items[i].order;
        to[i] = order ? order - 1 : (uint32_t)i;
        fits = to[i] < count && !placed[to[i]];
        if (fits)
            placed[to[i]] = read->told.items[i].article;
    }
    for (size_t i = 0; i < count; i++) {
        to[i] = fits ? to[i] : (uint32_t)i;
        read->issue->articles.items[to[i]] = read->told.items[i].article;
    }
}

/* A masthead says its page in figures; every other article is led to it by its folio. */
static void settle_pages(reading *read)
{
    for (size_t i = 0; i < read->told.count; i++) {
        const told *one = &read->told.items[i];
        uint32_t page = one->page && one->page <= read->issue->pages.count ? one->page - 1 : 0;
        if (one->front.length)
            page = find_place(&read->fronts, one->front, (galley_slice){ 0 });
        one->article->page = page == GALLEY_NONE ? 0 : page;
    }
}

static void settle_ways(reading *read, const uint32_t *to)
{
    for (size_t i = 0; i < read->passage.ways.count; i++) {
        const epub_way *way = &read->passage.ways.items[i];
        uint32_t other = find_place(&read->articles, way->path, way->fragment);
        galley_article *article = read->told.items[way->article].article;
        if (other == GALLEY_NONE)
            continue;
        *(way->from ? &article->continues : &article->continued_in) = to[other];
    }
}

/* A text that begins on its article's own page needs no turn for that. */
static void settle_turns(reading *read, const uint32_t *to, epub_turns *turns)
{
    for (size_t i = 0; i < read->passage.leaves.count; i++) {
        const epub_leaf *leaf = &read->passage.leaves.items[i];
        uint32_t page = find_place(&read->fronts, leaf->front, (galley_slice){ 0 });
        const told *one = &read->told.items[leaf->turn.article];
        if (page == GALLEY_NONE || (!leaf->turn.at && page == one->article->page))
            continue;
        epub_turn *turn = galley_push(read->book->arena, turns);
        if (!turn)
            return;
        *turn = leaf->turn;
        turn->article = to[leaf->turn.article];
        turn->page = page;
    }
}

static void settle(reading *read)
{
    epub_turns turns = { 0 };
    epub_pages pages = { 0 };
    uint32_t *to = galley_arena_array(read->book->arena, read->told.count + 1, sizeof *to);
    if (!to)
        return;
    if (!read->issue->pages.count)
        galley_issue_add_page(read->issue, galley_slice_of(""));
    sort_places(&read->fronts);
    sort_places(&read->articles);
    settle_pages(read);
    restore_order(read, to);
    epub_pictures_sort(read->book, read->issue, &read->passage.rows);
    settle_ways(read, to);
    settle_turns(read, to, &turns);
    epub_make_facts(read->issue, &turns, &pages);
}

galley_status epub_read_ours(const epub_package *book, galley_issue *issue)
{
    reading read = { .book = book, .issue = issue };
    read.source = galley_arena_copy(issue->arena, galley_slice_of(book->file));
    read.passage = (epub_passage){ .book = book, .issue = issue };
    read_terms(&read);
    galley_status status = read_documents(&read);
    if (status == GALLEY_OK && galley_issue_status(issue) == GALLEY_OK)
        settle(&read);
    return status;
}
