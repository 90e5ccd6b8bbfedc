/* SPDX-License-Identifier: MIT
 * Spaces: those of justification go, those that part clauses, names and Latin words
 * stay; words broken at a line end are joined and their hyphens kept as furniture. */
#include "tests/core/repair/page.h"

#include <galley/law.h>

static void test_justified_lines(void **state)
{
    (void)state;
    assert_proof("本 报 讯 （记 者 骆 青 山） 6 月 20 日，\n"
                 "麦 垄 县 的 万 亩 稻 田 陆 续 开 镰 ，四 百\n"
                 "台 收 割 机 昼 夜 作 业 ，预 计 半 个 月 可\n"
                 "收完。\n"
                 "今 年 该 县 推 广 宽 窄 行 栽 插 ， 亩 产\n"
                 "比 去 年 增 加 30 多 公 斤 。 农 技 站 派 出 20\n"
                 "名技术员，住在田头。\n"
                 "\n"
                 "麦 垄 县 万 亩 稻 田 开 镰\n",
                 "news\n"
                 "  headline: 麦垄县万亩稻田开镰\n"
                 "  byline: 记者 骆青山\n"
                 "  paragraph: 本报讯（记者 "
                 "骆青山）6月20日，麦垄县的万亩稻田陆续开镰，四百台收割机昼夜作业，预计半个月可收完。\n"
                 "  paragraph: 今年该县推广宽窄行栽插，亩产比去年增加30多公斤。农技站派出20名技术员，住在田头。\n",
                 false);
}

static void test_half_width_punctuation(void **state)
{
    (void)state;
    assert_proof(
        "本报讯 (记者 骆青山) 近日, 麦垄县\n"
        "的万亩稻田陆续开镰, 四百台收割机昼\n"
        "夜作业, 预计半个月可收完!\n"
        "\n"
        "麦垄县万亩稻田开镰\n",
        "news\n"
        "  headline: 麦垄县万亩稻田开镰\n"
        "  byline: 记者 骆青山\n"
        "  paragraph: 本报讯(记者 骆青山)近日,麦垄县的万亩稻田陆续开镰,四百台收割机昼夜作业,预计半个月可收完!\n",
        false);
}

static void test_latin_words_in_chinese(void **state)
{
    (void)state;
    assert_proof("本报讯（记者 何晚棠）昨日，渡\n"
                 "口小学的孩子们第一次用上了Wi-Fi和\n"
                 "Open Library阅读系统，老师教他们用\n"
                 "ISBN找书。\n"
                 "系统里有 3 万册电子书，孩子们可\n"
                 "以在 5G 网络下免费阅读，每人每天 30\n"
                 "分钟。\n"
                 "\n"
                 "渡口小学用上阅读系统\n",
                 "news\n"
                 "  headline: 渡口小学用上阅读系统\n"
                 "  byline: 记者 何晚棠\n"
                 "  paragraph: 本报讯（记者 何晚棠）昨日，渡口小学的孩子们第一次用上了Wi-Fi和Open "
                 "Library阅读系统，老师教他们用ISBN找书。\n"
                 "  paragraph: 系统里有3万册电子书，孩子们可以在5G网络下免费阅读，每人每天30分钟。\n",
                 false);
}

static void test_english_words_and_hyphens(void **state)
{
    (void)state;
    assert_proof(
        "The ferry between the two banks of the River\n"
        "Alder will run again from Monday, the har-\n"
        "bour office said yesterday. It had been laid\n"
        "up since the flood in spring, when a float-\n"
        "ing tree broke its rudder.\n",
        "news\n"
        "  paragraph: The ferry between the two banks of the River Alder will run again from Monday, the harbour "
        "office said yesterday. It had been laid up since the flood in spring, when a floating tree broke its rudder.\n"
        "hyphen: -\n"
        "hyphen: -\n",
        true);
}

/* More glyphs than bytes that begin a character: each byte that is no UTF-8 is one. */
static void test_bytes_that_are_no_text(void **state)
{
    (void)state;
    galley_issue *issue = page_repair("\x80\x80\x80\x80\x80\x80\x80\x80 甲\x81\x82\n\xBF\xBF\xBF乙丙。\n");
    galley_law_report report;
    assert_int_equal(galley_law_check(issue, NULL, &report), GALLEY_OK);
    assert_int_equal(report.characters, 8 + 3 + 3 + 3);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_justified_lines),        cmocka_unit_test(test_half_width_punctuation),
        cmocka_unit_test(test_latin_words_in_chinese), cmocka_unit_test(test_english_words_and_hyphens),
        cmocka_unit_test(test_bytes_that_are_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
