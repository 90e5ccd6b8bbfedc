/* SPDX-License-Identifier: MIT
 * One article to the byte, and then any issue: every line is an object that stands alone
 * and has each character of its article. */
#include "tests/plugins/json/issues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <jansson.h>

static galley_text text_on(galley_issue *issue, uint32_t line, uint32_t from, uint32_t to)
{
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    assert_non_null(span);
    *span = (galley_span){ line, from, to };
    return (galley_text){ .text = galley_slice_part(issue->lines.items[line].text, from, to),
                          .spans = span,
                          .span_count = 1 };
}

static void add_lines(galley_issue *issue)
{
    static const char *const texts[] = { "渡口开放", "（记者 林小满）码头", "船\t价", "二等 3" };
    made_page(issue, "A1", "要闻");
    galley_issue_add_zone(issue);
    for (uint32_t i = 0; i < sizeof texts / sizeof *texts; i++)
        galley_issue_add_line(issue, galley_slice_of(texts[i]), 5 + i + i / 3, 5 + i + i / 3);
}

/* Two articles, of which the second goes on where the first ends. */
static galley_issue *two_articles(void)
{
    galley_issue *issue = made_empty("zh-Hans");
    static const galley_mark mark = { .from = 3, .to = 6, .type = GALLEY_EMPHASIS };
    issue->meta.id = galley_slice_of("wuyou-7");
    issue->meta.title = galley_slice_of("乌有日报");
    add_lines(issue);
    galley_article *first = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article *second = galley_issue_add_article(issue, GALLEY_NEWS);
    first->id = galley_slice_of("p1-l0005");
    second->id = galley_slice_of("p1-l0007");
    first->continued_in = 1;
    first->confidence = 0.75f;
    second->continues = 0;
    first->headline = text_on(issue, 0, 0, 12);
    first->byline = text_on(issue, 1, 3, 19);
    first->byline.copy = true;
    galley_block *block = galley_article_add_block(issue, first, GALLEY_PARAGRAPH);
    block->text = text_on(issue, 1, 0, 28);
    block->text.marks = &mark;
    block->text.mark_count = 1;
    galley_repair_record *record = galley_issue_add_repair(issue, "spacing", "justified-line", 1, 0.5f);
    record->before = galley_slice_of("码 头");
    record->after = galley_slice_of("码头");
    record->why = "spaces";
    galley_issue_add_repair(issue, "words", "issue", GALLEY_NONE, 1);
    block = galley_article_add_block(issue, second, GALLEY_TABLE);
    static galley_text cells[2];
    cells[0] = text_on(issue, 2, 0, 7);
    cells[1] = text_on(issue, 3, 0, 8);
    block->items = cells;
    block->item_count = block->columns = 2;
    return issue;
}

/* ticks json.lines, json.reasons */
static void a_line_has_all_of_it(void **state)
{
    static const char line[] =
        "{\"format\": \"galley-article\", \"version\": 1, \"id\": \"wuyou-7/p1-l0005\", \"issue\": {\"id\": "
        "\"wuyou-7\", "
        "\"title\": \"乌有日报\", \"language\": \"zh-Hans\"}, \"kind\": \"news\", \"language\": \"zh-Hans\", "
        "\"headline\": \"渡口开放\", \"byline\": \"记者 林小满\", \"continued_in\": \"wuyou-7/p1-l0007\", \"pages\": "
        "[{\"id\": \"p1\", \"number\": \"A1\", \"section\": \"要闻\", \"source\": \"dumps/wuyou-0101.txt\"}], "
        "\"lines\": "
        "[[5, 6]], \"confidence\": 0.75, \"blocks\": [{\"type\": \"paragraph\", \"text\": \"（记者 林小满）码头\"}], "
        "\"marks\": [{\"in\": \"/blocks/0/text\", \"type\": \"emphasis\", \"from\": 1, \"to\": 2}], \"text\": "
        "\"渡口开放\\n（记者 林小满）码头\", \"joins\": [{\"pass\": \"spacing\", \"kind\": \"justified-line\", "
        "\"line\": 6, "
        "\"before\": \"码 头\", \"after\": \"码头\", \"confidence\": 0.5, \"why\": \"spaces\"}]}\n";
    (void)state;
    galley_issue *issue = two_articles();
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = made_written(issue, NULL, NULL, findings);
    galley_slice bytes = galley_sink_bytes(sink);
    assert_string_equal(galley_arena_print(issue->arena, "%.*s", (int)strlen(line), bytes.text), line);
    const char *rest = galley_arena_print(issue->arena, "%.*s", GALLEY_SHOW(bytes)) + strlen(line);
    assert_non_null(strstr(rest, "\"continues\": \"wuyou-7/p1-l0005\""));
    assert_non_null(strstr(rest, "\"lines\": [[7, 9]]"));
    assert_non_null(
        strstr(rest, "\"rows\": [[\"船\\t价\", \"二等 3\"]]}], \"text\": \"船 价\\t二等 3\", \"joins\": []}\n"));
    assert_int_equal(galley_findings_count_code(findings, "jsonl.joins"), 1);
    assert_int_equal(galley_findings_count_code(findings, "jsonl.facts"), 1);
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 2);
    galley_findings_drop(findings);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static void assert_lacks(const galley_issue *issue, const char *option, const char *member)
{
    galley_sink *sink = made_written(issue, option, "no", NULL);
    assert_int_equal(galley_slice_find(galley_sink_bytes(sink), galley_slice_of(member), 0), SIZE_MAX);
    galley_sink_drop(sink);
}

static void leaves_out_what_is_not_wanted(void **state)
{
    (void)state;
    galley_issue *issue = two_articles();
    assert_lacks(issue, "text", "\\n");
    assert_lacks(issue, "joins", "\"joins\"");
    galley_issue_drop(issue);
}

static void an_issue_without_articles_has_no_line(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    assert_int_equal(galley_sink_bytes(sink).length, 0);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static void bytes_of_pictures_are_told(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_findings *findings = galley_findings_new();
    galley_image *image = galley_issue_add_image(issue, galley_slice_of("a.png"));
    image->bytes = galley_slice_of("x");
    image->width = 7;
    image->alt_known = true;
    image->alt = galley_slice_of("a pier");
    galley_article *article = made_article(issue, GALLEY_PHOTO, 0, "");
    made_block(issue, article, GALLEY_FIGURE, "The pier.")->image = image->name;
    galley_sink *sink = made_written(issue, NULL, NULL, findings);
    assert_int_equal(galley_findings_count_code(findings, "jsonl.images"), 1);
    assert_int_not_equal(
        galley_slice_find(
            galley_sink_bytes(sink),
            galley_slice_of(
                "\"caption\": \"The pier.\", \"image\": {\"name\": \"a.png\", \"width\": 7, \"alt\": \"a pier\"}"),
            0),
        SIZE_MAX);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Any issue -------------------------------------------------------------- */

static void add_characters(galley_buffer *out, galley_slice text)
{
    const char *at = text.text, *end = galley_slice_end(text);
    while (at < end) {
        uint32_t code = galley_text_next(&at, end);
        if (!galley_code_space(code))
            galley_buffer_code(out, code);
    }
}

typedef struct gathering {
    galley_buffer text;
    size_t marks;
} gathering;

static void gather(void *state, const char *role, const galley_text *text)
{
    gathering *all = state;
    all->marks += text->mark_count;
    if (!text->copy && strcmp(role, "section") != 0)
        add_characters(&all->text, text->text);
}

/* What a JSON Pointer without escapes means. */
static json_t *resolve(json_t *at, const char *pointer)
{
    while (at && *pointer == '/') {
        size_t length = strcspn(++pointer, "/");
        at = json_is_array(at) ? json_array_get(at, strtoul(pointer, NULL, 10)) : json_object_getn(at, pointer, length);
        pointer += length;
    }
    return at;
}

static void assert_marks(json_t *line, size_t count)
{
    json_t *marks = json_object_get(line, "marks");
    assert_int_equal(json_array_size(marks), count);
    for (size_t i = 0; i < count; i++) {
        const char *in = NULL;
        int from = 0, to = 0;
        assert_int_equal(json_unpack(json_array_get(marks, i), "{s:s, s:i, s:i}", "in", &in, "from", &from, "to", &to),
                         0);
        json_t *text = resolve(line, in);
        assert_true(json_is_string(text));
        galley_slice held = { json_string_value(text), json_string_length(text) };
        assert_true(from < to && (size_t)to <= galley_text_length(held));
    }
}

static void assert_whole(const galley_article *article, galley_slice written)
{
    gathering all = { .marks = 0 };
    galley_buffer found = { 0 };
    json_t *line = json_loadb(written.text, written.length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    assert_non_null(line);
    galley_article_visit(article, gather, &all);
    json_t *text = json_object_get(line, "text");
    add_characters(&found, (galley_slice){ json_string_value(text), json_string_length(text) });
    assert_true(galley_slice_equal(galley_buffer_slice(&found), galley_buffer_slice(&all.text)));
    assert_int_equal(json_array_size(json_object_get(line, "blocks")), article->blocks.count);
    assert_marks(line, all.marks);
    galley_buffer_drop(&found);
    galley_buffer_drop(&all.text);
    json_decref(line);
}

/* ticks json.lines */
static void any_issue_is_whole_lines(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        galley_issue *issue = issue_at_random(seed);
        galley_sink *sink = made_written(issue, NULL, NULL, NULL);
        galley_slice bytes = galley_sink_bytes(sink);
        size_t at = 0;
        for (size_t i = 0; i < issue->articles.count; i++) {
            size_t end = galley_slice_find(bytes, galley_slice_of("\n"), at);
            assert_int_not_equal(end, SIZE_MAX);
            assert_whole(issue->articles.items[i], galley_slice_part(bytes, at, end));
            at = end + 1;
        }
        assert_int_equal(at, bytes.length);
        galley_sink_drop(sink);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_has_all_of_it),
        cmocka_unit_test(leaves_out_what_is_not_wanted),
        cmocka_unit_test(an_issue_without_articles_has_no_line),
        cmocka_unit_test(bytes_of_pictures_are_told),
        cmocka_unit_test(any_issue_is_whole_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
