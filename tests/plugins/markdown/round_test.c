/* SPDX-License-Identifier: MIT
 * What was written is read again: the same file comes of it, and the same readings. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/law.h>
#include <galley/lower.h>

#include "tests/plugins/json/issues.h"
#include "tests/plugins/markdown/read.h"

/* Writes, reads, writes: drops what it read. */
static void assert_goes_round(const galley_issue *issue, const char *settings)
{
    galley_law_report law;
    char *once = written_with(issue, settings, NULL);
    galley_issue *again = read_text(once, "");
    assert_int_equal(galley_law_check(again, NULL, &law), GALLEY_OK);
    char *twice = written_with(again, settings, NULL);
    assert_string_equal(twice, once);
    galley_issue_drop(again);
    free(twice);
    free(once);
}

/* What Markdown cannot say goes first, as it does in the program. */
static void lower(galley_issue *issue)
{
    assert_int_equal(galley_lower(issue, galley_plugin_v1.formats[0], NULL), GALLEY_OK);
}

/* ticks markdown.round-trip */
static void brings_any_issue_back(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 400; seed++) {
        galley_issue *issue = issue_at_random(seed);
        lower(issue);
        assert_goes_round(issue, "");
        assert_goes_round(issue, "front-matter=no");
        galley_issue_drop(issue);
    }
}

/* ---- Readings --------------------------------------------------------------- */

/* In the ferry lands at 港: the ferry is a link, 港 is Japanese with its reading, at is hard to read. */
static void set_marks(galley_text *text)
{
    static const galley_mark marks[] = {
        { 0, 8, GALLEY_STRONG, { 0 } },
        { 3, 8, GALLEY_LINK, { "http://a.b/?c=\"d\"&amp;e", 22 } },
        { 15, 17, GALLEY_UNCLEAR, { "", 0 } },
        { 18, 21, GALLEY_LANGUAGE, { "ja", 2 } },
        { 18, 21, GALLEY_RUBY, { "*みなと ", 11 } },
    };
    text->marks = marks;
    text->mark_count = sizeof marks / sizeof *marks;
}

static galley_issue *issue_with_all_parts(void)
{
    static const char *const items[] = { "one", "two *2*" }, *const cells[] = { "a", "b|", "c" };
    galley_issue *issue = made_empty("en");
    issue->meta.title = galley_slice_of("The \"Bay\"");
    issue->meta.edition = galley_slice_of("late");
    issue->meta.licence = galley_slice_of("CC0-1.0");
    made_page(issue, "3", "Port");
    made_page(issue, "", "");
    issue->pages.items[0].number_given = true;
    galley_article *masthead = made_article(issue, GALLEY_MASTHEAD, 1, "");
    masthead->id = galley_slice_of("m");
    made_block(issue, masthead, GALLEY_CROSSHEAD, "No. 7");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "The \"Bay\"");
    galley_article *news = made_article(issue, GALLEY_NEWS, 0, "# Ferry #");
    news->id = galley_slice_of("p1-l0003");
    news->section = made_text(issue, "Port");
    news->kicker = made_text(issue, "In ferry lands at 港");
    set_marks(&news->kicker);
    *galley_article_add_subheadline(issue, news) = made_text(issue, "Rain");
    *galley_article_add_subheadline(issue, news) = made_text(issue, "Wind");
    news->byline = made_text(issue, "By Ann Reed");
    news->byline.copy = true;
    news->dateline = made_text(issue, "ALDER BAY");
    news->credit = made_text(issue, "(wire)");
    news->note = galley_slice_of("see -- <p. 2>");
    news->continued_on = galley_slice_of("4");
    news->continued_in = 3;
    made_block(issue, news, GALLEY_PARAGRAPH, "By Ann Reed. 1. first");
    made_block(issue, news, GALLEY_CROSSHEAD, "Below")->level = 5;
    set_marks(&made_block(issue, news, GALLEY_PARAGRAPH, "In ferry lands at 港.")->text);
    set_marks(&made_block(issue, news, GALLEY_FIGURE, "In ferry lands at 港")->text);
    made_block(issue, news, GALLEY_QUOTATION, "> so");
    made_block(issue, news, GALLEY_FIGURE, "A ferry ")->credit = made_text(issue, "Photo: A. R.");
    galley_block *picture = made_block(issue, news, GALLEY_FIGURE, "");
    picture->image = galley_slice_of("a b/%41.png");
    picture->credit = made_text(issue, "Archive");
    galley_image *image = galley_issue_add_image(issue, picture->image);
    image->alt = galley_slice_of("A *white* ferry");
    image->alt_known = true;
    made_items(issue, made_block(issue, news, GALLEY_LIST, "Two things"), items, 2);
    galley_block *table = made_block(issue, news, GALLEY_TABLE, "Tides");
    table->columns = 2;
    made_items(issue, table, cells, 3);
    galley_article *teaser = made_article(issue, GALLEY_TEASER, 0, "Inside");
    teaser->kicker = made_text(issue, "Sport ");
    teaser->continued_on = galley_slice_of("4");
    galley_article *rest = made_article(issue, GALLEY_AD, 1, "");
    rest->id = galley_slice_of("p2-l0001");
    rest->continues = 1;
    return issue;
}

static void same_block(const galley_block *a, const galley_block *b)
{
    assert_int_equal(a->type, b->type);
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->columns, b->columns);
    assert_true(galley_slice_equal(a->image, b->image));
}

static void same_article(const galley_article *a, const galley_article *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->page, b->page);
    assert_true(galley_slice_equal(a->id, b->id));
    assert_true(galley_slice_equal(a->note, b->note));
    assert_true(galley_slice_equal(a->continued_on, b->continued_on));
    each_pair(a, b, assert_same_words);
    for (size_t i = 0; i < a->blocks.count; i++)
        same_block(&a->blocks.items[i], &b->blocks.items[i]);
}

/* ticks markdown.round-trip, markdown.losses */
static void loses_nothing_that_it_does_not_declare(void **state)
{
    (void)state;
    static const size_t order[] = { 0, 2, 1, 3 }; /* teasers come first on their page */
    galley_issue *issue = issue_with_all_parts();
    char *text = written_with(issue, "", NULL);
    galley_issue *again = read_text(text, "");
    assert_true(again->has_readings);
    assert_true(galley_slice_is(again->meta.title, "The \"Bay\""));
    assert_true(galley_slice_is(again->meta.edition, "late"));
    assert_true(galley_slice_is(again->meta.licence, "CC0-1.0"));
    assert_int_equal(again->pages.count, 2);
    assert_true(again->pages.items[0].number_given);
    assert_false(again->pages.items[1].number_given);
    assert_true(galley_slice_is(again->pages.items[0].section, "Port"));
    assert_true(galley_slice_is(again->pages.items[0].source, "wuyou-0101.txt"));
    assert_int_equal(again->articles.count, 4);
    for (size_t i = 0; i < 4; i++)
        same_article(issue->articles.items[order[i]], again->articles.items[i]);
    assert_int_equal(again->articles.items[2]->continued_in, 3);
    assert_int_equal(again->images.count, 1);
    assert_true(galley_slice_is(again->images.items[0].alt, "A *white* ferry"));
    free(text);
    galley_issue_drop(again);
    galley_issue_drop(issue);
}

/* ---- A folder --------------------------------------------------------------- */

static galley_issue *read_folder(const galley_sink *sink, bool index_last)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(format->options, format->option_count);
    galley_issue *issue = galley_issue_new(0);
    galley_source *sources[16];
    size_t count = 0;
    for (const char *name; (name = galley_sink_member_name(sink, count)); count++)
        sources[count] = galley_source_memory(name, galley_sink_member_bytes(sink, name));
    galley_source *first = sources[0];
    if (index_last) {
        memmove(sources, sources + 1, (count - 1) * sizeof *sources);
        sources[count - 1] = first;
    }
    assert_int_equal(format->read(issue, sources, count, settings, NULL), GALLEY_OK);
    for (size_t i = 0; i < count; i++) /* texts may point into them */
        assert_int_equal(galley_arena_own(issue->arena, sources[i], galley_source_close), GALLEY_OK);
    galley_settings_drop(settings);
    return issue;
}

/* ticks markdown.round-trip, markdown.articles */
static void puts_a_folder_together_again(void **state)
{
    (void)state;
    galley_issue *issue = issue_with_all_parts();
    char *one_file = written_with(issue, "", NULL);
    galley_sink *sink = written_sink(issue, "split=article", NULL);
    for (int index_last = 0; index_last < 2; index_last++) {
        galley_issue *again = read_folder(sink, index_last);
        char *found = written_with(again, "", NULL);
        assert_string_equal(found, one_file);
        free(found);
        galley_issue_drop(again);
    }
    galley_sink_drop(sink);
    free(one_file);
    galley_issue_drop(issue);
}

/* ---- Edited by hand --------------------------------------------------------- */

static void tells_what_was_added_by_its_look(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue =
        read_markdown(galley_slice_of("<!-- page id=\"p1\" number=\"1\" -->\n\n## Page 1\n\n"
                                      "<!-- news id=\"a\" kicker headline text credit -->\n\n"
                                      "### Mill\n\nA **bold** [text](b).\n\nMore.\n\n#### Wind\n\n- a\n- b\n\nEnd.\n"),
                      "", findings);
    assert_non_null(issue);
    const galley_article *article = issue->articles.items[0];
    assert_true(galley_slice_is(article->headline.text, "Mill"));
    assert_false(article->kicker.text.length);
    assert_true(galley_slice_is(article->credit.text, "More."));
    assert_int_equal(article->blocks.count, 4);
    assert_int_equal(article->blocks.items[0].text.mark_count, 2);
    assert_int_equal(article->blocks.items[0].text.marks[1].type, GALLEY_LINK);
    assert_int_equal(article->blocks.items[0].text.marks[1].from, 7);
    assert_int_equal(article->blocks.items[1].type, GALLEY_CROSSHEAD);
    assert_int_equal(article->blocks.items[2].item_count, 2);
    assert_true(galley_slice_is(article->blocks.items[3].text.text, "End."));
    assert_int_equal(galley_findings_count_code(findings, "markdown.changed"), 1);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brings_any_issue_back),
        cmocka_unit_test(loses_nothing_that_it_does_not_declare),
        cmocka_unit_test(puts_a_folder_together_again),
        cmocka_unit_test(tells_what_was_added_by_its_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
