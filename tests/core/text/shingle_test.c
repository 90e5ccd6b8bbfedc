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

/* An index of up to three texts, and the lists of what is asked of it. */
struct library {
    galley_arena *arena;
    shingle_table *table;
    shingle_index *index;
};

#define SHELVES 3

static struct library library_of(const char *const *texts, uint32_t count, bool words, const char *asked,
                                 shingle_list *question)
{
    struct library made = { .arena = galley_arena_new(0) };
    shingle_list lists[SHELVES];
    struct codes codes = codes_of(asked);
    made.table = shingle_table_new(made.arena, 400, words);
    *question = shingle_list_of(made.table, codes_text(&codes));
    for (uint32_t i = 0; i < count; i++) {
        codes = codes_of(texts[i]);
        lists[i] = shingle_list_of(made.table, codes_text(&codes));
    }
    made.index = shingle_new(made.arena, made.table, count, 400);
    for (uint32_t i = 0; i < count; i++)
        shingle_add(made.index, i, lists[i]);
    shingle_close(made.index);
    return made;
}

static float share_in(const char *const *texts, uint32_t count, bool words, uint32_t document, const char *asked)
{
    shingle_list question;
    struct library library = library_of(texts, count, words, asked, &question);
    float found = shingle_share(library.index, document, question);
    galley_arena_drop(library.arena);
    return found;
}

static float share(uint32_t document, const char *text)
{
    return share_in(bodies, 3, false, document, text);
}

static void test_a_headline_shares_with_its_body(void **state)
{
    (void)state;
    static const char *const heads[] = { "老灯塔修缮亮灯", "柳坪稻田开镰", "百年旧信入藏图书馆" };
    for (uint32_t head = 0; head < 3; head++)
        for (uint32_t body = 0; body < 3; body++) {
            float found = share(body, heads[head]);
            assert_true(found >= 0 && found <= 1);
            if (head == body)
                assert_true(found > 0.3f);
            else
                assert_true(found < 0.1f);
        }
}

static void test_what_all_share_weighs_little(void **state)
{
    (void)state;
    assert_true(share(0, "灯塔修缮") > share(0, "昨日参观") + 0.1f);
}

static void test_endings_in_hiragana_say_nothing(void **state)
{
    (void)state;
    static const char *const body[] = { "古い灯台を修理している" };
    assert_true(share_in(body, 1, false, 0, "している") == 0);
    assert_true(share_in(body, 1, false, 0, "灯台の修理") > 0);
}

/* Of several texts the one that has most of it; of none none. */
static void test_the_nearest(void **state)
{
    (void)state;
    static const char *const heads[] = { "老灯塔修缮亮灯", "柳坪稻田开镰", "百年旧信入藏图书馆" };
    shingle_list question;
    for (uint32_t head = 0; head < 3; head++) {
        struct library library = library_of(bodies, 3, false, heads[head], &question);
        shingle_nearest found = shingle_nearest_to(library.index, question);
        assert_int_equal(found.document, head);
        assert_true(found.share == shingle_share(library.index, head, question));
        found = shingle_nearest_to(library.index, question); /* and again */
        assert_true(found.share == shingle_share(library.index, head, question));
        galley_arena_drop(library.arena);
    }
    struct library library = library_of(bodies, 3, false, "与此无关", &question);
    assert_true(shingle_nearest_to(library.index, question).share == 0);
    galley_arena_drop(library.arena);
}

static void test_more_shared_pairs_are_more(void **state)
{
    (void)state;
    assert_true(share(0, "老灯塔重新亮灯") > share(0, "灯塔"));
    assert_true(share(0, "老灯塔重新亮灯") > share(0, "老灯塔与稻谷同庆"));
}

static void test_nothing_shares_nothing(void **state)
{
    (void)state;
    assert_true(share(0, "") == 0);
    assert_true(share(0, "灯") == 0);
    assert_true(share(0, "。，、！") == 0);
    assert_true(share(7, "灯塔修缮") == 0);
}

static void test_punctuation_parts_pairs(void **state)
{
    (void)state;
    shingle_list question;
    struct library library = library_of(bodies, 3, false, "灯，", &question);
    assert_true(shingle_has(library.index, 0, 0x706F, 0x5854)); /* 灯塔 */
    assert_false(shingle_has(library.index, 1, 0x706F, 0x5854));
    assert_false(shingle_has(library.index, 0, 0x706F, 0xFF0C)); /* 灯， */
    assert_false(shingle_has(library.index, 0, 0x5854, 0x706F)); /* the other way round */
    assert_int_equal(question.count, 0);
    galley_arena_drop(library.arena);
}

/* More characters than were announced: what is beyond them is left out. */
static void test_more_than_expected(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    uint32_t codes[400];
    for (uint32_t i = 0; i < 400; i++)
        codes[i] = 0x4E00 + i * 7;
    shingle_table *table = shingle_table_new(arena, 300, false);
    shingle_list first = shingle_list_of(table, pattern_of(codes, 200)),
                 second = shingle_list_of(table, pattern_of(codes + 200, 200));
    assert_int_equal(first.count + second.count, 300);
    shingle_index *index = shingle_new(arena, table, 2, 4);
    shingle_add(index, 0, first);
    shingle_add(index, 1, second);
    shingle_close(index);
    assert_true(shingle_share(index, 0, first) > 0);
    assert_false(shingle_has(index, 0, 0x9000, 0x9001));
    assert_false(shingle_has(index, 1, codes[390], codes[391]));
    galley_arena_drop(arena);
}

/* A word that stands in many documents is found in each range of them. */
static void test_ranges_of_documents(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    uint32_t codes[] = { 0x706F, 0x5854 };
    shingle_table *table = shingle_table_new(arena, 2, false);
    shingle_list list = shingle_list_of(table, pattern_of(codes, 2));
    shingle_index *index = shingle_new(arena, table, 100, 200);
    for (uint32_t i = 0; i < 100; i += 3)
        shingle_add(index, i, list);
    shingle_close(index);
    for (uint32_t from = 0; from < 100; from++) {
        assert_int_equal(shingle_has(index, from, codes[0], codes[1]), from % 3 == 0);
        assert_int_equal(shingle_share_among(index, from, from + 2, list) > 0, from % 3 != 1);
    }
    galley_arena_drop(arena);
}

/* In an alphabet words are shared, not pairs of letters, and endings do not matter. */
static void test_words_are_shared(void **state)
{
    (void)state;
    static const char *const texts[] = { "The old lighthouse above the ferry was lit again by its keeper.",
                                         "The council repaired the bridge and the market has opened." };
    shingle_list question;
    struct library library = library_of(texts, 2, true, "Lighthouses and keepers", &question);
    struct codes end = codes_of("an OLD"), start = codes_of("lighthouse lit");
    assert_true(shingle_share(library.index, 0, question) > 0.3f);
    assert_true(shingle_share(library.index, 1, question) < 0.01f);
    assert_true(shingle_across(library.index, 0, 1, codes_text(&end), codes_text(&start)));
    assert_false(shingle_across(library.index, 1, 2, codes_text(&end), codes_text(&start)));
    assert_false(shingle_across(library.index, 0, 1, codes_text(&start), codes_text(&end)));
    galley_arena_drop(library.arena);
}

/* What two texts say again and again: the lighthouse in the first two, nothing in the third. */
static void test_a_topic_stands_in_two_documents(void **state)
{
    (void)state;
    static const char *const texts[] = { "老灯塔亮灯", "守灯塔的人", "稻田开镰" };
    shingle_list question;
    struct library library = library_of(texts, 3, false, "灯塔开镰", &question);
    float again = 0, shared = 0;
    shingle_topic(library.index, 0, 2, 2, 3, question, &again, &shared);
    assert_true(again > 0);
    assert_true(shared == 0);
    again = 0;
    shingle_topic(library.index, 1, 3, 0, 1, question, &again, &shared);
    assert_true(again == 0 && shared == 0); /* each stands in one of them only */
    shingle_topic(library.index, 0, 2, 1, 3, question, &again, &shared);
    assert_true(again > 0 && shared == again);
    galley_arena_drop(library.arena);
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(500);
    assert_null(shingle_table_new(arena, 200, false));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_headline_shares_with_its_body),
        cmocka_unit_test(test_what_all_share_weighs_little),
        cmocka_unit_test(test_more_shared_pairs_are_more),
        cmocka_unit_test(test_nothing_shares_nothing),
        cmocka_unit_test(test_punctuation_parts_pairs),
        cmocka_unit_test(test_the_nearest),
        cmocka_unit_test(test_ranges_of_documents),
        cmocka_unit_test(test_more_than_expected),
        cmocka_unit_test(test_words_are_shared),
        cmocka_unit_test(test_endings_in_hiragana_say_nothing),
        cmocka_unit_test(test_a_topic_stands_in_two_documents),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
