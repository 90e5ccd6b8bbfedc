/* SPDX-License-Identifier: MIT
 * What speaks for a head: that it stands with this body, that it is a teaser, that
 * it is a crosshead.  heads.c adds the answers up over the page. */
#ifndef CORE_REPAIR_MATCH_H
#define CORE_REPAIR_MATCH_H

#include "core/repair/passes.h"

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

/* A group of lines as the head of a story. */
struct claim {
    const uint32_t *pieces;
    uint32_t count;
    uint32_t of; /* the story */
    int owner;   /* from which side: TO_BEFORE, TO_AFTER */
    bool apart;  /* other lines of the cluster stand between */
};

/* Points for a claim by the words and the form of its lines, which are the same whatever
 * the rest of the page does; a ledger, here and below, keeps the parts. */
float claim_points(const struct work *work, const struct claim *claim, struct ledger *ledger);

/* Those points with what the place of the lines adds. */
float add_place(const struct chain *chain, const struct claim *claim, float points, struct ledger *ledger);

/* Those points where the head stands elsewhere on the page. */
float add_distance(const struct work *work, float points, struct ledger *ledger);

/* What a text pays that stays without a head. */
float headless_points(const struct work *work, uint32_t of, struct ledger *ledger);

/* Points for a group as a teaser of this cluster. */
float teaser_points(const struct chain *chain, const struct cluster *cluster, const uint32_t *pieces, uint32_t count,
                    struct ledger *ledger);

/* Points for a cluster as a crosshead; -INFINITY when it cannot be one. */
float crosshead_points(const struct work *work, const struct cluster *cluster, struct ledger *ledger);

/* Heads and texts left over, matched across the page (strays.c).  GALLEY_MEMORY. */
galley_status match_strays(struct work *work);

#endif
