/* SPDX-License-Identifier: MIT
 * Which head stands with which body.  Between two bodies lies a cluster of head
 * lines: some belong to the body before, some to the body after, some to neither
 * (teasers), and a line or two alone may be a crosshead inside a body that goes on.
 *
 *        body A | a1 a2  t1 t2  b1 | body B | ...
 *                 └─ A ┘ teaser └B┘
 *
 * A body takes one head group, from either side.  So the page is a chain of
 * clusters, and the best assignment of all of them is found together (Viterbi over
 * the chain; inside a cluster a small programme over its lines).  What speaks for
 * a match: rare words shared, the form of the group, whether heads stand above or
 * below their bodies on this page. */
#include "core/repair/match.h"

#include <math.h>

#include <galley/text.h>

/* One head group: lines [from, from + count) of the cluster, for whom. */
struct group {
    uint8_t from, count, owner; /* TO_BEFORE, TO_AFTER, or 0 for a teaser */
};

#define CLUSTER_LONGEST 48 /* lines judged together; a longer cluster is cut */
#define TEASER_LONGEST 3

struct solution {
    float points;
    struct group groups[CLUSTER_LONGEST];
    uint8_t count;
};

/* ---- Inside one cluster ------------------------------------------------------------------ */

struct cell {
    float points;
    struct group last;
    uint8_t came_from; /* the outcome before that group */
    bool reached;
};

struct table {
    struct cell cells[CLUSTER_LONGEST + 1][OUTCOMES];
};

static void offer(struct table *table, uint32_t from, int before, struct group group, int after, float points)
{
    struct cell *target = &table->cells[from + group.count][after];
    float total = table->cells[from][before].points + points;
    if (!target->reached || total > target->points)
        *target = (struct cell){ .points = total, .last = group, .came_from = (uint8_t)before, .reached = true };
}

/* What a group of lines is worth, alone and as the head of either text: asked once, though
 * every outcome and both habits of a page ask for it. */
struct worth {
    float teaser, before, after;
};

static struct worth *worth_at(struct worth *worths, uint32_t from, uint32_t count)
{
    return &worths[from * HEAD_LONGEST + count - 1];
}

static float worth_for(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t story)
{
    return story == GALLEY_NONE ? 0 : claim_points(work, &(struct claim){ pieces, count, story, 0, false }, NULL);
}

static struct worth *weigh_groups(const struct chain *chain, const struct cluster *cluster)
{
    uint32_t lines = (uint32_t)cluster->pieces.count;
    struct worth *worths = galley_arena_array(chain->work->scratch, lines * HEAD_LONGEST + 1, sizeof *worths);
    for (uint32_t from = 0; worths && from < lines; from++)
        for (uint32_t count = 1; count <= HEAD_LONGEST && from + count <= lines; count++) {
            const uint32_t *pieces = lines_of(cluster) + from;
            bool short_enough = count <= TEASER_LONGEST;
            *worth_at(worths, from, count) = (struct worth){
                .teaser = short_enough ? teaser_points(chain, cluster, pieces, count, NULL) : 0,
                .before = worth_for(chain->work, pieces, count, cluster->before),
                .after = worth_for(chain->work, pieces, count, cluster->after),
            };
        }
    return worths;
}

/* A cluster while it is solved. */
struct solving {
    const struct chain *chain;
    const struct cluster *cluster;
    struct worth *worths;
    struct table *table;
};

static void extend(const struct solving *solving, uint32_t from, int outcome)
{
    const struct chain *chain = solving->chain;
    const struct cluster *cluster = solving->cluster;
    uint32_t left = (uint32_t)cluster->pieces.count - from;
    for (uint32_t count = 1; count <= HEAD_LONGEST && count <= left; count++) {
        const uint32_t *pieces = lines_of(cluster) + from;
        const struct worth *worth = worth_at(solving->worths, from, count);
        struct group made = { (uint8_t)from, (uint8_t)count, 0 };
        float told[] = { told_group(chain->work, cluster, from, count, 0),
                         told_group(chain->work, cluster, from, count, TO_BEFORE),
                         told_group(chain->work, cluster, from, count, TO_AFTER) };
        if (count <= TEASER_LONGEST)
            offer(solving->table, from, outcome, made, outcome, worth->teaser + told[0]);
        if (outcome == 0 && cluster->before != GALLEY_NONE) {
            struct claim claim = { pieces, count, cluster->before, TO_BEFORE, from > 0 };
            float points = add_place(chain, &claim, worth->before, NULL);
            made.owner = TO_BEFORE;
            offer(solving->table, from, outcome, made, TO_BEFORE, points + told[TO_BEFORE]);
        }
        if (!(outcome & TO_AFTER) && cluster->after != GALLEY_NONE) {
            struct claim claim = { pieces, count, cluster->after, TO_AFTER, count < left };
            made.owner = TO_AFTER;
            offer(solving->table, from, outcome, made, outcome | TO_AFTER,
                  add_place(chain, &claim, worth->after, NULL) + told[TO_AFTER]);
        }
    }
}

static void read_back(const struct table *table, uint32_t count, int outcome, struct solution *out)
{
    out->points = table->cells[count][outcome].points;
    out->count = 0;
    for (uint32_t at = count; at > 0;) {
        const struct cell *here = &table->cells[at][outcome];
        out->groups[out->count++] = here->last;
        at -= here->last.count;
        outcome = here->came_from;
    }
}

/* The best solution for each outcome; points of -INFINITY where there is none. */
static void solve_cluster(const struct solving *solving, struct solution out[OUTCOMES])
{
    uint32_t count = (uint32_t)solving->cluster->pieces.count;
    struct table *table = solving->table;
    memset(table->cells, 0, (count + 1) * sizeof *table->cells);
    table->cells[0][0].reached = true;
    for (uint32_t from = 0; from < count; from++)
        for (int outcome = 0; outcome < OUTCOMES; outcome++)
            if (table->cells[from][outcome].reached)
                extend(solving, from, outcome);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        if (table->cells[count][outcome].reached)
            read_back(table, count, outcome, &out[outcome]);
        else
            out[outcome].points = -INFINITY;
    }
}

/* ---- The chain --------------------------------------------------------------------------------- */

/* What is known behind a cluster: whether its second body has a head yet, and whether a
 * crosshead joined it to the first. */
enum { NOT_YET, CLAIMED, JOINED, CLAIMS = 4 };
#define CROSSHEAD OUTCOMES /* one choice more */

struct link {
    struct solution solutions[OUTCOMES];
    struct solution of_joined[OUTCOMES]; /* the same when crossheads join the body before it to others */
    uint32_t joined_from;                /* the first of those, for the body behind */
    struct worth *worths;                /* of each group of lines */
    struct worth *joined_worths;         /* when crossheads join the body before, or NULL where they cannot */
    float crosshead;
    float points[CLAIMS];   /* best of the chain up to here, by what is known of `after` */
    uint8_t choice[CLAIMS]; /* outcome, or CROSSHEAD */
    uint8_t came_from[CLAIMS];
    float margin; /* of the best choice over the next best */
};

static bool follows(const struct work *work, size_t index)
{
    return index > 0 && work->clusters.items[index].before != GALLEY_NONE &&
           work->clusters.items[index].before == work->clusters.items[index - 1].after;
}

static bool may_join(const struct work *work, const struct link *links, size_t index)
{
    return follows(work, index) && links[index - 1].crosshead > -INFINITY;
}

static const struct solution *solution_of(const struct work *work, const struct link *links, size_t index,
                                          int came_from, int choice)
{
    bool joined = came_from & JOINED && may_join(work, links, index);
    return joined ? &links[index].of_joined[choice] : &links[index].solutions[choice];
}

/* What one choice at a cluster brings by itself, given what is known of the body before
 * it; *claim: what is known then of the one behind it.  -INFINITY: impossible. */
static float choice_points(const struct work *work, const struct link *links, size_t index, int came_from, int choice,
                           int *claim)
{
    const struct cluster *cluster = &work->clusters.items[index];
    bool had = follows(work, index) && came_from & CLAIMED;
    if (choice == CROSSHEAD) {
        *claim = JOINED | (had ? CLAIMED : NOT_YET);
        return links[index].crosshead;
    }
    *claim = choice & TO_AFTER ? CLAIMED : NOT_YET;
    if (had && choice & TO_BEFORE)
        return -INFINITY;
    float points = solution_of(work, links, index, came_from, choice)->points;
    bool lacks = cluster->before != GALLEY_NONE && !had && !(choice & TO_BEFORE);
    uint32_t text = came_from & JOINED && may_join(work, links, index) ? links[index].joined_from : cluster->before;
    return lacks ? points + headless_points(work, text, NULL) : points;
}

static void step_chain(const struct work *work, struct link *links, size_t index)
{
    struct link *here = &links[index];
    for (int claim = 0; claim < CLAIMS; claim++)
        here->points[claim] = -INFINITY;
    for (int came_from = 0; came_from < CLAIMS; came_from++) {
        float so_far = index ? links[index - 1].points[came_from] : came_from == NOT_YET ? 0 : -INFINITY;
        for (int choice = 0; choice <= CROSSHEAD; choice++) {
            int claim;
            float points = so_far + choice_points(work, links, index, came_from, choice, &claim);
            if (points <= here->points[claim])
                continue;
            here->points[claim] = points;
            here->choice[claim] = (uint8_t)choice;
            here->came_from[claim] = (uint8_t)came_from;
        }
    }
}

/* How far the choice at each cluster is ahead of the next best one, all other clusters
 * answering as it suits them best. */
static void weigh_choices(const struct work *work, struct link *links)
{
    float rest[CLAIMS] = { 0 };
    for (size_t index = work->clusters.count; index-- > 0;) {
        float best = -INFINITY, second = -INFINITY, behind[CLAIMS];
        for (int claim = 0; claim < CLAIMS; claim++)
            behind[claim] = -INFINITY;
        for (int choice = 0; choice <= CROSSHEAD; choice++) {
            float total = -INFINITY;
            for (int came_from = 0; came_from < CLAIMS; came_from++) {
                int claim;
                float points = choice_points(work, links, index, came_from, choice, &claim) + rest[claim];
                behind[came_from] = fmaxf(behind[came_from], points);
                float before = index ? links[index - 1].points[came_from] : came_from == NOT_YET ? 0 : -INFINITY;
                total = fmaxf(total, points + before);
            }
            second = fmaxf(second, fminf(best, total));
            best = fmaxf(best, total);
        }
        links[index].margin = fminf(SURE_ENOUGH, best - second);
        memcpy(rest, behind, sizeof rest);
    }
}

/* The text that a part belongs to. */
static uint32_t root_of(const struct work *work, uint32_t story)
{
    while (work->stories.items[story].joined_to != GALLEY_NONE)
        story = work->stories.items[story].joined_to;
    return story;
}

static void give(struct work *work, const struct cluster *cluster, const struct group *group, float margin)
{
    if (!group->owner) {
        struct teaser *made = galley_push(work->scratch, &work->teasers);
        if (!made)
            return;
        made->count = group->count;
        made->sure = margin;
        memcpy(made->head, lines_of(cluster) + group->from, group->count * sizeof *made->head);
        return;
    }
    uint32_t part = group->owner == TO_BEFORE ? cluster->before : cluster->after;
    struct story *story = &work->stories.items[root_of(work, part)];
    story->head_count = group->count;
    story->head_sure = margin;
    story->last_part = part;
    memcpy(story->head, lines_of(cluster) + group->from, group->count * sizeof *story->head);
    story->head_share = share_of(work, story->head, story->head_count, part);
    struct head_shape shape = shape_head(work, story->head, story->head_count, part, NULL);
    for (uint32_t i = shape.lines; i < story->head_count; i++) /* a bare name below a headline signs it */
        work->pieces.items[story->head[i]].role = ROLE_BYLINE;
}

static int best_end(const struct link *last)
{
    int best = 0;
    for (int claim = 1; claim < CLAIMS; claim++)
        if (last->points[claim] > last->points[best])
            best = claim;
    return best;
}

static void join_parts(struct work *work, const struct cluster *cluster, float margin)
{
    struct story *after = &work->stories.items[cluster->after];
    after->joined_to = cluster->before;
    after->whole = cluster->open;
    after->crosshead = cluster->open ? GALLEY_NONE : lines_of(cluster)[0];
    after->two_lines = cluster->pieces.count > 1;
    after->begin_sure = margin;
}

/* Crossheads join their texts first, so that a head given to a part goes to the whole. */
static void take_choices(struct work *work, const struct link *links)
{
    int end = best_end(&links[work->clusters.count - 1]), claim = end;
    for (size_t index = work->clusters.count; index-- > 0; claim = links[index].came_from[claim])
        if (links[index].choice[claim] == CROSSHEAD)
            join_parts(work, &work->clusters.items[index], links[index].margin);
    for (uint32_t s = 0; s < work->stories.count; s++)
        work->stories.items[s].reads_from = root_of(work, s);
    claim = end;
    for (size_t index = work->clusters.count; index-- > 0; claim = links[index].came_from[claim]) {
        int choice = links[index].choice[claim];
        if (choice == CROSSHEAD)
            continue;
        if (work->clusters.items[index].open)
            work->stories.items[work->clusters.items[index].after].begin_sure = links[index].margin;
        const struct solution *chosen = solution_of(work, links, index, links[index].came_from[claim], choice);
        for (int i = chosen->count; i-- > 0;)
            give(work, &work->clusters.items[index], &chosen->groups[i], links[index].margin);
    }
}

/* The same when the body before the cluster is the end of a longer text. */
static struct worth *weigh_joined(const struct chain *chain, const struct cluster *cluster, uint32_t joined_from)
{
    struct story *before = &chain->work->stories.items[cluster->before];
    before->reads_from = joined_from;
    struct worth *worths = weigh_groups(chain, cluster);
    before->reads_from = cluster->before;
    return worths;
}

/* What holds for both habits of a page. */
static galley_status weigh_links(const struct chain *chain, struct link *links)
{
    const struct work *work = chain->work;
    for (size_t i = 0; i < work->clusters.count; i++) {
        const struct cluster *cluster = &work->clusters.items[i];
        bool joins = may_join(work, links, i);
        links[i].worths = weigh_groups(chain, cluster);
        links[i].joined_from = joins ? links[i - 1].joined_from : cluster->before;
        links[i].joined_worths = joins ? weigh_joined(chain, cluster, links[i].joined_from) : NULL;
        links[i].crosshead = cluster->open ? cluster->one_text : crosshead_points(work, cluster, NULL);
    }
    return galley_arena_status(work->scratch);
}

static float solve_chain(const struct chain *chain, struct link *links, struct table *table)
{
    const struct work *work = chain->work;
    for (size_t i = 0; i < work->clusters.count; i++) {
        const struct cluster *cluster = &work->clusters.items[i];
        solve_cluster(&(struct solving){ chain, cluster, links[i].worths, table }, links[i].solutions);
        if (links[i].joined_worths)
            solve_cluster(&(struct solving){ chain, cluster, links[i].joined_worths, table }, links[i].of_joined);
        step_chain(work, links, i);
    }
    const struct link *last = &links[work->clusters.count - 1];
    return last->points[best_end(last)];
}

/* Overlong clusters (a page of listings) are cut, so that the tables stay small. */
static galley_status cut_clusters(struct work *work)
{
    for (size_t i = 0; i < work->clusters.count; i++) {
        struct cluster *one = &work->clusters.items[i];
        if (one->pieces.count <= CLUSTER_LONGEST)
            continue;
        struct cluster rest = { .before = GALLEY_NONE, .after = one->after };
        rest.pieces.items = one->pieces.items + CLUSTER_LONGEST;
        rest.pieces.count = rest.pieces.room = one->pieces.count - CLUSTER_LONGEST;
        one->pieces.count = one->pieces.room = CLUSTER_LONGEST;
        one->after = GALLEY_NONE;
        struct cluster *room = galley_push(work->scratch, &work->clusters);
        if (!room)
            return galley_arena_status(work->scratch);
        memmove(&work->clusters.items[i + 2], &work->clusters.items[i + 1],
                (work->clusters.count - i - 2) * sizeof *work->clusters.items);
        work->clusters.items[i + 1] = rest;
    }
    return GALLEY_OK;
}

galley_status repair_heads(struct work *work)
{
    galley_status status = cut_clusters(work);
    if (status == GALLEY_OK)
        status = index_bodies(work);
    if (status != GALLEY_OK || work->clusters.count == 0)
        return status;
    struct link *links = galley_arena_array(work->scratch, work->clusters.count, sizeof *links);
    struct table *scratch = galley_arena_alloc(work->scratch, sizeof *scratch);
    if (!links || !scratch)
        return galley_arena_status(work->scratch);
    /* do heads stand above or below on this page?  whichever explains more */
    struct chain above = { work, 0.6f }, below = { work, -0.6f };
    status = weigh_links(&above, links);
    if (status != GALLEY_OK)
        return status;
    float as_above = solve_chain(&above, links, scratch), as_below = solve_chain(&below, links, scratch);
    if (as_above > as_below)
        solve_chain(&above, links, scratch);
    work->lean = as_above > as_below ? above.lean : below.lean;
    weigh_choices(work, links);
    take_choices(work, links);
    status = match_strays(work);
    return status == GALLEY_OK ? make_whole(work) : status;
}
