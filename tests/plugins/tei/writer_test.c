/* SPDX-License-Identifier: MIT
 * TEI written and read again: nothing lost, nothing said twice, every character under
 * its line, every pointer resolves, whatever the text and whoever made the issue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "tests/plugins/tei/again.h"

static void assert_sound(const char *text)
{
    galley_issue *issue = again_issue(text);
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.strip, tei.furniture, tei.facsimile, tei.lines, tei.any-issue */
static void loses_and_doubles_nothing(void **state)
{
    (void)state;
    assert_sound(again_page);
    assert_sound("一行\n");
    assert_sound("第一页\n\f第二页\n\n又一段。\n\f\f第四页\n");
    assert_sound("The harbour bridge opened on Tuesday, and the first car-\nriages passed at noon.\n\nBy A. Writer\n");
    assert_sound("]]> -- <!-- <a&b> \"c\" &amp; \xF0\x9F\x93\xB0 \xE2\x80\xAE end \xE2\x80\x8F\n&#x41;\n");
}

/* What XML cannot say is told by number, so that the lines come back all the same.
 * ticks tei.any-issue */
static void names_what_xml_cannot_say(void **state)
{
    (void)state;
    galley_issue *issue = again_issue("one \x01\x02 two \xEF\xBF\xBD three\r\n");
    galley_findings *findings = galley_findings_new();
    again read = again_written(issue, NULL, findings);
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 0);
    assert_true(again_has(&read, "<unclear reason=\"control\" n=\"U+0001\">\xEF\xBF\xBD</unclear>"));
    assert_true(again_has(&read, "<unclear reason=\"undecoded\">\xEF\xBF\xBD</unclear>"));
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* A page that ends within a line makes two lines of one number; they still have two names.
 * ticks tei.any-issue */
static void parts_a_line_that_two_pages_share(void **state)
{
    (void)state;
    galley_issue *issue = again_issue("one\ntwo\fthree\n");
    issue->lines.items[2].id = issue->lines.items[1].id;
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    assert_true(again_has(&read, "<zone xml:id=\"l3\" type=\"line\" n=\"3\""));
    issue->lines.items[2].id = 3; /* as it is called */
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.any-issue */
static void writes_an_empty_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    assert_int_equal(read.characters.count, 0);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.same-bytes */
static void is_the_same_twice(void **state)
{
    (void)state;
    galley_issue *first = again_issue(again_page), *second = again_issue(again_page);
    again one = again_written(first, NULL, NULL), other = again_written(second, NULL, NULL);
    assert_true(galley_slice_equal(one.bytes, other.bytes));
    assert_false(again_has(&one, "folder")); /* nor does it say where the source lay */
    again_drop(&one);
    again_drop(&other);
    galley_issue_drop(first);
    galley_issue_drop(second);
}

/* ticks tei.options */
static void leaves_out_what_is_switched_off(void **state)
{
    (void)state;
    galley_issue *issue = again_issue(again_page);
    again all = again_written(issue, NULL, NULL), text = again_written(issue, "lines", NULL),
          lines = again_written(issue, "facsimile", NULL), bare = again_written(issue, "repairs", NULL);
    assert_true(again_has(&all, "<lb ") && again_has(&all, "<facsimile>") && again_has(&all, "<standOff>"));
    assert_false(again_has(&text, "<lb "));
    assert_false(again_has(&lines, "<facsimile>") || again_has(&lines, "facs=") || again_has(&lines, "target=\"#l"));
    assert_false(again_has(&bare, "<standOff>"));
    again_assert_facts(&lines, issue);
    again *const reads[] = { &all, &text, &lines, &bare };
    for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
        assert_int_equal(reads[i]->characters.count, all.characters.count);
        again_assert_links(reads[i]);
        again_drop(reads[i]);
    }
    galley_issue_drop(issue);
}

/* ---- A stranger's issue -------------------------------------------------------------------- */

/* ticks tei.divisions, tei.any-issue */
static void keeps_bad_values_out_of_attributes(void **state)
{
    (void)state;
    static const char *const pairs[][2] = { { "a", "a" },      { "two words", "b" }, { "l1", "b" }, { "", "b" },
                                            { "galley", "b" }, { "1a", "b" },        { "图", "b" } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        galley_issue *issue = galley_issue_new(0);
        again_add_page(issue);
        again_add_article(issue, pairs[i][0], 0, "甲")->continued_in = 1;
        again_add_article(issue, pairs[i][1], 0, "乙")->continues = 0;
        again read = again_written(issue, NULL, NULL);
        assert_true(again_has(&read, "xml:id=\"a1\"") && again_has(&read, "next=\"#a2\""));
        again_assert_links(&read);
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

/* Out of order, and on a page that is not there.
 * ticks tei.divisions */
static void sorts_by_page_and_leaves_nothing_out(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_page(issue);
    again_add_article(issue, "second", 1, "乙");
    again_add_article(issue, "lost", GALLEY_NONE, "丙");
    again_add_article(issue, "first", 0, "甲");
    again read = again_written(issue, NULL, NULL);
    size_t first = galley_slice_find(read.bytes, galley_slice_of("\"first\""), 0),
           second = galley_slice_find(read.bytes, galley_slice_of("\"second\""), 0),
           lost = galley_slice_find(read.bytes, galley_slice_of("\"lost\""), 0);
    assert_true(first < second && second < lost && lost < SIZE_MAX);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- Many articles ------------------------------------------------------------------------- */

static double seconds_for(uint32_t count)
{
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    for (uint32_t i = 0; i < count; i++) {
        galley_article *article =
            again_add_article(issue, galley_arena_print(issue->arena, "p1-l%u", i + 1), 0, "一篇报道的一行文字");
        article->continued_in = i + 1 < count ? i + 1 : GALLEY_NONE;
        article->continues = i ? i - 1 : GALLEY_NONE;
        galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, again_add_line(issue, "下转"));
    }
    clock_t from = clock();
    again read = again_written(issue, NULL, NULL);
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    assert_int_equal(again_count(&read, "<p "), count);
    again_assert_links(&read);
    again_drop(&read);
    galley_issue_drop(issue);
    return seconds;
}

/* Ten times the articles take ten times as long; a hundred would be quadratic.
 * ticks tei.any-issue */
static void takes_linear_time(void **state)
{
    (void)state;
    double few = seconds_for(2000), many = seconds_for(20000);
    assert_true(many < 40 * few + 0.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_and_doubles_nothing),
        cmocka_unit_test(names_what_xml_cannot_say),
        cmocka_unit_test(parts_a_line_that_two_pages_share),
        cmocka_unit_test(writes_an_empty_issue),
        cmocka_unit_test(is_the_same_twice),
        cmocka_unit_test(leaves_out_what_is_switched_off),
        cmocka_unit_test(keeps_bad_values_out_of_attributes),
        cmocka_unit_test(sorts_by_page_and_leaves_nothing_out),
        cmocka_unit_test(takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
