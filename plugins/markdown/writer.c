/* SPDX-License-Identifier: MIT
 * The walk: front matter, title, then page by page.  Nothing is kept but the order of
 * the articles; every text goes straight into the sink. */
#include "plugins/markdown/writer.h"

#include "plugins/markdown/article.h"
#include "plugins/markdown/escape.h"
#include "plugins/markdown/matter.h"
#include "plugins/markdown/order.h"

/* ## 第1版 要闻 */
static void put_page_heading(markdown_sheet *sheet, const galley_page *page)
{
    markdown_begin(sheet, "## ");
    if (page->number.length) {
        markdown_put(sheet, sheet->say->page.before);
        markdown_inline(sheet, page->number);
        markdown_put(sheet, sheet->say->page.after);
        markdown_put(sheet, page->section.length ? " " : "");
    }
    sheet->lost += markdown_escape(sheet->sink, page->section.length || page->number.length ? page->section : page->id,
                                   MARKDOWN_HEADING);
    markdown_end(sheet, MARKDOWN_TITLE);
}

static void put_articles(markdown_sheet *sheet, const markdown_order *order, size_t group)
{
    for (size_t i = order->begins[group]; i < order->begins[group + 1]; i++) {
        uint32_t index = order->articles[i];
        const galley_article *article = sheet->issue->articles.items[index];
        if (article->kind == GALLEY_MASTHEAD)
            markdown_put_masthead(sheet, article);
        else if (article->kind == GALLEY_TEASER)
            markdown_put_teaser(sheet, article, order->linked[index]);
        else
            markdown_put_article(sheet, article, order->linked[index]);
    }
}

static void put_issue(markdown_sheet *sheet, const markdown_order *order)
{
    markdown_heading(sheet, "# ", sheet->issue->meta.title);
    if (sheet->issue->meta.title.length)
        sheet->last = MARKDOWN_TITLE;
    put_articles(sheet, order, MARKDOWN_MASTHEADS);
    put_articles(sheet, order, MARKDOWN_PAGELESS);
    for (size_t i = 0; i < sheet->issue->pages.count; i++) {
        put_page_heading(sheet, &sheet->issue->pages.items[i]);
        put_articles(sheet, order, MARKDOWN_PAGES + i);
    }
}

galley_status markdown_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                             galley_findings *findings)
{
    const galley_place nowhere = { 0 };
    galley_arena *scratch = galley_arena_new(0);
    markdown_order order;
    if (!scratch || !markdown_order_make(scratch, issue, &order)) {
        galley_arena_drop(scratch);
        return galley_fail(findings, GALLEY_MEMORY, "markdown.memory", nowhere,
                           "There is not enough memory to put the articles in order; nothing was written.");
    }
    markdown_sheet sheet = {
        .issue = issue, .say = galley_phrases_of(issue->meta.language), .linked = order.linked, .sink = sink
    };
    if (galley_settings_flag(settings, "front-matter"))
        markdown_put_matter(&sheet);
    put_issue(&sheet, &order);
    galley_arena_drop(scratch);
    if (sheet.lost)
        galley_find(findings, GALLEY_LOST, "markdown.character", nowhere,
                    "Markdown cannot carry %zu of the characters; U+FFFD stands in their place.", sheet.lost);
    return GALLEY_OK;
}
