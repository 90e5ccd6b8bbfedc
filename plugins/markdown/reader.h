/* SPDX-License-Identifier: MIT
 * Reads Markdown: Galley's own, documents, and what recognisers write of pages. */
#ifndef PLUGINS_MARKDOWN_READER_H
#define PLUGINS_MARKDOWN_READER_H

#include <galley/plugin.h>

int markdown_probe(galley_slice bytes, bool whole, const char *name);
galley_status markdown_read(galley_issue *issue, galley_source *const *sources, size_t count,
                            const galley_settings *settings, galley_findings *findings);

#endif
