/* SPDX-License-Identifier: MIT
 * Which days there are. */
#include "formats/time/day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void days_that_are(void **state)
{
    static const char *const days[] = { "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
    (void)state;
    galley_day day;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_true(galley_day_parse(galley_slice_of(days[i]), &day));
    assert_int_equal(day.year, 9999);
    assert_int_equal(day.month, 12);
    assert_int_equal(day.day, 31);
}

static void days_that_are_not(void **state)
{
    static const char *const days[] = { "",           "2024-02-30", "2023-02-29",  "1900-02-29",
                                        "2024-13-01", "2024-00-10", "2024-01-00",  "2024-1-01",
                                        "2024/01/01", "20240101",   "2024-01-011", "0000-01-01",
                                        "2024-0x-01", " 024-01-01" };
    (void)state;
    galley_day day;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_false(galley_day_parse(galley_slice_of(days[i]), &day));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(days_that_are), cmocka_unit_test(days_that_are_not) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
