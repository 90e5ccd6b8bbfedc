/* SPDX-License-Identifier: MIT
 * Ids rise although those of the model do not; a line belongs to the first article on it. */
#include "formats/json/lines.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const uint32_t given[] = { 1, 1, 2, 7, 6 }, wanted[] = { 1, 2, 3, 7, 8 };
#define LINES (sizeof given / sizeof *given)

static galley_issue *five_lines(void)
{
    galley_issue *issue = galley_issue_new(0);
    assert_non_null(issue);
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    for (size_t i = 0; i < LINES; i++)
        galley_issue_add_line(issue, galley_slice_of("甲"), given[i], given[i]);
    return issue;
}

static void ids_rise(void **state)
{
    (void)state;
    galley_issue *issue = five_lines();
    const uint32_t *ids = galley_json_line_ids(issue->arena, issue);
    assert_non_null(ids);
    for (size_t i = 0; i < LINES; i++)
        assert_int_equal(ids[i], wanted[i]);
    galley_issue_drop(issue);
}

static void put(galley_issue *issue, galley_text *text, uint32_t line, bool copy)
{
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    assert_non_null(span);
    *span = (galley_span){ line, 0, 3 };
    *text = (galley_text){ .text = galley_slice_of("甲"), .spans = span, .span_count = 1, .copy = copy };
}

static void the_first_article_owns_a_line(void **state)
{
    (void)state;
    galley_issue *issue = five_lines();
    galley_article *first = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_article *second = galley_issue_add_article(issue, GALLEY_NEWS);
    put(issue, &first->headline, 1, false);
    put(issue, &first->byline, 4, true);
    put(issue, &second->headline, 1, false);
    put(issue, &second->kicker, 3, false);
    put(issue, &galley_article_add_block(issue, second, GALLEY_PARAGRAPH)->text, 4, false);
    static const uint32_t owner[] = { GALLEY_NONE, 0, GALLEY_NONE, 1, 1 };
    const uint32_t *owners = galley_json_owners(issue->arena, issue);
    assert_non_null(owners);
    for (size_t i = 0; i < LINES; i++)
        assert_int_equal(owners[i], owner[i]);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_rise),
        cmocka_unit_test(the_first_article_owns_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
