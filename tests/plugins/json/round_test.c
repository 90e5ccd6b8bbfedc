/* SPDX-License-Identifier: MIT
 * There and back: the model as it was, and the same bytes. */
#include "tests/plugins/json/issues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>
#include <jansson.h>

static void assert_lawful(const galley_issue *issue)
{
    galley_findings *findings = galley_findings_new();
    if (galley_law_check(issue, findings, NULL) != GALLEY_OK) {
        const galley_finding *first = galley_findings_at(findings, 0);
        fail_msg("line %u:%u: %s", first->place.line, first->place.column, first->text);
    }
    galley_findings_drop(findings);
}

static void assert_same_bytes(galley_sink *a, galley_sink *b)
{
    galley_slice first = galley_sink_bytes(a), second = galley_sink_bytes(b);
    size_t at = 0;
    while (at < first.length && at < second.length && first.text[at] == second.text[at])
        at++;
    if (!galley_slice_equal(first, second))
        fail_msg("they part at byte %zu: %.80s | %.80s", at, first.text + at, second.text + at);
}

/* JSON -> model -> JSON; one option may be set. */
static galley_issue *go_round_with(const galley_issue *issue, const char *name, const char *value)
{
    galley_findings *findings = galley_findings_new();
    galley_status status;
    galley_sink *first = made_written(issue, name, value, NULL);
    galley_issue *back = issue_read(galley_sink_bytes(first), findings, &status);
    if (!back)
        fail_msg("%s\n%.*s", galley_findings_at(findings, 0)->text, GALLEY_SHOW(galley_sink_bytes(first)));
    assert_int_equal(galley_findings_kept(findings), 0);
    assert_true(back->has_readings);
    assert_lawful(back);
    galley_sink *second = made_written(back, name, value, NULL);
    assert_same_bytes(first, second);
    galley_sink_drop(first);
    galley_sink_drop(second);
    galley_findings_drop(findings);
    return back;
}

static galley_issue *go_round(const galley_issue *issue, const char *off)
{
    return go_round_with(issue, off, "no");
}

/* ticks json.round-trip, json.fields */
static void comes_back_as_it_was(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    assert_lawful(issue);
    galley_issue *back = go_round_with(issue, "images", "yes");
    assert_same_issue(issue, back);
    galley_issue_drop(back);
    galley_issue_drop(go_round(issue, NULL));
    galley_issue_drop(go_round(issue, "repairs"));
    galley_issue_drop(issue);
}

/* ticks json.round-trip */
static void any_issue_comes_back(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 2000; seed++) {
        galley_issue *issue = issue_at_random(seed);
        assert_lawful(issue);
        galley_issue *back = go_round_with(issue, "images", "yes");
        assert_same_issue(issue, back);
        galley_issue_drop(back);
        galley_issue_drop(issue);
    }
}

/* The lines of a random issue, as if each stood in a file behind the one before. */
static void put_in_files(galley_issue *issue)
{
    for (size_t i = 0; i < issue->lines.count; i++) {
        galley_line *line = &issue->lines.items[i], *before = i ? line - 1 : NULL;
        bool goes_on = before && galley_slice_equal(galley_line_page(issue, (uint32_t)i)->source,
                                                    galley_line_page(issue, (uint32_t)i - 1)->source);
        line->number = goes_on ? before->number + 1 + line->blank_before : 1 + line->blank_before;
        line->offset = goes_on ? before->offset + before->text.length + 1 + line->blank_before : 3;
    }
}

/* ticks json.round-trip, json.offsets */
static void comes_back_with_offsets_in_bytes(void **state)
{
    (void)state;
    static const char *const offsets[] = { "bytes", "both" };
    for (uint32_t seed = 0; seed < 1000; seed++) {
        galley_issue *issue = issue_at_random(seed);
        if (seed % 4)
            put_in_files(issue);
        galley_issue *back = go_round_with(issue, "offsets", offsets[seed % 2]);
        galley_issue_drop(back);
        galley_issue_drop(issue);
    }
}

#define DUMP "渡口 pier \n\n  （记者 林小满）渡口码\n头 1 日。（下转二版）\n尾\n"

static void assert_stands_at(json_t *source, const char *text)
{
    galley_buffer found = { 0 };
    json_t *bytes = json_object_get(source, "bytes");
    for (size_t i = 0; i < json_array_size(bytes); i++) {
        json_t *run = json_array_get(bytes, i);
        size_t from = (size_t)json_integer_value(json_array_get(run, 1));
        size_t to = (size_t)json_integer_value(json_array_get(run, 2));
        assert_true(from < to && to < sizeof DUMP);
        for (; from < to; from++)
            if (DUMP[from] != ' ' && DUMP[from] != '\n')
                galley_buffer_byte(&found, DUMP[from]);
    }
    assert_true(galley_slice_is(galley_buffer_slice(&found), text));
    galley_buffer_drop(&found);
}

/* ticks json.offsets */
static void bytes_are_those_of_the_source(void **state)
{
    static const char json[] =
        "{\"format\": \"galley-issue\", \"version\": 1, \"pages\": [{\"source\": \"a.txt\", \"zones\": [{\"lines\": "
        "[\"渡口 pier \"]}, {\"lines\": [\"  （记者 林小满）渡口码\", \"头 1 日。（下转二版）\", \"尾\"]}]}], "
        "\"articles\": "
        "[{\"headline\": \"渡口pier\", \"byline\": \"记者 林小满\", \"sources\": {\"headline\": {\"lines\": [[1, 1]]}, "
        "\"byline\": {\"copy\": true, \"spans\": [[3, 3, 9]]}}, \"blocks\": [{\"text\": "
        "\"（记者林小满）渡口码头1日。\", "
        "\"spans\": [[3, 3], [4, 0, 6]]}]}], \"furniture\": [{\"text\": \"（下转二版）\", \"spans\": [[4, 6, 12]]}, "
        "{\"text\": \"尾\", \"line\": 5}]}";
    (void)state;
    galley_status status;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = issue_read(galley_slice_of(json), findings, &status);
    assert_non_null(issue);
    galley_sink *sink = made_written(issue, "offsets", "bytes", findings);
    assert_int_equal(galley_findings_kept(findings), 0);
    galley_slice bytes = galley_sink_bytes(sink);
    assert_int_equal(galley_slice_find(bytes, galley_slice_of("\"spans\""), 0), SIZE_MAX);
    json_t *root = json_loadb(bytes.text, bytes.length, 0, NULL);
    json_t *article = json_array_get(json_object_get(root, "articles"), 0),
           *sources = json_object_get(article, "sources");
    json_t *furniture = json_object_get(root, "furniture");
    assert_stands_at(json_object_get(sources, "headline"), "渡口pier");
    assert_stands_at(json_object_get(sources, "byline"), "记者林小满");
    assert_stands_at(json_array_get(json_object_get(article, "blocks"), 0), "（记者林小满）渡口码头1日。");
    assert_stands_at(json_array_get(furniture, 0), "（下转二版）");
    assert_stands_at(json_array_get(furniture, 1), "尾");
    json_decref(root);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* The lines of a file in GB18030 begin where fewer bytes have gone by than they have in UTF-8. */
static void another_encoding_has_no_bytes_to_tell(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    for (uint32_t i = 0; i < 2; i++) {
        galley_issue_add_line(issue, galley_slice_of("甲乙"), i + 1, i + 1)->offset = i * 5;
        galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
            issue_text(issue, i ? "乙" : "甲", &(galley_span){ i, i * 3, i * 3 + 3 }, 1);
    }
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = made_written(issue, "offsets", "bytes", findings);
    assert_int_equal(galley_findings_count_code(findings, "json.bytes"), 1);
    assert_int_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of("\"bytes\""), 0), SIZE_MAX);
    assert_int_not_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of("\"spans\": [[2, 1, 2]]"), 0),
                         SIZE_MAX);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ticks json.reasons */
static void repairs_name_their_article(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    issue->articles.items[0]->id = galley_slice_of("the first");
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    galley_buffer other = { 0 };
    static const char *const words = "\"kind\": \"justified-line\", \"line\": 7, \"article\": \"the first\", ";
    galley_slice bytes = galley_sink_bytes(sink);
    size_t at = galley_slice_find(bytes, galley_slice_of(words), 0);
    assert_int_not_equal(at, SIZE_MAX);
    size_t name = galley_slice_find(bytes, galley_slice_of("the first"), at);
    galley_buffer_add(&other, galley_slice_part(bytes, 0, name));
    galley_buffer_put(&other, "another");
    galley_buffer_add(&other, galley_slice_part(bytes, name + strlen("the first"), bytes.length));
    galley_findings *findings = galley_findings_new();
    galley_status status;
    galley_issue *back = issue_read(galley_buffer_slice(&other), findings, &status);
    assert_non_null(back);
    assert_int_equal(galley_findings_count_code(findings, "json.article"), 1);
    galley_sink *again = made_written(back, NULL, NULL, NULL);
    assert_same_bytes(sink, again);
    galley_sink_drop(again);
    galley_sink_drop(sink);
    galley_buffer_drop(&other);
    galley_findings_drop(findings);
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

static void bytes_of_pictures_left_out_are_told(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = made_written(issue, NULL, NULL, findings);
    assert_int_equal(galley_findings_count_code(findings, "json.images"), 1);
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 1);
    assert_int_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of("\"bytes\""), 0), SIZE_MAX);
    galley_sink_drop(sink);
    sink = made_written(issue, "images", "yes", findings);
    assert_int_equal(galley_findings_count_code(findings, "json.images"), 1);
    assert_int_not_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of("\"/9gA/w==\""), 0), SIZE_MAX);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* A number that is not the place of its page was given; the writer says what differs from that. */
static void numbers_are_given_or_counted(void **state)
{
    static const char json[] = "{\"format\": \"galley-issue\", \"version\": 1, \"articles\": [], \"pages\": ["
                               "{}, {\"number\": \"2\"}, {\"number\": \"A3\"}, {\"number\": \"4\", "
                               "\"number_given\": true}, {\"number\": \"9\", \"number_given\": false}]}";
    static const bool given[] = { false, false, true, true, false };
    (void)state;
    galley_status status;
    galley_issue *issue = issue_read(galley_slice_of(json), NULL, &status);
    assert_non_null(issue);
    galley_issue *back = go_round(issue, NULL);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        assert_int_equal(issue->pages.items[i].number_given, given[i]);
        assert_int_equal(back->pages.items[i].number_given, given[i]);
    }
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

/* Without facts the texts stay; facts are made for them that round trip like others. */
/* ticks json.round-trip */
static void texts_without_facts_get_some(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 500; seed++) {
        galley_issue *issue = seed ? issue_at_random(seed) : issue_with_everything();
        galley_sink *sink = made_written(issue, "facts", "no", NULL);
        galley_status status;
        galley_issue *made = issue_read(galley_sink_bytes(sink), NULL, &status);
        assert_non_null(made);
        assert_lawful(made);
        assert_int_equal(made->articles.count, issue->articles.count);
        galley_issue *again = go_round(made, NULL);
        assert_same_issue(made, again);
        galley_sink_drop(sink);
        galley_issue_drop(again);
        galley_issue_drop(made);
        galley_issue_drop(issue);
    }
}

static void facts_left_out_are_told(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = made_written(issue, "facts", "no", findings);
    assert_int_equal(galley_findings_count_code(findings, "json.facts"), 1);
    assert_int_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of("\"lines\""), 0), SIZE_MAX);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* Where a line is split by a page break, its two halves have one id; they get two. */
/* ticks json.ids */
static void line_ids_rise(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    static const char *const texts[] = { "甲", "乙" };
    for (uint32_t i = 0; i < 2; i++) {
        galley_issue_add_page(issue, galley_slice_of("a.txt"));
        galley_issue_add_zone(issue);
        galley_issue_add_line(issue, galley_slice_of(texts[i]), 1, 1);
        galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text =
            issue_text(issue, texts[i], &(galley_span){ i, 0, 0 }, 1);
    }
    galley_issue *back = go_round(issue, NULL);
    assert_int_equal(back->lines.items[0].id, 1);
    assert_int_equal(back->lines.items[1].id, 2);
    assert_int_equal(back->lines.items[1].number, 1);
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

/* What the scorer and the design count on. */
/* ticks json.fields, json.offsets */
static void has_the_members_that_others_read(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    galley_slice bytes = galley_sink_bytes(sink);
    json_t *root = json_loadb(bytes.text, bytes.length, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    const char *kind = NULL, *headline = NULL, *text = NULL, *credit = NULL, *page = NULL, *jump = NULL;
    int line = 0, first = 0, last = 0;
    assert_int_equal(json_unpack(root, "{s:[{s:s, s:s, s:[s], s:[{s:s, s:[[i,i]]}]}]}", "articles", "kind", &kind,
                                 "headline", &headline, "pages", &page, "blocks", "text", &text, "lines", &first,
                                 &last),
                     0);
    assert_string_equal(kind, "news");
    assert_string_equal(page, "p1");
    assert_int_equal(first, 8);
    assert_int_equal(last, 9);
    json_t *figure = json_array_get(json_object_get(json_array_get(json_object_get(root, "articles"), 2), "blocks"), 0);
    assert_int_equal(json_unpack(figure, "{s:s}", "credit", &credit), 0);
    assert_string_equal(credit, "某某 摄");
    assert_int_equal(json_unpack(root, "{s:[{s:s, s:i}]}", "furniture", "text", &jump, "line", &line), 0);
    assert_string_equal(jump, "上接第一版");
    assert_int_equal(line, 12);
    json_decref(root);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),
        cmocka_unit_test(any_issue_comes_back),
        cmocka_unit_test(comes_back_with_offsets_in_bytes),
        cmocka_unit_test(bytes_are_those_of_the_source),
        cmocka_unit_test(another_encoding_has_no_bytes_to_tell),
        cmocka_unit_test(repairs_name_their_article),
        cmocka_unit_test(texts_without_facts_get_some),
        cmocka_unit_test(facts_left_out_are_told),
        cmocka_unit_test(bytes_of_pictures_left_out_are_told),
        cmocka_unit_test(numbers_are_given_or_counted),
        cmocka_unit_test(line_ids_rise),
        cmocka_unit_test(has_the_members_that_others_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
