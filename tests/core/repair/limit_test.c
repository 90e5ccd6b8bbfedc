/* SPDX-License-Identifier: MIT
 * The cap of the arena at every step of the repair: a page is repaired under caps
 * that grow from nothing; each time it ends, as done or as a limit with one finding,
 * and what was made until then can still be asked and dropped. */
#include "tests/core/repair/page.h"

static const char dump[] = "渡口晨报\n"
                           "2031年4月5日 星期六 第1207期\n"
                           "\n"
                           "本 报 讯 （记 者 闻 小 舟 通 讯 员\n"
                           "何 棠）9月3日，记者从市航标处获悉，停\n"
                           "用多年的礁石灯塔修缮完工，将于本月\n"
                           "\n"
                           "10日重新亮灯。\n"
                           "灯塔建于1921年，塔高18米，曾为\n"
                           "三代渔民指路。 （下转第二版）\n"
                           "\n"
                           "梁仲禾在航标工作会议上强调\n"
                           "礁石灯塔重新亮\n"
                           "三代渔民笑开颜\n"
                           "\n"
                           "图为修缮后的灯塔。 本报记者 林砚秋 摄\n"
                           "导导 读读\n"
                           "▶▶ 麦垄县万亩稻田开镰 33 版版\n"
                           "\f"
                           "（上接第一版）修缮中，工匠补配了散失\n"
                           "的透镜，塔身仍刷成白色。\n"
                           "\n"
                           "停水公告\n"
                           "\n"
                           "因管道检修，4月7日8时至17时停水。\n"
                           "渡口自来水公司\n"
                           "2031年4月4日\n";

/* Repairs under a cap; returns how it ended. */
static galley_status repair_under(size_t cap)
{
    galley_issue *issue = galley_issue_new(cap);
    galley_findings *findings = galley_findings_new();
    page_fill(issue, dump);
    galley_status status = galley_repair(issue, NULL, findings);
    galley_buffer proof = page_pull(issue, true);
    if (status != GALLEY_OK && status != GALLEY_LIMIT)
        fail_msg("under a cap of %zu bytes the repair ended with: %s", cap, galley_status_phrase(status));
    assert_int_equal(galley_findings_count(findings, GALLEY_FATAL), status == GALLEY_LIMIT);
    assert_int_equal(galley_findings_count_code(findings, "repair.limit"), status == GALLEY_LIMIT);
    galley_buffer_drop(&proof);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
    return status;
}

/* Every step up to the first cap that is enough, and some way beyond it. */
static void test_every_cap_ends_well(void **state)
{
    (void)state;
    size_t enough = 0;
    for (size_t cap = 1; cap < (enough ? 2 * enough + 65536 : (size_t)1 << 20); cap += enough ? 4096 : 61)
        if (repair_under(cap) == GALLEY_OK && !enough)
            enough = cap;
    assert_true(enough > 4096);
}

static void test_enough_stays_enough(void **state)
{
    (void)state;
    for (size_t cap = (size_t)1 << 20; cap <= (size_t)8 << 20; cap *= 2)
        assert_int_equal(repair_under(cap), GALLEY_OK);
}

/* The same facts under no cap say the same as under one that is enough. */
static void test_a_cap_changes_nothing_else(void **state)
{
    (void)state;
    galley_issue *free_one = page_repair(dump), *capped = galley_issue_new((size_t)1 << 20);
    page_fill(capped, dump);
    assert_int_equal(galley_repair(capped, NULL, NULL), GALLEY_OK);
    galley_buffer a = page_pull(free_one, true), b = page_pull(capped, true);
    assert_string_equal(a.bytes, b.bytes);
    galley_buffer_drop(&a);
    galley_buffer_drop(&b);
    galley_issue_drop(free_one);
    galley_issue_drop(capped);
}

static void test_an_issue_of_nothing(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_add_page(issue, (galley_slice){ 0 });
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, (galley_slice){ 0 }, 1, 1);
    galley_issue_add_line(issue, galley_slice_of("　 \xE6\xB0 "), 2, 2);
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_cap_ends_well),
        cmocka_unit_test(test_enough_stays_enough),
        cmocka_unit_test(test_a_cap_changes_nothing_else),
        cmocka_unit_test(test_an_issue_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
