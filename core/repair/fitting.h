/* SPDX-License-Identifier: MIT
 * What lines show of their column's measure when marks are set by one habit
 * (measure.c), and the sequence of measures that explains it best (fitting.c). */
#ifndef CORE_REPAIR_FITTING_H
#define CORE_REPAIR_FITTING_H

#include "core/repair/measure.h"

#define CANDIDATES 12 /* measures of one page */

/* What a piece says of the measure, seen once. */
struct sample {
    float cells;
    float next;     /* cells of what would have been set next */
    float weight;   /* 0: it says nothing */
    bool ends;      /* it ends a sentence */
    bool may_begin; /* the line before it ends a sentence: a paragraph may begin here */
    bool apart;     /* and so may another measure */
};

/* How a compositor sets marks: by so many cells narrower than their square where a line is
 * tight; and whether one that closes a line may hang. */
struct habit {
    float squeeze;
    bool hangs;
};

/* What the lines show when marks are set by one habit. */
struct reading {
    struct habit habit;
    struct sample *samples;
    float measures[CANDIDATES + 1]; /* the last one is 0: none */
    int halves[CANDIDATES + 1];     /* the same in half cells */
    bool known[CANDIDATES + 1];     /* whether the profile names them */
    uint32_t measure_count;         /* with that one */
    uint8_t *chosen;                /* of each line */
    float points;                   /* how well they explain all lines */
};

/* Points of a line in each measure: all lines have as many, so that the compiler can take
 * several at once. */
#define STATES 16

struct step {
    float points[STATES]; /* of the best way to the line that ends in each measure */
    float changed;        /* a way that changes its measure here has at least so many before it */
};

/* How well a line fills a measure that lacks so many cells, when so many would have been
 * set next: it does when they would not have fitted. */
static inline float fills(float lacks, float next)
{
    if (lacks > next + 0.6f || lacks < -2.6f)
        return 0;
    if (lacks < -0.6f)
        return lacks < -1.6f ? 0.2f : 0.6f;
    return lacks > next - 0.4f ? 0.6f : 1;
}

/* Whether the profile of the newspaper has columns of this measure. */
bool is_known_measure(const struct work *work, float measure);

/* Makes room for the points that fit_measures keeps for the page. */
void fit_prepare(struct work *work);

/* Chooses the measure of each of `count` lines, with `steps` for as many. */
void fit_measures(const struct work *work, struct reading *reading, size_t count, struct step *steps);

#endif
