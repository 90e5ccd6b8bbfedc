/* SPDX-License-Identifier: MIT
 * Dates in the forms of every pack; what looks like one and is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

#include "core/text/language.h"

static void test_dates_of_all_languages(void **state)
{
    static const struct {
        const char *tag, *text;
        long year, month, day;
    } table[] = {
        { "zh-Hans", "2031年6月3日", 2031, 6, 3 },
        { "zh-Hans", "二〇三一年六月三十日 星期一", 2031, 6, 30 },
        { "zh-Hans", "２０３１年１２月３日", 2031, 12, 3 },
        { "zh-Hant", "中華民國120年6月3日", 2031, 6, 3 },
        { "ja", "2031年（令和13年）6月3日（火）", 2031, 6, 3 },
        { "ja", "令和13年6月3日", 2031, 6, 3 },
        { "ja", "昭和三十九年十月十日", 1964, 10, 10 },
        { "ko", "2031년 6월 3일 화요일", 2031, 6, 3 },
        { "en", "June 3, 2031", 2031, 6, 3 },
        { "en", "3 June 2031", 2031, 6, 3 },
        { "en", "TUESDAY, JUNE 3RD, 2031", 2031, 6, 3 },
        { "en", "Tues. Sept. 30, 2031", 2031, 9, 30 },
        { "de", "3. Juni 2031", 2031, 6, 3 },
        { "de", "Dienstag, den 3. Jänner 2031", 2031, 1, 3 },
        { "de", "03.06.2031", 2031, 6, 3 },
        { "fr", "mardi 1er août 2031", 2031, 8, 1 },
        { "fr", "3 DÉCEMBRE 2031", 2031, 12, 3 },
        { "es", "Martes, 3 de junio de 2031", 2031, 6, 3 },
        { "es", "3 de setiembre de 2031", 2031, 9, 3 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const language *pack = language_load(*state, galley_slice_of(table[i].tag));
        struct codes codes = codes_of(table[i].text);
        date found = { 0 };
        size_t end, at = date_find(&pack->dates, codes_text(&codes), 0, &end, &found);
        if (at != 0 || end != codes.count || !date_whole(&pack->dates, codes_text(&codes)) ||
            found.year != table[i].year || found.month != table[i].month || found.day != table[i].day)
            fail_msg("%s: %s is %ld-%ld-%ld", table[i].tag, table[i].text, found.year, found.month, found.day);
    }
}

static void test_what_is_no_date(void **state)
{
    static const struct {
        const char *tag, *text;
    } table[] = {
        { "zh-Hans", "2031年13月3日" },
        { "zh-Hans", "31年6月3日" },
        { "ja", "光文13年6月3日" },
        { "en", "June 32, 2031" },
        { "en", "Juno 3, 2031" },
        { "de", "3. Juno 2031" },
        { "fr", "3 juin" },
        { "es", "" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const language *pack = language_load(*state, galley_slice_of(table[i].tag));
        struct codes codes = codes_of(table[i].text);
        if (date_whole(&pack->dates, codes_text(&codes)))
            fail_msg("%s: %s", table[i].tag, table[i].text);
    }
}

static void test_a_date_among_other_words(void **state)
{
    const language *pack = language_load(*state, galley_slice_of("en"));
    struct codes codes = codes_of("Vol. 88 No. 12,345 June 3, 2031 Price 50 cents");
    date found = { 0 };
    size_t end, at = date_find(&pack->dates, codes_text(&codes), 0, &end, &found);
    assert_int_equal(at, 15);
    assert_int_equal(end, 25);
    assert_int_equal(found.day, 3);
    assert_int_equal(date_find(&pack->dates, codes_text(&codes), end, &end, &found), SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(test_dates_of_all_languages),
        WITH_ARENA(test_what_is_no_date),
        WITH_ARENA(test_a_date_among_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
