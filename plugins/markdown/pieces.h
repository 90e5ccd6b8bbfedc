/* SPDX-License-Identifier: MIT
 * The lines of a paragraph that Galley wrote: parted by hard breaks, and by nothing else. */
#ifndef PLUGINS_MARKDOWN_PIECES_H
#define PLUGINS_MARKDOWN_PIECES_H

#include "plugins/markdown/tree.h"

typedef struct markdown_piece {
    galley_text whole; /* all of it, with the marks that are HTML */
    galley_text full;  /* the same, with emphasis and links that somebody wrote in Markdown's own way */
    galley_text text;  /* without the emphasis that ends it, and without the space before that */
    galley_text tail;  /* the emphasis that ends it */
} markdown_piece;

typedef struct markdown_pieces {
    GALLEY_VECTOR(markdown_piece) items; /* those that have any text */
    galley_slice comment;                /* the comment that ends the paragraph; empty: none */
    cmark_node *image;                   /* the first picture */
} markdown_pieces;

/* Texts are the issue's. */
markdown_pieces markdown_take_pieces(markdown_reading *read, cmark_node *paragraph);

#endif
