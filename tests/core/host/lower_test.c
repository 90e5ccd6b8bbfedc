/* SPDX-License-Identifier: MIT
 * Lowering: what is rewritten keeps its characters and its spans; what goes is told. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

static galley_findings *lower(galley_issue *issue, unsigned cannot)
{
    galley_findings *findings = galley_findings_new();
    const galley_format format = { .size = sizeof format, .id = "poor", .cannot = cannot };
    assert_int_equal(galley_law_check(issue, findings, NULL), GALLEY_OK);
    assert_int_equal(galley_lower(issue, &format, findings), GALLEY_OK);
    assert_int_equal(galley_law_check(issue, findings, NULL), GALLEY_OK);
    return findings;
}

static void assert_block(const galley_article *article, size_t index, const char *words)
{
    assert_true(index < article->blocks.count);
    assert_int_equal(article->blocks.items[index].type, GALLEY_PARAGRAPH);
    assert_true(galley_slice_is(article->blocks.items[index].text.text, words));
}

static void tables_become_rows(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = lower(issue, GALLEY_NO_TABLES);
    const galley_article *article = issue->articles.items[0];
    assert_int_equal(article->blocks.count, 3);
    assert_block(article, 0, "a b c");
    assert_block(article, 1, "d");
    assert_int_equal(article->blocks.items[0].text.span_count, 2);
    assert_int_equal(galley_findings_count_code(findings, "lower.tables"), 1);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void figures_become_words(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = lower(issue, GALLEY_NO_FIGURES);
    assert_block(issue->articles.items[0], 1, "Caption");
    assert_block(issue->articles.items[0], 2, "Credit");
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void heads_become_paragraphs_in_front(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = lower(issue, GALLEY_NO_HEAD_PARTS);
    const galley_article *article = issue->articles.items[0];
    assert_int_equal(article->blocks.count, 4);
    assert_block(article, 0, "Kicker");
    assert_block(article, 1, "Subheadline");
    assert_int_equal(article->kicker.text.length, 0);
    assert_int_equal(article->subheadlines.count, 0);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void what_goes_is_told_with_its_count(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = lower(issue, GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE);
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(galley_findings_at(findings, i)->place.file, "a.txt");
    assert_non_null(strstr(galley_findings_at(findings, 1)->text, "(9)"));
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void who_can_say_all_hears_nothing(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_everything();
    galley_findings *findings = lower(issue, 0);
    assert_int_equal(galley_findings_kept(findings), 0);
    assert_int_equal(issue->articles.items[0]->blocks.count, 2);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_become_rows),
        cmocka_unit_test(figures_become_words),
        cmocka_unit_test(heads_become_paragraphs_in_front),
        cmocka_unit_test(what_goes_is_told_with_its_count),
        cmocka_unit_test(who_can_say_all_hears_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
