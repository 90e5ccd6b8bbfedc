/* SPDX-License-Identifier: MIT
 * Bylines: taken from leads and left there, on lines of their own, at the end; the
 * names in them parted whatever the page did to them. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

static void test_names_with_gaps(void **state)
{
    (void)state;
    assert_proof("本报讯（记者 闻小舟 通讯员 何棠）\n"
                 "9月3日，礁石灯塔修缮完工，将于本月\n"
                 "10日重新亮灯。\n"
                 "\n"
                 "礁石灯塔修缮完工\n",
                 "news\n"
                 "  headline: 礁石灯塔修缮完工\n"
                 "  byline: 记者 闻小舟 通讯员 何棠\n"
                 "  paragraph: 本报讯（记者 闻小舟 通讯员 何棠）9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
                 false);
}

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
                 "news\n"
                 "  headline: 礁石灯塔修缮完工\n"
                 "  byline: 本报记者 闻小舟\n"
                 "  paragraph: "
                 "记者昨日从市城市管理局获悉，礁石灯塔修缮完工，将于本月重新亮灯。灯塔建成已有一百多年，塔身的砖石多处"
                 "开裂，工匠们用了半年时间逐块更换，并把灯室的玻璃擦洗一新。渔民们说，夜里回港心里踏实多了。\n",
                 false);
}

static void test_names_without_gaps(void **state)
{
    (void)state;
    assert_proof(
        "本报讯（记者闻小舟林砚秋 通讯员何棠）\n"
        "9月3日，礁石灯塔修缮完工，将于本月\n"
        "10日重新亮灯。\n"
        "\n"
        "礁石灯塔修缮完工\n",
        "news\n"
        "  headline: 礁石灯塔修缮完工\n"
        "  byline: 记者 闻小舟 林砚秋 通讯员 何棠\n"
        "  paragraph: 本报讯（记者 闻小舟 林砚秋 通讯员 何棠）9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
        false);
}

static void test_names_spaced_out(void **state)
{
    (void)state;
    assert_proof("本 报 讯 （记 者 林 砚 秋 赵 一 舟）9 月\n"
                 "3日，礁石灯塔修缮完工，将于本月10日\n"
                 "重新亮灯。\n"
                 "\n"
                 "礁石灯塔修缮完工\n",
                 "news\n"
                 "  headline: 礁石灯塔修缮完工\n"
                 "  byline: 记者 林砚秋 赵一舟\n"
                 "  paragraph: 本报讯（记者 林砚秋 赵一舟）9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
                 false);
}

static void test_double_surnames(void **state)
{
    (void)state;
    assert_proof("本报讯（记者 欧阳晚 通讯员 司马青舟）\n"
                 "9月3日，礁石灯塔修缮完工，将于本月\n"
                 "10日重新亮灯。\n"
                 "\n"
                 "礁石灯塔修缮完工\n",
                 "news\n"
                 "  headline: 礁石灯塔修缮完工\n"
                 "  byline: 记者 欧阳晚 通讯员 司马青舟\n"
                 "  paragraph: 本报讯（记者 欧阳晚 通讯员 司马青舟）9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
                 false);
}

static void test_a_bracket_over_a_line_end(void **state)
{
    (void)state;
    assert_proof(
        "本报讯（记者 闻小舟 通讯\n"
        "员 何棠 林砚秋）9月3日，礁石灯\n"
        "塔修缮完工，将于本月10日重新亮灯。\n"
        "\n"
        "礁石灯塔修缮完工\n",
        "news\n"
        "  headline: 礁石灯塔修缮完工\n"
        "  byline: 记者 闻小舟 通讯员 何棠 林砚秋\n"
        "  paragraph: 本报讯（记者 闻小舟 通讯员 何棠 林砚秋）9月3日，礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
        false);
}

static void test_an_agency_lead(void **state)
{
    (void)state;
    assert_proof("新华社礁石港9月3日电（记者 林砚\n"
                 "秋）礁石灯塔修缮完工，将于本月10日\n"
                 "重新亮灯。\n"
                 "\n"
                 "礁石灯塔修缮完工\n",
                 "news\n"
                 "  headline: 礁石灯塔修缮完工\n"
                 "  byline: 记者 林砚秋\n"
                 "  paragraph: 新华社礁石港9月3日电（记者 林砚秋）礁石灯塔修缮完工，将于本月10日重新亮灯。\n",
                 false);
}

static void test_a_line_of_its_own(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "本报记者 林砚秋 何棠\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 林砚秋 何棠\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n",
        false);
}

static void test_two_lines_of_their_own(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "本报记者 林砚秋\n"
        "何晚棠\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 林砚秋 何晚棠\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n",
        false);
}

static void test_two_roles_on_two_lines(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "本报记者 林砚秋\n"
        "通讯员 何晚棠\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 林砚秋 通讯员 何晚棠\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n",
        false);
}

static void test_at_the_end(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n"
        "\n"
        "本报记者 林砚秋\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 林砚秋\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n",
        false);
}

static void test_at_the_end_behind_a_mark(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n"
        "□本报记者 林砚秋\n"
        "\n" LIGHTHOUSE "\n礁石灯塔修缮完工\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 林砚秋\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n"
        "news\n  headline: 礁石灯塔修缮完工\n" LIGHTHOUSE_TEXT,
        false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_with_gaps),           cmocka_unit_test(test_names_without_gaps),
        cmocka_unit_test(test_names_spaced_out),          cmocka_unit_test(test_double_surnames),
        cmocka_unit_test(test_a_bracket_over_a_line_end), cmocka_unit_test(test_an_agency_lead),
        cmocka_unit_test(test_a_line_of_its_own),         cmocka_unit_test(test_two_lines_of_their_own),
        cmocka_unit_test(test_two_roles_on_two_lines),    cmocka_unit_test(test_at_the_end),
        cmocka_unit_test(test_at_the_end_behind_a_mark),  cmocka_unit_test(test_a_sentence_about_a_reporter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
