/* SPDX-License-Identifier: MIT
 * Which article a teaser announces, where that is sure. */
#ifndef PLUGINS_EPUB_ANNOUNCE_H
#define PLUGINS_EPUB_ANNOUNCE_H

#include "plugins/epub/book.h"

/* Fills `announced` of the teasers of a book whose entries have their targets. */
void epub_announce(epub_book *book);

#endif
