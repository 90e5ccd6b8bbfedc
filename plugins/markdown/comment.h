/* SPDX-License-Identifier: MIT
 * The comments of Galley's own Markdown: what no reader of the page sees, and what a
 * program needs to take it apart again.
 *
 *     <!-- news id="p1-l0015" byline="Ann Reed" kicker headline text*4 -->
 *
 * A word says what begins here, attributes what is known of it, more words what stands
 * behind the comment, one after the other: `text*4` is four texts, `^section` a section
 * that is not printed because a heading above says it already. */
#ifndef PLUGINS_MARKDOWN_COMMENT_H
#define PLUGINS_MARKDOWN_COMMENT_H

#include "plugins/markdown/plan.h"
#include "plugins/markdown/sheet.h"

/* Writing.  An attribute without a value is left out. */
void markdown_comment_begin(markdown_sheet *sheet, const char *word);
void markdown_comment_attribute(markdown_sheet *sheet, const char *key, galley_slice value);
void markdown_comment_word(markdown_sheet *sheet, const char *word);
void markdown_comment_parts(markdown_sheet *sheet, const markdown_plan *plan);
void markdown_comment_end(markdown_sheet *sheet);

/* Reading. */
typedef struct markdown_token {
    galley_slice key;   /* of an attribute; else empty */
    galley_slice value; /* of it, or the word */
} markdown_token;

typedef struct markdown_comment {
    galley_slice word;
    GALLEY_VECTOR(markdown_token) tokens;
} markdown_comment;

/* Takes a comment apart, white space around it aside; false when it is none of that form. */
bool markdown_comment_parse(galley_arena *arena, galley_slice html, markdown_comment *out);

/* The value of an attribute, empty when there is none; and whether a word is there. */
galley_slice markdown_comment_value(const markdown_comment *comment, const char *key);
bool markdown_comment_has(const markdown_comment *comment, const char *word);

#endif
