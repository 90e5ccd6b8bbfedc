/* SPDX-License-Identifier: MIT
 * Lines into paragraphs: column breaks inside sentences, words and brackets, breaks
 * that no blank shows, first lines cut off by a blank, hanging quotes, items, questions
 * and answers, crossheads. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

/* The lines of LIGHTHOUSE, and its headline. */
#define REOPENED                                                                                                       \
    "本报讯（记者 闻小舟）9月3日，\n"                                                                     \
    "记者从市航标处获悉，停用多年的礁石\n"                                                            \
    "灯塔修缮完工，将于本月10日重新亮灯。\n"
#define BUILT "灯塔建于1921年，塔高18米，曾为\n"
#define MENDED "三代渔民指路。修缮中，工匠补配了散\n"
#define WHITE "失的透镜，塔身仍刷成白色，与老照片\n上一样。\n"
#define HEADLINE "\n礁石灯塔修缮完工\n"

/* Blank lines of one text, and what they mean: the same two paragraphs each time. */
static const char *const blanks[] = {
    /* no blank shows where the first paragraph ends */
    LIGHTHOUSE HEADLINE,
    /* a column ends inside a sentence */
    REOPENED BUILT MENDED "\n" WHITE HEADLINE,
    /* … inside a word and a bracket */
    "本报讯（记者 闻小\n"
    "\n"
    "舟）9月3日，记者从市航标处\n"
    "获悉，停用多年的礁石灯塔修缮完工，\n"
    "将于本月10日重新亮灯。\n" BUILT MENDED WHITE HEADLINE,
    /* columns end everywhere */
    "本报讯（记者 闻小舟）9月3日，\n"
    "\n"
    "记者从市航标处获悉，停用多年的礁石\n"
    "\n"
    "灯塔修缮完工，将于本月10日重新亮灯。\n" BUILT "\n" MENDED "失的透镜，塔身仍刷成白色，与老照片\n"
    "\n"
    "上一样。\n" HEADLINE,
    /* the first line is cut off by a blank */
    REOPENED "\n" BUILT "\n" MENDED WHITE HEADLINE,
    /* a blank at a break is a break */
    REOPENED "\n" BUILT MENDED WHITE HEADLINE,
};

static void test_blanks_and_the_breaks_of_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        assert_proof(blanks[i], LIGHTHOUSE_NEWS, false);
}

static void test_a_line_is_not_an_end_and_an_indent_at_once(void **state)
{
    (void)state;
    /* a line two characters short that ends a sentence, behind a full one that ends one, too */
    assert_proof(
        "本报讯（记者 闻小舟）9月3日，\n"
        "记者从市航标处获悉，停用多年的礁石\n"
        "灯塔修缮完工，本月10日将重新亮灯。\n"
        "灯塔建于1921年，灯塔共高18米。\n"
        "它曾为三代渔民指路，修缮中，匠人们\n"
        "补配了散失的透镜，又换了新的铁梯，\n"
        "塔身仍刷成白色。\n"
        "\n"
        "礁石灯塔修缮完工\n",
        "news\n"
        "  headline: 礁石灯塔修缮完工\n"
        "  byline: 记者 闻小舟\n"
        "  paragraph: 本报讯（记者 "
        "闻小舟）9月3日，记者从市航标处获悉，停用多年的礁石灯塔修缮完工，本月10日将重新亮灯。\n"
        "  paragraph: 灯塔建于1921年，灯塔共高18米。它曾为三代渔民指路，修缮中，匠人们补配了散失的透镜，又换了新的铁"
        "梯，塔身仍刷成白色。\n",
        false);
}

static void test_a_crosshead_in_the_measure_of_the_text_stands_alone(void **state)
{
    (void)state;
    assert_proof(
        REOPENED "\n三代人的灯塔\n\n" BUILT MENDED WHITE HEADLINE,
        "news\n"
        "  headline: 礁石灯塔修缮完工\n"
        "  byline: 记者 闻小舟\n"
        "  paragraph: 本报讯（记者 "
        "闻小舟）9月3日，记者从市航标处获悉，停用多年的礁石灯塔修缮完工，将于本月10日重新亮灯。\n"
        "  crosshead: 三代人的灯塔\n"
        "  paragraph: "
        "灯塔建于1921年，塔高18米，曾为三代渔民指路。修缮中，工匠补配了散失的透镜，塔身仍刷成白色，与老照片上一样。\n",
        false);
}

static void test_a_quote_begins_a_paragraph(void **state)
{
    (void)state;
    assert_proof(
        "本报讯（记者 闻小舟）9月3日，\n"
        "记者从市航标处获悉，礁石灯塔修缮完\n"
        "工。\n"
        "\n"
        "“亮灯那晚，我要划船出去看一\n"
        "看。”老渔民施大川说，小时候他跟着\n"
        "父亲夜里回港，全靠这盏灯。\n"
        "\n"
        "礁石灯塔修缮完工\n",
        "news\n"
        "  headline: 礁石灯塔修缮完工\n"
        "  byline: 记者 闻小舟\n"
        "  paragraph: 本报讯（记者 闻小舟）9月3日，记者从市航标处获悉，礁石灯塔修缮完工。\n"
        "  paragraph: “亮灯那晚，我要划船出去看一看。”老渔民施大川说，小时候他跟着父亲夜里回港，全靠这盏灯。\n",
        false);
}

static void test_a_blank_before_an_opening_mark_is_none(void **state)
{
    (void)state;
    assert_proof(
        "本报讯（记者 闻小舟）9月3日，\n"
        "市航标处公布了新修订的\n"
        "\n"
        "《灯塔守护条例》，从下月起施行。条\n"
        "例规定，每座灯塔都要有专人看护。\n"
        "\n"
        "灯塔守护条例下月施行\n",
        "news\n"
        "  headline: 灯塔守护条例下月施行\n"
        "  byline: 记者 闻小舟\n"
        "  paragraph: 本报讯（记者 "
        "闻小舟）9月3日，市航标处公布了新修订的《灯塔守护条例》，从下月起施行。条例规定，每座灯塔都要有专人看护。\n",
        false);
}

static void test_items_with_dashes_are_paragraphs(void **state)
{
    (void)state;
    assert_proof(
        "本报讯（记者 骆青山）昨日，市\n"
        "农业局公布了今年秋收的三项安排，要\n"
        "求各县照此办理，不误农时。\n"
        "——收割机统一调度。四百台收割\n"
        "机跨县作业，油料由市里统一供应，成\n"
        "熟一块收割一块。\n"
        "——烘干机提前检修。全市的烘干\n"
        "机在本月底以前全部检修完毕，阴雨天\n"
        "也能把粮食烘干。\n"
        "\n"
        "我市公布秋收三项安排\n",
        "news\n"
        "  headline: 我市公布秋收三项安排\n"
        "  byline: 记者 骆青山\n"
        "  paragraph: 本报讯（记者 骆青山）昨日，市农业局公布了今年秋收的三项安排，要求各县照此办理，不误农时。\n"
        "  paragraph: ——收割机统一调度。四百台收割机跨县作业，油料由市里统一供应，成熟一块收割一块。\n"
        "  paragraph: ——烘干机提前检修。全市的烘干机在本月底以前全部检修完毕，阴雨天也能把粮食烘干。\n",
        false);
}

static void test_counted_points_go_on(void **state)
{
    (void)state;
    assert_proof("本报讯（记者 骆青山）会议强调，\n"
                 "一是要抢收。看准晴天，成熟一块收割\n"
                 "一块，不等不靠。二是要烘干。烘干机\n"
                 "提前检修，阴雨天也能把粮食烘干。三\n"
                 "是要播种，看墒情、定播量。\n"
                 "\n"
                 "我市部署秋收秋种\n",
                 "news\n"
                 "  headline: 我市部署秋收秋种\n"
                 "  byline: 记者 骆青山\n"
                 "  paragraph: 本报讯（记者 "
                 "骆青山）会议强调，一是要抢收。看准晴天，成熟一块收割一块，不等不靠。二是要烘干。烘干机提前检修，阴雨"
                 "天也能把粮食烘干。三是要播种，看墒情、定播量。\n",
                 false);
}

static void test_questions_and_answers(void **state)
{
    (void)state;
    assert_proof("种树的人\n"
                 "\n"
                 "丁麦秋今年六十岁，在沙坡上种了\n"
                 "三十年的树，昨天记者到他家里，和他\n"
                 "谈了半天。\n"
                 "记者：你为什么要到沙坡上去种树？\n"
                 "丁麦秋：那时候风一刮，沙子就打\n"
                 "窗户，孩子睁不开眼，我想总得有人先\n"
                 "种。\n"
                 "记者：种活的有多少？\n"
                 "丁麦秋：头一年种了三千棵，只活\n"
                 "了二百棵，后来摸着了门道，十棵能活\n"
                 "九棵。\n",
                 "news\n"
                 "  headline: 种树的人\n"
                 "  paragraph: 丁麦秋今年六十岁，在沙坡上种了三十年的树，昨天记者到他家里，和他谈了半天。\n"
                 "  paragraph: 记者：你为什么要到沙坡上去种树？\n"
                 "  paragraph: 丁麦秋：那时候风一刮，沙子就打窗户，孩子睁不开眼，我想总得有人先种。\n"
                 "  paragraph: 记者：种活的有多少？\n"
                 "  paragraph: 丁麦秋：头一年种了三千棵，只活了二百棵，后来摸着了门道，十棵能活九棵。\n",
                 false);
}

static void test_a_crosshead(void **state)
{
    (void)state;
    assert_proof(
        "灯塔下面的人家\n"
        "\n"
        "本报记者 闻小舟\n"
        "\n"
        "天刚亮，施大川就把船划到了灯塔\n"
        "下面。他今年72岁，在这片海上打了五\n"
        "十年的鱼，闭着眼也认得回港。\n"
        "\n"
        "三代人守一盏灯\n"
        "\n"
        "守塔人姓林。林家的祖父上塔那年\n"
        "才十九岁，下塔的时候头发都白了。父\n"
        "亲接了班，又守了三十年。\n"
        "如今灯塔不用人守了，林家的孙子\n"
        "林望舒做了航标处的技术员，每个月来\n"
        "检修一次。\n",
        "news\n"
        "  headline: 灯塔下面的人家\n"
        "  byline: 本报记者 闻小舟\n"
        "  paragraph: 天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n"
        "  crosshead: 三代人守一盏灯\n"
        "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n"
        "  paragraph: 如今灯塔不用人守了，林家的孙子林望舒做了航标处的技术员，每个月来检修一次。\n",
        false);
}

static void test_repairs_are_recorded(void **state)
{
    (void)state;
    galley_issue *issue = page_repair("本报讯（记者 闻小舟）9月3日，\n记者从市航标处获悉，停用多年的礁石\n"
                                      "\n灯塔修缮完工，将于本月10日重新亮灯。\n灯塔建于1921年，塔高18米，曾为\n"
                                      "三代渔民指路，塔身刷成白色。\n\n礁石灯塔修缮完工\n");
    assert_int_equal(page_repairs(issue, "column-break"), 1);
    assert_int_equal(page_repairs(issue, "hidden-break"), 1);
    assert_int_equal(page_repairs(issue, "lines-joined"), 2);
    galley_issue_drop(issue);
}

/* A Japanese page sets its first lines in by one character: behind a full last line
 * that is the only trace of a paragraph's end. */
static void test_indents_of_one_character(void **state)
{
    (void)state;
    assert_proof("渡し船、六週間ぶり再開\n\n"
                 "渡口の両岸を結ぶ渡し船が、再び\n"
                 "動き出す。港湾の事務所が明らかに\n"
                 "した。\n"
                 "春の洪水で流木が舵を折り、船は\n"
                 "一里も下流へ流されていたという話\n"
                 "だ。\n"
                 "船頭の谷口さんの家は、百年にわ\n"
                 "たって渡しを守ってきたというのだ。\n"
                 "事務所が修理の費用を負担し、夏\n"
                 "の終わりまで子どもは無料で渡れる。\n"
                 "最初の船は朝六時に出て、対岸の\n"
                 "子どもたちを学校へ渡すというのだ。\n"
                 "町の人々は船の再開を喜んで、桟\n"
                 "橋を掃いて待っている。\n",
                 "news\n"
                 "  headline: 渡し船、六週間ぶり再開\n"
                 "  paragraph: 渡口の両岸を結ぶ渡し船が、再び動き出す。港湾の事務所が明らかにした。\n"
                 "  paragraph: 春の洪水で流木が舵を折り、船は一里も下流へ流されていたという話だ。\n"
                 "  paragraph: 船頭の谷口さんの家は、百年にわたって渡しを守ってきたというのだ。\n"
                 "  paragraph: 事務所が修理の費用を負担し、夏の終わりまで子どもは無料で渡れる。\n"
                 "  paragraph: 最初の船は朝六時に出て、対岸の子どもたちを学校へ渡すというのだ。\n"
                 "  paragraph: 町の人々は船の再開を喜んで、桟橋を掃いて待っている。\n",
                 false);
}

/* Lines broken between words: a line is full when the next word would not have fitted. */
static void test_lines_broken_between_words(void **state)
{
    (void)state;
    assert_proof(
        "The ferry between the two banks of the River\n"
        "Alder will run again from Monday next week.\n"
        "It had been laid up since the flood in\n"
        "spring, when a floating tree broke its\n"
        "rudder and carried it downstream.\n"
        "The harbour office will pay for the whole\n"
        "repair, and children cross free of charge.\n"
        "The first boat leaves at six.\n",
        "news\n"
        "  paragraph: The ferry between the two banks of the River Alder will run again from Monday next week. "
        "It had been laid up since the flood in spring, when a floating tree broke its rudder and carried it "
        "downstream.\n"
        "  paragraph: The harbour office will pay for the whole repair, and children cross free of charge. "
        "The first boat leaves at six.\n",
        false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blanks_and_the_breaks_of_columns),
        cmocka_unit_test(test_a_line_is_not_an_end_and_an_indent_at_once),
        cmocka_unit_test(test_a_crosshead_in_the_measure_of_the_text_stands_alone),
        cmocka_unit_test(test_a_quote_begins_a_paragraph),
        cmocka_unit_test(test_a_blank_before_an_opening_mark_is_none),
        cmocka_unit_test(test_items_with_dashes_are_paragraphs),
        cmocka_unit_test(test_counted_points_go_on),
        cmocka_unit_test(test_questions_and_answers),
        cmocka_unit_test(test_a_crosshead),
        cmocka_unit_test(test_repairs_are_recorded),
        cmocka_unit_test(test_indents_of_one_character),
        cmocka_unit_test(test_lines_broken_between_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
