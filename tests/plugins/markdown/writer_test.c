/* SPDX-License-Identifier: MIT
 * What a person reads: whole documents, byte for byte. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/markdown/written.h"

/* Drops the issue. */
static void assert_written(galley_issue *issue, const char *matter, const char *expected)
{
    char *found = written_markdown(issue, matter, NULL);
    assert_string_equal(found, expected);
    free(found);
    galley_issue_drop(issue);
}

/* ---- Whole issues ----------------------------------------------------------- */

static void add_front_page(galley_issue *issue)
{
    made_page(issue, "1", "要闻");
    galley_article *masthead = made_article(issue, GALLEY_MASTHEAD, 0, "");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "乌有日报");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "甲辰年正月二十");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "今日四版");
    galley_article *lead = made_article(issue, GALLEY_NEWS, 0, "春耕备耕有序推进");
    lead->section = made_text(issue, "要闻");
    lead->kicker = made_text(issue, "全市现场会召开");
    *galley_article_add_subheadline(issue, lead) = made_text(issue, "——良种入户率达九成");
    lead->byline = made_text(issue, "记者 林小满");
    lead->byline.copy = true;
    lead->dateline = made_text(issue, "2月28日");
    made_block(issue, lead, GALLEY_PARAGRAPH, "本报讯（记者 林小满）连日来，各乡镇抢抓农时。");
    made_block(issue, lead, GALLEY_CROSSHEAD, "科技下乡");
    made_block(issue, lead, GALLEY_QUOTATION, "一年之计在于春。");
    lead->continued_on = galley_slice_of("2");
    lead->continued_in = 4;
    lead->id = galley_slice_of("p1-l0003");
    galley_article *photo = made_article(issue, GALLEY_PHOTO, 0, "");
    made_block(issue, photo, GALLEY_FIGURE, "工人在铺设沥青。")->credit = made_text(issue, "何一舟 摄");
    made_article(issue, GALLEY_TEASER, 0, "老街新生记")->continued_on = galley_slice_of("2");
}

static void add_second_page(galley_issue *issue)
{
    const char *const items[] = { "1. 种子补贴", "农机检修" }, *const cells[] = { "乡镇", "亩<数", "青石" };
    made_page(issue, "2", "");
    galley_article *rest = made_article(issue, GALLEY_NEWS, 1, "");
    rest->id = galley_slice_of("p2 l0001");
    rest->continued_from = galley_slice_of("1");
    rest->continues = 1;
    made_items(issue, made_block(issue, rest, GALLEY_LIST, ""), items, 2);
    made_items(issue, made_block(issue, rest, GALLEY_LIST, ""), items + 1, 1);
    galley_block *table = made_block(issue, rest, GALLEY_TABLE, "");
    table->columns = 2;
    made_items(issue, table, cells, 3);
    made_article(issue, GALLEY_AD, 1, "乌有书店开业");
}

/* ticks markdown.paragraphs, markdown.levels, markdown.matter */
static void writes_a_newspaper(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh-Hans");
    issue->meta.title = galley_slice_of("乌有日报");
    issue->meta.date = galley_slice_of("2024-02-29");
    issue->meta.publisher = galley_slice_of("“乌有”\"报\\社\"");
    add_front_page(issue);
    add_second_page(issue);
    assert_written(issue, "yes",
                   "---\ntitle: \"乌有日报\"\ndate: \"2024-02-29\"\npublisher: \"“乌有”\\\"报\\\\社\\\"\"\n"
                   "language: \"zh-Hans\"\npages: 2\narticles: 6\n---\n\n"
                   "# 乌有日报\n\n甲辰年正月二十\\\n今日四版\n\n"
                   "## 第1版 要闻\n\n- 老街新生记 *第2版*\n\n"
                   "<a id=\"p1-l0003\"></a>\n\n*全市现场会召开*\n\n### 春耕备耕有序推进\n\n**——良种入户率达九成**\n\n"
                   "2月28日\n\n本报讯（记者 林小满）连日来，各乡镇抢抓农时。\n\n#### 科技下乡\n\n"
                   "> 一年之计在于春。\n\n*[下转第2版](#p2_20l0001)*\n\n"
                   "* * *\n\n工人在铺设沥青。 *何一舟 摄*\n\n"
                   "## 第2版\n\n<a id=\"p2_20l0001\"></a>\n\n*[上接第1版](#p1-l0003)*\n\n"
                   "- 1\\. 种子补贴\n- 农机检修\n\n<!-- -->\n\n- 农机检修\n\n"
                   "<table>\n<tr><td>乡镇</td><td>亩&lt;数</td></tr>\n<tr><td>青石</td></tr>\n</table>\n\n"
                   "### 乌有书店开业\n");
}

/* ticks markdown.language */
static void speaks_the_language_of_the_issue(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        { "", "## Page 3\n\n### A\n\n*Continued on Page 4*\n" },
        { "en-GB", "## Page 3\n\n### A\n\n*Continued on Page 4*\n" },
        { "zh", "## 第3版\n\n### A\n\n*下转第4版*\n" },
        { "zh-TW", "## 第3版\n\n### A\n\n*下轉第4版*\n" },
        { "ZH-hant-HK", "## 第3版\n\n### A\n\n*下轉第4版*\n" },
        { "zhx", "## Page 3\n\n### A\n\n*Continued on Page 4*\n" },
        { "ja-JP", "## 3面\n\n### A\n\n*4面に続く*\n" },
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        galley_issue *issue = made_empty(said[i][0]);
        made_page(issue, "3", "");
        made_article(issue, GALLEY_NEWS, 0, "A")->continued_on = galley_slice_of("4");
        assert_written(issue, "no", said[i][1]);
    }
}

static void writes_an_empty_issue(void **state)
{
    (void)state;
    assert_written(made_empty(""), "no", "");
    assert_written(made_empty(""), "yes", "---\npages: 0\narticles: 0\n---\n");
}

static void keeps_what_stands_on_no_page(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    made_page(issue, "", "");
    issue->pages.items[0].id = galley_slice_of("p1");
    made_article(issue, GALLEY_NEWS, 0, "On it");
    made_article(issue, GALLEY_NEWS, 7, "Nowhere");
    assert_written(issue, "no", "### Nowhere\n\n## p1\n\n### On it\n");
}

/* ---- Escapes ---------------------------------------------------------------- */

static void assert_paragraph(const char *text, const char *expected)
{
    galley_issue *issue = made_empty("en");
    made_block(issue, made_article(issue, GALLEY_NEWS, 0, ""), GALLEY_PARAGRAPH, text);
    char *found = written_markdown(issue, "no", NULL);
    size_t length = strlen(expected);
    assert_int_equal(strlen(found), length + 1);
    assert_memory_equal(found, expected, length);
    assert_int_equal(found[length], '\n');
    free(found);
    galley_issue_drop(issue);
}

/* ticks markdown.escapes */
static void escapes_no_more_than_it_must(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "1. a", "1\\. a" },
        { "1.5 a", "1.5 a" },
        { "2021.", "2021\\." },
        { "a 1. b", "a 1. b" },
        { "1234567890. a", "1234567890. a" },
        { "1) a", "1\\) a" },
        { "# a #", "\\# a #" },
        { "a # b", "a # b" },
        { "- a-b", "\\- a-b" },
        { "—— a", "—— a" },
        { "AT&T", "AT\\&T" },
        { "A & B", "A & B" },
        { "a&#35;", "a\\&#35;" },
        { "a*b_c", "a\\*b\\_c" },
        { "a > b", "a > b" },
        { "> a", "\\> a" },
        { "![a](b)", "!\\[a\\](b)" },
        { "a\\", "a\\\\" },
        { " a  b ", "&#32;a  b&#32;" },
        { "a\nb", "a&#10;b" },
        { "a\tb", "a&#9;b" },
        { "a\xE2\x80\xA8"
          "b",
          "a&#8232;b" },
        { "\x1B[m", "&#27;\\[m" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_paragraph(pairs[i][0], pairs[i][1]);
}

/* ticks markdown.escapes */
static void keeps_the_number_signs_of_a_headline(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    made_article(issue, GALLEY_NEWS, 0, "1. C # ##");
    assert_written(issue, "no", "### 1. C \\# \\#\\#\n");
}

/* ticks markdown.emphasis */
static void never_emphasises_across_a_space(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "A");
    article->kicker = made_text(issue, "\xE3\x80\x80K");
    *galley_article_add_subheadline(issue, article) = made_text(issue, "S ");
    assert_written(issue, "no", "<em>\xE3\x80\x80K</em>\n\n### A\n\n<strong>S&#32;</strong>\n");
}

/* ticks markdown.losses */
static void says_what_it_cannot_carry(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "");
    galley_findings *findings = galley_findings_new();
    made_block(issue, article, GALLEY_PARAGRAPH, "")->text.text = (galley_slice){ "a\0b\xFF", 4 };
    char *found = written_markdown(issue, "no", findings);
    assert_string_equal(found, "a\xEF\xBF\xBD"
                               "b\xEF\xBF\xBD\n");
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 2);
    assert_string_equal(galley_findings_at(findings, 0)->code, "markdown.character");
    assert_string_equal(galley_findings_at(findings, 1)->code, "markdown.marks");
    free(found);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Comments --------------------------------------------------------------- */

/* Drops the issue. */
static void assert_written_with(galley_issue *issue, const char *settings, const char *expected)
{
    char *found = written_with(issue, settings, NULL);
    assert_string_equal(found, expected);
    free(found);
    galley_issue_drop(issue);
}

static void says_what_each_piece_is(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh-Hans");
    issue->meta.title = galley_slice_of("乌有日报");
    add_front_page(issue);
    add_second_page(issue);
    issue->articles.items[1]->note = galley_slice_of("-->a--\"b\"");
    issue->articles.items[1]->blocks.items[1].level = 3;
    assert_written_with(
        issue, "front-matter=no",
        "# 乌有日报\n\n<!-- masthead page=\"p1\" ^text text*2 -->\n\n甲辰年正月二十\\\n今日四版\n\n"
        "<!-- page id=\"p1\" number=\"1\" section=\"要闻\" source=\"wuyou-0101.txt\" counted -->\n\n## 第1版 要闻\n\n"
        "- 老街新生记 *第2版* <!-- teaser continued-on=\"2\" headline -->\n\n"
        "<!-- news id=\"p1-l0003\" continued-on=\"2\" continued-in=\"p2 l0001\" "
        "note=\"-&#45;&gt;a-&#45;&quot;b&quot;\" "
        "byline=\"记者 林小满\" ^section kicker headline subheadline dateline text crosshead3 quotation on -->\n\n"
        "<a id=\"p1-l0003\"></a>\n\n*全市现场会召开*\n\n### 春耕备耕有序推进\n\n**——良种入户率达九成**\n\n"
        "2月28日\n\n本报讯（记者 林小满）连日来，各乡镇抢抓农时。\n\n###### 科技下乡\n\n"
        "> 一年之计在于春。\n\n*[下转第2版](#p2_20l0001)*\n\n"
        "* * *\n\n<!-- photo figure -->\n\n工人在铺设沥青。 *何一舟 摄*\n\n"
        "<!-- page id=\"p2\" number=\"2\" source=\"wuyou-0101.txt\" counted -->\n\n## 第2版\n\n"
        "<!-- news id=\"p2 l0001\" continued-from=\"1\" continues=\"p1-l0003\" from list*2 table -->\n\n"
        "<a id=\"p2_20l0001\"></a>\n\n*[上接第1版](#p1-l0003)*\n\n"
        "- 1\\. 种子补贴\n- 农机检修\n\n<!-- -->\n\n- 农机检修\n\n"
        "<table>\n<tr><td>乡镇</td><td>亩&lt;数</td></tr>\n<tr><td>青石</td></tr>\n</table>\n\n"
        "<!-- ad headline -->\n\n### 乌有书店开业\n");
}

static void prints_a_copy_that_stands_nowhere_else(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "A");
    article->byline = article->credit = made_text(issue, "By Ann Reed");
    article->byline.copy = true;
    article->credit = made_text(issue, "Mill");
    article->credit.copy = true;
    made_block(issue, article, GALLEY_PARAGRAPH, "The mill is old. The M ill.");
    assert_written_with(issue, "front-matter=no",
                        "<!-- news credit=\"Mill\" headline byline text -->\n\n### A\n\nBy Ann Reed\n\n"
                        "The mill is old. The M ill.\n");
}

static void breaks_the_lines_of_a_teaser(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *one = made_article(issue, GALLEY_TEASER, 0, "# Mill"),
                   *two = made_article(issue, GALLEY_TEASER, 0, "");
    made_page(issue, "2 ", "");
    one->kicker = made_text(issue, "Inside");
    one->continued_in = 1;
    two->id = galley_slice_of("x");
    assert_written_with(issue, "front-matter=no marks=no",
                        "## Page 2&#32;\n\n- Inside\\\n  \\# Mill <em>[Page 2&#32;](#x)</em>\n- <a id=\"x\"></a>\n");
}

/* ---- Pictures --------------------------------------------------------------- */

static galley_issue *issue_with_pictures(void)
{
    galley_issue *issue = made_empty("en");
    issue->meta.title = galley_slice_of("The Bay");
    issue->meta.date = galley_slice_of("2031-03-03");
    made_page(issue, "3", "");
    made_page(issue, "4", "Port");
    galley_image *image = galley_issue_add_image(issue, galley_slice_of("images/a ferry.png"));
    image->bytes = galley_slice_of("PNG");
    image->alt = galley_slice_of("A [white] ferry");
    image->alt_known = true;
    galley_issue_add_image(issue, galley_slice_of("../b.png"))->bytes = galley_slice_of("b");
    galley_article *photo = made_article(issue, GALLEY_PHOTO, 0, "");
    galley_block *figure = made_block(issue, photo, GALLEY_FIGURE, "The first ferry.");
    figure->image = galley_slice_of("images/a ferry.png");
    figure->credit = made_text(issue, "Photo: Ann Reed");
    made_block(issue, photo, GALLEY_FIGURE, "")->image = galley_slice_of("../b.png");
    return issue;
}

/* ticks markdown.losses */
static void shows_pictures(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = issue_with_pictures();
    char *found = written_with(issue, "front-matter=no", findings);
    assert_non_null(strstr(found,
                           "<!-- photo picture caption picture -->\n\n![A \\[white\\] ferry](images/a%20ferry.png)\n\n"
                           "The first ferry. *Photo: Ann Reed*\n\n![](../b.png)\n"));
    assert_int_equal(galley_findings_count_code(findings, "markdown.images"), 1);
    free(found);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Folders ---------------------------------------------------------------- */

static void assert_member(const galley_sink *sink, const char *name, const char *expected)
{
    galley_slice bytes = galley_sink_member_bytes(sink, name);
    if (!galley_slice_is(bytes, expected))
        fail_msg("%s is\n%.*s\nand not\n%s", name, GALLEY_SHOW(bytes), expected);
}

static galley_issue *issue_for_a_folder(void)
{
    galley_issue *issue = issue_with_pictures();
    galley_article *news = made_article(issue, GALLEY_NEWS, 0, "# 1. Ferry lands");
    news->id = galley_slice_of("p3-l0004");
    news->byline = made_text(issue, "Ann Reed");
    news->continued_on = galley_slice_of("4");
    news->continued_in = 3;
    made_article(issue, GALLEY_TEASER, 1, "Tides");
    galley_article *rest = made_article(issue, GALLEY_NEWS, 1, "");
    made_block(issue, rest, GALLEY_CROSSHEAD, "Rain");
    rest->continues = 1;
    return issue;
}

/* ticks markdown.articles, markdown.levels, markdown.matter */
static void writes_a_folder(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = issue_for_a_folder();
    galley_sink *sink = written_sink(issue, "split=article marks=no", findings);
    assert_string_equal(galley_sink_member_name(sink, 0), "index.md");
    assert_member(sink, "index.md",
                  "---\ntitle: \"The Bay\"\ndate: \"2031-03-03\"\nlanguage: \"en\"\npages: 2\narticles: 4\n---\n\n"
                  "# The Bay\n\n## Page 3\n\n- [The first ferry.](2031-03-03-p03-001.md)\n"
                  "- [# 1. Ferry lands](2031-03-03-p03-002.md)\n\n"
                  "## Page 4 Port\n\n- Tides\n\n<!-- contents -->\n\n- [Rain](2031-03-03-p04-001.md)\n");
    assert_member(sink, "2031-03-03-p03-002.md",
                  "---\ntitle: \"# 1. Ferry lands\"\nnewspaper: \"The Bay\"\ndate: \"2031-03-03\"\npage: \"3\"\n"
                  "byline: \"Ann Reed\"\nlanguage: \"en\"\nid: \"p3-l0004\"\nprevious: \"2031-03-03-p03-001.md\"\n"
                  "next: \"2031-03-03-p04-001.md\"\n---\n\n# # 1. Ferry lands\n\nAnn Reed\n\n"
                  "*[Continued on Page 4](2031-03-03-p04-001.md)*\n\n"
                  "[Previous](2031-03-03-p03-001.md) · [Contents](index.md) · [Next](2031-03-03-p04-001.md)\n");
    assert_member(
        sink, "2031-03-03-p04-001.md",
        "---\nnewspaper: \"The Bay\"\ndate: \"2031-03-03\"\npage: \"4\"\nsection: \"Port\"\nlanguage: \"en\"\n"
        "previous: \"2031-03-03-p03-002.md\"\n---\n\n*[Continued from Page 3](2031-03-03-p03-002.md)*\n\n"
        "## Rain\n\n[Previous](2031-03-03-p03-002.md) · [Contents](index.md)\n");
    assert_member(sink, "images/a ferry.png", "PNG");
    assert_null(galley_sink_member_name(sink, 5));
    assert_int_equal(galley_findings_count_code(findings, "markdown.images"), 1);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* Names that are no paths in the folder are told, and stop nothing. */
static void writes_no_picture_where_it_should_not(void **state)
{
    (void)state;
    static const char *const names[] = { "index.md", "/a/b", "a//b", "a/", "a/../b", "./a", "a/.b", "a:b/c", "a\\b/c" };
    galley_issue *issue = made_empty("en");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        galley_issue_add_image(issue, galley_slice_of(names[i]))->bytes = galley_slice_of("x");
    galley_sink *sink = written_sink(issue, "split=article", NULL);
    assert_null(galley_sink_member_name(sink, 1));
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static void counts_pages_whose_numbers_are_no_names(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    made_page(issue, "A/1", "");
    made_page(issue, "A/1", "");
    made_article(issue, GALLEY_NEWS, 0, "a");
    made_article(issue, GALLEY_NEWS, 1, "b");
    made_article(issue, GALLEY_NEWS, 9, "c");
    issue->meta.date = galley_slice_of("../x");
    galley_sink *sink = written_sink(issue, "split=article marks=no", NULL);
    assert_string_equal(galley_sink_member_name(sink, 1), "p00-001.md");
    assert_string_equal(galley_sink_member_name(sink, 2), "p01-001.md");
    assert_string_equal(galley_sink_member_name(sink, 3), "p02-001.md");
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_newspaper),
        cmocka_unit_test(speaks_the_language_of_the_issue),
        cmocka_unit_test(writes_an_empty_issue),
        cmocka_unit_test(keeps_what_stands_on_no_page),
        cmocka_unit_test(escapes_no_more_than_it_must),
        cmocka_unit_test(keeps_the_number_signs_of_a_headline),
        cmocka_unit_test(never_emphasises_across_a_space),
        cmocka_unit_test(says_what_it_cannot_carry),
        cmocka_unit_test(says_what_each_piece_is),
        cmocka_unit_test(prints_a_copy_that_stands_nowhere_else),
        cmocka_unit_test(breaks_the_lines_of_a_teaser),
        cmocka_unit_test(shows_pictures),
        cmocka_unit_test(writes_a_folder),
        cmocka_unit_test(writes_no_picture_where_it_should_not),
        cmocka_unit_test(counts_pages_whose_numbers_are_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
