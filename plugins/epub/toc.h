/* SPDX-License-Identifier: MIT
 * The contents of a book: where its parts begin and what they are called, from the
 * navigation document of EPUB 3, else from the NCX of EPUB 2. */
#ifndef PLUGINS_EPUB_TOC_H
#define PLUGINS_EPUB_TOC_H

#include "plugins/epub/open.h"

typedef struct epub_point {
    galley_slice path, fragment; /* an empty path: it only groups those below it */
    galley_slice label;
    unsigned depth; /* from 1 */
    size_t parent;  /* SIZE_MAX: none */
    size_t order;   /* in the contents */
    bool begins;    /* an article begins there */
    bool met;       /* its place was found */
} epub_point;

typedef GALLEY_VECTOR(epub_point) epub_toc;

/* In the order of the contents; nothing when the book has none. */
galley_status epub_toc_read(const epub_package *book, epub_toc *toc);

#endif
