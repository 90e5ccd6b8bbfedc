/* SPDX-License-Identifier: MIT
 * Two independent parsers, cmark and MD4C, read what was written: both must make the
 * very HTML that was meant, with the very texts, in every place a text can stand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/json/issues.h"
#include "tests/plugins/markdown/read.h"

#ifdef HAVE_MARKDOWN_PARSERS

#include <cmark.h>
#include <md4c-html.h>

#include <galley/buffer.h>
#include <galley/text.h>

static void add_html(const MD_CHAR *text, MD_SIZE size, void *state)
{
    galley_buffer_add(state, (galley_slice){ text, size });
}

/* HTML without its comments: whole lines, or behind a space at the end of one. */
static void drop_comments(char *html)
{
    char *to = html;
    for (const char *from = html; *from;) {
        const char *end = strncmp(from, "<!-- ", 5) == 0 ? strstr(from, "-->") : NULL;
        if (!end)
            *to++ = *from++;
        else if (to > html && to[-1] == ' ') { /* in a line */
            to--;
            from = end + 3;
        } else {
            from = end + 3 + (end[3] == '\n');
        }
    }
    *to = '\0';
}

/* Both parsers, with the comments that say what each piece is. */
static void assert_html_with_comments(const char *markdown, const char *expected)
{
    galley_buffer html = { 0 };
    char *found = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_UNSAFE);
    assert_int_equal(md_html(markdown, (MD_SIZE)strlen(markdown), add_html, &html, 0, MD_HTML_FLAG_XHTML), 0);
    galley_buffer_byte(&html, '\0');
    assert_string_equal(html.bytes, found);
    assert_non_null(strstr(found, "<!-- news "));
    drop_comments(found);
    assert_string_equal(found, expected);
    free(found);
    galley_buffer_drop(&html);
}

static void assert_html(const char *markdown, const char *expected)
{
    galley_buffer html = { 0 };
    char *found = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_UNSAFE);
    assert_string_equal(found, expected);
    free(found);
    assert_int_equal(md_html(markdown, (MD_SIZE)strlen(markdown), add_html, &html, 0, MD_HTML_FLAG_XHTML), 0);
    galley_buffer_byte(&html, '\0');
    assert_string_equal(html.bytes, expected);
    galley_buffer_drop(&html);
}

/* ---- What is meant ---------------------------------------------------------- */

static void add_escaped(galley_buffer *html, const char *text)
{
    static const char *const escapes[256] = { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;" };
    for (; *text; text++)
        if (escapes[(unsigned char)*text])
            galley_buffer_put(html, escapes[(unsigned char)*text]);
        else
            galley_buffer_byte(html, *text);
}

static void add_element(galley_buffer *html, const char *open, const char *text, const char *close)
{
    galley_buffer_put(html, open);
    add_escaped(html, text);
    galley_buffer_put(html, close);
}

/* The same text in every place but tables, whose HTML the parsers only hand on. */
static galley_issue *issue_of(const char *text)
{
    const char *const items[] = { text, text };
    galley_issue *issue = made_empty("");
    issue->meta.title = galley_slice_of(text);
    made_page(issue, "", text);
    galley_article *masthead = made_article(issue, GALLEY_MASTHEAD, 0, "");
    made_block(issue, masthead, GALLEY_PARAGRAPH, text); /* the title, which is not printed twice */
    made_block(issue, masthead, GALLEY_PARAGRAPH, text);
    made_block(issue, masthead, GALLEY_PARAGRAPH, text);
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, text);
    article->kicker = article->byline = article->headline;
    *galley_article_add_subheadline(issue, article) = article->headline;
    made_block(issue, article, GALLEY_PARAGRAPH, text);
    made_block(issue, article, GALLEY_CROSSHEAD, text);
    made_block(issue, article, GALLEY_QUOTATION, text);
    made_block(issue, article, GALLEY_FIGURE, text)->credit = article->headline;
    made_items(issue, made_block(issue, article, GALLEY_LIST, ""), items, 2);
    article->credit = article->headline;
    made_article(issue, GALLEY_TEASER, 0, text);
    return issue;
}

static const char *const places[][2] = {
    { "<h1>", "</h1>\n" },
    { "<p>", "<br />\n" },
    { "", "</p>\n" },
    { "<h2>", "</h2>\n" },
    { "<ul>\n<li>", "</li>\n</ul>\n" },
    { "<p><em>", "</em></p>\n" },
    { "<h3>", "</h3>\n" },
    { "<p><strong>", "</strong></p>\n" },
    { "<p>", "</p>\n" },
    { "<p>", "</p>\n" },
    { "<h4>", "</h4>\n" },
    { "<blockquote>\n<p>", "</p>\n</blockquote>\n" },
    { "<p>", "" },
    { " <em>", "</em></p>\n" },
    { "<ul>\n<li>", "</li>\n" },
    { "<li>", "</li>\n</ul>\n" },
    { "<p><em>", "</em></p>\n" },
};

static void assert_means(const char *text)
{
    galley_buffer html = { 0 };
    galley_issue *issue = issue_of(text);
    char *markdown = written_markdown(issue, "no", NULL);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        add_element(&html, places[i][0], text, places[i][1]);
    galley_buffer_byte(&html, '\0');
    assert_html(markdown, html.bytes);
    free(markdown);
    markdown = written_with(issue, "front-matter=no", NULL);
    assert_html_with_comments(markdown, html.bytes);
    galley_buffer_drop(&html);
    free(markdown);
    galley_issue_drop(issue);
}

/* ---- Texts ------------------------------------------------------------------ */

/* What a page may say that Markdown would take for its own. */
static const char *const hostile[] = {
    /* headings, lists and quotations */
    "# 1", "#", "##### a #####", "1. a", "1)", "999999999. a", "- a", "-", "---", "- - -", "***", "* * *", "___",
    "===", "= =", "+ a", "> a", ">",
    /* code */
    "```", "``` c", "~~~", "`a`", "``",
    /* HTML */
    "<b>", "<div>", "<!-- a -->", "<?a?>", "<![CDATA[a]]>", "</p>",
    /* links */
    "<http://a.b>", "<a@b.c>", "http://a.b/c_d_e", "[a](b)", "![a](b)", "[a]", "[a]: b", "[^1]: a",
    /* emphasis */
    "*a*", "**a**", "***a", "a*", "_a_", "a_b_c", "“*a*”", "**“乌有”**日", "~~a~~",
    /* tables */
    "|a|b|", "|-|-|", "a | b",
    /* entities and escapes */
    "&amp;", "&", "&#35;", "&#x23;", "&copy", "&copy;", "&nope;", "\\", "\\\\", "\\*", "a\\",
    /* white space */
    "a  ", "    a", "\ta", " ", "  ", "\t", "a\nb", "a\n\nb", "a\r\nb", "\n# a", "a\n===", "a\n- b",
    "\xC2\xA0"
    "a",
    "\xE3\x80\x80　乌有", "乌有\xE3\x80\x80",
    "a\xE2\x80\xA8"
    "b",
    /* controls */
    "\xC2\x85", "\x0B", "\x0C", "\x01", "\x1B[31m", "\x7F",
    /* marks of dialects */
    "\"a\"", "'", ":---:", ": a", "%%%", "$a$", "^a^", "{#a}",
    /* what ends a head, and numbers */
    "1\\. a", "www.a.b", "——1. a——", "a #", "a ##  ", "a\t#", "# #", "!", "![", "(", "]", "10.", "٣. a", "１. a",
    "\xEF\xBB\xBF# a"
};

/* ticks markdown.two-parsers, markdown.escapes */
static void means_what_a_hostile_page_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        assert_means(hostile[i]);
}

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void add_piece(galley_buffer *text, uint32_t random)
{
    static const char *const pieces[] = { "乌",  "有", "日", "报",  "“",        "”",     "——",   "。",
                                          "a",   "Bc", "é",  "12",  "1",        ".",     ")",    " ",
                                          "  ",  "\t", "\n", "　",  "\xC2\xA0", "&amp;", "&#35", "<b>",
                                          "-->", "](", "]:", "***", "~~~~",     "####",  "\\",   "\xF0\x9F\x93\xB0" };
    if (random & 1)
        galley_buffer_byte(text, (char)(' ' + (random >> 8) % 95));
    else
        galley_buffer_put(text, pieces[(random >> 8) % (sizeof pieces / sizeof *pieces)]);
}

/* ticks markdown.two-parsers, markdown.escapes, markdown.emphasis */
static void means_what_chance_says(void **state)
{
    (void)state;
    uint32_t random = 20240229;
    galley_buffer text = { 0 };
    for (int i = 0; i < 4000; i++) {
        galley_buffer_clear(&text);
        for (uint32_t left = 1 + next_random(&random) % 12; left > 0; left--)
            add_piece(&text, next_random(&random));
        galley_buffer_byte(&text, '\0');
        assert_means(text.bytes);
    }
    galley_buffer_drop(&text);
}

/* ticks markdown.two-parsers */
static void hands_a_table_on(void **state)
{
    (void)state;
    const char *const cells[] = { "a\n\n*b*", "</td>", "&amp;", "" };
    galley_issue *issue = galley_issue_new(0);
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "");
    galley_block *table = made_block(issue, article, GALLEY_TABLE, "");
    table->columns = 2;
    made_items(issue, table, cells, 4);
    made_block(issue, article, GALLEY_PARAGRAPH, "c");
    char *markdown = written_markdown(issue, "no", NULL);
    assert_html(markdown, "<table>\n<tr><td>a&#10;&#10;*b*</td><td>&lt;/td&gt;</td></tr>\n"
                          "<tr><td>&amp;amp;</td><td></td></tr>\n</table>\n<p>c</p>\n");
    free(markdown);
    galley_issue_drop(issue);
}

/* ticks markdown.two-parsers */
static void links_two_parts(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_article *one = made_article(issue, GALLEY_NEWS, 0, "a"), *two = made_article(issue, GALLEY_NEWS, 0, "b");
    one->id = galley_slice_of("x\"><b");
    one->continued_on = two->continued_from = galley_slice_of("[2]");
    one->continued_in = 1;
    two->continues = 0;
    two->id = galley_slice_of("y");
    char *markdown = written_markdown(issue, "no", NULL);
    assert_html(markdown, "<p><a id=\"x_22_3E_3Cb\"></a></p>\n<h3>a</h3>\n"
                          "<p><em><a href=\"#y\">Continued on Page [2]</a></em></p>\n"
                          "<p><a id=\"y\"></a></p>\n<h3>b</h3>\n"
                          "<p><em><a href=\"#x_22_3E_3Cb\">Continued from Page [2]</a></em></p>\n");
    free(markdown);
    galley_issue_drop(issue);
}

/* A text of chance with up to three marks, one behind the other. */
static galley_text marked_text(galley_issue *issue, uint32_t *random)
{
    galley_buffer text = { 0 };
    for (uint32_t left = 1 + next_random(random) % 12; left > 0; left--)
        add_piece(&text, next_random(random));
    galley_text out = { .text = galley_buffer_copy(&text, issue->arena) };
    galley_mark *marks = galley_arena_array(issue->arena, 3, sizeof *marks);
    size_t codes = galley_text_length(out.text), from = 0;
    for (; out.mark_count < 3; out.mark_count++) {
        from += next_random(random) % 4;
        size_t to = from + 1 + next_random(random) % 4;
        if (to > codes)
            break;
        marks[out.mark_count] = (galley_mark){ .from = (uint32_t)galley_text_offset(out.text, from),
                                               .to = (uint32_t)galley_text_offset(out.text, to),
                                               .type = GALLEY_EMPHASIS + next_random(random) % 3 };
        if (marks[out.mark_count].type == GALLEY_LINK)
            marks[out.mark_count].value =
                galley_slice_of(next_random(random) & 1 ? "http://a.b/c_d?e=%41" : "a b&amp;\"");
        from = to;
    }
    out.marks = marks;
    galley_buffer_drop(&text);
    return out;
}

static void assert_comes_back(const char *markdown, const galley_text *text)
{
    galley_issue *again = read_text(markdown, "");
    const galley_text *found = &again->articles.items[0]->blocks.items[0].text;
    assert_true(galley_slice_equal(found->text, text->text));
    assert_int_equal(found->mark_count, text->mark_count);
    for (uint32_t i = 0; i < text->mark_count; i++) {
        assert_int_equal(found->marks[i].type, text->marks[i].type);
        assert_int_equal(found->marks[i].from, text->marks[i].from);
        assert_int_equal(found->marks[i].to, text->marks[i].to);
        assert_true(galley_slice_equal(found->marks[i].value, text->marks[i].value));
    }
    galley_issue_drop(again);
}

/* ticks markdown.two-parsers, markdown.emphasis */
static void see_the_same_marks(void **state)
{
    (void)state;
    uint32_t random = 19990101;
    for (int i = 0; i < 4000; i++) {
        galley_buffer html = { 0 };
        galley_issue *issue = made_empty("en");
        galley_text text = marked_text(issue, &random);
        made_block(issue, made_article(issue, GALLEY_NEWS, 0, ""), GALLEY_PARAGRAPH, "")->text = text;
        char *markdown = written_with(issue, "front-matter=no", NULL);
        char *found = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_UNSAFE);
        assert_int_equal(md_html(markdown, (MD_SIZE)strlen(markdown), add_html, &html, 0, MD_HTML_FLAG_XHTML), 0);
        galley_buffer_byte(&html, '\0');
        assert_string_equal(html.bytes, found);
        assert_comes_back(markdown, &text);
        galley_buffer_drop(&html);
        free(found);
        free(markdown);
        galley_issue_drop(issue);
    }
}

/* ticks markdown.two-parsers */
static void agree_on_any_issue(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 300; seed++) {
        galley_buffer html = { 0 };
        galley_issue *issue = issue_at_random(seed);
        char *markdown = written_with(issue, "front-matter=no", NULL);
        char *found = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_UNSAFE);
        assert_int_equal(md_html(markdown, (MD_SIZE)strlen(markdown), add_html, &html, 0, MD_HTML_FLAG_XHTML), 0);
        galley_buffer_byte(&html, '\0');
        assert_string_equal(html.bytes, found);
        galley_buffer_drop(&html);
        free(found);
        free(markdown);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(see_the_same_marks),
        cmocka_unit_test(agree_on_any_issue),
        cmocka_unit_test(means_what_a_hostile_page_says),
        cmocka_unit_test(means_what_chance_says),
        cmocka_unit_test(hands_a_table_on),
        cmocka_unit_test(links_two_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#else

static void needs_two_parsers(void **state)
{
    (void)state;
    print_message("skipped: MD4C was not found by configure\n");
    skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(needs_two_parsers) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
