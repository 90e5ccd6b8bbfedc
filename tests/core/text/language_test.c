/* SPDX-License-Identifier: MIT
 * Language packs as they were embedded, whole; the nearest one for a tag; and the
 * language told from the letters of an issue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

#include "core/text/language.h"

static int new_arena(void **state)
{
    *state = galley_arena_new(0);
    return *state ? 0 : -1;
}

static int drop_arena(void **state)
{
    galley_arena_drop(*state);
    return 0;
}

static void test_the_nearest_pack(void **state)
{
    static const struct {
        const char *wanted, *found;
    } table[] = {
        { "zh", "zh-Hans" },      { "zh-CN", "zh-Hans" }, { "zh-Hans", "zh-Hans" }, { "zh-Hans-SG", "zh-Hans" },
        { "zh-TW", "zh-Hant" },   { "zh-HK", "zh-Hant" }, { "zh-Hant", "zh-Hant" }, { "zh-Hant-MO", "zh-Hant" },
        { "zh-hant", "zh-Hant" }, { "ZH-tw", "zh-Hant" }, { "en", "en" },           { "en-GB", "en" },
        { "eng", "eng" },         { "xx", "xx" },         { "und", "und" },         { "", "" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const language *pack = language_load(*state, galley_slice_of(table[i].wanted));
        assert_non_null(pack);
        if (!galley_slice_is(pack->tag, table[i].found))
            fail_msg("%s gives the pack %.*s", table[i].wanted, GALLEY_SHOW(pack->tag));
    }
}

static void test_an_empty_pack_knows_nothing(void **state)
{
    const language *pack = language_load(*state, galley_slice_of("xx"));
    for (size_t i = 0; i < LANGUAGE_LIST_COUNT; i++)
        assert_int_equal(pack->lists[i].count, 0);
    assert_false(language_set_has(&pack->surnames, 0x738B));
}

/* Every list of the Chinese packs is filled, and none was cut off by the parser: the
 * last words of lists that go on over several lines are there. */
static void test_the_chinese_packs_are_whole(void **state)
{
    static const char *const tags[] = { "zh-Hans", "zh-Hant" };
    for (size_t t = 0; t < 2; t++) {
        const language *pack = language_load(*state, galley_slice_of(tags[t]));
        for (size_t i = 0; i < LANGUAGE_LIST_COUNT; i++)
            if (!pack->lists[i].count)
                fail_msg("list %zu of %s is empty", i, tags[t]);
        struct codes last = codes_of("呼延");
        assert_true(pattern_whole(&pack->lists[LANGUAGE_DOUBLE_SURNAMES], codes_text(&last)));
        assert_true(language_set_has(&pack->surnames, 0x738B));  /* 王 */
        assert_true(language_set_has(&pack->surnames, 0x4ED8));  /* 付, the last one */
        assert_false(language_set_has(&pack->surnames, 0x7684)); /* 的 */
        assert_true(language_set_has(&pack->function, 0x7684));
        assert_true(pack->surnames.count > 300);
        for (size_t i = 1; i < pack->surnames.count; i++)
            assert_true(pack->surnames.items[i - 1] <= pack->surnames.items[i]);
    }
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    for (size_t cap = 16; cap < 4000; cap += 97) {
        galley_arena *arena = galley_arena_new(cap);
        assert_null(language_load(arena, galley_slice_of("zh")));
        assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
        galley_arena_drop(arena);
    }
}

static void assert_detected(const char *text, const char *tag)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("page"));
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, (galley_slice){ 0 }, 1, 1);
    galley_issue_add_line(issue, galley_slice_of(text), 2, 2);
    galley_slice found = language_detect(issue);
    if (!galley_slice_is(found, tag))
        fail_msg("%s was taken for %.*s", text, GALLEY_SHOW(found));
    galley_issue_drop(issue);
}

static void test_detection(void **state)
{
    (void)state;
    assert_detected("渡口的水位这个月涨了两尺，渔民们说还会再涨。", "zh-Hans");
    assert_detected("渡口的水位這個月漲了兩尺，漁民們說還會再漲。", "zh-Hant");
    assert_detected("渡口の水位は今月二尺も上がり、漁師たちはまだ上がると言う。", "ja");
    assert_detected("나루터의 물이 이번 달에 두 자나 올랐다고 어부들이 말했다.", "ko");
    assert_detected("The river rose two feet this month, the ferrymen say.", "en");
    assert_detected("第9期 A3 渡口晨报 国内刊号 ISSN ABCD", "zh-Hans");
    assert_detected("2031 — 04 / 05", "und");
    assert_detected("", "und");
}

static void test_an_empty_issue_has_no_language(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    assert_true(galley_slice_is(language_detect(issue), "und"));
    galley_issue_drop(issue);
}

#define LANGUAGE_TEST(name) cmocka_unit_test_setup_teardown(name, new_arena, drop_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LANGUAGE_TEST(test_the_nearest_pack),
        LANGUAGE_TEST(test_an_empty_pack_knows_nothing),
        LANGUAGE_TEST(test_the_chinese_packs_are_whole),
        cmocka_unit_test(test_a_full_arena_is_told),
        cmocka_unit_test(test_detection),
        cmocka_unit_test(test_an_empty_issue_has_no_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
