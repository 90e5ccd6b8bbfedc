/* SPDX-License-Identifier: MIT
 * The book set otherwise: down the page, for e-ink, without a dark theme; and what no
 * style sheet of ours does. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "formats/raster/raster.h"
#include "tests/plugins/epub/printed.h"
#include "tests/plugins/epub/taken.h"

static opened *set(const galley_issue *issue, const char *option, const char *value)
{
    galley_sink *sink = made_written(issue, option, value, NULL);
    opened *book = opened_new(galley_sink_bytes(sink));
    galley_sink_drop(sink);
    return book;
}

static opened *set_printed(const char *option, const char *value)
{
    galley_issue *issue = printed_issue();
    opened *book = set(issue, option, value);
    galley_issue_drop(issue);
    return book;
}

static bool styles(const opened *book, const char *words)
{
    const opened_member *sheet = opened_find(book, "galley.css");
    assert_non_null(sheet);
    return galley_slice_find((galley_slice){ sheet->bytes, sheet->length }, galley_slice_of(words), 0) != SIZE_MAX;
}

/* ticks epub.vertical */
static void sets_a_vertical_book(void **state)
{
    (void)state;
    opened *book = set_printed("writing-mode", "vertical");
    opened_expect(book, "a0003.xhtml", "/h:html/@class", "vertical");
    opened_expect(book, "package.opf", "//opf:spine/@page-progression-direction", "rtl");
    opened_expect(book, "package.opf", "//opf:meta[@name='primary-writing-mode']/@content", "vertical-rl");
    assert_true(styles(book, "writing-mode: vertical-rl;"));
    assert_true(styles(book, "-epub-writing-mode: vertical-rl;"));
    assert_true(styles(book, "text-combine-upright: all;"));
    opened_drop(book);
    book = set_printed(NULL, NULL);
    assert_int_equal(opened_count(book, "a0003.xhtml", "/h:html/@class"), 0);
    assert_int_equal(opened_count(book, "package.opf", "//@page-progression-direction"), 0);
    assert_false(styles(book, "html.vertical"));
    opened_drop(book);
}

/* One or two digits stand upright; a year, a share and a part of a word lie on their side. */
/* ticks epub.vertical */
static void sets_short_numbers_upright(void **state)
{
    (void)state;
    static const char text[] = "12月3日，2024年有3.5亩、40%的A4纸和7";
    galley_issue *issue = made_empty("zh");
    made_block(issue, made_article(issue, GALLEY_NEWS, GALLEY_NONE, "标题"), GALLEY_PARAGRAPH, text);
    opened *book = set(issue, "writing-mode", "vertical");
    char **upright = opened_ask(book, "a0001.xhtml", "//h:article/h:p/h:span[@class='tcy']");
    assert_string_equal(upright[0], "12");
    assert_string_equal(upright[1], "3");
    assert_string_equal(upright[2], "7");
    assert_null(upright[3]);
    opened_free(upright);
    opened_expect(book, "a0001.xhtml", "//h:article/h:p", text);
    assert_int_equal(opened_count(book, "a0001.xhtml", "//h:title/*"), 0);
    opened_drop(book);
    galley_issue_drop(issue);
}

/* ticks epub.e-ink */
static void sets_a_book_for_e_ink(void **state)
{
    (void)state;
    opened *book = set_printed("profile", "e-ink");
    assert_true(styles(book, "background: #fff;"));
    assert_false(styles(book, "prefers-color-scheme"));
    assert_int_equal(opened_count(book, "a0003.xhtml", "//h:nav[@class='way']/h:a"), 3);
    opened_drop(book);
}

/* ticks epub.e-ink */
static void leaves_out_the_dark_theme_when_told(void **state)
{
    (void)state;
    opened *book = set_printed("theme", "both");
    assert_true(styles(book, "prefers-color-scheme: dark"));
    opened_drop(book);
    book = set_printed("theme", "light");
    assert_false(styles(book, "prefers-color-scheme"));
    opened_drop(book);
}

/* The reader's own type and theme hold: what would overrule them is in no sheet of ours. */
/* ticks epub.type */
static void leaves_type_and_theme_to_the_reader(void **state)
{
    (void)state;
    static const char *const options[][2] = { { NULL, NULL }, { "writing-mode", "vertical" }, { "profile", "e-ink" } };
    static const char *const never[] = { "var(", "@font-face", "@import", "!important", "url(", "font-family: \"" };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        opened *book = set_printed(options[i][0], options[i][1]);
        for (size_t k = 0; k < sizeof never / sizeof *never; k++)
            assert_false(styles(book, never[k]));
        assert_true(styles(book, "line-break: strict;"));
        assert_true(styles(book, "p:lang(zh) {\n  text-indent: 2em;"));
        opened_drop(book);
    }
}

/* A PNG where it was asked for and can be drawn; else a finding, and the SVG as always. */
/* ticks epub.cover */
static void draws_the_cover_as_png_when_asked(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = made_written(issue, "cover-png", "yes", findings);
    opened *book = opened_new(galley_sink_bytes(sink));
    bool can = galley_raster_can();
    assert_int_equal(opened_find(book, "cover.png") != NULL, can);
    assert_int_equal(galley_findings_count_code(findings, "epub.cover-png"), can ? 0 : 1);
    opened_expect(book, "package.opf", "//opf:item[@properties='cover-image']/@href", can ? "cover.png" : "cover.svg");
    opened_expect(book, "package.opf", "//opf:item[@id=//opf:meta[@name='cover']/@content]/@href",
                  can ? "cover.png" : "cover.svg");
    opened_drop(book);
    book = set(issue, NULL, NULL);
    assert_null(opened_find(book, "cover.png"));
    opened_drop(book);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* The profile is the book's, not the issue's: read back, any of them gives the plain book. */
/* ticks epub.round-trip, epub.vertical, epub.e-ink */
static void reads_the_same_issue_from_every_profile(void **state)
{
    (void)state;
    static const char *const options[][2] = { { "writing-mode", "vertical" },
                                              { "profile", "e-ink" },
                                              { "theme", "light" },
                                              { "nav-links", "no" },
                                              { "cover-png", "auto" } };
    galley_issue *issue = printed_issue();
    galley_sink *plain = made_written(issue, NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        galley_sink *set_otherwise = made_written(issue, options[i][0], options[i][1], NULL);
        galley_issue *back = taken_issue(galley_sink_bytes(set_otherwise), NULL, NULL);
        assert_non_null(back);
        galley_sink *again = made_written(back, NULL, NULL, NULL);
        taken_same(galley_sink_bytes(plain), galley_sink_bytes(again), options[i][0]);
        galley_sink_drop(set_otherwise);
        galley_sink_drop(again);
        galley_issue_drop(back);
    }
    galley_sink_drop(plain);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_a_vertical_book),
        cmocka_unit_test(sets_short_numbers_upright),
        cmocka_unit_test(sets_a_book_for_e_ink),
        cmocka_unit_test(leaves_out_the_dark_theme_when_told),
        cmocka_unit_test(draws_the_cover_as_png_when_asked),
        cmocka_unit_test(reads_the_same_issue_from_every_profile),
        cmocka_unit_test(leaves_type_and_theme_to_the_reader),
    };
    unsetenv("SOURCE_DATE_EPOCH");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
