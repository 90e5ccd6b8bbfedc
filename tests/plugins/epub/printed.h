/* SPDX-License-Identifier: MIT
 * Invented issues for the tests of the EPUB writer, and the writing of them. */
#ifndef TESTS_PLUGINS_EPUB_PRINTED_H
#define TESTS_PLUGINS_EPUB_PRINTED_H

#include "tests/plugins/epub/opened.h"
#include "tests/plugins/made_issue.h"

/* Where nav.xhtml lists the articles and the printed pages. */
#define TOC "//h:nav[@epub:type='toc']"
#define PAGES "//h:nav[@epub:type='page-list']"

/* An issue of two pages with every kind of article and block; you own it. */
galley_issue *printed_issue(void);

/* An issue as a book, opened again; the findings may be NULL. */
opened *printed_book(const galley_issue *issue, galley_findings *findings);

#endif
