/* SPDX-License-Identifier: MIT
 * What speaks for a head: that it stands with this body, that it is a teaser, that
 * it is a crosshead.  heads.c adds the answers up over the page. */
#ifndef CORE_REPAIR_MATCH_H
#define CORE_REPAIR_MATCH_H

#include "core/repair/work.h"

/* What a cluster gave away; a bit each. */
enum { TO_BEFORE = 1, TO_AFTER = 2, OUTCOMES = 4 };

struct chain {
    struct work *work;
    float lean; /* > 0: heads stand above their bodies on this page */
};

static inline const uint32_t *lines_of(const struct cluster *cluster)
{
    return cluster->pieces.items;
}

/* How much of the line that shares most stands in a body: 0..1. */
float share_of(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document);

/* Points for a group as the head of story `of`, from the side that `owner` says. */
float match_points(const struct chain *chain, const uint32_t *pieces, uint32_t count, uint32_t of, int owner);

/* Points for a group as a teaser of this cluster. */
float teaser_points(const struct chain *chain, const struct cluster *cluster, const uint32_t *pieces, uint32_t count);

/* Points for a cluster as a crosshead; -INFINITY when it cannot be one. */
float crosshead_points(const struct work *work, const struct cluster *cluster);

#endif
