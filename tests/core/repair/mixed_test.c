/* SPDX-License-Identifier: MIT
 * Columns that an extractor mixed line by line: taken apart where each line tells its
 * column, reported where it does not, and never found in pages that are whole. */
#include "tests/core/repair/page.h"

#define FIRST_ROWS                                                                                                     \
    "本报讯昨日下午，历时两年整修 修缮部主任说，能补的不换能留\n"                          \
    "的老码头修缮工程通过了验收并 的不拆，一砖一瓦都有编号拆下\n"
#define LAST_ROWS                                                                                                      \
    "重新开放。老码头始建于百年前 来的旧料按原来的位置砌回去了\n"                          \
    "是当时全城最高的建筑，后来停 工匠从河床里捞起旧石料两百块\n"                          \
    "用了三十多年，门窗和屋顶朽坏 编号清洗以后又用到墙上，老人\n"                          \
    "不堪，直到前年才又动工修缮。 们摸着砖墙说，好像回到小时候。\n"

static bool has_text(const galley_issue *issue, const char *words)
{
    galley_buffer proof = page_pull(issue, true);
    bool found = strstr(proof.bytes, words) != NULL;
    galley_buffer_drop(&proof);
    return found;
}

static void test_two_columns_are_read_one_after_the_other(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = page_repair_as(FIRST_ROWS LAST_ROWS, NULL, findings);
    assert_true(
        has_text(issue, "历时两年整修的老码头修缮工程通过了验收并重新开放。老码头始建于百年前是当时全城最高的建筑"));
    assert_true(has_text(issue, "能补的不换能留的不拆，一砖一瓦都有编号拆下来的旧料按原来的位置砌回去了"));
    assert_int_equal(page_repairs(issue, "mixed-columns"), 1);
    assert_int_equal(galley_findings_count_code(findings, "columns.mixed"), 0);
    galley_issue_drop(issue);
    galley_findings_drop(findings);
}

/* The neighbour of a short line stands on a line of its own. */
static void test_single_lines_come_in_pairs(void **state)
{
    (void)state;
    galley_issue *issue = page_repair(FIRST_ROWS "工程结束了。\n来的旧料都没有丢，统统又用上\n" LAST_ROWS);
    assert_true(has_text(issue, "修缮工程通过了验收并工程结束了。"));
    assert_true(has_text(issue, "都有编号拆下来的旧料都没有丢，统统又用上来的旧料按原来的位置"));
    galley_issue_drop(issue);
}

static void test_what_is_not_sure_is_told(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = page_repair_as(FIRST_ROWS "工程结束了。\n" LAST_ROWS, NULL, findings);
    assert_int_equal(galley_findings_count_code(findings, "columns.mixed"), 1);
    assert_int_equal(galley_findings_at(findings, 0)->place.line, 1);
    assert_int_equal(page_repairs(issue, "mixed-columns"), 0);
    galley_issue_drop(issue);
    galley_findings_drop(findings);
}

static void test_whole_pages_are_left_alone(void **state)
{
    (void)state;
    static const char *const pages[] = {
        /* headlines in two clauses of equal length */
        "抢农时颗粒归仓全力 强服务促增产又增收\n\n守住安全度汛的底线 护好一河的清水东流\n\n"
        "热闹的生意有人管着 安静的夜晚有人守着\n\n打通断头路连起两岸 畅通微循环方便一城\n\n"
        "旧管网换出了新水压 细管理省下一座湖水\n\n小书屋里的大世界啊 短日子中有长流水啊\n",
        /* gaps of justification behind marks */
        "日前， 能补的不换能留的不拆， 一砖一瓦\n都有编号。 拆下来的旧料全部按原来的位置\n"
        "砌回去了， 工匠从河床里捞起旧石料两百块\n清洗以后， 又用到了墙上。 城里的人都来看\n"
        "老人们摸， 着砖墙说好像又回到了小时候呢\n",
        /* lines that were spaced out */
        "历 时 两 年 的 老 码 头 修 缮 工 程 日 前 通 过 验 收 ，\n修 缮 部 主 任 说 ， 能 补 的 不 换 能 留 的 不 拆 "
        "呢\n"
        "工 匠 从 河 床 里 捞 起 旧 石 料 两 百 块 ， 清 洗 以 后\n又 用 到 了 墙 上 ， 城 里 的 人 都 来 看 老 人 们 "
        "摸 着\n"
        "砖 墙 说 ， 好 像 又 回 到 了 小 时 候 呢 那 时 候 我 们\n",
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        galley_findings *findings = galley_findings_new();
        galley_issue *issue = page_repair_as(pages[i], NULL, findings);
        assert_int_equal(galley_findings_count_code(findings, "columns.mixed"), 0);
        assert_int_equal(page_repairs(issue, "mixed-columns"), 0);
        galley_issue_drop(issue);
        galley_findings_drop(findings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_columns_are_read_one_after_the_other),
        cmocka_unit_test(test_single_lines_come_in_pairs),
        cmocka_unit_test(test_what_is_not_sure_is_told),
        cmocka_unit_test(test_whole_pages_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
