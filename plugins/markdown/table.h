/* SPDX-License-Identifier: MIT
 * Tables: those of HTML, and those that many dialects write with pipes. */
#ifndef PLUGINS_MARKDOWN_TABLE_H
#define PLUGINS_MARKDOWN_TABLE_H

#include "plugins/markdown/html.h"
#include "plugins/markdown/tree.h"

/* Fills a block with cells; short rows are filled up, but for the last. */
void markdown_fill_table(galley_arena *arena, galley_block *block, const html_table *table);

/* Whether a paragraph is a table: its second line is one of dashes between pipes. */
bool markdown_is_pipes(const markdown_file *file, cmark_node *paragraph);

/* Its cells, as texts without marks. */
void markdown_read_pipes(markdown_reading *read, cmark_node *paragraph, html_table *out);

#endif
