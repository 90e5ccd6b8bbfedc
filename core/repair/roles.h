/* SPDX-License-Identifier: MIT
 * What speaks for a display line (display.c); roles.c finds the sequence for a page. */
#ifndef CORE_REPAIR_ROLES_H
#define CORE_REPAIR_ROLES_H

#include "core/repair/work.h"

enum { BODY, HEAD, STATES };

/* Points for a display line, by what the piece is itself. */
float head_points(const struct work *work, size_t index, struct ledger *ledger);

/* Points for two pieces that follow each other, as BODY or HEAD each. */
float beside_points(const struct work *work, int before_state, const struct piece *before, int state,
                    const struct piece *after, struct ledger *ledger);

/* Learns how this page parts things: what a blank line is worth, and whether paragraphs
 * are indented.  To be called before points are asked for. */
void learn_habits(struct work *work);

/* Finds how much of each line without pause or stop stands again on the page (echoes.c). */
galley_status learn_echoes(struct work *work);

#endif
