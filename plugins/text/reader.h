/* SPDX-License-Identifier: MIT
 * The reader of text dumps. */
#ifndef GALLEY_PLUGINS_TEXT_READER_H
#define GALLEY_PLUGINS_TEXT_READER_H

#include <galley/galley.h>

int text_probe(galley_slice bytes, bool whole, const char *name);
galley_status text_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings);

#endif
