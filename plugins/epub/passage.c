/* SPDX-License-Identifier: MIT
 * Two walks: over the elements of an article, where tables say who takes what, and over
 * the words of one text, where elements are marks, signs of a page or copies. */
#include "plugins/epub/passage.h"

#include "plugins/epub/words.h"

/* ---- Words -------------------------------------------------------------------- */

/* Where a text goes that may turn the page. */
typedef struct spot {
    uint32_t block, item;
} spot;

typedef struct talk {
    epub_passage *passage;
    const spot *at; /* NULL: a place that turns no page */
    epub_words words;
} talk;

/* A text that turns the page where it begins was never on the page before. */
static void note_leaf(talk *of, galley_slice front)
{
    epub_passage *passage = of->passage;
    if (!of->at)
        return;
    epub_turn turn = { (uint32_t)passage->index, of->at->block, of->at->item, of->words.text.length, 0 };
    epub_leaf *leaf = passage->leaves.count ? &passage->leaves.items[passage->leaves.count - 1] : NULL;
    if (!leaf || !epub_same_turn(&leaf->turn, &turn) || leaf->turn.at != turn.at)
        leaf = galley_push(passage->book->arena, &passage->leaves);
    if (leaf)
        *leaf = (epub_leaf){ .turn = turn, .front = front };
}

/* A link to the front of the page, or, inside another link, only its name. */
static void take_turn(talk *of, const epub_node *node)
{
    galley_slice fragment, front = epub_value_of(node, epub_is(node, "a") ? "href" : "data-front");
    of->passage->front = epub_package_resolve(of->passage->book, of->passage->path, front, &fragment);
    note_leaf(of, of->passage->front);
}

static bool mark_of(const epub_node *node, galley_mark_type *type, galley_slice *value, galley_arena *arena)
{
    static const struct {
        const char *element, *class, *value;
        galley_mark_type type;
    } rows[] = {
        { "em", NULL, NULL, GALLEY_EMPHASIS },
        { "strong", NULL, NULL, GALLEY_STRONG },
        { "a", NULL, "href", GALLEY_LINK },
        { "ruby", NULL, NULL, GALLEY_RUBY },
        { "span", "unclear", "title", GALLEY_UNCLEAR },
        { "span", NULL, "lang", GALLEY_LANGUAGE },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool fits = rows[i].class ? epub_has_word(node, "class", rows[i].class)
                                  : !rows[i].value || epub_has(node, rows[i].value);
        if (!epub_is(node, rows[i].element) || !fits)
            continue;
        *type = rows[i].type;
        *value = rows[i].value ? epub_value_of(node, rows[i].value) : (galley_slice){ 0 };
        if (rows[i].type == GALLEY_RUBY && epub_child(node, "rt"))
            *value = epub_text_of(epub_child(node, "rt"), arena);
        return true;
    }
    return false;
}

static void take_words(talk *of, const epub_node *node)
{
    for (const epub_node *child = node->first; child; child = child->next) {
        galley_mark_type type;
        galley_slice value;
        if (!child->name) {
            epub_words_add(&of->words, child->text);
            continue;
        }
        if (epub_is(child, "rt") || epub_is(child, "rp"))
            continue;
        if (epub_has_word(child, "class", "page")) {
            take_turn(of, child);
            continue;
        }
        bool marked =
            mark_of(child, &type, &value, of->passage->book->arena) && epub_words_open(&of->words, type, value);
        take_words(of, child);
        if (marked)
            epub_words_close(&of->words);
    }
}

static galley_text text_at(epub_passage *passage, const epub_node *node, const spot *at)
{
    talk of = { .passage = passage, .at = at, .words = { .issue = passage->issue, .verbatim = true } };
    bool is_copy = epub_has_word(node, "class", "copy");
    if (passage->front.length && !is_copy)
        note_leaf(&of, passage->front);
    take_words(&of, node);
    galley_text text = epub_words_take(&of.words);
    epub_words_drop(&of.words);
    text.copy = is_copy;
    return text;
}

/* ---- Blocks ------------------------------------------------------------------- */

static galley_block *add_block(epub_passage *passage, galley_block_type type, spot *at)
{
    galley_block *block = galley_article_add_block(passage->issue, passage->article, type);
    *at = (spot){ .block = (uint32_t)passage->article->blocks.count - 1, .item = EPUB_WHOLE };
    block->confidence = 1;
    return block;
}

static void take_paragraph(epub_passage *passage, const epub_node *node)
{
    spot at;
    galley_block *block = add_block(passage, GALLEY_PARAGRAPH, &at);
    block->text = text_at(passage, node, &at);
}

/* An <h2> is of the level that nobody needs to say. */
static void take_crosshead(epub_passage *passage, const epub_node *node)
{
    spot at;
    galley_block *block = add_block(passage, GALLEY_CROSSHEAD, &at);
    uint32_t level = (uint32_t)(node->name[1] - '1');
    block->level = level > 1 ? level : 0;
    if (epub_has(node, "data-level"))
        block->level = epub_number_of(node, "data-level");
    block->text = text_at(passage, node, &at);
}

static void take_quotation(epub_passage *passage, const epub_node *node)
{
    for (const epub_node *child = node->first; child; child = child->next) {
        spot at;
        if (!child->name)
            continue;
        galley_block *block = add_block(passage, GALLEY_QUOTATION, &at);
        block->text = text_at(passage, child, &at);
    }
}

static void take_picture(epub_passage *passage, galley_block *block, const epub_node *node)
{
    galley_slice name = epub_has(node, "data-name") ? epub_value_of(node, "data-name") : epub_value_of(node, "src");
    block->image = galley_arena_copy(passage->issue->arena, name);
    galley_image *image = epub_picture_take(passage->book, passage->issue, passage->path, node, block->image);
    if (!image)
        return;
    epub_picture_note(passage->book, &passage->rows, passage->issue, passage->path, node);
    image->alt_known = !epub_has(node, "data-alt");
    image->alt = image->alt_known ? image->alt : galley_slice_of("");
}

static void take_figure(epub_passage *passage, const epub_node *node)
{
    spot at;
    galley_block *block = add_block(passage, GALLEY_FIGURE, &at);
    for (const epub_node *child = node->first; child; child = epub_step(child, node)) {
        at.item = epub_has_word(child, "class", "credit") ? EPUB_CREDIT : EPUB_WHOLE;
        if (epub_is(child, "img"))
            take_picture(passage, block, child);
        else if (epub_is(child, "p") && at.item == EPUB_CREDIT)
            block->credit = text_at(passage, child, &at);
        else if (epub_is(child, "p"))
            block->text = text_at(passage, child, &at);
    }
}

/* The children of that name, or of the other, anywhere within, as items. */
static void take_items(epub_passage *passage, const epub_node *node, const char *name, const char *other,
                       galley_block *block, spot *at)
{
    GALLEY_VECTOR(galley_text) items = { 0 };
    for (const epub_node *child = node->first; child; child = epub_step(child, node)) {
        if (!epub_is(child, name) && !epub_is(child, other))
            continue;
        at->item = (uint32_t)items.count;
        galley_text *item = galley_push(passage->issue->arena, &items);
        if (item)
            *item = text_at(passage, child, at);
    }
    block->items = items.items;
    block->item_count = (uint32_t)items.count;
}

static void take_list(epub_passage *passage, const epub_node *node)
{
    spot at;
    galley_block *block = add_block(passage, GALLEY_LIST, &at);
    take_items(passage, node, "li", "li", block, &at);
}

static uint32_t count_columns(const epub_node *table)
{
    uint32_t count = 0;
    const epub_node *row = epub_within(table, "tr");
    for (const epub_node *cell = row ? row->first : NULL; cell; cell = cell->next)
        count += epub_is(cell, "td") || epub_is(cell, "th");
    return count;
}

static void take_table(epub_passage *passage, const epub_node *node)
{
    spot at;
    galley_block *block = add_block(passage, GALLEY_TABLE, &at);
    const epub_node *caption = epub_child(node, "caption");
    if (caption)
        block->text = text_at(passage, caption, &at);
    take_items(passage, node, "td", "th", block, &at);
    block->columns = epub_has(node, "data-columns") ? epub_number_of(node, "data-columns") : count_columns(node);
}

/* ---- Head and links ------------------------------------------------------------- */

static void take_way(epub_passage *passage, const epub_node *node)
{
    bool from = epub_has_word(node, "class", "from") || epub_is(node->parent, "header");
    galley_slice number = galley_arena_copy(passage->issue->arena, epub_value_of(node, "data-number"));
    const epub_node *link = epub_has_word(node, "class", "announced") ? NULL : epub_child(node, "a");
    if (from)
        passage->article->continued_from = number;
    else
        passage->article->continued_on = number;
    epub_way *way = link ? galley_push(passage->book->arena, &passage->ways) : NULL;
    if (!way)
        return;
    *way = (epub_way){ .article = passage->index, .from = from };
    way->path = epub_package_resolve(passage->book, passage->path, epub_value_of(link, "href"), &way->fragment);
}

/* A line of the head; false: it is none. */
static bool take_line(epub_passage *passage, const epub_node *node)
{
    galley_article *article = passage->article;
    const struct {
        const char *class;
        galley_text *text;
        uint32_t item;
    } lines[] = {
        { "section", &article->section, EPUB_SECTION },    { "kicker", &article->kicker, EPUB_KICKER },
        { "headline", &article->headline, EPUB_HEADLINE }, { "byline", &article->byline, EPUB_BYLINE },
        { "dateline", &article->dateline, EPUB_DATELINE },
    };
    spot at = { .block = EPUB_HEAD, .item = EPUB_SUBHEADLINES + (uint32_t)article->subheadlines.count };
    if (epub_has_word(node, "class", "subheadline")) {
        galley_text *line = galley_article_add_subheadline(passage->issue, article);
        *line = text_at(passage, node, &at);
        return true;
    }
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (epub_has_word(node, "class", lines[i].class)) {
            at.item = lines[i].item;
            *lines[i].text = text_at(passage, node, &at);
            return true;
        }
    return false;
}

/* Where the folio says that the section of the page is the article's, too. */
static void take_folio(epub_passage *passage, const epub_node *node)
{
    for (const epub_node *at = node->first; at; at = epub_step(at, node))
        if (epub_has_word(at, "class", "section") && !passage->article->section.text.length)
            passage->article->section = text_at(passage, at, NULL);
}

static void take_article_credit(epub_passage *passage, const epub_node *node)
{
    const spot at = { .block = EPUB_CREDIT, .item = EPUB_WHOLE };
    passage->article->credit = text_at(passage, node, &at);
}

/* ---- The walk ------------------------------------------------------------------- */

typedef void taker(epub_passage *passage, const epub_node *node);

static const struct {
    const char *element, *class;
    taker *take;
} takers[] = {
    { NULL, "folio", take_folio },
    { NULL, "continued", take_way },
    { "p", "credit", take_article_credit },
    { NULL, "crosshead", take_crosshead },
    { "blockquote", NULL, take_quotation },
    { "figure", NULL, take_figure },
    { "ul", NULL, take_list },
    { "table", NULL, take_table },
    { "p", NULL, take_paragraph },
};

static taker *taker_of(const epub_node *node)
{
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if ((!takers[i].element || epub_is(node, takers[i].element)) &&
            (!takers[i].class || epub_has_word(node, "class", takers[i].class)))
            return takers[i].take;
    return NULL;
}

void epub_passage_read(epub_passage *passage, const epub_node *element)
{
    for (const epub_node *node = element->first; node; node = node->next) {
        if (!node->name || epub_is(node, "nav"))
            continue;
        taker *take = taker_of(node);
        if (take == take_crosshead && (node->name[0] != 'h' || node->name[1] < '1' || node->name[1] > '6'))
            take = take_paragraph;
        if (epub_is(node, "header") || epub_is(node, "hgroup"))
            epub_passage_read(passage, node);
        else if (!take_line(passage, node) && take)
            take(passage, node);
    }
}
