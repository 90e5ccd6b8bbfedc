/* SPDX-License-Identifier: MIT
 * Articles that jump: a part that ends with 下转第二版 and a part that begins with
 * 上接第一版 are linked both ways when their page numbers name each other.  Several
 * candidates on one page are told apart by the words they share. */
#include "core/repair/passes.h"

#include <galley/text.h>

static bool same_page(const galley_issue *issue, const galley_article *article, galley_slice number)
{
    return galley_slice_equal(issue->pages.items[article->page].number, number);
}

/* Characters of the headline of one part that stand in that of the other. */
static size_t shared_head(const galley_article *a, const galley_article *b)
{
    galley_slice one = a->headline.text, other = b->headline.text;
    size_t shared = 0;
    for (const char *at = one.text, *end = galley_slice_end(one); at < end;) {
        const char *from = at;
        galley_text_next(&at, end);
        shared += galley_slice_find(other, galley_slice_range(from, at), 0) != SIZE_MAX;
    }
    return shared;
}

static uint32_t find_rest(const galley_issue *issue, const galley_article *part)
{
    uint32_t best = GALLEY_NONE;
    size_t most = 0;
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        const galley_article *rest = issue->articles.items[i];
        if (rest == part || rest->continues != GALLEY_NONE || !rest->continued_from.length ||
            !same_page(issue, rest, part->continued_on) || !same_page(issue, part, rest->continued_from))
            continue;
        size_t shared = shared_head(part, rest) + 1;
        if (shared > most) {
            most = shared;
            best = i;
        }
    }
    return best;
}

galley_status repair_continuations(galley_issue *issue, galley_findings *findings)
{
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        galley_article *part = issue->articles.items[i];
        if (!part->continued_on.length)
            continue;
        uint32_t rest = find_rest(issue, part);
        if (rest != GALLEY_NONE) {
            part->continued_in = rest;
            issue->articles.items[rest]->continues = i;
        } else if (issue->pages.count > 1)
            galley_find(findings, GALLEY_UNSURE, "continuations.missing", (galley_place){ .page = part->page + 1 },
                        "an article goes on on page %.*s, but its other part was not found; the jump is kept as text",
                        GALLEY_SHOW(part->continued_on));
    }
    return GALLEY_OK;
}
