/* SPDX-License-Identifier: MIT
 * Which raw lines a reader gets back from the text alone.  He puts together, in the
 * order of the document, what stands between each <lb/> of a line and the next one (or
 * the end of the text), spaces at the end of such a stretch aside.  The writer does the
 * same in a rehearsal; what comes out otherwise is written in the facsimile. */
#ifndef PLUGINS_TEI_RAW_H
#define PLUGINS_TEI_RAW_H

#include <galley/issue.h>

typedef struct tei_raw {
    const galley_issue *issue;
    uint32_t *given; /* bytes that came back of each line */
    bool *differs;
    uint32_t line;       /* where the text is, or GALLEY_NONE */
    galley_slice spaces; /* heard, to be kept if the stretch goes on */
} tei_raw;

/* Lives in `arena`; false when there is no memory. */
bool tei_raw_make(galley_arena *arena, const galley_issue *issue, tei_raw *out);

/* An <lb/> to where a text goes on in a line, or with GALLEY_NONE an end. */
void tei_raw_line(tei_raw *raw, uint32_t line, uint32_t from);
void tei_raw_hear(tei_raw *raw, galley_slice words);

/* Whether a line must be written; asked after all was heard. */
bool tei_raw_is_due(const tei_raw *raw, uint32_t line);

#endif
