/* SPDX-License-Identifier: MIT
 * What a piece of an article is.  Markdown has no words for most of it, so a comment in
 * front of the article names the pieces one by one. */
#ifndef PLUGINS_MARKDOWN_ROLE_H
#define PLUGINS_MARKDOWN_ROLE_H

#include <galley/slice.h>

typedef enum markdown_role {
    MARKDOWN_SECTION,
    MARKDOWN_KICKER,
    MARKDOWN_HEADLINE,
    MARKDOWN_SUBHEADLINE,
    MARKDOWN_BYLINE,
    MARKDOWN_DATELINE,
    MARKDOWN_FROM, /* a pointer to the part before */
    MARKDOWN_TEXT,
    MARKDOWN_CROSSHEAD,
    MARKDOWN_QUOTATION,
    MARKDOWN_PICTURE,
    MARKDOWN_CAPTION, /* of the picture before it, with its credit */
    MARKDOWN_FIGURE,  /* a caption without a picture */
    MARKDOWN_LABEL,   /* the heading of the list or table behind it */
    MARKDOWN_LIST,
    MARKDOWN_TABLE,
    MARKDOWN_CREDIT,
    MARKDOWN_ON,  /* a pointer to the part behind */
    MARKDOWN_WAY, /* to the files before and behind */
    MARKDOWN_ROLE_COUNT
} markdown_role;

const char *markdown_role_name(markdown_role role);
bool markdown_role_parse(galley_slice name, markdown_role *out);

#endif
