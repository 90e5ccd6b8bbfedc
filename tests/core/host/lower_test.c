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

/* Each of these with its count, in the order of the rows. */
static void is_told(const fixture *fix, size_t index, const char *code, const char *count)
{
    assert_string_equal(galley_findings_at(fix->findings, index)->code, code);
    assert_non_null(strstr(galley_findings_at(fix->findings, index)->text, count));
}

static void pictures_marks_and_levels_go(void **state)
{
    static const galley_mark marks[] = { { 0, 4, GALLEY_STRONG, { "", 0 } }, { 5, 8, GALLEY_EMPHASIS, { "", 0 } } };
    fixture *fix = *state;
    galley_article *of = fix->issue->articles.items[0];
    of->headline.marks = marks;
    of->headline.mark_count = 2;
    of->language = galley_slice_of("de");
    of->blocks.items[1].image = galley_slice_of("a.png");
    of->blocks.items[0].image = galley_slice_of("nowhere.png");
    of->blocks.items[0].level = 2;
    of->blocks.items[1].level = 1;
    galley_issue_add_image(fix->issue, galley_slice_of("a.png"));
    const galley_article *article = lower(fix, GALLEY_NO_IMAGES | GALLEY_NO_MARKS | GALLEY_NO_LEVELS);
    assert_int_equal(galley_findings_kept(fix->findings), 3);
    is_told(fix, 0, "lower.images", "(2)");
    is_told(fix, 1, "lower.marks", "(3)");
    is_told(fix, 2, "lower.levels", "(1)");
    assert_int_equal(article->headline.mark_count, 0);
    assert_int_equal(article->language.length, 0);
    assert_int_equal(article->blocks.items[1].image.length, 0);
    assert_int_equal(article->blocks.items[0].level, 0);
    assert_int_equal(fix->issue->images.count, 0);
}

static void copies_stand_in_the_text_only(void **state)
{
    fixture *fix = *state;
    galley_article *of = fix->issue->articles.items[0];
    of->byline = of->blocks.items[1].text;
    of->byline.copy = true;
    const galley_article *article = lower(fix, GALLEY_NO_COPIES);
    is_told(fix, 0, "lower.copies", "(1)");
    assert_int_equal(article->byline.text.length, 0);
    assert_int_equal(article->blocks.items[1].text.text.length, strlen("Caption"));
}

static void what_is_known_is_counted(void **state)
{
    fixture *fix = *state;
    galley_article *of = fix->issue->articles.items[0];
    of->id = fix->issue->meta.title = fix->issue->meta.date = fix->issue->meta.edition = galley_slice_of("x");
    of->confidence = 0.5f;
    lower(fix, GALLEY_NO_CONFIDENCE | GALLEY_NO_IDS | GALLEY_NO_PAGES | GALLEY_NO_META | GALLEY_NO_DETAILS);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_LOST), 5);
    is_told(fix, 0, "lower.confidence", "(1)");
    is_told(fix, 1, "lower.ids", "(1)");
    is_told(fix, 2, "lower.pages", "(1)");
    is_told(fix, 3, "lower.meta", "(2)");
    is_told(fix, 4, "lower.details", "(1)");
}

/* A mark keeps to its words when they become a part of a row. */
static void marks_go_with_their_cells(void **state)
{
    static const galley_mark mark = { 2, 3, GALLEY_STRONG, { "", 0 } };
    fixture *fix = *state;
    galley_text *cells = (galley_text *)fix->issue->articles.items[0]->blocks.items[0].items;
    cells[1].marks = &mark;
    cells[1].mark_count = 1;
    const galley_text *row = &lower(fix, GALLEY_NO_TABLES)->blocks.items[0].text;
    assert_int_equal(row->mark_count, 1);
    assert_int_equal(row->marks[0].from, strlen("a b "));
    assert_int_equal(row->marks[0].to, strlen("a b c"));
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
        ON_ISSUE(pictures_marks_and_levels_go),
        ON_ISSUE(copies_stand_in_the_text_only),
        ON_ISSUE(what_is_known_is_counted),
        ON_ISSUE(marks_go_with_their_cells),
        ON_ISSUE(who_can_say_all_hears_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
