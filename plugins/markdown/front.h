/* SPDX-License-Identifier: MIT
 * Reads front matter: as much of YAML as one key and one value a line are. */
#ifndef PLUGINS_MARKDOWN_FRONT_H
#define PLUGINS_MARKDOWN_FRONT_H

#include <galley/arena.h>
#include <galley/issue.h>

typedef struct markdown_front {
    size_t length;  /* bytes up to the body; 0: there is no front matter */
    uint32_t lines; /* lines up to it */
    bool issue;     /* it is that of an issue that Galley wrote */
    bool article;   /* or that of one article in a folder */
    size_t unknown; /* lines that say nothing the model has a place for */
} markdown_front;

/* Looks at the beginning of a file, and fills what is still empty of `meta`. */
markdown_front markdown_take_front(galley_arena *arena, galley_slice text, galley_meta *meta);

#endif
