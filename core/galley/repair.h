/* SPDX-License-Identifier: MIT
 * The repair: from facts to readings, pass by pass (core/repair/passes.c has the
 * table).  Each pass adds up evidence; nothing is changed in the facts. */
#ifndef GALLEY_REPAIR_H
#define GALLEY_REPAIR_H

#include <galley/finding.h>
#include <galley/issue.h>
#include <galley/source.h>

/* Repairs an issue in place and checks the law of conservation at the end.
 * Readings that the reader handed over are left as they are (only the law is
 * checked).  `progress`, if given, is called with pages done and pages in all.
 * GALLEY_OK, GALLEY_LIMIT, GALLEY_MEMORY, GALLEY_FORMAT when hints or profile cannot be
 * read, or GALLEY_INTERNAL when the law is broken. */
typedef struct galley_repair_options {
    const char *language; /* BCP 47, or NULL: found from the text */
    bool explain;         /* keep every decision with its evidence in issue->decisions */
    const char *weights;  /* other points for some evidence, for experiments:
                             "breaks.lead=0,roles.clauses=3"; NULL: none */
    void (*progress)(void *state, size_t done, size_t total);
    void *progress_state;
    const galley_source *hints;   /* an editor's corrections (doc/hints.md), or NULL */
    const galley_source *profile; /* what is particular to the newspaper, or NULL; both sources stay
                                     yours and must outlive the call */
} galley_repair_options;

GALLEY_API galley_status galley_repair(galley_issue *issue, const galley_repair_options *options,
                                       galley_findings *findings);

/* A source of evidence: what may speak for or against a decision. */
typedef struct galley_evidence_source {
    const char *table;  /* of the decision: "paragraphs" */
    const char *name;   /* "lead"; `weights` names it "breaks.lead" */
    float points;       /* that it counts, unless `weights` says otherwise */
    const char *reason; /* in plain words */
} galley_evidence_source;

/* The sources of evidence one by one, in a fixed order; false past the end. */
GALLEY_API bool galley_repair_evidence(size_t index, galley_evidence_source *out);

/* The passes in their order: name and one line on what it does; NULL past the end. */
GALLEY_API const char *galley_repair_pass(size_t index, const char **summary);

#endif
