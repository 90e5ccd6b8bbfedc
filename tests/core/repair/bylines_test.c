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

/* ---- In other languages ------------------------------------------------------------ */

#define FERRY                                                                                                          \
    "The ferry at Harrow Landing will run\n"                                                                           \
    "again on Monday after six weeks in the\n"                                                                         \
    "yard. Its rudder was broken by a log\n"                                                                           \
    "that came down the river in the flood.\n"
#define FERRY_TEXT                                                                                                     \
    "  paragraph: The ferry at Harrow Landing will run again on Monday after six weeks in the yard. Its rudder was "   \
    "broken by a log that came down the river in the flood.\n"
#define SCHOOL                                                                                                         \
    "The children of Millbrook school have\n"                                                                          \
    "planted ninety apple trees behind the\n"                                                                          \
    "gymnasium. They mean to sell the fruit\n"                                                                         \
    "and to buy a telescope with the money.\n"
#define SCHOOL_TEXT                                                                                                    \
    "  paragraph: The children of Millbrook school have planted ninety apple trees behind the gymnasium. They mean "   \
    "to sell the fruit and to buy a telescope with the money.\n"

static const struct page_case above[] = {
    /* in the first column, on top of the text; the heads are painted behind it */
    { "By Ada Ferris\n" FERRY "\nHarrow Ferry Runs Again After Flood\n\n"
      "By Ned Marsh\n" SCHOOL "\nMillbrook School Plants Apple Trees\n",
      "news\n  headline: Harrow Ferry Runs Again After Flood\n  byline: By Ada Ferris\n" FERRY_TEXT
      "news\n  headline: Millbrook School Plants Apple Trees\n  byline: By Ned Marsh\n" SCHOOL_TEXT },
    /* below the head, which stands below its text */
    { FERRY "\nHarrow Ferry Runs Again After Flood\n\nBy Ada Ferris\n\n" SCHOOL
            "\nMillbrook School Plants Apple Trees\n\nBy Ned Marsh\n",
      "news\n  headline: Harrow Ferry Runs Again After Flood\n  byline: By Ada Ferris\n" FERRY_TEXT
      "news\n  headline: Millbrook School Plants Apple Trees\n  byline: By Ned Marsh\n" SCHOOL_TEXT },
};

static void test_on_top_of_the_text(void **state)
{
    (void)state;
    ASSERT_CASES(above, false);
}

#define KOREAN                                                                                                         \
    "나루의 두 기슭을 잇는 나룻배가 월요일부터\n"                                                    \
    "다시 뜬다고 항만사무소가 밝혔다. 나룻배는\n"                                                    \
    "봄 홍수 때 키가 부러져 멈춰 있었다.\n"
#define KOREAN_TEXT                                                                                                                                    \
    "  paragraph: 나루의 두 기슭을 잇는 나룻배가 월요일부터 다시 뜬다고 항만사무소가 밝혔다. 나룻배는 봄 홍수 " \
    "때 키가 부러져 멈춰 있었다.\n"

static const struct page_case addresses[] = {
    /* an address behind the name, and on a line of its own */
    { "나룻배 다시 뜬다\n\n" KOREAN "이슬기 기자 seul7@naru.example\n",
      "news\n  headline: 나룻배 다시 뜬다\n  byline: 이슬기 기자 seul7@naru.example\n" KOREAN_TEXT },
    { "나룻배 다시 뜬다\n\n" KOREAN "□이슬기 기자\nseul7@naru.example\n",
      "news\n  headline: 나룻배 다시 뜬다\n  byline: 이슬기 기자 seul7@naru.example\n" KOREAN_TEXT },
    /* a lead that fills its line is no byline */
    { "나룻배 다시 뜬다\n\n[나루=이슬기 기자]\n" KOREAN,
      "news\n  headline: 나룻배 다시 뜬다\n  byline: 이슬기 기자\n  paragraph: [나루=이슬기 기자] 나루의 두 기슭을 "
      "잇는 "
      "나룻배가 월요일부터 다시 뜬다고 항만사무소가 밝혔다. 나룻배는 봄 홍수 때 키가 부러져 멈춰 있었다.\n" },
};

static void test_with_an_address(void **state)
{
    (void)state;
    ASSERT_CASES(addresses, false);
}

/* Nouns with capitals below a byline are no more names. */
static void test_nouns_are_no_names(void **state)
{
    (void)state;
    assert_proof("Grundschule Ohlstedt lernt kochen\n\n"
                 "Von Karin Imhoff\n"
                 "Die Kinder der Grundschule\n"
                 "haben am Montag zum ersten\n"
                 "Mal für alle gekocht. Es gab\n"
                 "Suppe aus eigenen Rüben.\n",
                 "news\n  headline: Grundschule Ohlstedt lernt kochen\n  byline: Von Karin Imhoff\n"
                 "  paragraph: Die Kinder der Grundschule haben am Montag zum ersten Mal für alle gekocht. Es gab "
                 "Suppe aus eigenen Rüben.\n",
                 false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_the_lead),           cmocka_unit_test(test_a_sentence_about_a_reporter),
        cmocka_unit_test(test_on_lines_of_their_own), cmocka_unit_test(test_on_top_of_the_text),
        cmocka_unit_test(test_with_an_address),       cmocka_unit_test(test_nouns_are_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
