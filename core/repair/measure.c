/* SPDX-License-Identifier: MIT
 * The measure of the column a piece stands in.  Lines of one column are equally
 * wide but for the first and last of a paragraph; so the width that most lines
 * nearby share is the measure.  Nearer lines count more, and a page may mix several
 * measures, even within an article.  Text that was not cut into lines shows no such
 * width and has no measure.
 *
 * It is learnt twice: over the page, when nothing else is known, and again within
 * each text, where the columns of its neighbours no longer disturb. */
#include "core/repair/work.h"

#include <math.h>

#define NEARBY 12           /* pieces looked at on either side */
#define SAME_WIDTH 1.6f     /* cells: a character squeezed or hung */
#define SUPPORT_NEEDED 2.4f /* three lines close together */
#define ISOLATED 0.35f      /* what a line between two blank lines counts */
#define INDENT 4            /* cells: a paragraph's first line is so much shorter … */
#define INDENTED 0.5f       /* … and counts so much for the measure it hints at */
#define NARROWEST 19        /* cells of a column: nine characters or so */
#define WIDEST 130          /* a wider line was not cut to a column */
#define SHORT_BY 2.6f       /* a full line lacks at most a character */
#define LONG_BY 5
#define SPREAD_FROM 0.7f /* of the measure: a line with fewer characters is not spread to it */

/* Pieces in the order of their columns, and the one looked at. */
struct neighbourhood {
    struct work *work;
    const uint32_t *pieces;
    size_t count, centre, from, to;
};

static struct piece *piece_at(const struct neighbourhood *around, size_t index)
{
    return &around->work->pieces.items[around->pieces[index]];
}

static bool gives_measure(const struct piece *piece)
{
    return piece->role == ROLE_BODY && piece->opens_line && piece->ends_line && !piece->justified &&
           piece->cells >= NARROWEST && piece->cells <= WIDEST;
}

/* A line between two blank lines says little of a column. */
static bool isolated(const struct neighbourhood *around, size_t index)
{
    return piece_at(around, index)->blanks && (index + 1 == around->count || piece_at(around, index + 1)->blanks);
}

/* The line before it ends a sentence and is not full: a paragraph may begin here. */
static bool may_be_indented(const struct neighbourhood *around, size_t index)
{
    return index == 0 || piece_at(around, index - 1)->sentence_ends;
}

static float support(const struct neighbourhood *around, float width)
{
    float sum = 0;
    for (size_t i = around->from; i < around->to; i++) {
        const struct piece *piece = piece_at(around, i);
        size_t distance = i > around->centre ? i - around->centre : around->centre - i;
        if (!gives_measure(piece))
            continue;
        float near = (isolated(around, i) ? ISOLATED : 1) / (1 + (float)distance / 4);
        if (fabsf(piece->cells - width) <= SAME_WIDTH)
            sum += near;
        else if (fabsf(piece->cells + INDENT - width) <= SAME_WIDTH && may_be_indented(around, i))
            sum += INDENTED * near;
    }
    return sum;
}

/* Most lines of a column are equally wide: each width is weighed once. */
static bool tried(const struct neighbourhood *around, size_t index)
{
    float width = piece_at(around, index)->cells;
    for (size_t i = around->from; i < index; i++)
        if (piece_at(around, i)->cells == width && gives_measure(piece_at(around, i)))
            return true;
    return false;
}

/* A squeezed mark makes lines narrower, hardly ever wider: of two widths close
 * together the upper one is the measure. */
static float upper_width(const struct neighbourhood *around, float width, float best)
{
    float upper = width;
    for (size_t i = around->from; width > 0 && i < around->to; i++) {
        const struct piece *piece = piece_at(around, i);
        if (gives_measure(piece) && piece->cells > upper && piece->cells <= width + 2.5f &&
            support(around, piece->cells) >= 0.6f * best)
            upper = piece->cells;
    }
    return upper;
}

static float best_width(const struct neighbourhood *around)
{
    float best = SUPPORT_NEEDED, width = 0;
    for (size_t i = around->from; i < around->to; i++) {
        const struct piece *piece = piece_at(around, i);
        if (!gives_measure(piece) || tried(around, i))
            continue;
        float points = support(around, piece->cells) + 0.004f * piece->cells;
        if (fabsf(piece->cells - piece_at(around, around->centre)->cells) <= SAME_WIDTH)
            points += 0.4f;
        if (points > best) {
            best = points;
            width = piece->cells;
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

static void learn(struct neighbourhood *around)
{
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
}

galley_status repair_measure(struct work *work)
{
    uint32_t *all = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *all);
    if (!all)
        return galley_arena_status(work->scratch);
    for (uint32_t i = 0; i < work->pieces.count; i++)
        all[i] = i;
    learn(&(struct neighbourhood){ .work = work, .pieces = all, .count = work->pieces.count });
    return GALLEY_OK;
}

#define STORY_NEEDED 6 /* pieces of a text that can tell its measure by themselves */

galley_status repair_story_measure(struct work *work)
{
    for (size_t i = 0; i < work->stories.count; i++) {
        const struct story *story = &work->stories.items[i];
        if (story->pieces.count >= STORY_NEEDED)
            learn(&(struct neighbourhood){ .work = work, .pieces = story->pieces.items, .count = story->pieces.count });
    }
    return GALLEY_OK;
}
