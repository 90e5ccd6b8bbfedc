/* SPDX-License-Identifier: MIT
 * What of an article is written, in its order: planned once, then named in a comment
 * and printed. */
#ifndef PLUGINS_MARKDOWN_PLAN_H
#define PLUGINS_MARKDOWN_PLAN_H

#include <galley/issue.h>

#include "plugins/markdown/role.h"

typedef struct markdown_part {
    markdown_role role;
    bool above;              /* it is not printed: a heading above says it already */
    const galley_text *text; /* or */
    const galley_block *block;
} markdown_part;

typedef struct markdown_plan {
    galley_arena *arena;
    const galley_issue *issue;
    GALLEY_VECTOR(markdown_part) parts;
    GALLEY_VECTOR(markdown_part) copies; /* of the head: said in the comment, as the text has them, too */
    size_t lost_copies;                  /* credits of figures that are not said at all */
    size_t lost_marks;                   /* in copies and tables, which have words only */
} markdown_plan;

/* Plans an article: a part a block. */
void markdown_plan_article(markdown_plan *plan, const galley_article *article);

/* Makes the plan of a teaser or a masthead one of the lines of a paragraph; false, and nothing
 * is changed, when it has more than texts and must be written as an article. */
bool markdown_plan_lines(markdown_plan *plan, const galley_article *article);

/* Whether there is another part of the article to point to. */
bool markdown_has_other(const galley_issue *issue, galley_slice page, uint32_t article);

#endif
