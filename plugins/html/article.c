/* SPDX-License-Identifier: MIT
 * An article: what kind of thing it is where it is no common one, its head, its body, and
 * the ways to its other parts.  One without a headline has its kind or its page for a
 * heading, so that none is without one and no words are made up.  A byline or a credit
 * that is also printed in a paragraph is left there. */
#include <galley/text.h>

#include "plugins/html/sheet.h"

/* ---- Ways ------------------------------------------------------------------- */

/* The page of a number, or GALLEY_NONE. */
static uint32_t find_page(const html_sheet *sheet, galley_slice number)
{
    for (uint32_t i = 0; number.length && i < sheet->issue->pages.count; i++)
        if (galley_slice_equal(sheet->issue->pages.items[i].number, number))
            return i;
    return GALLEY_NONE;
}

/* Where the other part is: the page that was printed, else the page it stands on. */
static galley_slice place_of(const html_sheet *sheet, galley_slice number, uint32_t other)
{
    if (galley_text_first(number))
        return html_wrap(sheet, sheet->say->page, number);
    const galley_article *article = sheet->issue->articles.items[other];
    bool paged = article->page < sheet->issue->pages.count;
    return paged ? html_page_label(sheet, &sheet->issue->pages.items[article->page]) : sheet->name;
}

/* A masthead has no place among the articles. */
static bool has_place(const galley_issue *issue, uint32_t article)
{
    return article < issue->articles.count && issue->articles.items[article]->kind != GALLEY_MASTHEAD;
}

static void put_way(html_sheet *sheet, galley_affix say, galley_slice number, uint32_t other)
{
    bool known = has_place(sheet->issue, other);
    uint32_t page = known ? GALLEY_NONE : find_page(sheet, number);
    if (!known && !galley_text_first(number))
        return;
    html_begin(sheet, "p", "way");
    if (known || page != GALLEY_NONE) {
        html_begin(sheet, "a", NULL);
        html_lead_to(sheet, known ? sheet->names[other] : html_page_name(sheet, page));
    }
    galley_html_text(&sheet->html, html_wrap(sheet, say, place_of(sheet, number, other)));
    if (known || page != GALLEY_NONE)
        galley_html_close(&sheet->html, "a");
    html_end(sheet, "p");
}

/* ---- The head --------------------------------------------------------------- */

/* Clauses have a space between them: 老渡口码头修缮完工 今起向市民免费开放. */
static bool has_clauses(galley_slice headline)
{
    galley_slice held = galley_slice_trim(headline);
    for (const char *at = held.text, *end = galley_slice_end(held); at < end;)
        if (galley_code_space(galley_text_next(&at, end)))
            return true;
    return false;
}

static void put_heading(html_sheet *sheet, const galley_article *article)
{
    if (html_shown(&article->headline)) {
        const char *class = has_clauses(article->headline.text) ? "headline clauses" : "headline";
        html_put_line(sheet, "h3", class, &article->headline);
        return;
    }
    const char *kind = html_kind(sheet, article);
    bool paged = article->page < sheet->issue->pages.count;
    html_line(sheet, "h3", "untitled",
              kind    ? galley_slice_of(kind)
              : paged ? html_page_label(sheet, &sheet->issue->pages.items[article->page])
                      : sheet->name);
}

static void put_titles(html_sheet *sheet, const galley_article *article)
{
    bool group = html_shown(&article->kicker);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        group = group || html_shown(&article->subheadlines.items[i]);
    if (group)
        html_begin(sheet, "hgroup", NULL);
    html_put_line(sheet, "p", "kicker", &article->kicker);
    put_heading(sheet, article);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        html_put_line(sheet, "p", "subheadline", &article->subheadlines.items[i]);
    if (group)
        html_end(sheet, "hgroup");
}

/* A label that only repeats the heading of its page is not printed twice. */
static void put_section(html_sheet *sheet, const galley_article *article)
{
    const galley_issue *issue = sheet->issue;
    bool paged = article->page < issue->pages.count;
    if (!paged || !galley_slice_equal(article->section.text, issue->pages.items[article->page].section))
        html_put_line(sheet, "p", "section", &article->section);
}

static void put_head(html_sheet *sheet, const galley_article *article)
{
    const char *kind = html_shown(&article->headline) ? html_kind(sheet, article) : NULL;
    html_begin(sheet, "header", NULL);
    galley_html_newline(&sheet->html);
    if (kind)
        html_line(sheet, "p", "kind", galley_slice_of(kind));
    put_section(sheet, article);
    put_titles(sheet, article);
    html_put_line(sheet, "p", "byline", &article->byline);
    html_put_line(sheet, "p", "dateline", &article->dateline);
    put_way(sheet, sheet->say->continued_from, article->continued_from, article->continues);
    html_end(sheet, "header");
}

/* ---- The whole -------------------------------------------------------------- */

static void put_language(html_sheet *sheet, galley_slice language)
{
    if (!language.length || galley_slice_equal(language, sheet->language) || !html_is_language(language))
        return;
    galley_html_attribute(&sheet->html, "lang", language);
    if (galley_right_to_left(language) != galley_right_to_left(sheet->language))
        galley_html_set(&sheet->html, "dir", galley_right_to_left(language) ? "rtl" : "ltr");
}

void html_put_article(html_sheet *sheet, uint32_t index)
{
    const galley_article *article = sheet->issue->articles.items[index];
    galley_affix on = article->kind == GALLEY_TEASER ? (galley_affix){ "→ ", "" } : sheet->say->continued_on;
    sheet->page = article->page;
    html_begin(sheet, "article", galley_kind_name(article->kind));
    galley_html_set(&sheet->html, "id", sheet->names[index]);
    put_language(sheet, article->language);
    galley_html_newline(&sheet->html);
    put_head(sheet, article);
    html_put_blocks(sheet, article);
    put_way(sheet, on, article->continued_on, article->continued_in);
    html_end(sheet, "article");
}
