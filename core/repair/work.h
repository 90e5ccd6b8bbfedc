/* SPDX-License-Identifier: MIT
 * What the passes share while one page is repaired.  A page is cut into pieces
 * (a piece is a line, or the part of a line that is one thing); every pass reads
 * what earlier passes found of them and adds its own.  All of it lives in a
 * scratch arena that is emptied after each page, so the cost of a page does not
 * grow with the number of pages. */
#ifndef CORE_REPAIR_WORK_H
#define CORE_REPAIR_WORK_H

#include <galley/finding.h>
#include <galley/issue.h>

typedef struct work {
    galley_issue *issue;
    galley_arena *scratch;
    galley_findings *findings;
    uint32_t page; /* index of the page being repaired */
} work;

/* A pass over one page; returns GALLEY_OK, GALLEY_LIMIT or GALLEY_MEMORY. */
galley_status repair_remainder(galley_issue *issue, uint32_t first_line, uint32_t end_line);

#endif
