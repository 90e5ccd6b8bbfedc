/* SPDX-License-Identifier: MIT
 * Issues that chance made, with odd lines cut into odd texts: whatever they are, every
 * character is there once, every line comes back to the byte, and every pointer finds
 * what it points at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/plugins/json/issues.h"
#include "tests/plugins/tei/again.h"

#define SEEDS 400

/* ticks tei.strip, tei.lines, tei.any-issue */
static void gives_back_whatever_chance_made(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        galley_issue *issue = issue_at_random(seed);
        again read = again_written(issue, NULL, NULL);
        again_assert_facts(&read, issue);
        again_assert_links(&read);
        if (issue->lines.count)
            again_assert_lines(&read, issue);
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

/* ticks tei.options */
static void gives_it_back_without_line_beginnings(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS / 4; seed++) {
        galley_issue *issue = issue_at_random(seed);
        again read = again_written(issue, "lines", NULL);
        again_assert_links(&read);
        if (issue->lines.count)
            again_assert_lines(&read, issue);
        again_drop(&read);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_back_whatever_chance_made),
        cmocka_unit_test(gives_it_back_without_line_beginnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
