/* SPDX-License-Identifier: MIT
 * The few words that a document itself says (Contents, Previous, page 2 …), in the
 * language of the issue.  All else was printed in the newspaper. */
#ifndef FORMATS_PHRASES_PHRASES_H
#define FORMATS_PHRASES_PHRASES_H

#include <galley/slice.h>

/* What stands before and after a number or a name. */
typedef struct galley_affix {
    const char *before, *after;
} galley_affix;

typedef struct galley_phrases {
    const char *language; /* a language tag without its region */
    galley_affix number;  /* of an issue: 第…期 */
    galley_affix page;    /* 第…版 */
    galley_affix continued_on, continued_from;
    galley_affix year, month, day; /* of a printed date; year.after NULL: written as 2024-02-29 */
    const char *cover, *title_page, *contents, *pages, *landmarks, *start;
    const char *previous, *next;
    const char *photo, *notice, *ad, *guide;
    const char *newspaper; /* the title of an issue that has none */
    /* Of the accessibility metadata: what this is, the page list, pictures or none, who made it. */
    const char *summary, *summary_pages, *summary_pictures, *summary_no_pictures, *summary_end;
} galley_phrases;

/* The phrases of a language (BCP 47): the longest tag that is known, else English. */
const galley_phrases *galley_phrases_of(galley_slice language);

/* Whether a language is written from right to left. */
bool galley_right_to_left(galley_slice language);

#endif
