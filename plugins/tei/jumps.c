/* SPDX-License-Identifier: MIT
 * Jump lines (下转第二版, 上接第一版) and where they lead.  A jump line belongs to the
 * article that ends above it when that one goes on elsewhere, or to the one that
 * begins below it (or on its very line) when that one came from elsewhere.  Where
 * both or neither could be meant, nothing is claimed. */
#include "plugins/tei/writer.h"

typedef struct claim {
    uint32_t *owners;
    uint32_t article;
} claim;

static void claim_lines(void *state, const char *role, const galley_text *text)
{
    const claim *by = state;
    (void)role;
    for (uint32_t i = 0; i < text->span_count; i++)
        by->owners[text->spans[i].line] = by->article;
}

static bool any_jumps(const galley_issue *issue)
{
    for (size_t i = 0; i < issue->articles.count; i++)
        if (issue->articles.items[i]->continued_in < issue->articles.count)
            return true;
    return false;
}

uint32_t *tei_find_owners(const galley_issue *issue, galley_arena *arena)
{
    uint32_t *owners = any_jumps(issue) ? galley_arena_array(arena, issue->lines.count, sizeof *owners) : NULL;
    if (!owners)
        return NULL;
    for (size_t i = 0; i < issue->lines.count; i++)
        owners[i] = GALLEY_NONE;
    for (uint32_t i = 0; i < issue->articles.count; i++)
        galley_article_visit(issue->articles.items[i], claim_lines, &(claim){ owners, i });
    return owners;
}

/* How many lines of no article may stand between a text and its jump line. */
#define REACH 3

/* The other part of the article that owns `line`, if it has one. */
static uint32_t part_before(const struct tei *tei, uint32_t line)
{
    for (uint32_t i = 1; i <= REACH && i <= line; i++)
        if (tei->owners[line - i] != GALLEY_NONE)
            return tei->issue->articles.items[tei->owners[line - i]]->continued_in;
    return GALLEY_NONE;
}

static uint32_t part_behind(const struct tei *tei, uint32_t line)
{
    for (uint32_t i = line; i <= line + REACH && i < tei->issue->lines.count; i++)
        if (tei->owners[i] != GALLEY_NONE)
            return tei->issue->articles.items[tei->owners[i]]->continues;
    return GALLEY_NONE;
}

uint32_t tei_jump_target(const struct tei *tei, const galley_text *jump)
{
    if (!tei->owners || !jump->span_count)
        return GALLEY_NONE;
    uint32_t on = part_before(tei, jump->spans[0].line), from = part_behind(tei, jump->spans[0].line);
    uint32_t target = on == GALLEY_NONE ? from : from == GALLEY_NONE ? on : GALLEY_NONE;
    return target < tei->issue->articles.count ? target : GALLEY_NONE;
}
