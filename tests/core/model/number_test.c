/* SPDX-License-Identifier: MIT
 * Floats: short, the same when they come back, in any locale, and nothing else is one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <locale.h>
#include <math.h>

#include <galley/number.h>

static void assert_printed(float number, const char *expected)
{
    char text[GALLEY_FLOAT_ROOM];
    assert_int_equal(galley_float_print(number, text), strlen(expected));
    assert_string_equal(text, expected);
}

static void prints_the_shortest(void **state)
{
    (void)state;
    assert_printed(0, "0");
    assert_printed(-0.0f, "0");
    assert_printed(1, "1");
    assert_printed(-0.25f, "-0.25");
    assert_printed(0.93f, "0.93");
    assert_printed(595.276f, "595.276");
    assert_printed(1e20f, "1e+20");
    assert_printed(NAN, "0");
    assert_printed(-INFINITY, "0");
}

/* The German locale where it is there, which writes 0,93. */
static void any_float_comes_back(void **state)
{
    static const char *const locales[] = { "C", "de_DE.UTF-8" };
    (void)state;
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        if (!setlocale(LC_ALL, locales[i]))
            continue;
        for (uint32_t k = 0; k < 200000; k++) {
            uint32_t bits = k * 2654435761u;
            float number, back = 0;
            char text[GALLEY_FLOAT_ROOM];
            memcpy(&number, &bits, sizeof number);
            size_t count = galley_float_print(number, text);
            assert_true(galley_float_parse((galley_slice){ text, count }, &back));
            assert_true(isfinite(number) ? !(back < number) && !(back > number) : !(back < 0) && !(back > 0));
            assert_null(strchr(text, ','));
        }
    }
    setlocale(LC_ALL, "C");
}

static void nothing_else_is_a_number(void **state)
{
    static const char *const bad[] = { "",      "-",  ".",   "1.2.3", "1,5",   " 1", "1 ", "0x10", "nan", "inf",
                                       "1e400", "1e", "1e+", "--1",   "1e5.2", "e5", "1f", "+-1",  "1_0", "１" };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        float out = 7;
        assert_false(galley_float_parse(galley_slice_of(bad[i]), &out));
        assert_true(out > 6.9f && out < 7.1f);
    }
    float out = 0;
    assert_true(galley_float_parse(galley_slice_of("+12.5e-1"), &out));
    assert_true(out > 1.249f && out < 1.251f);
    assert_false(galley_float_parse((galley_slice){ 0 }, &out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_the_shortest),
        cmocka_unit_test(any_float_comes_back),
        cmocka_unit_test(nothing_else_is_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
