/* SPDX-License-Identifier: MIT
 * The book as a whole: everything that is named exists, everything that exists is
 * named, and every part of an article has its place. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <galley/version.h>

#include "tests/plugins/epub/printed.h"

#define ITEM "/opf:package/opf:manifest/opf:item"

static int open_printed(void **state)
{
    galley_issue *issue = printed_issue();
    *state = printed_book(issue, NULL);
    galley_issue_drop(issue);
    return 0;
}

static int close_printed(void **state)
{
    opened_drop(*state);
    return 0;
}

/* ---- Package ---------------------------------------------------------------- */

/* ticks epub.container */
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

/* ticks epub.links */
static void has_a_spine_of_manifest_items(void **state)
{
    const opened *book = *state;
    size_t references = opened_count(book, "package.opf", "//opf:itemref");
    assert_int_equal(references, opened_count(book, "package.opf", "//opf:itemref[@idref=" ITEM "/@id]"));
    assert_int_equal(references, opened_count(book, "package.opf", ITEM "[@media-type='application/xhtml+xml']"));
    assert_int_equal(opened_count(book, "package.opf", "//opf:spine[@toc=" ITEM "[@href='toc.ncx']/@id]"), 1);
}

/* ticks epub.modified, epub.identity, epub.cover, epub.access, epub.conformance */
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
        { "//opf:meta[@property='pageBreakSource']", "乌有日报 2024-02-29 第1234期, ISSN 1234-5679" },
        { "//opf:meta[@name='cover']/@content", "cover-image" },
        { "//opf:meta[@name='generator']/@content", "galley " GALLEY_VERSION },
        { "//opf:meta[@property='schema:accessMode']", "textual" },
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

/* ticks epub.links, epub.kindle */
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
/* ticks epub.contents */
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

/* ticks epub.contents */
static void calls_articles_by_their_names(void **state)
{
    static const char *const names[] = { "乌有日报",
                                         "第1版 要闻",
                                         "老街新生记", /* a teaser stands on the front of its page */
                                         "2月28日，工人在城东桥面铺设沥青。", /* as does a caption */
                                         "春耕备耕有序推进 田间地头一派繁忙",
                                         "昨日，市图书馆新馆试开放…",
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

/* ticks epub.page-list, epub.landmarks */
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

/* ticks epub.landmarks */
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

/* ticks epub.continued */
static void joins_the_parts_of_a_continued_article(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0003.xhtml", "//h:p[@class='continued']/h:a/@href", "a0005.xhtml");
    opened_expect(book, "a0003.xhtml", "//h:p[@class='continued']", "下转第2版");
    opened_expect(book, "a0005.xhtml", "//h:p[@class='continued from']/h:a/@href", "a0003.xhtml");
    opened_expect(book, "p0001.xhtml", "//h:article[@id='a0001']/h:p[@class='continued']/h:a/@href", "p0002.xhtml");
}

/* ticks epub.way */
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

/* ticks epub.article, epub.language */
static void gives_every_part_of_a_head_its_place(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0003.xhtml", "//h:hgroup/*[1][@class='kicker']", "全市春季农业生产现场会召开");
    opened_expect(book, "a0003.xhtml", "//h:hgroup/h:h1", "春耕备耕有序推进 田间地头一派繁忙");
    opened_expect(book, "a0003.xhtml", "//h:hgroup/*[3][@class='subheadline']", "良种入户率达九成");
    opened_expect(book, "a0003.xhtml", "//h:h2[@class='crosshead']", "科技下乡");
    opened_expect(book, "a0003.xhtml", "//h:head/h:title", "春耕备耕有序推进 田间地头一派繁忙");
    opened_expect(book, "a0003.xhtml", "/h:html/@lang", "zh-Hans");
    assert_int_equal(opened_count(book, "a0003.xhtml", "//h:hgroup/h:p[@role='doc-subtitle']"), 2);
    /* The byline also stands in the lead (a copy): it is not shown twice. */
    assert_int_equal(opened_count(book, "a0003.xhtml", "//h:p[@class='byline copy'][@hidden]"), 1);
    assert_int_equal(opened_count(book, "a0003.xhtml", "//h:p[@class='byline']"), 0);
}

/* ticks epub.article */
static void shows_every_kind_of_block(void **state)
{
    const opened *book = *state;
    opened_expect(book, "a0003.xhtml", "//h:blockquote/h:p", "一年之计在于春。");
    opened_expect(book, "p0001.xhtml", "//h:figure/h:figcaption/h:p[@class='credit']", "何一舟 摄");
    assert_int_equal(opened_count(book, "a0005.xhtml", "//h:ul/h:li"), 2);
    assert_int_equal(opened_count(book, "a0005.xhtml", "//h:tr[count(h:td)=2]"), 2);
    opened_expect(book, "title.xhtml", "//h:div[@class='masthead']/h:p[not(@hidden)]", "甲辰年正月二十 今日四版");
    opened_expect(book, "title.xhtml", "//h:div[@class='masthead']/h:p[@hidden]", "乌有日报");
}

/* No document without a heading, none that skips a level. */
/* ticks epub.headings */
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
        assert_int_equal(opened_count(book, name, "//h:article[not(.//h:h1 | .//h:h3)]"), 0);
    }
    opened_expect(book, "a0004.xhtml", "//h:article/h:h1", "第1版 要闻");
}

/* Types of the vocabulary (the others have no role, or are no type), each with its role. */
/* ticks epub.roles */
static void says_a_role_beside_each_type(void **state)
{
    static const struct {
        const char *type, *role;
    } pairs[] = {
        { "pagebreak", "doc-pagebreak" },
        { "toc", "doc-toc" },
        { "page-list", "doc-pagelist" },
        { "cover", "doc-cover" },
        { "titlepage", "" },
        { "landmarks", "" },
        { "bodymatter", "" },
    };
    const opened *book = *state;
    for (size_t i = 0; i < book->count; i++) {
        const char *name = book->members[i].name + 5;
        size_t types = strstr(name, ".xhtml") ? opened_count(book, name, "//@epub:type[not(../@href)]") : 0;
        for (size_t k = 0; types && k < sizeof pairs / sizeof *pairs; k++) {
            char expression[160];
            snprintf(expression, sizeof expression,
                     "//*[@epub:type='%s' and not(@href)][descendant-or-self::*/@role='%s' or '%s'='']", pairs[k].type,
                     pairs[k].role, pairs[k].role);
            types -= opened_count(book, name, expression);
        }
        assert_int_equal(types, 0);
    }
}

/* What the issue says stands in the book once, and nothing but what the book adds beside it. */
/* ticks epub.spaces, epub.text */
static void has_the_words_of_the_issue_to_the_byte(void **state)
{
    const opened *book = *state;
    static const char *const texts[][3] = {
        { "a0003.xhtml", "//h:header/h:hgroup/h:p[1]", "全市春季农业生产现场会召开" },
        { "a0003.xhtml", "//h:article/h:p[1]", "本报讯（记者 林小满）连日来，各乡镇抢抓农时。" },
        { "a0004.xhtml", "//h:article/h:p", "昨日，市图书馆新馆试开放，首日接待读者三千余人次，预约系统运行平稳。" },
        { "a0006.xhtml", "//h:article/h:p", "各用户：3月1日8时至12时停水。" },
        { "a0005.xhtml", "//h:table/h:tbody/h:tr[2]/h:td[2]", "五千" },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        opened_expect(book, texts[i][0], texts[i][1], texts[i][2]);
}

/* News before notices, advertisements last; captions below, whole. */
/* ticks epub.contents */
static void lists_news_before_advertisements(void **state)
{
    const opened *book = *state;
    char **first = opened_ask(book, "p0001.xhtml", "//h:ol[@class='articles']/h:li/h:a/@href");
    assert_string_equal(first[0], "a0003.xhtml");
    assert_string_equal(first[1], "a0004.xhtml");
    assert_null(first[2]);
    opened_free(first);
    char **second = opened_ask(book, "p0002.xhtml", "//h:ol[@class='articles']/h:li/h:a/@href");
    assert_string_equal(second[0], "a0005.xhtml");
    assert_string_equal(second[2], "a0007.xhtml");
    opened_free(second);
    opened_expect(book, "p0001.xhtml", "//h:section[@class='captions']//h:p[@class='caption']",
                  "2月28日，工人在城东桥面铺设沥青。");
}

/* ticks epub.cover */
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
        ON_PRINTED(says_a_role_beside_each_type),
        ON_PRINTED(has_the_words_of_the_issue_to_the_byte),
        ON_PRINTED(lists_news_before_advertisements),
        ON_PRINTED(draws_a_cover),
    };
    unsetenv("SOURCE_DATE_EPOCH");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
