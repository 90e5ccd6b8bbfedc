/* SPDX-License-Identifier: MIT
 * Names in the contents. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plugins/epub/label.h"
#include "tests/plugins/epub/printed.h"

static void assert_label(galley_issue *issue, const galley_article *article, const char *language, const char *label)
{
    const galley_phrases *phrases = galley_phrases_of(galley_slice_of(language));
    galley_slice found = epub_label_article(issue->arena, phrases, article);
    assert_int_equal(found.length, strlen(label));
    assert_memory_equal(found.text, label, found.length);
}

/* ticks epub.contents */
static void keeps_a_headline_whole(void **state)
{
    (void)state;
    static const char headline[] =
        "坚持就是胜利 信心比黄金更重要 全市上下齐心协力打赢防汛抗旱攻坚战 确保夏粮颗粒归仓秋粮种足种好";
    galley_issue *issue = made_empty("zh");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, headline);
    article->kicker = made_text(issue, "引题");
    assert_label(issue, article, "zh", headline);
    galley_issue_drop(issue);
}

/* Half a sentence says nothing of a picture. */
/* ticks epub.contents */
static void names_a_photograph_by_its_first_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *caption, *label;
    } rows[] = {
        { "9月11日，市民在新落成的滨河步道上散步，步道全长7.8公里。沿线设有饮水点。",
          "9月11日，市民在新落成的滨河步道上散步，步道全长7.8公里。" },
        { "Fishermen haul in their nets at Shipu, 7.8 km from the wharf. Photo: A. B.",
          "Fishermen haul in their nets at Shipu, 7.8 km from the wharf." },
        { "渡船", "渡船" },
        { "一二三四五六七八九十一二三四五六七八九十，一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。",
          "一二三四五六七八九十一二三四五六七八九十…" },
    };
    galley_issue *issue = made_empty("zh");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_article *article = made_article(issue, GALLEY_PHOTO, 0, "");
        made_block(issue, article, GALLEY_FIGURE, rows[i].caption);
        assert_label(issue, article, "zh", rows[i].label);
    }
    galley_issue_drop(issue);
}

static void takes_first_words(void **state)
{
    (void)state;
    static const struct {
        const char *byline, *text, *label;
    } rows[] = {
        { "", "短讯一则。", "短讯一则。" },
        { "", "昨日，市图书馆新馆试开放，首日接待读者三千余人次，运行平稳。", "昨日，市图书馆新馆试开放…" },
        { "", "一二三四五六七八九十一二三四五六七八九十一二三四五六七",
          "一二三四五六七八九十一二三四五六七八九十一二三四…" },
        { "记者 林小满", "本报讯（记者 林小满）连日来，各乡镇抢抓农时。", "连日来，各乡镇抢抓农时。" },
        { "林小满", "（林小满）", "（林小满）" },
        { "", "The first carriages passed over the new harbour bridge yesterday at noon.",
          "The first carriages passed over the new harbour…" },
    };
    galley_issue *issue = made_empty("zh");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_article *article = made_article(issue, GALLEY_NEWS, 0, "");
        article->byline = made_text(issue, rows[i].byline);
        made_block(issue, article, GALLEY_PARAGRAPH, rows[i].text);
        assert_label(issue, article, "zh", rows[i].label);
    }
    galley_issue_drop(issue);
}

static void names_what_has_no_words(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh");
    galley_article *photo = made_article(issue, GALLEY_PHOTO, 0, " ");
    assert_label(issue, photo, "zh-TW", "圖片");
    photo->credit = made_text(issue, "何一舟 摄");
    assert_label(issue, photo, "zh", "何一舟 摄");
    assert_label(issue, made_article(issue, GALLEY_NEWS, 0, ""), "zh", "…");
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_a_headline_whole),
        cmocka_unit_test(names_a_photograph_by_its_first_sentence),
        cmocka_unit_test(takes_first_words),
        cmocka_unit_test(names_what_has_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
