/* SPDX-License-Identifier: MIT
 * Whether Markdown is a document that somebody wrote, or what a recogniser made of a page. */
#ifndef PLUGINS_MARKDOWN_WEIGH_H
#define PLUGINS_MARKDOWN_WEIGH_H

#include "plugins/markdown/tree.h"

/* What speaks for a recogniser, added up over the files: 2 points are enough. */
#define MARKDOWN_LOOSE 2

typedef struct markdown_weighing {
    size_t paragraphs, broken; /* those of some length, and those that end within a sentence */
    size_t headings[7];
    bool page_marks, fenced, front;
} markdown_weighing;

void markdown_weigh(markdown_weighing *weighing, const markdown_file *file);

/* The points, and the strongest reason in words. */
int markdown_points(const markdown_weighing *weighing, const char **reason);

#endif
