/* SPDX-License-Identifier: MIT
 * Where texts meet and where they go on: two features with no sign between them, a
 * feature with crossheads and its head below, labels, pen names, signatures of two lines,
 * the lines of an advertisement. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

#define CLOCK                                                                                                          \
    "本报讯（记者 闻小舟）昨日，停\n"                                                                    \
    "摆多年的鼓楼大钟重新走了起来。修钟\n"                                                            \
    "匠褚留年带着徒弟，把大钟的齿轮一只\n"                                                            \
    "只拆下来，锉平、上油、装好。\n"                                                                     \
    "鼓楼大钟铸于1907年，一天要上两\n"                                                                    \
    "次弦。褚留年说，大钟走得准不准，要\n"                                                            \
    "听它的声音。\n"
#define CLOCK_TEXT                                                                                                                           \
    "  byline: 记者 闻小舟\n"                                                                                                           \
    "  paragraph: 本报讯（记者 闻小舟）昨日，停摆多年的鼓楼大钟重新走了起来。修钟匠褚留年带着徒弟，" \
    "把大钟的齿轮一只只拆下来，锉平、上油、装好。\n"                                                                   \
    "  paragraph: 鼓楼大钟铸于1907年，一天要上两次弦。褚留年说，大钟走得准不准，要听它的声音。\n"

/* A feature without a lead, of another measure. */
#define FERRY                                                                                                          \
    "天刚亮，摆渡人柯老七把渡船撑离\n"                                                                  \
    "了芦花渡口，渡船上坐着七个去对岸上\n"                                                            \
    "学的孩子。\n"                                                                                                \
    "芦花渡口没有桥，渡船是两岸唯一\n"                                                                  \
    "的路。柯老七摆渡三十一年，没有误过\n"                                                            \
    "一趟。孩子们叫他七伯，下船时挨个向\n"                                                            \
    "他鞠躬。\n"
#define FERRY_TEXT                                                                                                                   \
    "  paragraph: 天刚亮，摆渡人柯老七把渡船撑离了芦花渡口，渡船上坐着七个去对岸上学的孩子。\n" \
    "  paragraph: 芦花渡口没有桥，渡船是两岸唯一的路。柯老七摆渡三十一年，没有误过一趟。"         \
    "孩子们叫他七伯，下船时挨个向他鞠躬。\n"

static void test_a_head_on_either_side_parts_two_texts(void **state)
{
    (void)state;
    assert_proof("鼓楼大钟重新走了起来\n\n" CLOCK "\n" FERRY "\n芦花渡口的摆渡人柯老七\n",
                 "news\n  headline: 鼓楼大钟重新走了起来\n" CLOCK_TEXT
                 "news\n  headline: 芦花渡口的摆渡人柯老七\n" FERRY_TEXT,
                 true);
}

static void test_one_text_stays_one(void **state)
{
    (void)state;
    assert_proof("鼓楼大钟重新走了起来\n\n" CLOCK "\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 "news\n  headline: 鼓楼大钟重新走了起来\n" CLOCK_TEXT HARVEST_NEWS, true);
    assert_proof("芦花渡口的摆渡人柯老七\n\n" FERRY "\n城南菜市搬进新大棚\n",
                 "news\n  headline: 芦花渡口的摆渡人柯老七\n" FERRY_TEXT "teaser\n  headline: 城南菜市搬进新大棚\n",
                 true);
    assert_proof(FERRY "\n芦花渡口的摆渡人柯老七\n", "news\n  headline: 芦花渡口的摆渡人柯老七\n" FERRY_TEXT, true);
}

/* Letters are half as wide as characters: a crosshead of theirs may have twice as many. */
static void test_a_crosshead_of_letters(void **state)
{
    (void)state;
    assert_proof("Harrow Ferry Runs Again After Flood\n\n"
                 "HARROW, June 3 — The Harrow ferry\n"
                 "will run again on Monday after six\n"
                 "weeks in the yard. Its rudder was\n"
                 "broken by a log.\n\n"
                 "The View From the Landing\n\n"
                 "Children wave at the ferry as if it\n"
                 "had been away for years. Until the\n"
                 "end of summer nobody under twelve\n"
                 "pays for the ferry or the rudder.\n",
                 "news\n  headline: Harrow Ferry Runs Again After Flood\n"
                 "  paragraph: HARROW, June 3 — The Harrow ferry will run again on Monday after six weeks in the yard. "
                 "Its rudder was broken by a log.\n"
                 "  crosshead: The View From the Landing\n"
                 "  paragraph: Children wave at the ferry as if it had been away for years. Until the end of summer "
                 "nobody under twelve pays for the ferry or the rudder.\n",
                 false);
}

static void test_a_name_below_the_headline_signs_it(void **state)
{
    (void)state;
    assert_proof("芦花渡口的摆渡人\n\n林砚秋\n\n" FERRY,
                 "news\n  headline: 芦花渡口的摆渡人\n  byline: 林砚秋\n" FERRY_TEXT, true);
}

static void test_a_signature_over_two_lines(void **state)
{
    (void)state;
    assert_proof(FERRY "本报记者 林砚秋\n骆青山\n\n芦花渡口的摆渡人\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 "news\n  headline: 芦花渡口的摆渡人\n  byline: 本报记者 林砚秋 骆青山\n" FERRY_TEXT HARVEST_NEWS,
                 true);
}

static void test_a_label_stands_above_the_head(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" HARVEST "\n走乡村 看变化\n\n麦垄县万亩稻田开镰\n",
                 LIGHTHOUSE_NEWS "news\n  section: 走乡村 看变化\n  headline: 麦垄县万亩稻田开镰\n" HARVEST_TEXT, true);
}

static void test_figures_stand_in_subheadlines(void **state)
{
    (void)state;
    assert_proof(HARVEST "\n麦垄县万亩稻田开镰\n收割机出动400台 亩产增加30公斤\n\n" LIGHTHOUSE "\n礁石灯塔修缮完工\n",
                 "news\n  headline: 麦垄县万亩稻田开镰\n  subheadlines: 收割机出动400台 亩产增加30公斤\n" HARVEST_TEXT
                     LIGHTHOUSE_NEWS,
                 true);
}

static void test_a_head_below_a_text_with_crossheads(void **state)
{
    (void)state;
    assert_proof(
        FERRY "\n渡船上的课\n\n"
              "渡船要走二十分钟，孩子们就在渡\n"
              "船上背课文。柯老七不识字，听得多了\n"
              "也会背几句。\n"
              "\n芦花渡口的摆渡人柯老七\n——渡船上的三十一年\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
        "news\n  headline: 芦花渡口的摆渡人柯老七\n  subheadlines: ——渡船上的三十一年\n" FERRY_TEXT
        "  crosshead: 渡船上的课\n"
        "  paragraph: 渡船要走二十分钟，孩子们就在渡船上背课文。柯老七不识字，听得多了也会背几句。\n" HARVEST_NEWS,
        true);
}

static void test_a_crosshead_wraps(void **state)
{
    (void)state;
    assert_proof(FERRY "\n渡船上的早读课，一\n篇课文听了三十年\n\n"
                       "渡船要走二十分钟，孩子们就在渡\n"
                       "船上背课文。柯老七不识字，听得多了\n"
                       "也会背几句。\n"
                       "\n芦花渡口的摆渡人柯老七\n——渡船上的三十一年\n",
                 "news\n  headline: 芦花渡口的摆渡人柯老七\n  subheadlines: ——渡船上的三十一年\n" FERRY_TEXT
                 "  crosshead: 渡船上的早读课，一篇课文听了三十年\n"
                 "  paragraph: 渡船要走二十分钟，孩子们就在渡船上背课文。柯老七不识字，听得多了也会背几句。\n",
                 true);
}

static void test_an_advertisement_calls(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n"
                            "“渡口通”App“答题换船票”报名开始!\n"
                            "\n"
                            "扫一扫 下载“渡口通”App\n"
                            "\n"
                            "答对十道题,就能换一张船票!咨询电话0000-2000001。\n",
                 LIGHTHOUSE_NEWS "ad\n  headline: “渡口通”App“答题换船票”报名开始!\n"
                                 "  paragraph: 扫一扫 下载“渡口通”App\n"
                                 "  paragraph: 答对十道题,就能换一张船票!咨询电话0000-2000001。\n",
                 true);
}

/* An advertisement that ends with whom to call, and the text that the extractor set behind it. */
static void test_a_text_behind_an_advertisement(void **state)
{
    (void)state;
    assert_proof("Alder Furniture: Autumn Sale!\n\n"
                 "Everything must go! Chairs at half price, this week only!\n"
                 "12 Mill Lane. Telephone 000-4421.\n\n"
                 "The ferry at Harrow Landing will run\n"
                 "again on Monday after six weeks in\n"
                 "the yard. Its rudder was broken by a\n"
                 "log that came down the river.\n\n"
                 "Harrow Ferry Runs Again\n",
                 "ad\n  headline: Alder Furniture: Autumn Sale!\n"
                 "  paragraph: Everything must go! Chairs at half price, this week only!\n"
                 "  paragraph: 12 Mill Lane. Telephone 000-4421.\n"
                 "news\n  headline: Harrow Ferry Runs Again\n"
                 "  paragraph: The ferry at Harrow Landing will run again on Monday after six weeks in the yard. Its "
                 "rudder was broken by a log that came down the river.\n",
                 false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_head_on_either_side_parts_two_texts),
        cmocka_unit_test(test_one_text_stays_one),
        cmocka_unit_test(test_a_crosshead_of_letters),
        cmocka_unit_test(test_a_name_below_the_headline_signs_it),
        cmocka_unit_test(test_a_signature_over_two_lines),
        cmocka_unit_test(test_a_label_stands_above_the_head),
        cmocka_unit_test(test_figures_stand_in_subheadlines),
        cmocka_unit_test(test_a_head_below_a_text_with_crossheads),
        cmocka_unit_test(test_a_crosshead_wraps),
        cmocka_unit_test(test_an_advertisement_calls),
        cmocka_unit_test(test_a_text_behind_an_advertisement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
