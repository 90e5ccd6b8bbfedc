/* SPDX-License-Identifier: MIT
 * Order and names.  Articles are sorted by page with their order kept, the teasers of a
 * page in front and its advertisements at the end.  An article is found at its own id where that can be the name of a
 * place and is nobody else's; else at article-N. */
#include <stdlib.h>

#include "plugins/html/sheet.h"

/* ---- Order ------------------------------------------------------------------ */

/* The bins of each group, in their order. */
static const uint32_t bin_of_kind[GALLEY_KIND_COUNT] = { [GALLEY_TEASER] = 0, [GALLEY_NEWS] = 1,     [GALLEY_PHOTO] = 1,
                                                         [GALLEY_NOTICE] = 1, [GALLEY_MASTHEAD] = 1, [GALLEY_AD] = 2 };
#define BINS 3

static size_t bin_of(const galley_issue *issue, const galley_article *article)
{
    size_t group = article->kind == GALLEY_MASTHEAD      ? HTML_MASTHEADS
                   : article->page >= issue->pages.count ? HTML_PAGELESS
                                                         : HTML_PAGES + (size_t)article->page;
    return BINS * group + bin_of_kind[article->kind];
}

static bool sort(html_sheet *sheet)
{
    const galley_issue *issue = sheet->issue;
    size_t groups = HTML_PAGES + issue->pages.count, count = issue->articles.count;
    size_t *bins = galley_arena_array(sheet->arena, BINS * groups + 1, sizeof *bins);
    size_t *begins = galley_arena_array(sheet->arena, groups + 1, sizeof *begins);
    uint32_t *articles = galley_arena_array(sheet->arena, count + 1, sizeof *articles);
    if (!bins || !begins || !articles)
        return false;
    for (size_t i = 0; i < count; i++)
        bins[bin_of(issue, issue->articles.items[i]) + 1]++;
    for (size_t i = 0; i < BINS * groups; i++)
        bins[i + 1] += bins[i];
    for (size_t i = 0; i <= groups; i++)
        begins[i] = bins[BINS * i];
    for (size_t i = 0; i < count; i++)
        articles[bins[bin_of(issue, issue->articles.items[i])]++] = (uint32_t)i;
    sheet->articles = articles;
    sheet->begins = begins;
    return true;
}

/* ---- Names ------------------------------------------------------------------ */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* A letter, then letters, digits, hyphens, dots; and none of the names that this plugin gives. */
static bool is_name(galley_slice id)
{
    static const char *const ours[] = { HTML_CONTENTS, "page-", "article-" };
    if (!id.length || id.length > 64 || !is_letter(id.text[0]))
        return false;
    for (size_t i = 0; i < id.length; i++)
        if (!is_letter(id.text[i]) && !(id.text[i] >= '0' && id.text[i] <= '9') && !strchr("-._", id.text[i]))
            return false;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (galley_slice_starts(id, galley_slice_of(ours[i])))
            return false;
    return !memchr(id.text, '\0', id.length);
}

typedef struct claim {
    galley_slice id;
    size_t article;
} claim;

static int by_id(const void *a, const void *b)
{
    const claim *first = a, *second = b;
    int order = galley_slice_compare(first->id, second->id);
    return order ? order : (first->article > second->article) - (first->article < second->article);
}

/* Of articles with one id the first has it. */
static bool give_names(html_sheet *sheet)
{
    size_t count = sheet->issue->articles.count;
    const char **names = galley_arena_array(sheet->arena, count + 1, sizeof *names);
    claim *claims = galley_arena_array(sheet->arena, count + 1, sizeof *claims);
    if (!names || !claims)
        return false;
    for (size_t i = 0; i < count; i++)
        claims[i] = (claim){ sheet->issue->articles.items[i]->id, i };
    if (count)
        qsort(claims, count, sizeof *claims, by_id);
    for (size_t i = 0; i < count; i++) {
        bool again = i && galley_slice_equal(claims[i].id, claims[i - 1].id);
        size_t article = claims[i].article;
        names[article] = !again && is_name(claims[i].id) ? galley_arena_copy(sheet->arena, claims[i].id).text
                                                         : galley_arena_print(sheet->arena, "article-%zu", article + 1);
    }
    sheet->names = names;
    return true;
}

bool html_plan(html_sheet *sheet)
{
    return sort(sheet) && give_names(sheet) && galley_arena_status(sheet->arena) == GALLEY_OK;
}
