/* SPDX-License-Identifier: MIT
 * Galley's own Markdown back into readings. */
#ifndef PLUGINS_MARKDOWN_OURS_H
#define PLUGINS_MARKDOWN_OURS_H

#include "plugins/markdown/tree.h"

/* Whether comments in the file say what its pieces are. */
bool markdown_is_ours(galley_arena *scratch, const markdown_file *file);

/* Adds the pages and articles of the file that is read; links between articles and the
 * pages of mastheads are set by the last call. */
typedef struct markdown_ours markdown_ours;
markdown_ours *markdown_ours_new(markdown_reading *read);
void markdown_ours_read(markdown_ours *ours);
void markdown_ours_finish(markdown_ours *ours);

#endif
