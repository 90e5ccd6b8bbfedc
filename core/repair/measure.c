/* SPDX-License-Identifier: MIT
 * The measure of the column a piece stands in.  Lines of one column are equally
 * wide but for the first and last of a paragraph; so the width that most lines
 * nearby share is the measure.  Nearer lines count more, and a page may mix
 * several measures, even within an article.  Text that was not cut into lines
 * shows no such width and has no measure. */
#include "core/repair/work.h"

#include <math.h>

#define NEARBY 12           /* pieces looked at on either side */
#define SAME_WIDTH 1.6f     /* cells: a character squeezed or hung */
#define SUPPORT_NEEDED 2.4f /* three lines close together */
#define ISOLATED 0.35f
#define NARROWEST 19 /* cells of a column: nine characters or so */
#define WIDEST 130   /* a wider line was not cut to a column */
#define LONG_BY 5
#define SPREAD_FROM 0.7f /* of the measure: a line with fewer characters is not spread to it */
#define SHORT_BY 2.6f    /* a full line lacks at most a character */

static bool gives_measure(const struct piece *piece)
{
    return piece->role == ROLE_BODY && piece->opens_line && piece->ends_line && !piece->justified &&
           piece->cells >= NARROWEST && piece->cells <= WIDEST;
}

struct neighbourhood {
    const struct work *work;
    size_t centre, from, to;
};

/* A line between two blank lines says little of a column. */
static bool isolated(const struct work *work, size_t index)
{
    bool last = index + 1 == work->pieces.count;
    return work->pieces.items[index].blanks && (last || work->pieces.items[index + 1].blanks);
}

static float support(const struct neighbourhood *around, float width)
{
    float sum = 0;
    for (size_t i = around->from; i < around->to; i++) {
        const struct piece *piece = &around->work->pieces.items[i];
        size_t distance = i > around->centre ? i - around->centre : around->centre - i;
        if (gives_measure(piece) && fabsf(piece->cells - width) <= SAME_WIDTH)
            sum += (isolated(around->work, i) ? ISOLATED : 1) / (1 + (float)distance / 4);
    }
    return sum;
}

/* Most lines of a column are equally wide: each width is weighed once. */
static bool tried(const struct neighbourhood *around, size_t index)
{
    float width = around->work->pieces.items[index].cells;
    for (size_t i = around->from; i < index; i++)
        if (around->work->pieces.items[i].cells == width && gives_measure(&around->work->pieces.items[i]))
            return true;
    return false;
}

/* A squeezed mark makes lines narrower, hardly ever wider: of two widths close
 * together the upper one is the measure. */
static float upper_width(const struct neighbourhood *around, float width, float best)
{
    float upper = width;
    for (size_t i = around->from; width > 0 && i < around->to; i++) {
        const struct piece *piece = &around->work->pieces.items[i];
        if (gives_measure(piece) && piece->cells > upper && piece->cells <= width + 2.5f &&
            support(around, piece->cells) >= 0.6f * best)
            upper = piece->cells;
    }
    return upper;
}

static float best_width(const struct neighbourhood *around)
{
    float best = SUPPORT_NEEDED, width = 0;
    const struct piece *own = &around->work->pieces.items[around->centre];
    for (size_t i = around->from; i < around->to; i++) {
        const struct piece *piece = &around->work->pieces.items[i];
        if (!gives_measure(piece) || tried(around, i))
            continue;
        float points = support(around, piece->cells) + 0.004f * piece->cells;
        if (fabsf(piece->cells - own->cells) <= SAME_WIDTH)
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
static float carried(const struct work *work, size_t index)
{
    for (size_t i = index; i > 0 && index - i < NEARBY; i--) {
        float above = work->pieces.items[i - 1].measure;
        if (above > 0)
            return work->pieces.items[index].cells <= above + SHORT_BY ? above : 0;
    }
    return 0;
}

galley_status repair_measure(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        struct neighbourhood around = { work, i, i > NEARBY ? i - NEARBY : 0, i + NEARBY + 1 };
        if (around.to > work->pieces.count)
            around.to = work->pieces.count;
        piece->measure = best_width(&around);
        if (piece->measure <= 0)
            piece->measure = carried(work, i);
        piece->full = piece->measure > 0 && piece->cells <= piece->measure + LONG_BY &&
                      piece->cells >= (piece->justified ? SPREAD_FROM * piece->measure : piece->measure - SHORT_BY);
    }
    return GALLEY_OK;
}
