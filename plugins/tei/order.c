/* SPDX-License-Identifier: MIT
 * Two counting sorts, so that a page is written with all that stands on it, in
 * whatever order the issue keeps its articles.  What stands on no page comes last. */
#include "plugins/tei/order.h"

typedef size_t page_teller(const galley_issue *issue, size_t index);

static size_t article_page(const galley_issue *issue, size_t index)
{
    return issue->articles.items[index]->page;
}

static size_t furniture_page(const galley_issue *issue, size_t index)
{
    const galley_text *text = &issue->furniture.items[index].text;
    if (!text->span_count)
        return 0;
    return issue->zones.items[issue->lines.items[text->spans[0].line].zone].page;
}

static size_t bin_of(const galley_issue *issue, size_t pages, page_teller *page_of, size_t index)
{
    size_t page = page_of(issue, index);
    return page < pages ? page : pages - 1;
}

static tei_bins sorted(galley_arena *arena, const galley_issue *issue, size_t pages, size_t count, page_teller *page_of)
{
    tei_bins bins = { .items = galley_arena_array(arena, count + 1, sizeof *bins.items),
                      .begins = galley_arena_array(arena, pages + 2, sizeof *bins.begins) };
    if (galley_arena_status(arena) != GALLEY_OK)
        return bins;
    for (size_t i = 0; i < count; i++)
        bins.begins[bin_of(issue, pages, page_of, i) + 2]++;
    for (size_t i = 0; i < pages; i++)
        bins.begins[i + 2] += bins.begins[i + 1];
    for (size_t i = 0; i < count; i++) /* begins[k + 1] walks from where page k begins to where it ends */
        bins.items[bins.begins[bin_of(issue, pages, page_of, i) + 1]++] = (uint32_t)i;
    return bins;
}

bool tei_order_make(galley_arena *arena, const galley_issue *issue, tei_order *out)
{
    out->pages = issue->pages.count ? issue->pages.count : 1;
    out->articles = sorted(arena, issue, out->pages, issue->articles.count, article_page);
    out->furniture = sorted(arena, issue, out->pages, issue->furniture.count, furniture_page);
    return galley_arena_status(arena) == GALLEY_OK;
}
