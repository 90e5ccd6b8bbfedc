/* SPDX-License-Identifier: MIT
 * The checker of the law: every way to break it is seen, counted and placed, and
 * what keeps it passes, copies and spaces and torn spans with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/law.h>

#define S galley_slice_of

/* One page of two lines, 潮水 三丈 and 渔舟, and one article over them. */
struct bench {
    galley_issue *issue;
    galley_article *article;
    galley_findings *findings;
    galley_law_report report;
};

static int set_up(void **state)
{
    static struct bench bench;
    bench = (struct bench){ .issue = galley_issue_new(0), .findings = galley_findings_new() };
    galley_issue_add_page(bench.issue, S("tide.txt"));
    galley_issue_add_zone(bench.issue);
    galley_issue_add_line(bench.issue, S("潮水 三丈"), 1, 1);
    galley_issue_add_line(bench.issue, S("渔舟"), 2, 2);
    bench.article = galley_issue_add_article(bench.issue, GALLEY_NEWS);
    *state = &bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    galley_issue_drop(bench->issue);
    galley_findings_drop(bench->findings);
    return 0;
}

static galley_text *add_text(struct bench *bench, const char *text, const galley_span *spans, uint32_t count)
{
    galley_text *made = &galley_article_add_block(bench->issue, bench->article, GALLEY_PARAGRAPH)->text;
    *made = (galley_text){ .text = S(text), .spans = spans, .span_count = count };
    return made;
}

static void check(struct bench *bench, size_t lost, size_t doubled, size_t invented)
{
    galley_status expected = lost + doubled + invented ? GALLEY_INTERNAL : GALLEY_OK;
    assert_int_equal(galley_law_check(bench->issue, bench->findings, &bench->report), expected);
    assert_int_equal(bench->report.characters, 6);
    assert_int_equal(bench->report.lost, lost);
    assert_int_equal(bench->report.doubled, doubled);
    assert_int_equal(bench->report.invented, invented);
    assert_int_equal(galley_findings_count_code(bench->findings, "law.lost"), lost);
    assert_int_equal(galley_findings_count_code(bench->findings, "law.doubled"), doubled);
    assert_int_equal(galley_findings_count_code(bench->findings, "law.invented"), invented);
}

static const galley_span whole[] = { { 0, 0, 13 }, { 1, 0, 6 } };

static void test_a_whole_text_keeps_it(void **state)
{
    add_text(*state, "潮水三丈渔舟", whole, 2);
    check(*state, 0, 0, 0);
}

static void test_spaces_count_for_nothing(void **state)
{
    add_text(*state, "　潮 水三丈\n渔 舟 ", whole, 2);
    check(*state, 0, 0, 0);
}

static void test_torn_spans_and_furniture(void **state)
{
    struct bench *bench = *state;
    static const galley_span torn[] = { { 0, 0, 3 }, { 0, 7, 10 } }, rest[] = { { 0, 3, 7 }, { 0, 10, 13 } };
    add_text(bench, "潮三", torn, 2);
    galley_issue_add_furniture(bench->issue, GALLEY_OTHER,
                               (galley_text){ .text = S("水丈"), .spans = rest, .span_count = 2 });
    add_text(bench, "渔舟", whole + 1, 1);
    check(bench, 0, 0, 0);
}

static void test_nothing_read_is_everything_lost(void **state)
{
    struct bench *bench = *state;
    check(bench, 6, 0, 0);
    const galley_finding *first = galley_findings_at(bench->findings, 0);
    assert_int_equal(first->level, GALLEY_FATAL);
    assert_string_equal(first->place.file, "tide.txt");
    assert_int_equal(first->place.line, 1);
}

static void test_one_character_left_out(void **state)
{
    static const galley_span spans[] = { { 0, 0, 13 }, { 1, 0, 3 } };
    struct bench *bench = *state;
    add_text(bench, "潮水三丈渔", spans, 2);
    check(bench, 1, 0, 0);
    assert_int_equal(galley_findings_at(bench->findings, 0)->place.line, 2);
    assert_int_equal(galley_findings_at(bench->findings, 0)->place.column, 2);
}

static void test_a_character_in_two_readings(void **state)
{
    static const galley_span again = { 0, 3, 6 };
    add_text(*state, "潮水三丈渔舟", whole, 2);
    add_text(*state, "水", &again, 1);
    check(*state, 0, 1, 0);
}

static void test_a_copy_may_stand_twice_but_not_alone(void **state)
{
    static const galley_span again = { 0, 3, 6 };
    add_text(*state, "潮水三丈渔舟", whole, 2);
    add_text(*state, "水", &again, 1)->copy = true;
    check(*state, 0, 0, 0);
}

static void test_a_copy_alone_is_a_loss(void **state)
{
    add_text(*state, "潮水三丈渔舟", whole, 2)->copy = true;
    check(*state, 6, 0, 0);
}

static void test_a_copy_must_say_what_is_there(void **state)
{
    static const galley_span again = { 0, 3, 6 };
    add_text(*state, "潮水三丈渔舟", whole, 2);
    add_text(*state, "火", &again, 1)->copy = true;
    check(*state, 0, 0, 1);
}

static void test_another_character(void **state)
{
    add_text(*state, "潮水三尺渔舟", whole, 2);
    check(*state, 0, 0, 1);
}

static void test_a_character_more_than_the_spans(void **state)
{
    add_text(*state, "潮水三丈渔舟晚", whole, 2);
    check(*state, 0, 0, 1);
}

static void test_a_character_less_than_the_spans(void **state)
{
    add_text(*state, "潮水三丈渔", whole, 2);
    check(*state, 0, 0, 1);
}

static void test_another_order(void **state)
{
    add_text(*state, "渔舟潮水三丈", whole, 2);
    check(*state, 0, 0, 6);
}

static void test_spans_in_another_order_are_an_order(void **state)
{
    static const galley_span turned[] = { { 1, 0, 6 }, { 0, 0, 13 } };
    add_text(*state, "渔舟潮水三丈", turned, 2);
    check(*state, 0, 0, 0);
}

static void test_a_text_without_spans(void **state)
{
    add_text(*state, "潮水三丈渔舟", whole, 2);
    add_text(*state, "晚唱", NULL, 0);
    check(*state, 0, 0, 2);
}

static void test_spans_out_of_range(void **state)
{
    static const galley_span wrong[] = { { 7, 0, 1 }, { 1, 0, 7 }, { 1, 4, 3 } };
    add_text(*state, "潮水三丈渔舟", whole, 2);
    for (size_t i = 0; i < 3; i++)
        add_text(*state, " ", &wrong[i], 1);
    check(*state, 0, 0, 3);
}

static void test_every_field_is_looked_at(void **state)
{
    struct bench *bench = *state;
    static const galley_span spans[] = {
        { 0, 0, 3 }, { 0, 3, 6 }, { 0, 7, 10 }, { 0, 10, 13 }, { 1, 0, 3 }, { 1, 3, 6 }
    };
    static const galley_text items[] = { { .text = { "渔", 3 }, .spans = spans + 4, .span_count = 1 } };
    galley_block *block = galley_article_add_block(bench->issue, bench->article, GALLEY_LIST);
    block->items = items;
    block->item_count = 1;
    bench->article->kicker = (galley_text){ .text = S("潮"), .spans = spans, .span_count = 1 };
    bench->article->headline = (galley_text){ .text = S("水"), .spans = spans + 1, .span_count = 1 };
    bench->article->credit = (galley_text){ .text = S("三"), .spans = spans + 2, .span_count = 1 };
    bench->article->dateline = (galley_text){ .text = S("丈"), .spans = spans + 3, .span_count = 1 };
    *galley_article_add_subheadline(bench->issue, bench->article) =
        (galley_text){ .text = S("舟"), .spans = spans + 5, .span_count = 1 };
    check(bench, 0, 0, 0);
}

static void test_an_empty_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_law_report report;
    assert_int_equal(galley_law_check(issue, NULL, &report), GALLEY_OK);
    assert_int_equal(report.characters, 0);
    galley_issue_add_page(issue, S("p"));
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, (galley_slice){ 0 }, 1, 1);
    galley_issue_add_line(issue, S(" 　"), 2, 2);
    assert_int_equal(galley_law_check(issue, NULL, NULL), GALLEY_OK);
    galley_issue_drop(issue);
}

#define LAW_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAW_TEST(test_a_whole_text_keeps_it),
        LAW_TEST(test_spaces_count_for_nothing),
        LAW_TEST(test_torn_spans_and_furniture),
        LAW_TEST(test_nothing_read_is_everything_lost),
        LAW_TEST(test_one_character_left_out),
        LAW_TEST(test_a_character_in_two_readings),
        LAW_TEST(test_a_copy_may_stand_twice_but_not_alone),
        LAW_TEST(test_a_copy_alone_is_a_loss),
        LAW_TEST(test_a_copy_must_say_what_is_there),
        LAW_TEST(test_another_character),
        LAW_TEST(test_a_character_more_than_the_spans),
        LAW_TEST(test_a_character_less_than_the_spans),
        LAW_TEST(test_another_order),
        LAW_TEST(test_spans_in_another_order_are_an_order),
        LAW_TEST(test_a_text_without_spans),
        LAW_TEST(test_spans_out_of_range),
        LAW_TEST(test_every_field_is_looked_at),
        cmocka_unit_test(test_an_empty_issue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
