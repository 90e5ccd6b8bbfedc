/* SPDX-License-Identifier: MIT
 * Heads that stand far from their texts.  heads.c gives each text a head from beside it;
 * page-making programs paint some heads elsewhere.  What is left over then, heads without
 * a text and texts without a head, is matched across the page by the same evidence, the
 * surest pair first; and a head that a neighbour holds goes to the text without a head
 * whose words it shares far more, where the page as a whole gains. */
#include "core/repair/match.h"

#include <math.h>
#include <stdlib.h>

/* A head group that another text may take: a teaser's, or that of the story `holder`. */
struct stray {
    uint32_t head[HEAD_LONGEST];
    uint32_t count;
    uint32_t holder; /* or GALLEY_NONE */
    float held;      /* what the answer so far is worth, in points */
};

/* What the page gains when a head goes to a text. */
struct offer {
    float gain;
    uint32_t head, text;
};

struct strays {
    struct work *work;
    GALLEY_VECTOR(struct stray) heads;
    GALLEY_VECTOR(struct offer) offers;
};

static bool lacks_head(const struct story *story)
{
    return !story->head_count && story->joined_to == GALLEY_NONE && story->kind == GALLEY_NEWS;
}

static bool is_told(const struct work *work, const uint32_t *pieces, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (work->pieces.items[pieces[i]].told || work->pieces.items[pieces[i]].begins)
            return true;
    return false;
}

static void add_stray(struct strays *strays, const uint32_t *head, uint32_t count, uint32_t holder, float held)
{
    struct stray *made = is_told(strays->work, head, count) ? NULL : galley_push(strays->work->scratch, &strays->heads);
    if (!made)
        return;
    *made = (struct stray){ .count = count, .holder = holder, .held = held };
    memcpy(made->head, head, count * sizeof *head);
}

static float claim_of(const struct work *work, const struct stray *stray, uint32_t story)
{
    uint32_t of = work->stories.items[story].last_part;
    return claim_points(work, &(struct claim){ stray->head, stray->count, of, 0, false }, NULL);
}

static void find_strays(struct strays *strays)
{
    struct work *work = strays->work;
    struct chain chain = { work, work->lean };
    struct cluster alone = { .before = GALLEY_NONE, .after = GALLEY_NONE };
    for (uint32_t t = 0; t < work->teasers.count; t++) {
        const struct teaser *teaser = &work->teasers.items[t];
        if (!told_teaser(work, teaser))
            add_stray(strays, teaser->head, teaser->count, GALLEY_NONE,
                      teaser_points(&chain, &alone, teaser->head, teaser->count, NULL));
    }
    for (uint32_t s = 0; s < work->stories.count; s++) {
        const struct story *story = &work->stories.items[s];
        if (!story->head_count || told_of_story(work, story))
            continue;
        struct stray held = { .count = story->head_count };
        memcpy(held.head, story->head, sizeof held.head);
        add_stray(strays, story->head, story->head_count, s, claim_of(work, &held, s) - headless_points(work, s, NULL));
    }
}

static void add_offer(struct strays *strays, uint32_t head, uint32_t text)
{
    const struct work *work = strays->work;
    const struct stray *stray = &strays->heads.items[head];
    float points = add_distance(work, claim_of(work, stray, text), NULL);
    float gain = points - headless_points(work, text, NULL) - stray->held;
    struct offer *made = gain > 0 ? galley_push(work->scratch, &strays->offers) : NULL;
    if (made)
        *made = (struct offer){ gain, head, text };
}

/* A head is offered to the texts that share most words with one of its lines. */
static void find_offers(struct strays *strays, uint32_t head)
{
    const struct work *work = strays->work;
    const struct stray *stray = &strays->heads.items[head];
    uint32_t last = stray->holder;
    for (uint32_t i = 0; i < stray->count; i++) {
        uint32_t part = work->nearest[stray->head[i]].story;
        uint32_t text = part == GALLEY_NONE ? GALLEY_NONE : work->stories.items[part].reads_from;
        if (text != GALLEY_NONE && text != stray->holder && text != last)
            add_offer(strays, head, text);
        last = text;
    }
}

static int by_gain(const void *one, const void *other)
{
    const struct offer *a = one, *b = other;
    if (a->gain != b->gain)
        return a->gain > b->gain ? -1 : 1;
    return a->head != b->head ? (a->head > b->head) - (a->head < b->head) : (a->text > b->text) - (a->text < b->text);
}

static void take_head(struct strays *strays, struct stray *stray, uint32_t taker, float gain)
{
    struct work *work = strays->work;
    struct story *story = &work->stories.items[taker];
    story->head_count = stray->count;
    story->head_sure = fminf(SURE_ENOUGH, gain);
    story->head_far = true;
    memcpy(story->head, stray->head, sizeof story->head);
    story->head_share = share_of(work, story->head, story->head_count, story->last_part);
    if (stray->holder != GALLEY_NONE)
        work->stories.items[stray->holder].head_count = 0;
}

/* Teasers whose head a text took are none. */
static void drop_taken(struct work *work)
{
    size_t kept = 0;
    for (size_t t = 0; t < work->teasers.count; t++) {
        bool taken = false;
        for (uint32_t s = 0; s < work->stories.count && !taken; s++)
            taken =
                work->stories.items[s].head_count && work->stories.items[s].head[0] == work->teasers.items[t].head[0];
        if (!taken)
            work->teasers.items[kept++] = work->teasers.items[t];
    }
    work->teasers.count = kept;
}

/* The best offer that can still be taken; false where there is none.  A text that gave its
 * head up may take another. */
static bool take_one(struct strays *strays)
{
    const struct story *stories = strays->work->stories.items;
    for (size_t i = 0; i < strays->offers.count; i++) {
        const struct offer *offer = &strays->offers.items[i];
        struct stray *stray = &strays->heads.items[offer->head];
        if (!stray->count || !lacks_head(&stories[offer->text]))
            continue;
        take_head(strays, stray, offer->text, offer->gain);
        stray->count = 0;
        return true;
    }
    return false;
}

galley_status match_strays(struct work *work)
{
    struct strays strays = { .work = work };
    find_strays(&strays);
    for (uint32_t head = 0; head < strays.heads.count; head++)
        find_offers(&strays, head);
    if (strays.offers.count)
        qsort(strays.offers.items, strays.offers.count, sizeof *strays.offers.items, by_gain);
    while (take_one(&strays))
        ;
    drop_taken(work);
    return galley_arena_status(work->scratch);
}
