/* SPDX-License-Identifier: MIT
 * Slices and buffers: the empty ones, which may be NULL, the ends, and growth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/buffer.h>
#include <galley/slice.h>

#define S galley_slice_of

static const galley_slice none = { 0 };

static void test_order_is_that_of_bytes_and_shorter_first(void **state)
{
    (void)state;
    assert_true(galley_slice_compare(S("a"), S("b")) < 0);
    assert_true(galley_slice_compare(S("ab"), S("a")) > 0);
    assert_true(galley_slice_compare(S("z"), S("一")) < 0);
    assert_true(galley_slice_compare(S("龍"), S("😀")) < 0); /* not so in UTF-16 */
    assert_int_equal(galley_slice_compare(none, none), 0);
    assert_true(galley_slice_compare(none, S("a")) < 0);
    assert_true(galley_slice_equal(none, S("")));
    assert_true(galley_slice_is(none, ""));
    assert_false(galley_slice_is(S("a"), "ab"));
}

static void test_find_begins_where_it_is_told(void **state)
{
    (void)state;
    galley_slice text = S("渡口与渡口");
    assert_int_equal(galley_slice_find(text, S("渡"), 0), 0);
    assert_int_equal(galley_slice_find(text, S("渡"), 1), 9);
    assert_int_equal(galley_slice_find(text, S("渡"), 10), SIZE_MAX);
    assert_int_equal(galley_slice_find(text, S("渡口与渡口与"), 0), SIZE_MAX);
    assert_int_equal(galley_slice_find(text, none, 4), 4);
    assert_int_equal(galley_slice_find(text, none, text.length), text.length);
    assert_int_equal(galley_slice_find(text, none, text.length + 1), SIZE_MAX);
    assert_int_equal(galley_slice_find(none, none, 0), 0);
    assert_int_equal(galley_slice_find(none, S("a"), 0), SIZE_MAX);
}

static void test_starts_and_ends_with_a_part(void **state)
{
    (void)state;
    assert_true(galley_slice_starts(S("渡口"), S("渡")));
    assert_true(galley_slice_ends(S("渡口"), S("口")));
    assert_false(galley_slice_starts(S("渡"), S("渡口")));
    assert_false(galley_slice_ends(S("口"), S("渡口")));
    assert_true(galley_slice_starts(none, none));
    assert_true(galley_slice_ends(S("口"), none));
}

static void test_trim_takes_every_white_space(void **state)
{
    (void)state;
    assert_true(galley_slice_is(galley_slice_trim(S(" \t\r\n　\u00A0潮 水\u2003\u3000 ")), "潮 水"));
    assert_true(galley_slice_is(galley_slice_trim(S("\u200B潮")), "\u200B潮")); /* no white space in Unicode */
    assert_int_equal(galley_slice_trim(S("  　 ")).length, 0);
    assert_int_equal(galley_slice_trim(none).length, 0);
    assert_true(galley_slice_is(galley_slice_trim(S(" \x80\xE6 ")), "\x80\xE6")); /* broken bytes are no space */
}

static void test_nothing_has_no_end(void **state)
{
    (void)state;
    assert_null(galley_slice_end(none));
    assert_null(galley_slice_part(none, 0, 0).text);
    assert_int_equal(galley_slice_of(NULL).length, 0);
    assert_true(galley_slice_empty(S("")));
}

static void test_a_buffer_builds(void **state)
{
    (void)state;
    galley_buffer buffer = { 0 };
    assert_int_equal(galley_buffer_slice(&buffer).length, 0);
    galley_buffer_add(&buffer, none);
    galley_buffer_put(&buffer, "第");
    galley_buffer_print(&buffer, "%d", 12);
    galley_buffer_code(&buffer, 0x7248);
    galley_buffer_code(&buffer, 0xD800);
    galley_buffer_byte(&buffer, '!');
    assert_true(galley_slice_is(galley_buffer_slice(&buffer), "第12版\uFFFD!"));
    galley_buffer_clear(&buffer);
    assert_int_equal(galley_buffer_slice(&buffer).length, 0);
    galley_buffer_drop(&buffer);
    galley_buffer_put(&buffer, "again");
    assert_true(galley_slice_is(galley_buffer_slice(&buffer), "again"));
    galley_buffer_drop(&buffer);
}

static void test_a_buffer_grows_at_every_length(void **state)
{
    (void)state;
    galley_buffer bytes = { 0 }, printed = { 0 };
    for (int i = 0; i < 3000; i++) {
        galley_buffer_byte(&bytes, (char)('a' + i % 26));
        galley_buffer_print(&printed, "%c", 'a' + i % 26);
    }
    assert_int_equal(bytes.length, 3000);
    assert_true(galley_slice_equal(galley_buffer_slice(&bytes), galley_buffer_slice(&printed)));
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(bytes.bytes[i], 'a' + i % 26);
    galley_buffer_drop(&bytes);
    galley_buffer_drop(&printed);
}

static void test_a_buffer_remembers_that_it_failed(void **state)
{
    (void)state;
    galley_arena *arena = galley_arena_new(0);
    galley_buffer buffer = { 0 };
    galley_buffer_put(&buffer, "kept");
    galley_slice huge = { "x", SIZE_MAX - 40 };
    galley_buffer_add(&buffer, huge);
    assert_true(buffer.failed);
    galley_buffer_put(&buffer, "more");
    assert_true(galley_slice_is(galley_buffer_slice(&buffer), "kept"));
    assert_int_equal(galley_buffer_copy(&buffer, arena).length, 0);
    assert_int_equal(galley_arena_status(arena), GALLEY_MEMORY);
    galley_buffer_clear(&buffer);
    galley_buffer_put(&buffer, "fresh");
    galley_slice copy = galley_buffer_copy(&buffer, arena);
    galley_buffer_drop(&buffer);
    assert_string_equal(copy.text, "fresh");
    galley_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_is_that_of_bytes_and_shorter_first),
        cmocka_unit_test(test_find_begins_where_it_is_told),
        cmocka_unit_test(test_starts_and_ends_with_a_part),
        cmocka_unit_test(test_trim_takes_every_white_space),
        cmocka_unit_test(test_nothing_has_no_end),
        cmocka_unit_test(test_a_buffer_builds),
        cmocka_unit_test(test_a_buffer_grows_at_every_length),
        cmocka_unit_test(test_a_buffer_remembers_that_it_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
