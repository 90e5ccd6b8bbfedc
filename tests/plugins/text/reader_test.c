/* SPDX-License-Identifier: MIT
 * The reader of dumps: encodings, pages, zones, line numbers, and what is no text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include <galley/galley.h>

#include "plugins/text/reader.h"

typedef struct fixture {
    galley_issue *issue;
    galley_findings *findings;
    galley_source *sources[3];
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    fix->issue = galley_issue_new(0);
    fix->findings = galley_findings_new();
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_issue_drop(fix->issue);
    galley_findings_drop(fix->findings);
    for (size_t i = 0; i < 3; i++)
        galley_source_drop(fix->sources[i]);
    free(fix);
    return 0;
}

static galley_status read_slices(fixture *fix, const galley_slice *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fix->sources[i] = galley_source_memory(i ? "second.txt" : "first.txt", bytes[i]);
    return text_read(fix->issue, fix->sources, count, NULL, fix->findings);
}

static galley_status read_text(fixture *fix, const char *text)
{
    return read_slices(fix, &(galley_slice){ text, strlen(text) }, 1);
}

static void assert_line(const fixture *fix, size_t index, const char *text, uint32_t id)
{
    assert_true(index < fix->issue->lines.count);
    assert_true(galley_slice_is(fix->issue->lines.items[index].text, text));
    assert_int_equal(fix->issue->lines.items[index].id, id);
}

static void lines_and_zones(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, "one\r\ntwo\n\n \nthree\rfour"), GALLEY_OK);
    assert_int_equal(fix->issue->lines.count, 4);
    assert_int_equal(fix->issue->zones.count, 2);
    assert_line(fix, 0, "one", 1);
    assert_line(fix, 1, "two", 2);
    assert_line(fix, 2, "three", 5);
    assert_line(fix, 3, "four", 6);
    assert_int_equal(fix->issue->lines.items[2].blank_before, 2);
    assert_int_equal(fix->issue->lines.items[2].offset, 12);
}

static void a_form_feed_begins_a_page(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, "one\n\ftwo\nthree\ffour\n\f"), GALLEY_OK);
    assert_int_equal(fix->issue->pages.count, 3);
    assert_line(fix, 1, "two", 2);
    assert_line(fix, 2, "three", 3);
    assert_line(fix, 3, "four", 3);
    assert_int_equal(fix->issue->pages.items[1].line_count, 2);
}

static void files_are_pages_of_one_issue(void **state)
{
    fixture *fix = *state;
    const galley_slice bytes[] = { galley_slice_of("one\ntwo\n"), galley_slice_of("\nthree\n") };
    assert_int_equal(read_slices(fix, bytes, 2), GALLEY_OK);
    assert_int_equal(fix->issue->pages.count, 2);
    assert_line(fix, 2, "three", 4);
    assert_int_equal(fix->issue->lines.items[2].number, 2);
    assert_int_equal(fix->issue->pages.items[1].line_base, 2);
    assert_true(galley_slice_is(fix->issue->pages.items[1].source, "second.txt"));
}

/* A mark or not: 一中 and two line ends in both orders. */
static void utf16_is_found_by_its_line_ends(void **state)
{
    (void)state;
    static const galley_slice texts[] = {
        { "\x00\x4e\x2d\x4e\x0a\x00\x00\x4e\x0a\x00", 10 },
        { "\x4e\x00\x4e\x2d\x00\x0a\x4e\x00\x00\x0a", 10 },
        { "\xfe\xff\x4e\x00\x4e\x2d", 6 },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        void *fresh = NULL;
        set_up(&fresh);
        assert_int_equal(read_slices(fresh, &texts[i], 1), GALLEY_OK);
        assert_line(fresh, 0, "一中", 1);
        tear_down(&fresh);
    }
}

/* 中文 in UTF-16. */
static void encodings_are_found_and_told(void **state)
{
    fixture *fix = *state;
    static const char utf16[] = "\xff\xfe\x2d\x4e\x87\x65\x0a\x00";
    assert_int_equal(read_slices(fix, &(galley_slice){ utf16, 8 }, 1), GALLEY_OK);
    assert_line(fix, 0, "中文", 1);
    assert_int_equal(galley_findings_count_code(fix->findings, "text.encoding"), 1);
    assert_int_equal(galley_findings_at(fix->findings, 0)->level, GALLEY_REPAIRED);
}

static void gb18030_is_guessed(void **state)
{
    fixture *fix = *state;
    /* 今天的新闻很多，读者都说好看。 twice */
    static const char gb[] = "\xbd\xf1\xcc\xec\xb5\xc4\xd0\xc2\xce\xc5\xba\xdc\xb6\xe0\xa3\xac\xb6\xc1\xd5\xdf\xb6\xbc"
                             "\xcb\xb5\xba\xc3\xbf\xb4\xa1\xa3\n"
                             "\xbd\xf1\xcc\xec\xb5\xc4\xd0\xc2\xce\xc5\xba\xdc\xb6\xe0\xa3\xac\xb6\xc1\xd5\xdf\xb6\xbc"
                             "\xcb\xb5\xba\xc3\xbf\xb4\xa1\xa3\n";
    assert_int_equal(read_text(fix, gb), GALLEY_OK);
    assert_line(fix, 0, "今天的新闻很多，读者都说好看。", 1);
    assert_int_equal(galley_findings_at(fix->findings, 0)->level, GALLEY_UNSURE);
}

static void a_short_gb_text_is_no_greek(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, "\xbd\xf1\xcc\xec\xc8\xd5\xb1\xa8\n"), GALLEY_OK);
    assert_line(fix, 0, "今天日报", 1);
}

static void a_mark_is_no_character(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, "\xef\xbb\xbf"
                                    "one\n"),
                     GALLEY_OK);
    assert_line(fix, 0, "one", 1);
    assert_int_equal(fix->issue->lines.items[0].offset, 3);
    assert_int_equal(galley_findings_kept(fix->findings), 1);
    assert_string_equal(galley_findings_at(fix->findings, 0)->code, "text.mark");
    assert_int_equal(galley_findings_at(fix->findings, 0)->level, GALLEY_REPAIRED);
}

/* ---- Bytes that are no character ---------------------------------------------- */

static const galley_option options[] = {
    { .name = "encoding", .type = GALLEY_OPTION_TEXT, .fallback = "auto" },
    { .name = "invalid", .type = GALLEY_OPTION_TEXT, .fallback = "refuse" },
};

static galley_status read_as(fixture *fix, galley_slice bytes, const char *encoding, const char *invalid)
{
    galley_settings *settings = galley_settings_new(options, 2);
    galley_settings_set(settings, "encoding", encoding, fix->findings);
    galley_settings_set(settings, "invalid", invalid, fix->findings);
    fix->sources[0] = galley_source_memory("first.txt", bytes);
    galley_status status = text_read(fix->issue, fix->sources, 1, settings, fix->findings);
    galley_settings_drop(settings);
    return status;
}

/* Line and column of the character, value and offset of the byte, and what can be done. */
static void a_bad_byte_is_told_with_its_place(void **state)
{
    (void)state;
    static const struct {
        galley_slice bytes;
        const char *encoding;
        uint32_t line, column;
        const char *text;
    } rows[] = {
        { { "一二\r\n三\xff四", 15 }, "utf-8", 2, 2, "the byte 0xFF at offset 11 is no utf-8" },
        { { "a\rb\rc\xd6", 6 }, "gb18030", 3, 2, "the byte 0xD6 at offset 5 is no gb18030" },
        { { "\x0a\x4e\x0a\x00\x0a\x4e\x00\xd8\x0a\x00", 10 },
          "utf-16le",
          2,
          2,
          "the byte 0x00 at offset 6 is no utf-16le" },
        { { "\xff", 1 }, "utf-8", 1, 1, "the byte 0xFF at offset 0 is no utf-8" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *fresh = NULL;
        set_up(&fresh);
        fixture *fix = fresh;
        assert_int_equal(read_as(fix, rows[i].bytes, rows[i].encoding, "refuse"), GALLEY_FORMAT);
        const galley_finding *told = galley_findings_at(fix->findings, 0);
        assert_string_equal(told->code, "text.invalid");
        assert_int_equal(told->place.line, rows[i].line);
        assert_int_equal(told->place.column, rows[i].column);
        assert_non_null(strstr(told->text, rows[i].text));
        assert_non_null(strstr(told->text, "--set encoding=NAME"));
        assert_non_null(strstr(told->text, "--set invalid=replace"));
        tear_down(&fresh);
    }
}

static void bad_bytes_are_replaced_and_each_is_lost(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_as(fix, (galley_slice){ "一\xff二\n三\n\xe4\xb8\n", 15 }, "utf-8", "replace"), GALLEY_OK);
    assert_line(fix, 0, "一\xef\xbf\xbd二", 1);
    assert_line(fix, 1, "三", 2);
    assert_line(fix, 2, "\xef\xbf\xbd", 3);
    assert_int_equal(fix->issue->lines.items[1].offset, 8);
    assert_int_equal(fix->issue->lines.items[2].offset, 12);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_LOST), 2);
    assert_int_equal(galley_findings_at(fix->findings, 0)->place.column, 2);
    assert_int_equal(galley_findings_at(fix->findings, 1)->place.line, 3);
    assert_int_equal(galley_findings_at(fix->findings, 1)->place.column, 1);
}

static void many_bad_bytes_are_counted_in_bounded_memory(void **state)
{
    fixture *fix = *state;
    size_t size = 500000;
    char *bytes = malloc(size);
    memset(bytes, 0xff, size);
    for (size_t i = 99; i < size; i += 100)
        bytes[i] = '\n';
    assert_int_equal(read_as(fix, (galley_slice){ bytes, size }, "utf-8", "replace"), GALLEY_OK);
    assert_int_equal(galley_findings_count_code(fix->findings, "text.invalid"), size / 100 * 99);
    assert_int_equal(galley_findings_kept(fix->findings), GALLEY_FINDINGS_KEPT);
    assert_int_equal(fix->issue->lines.count, size / 100);
    free(bytes);
}

/* ---- Where lines stand in the source ------------------------------------------ */

static void offsets_are_those_of_the_source(void **state)
{
    (void)state;
    static const struct {
        galley_slice bytes;
        const char *encoding;
        uint64_t offsets[3];
    } rows[] = {
        { { "\xd6\xd0\r\n\r\n\xce\xc4\xce\xc4\fx", 12 }, "gb18030", { 0, 6, 11 } },
        { { "\xff\xfe\x0a\x4e\x0a\x00\x0a\x00\x0a\x4e\x0d\x00\x0a\x00\x78\x00", 16 }, "auto", { 2, 8, 14 } },
        { { "o\x08ne\r\x08\ntwo\nx", 12 }, "auto", { 0, 7, 11 } },
        { { "\xef\xbb\xbfone\rtwo\rx", 12 }, "auto", { 3, 7, 11 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *fresh = NULL;
        set_up(&fresh);
        fixture *fix = fresh;
        assert_int_equal(read_as(fix, rows[i].bytes, rows[i].encoding, "refuse"), GALLEY_OK);
        assert_int_equal(fix->issue->lines.count, 3);
        for (size_t k = 0; k < 3; k++)
            assert_int_equal(fix->issue->lines.items[k].offset, rows[i].offsets[k]);
        tear_down(&fresh);
    }
}

/* The lines point into the source: the issue takes only what describes them. */
static void a_large_dump_is_not_copied(void **state)
{
    fixture *fix = *state;
    size_t count = 100000, line = 40;
    char *bytes = malloc(count * line);
    memset(bytes, 'x', count * line);
    for (size_t i = 1; i <= count; i++)
        bytes[i * line - 1] = '\n';
    size_t before = galley_arena_used(fix->issue->arena);
    assert_int_equal(read_slices(fix, &(galley_slice){ bytes, count * line }, 1), GALLEY_OK);
    assert_int_equal(fix->issue->lines.count, count);
    assert_ptr_equal(fix->issue->lines.items[7].text.text, bytes + 7 * line);
    assert_true(galley_arena_used(fix->issue->arena) - before <= count * sizeof(galley_line) * 3 / 2);
    free(bytes);
}

static void stray_controls_are_left_out_and_told(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, "o\x08ne\ttwo\x1b\n"), GALLEY_OK);
    assert_line(fix, 0, "one\ttwo", 1);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_LOST), 1);
}

static void what_is_no_text_is_refused(void **state)
{
    fixture *fix = *state;
    static const galley_slice bad[] = {
        { "", 0 }, { " \n\t\n", 4 }, { "one\n\0two", 8 }, { "中文中文中文中文中文\n\xff\n", 33 }
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        fix->sources[0] = galley_source_memory("bad.txt", bad[i]);
        assert_int_equal(text_read(fix->issue, fix->sources, 1, NULL, fix->findings), GALLEY_FORMAT);
        assert_int_equal(galley_findings_count(fix->findings, GALLEY_FATAL), i + 1);
        galley_source_drop(fix->sources[0]);
        fix->sources[0] = NULL;
    }
    assert_int_equal(galley_findings_at(fix->findings, 3)->place.line, 2);
}

static void probes_know_text_from_bytes(void **state)
{
    (void)state;
    assert_int_equal(text_probe(galley_slice_of("some text"), true, "x"), 12);
    assert_int_equal(text_probe((galley_slice){ "中文", 5 }, false, "x"), 12);
    assert_int_equal(text_probe((galley_slice){ "a\0b", 3 }, true, "x"), 0);
    assert_int_equal(text_probe((galley_slice){ "", 0 }, true, "x"), 0);
    assert_in_range(text_probe(galley_slice_of("\xbd\xf1\xcc\xec"), true, "x"), 1, 11);
    assert_int_equal(text_probe((galley_slice){ "\xff\xfe\x2d\x4e", 4 }, true, "x"), 12);
}

#define OUR_MARKDOWN "---\ntitle: \"乌有日报\"\npages: 3\narticles: 5\n---\n\n# 乌有日报\n"

/* Also when its name says text: it would come out as news about YAML. */
static void refuses_our_own_markdown(void **state)
{
    fixture *fix = *state;
    assert_int_equal(read_text(fix, OUR_MARKDOWN), GALLEY_FORMAT);
    assert_int_equal(galley_findings_count_code(fix->findings, "text.markdown"), 1);
    assert_int_equal(fix->issue->lines.count, 0);
}

/* What has a signature of its own is not read as news, whatever reader there is for it. */
static void probes_leave_other_formats_alone(void **state)
{
    (void)state;
    static const char *const others[] = {
        "<?xml version=\"1.0\"?><a/>",
        "\xef\xbb\xbf<?xml version=\"1.0\"?>",
        "\n <!DOCTYPE html>",
        "<html>",
        "<HTML lang=en>",
        "%PDF-1.7\n",
        "PK\x03\x04zip",
        "{\\rtf1 a}",
        "{\"a\": 1}",
        "{ }",
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
        OUR_MARKDOWN,
        "[ {\"a\": 1}]",
        "a\x01\x02\x03z",
    };
    static const char *const texts[] = { "[本报讯]今天",    "{图一}",       "<本报讯>",
                                         "《红楼》",        "PK赛昨日举行", "一\x08二三四五六七八",
                                         "---\n本报讯\n---" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(text_probe(galley_slice_of(others[i]), true, "x"), 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(text_probe(galley_slice_of(texts[i]), true, "x"), 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(lines_and_zones),
        TEST(a_form_feed_begins_a_page),
        TEST(files_are_pages_of_one_issue),
        TEST(encodings_are_found_and_told),
        TEST(utf16_is_found_by_its_line_ends),
        TEST(a_short_gb_text_is_no_greek),
        TEST(gb18030_is_guessed),
        TEST(a_mark_is_no_character),
        TEST(stray_controls_are_left_out_and_told),
        TEST(what_is_no_text_is_refused),
        TEST(probes_know_text_from_bytes),
        TEST(refuses_our_own_markdown),
        TEST(probes_leave_other_formats_alone),
        TEST(a_bad_byte_is_told_with_its_place),
        TEST(bad_bytes_are_replaced_and_each_is_lost),
        TEST(many_bad_bytes_are_counted_in_bounded_memory),
        TEST(offsets_are_those_of_the_source),
        TEST(a_large_dump_is_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
