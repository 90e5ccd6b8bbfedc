/* SPDX-License-Identifier: MIT
 * Articles that jump: a part that ends with 下转第二版 and a part that begins with
 * 上接第一版 are linked both ways when their page numbers name each other.  Several
 * candidates on one page are told apart by the words they share. */
#include "core/repair/passes.h"

#include <galley/text.h>

/* How far a page's number is the one that a jump line names: 2, or 1 when only one of
 * the two has its section's letter, 0 when it is another. */
static int same_page(const galley_issue *issue, const galley_article *article, galley_slice named)
{
    galley_slice number = issue->pages.items[article->page].number;
    if (galley_slice_equal(number, named))
        return 2;
    galley_slice longer = number.length > named.length ? number : named;
    galley_slice shorter = number.length > named.length ? named : number;
    bool letter = longer.length && longer.text[0] >= 'A';
    return letter && galley_slice_equal(galley_slice_part(longer, 1, longer.length), shorter);
}

#define WORD_SHORTEST 4 /* letters of a word that tells one headline from another */

/* Words of the headline of one part that stand in that of the other; where words are
 * not parted by spaces, characters. */
static size_t shared_head(const galley_article *a, const galley_article *b)
{
    galley_slice one = a->headline.text, other = b->headline.text;
    bool words = galley_slice_find(one, galley_slice_of(" "), 0) != SIZE_MAX && (unsigned char)one.text[0] < 0xE0;
    size_t shared = 0;
    for (const char *at = one.text, *end = galley_slice_end(one); at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        while (words && at < end && code != ' ')
            code = galley_text_next(&at, end);
        galley_slice word = galley_slice_trim(galley_slice_range(from, at));
        shared += (!words || word.length >= WORD_SHORTEST) && galley_slice_find(other, word, 0) != SIZE_MAX;
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
        if (rest == part || rest->continues != GALLEY_NONE)
            continue;
        int forth = same_page(issue, rest, part->continued_on), back = same_page(issue, part, rest->continued_from);
        if (!forth || !back)
            continue;
        size_t shared = shared_head(part, rest) + (size_t)(forth + back) * 2;
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
