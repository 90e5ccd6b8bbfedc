/* SPDX-License-Identifier: MIT
 * The front matter: what is known of the issue, or of one article, for programs. */
#ifndef PLUGINS_MARKDOWN_MATTER_H
#define PLUGINS_MARKDOWN_MATTER_H

#include "plugins/markdown/sheet.h"

/* Of the issue. */
void markdown_put_matter(markdown_sheet *sheet);

/* Of the only article of a file; the files before and behind it, or NULL. */
void markdown_put_article_matter(markdown_sheet *sheet, uint32_t index, const char *previous, const char *next);

/* A source without its folders, which are nobody's business but of the machine it was read on. */
galley_slice markdown_file_name(galley_slice source);

/* The keys and values of the meta data, in the order in which they are written, for the
 * reader, too.  Returns how many there are. */
typedef struct markdown_entry {
    const char *key;
    galley_slice *value;
} markdown_entry;
#define MARKDOWN_ENTRY_COUNT 18
void markdown_entries(galley_meta *meta, markdown_entry out[MARKDOWN_ENTRY_COUNT]);

#endif
