/* SPDX-License-Identifier: MIT
 * Two texts without a head, a lead or a credit between them look like one.  Wherever a
 * paragraph ends, a text might end: its column has another measure behind it, the text
 * behind opens as texts do and brings words that come again behind it, not before, what
 * each part says again and again the other does not, it is
 * signed though a lead has named the reporters; above all, each part has a head of its own
 * on its side, which shares rare words with that part and not with the other.  Where this
 * is likely enough the story is taken apart (whole.c); when all heads of the page are given,
 * heads.c says whether the parts are one text after all. */
#include "core/repair/passes.h"

#include <math.h>

enum {
    GOES_ON,
    NO_BLANK,
    OPENS,
    SET_APART,
    SIGNED_TWICE,
    AFTER_JUMP,
    AFTER_AD,
    TWO_HEADS,
    HEAD_BEHIND,
    INTRODUCES,
    TIED,
    TOPICS,
    CUT_ROWS
};

/* Points for a text to end, and another to begin, behind a paragraph. */
const struct evidence cut_evidence[] = {
    [GOES_ON] = { "goes-on", -4, "most paragraphs are followed by another one of the same text" },
    [NO_BLANK] = { "no-blank", -1, "no blank line stands between" },
    [OPENS] = { "opens", 2, "it opens as reports do: on a day, or lately" },
    [SET_APART] = { "other-measure", 1.9f, "the column has another measure behind it" },
    [SIGNED_TWICE] = { "signed-twice", 2, "the end is signed, though a lead has named the reporters" },
    [AFTER_JUMP] = { "after-jump", 2.2f, "the text before is the rest of one from another page" },
    [AFTER_AD] = { "after-ad", 14, "words of an advertisement stand before it, and none behind" },
    [TWO_HEADS] = { "two-heads", 8,
                    "a head above shares words with the first part only, one below with the second only" },
    [HEAD_BEHIND] = { "head-below", 2.3f, "a head below shares words with the second part only" },
    [INTRODUCES] = { "introduces", 8, "words of its first paragraph come again behind it rather than before" },
    [TIED] = { "tied", -7, "words of the first part that come again stand in the second" },
    [TOPICS] = { "topics", 4, "what each part says again and again the other never says" },
};
_Static_assert(sizeof cut_evidence / sizeof *cut_evidence == CUT_ROWS, "a row without a name");
const uint32_t cut_rows = CUT_ROWS;

#define PART_SHORTEST 60 /* characters: a shorter part shows no topic */
#define HEAD_SHARES 0.3f /* so much of a head must stand in a part to be that part's head */
#define NEAR -2.0f       /* points: with fewer no text ends there, whatever the heads say */
#define AD_LONGEST 6     /* lines of an advertisement before a text */
#define FEW_WORDS 8.0f   /* so much weight stands against ties by chance */
#define TOPICS_USUAL 1.1f

/* The paragraphs of a page's stories: the texts that the index of words knows. */
struct paragraphs {
    struct work *work;
    shingle_index *words;
    uint32_t *of;    /* of each piece: its paragraph */
    uint32_t *asked; /* of each head line: the story, plus one, that it was last compared with … */
    bool *suits;     /* … and whether it shares enough with it */
    uint32_t count;
};

static const struct piece *piece_of(const struct work *work, const struct story *story, size_t index)
{
    return index < story->pieces.count ? &work->pieces.items[story->pieces.items[index]] : NULL;
}

/* A paragraph ends before piece `at` of the story. */
static bool breaks(const struct work *work, const struct story *story, size_t at)
{
    const struct piece *before = piece_of(work, story, at - 1), *after = piece_of(work, story, at);
    return before->may_end && !after->signs && after->breaks > 0;
}

static galley_status index_paragraphs(struct paragraphs *index)
{
    struct work *work = index->work;
    index->of = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *index->of);
    index->asked = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *index->asked);
    index->suits = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *index->suits);
    galley_status status = list_words(work);
    if (status != GALLEY_OK)
        return status;
    index->words = shingle_new(work->scratch, work->table, work->pieces.count, work->glyphs.count);
    if (!index->of || !index->asked || !index->suits || !index->words)
        return galley_arena_status(work->scratch);
    for (size_t s = 0; s < work->stories.count; s++, index->count++) {
        const struct story *story = &work->stories.items[s];
        for (size_t i = 0; i < story->pieces.count; i++) {
            index->count += i > 0 && breaks(work, story, i);
            index->of[story->pieces.items[i]] = index->count;
            add_words(work, index->words, index->count, story, (uint32_t)i);
        }
    }
    shingle_close(index->words);
    return GALLEY_OK;
}

/* ---- What speaks for a cut ------------------------------------------------------------ */

/* A part of a story: pieces [from, to) of its list. */
struct part {
    const struct story *story;
    uint32_t from, to;
};

static bool is_long(const struct work *work, const struct part *part)
{
    uint32_t length = 0;
    for (uint32_t i = part->from; i < part->to && length < PART_SHORTEST; i++)
        length += piece_length(piece_of(work, part->story, i));
    return length >= PART_SHORTEST;
}

/* Of the words of the second part that stand in another paragraph too, the share that
 * stands in the first part, weighed by rarity. */
static float ties(const struct paragraphs *index, const struct part *first, const struct part *second)
{
    const struct work *work = index->work;
    const uint32_t *pieces = first->story->pieces.items;
    uint32_t from = index->of[pieces[first->from]], to = index->of[pieces[first->to - 1]] + 1;
    float again = 0, shared = 0;
    for (uint32_t i = second->from; i < second->to; i++)
        shingle_ties(index->words, from, to, work->lists[second->story->pieces.items[i]], &again, &shared);
    return shared / (again + FEW_WORDS);
}

/* Of the words that a part says again and again, the share that the other part never says. */
static float own_topic(const struct paragraphs *index, const struct part *part, const struct part *other)
{
    const struct work *work = index->work;
    const uint32_t *pieces = part->story->pieces.items, *others = other->story->pieces.items;
    uint32_t own = index->of[pieces[part->from]], own_end = index->of[pieces[part->to - 1]] + 1;
    uint32_t from = index->of[others[other->from]], to = index->of[others[other->to - 1]] + 1;
    float again = 0, shared = 0;
    for (uint32_t i = part->from; i < part->to; i++)
        shingle_topic(index->words, own, own_end, from, to, work->lists[pieces[i]], &again, &shared);
    return (again - shared) / (again + FEW_WORDS);
}

/* Two texts say other things again and again, one text the same. */
static float topics(const struct paragraphs *index, const struct part *first, const struct part *second)
{
    return own_topic(index, first, second) + own_topic(index, second, first) - TOPICS_USUAL;
}

#define NEIGHBOURS 8 /* lines */

/* The widest line that others near `from`, in the direction of `step`, are as wide as: what
 * they show of the measure, or 0. */
static float measure_near(const struct work *work, const struct story *story, int64_t from, int step)
{
    float near[NEIGHBOURS], best = 0;
    int count = 0;
    for (int64_t i = from; i >= 0 && i < (int64_t)story->pieces.count && count < NEIGHBOURS; i += step)
        near[count++] = piece_of(work, story, (size_t)i)->cells;
    for (int i = 0; i < count; i++) {
        int alike = 0;
        for (int k = 0; k < count && near[i] > best; k++)
            alike += fabsf(near[k] - near[i]) <= 1.2f;
        best = alike >= 3 ? near[i] : best;
    }
    return best;
}

static bool measure_changes(const struct work *work, const struct story *story, uint32_t at)
{
    float before = measure_near(work, story, (int64_t)at - 1, -1), after = measure_near(work, story, at, 1);
    return before > 0 && after > 0 && fabsf(before - after) > 1.6f && before < 80 && after < 80;
}

/* ---- Heads on either side ------------------------------------------------------------- */

/* Whether a head line may be that of a part of a story: asked once for all its parts. */
static bool suits_story(const struct paragraphs *index, const struct story *story, uint32_t line)
{
    uint32_t number = (uint32_t)(story - index->work->stories.items) + 1;
    if (index->asked[line] == number)
        return index->suits[line];
    const struct piece *piece = &index->work->pieces.items[line];
    const uint32_t *pieces = story->pieces.items;
    index->asked[line] = number;
    index->suits[line] =
        piece->role == ROLE_HEAD && piece_length(piece) >= 5 &&
        shingle_share_among(index->words, index->of[pieces[0]], index->of[pieces[story->pieces.count - 1]] + 1,
                            index->work->lists[line]) >= HEAD_SHARES;
    return index->suits[line];
}

/* The most that a head line of a cluster shares with one part more than with the other. */
static float own_head(const struct paragraphs *index, const struct cluster *cluster, const struct part *mine,
                      const struct part *other)
{
    const struct work *work = index->work;
    const uint32_t *pieces = mine->story->pieces.items;
    float most = 0;
    for (size_t i = 0; cluster && i < cluster->pieces.count; i++) {
        shingle_list line = work->lists[cluster->pieces.items[i]];
        if (!suits_story(index, mine->story, cluster->pieces.items[i]))
            continue;
        float of_mine =
            shingle_share_among(index->words, index->of[pieces[mine->from]], index->of[pieces[mine->to - 1]] + 1, line);
        float of_other = shingle_share_among(index->words, index->of[pieces[other->from]],
                                             index->of[pieces[other->to - 1]] + 1, line);
        most = of_mine >= HEAD_SHARES ? fmaxf(most, of_mine - of_other) : most;
    }
    return most;
}

/* The paragraph that a part begins with. */
static struct part first_paragraph(const struct paragraphs *index, const struct part *part)
{
    const uint32_t *pieces = part->story->pieces.items;
    struct part first = { part->story, part->from, part->from + 1 };
    while (first.to < part->to && index->of[pieces[first.to]] == index->of[pieces[first.from]])
        first.to++;
    return first;
}

/* How far the words of the paragraph that the second part begins with come again behind it
 * rather than in the first part. */
static float introduced(const struct paragraphs *index, const struct part *first, const struct part *second)
{
    struct part lead = first_paragraph(index, second);
    struct part rest = { second->story, lead.to, second->to };
    return lead.to < second->to ? ties(index, &rest, &lead) - ties(index, first, &lead) : 0;
}

static void weigh_heads(struct scale *scale, const struct paragraphs *index, const struct part *first,
                        const struct part *second)
{
    const struct work *work = index->work;
    uint32_t story = (uint32_t)(first->story - work->stories.items);
    const struct cluster *above = NULL, *below = NULL;
    for (size_t i = 0; i < work->clusters.count; i++) {
        const struct cluster *one = &work->clusters.items[i];
        above = one->after == story ? one : above;
        below = one->before == story && one->after != GALLEY_NONE ? one : below;
        below = one->before == story && !below ? one : below;
    }
    float behind = own_head(index, below, second, first);
    weigh(scale, TWO_HEADS, fminf(behind, own_head(index, above, first, second)));
    weigh(scale, HEAD_BEHIND, behind);
}

static uint32_t ad_words_of(const struct work *work, const struct part *part)
{
    return count_words(work, part->story->pieces.items + part->from, part->to - part->from, LANGUAGE_AD_WORDS);
}

/* Advertisements are short, have no lead, and end with whom to call. */
static bool advertises(const struct work *work, const struct part *part)
{
    struct part last = { part->story, part->to - 1, part->to };
    return part->to - part->from <= AD_LONGEST && !part->story->has_lead && ad_words_of(work, &last) > 0 &&
           ad_words_of(work, part) >= 2;
}

static float cut_points(const struct paragraphs *index, const struct part *first, const struct part *second,
                        float *heads, struct ledger *ledger)
{
    const struct work *work = index->work;
    const struct story *story = first->story;
    const struct piece *opens = piece_of(work, story, second->from);
    struct scale scale = scale_new(work, EVIDENCE_CUTS, ledger);
    weigh(&scale, GOES_ON, 1);
    weigh(&scale, NO_BLANK, !opens->blanks);
    weigh(&scale, OPENS, opens->caption_start);
    weigh(&scale, SET_APART, measure_changes(work, story, second->from));
    weigh(&scale, SIGNED_TWICE,
          first->from == 0 && story->has_lead && story->byline != GALLEY_NONE && !story->signed_above);
    weigh(&scale, AFTER_JUMP, first->from == 0 && story->jump_from != GALLEY_NONE);
    weigh(&scale, AFTER_AD, first->from == 0 && advertises(work, first) && !ad_words_of(work, second));
    *heads = -scale.sum;
    weigh_heads(&scale, index, first, second);
    *heads += scale.sum;
    if (!ledger && scale.sum + scale.weights[INTRODUCES] + (2 - TOPICS_USUAL) * scale.weights[TOPICS] <= NEAR)
        return scale.sum; /* the words shared, which take long to count, can bring no cut */
    weigh(&scale, INTRODUCES, introduced(index, first, second));
    weigh(&scale, TOPICS, topics(index, first, second));
    if (ledger || scale.sum > NEAR)
        weigh(&scale, TIED, ties(index, second, first));
    return scale.sum;
}

/* ---- Taking stories apart ---------------------------------------------------------------- */

/* Where a story is taken apart: before piece `at` of its list. */
struct cut {
    uint32_t at;
    float points;
    float heads; /* what the heads near it say of that */
};

/* Both parts long enough to show a topic, or an advertisement before a blank line: it needs no stop. */
static bool may_cut(const struct work *work, const struct part *first, const struct part *second)
{
    const struct piece *opens = piece_of(work, second->story, second->from);
    if (opens->blanks && first->from == 0 && advertises(work, first))
        return is_long(work, second);
    return breaks(work, second->story, second->from) && is_long(work, first) && is_long(work, second);
}

static struct cut best_cut(const struct paragraphs *index, const struct story *story, uint32_t from)
{
    struct cut best = { .points = NEAR };
    for (uint32_t at = from + 1; at + 1 < story->pieces.count; at++) {
        struct part first = { story, from, at }, second = { story, at, (uint32_t)story->pieces.count };
        if (!may_cut(index->work, &first, &second))
            continue;
        float heads, points = cut_points(index, &first, &second, &heads, NULL);
        if (points > best.points)
            best = (struct cut){ at, points, heads };
    }
    return best;
}

galley_status repair_cuts(struct work *work)
{
    struct paragraphs *index = galley_arena_alloc(work->scratch, sizeof *index);
    if (!index)
        return galley_arena_status(work->scratch);
    *index = (struct paragraphs){ .work = work };
    work->paragraphs = index;
    galley_status status = index_paragraphs(index);
    for (uint32_t s = 0; s < work->stories.count && status == GALLEY_OK; s++) {
        struct story *story = &work->stories.items[s];
        if (story->kind != GALLEY_NEWS || story->pieces.count < 5)
            continue;
        struct cut cut = best_cut(index, story, 0);
        if (!cut.at)
            continue;
        cut_story(work, s, cut.at, cut.heads - cut.points);
    }
    return galley_arena_status(work->scratch);
}

/* A whole story as a part. */
static struct part whole_part(const struct work *work, uint32_t story)
{
    const struct story *one = &work->stories.items[story];
    return (struct part){ one, 0, (uint32_t)one->pieces.count };
}

float ties_between(const struct work *work, uint32_t first, uint32_t second)
{
    if (!work->paragraphs) /* the pass was left out */
        return 0;
    struct part one = whole_part(work, first), other = whole_part(work, second);
    return ties(work->paragraphs, &one, &other);
}

float topics_between(const struct work *work, uint32_t first, uint32_t second)
{
    if (!work->paragraphs)
        return 0;
    struct part one = whole_part(work, first), other = whole_part(work, second);
    return topics(work->paragraphs, &one, &other);
}
