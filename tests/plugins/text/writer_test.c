/* SPDX-License-Identifier: MIT
 * Plain text: a paragraph a line, whatever the texts hold. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <galley/lower.h>

#include "tests/plugins/made_issue.h"

static galley_issue *two_pages(void)
{
    static const char *const items[] = { "one", " two\n2 " };
    galley_issue *issue = made_empty("en");
    made_page(issue, "1", "");
    made_page(issue, "2", "");
    galley_article *ferry = made_article(issue, GALLEY_NEWS, 0, "Ferry lands");
    ferry->kicker = made_text(issue, "Port");
    *galley_article_add_subheadline(issue, ferry) = made_text(issue, "Rain");
    ferry->byline = made_text(issue, "Ann Reed");
    ferry->byline.copy = true;
    made_block(issue, ferry, GALLEY_PARAGRAPH, "By Ann Reed. A band\xE2\x80\xA8played.");
    made_block(issue, ferry, GALLEY_CROSSHEAD, "Wind");
    made_items(issue, made_block(issue, ferry, GALLEY_LIST, ""), items, 2);
    made_block(issue, ferry, GALLEY_PARAGRAPH, " \t");
    made_article(issue, GALLEY_AD, 0, "Herring");
    galley_article *photo = made_article(issue, GALLEY_PHOTO, 1, "");
    made_block(issue, photo, GALLEY_FIGURE, "The pier.")->credit = made_text(issue, "Photo: A. R.");
    return issue;
}

static void assert_written(const char *name, const char *value, const char *expected)
{
    galley_issue *issue = two_pages();
    galley_sink *sink = made_written(issue, name, value, NULL);
    galley_slice found = galley_sink_bytes(sink);
    if (!galley_slice_is(found, expected))
        fail_msg("\n%.*s\nis not\n%s", GALLEY_SHOW(found), expected);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

#define FERRY "Port\nFerry lands\nRain\nBy Ann Reed. A band played.\nWind\none\ntwo 2\n"
#define PIER "The pier.\nPhoto: A. R.\n"

static void writes_a_paragraph_a_line(void **state)
{
    (void)state;
    assert_written(NULL, NULL, FERRY "\nHerring\n\n" PIER);
    assert_written("separator", "rule", FERRY "----\nHerring\n----\n" PIER);
    assert_written("separator", "none", FERRY "Herring\n" PIER);
    assert_written("pages", "yes", FERRY "\nHerring\n\f" PIER);
    assert_written("heads", "no", "By Ann Reed. A band played.\none\ntwo 2\n\nThe pier.\n");
}

/* Each thing that goes is told once, with how often. */
static void says_what_it_leaves_out(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = two_pages();
    made_block(issue, issue->articles.items[1], GALLEY_PARAGRAPH, "")->text.text = (galley_slice){ "a\0\xFF", 3 };
    assert_int_equal(galley_lower(issue, galley_plugin_v1.formats[0], findings), GALLEY_OK);
    galley_sink *sink = made_written(issue, NULL, NULL, findings);
    galley_slice found = galley_sink_bytes(sink);
    assert_true(galley_slice_find(found, galley_slice_of("Herring\na\xEF\xBF\xBD\xEF\xBF\xBD\n"), 0) != SIZE_MAX);
    static const char *const codes[] = { "lower.copies", "lower.figures",  "lower.pages",
                                         "lower.meta",   "text.character", "text.roles" };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_int_equal(galley_findings_count_code(findings, codes[i]), 1);
    assert_int_equal(galley_findings_count_code(findings, "text.heads"), 0);
    galley_sink_drop(sink);
    sink = made_written(issue, "heads", "no", findings);
    assert_int_equal(galley_findings_count_code(findings, "text.heads"), 1);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void writes_nothing_for_nothing(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("");
    made_article(issue, GALLEY_NEWS, 0, " ");
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    assert_int_equal(galley_sink_bytes(sink).length, 0);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_paragraph_a_line),
        cmocka_unit_test(says_what_it_leaves_out),
        cmocka_unit_test(writes_nothing_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
