/* SPDX-License-Identifier: MIT
 * Somebody's document with headings, as articles. */
#ifndef PLUGINS_MARKDOWN_DOCUMENT_H
#define PLUGINS_MARKDOWN_DOCUMENT_H

#include "plugins/markdown/tree.h"

/* Adds the file that is read: a page, and its articles. */
void markdown_read_document(markdown_reading *read);

#endif
