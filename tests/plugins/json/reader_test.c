/* SPDX-License-Identifier: MIT
 * What the reader refuses, word for word; what it makes of an issue that somebody
 * wrote by hand; how sure the probe is. */
#include "tests/plugins/json/issues.h"

#include "plugins/json/plugin.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define START "{\"format\": \"galley-issue\", \"version\": 1"
#define PAGE ", \"pages\": [{\"id\": \"p1\", \"zones\": [{\"lines\": [\"甲 乙\", \"丙\"]}]}]"

/* Two lines of a file: bytes 0 to 7, 8 to 11. */
#define PLACED(place) PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙丙\", " place "}]}]}"

#define MARKED(marks) ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙丙丁\", \"marks\": [" marks "]}]}]}"

static const struct {
    const char *json, *words;
} refused[] = {
    { "", "this is no JSON that can be read ('[' or '{' expected near end of file); nothing was read" },
    { START, "this is no JSON that can be read ('}' expected near end of file); nothing was read" },
    { START ", \"version\": 1}",
      "this is no JSON that can be read (duplicate object key near '\"version\"'); nothing was read" },
    { START ", \"issue\": {\"title\": \"\xff\"}}",
      "this is no JSON that can be read (unable to decode byte 0xff near '\"'); nothing was read" },
    { START ", \"issue\": {\"title\": \"\\ud800\"}}",
      "this is no JSON that can be read (invalid Unicode '\\uD800' near '\"\\ud800\"'); nothing was read" },
    { "[]", "the file: an object was expected; nothing was read" },
    { "{}", "format: \"galley-issue\" was expected, so this is no issue of Galley; nothing was read" },
    { "{\"format\": \"x\"}", "format: \"galley-issue\" was expected, so this is no issue of Galley; nothing was read" },
    { "{\"format\": \"galley-issue\"}", "version: only version 1 can be read; nothing was read" },
    { "{\"format\": \"galley-issue\", \"version\": 2}", "version: only version 1 can be read; nothing was read" },
    { START ", \"issue\": []}", "issue: an object was expected; nothing was read" },
    { START ", \"issue\": {\"identifiers\": {\"issn\": 7}}}",
      "issue/identifiers/issn: a string was expected; nothing was read" },
    { START ", \"pages\": {}}", "pages: an array was expected; nothing was read" },
    { START ", \"pages\": [{\"zones\": [{\"lines\": [7]}]}]}",
      "pages/0/zones/0/lines/0: a string was expected; nothing was read" },
    { START ", \"pages\": [{\"zones\": [{\"lines\": [{\"text\": \"a\", \"id\": 0}]}]}]}",
      "pages/0/zones/0/lines/0: the line has the id 0, but the ids must rise from line to line; nothing was read" },
    { START ", \"pages\": [{\"zones\": [{\"lines\": [{\"text\": \"a\", \"offset\": -1}]}]}]}",
      "pages/0/zones/0/lines/0/offset: a whole number from 0 to 9223372036854775807 was expected; nothing was read" },
    { START ", \"pages\": [{\"zones\": [{\"box\": [1, 2, 3], \"lines\": []}]}]}",
      "pages/0/zones/0/box: four numbers were expected: left, top, right, bottom; nothing was read" },
    { START ", \"pages\": [{\"width\": \"9\"}]}", "pages/0/width: a number was expected; nothing was read" },
    { START ", \"articles\": [3]}", "articles/0: an object was expected; nothing was read" },
    { START ", \"articles\": [{\"kind\": \"novel\"}]}",
      "articles/0/kind: there is no kind of article \"novel\"; nothing was read" },
    { START ", \"articles\": [{\"pages\": [\"p9\"]}]}",
      "articles/0/pages/0: there is no page \"p9\"; nothing was read" },
    { START ", \"articles\": [{\"continues\": \"x\"}]}",
      "articles/0/continues: there is no article \"x\"; nothing was read" },
    { START ", \"articles\": [{\"blocks\": [{\"type\": \"poem\"}]}]}",
      "articles/0/blocks/0/type: there is no block \"poem\"; nothing was read" },
    { START ", \"articles\": [{\"blocks\": [{\"type\": \"table\", \"rows\": [\"a\"]}]}]}",
      "articles/0/blocks/0/rows/0: an array was expected; nothing was read" },
    { START PAGE ", \"articles\": [{\"headline\": \"甲乙\"}]}",
      "articles/0/headline: it is not said on which lines the text stands, though the pages have lines; nothing was "
      "read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"lines\": [[1, 9999]]}]}]}",
      "articles/0/blocks/0/lines/0/1: line 9999 is not on any page; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"lines\": [[2, 1]]}]}]}",
      "articles/0/blocks/0/lines/0: the first line stands behind the last; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"lines\": [1]}]}]}",
      "articles/0/blocks/0/lines/0: an array was expected; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"lines\": [[1, 0, 2]]}]}]}",
      "articles/0/blocks/0/lines/0: [first, last] was expected; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"spans\": [[1, 0, 4]]}]}]}",
      "articles/0/blocks/0/spans/0: the line has no characters from 0 to 4; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲丁\", \"lines\": [[1, 1]]}]}]}",
      "articles/0/blocks/0/text: the characters of the text are not those of its lines; nothing was read" },
    { START PAGE ", \"articles\": [{\"blocks\": [{\"text\": \"甲乙\", \"lines\": [[1, 1]], \"copy\": 1}]}]}",
      "articles/0/blocks/0/copy: true or false was expected; nothing was read" },
    { START PAGE ", \"articles\": [{\"headline\": \"甲乙\", \"sources\": {\"headline\": {\"lines\": [[1, 1]]}}}]}",
      "the file: of the 3 characters of the pages 1 stand in no text and 0 in more than one; nothing was read" },
    { START PAGE ", \"furniture\": [{\"text\": \"丙\", \"line\": 3}]}",
      "furniture/0/line: line 3 is not on any page; nothing was read" },
    { START ", \"furniture\": [{\"kind\": \"sofa\", \"text\": \"丙\"}]}",
      "furniture/0/kind: there is no kind of furniture \"sofa\"; nothing was read" },
    { START PAGE ", \"repairs\": [{\"pass\": \"a\", \"kind\": \"b\", \"line\": 7}]}",
      "repairs/0/line: this line is not on any page; nothing was read" },
    { START MARKED("{\"type\": \"blink\", \"from\": 0, \"to\": 1}"),
      "articles/0/blocks/0/marks/0/type: there is no mark \"blink\"; nothing was read" },
    { START MARKED("{\"type\": \"ruby\", \"from\": 1, \"to\": 1}"),
      "articles/0/blocks/0/marks/0: the mark does not lie in the text, or not within or behind the mark before it; "
      "nothing was read" },
    { START MARKED("{\"type\": \"ruby\", \"from\": 1, \"to\": 5}"),
      "articles/0/blocks/0/marks/0: the mark does not lie in the text, or not within or behind the mark before it; "
      "nothing was read" },
    { START MARKED("{\"type\": \"ruby\", \"from\": 0, \"to\": 2}, {\"type\": \"ruby\", \"from\": 1, \"to\": 3}"),
      "articles/0/blocks/0/marks/1: the mark does not lie in the text, or not within or behind the mark before it; "
      "nothing was read" },
    { START MARKED("{\"type\": \"ruby\", \"from\": 1, \"to\": 2}, {\"type\": \"ruby\", \"from\": 0, \"to\": 3}"),
      "articles/0/blocks/0/marks/1: the mark does not lie in the text, or not within or behind the mark before it; "
      "nothing was read" },
    { START MARKED("{\"type\": \"ruby\", \"from\": 1, \"to\": 2, \"bytes\": [3, 7]}"),
      "articles/0/blocks/0/marks/0/bytes: these bytes are not where the mark is said to be in code points; nothing was "
      "read" },
    { START PLACED("\"lines\": [[1, 2]], \"bytes\": [[1, 0, 7]]"),
      "articles/0/blocks/0/bytes: this is not where the text is said to stand in lines; nothing was read" },
    { START PLACED("\"lines\": [[1, 1]], \"spans\": [[1, 2]]"),
      "articles/0/blocks/0/spans: this is not where the text is said to stand in lines; nothing was read" },
    { START PLACED("\"spans\": [[1, 0, 3], [2, 2]], \"bytes\": [[1, 0, 3], [2, 8, 11]]"),
      "articles/0/blocks/0/bytes: this is not where the text is said to stand in code points; nothing was "
      "read" },
    { START PLACED("\"bytes\": [[1, 0, 8]]"), "articles/0/blocks/0/bytes/0: the source has no text from byte 0 to 8 "
                                              "that begins in this line; nothing was read" },
    { START PLACED("\"bytes\": [[1, 0, 10]]"), "articles/0/blocks/0/bytes/0: the source has no text from byte 0 to 10 "
                                               "that begins in this line; nothing was read" },
    { START PLACED("\"bytes\": [[1, 0, 12]]"), "articles/0/blocks/0/bytes/0: the source has no text from byte 0 to 12 "
                                               "that begins in this line; nothing was read" },
    { START PLACED("\"bytes\": [[2, 0, 11]]"), "articles/0/blocks/0/bytes/0: the source has no text from byte 0 to 11 "
                                               "that begins in this line; nothing was read" },
    { START PLACED("\"bytes\": [[1, 7, 0]]"), "articles/0/blocks/0/bytes/0: the source has no text from byte 7 to 0 "
                                              "that begins in this line; nothing was read" },
    { START PLACED("\"bytes\": [[1, 0]]"),
      "articles/0/blocks/0/bytes/0: [line, from, to] was expected; nothing was read" },
    { START PLACED("\"bytes\": [[1, 0, 7]]"),
      "articles/0/blocks/0/text: the characters of the text are not those of its lines; nothing was read" },
    { START ", \"articles\": [{\"confidence\": 97}]}",
      "articles/0/confidence: a number from 0 to 1 was expected; nothing was read" },
    { START ", \"articles\": [{\"blocks\": [{\"type\": \"figure\"}]}]}",
      "articles/0/blocks/0/caption: it is missing; nothing was read" },
    { START "}", "articles: it is missing; nothing was read" },
    { START ", \"images\": [{}]}", "images/0/name: it is missing; nothing was read" },
    { START ", \"images\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}",
      "images/1: there are two pictures \"a\"; nothing was read" },
    { START ", \"images\": [{\"name\": \"a\", \"bytes\": \"AAA\"}]}",
      "images/0/bytes: bytes in base64 were expected; nothing was read" },
    { START ", \"images\": [{\"name\": \"a\", \"bytes\": \"AA=A\"}]}",
      "images/0/bytes: bytes in base64 were expected; nothing was read" },
    { START ", \"images\": [{\"name\": \"a\", \"bytes\": \"AB==\"}]}",
      "images/0/bytes: bytes in base64 were expected; nothing was read" },
    { START ", \"images\": [{\"name\": \"a\", \"bytes\": 7}]}",
      "images/0/bytes: bytes in base64 were expected; nothing was read" },
};

/* ticks json.refuses, json.law */
static void refuses_in_these_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        galley_findings *findings = galley_findings_new();
        galley_status status;
        assert_null(issue_read(galley_slice_of(refused[i].json), findings, &status));
        assert_int_equal(status, GALLEY_FORMAT);
        assert_int_equal(galley_findings_kept(findings), 1);
        const galley_finding *finding = galley_findings_at(findings, 0);
        assert_int_equal(finding->level, GALLEY_FATAL);
        assert_string_equal(finding->place.file, "an issue.json");
        assert_string_equal(finding->text, refused[i].words);
        galley_findings_drop(findings);
    }
}

/* ticks json.refuses */
static void a_syntax_error_has_a_place(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_status status;
    assert_null(issue_read(galley_slice_of("{\n \"format\" 1}"), findings, &status));
    assert_string_equal(galley_findings_at(findings, 0)->code, "json.syntax");
    assert_int_equal(galley_findings_at(findings, 0)->place.line, 2);
    assert_in_range(galley_findings_at(findings, 0)->place.column, 9, 12);
    galley_findings_drop(findings);
}

/* ticks json.refuses */
static void refuses_deep_nesting(void **state)
{
    (void)state;
    static char deep[100000];
    memset(deep, '[', sizeof deep);
    galley_findings *findings = galley_findings_new();
    galley_status status;
    assert_null(issue_read((galley_slice){ deep, sizeof deep }, findings, &status));
    assert_int_equal(status, GALLEY_FORMAT);
    galley_findings_drop(findings);
}

/* Deeper than the model allows. */
static void refuses_marks_within_marks(void **state)
{
    (void)state;
    for (int depth = GALLEY_MARK_DEPTH; depth <= GALLEY_MARK_DEPTH + 1; depth++) {
        galley_buffer json = { 0 };
        galley_buffer_put(&json,
                          START ", \"articles\": [{\"headline\": \"甲乙\", \"sources\": {\"headline\": {\"marks\": [");
        for (int i = 0; i < depth; i++)
            galley_buffer_print(&json, "%s{\"type\": \"strong\", \"from\": 0, \"to\": 2}", i ? ", " : "");
        galley_buffer_put(&json, "]}}}]}");
        galley_status status;
        galley_issue *issue = issue_read(galley_buffer_slice(&json), NULL, &status);
        assert_int_equal(status, depth > GALLEY_MARK_DEPTH ? GALLEY_FORMAT : GALLEY_OK);
        if (issue)
            assert_int_equal(issue->articles.items[0]->headline.mark_count, depth);
        galley_issue_drop(issue);
        galley_buffer_drop(&json);
    }
}

/* ticks json.refuses */
static void unknown_members_are_told(void **state)
{
    static const char json[] = START ", \"new\": 1, \"issue\": {\"weather\": \"fine\"}, \"articles\": [{\"headline\": "
                                     "\"a\", \"mood\": 3, \"blocks\": [{\"text\": \"b\", \"rows\": []}]}]}";
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_status status;
    galley_issue *issue = issue_read(galley_slice_of(json), findings, &status);
    assert_non_null(issue);
    assert_int_equal(galley_findings_count_code(findings, "json.unknown"), 4);
    assert_int_equal(galley_findings_count(findings, GALLEY_UNSURE), 4);
    assert_string_equal(galley_findings_at(findings, 3)->text,
                        "articles/0/blocks/0: the member \"rows\" is not known to this version and was left out");
    galley_issue_drop(issue);
    galley_findings_drop(findings);
}

/* ticks json.fields */
static void reads_what_was_written_by_hand(void **state)
{
    static const char json[] =
        "\xef\xbb\xbf" START ", \"pages\": [{\"number\": \"A1\"}, {\"id\": \"back\"}], \"articles\": ["
        "{\"pages\": [\"back\"], \"headline\": \"乙\", \"blocks\": [{\"type\": \"table\", \"rows\": [[\"a\"], [\"b\", "
        "\"c\"]]}]},"
        "{\"headline\": \" 甲 \", \"byline\": \"记 者\", \"sources\": {\"byline\": {\"copy\": true}}, "
        "\"blocks\": [{\"text\": \"某某记者报道\"}]}], \"furniture\": [{\"text\": \"7\", \"page\": \"back\"}]}";
    (void)state;
    galley_status status;
    galley_issue *issue = issue_read(galley_slice_of(json), NULL, &status);
    assert_non_null(issue);
    assert_int_equal(galley_law_check(issue, NULL, NULL), GALLEY_OK);
    assert_int_equal(issue->lines.count, 7);
    assert_int_equal(issue->pages.items[0].line_count, 2);
    assert_true(galley_slice_is(issue->pages.items[0].source, ""));
    assert_true(galley_slice_is(issue->lines.items[0].text, "甲"));
    assert_true(galley_slice_is(issue->articles.items[0]->id, "a1"));
    assert_int_equal(issue->articles.items[0]->page, 1);
    assert_int_equal(issue->articles.items[0]->blocks.items[0].item_count, 4);
    assert_int_equal(issue->articles.items[0]->blocks.items[0].columns, 2);
    const galley_text *byline = &issue->articles.items[1]->byline;
    assert_true(byline->copy);
    assert_int_equal(byline->span_count, 1);
    assert_int_equal(byline->spans[0].line, 1);
    assert_int_equal(byline->spans[0].from, 6);
    assert_int_equal(byline->spans[0].to, 12);
    galley_issue_drop(issue);
}

static void the_probe_knows_its_own(void **state)
{
    static const struct {
        const char *bytes;
        int sure;
    } rows[] = {
        { START "}", 100 },
        { "\xef\xbb\xbf\n{ \"issue\": {}, \"format\" : \"galley-issue\" }", 100 },
        { "{\"format\": \"other\"}", 10 },
        { "{\"a\": \"format\"}", 10 },
        { "{}", 10 },
        { "[1]", 0 },
        { "[{}]", 5 },
        { "[提要] galley-issue", 0 },
        { "{本报讯", 0 },
        { "", 0 },
        { "  ", 0 },
        { "\"format\": \"galley-issue\"", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(json_probe(galley_slice_of(rows[i].bytes), true, "x"), rows[i].sure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_in_these_words),   cmocka_unit_test(a_syntax_error_has_a_place),
        cmocka_unit_test(refuses_deep_nesting),     cmocka_unit_test(refuses_marks_within_marks),
        cmocka_unit_test(unknown_members_are_told), cmocka_unit_test(reads_what_was_written_by_hand),
        cmocka_unit_test(the_probe_knows_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
