/* SPDX-License-Identifier: MIT
 * The measure of the column a piece stands in.  Lines of one column are equally
 * wide but for the first and last of a paragraph; so the width that most lines
 * nearby share is the measure.  Nearer lines count more, and a page may mix several
 * measures, even within an article.  Text that was not cut into lines shows no such
 * width and has no measure.
 *
 * It is learnt twice: over the page, when nothing else is known, and again within
 * each text, where the columns of its neighbours no longer disturb. */
#include "core/repair/measure.h"

#include <math.h>

#define NEARBY 12           /* pieces looked at on either side */
#define SAME_WIDTH 1.6f     /* cells: a character squeezed or hung */
#define SUPPORT_NEEDED 2.4f /* three lines close together */
#define ISOLATED 0.35f      /* what a line between two blank lines counts */
#define INDENT 4            /* cells: a paragraph's first line is so much shorter … */
#define INDENTED 0.5f       /* … and counts so much for the measure it hints at */
#define SHORT_BY 2.6f       /* a full line lacks at most a character */
#define LONG_BY 5
#define SPREAD_FROM 0.7f /* of the measure: a line with fewer characters is not spread to it */

/* What a piece says of the measure, seen once. */
struct sample {
    float cells;
    float weight;         /* 0: it says nothing */
    bool may_be_indented; /* the line before it ends a sentence: a paragraph may begin here */
};

/* Pieces in the order of their columns, and the one looked at. */
struct neighbourhood {
    struct work *work;
    const uint32_t *pieces;
    struct sample *samples;
    size_t count, centre, from, to;
    float loyalty; /* points for the width the line itself has */
};

static struct piece *piece_at(const struct neighbourhood *around, size_t index)
{
    return &around->work->pieces.items[around->pieces[index]];
}

/* A line between two blank lines says little of a column. */
static bool isolated(const struct neighbourhood *around, size_t index)
{
    return piece_at(around, index)->blanks && (index + 1 == around->count || piece_at(around, index + 1)->blanks);
}

static void take_samples(struct neighbourhood *around)
{
    for (size_t i = 0; i < around->count; i++) {
        const struct piece *piece = piece_at(around, i);
        around->samples[i] = (struct sample){ .cells = piece->cells,
                                              .weight = !gives_measure(piece) ? 0
                                                        : isolated(around, i) ? ISOLATED
                                                                              : 1,
                                              .may_be_indented = i == 0 || piece_at(around, i - 1)->sentence_ends };
    }
}

/* What a line counts by its distance. */
static const float nearness[NEARBY + 1] = { 1,         4 / 5.0f,  4 / 6.0f,  4 / 7.0f,  4 / 8.0f,  4 / 9.0f, 4 / 10.0f,
                                            4 / 11.0f, 4 / 12.0f, 4 / 13.0f, 4 / 14.0f, 4 / 15.0f, 4 / 16.0f };

static float support(const struct neighbourhood *around, float width)
{
    float sum = 0;
    for (size_t i = around->from; i < around->to; i++) {
        const struct sample *sample = &around->samples[i];
        float lacks = fabsf(sample->cells - width);
        bool same = lacks <= SAME_WIDTH;
        if (!same && !(sample->may_be_indented && fabsf(sample->cells + INDENT - width) <= SAME_WIDTH))
            continue;
        size_t distance = i > around->centre ? i - around->centre : around->centre - i;
        sum += (same ? 1 : INDENTED) * sample->weight * nearness[distance];
    }
    return sum;
}

/* Most lines of a column are equally wide: each width is weighed once. */
static bool tried(const struct neighbourhood *around, size_t index)
{
    for (size_t i = around->from; i < index; i++)
        if (around->samples[i].cells == around->samples[index].cells && around->samples[i].weight > 0)
            return true;
    return false;
}

/* A squeezed mark makes lines narrower, hardly ever wider: of two widths close
 * together the upper one is the measure. */
static float upper_width(const struct neighbourhood *around, float width, float best)
{
    float upper = width;
    for (size_t i = around->from; width > 0 && i < around->to; i++) {
        float cells = around->samples[i].cells;
        if (around->samples[i].weight > 0 && cells > upper && cells <= width + 2.5f &&
            support(around, cells) >= 0.6f * best)
            upper = cells;
    }
    return upper;
}

static float best_width(const struct neighbourhood *around)
{
    float best = SUPPORT_NEEDED, width = 0;
    for (size_t i = around->from; i < around->to; i++) {
        float cells = around->samples[i].cells;
        if (around->samples[i].weight <= 0 || tried(around, i))
            continue;
        float points = support(around, cells) + 0.004f * cells;
        if (fabsf(cells - around->samples[around->centre].cells) <= SAME_WIDTH)
            points += around->loyalty;
        if (points > best) {
            best = points;
            width = cells;
        }
    }
    return upper_width(around, width, best);
}

/* Between spaced-out lines, whose width tells nothing, the measure is still that of
 * the lines above. */
static float carried(const struct neighbourhood *around)
{
    for (size_t i = around->centre; i > 0 && around->centre - i < NEARBY; i--) {
        float above = piece_at(around, i - 1)->measure;
        if (above > 0)
            return piece_at(around, around->centre)->cells <= above + SHORT_BY ? above : 0;
    }
    return 0;
}

static galley_status learn(struct neighbourhood *around)
{
    if (!around->work->spaceless) {
        ragged_learn(around->work, around->pieces, around->count);
        return GALLEY_OK;
    }
    around->samples = galley_arena_array(around->work->scratch, around->count + 1, sizeof *around->samples);
    if (!around->samples)
        return galley_arena_status(around->work->scratch);
    take_samples(around);
    for (size_t i = 0; i < around->count; i++) {
        struct piece *piece = piece_at(around, i);
        around->centre = i;
        around->from = i > NEARBY ? i - NEARBY : 0;
        around->to = i + NEARBY + 1 < around->count ? i + NEARBY + 1 : around->count;
        float width = best_width(around);
        if (width <= 0)
            width = carried(around);
        piece->measure = width;
        piece->full = width > 0 && piece->cells <= width + LONG_BY &&
                      piece->cells >= (piece->justified ? SPREAD_FROM * width : width - SHORT_BY);
    }
    return GALLEY_OK;
}

galley_status repair_measure(struct work *work)
{
    uint32_t *all = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *all);
    if (!all)
        return galley_arena_status(work->scratch);
    for (uint32_t i = 0; i < work->pieces.count; i++)
        all[i] = i;
    return learn(&(struct neighbourhood){ .work = work, .pieces = all, .count = work->pieces.count, .loyalty = 0.4f });
}

#define STORY_NEEDED 6 /* pieces of a text that can tell its measure by themselves */

galley_status repair_story_measure(struct work *work)
{
    galley_status status = GALLEY_OK;
    for (size_t i = 0; i < work->stories.count && status == GALLEY_OK; i++) {
        const struct story *story = &work->stories.items[i];
        struct neighbourhood around = { .work = work, .pieces = story->pieces.items, .count = story->pieces.count };
        if (story->pieces.count >= STORY_NEEDED)
            status = learn(&around);
    }
    return status;
}
