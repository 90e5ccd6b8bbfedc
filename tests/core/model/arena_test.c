/* SPDX-License-Identifier: MIT
 * The arena: zeroed and aligned memory, the cap to the byte, growth of small and
 * of large blocks with what they held, handles closed in reverse, the first
 * failure kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/arena.h>

#define SMALL 100
#define LARGE ((size_t)40 << 10) /* more than a quarter of a chunk: a block of its own */

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

static void fill(unsigned char *bytes, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        bytes[i] = (unsigned char)(i * 7 + 1);
}

static void assert_filled(const unsigned char *bytes, size_t to)
{
    for (size_t i = 0; i < to; i++)
        if (bytes[i] != (unsigned char)(i * 7 + 1))
            fail_msg("byte %zu of %zu was not kept", i, to);
}

static void assert_zero(const unsigned char *bytes, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (bytes[i])
            fail_msg("byte %zu is not zero", i);
}

static void test_memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 0; size < 3 * LARGE; size = size * 2 + 1) {
        unsigned char *bytes = galley_arena_alloc(*state, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        assert_zero(bytes, 0, size);
        fill(bytes, 0, size);
    }
    assert_int_equal(galley_arena_status(*state), GALLEY_OK);
}

static void test_reset_hands_out_zeroed_memory_again(void **state)
{
    for (int round = 0; round < 3; round++) {
        unsigned char *small = galley_arena_alloc(*state, SMALL), *large = galley_arena_alloc(*state, LARGE);
        assert_zero(small, 0, SMALL);
        assert_zero(large, 0, LARGE);
        fill(small, 0, SMALL);
        fill(large, 0, LARGE);
        assert_true(galley_arena_used(*state) >= SMALL + LARGE);
        galley_arena_reset(*state);
        assert_int_equal(galley_arena_used(*state), 0);
    }
}

static void test_resize_keeps_the_content(void **state)
{
    static const size_t steps[] = { 1, 15, 16, 17, 4000, 16383, 16384, 16385, 70000, 400000 };
    unsigned char *bytes = NULL;
    size_t had = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        bytes = galley_arena_resize(*state, bytes, had, steps[i]);
        assert_non_null(bytes);
        assert_filled(bytes, had);
        assert_zero(bytes, had, steps[i]);
        fill(bytes, had, steps[i]);
        had = steps[i];
        memset(galley_arena_alloc(*state, SMALL), 0xFF, SMALL); /* a neighbour */
    }
    assert_ptr_equal(galley_arena_resize(*state, bytes, had, 10), bytes);
}

/* Large blocks are a list that realloc moves about: each of three grows in turn. */
static void test_large_neighbours_grow(void **state)
{
    unsigned char *bytes[3];
    size_t size = LARGE;
    for (int i = 0; i < 3; i++)
        fill(bytes[i] = galley_arena_alloc(*state, size), 0, size);
    for (int round = 0; round < 4; round++, size *= 3)
        for (int i = 0; i < 3; i++) {
            bytes[i] = galley_arena_resize(*state, bytes[i], size, size * 3);
            assert_filled(bytes[i], size);
            fill(bytes[i], size, size * 3);
        }
    for (int i = 0; i < 3; i++)
        assert_filled(bytes[i], size);
    assert_int_equal(galley_arena_used(*state), 3 * size);
}

static void test_the_cap_is_exact(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(1024);
    assert_int_equal(galley_arena_cap(arena), 1024);
    assert_non_null(galley_arena_alloc(arena, 1000)); /* 1008 with alignment */
    assert_non_null(galley_arena_alloc(arena, 16));
    assert_int_equal(galley_arena_used(arena), 1024);
    assert_int_equal(galley_arena_status(arena), GALLEY_OK);
    assert_null(galley_arena_alloc(arena, 1));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    assert_int_equal(galley_arena_used(arena), 1024);
    galley_arena_reset(arena);
    assert_int_equal(galley_arena_status(arena), GALLEY_OK);
    assert_int_equal(galley_arena_cap(arena), 1024);
    assert_non_null(galley_arena_alloc(arena, 1024));
    galley_arena_drop(arena);
}

static void test_a_failure_stays_and_little_things_still_fit(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(LARGE * 2);
    unsigned char *bytes = galley_arena_alloc(arena, LARGE);
    fill(bytes, 0, LARGE);
    assert_null(galley_arena_resize(arena, bytes, LARGE, LARGE * 3));
    assert_filled(bytes, LARGE); /* the old block stands */
    assert_non_null(galley_arena_alloc(arena, SMALL));
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
}

static void test_sizes_that_overflow_are_limits(void **state)
{
    assert_null(galley_arena_alloc(*state, SIZE_MAX));
    assert_int_equal(galley_arena_status(*state), GALLEY_LIMIT);
    galley_arena_reset(*state);
    assert_null(galley_arena_array(*state, SIZE_MAX / 8 + 2, 8));
    assert_int_equal(galley_arena_status(*state), GALLEY_LIMIT);
    galley_arena_reset(*state);
    assert_null(galley_arena_array(*state, 8, SIZE_MAX / 8 + 2));
    galley_arena_reset(*state);
    assert_null(galley_arena_room(*state, 8, SIZE_MAX / 8 + 2));
    assert_int_equal(galley_arena_status(*state), GALLEY_LIMIT);
    assert_null(galley_arena_resize(*state, galley_arena_alloc(*state, 1), 1, SIZE_MAX - 4));
    assert_int_equal(galley_arena_status(*state), GALLEY_LIMIT);
    galley_arena_reset(*state);
    assert_non_null(galley_arena_array(*state, 0, 8));
    assert_non_null(galley_arena_array(*state, 8, 0));
    assert_int_equal(galley_arena_status(*state), GALLEY_OK);
}

/* Room is no less in the arena's books for not being zeroed, and grows like the rest. */
static void test_room_is_counted_and_grows(void **state)
{
    size_t before = galley_arena_used(*state);
    unsigned char *small = galley_arena_room(*state, SMALL, 1), *large = galley_arena_room(*state, LARGE, 1);
    assert_non_null(small);
    assert_non_null(large);
    assert_true(galley_arena_used(*state) >= before + SMALL + LARGE);
    memset(large, 7, LARGE);
    large = galley_arena_resize(*state, large, LARGE, LARGE * 2);
    assert_int_equal(large[LARGE - 1], 7);
    assert_int_equal(large[LARGE], 0);
    assert_non_null(galley_arena_alloc(*state, LARGE)); /* the blocks are still in one list */
    galley_arena_reset(*state);
    assert_int_equal(galley_arena_used(*state), 0);
}

static void test_vectors_grow(void **state)
{
    GALLEY_VECTOR(size_t) numbers = { 0 };
    for (size_t i = 0; i < 100000; i++) {
        size_t *place = galley_push(*state, &numbers);
        assert_non_null(place);
        assert_int_equal(*place, 0);
        *place = i;
    }
    for (size_t i = 0; i < numbers.count; i++)
        assert_int_equal(numbers.items[i], i);
}

static void test_a_vector_that_cannot_grow_keeps_what_it_has(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(4096);
    GALLEY_VECTOR(size_t) numbers = { 0 };
    for (size_t *place; (place = galley_push(arena, &numbers));)
        *place = numbers.count;
    assert_true(numbers.count > 10);
    for (size_t i = 0; i < numbers.count; i++)
        assert_int_equal(numbers.items[i], i + 1);
    assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
    galley_arena_drop(arena);
}

static void test_copies_and_prints_are_terminated(void **state)
{
    galley_slice copy = galley_arena_copy(*state, (galley_slice){ "春汛已过", 6 });
    assert_int_equal(copy.length, 6);
    assert_string_equal(copy.text, "春汛");
    galley_slice nothing = galley_arena_copy(*state, (galley_slice){ 0 });
    assert_int_equal(nothing.length, 0);
    assert_string_equal(nothing.text, "");
    assert_string_equal(galley_arena_print(*state, "p%d-l%04d", 3, 17), "p3-l0017");
    galley_arena *narrow = galley_arena_new(16);
    assert_string_equal(galley_arena_print(narrow, "%s", "seventeen letters"), "");
    assert_int_equal(galley_arena_copy(narrow, galley_slice_of("seventeen letters")).length, 0);
    assert_int_equal(galley_arena_status(narrow), GALLEY_LIMIT);
    galley_arena_drop(narrow);
}

/* A handle that notes when it was closed. */
struct noted {
    char *order;
    char name;
};

static void note_closing(void *handle)
{
    struct noted *noted = handle;
    char *end = noted->order + strlen(noted->order);
    *end = noted->name;
}

static void test_handles_are_closed_last_first_and_once(void **state)
{
    (void)state;
    char order[8] = "";
    struct noted handles[] = { { order, 'a' }, { order, 'b' }, { order, 'c' } };
    galley_arena *arena = galley_arena_new(0);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(galley_arena_own(arena, &handles[i], note_closing), GALLEY_OK);
    assert_string_equal(order, "");
    galley_arena_reset(arena);
    assert_string_equal(order, "ba");
    galley_arena_own(arena, &handles[2], note_closing);
    galley_arena_drop(arena);
    assert_string_equal(order, "bac");
}

static void test_nothing_is_dropped_without_harm(void **state)
{
    (void)state;
    galley_arena_drop(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_memory_is_zeroed_and_aligned, new_arena, drop_arena),
        cmocka_unit_test_setup_teardown(test_reset_hands_out_zeroed_memory_again, new_arena, drop_arena),
        cmocka_unit_test_setup_teardown(test_resize_keeps_the_content, new_arena, drop_arena),
        cmocka_unit_test_setup_teardown(test_large_neighbours_grow, new_arena, drop_arena),
        cmocka_unit_test(test_the_cap_is_exact),
        cmocka_unit_test(test_a_failure_stays_and_little_things_still_fit),
        cmocka_unit_test_setup_teardown(test_sizes_that_overflow_are_limits, new_arena, drop_arena),
        cmocka_unit_test_setup_teardown(test_room_is_counted_and_grows, new_arena, drop_arena),
        cmocka_unit_test_setup_teardown(test_vectors_grow, new_arena, drop_arena),
        cmocka_unit_test(test_a_vector_that_cannot_grow_keeps_what_it_has),
        cmocka_unit_test_setup_teardown(test_copies_and_prints_are_terminated, new_arena, drop_arena),
        cmocka_unit_test(test_handles_are_closed_last_first_and_once),
        cmocka_unit_test(test_nothing_is_dropped_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
