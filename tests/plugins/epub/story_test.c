/* SPDX-License-Identifier: MIT
 * What is said of parts of a text: marks within marks, and what no book can say; the
 * levels of crossheads, the heads of tables; and the picture of a figure. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/plugins/epub/printed.h"

typedef struct made {
    galley_issue *issue;
    galley_article *article;
    galley_findings *findings;
    opened *book;
} made;

static made made_story(void)
{
    made it = { .issue = made_empty("zh-Hans"), .findings = galley_findings_new() };
    made_page(it.issue, "1", "");
    it.article = made_article(it.issue, GALLEY_NEWS, 0, "标题");
    return it;
}

static void write_it(made *it)
{
    it->book = printed_book(it->issue, it->findings);
}

static void drop_it(made *it)
{
    opened_drop(it->book);
    galley_findings_drop(it->findings);
    galley_issue_drop(it->issue);
}

static void mark(galley_text *text, const galley_mark *marks, uint32_t count)
{
    text->marks = marks;
    text->mark_count = count;
}

/* ticks epub.language, epub.article */
static void says_what_is_said_of_words(void **state)
{
    (void)state;
    static const galley_mark marks[] = {
        { 0, 6, GALLEY_STRONG, { NULL, 0 } },     { 0, 3, GALLEY_EMPHASIS, { NULL, 0 } },
        { 6, 12, GALLEY_RUBY, { "hàn", 4 } },     { 12, 18, GALLEY_LINK, { "https://example.org/a?b=1", 25 } },
        { 18, 23, GALLEY_LANGUAGE, { "en", 2 } }, { 23, 26, GALLEY_UNCLEAR, { "墨渍", 6 } },
    };
    made it = made_story();
    mark(&made_block(it.issue, it.article, GALLEY_PARAGRAPH, "甲乙丙丁戊己 Galle庚")->text, marks, 6);
    it.article->language = galley_slice_of("zh-Hant");
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:article/@lang", "zh-Hant");
    opened_expect(it.book, "a0001.xhtml", "//h:strong", "甲乙");
    opened_expect(it.book, "a0001.xhtml", "//h:strong/h:em", "甲");
    opened_expect(it.book, "a0001.xhtml", "//h:ruby/text()", "丙丁");
    opened_expect(it.book, "a0001.xhtml", "//h:ruby/h:rt", "hàn");
    opened_expect(it.book, "a0001.xhtml", "//h:p[not(@class)]/h:a/@href", "https://example.org/a?b=1");
    opened_expect(it.book, "a0001.xhtml", "//h:span[@xml:lang='en']", " Gall");
    opened_expect(it.book, "a0001.xhtml", "//h:span[@class='unclear']/@title", "墨渍");
    assert_int_equal(galley_findings_count_code(it.findings, "epub.marks"), 0);
    drop_it(&it);
}

/* A book with such a link or language is refused, so it has the words alone. */
/* ticks epub.language, epub.links */
static void leaves_out_what_is_no_address_and_no_language(void **state)
{
    (void)state;
    static const char *const values[] = {
        "javascript:alert(1)", "../a0002.xhtml", "http://a b/", "https:///x", "http://a..b/", "en_GB", "x",
        "english-language",    "de-1",           "und"
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        made it = made_story();
        galley_mark one = { 0, 3, i < 5 ? GALLEY_LINK : GALLEY_LANGUAGE, galley_slice_of(values[i]) };
        mark(&made_block(it.issue, it.article, GALLEY_PARAGRAPH, "甲乙")->text, &one, 1);
        write_it(&it);
        opened_expect(it.book, "a0001.xhtml", "//h:article/h:p", "甲乙");
        assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:article/h:p/*"), 0);
        assert_int_equal(galley_findings_count_code(it.findings, "epub.marks"), 1);
        drop_it(&it);
    }
}

/* Marks that cross, or a link in a link, are somebody's defect; the words are there once. */
/* ticks epub.text */
static void keeps_the_words_of_marks_that_cross(void **state)
{
    (void)state;
    static const galley_mark marks[] = { { 0, 6, GALLEY_LINK, { "http://example.org/", 19 } },
                                         { 3, 9, GALLEY_EMPHASIS, { NULL, 0 } },
                                         { 3, 6, GALLEY_LINK, { "http://example.org/", 19 } },
                                         { 6, 99, GALLEY_STRONG, { NULL, 0 } } };
    made it = made_story();
    mark(&made_block(it.issue, it.article, GALLEY_PARAGRAPH, "甲乙丙丁")->text, marks, 4);
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:article/h:p", "甲乙丙丁");
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:article/h:p//h:a"), 1);
    drop_it(&it);
}

/* ticks epub.text */
static void puts_no_ruby_into_a_ruby(void **state)
{
    (void)state;
    static const galley_mark marks[] = { { 0, 6, GALLEY_RUBY, { "a", 1 } }, { 0, 3, GALLEY_RUBY, { "b", 1 } } };
    made it = made_story();
    mark(&made_block(it.issue, it.article, GALLEY_PARAGRAPH, "甲乙丙")->text, marks, 2);
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:article/h:p", "甲乙a丙");
    assert_int_equal(galley_findings_count_code(it.findings, "epub.marks"), 1);
    drop_it(&it);
}

/* A level that is left out is no gap in the headings, but still known. */
/* ticks epub.headings */
static void goes_down_one_heading_at_a_time(void **state)
{
    (void)state;
    made it = made_story();
    made_block(it.issue, it.article, GALLEY_CROSSHEAD, "一")->level = 1;
    made_block(it.issue, it.article, GALLEY_CROSSHEAD, "二")->level = 3;
    made_block(it.issue, it.article, GALLEY_CROSSHEAD, "三")->level = 3;
    made_block(it.issue, it.article, GALLEY_CROSSHEAD, "四")->level = 9;
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:h2[@class='crosshead']/@data-level", "1");
    opened_expect(it.book, "a0001.xhtml", "//h:h3[@data-level='3']", "二");
    opened_expect(it.book, "a0001.xhtml", "//h:h4[not(@data-level)]", "三");
    opened_expect(it.book, "a0001.xhtml", "//h:h5/@data-level", "9");
    drop_it(&it);
}

/* ticks epub.article */
static void gives_a_table_its_head_where_it_has_one(void **state)
{
    (void)state;
    static const char *const with[] = { "乡镇", "亩数", "青石", "5000", "白沙", "４２０" };
    static const char *const without[] = { "一组", "甲", "二组", "乙" };
    made it = made_story();
    galley_block *table = made_block(it.issue, it.article, GALLEY_TABLE, "");
    table->columns = 2;
    made_items(it.issue, table, with, 6);
    table = made_block(it.issue, it.article, GALLEY_TABLE, "");
    table->columns = 2;
    made_items(it.issue, table, without, 4);
    write_it(&it);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:table[1]/h:thead//h:th[@scope='col']"), 2);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:table[1]/h:tbody//h:td"), 4);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:table[2]//h:th"), 0);
    drop_it(&it);
}

/* ---- Pictures ------------------------------------------------------------------- */

/* The beginning of a picture is all that the writer looks at. */
static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0\x12\x34\x56\x78";
static const char gif[] = "GIF89a\x80\x02\xE0\x01\0\0\0,\0\0\0\0\x80\x02\xE0\x01\0";

#define BYTES(text) ((galley_slice){ text, sizeof(text) - 1 })

static galley_block *made_figure(made *it, const char *name, galley_slice bytes, const char *alt)
{
    galley_block *figure = made_block(it->issue, it->article, GALLEY_FIGURE, "图为渡口。");
    figure->image = galley_slice_of(name);
    galley_image *image = galley_issue_add_image(it->issue, figure->image);
    image->bytes = bytes;
    image->alt_known = alt != NULL;
    image->alt = galley_slice_of(alt ? alt : "");
    return figure;
}

/* ticks epub.pictures, epub.access */
static void shows_a_picture_with_what_is_said_of_it(void **state)
{
    (void)state;
    made it = made_story();
    made_figure(&it, "images/ferry.png", BYTES(png), "渡船靠岸")->credit = made_text(it.issue, "何一舟 摄");
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:figure/h:img/@src", "images/ferry.png");
    opened_expect(it.book, "a0001.xhtml", "//h:img/@alt", "渡船靠岸");
    opened_expect(it.book, "a0001.xhtml", "//h:img/@width", "640");
    opened_expect(it.book, "a0001.xhtml", "//h:figcaption/h:p[@class='caption']", "图为渡口。");
    opened_expect(it.book, "a0001.xhtml", "//h:figcaption/h:p[@class='credit']", "何一舟 摄");
    opened_expect(it.book, "package.opf", "//opf:item[@media-type='image/png']/@href", "images/ferry.png");
    opened_expect(it.book, "package.opf", "//opf:meta[@property='schema:accessMode'][2]", "visual");
    opened_expect(it.book, "package.opf", "//opf:meta[.='alternativeText']/@property", "schema:accessibilityFeature");
    opened_expect(it.book, "package.opf", "//opf:meta[@property='schema:accessModeSufficient']", "textual");
    const opened_member *picture = opened_find(it.book, "images/ferry.png");
    assert_non_null(picture);
    assert_int_equal(picture->length, sizeof png - 1);
    assert_memory_equal(picture->bytes, png, sizeof png - 1);
    assert_int_equal(galley_findings_count_code(it.findings, "epub.images"), 0);
    drop_it(&it);
}

/* Without a description the book claims none; what may move may flash. */
/* ticks epub.pictures, epub.access */
static void claims_no_description_that_nobody_gave(void **state)
{
    (void)state;
    made it = made_story();
    made_figure(&it, "../Bild 1.jpg", BYTES(gif), NULL);
    write_it(&it);
    opened_expect(it.book, "a0001.xhtml", "//h:img/@src", "images/_0001.gif");
    opened_expect(it.book, "a0001.xhtml", "//h:img/@data-name", "../Bild 1.jpg");
    opened_expect(it.book, "a0001.xhtml", "//h:img[@data-alt='unknown']/@alt", "图片");
    assert_int_equal(opened_count(it.book, "package.opf", "//opf:meta[.='alternativeText']"), 0);
    opened_expect(it.book, "package.opf", "//opf:meta[@property='schema:accessModeSufficient']", "textual,visual");
    opened_expect(it.book, "package.opf", "//opf:meta[@property='schema:accessibilityHazard']", "unknown");
    drop_it(&it);
}

/* ticks epub.pictures */
static void tells_of_pictures_that_are_not_there(void **state)
{
    (void)state;
    made it = made_story();
    made_figure(&it, "images/a.png", (galley_slice){ 0 }, NULL);
    made_figure(&it, "images/b.tif", galley_slice_of("II*"), NULL);
    galley_issue_add_image(it.issue, galley_slice_of("images/c.png"))->bytes = BYTES(png);
    write_it(&it);
    assert_int_equal(galley_findings_count_code(it.findings, "epub.images"), 3);
    assert_int_equal(opened_count(it.book, "package.opf", "//opf:item[starts-with(@href, 'images/')]"), 0);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:img"), 0);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:figure/h:figcaption"), 2);
    opened_expect(it.book, "package.opf", "//opf:meta[@property='schema:accessMode']", "textual");
    drop_it(&it);
}

/* A photograph has a document of its own where there is something to see. */
/* ticks epub.pictures */
static void gives_a_picture_its_screen(void **state)
{
    (void)state;
    made it = made_story();
    it.article->kind = GALLEY_PHOTO;
    it.article->headline = (galley_text){ 0 };
    made_figure(&it, "images/ferry.png", BYTES(png), "渡船");
    write_it(&it);
    assert_int_equal(opened_count(it.book, "a0001.xhtml", "//h:article[@class='photo']/h:figure/h:img"), 1);
    opened_drop(it.book);
    galley_sink *sink = made_written(it.issue, "images", "no", it.findings);
    it.book = opened_new(galley_sink_bytes(sink));
    galley_sink_drop(sink);
    assert_int_equal(opened_count(it.book, "p0001.xhtml", "//h:div[@class='photo']/h:figure/h:figcaption"), 1);
    assert_int_equal(galley_findings_count_code(it.findings, "epub.images"), 1);
    drop_it(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_said_of_words),
        cmocka_unit_test(leaves_out_what_is_no_address_and_no_language),
        cmocka_unit_test(keeps_the_words_of_marks_that_cross),
        cmocka_unit_test(puts_no_ruby_into_a_ruby),
        cmocka_unit_test(goes_down_one_heading_at_a_time),
        cmocka_unit_test(gives_a_table_its_head_where_it_has_one),
        cmocka_unit_test(shows_a_picture_with_what_is_said_of_it),
        cmocka_unit_test(claims_no_description_that_nobody_gave),
        cmocka_unit_test(tells_of_pictures_that_are_not_there),
        cmocka_unit_test(gives_a_picture_its_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
