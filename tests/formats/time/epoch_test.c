/* SPDX-License-Identifier: MIT
 * What of SOURCE_DATE_EPOCH is a time, and what is as good as unset. */
#define _GNU_SOURCE /* setenv */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "formats/time/epoch.h"

static void takes_seconds(void **state)
{
    (void)state;
    struct tm utc;
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    assert_true(galley_epoch(&utc));
    assert_int_equal(utc.tm_year, 123);
    assert_int_equal(utc.tm_mon, 10);
    assert_int_equal(utc.tm_mday, 14);
    assert_int_equal(utc.tm_hour, 22);
    setenv("SOURCE_DATE_EPOCH", "253402300799", 1);
    assert_true(galley_epoch(&utc));
    assert_int_equal(utc.tm_year, 8099);
}

static void takes_nothing_else(void **state)
{
    (void)state;
    static const char *const values[] = { "", "-1", "+5", " 5", "5 ", "0x5", "5.0", "253402300800", "9999999999999" };
    struct tm utc;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        setenv("SOURCE_DATE_EPOCH", values[i], 1);
        assert_false(galley_epoch(&utc));
    }
    unsetenv("SOURCE_DATE_EPOCH");
    assert_false(galley_epoch(&utc));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_seconds),
        cmocka_unit_test(takes_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
