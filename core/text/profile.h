/* SPDX-License-Identifier: MIT
 * Title profiles: what is particular to one newspaper, as an ini file like those of the
 * languages.  doc/hints.md says what may stand in one. */
#ifndef CORE_TEXT_PROFILE_H
#define CORE_TEXT_PROFILE_H

#include <galley/source.h>

#include "core/text/language.h"

#define PROFILE_COLUMNS 16 /* measures that are kept */

struct profile {
    galley_slice title, issn, cn, publisher, language; /* empty: not said */
    galley_slice titles, sections, reporters, words;   /* lists, parted by spaces */
    float columns[PROFILE_COLUMNS];                    /* in characters */
    size_t column_count;
};

/* Reads a profile; a bad line is one fatal finding each.  GALLEY_FORMAT then, or
 * GALLEY_MEMORY.  All lives in the arena. */
galley_status profile_parse(galley_arena *arena, const galley_source *source, galley_findings *findings,
                            const struct profile **out);

/* The pack of the issue's language with the newspaper's own words added; NULL without memory. */
const language *profile_extend(galley_arena *arena, const language *pack, const struct profile *profile);

/* Fills what the issue does not say of itself.  Where it says otherwise its own words
 * stand, and a finding tells. */
galley_status profile_fill(const struct profile *profile, const char *file, galley_issue *issue,
                           galley_findings *findings);

#endif
