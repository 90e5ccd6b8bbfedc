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

#endif
