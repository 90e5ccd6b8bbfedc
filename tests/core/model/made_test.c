/* SPDX-License-Identifier: MIT
 * Facts made for readings that came without: a line for each text, a zone for each
 * article, on its page; copies within the text that holds them; and the law. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/issue.h>
#include <galley/law.h>

#define S galley_slice_of

static galley_text words(const char *text, bool copy)
{
    return (galley_text){ .text = S(text), .copy = copy };
}

/* Two pages; the article of the second comes first. */
static galley_issue *bare_issue(void)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, S("book.epub"));
    galley_issue_add_page(issue, S("book.epub"));
    galley_article *back = galley_issue_add_article(issue, GALLEY_NEWS);
    back->page = 1;
    back->headline = words("  渡口  ", false);
    galley_article *front = galley_issue_add_article(issue, GALLEY_NEWS);
    front->byline = words("记者 林小满", true);
    front->credit = words("nobody", true);
    galley_article_add_block(issue, front, GALLEY_PARAGRAPH)->text = words("本报讯（记者林小满）江水涨了。", false);
    galley_issue_add_furniture(issue, GALLEY_FOLIO, words("2", false));
    return issue;
}

static void each_text_is_a_line_of_its_page(void **state)
{
    static const uint32_t pages[] = { 1 };
    (void)state;
    galley_issue *issue = bare_issue();
    galley_issue_make_facts(issue, pages);
    assert_int_equal(galley_law_check(issue, NULL, NULL), GALLEY_OK);
    assert_int_equal(issue->pages.count, 2);
    assert_int_equal(issue->lines.count, 4);
    assert_int_equal(issue->zones.count, 3);
    assert_int_equal(issue->pages.items[0].line_count, 2);
    assert_int_equal(issue->pages.items[1].first_line, 2);
    assert_true(galley_slice_is(issue->lines.items[1].text, "nobody"));
    assert_true(galley_slice_is(issue->lines.items[2].text, "渡口"));
    assert_true(galley_slice_is(issue->lines.items[3].text, "2"));
    assert_int_equal(issue->lines.items[3].id, 5); /* blank lines between the zones of a page */
    galley_issue_drop(issue);
}

static void a_copy_points_into_its_text(void **state)
{
    (void)state;
    galley_issue *issue = bare_issue();
    galley_issue_make_facts(issue, NULL);
    const galley_article *front = issue->articles.items[1];
    assert_true(front->byline.copy);
    assert_int_equal(front->byline.spans[0].line, 0);
    assert_int_equal(front->byline.spans[0].from, strlen("本报讯（"));
    assert_int_equal(front->byline.spans[0].to, strlen("本报讯（记者林小满"));
    assert_false(front->credit.copy); /* its article has it nowhere */
    assert_ptr_equal(galley_line_page(issue, issue->furniture.items[0].text.spans[0].line), &issue->pages.items[0]);
    galley_issue_drop(issue);
}

static void there_is_a_page_at_least(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_article(issue, GALLEY_NEWS)->headline = words("渡口", false);
    galley_issue_make_facts(issue, NULL);
    assert_int_equal(issue->pages.count, 1);
    assert_int_equal(galley_law_check(issue, NULL, NULL), GALLEY_OK);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_is_a_line_of_its_page),
        cmocka_unit_test(a_copy_points_into_its_text),
        cmocka_unit_test(there_is_a_page_at_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
