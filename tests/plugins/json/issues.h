/* SPDX-License-Identifier: MIT
 * Issues to write and read back. */
#ifndef TESTS_PLUGINS_JSON_ISSUES_H
#define TESTS_PLUGINS_JSON_ISSUES_H

#include <galley/galley.h>

#include "tests/plugins/made_issue.h"

/* One with everything that the model can say. */
galley_issue *issue_with_everything(void);

/* One that a seed makes: any lines, any texts, and the law holds. */
galley_issue *issue_at_random(uint32_t seed);

/* A text of parts of lines: "LINE FROM TO" in bytes, TO 0 for the whole. */
galley_text issue_text(galley_issue *issue, const char *text, const galley_span *spans, uint32_t count);

/* Fails the test where two issues differ. */
void assert_same_issue(const galley_issue *a, const galley_issue *b);

/* Fails it where the words or the marks of two texts differ. */
void assert_same_words(const galley_text *a, const galley_text *b);

/* Hands over each text of two articles with the other's; fails where one has more. */
typedef void pair_of_texts(const galley_text *a, const galley_text *b);
void each_pair(const galley_article *a, const galley_article *b, pair_of_texts *compare);

/* Read from JSON; NULL when it was refused. */
galley_issue *issue_read(galley_slice bytes, galley_findings *findings, galley_status *status);

#endif
