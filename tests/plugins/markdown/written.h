/* SPDX-License-Identifier: MIT
 * Issues made by hand as Markdown. */
#ifndef TESTS_PLUGINS_MARKDOWN_WRITTEN_H
#define TESTS_PLUGINS_MARKDOWN_WRITTEN_H

#include "tests/plugins/made_issue.h"

/* The Markdown of an issue, terminated; free it.  `matter` is the option front-matter. */
char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings);

#endif
