/* SPDX-License-Identifier: MIT
 * What stands between articles: captions with credits in every place, notices, the
 * title block and what it tells, folios, glyphs printed twice. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

#define BETWEEN(lines) LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" lines "\n" HARVEST "\n麦垄县万亩稻田开镰\n"
#define PHOTO(caption, credit) LIGHTHOUSE_NEWS "photo\n  figure: " caption "\n  credit: " credit "\n" HARVEST_NEWS

static const struct page_case captions[] = {
    /* the credit on a line of its own, behind a long caption */
    { BETWEEN("9月3日，渔民在澄湾起网。当日禁渔期结束，渔船驶向湖心，迎来开湖后的第一网。\n本报记者 林砚秋 摄\n"),
      PHOTO("9月3日，渔民在澄湾起网。当日禁渔期结束，渔船驶向湖心，迎来开湖后的第一网。", "本报记者 林砚秋 摄") },
    /* behind a short one */
    { BETWEEN("图为修缮后的礁石灯塔。 本报记者 林砚秋 摄\n"), PHOTO("图为修缮后的礁石灯塔。", "本报记者 林砚秋 摄") },
    /* over three lines of the measure */
    { BETWEEN("9月3日，渔民在澄湾起网。当日\n禁渔期结束，渔船驶向湖心，迎来开湖\n后的第一网。 本报记者 林砚秋 摄\n"),
      PHOTO("9月3日，渔民在澄湾起网。当日禁渔期结束，渔船驶向湖心，迎来开湖后的第一网。", "本报记者 林砚秋 摄") },
    /* the credit goes on in the next line: a name, its end, or the word for who took it */
    { BETWEEN("9月3日，渔民在澄湾起网。当日\n禁渔期结束，渔船驶向湖心。 通讯员\n林砚秋 摄\n"),
      PHOTO("9月3日，渔民在澄湾起网。当日禁渔期结束，渔船驶向湖心。", "通讯员 林砚秋 摄") },
    { BETWEEN("9月3日，渔民在澄湾起网。 本报记者 林砚\n秋 摄\n"),
      PHOTO("9月3日，渔民在澄湾起网。", "本报记者 林砚秋 摄") },
    { BETWEEN("上图为修缮前的礁石灯塔。（资\n料图片）\n"), PHOTO("上图为修缮前的礁石灯塔。", "（资料图片）") },
    /* from the files */
    { BETWEEN("上图为修缮前的礁石灯塔。（资料图片）\n"), PHOTO("上图为修缮前的礁石灯塔。", "（资料图片）") },
};

static void test_captions_with_their_credits(void **state)
{
    (void)state;
    ASSERT_CASES(captions, false);
}

static void test_a_folio_and_its_date(void **state)
{
    (void)state;
    assert_proof("02 | 民生 2031年4月5日 星期六\n"
                 "\n" LIGHTHOUSE "\n礁石灯塔修缮完工\n"
                 "\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 LIGHTHOUSE_NEWS HARVEST_NEWS "folio: 02 | 民生\n"
                                              "folio: 2031年4月5日 星期六\n",
                 true);
}

static void test_the_masthead_says_what_the_issue_is(void **state)
{
    (void)state;
    galley_issue *issue =
        page_repair("渡口晨报\n\nDUKOU MORNING POST\n\n2031年4月5日 星期六\n"
                    "第1207期 今日4版 国内统一刊号：CN00—0099\n渡口晨报社出版\n\n" LIGHTHOUSE "\n礁石灯塔修缮完工\n");
    assert_true(galley_slice_is(issue->meta.title, "渡口晨报"));
    assert_true(galley_slice_is(issue->meta.date, "2031-04-05"));
    assert_true(galley_slice_is(issue->meta.number, "1207"));
    assert_true(galley_slice_is(issue->meta.language, "zh-Hans"));
    assert_int_equal(issue->articles.items[0]->kind, GALLEY_MASTHEAD);
    assert_int_equal(issue->articles.count, 2);
    galley_issue_drop(issue);
}

static void test_doubled_glyphs_are_set_apart(void **state)
{
    (void)state;
    galley_issue *issue = page_repair(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n导导 读读\n▶▶ 百年糖坊请来新掌柜 33 版版\n");
    assert_int_equal(page_repairs(issue, "doubled-glyphs"), 2);
    assert_int_equal(issue->articles.count, 2);
    assert_int_equal(issue->articles.items[1]->kind, GALLEY_TEASER);
    assert_true(galley_slice_is(issue->articles.items[1]->headline.text, "百年糖坊请来新掌柜"));
    size_t doubled = 0;
    for (size_t i = 0; i < issue->furniture.count; i++)
        doubled += issue->furniture.items[i].kind == GALLEY_DOUBLED;
    assert_int_equal(doubled, 4); /* 导 读 3 版 */
    galley_issue_drop(issue);
}

static void test_a_notice_with_its_signature(void **state)
{
    (void)state;
    assert_proof("礁石灯塔修缮完工\n\n" LIGHTHOUSE "\n停水公告\n\n尊敬的用户：\n因管道检修，定于4月7日8时至17时\n"
                 "停水。请提前储水，不便之处请谅解。\n渡口自来水公司\n2031年4月4日\n",
                 LIGHTHOUSE_NEWS "notice\n  headline: 停水公告\n  paragraph: 尊敬的用户：\n"
                                 "  paragraph: 因管道检修，定于4月7日8时至17时停水。请提前储水，不便之处请谅解。\n"
                                 "  paragraph: 渡口自来水公司\n  paragraph: 2031年4月4日\n",
                 false);
}

#define FERRY                                                                                                          \
    "[나루=이슬기 기자] 나루의 두 기슭을 잇는 나룻배가\n"                                          \
    "월요일부터 다시 뜬다고 항만사무소가 밝혔다. 나룻배는\n"                                    \
    "봄 홍수 때 키가 부러져 멈춰 있었다.\n"
#define FERRY_NEWS                                                                                                         \
    "news\n  headline: 나룻배 다시 뜬다\n  byline: 이슬기 기자\n"                                              \
    "  paragraph: [나루=이슬기 기자] 나루의 두 기슭을 잇는 나룻배가 월요일부터 다시 뜬다고 " \
    "항만사무소가 밝혔다. 나룻배는 봄 홍수 때 키가 부러져 멈춰 있었다.\n"

/* A reporter's name behind a text that says what is seen took the picture; behind another it signs. */
static const struct page_case named[] = {
    { "나룻배 다시 뜬다\n\n" FERRY "\n아이들이 나루에서 배를 기다리고 있다. 강마루 기자\n",
      FERRY_NEWS "photo\n  figure: 아이들이 나루에서 배를 기다리고 있다.\n  credit: 강마루 기자\n" },
    { "나룻배 다시 뜬다\n\n나룻배가 월요일부터 다시 뜬다고 항만사무소가\n밝혔다. 아이들은 손을 흔들었다. 이슬기 기자\n",
      "news\n  headline: 나룻배 다시 뜬다\n  byline: 이슬기 기자\n"
      "  paragraph: 나룻배가 월요일부터 다시 뜬다고 항만사무소가 밝혔다. 아이들은 손을 흔들었다.\n" },
};

static void test_a_name_behind_what_is_seen(void **state)
{
    (void)state;
    ASSERT_CASES(named, false);
}

static void test_behind_a_teaser_and_its_page(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n渡口图书馆夜里亮灯 7版 晨曦中，渡口湿地的白\n"
                            "鹭翩翩起飞。\n施大川 摄\n",
                 LIGHTHOUSE_NEWS "teaser\n  headline: 渡口图书馆夜里亮灯\n"
                                 "photo\n  figure: 晨曦中，渡口湿地的白鹭翩翩起飞。\n  credit: 施大川 摄\nfolio: 7版\n",
                 true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_captions_with_their_credits),  cmocka_unit_test(test_a_name_behind_what_is_seen),
        cmocka_unit_test(test_a_folio_and_its_date),         cmocka_unit_test(test_the_masthead_says_what_the_issue_is),
        cmocka_unit_test(test_a_notice_with_its_signature),  cmocka_unit_test(test_doubled_glyphs_are_set_apart),
        cmocka_unit_test(test_behind_a_teaser_and_its_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
