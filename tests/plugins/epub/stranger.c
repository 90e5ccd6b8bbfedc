/* SPDX-License-Identifier: MIT
 * Packed, read, asked. */
#include "tests/plugins/epub/stranger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <galley/law.h>

#include "tests/plugins/epub/taken.h"

stranger stranger_with(const char *const *texts, const char *split)
{
    stranger of = { .bytes = taken_packed(texts), .findings = galley_findings_new() };
    of.issue = taken_with(of.bytes, split ? "split" : NULL, split, of.findings, &of.status);
    if (of.issue)
        assert_int_equal(galley_law_check(of.issue, NULL, NULL), GALLEY_OK);
    return of;
}

stranger stranger_take(const char *const *texts)
{
    return stranger_with(texts, NULL);
}

void stranger_leave(stranger *of)
{
    if (of->issue)
        galley_issue_drop(of->issue);
    galley_findings_drop(of->findings);
    free((char *)of->bytes.text);
}

void stranger_text(galley_slice text, const char *words)
{
    if (!galley_slice_is(text, words))
        fail_msg("\"%.*s\" is not \"%s\"", GALLEY_SHOW(text), words);
}

const galley_article *stranger_article(const stranger *of, size_t index)
{
    assert_non_null(of->issue);
    assert_true(index < of->issue->articles.count);
    return of->issue->articles.items[index];
}

const galley_block *stranger_block(const stranger *of, size_t of_article, size_t index)
{
    assert_true(index < stranger_article(of, of_article)->blocks.count);
    return &stranger_article(of, of_article)->blocks.items[index];
}

void stranger_headlines(const stranger *of, const char *const *headlines)
{
    size_t count = 0;
    for (; headlines[count]; count++)
        stranger_text(stranger_article(of, count)->headline.text, headlines[count]);
    assert_int_equal(of->issue->articles.count, count);
}
