/* SPDX-License-Identifier: MIT
 * Issues of any shape: empty, without pages or dates, with any text, with many articles;
 * and the same issue is the same book. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "tests/plugins/epub/printed.h"

/* ticks epub.same-bytes */
static void is_the_same_book_twice(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_sink *first = made_written(issue, NULL, NULL, NULL);
    setenv("TZ", "Asia/Kathmandu", 1);
    tzset();
    galley_sink *second = made_written(issue, NULL, NULL, NULL);
    unsetenv("TZ");
    assert_true(galley_slice_equal(galley_sink_bytes(first), galley_sink_bytes(second)));
    galley_sink_drop(first);
    galley_sink_drop(second);
    galley_issue_drop(issue);
}

/* ticks epub.modified */
static void takes_its_time_from_source_date_epoch(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    opened *book = printed_book(issue, NULL);
    unsetenv("SOURCE_DATE_EPOCH");
    opened_expect(book, "package.opf", "//opf:meta[@property='dcterms:modified']", "2023-11-14T22:13:20Z");
    opened_drop(book);
    galley_issue_drop(issue);
}

/* ticks epub.any-issue */
static void writes_an_issue_without_articles(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("");
    galley_findings *findings = galley_findings_new();
    opened *book = printed_book(issue, findings);
    opened_expect(book, "package.opf", "//dc:title", "Newspaper");
    opened_expect(book, "package.opf", "//dc:language", "en");
    opened_expect(book, "package.opf", "//opf:meta[@property='dcterms:modified']", "1980-01-01T00:00:00Z");
    assert_int_equal(opened_count(book, "package.opf", "//opf:itemref"), 3);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[@property='pageBreakSource']"), 0);
    assert_int_equal(opened_count(book, "nav.xhtml", PAGES), 0);
    assert_int_equal(galley_findings_count_code(findings, "epub.language"), 1);
    opened_drop(book);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ticks epub.any-issue */
static void writes_articles_of_no_page(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en-GB");
    made_article(issue, GALLEY_NEWS, GALLEY_NONE, "Bridge opened");
    made_article(issue, GALLEY_TEASER, 7, "More inside");
    opened *book = printed_book(issue, NULL);
    assert_int_equal(opened_count(book, "nav.xhtml", TOC "/h:ol/h:li/h:a"), 3);
    opened_expect(book, "a0002.xhtml", "//h:h1", "More inside");
    opened_drop(book);
    galley_issue_drop(issue);
}

/* A group of headings needs a heading, a figure something to show, a page a name. */
/* ticks epub.any-issue, epub.pictures */
static void opens_nothing_for_nothing(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh");
    made_page(issue, "", "");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "");
    article->kicker = made_text(issue, "引题");
    made_block(issue, article, GALLEY_FIGURE, "")->image = galley_slice_of("1.jpg");
    made_block(issue, article, GALLEY_LIST, "");
    galley_findings *findings = galley_findings_new();
    opened *book = printed_book(issue, findings);
    opened_expect(book, "a0001.xhtml", "//h:header/h:p", "引题");
    assert_int_equal(opened_count(book, "a0001.xhtml", "//h:hgroup | //h:figure | //h:ul"), 0);
    opened_expect(book, "p0001.xhtml", "//h:h1", "p1");
    assert_int_equal(opened_count(book, "nav.xhtml", PAGES), 0);
    assert_int_equal(galley_findings_count_code(findings, "epub.images"), 1);
    opened_drop(book);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ticks epub.language, epub.kindle */
static void settles_an_unknown_language_by_its_script(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        { "zh", "昨日，市图书馆新馆试开放。" },
        { "ja", "きのう、市立図書館の新館がオープンした。" },
        { "ko", "어제 시립도서관 신관이 문을 열었다." },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        galley_issue *issue = made_empty("und");
        made_article(issue, GALLEY_NEWS, 0, texts[i][1]);
        opened *book = printed_book(issue, NULL);
        opened_expect(book, "package.opf", "//dc:language", texts[i][0]);
        opened_drop(book);
        galley_issue_drop(issue);
    }
}

/* ticks epub.any-issue */
static void leaves_out_a_date_that_is_none(void **state)
{
    (void)state;
    static const char *const dates[] = { "2023-02-29", "2023-13-01", "29.2.2023", "2023-2-9" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        galley_issue *issue = printed_issue();
        galley_findings *findings = galley_findings_new();
        issue->meta.date = galley_slice_of(dates[i]);
        opened *book = printed_book(issue, findings);
        assert_int_equal(opened_count(book, "package.opf", "//dc:date"), 0);
        assert_int_equal(galley_findings_count_code(findings, "epub.date"), 1);
        opened_drop(book);
        galley_findings_drop(findings);
        galley_issue_drop(issue);
    }
}

/* ticks epub.identity */
static void names_a_serial_number_once(void **state)
{
    (void)state;
    static const char *const numbers[] = { "00-0001", "CN00-0001", "CN 00-0001" };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        galley_issue *issue = made_empty("zh");
        issue->meta.cn = galley_slice_of(numbers[i]);
        opened *book = printed_book(issue, NULL);
        opened_expect(book, "package.opf", "//dc:source", "CN 00-0001");
        opened_expect(book, "title.xhtml", "//h:div/h:p", "CN 00-0001");
        opened_drop(book);
        galley_issue_drop(issue);
    }
}

/* ticks epub.identity */
static void says_all_that_is_known_of_the_issue(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_meta *meta = &issue->meta;
    meta->cn = galley_slice_of("00-0001");
    meta->subtitle = galley_slice_of("副刊");
    meta->edition = galley_slice_of("晚间版");
    meta->volume = galley_slice_of("12");
    meta->place = galley_slice_of("青石");
    meta->editor = galley_slice_of("林小满");
    meta->licence = galley_slice_of("CC-BY-4.0");
    meta->source_url = galley_slice_of("https://example.org/1");
    meta->previous = galley_slice_of("urn:x:1");
    meta->conversion = galley_slice_of("某程序");
    static const char *const said[][2] = {
        { "//dc:title[1]", "乌有日报 2024-02-29 第1234期 晚间版" },
        { "//dc:title[@id='subtitle']", "副刊" },
        { "//dc:source[2]", "CN 00-0001" },
        { "//dc:source[@id='found']", "https://example.org/1" },
        { "//dc:rights", "CC-BY-4.0" },
        { "//dc:contributor[@id=substring(//opf:meta[.='edt']/@refines, 2)]", "林小满" },
        { "//dc:contributor[@id=substring(//opf:meta[.='trc']/@refines, 2)]", "某程序" },
        { "//opf:meta[@property='galley:number']", "1234" },
        { "//opf:meta[@property='galley:volume']", "12" },
        { "//opf:meta[@property='galley:edition']", "晚间版" },
        { "//opf:meta[@property='galley:place']", "青石" },
        { "//opf:meta[@property='galley:previous']", "urn:x:1" },
    };
    opened *book = printed_book(issue, NULL);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        opened_expect(book, "package.opf", said[i][0], said[i][1]);
    opened_drop(book);
    galley_issue_drop(issue);
}

/* Markup, ends of CDATA and comments, controls, astral and bidirectional characters. */
/* ticks epub.text */
static void keeps_any_text(void **state)
{
    (void)state;
    static const char text[] = "a]]>b --> <c> & \"d\" \0 \v 𠮷😀 \xE2\x80\xAE שלום \xEF\xBF\xBE \xC3";
    static const char kept[] = "a]]>b --> <c> & \"d\" \xEF\xBF\xBD   𠮷😀 \xE2\x80\xAE שלום \xEF\xBF\xBD \xEF\xBF\xBD";
    galley_issue *issue = printed_issue();
    galley_findings *findings = galley_findings_new();
    galley_article *article = made_article(issue, GALLEY_NEWS, 1, "");
    article->headline.text = (galley_slice){ text, sizeof text - 1 };
    made_block(issue, article, GALLEY_PARAGRAPH, "")->text.text = article->headline.text;
    opened *book = printed_book(issue, findings);
    opened_expect(book, "a0006.xhtml", "//h:h1", kept);
    opened_expect(book, "a0006.xhtml", "//h:article/h:p", kept);
    opened_expect(book, "nav.xhtml", TOC "//h:a[@href='a0006.xhtml']", kept);
    assert_int_equal(galley_findings_count_code(findings, "epub.characters"), 1);
    opened_drop(book);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* Where nobody gave a number, no page can be cited by it. */
/* ticks epub.page-list, epub.page-source, epub.access */
static void lists_no_page_that_was_only_counted(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    issue->pages.items[0].number_given = false;
    opened *book = printed_book(issue, NULL);
    opened_expect(book, "nav.xhtml", PAGES "//h:a/@href", "p0002.xhtml#page-2");
    opened_expect(book, "toc.ncx", "//ncx:pageTarget/@playOrder", "7");
    assert_int_equal(opened_count(book, "p0001.xhtml", "//*[@epub:type='pagebreak']"), 0);
    opened_drop(book);
    issue->pages.items[1].number_given = false;
    book = printed_book(issue, NULL);
    assert_int_equal(opened_count(book, "nav.xhtml", PAGES), 0);
    assert_int_equal(opened_count(book, "toc.ncx", "//ncx:pageList"), 0);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[@property='pageBreakSource']"), 0);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[starts-with(., 'page')]"), 0);
    opened_drop(book);
    galley_issue_drop(issue);
}

/* An ideographic space is no headline, and no kicker either. */
/* ticks epub.headings, epub.ace */
static void makes_no_heading_of_spaces(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh");
    made_page(issue, "1", "");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "\u3000 ");
    article->kicker = made_text(issue, "\u00A0");
    made_block(issue, article, GALLEY_CROSSHEAD, "\u2003");
    made_block(issue, article, GALLEY_PARAGRAPH, "正文。");
    opened *book = printed_book(issue, NULL);
    opened_expect(book, "a0001.xhtml", "//h:h1", "第1版");
    assert_int_equal(opened_count(book, "a0001.xhtml", "//h:h2 | //h:header | //h:p[@class]"), 0);
    opened_expect(book, "nav.xhtml", TOC "//h:a[@href='a0001.xhtml']", "正文。");
    assert_int_equal(opened_count(book, "p0001.xhtml", "//h:strong"), 0);
    opened_drop(book);
    galley_issue_drop(issue);
}

/* ticks epub.page-list */
static void marks_where_a_text_turns_the_page(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh");
    static const char *const lines[] = { "前半句", "后半句" };
    for (uint32_t i = 0; i < 2; i++) {
        made_page(issue, i ? "4" : "3", "");
        galley_issue_add_zone(issue);
        galley_issue_add_line(issue, galley_slice_of(lines[i]), i + 1, 1);
    }
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "");
    static const galley_span spans[] = { { 0, 0, 9 }, { 1, 0, 9 } };
    galley_block *block = made_block(issue, article, GALLEY_PARAGRAPH, "前半句后半句");
    block->text.spans = spans;
    block->text.span_count = 2;
    opened *book = printed_book(issue, NULL);
    opened_expect(book, "a0001.xhtml", "//h:article/h:p", "前半句[第4版]后半句");
    opened_expect(book, "a0001.xhtml", "//h:a[@class='page']/@href", "p0002.xhtml");
    assert_int_equal(opened_count(book, "a0001.xhtml", "//*[@epub:type='pagebreak']"), 0);
    opened_drop(book);
    galley_issue_drop(issue);
}

/* A link where page and words agree; where two articles would do, or none, the page alone. */
/* ticks epub.links */
static void leads_a_teaser_to_what_it_announces(void **state)
{
    (void)state;
    static const struct {
        const char *teaser, *page, *first, *second, *target;
    } rows[] = {
        { "百年糖坊的第五代掌柜", "2", "访百年糖坊第五代掌柜", "学生餐里的营养账", "a0002.xhtml" },
        { "百年糖坊的第五代掌柜", "", "百年糖坊的第五代掌柜 丁麦秋", "学生餐里的营养账", "a0002.xhtml" },
        { "百年糖坊的第五代掌柜", "", "访百年糖坊第五代掌柜", "学生餐里的营养账", NULL },
        { "百年糖坊的第五代掌柜", "2", "百年糖坊第五代掌柜", "百年糖坊第五代掌柜再访", "p0002.xhtml" },
        { "百年糖坊的第五代掌柜", "9", "百年糖坊的第五代掌柜", "学生餐里的营养账", NULL },
        { "Bridge across the Wharf opens", "2", "Bridge across the Wharf opens to all", "School meals", "a0002.xhtml" },
        { "导读", "2", "导读", "学生餐里的营养账", "p0002.xhtml" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_issue *issue = made_empty("zh");
        made_page(issue, "1", "");
        made_page(issue, "2", "");
        made_article(issue, GALLEY_TEASER, 0, rows[i].teaser)->continued_on = galley_slice_of(rows[i].page);
        made_article(issue, GALLEY_NEWS, 1, rows[i].first);
        made_article(issue, GALLEY_NEWS, 1, rows[i].second);
        opened *book = printed_book(issue, NULL);
        if (rows[i].target)
            opened_expect(book, "p0001.xhtml", "//h:article/h:p/h:a/@href", rows[i].target);
        else
            assert_int_equal(opened_count(book, "p0001.xhtml", "//h:article/h:p/h:a"), 0);
        opened_drop(book);
        galley_issue_drop(issue);
    }
}

/* ticks epub.way */
static void leaves_out_the_way_when_told(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_sink *sink = made_written(issue, "nav-links", "no", NULL);
    opened *book = opened_new(galley_sink_bytes(sink));
    assert_int_equal(opened_count(book, "a0003.xhtml", "//h:nav"), 0);
    opened_drop(book);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static double seconds_for(uint32_t articles)
{
    galley_issue *issue = made_empty("zh");
    made_page(issue, "1", "");
    for (uint32_t i = 0; i < articles; i++)
        made_block(issue, made_article(issue, GALLEY_NEWS, 0, "消息"), GALLEY_PARAGRAPH, "正文。");
    clock_t start = clock();
    galley_sink_drop(made_written(issue, NULL, NULL, NULL));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    galley_issue_drop(issue);
    return seconds;
}

/* ticks epub.any-issue */
static void takes_linear_time(void **state)
{
    (void)state;
    double few = seconds_for(2000), many = seconds_for(10000);
    assert_true(many < 10 * few + 0.2); /* five times the articles; room for a busy machine */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_the_same_book_twice),
        cmocka_unit_test(takes_its_time_from_source_date_epoch),
        cmocka_unit_test(writes_an_issue_without_articles),
        cmocka_unit_test(writes_articles_of_no_page),
        cmocka_unit_test(opens_nothing_for_nothing),
        cmocka_unit_test(settles_an_unknown_language_by_its_script),
        cmocka_unit_test(leaves_out_a_date_that_is_none),
        cmocka_unit_test(names_a_serial_number_once),
        cmocka_unit_test(says_all_that_is_known_of_the_issue),
        cmocka_unit_test(keeps_any_text),
        cmocka_unit_test(lists_no_page_that_was_only_counted),
        cmocka_unit_test(makes_no_heading_of_spaces),
        cmocka_unit_test(marks_where_a_text_turns_the_page),
        cmocka_unit_test(leads_a_teaser_to_what_it_announces),
        cmocka_unit_test(leaves_out_the_way_when_told),
        cmocka_unit_test(takes_linear_time),
    };
    unsetenv("SOURCE_DATE_EPOCH");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
