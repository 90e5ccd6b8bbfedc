/* SPDX-License-Identifier: MIT
 * Books of strangers, invented here: of both versions, with all that XHTML has, without
 * what they should have, with what they should not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <galley/law.h>

#include "tests/plugins/epub/taken.h"

#define CONTAINER(path)                                                                                                \
    "META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"       \
                              "<rootfile full-path=\"" path "\"/></rootfiles></container>"
#define PACKAGE(metadata, manifest, spine)                                                                             \
    "<package xmlns=\"http://www.idpf.org/2007/opf\" "                                                                 \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>" metadata "</metadata><manifest>" manifest               \
    "</manifest><spine>" spine "</spine></package>"
#define ITEM(id, href) "<item id=\"" id "\" href=\"" href "\" media-type=\"application/xhtml+xml\"/>"
#define NAV_ITEM "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
#define NCX_ITEM "<item id=\"x\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
#define REF(id) "<itemref idref=\"" id "\"/>"
#define PAGE(body)                                                                                                     \
    "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\"><head>"      \
    "<title>Not shown</title><style>p { color: red }</style></head><body>" body "</body></html>"
#define NAV(list) PAGE("<nav epub:type=\"toc\"><ol>" list "</ol></nav>")
#define POINT(label, src, within)                                                                                      \
    "<navPoint><navLabel><text>" label "</text></navLabel><content src=\"" src "\"/>" within "</navPoint>"
#define NCX(points) "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>" points "</navMap></ncx>"
#define LANGUAGE "<dc:language>en</dc:language>"

typedef struct taken {
    galley_slice bytes;
    galley_findings *findings;
    galley_issue *issue; /* NULL: refused */
    galley_status status;
} taken;

static taken take_with(const char *const *texts, const char *split)
{
    taken of = { .bytes = taken_packed(texts), .findings = galley_findings_new() };
    of.issue = taken_with(of.bytes, split ? "split" : NULL, split, of.findings, &of.status);
    if (of.issue)
        assert_int_equal(galley_law_check(of.issue, NULL, NULL), GALLEY_OK);
    return of;
}

static taken take(const char *const *texts)
{
    return take_with(texts, NULL);
}

static void leave(taken *of)
{
    if (of->issue)
        galley_issue_drop(of->issue);
    galley_findings_drop(of->findings);
    free((char *)of->bytes.text);
}

static void assert_text(galley_slice text, const char *words)
{
    if (!galley_slice_is(text, words))
        fail_msg("\"%.*s\" is not \"%s\"", GALLEY_SHOW(text), words);
}

static const galley_article *article(const taken *of, size_t index)
{
    assert_non_null(of->issue);
    assert_true(index < of->issue->articles.count);
    return of->issue->articles.items[index];
}

static const galley_block *block(const taken *of, size_t of_article, size_t index)
{
    assert_true(index < article(of, of_article)->blocks.count);
    return &article(of, of_article)->blocks.items[index];
}

static void assert_headlines(const taken *of, const char *const *headlines)
{
    size_t count = 0;
    for (; headlines[count]; count++)
        assert_text(article(of, count)->headline.text, headlines[count]);
    assert_int_equal(of->issue->articles.count, count);
}

/* ---- What XHTML has ------------------------------------------------------------- */

#define FIRST_BODY                                                                                                     \
    "<h1 id=\"a\">The <em>Ferry</em></h1>\n<p>By   A. B.<br/>in two\n lines, <a href=\"https://example.org/\">there"   \
    "</a>.</p><h2>Timetable</h2><h3>In winter</h3>"                                                                    \
    "<table><caption>When it sails</caption><tr><th>To</th><th>At</th></tr><tr><td>Isle</td><td><p>8</p><p>9</p></td>" \
    "</tr><tr><td colspan=\"2\">Never</td></tr></table>"                                                               \
    "<ul><li>one</li><li>two<ol><li>two, a</li></ol></li></ul><blockquote><p>It floats.</p></blockquote>"              \
    "<figure><img src=\"../pictures/ferry.png\" alt=\"A boat\" width=\"2\" height=\"3\"/><figcaption>The "             \
    "boat</figcaption>"                                                                                                \
    "</figure><p lang=\"fr\">Bonjour</p><pre>l1\nl2</pre><p>loose</p>tail <p hidden=\"hidden\">unseen</p>"
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
    taken of = take(whole);
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
    };
    assert_headlines(&of, headlines);
    assert_int_equal(article(&of, 0)->blocks.count, sizeof blocks / sizeof *blocks);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        assert_int_equal(block(&of, 0, i)->type, blocks[i].type);
        assert_text(block(&of, 0, i)->text.text, blocks[i].text);
        assert_int_equal(block(&of, 0, i)->level, blocks[i].level);
        assert_int_equal(block(&of, 0, i)->item_count, blocks[i].items);
    }
    assert_text(article(&of, 0)->section.text, "Boats");
    assert_text(block(&of, 0, 3)->items[3].text, "8 9");
    assert_text(block(&of, 0, 4)->items[2].text, "two, a");
    leave(&of);
}

/* ticks epub.others */
static void keeps_marks_and_pictures(void **state)
{
    (void)state;
    taken of = take(whole);
    const galley_text *headline = &article(&of, 0)->headline, *french = &block(&of, 0, 7)->text;
    const galley_text *ruby = &block(&of, 1, 0)->text, *link = &block(&of, 0, 0)->text;
    assert_int_equal(headline->mark_count, 1);
    assert_int_equal(headline->marks[0].type, GALLEY_EMPHASIS);
    assert_int_equal(headline->marks[0].from, 4);
    assert_int_equal(link->marks[0].type, GALLEY_LINK);
    assert_text(link->marks[0].value, "https://example.org/");
    assert_int_equal(french->marks[0].type, GALLEY_LANGUAGE);
    assert_text(french->marks[0].value, "fr");
    assert_int_equal(ruby->mark_count, 2);
    assert_text(ruby->marks[1].value, "ji");
    /* a line end between two characters of Japanese is none */
    assert_text(ruby->text, "\xe6\xbc\xa2\xe5\xad\x97\xe3\x80\x81\xe6\x97\xa5");
    const galley_image *image = galley_issue_image(of.issue, block(&of, 0, 6)->image);
    assert_non_null(image);
    assert_text(image->bytes, "\x89PNG, almost");
    assert_text(image->alt, "A boat");
    assert_text(image->media_type, "image/png");
    assert_int_equal(image->height, 3);
    leave(&of);
}

/* ticks epub.others */
static void loses_no_word_that_is_shown(void **state)
{
    (void)state;
    static const char shown[] =
        "The Ferry By A. B. in two lines, there. Timetable In winter When it sails To At Isle 8 9 Never one two two, a "
        "It floats. The boat Bonjour l1 l2 loose tail \xe6\xbc\xa2\xe5\xad\x97 \xe6\xbc\xa2 kan \xe5\xad\x97 ji "
        "\xe3\x80\x81 \xe6\x97\xa5 1 A note Boats The Ferry Signs";
    taken of = take(whole);
    taken_keeps(of.issue, galley_slice_of(shown));
    assert_true(of.issue->furniture.count > 0); /* the contents stand in the reading order */
    leave(&of);
}

static void tells_what_became_simpler(void **state)
{
    (void)state;
    taken of = take(whole);
    /* nested list, its numbers, cells, note, preformatted */
    assert_int_equal(galley_findings_count_code(of.findings, "epub.lowered"), 5);
    assert_int_equal(galley_findings_count(of.findings, GALLEY_LOST), 5);
    assert_text(of.issue->meta.title, "Harbour");
    assert_text(of.issue->meta.id, "12345678-1234-1234-1234-123456789012");
    assert_text(of.issue->meta.date, "2020-02-03");
    assert_text(of.issue->meta.editor, "A. B.");
    leave(&of);
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
    taken of = take(texts);
    assert_text(block(&of, 0, 0)->text.text, "harbour");
    assert_int_equal(of.issue->furniture.count, 1);
    assert_int_equal(of.issue->furniture.items[0].kind, GALLEY_FOLIO);
    assert_text(of.issue->furniture.items[0].text.text, "12");
    leave(&of);
}

/* ---- Where articles begin ----------------------------------------------------------- */

static const char *const second_version[] = {
    CONTAINER("content.opf"),
    "content.opf",
    PACKAGE(LANGUAGE, ITEM("a", "all.html") ITEM("b", "rest.html") NCX_ITEM, REF("a") REF("b")),
    "toc.ncx",
    NCX(POINT("Part I", "all.html#p1", POINT("One", "all.html#c1", "") POINT("Two", "all.html#c2", ""))
            POINT("Part II The End", "all.html#p2", POINT("Three", "rest.html", "") POINT("Gone", "all.html#no", ""))),
    "all.html",
    PAGE("<p>Before</p><a id=\"p1\"></a><p class=\"big\">PART I</p><p id=\"c1\">One</p><p>text 1</p>"
         "<h2 id=\"c2\">Two</h2><p>text 2</p><h1><a name=\"p2\"/>Part II</h1><h2>The End</h2><p>text 3</p>"),
    "rest.html",
    PAGE("<p>Three</p><p>text 4</p>"),
    NULL,
};

/* ticks epub.others */
static void follows_the_contents(void **state)
{
    (void)state;
    taken of = take(second_version);
    static const char *const headlines[] = { "", "Part I", "The End", "Three", NULL };
    assert_headlines(&of, headlines);
    assert_text(article(&of, 2)->kicker.text, "Part II");
    assert_text(article(&of, 3)->section.text, "Part II The End");
    assert_text(block(&of, 1, 2)->text.text, "text 1");
    assert_int_equal(block(&of, 1, 3)->type, GALLEY_CROSSHEAD);
    leave(&of);
    of = take_with(second_version, "2");
    static const char *const deeper[] = { "", "Part I", "One", "Two", "The End", "Three", NULL };
    assert_headlines(&of, deeper);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.contents"), 1);
    leave(&of);
    of = take_with(second_version, "document");
    assert_int_equal(of.issue->articles.count, 2);
    leave(&of);
}

/* ticks epub.others */
static void goes_by_headings_without_contents(void **state)
{
    (void)state;
    static const char *const texts[] = {
        CONTAINER("a.opf"),
        "a.opf",
        PACKAGE(LANGUAGE, ITEM("a", "a.xhtml") ITEM("b", "b.xhtml"), REF("a") REF("b")),
        "a.xhtml",
        PAGE("<h2>One</h2><p>1</p><h3>Below</h3><p>2</p><h2>Two</h2><p>3</p>"),
        "b.xhtml",
        PAGE("<p>4</p>"),
        NULL,
    };
    taken of = take(texts);
    static const char *const headlines[] = { "One", "Two", "", NULL };
    assert_headlines(&of, headlines);
    assert_int_equal(article(&of, 0)->blocks.count, 3);
    leave(&of);
}

static void lets_a_picture_stand_above_the_heading(void **state)
{
    (void)state;
    static const char *const texts[] = {
        CONTAINER("a.opf"),
        "a.opf",
        PACKAGE(LANGUAGE, ITEM("c", "c.xhtml") ITEM("a", "a.xhtml") NCX_ITEM, REF("c") REF("a")),
        "toc.ncx",
        NCX(POINT("Cover", "c.xhtml", "") POINT("1. The Pier", "a.xhtml", "")),
        "c.xhtml",
        PAGE("<svg><title>unseen</title><image href=\"p.png\"/></svg>"),
        "a.xhtml",
        PAGE("<div><img src=\"p.png\"/></div><h2>The Pier</h2><p>text</p>"),
        "p.png",
        "\x89PNG",
        NULL,
    };
    taken of = take(texts);
    static const char *const headlines[] = { "Cover", "The Pier", NULL };
    assert_headlines(&of, headlines);
    assert_int_equal(article(&of, 0)->blocks.count, 1);
    assert_int_equal(block(&of, 1, 0)->type, GALLEY_FIGURE);
    assert_int_equal(of.issue->images.count, 1);
    leave(&of);
}

/* ---- What is broken ------------------------------------------------------------------ */

/* ticks epub.others */
static void reads_tag_soup(void **state)
{
    (void)state;
    static const char *const texts[] = {
        CONTAINER("a.opf"),
        "a.opf",
        PACKAGE(LANGUAGE, ITEM("a", "a.html"), REF("a")),
        "a.html",
        "<html><body><h1>Soup<p>one & two<br>three <b>bold <i>both</b> it</i><ul><li>x<li>y</ul>&nbsp;&copy; \xff end",
        NULL,
    };
    taken of = take(texts);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.soup"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "xml.encoding"), 1);
    taken_keeps(of.issue, galley_slice_of("Soup one & two three bold both it x y \xc2\xa9 \xef\xbf\xbd end"));
    leave(&of);
}

/* ticks epub.others */
static void finds_what_can_be_found(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "elsewhere/a.opf",
        "<package><manifest>" ITEM("a", "a.xhtml") ITEM("b", "gone.xhtml") ITEM("c", "../../out.xhtml") NAV_ITEM
        "</manifest><spine>" REF("b") REF("c") REF("nobody") "</spine></package>",
        "elsewhere/a.xhtml",
        PAGE("<h1>Here</h1><img src=\"../../../etc/passwd\"/><img src=\"none.png\"/><p>text</p>"),
        NULL,
    };
    taken of = take(texts);
    static const char *const headlines[] = { "Here", NULL };
    assert_headlines(&of, headlines);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.container"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.missing"), 3);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.spine"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.picture"), 2);
    assert_int_equal(of.issue->images.count, 0);
    leave(&of);
}

/* An ampersand in a title is the commonest fault of all. */
static void reads_a_package_that_is_no_xml(void **state)
{
    (void)state;
    static const char *const texts[] = {
        CONTAINER("a.opf"),
        "a.opf",
        PACKAGE("<dc:title>Gull & Sons</dc:title>" LANGUAGE, ITEM("a", "a.xhtml") ITEM("b", "b.xhtml"),
                REF("a") REF("b")),
        "a.xhtml",
        PAGE("<h1>One</h1>"),
        "b.xhtml",
        PAGE("<h1>Two</h1>"),
        NULL,
    };
    taken of = take(texts);
    static const char *const headlines[] = { "One", "Two", NULL };
    assert_headlines(&of, headlines);
    assert_text(of.issue->meta.title, "Gull & Sons");
    assert_int_equal(galley_findings_count_code(of.findings, "epub.soup"), 1);
    leave(&of);
}

static void assert_refused(const char *const *texts, galley_status status, const char *code)
{
    taken of = take(texts);
    assert_null(of.issue);
    assert_int_equal(of.status, status);
    assert_int_equal(galley_findings_count_code(of.findings, code), 1);
    assert_int_equal(galley_findings_count(of.findings, GALLEY_FATAL), 1);
    leave(&of);
}

#define ENCRYPTION(algorithm)                                                                                          \
    "META-INF/encryption.xml",                                                                                         \
        "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" xmlns:e=\"http://www.w3.org/2001/04/"   \
        "xmlenc#\"><e:EncryptedData><e:EncryptionMethod Algorithm=\"" algorithm "\"/></e:EncryptedData></encryption>"
#define SMALL(encryption)                                                                                              \
    CONTAINER("a.opf"), encryption, "a.opf", PACKAGE(LANGUAGE, ITEM("a", "a.xhtml"), REF("a")), "a.xhtml",             \
        PAGE("<p>text</p>"), NULL

/* ticks epub.others */
static void refuses_what_it_cannot_read(void **state)
{
    (void)state;
    static const char *const locked[] = { SMALL(ENCRYPTION("http://www.w3.org/2001/04/xmlenc#aes128-cbc")) };
    static const char *const fonts[] = { SMALL(ENCRYPTION("http://www.idpf.org/2008/embedding")) };
    static const char *const none[] = { "hello.txt", "hello", NULL };
    static const char *const empty[] = { CONTAINER("a.opf"), "a.opf", PACKAGE("", "", ""), NULL };
    assert_refused(locked, GALLEY_FORMAT, "epub.encrypted");
    assert_refused(none, GALLEY_FORMAT, "epub.package");
    assert_refused(empty, GALLEY_FORMAT, "epub.package");
    taken of = take(fonts);
    assert_non_null(of.issue);
    leave(&of);
    galley_findings *findings = galley_findings_new();
    galley_status status;
    assert_null(taken_issue(galley_slice_of("PK\x03\x04 and no more"), findings, &status));
    assert_int_equal(status, GALLEY_FORMAT);
    galley_findings_drop(findings);
}

/* Thirty million spaces in a few bytes. */
static void unpacks_no_bomb(void **state)
{
    (void)state;
    enum { SIZE = 30 << 20 };
    char *spaces = malloc(SIZE);
    assert_non_null(spaces);
    memset(spaces, ' ', SIZE);
    const char *const container[] = { CONTAINER("a.opf") };
    const taken_member members[] = {
        { container[0], galley_slice_of(container[1]) },
        { "a.opf", galley_slice_of(PACKAGE(LANGUAGE, ITEM("a", "a.xhtml"), REF("a"))) },
        { "a.xhtml", { spaces, SIZE } },
    };
    galley_slice bomb = taken_pack(members, 3);
    galley_status status;
    assert_null(taken_issue(bomb, NULL, &status));
    assert_int_equal(status, GALLEY_LIMIT);
    free((char *)bomb.text);
    free(spaces);
}

/* ---- Size ------------------------------------------------------------------------- */

/* Ten thousand documents, each with a page of the contents. */
static void takes_ten_thousand_members(void **state)
{
    (void)state;
    enum { COUNT = 10000, ROOM = 64 };
    taken_member *members = calloc(COUNT + 3, sizeof *members);
    char(*names)[ROOM] = calloc(COUNT, sizeof *names);
    galley_buffer manifest = { 0 }, spine = { 0 }, points = { 0 }, package = { 0 }, ncx = { 0 };
    const char *const container[] = { CONTAINER("a.opf") };
    assert_true(members && names);
    for (int i = 0; i < COUNT; i++) {
        snprintf(names[i], ROOM, "t/%05d.xhtml", i);
        members[i + 3] = (taken_member){ names[i], galley_slice_of(PAGE("<h1>Head</h1><p>text</p>")) };
        galley_buffer_print(&manifest, ITEM("i%d", "t/%05d.xhtml"), i, i);
        galley_buffer_print(&spine, REF("i%d"), i);
        galley_buffer_print(&points, POINT("Head", "t/%05d.xhtml", ""), i);
    }
    galley_buffer_print(&package, PACKAGE(LANGUAGE, "%.*s" NCX_ITEM, "%.*s"),
                        GALLEY_SHOW(galley_buffer_slice(&manifest)), GALLEY_SHOW(galley_buffer_slice(&spine)));
    galley_buffer_print(&ncx, NCX("%.*s"), GALLEY_SHOW(galley_buffer_slice(&points)));
    members[0] = (taken_member){ container[0], galley_slice_of(container[1]) };
    members[1] = (taken_member){ "a.opf", galley_buffer_slice(&package) };
    members[2] = (taken_member){ "toc.ncx", galley_buffer_slice(&ncx) };
    galley_slice bytes = taken_pack(members, COUNT + 3);
    galley_issue *issue = taken_issue(bytes, NULL, NULL);
    assert_non_null(issue);
    assert_int_equal(issue->articles.count, COUNT);
    galley_issue_drop(issue);
    free((char *)bytes.text);
    galley_buffer *const buffers[] = { &manifest, &spine, &points, &package, &ncx };
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        galley_buffer_drop(buffers[i]);
    free(members);
    free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_that_xhtml_has),          cmocka_unit_test(keeps_marks_and_pictures),
        cmocka_unit_test(loses_no_word_that_is_shown),       cmocka_unit_test(tells_what_became_simpler),
        cmocka_unit_test(puts_page_numbers_aside),           cmocka_unit_test(follows_the_contents),
        cmocka_unit_test(goes_by_headings_without_contents), cmocka_unit_test(reads_tag_soup),
        cmocka_unit_test(reads_a_package_that_is_no_xml),    cmocka_unit_test(finds_what_can_be_found),
        cmocka_unit_test(refuses_what_it_cannot_read),       cmocka_unit_test(unpacks_no_bomb),
        cmocka_unit_test(takes_ten_thousand_members),        cmocka_unit_test(lets_a_picture_stand_above_the_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
