/* SPDX-License-Identifier: MIT
 * Issues made by hand, for the tests of the writers: readings without facts, which a
 * writer does not need; and the writing of them with the format that is linked in. */
#ifndef TESTS_PLUGINS_MADE_ISSUE_H
#define TESTS_PLUGINS_MADE_ISSUE_H

#include <galley/plugin.h>

/* An issue without anything but a language; you own it. */
galley_issue *made_empty(const char *language);

galley_text made_text(galley_issue *issue, const char *text);
void made_page(galley_issue *issue, const char *number, const char *section);
galley_article *made_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline);
galley_block *made_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text);
/* The items of a list or the cells of a table. */
void made_items(galley_issue *issue, galley_block *block, const char *const *texts, uint32_t count);

/* Writes with one option set (name NULL: none); the findings may be NULL; drop the sink. */
galley_sink *made_written(const galley_issue *issue, const char *name, const char *value, galley_findings *findings);

#endif
