/* SPDX-License-Identifier: MIT
 * What TEI makes of articles: words with the lines, columns and pages they stand on, furniture
 * where it was printed, heads, marks, blocks of every kind, and parts that point at each other.
 * Each issue is made by hand, and its facts come back from what was written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/tei/again.h"

/* ---- Where furniture and breaks stand ------------------------------------------------------ */

/* The hyphen of a joined word and a doubled glyph stand inside the words, so that the
 * lines come back without being told.
 * ticks tei.furniture, tei.breaks */
static void keeps_hyphens_and_doubled_glyphs_in_the_words(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_line(issue, "the car-");
    again_add_line(issue, "rriages passed");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        again_text(issue, "the carriages passed", (galley_span[]){ { 0, 0, 7 }, { 1, 0, 1 }, { 1, 2, 14 } }, 3);
    galley_issue_add_furniture(issue, GALLEY_HYPHEN, again_text(issue, "-", (galley_span[]){ { 0, 7, 8 } }, 1));
    galley_issue_add_furniture(issue, GALLEY_DOUBLED, again_text(issue, "r", (galley_span[]){ { 1, 1, 2 } }, 1));
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "the car<pc xml:id=\"f1\" force=\"weak\">-</pc><lb n=\"2\" facs=\"#l2\" break=\"no\"/>"
                                 "r<surplus xml:id=\"f2\" reason=\"doubled\">r</surplus>iages passed</p>"));
    assert_int_equal(again_count(&read, "<line "), 0);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* A text that goes on in another block and on another page, with a folio in between.
 * ticks tei.breaks, tei.furniture, tei.facsimile */
static void breaks_column_and_page_inside_a_text(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_line(issue, "甲乙");
    galley_issue_add_zone(issue);
    again_add_line(issue, "丙 丁");
    again_add_page(issue);
    galley_issue_add_furniture(issue, GALLEY_FOLIO, again_add_line(issue, "02"));
    issue->pages.items[1].number = galley_slice_of("2");
    issue->pages.items[1].number_given = true; /* as that of the first one is not */
    again_add_line(issue, "戊");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        again_text(issue, "甲乙丙丁 戊", (galley_span[]){ { 0, 0, 6 }, { 1, 0, 7 }, { 3, 0, 3 } }, 3);
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "甲乙<cb facs=\"#z2\" break=\"no\"/><lb n=\"2\" facs=\"#l2\" break=\"no\"/>丙丁 "
                                 "<pb n=\"2\" facs=\"#s2\"/><cb facs=\"#z3\"/>"
                                 "<fw type=\"pageNum\" xml:id=\"f1\" facs=\"#z3\"><lb n=\"3\" facs=\"#l3\"/>02</fw>"
                                 "<lb n=\"4\" facs=\"#l4\"/>戊</p>"));
    assert_true(again_has(&read, "<line corresp=\"#l2\" xml:space=\"preserve\">丙 丁</line>"));
    assert_true(again_has(&read, "<p facs=\"#z1 #z2 #z3\">"));
    assert_true(again_has(&read, "<pb facs=\"#s1\"/>"));
    assert_int_equal(again_count(&read, "<pb "), 2); /* the second page has its break in the text */
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_assert_links(&read);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* Two texts that share a line which neither gives back: both say where they begin; and so
 * does a text that leaves out what stands in its midst.
 * ticks tei.lines */
static void says_where_in_a_line_a_text_begins(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_line(issue, "甲乙 丙丁 戊");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        again_text(issue, "甲乙戊", (galley_span[]){ { 0, 0, 6 }, { 0, 14, 17 } }, 2);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        again_text(issue, "丙丁", (galley_span[]){ { 0, 7, 13 } }, 1);
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "甲乙<lb n=\"1\" facs=\"#l1\" type=\"part\" rend=\"from(6)\" break=\"no\"/>戊</p>"));
    assert_true(again_has(&read, "<lb n=\"1\" facs=\"#l1\" type=\"part\" rend=\"from(3)\"/>丙丁</p>"));
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.furniture */
static void puts_furniture_where_it_was_printed(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_issue_add_furniture(issue, GALLEY_LABEL, again_add_line(issue, "今日要闻"));
    again_add_article(issue, "a", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_RULE, again_add_line(issue, "◆"));
    galley_article *second = again_add_article(issue, "b", 0, "乙");
    galley_issue_add_furniture(issue, GALLEY_OTHER, again_add_line(issue, "插"));
    galley_article_add_block(issue, second, GALLEY_PARAGRAPH)->text = again_add_line(issue, "丙");
    galley_issue_add_furniture(issue, GALLEY_FOLIO, again_add_line(issue, "尾"));
    again read = again_written(issue, NULL, NULL);
    static const char *const order[] = { "今日要闻", "\"a\"", "◆", "\"b\"", "乙</p>", "插", "丙</p>", "</div>", "尾" };
    for (size_t i = 0, at = galley_slice_find(read.bytes, galley_slice_of("<body>"), 0); i < 9; i++) {
        at = galley_slice_find(read.bytes, galley_slice_of(order[i]), at);
        assert_true(at < SIZE_MAX);
    }
    again_assert_facts(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* What only the facts know: where the source differs from what a reader would guess.
 * ticks tei.lines */
static void tells_what_no_sum_gives(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_article(issue, "a", 0, "  甲  ");
    galley_line *line = &issue->lines.items[0];
    line->offset = 70;
    line->blank_before = 2;
    line->font_size = 9.5f;
    line->confidence = 0.875f;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "rend=\"blank(2) byte(70) size(9.5)\" cert=\"0.875\"/>"));
    assert_true(again_has(&read, "<line corresp=\"#l1\" xml:space=\"preserve\">  甲  </line>"));
    assert_true(again_has(&read, "type=\"block\" corresp=\"page.txt#line=0,1\""));
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- Heads, marks and blocks --------------------------------------------------------------- */

/* Main head above the kicker: so it stands.
 * ticks tei.heads */
static void keeps_heads_in_printed_order(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->headline = again_add_line(issue, "主");
    article->kicker = again_add_line(issue, "引");
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "主</head>\n<head type=\"kicker\""));
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* Marks over two lines, within one another, and with a value that no pointer can hold.
 * ticks tei.strip */
static void marks_words(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    again_add_line(issue, "one two");
    again_add_line(issue, "漢字 end");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    const galley_mark marks[] = { { 0, 14, GALLEY_EMPHASIS, { 0 } },
                                  { 4, 7, GALLEY_LINK, galley_slice_of("#no where") },
                                  { 8, 14, GALLEY_RUBY, galley_slice_of("かんじ") },
                                  { 11, 18, GALLEY_STRONG, { 0 } }, /* it crosses: it is left out */
                                  { 15, 18, GALLEY_LANGUAGE, galley_slice_of("en") } };
    galley_text text = again_text(issue, "one two 漢字 end", (galley_span[]){ { 0, 0, 7 }, { 1, 0, 10 } }, 2);
    text.marks = marks;
    text.mark_count = 5;
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text = text;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "<emph>one <ref n=\"#no where\" target=\"%23no%20where\">two</ref> "
                                 "<lb n=\"2\" facs=\"#l2\"/><ruby><rb>漢字</rb><rt>かんじ</rt></ruby></emph> "
                                 "<foreign xml:lang=\"en\">end</foreign></p>"));
    assert_int_equal(again_count(&read, "<line "), 0);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.heads */
static void describes_pictures(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *article = galley_issue_add_article(issue, GALLEY_PHOTO);
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = again_add_line(issue, "图说");
    figure->image = galley_slice_of("a.png");
    galley_image *image = galley_issue_add_image(issue, figure->image);
    image->media_type = galley_slice_of("image/png");
    image->width = 10;
    image->alt = galley_slice_of("a boat");
    image->alt_known = true;
    image->bytes = galley_slice_of("PNG");
    galley_findings *findings = galley_findings_new();
    again read = again_written(issue, NULL, findings);
    assert_true(again_has(&read, "<graphic url=\"a.png\" mimeType=\"image/png\" width=\"10px\"/>\n"
                                 "<figDesc>a boat</figDesc>"));
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 1);
    again_assert_facts(&read, issue);
    again_drop(&read);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ticks tei.heads */
static void writes_every_kind_of_block(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *article = again_add_article(issue, "a", 0, "本报讯（记者 甲）正文");
    article->byline = (galley_text){
        .text = galley_slice_of("记者 甲"), .spans = &(galley_span){ 0, 0, 3 }, .span_count = 1, .copy = true
    };
    galley_article_add_block(issue, article, GALLEY_CROSSHEAD)->text = again_add_line(issue, "小标题");
    galley_article_add_block(issue, article, GALLEY_QUOTATION)->text = again_add_line(issue, "引文");
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = again_add_line(issue, "图说");
    figure->credit = again_add_line(issue, "乙 摄");
    figure->image = galley_slice_of("图 1<.png");
    galley_text items[] = { again_add_line(issue, "一"), again_add_line(issue, "二"), again_add_line(issue, "三") },
                cells[] = { again_add_line(issue, "四"),
                            again_add_line(issue, "五"),
                            again_add_line(issue, "六"),
                            { .span_count = 0 } };
    galley_block *list = galley_article_add_block(issue, article, GALLEY_LIST);
    list->text = again_add_line(issue, "表头");
    list->items = items;
    list->item_count = 3;
    galley_block *table = galley_article_add_block(issue, article, GALLEY_TABLE);
    table->items = cells;
    table->item_count = 4;
    table->columns = 2;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "<byline n=\"记者 甲\" rend=\"from(0)\" corresp=\"#l1\"/>"));
    assert_true(again_has(&read, "url=\"%E5%9B%BE%201%3C.png\""));
    assert_int_equal(again_count(&read, "<row>"), 2);
    assert_int_equal(again_count(&read, "<cell"), 4);
    again_assert_links(&read);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- Continued articles -------------------------------------------------------------------- */

/* Continued parts point at each other, say which is the first, and their jump lines lead there.
 * ticks tei.continued */
static void links_parts(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *first = again_add_article(issue, "p1-l1", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, again_add_line(issue, "下转"));
    again_add_article(issue, "p1-l3", 0, "乙");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, again_add_line(issue, "下转别处"));
    again_add_page(issue);
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, again_add_line(issue, "上接"));
    galley_article *rest = again_add_article(issue, "p2-l6", 1, "丙");
    first->continued_in = 2;
    rest->continues = 0;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "part=\"I\" next=\"#p2-l6\""));
    assert_true(again_has(&read, "part=\"F\" prev=\"#p1-l1\""));
    assert_true(again_has(&read, "<ref target=\"#p2-l6\"><lb n=\"2\" facs=\"#l2\"/>下转</ref>"));
    assert_true(again_has(&read, "<ref target=\"#p1-l1\"><lb n=\"5\" facs=\"#l5\"/>上接</ref>"));
    again_assert_links(&read);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* Above one part's beginning and below another's end: nothing is claimed.
 * ticks tei.continued */
static void claims_no_jump_that_is_not_clear(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again_add_page(issue);
    galley_article *first = again_add_article(issue, "a", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, again_add_line(issue, "转接"));
    galley_article *rest = again_add_article(issue, "b", 0, "乙");
    again_add_article(issue, "c", 0, "丙");
    first->continued_in = 2;
    rest->continues = 2;
    again read = again_written(issue, NULL, NULL);
    assert_false(again_has(&read, "<ref "));
    assert_true(again_has(&read, "<fw type=\"jump-line\" "));
    again_drop(&read);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_hyphens_and_doubled_glyphs_in_the_words),
        cmocka_unit_test(breaks_column_and_page_inside_a_text),
        cmocka_unit_test(says_where_in_a_line_a_text_begins),
        cmocka_unit_test(puts_furniture_where_it_was_printed),
        cmocka_unit_test(tells_what_no_sum_gives),
        cmocka_unit_test(keeps_heads_in_printed_order),
        cmocka_unit_test(marks_words),
        cmocka_unit_test(describes_pictures),
        cmocka_unit_test(writes_every_kind_of_block),
        cmocka_unit_test(links_parts),
        cmocka_unit_test(claims_no_jump_that_is_not_clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
