/* SPDX-License-Identifier: MIT
 * The names of the pieces of an article, as its comment has them, taken one by one. */
#ifndef PLUGINS_MARKDOWN_NAMES_H
#define PLUGINS_MARKDOWN_NAMES_H

#include "plugins/markdown/comment.h"

typedef struct markdown_name {
    markdown_role role;
    bool above;     /* it is not printed: a heading above says it */
    uint32_t level; /* of crossheads */
    size_t count;   /* of pieces */
} markdown_name;

typedef struct markdown_names {
    GALLEY_VECTOR(markdown_name) items;
    size_t next;
    bool changed; /* names were missing, or passed over */
} markdown_names;

/* For a set of roles. */
#define MARKDOWN_ROLE_BIT(role) (1u << (role))

void markdown_names_take(galley_arena *arena, const markdown_comment *comment, markdown_names *out);

/* The next name if it is one of what is not printed; false when it is not. */
bool markdown_names_above(markdown_names *names, markdown_name *out);

/* The next name whose role is one of `fit`; those before it are passed over.  False when there is
 * none: *out is left as it is. */
bool markdown_names_next(markdown_names *names, unsigned fit, markdown_name *out);

/* Whether all names were taken, each in its turn. */
bool markdown_names_fit(const markdown_names *names);

#endif
