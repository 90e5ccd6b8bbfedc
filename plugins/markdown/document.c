/* SPDX-License-Identifier: MIT
 * Blocks are taken as the parser meets them, wherever they are nested; what the model
 * has no place for (lists in lists, code, quotations of lists) is brought down to what it
 * has, and counted. */
#include "plugins/markdown/document.h"

#include "formats/phrases/phrases.h"
#include "plugins/markdown/comment.h"
#include "plugins/markdown/flat.h"
#include "plugins/markdown/html.h"
#include "plugins/markdown/outline.h"
#include "plugins/markdown/table.h"

typedef struct document {
    markdown_reading *read;
    markdown_outline outline;
    const galley_phrases *say;
    galley_article *article; /* NULL: none has begun */
    uint32_t page;
    galley_slice section;             /* of the articles to come */
    size_t lists, quotes;             /* that the walk is in */
    GALLEY_VECTOR(galley_text) items; /* of the outermost list */
    bool headed;                      /* the headline stands right before */
    bool pictured;                    /* a figure does, without a caption */
} document;

/* ---- Articles --------------------------------------------------------------- */

static galley_article *begin_article(document *doc)
{
    galley_issue *issue = doc->read->issue;
    doc->article = galley_issue_add_article(issue, GALLEY_NEWS);
    doc->article->page = doc->page;
    doc->article->confidence = 1;
    doc->article->continues = doc->article->continued_in = GALLEY_NONE;
    doc->article->section.text = doc->section;
    doc->article->id = galley_slice_of(galley_arena_print(issue->arena, "a%zu", issue->articles.count));
    return doc->article;
}

static galley_block *add_block(document *doc, galley_block_type type, galley_text text)
{
    galley_article *article = doc->article ? doc->article : begin_article(doc);
    galley_block *block = galley_article_add_block(doc->read->issue, article, type);
    block->text = text;
    block->confidence = 1;
    doc->headed = doc->pictured = false;
    return block;
}

/* What all of a text stands in is no mark of it. */
static galley_text without_outer(markdown_flat flat)
{
    galley_text text = flat.text;
    if (flat.around != CMARK_NODE_NONE && text.mark_count && text.marks->from == 0 &&
        text.marks->to == text.text.length) {
        text.marks++;
        text.mark_count--;
    }
    return text;
}

/* ---- Headings --------------------------------------------------------------- */

/* "Page 3 Port": the number, and where the rest begins; 0 where it is no such heading. */
static size_t take_page_number(const document *doc, galley_slice text, galley_slice *number)
{
    galley_slice before = galley_slice_of(doc->say->page.before), after = galley_slice_of(doc->say->page.after);
    size_t at = before.length, from = at;
    if (!galley_slice_starts(text, before))
        return 0;
    while (at < text.length && text.text[at] >= '0' && text.text[at] <= '9')
        at++;
    *number = galley_slice_part(text, from, at);
    bool ends = at > from && galley_slice_starts(galley_slice_part(text, at, text.length), after);
    at += ends ? after.length : 0;
    return ends && (at == text.length || text.text[at] == ' ') ? at : 0;
}

/* The first page is there already. */
static void begin_page(document *doc, galley_slice number, galley_slice section)
{
    galley_issue *issue = doc->read->issue;
    galley_page *page = &issue->pages.items[doc->page];
    if (page->number_given || doc->article)
        page = galley_issue_add_page(issue, page->source);
    page->number = number;
    page->number_given = true;
    page->section = galley_slice_trim(section);
    doc->page = (uint32_t)issue->pages.count - 1;
}

static void begin_section(document *doc, galley_slice text)
{
    galley_slice number;
    size_t behind = take_page_number(doc, text, &number);
    if (behind)
        begin_page(doc, number, galley_slice_part(text, behind, text.length));
    doc->section = behind ? (galley_slice){ 0 } : text;
    doc->article = NULL;
}

static void take_heading(document *doc, cmark_node *node)
{
    int level = cmark_node_get_heading_level(node);
    galley_slice *title = &doc->read->issue->meta.title;
    markdown_flat flat = markdown_flatten(doc->read, node);
    if (level == doc->outline.title) {
        *title = title->length ? *title : flat.text.text;
    } else if (level == doc->outline.section) {
        begin_section(doc, flat.text.text);
    } else if (level <= doc->outline.article && flat.text.text.length) {
        begin_article(doc)->headline = without_outer(flat);
        doc->headed = true;
    } else if (flat.text.text.length) {
        add_block(doc, GALLEY_CROSSHEAD, without_outer(flat))->level = (uint32_t)(level - doc->outline.article);
    }
}

/* ---- Paragraphs ------------------------------------------------------------- */

static void add_figure(document *doc, galley_slice url, galley_slice alt, galley_text caption)
{
    galley_issue *issue = doc->read->issue;
    galley_slice path = markdown_path(issue->arena, url);
    bool data = galley_slice_starts(path, galley_slice_of("data:"));
    galley_block *figure = add_block(doc, GALLEY_FIGURE, caption);
    doc->read->images += data;
    doc->pictured = !caption.text.length;
    if (data || !path.length)
        return;
    figure->image = path;
    galley_image *image = galley_issue_add_image(issue, path);
    image->alt = alt;
    image->alt_known = alt.length > 0;
}

static void add_item(document *doc, galley_text text)
{
    galley_text *item = galley_push(doc->read->issue->arena, &doc->items);
    if (item)
        *item = text;
}

static galley_block *last_block(const document *doc)
{
    return &doc->article->blocks.items[doc->article->blocks.count - 1];
}

static void add_paragraph(document *doc, markdown_flat flat)
{
    if (!flat.text.text.length)
        return;
    if (doc->lists) {
        add_item(doc, flat.text);
    } else if (doc->quotes) {
        add_block(doc, GALLEY_QUOTATION, flat.text);
    } else if (doc->pictured && flat.around == CMARK_NODE_EMPH) {
        last_block(doc)->text = without_outer(flat);
        doc->pictured = false;
    } else if (doc->headed && flat.around == CMARK_NODE_STRONG) {
        *galley_article_add_subheadline(doc->read->issue, doc->article) = without_outer(flat);
    } else {
        add_block(doc, GALLEY_PARAGRAPH, flat.text);
    }
}

static void add_table(document *doc, const html_table *table)
{
    markdown_fill_table(doc->read->issue->arena, add_block(doc, GALLEY_TABLE, (galley_text){ 0 }), table);
}

static void take_paragraph(document *doc, cmark_node *node)
{
    html_table table;
    if (!doc->lists && !doc->quotes && markdown_is_pipes(doc->read->file, node)) {
        markdown_read_pipes(doc->read, node, &table);
        add_table(doc, &table);
        return;
    }
    markdown_flat flat = markdown_flatten(doc->read, node);
    if (flat.image && !doc->lists && !doc->quotes)
        add_figure(doc, galley_slice_of(cmark_node_get_url(flat.image)),
                   markdown_words(doc->read->issue->arena, flat.image), flat.text);
    else
        add_paragraph(doc, flat);
}

/* ---- Code and HTML ---------------------------------------------------------- */

static void add_lines(document *doc, galley_slice text)
{
    for (size_t from = 0, to; from < text.length; from = to + 1) {
        for (to = from; to < text.length && text.text[to] != '\n';)
            to++;
        galley_slice line = galley_slice_trim(galley_slice_part(text, from, to));
        if (line.length)
            add_paragraph(doc, (markdown_flat){ .text.text = galley_arena_copy(doc->read->issue->arena, line) });
    }
}

static void take_code(document *doc, cmark_node *node)
{
    doc->read->lowered++;
    add_lines(doc, markdown_literal(node));
}

/* The text of an HTML block up to its next table or picture. */
static size_t find_part(galley_slice html, size_t from)
{
    for (size_t at = from; at < html.length; at++)
        if (html.text[at] == '<' && (html_tag_is(html, at, "table", false) || html_tag_is(html, at, "img", false)))
            return at;
    return html.length;
}

static void take_html(document *doc, cmark_node *node)
{
    galley_arena *arena = doc->read->issue->arena;
    galley_slice html = markdown_literal(node);
    doc->read->comments += galley_slice_starts(html, galley_slice_of("<!--"));
    for (size_t from = 0; from < html.length;) {
        size_t at = find_part(html, from);
        add_lines(doc, html_strip(arena, galley_slice_part(html, from, at)));
        if (at == html.length)
            return;
        from = html_tag_end(html, at);
        if (html_tag_is(html, at, "table", false)) {
            html_table table;
            from = html_table_read(arena, html, at, false, &table);
            add_table(doc, &table);
        } else {
            add_figure(doc, html_attribute(arena, html, at, "src"), html_attribute(arena, html, at, "alt"),
                       (galley_text){ 0 });
        }
        from = from > at ? from : at + 1;
    }
}

/* ---- The walk --------------------------------------------------------------- */

static void end_list(document *doc)
{
    if (!doc->items.count)
        return;
    galley_block *block = add_block(doc, GALLEY_LIST, (galley_text){ 0 });
    block->items = doc->items.items;
    block->item_count = (uint32_t)doc->items.count;
    memset(&doc->items, 0, sizeof doc->items);
}

static void enter_container(document *doc, cmark_node_type type, bool enters)
{
    if (type == CMARK_NODE_LIST) {
        doc->read->lowered += enters && doc->lists;
        doc->lists += enters ? 1 : (size_t)-1;
        if (!doc->lists)
            end_list(doc);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        doc->quotes += enters ? 1 : (size_t)-1;
    }
}

static void take_blocks(document *doc)
{
    static void (*const take[CMARK_NODE_LAST_BLOCK + 1])(document *, cmark_node *) = {
        [CMARK_NODE_PARAGRAPH] = take_paragraph,
        [CMARK_NODE_HEADING] = take_heading,
        [CMARK_NODE_CODE_BLOCK] = take_code,
        [CMARK_NODE_HTML_BLOCK] = take_html,
    };
    cmark_iter *iter = cmark_iter_new(doc->read->file->root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type > CMARK_NODE_LAST_BLOCK)
            continue;
        if (!take[type]) {
            enter_container(doc, type, event == CMARK_EVENT_ENTER);
        } else if (event == CMARK_EVENT_ENTER) {
            take[type](doc, node);
            if (cmark_node_first_child(node))
                cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        }
    }
    cmark_iter_free(iter);
}

void markdown_read_document(markdown_reading *read)
{
    galley_issue *issue = read->issue;
    document doc = { .read = read,
                     .outline = markdown_outline_of(read->file),
                     .say = galley_phrases_of(issue->meta.language) };
    galley_issue_add_page(issue, galley_arena_copy(issue->arena, galley_slice_of(read->file->name)));
    doc.page = (uint32_t)issue->pages.count - 1;
    take_blocks(&doc);
}
