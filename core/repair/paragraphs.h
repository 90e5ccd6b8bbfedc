/* SPDX-License-Identifier: MIT
 * What paragraphs are decided by: breaks between lines (breaks.c), and the place of each
 * line in its paragraph (filling.c). */
#ifndef CORE_REPAIR_PARAGRAPHS_H
#define CORE_REPAIR_PARAGRAPHS_H

#include "core/repair/passes.h"

/* Where a line stands in its paragraph: the sum of the two. */
enum place { PLACE_INSIDE, PLACE_FIRST = 1, PLACE_LAST = 2, PLACE_ONLY = PLACE_FIRST + PLACE_LAST };

/* Points for a paragraph to end between two body pieces that follow each other. */
float break_points(const struct work *work, const struct piece *before, const struct piece *after,
                   struct ledger *ledger);

/* Points for a line to stand in that place by how it fills its column, times `amount`. */
float filling_points(const struct work *work, const struct piece *piece, enum place place, float amount,
                     struct ledger *ledger);

/* Its points in each place, asked at once. */
void filling_places(const struct work *work, const struct piece *piece, float points[PLACE_ONLY + 1]);

#endif
