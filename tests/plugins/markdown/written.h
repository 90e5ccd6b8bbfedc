/* SPDX-License-Identifier: MIT
 * Invented issues for the tests of the Markdown writer, and the writing of them. */
#ifndef TESTS_PLUGINS_MARKDOWN_WRITTEN_H
#define TESTS_PLUGINS_MARKDOWN_WRITTEN_H

#include <galley/plugin.h>

galley_text written_text(galley_issue *issue, const char *text);
void written_page(galley_issue *issue, const char *number, const char *section);
galley_article *written_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline);
galley_block *written_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text);
void written_items(galley_issue *issue, galley_block *block, const char *const *texts, uint32_t count);

/* The Markdown of an issue, terminated; free it.  `matter` is the option front-matter. */
char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings);

#endif
