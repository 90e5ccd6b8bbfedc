/* SPDX-License-Identifier: MIT
 * A comment names the pieces of its article in their order; each block behind it takes
 * the next name that fits what it is (a heading is no byline).  Where somebody has edited
 * the file so that names are missing or left over, a block is told by its look, and a
 * finding says so. */
#include "plugins/markdown/ours.h"

#include "plugins/markdown/comment.h"
#include "plugins/markdown/html.h"
#include "plugins/markdown/links.h"
#include "plugins/markdown/names.h"
#include "plugins/markdown/pieces.h"
#include "plugins/markdown/table.h"

struct markdown_ours {
    markdown_reading *read;
    galley_article *article; /* NULL: none has begun */
    uint32_t page;           /* GALLEY_NONE: none has begun */
    bool page_begins;        /* its heading comes next */
    bool contents;           /* a list of links comes next */
    markdown_names names;    /* of the pieces to come */
    galley_text label;       /* of the list or table that comes next */
    markdown_links links;
};

/* ---- Texts ------------------------------------------------------------------ */

static galley_block *add_block(markdown_ours *ours, galley_block_type type, galley_text text)
{
    galley_block *block = galley_article_add_block(ours->read->issue, ours->article, type);
    block->text = text;
    block->confidence = 1;
    return block;
}

static void set_caption(markdown_ours *ours, markdown_role role, const markdown_piece *piece)
{
    size_t count = ours->article->blocks.count;
    galley_block *last = count ? &ours->article->blocks.items[count - 1] : NULL;
    bool has = role == MARKDOWN_CAPTION && last && last->type == GALLEY_FIGURE && last->image.length &&
               !last->text.text.length && !last->credit.text.length;
    galley_block *figure = has ? last : add_block(ours, GALLEY_FIGURE, (galley_text){ 0 });
    figure->text = piece->text;
    figure->credit = piece->tail;
}

/* The field of a head; NULL where the role is none. */
static galley_text *field_of(galley_article *article, markdown_role role)
{
    switch (role) {
    case MARKDOWN_SECTION:
        return &article->section;
    case MARKDOWN_KICKER:
        return &article->kicker;
    case MARKDOWN_HEADLINE:
        return &article->headline;
    case MARKDOWN_BYLINE:
        return &article->byline;
    case MARKDOWN_DATELINE:
        return &article->dateline;
    case MARKDOWN_CREDIT:
        return &article->credit;
    default:
        return NULL;
    }
}

/* All of its line is in emphasis, which is none of the text. */
static bool is_small(markdown_role role)
{
    return role == MARKDOWN_SECTION || role == MARKDOWN_KICKER || role == MARKDOWN_CREDIT;
}

static void take_text(markdown_ours *ours, const markdown_name *name, const markdown_piece *piece)
{
    static const galley_block_type types[MARKDOWN_ROLE_COUNT] = {
        [MARKDOWN_CROSSHEAD] = GALLEY_CROSSHEAD, [MARKDOWN_QUOTATION] = GALLEY_QUOTATION
    };
    galley_text *field = field_of(ours->article, name->role);
    if (field && !field->text.length)
        *field = is_small(name->role) ? piece->whole : piece->full;
    else if (name->role == MARKDOWN_SUBHEADLINE)
        *galley_article_add_subheadline(ours->read->issue, ours->article) = piece->whole;
    else if (name->role == MARKDOWN_CAPTION || name->role == MARKDOWN_FIGURE)
        set_caption(ours, name->role, piece);
    else if (name->role == MARKDOWN_LABEL)
        ours->label = piece->full;
    else if (name->role != MARKDOWN_FROM && name->role != MARKDOWN_ON && name->role != MARKDOWN_WAY)
        add_block(ours, types[name->role], piece->full)->level = name->level > 1 ? name->level : 0;
}

/* ---- Names ------------------------------------------------------------------ */

/* A heading above says it. */
static void take_above(markdown_ours *ours, const markdown_name *name)
{
    const galley_issue *issue = ours->read->issue;
    bool title = ours->article->kind == GALLEY_MASTHEAD;
    if (!title && ours->page >= issue->pages.count)
        return;
    galley_text text = { .text = title ? issue->meta.title : issue->pages.items[ours->page].section };
    markdown_piece piece = { .whole = text, .full = text };
    take_text(ours, name, &piece);
}

static void pass_above(markdown_ours *ours)
{
    markdown_name name;
    while (markdown_names_above(&ours->names, &name))
        take_above(ours, &name);
}

static unsigned bit(markdown_role role)
{
    return MARKDOWN_ROLE_BIT(role);
}

static void take_name(markdown_ours *ours, unsigned fit, markdown_name *out)
{
    pass_above(ours);
    markdown_names_next(&ours->names, fit, out);
}

static void end_article(markdown_ours *ours)
{
    if (!ours->article)
        return;
    pass_above(ours);
    if (ours->label.text.length) /* what it was to head is gone */
        add_block(ours, GALLEY_PARAGRAPH, ours->label);
    ours->label = (galley_text){ 0 };
    if (!markdown_names_fit(&ours->names))
        galley_find(ours->read->findings, GALLEY_UNSURE, "markdown.changed",
                    (galley_place){ .file = ours->read->file->name },
                    "the article \"%.*s\" is not as its comment says; what was added was told by its look",
                    GALLEY_SHOW(ours->article->id));
    ours->article = NULL;
}

/* ---- What comments say ------------------------------------------------------ */

static galley_slice value_of(const markdown_ours *ours, const markdown_comment *comment, const char *key)
{
    return galley_arena_copy(ours->read->issue->arena, markdown_comment_value(comment, key));
}

/* Bylines and the like that stand in the text of the article as well. */
static void take_copies(markdown_ours *ours, const markdown_comment *comment)
{
    for (markdown_role role = 0; role < MARKDOWN_ROLE_COUNT; role++) {
        galley_text *field = field_of(ours->article, role);
        galley_slice value = field ? value_of(ours, comment, markdown_role_name(role)) : (galley_slice){ 0 };
        if (value.length)
            *field = (galley_text){ .text = value, .copy = true };
    }
}

static void begin_article(markdown_ours *ours, galley_kind kind, const markdown_comment *comment)
{
    end_article(ours);
    galley_article *article = galley_issue_add_article(ours->read->issue, kind);
    ours->article = article;
    ours->contents = ours->page_begins = false;
    article->confidence = 1;
    article->page = ours->page == GALLEY_NONE ? 0 : ours->page;
    article->id = value_of(ours, comment, "id");
    article->language = value_of(ours, comment, "language");
    article->note = value_of(ours, comment, "note");
    article->continued_from = value_of(ours, comment, "continued-from");
    article->continued_on = value_of(ours, comment, "continued-on");
    article->continues = article->continued_in = GALLEY_NONE;
    take_copies(ours, comment);
    markdown_names_take(ours->read->scratch, comment, &ours->names);
    markdown_links_add(ours->read->scratch, &ours->links,
                       (markdown_link){ .article = article,
                                        .page = markdown_comment_value(comment, "page"),
                                        .continues = markdown_comment_value(comment, "continues"),
                                        .continued_in = markdown_comment_value(comment, "continued-in") });
}

/* The files of a folder say their page one by one. */
static uint32_t find_page(const galley_issue *issue, galley_slice id)
{
    for (size_t i = issue->pages.count; i > 0; i--)
        if (galley_slice_equal(issue->pages.items[i - 1].id, id))
            return (uint32_t)(i - 1);
    return GALLEY_NONE;
}

static void begin_page(markdown_ours *ours, const markdown_comment *comment)
{
    galley_issue *issue = ours->read->issue;
    galley_slice id = value_of(ours, comment, "id");
    end_article(ours);
    ours->page = ours->read->base && id.length ? find_page(issue, id) : GALLEY_NONE;
    ours->page_begins = true;
    ours->contents = false;
    if (ours->page != GALLEY_NONE)
        return;
    galley_page *page = galley_issue_add_page(issue, value_of(ours, comment, "source"));
    page->id = id.length ? id : page->id;
    page->number = value_of(ours, comment, "number");
    page->section = value_of(ours, comment, "section");
    page->number_given = page->number.length && !markdown_comment_has(comment, "counted");
    ours->page = (uint32_t)issue->pages.count - 1;
}

static void take_comment(markdown_ours *ours, const markdown_comment *comment)
{
    galley_kind kind;
    if (galley_slice_is(comment->word, "page"))
        begin_page(ours, comment);
    else if (galley_slice_is(comment->word, "contents"))
        ours->contents = true;
    else if (galley_kind_parse(comment->word, &kind))
        begin_article(ours, kind, comment);
    else
        ours->read->comments++;
}

/* ---- Blocks ----------------------------------------------------------------- */

#define NO_PARAGRAPH (bit(MARKDOWN_HEADLINE) | bit(MARKDOWN_PICTURE) | bit(MARKDOWN_LIST) | bit(MARKDOWN_TABLE))

/* Text without an article stands before the first comment: somebody wrote it there. */
static bool need_article(markdown_ours *ours)
{
    if (!ours->article)
        begin_article(ours, GALLEY_NEWS, &(markdown_comment){ 0 });
    return ours->article != NULL;
}

static void take_pieces(markdown_ours *ours, const markdown_pieces *pieces, unsigned fit, markdown_role look)
{
    for (size_t i = 0; i < pieces->items.count && need_article(ours); i++) {
        markdown_name name = { .role = look };
        bool lines = ours->article->kind == GALLEY_MASTHEAD;
        take_name(ours, lines ? ~0u : fit, &name);
        take_text(ours, &name, &pieces->items.items[i]);
    }
}

static void take_picture(markdown_ours *ours, cmark_node *node)
{
    markdown_name name;
    galley_issue *issue = ours->read->issue;
    if (!need_article(ours))
        return;
    take_name(ours, bit(MARKDOWN_PICTURE), &name);
    galley_slice path = markdown_path(issue->arena, galley_slice_of(cmark_node_get_url(node)));
    if (!path.length)
        return;
    add_block(ours, GALLEY_FIGURE, (galley_text){ 0 })->image = path;
    galley_slice alt = markdown_words(issue->arena, node);
    if (!alt.length)
        return;
    galley_image *image = galley_issue_add_image(issue, path);
    image->alt = alt;
    image->alt_known = true;
}

static void take_paragraph(markdown_ours *ours, cmark_node *node)
{
    markdown_pieces pieces = markdown_take_pieces(ours->read, node);
    ours->read->images += pieces.image && pieces.items.count;
    if (pieces.image && !pieces.items.count)
        take_picture(ours, pieces.image);
    else
        take_pieces(ours, &pieces, ~NO_PARAGRAPH & ~bit(MARKDOWN_QUOTATION) & ~bit(MARKDOWN_CROSSHEAD), MARKDOWN_TEXT);
}

static void take_heading(markdown_ours *ours, cmark_node *node)
{
    int level = cmark_node_get_heading_level(node);
    markdown_pieces pieces = markdown_take_pieces(ours->read, node);
    galley_slice *title = &ours->read->issue->meta.title;
    if (level == 1 && !ours->article && ours->page == GALLEY_NONE) {
        if (!title->length && pieces.items.count)
            *title = pieces.items.items[0].whole.text;
    } else if (level != 2 || !ours->page_begins) {
        bool headless = ours->article && !ours->article->headline.text.length;
        take_pieces(ours, &pieces, bit(MARKDOWN_HEADLINE) | bit(MARKDOWN_CROSSHEAD),
                    headless ? MARKDOWN_HEADLINE : MARKDOWN_CROSSHEAD);
    }
    ours->page_begins = false;
}

static void take_quotation(markdown_ours *ours, cmark_node *node)
{
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        markdown_pieces pieces = markdown_take_pieces(ours->read, child);
        take_pieces(ours, &pieces, bit(MARKDOWN_QUOTATION), MARKDOWN_QUOTATION);
    }
}

static void take_plain(markdown_ours *ours, galley_slice words)
{
    galley_text text = { .text = words };
    markdown_piece piece = { .whole = text, .full = text, .text = text };
    markdown_pieces pieces = { .items = { .items = &piece, .count = words.length > 0 } };
    take_pieces(ours, &pieces, bit(MARKDOWN_TEXT), MARKDOWN_TEXT);
}

static void take_code(markdown_ours *ours, cmark_node *node)
{
    galley_slice text = galley_arena_copy(ours->read->issue->arena, galley_slice_trim(markdown_literal(node)));
    take_plain(ours, text);
}

/* ---- Lists ------------------------------------------------------------------ */

static bool teaser_comment(markdown_ours *ours, const markdown_pieces *pieces, markdown_comment *out)
{
    return pieces->comment.length && markdown_comment_parse(ours->read->scratch, pieces->comment, out) &&
           galley_slice_is(out->word, galley_kind_name(GALLEY_TEASER));
}

/* The page that a teaser points to is emphasis at the end of its last line. */
static void take_teaser(markdown_ours *ours, markdown_pieces *pieces, const markdown_comment *comment)
{
    begin_article(ours, GALLEY_TEASER, comment);
    for (size_t i = 0; i < pieces->items.count; i++) {
        markdown_piece *piece = &pieces->items.items[i];
        markdown_name name = { .role = MARKDOWN_TEXT };
        piece->whole = piece->full = i + 1 == pieces->items.count ? piece->text : piece->whole;
        if (!piece->whole.text.length)
            continue;
        take_name(ours, ~0u, &name);
        take_text(ours, &name, piece);
    }
    end_article(ours);
}

static void take_items(markdown_ours *ours, cmark_node *list)
{
    galley_issue *issue = ours->read->issue;
    GALLEY_VECTOR(galley_text) items = { 0 };
    markdown_name name;
    if (!need_article(ours))
        return;
    take_name(ours, bit(MARKDOWN_LIST), &name);
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        markdown_pieces pieces = markdown_take_pieces(ours->read, item);
        galley_text *text = galley_push(issue->arena, &items);
        if (text && pieces.items.count == 1)
            *text = pieces.items.items[0].full;
        else if (text)
            text->text = markdown_words(issue->arena, item);
    }
    galley_block *block = add_block(ours, GALLEY_LIST, ours->label);
    block->items = items.items;
    block->item_count = (uint32_t)items.count;
    ours->label = (galley_text){ 0 };
}

static void take_list(markdown_ours *ours, cmark_node *list)
{
    bool contents = ours->contents;
    ours->contents = false;
    if (contents)
        return;
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        markdown_pieces pieces = markdown_take_pieces(ours->read, item);
        markdown_comment comment;
        if (teaser_comment(ours, &pieces, &comment)) {
            take_teaser(ours, &pieces, &comment);
        } else if (item == cmark_node_first_child(list)) {
            take_items(ours, list);
            return;
        } else {
            begin_article(ours, GALLEY_TEASER, &(markdown_comment){ 0 });
            take_pieces(ours, &pieces, 0, MARKDOWN_HEADLINE);
            end_article(ours);
        }
    }
}

/* ---- HTML ------------------------------------------------------------------- */

static void take_table(markdown_ours *ours, galley_slice html)
{
    html_table table;
    markdown_name name;
    if (!need_article(ours))
        return;
    take_name(ours, bit(MARKDOWN_TABLE), &name);
    html_table_read(ours->read->issue->arena, html, 0, true, &table);
    galley_block *block = add_block(ours, GALLEY_TABLE, ours->label);
    markdown_fill_table(ours->read->issue->arena, block, &table);
    ours->label = (galley_text){ 0 };
}

static void take_html(markdown_ours *ours, cmark_node *node)
{
    markdown_comment comment;
    galley_slice html = galley_slice_trim(markdown_literal(node));
    if (markdown_comment_parse(ours->read->scratch, html, &comment)) {
        take_comment(ours, &comment);
    } else if (html.length > 6 && html_tag_is(html, 0, "table", false)) {
        take_table(ours, html);
    } else {
        galley_slice text = galley_slice_trim(html_strip(ours->read->issue->arena, html));
        take_plain(ours, text);
    }
}

/* ---- The file --------------------------------------------------------------- */

bool markdown_is_ours(galley_arena *scratch, const markdown_file *file)
{
    galley_kind kind;
    for (cmark_node *node = cmark_node_first_child(file->root); node; node = cmark_node_next(node)) {
        markdown_comment comment;
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK ||
            !markdown_comment_parse(scratch, markdown_literal(node), &comment))
            continue;
        if (galley_kind_parse(comment.word, &kind) ||
            (galley_slice_is(comment.word, "page") && markdown_comment_value(&comment, "id").length))
            return true;
    }
    return false;
}

markdown_ours *markdown_ours_new(markdown_reading *read)
{
    markdown_ours *ours = galley_arena_alloc(read->scratch, sizeof *ours);
    if (ours)
        *ours = (markdown_ours){ .read = read, .page = GALLEY_NONE };
    return ours;
}

void markdown_ours_read(markdown_ours *ours)
{
    static void (*const take[CMARK_NODE_LAST_BLOCK + 1])(markdown_ours *, cmark_node *) = {
        [CMARK_NODE_PARAGRAPH] = take_paragraph,
        [CMARK_NODE_HEADING] = take_heading,
        [CMARK_NODE_BLOCK_QUOTE] = take_quotation,
        [CMARK_NODE_CODE_BLOCK] = take_code,
        [CMARK_NODE_LIST] = take_list,
        [CMARK_NODE_HTML_BLOCK] = take_html,
    };
    cmark_node *node = cmark_node_first_child(ours->read->file->root);
    ours->page = GALLEY_NONE;
    ours->page_begins = ours->contents = false;
    for (; node; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type <= CMARK_NODE_LAST_BLOCK && take[type])
            take[type](ours, node);
    }
    end_article(ours);
}

void markdown_ours_finish(markdown_ours *ours)
{
    markdown_links_set(ours->read->scratch, ours->read->issue, &ours->links);
}
