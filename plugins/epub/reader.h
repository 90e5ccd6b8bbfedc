/* SPDX-License-Identifier: MIT
 * EPUB in: Galley's own books as the issues they were, everybody else's as documents
 * with headings. */
#ifndef PLUGINS_EPUB_READER_H
#define PLUGINS_EPUB_READER_H

#include <galley/plugin.h>

#include "plugins/epub/open.h"

int epub_probe(galley_slice bytes, bool whole, const char *name);

galley_status epub_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings);

/* The two ways; what went wrong has left a finding. */
galley_status epub_read_ours(const epub_package *book, galley_issue *issue);
galley_status epub_read_others(const epub_package *book, galley_issue *issue, const char *split);

#endif
