/* SPDX-License-Identifier: MIT
 * Issues made by hand as Markdown. */
#ifndef TESTS_PLUGINS_MARKDOWN_WRITTEN_H
#define TESTS_PLUGINS_MARKDOWN_WRITTEN_H

#include "tests/plugins/made_issue.h"

/* The Markdown of an issue without comments, terminated; free it.  `matter` is the option
 * front-matter. */
char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings);

/* The same with other settings: "marks=yes front-matter=no". */
char *written_with(const galley_issue *issue, const char *settings, galley_findings *findings);

/* As a folder, or whatever else the settings say; drop the sink. */
galley_sink *written_sink(const galley_issue *issue, const char *settings, galley_findings *findings);

/* Sets what the words say. */
void written_set(galley_settings *settings, const char *assignments);

#endif
