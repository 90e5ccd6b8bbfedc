/* SPDX-License-Identifier: MIT
 * Where a paragraph ends.  Points for and against a break between two lines: the
 * sentence ends or goes on; the line before is short or full; the line after is
 * indented (two cells short though its sentence goes on) or full; there is a blank
 * line, which may also be the end of a column; marks that open paragraphs. */
#include "core/repair/work.h"

#include <galley/text.h>

#define INDENT 4       /* cells: two full-width characters */
#define TOLERANCE 1.4f /* a squeezed mark */

/* Two cells short of the measure, and not because its paragraph ends there. */
static bool indented(const struct piece *line, const struct piece *next)
{
    float lacks = line->measure - line->cells;
    bool short_by_indent = lacks > INDENT - TOLERANCE && lacks < INDENT + TOLERANCE;
    return !line->justified && short_by_indent && next && !line->sentence_ends;
}

static float by_lengths(const struct piece *before, const struct piece *after, const struct piece *next)
{
    float points = 0;
    if (before->measure <= 0)
        return 0;
    float lacks = before->measure - before->cells;
    points += before->full ? -1.2f : lacks > INDENT + TOLERANCE ? 2.5f : 1.2f;
    if (after->measure <= 0)
        return points;
    if (indented(after, next))
        points += 2.2f;
    else if (after->full && !after->justified) /* a spread line does not show an indent */
        points -= 1.6f;
    return points;
}

static float by_marks(const struct work *work, const struct piece *after)
{
    const struct glyph *first = &work->glyphs.items[after->from];
    if (first->classes & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING) && !(first->classes & GALLEY_OPENING))
        return -4;
    if (after->says & SAYS_SUB)
        return 1.5f;
    return first->classes & GALLEY_ORNAMENT ? 1.5f : 0;
}

/* Text that was not cut to a measure: a line is a paragraph, or a part of one that
 * a column end cut. */
static float by_blanks(const struct piece *before, const struct piece *after)
{
    if (before->measure <= 0 || after->measure <= 0)
        return before->sentence_ends ? 2.5f : after->blanks ? 0 : 0.5f;
    return after->blanks ? 1.8f : -0.3f;
}

float break_points(const struct work *work, const struct piece *before, const struct piece *after,
                   const struct piece *next)
{
    if (after->opens_story)
        return 5;
    if (after->signs || before->signs)
        return 4;
    float points = before->sentence_ends ? 0.4f : -4.5f;
    unsigned last = work->glyphs.items[before->to - 1].classes;
    if (!before->sentence_ends && work->folded[before->to - 1] == ':' && !before->full)
        points += after->blanks ? 5.5f : 5; /* an addressee */
    if (last & GALLEY_OPENING)
        points -= 3;
    return points + by_lengths(before, after, next) + by_marks(work, after) + by_blanks(before, after) +
           (after->lead_gap ? 0.8f : 0);
}
