/* SPDX-License-Identifier: MIT
 * Heads: before their bodies and behind them, wrapped, as couplets, with kickers and
 * subheadlines, with blanks between their parts; bodies without a head. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

static void test_before_the_body(void **state)
{
    (void)state;
    assert_proof("礁石灯塔修缮完工\n\n" LIGHTHOUSE "\n麦垄县万亩稻田开镰\n\n" HARVEST, LIGHTHOUSE_NEWS HARVEST_NEWS,
                 true);
}

static void test_behind_the_body(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" HARVEST "\n麦垄县万亩稻田开镰\n\n" BOOKS
                            "\n五百册旧书送进渡口小学\n",
                 LIGHTHOUSE_NEWS HARVEST_NEWS BOOKS_NEWS, true);
}

static void test_behind_the_body_with_no_blank(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "礁石灯塔修缮完工\n" HARVEST "麦垄县万亩稻田开镰\n", LIGHTHOUSE_NEWS HARVEST_NEWS, true);
}

static void test_heads_that_were_spaced_out(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁 石 灯 塔 修 缮 完 工\n\n" HARVEST "\n麦 垄 县 万 亩 稻 田 开 镰\n",
                 LIGHTHOUSE_NEWS HARVEST_NEWS, true);
}

static void test_a_couplet_is_joined_with_a_space(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔重新亮\n三代渔民笑开颜\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 "news\n  headline: 礁石灯塔重新亮 三代渔民笑开颜\n" LIGHTHOUSE_TEXT HARVEST_NEWS, true);
}

static void test_a_couplet_on_one_line_keeps_its_space(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔重新亮 三代渔民笑开颜\n",
                 "news\n  headline: 礁石灯塔重新亮 三代渔民笑开颜\n" LIGHTHOUSE_TEXT, true);
}

static void test_a_wrap_inside_a_word(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n停用多年的礁石灯\n塔将于本月十日重新亮灯\n",
                 "news\n  headline: 停用多年的礁石灯塔将于本月十日重新亮灯\n" LIGHTHOUSE_TEXT, true);
}

static void test_a_dash_begins_a_subheadline(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n——访老渔民施大川\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 "news\n  headline: 礁石灯塔修缮完工\n  subheadlines: ——访老渔民施大川\n" LIGHTHOUSE_TEXT HARVEST_NEWS,
                 true);
}

static void test_a_subheadline_in_the_line_of_its_headline(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工 ——访老渔民施大川\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
                 "news\n  headline: 礁石灯塔修缮完工\n  subheadlines: ——访老渔民施大川\n" LIGHTHOUSE_TEXT HARVEST_NEWS,
                 true);
}

static void test_a_place_above_is_a_kicker(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" HARVEST "\n麦垄县\n万亩稻田陆续开镰\n",
                 LIGHTHOUSE_NEWS "news\n  kicker: 麦垄县\n  headline: 万亩稻田陆续开镰\n" HARVEST_TEXT, true);
}

static void test_a_name_and_what_it_did(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" BOOKS "\n渡口小学\n喜获旧书五百册\n",
                 LIGHTHOUSE_NEWS "news\n  headline: 渡口小学喜获旧书五百册\n" BOOKS_TEXT, true);
}

static void test_who_said_a_couplet(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" HARVEST
                            "\n施大川在麦垄县调研秋收时强调\n抢抓农时颗粒归 优化服务农户安\n",
                 LIGHTHOUSE_NEWS "news\n  kicker: 施大川在麦垄县调研秋收时强调\n"
                                 "  headline: 抢抓农时颗粒归 优化服务农户安\n" HARVEST_TEXT,
                 true);
}

/* Painted last, far from its text. */
static void test_far_from_its_text(void **state)
{
    (void)state;
    assert_proof(HARVEST LIGHTHOUSE "\n礁石灯塔修缮完工\n\n" BOOKS
                                    "\n五百册旧书送进渡口小学\n\n麦垄县万亩稻田陆续开镰\n",
                 "news\n  headline: 麦垄县万亩稻田陆续开镰\n" HARVEST_TEXT LIGHTHOUSE_NEWS BOOKS_NEWS, true);
}

/* A short line that a caption follows is a head of its own. */
static void test_before_a_caption(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "礁石灯塔修缮完工\n"
                            "晨曦中的渡口湿地白鹭翩翩起飞，\n"
                            "引来许多市民拍照留念。\n"
                            "施大川 摄\n" HARVEST "麦垄县万亩稻田开镰\n",
                 LIGHTHOUSE_NEWS "photo\n  figure: 晨曦中的渡口湿地白鹭翩翩起飞，引来许多市民拍照留念。\n"
                                 "  credit: 施大川 摄\n" HARVEST_NEWS,
                 true);
}

static void test_an_advertisement_has_no_label(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n"
                            "澄湾家具城\n"
                            "年终大促\n"
                            "全场五折起！\n"
                            "\n"
                            "12月1日至9日，进店有礼，先到先\n"
                            "得，详情请到店咨询。\n"
                            "地址：澄湾路12号 电话：0000-\n"
                            "2617734\n",
                 LIGHTHOUSE_NEWS "ad\n"
                                 "  headline: 澄湾家具城 年终大促 全场五折起！\n"
                                 "  paragraph: 12月1日至9日，进店有礼，先到先得，详情请到店咨询。\n"
                                 "  paragraph: 地址：澄湾路12号 电话：0000-2617734\n",
                 true);
}

static void test_a_signature_ends_a_notice(void **state)
{
    (void)state;
    assert_proof(
        "关于渡口路段封闭施工的公告\n"
        "\n"
        "各位市民：\n"
        "因铺设水管，渡口路段自10日起封\n"
        "闭施工，过往车辆请绕行，由此带来的\n"
        "不便，敬请谅解。\n"
        "渡口市政处\n"
        "2031年4月3日\n"
        "\n"
        "守 塔 人 施 大 川\n"
        "\n" KEEPERS,
        "notice\n"
        "  headline: 关于渡口路段封闭施工的公告\n"
        "  paragraph: 各位市民：\n"
        "  paragraph: 因铺设水管，渡口路段自10日起封闭施工，过往车辆请绕行，由此带来的不便，敬请谅解。\n"
        "  paragraph: 渡口市政处\n"
        "  paragraph: 2031年4月3日\n"
        "news\n"
        "  headline: 守塔人施大川\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n",
        true);
}

static void test_a_whole_statement_below_is_a_subheadline(void **state)
{
    (void)state;
    assert_proof(
        LIGHTHOUSE "\n礁石灯塔修缮完工\n工匠补配了散失的透镜\n\n" HARVEST "\n麦垄县万亩稻田开镰\n",
        "news\n  headline: 礁石灯塔修缮完工\n  subheadlines: 工匠补配了散失的透镜\n" LIGHTHOUSE_TEXT HARVEST_NEWS,
        true);
}

#define MEETING                                                                                                        \
    "本报讯（记者 骆青山）昨日，全\n"                                                                    \
    "市秋收工作会议在麦垄县召开。副市长\n"                                                            \
    "梁仲禾强调，要抢在雨前把稻子收回来，\n"                                                         \
    "颗粒归仓。\n"                                                                                                \
    "梁仲禾指出，各县要调好收割机，\n"                                                                  \
    "备足烘干机，不让农民为卖粮发愁。农\n"                                                            \
    "机站要把服务送到田头，随叫随到。\n"
#define MEETING_TEXT                                                                                                                                                    \
    "  byline: 记者 骆青山\n"                                                                                                                                      \
    "  paragraph: 本报讯（记者 骆青山）昨日，全市秋收工作会议在麦垄县召开。副市长梁仲禾强调，要抢在雨前把稻子收回来，" \
    "颗粒归仓。\n"                                                                                                                                                 \
    "  paragraph: 梁仲禾指出，各县要调好收割机，备足烘干机，不让农民为卖粮发愁。农机站要把服务送到田头，随叫随到。\n"

static const char meeting_proof[] = "news\n"
                                    "  kicker: 梁仲禾在全市秋收工作会议上强调\n"
                                    "  headline: 抢在雨前收稻子 颗粒归仓不发愁\n"
                                    "  subheadlines: 卢晓堂等参加\n" MEETING_TEXT LIGHTHOUSE_NEWS;

static void test_a_meeting_has_kicker_couplet_and_attendance(void **state)
{
    (void)state;
    assert_proof(MEETING "\n梁仲禾在全市秋收工作会议上强调\n抢在雨前收稻子\n颗粒归仓不发愁\n卢晓堂等参加\n\n" LIGHTHOUSE
                         "\n礁石灯塔修缮完工\n",
                 meeting_proof, true);
}

static void test_blanks_between_the_parts(void **state)
{
    (void)state;
    assert_proof(MEETING
                 "\n梁仲禾在全市秋收工作会议上强调\n\n抢在雨前收稻子\n颗粒归仓不发愁\n\n卢晓堂等参加\n\n" LIGHTHOUSE
                 "\n礁石灯塔修缮完工\n",
                 meeting_proof, true);
}

static void test_a_body_without_a_head(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n" HARVEST "\n麦垄县万亩稻田开镰\n", "news\n" LIGHTHOUSE_TEXT HARVEST_NEWS, true);
    assert_proof(LIGHTHOUSE HARVEST, "news\n" LIGHTHOUSE_TEXT "news\n" HARVEST_TEXT, true);
}

static void test_a_teaser_with_its_pointer(void **state)
{
    (void)state;
    assert_proof(LIGHTHOUSE "\n礁石灯塔修缮完工\n\n导读\n▶ 百年糖坊请来新掌柜 3版\n▶ 中秋期间这些路段错峰放行 4版\n",
                 LIGHTHOUSE_NEWS "teaser\n  headline: 百年糖坊请来新掌柜\n"
                                 "teaser\n  headline: 中秋期间这些路段错峰放行\n",
                 false);
}

/* How often it was weighed that the source calls a line a heading. */
static size_t times_called(const galley_issue *issue)
{
    size_t times = 0;
    for (size_t i = 0; i < issue->decisions.count; i++)
        for (size_t k = 0; k < issue->decisions.items[i].evidence.count; k++)
            times += strcmp(issue->decisions.items[i].evidence.items[k].reason, "the source calls it a heading") == 0;
    return times;
}

/* A line that looks like no head: it begins as those of advertisements do. */
static void test_what_the_source_calls_a_heading(void **state)
{
    (void)state;
    static const char dump[] = LIGHTHOUSE "\n扫码报名，周末登灯塔\n\n" HARVEST;
    static const char *const kinds[] = { "", "caption", "heading" };
    galley_repair_options options = { .explain = true, .weights = "roles.called-heading=40" };
    for (size_t i = 0; i < 3; i++) {
        galley_issue *issue = galley_issue_new(0);
        page_fill(issue, dump);
        issue->zones.items[1].kind = galley_slice_of(kinds[i]);
        assert_int_equal(galley_repair(issue, &options, NULL), GALLEY_OK);
        bool head = galley_slice_is(issue->articles.items[0]->headline.text, "扫码报名，周末登灯塔");
        assert_int_equal(head, i == 2);
        assert_int_equal(times_called(issue), i == 2);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_before_the_body),
        cmocka_unit_test(test_what_the_source_calls_a_heading),
        cmocka_unit_test(test_behind_the_body),
        cmocka_unit_test(test_behind_the_body_with_no_blank),
        cmocka_unit_test(test_heads_that_were_spaced_out),
        cmocka_unit_test(test_a_couplet_is_joined_with_a_space),
        cmocka_unit_test(test_a_couplet_on_one_line_keeps_its_space),
        cmocka_unit_test(test_a_wrap_inside_a_word),
        cmocka_unit_test(test_a_dash_begins_a_subheadline),
        cmocka_unit_test(test_a_subheadline_in_the_line_of_its_headline),
        cmocka_unit_test(test_a_place_above_is_a_kicker),
        cmocka_unit_test(test_a_name_and_what_it_did),
        cmocka_unit_test(test_who_said_a_couplet),
        cmocka_unit_test(test_far_from_its_text),
        cmocka_unit_test(test_before_a_caption),
        cmocka_unit_test(test_an_advertisement_has_no_label),
        cmocka_unit_test(test_a_signature_ends_a_notice),
        cmocka_unit_test(test_a_whole_statement_below_is_a_subheadline),
        cmocka_unit_test(test_a_meeting_has_kicker_couplet_and_attendance),
        cmocka_unit_test(test_blanks_between_the_parts),
        cmocka_unit_test(test_a_body_without_a_head),
        cmocka_unit_test(test_a_teaser_with_its_pointer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
