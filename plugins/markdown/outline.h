/* SPDX-License-Identifier: MIT
 * What the levels of headings mean in somebody's document. */
#ifndef PLUGINS_MARKDOWN_OUTLINE_H
#define PLUGINS_MARKDOWN_OUTLINE_H

#include "plugins/markdown/tree.h"

/* Levels from 1; 0: there is none of that kind. */
typedef struct markdown_outline {
    int title;   /* one heading over everything */
    int section; /* headings with nothing but articles below them */
    int article;
} markdown_outline;

markdown_outline markdown_outline_of(const markdown_file *file);

#endif
