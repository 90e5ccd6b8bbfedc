/* SPDX-License-Identifier: MIT
 * Asking why: every line gets an answer with a reason, the answer is the one that was
 * acted on, and the page comes out the same whether anybody asks or not. */
#include "tests/core/repair/page.h"

static const char *const page =
    "澄湾日报\n2031年5月12日 星期一\n第1234期 国内统一刊号：CN00—0001\n\n"
    "老码头修缮完工\n\n"
    "本报讯（记者 王小海）历时两年的老\n码头修缮工程日前通过验收。修缮部\n主任说，能补的不换，能留的不拆，\n"
    "一砖一瓦都有编号。\n　　老码头始建于百年之前，是当时全\n城最高的建筑，后来停用三十多年。\n"
    "（下转第二版）\n\n"
    "5月11日，渔民在湖上起网收鱼。\n本报记者 李远山 摄\n\n"
    "全市医保服务点增至百处\n02 | 要闻\n■■\n";

/* A line between two texts: crosshead or headline? */
static const char *const parted =
    "本报讯（记者 王小海）历时两年的老\n码头修缮工程日前通过验收。修缮部\n主任说，能补的不换，能留的不拆，\n"
    "一砖一瓦都有编号。\n\n砖瓦的来历\n\n"
    "　　老码头始建于百年之前，是当时全\n城最高的建筑，后来停用三十多年。\n"
    "修缮部的人从河床里捞起旧石料。\n";

static galley_issue *repaired(bool explain)
{
    return page_repair_as(page, &(galley_repair_options){ .explain = explain }, NULL);
}

static void test_every_line_has_an_answer(void **state)
{
    (void)state;
    galley_issue *issue = repaired(true);
    for (uint32_t line = 0; line < issue->lines.count; line++) {
        size_t reasons = 0;
        for (size_t i = 0; i < issue->decisions.count; i++)
            if (issue->decisions.items[i].where.line == line)
                reasons += issue->decisions.items[i].evidence.count;
        if (!reasons)
            fail_msg("nothing is said of line %u", line + 1);
    }
    galley_issue_drop(issue);
}

static void test_nothing_is_kept_unasked(void **state)
{
    (void)state;
    galley_issue *issue = repaired(false);
    assert_int_equal(issue->decisions.count, 0);
    galley_issue_drop(issue);
}

static void test_asking_changes_nothing(void **state)
{
    (void)state;
    galley_issue *asked = repaired(true), *unasked = repaired(false);
    galley_buffer one = page_pull(asked, true), other = page_pull(unasked, true);
    assert_string_equal(one.bytes, other.bytes);
    galley_buffer_drop(&one);
    galley_buffer_drop(&other);
    galley_issue_drop(asked);
    galley_issue_drop(unasked);
}

static const galley_decision *decision_at(const galley_issue *issue, uint32_t number, const char *pass)
{
    for (size_t i = 0; i < issue->decisions.count; i++) {
        const galley_decision *one = &issue->decisions.items[i];
        if (issue->lines.items[one->where.line].number == number && strcmp(one->pass, pass) == 0)
            return one;
    }
    fail_msg("no decision of %s about line %u", pass, number);
    return NULL;
}

static void test_the_answer_is_what_was_done(void **state)
{
    (void)state;
    static const struct {
        uint32_t line;
        const char *pass, *verdict;
    } cases[] = {
        { 1, "masthead", "a line of the title block" },
        { 5, "roles", "a display line, no running text" },
        { 5, "parts", "the headline" },
        { 5, "heads", "the head of the text that begins in line 7" },
        { 7, "roles", "running text" },
        { 8, "paragraphs", "goes on from the line before it" },
        { 11, "paragraphs", "begins a paragraph" },
        { 13, "cut", "a jump line" },
        { 16, "cut", "a picture's credit" },
        { 18, "heads", "a teaser: the head of no text of this page" },
        { 19, "cut", "a folio" },
    };
    galley_issue *issue = repaired(true);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(decision_at(issue, cases[i].line, cases[i].pass)->verdict, cases[i].verdict);
    galley_issue_drop(issue);
}

static void test_reasons_above_zero_speak_for_the_answer(void **state)
{
    (void)state;
    galley_issue *issue = repaired(true);
    const galley_decision *goes_on = decision_at(issue, 8, "paragraphs");
    float sum = 0;
    for (size_t i = 0; i < goes_on->evidence.count; i++)
        sum += goes_on->evidence.items[i].weight;
    assert_true(sum > 0);
    galley_issue_drop(issue);
}

static void test_unknown_evidence_is_an_error(void **state)
{
    (void)state;
    static const char *const wrong[] = { "breaks.nonsense=1", "breaks.lead", "breaks.lead=", "=1",
                                         "breaks.lead=1x",    "lead=1" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        galley_issue *issue = galley_issue_new(0);
        page_fill(issue, page);
        assert_int_equal(galley_repair(issue, &(galley_repair_options){ .weights = wrong[i] }, NULL), GALLEY_USAGE);
        galley_issue_drop(issue);
    }
}

static void test_weights_move_decisions(void **state)
{
    (void)state;
    galley_repair_options options = { .explain = true, .weights = "roles.no-stop=-90,roles.rare=-0.5" };
    galley_issue *issue = page_repair_as(page, &options, NULL);
    assert_string_equal(decision_at(issue, 5, "roles")->verdict, "running text");
    galley_issue_drop(issue);
}

static void test_passes_can_be_left_out(void **state)
{
    (void)state;
    galley_evidence_source source;
    size_t passes = 0;
    for (size_t i = 0; galley_repair_evidence(i, &source); i++) {
        if (strcmp(source.table, "passes"))
            continue;
        char without[64];
        snprintf(without, sizeof without, "passes.%s=0", source.name);
        const char *const pages[] = { page, parted };
        for (size_t k = 0; k < sizeof pages / sizeof *pages; k++)
            galley_issue_drop(page_repair_as(pages[k], &(galley_repair_options){ .weights = without }, NULL));
        passes++;
    }
    assert_true(passes > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_line_has_an_answer),
        cmocka_unit_test(test_nothing_is_kept_unasked),
        cmocka_unit_test(test_asking_changes_nothing),
        cmocka_unit_test(test_the_answer_is_what_was_done),
        cmocka_unit_test(test_reasons_above_zero_speak_for_the_answer),
        cmocka_unit_test(test_unknown_evidence_is_an_error),
        cmocka_unit_test(test_weights_move_decisions),
        cmocka_unit_test(test_passes_can_be_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
