/* SPDX-License-Identifier: MIT
 * Markdown as recognisers and models write it of newspaper pages: facts for the repair. */
#ifndef PLUGINS_MARKDOWN_LOOSE_H
#define PLUGINS_MARKDOWN_LOOSE_H

#include "plugins/markdown/tree.h"

/* Adds the file that is read: its pages with zones and lines, each block a zone. */
void markdown_read_loose(markdown_reading *read);

/* A mark where a page begins, as <!-- page 3 -->, {3}------ or <page_number>3</page_number>: its
 * number, which may be empty. */
bool markdown_is_page_mark(galley_slice text, galley_slice *number);

#endif
