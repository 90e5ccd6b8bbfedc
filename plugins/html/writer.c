/* SPDX-License-Identifier: MIT
 * An issue as one page of HTML: masthead, contents, then page by page the guide of the
 * page and its articles.  Names and order are planned; the rest streams. */
#include "plugins/html/writer.h"

#include <galley/text.h>

#include "plugins/html/sheet.h"

static bool is_teaser(const html_sheet *sheet, size_t at)
{
    return sheet->issue->articles.items[sheet->articles[at]]->kind == GALLEY_TEASER;
}

/* 导读 第1版: no two guides are called alike. */
static galley_slice guide_label(const html_sheet *sheet, uint32_t page)
{
    const galley_issue *issue = sheet->issue;
    galley_slice label = page < issue->pages.count ? html_page_label(sheet, &issue->pages.items[page]) : sheet->name;
    return galley_slice_of(galley_arena_print(sheet->arena, "%s %.*s", sheet->say->guide, GALLEY_SHOW(label)));
}

/* The teasers of a group, which come first; returns where they end. */
static size_t put_guide(html_sheet *sheet, size_t from, size_t to)
{
    if (from == to || !is_teaser(sheet, from))
        return from;
    html_begin(sheet, "aside", "guide");
    galley_html_attribute(&sheet->html, "aria-label",
                          guide_label(sheet, sheet->issue->articles.items[sheet->articles[from]]->page));
    galley_html_newline(&sheet->html);
    html_line(sheet, "p", "label", galley_slice_of(sheet->say->guide));
    while (from < to && is_teaser(sheet, from))
        html_put_article(sheet, sheet->articles[from++]);
    html_end(sheet, "aside");
    return from;
}

static void put_articles(html_sheet *sheet, size_t group)
{
    size_t to = sheet->begins[group + 1], from = put_guide(sheet, sheet->begins[group], to);
    while (from < to)
        html_put_article(sheet, sheet->articles[from++]);
}

static void put_page(html_sheet *sheet, uint32_t page)
{
    html_begin(sheet, "section", "page");
    galley_html_set(&sheet->html, "id", html_page_name(sheet, page));
    galley_html_newline(&sheet->html);
    html_line(sheet, "h2", NULL, html_page_label(sheet, &sheet->issue->pages.items[page]));
    put_articles(sheet, HTML_PAGES + page);
    html_end(sheet, "section");
}

static void put_issue(html_sheet *sheet)
{
    html_put_head(sheet);
    html_put_masthead(sheet);
    html_put_contents(sheet);
    html_begin(sheet, "main", NULL);
    galley_html_newline(&sheet->html);
    put_articles(sheet, HTML_PAGELESS);
    for (uint32_t i = 0; i < sheet->issue->pages.count; i++)
        put_page(sheet, i);
    html_end(sheet, "main");
    html_put_colophon(sheet);
    galley_html_raw(&sheet->html, "</body>\n</html>\n");
}

static void tell(const html_sheet *sheet, galley_findings *findings)
{
    const struct {
        size_t count;
        const char *code, *sentence;
    } rows[] = {
        { sheet->lost_pictures, "html.images",
          "pictures were left out, as they are not wanted, not there, or none that browsers draw; their captions "
          "stay" },
        { sheet->lost_links, "html.links",
          "links lead to no address of the web, or stand within others; their words stay" },
        { sheet->lost_levels, "html.levels", "crossheads are of a level below the third, and became one of the third" },
        { sheet->html.replaced, "html.character", "characters cannot be said in HTML; U+FFFD stands in their place" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].count)
            galley_find(findings, GALLEY_LOST, rows[i].code, (galley_place){ 0 }, "%zu %s", rows[i].count,
                        rows[i].sentence);
}

static html_sheet begin(const galley_issue *issue, galley_sink *sink, const galley_settings *settings)
{
    const galley_meta *meta = &issue->meta;
    html_sheet sheet = { .html = { .sink = sink },
                         .issue = issue,
                         .arena = galley_arena_new(0),
                         .say = galley_phrases_of(meta->language),
                         .language = html_is_language(meta->language) ? meta->language : galley_slice_of("und"),
                         .pictures = strcmp(galley_settings_text(settings, "images"), "inline") == 0 };
    sheet.name =
        galley_text_first(meta->title) ? galley_slice_trim(meta->title) : galley_slice_of(sheet.say->newspaper);
    return sheet;
}

galley_status html_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings)
{
    html_sheet sheet = begin(issue, sink, settings);
    bool good = sheet.arena && html_plan(&sheet);
    if (good) {
        put_issue(&sheet);
        tell(&sheet, findings);
    }
    good = good && galley_arena_status(sheet.arena) == GALLEY_OK && !sheet.failed;
    galley_arena_drop(sheet.arena);
    return good ? GALLEY_OK
                : galley_fail(findings, GALLEY_MEMORY, "html.memory", (galley_place){ 0 },
                              "there is not enough memory to write it; nothing was written");
}
