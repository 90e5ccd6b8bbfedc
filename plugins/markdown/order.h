/* SPDX-License-Identifier: MIT
 * The order of a newspaper: its mastheads, what stands on no page, then page by page
 * the teasers and the other articles, and which of them something links to. */
#ifndef PLUGINS_MARKDOWN_ORDER_H
#define PLUGINS_MARKDOWN_ORDER_H

#include <galley/issue.h>

typedef struct markdown_order {
    uint32_t *articles; /* indexes in issue->articles */
    size_t *begins;     /* of each group in `articles`, and one more: where the last one ends */
    bool *linked;       /* for each of issue->articles */
} markdown_order;

/* Groups: the mastheads, the articles of no page, page 0, page 1 … */
enum { MARKDOWN_MASTHEADS, MARKDOWN_PAGELESS, MARKDOWN_PAGES };

/* Lives in `arena`; false when there is no memory. */
bool markdown_order_make(galley_arena *arena, const galley_issue *issue, markdown_order *out);

#endif
