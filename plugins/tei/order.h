/* SPDX-License-Identifier: MIT
 * The order of the text: which articles stand on which page, in the order of the issue. */
#ifndef PLUGINS_TEI_ORDER_H
#define PLUGINS_TEI_ORDER_H

#include <galley/issue.h>

/* Indexes sorted by page: those of page k are items[begins[k]] up to items[begins[k + 1]]. */
typedef struct tei_bins {
    uint32_t *items;
    size_t *begins;
} tei_bins;

typedef struct tei_order {
    tei_bins articles;
    uint32_t pages; /* of the issue, or one where it has none */
} tei_order;

/* Lives in `arena`; false when there is no memory. */
bool tei_order_make(galley_arena *arena, const galley_issue *issue, tei_order *out);

/* Whether the `count` articles then stand in another order than the issue keeps them in. */
bool tei_order_is_other(const tei_order *order, size_t count);

#endif
