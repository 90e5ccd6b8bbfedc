/* SPDX-License-Identifier: MIT
 * Texts taken apart and made whole again.  Where two texts may meet without a sign, the
 * story is taken apart before heads are given (cuts.c), with a cluster of no lines between
 * the parts; where no head asks for the second part, they are one text again.  All that
 * names stories by their numbers follows. */
#include "core/repair/passes.h"

static struct story rest_of(struct work *work, struct story *story, uint32_t at)
{
    struct story rest = { .kind = GALLEY_NEWS,
                          .byline = story->signed_above ? GALLEY_NONE : story->byline,
                          .credit = story->credit,
                          .jump_to = story->jump_to,
                          .jump_from = GALLEY_NONE,
                          .crosshead = GALLEY_NONE,
                          .joined_to = GALLEY_NONE };
    for (uint32_t i = at; i < story->pieces.count; i++) {
        uint32_t *place = galley_push(work->scratch, &rest.pieces);
        if (place)
            *place = story->pieces.items[i];
    }
    story->pieces.count = at;
    story->byline = story->signed_above ? story->byline : GALLEY_NONE;
    story->credit = story->jump_to = GALLEY_NONE;
    return rest;
}

/* Makes room for one story behind story `index`; everything that names stories follows. */
static bool insert_story(struct work *work, uint32_t index, struct story made)
{
    struct story *room = galley_push(work->scratch, &work->stories);
    if (!room)
        return false;
    struct story *items = work->stories.items;
    memmove(items + index + 2, items + index + 1, (work->stories.count - index - 2) * sizeof *items);
    items[index + 1] = made;
    for (size_t i = 0; i < work->pieces.count; i++)
        if (work->story_of[i] != GALLEY_NONE && work->story_of[i] > index)
            work->story_of[i]++;
    for (size_t i = 0; i < made.pieces.count; i++)
        work->story_of[made.pieces.items[i]] = index + 1;
    for (size_t i = 0; i < work->clusters.count; i++) {
        struct cluster *one = &work->clusters.items[i];
        one->after += one->after != GALLEY_NONE && one->after > index;
        bool behind = one->before == index && one->pieces.count && one->pieces.items[0] > made.pieces.items[0];
        one->before += one->before != GALLEY_NONE && (one->before > index || behind);
    }
    return true;
}

/* Between two parts stands a cluster without lines, so that heads.c sees them side by side. */
static void insert_cluster(struct work *work, uint32_t first, float one_text)
{
    const struct story *second = &work->stories.items[first + 1];
    size_t at = 0;
    while (at < work->clusters.count && (!work->clusters.items[at].pieces.count ||
                                         work->clusters.items[at].pieces.items[0] < second->pieces.items[0]))
        at++;
    struct cluster *room = galley_push(work->scratch, &work->clusters);
    if (!room)
        return;
    struct cluster *items = work->clusters.items;
    memmove(items + at + 1, items + at, (work->clusters.count - at - 1) * sizeof *items);
    items[at] = (struct cluster){ .before = first, .after = first + 1, .open = true, .one_text = one_text };
}

/* Lines that stood inside the text, between the parts, now stand between two texts. */
static bool stand_between(struct work *work, uint32_t first)
{
    const struct story *second = &work->stories.items[first + 1];
    for (size_t i = 0; i < work->clusters.count; i++) {
        struct cluster *one = &work->clusters.items[i];
        size_t count = one->pieces.count;
        if (one->before != first || one->after != GALLEY_NONE || !count ||
            one->pieces.items[count - 1] + 1 != second->pieces.items[0])
            continue;
        one->after = first + 1;
        return true;
    }
    return false;
}

void cut_story(struct work *work, uint32_t index, uint32_t at, float one_text)
{
    struct story rest = rest_of(work, &work->stories.items[index], at);
    if (!insert_story(work, index, rest) || stand_between(work, index))
        return;
    work->stories.items[index + 1].goes_on = true;
    insert_cluster(work, index, one_text);
}

/* ---- Made whole ---------------------------------------------------------------------------- */

static void append(struct work *work, struct story *story, const struct story *rest)
{
    for (size_t i = 0; i < rest->pieces.count; i++) {
        uint32_t *place = galley_push(work->scratch, &story->pieces);
        if (place)
            *place = rest->pieces.items[i];
    }
    story->byline = story->byline == GALLEY_NONE ? rest->byline : story->byline;
    story->credit = story->credit == GALLEY_NONE ? rest->credit : story->credit;
    story->jump_to = story->jump_to == GALLEY_NONE ? rest->jump_to : story->jump_to;
    story->characters += rest->characters;
    story->ad_words += rest->ad_words;
    story->to = rest->to;
}

static void renumber(uint32_t *story, const uint32_t *number)
{
    *story = *story == GALLEY_NONE ? GALLEY_NONE : number[*story];
}

static void renumber_all(struct work *work, const uint32_t *number)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        renumber(&work->story_of[i], number);
        renumber(&work->nearest[i].story, number);
    }
    for (size_t i = 0; i < work->stories.count; i++) {
        renumber(&work->stories.items[i].joined_to, number);
        renumber(&work->stories.items[i].last_part, number);
        renumber(&work->stories.items[i].reads_from, number);
    }
    size_t kept = 0;
    for (size_t i = 0; i < work->clusters.count; i++) {
        struct cluster one = work->clusters.items[i];
        renumber(&one.before, number);
        renumber(&one.after, number);
        if (!one.open || one.before != one.after)
            work->clusters.items[kept++] = one;
    }
    work->clusters.count = kept;
}

galley_status make_whole(struct work *work)
{
    uint32_t *number = galley_arena_array(work->scratch, work->stories.count + 1, sizeof *number);
    uint32_t kept = 0, count = (uint32_t)work->stories.count;
    for (uint32_t s = 0; number && s < count; s++) {
        const struct story *story = &work->stories.items[s];
        if (story->whole)
            append(work, &work->stories.items[kept - 1], story);
        else
            work->stories.items[kept++] = *story;
        number[s] = kept - 1;
    }
    work->stories.count = kept;
    if (number && kept < count)
        renumber_all(work, number);
    return galley_arena_status(work->scratch);
}
