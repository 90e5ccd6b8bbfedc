/* SPDX-License-Identifier: MIT
 * A headline is a heading; a piece without one begins behind a line, so that no words
 * are made up for it.  What each piece is stands in a comment before it. */
#include "plugins/markdown/article.h"

#include "plugins/markdown/comment.h"
#include "plugins/markdown/escape.h"

static const char SMALL[] = "*", STRONG[] = "**";

typedef struct printing {
    markdown_sheet *sheet;
    const galley_article *article;
    const markdown_part *part;
} printing;

/* ---- Parts of a head -------------------------------------------------------- */

static void put_small(const printing *print)
{
    markdown_line(print->sheet, SMALL, print->part->text);
}

static void put_strong(const printing *print)
{
    markdown_line(print->sheet, STRONG, print->part->text);
}

static void put_paragraph(const printing *print)
{
    markdown_paragraph(print->sheet, print->part->text);
}

static void put_headline(const printing *print)
{
    markdown_heading(print->sheet, print->sheet->head_down, print->part->text);
}

static void put_continuation(markdown_sheet *sheet, galley_affix words, galley_slice page, uint32_t article)
{
    markdown_begin(sheet, "");
    markdown_pointer(sheet, words, page, article);
    markdown_end(sheet, MARKDOWN_BODY);
}

static void put_from(const printing *print)
{
    put_continuation(print->sheet, print->sheet->say->continued_from, print->article->continued_from,
                     print->article->continues);
}

static void put_on(const printing *print)
{
    put_continuation(print->sheet, print->sheet->say->continued_on, print->article->continued_on,
                     print->article->continued_in);
}

/* ---- Blocks ----------------------------------------------------------------- */

static void put_crosshead(const printing *print)
{
    uint32_t level = print->part->block->level;
    markdown_heading(print->sheet, print->sheet->head_down + (level > 1 ? level : 1), print->part->text);
}

static void put_quotation(const printing *print)
{
    markdown_begin(print->sheet, "> ");
    markdown_whole(print->sheet, print->part->text);
    markdown_end(print->sheet, MARKDOWN_BODY);
}

static void put_picture(const printing *print)
{
    markdown_sheet *sheet = print->sheet;
    galley_slice name = print->part->block->image;
    const galley_image *image = galley_issue_image(sheet->issue, name);
    markdown_begin(sheet, "![");
    if (image)
        markdown_inline(sheet, image->alt);
    markdown_put(sheet, "](");
    markdown_escape_path(sheet->sink, name);
    markdown_put(sheet, ")");
    markdown_end(sheet, MARKDOWN_BODY);
}

static void put_caption(const printing *print)
{
    markdown_sheet *sheet = print->sheet;
    const galley_text none = { 0 }, *caption = &print->part->block->text;
    const galley_text *credit = print->part->text ? print->part->text : &none;
    markdown_begin(sheet, "");
    markdown_first(sheet, caption);
    markdown_put(sheet, caption->text.length && credit->text.length ? " " : "");
    markdown_emphasis(sheet, SMALL, credit);
    markdown_end(sheet, MARKDOWN_BODY);
}

/* A comment keeps two lists apart that follow each other. */
static void put_list(const printing *print)
{
    markdown_sheet *sheet = print->sheet;
    const galley_block *block = print->part->block;
    if (sheet->last == MARKDOWN_ITEMS) {
        markdown_begin(sheet, "<!-- -->");
        markdown_end(sheet, MARKDOWN_BODY);
    }
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (!block->items[i].text.length)
            continue;
        markdown_begin_item(sheet, MARKDOWN_ITEMS);
        markdown_whole(sheet, &block->items[i]);
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

static void put_table(const printing *print)
{
    markdown_sheet *sheet = print->sheet;
    const galley_block *block = print->part->block;
    uint32_t columns = block->columns ? block->columns : 1;
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

static void put_parts(markdown_sheet *sheet, const galley_article *article, const markdown_plan *plan)
{
    static void (*const put[MARKDOWN_ROLE_COUNT])(const printing *) = {
        [MARKDOWN_SECTION] = put_small,      [MARKDOWN_KICKER] = put_small,        [MARKDOWN_HEADLINE] = put_headline,
        [MARKDOWN_SUBHEADLINE] = put_strong, [MARKDOWN_BYLINE] = put_paragraph,    [MARKDOWN_DATELINE] = put_paragraph,
        [MARKDOWN_FROM] = put_from,          [MARKDOWN_TEXT] = put_paragraph,      [MARKDOWN_CROSSHEAD] = put_crosshead,
        [MARKDOWN_PICTURE] = put_picture,    [MARKDOWN_QUOTATION] = put_quotation, [MARKDOWN_CAPTION] = put_caption,
        [MARKDOWN_FIGURE] = put_caption,     [MARKDOWN_LABEL] = put_paragraph,     [MARKDOWN_LIST] = put_list,
        [MARKDOWN_TABLE] = put_table,        [MARKDOWN_CREDIT] = put_small,        [MARKDOWN_ON] = put_on,
    };
    for (size_t i = 0; i < plan->parts.count; i++) {
        printing print = { .sheet = sheet, .article = article, .part = &plan->parts.items[i] };
        if (!print.part->above && put[print.part->role])
            put[print.part->role](&print);
    }
}

/* ---- Comments --------------------------------------------------------------- */

static galley_slice id_of(const markdown_sheet *sheet, uint32_t article)
{
    const galley_issue *issue = sheet->issue;
    return article < issue->articles.count ? issue->articles.items[article]->id : (galley_slice){ 0 };
}

/* Only a masthead does not stand under its page. */
static galley_slice page_of(const markdown_sheet *sheet, const galley_article *article)
{
    bool told = article->kind == GALLEY_MASTHEAD && article->page < sheet->issue->pages.count;
    return told ? sheet->issue->pages.items[article->page].id : (galley_slice){ 0 };
}

static void put_comment(markdown_sheet *sheet, const galley_article *article, const markdown_plan *plan)
{
    const struct {
        const char *key;
        galley_slice value;
    } attributes[] = {
        { "id", article->id },
        { "page", page_of(sheet, article) },
        { "language", article->language },
        { "continued-from", article->continued_from },
        { "continues", id_of(sheet, article->continues) },
        { "continued-on", article->continued_on },
        { "continued-in", id_of(sheet, article->continued_in) },
        { "note", article->note },
    };
    markdown_comment_begin(sheet, galley_kind_name(article->kind));
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        markdown_comment_attribute(sheet, attributes[i].key, attributes[i].value);
    for (size_t i = 0; i < plan->copies.count; i++)
        markdown_comment_attribute(sheet, markdown_role_name(plan->copies.items[i].role),
                                   plan->copies.items[i].text->text);
    markdown_comment_parts(sheet, plan);
    if (sheet->files && article->kind != GALLEY_TEASER && article->kind != GALLEY_MASTHEAD)
        markdown_comment_word(sheet, markdown_role_name(MARKDOWN_WAY));
    markdown_comment_end(sheet);
}

static void put_comment_block(markdown_sheet *sheet, const galley_article *article, const markdown_plan *plan)
{
    if (!sheet->marks)
        return;
    markdown_begin(sheet, "");
    put_comment(sheet, article, plan);
    markdown_end(sheet, MARKDOWN_BODY);
}

/* ---- Articles --------------------------------------------------------------- */

static bool has_headline(const markdown_plan *plan)
{
    for (size_t i = 0; i < plan->parts.count; i++)
        if (plan->parts.items[i].role == MARKDOWN_HEADLINE)
            return true;
    return false;
}

static void put_full(markdown_sheet *sheet, const markdown_plan *plan, const galley_article *article, bool is_linked)
{
    if (!has_headline(plan) && sheet->last > MARKDOWN_TITLE) {
        markdown_begin(sheet, "* * *");
        markdown_end(sheet, MARKDOWN_BREAK);
    }
    put_comment_block(sheet, article, plan);
    if (is_linked && !sheet->files) {
        markdown_begin(sheet, "");
        markdown_anchor(sheet, article->id);
        markdown_end(sheet, MARKDOWN_BODY);
    }
    put_parts(sheet, article, plan);
}

static size_t count_printed(const markdown_plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->parts.count; i++)
        count += !plan->parts.items[i].above;
    return count;
}

/* The lines of the plan, broken as they were printed. */
static void put_lines(markdown_sheet *sheet, const markdown_plan *plan, const char *line_end)
{
    bool begun = false;
    for (size_t i = 0; i < plan->parts.count; i++) {
        if (plan->parts.items[i].above)
            continue;
        markdown_put(sheet, begun ? line_end : "");
        markdown_first(sheet, plan->parts.items[i].text);
        begun = true;
    }
}

/* The comment ends the line of the item, which an anchor begins where it has no words. */
static void put_teaser(markdown_sheet *sheet, const markdown_plan *plan, const galley_article *article, bool is_linked)
{
    bool points = markdown_pointer_page(sheet, article->continued_on, article->continued_in).length > 0;
    markdown_begin_item(sheet, MARKDOWN_TEASERS);
    if ((is_linked && !sheet->files) || (sheet->marks && !points && !count_printed(plan)))
        markdown_anchor(sheet, article->id);
    put_lines(sheet, plan, "\\\n  ");
    if (points) {
        markdown_put(sheet, count_printed(plan) ? " " : "");
        markdown_pointer(sheet, (galley_affix){ "", "" }, article->continued_on, article->continued_in);
    }
    if (sheet->marks) {
        markdown_put(sheet, " ");
        put_comment(sheet, article, plan);
    }
    markdown_end(sheet, MARKDOWN_TEASERS);
}

static void put_masthead(markdown_sheet *sheet, const markdown_plan *plan, const galley_article *article)
{
    put_comment_block(sheet, article, plan);
    sheet->last = sheet->marks ? MARKDOWN_TITLE : sheet->last;
    if (!count_printed(plan))
        return;
    markdown_begin(sheet, "");
    put_lines(sheet, plan, "\\\n");
    markdown_end(sheet, MARKDOWN_TITLE);
}

void markdown_put_article(markdown_sheet *sheet, markdown_plan *plan, uint32_t index)
{
    const galley_article *article = sheet->issue->articles.items[index];
    bool in_lines = article->kind == GALLEY_TEASER || article->kind == GALLEY_MASTHEAD;
    markdown_plan_article(plan, article);
    if (!in_lines || !markdown_plan_lines(plan, article))
        put_full(sheet, plan, article, sheet->linked[index]);
    else if (article->kind == GALLEY_TEASER)
        put_teaser(sheet, plan, article, sheet->linked[index]);
    else
        put_masthead(sheet, plan, article);
}
