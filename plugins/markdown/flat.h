/* SPDX-License-Identifier: MIT
 * The text of a block of somebody's document, with its emphasis and links as marks. */
#ifndef PLUGINS_MARKDOWN_FLAT_H
#define PLUGINS_MARKDOWN_FLAT_H

#include "plugins/markdown/tree.h"

typedef struct markdown_flat {
    galley_text text;
    cmark_node *image;      /* the first picture */
    cmark_node_type around; /* what all of the text stands in: emphasis, strong emphasis, or nothing */
} markdown_flat;

markdown_flat markdown_flatten(markdown_reading *read, cmark_node *block);

#endif
