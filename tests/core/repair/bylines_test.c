/* SPDX-License-Identifier: MIT
 * Bylines: taken from leads and left there, on lines of their own, at the end; the
 * names in them parted whatever the page did to them. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

/* ---- In the lead ---------------------------------------------------------------- */

#define REOPENING "\n礁石灯塔修缮完工\n"
#define REOPENED(byline, text) "news\n  headline: 礁石灯塔修缮完工\n  byline: " byline "\n  paragraph: " text "\n"
#define SAYS "9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。"

static const struct page_case leads[] = {
    /* the bracket goes on in a second line, and a sentence about a reporter behind it */
    { "本报讯（记者 闻小舟 何晚棠\n"
      "通讯员 骆青山）记者从市航标处获悉，\n"
      "停用多年的礁石灯塔修缮完工，将于本\n"
      "月10日重新亮灯，渔民都来看它。\n"
      "\n"
      "礁石灯塔修缮完工\n",
      "news\n"
      "  headline: 礁石灯塔修缮完工\n"
      "  byline: 记者 闻小舟 何晚棠 通讯员 骆青山\n"
      "  paragraph: 本报讯（记者 闻小舟 何晚棠 通讯员 骆青山）记者从市航标处获悉，停用多年的礁石灯塔修缮完工，将于本"
      "月10日重新亮灯，渔民都来看它。\n" },
    /* names with gaps */
    { "本报讯（记者 闻小舟 通讯员 何棠）\n9月3日，礁石灯塔修缮完工，将于本月\n10日重新亮灯。\n" REOPENING,
      REOPENED("记者 闻小舟 通讯员 何棠", "本报讯（记者 闻小舟 通讯员 何棠）" SAYS) },
    /* names without gaps */
    { "本报讯（记者闻小舟林砚秋 通讯员何棠）\n9月3日，礁石灯塔修缮完工，将于本月\n10日重新亮灯。\n" REOPENING,
      REOPENED("记者 闻小舟 林砚秋 通讯员 何棠", "本报讯（记者 闻小舟 林砚秋 通讯员 何棠）" SAYS) },
    /* names spaced out with their line */
    { "本 报 讯 （记 者 林 砚 秋 赵 一 舟）9 月\n3日，礁石灯塔修缮完工，将于本月10日\n重新亮灯。\n" REOPENING,
      REOPENED("记者 林砚秋 赵一舟", "本报讯（记者 林砚秋 赵一舟）" SAYS) },
    /* surnames of two characters */
    { "本报讯（记者 欧阳晚 通讯员 司马青舟）\n9月3日，礁石灯塔修缮完工，将于本月\n10日重新亮灯。\n" REOPENING,
      REOPENED("记者 欧阳晚 通讯员 司马青舟", "本报讯（记者 欧阳晚 通讯员 司马青舟）" SAYS) },
    /* a bracket over the end of a line */
    { "本报讯（记者 闻小舟 通讯\n员 何棠 林砚秋）9月3日，礁石灯\n塔修缮完工，将于本月10日重新亮灯。\n" REOPENING,
      REOPENED("记者 闻小舟 通讯员 何棠 林砚秋", "本报讯（记者 闻小舟 通讯员 何棠 林砚秋）" SAYS) },
    /* the lead of an agency */
    { "新华社礁石港9月3日电（记者 林砚\n秋）礁石灯塔修缮完工，将于本月10日\n重新亮灯。\n" REOPENING,
      REOPENED("记者 林砚秋", "新华社礁石港9月3日电（记者 林砚秋）礁石灯塔修缮完工，将于本月10日重新亮灯。") },
};

static void test_in_the_lead(void **state)
{
    (void)state;
    ASSERT_CASES(leads, false);
}

/* 记者 that begins a sentence is nobody's byline. */
static void test_a_sentence_about_a_reporter(void **state)
{
    (void)state;
    assert_proof("礁石灯塔修缮完工\n"
                 "\n"
                 "□本报记者 闻小舟\n"
                 "\n"
                 "记者昨日从市城市管理局\n"
                 "获悉，礁石灯塔修缮完工，\n"
                 "将于本月重新亮灯。灯塔\n"
                 "建成已有一百多年，塔身\n"
                 "的砖石多处开裂，工匠们\n"
                 "用了半年时间逐块更换，\n"
                 "并把灯室的玻璃擦洗一新。\n"
                 "渔民们说，夜里回港心里\n"
                 "踏实多了。\n",
                 REOPENED("本报记者 闻小舟",
                          "记者昨日从市城市管理局获悉，礁石灯塔修缮完工，将于本月重新亮灯。灯塔建成已有一百多年，"
                          "塔身的砖石多处开裂，工匠们用了半年时间逐块更换，并把灯室的玻璃擦洗一新。渔民们说，"
                          "夜里回港心里踏实多了。"),
                 false);
}

/* ---- On lines of their own -------------------------------------------------------- */

#define KEPT(byline) "news\n  headline: 灯塔下面的人家\n  byline: " byline "\n" KEEPERS_TEXT

static const struct page_case lines[] = {
    /* one line, two names, two roles */
    { "灯塔下面的人家\n\n"
      "本报记者 林砚秋 何棠\n\n" KEEPERS,
      KEPT("本报记者 林砚秋 何棠") },
    { "灯塔下面的人家\n\n"
      "本报记者 林砚秋\n何晚棠\n\n" KEEPERS,
      KEPT("本报记者 林砚秋 何晚棠") },
    { "灯塔下面的人家\n\n"
      "本报记者 林砚秋\n通讯员 何晚棠\n\n" KEEPERS,
      KEPT("本报记者 林砚秋 通讯员 何晚棠") },
    /* at the end, and there behind a mark with another article below */
    { "灯塔下面的人家\n\n" KEEPERS "\n本报记者 林砚秋\n", KEPT("本报记者 林砚秋") },
    { "灯塔下面的人家\n\n" KEEPERS "□本报记者 林砚秋\n\n" LIGHTHOUSE "\n礁石灯塔修缮完工\n",
      KEPT("本报记者 林砚秋") LIGHTHOUSE_NEWS },
};

static void test_on_lines_of_their_own(void **state)
{
    (void)state;
    ASSERT_CASES(lines, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_the_lead),
        cmocka_unit_test(test_a_sentence_about_a_reporter),
        cmocka_unit_test(test_on_lines_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
