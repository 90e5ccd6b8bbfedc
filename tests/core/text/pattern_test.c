/* SPDX-License-Identifier: MIT
 * Patterns: numbers in every script, anything in between, one form for full and
 * half width, and bounds that hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

static pattern_list parsed(void *arena, const char *words)
{
    pattern_list list = { 0 };
    assert_true(pattern_parse(arena, galley_slice_of(words), &list));
    return list;
}

static bool is_whole(void *arena, const char *words, const char *text)
{
    pattern_list list = parsed(arena, words);
    struct codes codes = codes_of(text);
    return pattern_whole(&list, codes_text(&codes));
}

static void test_numbers_of_every_script_have_values(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long value;
    } table[] = {
        { "23", 23 },
        { "第０７版", 7 },
        { "二十三", 23 },
        { "一百零五", 105 },
        { "十", 10 },
        { "十二", 12 },
        { "三百", 300 },
        { "两千零二十四", 2024 },
        { "二〇二四年", 2024 },
        { "一千一百一", 1101 },
        { "第12版第3版", 12 },
        { "没有", -1 },
        { "", -1 },
        { "〇", 0 },
        { "零", 0 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct codes codes = codes_of(table[i].text);
        if (pattern_value(codes_text(&codes)) != table[i].value)
            fail_msg("%s is %ld", table[i].text, pattern_value(codes_text(&codes)));
    }
}

static void test_a_number_of_any_length_has_a_value(void **state)
{
    (void)state;
    static const char *const texts[] = { "99999999999999999999999999999999999999999",
                                         "九九九九九九九九九九九九九九九九千",
                                         "千千千千千千千千千千千千千千千千千千千千千" };
    for (size_t i = 0; i < 3; i++) {
        struct codes codes = codes_of(texts[i]);
        long value = pattern_value(codes_text(&codes));
        assert_true(value > 0 && value <= PATTERN_LARGEST);
    }
}

static void test_width_and_look_alikes_are_folded(void **state)
{
    assert_int_equal(pattern_fold(0xFF08), '(');
    assert_int_equal(pattern_fold(0xFF21), 'A');
    assert_int_equal(pattern_fold(0x2015), 0x2014);
    assert_int_equal(pattern_fold(0xFF5C), '|');
    assert_int_equal(pattern_fold(0x6F6E), 0x6F6E);
    assert_true(is_whole(*state, "（下转第#版）", "(下转第2版)"));
    assert_true(is_whole(*state, "(下转第#版)", "（下转 第 二 版）"));
    assert_true(is_whole(*state, "——", "――"));
}

static void test_numbers_match_their_longest(void **state)
{
    assert_true(is_whole(*state, "第#版", "第十二版"));
    assert_true(is_whole(*state, "第#版", "第１２版"));
    assert_false(is_whole(*state, "第#版", "第版"));
    assert_false(is_whole(*state, "第#版", "第A版"));
    assert_true(is_whole(*state, "#年#月#日", "二〇三一年四月十五日"));
    assert_true(is_whole(*state, "#0", "120")); /* gives one digit back */
    assert_true(is_whole(*state, "#", "12345678"));
    assert_false(is_whole(*state, "#", "123456789")); /* eight at most */
}

static void test_anything_is_short_and_stays_in_its_sentence(void **state)
{
    assert_true(is_whole(*state, "本报*讯", "本报讯"));
    assert_true(is_whole(*state, "本报*讯", "本报柳坪4月5日讯"));
    assert_true(is_whole(*state, "甲*乙", "甲一二三四五六七八九十一二三四五六乙"));
    assert_false(is_whole(*state, "甲*乙", "甲一二三四五六七八九十一二三四五六七乙"));
    assert_false(is_whole(*state, "甲*乙", "甲子。乙"));
    assert_true(is_whole(*state, "由*提供*", "由渡口小学提供照片")); /* the last * takes what is left */
    assert_true(is_whole(*state, "Photo_by*", "Photo by Ada Ferry"));
    assert_true(is_whole(*state, "#*", "12345"));
    assert_false(is_whole(*state, "Photo_by*", "Photo by Ada. Ferry"));
    assert_true(is_whole(*state, "^,*—", "TIDEFORD, Dec. 15—")); /* the stop of a month */
}

static void test_the_longest_start_and_the_earliest_end(void **state)
{
    pattern_list list = parsed(*state, "记者 本报记者 第#版");
    struct codes codes = codes_of("本报记者 林砚");
    assert_int_equal(pattern_starts(&list, codes_text(&codes)), 4);
    assert_int_equal(pattern_ends(&list, codes_text(&codes)), SIZE_MAX);
    codes = codes_of("林砚 本报记者");
    assert_int_equal(pattern_starts(&list, codes_text(&codes)), SIZE_MAX);
    assert_int_equal(pattern_ends(&list, codes_text(&codes)), 2); /* the earliest of the two that end there */
    codes = codes_of("详见第十二版");
    assert_int_equal(pattern_ends(&list, codes_text(&codes)), 2);
}

static void test_an_end_is_found_behind_a_long_text(void **state)
{
    char text[400] = "";
    for (int i = 0; i < 60; i++)
        strcat(text, "潮");
    strcat(text, "下转第3版");
    pattern_list list = parsed(*state, "下转第#版");
    struct codes codes = codes_of(text);
    assert_int_equal(pattern_ends(&list, codes_text(&codes)), 60);
}

static void test_find_takes_the_first_and_its_longest(void **state)
{
    pattern_list list = parsed(*state, "下转第#版 第#版");
    struct codes codes = codes_of("路见第3版，又下转第4版");
    size_t end = 0;
    assert_int_equal(pattern_find(&list, codes_text(&codes), 0, &end), 2);
    assert_int_equal(end, 5);
    assert_int_equal(pattern_find(&list, codes_text(&codes), 3, &end), 7);
    assert_int_equal(end, 12);
    assert_int_equal(pattern_find(&list, codes_text(&codes), 10, &end), SIZE_MAX);
    assert_int_equal(pattern_find(&list, codes_text(&codes), 99, &end), SIZE_MAX);
}

static void test_nothing_matches_nothing(void **state)
{
    pattern_list none = { 0 }, empty = parsed(*state, " \n  "), spaces = parsed(*state, "_");
    struct codes codes = codes_of("潮"), nothing = codes_of("");
    assert_int_equal(empty.count, 0);
    assert_true(pattern_parse(*state, (galley_slice){ 0 }, &empty));
    assert_int_equal(pattern_starts(&none, codes_text(&codes)), SIZE_MAX);
    assert_false(pattern_whole(&spaces, codes_text(&nothing)));
    pattern_list some = parsed(*state, "潮 #* *");
    assert_int_equal(pattern_ends(&some, codes_text(&nothing)), SIZE_MAX);
    assert_int_equal(pattern_starts(&empty, codes_text(&nothing)), SIZE_MAX);
}

static void test_underscores_stand_for_spaces(void **state)
{
    assert_true(is_whole(*state, "Continued_on_Page_#", "Continued on Page 7"));
    assert_true(is_whole(*state, "Continued_on_Page_#", "ContinuedonPage7"));
}

/* Whole words of an alphabet; a small letter stands for its capital, a capital for itself. */
static void test_words_of_an_alphabet(void **state)
{
    size_t end;
    pattern_list by = parsed(*state, "By");
    struct codes codes = codes_of("Byzantium By the sea, BY, by");
    assert_int_equal(pattern_starts(&by, codes_text(&codes)), SIZE_MAX);
    assert_int_equal(pattern_find(&by, codes_text(&codes), 0, &end), 9);
    assert_int_equal(end, 11);
    assert_int_equal(pattern_find(&by, codes_text(&codes), end, &end), 18); /* BY */
    assert_int_equal(pattern_find(&by, codes_text(&codes), end, &end), SIZE_MAX);
    pattern_list says = parsed(*state, "continued_on");
    codes = codes_of("CONTINUED ON page 5");
    assert_int_equal(pattern_starts(&says, codes_text(&codes)), 11);
    codes = codes_of("Discontinued on");
    assert_int_equal(pattern_ends(&says, codes_text(&codes)), SIZE_MAX);
    assert_true(is_whole(*state, "été", "ÉTÉ"));
    assert_false(is_whole(*state, "Été", "été"));
    assert_true(is_whole(*state, "*zeitung", "Abendzeitung")); /* behind a star no word need begin */
}

static void test_what_a_page_number_looks_like(void **state)
{
    static const char *const pages[] = { "5", "12", "A5", "B-2", "十二", "Ａ０５" };
    static const char *const others[] = { "A", "a5", "A-", "AB5", "" };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (!is_whole(*state, "%", pages[i]))
            fail_msg("%s is a page", pages[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_whole(*state, "%", others[i]))
            fail_msg("%s is no page", others[i]);
    assert_true(is_whole(*state, "page_%", "Page A5"));
    assert_false(is_whole(*state, "page_%", "Pages5"));
}

static void test_what_a_name_looks_like(void **state)
{
    static const char *const names[] = { "Ada Ferry",         "J. R. Marsh", "Jan de Wit",
                                         "Anne-Marie O’Hara", "ADA FERRY",   "Élodie Marais et Jean Roux" };
    static const char *const others[] = { "ada ferry", "Ada Ferry said", "Ada, Ferry", "de Wit" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!is_whole(*state, "@", names[i]))
            fail_msg("%s is a name", names[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_whole(*state, "@", others[i]))
            fail_msg("%s is no name", others[i]);
    assert_true(is_whole(*state, "Photo_by_@", "Photo by Ada Ferry"));
    assert_true(is_whole(*state, "@/AFP", "Jean Roux/AFP"));
    assert_true(is_whole(*state, "^,*—", "PORT ALDER, June 3 —"));
    assert_false(is_whole(*state, "^,*—", "Port Alder, June 3 —"));
}

static void test_numbers_with_parted_thousands(void **state)
{
    assert_true(is_whole(*state, "No._#", "No. 12,345"));
    assert_true(is_whole(*state, "Nr._#", "Nr. 12.345"));
    assert_false(is_whole(*state, "No._#", "No. 12,34"));
    struct codes codes = codes_of("No. 12,345");
    assert_int_equal(pattern_value(codes_text(&codes)), 12345);
    codes = codes_of("3,45");
    assert_int_equal(pattern_value(codes_text(&codes)), 3);
}

static void test_many_stars_end_in_time(void **state)
{
    char text[400] = "";
    for (int i = 0; i < 100; i++)
        strcat(text, "潮");
    assert_false(is_whole(*state, "*潮*潮*水", text));
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(40);
    pattern_list list = { 0 };
    assert_false(pattern_parse(arena, galley_slice_of("一 二 三 四 五 六 七 八 九 十"), &list));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_of_every_script_have_values),
        cmocka_unit_test(test_a_number_of_any_length_has_a_value),
        WITH_ARENA(test_width_and_look_alikes_are_folded),
        WITH_ARENA(test_numbers_match_their_longest),
        WITH_ARENA(test_anything_is_short_and_stays_in_its_sentence),
        WITH_ARENA(test_the_longest_start_and_the_earliest_end),
        WITH_ARENA(test_an_end_is_found_behind_a_long_text),
        WITH_ARENA(test_find_takes_the_first_and_its_longest),
        WITH_ARENA(test_nothing_matches_nothing),
        WITH_ARENA(test_underscores_stand_for_spaces),
        WITH_ARENA(test_words_of_an_alphabet),
        WITH_ARENA(test_what_a_page_number_looks_like),
        WITH_ARENA(test_what_a_name_looks_like),
        WITH_ARENA(test_numbers_with_parted_thousands),
        WITH_ARENA(test_many_stars_end_in_time),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
