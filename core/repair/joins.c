/* SPDX-License-Identifier: MIT
 * What an editor said that no rule can be asked: this head belongs to that text, these two
 * articles are one.  It is done behind the rules, to what they have decided. */
#include "core/repair/match.h"

#include <stdlib.h>

/* What holds a line: a text, by its body or its head, or a teaser. */
struct holder {
    uint32_t story, teaser; /* index, or GALLEY_NONE */
    bool by_head;
};

static uint32_t whole_of(const struct work *work, uint32_t story)
{
    while (work->stories.items[story].joined_to != GALLEY_NONE)
        story = work->stories.items[story].joined_to;
    return story;
}

static bool stands_in(const struct work *work, const uint32_t *pieces, size_t count, uint32_t line)
{
    for (size_t i = 0; i < count; i++)
        if (work->pieces.items[pieces[i]].line == line)
            return true;
    return false;
}

static bool in_one(const struct work *work, uint32_t piece, uint32_t line)
{
    return piece != GALLEY_NONE && work->pieces.items[piece].line == line;
}

static struct holder holder_of(const struct work *work, uint32_t line)
{
    for (uint32_t i = 0; i < work->teasers.count; i++)
        if (stands_in(work, work->teasers.items[i].head, work->teasers.items[i].count, line))
            return (struct holder){ GALLEY_NONE, i, true };
    for (uint32_t i = 0; i < work->stories.count; i++)
        if (stands_in(work, work->stories.items[i].head, work->stories.items[i].head_count, line))
            return (struct holder){ whole_of(work, i), GALLEY_NONE, true };
    for (uint32_t i = 0; i < work->stories.count; i++) {
        const struct story *story = &work->stories.items[i];
        if (stands_in(work, story->pieces.items, story->pieces.count, line) || in_one(work, story->byline, line) ||
            in_one(work, story->credit, line) || in_one(work, story->crosshead, line) ||
            (story->two_lines && in_one(work, story->crosshead + 1, line)))
            return (struct holder){ whole_of(work, i), GALLEY_NONE, false };
    }
    return (struct holder){ GALLEY_NONE, GALLEY_NONE, false };
}

static struct teaser take_teaser(struct work *work, uint32_t index)
{
    struct teaser taken = work->teasers.items[index];
    memmove(work->teasers.items + index, work->teasers.items + index + 1,
            (--work->teasers.count - index) * sizeof taken);
    return taken;
}

static struct teaser take_head(struct story *story)
{
    struct teaser taken = { .count = story->head_count, .sure = SURE_ENOUGH };
    memcpy(taken.head, story->head, sizeof taken.head);
    story->head_count = 0;
    return taken;
}

static void give_head(struct work *work, uint32_t of, const struct teaser *head)
{
    struct story *story = &work->stories.items[of];
    memcpy(story->head, head->head, sizeof story->head);
    story->head_count = head->count;
    story->head_sure = SURE_ENOUGH;
    story->head_share = share_of(work, head->head, head->count, of);
    story->last_part = of;
    story->told = true;
}

static int by_place(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void drop_lines(const struct work *work, struct teaser *head, const struct hint *hint, struct teaser *taken)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < head->count; i++) {
        uint32_t line = work->pieces.items[head->head[i]].line;
        if (line < hint->first || line > hint->end || taken->count == HEAD_LONGEST)
            head->head[kept++] = head->head[i];
        else
            taken->head[taken->count++] = head->head[i];
    }
    head->count = kept;
}

/* The lines of a head, out of the heads that they stand in. */
static struct teaser gather_head(struct work *work, const struct hint *hint)
{
    struct teaser taken = { .sure = SURE_ENOUGH };
    for (uint32_t i = (uint32_t)work->teasers.count; i-- > 0;) {
        drop_lines(work, &work->teasers.items[i], hint, &taken);
        if (!work->teasers.items[i].count)
            take_teaser(work, i);
    }
    for (size_t i = 0; i < work->stories.count; i++) {
        struct story *story = &work->stories.items[i];
        struct teaser head = { .count = story->head_count };
        memcpy(head.head, story->head, sizeof head.head);
        drop_lines(work, &head, hint, &taken);
        memcpy(story->head, head.head, sizeof head.head);
        story->head_count = head.count;
    }
    qsort(taken.head, taken.count, sizeof *taken.head, by_place);
    return taken;
}

/* Two heads as one, in the order of the page; false when it would be too long. */
static bool merge_heads(struct teaser *head, const uint32_t *more, uint32_t count)
{
    if (head->count + count > HEAD_LONGEST)
        return false;
    memcpy(head->head + head->count, more, count * sizeof *more);
    head->count += count;
    qsort(head->head, head->count, sizeof *head->head, by_place);
    return true;
}

/* Kickers, labels and subheadlines go to the headline that a text has; a headline takes its place. */
static bool is_addition(const struct work *work, const struct teaser *head)
{
    for (uint32_t i = 0; i < head->count; i++) {
        enum told told = work->pieces.items[head->head[i]].told;
        if (told != TOLD_KICKER && told != TOLD_SUBHEADLINE && told != TOLD_SECTION)
            return false;
    }
    return true;
}

static void join_heads(struct work *work, struct hint *hint)
{
    struct holder head = holder_of(work, hint->first), text = holder_of(work, hint->last);
    if (!head.by_head || text.story == GALLEY_NONE) {
        hint_fail(work->hints, hint, "line %u holds no %s", head.by_head ? hint->to : hint->from,
                  head.by_head ? "text" : "head");
        return;
    }
    if (head.story == text.story && hint->first == hint->end)
        return;
    struct teaser taken = hint->first < hint->end      ? gather_head(work, hint)
                          : head.teaser != GALLEY_NONE ? take_teaser(work, head.teaser)
                                                       : take_head(&work->stories.items[head.story]);
    const struct story *story = &work->stories.items[text.story];
    bool merged = is_addition(work, &taken) && merge_heads(&taken, story->head, story->head_count);
    if (story->head_count && !merged) { /* the head it had is left over */
        struct teaser *left = galley_push(work->scratch, &work->teasers);
        if (left)
            *left = take_head(&work->stories.items[text.story]);
    }
    give_head(work, text.story, &taken);
}

static void add_teaser(struct work *work, struct hint *hint, uint32_t to, uint32_t index)
{
    struct story *story = &work->stories.items[to];
    struct teaser head = work->teasers.items[index];
    if (!merge_heads(&head, story->head, story->head_count)) {
        hint_fail(work->hints, hint, "their heads have too many lines for one");
        return;
    }
    take_teaser(work, index);
    give_head(work, to, &head);
}

/* The texts of two articles one behind the other; the head of the second one, where the
 * first has its own, is set before its text (articles.c). */
static void join_stories(struct work *work, uint32_t a, uint32_t b)
{
    uint32_t first = a < b ? a : b, second = a < b ? b : a;
    struct story *part = &work->stories.items[second];
    if (first == second)
        return;
    part->joined_to = first;
    work->stories.items[first].told = true;
    if (work->stories.items[first].head_count || !part->head_count)
        return;
    struct teaser head = take_head(part);
    give_head(work, first, &head);
}

static void join_articles(struct work *work, struct hint *hint)
{
    struct holder a = holder_of(work, hint->first), b = holder_of(work, hint->last);
    if (a.story != GALLEY_NONE && b.story != GALLEY_NONE)
        join_stories(work, a.story, b.story);
    else if (a.story != GALLEY_NONE && b.teaser != GALLEY_NONE)
        add_teaser(work, hint, a.story, b.teaser);
    else if (b.story != GALLEY_NONE && a.teaser != GALLEY_NONE)
        add_teaser(work, hint, b.story, a.teaser);
    else if (a.teaser != GALLEY_NONE && b.teaser != GALLEY_NONE && a.teaser != b.teaser) {
        const struct teaser *more = &work->teasers.items[b.teaser];
        if (merge_heads(&work->teasers.items[a.teaser], more->head, more->count))
            take_teaser(work, b.teaser);
        else
            hint_fail(work->hints, hint, "their heads have too many lines for one");
    }
}

galley_status repair_joins(struct work *work)
{
    for (size_t i = 0; work->hints && i < work->hints->list.count; i++) {
        struct hint *hint = &work->hints->list.items[i];
        if (!told_here(work, hint))
            continue;
        if (hint->verb == HINT_HEAD)
            join_heads(work, hint);
        else if (hint->verb == HINT_ONE)
            join_articles(work, hint);
    }
    return galley_arena_status(work->scratch);
}
