/* SPDX-License-Identifier: MIT
 * Hints: each bad line is told with its place, each kind of hint does what it says on
 * a page that comes out otherwise without it, and none is passed over in silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/law.h>
#include <galley/repair.h>

#include "tests/core/repair/page.h"

/* Two articles of an invented paper, a caption and a folio. */
static const char page[] = "青溪大桥今日通车\n"                       /* 1 */
                           "\n"                                       /* 2 */
                           "本报讯（记者王小明李华）今日上午，青溪\n" /* 3 */
                           "大桥正式通车，两岸居民步行过桥，桥上人\n" /* 4 */
                           "山人海。桥长八百米，宽二十四米，历时三\n" /* 5 */
                           "年建成，是青溪上的第四座桥，也是最宽的\n" /* 6 */
                           "一座桥。\n"                               /* 7 */
                           "\n"                                       /* 8 */
                           "老街书店重新开张\n"                       /* 9 */
                           "\n"                                       /* 10 */
                           "本报讯（记者周岚）停业两年的老街书店昨\n" /* 11 */
                           "天重新开张，店里添了三千册新书，也留下\n" /* 12 */
                           "了原来的木头楼梯。店主说，书店晚上九点\n" /* 13 */
                           "关门，周末多开一个小时，欢迎街坊来坐。\n" /* 14 */
                           "孩子们可以在楼上写作业。\n"               /* 15 */
                           "\n"                                       /* 16 */
                           "图为老街书店的木头楼梯。\n";              /* 17 */

struct outcome {
    galley_status status;
    galley_issue *issue;
    galley_findings *findings;
    galley_buffer proof;
};

static struct outcome follow_bytes(const char *dump, galley_slice hints)
{
    struct outcome out = { .issue = galley_issue_new(0), .findings = galley_findings_new() };
    galley_source *source = galley_source_memory("hints.txt", hints);
    page_fill(out.issue, dump);
    out.status = galley_repair(out.issue, &(galley_repair_options){ .hints = source }, out.findings);
    out.proof = page_pull(out.issue, true);
    galley_source_drop(source);
    return out;
}

static void drop(struct outcome *out)
{
    galley_buffer_drop(&out->proof);
    galley_findings_drop(out->findings);
    galley_issue_drop(out->issue);
}

/* ---- The file ------------------------------------------------------------------------- */

static void assert_bad(galley_slice hints, uint32_t line, uint32_t column, const char *words)
{
    struct outcome out = follow_bytes(page, hints);
    const galley_finding *finding = galley_findings_at(out.findings, 0);
    assert_int_equal(out.status, GALLEY_FORMAT);
    assert_int_equal(galley_findings_count(out.findings, GALLEY_FATAL), 1);
    assert_string_equal(finding->code, "hints.syntax");
    assert_string_equal(finding->place.file, "hints.txt");
    assert_int_equal(finding->place.line, line);
    assert_int_equal(finding->place.column, column);
    if (!strstr(finding->text, words))
        fail_msg("“%s” does not say “%s”", finding->text, words);
    assert_int_equal(out.issue->articles.count, 0);
    drop(&out);
}

static void test_bad_lines_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *hints;
        uint32_t line, column;
        const char *words;
    } bad[] = {
        { "lines 1 headline\n", 1, 1, "a hint begins with" },
        { "# fine\n\nline\n", 3, 5, "number of a line" },
        { "line 0 headline\n", 1, 6, "number of a line" },
        { "line -1 headline\n", 1, 6, "number of a line" },
        { "line 99999999999999999999999 headline\n", 1, 6, "number of a line" },
        { "line 3-2 headline\n", 1, 6, "the first one first" },
        { "line 1-2-3 headline\n", 1, 6, "the first one first" },
        { "line 1 heading\n", 1, 8, "a line is headline" },
        { "  line 1\n", 1, 9, "a line is headline" },
        { "line 1 furniture sofa\n", 1, 18, "furniture is folio" },
        { "line 1 furniture hyphen\n", 1, 18, "furniture is folio" },
        { "line 1 headline now\n", 1, 17, "nothing more may stand" },
        { "line 1-2 article\n", 1, 10, "of one line" },
        { "one 1\n", 1, 6, "number of a line" },
        { "head 1 x\n", 1, 8, "number of a line" },
        { "kind 1 masthead\n", 1, 8, "an article is news" },
        { "name 3\n", 1, 7, "the names must stand" },
        { "page x\n", 1, 6, "number of a page" },
        { "file\n", 1, 5, "name of a file" },
        { "line 1 headline\nline 2 \xFF\n", 2, 1, "not UTF-8" },
        { "书名 1\n", 1, 1, "a hint begins with" },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_bad(galley_slice_of(bad[i].hints), bad[i].line, bad[i].column, bad[i].words);
    assert_bad((galley_slice){ "line 1 body\nline\0", 17 }, 2, 1, "NUL");
}

static void test_all_bad_lines_are_told(void **state)
{
    (void)state;
    struct outcome out = follow_bytes(page, galley_slice_of("x\nline 1 headline\ny\n"));
    assert_int_equal(out.status, GALLEY_FORMAT);
    assert_int_equal(galley_findings_count(out.findings, GALLEY_FATAL), 2);
    drop(&out);
}

static void test_a_long_line_is_only_long(void **state)
{
    (void)state;
    galley_buffer hints = { 0 };
    galley_buffer_print(&hints, "name 3");
    for (int i = 0; i < 100000; i++)
        galley_buffer_print(&hints, " 王");
    struct outcome out = follow_bytes(page, (galley_slice){ hints.bytes, hints.length });
    assert_int_equal(out.status, GALLEY_OK);
    assert_int_equal(galley_findings_count_code(out.findings, "hints.unused"), 1);
    drop(&out);
    galley_buffer_drop(&hints);
}

static void test_what_a_file_may_hold(void **state)
{
    (void)state;
    struct outcome out = follow_bytes(page, galley_slice_of("\xEF\xBB\xBF# a comment\r\n\r\n"
                                                            "\tline\t1  headline # one behind\r\n"
                                                            "page 1\nline 9 headline\nfile page.txt\nkind 11 news"));
    assert_int_equal(out.status, GALLEY_OK);
    assert_int_equal(galley_findings_count(out.findings, GALLEY_ERROR), 0);
    assert_int_equal(page_repairs(out.issue, "editor"), 3);
    drop(&out);
}

/* ---- What hints do ----------------------------------------------------------------------- */

/* Followed, recorded, and seen in the proof; without it the proof is another. */
static void assert_followed(const char *dump, const char *hints, const char *seen)
{
    struct outcome with = follow_bytes(dump, galley_slice_of(hints)), without = follow_bytes(dump, galley_slice_of(""));
    if (with.status || galley_findings_count_code(with.findings, "hints.unused"))
        fail_msg("%s was not followed: %s", hints, galley_findings_at(with.findings, 0)->text);
    if (!strstr(with.proof.bytes, seen))
        page_fail(dump, with.proof.bytes, seen);
    if (strstr(without.proof.bytes, seen))
        fail_msg("%s says what comes out without it", hints);
    assert_true(page_repairs(with.issue, "editor") > 0);
    assert_int_equal(galley_law_check(with.issue, NULL, NULL), GALLEY_OK);
    drop(&with);
    drop(&without);
}

static void test_each_hint_is_followed(void **state)
{
    (void)state;
    static const struct {
        const char *hints, *seen;
    } cases[] = {
        { "line 9 kicker\n", "kicker: 老街书店重新开张" },
        { "line 9 subheadline\n", "subheadlines: 老街书店重新开张" },
        { "line 9 section\n", "section: 老街书店重新开张" },
        { "line 9 teaser\n", "teaser\n  headline: 老街书店重新开张\n" },
        { "line 9 body\n", "paragraph: 老街书店重新开张\n" },
        { "line 9 furniture\n", "other: 老街书店重新开张\n" },
        { "line 9 furniture label\n", "label: 老街书店重新开张\n" },
        { "line 9 masthead\n", "masthead\n  paragraph: 老街书店重新开张\n" },
        { "line 15 headline\n", "headline: 孩子们可以在楼上写作业。\n" },
        { "line 15 crosshead\n", "crosshead: 孩子们可以在楼上写作业。\n" },
        { "line 15 byline\n", "byline: 孩子们可以在楼上写作业。\n" },
        { "line 17 caption\n", "photo\n  figure: 图为老街书店的木头楼梯。\n" },
        { "line 12-13 caption\nline 14 credit\n", "书店晚上九点\n  credit: 关门" },
        { "line 15 paragraph\n", "paragraph: 孩子们可以在楼上写作业。\n" },
        { "line 6 paragraph\n", "paragraph: 年建成，是青溪上的第四座桥，也是最宽的一座桥。\n" },
        { "line 11 joins\n", "也是最宽的一座桥。本报讯（记者周岚）停业" },
        { "line 17 joins\n", "孩子们可以在楼上写作业。图为老街书店的木头楼梯。\n" },
        { "line 13 article\n", "news\n  paragraph: 了原来的木头楼梯。" },
        { "one 3 11\n", "crosshead: 老街书店重新开张\n" },
        { "head 1 11\n", "headline: 青溪大桥今日通车\n  byline: 记者 周岚\n" },
        { "kind 11 notice\n", "notice\n  headline: 老街书店" },
        { "name 3 王小明李 华\n", "byline: 记者 王小明李 华\n" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_followed(page, cases[i].hints, cases[i].seen);
}

/* ---- What cannot be done --------------------------------------------------------------------- */

static void assert_unused(const char *dump, const char *hints, uint32_t line, const char *words)
{
    struct outcome out = follow_bytes(dump, galley_slice_of(hints));
    const galley_finding *finding = NULL;
    assert_int_equal(out.status, GALLEY_OK);
    assert_int_equal(galley_findings_count_code(out.findings, "hints.unused"), 1);
    for (size_t i = 0; i < galley_findings_kept(out.findings); i++)
        if (!strcmp(galley_findings_at(out.findings, i)->code, "hints.unused"))
            finding = galley_findings_at(out.findings, i);
    assert_int_equal(finding->level, GALLEY_ERROR);
    assert_int_equal(finding->place.line, line);
    if (!strstr(finding->text, words))
        fail_msg("“%s” does not say “%s”", finding->text, words);
    drop(&out);
}

static void test_what_cannot_be_done_is_told(void **state)
{
    (void)state;
    assert_unused(page, "line 99 headline\n", 1, "no line 99");
    assert_unused(page, "line 2 headline\n", 1, "no line 2");
    assert_unused(page, "page 2\nline 1 headline\n", 2, "on that page");
    assert_unused(page, "file other.txt\nline 1 headline\n", 2, "in that file");
    assert_unused(page, "line 9 headline\nline 9 kicker\n", 2, "contradicts");
    assert_unused(page, "line 9 headline\nline 9 joins\n", 2, "contradicts");
    assert_unused(page, "line 12 paragraph\nline 12 joins\n", 2, "contradicts");
    assert_unused(page, "line 9 furniture\none 9 11\n", 2, "belongs to no article");
    assert_unused(page, "kind 11 ad\nkind 12 notice\n", 2, "contradicts it for the same article");
    assert_unused(page, "name 3 张三\n", 1, "do not stand in line 3");
    assert_unused(page, "line 1 joins\n", 1, "goes on");
}

/* Two files have a line 1 each. */
static void test_one_number_in_two_files(void **state)
{
    (void)state;
    const char *const hints[] = { "line 1 kicker\n", "file b.txt\nline 1 kicker\n", "page 2\nline 1 kicker\n" };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        galley_issue *issue = galley_issue_new(0);
        galley_findings *findings = galley_findings_new();
        galley_source *source = galley_source_memory("hints.txt", galley_slice_of(hints[i]));
        page_fill(issue, page);
        page_fill(issue, page);
        issue->pages.items[0].source = galley_slice_of("in/a.txt");
        issue->pages.items[1].source = galley_slice_of("in/b.txt");
        assert_int_equal(galley_repair(issue, &(galley_repair_options){ .hints = source }, findings), GALLEY_OK);
        assert_int_equal(galley_findings_count_code(findings, "hints.unused"), i == 0);
        assert_int_equal(page_repairs(issue, "editor"), i > 0);
        galley_source_drop(source);
        galley_findings_drop(findings);
        galley_issue_drop(issue);
    }
}

/* Articles on two pages that are one are linked both ways. */
static void test_one_article_on_two_pages(void **state)
{
    (void)state;
    galley_buffer dump = { 0 };
    galley_buffer_print(&dump, "%.*s\f%s", (int)sizeof page - 2, page, page);
    galley_buffer_byte(&dump, 0);
    struct outcome out = follow_bytes(dump.bytes, galley_slice_of("one 11 20\n"));
    assert_int_equal(galley_findings_count_code(out.findings, "hints.unused"), 0);
    size_t linked = 0;
    for (size_t i = 0; i < out.issue->articles.count; i++) {
        uint32_t other = out.issue->articles.items[i]->continued_in;
        if (other == GALLEY_NONE)
            continue;
        linked++;
        assert_int_equal(out.issue->articles.items[other]->continues, i);
    }
    assert_int_equal(linked, 1);
    drop(&out);
    galley_buffer_drop(&dump);
}

static void test_an_editor_is_sure(void **state)
{
    (void)state;
    struct outcome out = follow_bytes(page, galley_slice_of("line 9 headline\nhead 9 11\n"));
    size_t sure = 0, decided = 0;
    for (size_t i = 0; i < out.issue->articles.count; i++) {
        const galley_article *article = out.issue->articles.items[i];
        sure += galley_slice_is(article->headline.text, "老街书店重新开张") && article->confidence > 0.9f;
    }
    for (size_t i = 0; i < out.issue->repairs.count; i++)
        decided += !strcmp(out.issue->repairs.items[i].pass, "hints") && out.issue->repairs.items[i].confidence >= 1;
    assert_int_equal(sure, 1);
    assert_int_equal(decided, 2);
    drop(&out);
}

/* ---- Profiles --------------------------------------------------------------------------------- */

static galley_status profiled(galley_issue *issue, const char *profile, galley_findings *findings)
{
    galley_source *source = galley_source_memory("paper.ini", galley_slice_of(profile));
    galley_status status = galley_repair(issue, &(galley_repair_options){ .profile = source }, findings);
    galley_source_drop(source);
    return status;
}

static void test_a_profile_fills_what_is_missing(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_findings *findings = galley_findings_new();
    page_fill(issue, page);
    issue->meta.publisher = galley_slice_of("青溪报社");
    assert_int_equal(profiled(issue,
                              "[paper]\ntitle = 青溪日报\npublisher = 别的报社\n[byline]\nreporters = 王小明李 华\n"
                              "[sections]\nlabels = 老街书店重新开张\n[measure]\ncolumns = 18 20.5\n",
                              findings),
                     GALLEY_OK);
    assert_true(galley_slice_is(issue->meta.title, "青溪日报"));
    assert_true(galley_slice_is(issue->meta.publisher, "青溪报社"));
    assert_int_equal(galley_findings_count_code(findings, "profile.differs"), 1);
    galley_buffer proof = page_pull(issue, false);
    assert_non_null(strstr(proof.bytes, "byline: 记者 王小明李 华\n"));
    galley_buffer_drop(&proof);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void test_bad_profiles_are_told(void **state)
{
    (void)state;
    char lengthy[400] = "[paper]\ntitle = ";
    memset(lengthy + strlen(lengthy), 'x', 300);
    const struct {
        const char *profile;
        uint32_t line; /* of the fault */
    } bad[] = { { "[paper]\ncolour = red\n", 2 },
                { "[paper\ntitle = x\n", 1 },
                { "title\n", 1 },
                { "[measure]\n\n# widths\ncolumns = wide\n", 4 },
                { "[measure]\ncolumns = 16,18\n", 2 },
                { "[measure]\ncolumns = 1\n", 2 },
                { "[measure]\ncolumns = nan\n", 2 },
                { "[paper]\ntitle = a\ntitle = b\n", 3 },
                { "[paper]\ntitle = \xFF\n", 2 },
                { "[paper]\nissn = 1\n no = key\n", 3 },
                { lengthy, 2 } };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        galley_issue *issue = galley_issue_new(0);
        galley_findings *findings = galley_findings_new();
        page_fill(issue, page);
        if (profiled(issue, bad[i].profile, findings) != GALLEY_FORMAT)
            fail_msg("“%s” was taken", bad[i].profile);
        assert_int_equal(galley_findings_count(findings, GALLEY_FATAL), 1);
        assert_string_equal(galley_findings_at(findings, 0)->code, "profile.syntax");
        assert_int_equal(galley_findings_at(findings, 0)->place.line, bad[i].line);
        galley_findings_drop(findings);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad_lines_are_told),       cmocka_unit_test(test_all_bad_lines_are_told),
        cmocka_unit_test(test_a_long_line_is_only_long), cmocka_unit_test(test_what_a_file_may_hold),
        cmocka_unit_test(test_each_hint_is_followed),    cmocka_unit_test(test_what_cannot_be_done_is_told),
        cmocka_unit_test(test_one_number_in_two_files),  cmocka_unit_test(test_one_article_on_two_pages),
        cmocka_unit_test(test_an_editor_is_sure),        cmocka_unit_test(test_a_profile_fills_what_is_missing),
        cmocka_unit_test(test_bad_profiles_are_told),
    };
    return cmocka_run_group_tests_name("hints", tests, NULL, NULL);
}
