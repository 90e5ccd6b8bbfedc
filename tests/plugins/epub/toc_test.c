/* SPDX-License-Identifier: MIT
 * Where articles begin: by the contents of either version, else by headings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/plugins/epub/stranger.h"

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
    stranger of = stranger_take(second_version);
    static const char *const headlines[] = { "", "Part I", "The End", "Three", NULL };
    stranger_headlines(&of, headlines);
    stranger_text(stranger_article(&of, 2)->kicker.text, "Part II");
    stranger_text(stranger_article(&of, 3)->section.text, "Part II The End");
    stranger_text(stranger_block(&of, 1, 2)->text.text, "text 1");
    assert_int_equal(stranger_block(&of, 1, 3)->type, GALLEY_CROSSHEAD);
    stranger_leave(&of);
    of = stranger_with(second_version, "2");
    static const char *const deeper[] = { "", "Part I", "One", "Two", "The End", "Three", NULL };
    stranger_headlines(&of, deeper);
    assert_int_equal(galley_findings_count_code(of.findings, "epub.contents"), 1);
    stranger_leave(&of);
    of = stranger_with(second_version, "document");
    assert_int_equal(of.issue->articles.count, 2);
    stranger_leave(&of);
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
    stranger of = stranger_take(texts);
    static const char *const headlines[] = { "One", "Two", "", NULL };
    stranger_headlines(&of, headlines);
    assert_int_equal(stranger_article(&of, 0)->blocks.count, 3);
    stranger_leave(&of);
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
    stranger of = stranger_take(texts);
    static const char *const headlines[] = { "Cover", "The Pier", NULL };
    stranger_headlines(&of, headlines);
    assert_int_equal(stranger_article(&of, 0)->blocks.count, 1);
    assert_int_equal(stranger_block(&of, 1, 0)->type, GALLEY_FIGURE);
    assert_int_equal(of.issue->images.count, 1);
    stranger_leave(&of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_contents),
        cmocka_unit_test(goes_by_headings_without_contents),
        cmocka_unit_test(lets_a_picture_stand_above_the_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
