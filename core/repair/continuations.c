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

/* The articles that come from another page; there are few of them. */
typedef GALLEY_VECTOR(uint32_t) article_list;

static article_list parts_from_elsewhere(const galley_issue *issue)
{
    article_list list = { 0 };
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        uint32_t *place = issue->articles.items[i]->continued_from.length ? galley_push(issue->arena, &list) : NULL;
        if (place)
            *place = i;
    }
    return list;
}

static uint32_t find_rest(const galley_issue *issue, const article_list *parts, const galley_article *part)
{
    uint32_t best = GALLEY_NONE;
    size_t most = 0;
    for (size_t i = 0; i < parts->count; i++) {
        const galley_article *rest = issue->articles.items[parts->items[i]];
        if (rest == part || rest->continues != GALLEY_NONE || !same_page(issue, rest, part->continued_on) ||
            !same_page(issue, part, rest->continued_from))
            continue;
        size_t shared = shared_head(part, rest) + 1;
        if (shared > most) {
            most = shared;
            best = parts->items[i];
        }
    }
    return best;
}

static void report_missing(const galley_issue *issue, const galley_article *part, galley_findings *findings)
{
    const char *file = galley_arena_copy(issue->arena, issue->pages.items[part->page].source).text;
    galley_find(findings, GALLEY_UNSURE, "continuations.missing",
                (galley_place){ .file = file, .page = part->page + 1 },
                "an article goes on on page %.*s, but its other part was not found; the jump is kept as text",
                GALLEY_SHOW(part->continued_on));
}

galley_status repair_continuations(galley_issue *issue, galley_findings *findings)
{
    article_list parts = parts_from_elsewhere(issue);
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        galley_article *part = issue->articles.items[i];
        if (!part->continued_on.length)
            continue;
        uint32_t rest = find_rest(issue, &parts, part);
        if (rest != GALLEY_NONE) {
            part->continued_in = rest;
            issue->articles.items[rest]->continues = i;
        } else if (issue->pages.count > 1)
            report_missing(issue, part, findings);
    }
    return galley_issue_status(issue);
}
