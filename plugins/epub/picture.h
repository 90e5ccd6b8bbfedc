/* SPDX-License-Identifier: MIT
 * The pictures of the issue that go into the book: those whose bytes are there, that are
 * of a kind every reading system shows, and that an article shows. */
#ifndef PLUGINS_EPUB_PICTURE_H
#define PLUGINS_EPUB_PICTURE_H

#include <galley/issue.h>

#include "formats/picture/picture.h"

typedef struct epub_picture {
    const galley_image *image;
    galley_picture seen; /* what its bytes say */
    const char *file;    /* "images/ferry.jpg"; NULL: it is not in the book */
    const char *id;      /* in the manifest */
    bool is_renamed;     /* `file` is not the name that the issue has */
    bool is_shown;       /* by some article */
} epub_picture;

typedef struct epub_album {
    const galley_issue *issue;
    epub_picture *pictures; /* one for each of issue->images */
    size_t count;           /* of these */
    size_t in_book;         /* those that are in the book */
    size_t undescribed;     /* of these, those of which nobody says what they show */
    size_t unshown;         /* that no article shows */
    size_t missing, unfit;  /* shown, but without bytes; of a kind that books do not have */
    bool may_move;          /* one of them may be animated */
} epub_album;

/* Sorts them out; with `wanted` false none is in the book. */
epub_album epub_album_plan(const galley_issue *issue, bool wanted, galley_arena *arena);

/* The picture of a block that is in the book; NULL: none. */
const epub_picture *epub_album_find(const epub_album *album, galley_slice name);

#endif
