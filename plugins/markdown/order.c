/* SPDX-License-Identifier: MIT
 * A counting sort: articles keep their order inside of a group, and a newspaper of a
 * hundred thousand pages takes no longer than its articles. */
#include "plugins/markdown/order.h"

static bool is_teaser(const galley_article *article)
{
    return article->kind == GALLEY_TEASER;
}

/* Two bins for each group: teasers, others. */
static size_t bin_of(const galley_issue *issue, const galley_article *article)
{
    size_t group = article->kind == GALLEY_MASTHEAD      ? MARKDOWN_MASTHEADS
                   : article->page >= issue->pages.count ? MARKDOWN_PAGELESS
                                                         : MARKDOWN_PAGES + (size_t)article->page;
    return 2 * group + !is_teaser(article);
}

static void sort(const galley_issue *issue, size_t *bins, size_t bin_count, uint32_t *articles)
{
    for (size_t i = 0; i < issue->articles.count; i++)
        bins[bin_of(issue, issue->articles.items[i]) + 1]++;
    for (size_t i = 0; i < bin_count; i++)
        bins[i + 1] += bins[i];
    for (size_t i = 0; i < issue->articles.count; i++)
        articles[bins[bin_of(issue, issue->articles.items[i])]++] = (uint32_t)i;
}

static void link_to(const galley_issue *issue, bool *linked, uint32_t article)
{
    if (article < issue->articles.count && issue->articles.items[article]->kind != GALLEY_MASTHEAD)
        linked[article] = issue->articles.items[article]->id.length > 0;
}

bool markdown_order_make(galley_arena *arena, const galley_issue *issue, markdown_order *out)
{
    size_t groups = MARKDOWN_PAGES + issue->pages.count, count = issue->articles.count;
    size_t *bins = galley_arena_array(arena, 2 * groups + 1, sizeof *bins);
    *out = (markdown_order){
        .articles = galley_arena_array(arena, count + 1, sizeof *out->articles),
        .begins = galley_arena_array(arena, groups + 1, sizeof *out->begins),
        .linked = galley_arena_array(arena, count + 1, sizeof *out->linked),
    };
    if (galley_arena_status(arena) != GALLEY_OK)
        return false;
    sort(issue, bins, 2 * groups, out->articles);
    for (size_t i = 0; i < groups; i++) /* after the sort a bin holds where it ends */
        out->begins[i + 1] = bins[2 * i + 1];
    for (size_t i = 0; i < count; i++) {
        link_to(issue, out->linked, issue->articles.items[i]->continued_in);
        link_to(issue, out->linked, issue->articles.items[i]->continues);
    }
    return true;
}
