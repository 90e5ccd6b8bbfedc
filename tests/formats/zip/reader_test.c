/* SPDX-License-Identifier: MIT
 * ZIP in: what a container holds; and the attacks: names that lead out, sizes that lie,
 * members that overlap, bombs, and any byte changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zlib.h>

#include <galley/buffer.h>

#include "formats/zip/ocf.h"
#include "formats/zip/reader.h"

#define S galley_slice_of

/* ---- A container made by hand, so that it may lie ------------------------------- */

typedef struct made {
    galley_buffer members, directory;
    size_t count;
} made;

static void put_number(galley_buffer *to, uint32_t number, int bytes)
{
    for (; bytes; bytes--, number >>= 8)
        galley_buffer_byte(to, (char)(number & 255));
}

/* What both headers of a member say. */
typedef struct said {
    const char *name, *local_name; /* NULL: the same */
    uint32_t flags, method, crc, packed, size, begin;
} said;

static void put_said(galley_buffer *to, const said *what)
{
    put_number(to, 20, 2);
    put_number(to, what->flags, 2);
    put_number(to, what->method, 2);
    put_number(to, 0, 4);
    put_number(to, what->crc, 4);
    put_number(to, what->packed, 4);
    put_number(to, what->size, 4);
    put_number(to, (uint32_t)strlen(what->name), 2);
    put_number(to, 0, 2);
}

static void put_entry(made *zip, const said *what)
{
    galley_buffer_put(&zip->directory, "PK\1\2");
    put_number(&zip->directory, 20, 2);
    put_said(&zip->directory, what);
    put_number(&zip->directory, 0, 4);
    put_number(&zip->directory, 0, 2);
    put_number(&zip->directory, 0, 4);
    put_number(&zip->directory, what->begin, 4);
    galley_buffer_put(&zip->directory, what->name);
    zip->count++;
}

static void put_member(made *zip, said what, galley_slice packed)
{
    said local = what;
    what.begin = (uint32_t)zip->members.length;
    local.name = what.local_name ? what.local_name : what.name;
    galley_buffer_put(&zip->members, "PK\3\4");
    put_said(&zip->members, &local);
    galley_buffer_put(&zip->members, local.name);
    galley_buffer_add(&zip->members, packed);
    put_entry(zip, &what);
}

static uint32_t checksum(galley_slice bytes)
{
    return (uint32_t)crc32(crc32(0, NULL, 0), (const Bytef *)bytes.text, (uInt)bytes.length);
}

static void put_stored(made *zip, const char *name, const char *text)
{
    uint32_t length = (uint32_t)strlen(text);
    put_member(zip, (said){ .name = name, .crc = checksum(S(text)), .packed = length, .size = length }, S(text));
}

/* Deflated; `size` is what is said of it. */
static void put_deflated(made *zip, const char *name, galley_slice bytes, uint32_t size)
{
    uLong room = compressBound((uLong)bytes.length);
    char *packed = malloc(room);
    z_stream stream = { .next_in = (z_const Bytef *)bytes.text, .avail_in = (uInt)bytes.length };
    assert_non_null(packed);
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_out = (Bytef *)packed;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    uint32_t count = (uint32_t)stream.total_out;
    deflateEnd(&stream);
    put_member(zip, (said){ .name = name, .method = 8, .crc = checksum(bytes), .packed = count, .size = size },
               (galley_slice){ packed, count });
    free(packed);
}

/* The whole file, in zip->members. */
static galley_slice end_it(made *zip)
{
    uint32_t at = (uint32_t)zip->members.length;
    galley_buffer_add(&zip->members, galley_buffer_slice(&zip->directory));
    galley_buffer_put(&zip->members, "PK\5\6");
    put_number(&zip->members, 0, 4);
    put_number(&zip->members, (uint32_t)zip->count, 2);
    put_number(&zip->members, (uint32_t)zip->count, 2);
    put_number(&zip->members, (uint32_t)zip->directory.length, 4);
    put_number(&zip->members, at, 4);
    put_number(&zip->members, 0, 2);
    return galley_buffer_slice(&zip->members);
}

static void drop_made(made *zip)
{
    galley_buffer_drop(&zip->members);
    galley_buffer_drop(&zip->directory);
}

/* ---- Reading ------------------------------------------------------------------ */

typedef struct fixture {
    made made;
    galley_findings *findings;
    galley_arena *arena;
    galley_zip *zip;
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    fix->findings = galley_findings_new();
    fix->arena = galley_arena_new(0);
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_zip_drop(fix->zip);
    galley_findings_drop(fix->findings);
    galley_arena_drop(fix->arena);
    drop_made(&fix->made);
    free(fix);
    return 0;
}

static galley_status open_it(fixture *fix)
{
    return galley_zip_open(end_it(&fix->made), "a.zip", fix->findings, &fix->zip);
}

static const char *last_words(const fixture *fix)
{
    size_t kept = galley_findings_kept(fix->findings);
    return kept ? galley_findings_at(fix->findings, kept - 1)->text : "";
}

static void assert_broken(fixture *fix, const char *part)
{
    assert_int_equal(open_it(fix), GALLEY_FORMAT);
    assert_null(fix->zip);
    assert_int_equal(galley_findings_count_code(fix->findings, "zip.format"), 1);
    if (!strstr(last_words(fix), part))
        fail_msg("\"%s\" was said", last_words(fix));
}

static galley_status read_member(fixture *fix, const char *name, galley_slice *out)
{
    const galley_zip_member *member = galley_zip_find(fix->zip, S(name));
    assert_non_null(member);
    return galley_zip_read(fix->zip, member, fix->arena, fix->findings, out);
}

static void assert_bytes(fixture *fix, const char *name, const char *text)
{
    galley_slice bytes;
    assert_int_equal(read_member(fix, name, &bytes), GALLEY_OK);
    assert_true(galley_slice_is(bytes, text));
}

static void members_are_found_and_read(void **state)
{
    fixture *fix = *state;
    put_stored(&fix->made, "mimetype", "application/epub+zip");
    put_deflated(&fix->made, "OPS/版面.xhtml", S("<html/>"), 7);
    put_deflated(&fix->made, "empty", S(""), 0);
    put_stored(&fix->made, "folder/", "");
    assert_int_equal(open_it(fix), GALLEY_OK);
    assert_bytes(fix, "mimetype", "application/epub+zip");
    assert_bytes(fix, "OPS/版面.xhtml", "<html/>");
    assert_bytes(fix, "empty", "");
    assert_null(galley_zip_find(fix->zip, S("folder/")));
    assert_null(galley_zip_find(fix->zip, S("Mimetype")));
    assert_true(galley_slice_is(galley_zip_at(fix->zip, 1)->name, "OPS/版面.xhtml"));
    assert_null(galley_zip_at(fix->zip, 3));
    assert_int_equal(galley_findings_kept(fix->findings), 0);
}

static void our_own_containers_are_read(void **state)
{
    fixture *fix = *state;
    galley_ocf *ocf = galley_ocf_new("application/epub+zip");
    galley_sink *sink = galley_sink_memory();
    galley_ocf_add(ocf, "EPUB/a.xhtml", S("some text, some text, some text"));
    assert_int_equal(galley_ocf_write(ocf, sink, NULL), GALLEY_OK);
    assert_int_equal(galley_zip_open(galley_sink_bytes(sink), "a.epub", fix->findings, &fix->zip), GALLEY_OK);
    assert_bytes(fix, "mimetype", "application/epub+zip");
    assert_bytes(fix, "EPUB/a.xhtml", "some text, some text, some text");
    galley_zip_drop(fix->zip);
    fix->zip = NULL;
    galley_ocf_drop(ocf);
    galley_sink_drop(sink);
}

/* Bytes in front are counted by nobody, as in a program that unpacks itself. */
static void bytes_in_front_are_passed_over(void **state)
{
    fixture *fix = *state;
    galley_buffer file = { 0 };
    put_stored(&fix->made, "a", "one");
    galley_buffer_put(&file, "#!/bin/sh\n");
    galley_buffer_add(&file, end_it(&fix->made));
    assert_int_equal(galley_zip_open(galley_buffer_slice(&file), "a.zip", fix->findings, &fix->zip), GALLEY_OK);
    assert_bytes(fix, "a", "one");
    galley_buffer_drop(&file);
}

/* ---- Attacks ------------------------------------------------------------------ */

static void names_do_not_lead_out(void **state)
{
    static const char *const bad[] = { "../x", "/etc/passwd", "a/../../x", "a/..", "C:\\x", "..\\x",
                                       "a//b", "\\x",         "a/./b",     ".",    "x\xff" };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        put_stored(&fix->made, bad[i], "evil");
    put_stored(&fix->made, "./a\\b", "good");
    assert_int_equal(open_it(fix), GALLEY_OK);
    assert_int_equal(galley_findings_count_code(fix->findings, "zip.name"), sizeof bad / sizeof *bad);
    assert_null(galley_zip_at(fix->zip, 1));
    assert_bytes(fix, "a/b", "good");
}

static void the_first_of_a_name_is_kept(void **state)
{
    fixture *fix = *state;
    put_stored(&fix->made, "a", "one");
    put_stored(&fix->made, "./a", "two");
    put_stored(&fix->made, "b", "three");
    assert_int_equal(open_it(fix), GALLEY_OK);
    assert_int_equal(galley_findings_count_code(fix->findings, "zip.twice"), 1);
    assert_bytes(fix, "a", "one");
    assert_true(galley_slice_is(galley_zip_at(fix->zip, 1)->name, "b"));
}

static void sizes_are_not_believed(void **state)
{
    fixture *fix = *state;
    galley_slice bytes, text = S("one two three");
    put_deflated(&fix->made, "more", text, 5);
    put_deflated(&fix->made, "less", text, 5000);
    put_deflated(&fix->made, "none", text, 0);
    put_member(&fix->made, (said){ .name = "stored", .crc = 1, .packed = 13, .size = 14 }, text);
    put_member(&fix->made, (said){ .name = "sum", .crc = 1, .packed = 13, .size = 13 }, text);
    put_member(&fix->made, (said){ .name = "locked", .flags = 1, .packed = 13, .size = 13 }, text);
    put_member(&fix->made, (said){ .name = "odd", .method = 14, .packed = 13, .size = 13 }, text);
    put_member(&fix->made, (said){ .name = "noise", .method = 8, .packed = 13, .size = 13 }, text);
    assert_int_equal(open_it(fix), GALLEY_OK);
    for (size_t i = 0; galley_zip_at(fix->zip, i); i++) {
        assert_int_equal(galley_zip_read(fix->zip, galley_zip_at(fix->zip, i), fix->arena, fix->findings, &bytes),
                         GALLEY_FORMAT);
        assert_int_equal(bytes.length, 0);
        assert_int_equal(galley_findings_count_code(fix->findings, "zip.member"), i + 1);
    }
    assert_int_equal(galley_findings_kept(fix->findings), 8);
}

static void a_bomb_is_not_unpacked(void **state)
{
    enum { SIZE = 8 << 20 };
    fixture *fix = *state;
    galley_slice bytes;
    char *zeros = calloc(1, SIZE);
    put_deflated(&fix->made, "bomb", (galley_slice){ zeros, SIZE }, SIZE);
    put_member(&fix->made, (said){ .name = "claim", .method = 8, .packed = 3, .size = 0xfffffff0 }, S("abc"));
    put_deflated(&fix->made, "small", (galley_slice){ zeros, 1 << 20 }, 1 << 20);
    free(zeros);
    assert_int_equal(open_it(fix), GALLEY_OK);
    size_t before = galley_arena_used(fix->arena);
    assert_int_equal(read_member(fix, "bomb", &bytes), GALLEY_LIMIT);
    assert_int_equal(read_member(fix, "claim", &bytes), GALLEY_LIMIT);
    assert_int_equal(galley_findings_count_code(fix->findings, "zip.limit"), 2);
    assert_int_equal(galley_arena_used(fix->arena), before);
    assert_int_equal(read_member(fix, "small", &bytes), GALLEY_OK);
}

/* Many entries for the same bytes, as in the bomb that passes libzip's checks. */
static void members_do_not_overlap(void **state)
{
    fixture *fix = *state;
    put_stored(&fix->made, "a", "one");
    put_entry(&fix->made, &(said){ .name = "a", .crc = checksum(S("one")), .packed = 3, .size = 3 });
    assert_broken(fix, "overlap");
}

static void members_stand_where_it_is_said(void **state)
{
    fixture *fix = *state;
    put_entry(&fix->made, &(said){ .name = "a", .begin = 0 });
    assert_broken(fix, "does not stand where");
}

static void both_names_are_the_same(void **state)
{
    fixture *fix = *state;
    put_member(&fix->made, (said){ .name = "a", .local_name = "b" }, S(""));
    assert_broken(fix, "another name");
}

static void a_member_ends_before_the_directory(void **state)
{
    fixture *fix = *state;
    put_member(&fix->made, (said){ .name = "a", .packed = 2, .size = 2 }, S("x"));
    assert_broken(fix, "cut short");
}

static void what_is_no_container_is_refused(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } bad[] = { { "", 0 },
                { "PK\3\4", 4 },
                { "PK\5\6\0\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\0", 21 },
                { "PK\5\6\0\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\0\0", 22 },
                { "PK\5\6\0\0\0\0\1\0\1\0\x2e\0\0\0\0\0\0\0\0\0", 22 },
                { "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0", 22 },
                { "PK\5\6\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22 },
                { "PK\5\6\0\0\0\0\xff\xff\xff\xff\0\0\0\0\0\0\0\0\0\0", 22 } };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        galley_slice bytes = { bad[i].bytes, bad[i].length };
        assert_int_equal(galley_zip_open(bytes, "a.zip", fix->findings, &fix->zip), GALLEY_FORMAT);
        assert_int_equal(galley_findings_count_code(fix->findings, "zip.format"), i + 1);
    }
}

static void read_all(galley_slice bytes)
{
    galley_zip *zip;
    galley_arena *arena = galley_arena_new(1 << 20);
    galley_slice out;
    if (galley_zip_open(bytes, NULL, NULL, &zip) == GALLEY_OK) {
        for (size_t i = 0; galley_zip_at(zip, i); i++)
            galley_zip_read(zip, galley_zip_at(zip, i), arena, NULL, &out);
        galley_zip_drop(zip);
    }
    galley_arena_drop(arena);
}

/* Every beginning, and every byte changed: an end, and no crash. */
static void nothing_breaks_it(void **state)
{
    static const char signs[] = "\0\1\x7f\x80\xff";
    fixture *fix = *state;
    put_stored(&fix->made, "a", "one");
    put_deflated(&fix->made, "b/c", S("two two two"), 11);
    galley_slice whole = end_it(&fix->made);
    for (size_t i = 0; i < whole.length; i++) {
        char *copy = malloc(whole.length);
        memcpy(copy, whole.text, whole.length);
        for (size_t k = 0; k < sizeof signs - 1; k++) {
            copy[i] = signs[k];
            read_all((galley_slice){ copy, whole.length });
        }
        free(copy);
        copy = malloc(i + 1); /* its own block, so that a step behind it is seen */
        memcpy(copy, whole.text, i);
        read_all((galley_slice){ copy, i });
        free(copy);
    }
}

static void ten_thousand_members_are_no_trouble(void **state)
{
    fixture *fix = *state;
    char name[32];
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof name, "OPS/%d.xhtml", i);
        put_stored(&fix->made, name, name);
    }
    assert_int_equal(open_it(fix), GALLEY_OK);
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof name, "OPS/%d.xhtml", i);
        assert_bytes(fix, name, name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(members_are_found_and_read),
        TEST(our_own_containers_are_read),
        TEST(bytes_in_front_are_passed_over),
        TEST(names_do_not_lead_out),
        TEST(the_first_of_a_name_is_kept),
        TEST(sizes_are_not_believed),
        TEST(a_bomb_is_not_unpacked),
        TEST(members_do_not_overlap),
        TEST(members_stand_where_it_is_said),
        TEST(both_names_are_the_same),
        TEST(a_member_ends_before_the_directory),
        TEST(what_is_no_container_is_refused),
        TEST(nothing_breaks_it),
        TEST(ten_thousand_members_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
