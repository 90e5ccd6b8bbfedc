/* SPDX-License-Identifier: MIT
 * Markdown of others: documents with headings, and what recognisers and models write of
 * newspaper pages. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/buffer.h>
#include <galley/repair.h>

#include "plugins/markdown/reader.h"
#include "tests/plugins/markdown/read.h"

/* ---- Documents -------------------------------------------------------------- */

static void assert_text(galley_slice found, const char *expected)
{
    if (!galley_slice_is(found, expected))
        fail_msg("\"%.*s\" is not \"%s\"", GALLEY_SHOW(found), expected);
}

static void takes_a_document_by_its_headings(void **state)
{
    (void)state;
    galley_issue *issue =
        read_text("---\ndate: 2031-03-03\nlanguage: 'en'\nissn: \"0000-0019\" \ntags: [a, b]\n---\n"
                  "# The Bay\n\n## Page 3 Port\n\n### Ferry *lands*\n\n**Rain**\n\n"
                  "A brass\nband [played](http://a.b).\n\n#### Wind\n\n> Go.\n\n1. one\n2. two\n   - three\n\n"
                  "## Page 4\n\n### Tides\n\n![A pier](p.png)\n\n*The pier.*\n\n"
                  "| a | b |\n|---|:-:|\n| `x\\|y` | z |\n| 1 |\n",
                  "");
    const galley_article *ferry = issue->articles.items[0], *tides = issue->articles.items[1];
    assert_true(issue->has_readings);
    assert_text(issue->meta.title, "The Bay");
    assert_text(issue->meta.date, "2031-03-03");
    assert_text(issue->meta.issn, "0000-0019");
    assert_int_equal(issue->pages.count, 2);
    assert_text(issue->pages.items[0].number, "3");
    assert_text(issue->pages.items[0].section, "Port");
    assert_text(issue->pages.items[1].number, "4");
    assert_int_equal(issue->articles.count, 2);
    assert_text(ferry->headline.text, "Ferry lands");
    assert_int_equal(ferry->headline.marks[0].type, GALLEY_EMPHASIS);
    assert_int_equal(ferry->headline.marks[0].from, 6);
    assert_text(ferry->subheadlines.items[0].text, "Rain");
    assert_text(ferry->blocks.items[0].text.text, "A brass band played.");
    assert_int_equal(ferry->blocks.items[0].text.marks[0].type, GALLEY_LINK);
    assert_text(ferry->blocks.items[0].text.marks[0].value, "http://a.b");
    assert_int_equal(ferry->blocks.items[1].type, GALLEY_CROSSHEAD);
    assert_int_equal(ferry->blocks.items[2].type, GALLEY_QUOTATION);
    assert_int_equal(ferry->blocks.items[3].item_count, 3);
    assert_int_equal(tides->page, 1);
    assert_text(tides->blocks.items[0].image, "p.png");
    assert_text(tides->blocks.items[0].text.text, "The pier.");
    assert_int_equal(tides->blocks.items[1].columns, 2);
    assert_text(tides->blocks.items[1].items[2].text, "x|y");
    galley_issue_drop(issue);
}

/* How many articles, and the headline of the first. */
static void knows_which_level_is_which(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        size_t articles;
        const char *headline, *title;
    } rows[] = {
        { "# One\n\ntext\n", 1, "One", "" },
        { "# Title\n\n## One\n\ntext\n\n## Two\n\ntext\n", 2, "One", "Title" },
        { "# Title\n\n## Section\n\n### One\n\ntext\n\n### Two\n\ntext\n", 2, "One", "Title" },
        { "# One\n\ntext\n\n## Crosshead\n\ntext\n\n# Two\n\ntext\n", 2, "One", "" },
        { "text before\n\n# One\n\ntext\n", 2, "", "" },
        { "### Section\n\n#### One\n\ntext\n\n### Section\n\n#### Two\n\ntext", 2, "One", "" },
        { "", 0, NULL, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_issue *issue = read_text(rows[i].markdown, "structure=keep");
        assert_int_equal(issue->articles.count, rows[i].articles);
        if (rows[i].headline)
            assert_text(issue->articles.items[0]->headline.text, rows[i].headline);
        assert_text(issue->meta.title, rows[i].title);
        galley_issue_drop(issue);
    }
}

static void brings_down_what_has_no_place(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = read_markdown(galley_slice_of("# A\n\n- a\n  - b\n\n```c\nint x;\n\nint y;\n```\n\n"
                                                        "<div>c<br>d &amp; e</div>\n\n"
                                                        "<table><tr><th>f<td>g</table>\n\n<!-- gone -->\n"),
                                        "structure=keep", findings);
    assert_non_null(issue);
    const galley_article *article = issue->articles.items[0];
    assert_int_equal(article->blocks.count, 5);
    assert_int_equal(article->blocks.items[0].item_count, 2);
    assert_text(article->blocks.items[2].text.text, "int y;");
    assert_text(article->blocks.items[3].text.text, "cd & e");
    assert_int_equal(article->blocks.items[4].item_count, 2);
    assert_int_equal(galley_findings_count_code(findings, "markdown.lowered"), 1);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Pages ------------------------------------------------------------------ */

/* A zone a line: its kind, and its lines with a stroke between them; a page is ==. */
static void assert_facts(const char *markdown, const char *expected)
{
    galley_buffer found = { 0 };
    galley_issue *issue = read_text(markdown, "structure=repair");
    assert_false(issue->has_readings);
    for (size_t i = 0; i < issue->zones.count; i++) {
        const galley_zone *zone = &issue->zones.items[i];
        if (i == 0 || zone->page != issue->zones.items[i - 1].page)
            galley_buffer_print(&found, "==%.*s\n", GALLEY_SHOW(issue->pages.items[zone->page].number));
        galley_buffer_print(&found, "%.*s: ", GALLEY_SHOW(zone->kind));
        for (uint32_t k = 0; k < zone->line_count; k++)
            galley_buffer_print(&found, "%s%.*s", k ? "|" : "",
                                GALLEY_SHOW(issue->lines.items[zone->first_line + k].text));
        galley_buffer_byte(&found, '\n');
    }
    galley_buffer_byte(&found, '\0');
    assert_string_equal(found.bytes, expected);
    galley_buffer_drop(&found);
    galley_issue_drop(issue);
}

static void takes_a_page_as_facts(void **state)
{
    (void)state;
    assert_facts("# Ferry\n\nA brass ba-\nnd **played**\nat noon\n",
                 "==1\nheading: Ferry\n: A brass ba-|nd played|at noon\n");
    assert_facts("#乌有渡口启用\n\n#话题# 乌有\n", "==1\nheading: 乌有渡口启用\n: #话题# 乌有\n");
    assert_facts("他说**“乌有”**日\n\na ** b\n", "==1\n: 他说“乌有”日\n: a ** b\n");
    assert_facts("- a\n- b\n\n2. c\n3) d\n", "==1\nlist: a|b\nlist: 2. c\nlist: 3) d\n");
    assert_facts("![x](y.png)\n\nThe pier. Photo: A.\n\nText\n", "==1\ncaption: The pier. Photo: A.\n: Text\n");
    assert_facts("a<br>b<sub>2</sub><!-- c --> d\n\n<div align=\"center\">\n<b>e</b>\nf\n</div>\n",
                 "==1\n: a|b2 d\n: e|f\n");
    assert_facts("| a | b |\n|--|--|\n| c | d |\n\n<table>\n<tr><td>e\n1</td>\n<td>f</td></tr></table>\n",
                 "==1\ntable: a b|c d\ntable: e 1 f\n");
    assert_facts("    　　乌有\n", "==1\n:     　　乌有\n");
    assert_facts("> quoted\n> twice\n\n***\n\nx\n", "==1\n: quoted|twice\n: x\n");
}

static void begins_pages_where_marks_stand(void **state)
{
    (void)state;
    assert_facts("a\n\n<!-- page 7 -->\n\nb\n", "==1\n: a\n==7\n: b\n");
    assert_facts("a\n\n<!-- Page break -->\n\nb\n", "==1\n: a\n==2\n: b\n");
    assert_facts("{3}------------------------\n\na\n\n{4}------------------------\n\nb\n", "==3\n: a\n==4\n: b\n");
    assert_facts("a\n\n<page_number>12</page_number>\n\nb\n", "==1\n: a\n==12\n: b\n");
    assert_facts("a\n\n\fb\n", "==1\n: a\n==2\n: b\n");
}

static void takes_fences_off(void **state)
{
    (void)state;
    assert_facts("```markdown\n# A\n\nb\n```\n", "==1\nheading: A\n: b\n");
    assert_facts("\n~~~\n# A\n~~~\n\n", "==1\nheading: A\n");
    assert_facts("Here it is:\n\n```md\n# A\n\nb\n```\n\n```\n# C\n```\n",
                 "==1\n: Here it is:\nheading: A\n: b\nheading: C\n");
    assert_facts("```\n# A\n", "==1\nheading: A\n");
}

/* Each line says where it begins in the file, to the byte. */
static void says_where_each_line_stands(void **state)
{
    (void)state;
    static const char file[] =
        "\xEF\xBB\xBF---\ndate: 2031-03-03\n---\n```md\n# A乌\n\nb\r\nc **d**\n\n| e | f |\n|-|-|\n| g | h |\n\n"
        "- i\n- j\n```\n";
    static const struct {
        uint32_t number, blank;
        const char *starts;
    } lines[] = { { 5, 0, "# A" },  { 7, 1, "b\r" },  { 8, 0, "c **d" }, { 10, 1, "| e" },
                  { 12, 1, "| g" }, { 14, 1, "- i" }, { 15, 0, "- j" } };
    galley_issue *issue = read_text(file, "structure=repair");
    assert_int_equal(issue->lines.count, sizeof lines / sizeof *lines);
    for (size_t i = 0; i < issue->lines.count; i++) {
        const galley_line *line = &issue->lines.items[i];
        assert_int_equal(line->number, lines[i].number);
        assert_int_equal(line->blank_before, lines[i].blank);
        assert_memory_equal(file + line->offset, lines[i].starts, strlen(lines[i].starts));
    }
    galley_issue_drop(issue);
}

static const char page[] =
    "# 礁石灯塔修缮完工\n\n本报讯（记者 林小满）三月三日，记者从乌有县获悉，礁石灯塔修缮工程日前通过验收，停用了三\n\n"
    "十八年的灯重新亮起。灯塔建成于一九零七年，高十二米，守着进港的水道。\n\n"
    "修缮遵循最少干预的办法，能补的不换，能留的不拆。工匠从河床里捞起旧石料一百四十余块，编号、清洗、归\n\n"
    "位，用去整整五个月。\n\n# 麦垄县万亩稻田开镰\n\n"
    "本报讯（记者 何一舟）连日来，麦垄县各乡镇抢抓晴好天气，组织农机手下田作业。截至三月二日，全县已收割水稻三万\n\n"
    "二千亩，占应收面积的四成。\n";

/* The repair joins what the model broke, and believes its headings. */
static void is_repaired(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = read_markdown(galley_slice_of(page), "", findings);
    assert_non_null(issue);
    assert_int_equal(galley_findings_count_code(findings, "markdown.structure"), 1);
    assert_int_equal(galley_repair(issue, NULL, findings), GALLEY_OK);
    assert_int_equal(issue->articles.count, 2);
    assert_text(issue->articles.items[0]->headline.text, "礁石灯塔修缮完工");
    assert_int_equal(issue->articles.items[0]->blocks.count, 2);
    assert_text(
        issue->articles.items[0]->blocks.items[1].text.text,
        "修缮遵循最少干预的办法，能补的不换，能留的不拆。工匠从河床里捞起旧石料一百四十余块，编号、清洗、归位，用去"
        "整整五个月。");
    assert_text(issue->articles.items[1]->headline.text, "麦垄县万亩稻田开镰");
    assert_int_equal(issue->articles.items[1]->blocks.count, 1);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void decides_by_itself(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        bool loose;
    } rows[] = {
        { page, true },
        { "# A\n\nText.\n\n# B\n\nText.\n", true },
        { "no heading\n", true },
        { "# Title\n\n## A\n\nText that ends.\n\n## B\n\nMore text.\n", false },
        { "---\ntitle: A\n---\n\nText\n", false },
        { "# One\n\nA paragraph that ends as it should.\n", false },
        { "# Title\n\n## A\n\n<!-- page 2 -->\n\nText.\n", true },
        { "```\n# Title\n\n## A\n\nText.\n```\n", true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_issue *issue = read_text(rows[i].markdown, "");
        assert_int_equal(issue->has_readings, !rows[i].loose);
        galley_issue_drop(issue);
    }
    galley_issue *kept = read_text(page, "structure=keep");
    assert_true(kept->has_readings);
    galley_issue_drop(kept);
}

/* ---- Refusals and hostile input ---------------------------------------------- */

static void refuses_what_is_no_markdown(void **state)
{
    (void)state;
    static const struct {
        galley_slice bytes;
        const char *settings, *code;
    } rows[] = {
        { { "a\xff", 2 }, "", "markdown.encoding" },
        { { "", 0 }, "structure=repair", "markdown.empty" },
        { { "<!-- a -->", 10 }, "structure=repair", "markdown.empty" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_findings *findings = galley_findings_new();
        assert_null(read_markdown(rows[i].bytes, rows[i].settings, findings));
        assert_int_equal(galley_findings_count_code(findings, rows[i].code), 1);
        galley_findings_drop(findings);
    }
}

/* `count` times `piece`, between `before` and `after`. */
static galley_buffer repeated(const char *before, const char *piece, size_t count, const char *after)
{
    galley_buffer text = { 0 };
    galley_buffer_put(&text, before);
    for (size_t i = 0; i < count; i++)
        galley_buffer_put(&text, piece);
    galley_buffer_put(&text, after);
    assert_false(text.failed);
    return text;
}

static void stays_quick_on_hostile_pages(void **state)
{
    (void)state;
    static const struct {
        const char *before, *piece;
        size_t count;
        const char *after;
    } rows[] = {
        { "", "a", 10000000, "" },
        { "", "*a ", 1000000, "" },
        { "", "**a** ", 200000, "" },
        { "", "<!-- ", 200000, "" },
        { "", "<a href=\"", 200000, "" },
        { "<table>", "<tr><td>", 100000, "" },
        { "<div>", "<table></table>\n", 100000, "" },
        { "| a |\n|-|\n", "|||||||||\n", 20000, "" },
        { "", "> ", 10000, "a" },
        { "", "- a\n", 100000, "" },
        { "---\n", "a: b\n", 100000, "---\n" },
        { "---\n", "a: b\n", 100000, "" },
        { "", "```\n", 50001, "" },
        { "", "{1}---------\n\na\n\n", 20000, "" },
        { "<!-- page id=\"a\" -->\n\n", "<!-- news x=\"", 50000, "\" -->" },
        { "<!-- page id=\"a\" -->\n\n", "<!-- news id=\"b\" continues=\"b\" text*99999999 -->\n\n", 20000, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_buffer text = repeated(rows[i].before, rows[i].piece, rows[i].count, rows[i].after);
        static const char *const settings[] = { "structure=keep", "structure=repair" };
        for (size_t k = 0; k < 2; k++) {
            galley_issue *issue = read_markdown(galley_buffer_slice(&text), settings[k], NULL);
            galley_issue_drop(issue);
        }
        galley_buffer_drop(&text);
    }
}

static uint32_t roll(uint32_t *state, uint32_t sides)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % sides;
}

static const char seed_text[] =
    "---\ntitle: \"The \\u0042ay\"\npages: 1\narticles: 2\n---\n\n# The Bay\n\n<!-- masthead id=\"m\" page=\"p1\" "
    "^text text*2 -->\n\n"
    "No. 7\\\nMonday\n\n<!-- page id=\"p1\" number=\"1\" counted -->\n\n## Page 1\n\n- Inside\\\n  Sport *Page 4* <!-- "
    "teaser on=\"4\" kicker headline -->\n\n"
    "<!-- news id=\"a\" byline=\"x\" kicker headline crosshead2 picture caption label list table figure on "
    "-->\n\n*k*\n\n### h\n\n#### c\n\n![a](b%20c)\n\n"
    "cap *cr*\n\nl\n\n- i\n- j\n\n<table>\n<tr><td>a&#10;</td><td>b</td></tr>\n</table>\n\nf *g*\n\n*[on](#x)*\n\n| a "
    "| b |\n|---|---|\n| c | d |\n\n"
    "{3}--------\n\n```md\n# x\n```\n\n1. n\n   > q\n\n<img src=\"x\" alt='y'>\n";

/* Bytes are changed, dropped, doubled, pieces moved: it is read, or refused with a finding. */
static void survives_what_chance_makes_of_it(void **state)
{
    (void)state;
    uint32_t dice = 7;
    for (int round = 0; round < 3000; round++) {
        char text[sizeof seed_text];
        size_t length = sizeof seed_text - 1;
        memcpy(text, seed_text, sizeof text);
        for (uint32_t i = 1 + roll(&dice, 12); i > 0; i--) {
            uint32_t at = roll(&dice, (uint32_t)length), to = roll(&dice, (uint32_t)length), count = roll(&dice, 20);
            if (roll(&dice, 2))
                text[at] = "\n <>-*`\"=#|[]!\\^&;\t\x80"[roll(&dice, 20)];
            else if (at + count < length && to + count < length)
                memmove(text + to, text + at, count);
        }
        length -= roll(&dice, 3) ? 0 : roll(&dice, (uint32_t)length);
        static const char *const settings[] = { "", "structure=keep", "structure=repair" };
        galley_findings *findings = galley_findings_new();
        galley_issue *issue = read_markdown((galley_slice){ text, length }, settings[round % 3], findings);
        if (issue && issue->lines.count)
            assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
        galley_issue_drop(issue);
        galley_findings_drop(findings);
    }
}

/* ---- Probe ------------------------------------------------------------------ */

static int probe(const char *text)
{
    return markdown_probe(galley_slice_of(text), true, "x");
}

static void knows_markdown_when_it_sees_it(void **state)
{
    (void)state;
    assert_int_equal(probe("---\ntitle: \"a\"\npages: 1\narticles: 0\n---\n"), 60);
    assert_int_equal(probe("# a\n\n<!-- news id=\"b\" -->\n"), 60);
    assert_int_equal(probe("# a\n\ntext\n\n# b\n"), 15);
    assert_int_equal(probe("```markdown\na\n```\n"), 15);
    assert_int_equal(probe("a page of text\n"), 0);
    assert_int_equal(probe("#!/bin/sh\n# a comment\n"), 0);
    assert_int_equal(markdown_probe(galley_slice_of("a page of text\n"), true, "page.MD"), 1);
    assert_int_equal(markdown_probe(galley_slice_of("a\xff"), true, "page.md"), 0);
    assert_int_equal(probe(""), 0);
    assert_int_equal(probe("\xff\xfe"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_document_by_its_headings),
        cmocka_unit_test(knows_which_level_is_which),
        cmocka_unit_test(brings_down_what_has_no_place),
        cmocka_unit_test(takes_a_page_as_facts),
        cmocka_unit_test(begins_pages_where_marks_stand),
        cmocka_unit_test(takes_fences_off),
        cmocka_unit_test(says_where_each_line_stands),
        cmocka_unit_test(is_repaired),
        cmocka_unit_test(decides_by_itself),
        cmocka_unit_test(refuses_what_is_no_markdown),
        cmocka_unit_test(stays_quick_on_hostile_pages),
        cmocka_unit_test(survives_what_chance_makes_of_it),
        cmocka_unit_test(knows_markdown_when_it_sees_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
