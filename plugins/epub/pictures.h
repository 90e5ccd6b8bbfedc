/* SPDX-License-Identifier: MIT
 * Pictures of a book that is read: the bytes of an <img> and what it says of itself. */
#ifndef PLUGINS_EPUB_PICTURES_H
#define PLUGINS_EPUB_PICTURES_H

#include <galley/issue.h>

#include "plugins/epub/open.h"

/* The picture that an element of the document at `path` shows, as an image of the issue of that
 * name.  One that is not in the book, or damaged, is left out with a finding (epub.picture):
 * NULL. */
galley_image *epub_picture_take(const epub_package *book, galley_issue *issue, galley_slice path, const epub_node *node,
                                galley_slice name);

/* Of each picture of the issue, which row of the manifest it came from. */
typedef GALLEY_VECTOR(size_t) epub_picture_rows;

/* Notes it for a picture that was taken last. */
void epub_picture_note(const epub_package *book, epub_picture_rows *rows, const galley_issue *issue, galley_slice path,
                       const epub_node *node);

/* Puts the pictures into the order of the manifest, which is the one they had. */
void epub_pictures_sort(const epub_package *book, galley_issue *issue, const epub_picture_rows *rows);

#endif
