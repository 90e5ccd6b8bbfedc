/* SPDX-License-Identifier: MIT
 * Unicode: every code point there and back, broken bytes in both directions,
 * white space as the law counts it, classes and cells of a compositor. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/text.h>

#define S galley_slice_of
#define REPLACEMENT 0xFFFDu

static bool is_scalar(uint32_t code)
{
    return code < 0xD800 || code > 0xDFFF;
}

static void test_every_code_point_there_and_back(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        size_t length = galley_text_encode(code, bytes);
        const char *at = bytes;
        uint32_t expected = is_scalar(code) ? code : REPLACEMENT;
        if (galley_text_next(&at, bytes + length) != expected || at != bytes + length)
            fail_msg("U+%04X is not read as it was written", code);
        if (galley_text_previous(bytes, &at) != expected || at != bytes)
            fail_msg("U+%04X is not read backwards", code);
        assert_true(galley_text_valid((galley_slice){ bytes, length }, NULL));
    }
    char bytes[4];
    assert_int_equal(galley_text_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

/* Bytes that are no UTF-8, how many U+FFFD they are, and where the first one is. */
static const struct {
    const char *bytes;
    size_t replaced, bad_at;
} broken[] = {
    { "\x80", 1, 0 },                 /* a tail without a head */
    { "a\xC3", 1, 1 },                /* a head without a tail */
    { "\xC0\xAF", 2, 0 },             /* overlong / */
    { "\xE0\x80\xAF", 3, 0 },         /* overlong in three */
    { "\xED\xA0\x80", 3, 0 },         /* a surrogate */
    { "\xF4\x90\x80\x80", 4, 0 },     /* past U+10FFFF */
    { "\xF8\x88\x80\x80\x80", 5, 0 }, /* five bytes */
    { "水\xE6\xB0", 2, 3 },           /* a torn 水 */
    { "\xE6\xB0水", 2, 0 },
    { "\xE6"
      "a",
      1, 0 },
    { "\xFF\xFE", 2, 0 },
    { "\x80\x80\x80\x80\x80", 5, 0 },
};

static size_t replaced_forwards(galley_slice text)
{
    size_t count = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        count += galley_text_next(&at, end) == REPLACEMENT;
    return count;
}

static size_t replaced_backwards(galley_slice text)
{
    size_t count = 0;
    for (const char *at = galley_slice_end(text); at > text.text;)
        count += galley_text_previous(text.text, &at) == REPLACEMENT;
    return count;
}

static void test_broken_bytes_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        galley_slice text = S(broken[i].bytes);
        size_t bad_at = SIZE_MAX;
        assert_false(galley_text_valid(text, &bad_at));
        assert_int_equal(bad_at, broken[i].bad_at);
        assert_int_equal(replaced_forwards(text), broken[i].replaced);
        assert_int_equal(replaced_backwards(text), broken[i].replaced);
    }
}

static void test_lengths_and_offsets(void **state)
{
    (void)state;
    galley_slice text = S("a潮😀z");
    assert_int_equal(galley_text_length(text), 4);
    assert_int_equal(galley_text_offset(text, 0), 0);
    assert_int_equal(galley_text_offset(text, 2), 4);
    assert_int_equal(galley_text_offset(text, 4), 9);
    assert_int_equal(galley_text_offset(text, 99), 9);
    assert_int_equal(galley_text_length((galley_slice){ 0 }), 0);
    assert_int_equal(galley_text_offset((galley_slice){ 0 }, 1), 0);
}

/* The 29 code points for which Python's str.isspace is true. */
static void test_white_space(void **state)
{
    (void)state;
    static const uint32_t spaces[] = { 0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x1C,   0x1D,   0x1E,   0x1F,   0x20,
                                       0x85,   0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
                                       0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 };
    size_t next = 0, count = sizeof spaces / sizeof *spaces;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        bool expected = next < count && spaces[next] == code;
        next += expected;
        if (galley_code_space(code) != expected)
            fail_msg("U+%04X: white space or not", code);
        if (is_scalar(code) && ((galley_code_class(code) & GALLEY_SPACE) != 0) != expected)
            fail_msg("U+%04X: its class says otherwise", code);
    }
    assert_int_equal(next, count);
}

static const struct {
    uint32_t code;
    unsigned has, has_not;
} classes[] = {
    { 0x6C34, GALLEY_HAN | GALLEY_FULLWIDTH, GALLEY_LETTER },  /* 水 */
    { 0x3007, GALLEY_HAN, GALLEY_LETTER | GALLEY_ORNAMENT },   /* 〇 */
    { 0x20BB7, GALLEY_HAN | GALLEY_FULLWIDTH, GALLEY_LETTER }, /* 𠮷 */
    { 0x3042, GALLEY_KANA, GALLEY_HAN | GALLEY_LETTER },       /* あ */
    { 0x30FC, GALLEY_KANA, GALLEY_DASH },                      /* ー */
    { 0xD55C, GALLEY_HANGUL | GALLEY_FULLWIDTH, GALLEY_HAN },  /* 한 */
    { 'q', GALLEY_LETTER, GALLEY_HAN | GALLEY_FULLWIDTH },
    { 0x0416, GALLEY_LETTER, GALLEY_DIGIT }, /* Ж */
    { '7', GALLEY_DIGIT, GALLEY_LETTER },
    { 0xFF17, GALLEY_DIGIT | GALLEY_FULLWIDTH, GALLEY_LETTER }, /* ７ */
    { 0x201C, GALLEY_OPENING, GALLEY_CLOSING },                 /* “ */
    { 0x201D, GALLEY_CLOSING, GALLEY_OPENING },
    { 0x300A, GALLEY_OPENING, GALLEY_CLOSING }, /* 《 */
    { 0xFF09, GALLEY_CLOSING, GALLEY_OPENING }, /* ） */
    { '(', GALLEY_OPENING, GALLEY_STOP },
    { 0x3002, GALLEY_STOP, GALLEY_PAUSE }, /* 。 */
    { 0xFF01, GALLEY_STOP, GALLEY_PAUSE },
    { 0x2026, GALLEY_STOP, GALLEY_PAUSE }, /* … */
    { 0xFF0C, GALLEY_PAUSE, GALLEY_STOP }, /* ， */
    { 0x3001, GALLEY_PAUSE, GALLEY_STOP },
    { ';', GALLEY_PAUSE, GALLEY_STOP },
    { 0x2014, GALLEY_DASH, GALLEY_PAUSE }, /* — */
    { '-', GALLEY_DASH, GALLEY_PAUSE },
    { 0x25B6, GALLEY_ORNAMENT, GALLEY_LETTER }, /* ▶ */
    { 0x25A1, GALLEY_ORNAMENT, GALLEY_STOP },   /* □ */
    { 0x2605, GALLEY_ORNAMENT, GALLEY_STOP },   /* ★ */
    { 0x3000, GALLEY_SPACE, GALLEY_FULLWIDTH | GALLEY_HAN },
};

static void test_what_a_character_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        unsigned bits = galley_code_class(classes[i].code);
        if ((bits & classes[i].has) != classes[i].has || bits & classes[i].has_not)
            fail_msg("U+%04X has the classes %x", classes[i].code, bits);
    }
}

static void test_cells_of_wide_and_narrow(void **state)
{
    (void)state;
    assert_int_equal(galley_text_cells(S("水a７"), false), 5);
    assert_int_equal(galley_code_cells(0x201C, true), 2);
    assert_int_equal(galley_code_cells(0x201C, false), 1);
    assert_int_equal(galley_code_cells(0x2014, true), 2);
    assert_int_equal(galley_code_cells(0xB7, true), 2);
    assert_int_equal(galley_code_cells(0xB7, false), 1);
    assert_int_equal(galley_code_cells(0x0301, false), 0); /* a combining accent */
    assert_int_equal(galley_code_cells(0x07, true), 0);
    assert_int_equal(galley_code_cells(0x9F, true), 0);
    assert_int_equal(galley_code_cells(0x1F600, false), 2);
    assert_int_equal(galley_code_cells(0xFF71, false), 1); /* half-width kana */
    assert_int_equal(galley_text_cells((galley_slice){ 0 }, true), 0);
}

static void test_what_joins_without_a_space(void **state)
{
    (void)state;
    static const uint32_t join[] = { 0x6C34, 0x3042, 0x3002, 0xFF0C, 0x201D, 0x2014, 0xFF17 },
                          part[] = { 'a', '7', 0xD55C, 0x0416, '.', ',' };
    for (size_t i = 0; i < sizeof join / sizeof *join; i++)
        assert_true(galley_code_joins(join[i]));
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        assert_false(galley_code_joins(part[i]));
}

static void test_first_and_last(void **state)
{
    (void)state;
    assert_int_equal(galley_text_first(S("　 “晨”")), 0x201C);
    assert_int_equal(galley_text_last(S("“晨”\t　")), 0x201D);
    assert_int_equal(galley_text_first(S(" \n")), 0);
    assert_int_equal(galley_text_last((galley_slice){ 0 }), 0);
    assert_int_equal(galley_text_last(S("晨\xE6\xB0")), REPLACEMENT);
}

static void test_squeeze_leaves_no_space(void **state)
{
    (void)state;
    char out[64];
    size_t length = galley_text_squeeze(S(" 本 报　讯\u2003a b\r\n"), out);
    assert_true(galley_slice_is((galley_slice){ out, length }, "本报讯ab"));
    assert_int_equal(galley_text_squeeze(S(" 　"), out), 0);
    assert_int_equal(galley_text_squeeze((galley_slice){ 0 }, out), 0);
    char place[] = "x y z"; /* in place */
    length = galley_text_squeeze(S(place), place);
    assert_true(galley_slice_is((galley_slice){ place, length }, "xyz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_code_point_there_and_back),
        cmocka_unit_test(test_broken_bytes_both_ways),
        cmocka_unit_test(test_lengths_and_offsets),
        cmocka_unit_test(test_white_space),
        cmocka_unit_test(test_what_a_character_is),
        cmocka_unit_test(test_cells_of_wide_and_narrow),
        cmocka_unit_test(test_what_joins_without_a_space),
        cmocka_unit_test(test_first_and_last),
        cmocka_unit_test(test_squeeze_leaves_no_space),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
