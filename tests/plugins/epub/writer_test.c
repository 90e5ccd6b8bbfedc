/* SPDX-License-Identifier: MIT
 * The book as a whole: everything that is named exists, everything that exists is
 * named, and the same issue is the same book. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "tests/plugins/epub/printed.h"

#define ITEM "/opf:package/opf:manifest/opf:item"
#define TOC "//h:nav[@epub:type='toc']"
#define PAGES "//h:nav[@epub:type='page-list']"

static int open_printed(void **state)
{
    galley_issue *issue = printed_issue();
    *state = printed_book(issue);
    galley_issue_drop(issue);
    return 0;
}

static int close_printed(void **state)
{
    opened_drop(*state);
    return 0;
}

/* ---- Package ---------------------------------------------------------------- */

static void lists_every_member_once(void **state)
{
    const opened *book = *state;
    char **files = opened_ask(book, "package.opf", ITEM "/@href");
    size_t count = 0;
    for (; files[count]; count++)
        assert_true(opened_has(book, files[count]));
    assert_int_equal(count, book->count - 3); /* mimetype, container.xml, the package itself */
    assert_string_equal(book->members[0].name, "mimetype");
    opened_free(files);
}

static void has_a_spine_of_manifest_items(void **state)
{
    const opened *book = *state;
    size_t references = opened_count(book, "package.opf", "//opf:itemref");
    assert_int_equal(references, opened_count(book, "package.opf", "//opf:itemref[@idref=" ITEM "/@id]"));
    assert_int_equal(references, opened_count(book, "package.opf", ITEM "[@media-type='application/xhtml+xml']"));
    assert_int_equal(opened_count(book, "package.opf", "//opf:spine[@toc=" ITEM "[@href='toc.ncx']/@id]"), 1);
}

static void says_what_it_is(void **state)
{
    const opened *book = *state;
    static const char *const said[][2] = {
        { "//dc:identifier", "urn:uuid:3f0c5b1e-8a67-5d39-9e41-8d13c45a70e2" },
        { "//dc:title", "乌有日报 2024-02-29 第1234期" },
        { "//dc:language", "zh-Hans" },
        { "//dc:date", "2024-02-29" },
        { "//dc:publisher", "乌有日报社" },
        { "//dc:source", "urn:issn:1234-5679" },
        { "//opf:meta[@property='dcterms:modified']", "2024-02-29T00:00:00Z" },
        { "//opf:meta[@property='belongs-to-collection']", "乌有日报" },
        { "//opf:meta[@property='group-position']", "1234" },
        { "//opf:meta[@property='pageBreakSource']", "urn:issn:1234-5679" },
        { "//opf:meta[@name='cover']/@content", "cover-image" },
        { ITEM "[@properties='cover-image']/@href", "cover.svg" },
        { ITEM "[@properties='nav']/@href", "nav.xhtml" },
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        opened_expect(book, "package.opf", said[i][0], said[i][1]);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[@property='schema:accessibilityFeature']"), 6);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[@property='dcterms:conformsTo']"), 0);
}

/* ---- Links ------------------------------------------------------------------ */

static void assert_targets(const opened *book, const char *name, const char *expression)
{
    char **targets = opened_ask(book, name, expression);
    for (size_t i = 0; targets[i]; i++)
        assert_true(opened_has(book, targets[i]));
    opened_free(targets);
}

static void leads_nowhere_in_vain(void **state)
{
    const opened *book = *state;
    for (size_t i = 0; i < book->count; i++) {
        const char *name = book->members[i].name + 5;
        if (strstr(name, ".xhtml"))
            assert_targets(book, name, "//@href | //h:img/@src");
    }
    assert_targets(book, "toc.ncx", "//ncx:content/@src");
}

/* The contents name each article once, in the order of the spine: the documents first
 * named in the contents are those of the spine behind cover, title page and contents. */
static void names_every_article_in_spine_order(void **state)
{
    const opened *book = *state;
    char **named = opened_ask(book, "nav.xhtml", TOC "//h:a/@href");
    char **spine = opened_ask(book, "package.opf", "//opf:itemref/@idref");
    size_t at = 3;
    assert_string_equal(named[0], "title.xhtml");
    for (size_t i = 1; named[i]; i++) {
        size_t length = strlen(spine[at]);
        if (strncmp(named[i], spine[at], length) == 0 && named[i][length] == '.')
            at += named[i + 1] && strncmp(named[i + 1], spine[at], length) != 0;
    }
    assert_non_null(spine[at]);
    assert_null(spine[at + 1]);
    opened_free(named);
    opened_free(spine);
}

static void calls_articles_by_their_names(void **state)
{
    static const char *const names[] = { "乌有日报",
                                         "第1版 要闻",
                                         "老街新生记", /* a teaser stands on the front of its page */
                                         "春耕备耕有序推进 田间地头一派繁忙",
                                         "昨日，市图书馆新馆试开放…",
                                         "2月28日，工人在城东桥面铺设沥青。",
                                         "第2版",
                                         "春耕备耕有序推进",
                                         "停水通知",
                                         "乌有书店开业",
                                         NULL };
    char **found = opened_ask(*state, "nav.xhtml", TOC "//h:a");
    char **map = opened_ask(*state, "toc.ncx", "//ncx:navPoint/ncx:navLabel/ncx:text");
    for (size_t i = 0; names[i]; i++) {
        assert_non_null(found[i]);
        assert_non_null(map[i]);
        assert_string_equal(found[i], names[i]);
        assert_string_equal(map[i], names[i]);
    }
    assert_null(found[sizeof names / sizeof *names - 1]);
    opened_free(found);
    opened_free(map);
}

static void lists_the_printed_pages(void **state)
{
    const opened *book = *state;
    char **pages = opened_ask(book, "nav.xhtml", PAGES "//h:a/@href");
    assert_string_equal(pages[0], "p0001.xhtml#page-1");
    assert_string_equal(pages[1], "p0002.xhtml#page-2");
    assert_null(pages[2]);
    opened_free(pages);
    opened_expect(book, "p0001.xhtml", "//*[@epub:type='pagebreak']/@aria-label", "1");
    assert_int_equal(opened_count(book, "toc.ncx", "//ncx:pageTarget"), 2);
    assert_int_equal(opened_count(book, "nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a"), 4);
}

static void numbers_the_ncx_without_gaps(void **state)
{
    const opened *book = *state;
    char **orders = opened_ask(book, "toc.ncx", "//ncx:navPoint/@playOrder");
    for (size_t i = 0; orders[i]; i++)
        assert_int_equal(strtoul(orders[i], NULL, 10), i + 1);
    opened_free(orders);
    /* A page target is the same place as the point of its page, so it has its order. */
    assert_int_equal(opened_count(book, "toc.ncx",
                                  "//ncx:pageTarget[@playOrder=//ncx:navPoint[ncx:content/@src="
                                  "'p0002.xhtml#page-2']/@playOrder]"),
                     1);
    opened_expect(book, "toc.ncx", "//ncx:meta[@name='dtb:uid']/@content",
                  "urn:uuid:3f0c5b1e-8a67-5d39-9e41-8d13c45a70e2");
}

static void joins_the_parts_of_a_continued_article(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0002.xhtml", "//h:p[@class='continued']/h:a/@href", "a0005.xhtml");
    opened_expect(book, "a0002.xhtml", "//h:p[@class='continued']", "下转第2版");
    opened_expect(book, "a0005.xhtml", "//h:p[@class='continued']/h:a/@href", "a0002.xhtml");
    opened_expect(book, "p0001.xhtml", "//h:article[@id='a0001']/h:p[@class='continued']/h:a/@href", "p0002.xhtml");
}

static void leads_from_article_to_article(void **state)
{
    char **way = opened_ask(*state, "a0004.xhtml", "//h:nav[@class='way']/h:a/@href");
    assert_string_equal(way[0], "a0003.xhtml");
    assert_string_equal(way[1], "nav.xhtml");
    assert_string_equal(way[2], "p0002.xhtml");
    assert_null(way[3]);
    opened_free(way);
}

/* ---- Articles --------------------------------------------------------------- */

static void gives_every_part_of_a_head_its_place(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0002.xhtml", "//h:hgroup/*[1][@class='kicker']", "全市春季农业生产现场会召开");
    opened_expect(book, "a0002.xhtml", "//h:hgroup/h:h1", "春耕备耕有序推进 田间地头一派繁忙");
    opened_expect(book, "a0002.xhtml", "//h:hgroup/*[3][@class='subheadline']", "良种入户率达九成");
    opened_expect(book, "a0002.xhtml", "//h:h2[@class='crosshead']", "科技下乡");
    opened_expect(book, "a0002.xhtml", "//h:head/h:title", "春耕备耕有序推进 田间地头一派繁忙");
    opened_expect(book, "a0002.xhtml", "/h:html/@lang", "zh-Hans");
    /* The byline also stands in the lead (a copy): it is not printed twice. */
    assert_int_equal(opened_count(book, "a0002.xhtml", "//h:p[@class='byline']"), 0);
}

static void shows_every_kind_of_block(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0002.xhtml", "//h:blockquote/h:p", "一年之计在于春。");
    opened_expect(book, "a0004.xhtml", "//h:figure/h:figcaption/h:p[@class='credit']", "何一舟 摄");
    assert_int_equal(opened_count(book, "a0005.xhtml", "//h:ul/h:li"), 2);
    assert_int_equal(opened_count(book, "a0005.xhtml", "//h:tr[count(h:td)=2]"), 2);
    opened_expect(book, "title.xhtml", "//h:div[@class='imprint']/h:p", "甲辰年正月二十 今日四版");
}

/* No document without a heading, none that skips a level. */
static void orders_headings(void **state)
{
    const opened *book = *state;
    for (size_t i = 0; i < book->count; i++) {
        const char *name = book->members[i].name + 5;
        if (!strstr(name, ".xhtml") || strcmp(name, "cover.xhtml") == 0)
            continue;
        assert_int_equal(opened_count(book, name, "//h:h1"), 1);
        assert_int_equal(opened_count(book, name, "//h:h2[not(preceding::h:h1)]"), 0);
        assert_int_equal(opened_count(book, name, "//h:h3[not(preceding::h:h2)]"), 0);
    }
    opened_expect(book, "a0003.xhtml", "//h:h1", "第1版 要闻");
    opened_expect(book, "a0004.xhtml", "//h:h1", "第1版 要闻 · 图片");
}

static void draws_a_cover(void **state)
{
    const opened *book = *state;
    char **lines = opened_ask(book, "cover.svg", "//svg:text");
    static const char *const drawn[] = { "乌有日报",         "2024年2月29日", "第1234期",       "春耕备耕有序推进",
                                         "田间地头一派繁忙", "乌有日报社",    "ISSN 1234-5679", NULL };
    for (size_t i = 0; drawn[i]; i++)
        assert_string_equal(lines[i], drawn[i]);
    opened_free(lines);
    opened_expect(book, "cover.xhtml", "//h:img/@alt", "乌有日报 2024-02-29 第1234期");
}

/* ---- Other issues ----------------------------------------------------------- */

static void is_the_same_book_twice(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_sink *first = printed_write(issue, NULL, NULL, NULL);
    setenv("TZ", "Asia/Kathmandu", 1);
    tzset();
    galley_sink *second = printed_write(issue, NULL, NULL, NULL);
    unsetenv("TZ");
    assert_true(galley_slice_equal(galley_sink_bytes(first), galley_sink_bytes(second)));
    galley_sink_drop(first);
    galley_sink_drop(second);
    galley_issue_drop(issue);
}

static void takes_its_time_from_source_date_epoch(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    opened *book = printed_book(issue);
    unsetenv("SOURCE_DATE_EPOCH");
    opened_expect(book, "package.opf", "//opf:meta[@property='dcterms:modified']", "2023-11-14T22:13:20Z");
    opened_drop(book);
    galley_issue_drop(issue);
}

static void writes_an_issue_without_articles(void **state)
{
    (void)state;
    galley_issue *issue = printed_empty("");
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = printed_write(issue, NULL, NULL, findings);
    opened *book = opened_new(galley_sink_bytes(sink));
    opened_expect(book, "package.opf", "//dc:title", "Newspaper");
    opened_expect(book, "package.opf", "//dc:language", "en");
    opened_expect(book, "package.opf", "//opf:meta[@property='dcterms:modified']", "1980-01-01T00:00:00Z");
    assert_int_equal(opened_count(book, "package.opf", "//opf:itemref"), 3);
    assert_int_equal(opened_count(book, "package.opf", "//opf:meta[@property='pageBreakSource']"), 0);
    assert_int_equal(opened_count(book, "nav.xhtml", PAGES), 0);
    assert_int_equal(galley_findings_count_code(findings, "epub.language"), 1);
    opened_drop(book);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void writes_articles_of_no_page(void **state)
{
    (void)state;
    galley_issue *issue = printed_empty("en-GB");
    printed_article(issue, GALLEY_NEWS, GALLEY_NONE, "Bridge opened");
    printed_article(issue, GALLEY_TEASER, 7, "More inside");
    opened *book = printed_book(issue);
    assert_int_equal(opened_count(book, "nav.xhtml", TOC "/h:ol/h:li/h:a"), 3);
    opened_expect(book, "a0002.xhtml", "//h:h1", "More inside");
    opened_drop(book);
    galley_issue_drop(issue);
}

/* A group of headings needs a heading, a figure something to show, a page a name. */
static void opens_nothing_for_nothing(void **state)
{
    (void)state;
    galley_issue *issue = printed_empty("zh");
    printed_page(issue, "", "");
    galley_article *article = printed_article(issue, GALLEY_NEWS, 0, "");
    article->kicker = printed_text(issue, "引题");
    printed_block(issue, article, GALLEY_FIGURE, "")->image = galley_slice_of("1.jpg");
    printed_block(issue, article, GALLEY_LIST, "");
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = printed_write(issue, NULL, NULL, findings);
    opened *book = opened_new(galley_sink_bytes(sink));
    opened_expect(book, "a0001.xhtml", "//h:header/h:p", "引题");
    assert_int_equal(opened_count(book, "a0001.xhtml", "//h:hgroup | //h:figure | //h:ul"), 0);
    opened_expect(book, "p0001.xhtml", "//h:h1", "p1");
    opened_expect(book, "nav.xhtml", PAGES "//h:a", "p1");
    assert_int_equal(galley_findings_count_code(findings, "epub.images"), 1);
    opened_drop(book);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void settles_an_unknown_language_by_its_script(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        { "zh", "昨日，市图书馆新馆试开放。" },
        { "ja", "きのう、市立図書館の新館がオープンした。" },
        { "ko", "어제 시립도서관 신관이 문을 열었다." },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        galley_issue *issue = printed_empty("und");
        printed_article(issue, GALLEY_NEWS, 0, texts[i][1]);
        opened *book = printed_book(issue);
        opened_expect(book, "package.opf", "//dc:language", texts[i][0]);
        opened_drop(book);
        galley_issue_drop(issue);
    }
}

static void leaves_out_a_date_that_is_none(void **state)
{
    (void)state;
    static const char *const dates[] = { "2023-02-29", "2023-13-01", "29.2.2023", "2023-2-9" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        galley_issue *issue = printed_issue();
        galley_findings *findings = galley_findings_new();
        issue->meta.date = galley_slice_of(dates[i]);
        galley_sink *sink = printed_write(issue, NULL, NULL, findings);
        opened *book = opened_new(galley_sink_bytes(sink));
        assert_int_equal(opened_count(book, "package.opf", "//dc:date"), 0);
        assert_int_equal(galley_findings_count_code(findings, "epub.date"), 1);
        opened_drop(book);
        galley_sink_drop(sink);
        galley_findings_drop(findings);
        galley_issue_drop(issue);
    }
}

static void names_a_serial_number_once(void **state)
{
    (void)state;
    static const char *const numbers[] = { "00-0001", "CN00-0001", "CN 00-0001" };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        galley_issue *issue = printed_empty("zh");
        issue->meta.cn = galley_slice_of(numbers[i]);
        opened *book = printed_book(issue);
        opened_expect(book, "package.opf", "//dc:source", "CN 00-0001");
        opened_expect(book, "title.xhtml", "//h:div/h:p", "CN 00-0001");
        opened_drop(book);
        galley_issue_drop(issue);
    }
}

/* Markup, ends of CDATA and comments, controls, astral and bidirectional characters. */
static void keeps_any_text(void **state)
{
    (void)state;
    static const char text[] = "a]]>b --> <c> & \"d\" \0 \v 𠮷😀 \xE2\x80\xAE שלום \xEF\xBF\xBE \xC3";
    static const char kept[] =
        "a]]>b --> <c> & \"d\" \xEF\xBF\xBD \xEF\xBF\xBD 𠮷😀 \xE2\x80\xAE שלום \xEF\xBF\xBD \xEF\xBF\xBD";
    galley_issue *issue = printed_issue();
    galley_findings *findings = galley_findings_new();
    galley_article *article = printed_article(issue, GALLEY_NEWS, 1, "");
    article->headline.text = (galley_slice){ text, sizeof text - 1 };
    printed_block(issue, article, GALLEY_PARAGRAPH, "")->text.text = article->headline.text;
    galley_sink *sink = printed_write(issue, NULL, NULL, findings);
    opened *book = opened_new(galley_sink_bytes(sink));
    opened_expect(book, "a0008.xhtml", "//h:h1", kept);
    opened_expect(book, "a0008.xhtml", "//h:article/h:p", kept);
    opened_expect(book, "nav.xhtml", TOC "//h:a[@href='a0008.xhtml']", kept);
    assert_int_equal(galley_findings_count_code(findings, "epub.characters"), 1);
    opened_drop(book);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void marks_where_a_text_turns_the_page(void **state)
{
    (void)state;
    galley_issue *issue = printed_empty("zh");
    static const char *const lines[] = { "前半句", "后半句" };
    for (uint32_t i = 0; i < 2; i++) {
        printed_page(issue, i ? "4" : "3", "");
        galley_issue_add_zone(issue);
        galley_issue_add_line(issue, galley_slice_of(lines[i]), i + 1, 1);
    }
    galley_article *article = printed_article(issue, GALLEY_NEWS, 0, "");
    static const galley_span spans[] = { { 0, 0, 9 }, { 1, 0, 9 } };
    galley_block *block = printed_block(issue, article, GALLEY_PARAGRAPH, "前半句后半句");
    block->text.spans = spans;
    block->text.span_count = 2;
    opened *book = printed_book(issue);
    opened_expect(book, "a0001.xhtml", "//h:article/h:p", "前半句[第4版]后半句");
    opened_expect(book, "a0001.xhtml", "//h:a[@class='page']/@href", "p0002.xhtml");
    assert_int_equal(opened_count(book, "a0001.xhtml", "//*[@epub:type='pagebreak']"), 0);
    opened_drop(book);
    galley_issue_drop(issue);
}

static void leaves_out_the_way_when_told(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_sink *sink = printed_write(issue, "nav-links", "no", NULL);
    opened *book = opened_new(galley_sink_bytes(sink));
    assert_int_equal(opened_count(book, "a0002.xhtml", "//h:nav"), 0);
    opened_drop(book);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static double seconds_for(uint32_t articles)
{
    galley_issue *issue = printed_empty("zh");
    printed_page(issue, "1", "");
    for (uint32_t i = 0; i < articles; i++)
        printed_block(issue, printed_article(issue, GALLEY_NEWS, 0, "消息"), GALLEY_PARAGRAPH, "正文。");
    clock_t start = clock();
    galley_sink_drop(printed_write(issue, NULL, NULL, NULL));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    galley_issue_drop(issue);
    return seconds;
}

static void takes_linear_time(void **state)
{
    (void)state;
    double few = seconds_for(2000), many = seconds_for(10000);
    assert_true(many < 10 * few + 0.2); /* five times the articles; room for a busy machine */
}

int main(void)
{
#define ON_PRINTED(test) cmocka_unit_test_setup_teardown(test, open_printed, close_printed)
    const struct CMUnitTest tests[] = {
        ON_PRINTED(lists_every_member_once),
        ON_PRINTED(has_a_spine_of_manifest_items),
        ON_PRINTED(says_what_it_is),
        ON_PRINTED(leads_nowhere_in_vain),
        ON_PRINTED(names_every_article_in_spine_order),
        ON_PRINTED(calls_articles_by_their_names),
        ON_PRINTED(lists_the_printed_pages),
        ON_PRINTED(numbers_the_ncx_without_gaps),
        ON_PRINTED(joins_the_parts_of_a_continued_article),
        ON_PRINTED(leads_from_article_to_article),
        ON_PRINTED(gives_every_part_of_a_head_its_place),
        ON_PRINTED(shows_every_kind_of_block),
        ON_PRINTED(orders_headings),
        ON_PRINTED(draws_a_cover),
        cmocka_unit_test(is_the_same_book_twice),
        cmocka_unit_test(takes_its_time_from_source_date_epoch),
        cmocka_unit_test(writes_an_issue_without_articles),
        cmocka_unit_test(writes_articles_of_no_page),
        cmocka_unit_test(opens_nothing_for_nothing),
        cmocka_unit_test(settles_an_unknown_language_by_its_script),
        cmocka_unit_test(leaves_out_a_date_that_is_none),
        cmocka_unit_test(names_a_serial_number_once),
        cmocka_unit_test(keeps_any_text),
        cmocka_unit_test(marks_where_a_text_turns_the_page),
        cmocka_unit_test(leaves_out_the_way_when_told),
        cmocka_unit_test(takes_linear_time),
    };
    unsetenv("SOURCE_DATE_EPOCH");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
