/* SPDX-License-Identifier: MIT
 * The stream writer: layout, escapes, numbers that no locale changes. */
#include "formats/json/writer.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static galley_json start(void)
{
    galley_json json = { .sink = galley_sink_memory() };
    assert_non_null(json.sink);
    return json;
}

/* The file so far, its last line end aside. */
static void assert_written(galley_json *json, const char *want)
{
    galley_json_end(json);
    galley_slice got = galley_sink_bytes(json->sink);
    assert_true(galley_slice_ends(got, galley_slice_of("\n")));
    got.length--;
    if (!galley_slice_is(got, want))
        fail_msg("want %s got %.*s", want, GALLEY_SHOW(got));
    galley_sink_drop(json->sink);
}

static void lays_out_objects_and_arrays(void **state)
{
    (void)state;
    galley_json json = start();
    galley_json_object(&json, GALLEY_JSON_SPREAD);
    galley_json_member(&json, "a", galley_slice_of("x"));
    galley_json_option(&json, "none", galley_slice_of(""));
    galley_json_key(&json, "b");
    galley_json_array(&json, GALLEY_JSON_INLINE);
    galley_json_number(&json, 0);
    galley_json_number(&json, UINT64_MAX);
    galley_json_object(&json, GALLEY_JSON_SPREAD);
    galley_json_member(&json, "c", galley_slice_of(""));
    galley_json_close(&json);
    galley_json_close(&json);
    galley_json_key(&json, "d");
    galley_json_array(&json, GALLEY_JSON_SPREAD);
    galley_json_close(&json);
    galley_json_key(&json, "e");
    galley_json_array(&json, GALLEY_JSON_SPREAD);
    galley_json_flag(&json, true);
    galley_json_flag(&json, false);
    galley_json_null(&json);
    galley_json_close(&json);
    galley_json_close(&json);
    assert_written(&json, "{\n \"a\": \"x\",\n \"b\": [0, 18446744073709551615, {\"c\": \"\"}],\n \"d\": [],\n"
                          " \"e\": [\n  true,\n  false,\n  null\n ]\n}");
}

/* ticks json.numbers */
static void escapes_what_it_must(void **state)
{
    static const char raw[] = "a\"b\\c/\b\f\n\r\t\x01\x1f\x7f\xc2\x85\xe2\x80\xa8\xf0\xa0\x80\x80\0z";
    (void)state;
    galley_json json = start();
    galley_json_string(&json, (galley_slice){ raw, sizeof raw - 1 });
    assert_written(&json, "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\xc2\x85\xe2\x80\xa8\xf0\xa0\x80\x80"
                          "\\u0000z\"");
}

static const struct {
    float number;
    const char *text;
} floats[] = {
    { 0, "0" },
    { -0.0f, "0" },
    { 0.9f, "0.9" },
    { 1, "1" },
    { -2.5f, "-2.5" },
    { 0.1f, "0.1" },
    { 1e20f, "1e+20" },
    { 1.0f / 3, "0.33333334" },
    { 16777216, "16777216" },
    { 1e-10f, "1e-10" },
    { 595.276f, "595.276" },
    { 9.75f, "9.75" },
    { 9.4999f, "9.4999" },
    { -0.0375f, "-0.0375" },
    { 0.93f, "0.93" },
    { 0.93000007f, "0.93000007" },
    { 0.001f, "0.001" },
    { 0.00012f, "0.00012" },
    { 100, "1e+02" },
};

static void check_floats(void)
{
    for (size_t i = 0; i < sizeof floats / sizeof *floats; i++) {
        galley_json json = start();
        galley_json_float(&json, floats[i].number);
        assert_written(&json, floats[i].text);
    }
}

/* ticks json.numbers */
static void writes_floats_short(void **state)
{
    (void)state;
    check_floats();
    galley_json json = start();
    galley_json_array(&json, GALLEY_JSON_INLINE);
    galley_json_float(&json, NAN);
    galley_json_float(&json, -INFINITY);
    galley_json_close(&json);
    assert_written(&json, "[0, 0]");
}

/* ticks json.numbers */
static void no_locale_changes_a_float(void **state)
{
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8") && !setlocale(LC_NUMERIC, "fr_FR.UTF-8"))
        skip();
    check_floats();
    setlocale(LC_NUMERIC, "C");
}

/* Every float that is tried reads back as itself. */
/* ticks json.numbers */
static void every_float_reads_back(void **state)
{
    (void)state;
    uint32_t bits = 1;
    for (int i = 0; i < 20000; i++) {
        float number;
        bits = bits * 1664525u + 1013904223u;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number))
            continue;
        galley_json json = start();
        galley_json_float(&json, number);
        galley_json_end(&json);
        char text[64] = "";
        galley_slice got = galley_sink_bytes(json.sink);
        assert_true(got.length < sizeof text);
        memcpy(text, got.text, got.length);
        float back = (float)strtod(text, NULL);
        assert_memory_equal(&back, &number, sizeof back);
        galley_sink_drop(json.sink);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_out_objects_and_arrays), cmocka_unit_test(escapes_what_it_must),
        cmocka_unit_test(writes_floats_short),         cmocka_unit_test(no_locale_changes_a_float),
        cmocka_unit_test(every_float_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
