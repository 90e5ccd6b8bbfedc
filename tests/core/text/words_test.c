/* SPDX-License-Identifier: MIT
 * The issue as a dictionary: whole words count, pieces at line ends do not, and the
 * table stays within its bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/text.h>

#include "core/text/words.h"

static galley_issue *issue_of(const char *const *lines, size_t count)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("words.txt"));
    galley_issue_add_zone(issue);
    for (uint32_t i = 0; i < count; i++)
        galley_issue_add_line(issue, galley_slice_of(lines[i]), i + 1, i + 1);
    return issue;
}

static uint64_t key_of(const char *word)
{
    uint64_t key = WORD_NONE;
    for (const char *at = word, *end = word + strlen(word); at < end;)
        key = word_add(key, galley_text_next(&at, end));
    return key;
}

struct counted {
    const char *word;
    uint32_t times;
};

static void assert_counts(const struct words *words, const struct counted *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words_count(words, key_of(table[i].word)) != table[i].times)
            fail_msg("“%s” stands there %u times", table[i].word, words_count(words, key_of(table[i].word)));
}

static void test_words_and_hyphens(void **state)
{
    (void)state;
    static const char *const lines[] = { "The Ferry, the well-known ferry, is a float-",
                                         "ing inn. The captain’s inn!" };
    static const struct counted table[] = {
        { "the", 3 },   { "ferry", 2 }, { "WELL-KNOWN", 1 }, { "well-", 1 }, { "-known", 1 }, { "well", 0 },
        { "known", 0 }, { "float", 0 }, { "captain’s", 1 },  { "ing", 0 },   { "inn", 2 },    { "floating", 0 }
    };
    galley_issue *issue = issue_of(lines, 2);
    assert_counts(words_of_issue(issue->arena, issue, false), table, sizeof table / sizeof *table);
    galley_issue_drop(issue);
}

/* Where words are broken without a sign, what stands at a line's ends may be pieces. */
static void test_pieces_are_left_out(void **state)
{
    (void)state;
    static const char *const lines[] = { "나루의 배가 “다시” 떴", "다. 나루의 아이들" };
    static const struct counted table[] = { { "배가", 1 }, { "다시", 1 }, { "나루의", 1 },
                                            { "떴", 0 },   { "다", 0 },   { "아이들", 0 } };
    galley_issue *issue = issue_of(lines, 2);
    struct words *words = words_of_issue(issue->arena, issue, true);
    assert_counts(words, table, sizeof table / sizeof *table);
    assert_true(words_count(words, word_beginning(key_of("나루"))) > 0);
    galley_issue_drop(issue);
}

static void test_no_dictionary_knows_nothing(void **state)
{
    (void)state;
    assert_int_equal(words_count(NULL, key_of("ferry")), 0);
    galley_issue *issue = galley_issue_new(0);
    assert_int_equal(words_count(words_of_issue(issue->arena, issue, false), key_of("ferry")), 0);
    galley_issue_drop(issue);
}

/* More words than there is room for: the first ones are known, and nothing grows. */
static void test_the_table_is_bounded(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("words.txt"));
    galley_issue_add_zone(issue);
    for (uint32_t i = 0; i < 200000; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%05x", i);
        galley_issue_add_line(issue, galley_arena_copy(issue->arena, galley_slice_of(word)), i + 1, i + 1);
    }
    galley_arena *arena = galley_arena_new((size_t)4 << 20);
    struct words *words = words_of_issue(arena, issue, false);
    assert_non_null(words);
    assert_int_equal(words_count(words, key_of("w00000")), 1);
    assert_int_equal(words_count(words, key_of("w30d3f")), 0);
    galley_arena_drop(arena);
    galley_issue_drop(issue);
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    static const char *const lines[] = { "The ferry" };
    galley_issue *issue = issue_of(lines, 1);
    galley_arena *arena = galley_arena_new(64);
    assert_null(words_of_issue(arena, issue, false));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_and_hyphens),           cmocka_unit_test(test_pieces_are_left_out),
        cmocka_unit_test(test_no_dictionary_knows_nothing), cmocka_unit_test(test_the_table_is_bounded),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
