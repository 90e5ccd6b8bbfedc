/* SPDX-License-Identifier: MIT
 * The bytes are copied to their exact size, so that a sanitizer sees each byte too many. */
#include "tests/plugins/markdown/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void drop_bytes(void *bytes)
{
    free(bytes);
}

static galley_source *source_of(galley_issue *issue, galley_slice bytes)
{
    char *copy = malloc(bytes.length ? bytes.length : 1);
    assert_non_null(copy);
    if (bytes.length)
        memcpy(copy, bytes.text, bytes.length);
    assert_int_equal(galley_arena_own(issue->arena, copy, drop_bytes), GALLEY_OK);
    galley_source *source = galley_source_memory("page.md", (galley_slice){ copy, bytes.length });
    assert_non_null(source);
    assert_int_equal(galley_arena_own(issue->arena, source, galley_source_close), GALLEY_OK);
    return source;
}

galley_issue *read_markdown(galley_slice bytes, const char *settings, galley_findings *findings)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *set_to = galley_settings_new(format->options, format->option_count);
    galley_issue *issue = galley_issue_new(0);
    assert_non_null(issue);
    written_set(set_to, settings);
    galley_source *source = source_of(issue, bytes);
    galley_status status = format->read(issue, &source, 1, set_to, findings);
    galley_settings_drop(set_to);
    if (status == GALLEY_OK)
        return issue;
    assert_true(!findings || galley_findings_count(findings, GALLEY_FATAL) > 0);
    galley_issue_drop(issue);
    return NULL;
}

galley_issue *read_text(const char *text, const char *settings)
{
    galley_issue *issue = read_markdown(galley_slice_of(text), settings, NULL);
    assert_non_null(issue);
    return issue;
}
