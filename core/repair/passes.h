/* SPDX-License-Identifier: MIT
 * The table of passes, in the order in which they run. */
#ifndef CORE_REPAIR_PASSES_H
#define CORE_REPAIR_PASSES_H

#include "core/repair/work.h"

struct repair_pass {
    const char *name;
    const char *summary;                                                    /* one line */
    galley_status (*page)(struct work *work);                               /* for each page, or NULL */
    galley_status (*issue)(galley_issue *issue, galley_findings *findings); /* once at the end, or NULL */
};

extern const struct repair_pass repair_passes[]; /* ends with a row without a name */

/* Whether a pass runs: those that the others can do without are left out at no points. */
bool pass_runs(const struct repair_pass *pass, const struct weights *weights);

/* The tables of evidence, each in the file that decides by it (evidence.c lists them). */
extern const struct evidence pass_evidence[];
extern const uint32_t pass_rows;
extern const struct evidence measure_evidence[];
extern const uint32_t measure_rows;
extern const struct evidence role_evidence[];
extern const uint32_t role_rows;
extern const struct evidence beside_evidence[];
extern const uint32_t beside_rows;
extern const struct evidence masthead_evidence[];
extern const uint32_t masthead_rows;
extern const struct evidence caption_evidence[];
extern const uint32_t caption_rows;
extern const struct evidence cut_evidence[];
extern const uint32_t cut_rows;
extern const struct evidence head_evidence[];
extern const uint32_t head_rows;
extern const struct evidence teaser_evidence[];
extern const uint32_t teaser_rows;
extern const struct evidence crosshead_evidence[];
extern const uint32_t crosshead_rows;
extern const struct evidence part_evidence[];
extern const uint32_t part_rows;
extern const struct evidence seam_evidence[];
extern const uint32_t seam_rows;
extern const struct evidence confidence_evidence[];
extern const uint32_t confidence_rows;
extern const struct evidence break_evidence[];
extern const uint32_t break_rows;
extern const struct evidence filling_evidence[];
extern const uint32_t filling_rows;

galley_status repair_continuations(galley_issue *issue, galley_findings *findings);
galley_status repair_names(galley_issue *issue, galley_findings *findings);

#endif
