/* SPDX-License-Identifier: MIT
 * Front and body of Galley's own TEI: the title page is the masthead, each division of the
 * body a page, each division in it an article.  Their order in the issue, and that of the
 * furniture, may be another one than that of the document; both say it. */
#include <stdlib.h>

#include "plugins/tei/reader.h"

/* What may stand between any two elements; false when it is something else. */
static bool take_between(tei_reading *read, const tei_node *node)
{
    if (tei_is(node, "fw"))
        tei_read_piece(read, node);
    return tei_is_blank(node) || tei_is(node, "fw") || tei_is(node, "pb");
}

static void fail_at(tei_reading *read, const tei_node *node)
{
    tei_fail(read, node, tei_is_text(node) ? "words stand outside of all texts%s" : "\"%s\" has no place there",
             node->name);
}

/* ---- Blocks --------------------------------------------------------------------------- */

static void read_plain(tei_reading *read, const tei_node *node, galley_block *block)
{
    block->text = tei_read_text(read, node);
}

static void read_crosshead(tei_reading *read, const tei_node *node, galley_block *block)
{
    uint64_t level = 0;
    if (!galley_slice_is(tei_value(node, "type"), "crosshead"))
        tei_fail(read, node, "there is no block \"%.*s\"", GALLEY_SHOW(tei_value(node, "type")));
    if (tei_read_look(node, "level", &level) && level <= UINT32_MAX)
        block->level = (uint32_t)level;
    block->text = tei_read_text(read, node);
}

/* A block that has texts in it: each child is looked up in a row of these. */
typedef struct part_row {
    const char *element, *type;
    void (*take)(tei_reading *read, const tei_node *node, galley_block *block);
} part_row;

static void take_parts(tei_reading *read, const tei_node *node, galley_block *block, const part_row *rows)
{
    for (const tei_node *at = node->first; at && tei_good(read); at = at->next) {
        const part_row *row = rows;
        while (row->element &&
               (!tei_is(at, row->element) || (row->type && !galley_slice_is(tei_value(at, "type"), row->type))))
            row++;
        if (row->element)
            row->take(read, at, block);
        else if (!take_between(read, at))
            fail_at(read, at);
    }
}

static void take_credit(tei_reading *read, const tei_node *node, galley_block *block)
{
    block->credit = tei_read_text(read, node);
}

static const part_row quotation_parts[] = { { "p", NULL, read_plain }, { NULL, NULL, NULL } };

static void read_quotation(tei_reading *read, const tei_node *node, galley_block *block)
{
    take_parts(read, node, block, quotation_parts);
}

/* ---- Figures ----------------------------------------------------------------------------- */

static uint32_t read_pixels(tei_reading *read, const tei_node *node, const char *attribute)
{
    uint64_t pixels = 0;
    galley_slice word = tei_value(node, attribute);
    if (word.text && !tei_parse_number(word, "", "px", UINT32_MAX, &pixels))
        tei_fail(read, node, "\"%.*s\" is no number of pixels", GALLEY_SHOW(word));
    return (uint32_t)pixels;
}

/* A picture of which nothing but its name is said is only called by it. */
static void read_picture(tei_reading *read, const tei_node *graphic, galley_slice name)
{
    const tei_node *says = tei_sibling(graphic, "figDesc");
    galley_slice type = tei_value(graphic, "mimeType");
    if (!says && graphic->attribute_count < 2)
        return;
    galley_image *image = galley_issue_add_image(read->issue, name);
    image->media_type = tei_keep(read, type.text ? type : tei_value(graphic, "n"));
    image->width = read_pixels(read, graphic, "width");
    image->height = read_pixels(read, graphic, "height");
    image->alt_known = says;
    image->alt = tei_keep_words(read, says);
}

static void take_graphic(tei_reading *read, const tei_node *node, galley_block *block)
{
    block->image = tei_read_url(read, tei_value(node, "url"));
    if (block->image.length)
        read_picture(read, node, block->image);
}

static void take_description(tei_reading *read, const tei_node *node, galley_block *block)
{
    (void)read; /* it was read with its picture */
    (void)node;
    (void)block;
}

static const part_row figure_parts[] = { { "graphic", NULL, take_graphic },
                                         { "figDesc", NULL, take_description },
                                         { "ab", "caption", read_plain },
                                         { "ab", "credit", take_credit },
                                         { NULL, NULL, NULL } };

static void read_figure(tei_reading *read, const tei_node *node, galley_block *block)
{
    take_parts(read, node, block, figure_parts);
}

/* ---- Lists and tables ---------------------------------------------------------------------- */

static size_t count_named(const tei_node *up, const char *name)
{
    size_t count = 0;
    for (const tei_node *at = tei_child(up, name); at; at = tei_sibling(at, name))
        count++;
    return count;
}

/* The room for the items was made before. */
static void take_item(tei_reading *read, const tei_node *node, galley_block *block)
{
    galley_text *items = (galley_text *)block->items;
    items[block->item_count++] = tei_read_text(read, node);
}

static const part_row row_parts[] = { { "cell", NULL, take_item }, { NULL, NULL, NULL } };

static void take_row(tei_reading *read, const tei_node *node, galley_block *block)
{
    if (block->item_count % (block->columns ? block->columns : 1) ||
        count_named(node, "cell") > (block->columns ? block->columns : 1))
        tei_fail(read, node, "the rows of the table are not alike");
    else
        take_parts(read, node, block, row_parts);
}

static const part_row list_parts[] = { { "head", NULL, read_plain },
                                       { "item", NULL, take_item },
                                       { NULL, NULL, NULL } };
static const part_row table_parts[] = { { "head", NULL, read_plain }, { "row", NULL, take_row }, { NULL, NULL, NULL } };

static void read_list(tei_reading *read, const tei_node *node, galley_block *block)
{
    block->items = galley_arena_array(read->issue->arena, count_named(node, "item"), sizeof *block->items);
    if (block->items)
        take_parts(read, node, block, list_parts);
}

static void read_table(tei_reading *read, const tei_node *node, galley_block *block)
{
    size_t cells = 0;
    for (const tei_node *row = tei_child(node, "row"); row; row = tei_sibling(row, "row"))
        cells += count_named(row, "cell");
    block->columns = (uint32_t)count_named(tei_child(node, "row"), "cell");
    block->items = galley_arena_array(read->issue->arena, cells, sizeof *block->items);
    if (block->items)
        take_parts(read, node, block, table_parts);
}

/* ---- The division --------------------------------------------------------------------------- */

static const struct {
    const char *element;
    galley_block_type type;
    void (*read)(tei_reading *read, const tei_node *node, galley_block *block);
} blocks[] = {
    { "p", GALLEY_PARAGRAPH, read_plain },
    { "ab", GALLEY_CROSSHEAD, read_crosshead },
    { "quote", GALLEY_QUOTATION, read_quotation },
    { "figure", GALLEY_FIGURE, read_figure },
    { "list", GALLEY_LIST, read_list },
    { "table", GALLEY_TABLE, read_table },
};

static bool read_block(tei_reading *read, const tei_node *node, galley_article *article)
{
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (tei_is(node, blocks[i].element)) {
            galley_block *block = galley_article_add_block(read->issue, article, blocks[i].type);
            block->confidence = tei_read_float(read, node, "cert", 1);
            blocks[i].read(read, node, block);
            return true;
        }
    return false;
}

/* A part of the head, or one that stands alone; each can be there once. */
static bool read_field(tei_reading *read, const tei_node *node, galley_article *article)
{
    const struct {
        const char *element, *type;
        galley_text *to;
    } rows[] = { { "head", "section", &article->section }, { "head", "kicker", &article->kicker },
                 { "head", "main", &article->headline },   { "byline", NULL, &article->byline },
                 { "dateline", NULL, &article->dateline }, { "ab", "credit", &article->credit } };
    galley_slice type = tei_value(node, "type");
    if (tei_is(node, "head") && galley_slice_is(type, "sub")) {
        *galley_article_add_subheadline(read->issue, article) = tei_read_text(read, node);
        return true;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (tei_is(node, rows[i].element) && (!rows[i].type || galley_slice_is(type, rows[i].type))) {
            if (rows[i].to->text.length)
                tei_fail(read, node, "the article has two of these");
            *rows[i].to = tei_read_text(read, node);
            return true;
        }
    return false;
}

static galley_article *begin_article(tei_reading *read, const tei_node *node, galley_kind kind)
{
    tei_article_read *kept = galley_push(read->scratch, &read->articles);
    galley_article *article = galley_issue_add_article(read->issue, kind);
    galley_slice position = tei_value(node, "n");
    article->page = read->page;
    article->id = tei_keep(read, tei_xml_value(node, "id"));
    article->language = tei_keep(read, tei_xml_value(node, "lang"));
    article->confidence = tei_read_float(read, node, "cert", 1);
    if (kept)
        *kept = (tei_article_read){ .article = article,
                                    .name = tei_xml_value(node, "id"),
                                    .next = tei_value(node, "next"),
                                    .before = tei_value(node, "prev"),
                                    .node = node,
                                    .position = position.text ? tei_read_number(read, node, position, "") : 0 };
    return article;
}

static void read_article(tei_reading *read, const tei_node *node)
{
    galley_slice type = tei_value(node, "type");
    galley_kind kind = GALLEY_NEWS;
    if (!galley_slice_is(type, "article") && (!galley_kind_parse(type, &kind) || kind == GALLEY_NEWS)) {
        tei_fail(read, node, "there is no kind of article \"%.*s\"", GALLEY_SHOW(type));
        return;
    }
    galley_article *article = begin_article(read, node, kind);
    for (const tei_node *at = node->first; at && tei_good(read); at = at->next)
        if (!read_field(read, at, article) && !read_block(read, at, article) && !take_between(read, at))
            fail_at(read, at);
}

/* ---- The title page --------------------------------------------------------------------------- */

/* A part says in @n which one it is; without that it is a paragraph. */
static void read_title_part(tei_reading *read, const tei_node *node, const tei_node *words, galley_article *article)
{
    const struct {
        const char *role;
        galley_text *to;
    } rows[] = { { "section", &article->section },   { "kicker", &article->kicker },
                 { "headline", &article->headline }, { "byline", &article->byline },
                 { "dateline", &article->dateline }, { "credit", &article->credit } };
    galley_slice role = tei_value(node, "n");
    galley_text text = tei_read_text(read, words);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(role, rows[i].role)) {
            *rows[i].to = text;
            return;
        }
    if (galley_slice_is(role, "subheadlines")) {
        *galley_article_add_subheadline(read->issue, article) = text;
        return;
    }
    galley_block *block = galley_article_add_block(read->issue, article, GALLEY_PARAGRAPH);
    block->text = text;
    block->confidence = tei_read_float(read, node, "cert", 1);
}

static void read_titles(tei_reading *read, const tei_node *titles, galley_article *article)
{
    for (const tei_node *at = titles->first; at && tei_good(read); at = at->next)
        if (tei_is(at, "titlePart"))
            read_title_part(read, at, at, article);
        else if (!take_between(read, at))
            fail_at(read, at);
}

/* A date in it has all its words. */
static void read_imprint(tei_reading *read, const tei_node *node, galley_article *article)
{
    const tei_node *date = tei_child(node, "docDate");
    if (date && (node->first != date || date->next))
        fail_at(read, node->first != date ? node->first : date->next);
    else
        read_title_part(read, node, date ? date : node, article);
}

/* A date without words is one that is known and not printed. */
static void read_title_page(tei_reading *read, const tei_node *node)
{
    galley_article *article = begin_article(read, node, GALLEY_MASTHEAD);
    for (const tei_node *at = node->first; at && tei_good(read); at = at->next)
        if (tei_is(at, "docTitle"))
            read_titles(read, at, article);
        else if (tei_is(at, "docImprint"))
            read_imprint(read, at, article);
        else if (!take_between(read, at) && (!tei_is(at, "docDate") || at->first))
            fail_at(read, at);
}

static void read_front(tei_reading *read, const tei_node *front)
{
    for (const tei_node *at = front->first; at && tei_good(read); at = at->next)
        if (tei_is(at, "titlePage"))
            read_title_page(read, at);
        else if (!take_between(read, at))
            fail_at(read, at);
}

/* ---- Pages ------------------------------------------------------------------------------------ */

/* The break that a page begins with: the last one before its division, or the first thing in it. */
static const tei_node *find_break(tei_reading *read, const tei_node *division)
{
    const tei_node *first = division->first;
    while (first && tei_is_blank(first))
        first = first->next;
    const tei_node *at = read->place ? read->place : read->root;
    for (; at && at != division; at = tei_step(read->root, at, true))
        read->last_break = tei_is(at, "pb") ? at : read->last_break;
    read->place = division;
    return tei_is(first, "pb") ? first : read->last_break;
}

/* A page of which there is no facsimile: its number is that of its break, or of its division. */
static void make_page(tei_reading *read, const tei_node *division)
{
    galley_page *page = galley_issue_add_page(read->issue, galley_slice_of(""));
    galley_slice number = tei_value(find_break(read, division), "n");
    page->number_given = number.text;
    if (!number.text && galley_slice_is(tei_value(division, "type"), "page"))
        number = tei_value(division, "n");
    if (number.text)
        page->number = tei_keep(read, number);
}

static void read_page(tei_reading *read, const tei_node *division)
{
    bool has_facsimile = tei_child(read->root, "facsimile");
    if (!has_facsimile)
        make_page(read, division);
    if (read->page >= read->issue->pages.count) {
        tei_fail(read, division, "there are more divisions than pages");
        return;
    }
    if (galley_slice_is(tei_value(division, "type"), "section"))
        read->issue->pages.items[read->page].section = tei_keep(read, tei_value(division, "n"));
    for (const tei_node *at = division->first; at && tei_good(read); at = at->next)
        if (tei_is(at, "div"))
            read_article(read, at);
        else if (!take_between(read, at))
            fail_at(read, at);
}

/* ---- Order ------------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b)
{
    const tei_piece_read *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

static void keep_pieces(tei_reading *read)
{
    size_t count = read->pieces.count;
    if (count)
        qsort(read->pieces.items, count, sizeof *read->pieces.items, by_number);
    for (size_t i = 0; i < count; i++) {
        const tei_piece_read *piece = &read->pieces.items[i];
        if (i && piece->number == piece[-1].number)
            tei_fail(read, NULL, "two pieces of furniture have the id f%u", piece->number);
        galley_issue_add_furniture(read->issue, piece->kind, piece->text);
    }
}

/* Those that say their position have it; the others fill what is left, in their order. */
static void order_articles(tei_reading *read)
{
    size_t count = read->articles.count, next = 0;
    galley_article **order = galley_arena_array(read->scratch, count + 1, sizeof *order);
    for (size_t i = 0; order && i < count; i++) {
        tei_article_read *one = &read->articles.items[i];
        if (one->position > count || (one->position && order[one->position - 1]))
            tei_fail(read, one->node, "there is no place %zu for an article", one->position);
        else if (one->position)
            order[one->position - 1] = one->article;
        one->index = (uint32_t)one->position - 1;
    }
    for (size_t i = 0; order && i < count && tei_good(read); i++) {
        tei_article_read *one = &read->articles.items[i];
        if (one->position)
            continue;
        while (order[next])
            next++;
        order[next] = one->article;
        one->index = (uint32_t)next;
    }
    if (order && count && tei_good(read))
        memcpy(read->issue->articles.items, order, count * sizeof *order);
}

static int by_name(const void *a, const void *b)
{
    const tei_article_read *x = a, *y = b;
    return galley_slice_compare(x->name, y->name);
}

void tei_sort_articles(tei_reading *read)
{
    if (read->articles.count)
        qsort(read->articles.items, read->articles.count, sizeof *read->articles.items, by_name);
}

uint32_t tei_find_article(const tei_reading *read, galley_slice name)
{
    const tei_article_read wanted = { .name = name };
    const tei_article_read *found =
        read->articles.count ? bsearch(&wanted, read->articles.items, read->articles.count, sizeof wanted, by_name)
                             : NULL;
    return found ? found->index : GALLEY_NONE;
}

static uint32_t find_part(tei_reading *read, const tei_article_read *of, galley_slice pointer)
{
    if (!pointer.text)
        return GALLEY_NONE;
    uint32_t index =
        pointer.length ? tei_find_article(read, galley_slice_part(pointer, 1, pointer.length)) : GALLEY_NONE;
    if (index == GALLEY_NONE)
        tei_fail(read, of->node, "it points at the article \"%.*s\", which is not there", GALLEY_SHOW(pointer));
    return index;
}

static void link_articles(tei_reading *read)
{
    tei_sort_articles(read);
    for (size_t i = 0; i < read->articles.count && tei_good(read); i++) {
        const tei_article_read *one = &read->articles.items[i];
        if (i && galley_slice_equal(one->name, one[-1].name))
            tei_fail(read, one->node, "two articles have the id \"%.*s\"", GALLEY_SHOW(one->name));
        one->article->continued_in = find_part(read, one, one->next);
        one->article->continues = find_part(read, one, one->before);
    }
}

static void read_body(tei_reading *read, const tei_node *body)
{
    for (const tei_node *at = body->first; at && tei_good(read); at = at->next)
        if (tei_is(at, "div")) {
            read_page(read, at);
            read->page++;
        } else if (!tei_is_blank(at))
            fail_at(read, at);
}

void tei_read_articles(tei_reading *read)
{
    const tei_node *text = tei_child(read->root, "text");
    if (tei_sibling(text, "text"))
        tei_fail(read, tei_sibling(text, "text"), "there are two texts");
    for (const tei_node *at = text ? text->first : NULL; at && tei_good(read); at = at->next)
        if (tei_is(at, "front"))
            read_front(read, at);
        else if (tei_is(at, "body"))
            read_body(read, at);
        else if (!tei_is_blank(at))
            fail_at(read, at);
    if (tei_good(read))
        keep_pieces(read);
    if (tei_good(read))
        order_articles(read);
    if (tei_good(read))
        link_articles(read);
}
