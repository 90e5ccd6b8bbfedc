/* SPDX-License-Identifier: MIT
 * TEI of others as a document with headings.  A division with words of its own is an article,
 * and the divisions in it are parts with crossheads; one that has nothing but divisions holds
 * articles, unless these say what they are.  What nobody here knows is looked through for what
 * is known; its words stay. */
#include "plugins/tei/others.h"

#include "plugins/tei/names.h"

static void walk_blocks(tei_others *others, const tei_node *node);

static bool is_any(const tei_node *node, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (tei_is(node, names[i]))
            return true;
    return false;
}

static bool is_blank(const tei_node *node)
{
    return tei_is_text(node) && !galley_slice_trim(node->text).length;
}

static bool has_own_words(const tei_node *node)
{
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is_text(at) && !is_blank(at))
            return true;
    return false;
}

void others_flatten(tei_others *others, const tei_node *node)
{
    size_t known = 0, room = sizeof others->kinds / sizeof *others->kinds;
    others->flattened++;
    while (known < room && others->kinds[known] && !tei_is(node, others->kinds[known]))
        known++;
    if (known < room)
        others->kinds[known] = node->name;
}

/* ---- Divisions ---------------------------------------------------------------------------- */

static bool is_division(const tei_node *node)
{
    static const char *const names[] = { "div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7", NULL };
    return is_any(node, names);
}

/* What a division calls itself, where that is an article; Galley's own names, those of the base
 * format of the German text archive (jArticle), and what others use. */
static bool parse_kind(galley_slice type, galley_kind *kind)
{
    static const struct {
        const char *type;
        galley_kind kind;
    } rows[] = { { "article", GALLEY_NEWS },           { "item", GALLEY_NEWS },
                 { "Article", GALLEY_NEWS },           { "ARTICLE", GALLEY_NEWS },
                 { "advertisement", GALLEY_AD },       { "Advertisement", GALLEY_AD },
                 { "ADVERTISEMENT", GALLEY_AD },       { "jAn", GALLEY_AD },
                 { "title_section", GALLEY_MASTHEAD }, { "TITLE_SECTION", GALLEY_MASTHEAD } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(type, rows[i].type)) {
            *kind = rows[i].kind;
            return true;
        }
    *kind = GALLEY_NEWS;
    bool is_base = type.length > 2 && type.text[0] == 'j' && type.text[1] >= 'A' && type.text[1] <= 'Z';
    return is_base || galley_kind_parse(type, kind);
}

static bool says_article(const tei_node *node, galley_kind *kind)
{
    galley_kind other = GALLEY_NEWS;
    return parse_kind(tei_value(node, "type"), kind) ||
           (parse_kind(tei_value(node, "subtype"), &other) && (*kind = other, true));
}

/* Tells all that hold a division so; what was told before, and all above it, is left alone. */
static void note_divisions(tei_node *root)
{
    galley_kind kind;
    for (const tei_node *at = root; at; at = tei_step(root, at, true)) {
        bool is_article = is_division(at) && says_article(at, &kind);
        tei_node *up = is_division(at) ? at->up : NULL;
        for (; up && !(up->has_divisions && (up->has_articles || !is_article)); up = up->up) {
            up->has_divisions = true;
            up->has_articles |= is_article;
        }
    }
}

static bool has_blocks(const tei_node *node)
{
    static const char *const heads[] = { "head", "byline", "dateline", "docAuthor", "opener",    "argument",
                                         "fw",   "pb",     "cb",       "lb",        "milestone", "gb",
                                         "note", "figure", "anchor",   NULL };
    for (const tei_node *at = node->first; at; at = at->next)
        if (!is_blank(at) && !is_division(at) && !is_any(at, heads))
            return true;
    return false;
}

static bool is_container(const tei_node *node)
{
    return node->has_articles || (node->has_divisions && (!is_division(node) || !has_blocks(node)));
}

static void end_article(tei_others *others)
{
    others->article = NULL;
    others->kind = GALLEY_NEWS;
    others->origin = NULL;
}

static void walk_container(tei_others *others, const tei_node *node)
{
    bool was_inside = others->inside;
    end_article(others);
    others->inside = false;
    walk_blocks(others, node);
    end_article(others);
    others->inside = was_inside;
}

static void walk_article(tei_others *others, const tei_node *node)
{
    uint32_t level = others->level;
    bool was_inside = others->inside;
    end_article(others);
    says_article(node, &others->kind);
    others->origin = node;
    others->inside = true;
    others->level = 0;
    walk_blocks(others, node);
    end_article(others);
    others->inside = was_inside;
    others->level = level;
}

static void take_division(tei_others *others, const tei_node *node)
{
    galley_kind kind;
    if (is_container(node))
        walk_container(others, node);
    else if (!others->inside || says_article(node, &kind))
        walk_article(others, node);
    else {
        others->level++;
        walk_blocks(others, node);
        others->level--;
    }
}

/* Front, body, back: a container, or with neither divisions nor a title page one article. */
static void take_part(tei_others *others, const tei_node *node)
{
    if (is_container(node) || tei_child(node, "titlePage"))
        walk_container(others, node);
    else
        walk_article(others, node);
}

static void take_title_page(tei_others *others, const tei_node *node)
{
    walk_article(others, node);
}

/* ---- Articles ------------------------------------------------------------------------------- */

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

/* ---- Heads ------------------------------------------------------------------------------------ */

static void drop_section(tei_others *others)
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

static void take_head(tei_others *others, const tei_node *node)
{
    galley_text text = others_text(others, node);
    bool is_within = others->level || (others->article && others->article->blocks.count);
    if (text.text.length && !others->inside && !others->article) {
        drop_section(others);
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
static void take_signature(tei_others *others, const tei_node *node)
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

static void take_title(tei_others *others, const tei_node *node)
{
    galley_text text = others_text(others, node);
    if (text.text.length && !others_article(others)->headline.text.length)
        others_article(others)->headline = text;
    else
        others_add(others, GALLEY_PARAGRAPH, text);
    others_release(others);
}

/* ---- Blocks ------------------------------------------------------------------------------------- */

static void take_paragraph(tei_others *others, const tei_node *node)
{
    others_paragraph(others, node, GALLEY_PARAGRAPH);
}

static void take_anonymous(tei_others *others, const tei_node *node)
{
    bool is_credit = galley_slice_is(tei_value(node, "type"), "credit");
    uint64_t level = 1;
    if (galley_slice_is(tei_value(node, "type"), "crosshead")) {
        galley_block *block = others_add(others, GALLEY_CROSSHEAD, others_text(others, node));
        tei_read_look(node, "level", &level);
        if (block)
            block->level = (uint32_t)level;
        others_release(others);
    } else if (is_credit && others->article && !others->article->credit.text.length) {
        others->article->credit = others_text(others, node);
        others_release(others);
    } else
        take_paragraph(others, node);
}

/* Each paragraph in it, or all of it. */
static void take_quotation(tei_others *others, const tei_node *node)
{
    if (has_own_words(node) || !tei_child(node, "p")) {
        others_paragraph(others, node, GALLEY_QUOTATION);
        return;
    }
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is(at, "p"))
            others_paragraph(others, at, GALLEY_QUOTATION);
        else
            others_block(others, at);
}

/* ---- Lists and tables ------------------------------------------------------------------------------ */

static galley_block *begin_items(tei_others *others, galley_block_type type, size_t room)
{
    galley_block *block = galley_article_add_block(others->issue, others_article(others), type);
    block->confidence = 1;
    block->items = galley_arena_array(others->issue->arena, room, sizeof *block->items);
    return block->items ? block : NULL;
}

static void add_item(galley_block *block, galley_text text)
{
    ((galley_text *)block->items)[block->item_count++] = text;
}

/* The last block, which has nothing in it. */
static void drop_block(tei_others *others)
{
    size_t last = --others->article->blocks.count;
    memset(&others->article->blocks.items[last], 0, sizeof *others->article->blocks.items);
}

/* What may stand anywhere and is no part of anything. */
static bool take_between(tei_others *others, const tei_node *node)
{
    static const char *const names[] = { "pb", "cb", "lb", "milestone", "gb", "anchor", "fw", NULL };
    if (is_any(node, names))
        others_block(others, node);
    return is_blank(node) || is_any(node, names);
}

static size_t count_elements(const tei_node *node)
{
    size_t count = 0;
    for (const tei_node *at = node->first; at; at = at->next)
        count += !is_blank(at);
    return count;
}

/* Its head comes first; all else that has words is an item. */
static void take_list(tei_others *others, const tei_node *node)
{
    galley_block *block = begin_items(others, GALLEY_LIST, count_elements(node) + 1);
    for (const tei_node *at = node->first; block && at; at = at->next) {
        if (take_between(others, at))
            continue;
        galley_text text = others_text(others, at);
        if (tei_is(at, "head") && !block->text.text.length && !block->item_count)
            block->text = text;
        else if (text.text.length)
            add_item(block, text);
    }
    if (block && !block->item_count && block->text.text.length)
        block->type = GALLEY_PARAGRAPH; /* nothing but a head */
    else if (block && !block->item_count)
        drop_block(others);
    others_release(others);
}

static size_t count_cells(const tei_node *row)
{
    size_t count = 0;
    for (const tei_node *at = tei_child(row, "cell"); at; at = tei_sibling(at, "cell"))
        count++;
    return count;
}

static void take_row(tei_others *others, const tei_node *row, galley_block *block)
{
    size_t cells = 0;
    for (const tei_node *at = row->first; at; at = at->next)
        if (tei_is(at, "cell") && cells++ < block->columns)
            add_item(block, others_text(others, at));
        else if (!take_between(others, at))
            others_wait(others, at);
    for (; cells < block->columns; cells++)
        add_item(block, (galley_text){ .text = galley_slice_of("") });
}

#define CELLS 1000000

static void take_table(tei_others *others, const tei_node *node)
{
    size_t rows = 0, columns = 0;
    for (const tei_node *row = tei_child(node, "row"); row; row = tei_sibling(row, "row"), rows++)
        columns = count_cells(row) > columns ? count_cells(row) : columns;
    if (!columns || rows > CELLS / columns) {
        others_flatten(others, node);
        walk_blocks(others, node);
        return;
    }
    galley_block *block = begin_items(others, GALLEY_TABLE, rows * columns);
    if (!block)
        return;
    block->columns = (uint32_t)columns;
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is(at, "row"))
            take_row(others, at, block);
        else if (tei_is(at, "head") && !block->text.text.length)
            block->text = others_text(others, at);
        else if (!take_between(others, at))
            others_wait(others, at);
    others_release(others);
}

/* ---- Figures ------------------------------------------------------------------------------------------ */

static void name_picture(tei_others *others, galley_block *block, const tei_node *graphic, const tei_node *says)
{
    block->image = tei_read_url(others->read, tei_value(graphic, "url"));
    if (!block->image.length)
        return;
    galley_image *image = galley_issue_add_image(others->issue, block->image);
    image->media_type = tei_keep(others->read, tei_value(graphic, "mimeType"));
    image->alt_known = says;
    image->alt = galley_slice_trim(tei_keep_words(others->read, says));
}

/* The first words of it are the caption; any others are paragraphs behind it. */
static void take_figure(tei_others *others, const tei_node *node)
{
    static const char *const captions[] = { "head", "p", "ab", NULL };
    const tei_node *graphic = tei_is(node, "graphic") ? node : tei_child(node, "graphic");
    const tei_node *says = graphic != node ? tei_child(node, "figDesc") : NULL;
    galley_block *block = galley_article_add_block(others->issue, others_article(others), GALLEY_FIGURE);
    bool is_named = graphic && tei_value(graphic, "url").length;
    block->confidence = 1;
    if (is_named)
        name_picture(others, block, graphic, says);
    for (const tei_node *at = node->first; at; at = at->next) {
        bool is_credit = tei_is(at, "ab") && galley_slice_is(tei_value(at, "type"), "credit");
        if (is_blank(at) || at == graphic || (is_named && at == says))
            continue;
        if (is_credit && !block->credit.text.length)
            block->credit = others_text(others, at);
        else if (is_any(at, captions) && !block->text.text.length)
            block->text = others_text(others, at);
        else
            others_wait(others, at);
    }
    if (!is_named && !block->text.text.length && !block->credit.text.length)
        drop_block(others);
    others_release(others);
}

/* ---- Anything else ---------------------------------------------------------------------------------------- */

static void take_page(tei_others *others, const tei_node *node)
{
    others_turn(others, node);
}

static void take_break(tei_others *others, const tei_node *node)
{
    others->zone_due |= tei_is(node, "cb");
}

static bool is_apart(const tei_node *node)
{
    static const char *const names[] = { "p",       "ab",         "l",        "lg",        "list",     "item",
                                         "head",    "label",      "table",    "row",       "cell",     "sp",
                                         "speaker", "stage",      "byline",   "dateline",  "signed",   "salute",
                                         "opener",  "closer",     "trailer",  "titlePart", "docTitle", "docImprint",
                                         "docDate", "docEdition", "bibl",     "listBibl",  "figure",   "quote",
                                         "cit",     "postscript", "argument", "epigraph",  NULL };
    return is_division(node) || is_any(node, names);
}

bool others_is_block(const tei_node *node)
{
    static const char *const inline_too[] = { "quote", "cit", "bibl", NULL };
    return is_apart(node) && !is_any(node, inline_too);
}

bool others_splits(const tei_node *node)
{
    static const char *const names[] = { "list", "table", "lg", "sp", "listBibl", NULL };
    static const char *const quotations[] = { "quote", "cit", "q", NULL };
    bool is_displayed = is_any(node, quotations) && (tei_child(node, "p") || tei_child(node, "lg"));
    return is_displayed || is_division(node) || is_any(node, names);
}

/* With words of its own it is a paragraph, else what is in it comes one after the other. */
static void take_any(tei_others *others, const tei_node *node)
{
    bool holds = false;
    for (const tei_node *at = node->first; at; at = at->next)
        holds |= is_apart(at);
    if (holds && !has_own_words(node))
        walk_blocks(others, node);
    else
        others_paragraph(others, node, GALLEY_PARAGRAPH);
}

static const struct {
    const char *element;
    void (*take)(tei_others *others, const tei_node *node);
} blocks[] = {
    { "front", take_part },
    { "body", take_part },
    { "back", take_part },
    { "titlePage", take_title_page },
    { "titlePart", take_title },
    { "head", take_head },
    { "p", take_paragraph },
    { "ab", take_anonymous },
    { "l", take_paragraph },
    { "quote", take_quotation },
    { "list", take_list },
    { "table", take_table },
    { "figure", take_figure },
    { "graphic", take_figure },
    { "byline", take_signature },
    { "docAuthor", take_signature },
    { "dateline", take_signature },
    { "fw", others_form_work },
    { "pb", take_page },
    { "cb", take_break },
    { "lb", take_break },
    { "milestone", take_break },
    { "gb", take_break },
    { "anchor", take_break },
};

/* What holds others and says nothing more. */
static bool is_frame(const tei_node *node)
{
    static const char *const names[] = { "TEI",     "text",       "group",  "floatingText", "docTitle",   "docImprint",
                                         "docDate", "docEdition", "opener", "closer",       "signed",     "salute",
                                         "trailer", "note",       "lg",     "sp",           "postscript", NULL };
    return is_any(node, names);
}

void others_block(tei_others *others, const tei_node *node)
{
    if (is_blank(node))
        return;
    if (tei_is_text(node)) {
        others_paragraph(others, node, GALLEY_PARAGRAPH);
        return;
    }
    if (is_division(node)) {
        take_division(others, node);
        return;
    }
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (tei_is(node, blocks[i].element)) {
            blocks[i].take(others, node);
            return;
        }
    if (!is_frame(node))
        others_flatten(others, node);
    take_any(others, node);
}

static void walk_blocks(tei_others *others, const tei_node *node)
{
    for (const tei_node *at = node->first; at && tei_good(others->read); at = at->next)
        others_block(others, at);
}

void others_wait(tei_others *others, const tei_node *node)
{
    const tei_node **waiting = galley_push(others->read->scratch, &others->waiting);
    if (waiting)
        *waiting = node;
}

void others_release(tei_others *others)
{
    const tei_node **items = others->waiting.items;
    size_t count = others->waiting.count;
    memset(&others->waiting, 0, sizeof others->waiting);
    for (size_t i = 0; i < count; i++)
        others_block(others, items[i]);
}

/* ---- The end ------------------------------------------------------------------------------------------------ */

static void note_words(void *state, const char *role, const galley_text *text)
{
    (void)role;
    *(bool *)state |= text->text.length > 0;
}

/* What began for a list without items, or a figure without a picture. */
static void drop_empty_articles(tei_others *others)
{
    tei_reading *read = others->read;
    size_t kept = 0;
    for (size_t i = 0; i < read->articles.count; i++) {
        tei_article_read one = read->articles.items[i];
        bool has_words = one.article->blocks.count > 0;
        galley_article_visit(one.article, note_words, &has_words);
        if (!has_words)
            continue;
        one.index = (uint32_t)kept;
        others->issue->articles.items[kept] = one.article;
        read->articles.items[kept++] = one;
    }
    read->articles.count = others->issue->articles.count = kept;
}

static void first_line(void *state, const char *role, const galley_text *text)
{
    uint32_t *line = state;
    (void)role;
    for (uint32_t i = 0; i < text->span_count; i++)
        *line = text->spans[i].line < *line ? text->spans[i].line : *line;
}

static bool all_have_names(const tei_reading *read)
{
    for (size_t i = 0; i < read->articles.count; i++) {
        const tei_article_read *one = &read->articles.items[i];
        if (!tei_is_name(one->name) || (i && galley_slice_equal(one->name, one[-1].name)))
            return false;
    }
    return true;
}

/* By their own names, or, where not all have one, from page and line, as Galley makes them. */
static void name_articles(tei_reading *read)
{
    bool named = all_have_names(read);
    for (size_t i = 0; i < read->articles.count; i++) {
        tei_article_read *one = &read->articles.items[i];
        uint32_t line = GALLEY_NONE;
        galley_article_visit(one->article, first_line, &line);
        if (line != GALLEY_NONE)
            one->article->page = read->issue->zones.items[read->issue->lines.items[line].zone].page;
        const char *made = line == GALLEY_NONE
                               ? galley_arena_print(read->issue->arena, "a%u", one->index + 1)
                               : galley_arena_print(read->issue->arena, "p%u-l%04u", one->article->page + 1,
                                                    read->issue->lines.items[line].id);
        one->article->id = named ? tei_keep(read, one->name) : galley_slice_of(made);
    }
}

static uint32_t find_part(const tei_reading *read, const tei_article_read *of, galley_slice pointer)
{
    if (pointer.length < 2 || pointer.text[0] != '#')
        return GALLEY_NONE;
    uint32_t index = tei_find_article(read, galley_slice_part(pointer, 1, pointer.length));
    return index == of->index ? GALLEY_NONE : index;
}

static void link_articles(tei_reading *read)
{
    for (size_t i = 0; i < read->articles.count; i++) {
        const tei_article_read *one = &read->articles.items[i];
        one->article->continued_in = find_part(read, one, one->next);
        one->article->continues = find_part(read, one, one->before);
    }
}

static void tell(const tei_others *others)
{
    galley_findings *findings = others->read->findings;
    galley_place place = { .file = others->read->file };
    const char *const *kinds = others->kinds;
    if (others->flattened)
        galley_find(findings, GALLEY_LOST, "tei.flattened", place,
                    "%zu elements (%s%s%s%s%s) have no place in an issue; their words stay", others->flattened,
                    kinds[0], kinds[1] ? ", " : "", kinds[1] ? kinds[1] : "", kinds[2] ? ", " : "",
                    kinds[2] ? kinds[2] : "");
    if (others->left_out)
        galley_find(findings, GALLEY_LOST, "tei.readings", place,
                    "%zu second readings are left out; what was printed stays", others->left_out);
}

static bool has_printed_breaks(const tei_node *root)
{
    for (const tei_node *at = root; at; at = tei_step(root, at, true))
        if (tei_is(at, "pb") && galley_slice_is(tei_value(at, "ed"), "print"))
            return true;
    return false;
}

/* The texts of a document, or of the documents of a corpus. */
static size_t walk_texts(tei_others *others, const tei_node *root)
{
    size_t count = 0;
    for (const tei_node *at = root->first; at && tei_good(others->read); at = at->next)
        if (tei_is(at, "text")) {
            walk_blocks(others, at);
            others_release(others);
            end_article(others);
            count++;
        } else if (tei_is(at, "TEI") || tei_is(at, "TEI.2"))
            count += walk_texts(others, at);
    return count;
}

void tei_read_others(tei_reading *read)
{
    tei_others others = { .read = read,
                          .issue = read->issue,
                          .page = GALLEY_NONE,
                          .kind = GALLEY_NEWS,
                          .prints = has_printed_breaks(read->root) };
    note_divisions(read->root);
    tei_read_others_header(read);
    if (!walk_texts(&others, read->root))
        tei_fail(read, read->root, "there is no text in it");
    drop_section(&others);
    if (!read->issue->pages.count)
        galley_issue_add_page(read->issue, galley_slice_of(""));
    drop_empty_articles(&others);
    tei_sort_articles(read);
    name_articles(read);
    link_articles(read);
    tell(&others);
    galley_buffer_drop(&others.line);
}
