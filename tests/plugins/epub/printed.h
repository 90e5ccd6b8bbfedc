/* SPDX-License-Identifier: MIT
 * Invented issues for the tests of the EPUB writer, and the writing of them. */
#ifndef TESTS_PLUGINS_EPUB_PRINTED_H
#define TESTS_PLUGINS_EPUB_PRINTED_H

#include <galley/plugin.h>

#include "tests/plugins/epub/opened.h"

/* An issue of two pages with every kind of article and block; you own it. */
galley_issue *printed_issue(void);

/* The pieces it is made of. */
galley_issue *printed_empty(const char *language);
void printed_page(galley_issue *issue, const char *number, const char *section);
galley_article *printed_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline);
galley_block *printed_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text);
galley_text printed_text(galley_issue *issue, const char *text);

/* Writes it with one option set (name NULL: none); the findings may be NULL. */
galley_sink *printed_write(const galley_issue *issue, const char *name, const char *value, galley_findings *findings);
opened *printed_book(const galley_issue *issue);

#endif
