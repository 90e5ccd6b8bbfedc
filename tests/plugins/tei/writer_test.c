/* SPDX-License-Identifier: MIT
 * TEI written and read again: nothing lost, nothing said twice, every character under
 * its line, every pointer resolves, whatever the text and whoever made the issue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "tests/plugins/tei/again.h"

static const char page[] =
    "湾里晚报\n\n2031年5月6日\n星期二 农历四月\n第77期 湾里报社出版\n\n"
    "本 报 讯 （记 者 林 小 满）5 月 5\n日，湾里区图书馆新馆开放。首日接待\n读者三千余人次，运行平稳。\n\n"
    "湾里区图书馆新馆开放\n林区长等参加\n\n"
    "5月5日，读者在新馆挑选图书。 本报记者 何一舟 摄\n\n"
    "古渡口修缮完工 明日迎客 03 | 民生\n\n（下转第二版）\n";

static void assert_sound(const char *text)
{
    galley_issue *issue = again_issue(text);
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.strip, tei.furniture, tei.facsimile, tei.lines, tei.any-issue */
static void loses_and_doubles_nothing(void **state)
{
    (void)state;
    assert_sound(page);
    assert_sound("一行\n");
    assert_sound("第一页\n\f第二页\n\n又一段。\n\f\f第四页\n");
    assert_sound("The harbour bridge opened on Tuesday, and the first car-\nriages passed at noon.\n\nBy A. Writer\n");
    assert_sound("]]> -- <!-- <a&b> \"c\" &amp; \xF0\x9F\x93\xB0 \xE2\x80\xAE end \xE2\x80\x8F\n&#x41;\n");
}

/* What XML cannot say is told by number, so that the lines come back all the same.
 * ticks tei.any-issue */
static void names_what_xml_cannot_say(void **state)
{
    (void)state;
    galley_issue *issue = again_issue("one \x01\x02 two \xEF\xBF\xBD three\r\n");
    galley_findings *findings = galley_findings_new();
    again read = again_written(issue, NULL, findings);
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 0);
    assert_true(again_has(&read, "<unclear reason=\"control\" n=\"U+0001\">\xEF\xBF\xBD</unclear>"));
    assert_true(again_has(&read, "<unclear reason=\"undecoded\">\xEF\xBF\xBD</unclear>"));
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* A page that ends within a line makes two lines of one number; they still have two names.
 * ticks tei.any-issue */
static void parts_a_line_that_two_pages_share(void **state)
{
    (void)state;
    galley_issue *issue = again_issue("one\ntwo\fthree\n");
    issue->lines.items[2].id = issue->lines.items[1].id;
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    assert_true(again_has(&read, "<zone xml:id=\"l3\" type=\"line\" n=\"3\""));
    issue->lines.items[2].id = 3; /* as it is called */
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.any-issue */
static void writes_an_empty_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    again read = again_written(issue, NULL, NULL);
    again_assert_links(&read);
    assert_int_equal(read.characters.count, 0);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.same-bytes */
static void is_the_same_twice(void **state)
{
    (void)state;
    galley_issue *first = again_issue(page), *second = again_issue(page);
    again one = again_written(first, NULL, NULL), other = again_written(second, NULL, NULL);
    assert_true(galley_slice_equal(one.bytes, other.bytes));
    assert_false(again_has(&one, "folder")); /* nor does it say where the source lay */
    again_drop(&one);
    again_drop(&other);
    galley_issue_drop(first);
    galley_issue_drop(second);
}

/* ticks tei.masthead */
static void makes_the_masthead_a_title_page(void **state)
{
    (void)state;
    galley_issue *issue = again_issue(page);
    again read = again_written(issue, NULL, NULL);
    assert_true(
        again_has(&read, "<titlePart type=\"main\" facs=\"#z1\"><lb n=\"1\" facs=\"#l1\"/>湾里晚报</titlePart>"));
    assert_int_equal(again_count(&read, "<titlePage "), 1);
    assert_int_equal(again_count(&read, "<docImprint facs="), 3);
    assert_true(again_has(&read, "<docDate when=\"2031-05-06\"><lb n=\"3\" facs=\"#l3\"/>2031年5月6日</docDate>"));
    assert_int_equal(again_count(&read, "<pb "), 1);
    assert_int_equal(again_count(&read, "type=\"masthead\""), 0);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.options */
static void leaves_out_what_is_switched_off(void **state)
{
    (void)state;
    galley_issue *issue = again_issue(page);
    again all = again_written(issue, NULL, NULL), text = again_written(issue, "lines", NULL),
          lines = again_written(issue, "facsimile", NULL), bare = again_written(issue, "repairs", NULL);
    assert_true(again_has(&all, "<lb ") && again_has(&all, "<facsimile>") && again_has(&all, "<standOff>"));
    assert_false(again_has(&text, "<lb "));
    assert_false(again_has(&lines, "<facsimile>") || again_has(&lines, "facs=") || again_has(&lines, "target=\"#l"));
    assert_false(again_has(&bare, "<standOff>"));
    again_assert_facts(&lines, issue);
    again *const reads[] = { &all, &text, &lines, &bare };
    for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
        assert_int_equal(reads[i]->characters.count, all.characters.count);
        again_assert_links(reads[i]);
        again_drop(reads[i]);
    }
    galley_issue_drop(issue);
}

/* ---- Issues made by hand ------------------------------------------------------------- */

/* A line of the facts, and a text that is all of it. */
static galley_text line_of(galley_issue *issue, const char *words)
{
    uint32_t id = (uint32_t)issue->lines.count + 1;
    galley_slice text = galley_slice_of(words);
    galley_issue_add_line(issue, text, id, id);
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    *span = (galley_span){ id - 1, 0, (uint32_t)text.length };
    return (galley_text){ .text = text, .spans = span, .span_count = 1 };
}

static void page_of(galley_issue *issue)
{
    galley_issue_add_page(issue, galley_slice_of("page.txt"));
    galley_issue_add_zone(issue);
}

static galley_article *article_of(galley_issue *issue, const char *id, uint32_t at, const char *words)
{
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->id = galley_slice_of(id);
    article->page = at;
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text = line_of(issue, words);
    return article;
}

/* ---- Where furniture and breaks stand --------------------------------------------------- */

/* A text of several spans, all of whole lines or of parts: {line, from, to}, from 0. */
static galley_text text_of(galley_issue *issue, const char *words, const galley_span *spans, uint32_t count)
{
    galley_span *kept = galley_arena_array(issue->arena, count, sizeof *kept);
    memcpy(kept, spans, count * sizeof *kept);
    return (galley_text){ .text = galley_slice_of(words), .spans = kept, .span_count = count };
}

/* The hyphen of a joined word and a doubled glyph stand inside the words, so that the
 * lines come back without being told.
 * ticks tei.furniture, tei.breaks */
static void keeps_hyphens_and_doubled_glyphs_in_the_words(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    line_of(issue, "the car-");
    line_of(issue, "rriages passed");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        text_of(issue, "the carriages passed", (galley_span[]){ { 0, 0, 7 }, { 1, 0, 1 }, { 1, 2, 14 } }, 3);
    galley_issue_add_furniture(issue, GALLEY_HYPHEN, text_of(issue, "-", (galley_span[]){ { 0, 7, 8 } }, 1));
    galley_issue_add_furniture(issue, GALLEY_DOUBLED, text_of(issue, "r", (galley_span[]){ { 1, 1, 2 } }, 1));
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
    page_of(issue);
    line_of(issue, "甲乙");
    galley_issue_add_zone(issue);
    line_of(issue, "丙 丁");
    page_of(issue);
    galley_issue_add_furniture(issue, GALLEY_FOLIO, line_of(issue, "02"));
    issue->pages.items[1].number = galley_slice_of("2");
    issue->pages.items[1].number_given = true; /* as that of the first one is not */
    line_of(issue, "戊");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        text_of(issue, "甲乙丙丁 戊", (galley_span[]){ { 0, 0, 6 }, { 1, 0, 7 }, { 3, 0, 3 } }, 3);
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
    page_of(issue);
    line_of(issue, "甲乙 丙丁 戊");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        text_of(issue, "甲乙戊", (galley_span[]){ { 0, 0, 6 }, { 0, 14, 17 } }, 2);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
        text_of(issue, "丙丁", (galley_span[]){ { 0, 7, 13 } }, 1);
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
    page_of(issue);
    galley_issue_add_furniture(issue, GALLEY_LABEL, line_of(issue, "今日要闻"));
    article_of(issue, "a", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_RULE, line_of(issue, "◆"));
    galley_article *second = article_of(issue, "b", 0, "乙");
    galley_issue_add_furniture(issue, GALLEY_OTHER, line_of(issue, "插"));
    galley_article_add_block(issue, second, GALLEY_PARAGRAPH)->text = line_of(issue, "丙");
    galley_issue_add_furniture(issue, GALLEY_FOLIO, line_of(issue, "尾"));
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

/* Main head above the kicker: so it stands.
 * ticks tei.heads */
static void keeps_heads_in_printed_order(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->headline = line_of(issue, "主");
    article->kicker = line_of(issue, "引");
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "主</head>\n<head type=\"kicker\""));
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* What only the facts know: where the source differs from what a reader would guess.
 * ticks tei.lines */
static void tells_what_no_sum_gives(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    article_of(issue, "a", 0, "  甲  ");
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

/* ticks tei.changes */
static void gives_reasons_and_passes(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    galley_article *article = article_of(issue, "a", 0, "甲");
    galley_article_add_evidence(issue, article, -1.75f, "stands far away");
    article->note = galley_slice_of("look at it");
    article->continued_on = galley_slice_of("4");
    article->blocks.items[0].confidence = 0.5f;
    galley_issue_add_repair(issue, "wrap", "lines-joined", 0, 0.9f)->why = "the measure is full";
    again read = again_written(issue, NULL, NULL);
    assert_true(
        again_has(&read, "<note type=\"lines-joined\" subtype=\"wrap\" cert=\"0.9\" resp=\"#galley\">the measure"));
    assert_true(again_has(&read, "target=\"#a\">\n<note type=\"evidence\" n=\"-1.75\">stands far away</note>"));
    assert_true(again_has(&read, "<note type=\"continued-on\">4</note>\n<note type=\"to-check\">look at it</note>"));
    assert_true(again_has(&read, "<p cert=\"0.5\" "));
    assert_true(again_has(&read, "Repairs: lines-joined 1."));
    again_assert_links(&read);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* Continued parts point at each other, say which is the first, and their jump lines lead there. */
/* ticks tei.continued */
static void links_parts(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    galley_article *first = article_of(issue, "p1-l1", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, line_of(issue, "下转"));
    article_of(issue, "p1-l3", 0, "乙");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, line_of(issue, "下转别处"));
    page_of(issue);
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, line_of(issue, "上接"));
    galley_article *rest = article_of(issue, "p2-l6", 1, "丙");
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

/* Above one part's beginning and below another's end: nothing is claimed. */
/* ticks tei.continued */
static void claims_no_jump_that_is_not_clear(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    galley_article *first = article_of(issue, "a", 0, "甲");
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, line_of(issue, "转接"));
    galley_article *rest = article_of(issue, "b", 0, "乙");
    article_of(issue, "c", 0, "丙");
    first->continued_in = 2;
    rest->continues = 2;
    again read = again_written(issue, NULL, NULL);
    assert_false(again_has(&read, "<ref "));
    assert_true(again_has(&read, "<fw type=\"jump-line\" "));
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ticks tei.heads */
static void writes_every_kind_of_block(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    galley_article *article = article_of(issue, "a", 0, "本报讯（记者 甲）正文");
    article->byline = (galley_text){
        .text = galley_slice_of("记者 甲"), .spans = &(galley_span){ 0, 0, 3 }, .span_count = 1, .copy = true
    };
    galley_article_add_block(issue, article, GALLEY_CROSSHEAD)->text = line_of(issue, "小标题");
    galley_article_add_block(issue, article, GALLEY_QUOTATION)->text = line_of(issue, "引文");
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = line_of(issue, "图说");
    figure->credit = line_of(issue, "乙 摄");
    figure->image = galley_slice_of("图 1<.png");
    galley_text items[] = { line_of(issue, "一"), line_of(issue, "二"), line_of(issue, "三") },
                cells[] = { line_of(issue, "四"), line_of(issue, "五"), line_of(issue, "六"), { .span_count = 0 } };
    galley_block *list = galley_article_add_block(issue, article, GALLEY_LIST);
    list->text = line_of(issue, "表头");
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

/* ticks tei.changes */
static void shows_what_was_changed(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    article_of(issue, "a", 0, "甲");
    galley_repair_record *repair = galley_issue_add_repair(issue, "pass", "no name!", 0, 1.5f);
    repair->before = galley_slice_of("<");
    repair->after = galley_slice_of("&");
    repair->why = NULL;
    again read = again_written(issue, NULL, NULL);
    assert_true(again_has(&read, "<note type=\"repair\" subtype=\"pass\" n=\"no name!\" cert=\"1\" resp=\"#galley\">"
                                 "<choice><orig>&lt;</orig><reg>&amp;</reg></choice></note>"));
    again_assert_lines(&read, issue);
    again_assert_facts(&read, issue); /* the annotations are no part of the text */
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- All that can be known --------------------------------------------------------------- */

/* ticks tei.source, tei.title, tei.encoding */
static void says_what_is_known_of_the_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    issue->meta = (galley_meta){ .id = galley_slice_of("f7a33223-c4c3-5df2-838e-4cd00146723e"),
                                 .title = galley_slice_of("湾里晚报"),
                                 .subtitle = galley_slice_of("Evening News"),
                                 .edition = galley_slice_of("early"),
                                 .volume = galley_slice_of("3"),
                                 .editor = galley_slice_of("E. Ditor"),
                                 .licence = galley_slice_of("https://example.org/licence"),
                                 .source_url = galley_slice_of("https://example.org/1"),
                                 .previous = galley_slice_of("f7a33223-c4c3-5df2-838e-4cd00146723f"),
                                 .next = galley_slice_of("the next one.tei"),
                                 .conversion = galley_slice_of("a machine") };
    static const char *const parts[] = {
        "xml:id=\"uuid-f7a33223-c4c3-5df2-838e-4cd00146723e\" prev=\"urn:uuid:f7a33223-c4c3-5df2-838e-4cd00146723f\"",
        "next=\"the%20next%20one.tei\"",
        "<title level=\"j\" type=\"main\">湾里晚报</title>\n<title level=\"j\" type=\"sub\">Evening News</title>",
        "<editor>E. Ditor</editor>\n<edition>early</edition>",
        "<biblScope unit=\"volume\">3</biblScope>",
        "<licence target=\"https://example.org/licence\">",
        "<idno type=\"URL\">https://example.org/1</idno>",
        "<resp>extraction of the text from the pages</resp>\n<name>a machine</name>",
        "<application ident=\"galley-tei\" version=\"",
        "<hyphenation eol=\"all\">",
        "<date cert=\"unknown\">unknown</date>",
    };
    again read = again_written(issue, NULL, NULL);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_true(again_has(&read, parts[i]));
    again_drop(&read);
    galley_issue_drop(issue);
}

/* Marks over two lines, within one another, and with a value that no pointer can hold.
 * ticks tei.strip */
static void marks_words(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    line_of(issue, "one two");
    line_of(issue, "漢字 end");
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    const galley_mark marks[] = { { 0, 14, GALLEY_EMPHASIS, { 0 } },
                                  { 4, 7, GALLEY_LINK, galley_slice_of("#no where") },
                                  { 8, 14, GALLEY_RUBY, galley_slice_of("かんじ") },
                                  { 11, 18, GALLEY_STRONG, { 0 } }, /* it crosses: it is left out */
                                  { 15, 18, GALLEY_LANGUAGE, galley_slice_of("en") } };
    galley_text text = text_of(issue, "one two 漢字 end", (galley_span[]){ { 0, 0, 7 }, { 1, 0, 10 } }, 2);
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
    page_of(issue);
    galley_article *article = galley_issue_add_article(issue, GALLEY_PHOTO);
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = line_of(issue, "图说");
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

/* ---- A stranger's issue ------------------------------------------------------------------- */

/* ticks tei.divisions, tei.any-issue */
static void keeps_bad_values_out_of_attributes(void **state)
{
    (void)state;
    static const char *const pairs[][2] = { { "a", "a" },      { "two words", "b" }, { "l1", "b" }, { "", "b" },
                                            { "galley", "b" }, { "1a", "b" },        { "图", "b" } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        galley_issue *issue = galley_issue_new(0);
        page_of(issue);
        article_of(issue, pairs[i][0], 0, "甲")->continued_in = 1;
        article_of(issue, pairs[i][1], 0, "乙")->continues = 0;
        again read = again_written(issue, NULL, NULL);
        assert_true(again_has(&read, "xml:id=\"a1\"") && again_has(&read, "next=\"#a2\""));
        again_assert_links(&read);
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

/* ticks tei.source */
static void says_only_dates_and_languages_that_are_some(void **state)
{
    (void)state;
    static const struct {
        const char *date, *language;
        bool good;
    } cases[] = { { "2031-05-06", "zh-Hans", true },  { "2031", "en", true },
                  { "2032-02-29", "x-y", true },      { "5 May", "中 文", false },
                  { "2031-02-29", "-zh", false },     { "2031-13-01", "zh-", false },
                  { "2031-05-06T1", "z h", false },   { "31-05-06", "7", false },
                  { "2031-5-6", "abcdefghi", false }, { "0000-01-01", "zh--x", false },
                  { "2031-00-01", "en_GB", false } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        galley_issue *issue = galley_issue_new(0);
        issue->meta.date = galley_slice_of(cases[i].date);
        issue->meta.language = galley_slice_of(cases[i].language);
        again read = again_written(issue, NULL, NULL);
        assert_int_equal(again_has(&read, "<date when="), cases[i].good);
        assert_int_equal(again_has(&read, "xml:lang="), cases[i].good);
        assert_true(again_has(&read, cases[i].date)); /* as words it stays */
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

/* Out of order, and on a page that is not there. */
/* ticks tei.divisions */
static void sorts_by_page_and_leaves_nothing_out(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    page_of(issue);
    article_of(issue, "second", 1, "乙");
    article_of(issue, "lost", GALLEY_NONE, "丙");
    article_of(issue, "first", 0, "甲");
    again read = again_written(issue, NULL, NULL);
    size_t first = galley_slice_find(read.bytes, galley_slice_of("\"first\""), 0),
           second = galley_slice_find(read.bytes, galley_slice_of("\"second\""), 0),
           lost = galley_slice_find(read.bytes, galley_slice_of("\"lost\""), 0);
    assert_true(first < second && second < lost && lost < SIZE_MAX);
    again_assert_facts(&read, issue);
    again_assert_lines(&read, issue);
    again_drop(&read);
    galley_issue_drop(issue);
}

/* ---- Many articles -------------------------------------------------------------------------- */

static double seconds_for(uint32_t count)
{
    galley_issue *issue = galley_issue_new(0);
    page_of(issue);
    for (uint32_t i = 0; i < count; i++) {
        galley_article *article =
            article_of(issue, galley_arena_print(issue->arena, "p1-l%u", i + 1), 0, "一篇报道的一行文字");
        article->continued_in = i + 1 < count ? i + 1 : GALLEY_NONE;
        article->continues = i ? i - 1 : GALLEY_NONE;
        galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, line_of(issue, "下转"));
    }
    clock_t from = clock();
    again read = again_written(issue, NULL, NULL);
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    assert_int_equal(again_count(&read, "<p "), count);
    again_assert_links(&read);
    again_drop(&read);
    galley_issue_drop(issue);
    return seconds;
}

/* Ten times the articles take ten times as long; a hundred would be quadratic. */
/* ticks tei.any-issue */
static void takes_linear_time(void **state)
{
    (void)state;
    double few = seconds_for(2000), many = seconds_for(20000);
    assert_true(many < 40 * few + 0.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_and_doubles_nothing),
        cmocka_unit_test(names_what_xml_cannot_say),
        cmocka_unit_test(parts_a_line_that_two_pages_share),
        cmocka_unit_test(writes_an_empty_issue),
        cmocka_unit_test(is_the_same_twice),
        cmocka_unit_test(makes_the_masthead_a_title_page),
        cmocka_unit_test(leaves_out_what_is_switched_off),
        cmocka_unit_test(keeps_hyphens_and_doubled_glyphs_in_the_words),
        cmocka_unit_test(breaks_column_and_page_inside_a_text),
        cmocka_unit_test(says_where_in_a_line_a_text_begins),
        cmocka_unit_test(puts_furniture_where_it_was_printed),
        cmocka_unit_test(keeps_heads_in_printed_order),
        cmocka_unit_test(tells_what_no_sum_gives),
        cmocka_unit_test(gives_reasons_and_passes),
        cmocka_unit_test(says_what_is_known_of_the_issue),
        cmocka_unit_test(marks_words),
        cmocka_unit_test(describes_pictures),
        cmocka_unit_test(links_parts),
        cmocka_unit_test(claims_no_jump_that_is_not_clear),
        cmocka_unit_test(writes_every_kind_of_block),
        cmocka_unit_test(shows_what_was_changed),
        cmocka_unit_test(keeps_bad_values_out_of_attributes),
        cmocka_unit_test(says_only_dates_and_languages_that_are_some),
        cmocka_unit_test(sorts_by_page_and_leaves_nothing_out),
        cmocka_unit_test(takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
