/* SPDX-License-Identifier: MIT
 * What the book says of itself: its name, date, number and language. */
#ifndef PLUGINS_EPUB_METADATA_H
#define PLUGINS_EPUB_METADATA_H

#include "plugins/epub/book.h"

/* Fills language, phrases, name, title, date, day, number, modified and direction of
 * a book that knows its issue and arena.  Never the time of day, never the locale:
 * `modified` is SOURCE_DATE_EPOCH where the environment has it, else the issue's
 * date, else the first day of 1980. */
void epub_metadata_fill(epub_book *book);

#endif
