/* SPDX-License-Identifier: MIT
 * What speaks for a display line by itself (display.c) and beside another (beside.c); roles.c
 * finds the sequence for a page. */
#ifndef CORE_REPAIR_ROLES_H
#define CORE_REPAIR_ROLES_H

#include "core/repair/work.h"

enum { BODY, HEAD, STATES };

/* Points for a display line, by what the piece is itself. */
float head_points(const struct work *work, size_t index, struct ledger *ledger);

/* Points for two pieces that follow each other, as BODY or HEAD each. */
float beside_points(const struct work *work, int before_state, const struct piece *before, int state,
                    const struct piece *after, struct ledger *ledger);

/* A last line of a paragraph, surely: short, and its sentence has ended. */
static inline bool ends_paragraph(const struct piece *piece)
{
    return piece->measure > 0 && piece->sentence_ends && piece->spare > INDENT + SPARE_FULL;
}

/* Wide enough to show whether it was indented. */
static inline bool shows_indent(const struct piece *piece)
{
    return !piece->justified && (piece_indented(piece) || (piece->full && piece->cells <= piece->measure + 3));
}

/* Finds how much of each line without pause or stop stands again on the page, and which lines
 * do as they are (echoes.c). */
galley_status learn_echoes(struct work *work);

#endif
