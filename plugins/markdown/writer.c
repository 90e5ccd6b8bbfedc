/* SPDX-License-Identifier: MIT
 * The walk: front matter, title, then page by page.  Nothing is kept but the order of
 * the articles and the plan of one; every text goes straight into the sink. */
#include "plugins/markdown/writer.h"

#include "plugins/markdown/article.h"
#include "plugins/markdown/comment.h"
#include "plugins/markdown/escape.h"
#include "plugins/markdown/matter.h"
#include "plugins/markdown/order.h"
#include "plugins/markdown/split.h"

static void put_page_comment(markdown_sheet *sheet, const galley_page *page)
{
    markdown_begin(sheet, "");
    markdown_comment_begin(sheet, "page");
    markdown_comment_attribute(sheet, "id", page->id);
    markdown_comment_attribute(sheet, "number", page->number);
    markdown_comment_attribute(sheet, "section", page->section);
    markdown_comment_attribute(sheet, "source", markdown_file_name(page->source));
    if (page->number.length && !page->number_given)
        markdown_comment_word(sheet, "counted");
    markdown_comment_end(sheet);
    markdown_end(sheet, MARKDOWN_TITLE);
}

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

void markdown_put_page(markdown_sheet *sheet, const galley_page *page, bool heading)
{
    if (sheet->marks)
        put_page_comment(sheet, page);
    if (heading)
        put_page_heading(sheet, page);
}

static void put_group(markdown_sheet *sheet, markdown_plan *plan, const markdown_order *order, size_t group)
{
    for (size_t i = order->begins[group]; i < order->begins[group + 1]; i++)
        markdown_put_article(sheet, plan, order->articles[i]);
}

static void put_issue(markdown_sheet *sheet, markdown_plan *plan, const markdown_order *order)
{
    markdown_title(sheet);
    put_group(sheet, plan, order, MARKDOWN_MASTHEADS);
    put_group(sheet, plan, order, MARKDOWN_PAGELESS);
    for (size_t i = 0; i < sheet->issue->pages.count; i++) {
        markdown_put_page(sheet, &sheet->issue->pages.items[i], true);
        put_group(sheet, plan, order, MARKDOWN_PAGES + i);
    }
}

/* ---- What is lost ----------------------------------------------------------- */

static void report(galley_findings *findings, size_t count, const char *code, const char *sentence)
{
    const galley_place nowhere = { 0 };
    if (count)
        galley_find(findings, GALLEY_LOST, code, nowhere, "Markdown cannot hold %s (%zu).", sentence, count);
}

/* Pictures that nothing goes with but their name; a folder has those that can be files. */
static size_t count_pictures(const galley_issue *issue, bool split)
{
    size_t count = 0;
    for (size_t i = 0; i < issue->images.count; i++)
        count += !split || !markdown_can_hold(&issue->images.items[i]);
    return count;
}

static void report_losses(const markdown_sheet *sheet, const markdown_plan *plan, bool split, galley_findings *findings)
{
    const galley_issue *issue = sheet->issue;
    report(findings, sheet->lost, "markdown.character", "some of the characters: U+FFFD stands in their place");
    report(findings, plan->lost_copies, "markdown.copies",
           "credits of figures that stand in the text, too: they stand there only");
    report(findings, plan->lost_marks, "markdown.inner-marks",
           "marks in tables and in bylines that stand in the text, too: their words stay");
    report(findings, count_pictures(issue, split), "markdown.images",
           split
               ? "these pictures, whose names are no paths in the folder or whose bytes are not known: they are named "
                 "only"
               : "the pictures themselves in one file: they are named only, and --set split=article writes them, too");
    if (!sheet->marks)
        report(findings, issue->articles.count, "markdown.marks",
               "what a piece of an article is without comments, so that it cannot be read back as it was");
}

galley_status markdown_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                             galley_findings *findings)
{
    galley_arena *scratch = galley_arena_new(0);
    markdown_plan plan = { .arena = scratch, .issue = issue };
    markdown_order order;
    galley_status status = scratch && markdown_order_make(scratch, issue, &order) ? GALLEY_OK : GALLEY_MEMORY;
    if (status == GALLEY_OK) {
        bool split = strcmp(galley_settings_text(settings, "split"), "article") == 0;
        bool matter = galley_settings_flag(settings, "front-matter");
        markdown_sheet sheet = { .issue = issue,
                                 .say = galley_phrases_of(issue->meta.language),
                                 .linked = order.linked,
                                 .sink = sink,
                                 .marks = galley_settings_flag(settings, "marks"),
                                 .head_down = 3 };
        if (!split && matter)
            markdown_put_matter(&sheet);
        if (split)
            markdown_put_folder(&sheet, &plan, &order, matter);
        else
            put_issue(&sheet, &plan, &order);
        report_losses(&sheet, &plan, split, findings);
        status = galley_arena_status(scratch);
    }
    galley_arena_drop(scratch);
    if (status != GALLEY_OK)
        return galley_fail(findings, GALLEY_MEMORY, "markdown.memory", (galley_place){ 0 },
                           "There is not enough memory to put the articles in order; nothing was written.");
    return GALLEY_OK;
}
