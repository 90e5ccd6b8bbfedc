/* SPDX-License-Identifier: MIT
 * Names of persons in a run of characters: where does one end and the next begin?
 * An East Asian name is a surname of one or two characters and one or two more; in an
 * alphabet a name is words with capitals. */
#ifndef CORE_TEXT_PERSON_H
#define CORE_TEXT_PERSON_H

#include "core/text/language.h"

/* What the page shows before a character. */
enum person_gap {
    PERSON_TIGHT,  /* no space */
    PERSON_GAP,    /* a space that may be meant */
    PERSON_UNKNOWN /* a line end, or a spaced-out line where spaces mean nothing */
};

/* Cuts `count` characters into names.  Sets `starts[i]` where a name begins.  False
 * when the run cannot be all names; *score says how well it reads as names (0..1). */
bool person_split(const language *pack, const uint32_t *codes, const uint8_t *gap, size_t count, bool *starts,
                  float *score);

#endif
