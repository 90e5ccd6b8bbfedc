/* SPDX-License-Identifier: MIT
 * Ids are sorted, so that an issue of ten thousand parts is no matter.  Where two have the
 * same one, the first is meant. */
#include "plugins/markdown/links.h"

#include <stdlib.h>

void markdown_links_add(galley_arena *arena, markdown_links *links, markdown_link link)
{
    markdown_link *kept = galley_push(arena, &links->items);
    if (kept)
        *kept = link;
}

typedef struct named {
    galley_slice id;
    uint32_t index;
} named;

static int compare_named(const void *a, const void *b)
{
    const named *one = a, *two = b;
    int order = galley_slice_compare(one->id, two->id);
    return order ? order : one->index < two->index ? -1 : one->index > two->index;
}

/* The first one of that id. */
static uint32_t find_named(const named *all, size_t count, galley_slice id)
{
    size_t from = 0;
    if (!id.length)
        return GALLEY_NONE;
    for (size_t to = count; from < to;) {
        size_t middle = from + (to - from) / 2;
        if (galley_slice_compare(all[middle].id, id) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && galley_slice_equal(all[from].id, id) ? all[from].index : GALLEY_NONE;
}

void markdown_links_set(galley_arena *scratch, const galley_issue *issue, const markdown_links *links)
{
    size_t article_count = issue->articles.count, page_count = issue->pages.count;
    named *articles = galley_arena_array(scratch, article_count + 1, sizeof *articles);
    named *pages = galley_arena_array(scratch, page_count + 1, sizeof *pages);
    if (!articles || !pages)
        return;
    for (uint32_t i = 0; i < article_count; i++)
        articles[i] = (named){ issue->articles.items[i]->id, i };
    for (uint32_t i = 0; i < page_count; i++)
        pages[i] = (named){ issue->pages.items[i].id, i };
    qsort(articles, article_count, sizeof *articles, compare_named);
    qsort(pages, page_count, sizeof *pages, compare_named);
    for (size_t i = 0; i < links->items.count; i++) {
        const markdown_link *link = &links->items.items[i];
        uint32_t page = find_named(pages, page_count, link->page);
        link->article->page = page == GALLEY_NONE ? link->article->page : page;
        link->article->continues = find_named(articles, article_count, link->continues);
        link->article->continued_in = find_named(articles, article_count, link->continued_in);
    }
}
