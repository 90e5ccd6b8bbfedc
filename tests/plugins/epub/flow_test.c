/* SPDX-License-Identifier: MIT
 * What XHTML has, read as what the model has; what is said of the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/plugins/epub/stranger.h"
#include "tests/plugins/epub/taken.h"

#define FIRST_BODY                                                                                                     \
    "<h1 id=\"a\">The <em>Ferry</em></h1>\n<p>By   A. B.<br/>in two\n lines, <a href=\"https://example.org/\">there"   \
    "</a>.</p><h2>Timetable</h2><h3>In winter</h3>"                                                                    \
    "<table><caption>When it sails</caption><tr><th>To</th><th>At</th></tr><tr><td>Isle</td><td><p>8</p><p>9</p></td>" \
    "</tr><tr><td colspan=\"2\">Never</td></tr></table>"                                                               \
    "<ul><li>one</li><li>two<ol><li>two, a</li></ol></li></ul><blockquote><p>It floats.</p></blockquote>"              \
    "<figure><img src=\"../pictures/ferry.png\" alt=\"A boat\" width=\"2\" height=\"3\"/><figcaption>The "             \
    "boat</figcaption>"                                                                                                \
    "</figure><p lang=\"fr\">Bonjour</p><pre>l1\nl2</pre><p>loose</p>tail <address>1 Quay</address> <p hidden=\"hidden\">unseen</p>"
#define SECOND_BODY                                                                                                    \
    "<section><h1>\xe6\xbc\xa2\xe5\xad\x97</h1><p><ruby>\xe6\xbc\xa2<rt>kan</rt>\xe5\xad\x97<rp>(</rp><rt>ji</rt></"   \
    "ruby>"                                                                                                            \
    "\xe3\x80\x81\n\xe6\x97\xa5</p><aside epub:type=\"footnote\"><p>1 A note</p></aside></section>"

static const char *const whole[] = {
    "mimetype",
    "application/epub+zip",
    CONTAINER("OEBPS/book.opf"),
    "OEBPS/book.opf",
    PACKAGE("<dc:title>Harbour</dc:title>" LANGUAGE "<dc:identifier>urn:uuid:12345678-1234-1234-1234-123456789012"
            "</dc:identifier><dc:creator>A. B.</dc:creator><dc:date>2020-02-03T00:00:00Z</dc:date>",
            ITEM("a", "text/one%20page.xhtml") ITEM("b", "text/two.xhtml") NAV_ITEM
            "<item id=\"p\" href=\"pictures/ferry.png\" media-type=\"image/png\"/>",
            REF("n") REF("a") REF("b")),
    "OEBPS/nav.xhtml",
    NAV("<li><span>Boats</span><ol><li><a href=\"text/one%20page.xhtml\">The Ferry</a></li></ol></li>"
        "<li><a href=\"text/two.xhtml\">Signs</a></li>"),
    "OEBPS/text/one page.xhtml",
    PAGE(FIRST_BODY),
    "OEBPS/text/two.xhtml",
    PAGE(SECOND_BODY),
    "OEBPS/pictures/ferry.png",
    "\x89PNG, almost",
    NULL,
};

/* ticks epub.others */
static void reads_all_that_xhtml_has(void **state)
{
    (void)state;
    stranger of = stranger_take(whole);
    static const char *const headlines[] = { "The Ferry", "\xe6\xbc\xa2\xe5\xad\x97", NULL };
    static const struct {
        galley_block_type type;
        const char *text;
        uint32_t level, items;
    } blocks[] = {
        { GALLEY_PARAGRAPH, "By A. B. in two lines, there.", 0, 0 },
        { GALLEY_CROSSHEAD, "Timetable", 0, 0 },
        { GALLEY_CROSSHEAD, "In winter", 2, 0 },
        { GALLEY_TABLE, "When it sails", 0, 6 },
        { GALLEY_LIST, "", 0, 3 },
        { GALLEY_QUOTATION, "It floats.", 0, 0 },
        { GALLEY_FIGURE, "The boat", 0, 0 },
        { GALLEY_PARAGRAPH, "Bonjour", 0, 0 },
        { GALLEY_PARAGRAPH, "l1", 0, 0 },
        { GALLEY_PARAGRAPH, "l2", 0, 0 },
        { GALLEY_PARAGRAPH, "loose", 0, 0 },
        { GALLEY_PARAGRAPH, "tail", 0, 0 },
        { GALLEY_PARAGRAPH, "1 Quay", 0, 0 },
    };
    stranger_headlines(&of, headlines);
    assert_int_equal(stranger_article(&of, 0)->blocks.count, sizeof blocks / sizeof *blocks);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        assert_int_equal(stranger_block(&of, 0, i)->type, blocks[i].type);
        stranger_text(stranger_block(&of, 0, i)->text.text, blocks[i].text);
        assert_int_equal(stranger_block(&of, 0, i)->level, blocks[i].level);
        assert_int_equal(stranger_block(&of, 0, i)->item_count, blocks[i].items);
    }
    stranger_text(stranger_article(&of, 0)->section.text, "Boats");
    stranger_text(stranger_block(&of, 0, 3)->items[3].text, "8 9");
    stranger_text(stranger_block(&of, 0, 4)->items[2].text, "two, a");
    stranger_leave(&of);
}

/* ticks epub.others */
static void keeps_marks_and_pictures(void **state)
{
    (void)state;
    stranger of = stranger_take(whole);
    const galley_text *headline = &stranger_article(&of, 0)->headline, *french = &stranger_block(&of, 0, 7)->text;
    const galley_text *ruby = &stranger_block(&of, 1, 0)->text, *link = &stranger_block(&of, 0, 0)->text;
    assert_int_equal(headline->mark_count, 1);
    assert_int_equal(headline->marks[0].type, GALLEY_EMPHASIS);
    assert_int_equal(headline->marks[0].from, 4);
    assert_int_equal(link->marks[0].type, GALLEY_LINK);
    stranger_text(link->marks[0].value, "https://example.org/");
    assert_int_equal(french->marks[0].type, GALLEY_LANGUAGE);
    stranger_text(french->marks[0].value, "fr");
    assert_int_equal(ruby->mark_count, 2);
    stranger_text(ruby->marks[1].value, "ji");
    /* a line end between two characters of Japanese is none */
    stranger_text(ruby->text, "\xe6\xbc\xa2\xe5\xad\x97\xe3\x80\x81\xe6\x97\xa5");
    const galley_image *image = galley_issue_image(of.issue, stranger_block(&of, 0, 6)->image);
    assert_non_null(image);
    stranger_text(image->bytes, "\x89PNG, almost");
    stranger_text(image->alt, "A boat");
    stranger_text(image->media_type, "image/png");
    assert_int_equal(image->height, 3);
    stranger_leave(&of);
}

/* ticks epub.others */
static void loses_no_word_that_is_shown(void **state)
{
    (void)state;
    static const char shown[] =
        "The Ferry By A. B. in two lines, there. Timetable In winter When it sails To At Isle 8 9 Never one two two, a "
        "It floats. The boat Bonjour l1 l2 loose tail \xe6\xbc\xa2\xe5\xad\x97 \xe6\xbc\xa2 kan \xe5\xad\x97 ji "
        "\xe3\x80\x81 \xe6\x97\xa5 1 A note Boats The Ferry Signs";
    stranger of = stranger_take(whole);
    taken_keeps(of.issue, galley_slice_of(shown));
    assert_true(of.issue->furniture.count > 0); /* the contents stand in the reading order */
    stranger_leave(&of);
}

static void tells_what_became_simpler(void **state)
{
    (void)state;
    stranger of = stranger_take(whole);
    /* nested list, its numbers, cells, note, preformatted */
    assert_int_equal(galley_findings_count_code(of.findings, "epub.lowered"), 5);
    assert_int_equal(galley_findings_count(of.findings, GALLEY_LOST), 5);
    stranger_text(of.issue->meta.title, "Harbour");
    stranger_text(of.issue->meta.id, "12345678-1234-1234-1234-123456789012");
    stranger_text(of.issue->meta.date, "2020-02-03");
    stranger_text(of.issue->meta.editor, "A. B.");
    stranger_leave(&of);
}

/* The number of a printed page stands in the middle of a word. */
static void puts_page_numbers_aside(void **state)
{
    (void)state;
    static const char *const texts[] = {
        CONTAINER("a.opf"),
        "a.opf",
        PACKAGE(LANGUAGE, ITEM("a", "a.xhtml"), REF("a")),
        "a.xhtml",
        PAGE("<p>har<span epub:type=\"pagebreak\" title=\"12\">12</span>bour<i role=\"doc-pagebreak\"/></p>"),
        NULL,
    };
    stranger of = stranger_take(texts);
    stranger_text(stranger_block(&of, 0, 0)->text.text, "harbour");
    assert_int_equal(of.issue->furniture.count, 1);
    assert_int_equal(of.issue->furniture.items[0].kind, GALLEY_FOLIO);
    stranger_text(of.issue->furniture.items[0].text.text, "12");
    stranger_leave(&of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_that_xhtml_has),    cmocka_unit_test(keeps_marks_and_pictures),
        cmocka_unit_test(loses_no_word_that_is_shown), cmocka_unit_test(tells_what_became_simpler),
        cmocka_unit_test(puts_page_numbers_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
