/* SPDX-License-Identifier: MIT
 * Galley's own books: read and written again they are the same bytes, whatever issue they
 * were made of; and what a book can say of an issue comes back out of it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <galley/law.h>
#include <galley/text.h>

#include "formats/xml/writer.h"

#include "tests/plugins/epub/printed.h"
#include "tests/plugins/epub/taken.h"
#include "tests/plugins/json/issues.h"

#define SEEDS 1000

static void assert_lawful(const galley_issue *issue)
{
    galley_findings *findings = galley_findings_new();
    if (galley_law_check(issue, findings, NULL) != GALLEY_OK)
        fail_msg("%s", galley_findings_at(findings, 0)->text);
    galley_findings_drop(findings);
}

static galley_issue *read_back(galley_sink *book)
{
    galley_issue *back = taken_issue(galley_sink_bytes(book), NULL, NULL);
    assert_non_null(back);
    return back;
}

static galley_issue *read_back_of(const galley_issue *issue)
{
    galley_sink *book = made_written(issue, NULL, NULL, NULL);
    galley_issue *back = read_back(book);
    galley_sink_drop(book);
    return back;
}

/* The issue -> a book -> an issue -> a book; the second issue.  One with characters that XML
 * cannot say takes the first two steps twice: nobody can tell afterwards what they were. */
static galley_issue *go_round(const galley_issue *issue, const char *what)
{
    galley_findings *findings = galley_findings_new();
    galley_sink *first = made_written(issue, NULL, NULL, findings);
    galley_issue *back = read_back(first);
    if (galley_findings_count_code(findings, "epub.characters")) {
        galley_sink_drop(first);
        first = made_written(back, NULL, NULL, NULL);
        galley_issue_drop(back);
        back = read_back(first);
    }
    galley_findings_drop(findings);
    assert_true(back->has_readings);
    assert_lawful(back);
    galley_sink *second = made_written(back, NULL, NULL, NULL);
    taken_same(galley_sink_bytes(first), galley_sink_bytes(second), what);
    galley_sink_drop(first);
    galley_sink_drop(second);
    return back;
}

/* Blanks alone say nothing of an issue; what XML has not became something else, which is told. */
static void same_slice(galley_slice a, galley_slice b)
{
    const char *left = a.text, *right = b.text, *left_end = galley_slice_end(a), *right_end = galley_slice_end(b);
    bool same = true;
    while (same && left < left_end && right < right_end) {
        uint32_t code = galley_text_next(&left, left_end);
        same = galley_text_next(&right, right_end) == (galley_xml_allows(code) ? code : galley_xml_instead(code));
    }
    if ((!same || left < left_end || right < right_end) && (galley_text_first(a) || galley_text_first(b)))
        fail_msg("\"%.*s\" became \"%.*s\"", GALLEY_SHOW(a), GALLEY_SHOW(b));
}

static size_t codes_before(const galley_text *text, uint32_t byte)
{
    return galley_text_length(galley_slice_part(text->text, 0, byte));
}

static void same_text(const galley_text *a, const galley_text *b)
{
    same_slice(a->text, b->text);
    assert_int_equal(a->copy, b->copy);
    assert_int_equal(a->mark_count, b->mark_count);
    for (uint32_t i = 0; i < a->mark_count; i++) {
        assert_int_equal(a->marks[i].type, b->marks[i].type);
        assert_int_equal(codes_before(a, a->marks[i].from), codes_before(b, b->marks[i].from));
        assert_int_equal(codes_before(a, a->marks[i].to), codes_before(b, b->marks[i].to));
        if (a->marks[i].type != GALLEY_EMPHASIS && a->marks[i].type != GALLEY_STRONG)
            same_slice(a->marks[i].value, b->marks[i].value);
    }
}

static void same_block(const galley_block *a, const galley_block *b)
{
    assert_int_equal(a->type, b->type);
    if (a->type == GALLEY_CROSSHEAD)
        assert_int_equal(a->level, b->level);
    assert_int_equal(a->columns, b->columns);
    assert_int_equal(a->item_count, b->item_count);
    same_text(&a->text, &b->text);
    same_text(&a->credit, &b->credit);
    for (uint32_t i = 0; i < a->item_count; i++)
        same_text(&a->items[i], &b->items[i]);
}

static void same_article(const galley_article *a, const galley_article *b)
{
    same_slice(a->id, b->id);
    same_slice(a->note, b->note);
    same_slice(a->language, b->language);
    same_slice(a->continued_on, b->continued_on);
    same_slice(a->continued_from, b->continued_from);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->page, b->page);
    assert_int_equal(a->continued_in, b->continued_in);
    assert_int_equal(a->continues, b->continues);
    const galley_text *const left[] = { &a->section, &a->kicker, &a->headline, &a->byline, &a->dateline, &a->credit };
    const galley_text *const right[] = { &b->section, &b->kicker, &b->headline, &b->byline, &b->dateline, &b->credit };
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        same_text(left[i], right[i]);
    assert_int_equal(a->subheadlines.count, b->subheadlines.count);
    for (size_t i = 0; i < a->subheadlines.count; i++)
        same_text(&a->subheadlines.items[i], &b->subheadlines.items[i]);
    assert_int_equal(a->blocks.count, b->blocks.count);
    for (size_t i = 0; i < a->blocks.count; i++)
        same_block(&a->blocks.items[i], &b->blocks.items[i]);
}

/* All but facts, evidence and confidence, which the format says it cannot. */
static void assert_same_readings(const galley_issue *a, const galley_issue *b)
{
    const galley_slice *left = (const galley_slice *)(const void *)&a->meta;
    const galley_slice *right = (const galley_slice *)(const void *)&b->meta;
    for (size_t i = 0; i < sizeof a->meta / sizeof *left; i++)
        same_slice(left[i], right[i]);
    assert_int_equal(a->pages.count, b->pages.count);
    for (size_t i = 0; i < a->pages.count; i++) {
        same_slice(a->pages.items[i].id, b->pages.items[i].id);
        same_slice(a->pages.items[i].number, b->pages.items[i].number);
        same_slice(a->pages.items[i].section, b->pages.items[i].section);
        assert_int_equal(a->pages.items[i].number_given, b->pages.items[i].number_given);
    }
    assert_int_equal(a->articles.count, b->articles.count);
    for (size_t i = 0; i < a->articles.count; i++)
        same_article(a->articles.items[i], b->articles.items[i]);
}

/* ticks epub.round-trip */
static void comes_back_as_it_was(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    galley_issue_make_facts(issue, NULL);
    galley_issue_identify(issue);
    galley_issue *back = go_round(issue, "the printed issue");
    assert_same_readings(issue, back);
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

/* A link that runs on to the next page, in which there can be no other link. */
/* ticks epub.round-trip */
static void links_turn_the_page(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "Harbour");
    galley_block *block = made_block(issue, article, GALLEY_PARAGRAPH, "See the timetable.");
    static const galley_mark link = { 4, 17, GALLEY_LINK, { "https://example.org/", 20 } };
    static const galley_span spans[] = { { 0, 0, 7 }, { 2, 0, 10 } };
    static const galley_span head = { 1, 0, 7 };
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, galley_slice_of("See the"), 1, 1);
    galley_issue_add_line(issue, galley_slice_of("Harbour"), 2, 2);
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, galley_slice_of("timetable."), 3, 3);
    article->headline.spans = &head;
    article->headline.span_count = 1;
    block->text.spans = spans;
    block->text.span_count = 2;
    block->text.marks = &link;
    block->text.mark_count = 1;
    galley_issue_identify(issue);
    galley_issue *back = go_round(issue, "a link over two pages");
    const galley_text *text = &back->articles.items[0]->blocks.items[0].text;
    assert_int_equal(text->span_count, 2);
    assert_int_equal(back->zones.items[back->lines.items[text->spans[1].line].zone].page, 1);
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

static void add_picture(galley_issue *issue, const char *name, const char *alt, const char *shown_as)
{
    static const char gif[] = "GIF89a\x80\x02\xE0\x01\0\0\0,\0\0\0\0\x80\x02\xE0\x01\0";
    galley_image *image = galley_issue_add_image(issue, galley_slice_of(name));
    image->media_type = galley_slice_of("image/gif");
    image->bytes = (galley_slice){ gif, sizeof gif - 1 };
    image->width = 640;
    image->height = 480;
    image->alt_known = alt != NULL;
    image->alt = galley_slice_of(alt ? alt : "");
    if (shown_as)
        made_block(issue, issue->articles.items[1], GALLEY_FIGURE, shown_as)->image = image->name;
}

/* In the order of the issue, whatever the articles show first, and by their names. */
/* ticks epub.round-trip, epub.pictures */
static void pictures_come_back(void **state)
{
    (void)state;
    galley_issue *issue = printed_issue();
    made_block(issue, issue->articles.items[1], GALLEY_FIGURE, "")->image = galley_slice_of("images/last.gif");
    add_picture(issue, "Bilder/F\xc3\xa4hre 1.gif", "A ferry", "The ferry");
    add_picture(issue, "images/pier.gif", NULL, "The pier");
    add_picture(issue, "images/last.gif", "", NULL);
    galley_issue_make_facts(issue, NULL);
    galley_issue_identify(issue);
    galley_issue *back = go_round(issue, "the issue with pictures");
    assert_int_equal(back->images.count, issue->images.count);
    for (size_t i = 0; i < back->images.count; i++) {
        const galley_image *a = &issue->images.items[i], *b = &back->images.items[i];
        same_slice(a->name, b->name);
        same_slice(a->media_type, b->media_type);
        same_slice(a->alt, b->alt);
        assert_int_equal(a->alt_known, b->alt_known);
        assert_int_equal(a->width, b->width);
        assert_true(galley_slice_equal(a->bytes, b->bytes));
    }
    assert_same_readings(issue, back);
    galley_issue_drop(back);
    galley_issue_drop(issue);
}

/* ticks epub.round-trip, epub.any-issue */
static void any_issue_comes_back(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        galley_issue *issue = issue_at_random(seed);
        galley_issue_identify(issue);
        char what[40];
        snprintf(what, sizeof what, "the issue of seed %u", seed);
        galley_issue_drop(go_round(issue, what));
        galley_issue_drop(issue);
    }
}

/* Whether the writer had to leave out something that it had not said it cannot say. */
static bool leaves_something_out(const galley_issue *issue)
{
    static const char *const codes[] = { "epub.marks", "epub.wordless" };
    galley_findings *findings = galley_findings_new();
    bool told = false;
    galley_sink_drop(made_written(issue, NULL, NULL, findings));
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        told |= galley_findings_count_code(findings, codes[i]) > 0;
    galley_findings_drop(findings);
    return told;
}

/* ticks epub.round-trip */
static void what_is_not_told_is_not_lost(void **state)
{
    (void)state;
    int whole = 0;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        galley_issue *issue = issue_at_random(seed);
        galley_issue_identify(issue);
        if (!leaves_something_out(issue)) {
            galley_issue *back = read_back_of(issue);
            assert_same_readings(issue, back);
            galley_issue_drop(back);
            whole++;
        }
        galley_issue_drop(issue);
    }
    assert_true(whole > SEEDS / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),         cmocka_unit_test(pictures_come_back),
        cmocka_unit_test(links_turn_the_page),          cmocka_unit_test(any_issue_comes_back),
        cmocka_unit_test(what_is_not_told_is_not_lost),
    };
    unsetenv("SOURCE_DATE_EPOCH");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
