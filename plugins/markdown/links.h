/* SPDX-License-Identifier: MIT
 * What articles say of others and of their page by id, set when all of them are there. */
#ifndef PLUGINS_MARKDOWN_LINKS_H
#define PLUGINS_MARKDOWN_LINKS_H

#include <galley/issue.h>

typedef struct markdown_link {
    galley_article *article;
    galley_slice page, continues, continued_in; /* ids, which may be empty */
} markdown_link;

typedef struct markdown_links {
    GALLEY_VECTOR(markdown_link) items;
} markdown_links;

void markdown_links_add(galley_arena *arena, markdown_links *links, markdown_link link);
void markdown_links_set(galley_arena *scratch, const galley_issue *issue, const markdown_links *links);

#endif
