/* SPDX-License-Identifier: MIT
 * A counting sort, so that a page is written with all articles that stand on it, in
 * whatever order the issue keeps them.  What stands on no page comes last. */
#include "plugins/tei/order.h"

static size_t bin_of(const galley_issue *issue, size_t pages, size_t index)
{
    size_t page = issue->articles.items[index]->page;
    return page < pages ? page : pages - 1;
}

bool tei_order_make(galley_arena *arena, const galley_issue *issue, tei_order *out)
{
    size_t pages = issue->pages.count ? issue->pages.count : 1, count = issue->articles.count;
    tei_bins bins = { .items = galley_arena_array(arena, count + 1, sizeof *bins.items),
                      .begins = galley_arena_array(arena, pages + 2, sizeof *bins.begins) };
    if (galley_arena_status(arena) != GALLEY_OK)
        return false;
    for (size_t i = 0; i < count; i++)
        bins.begins[bin_of(issue, pages, i) + 2]++;
    for (size_t i = 0; i < pages; i++)
        bins.begins[i + 2] += bins.begins[i + 1];
    for (size_t i = 0; i < count; i++) /* begins[k + 1] walks from where page k begins to where it ends */
        bins.items[bins.begins[bin_of(issue, pages, i) + 1]++] = (uint32_t)i;
    *out = (tei_order){ bins, (uint32_t)pages };
    return true;
}

bool tei_order_is_other(const tei_order *order, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (order->articles.items[i] != i)
            return true;
    return false;
}
