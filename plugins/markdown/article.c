/* SPDX-License-Identifier: MIT
 * A headline is a heading; a piece without one begins behind a line, so that no words
 * are made up for it.  A byline or a credit that is also printed in a paragraph
 * (galley_text.copy) is left there. */
#include "plugins/markdown/article.h"

#include "plugins/markdown/escape.h"

static const char SMALL[] = "*", STRONG[] = "**";

static galley_slice shown(const galley_text *text)
{
    return text->copy ? (galley_slice){ 0 } : text->text;
}

/* ---- Blocks ----------------------------------------------------------------- */

static void put_paragraph(markdown_sheet *sheet, const galley_block *block)
{
    markdown_paragraph(sheet, block->text.text);
}

static void put_crosshead(markdown_sheet *sheet, const galley_block *block)
{
    markdown_heading(sheet, "#### ", block->text.text);
}

static void put_quotation(markdown_sheet *sheet, const galley_block *block)
{
    if (!block->text.text.length)
        return;
    markdown_begin(sheet, "> ");
    markdown_first(sheet, block->text.text);
    markdown_end(sheet, MARKDOWN_BODY);
}

/* The picture itself is not in the model; a caption is still a caption. */
static void put_figure(markdown_sheet *sheet, const galley_block *block)
{
    galley_slice caption = block->text.text, credit = shown(&block->credit);
    if (!caption.length && !credit.length)
        return;
    markdown_begin(sheet, "");
    markdown_first(sheet, caption);
    markdown_put(sheet, caption.length && credit.length ? " " : "");
    markdown_emphasis(sheet, SMALL, credit);
    markdown_end(sheet, MARKDOWN_BODY);
}

/* A comment keeps two lists apart that follow each other. */
static void put_list(markdown_sheet *sheet, const galley_block *block)
{
    if (sheet->last == MARKDOWN_ITEMS) {
        markdown_begin(sheet, "<!-- -->");
        markdown_end(sheet, MARKDOWN_BODY);
    }
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (!block->items[i].text.length)
            continue;
        markdown_begin_item(sheet, MARKDOWN_ITEMS);
        markdown_first(sheet, block->items[i].text);
        markdown_end(sheet, MARKDOWN_ITEMS);
    }
}

static void put_row(markdown_sheet *sheet, const galley_text *cells, uint32_t count)
{
    markdown_put(sheet, "<tr>");
    for (uint32_t i = 0; i < count; i++) {
        markdown_put(sheet, "<td>");
        sheet->lost += markdown_escape_html(sheet->sink, cells[i].text);
        markdown_put(sheet, "</td>");
    }
    markdown_put(sheet, "</tr>\n");
}

static void put_table(markdown_sheet *sheet, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
    if (!block->item_count)
        return;
    markdown_begin(sheet, "<table>\n");
    for (uint32_t at = 0; at < block->item_count; at += columns) {
        uint32_t left = block->item_count - at;
        put_row(sheet, block->items + at, left < columns ? left : columns);
        if (left <= columns)
            break;
    }
    markdown_put(sheet, "</table>");
    markdown_end(sheet, MARKDOWN_BODY);
}

static void put_blocks(markdown_sheet *sheet, const galley_article *article)
{
    static void (*const put[GALLEY_BLOCK_COUNT])(markdown_sheet *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = put_paragraph, [GALLEY_CROSSHEAD] = put_crosshead, [GALLEY_QUOTATION] = put_quotation,
        [GALLEY_FIGURE] = put_figure,       [GALLEY_LIST] = put_list,           [GALLEY_TABLE] = put_table,
    };
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].type < GALLEY_BLOCK_COUNT)
            put[article->blocks.items[i].type](sheet, &article->blocks.items[i]);
}

/* ---- Articles --------------------------------------------------------------- */

/* A label that only repeats the heading of its page is not printed twice. */
static galley_slice section_of(const markdown_sheet *sheet, const galley_article *article)
{
    const galley_issue *issue = sheet->issue;
    galley_slice section = shown(&article->section);
    bool repeats =
        article->page < issue->pages.count && galley_slice_equal(section, issue->pages.items[article->page].section);
    return repeats ? (galley_slice){ 0 } : section;
}

static bool has_other_part(const markdown_sheet *sheet, galley_slice page, uint32_t article)
{
    return page.length || article < sheet->issue->articles.count;
}

static void put_continuation(markdown_sheet *sheet, galley_affix words, galley_slice page, uint32_t article)
{
    if (!has_other_part(sheet, page, article))
        return;
    markdown_begin(sheet, "*");
    markdown_pointer(sheet, words, page, article);
    markdown_put(sheet, "*");
    markdown_end(sheet, MARKDOWN_BODY);
}

static void put_head(markdown_sheet *sheet, const galley_article *article)
{
    markdown_line(sheet, SMALL, section_of(sheet, article));
    markdown_line(sheet, SMALL, shown(&article->kicker));
    markdown_heading(sheet, "### ", shown(&article->headline));
    for (size_t i = 0; i < article->subheadlines.count; i++)
        markdown_line(sheet, STRONG, shown(&article->subheadlines.items[i]));
    markdown_paragraph(sheet, shown(&article->byline));
    markdown_paragraph(sheet, shown(&article->dateline));
    put_continuation(sheet, sheet->say->continued_from, article->continued_from, article->continues);
}

void markdown_put_article(markdown_sheet *sheet, const galley_article *article, bool is_linked)
{
    if (!shown(&article->headline).length && sheet->last > MARKDOWN_TITLE) {
        markdown_begin(sheet, "* * *");
        markdown_end(sheet, MARKDOWN_BREAK);
    }
    if (is_linked) {
        markdown_begin(sheet, "");
        markdown_anchor(sheet, article->id);
        markdown_end(sheet, MARKDOWN_BODY);
    }
    put_head(sheet, article);
    put_blocks(sheet, article);
    markdown_line(sheet, SMALL, shown(&article->credit));
    put_continuation(sheet, sheet->say->continued_on, article->continued_on, article->continued_in);
}

/* ---- Teasers and mastheads -------------------------------------------------- */

/* The texts of an article in printed order, one behind the other. */
typedef struct row_of_texts {
    markdown_sheet *sheet;
    size_t count;
    bool is_linked; /* an anchor begins the line of a teaser */
    bool has_title; /* the title of a masthead has come */
} row_of_texts;

static void put_piece(void *state, const char *role, const galley_text *text)
{
    (void)role;
    row_of_texts *row = state;
    galley_slice words = shown(text);
    if (!words.length)
        return;
    markdown_put(row->sheet, row->count ? " " : "");
    (row->count++ || row->is_linked ? markdown_inline : markdown_first)(row->sheet, words);
}

void markdown_put_teaser(markdown_sheet *sheet, const galley_article *article, bool is_linked)
{
    row_of_texts row = { .sheet = sheet, .is_linked = is_linked };
    markdown_begin_item(sheet, MARKDOWN_TEASERS);
    if (is_linked)
        markdown_anchor(sheet, article->id);
    galley_article_visit(article, put_piece, &row);
    if (has_other_part(sheet, article->continued_on, article->continued_in)) {
        markdown_put(sheet, row.count ? " · " : "");
        markdown_pointer(sheet, (galley_affix){ "", "" }, article->continued_on, article->continued_in);
    }
    markdown_end(sheet, MARKDOWN_TEASERS);
}

/* Lines as they were printed, but for the title, which is the heading above already. */
static void put_masthead_line(void *state, const char *role, const galley_text *text)
{
    (void)role;
    row_of_texts *row = state;
    galley_slice words = shown(text);
    bool is_title = !row->has_title && galley_slice_equal(words, row->sheet->issue->meta.title);
    row->has_title |= is_title;
    if (!words.length || is_title)
        return;
    if (row->count++)
        markdown_put(row->sheet, "\\\n");
    else
        markdown_begin(row->sheet, "");
    markdown_first(row->sheet, words);
}

void markdown_put_masthead(markdown_sheet *sheet, const galley_article *article)
{
    row_of_texts row = { .sheet = sheet };
    galley_article_visit(article, put_masthead_line, &row);
    if (row.count)
        markdown_end(sheet, MARKDOWN_TITLE);
}
