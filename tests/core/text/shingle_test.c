/* SPDX-License-Identifier: MIT
 * Shared words: a headline shares with its own body, rare pairs weigh more, two
 * chance pairs little; a full table still answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

#include "core/text/shingle.h"

static const char *const bodies[] = {
    "渡口的老灯塔昨日重新亮灯，守塔人施大河说，灯塔修缮用了三年。市民可登塔参观。",
    "柳坪县的稻田昨日开镰，农技员说，今年的稻谷颗粒饱满。市民可到田间参观。",
    "市图书馆昨日收到一箱旧信，馆员说，这批旧信写于百年之前。市民可预约参观。",
};

static int set_up(void **state)
{
    galley_arena *arena = galley_arena_new(0);
    shingle_index *index = shingle_new(arena, 3, 200, false);
    for (uint32_t i = 0; i < 3; i++) {
        struct codes codes = codes_of(bodies[i]);
        shingle_add(index, i, codes_text(&codes));
    }
    static void *both[2];
    both[0] = arena;
    both[1] = index;
    *state = both;
    return 0;
}

static int tear_down(void **state)
{
    galley_arena_drop(((void **)*state)[0]);
    return 0;
}

static float share(void **state, uint32_t document, const char *text)
{
    struct codes codes = codes_of(text);
    return shingle_share(((void **)*state)[1], document, codes_text(&codes));
}

static void test_a_headline_shares_with_its_body(void **state)
{
    static const char *const heads[] = { "老灯塔修缮亮灯", "柳坪稻田开镰", "百年旧信入藏图书馆" };
    for (uint32_t head = 0; head < 3; head++)
        for (uint32_t body = 0; body < 3; body++) {
            float found = share(state, body, heads[head]);
            assert_true(found >= 0 && found <= 1);
            if (head == body)
                assert_true(found > 0.3f);
            else
                assert_true(found < 0.1f);
        }
}

static void test_what_all_share_weighs_little(void **state)
{
    assert_true(share(state, 0, "灯塔修缮") > share(state, 0, "昨日参观") + 0.1f);
}

static void test_endings_in_hiragana_say_nothing(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    shingle_index *index = shingle_new(arena, 1, 50, false);
    struct codes body = codes_of("古い灯台を修理している"), ending = codes_of("している"),
                 word = codes_of("灯台の修理");
    shingle_add(index, 0, codes_text(&body));
    assert_true(shingle_share(index, 0, codes_text(&ending)) == 0);
    assert_true(shingle_share(index, 0, codes_text(&word)) > 0);
    galley_arena_drop(arena);
}

static void test_more_shared_pairs_are_more(void **state)
{
    assert_true(share(state, 0, "老灯塔重新亮灯") > share(state, 0, "灯塔"));
    assert_true(share(state, 0, "老灯塔重新亮灯") > share(state, 0, "老灯塔与稻谷同庆"));
}

static void test_nothing_shares_nothing(void **state)
{
    assert_true(share(state, 0, "") == 0);
    assert_true(share(state, 0, "灯") == 0);
    assert_true(share(state, 0, "。，、！") == 0);
    assert_true(share(state, 7, "灯塔修缮") == 0);
}

static void test_punctuation_parts_pairs(void **state)
{
    shingle_index *index = ((void **)*state)[1];
    assert_true(shingle_has(index, 0, 0x706F, 0x5854)); /* 灯塔 */
    assert_false(shingle_has(index, 1, 0x706F, 0x5854));
    assert_false(shingle_has(index, 0, 0x706F, 0xFF0C)); /* 灯， */
    assert_false(shingle_has(index, 0, 0x5854, 0x706F)); /* the other way round */
}

/* More characters than were announced: the table must not be walked for ever. */
static void test_more_than_expected(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    shingle_index *index = shingle_new(arena, 2, 4, false);
    uint32_t codes[400];
    for (uint32_t i = 0; i < 400; i++)
        codes[i] = 0x4E00 + i * 7;
    shingle_add(index, 0, pattern_of(codes, 400));
    shingle_add(index, 1, pattern_of(codes + 200, 200));
    assert_true(shingle_share(index, 0, pattern_of(codes, 10)) > 0);
    assert_false(shingle_has(index, 0, 0x9000, 0x9001));
    galley_arena_drop(arena);
}

/* In an alphabet words are shared, not pairs of letters, and endings do not matter. */
static void test_words_are_shared(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    shingle_index *index = shingle_new(arena, 2, 400, true);
    static const char *const texts[] = { "The old lighthouse above the ferry was lit again by its keeper.",
                                         "The council repaired the bridge and the market has opened." };
    for (uint32_t i = 0; i < 2; i++) {
        struct codes codes = codes_of(texts[i]);
        shingle_add(index, i, codes_text(&codes));
    }
    struct codes head = codes_of("Lighthouses and keepers"), end = codes_of("an OLD"),
                 start = codes_of("lighthouse lit");
    assert_true(shingle_share(index, 0, codes_text(&head)) > 0.3f);
    assert_true(shingle_share(index, 1, codes_text(&head)) < 0.01f);
    assert_true(shingle_across(index, 0, codes_text(&end), codes_text(&start)));
    assert_false(shingle_across(index, 1, codes_text(&end), codes_text(&start)));
    assert_false(shingle_across(index, 0, codes_text(&start), codes_text(&end)));
    galley_arena_drop(arena);
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(500);
    assert_null(shingle_new(arena, 3, 200, false));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
}

#define SHINGLE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHINGLE_TEST(test_a_headline_shares_with_its_body),
        SHINGLE_TEST(test_what_all_share_weighs_little),
        SHINGLE_TEST(test_more_shared_pairs_are_more),
        SHINGLE_TEST(test_nothing_shares_nothing),
        SHINGLE_TEST(test_punctuation_parts_pairs),
        cmocka_unit_test(test_more_than_expected),
        cmocka_unit_test(test_words_are_shared),
        cmocka_unit_test(test_endings_in_hiragana_say_nothing),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
