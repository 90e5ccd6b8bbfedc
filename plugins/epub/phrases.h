/* SPDX-License-Identifier: MIT
 * The few words that the book itself says (Contents, Previous, page 2 …), in the
 * language of the issue.  All else in the book was printed in the newspaper. */
#ifndef PLUGINS_EPUB_PHRASES_H
#define PLUGINS_EPUB_PHRASES_H

#include <galley/slice.h>

/* What stands before and after a number or a name. */
typedef struct epub_affix {
    const char *before, *after;
} epub_affix;

typedef struct epub_phrases {
    const char *language; /* a language tag without its region */
    epub_affix number;    /* of an issue: 第…期 */
    epub_affix page;      /* 第…版 */
    epub_affix continued_on, continued_from;
    epub_affix year, month, day; /* of a printed date; year.after NULL: written as 2024-02-29 */
    const char *cover, *title_page, *contents, *pages, *landmarks, *start;
    const char *previous, *next;
    const char *photo, *notice, *ad, *guide;
    const char *newspaper; /* the title of an issue that has none */
    const char *summary;   /* of the accessibility metadata */
} epub_phrases;

/* The phrases of a language (BCP 47): the longest tag that is known, else English. */
const epub_phrases *epub_phrases_of(galley_slice language);

/* Whether a language is written from right to left. */
bool epub_right_to_left(galley_slice language);

#endif
