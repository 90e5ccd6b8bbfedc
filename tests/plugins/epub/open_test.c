/* SPDX-License-Identifier: MIT
 * Books that are broken, locked, no books at all, bombs or very large. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/epub/stranger.h"
#include "tests/plugins/epub/taken.h"

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
    stranger of = stranger_take(texts);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.soup"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "xml.encoding"), 1);
    taken_keeps(of.issue, galley_slice_of("Soup one & two three bold both it x y \xc2\xa9 \xef\xbf\xbd end"));
    stranger_leave(&of);
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
    stranger of = stranger_take(texts);
    static const char *const headlines[] = { "Here", NULL };
    stranger_headlines(&of, headlines);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.container"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.missing"), 3);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.spine"), 1);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.picture"), 2);
    assert_int_equal(of.issue->images.count, 0);
    stranger_leave(&of);
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
    stranger of = stranger_take(texts);
    static const char *const headlines[] = { "One", "Two", NULL };
    stranger_headlines(&of, headlines);
    stranger_text(of.issue->meta.title, "Gull & Sons");
    assert_int_equal(galley_findings_count_code(of.findings, "epub.soup"), 1);
    stranger_leave(&of);
}

static void assert_refused(const char *const *texts, galley_status status, const char *code)
{
    stranger of = stranger_take(texts);
    assert_null(of.issue);
    assert_int_equal(of.status, status);
    assert_int_equal(galley_findings_count_code(of.findings, code), 1);
    assert_int_equal(galley_findings_count(of.findings, GALLEY_FATAL), 1);
    stranger_leave(&of);
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
    stranger of = stranger_take(fonts);
    assert_non_null(of.issue);
    stranger_leave(&of);
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
        cmocka_unit_test(reads_tag_soup),
        cmocka_unit_test(finds_what_can_be_found),
        cmocka_unit_test(reads_a_package_that_is_no_xml),
        cmocka_unit_test(refuses_what_it_cannot_read),
        cmocka_unit_test(unpacks_no_bomb),
        cmocka_unit_test(takes_ten_thousand_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
