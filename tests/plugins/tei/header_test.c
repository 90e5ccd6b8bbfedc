/* SPDX-License-Identifier: MIT
 * What TEI says around the text: of the issue in the header, of its masthead on a title page,
 * of what the program changed and concluded beside it all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/tei/again.h"

/* ticks tei.source, tei.title, tei.encoding */
static void says_what_is_known_of_the_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    issue->meta = (galley_meta){ .id = galley_slice_of("f7a33223-c4c3-5df2-838e-4cd00146723e"),
                                 .title = galley_slice_of("湾里晚报"),
                                 .subtitle = galley_slice_of("Evening News"),
                                 .edition = galley_slice_of("early"),
                                 .volume = galley_slice_of("3"),
                                 .editor = galley_slice_of("E. Ditor"),
                                 .licence = galley_slice_of("https://example.org/licence"),
                                 .source_url = galley_slice_of("https://example.org/1"),
                                 .previous = galley_slice_of("f7a33223-c4c3-5df2-838e-4cd00146723f"),
                                 .next = galley_slice_of("the next one.tei"),
                                 .conversion = galley_slice_of("a machine") };
    static const char *const parts[] = {
        "xml:id=\"uuid-f7a33223-c4c3-5df2-838e-4cd00146723e\" prev=\"urn:uuid:f7a33223-c4c3-5df2-838e-4cd00146723f\"",
        "next=\"the%20next%20one.tei\"",
        "<title level=\"j\" type=\"main\">湾里晚报</title>\n<title level=\"j\" type=\"sub\">Evening News</title>",
        "<editor>E. Ditor</editor>\n<edition>early</edition>",
        "<biblScope unit=\"volume\">3</biblScope>",
        "<licence target=\"https://example.org/licence\">",
        "<idno type=\"URL\">https://example.org/1</idno>",
        "<resp>extraction of the text from the pages</resp>\n<name>a machine</name>",
        "<application ident=\"galley-tei\" version=\"",
        "<hyphenation eol=\"all\">",
        "<date cert=\"unknown\">unknown</date>",
    };
    again read = again_written(issue, NULL, NULL);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_true(again_has(&read, parts[i]));
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.source */
static void says_only_dates_and_languages_that_are_some(void **state)
{
    (void)state;
    static const struct {
        const char *date, *language;
        bool good;
    } cases[] = { { "2031-05-06", "zh-Hans", true },  { "2031", "en", true },
                  { "2032-02-29", "x-y", true },      { "5 May", "中 文", false },
                  { "2031-02-29", "-zh", false },     { "2031-13-01", "zh-", false },
                  { "2031-05-06T1", "z h", false },   { "31-05-06", "7", false },
                  { "2031-5-6", "abcdefghi", false }, { "0000-01-01", "zh--x", false },
                  { "2031-00-01", "en_GB", false } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        galley_issue *issue = galley_issue_new(0);
        issue->meta.date = galley_slice_of(cases[i].date);
        issue->meta.language = galley_slice_of(cases[i].language);
        again read = again_written(issue, NULL, NULL);
        assert_int_equal(again_has(&read, "<date when="), cases[i].good);
        assert_int_equal(again_has(&read, "xml:lang="), cases[i].good);
        assert_true(again_has(&read, cases[i].date)); /* as words it stays */
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

/* ticks tei.masthead */
static void makes_the_masthead_a_title_page(void **state)
{
    (void)state;
    galley_issue *issue = again_issue(again_page);
    again read = again_written(issue, NULL, NULL);
    assert_true(
        again_has(&read, "<titlePart type=\"main\" facs=\"#z1\"><lb n=\"1\" facs=\"#l1\"/>湾里晚报</titlePart>"));
    assert_int_equal(again_count(&read, "<titlePage "), 1);
    assert_int_equal(again_count(&read, "<docImprint facs="), 3);
    assert_true(again_has(&read, "<docDate when=\"2031-05-06\"><lb n=\"3\" facs=\"#l3\"/>2031年5月6日</docDate>"));
    assert_int_equal(again_count(&read, "<pb "), 1);
    assert_int_equal(again_count(&read, "type=\"masthead\""), 0);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- What was concluded -------------------------------------------------------------------- */

/* ticks tei.changes */
static void gives_reasons_and_passes(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *article = again_add_article(issue, "a", 0, "甲");
    galley_article_add_evidence(issue, article, -1.75f, "stands far away");
    article->note = galley_slice_of("look at it");
    article->continued_on = galley_slice_of("4");
    article->blocks.items[0].confidence = 0.5f;
    galley_issue_add_repair(issue, "wrap", "lines-joined", 0, 0.9f)->why = "the measure is full";
    again read = again_written(issue, NULL, NULL);
    assert_true(
        again_has(&read, "<note type=\"lines-joined\" subtype=\"wrap\" cert=\"0.9\" resp=\"#galley\">the measure"));
    assert_true(again_has(&read, "target=\"#a\">\n<note type=\"evidence\" n=\"-1.75\">stands far away</note>"));
    assert_true(again_has(&read, "<note type=\"continued-on\">4</note>\n<note type=\"to-check\">look at it</note>"));
    assert_true(again_has(&read, "<p cert=\"0.5\" "));
    assert_true(again_has(&read, "Repairs: lines-joined 1."));
    again_assert_links(&read);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.changes */
static void shows_what_was_changed(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_article(issue, "a", 0, "甲");
    galley_repair_record *repair = galley_issue_add_repair(issue, "pass", "no name!", 0, 1.5f);
    repair->before = galley_slice_of("<");
    repair->after = galley_slice_of("&");
    repair->why = NULL;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "<note type=\"repair\" subtype=\"pass\" n=\"no name!\" cert=\"1\" resp=\"#galley\">"
                                 "<choice><orig>&lt;</orig><reg>&amp;</reg></choice></note>"));
    again_assert_lines(&read, issue);
    again_assert_facts(&read, issue); /* the annotations are no part of the text */
    again_drop(&read);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_known_of_the_issue),
        cmocka_unit_test(says_only_dates_and_languages_that_are_some),
        cmocka_unit_test(makes_the_masthead_a_title_page),
        cmocka_unit_test(gives_reasons_and_passes),
        cmocka_unit_test(shows_what_was_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
