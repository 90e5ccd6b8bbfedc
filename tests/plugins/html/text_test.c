/* SPDX-License-Identifier: MIT
 * Texts with marks, links, and pages that turn within them. */
#include "tests/plugins/html/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "plugins/html/sheet.h"

/* The paragraph that a text with marks becomes. */
static void assert_paragraph(const char *text, const galley_mark *marks, uint32_t count, const char *wanted)
{
    galley_issue *issue = made_empty("en");
    made_page(issue, "1", "");
    galley_text *held = &made_block(issue, made_article(issue, GALLEY_NEWS, 0, "Head"), GALLEY_PARAGRAPH, text)->text;
    held->marks = marks;
    held->mark_count = count;
    char *page = page_written(issue, NULL, NULL, NULL);
    page_assert_sound(page);
    char *paragraph = page_element(strstr(page, "</h3>"), "<p>");
    assert_string_equal(paragraph, wanted);
    free(paragraph);
    free(page);
    galley_issue_drop(issue);
}

#define MARK(type_, from_, to_, value_)                                                                                \
    {                                                                                                                  \
        .from = from_, .to = to_, .type = type_, .value = { value_, sizeof value_ - 1 }                                \
    }
#define ASSERT_PARAGRAPH(text, wanted, ...)                                                                            \
    do {                                                                                                               \
        const galley_mark marks[] = { __VA_ARGS__ };                                                                   \
        assert_paragraph(text, marks, sizeof marks / sizeof *marks, wanted);                                           \
    } while (0)

/* ticks html.marks */
static void each_mark_has_its_element(void **state)
{
    (void)state;
    ASSERT_PARAGRAPH("a & b", "<p><em>a</em> &amp; <strong>b</strong></p>", MARK(GALLEY_EMPHASIS, 0, 1, ""),
                     MARK(GALLEY_STRONG, 4, 5, ""));
    ASSERT_PARAGRAPH("abc", "<p>a<a href=\"https://b.example/?x=1&amp;y\">bc</a></p>",
                     MARK(GALLEY_LINK, 1, 3, "https://b.example/?x=1&y"));
    ASSERT_PARAGRAPH("abc", "<p><ruby>ab<rp>(</rp><rt>x&lt;</rt><rp>)</rp></ruby>c</p>", MARK(GALLEY_RUBY, 0, 2, "x<"));
    ASSERT_PARAGRAPH("abc", "<p>a<span lang=\"ar\" dir=\"rtl\">b</span><span lang=\"de\">c</span></p>",
                     MARK(GALLEY_LANGUAGE, 1, 2, "ar"), MARK(GALLEY_LANGUAGE, 2, 3, "de"));
    ASSERT_PARAGRAPH("abc", "<p><span class=\"unclear\" title=\"a smudge\">abc</span></p>",
                     MARK(GALLEY_UNCLEAR, 0, 3, "a smudge"));
}

/* ticks html.marks */
static void marks_nest(void **state)
{
    (void)state;
    ASSERT_PARAGRAPH("abcd", "<p><em>a<strong><em>b</em></strong></em><strong>c</strong>d</p>",
                     MARK(GALLEY_EMPHASIS, 0, 2, ""), MARK(GALLEY_STRONG, 1, 2, ""), MARK(GALLEY_EMPHASIS, 1, 2, ""),
                     MARK(GALLEY_STRONG, 2, 3, ""));
}

/* No link within a link, no ruby within a ruby, no language that is none: the words stay. */
/* ticks html.marks */
static void what_cannot_nest_gives_way(void **state)
{
    (void)state;
    ASSERT_PARAGRAPH("abc", "<p><a href=\"http://a.example\">abc</a></p>", MARK(GALLEY_LINK, 0, 3, "http://a.example"),
                     MARK(GALLEY_LINK, 1, 2, "http://b.example"));
    ASSERT_PARAGRAPH("abc", "<p><ruby>ab(y)c<rp>(</rp><rt>x</rt><rp>)</rp></ruby></p>", MARK(GALLEY_RUBY, 0, 3, "x"),
                     MARK(GALLEY_RUBY, 1, 2, "y"));
    ASSERT_PARAGRAPH("abc", "<p>abc</p>", MARK(GALLEY_LANGUAGE, 0, 3, "no such tongue"));
}

/* ---- Addresses --------------------------------------------------------------- */

static const struct {
    const char *value, *address;
} rows[] = {
    { "https://wuyou.example/a?b=c#d", "https://wuyou.example/a?b=c#d" },
    { "http://wuyou.example:8080", "http://wuyou.example:8080" },
    { "mailto:desk@wuyou.example", "mailto:desk@wuyou.example" },
    { "https://wuyou.example/a b\"<>%2f%zz#x#y", "https://wuyou.example/a%20b%22%3C%3E%2f%25zz#x%23y" },
    { "https://wuyou.example/版", "https://wuyou.example/%E7%89%88" },
    { "javascript:alert(1)", "" },
    { "JAVASCRIPT:alert(1)", "" },
    { "data:text/html,x", "" },
    { "//wuyou.example", "" },
    { "page.html", "" },
    { "#p1", "" },
    { "https://", "" },
    { "https:///x", "" },
    { "https://a..example/", "" },
    { "https://.example/", "" },
    { "https://user@wuyou.example/", "" },
    { "https://[::1]/", "" },
    { "https://wuyou.example:port/", "" },
    { "https://wuyou example/", "" },
    { "", "" },
};

/* ticks html.links */
static void addresses_are_of_the_web(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_slice address = html_address(arena, galley_slice_of(rows[i].value));
        if (!galley_slice_is(address, rows[i].address))
            fail_msg("%s became %.*s", rows[i].value, GALLEY_SHOW(address));
    }
    galley_arena_drop(arena);
}

/* ticks html.loss */
static void links_that_are_none_are_told(void **state)
{
    static const galley_mark mark = MARK(GALLEY_LINK, 0, 1, "javascript:alert(1)");
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_findings *findings = galley_findings_new();
    galley_text *text = &made_article(issue, GALLEY_NEWS, 0, "Head")->headline;
    text->marks = &mark;
    text->mark_count = 1;
    char *page = page_written(issue, NULL, NULL, findings);
    assert_null(strstr(page, "javascript"));
    assert_int_equal(galley_findings_count_code(findings, "html.links"), 1);
    free(page);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Pages ------------------------------------------------------------------ */

/* ticks html.marks */
static void a_text_tells_where_its_page_turns(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("zh-Hans");
    static const char *const lines[] = { "船到了码", "头，雨也", "停了。" };
    static const galley_mark mark = { .from = 6, .to = 18, .type = GALLEY_STRONG };
    galley_span *spans = galley_arena_array(issue->arena, 3, sizeof *spans);
    assert_non_null(spans);
    for (uint32_t i = 0; i < 3; i++) {
        if (i < 2)
            made_page(issue, i ? "2" : "1", "");
        galley_issue_add_zone(issue);
        galley_issue_add_line(issue, galley_slice_of(lines[i]), i + 1, i + 1);
        spans[i] = (galley_span){ i, 0, (uint32_t)strlen(lines[i]) };
    }
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "船");
    galley_text *text = &made_block(issue, article, GALLEY_PARAGRAPH, "船到了码头，雨也停了。")->text;
    text->spans = spans;
    text->span_count = 3;
    text->marks = &mark;
    text->mark_count = 1;
    char *page = page_written(issue, NULL, NULL, NULL);
    page_assert_sound(page);
    char *paragraph = page_element(strstr(page, "</h3>"), "<p>");
    assert_string_equal(paragraph, "<p>船到<strong>了码<span class=\"turn\">[第2版]</span>头，</strong>雨也停了。</p>");
    free(paragraph);
    free(page);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mark_has_its_element),    cmocka_unit_test(marks_nest),
        cmocka_unit_test(what_cannot_nest_gives_way),   cmocka_unit_test(addresses_are_of_the_web),
        cmocka_unit_test(links_that_are_none_are_told), cmocka_unit_test(a_text_tells_where_its_page_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
