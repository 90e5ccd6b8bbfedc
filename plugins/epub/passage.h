/* SPDX-License-Identifier: MIT
 * An article of a book of Galley's: its head, blocks and links, out of the elements and
 * classes that the writer gave them.  Nothing is guessed; what has no class that is known
 * is a paragraph. */
#ifndef PLUGINS_EPUB_PASSAGE_H
#define PLUGINS_EPUB_PASSAGE_H

#include "plugins/epub/facts.h"
#include "plugins/epub/open.h"
#include "plugins/epub/pictures.h"

/* A link to another part of an article: a path with its fragment, as it was written. */
typedef struct epub_way {
    size_t article; /* in the order of the book */
    bool from;      /* it continues that one; else it is continued there */
    galley_slice path, fragment;
} epub_way;

/* From byte `at` of a text on, it stands on the page whose front is that document. */
typedef struct epub_leaf {
    epub_turn turn; /* its page is not known yet */
    galley_slice front;
} epub_leaf;

typedef struct epub_passage {
    const epub_package *book;
    galley_issue *issue;
    galley_article *article;
    size_t index;       /* of the article, in the order of the book */
    galley_slice path;  /* of the document */
    galley_slice front; /* where the text is now: the document of a page; empty: the article's own */
    GALLEY_VECTOR(epub_way) ways;
    GALLEY_VECTOR(epub_leaf) leaves;
    epub_picture_rows rows; /* of the pictures */
} epub_passage;

/* Fills passage->article from its element. */
void epub_passage_read(epub_passage *passage, const epub_node *element);

#endif
