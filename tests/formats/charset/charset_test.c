/* SPDX-License-Identifier: MIT
 * Encodings: invented texts through iconv and back, whole, short and broken. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/charset/charset.h"

#include <iconv.h>
#include <stdlib.h>

#include <galley/text.h>

static const char mainland[] = "本报讯　青桥镇昨日举行春耕动员会，镇长林国华在会上说，今年要把水利放在第一位。\n"
                               "记者从县农业局获悉，全县粮食产量比去年增长百分之六，农民的收入也有增加。\n";
static const char traditional[] = "本報訊　青橋鎮昨日舉行春耕動員會，鎮長林國華在會上說，今年要把水利放在第一位。\n"
                                  "記者從縣農業局獲悉，全縣糧食產量比去年增長百分之六，農民的收入也有增加。\n";
static const char japanese[] = "昨日、市内の図書館で新しい展示が始まり、多くの人が訪れました。春の祭りは来週です。\n";
static const char korean[] =
    "어제 시립 도서관에서 새로운 전시가 시작되어 많은 사람들이 찾았습니다. 봄 축제는 다음 주입니다.\n";
static const char russian[] = "Вчера в городской библиотеке открылась новая выставка для детей и взрослых жителей.\n";
static const char french[] = "Hier, une exposition a été inaugurée à la bibliothèque, où les élèves étaient conviés.\n";

typedef struct fixture {
    galley_arena *arena;
    charset_result result;
    char bytes[1024]; /* in the encoding */
    size_t length;
    struct {
        size_t offset, before;
    } replaced[16];
    size_t replaced_count;
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    fix->arena = galley_arena_new(0);
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_arena_drop(fix->arena);
    free(fix);
    return 0;
}

static void encode(fixture *fix, galley_slice text, const char *encoding)
{
    iconv_t handle = iconv_open(encoding, "UTF-8");
    assert_true(handle != (iconv_t)-1);
    char *in = (char *)(uintptr_t)text.text, *out = fix->bytes;
    size_t left = text.length, room = sizeof fix->bytes;
    assert_int_not_equal(iconv(handle, &in, &left, &out, &room), (size_t)-1);
    iconv_close(handle);
    fix->length = sizeof fix->bytes - room;
}

static galley_status decode(fixture *fix, const char *wanted)
{
    galley_slice bytes = { fix->bytes, fix->length };
    return charset_decode(fix->arena, bytes, &(charset_request){ .wanted = wanted }, &fix->result);
}

static void note(void *state, size_t offset, galley_slice before)
{
    fixture *fix = state;
    assert_true(fix->replaced_count < 16);
    fix->replaced[fix->replaced_count].offset = offset;
    fix->replaced[fix->replaced_count++].before = before.length;
}

static galley_status decode_replacing(fixture *fix, galley_slice bytes, const char *wanted)
{
    charset_request request = { .wanted = wanted, .replaced = note, .state = fix };
    fix->replaced_count = 0;
    return charset_decode(fix->arena, bytes, &request, &fix->result);
}

#define BYTES(literal) ((galley_slice){ literal, sizeof literal - 1 })

/* ---- Finding ---------------------------------------------------------------- */

static void finds_what_a_text_is_in(void **state)
{
    static const struct {
        const char *text, *encoding, *name;
        bool sure;
    } rows[] = {
        { mainland, "UTF-8", "UTF-8", true },
        { mainland, "GB2312", "GB18030", false },
        { mainland, "GBK", "GB18030", false },
        { mainland, "GB18030", "GB18030", false },
        { traditional, "GBK", "GB18030", false },
        { traditional, "BIG5", "BIG5-HKSCS", false },
        { traditional, "BIG5-HKSCS", "BIG5-HKSCS", false },
        { mainland, "UTF-16LE", "UTF-16LE", true },
        { traditional, "UTF-16BE", "UTF-16BE", true },
        { traditional, "EUC-TW", "EUC-TW", false },
        { japanese, "SHIFT_JIS", "SHIFT_JIS", false },
        { japanese, "EUC-JP", "EUC-JP", false },
        { korean, "EUC-KR", "UHC", false },
        { russian, "WINDOWS-1251", "WINDOWS-1251", false },
        { russian, "KOI8-R", "KOI8-R", false },
        { french, "WINDOWS-1252", NULL, false }, /* by any name that reads it */
    };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        encode(fix, galley_slice_of(rows[i].text), rows[i].encoding);
        assert_int_equal(decode(fix, NULL), GALLEY_OK);
        assert_true(galley_slice_is(fix->result.text, rows[i].text));
        assert_int_equal(fix->result.sure, rows[i].sure);
        assert_false(fix->result.marked);
        if (rows[i].name)
            assert_string_equal(fix->result.name, rows[i].name);
    }
}

/* A headline is all there is: every start of the text from four characters on. */
static void tells_the_chinese_sets_apart_in_a_few_characters(void **state)
{
    static const struct {
        const char *text, *encoding, *name;
    } rows[] = { { mainland, "GB18030", "GB18030" }, { traditional, "BIG5", "BIG5-HKSCS" } };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_slice text = galley_slice_of(rows[i].text);
        for (size_t count = 4; count < galley_text_length(text); count++) {
            galley_slice start = galley_slice_part(text, 0, galley_text_offset(text, count));
            encode(fix, start, rows[i].encoding);
            assert_int_equal(decode(fix, NULL), GALLEY_OK);
            assert_string_equal(fix->result.name, rows[i].name);
            assert_true(galley_slice_equal(fix->result.text, start));
        }
    }
}

/* Neither a character of four bytes nor a byte that fell out makes the mainland's set the other one. */
static void a_rare_or_a_broken_character_changes_no_set(void **state)
{
    fixture *fix = *state;
    encode(fix, galley_slice_of("记者𠮷野昨日从县农业局获悉，全县粮食产量比去年增长百分之六。\n"), "GB18030");
    assert_int_equal(decode(fix, NULL), GALLEY_OK);
    assert_string_equal(fix->result.name, "GB18030");
    static const struct {
        const char *text, *encoding, *name;
    } rows[] = { { mainland, "GB18030", "GB18030" }, { traditional, "BIG5", "BIG5-HKSCS" } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        encode(fix, galley_slice_of(rows[i].text), rows[i].encoding);
        fix->bytes[40] = '\xff';
        decode(fix, NULL);
        assert_string_equal(fix->result.name, rows[i].name);
        encode(fix, galley_slice_of(rows[i].text), rows[i].encoding);
        memmove(fix->bytes + 40, fix->bytes + 41, fix->length - 41);
        fix->length--;
        decode(fix, NULL);
        assert_string_equal(fix->result.name, rows[i].name);
    }
}

/* ￣ is in the Big5 of Windows and not in that of Hong Kong. */
static void reads_big5_of_windows_where_only_that_fits(void **state)
{
    static const char text[] = "本報訊　青橋鎮昨日舉行春耕動員會。\n￣￣￣￣\n";
    fixture *fix = *state;
    encode(fix, galley_slice_of(text), "CP950");
    assert_int_equal(decode(fix, NULL), GALLEY_OK);
    assert_string_equal(fix->result.name, "CP950");
    assert_true(galley_slice_is(fix->result.text, text));
}

static void takes_a_mark_off_and_says_so(void **state)
{
    static const struct {
        galley_slice bytes;
        const char *name, *text;
        size_t skipped;
    } rows[] = {
        { BYTES("\xef\xbb\xbf\xe4\xb8\xad"), "UTF-8", "中", 3 },
        { BYTES("\xff\xfe\x2d\x4e"), "UTF-16LE", "中", 2 },
        { BYTES("\xfe\xff\x4e\x2d"), "UTF-16BE", "中", 2 },
        { BYTES("\xff\xfe\x3d\xd8\x00\xde"), "UTF-16LE", "\xf0\x9f\x98\x80", 2 },
        { BYTES("\xef\xbb\xbf"), "UTF-8", "", 3 },
        { BYTES(""), "UTF-8", "", 0 },
    };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(charset_decode(fix->arena, rows[i].bytes, &(charset_request){ 0 }, &fix->result), GALLEY_OK);
        assert_string_equal(fix->result.name, rows[i].name);
        assert_true(galley_slice_is(fix->result.text, rows[i].text));
        assert_int_equal(fix->result.marked, rows[i].skipped > 0);
        assert_int_equal(fix->result.skipped, rows[i].skipped);
    }
}

static void does_as_it_is_asked(void **state)
{
    fixture *fix = *state;
    encode(fix, galley_slice_of("中文"), "GB18030");
    assert_int_equal(decode(fix, "big5"), GALLEY_OK); /* nonsense, but what was asked */
    assert_false(galley_slice_is(fix->result.text, "中文"));
    assert_int_equal(decode(fix, "gb18030"), GALLEY_OK);
    assert_true(galley_slice_is(fix->result.text, "中文"));
    assert_true(fix->result.sure);
    assert_int_equal(decode(fix, "utf-8"), GALLEY_FORMAT);
    assert_int_equal(decode(fix, "no-such-set"), GALLEY_FORMAT);
    assert_null(fix->result.name);
    assert_int_equal(
        charset_decode(fix->arena, BYTES("\xff\xfe\x2d\x4e"), &(charset_request){ .wanted = "utf-16le" }, &fix->result),
        GALLEY_OK);
    assert_true(galley_slice_is(fix->result.text, "中"));
}

/* UTF-8 is lent, not copied: the reader keeps slices into the mapped file. */
static void lends_valid_utf8(void **state)
{
    fixture *fix = *state;
    size_t used = galley_arena_used(fix->arena);
    galley_slice bytes = galley_slice_of(mainland);
    assert_int_equal(charset_decode(fix->arena, bytes, &(charset_request){ 0 }, &fix->result), GALLEY_OK);
    assert_ptr_equal(fix->result.text.text, bytes.text);
    assert_int_equal(galley_arena_used(fix->arena), used);
}

/* ---- Broken texts ----------------------------------------------------------- */

static void refuses_at_the_first_bad_byte(void **state)
{
    static const struct {
        galley_slice bytes;
        const char *wanted;
        size_t bad_at;
        const char *before;
    } rows[] = {
        { BYTES("ab\xff"
                "cd"),
          "utf-8", 2, "ab" },
        { BYTES("\xef\xbb\xbf"
                "ab\xe4\xb8"),
          "utf-8", 5, "ab" },
        { BYTES("\xed\xa0\x80"), "utf-8", 0, "" },
        { BYTES("a\xd6\xd0\xff\xff"), "gb18030", 3, "a中" },
        { BYTES("a\xd6"), "gb18030", 1, "a" },
        { BYTES("\x2d\x4e\x00\xd8\x0a\x00"), "utf-16le", 2, "中" },
        { BYTES("\x2d\x4e\x0a"), "utf-16le", 2, "中" },
        { BYTES("\xff\xfe\x2d\x4e\x00\xdc"), NULL, 4, "中" },
    };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        charset_request request = { .wanted = rows[i].wanted };
        assert_int_equal(charset_decode(fix->arena, rows[i].bytes, &request, &fix->result), GALLEY_FORMAT);
        assert_int_equal(fix->result.bad_at, rows[i].bad_at);
        assert_true(galley_slice_is(fix->result.text, rows[i].before));
    }
}

#define FFFD "\xef\xbf\xbd"

static void puts_one_mark_for_one_broken_character(void **state)
{
    static const struct {
        galley_slice bytes;
        const char *wanted, *text;
        size_t count, offset, before; /* of the last one */
    } rows[] = {
        { BYTES("ab\xff"
                "cd"),
          "utf-8", "ab" FFFD "cd", 1, 2, 2 },
        { BYTES("\xe4\xb8\n\xe4\xb8\xad"), "utf-8", FFFD "\n中", 1, 0, 0 },
        { BYTES("\x80\x80x"), "utf-8", FFFD FFFD "x", 2, 1, 3 },
        { BYTES("x\xf0\x9f\x98"), "utf-8", "x" FFFD, 1, 1, 1 },
        { BYTES("\xd6\xd0\xff\xff\xd6\xd0"), "gb18030", "中" FFFD "中", 1, 2, 3 },
        { BYTES("\xd6\xd0\xd6"), "gb18030", "中" FFFD, 1, 2, 3 },
        { BYTES("\xd6\nx"), "gb18030", FFFD "\nx", 1, 0, 0 },
        { BYTES("\x2d\x4e\x00\xd8\x2d\x4e"), "utf-16le", "中" FFFD "中", 1, 2, 3 },
        { BYTES("\x2d\x4e\x2d"), "utf-16le", "中" FFFD, 1, 2, 3 },
        { BYTES("a\x81\xe9"), "windows-1252", "a" FFFD "é", 1, 1, 1 },
    };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(decode_replacing(fix, rows[i].bytes, rows[i].wanted), GALLEY_OK);
        assert_true(galley_slice_is(fix->result.text, rows[i].text));
        assert_int_equal(fix->replaced_count, rows[i].count);
        assert_int_equal(fix->replaced[rows[i].count - 1].offset, rows[i].offset);
        assert_int_equal(fix->replaced[rows[i].count - 1].before, rows[i].before);
    }
}

/* Every byte after every start of a text: no loop without an end, always valid UTF-8. */
static void any_bytes_become_valid_utf8(void **state)
{
    static const char *const sets[] = { "utf-8", "gb18030", "big5-hkscs", "utf-16be", "shift_jis", "euc-kr" };
    galley_arena *arena = galley_arena_new(0);
    fixture *fix = *state;
    uint32_t seed = 1;
    for (int round = 0; round < 400; round++) {
        char bytes[8];
        for (size_t i = 0; i < sizeof bytes; i++, seed = seed * 1664525 + 1013904223)
            bytes[i] = (char)(seed >> 24);
        for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) {
            charset_request request = { .wanted = sets[set], .replaced = note, .state = fix };
            fix->replaced_count = 0;
            assert_int_equal(charset_decode(arena, (galley_slice){ bytes, sizeof bytes }, &request, &fix->result),
                             GALLEY_OK);
            assert_true(galley_text_valid(fix->result.text, NULL));
        }
        galley_arena_reset(arena);
    }
    galley_arena_drop(arena);
}

static void a_full_arena_is_a_limit(void **state)
{
    fixture *fix = *state;
    galley_arena *small = galley_arena_new(64);
    encode(fix, galley_slice_of(mainland), "GB18030");
    charset_request request = { .wanted = "gb18030" };
    assert_int_equal(charset_decode(small, (galley_slice){ fix->bytes, fix->length }, &request, &fix->result),
                     GALLEY_LIMIT);
    galley_arena_drop(small);
}

/* ---- Walking beside --------------------------------------------------------- */

/* 上 is 4E 0A: half of it looks like a line feed. */
static void finds_line_ends_in_the_source(void **state)
{
    static const struct {
        const char *name;
        galley_slice bytes;
        size_t from, at, length;
    } rows[] = {
        { "UTF-8", BYTES("ab\ncd"), 0, 2, 1 },
        { "UTF-8", BYTES("ab\ncd"), 3, 5, 0 },
        { "GB18030", BYTES("\xd6\xd0\r\n"), 0, 2, 1 },
        { "UTF-8", BYTES("a\fb"), 0, 1, 1 },
        { "UTF-16BE", BYTES("\x4e\x0a\x00\x0a"), 0, 2, 2 },
        { "utf-16le", BYTES("\x0a\x4e\x0a\x00"), 0, 2, 2 },
        { "UTF-16LE", BYTES("\x2d\x4e\x0a"), 0, 3, 0 },
        { "UTF-8", BYTES(""), 0, 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_slice end = charset_line_end(rows[i].bytes, rows[i].name, rows[i].from);
        assert_int_equal(end.text - rows[i].bytes.text, rows[i].at);
        assert_int_equal(end.length, rows[i].length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(finds_what_a_text_is_in),
        TEST(tells_the_chinese_sets_apart_in_a_few_characters),
        TEST(a_rare_or_a_broken_character_changes_no_set),
        TEST(reads_big5_of_windows_where_only_that_fits),
        TEST(takes_a_mark_off_and_says_so),
        TEST(does_as_it_is_asked),
        TEST(lends_valid_utf8),
        TEST(refuses_at_the_first_bad_byte),
        TEST(puts_one_mark_for_one_broken_character),
        TEST(any_bytes_become_valid_utf8),
        TEST(a_full_arena_is_a_limit),
        TEST(finds_line_ends_in_the_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
