/* SPDX-License-Identifier: MIT
 * What the two ways to learn a measure share: lines of squares (measure.c) and lines
 * broken between words (ragged.c). */
#ifndef CORE_REPAIR_MEASURE_H
#define CORE_REPAIR_MEASURE_H

#include "core/repair/work.h"

#define NARROWEST 19 /* cells of a column: nine characters or so */
#define WIDEST 130   /* a wider line was not cut to a column */

/* Whether the width of a piece tells something of its column. */
static inline bool gives_measure(const struct piece *piece)
{
    return piece->role == ROLE_BODY && piece->opens_line && piece->ends_line && !piece->justified &&
           piece->cells >= NARROWEST && piece->cells <= WIDEST;
}

/* Whether words are broken at line ends wherever the line is full, though spaces part them:
 * in Korean, as the words at its line ends show (ragged.c). */
bool breaks_anywhere(const struct work *work);

/* Sets the measure of each piece, and which of them are full. */
void ragged_learn(struct work *work, const uint32_t *pieces, size_t count);

#endif
