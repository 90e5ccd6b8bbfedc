/* SPDX-License-Identifier: MIT
 * Lowering: what is rewritten keeps its characters and its spans; what goes is told. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/galley.h>

/* One line of facts for each text, so that the law can be asked afterwards. */
static galley_text text_of(galley_issue *issue, const char *words)
{
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    *span = (galley_span){ .line = (uint32_t)issue->lines.count, .to = (uint32_t)strlen(words) };
    galley_issue_add_line(issue, galley_slice_of(words), span->line + 1, span->line + 1);
    return (galley_text){ .text = galley_slice_of(words), .spans = span, .span_count = 1 };
}

static galley_issue *issue_with_everything(void)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->kicker = text_of(issue, "Kicker");
    article->headline = text_of(issue, "Headline");
    *galley_article_add_subheadline(issue, article) = text_of(issue, "Subheadline");
    galley_text *cells = galley_arena_array(issue->arena, 3, sizeof *cells);
    cells[0] = text_of(issue, "a");
    cells[1] = text_of(issue, "b c");
    cells[2] = text_of(issue, "d");
    galley_block *table = galley_article_add_block(issue, article, GALLEY_TABLE);
    table->items = cells;
    table->item_count = 3;
    table->columns = 2;
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = text_of(issue, "Caption");
    figure->credit = text_of(issue, "Credit");
    galley_issue_add_furniture(issue, GALLEY_FOLIO, text_of(issue, "1"));
    galley_article_add_evidence(issue, article, 1, "because");
    return issue;
}

typedef struct fixture {
    galley_issue *issue;
    galley_findings *findings;
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    assert_non_null(fix);
    fix->issue = issue_with_everything();
    fix->findings = galley_findings_new();
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_findings_drop(fix->findings);
    galley_issue_drop(fix->issue);
    free(fix);
    return 0;
}

/* For a format that cannot say some things: its article then; the law holds before and after. */
static const galley_article *lower(fixture *fix, unsigned cannot)
{
    const galley_format format = { .size = sizeof format, .id = "poor", .cannot = cannot };
    assert_int_equal(galley_law_check(fix->issue, fix->findings, NULL), GALLEY_OK);
    assert_int_equal(galley_lower(fix->issue, &format, fix->findings), GALLEY_OK);
    assert_int_equal(galley_law_check(fix->issue, fix->findings, NULL), GALLEY_OK);
    return fix->issue->articles.items[0];
}

static void assert_block(const galley_article *article, size_t index, const char *words)
{
    assert_true(index < article->blocks.count);
    assert_int_equal(article->blocks.items[index].type, GALLEY_PARAGRAPH);
    assert_true(galley_slice_is(article->blocks.items[index].text.text, words));
}

static void tables_become_rows(void **state)
{
    fixture *fix = *state;
    const galley_article *article = lower(fix, GALLEY_NO_TABLES);
    assert_int_equal(article->blocks.count, 3);
    assert_block(article, 0, "a b c");
    assert_block(article, 1, "d");
    assert_int_equal(article->blocks.items[0].text.span_count, 2);
    assert_int_equal(galley_findings_count_code(fix->findings, "lower.tables"), 1);
}

static void figures_become_words(void **state)
{
    fixture *fix = *state;
    const galley_article *article = lower(fix, GALLEY_NO_FIGURES);
    assert_int_equal(article->blocks.count, 3);
    assert_block(article, 1, "Caption");
    assert_block(article, 2, "Credit");
    assert_int_equal(galley_findings_count_code(fix->findings, "lower.figures"), 1);
}

static void heads_become_paragraphs_in_front(void **state)
{
    fixture *fix = *state;
    const galley_article *article = lower(fix, GALLEY_NO_HEAD_PARTS);
    assert_int_equal(article->blocks.count, 4);
    assert_block(article, 0, "Kicker");
    assert_block(article, 1, "Subheadline");
    assert_int_equal(article->kicker.text.length, 0);
    assert_int_equal(article->subheadlines.count, 0);
}

static void what_goes_is_told_with_its_count(void **state)
{
    fixture *fix = *state;
    lower(fix, GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_LOST), 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(galley_findings_at(fix->findings, i)->place.file, "a.txt");
    assert_non_null(strstr(galley_findings_at(fix->findings, 1)->text, "(9)"));
}

static void who_can_say_all_hears_nothing(void **state)
{
    fixture *fix = *state;
    const galley_article *article = lower(fix, 0);
    assert_int_equal(galley_findings_kept(fix->findings), 0);
    assert_int_equal(article->blocks.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define ON_ISSUE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        ON_ISSUE(tables_become_rows),
        ON_ISSUE(figures_become_words),
        ON_ISSUE(heads_become_paragraphs_in_front),
        ON_ISSUE(what_goes_is_told_with_its_count),
        ON_ISSUE(who_can_say_all_hears_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
