/* SPDX-License-Identifier: MIT
 * Findings: all counted, so many kept, levels in their order. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <galley/finding.h>

#include <string.h>

static const galley_place here = { .file = "a.txt", .line = 3, .column = 5 };

static void keeps_copies_in_order(void **state)
{
    (void)state;
    char code[] = "x.one", file[] = "a.txt";
    galley_findings *findings = galley_findings_new();
    galley_find(findings, GALLEY_UNSURE, code, (galley_place){ .file = file, .line = 3 }, "number %d", 7);
    galley_find(findings, GALLEY_LOST, "x.two", here, "two");
    memset(code, 'y', sizeof code - 1);
    memset(file, 'y', sizeof file - 1);
    assert_int_equal(galley_findings_kept(findings), 2);
    const galley_finding *first = galley_findings_at(findings, 0);
    assert_string_equal(first->code, "x.one");
    assert_string_equal(first->place.file, "a.txt");
    assert_string_equal(first->text, "number 7");
    assert_int_equal(galley_findings_at(findings, 1)->place.column, 5);
    assert_null(galley_findings_at(findings, 2));
    galley_findings_drop(findings);
}

static void counts_what_it_does_not_keep(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    for (int i = 0; i < GALLEY_FINDINGS_KEPT + 50; i++)
        galley_find(findings, GALLEY_REPAIRED, "x.many", here, "again");
    galley_find(findings, GALLEY_REPAIRED, "x.other", here, "once");
    assert_int_equal(galley_findings_kept(findings), GALLEY_FINDINGS_KEPT + 1);
    assert_int_equal(galley_findings_count(findings, GALLEY_REPAIRED), GALLEY_FINDINGS_KEPT + 51);
    assert_int_equal(galley_findings_count_code(findings, "x.many"), GALLEY_FINDINGS_KEPT + 50);
    assert_int_equal(galley_findings_count_code(findings, "x.none"), 0);
    galley_findings_drop(findings);
}

static void reaches_a_level_and_those_below(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    assert_false(galley_findings_reached(findings, GALLEY_REPAIRED));
    galley_find(findings, GALLEY_LOST, "x.lost", here, "lost");
    assert_true(galley_findings_reached(findings, GALLEY_UNSURE));
    assert_true(galley_findings_reached(findings, GALLEY_LOST));
    assert_false(galley_findings_reached(findings, GALLEY_ERROR));
    assert_int_equal(galley_fail(findings, GALLEY_IO, "x.io", here, "gone"), GALLEY_IO);
    assert_true(galley_findings_reached(findings, GALLEY_FATAL));
    galley_findings_drop(findings);
}

static void nobody_needs_to_listen(void **state)
{
    (void)state;
    galley_find(NULL, GALLEY_LOST, "x.lost", here, "lost");
    assert_int_equal(galley_fail(NULL, GALLEY_USAGE, "x.usage", here, "wrong"), GALLEY_USAGE);
    galley_findings_drop(NULL);
}

static void levels_have_names(void **state)
{
    (void)state;
    for (unsigned level = 0; level < GALLEY_LEVEL_COUNT; level++) {
        galley_level back = GALLEY_FATAL;
        assert_true(galley_level_parse(galley_level_name((galley_level)level), &back));
        assert_int_equal(back, level);
    }
    galley_level untouched = GALLEY_LOST;
    assert_false(galley_level_parse("Lost", &untouched));
    assert_int_equal(untouched, GALLEY_LOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_copies_in_order),
        cmocka_unit_test(counts_what_it_does_not_keep),
        cmocka_unit_test(reaches_a_level_and_those_below),
        cmocka_unit_test(nobody_needs_to_listen),
        cmocka_unit_test(levels_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
