/* SPDX-License-Identifier: MIT
 * The few words that the document itself says (page 2, continued on …), in the
 * language of the issue.  All else was printed in the newspaper. */
#ifndef PLUGINS_MARKDOWN_PHRASES_H
#define PLUGINS_MARKDOWN_PHRASES_H

#include <galley/slice.h>

/* What stands before and after a number or a name. */
typedef struct markdown_affix {
    const char *before, *after;
} markdown_affix;

typedef struct markdown_phrases {
    const char *language; /* a language tag without its region */
    markdown_affix page, continued_on, continued_from;
} markdown_phrases;

/* The phrases of a language (BCP 47): the longest tag that is known, else English. */
const markdown_phrases *markdown_phrases_of(galley_slice language);

#endif
