/* SPDX-License-Identifier: MIT
 * The issue: facts and readings as they are made, spares when memory ends, what
 * can be asked of it, its lasting identifier, and runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/issue.h>

#define S galley_slice_of

/* Two pages: two zones of two lines and one, and one of one. */
static galley_issue *small_issue(void)
{
    static const char *const texts[] = { "渡口晨报", "第 9 期", "江水涨了", "another page" };
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, S("one.txt"));
    galley_issue_add_zone(issue);
    for (uint32_t i = 0; i < 4; i++) {
        if (i == 2)
            galley_issue_add_zone(issue);
        if (i == 3) {
            galley_issue_add_page(issue, S("two.txt"));
            galley_issue_add_zone(issue);
        }
        galley_issue_add_line(issue, S(texts[i]), i + 1, i == 3 ? 1 : i + 1);
    }
    return issue;
}

static galley_text text_over(const char *text, const galley_span *spans, uint32_t count)
{
    return (galley_text){ .text = S(text), .spans = spans, .span_count = count };
}

static void test_facts_know_where_they_stand(void **state)
{
    (void)state;
    galley_issue *issue = small_issue();
    assert_int_equal(issue->pages.count, 2);
    assert_int_equal(issue->zones.count, 3);
    assert_int_equal(issue->pages.items[0].zone_count, 2);
    assert_int_equal(issue->pages.items[0].line_count, 3);
    assert_int_equal(issue->pages.items[1].first_zone, 2);
    assert_int_equal(issue->pages.items[1].first_line, 3);
    assert_int_equal(issue->zones.items[1].first_line, 2);
    assert_int_equal(issue->zones.items[1].line_count, 1);
    assert_int_equal(issue->lines.items[3].zone, 2);
    assert_true(issue->lines.items[0].confidence < 0);
    assert_true(galley_slice_is(issue->pages.items[1].id, "p2"));
    assert_true(galley_slice_is(issue->pages.items[1].number, "2"));
    assert_ptr_equal(galley_line_page(issue, 3), &issue->pages.items[1]);
    galley_issue_drop(issue);
}

/* ticks json.offsets */
static void test_places_count_code_points(void **state)
{
    (void)state;
    galley_issue *issue = small_issue();
    galley_place place = galley_line_place(issue, 1, 4); /* behind 第 and the space */
    assert_string_equal(place.file, "one.txt");
    assert_int_equal(place.page, 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 3);
    place = galley_line_place(issue, 3, 0);
    assert_string_equal(place.file, "two.txt");
    assert_int_equal(place.page, 2);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    assert_int_equal(galley_line_place(issue, 3, 9999).column, 1);
    assert_null(galley_line_place(issue, GALLEY_NONE, 0).file);
    galley_issue_drop(issue);
}

static void test_a_line_of_nothing_has_a_place(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, (galley_slice){ 0 });
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, (galley_slice){ 0 }, 1, 1);
    assert_int_equal(galley_line_place(issue, 0, 0).column, 1);
    galley_issue_drop(issue);
}

static void test_what_has_no_room_above_it_is_a_spare(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_line(issue, S("no zone"), 1, 1)->number = 7;
    galley_issue_add_zone(issue)->page = 3;
    assert_int_equal(issue->lines.count, 0);
    assert_int_equal(issue->zones.count, 0);
    assert_int_equal(galley_issue_status(issue), GALLEY_OK);
    galley_issue_drop(issue);
}

/* Everything that can be added, again and again. */
static void add_everything(galley_issue *issue)
{
    galley_issue_add_page(issue, S("p"))->width = 1;
    galley_issue_add_zone(issue)->kind = S("caption");
    galley_issue_add_line(issue, S("水"), 1, 1)->font_size = 9;
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    assert_non_null(article);
    article->headline.text = S("水");
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text.text = S("水");
    galley_article_add_subheadline(issue, article)->text = S("水");
    galley_article_add_evidence(issue, article, 1, "reason %d", 1);
    galley_issue_add_furniture(issue, GALLEY_FOLIO, (galley_text){ .text = S("1") })->kind = GALLEY_RULE;
    galley_issue_add_repair(issue, "pass", "kind", 0, 1)->why = "so";
    galley_issue_add_image(issue, S("images/1.png"))->width = 1;
}

static void assert_text(void *state, const char *role, const galley_text *text)
{
    (void)state, (void)role;
    assert_true(galley_slice_is(text->text, "水"));
}

static void test_spares_under_every_cap(void **state)
{
    (void)state;
    for (size_t cap = 1; cap < 12000; cap += 113) {
        galley_issue *issue = galley_issue_new(cap);
        for (int i = 0; i < 30; i++)
            add_everything(issue);
        assert_int_equal(galley_issue_status(issue), GALLEY_LIMIT);
        for (size_t i = 0; i < issue->articles.count; i++)
            galley_article_visit(issue->articles.items[i], assert_text, NULL);
        for (uint32_t i = 0; i < issue->lines.count; i++)
            assert_int_equal(galley_line_page(issue, i)->width, 1);
        galley_issue_identify(issue);
        galley_issue_drop(issue);
    }
    galley_issue_drop(NULL);
}

static void test_a_spare_is_clean_each_time(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(1);
    galley_article *article = galley_issue_add_article(issue, GALLEY_AD);
    article->headline.text = S("left behind");
    article = galley_issue_add_article(issue, GALLEY_NEWS);
    assert_int_equal(article->kind, GALLEY_NEWS);
    assert_int_equal(article->headline.text.length, 0);
    assert_int_equal(article->continued_in, GALLEY_NONE);
    assert_int_equal(issue->articles.count, 0);
    galley_issue_drop(issue);
}

static void note_role(void *state, const char *role, const galley_text *text)
{
    char *roles = state;
    strcat(strcat(roles, role), text->copy ? "! " : " ");
}

static void test_texts_are_visited_in_printed_order(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    galley_text text = { .text = S("x") }, copy = { .text = S("x"), .copy = true };
    article->credit = article->dateline = article->kicker = article->headline = article->section = text;
    article->byline = copy;
    galley_block *list = galley_article_add_block(issue, article, GALLEY_LIST);
    list->items = &text;
    list->item_count = 1;
    galley_block *figure = galley_article_add_block(issue, article, GALLEY_FIGURE);
    figure->text = figure->credit = text;
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH);
    *galley_article_add_subheadline(issue, article) = text;
    char roles[256] = "";
    galley_article_visit(article, note_role, roles);
    assert_string_equal(roles, "section kicker headline subheadlines byline! dateline items caption credit credit ");
    galley_issue_drop(issue);
}

static void test_pages_of_an_article(void **state)
{
    (void)state;
    galley_issue *issue = small_issue();
    static const galley_span first = { 2, 0, 12 }, second = { 3, 0, 12 };
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->page = 0;
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text = text_over("another page", &second, 1);
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text = text_over("江水涨了", &first, 1);
    uint32_t pages[2] = { 9, 9 };
    assert_int_equal(galley_article_pages(issue, article, pages, 2), 2);
    assert_int_equal(pages[0], 0);
    assert_int_equal(pages[1], 1);
    assert_int_equal(galley_article_pages(issue, article, pages, 0), 3); /* no room: an upper bound */
    galley_issue_drop(issue);
}

static void test_a_picture_is_known_by_its_name(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_image(issue, S("images/1.png"))->width = 7;
    galley_issue_add_image(issue, S("images/2.png"))->width = 9;
    assert_int_equal(galley_issue_add_image(issue, S("images/1.png"))->width, 7);
    assert_int_equal(issue->images.count, 2);
    assert_int_equal(galley_issue_image(issue, S("images/2.png"))->width, 9);
    assert_null(galley_issue_image(issue, S("images/3.png")));
    galley_issue_drop(issue);
}

static void test_names_there_and_back(void **state)
{
    (void)state;
    for (unsigned i = 0; i < GALLEY_KIND_COUNT; i++) {
        galley_kind kind = GALLEY_KIND_COUNT;
        assert_true(galley_kind_parse(S(galley_kind_name((galley_kind)i)), &kind));
        assert_int_equal(kind, i);
    }
    for (unsigned i = 0; i < GALLEY_BLOCK_COUNT; i++) {
        galley_block_type type = GALLEY_BLOCK_COUNT;
        assert_true(galley_block_parse(S(galley_block_name((galley_block_type)i)), &type));
        assert_int_equal(type, i);
    }
    for (unsigned i = 0; i < GALLEY_FURNITURE_COUNT; i++) {
        galley_furniture_kind kind = GALLEY_FURNITURE_COUNT;
        assert_true(galley_furniture_parse(S(galley_furniture_name((galley_furniture_kind)i)), &kind));
        assert_int_equal(kind, i);
    }
    for (unsigned i = 0; i < GALLEY_MARK_COUNT; i++) {
        galley_mark_type type = GALLEY_MARK_COUNT;
        assert_true(galley_mark_parse(S(galley_mark_name((galley_mark_type)i)), &type));
        assert_int_equal(type, i);
    }
    galley_kind kind = GALLEY_AD;
    assert_false(galley_kind_parse(S("News"), &kind));
    assert_false(galley_kind_parse((galley_slice){ 0 }, &kind));
    assert_int_equal(kind, GALLEY_AD);
    assert_string_equal(galley_kind_name(GALLEY_KIND_COUNT), "unknown");
    for (unsigned i = 0; i < GALLEY_STATUS_COUNT; i++)
        assert_true(strlen(galley_status_phrase((galley_status)i)) > 3);
    assert_string_equal(galley_status_phrase((galley_status)99), "unknown status");
}

static galley_slice identified(galley_issue *issue, const char *title, const char *date)
{
    issue->meta.title = S(title);
    issue->meta.date = S(date);
    galley_issue_identify(issue);
    return issue->meta.id;
}

/* ticks epub.identity */
static void test_the_identifier_comes_from_what_the_issue_is(void **state)
{
    (void)state;
    galley_issue *one = small_issue(), *other = small_issue();
    galley_slice id = identified(one, "渡口晨报", "2031-04-05");
    assert_int_equal(id.length, 36);
    assert_int_equal(id.text[14], '5'); /* the version */
    assert_true(galley_slice_equal(id, identified(other, "渡口晨报", "2031-04-05")));
    assert_false(galley_slice_equal(id, identified(other, "渡口晨报", "2031-04-06")));
    other->meta.edition = S("late");
    assert_false(galley_slice_equal(id, identified(other, "渡口晨报", "2031-04-05")));
    other->meta.edition = S("");
    other->meta.issn = S("0000-0000"); /* is asked before the title */
    galley_slice by_issn = identified(other, "渡口晨报", "2031-04-05");
    assert_false(galley_slice_equal(id, by_issn));
    assert_true(galley_slice_equal(by_issn, identified(other, "another title", "2031-04-05")));
    galley_issue_drop(one);
    galley_issue_drop(other);
}

static void test_an_unnamed_issue_is_known_by_its_characters(void **state)
{
    (void)state;
    galley_issue *one = small_issue(), *other = small_issue();
    galley_slice id = identified(one, "", "");
    assert_true(galley_slice_equal(id, identified(other, "a title is not enough", "")));
    other->lines.items[3].text = S("another line");
    assert_false(galley_slice_equal(id, identified(other, "", "")));
    galley_issue *empty = galley_issue_new(0);
    assert_int_equal(identified(empty, "", "").length, 36);
    galley_issue_drop(empty);
    galley_issue_drop(one);
    galley_issue_drop(other);
}

/* The pieces of a text, each closed by a bar. */
static void assert_runs(const galley_issue *issue, const galley_text *text, const char *expected)
{
    char pieces[256] = "";
    galley_run run = galley_text_runs(issue, text);
    while (galley_run_next(&run))
        strcat(strncat(pieces, run.piece.text, run.piece.length), "|");
    assert_string_equal(pieces, expected);
}

static void test_runs_are_the_pieces_of_lines(void **state)
{
    (void)state;
    galley_issue *issue = small_issue();
    static const galley_span joined[] = { { 0, 0, 12 }, { 1, 0, 9 }, { 2, 0, 12 } },
                             torn[] = { { 0, 0, 3 }, { 0, 6, 12 }, { 1, 4, 5 } },
                             gaps[] = { { 3, 0, 7 }, { 3, 7, 12 } }, blank[] = { { 1, 3, 4 }, { 2, 0, 3 } };
    galley_text text = text_over("渡口晨报第9期江水涨了", joined, 3);
    assert_runs(issue, &text, "渡口晨报|第9期|江水涨了|");
    text = text_over("渡口晨报 第9期 江水涨了", joined, 3); /* the space goes with what is before it */
    assert_runs(issue, &text, "渡口晨报 |第9期 |江水涨了|");
    text = text_over("渡晨报9", torn, 3);
    assert_runs(issue, &text, "渡|晨报|9|");
    text = text_over("another page", gaps, 2);
    assert_runs(issue, &text, "another |page|");
    text = text_over("江", blank, 2); /* a span of nothing but space gives nothing */
    assert_runs(issue, &text, "|江|");
    assert_runs(issue, &(galley_text){ 0 }, "");
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts_know_where_they_stand),
        cmocka_unit_test(test_places_count_code_points),
        cmocka_unit_test(test_a_line_of_nothing_has_a_place),
        cmocka_unit_test(test_what_has_no_room_above_it_is_a_spare),
        cmocka_unit_test(test_spares_under_every_cap),
        cmocka_unit_test(test_a_spare_is_clean_each_time),
        cmocka_unit_test(test_texts_are_visited_in_printed_order),
        cmocka_unit_test(test_pages_of_an_article),
        cmocka_unit_test(test_a_picture_is_known_by_its_name),
        cmocka_unit_test(test_names_there_and_back),
        cmocka_unit_test(test_the_identifier_comes_from_what_the_issue_is),
        cmocka_unit_test(test_an_unnamed_issue_is_known_by_its_characters),
        cmocka_unit_test(test_runs_are_the_pieces_of_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
