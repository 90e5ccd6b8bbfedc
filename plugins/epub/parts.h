/* SPDX-License-Identifier: MIT
 * The parts of the book; each is a file of this folder and only reads the book. */
#ifndef PLUGINS_EPUB_PARTS_H
#define PLUGINS_EPUB_PARTS_H

#include "plugins/epub/part.h"

void epub_write_container(epub_press *press, const epub_book *book);  /* META-INF/container.xml */
void epub_write_package(epub_press *press, const epub_book *book);    /* package.opf */
void epub_write_navigation(epub_press *press, const epub_book *book); /* nav.xhtml */
void epub_write_ncx(epub_press *press, const epub_book *book);        /* toc.ncx */
void epub_write_cover(epub_press *press, const epub_book *book);      /* cover.svg, cover.xhtml */
void epub_write_title_page(epub_press *press, const epub_book *book); /* title.xhtml */

/* Documents of the reading order: the front of a page, an article. */
void epub_write_front(epub_press *press, const epub_book *book, size_t document);
void epub_write_article(epub_press *press, const epub_book *book, size_t document);

/* For both: the links to the documents before and after, and to the contents. */
void epub_put_way(epub_part *part, size_t document);

#endif
