/* SPDX-License-Identifier: MIT
 * Names: runs of invented ones cut where a reader would cut them, with the gaps of
 * the page and without, over line ends, with double surnames; and what is no name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

struct desk {
    galley_arena *arena;
    const language *pack;
};

static int set_up(void **state)
{
    static struct desk desk;
    desk.arena = galley_arena_new(0);
    desk.pack = language_load(desk.arena, galley_slice_of("zh-Hans"));
    *state = &desk;
    return desk.pack ? 0 : -1;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    galley_arena_drop(desk->arena);
    return 0;
}

/* The names of a run, parted by a space each. */
static bool split(const struct desk *desk, const char *run, char *out, float *score)
{
    struct codes codes = codes_of(run);
    bool starts[CODES_LONGEST] = { false };
    bool good = person_split(desk->pack, codes.items, codes.gaps, codes.count, starts, score);
    for (size_t i = 0; i < codes.count; i++) {
        if (i > 0 && starts[i])
            *out++ = ' ';
        out += galley_text_encode(codes.items[i], out);
    }
    *out = 0;
    return good;
}

static void test_runs_are_cut_where_a_reader_would(void **state)
{
    static const struct {
        const char *run, *names;
    } table[] = {
        { "林砚秋", "林砚秋" },
        { "林砚秋赵一舟", "林砚秋 赵一舟" },
        { "林砚秋 赵一舟", "林砚秋 赵一舟" },
        { "林砚 赵一舟", "林砚 赵一舟" },
        { "林 砚 赵一舟", "林砚 赵一舟" },               /* two characters, spaced to the width of three */
        { "林砚秋|赵一舟 何 棠", "林砚秋 赵一舟 何棠" }, /* over a line end */
        { "林砚|秋赵一舟", "林砚秋 赵一舟" },            /* cut inside a name */
        { "欧阳南星林砚秋", "欧阳南星 林砚秋" },
        { "司马青 赵一舟", "司马青 赵一舟" },
        { "诸葛一鸣 令狐晚", "诸葛一鸣 令狐晚" },
        { "林砚秋赵一舟何晚棠陈小渡", "林砚秋 赵一舟 何晚棠 陈小渡" },
        { "林砚", "林砚" },
        { "程渡姜梅舟", "程渡 姜梅舟" }, /* both 姜 and 梅 are surnames: the common one */
        { "毛芦魏宁舟", "毛芦 魏宁舟" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char names[512];
        float score;
        if (!split(*state, table[i].run, names, &score))
            fail_msg("%s is not taken for names", table[i].run);
        assert_string_equal(names, table[i].names);
        assert_true(score > 0.5f && score <= 1);
    }
}

static void test_sure_names_score_better_than_odd_ones(void **state)
{
    char names[512];
    float sure, odd;
    assert_true(split(*state, "林砚秋赵一舟", names, &sure));
    split(*state, "的渡口涨了水", names, &odd);
    assert_true(sure > odd + 0.3f);
}

static void test_what_cannot_be_names(void **state)
{
    char names[1024], run[600] = "";
    float score = -1;
    assert_false(split(*state, "", names, &score));
    assert_true(score >= 0);
    assert_false(split(*state, "林", names, &score));
    assert_false(split(*state, "abcdefg", names, &score));
    assert_false(split(*state, "的的的的的", names, &score));
    for (int i = 0; i < 25; i++)
        strcat(run, "林砚秋");
    assert_false(split(*state, run, names, &score)); /* longer than any byline */
}

static void test_without_a_pack_nothing_crashes(void **state)
{
    struct desk *desk = *state;
    struct desk bare = { .arena = desk->arena, .pack = language_load(desk->arena, galley_slice_of("xx")) };
    char names[512];
    float score;
    split(&bare, "林砚秋赵一舟", names, &score);
    assert_true(score >= 0 && score <= 1);
}

#define PERSON_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PERSON_TEST(test_runs_are_cut_where_a_reader_would),
        PERSON_TEST(test_sure_names_score_better_than_odd_ones),
        PERSON_TEST(test_what_cannot_be_names),
        PERSON_TEST(test_without_a_pack_nothing_crashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
