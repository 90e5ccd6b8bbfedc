/* SPDX-License-Identifier: MIT
 * Emphasis is written with asterisks around a whole rest of a line, so that the rules
 * about their neighbours hold for Han and Latin alike; where the text itself begins or
 * ends with a space they would not, and HTML says it. */
#include "plugins/markdown/sheet.h"

#include <galley/text.h>

#include "plugins/markdown/escape.h"

void markdown_put(markdown_sheet *sheet, const char *markup)
{
    galley_sink_put(sheet->sink, markup);
}

void markdown_begin(markdown_sheet *sheet, const char *prefix)
{
    if (sheet->last != MARKDOWN_NOTHING)
        markdown_put(sheet, "\n");
    markdown_put(sheet, prefix);
}

void markdown_begin_item(markdown_sheet *sheet, markdown_last list)
{
    if (sheet->last == list)
        markdown_put(sheet, "- ");
    else
        markdown_begin(sheet, "- ");
}

void markdown_end(markdown_sheet *sheet, markdown_last last)
{
    markdown_put(sheet, "\n");
    sheet->last = last;
}

void markdown_first(markdown_sheet *sheet, const galley_text *text)
{
    sheet->lost += markdown_escape_text(sheet->sink, text, MARKDOWN_FIRST, false);
}

void markdown_whole(markdown_sheet *sheet, const galley_text *text)
{
    sheet->lost += markdown_escape_text(sheet->sink, text, MARKDOWN_FIRST, true);
}

void markdown_inline(markdown_sheet *sheet, galley_slice text)
{
    sheet->lost += markdown_escape(sheet->sink, text, MARKDOWN_INLINE);
}

void markdown_anchor(markdown_sheet *sheet, galley_slice id)
{
    markdown_put(sheet, "<a id=\"");
    markdown_escape_id(sheet->sink, id);
    markdown_put(sheet, "\"></a>");
}

static bool has_space_at_an_end(galley_slice text)
{
    const char *end = galley_slice_end(text), *first = text.text, *last = end;
    return galley_code_space(galley_text_next(&first, end)) ||
           galley_code_space(galley_text_previous(text.text, &last));
}

void markdown_emphasis(markdown_sheet *sheet, const char *mark, const galley_text *text)
{
    if (!text->text.length)
        return;
    bool strong = mark[1] == '*', html = has_space_at_an_end(text->text);
    markdown_put(sheet, !html ? mark : strong ? "<strong>" : "<em>");
    sheet->lost += markdown_escape_text(sheet->sink, text, MARKDOWN_INLINE, false);
    markdown_put(sheet, !html ? mark : strong ? "</strong>" : "</em>");
}

/* In a folder the file is enough: it has but one article. */
static void put_target(markdown_sheet *sheet, uint32_t article)
{
    markdown_put(sheet, sheet->files ? "](" : "](#");
    if (sheet->files)
        markdown_put(sheet, sheet->files[article]);
    else
        markdown_escape_id(sheet->sink, sheet->issue->articles.items[article]->id);
    markdown_put(sheet, ")");
}

galley_slice markdown_pointer_page(const markdown_sheet *sheet, galley_slice page, uint32_t article)
{
    const galley_issue *issue = sheet->issue;
    const galley_article *other = article < issue->articles.count ? issue->articles.items[article] : NULL;
    if (page.length || !other || other->page >= issue->pages.count)
        return page;
    const galley_page *where = &issue->pages.items[other->page];
    return where->number.length ? where->number : where->id;
}

static bool is_target(const markdown_sheet *sheet, uint32_t article)
{
    if (article >= sheet->issue->articles.count)
        return false;
    return sheet->files ? sheet->files[article] != NULL : sheet->linked[article];
}

void markdown_pointer(markdown_sheet *sheet, galley_affix words, galley_slice page, uint32_t article)
{
    page = markdown_pointer_page(sheet, page, article);
    bool link = is_target(sheet, article), html = !page.length || has_space_at_an_end(page);
    markdown_put(sheet, html ? "<em>" : "*");
    markdown_put(sheet, link ? "[" : "");
    markdown_put(sheet, words.before);
    if (page.length) {
        markdown_put(sheet, sheet->say->page.before);
        markdown_inline(sheet, page);
        markdown_put(sheet, sheet->say->page.after);
    }
    markdown_put(sheet, words.after);
    if (link)
        put_target(sheet, article);
    markdown_put(sheet, html ? "</em>" : "*");
}

void markdown_heading(markdown_sheet *sheet, unsigned level, const galley_text *text)
{
    if (!text->text.length)
        return;
    markdown_begin(sheet, "");
    galley_sink_print(sheet->sink, "%.*s ", (int)(level < 6 ? level : 6), "######");
    sheet->lost += markdown_escape_text(sheet->sink, text, MARKDOWN_HEADING, true);
    markdown_end(sheet, MARKDOWN_BODY);
}

void markdown_title(markdown_sheet *sheet)
{
    if (!sheet->issue->meta.title.length)
        return;
    markdown_heading(sheet, 1, &(galley_text){ .text = sheet->issue->meta.title });
    sheet->last = MARKDOWN_TITLE;
}

void markdown_paragraph(markdown_sheet *sheet, const galley_text *text)
{
    if (!text->text.length)
        return;
    markdown_begin(sheet, "");
    markdown_whole(sheet, text);
    markdown_end(sheet, MARKDOWN_BODY);
}

void markdown_line(markdown_sheet *sheet, const char *mark, const galley_text *text)
{
    if (!text->text.length)
        return;
    markdown_begin(sheet, "");
    markdown_emphasis(sheet, mark, text);
    markdown_end(sheet, MARKDOWN_BODY);
}
