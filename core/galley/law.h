/* SPDX-License-Identifier: MIT
 * The law of conservation: every non-space character of the facts stands in
 * exactly one reading or piece of furniture, in its order, and no reading holds
 * a character that its facts do not have. */
#ifndef GALLEY_LAW_H
#define GALLEY_LAW_H

#include <galley/finding.h>
#include <galley/issue.h>

typedef struct galley_law_report {
    size_t characters; /* non-space characters of the facts */
    size_t lost;       /* in no reading and no furniture */
    size_t doubled;    /* in more than one */
    size_t invented;   /* in a reading, but not in its spans, or in another order */
} galley_law_report;

/* Checks the whole issue; a broken law is also reported as GALLEY_FATAL findings
 * with their places ("law.lost", "law.doubled", "law.invented").  Returns
 * GALLEY_OK, GALLEY_INTERNAL, or GALLEY_MEMORY. */
GALLEY_API galley_status galley_law_check(const galley_issue *issue, galley_findings *findings,
                                          galley_law_report *out);

#endif
