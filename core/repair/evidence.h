/* SPDX-License-Identifier: MIT
 * Evidence: what speaks for or against a decision, and how many points it is worth.
 * Each file that decides has a table of its own; a row is a name, its points, and the
 * reason in plain words.  A decision is the sum over the rows that apply.  The sum is
 * all that is needed to decide; when somebody asks why, the same function runs once
 * more with a ledger, and the parts are kept.
 *
 *     struct scale scale = scale_new(work, EVIDENCE_BREAKS, ledger);   ledger may be NULL
 *     weigh(&scale, SENTENCE_ENDS, 1);                                     a yes
 *     weigh(&scale, LITTLE_WORDS, share);                                  so much of it
 *     return scale.sum; */
#ifndef CORE_REPAIR_EVIDENCE_H
#define CORE_REPAIR_EVIDENCE_H

#include <galley/issue.h>

struct evidence {
    const char *name;   /* "sentence-ends"; with its table: "breaks.sentence-ends" */
    float points;       /* for the decision; negative: against it */
    const char *reason; /* "the sentence before it has ended" */
};

/* The files that decide. */
enum evidence_table {
    EVIDENCE_PASSES, /* which passes run at all */
    EVIDENCE_MEASURE,
    EVIDENCE_ROLES,
    EVIDENCE_BESIDE,
    EVIDENCE_MASTHEAD,
    EVIDENCE_CAPTIONS,
    EVIDENCE_CUTS,
    EVIDENCE_HEADS,
    EVIDENCE_TEASERS,
    EVIDENCE_CROSSHEADS,
    EVIDENCE_PARTS,
    EVIDENCE_SEAMS,
    EVIDENCE_BREAKS,
    EVIDENCE_FILLING,
    EVIDENCE_CONFIDENCE,
    EVIDENCE_TABLES
};

struct evidence_rows {
    const char *name; /* of the table: "paragraphs" */
    const struct evidence *rows;
    const uint32_t *count;
};

extern const struct evidence_rows evidence_tables[EVIDENCE_TABLES];

/* The points in force, row by row: those of the tables but for what a caller changed
 * ("breaks.lead=0,roles.clauses=3"). */
struct weights {
    const float *of[EVIDENCE_TABLES];
};

/* Sets *out; everything lives in the arena.  GALLEY_USAGE where `changes` (may be NULL)
 * names no row, with the name as *wrong; GALLEY_MEMORY. */
galley_status weights_load(galley_arena *arena, const char *changes, struct weights *out, galley_slice *wrong);

/* The parts of one sum. */
struct ledger_entry {
    const struct evidence *row;
    float points; /* what it came to */
};

struct ledger {
    galley_arena *arena;
    GALLEY_VECTOR(struct ledger_entry) entries;
};

struct scale {
    const float *weights;
    const struct evidence *rows;
    struct ledger *ledger; /* NULL: nobody asks */
    float sum;
};

void ledger_add(struct ledger *ledger, const struct evidence *row, float points);

/* Most rows do not hold of most lines, and cost a look each. */
static inline void weigh(struct scale *scale, uint32_t row, float amount)
{
    if (amount == 0)
        return;
    float points = scale->weights[row] * amount;
    scale->sum += points;
    if (scale->ledger && points != 0)
        ledger_add(scale->ledger, scale->rows + row, points);
}

#endif
