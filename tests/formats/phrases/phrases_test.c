/* SPDX-License-Identifier: MIT
 * Which words a language tag finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/phrases/phrases.h"

static void speaks_the_language_of_the_issue(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "zh", "目录" },        { "zh-CN", "目录" },  { "zh-Hans", "目录" }, { "ZH-hant-HK", "目錄" },
        { "zh-TW", "目錄" },     { "ja", "目次" },     { "ko-KR", "차례" },   { "de", "Inhalt" },
        { "fr-CA", "Sommaire" }, { "en", "Contents" }, { "eo", "Contents" },  { "", "Contents" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(galley_phrases_of(galley_slice_of(rows[i][0]))->contents, rows[i][1]);
}

static void knows_what_runs_from_right_to_left(void **state)
{
    (void)state;
    assert_true(galley_right_to_left(galley_slice_of("ar-EG")));
    assert_false(galley_right_to_left(galley_slice_of("arn")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speaks_the_language_of_the_issue),
        cmocka_unit_test(knows_what_runs_from_right_to_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
