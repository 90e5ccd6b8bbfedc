/* SPDX-License-Identifier: MIT
 * Markdown as an issue. */
#ifndef TESTS_PLUGINS_MARKDOWN_READ_H
#define TESTS_PLUGINS_MARKDOWN_READ_H

#include "tests/plugins/markdown/written.h"

/* Reads bytes as they are, with settings as "structure=keep"; NULL when it is refused.  You own it. */
galley_issue *read_markdown(galley_slice bytes, const char *settings, galley_findings *findings);

/* Reads a string that must be read. */
galley_issue *read_text(const char *text, const char *settings);

#endif
