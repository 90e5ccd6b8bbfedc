/* SPDX-License-Identifier: MIT
 * A page that was written, and its tags. */
#ifndef TESTS_PLUGINS_HTML_PAGE_H
#define TESTS_PLUGINS_HTML_PAGE_H

#include <galley/galley.h>

#include "tests/plugins/made_issue.h"

/* As a string that ends; with an option set (NULL: none).  Yours to free. */
char *page_written(const galley_issue *issue, const char *option, const char *value, galley_findings *findings);

/* Fails where a tag is not closed, or by another one; where a name is given twice; and where a
 * link within the page leads nowhere. */
void page_assert_sound(const char *page);

/* The element that begins with this tag, to its end; the test fails where there is none.  Yours. */
char *page_element(const char *page, const char *tag);

/* What a reader sees of some HTML: no tags, no style, entities resolved.  Yours. */
char *page_text(const char *html);

#endif
