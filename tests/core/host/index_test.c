/* SPDX-License-Identifier: MIT
 * The index beside the plugins: what it saves, and when it is not believed. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "tests/core/host/folder.h"

static char *read_index(const folder *fix)
{
    char *path = folder_path(fix, "index"), *text = calloc(1, 65536);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    assert_true(fread(text, 1, 65535, in) > 0);
    fclose(in);
    free(path);
    return text;
}

static void the_index_saves_loading(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_open(fix);
    assert_loaded(fix, "good", true);
    folder_index(fix);
    folder_open(fix);
    assert_loaded(fix, "good", false);
    const galley_format *format = galley_host_find(fix->host, "good");
    assert_non_null(format);
    assert_null(format->write);
    assert_string_equal(format->description, "A format for the tests");
    assert_string_equal(format->extensions[0], "good");
    assert_string_equal(format->media_types[0], "application/x-good");
    assert_int_equal(format->cannot, GALLEY_NO_FACTS);
    assert_int_equal(format->option_count, 4);
    assert_int_equal(format->options[0].maximum, 9);
    assert_string_equal(format->options[1].choices[1], "green");
    assert_string_equal(format->options[3].fallback, "");
    assert_string_equal(galley_host_origin(fix->host, format)->version, "1.0");
    const galley_format *loaded = NULL;
    assert_int_equal(galley_host_writer(fix->host, "x.good", NULL, fix->findings, &loaded), GALLEY_OK);
    assert_ptr_equal(loaded, format);
    assert_non_null(loaded->write);
    assert_loaded(fix, "good", true);
}

static void the_index_is_the_same_twice(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_install(fix, "twin");
    folder_index(fix);
    char *once = read_index(fix);
    folder_index(fix);
    char *twice = read_index(fix);
    assert_string_equal(once, twice);
    free(once);
    free(twice);
}

static void a_changed_file_is_asked_again(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_index(fix);
    char *path = folder_path(fix, "good.so");
    const struct timespec times[] = { { .tv_sec = 1000000000, .tv_nsec = 5 }, { .tv_sec = 1000000000, .tv_nsec = 5 } };
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    folder_open(fix);
    assert_loaded(fix, "good", true);
    free(path);
}

static void a_drop_in_is_asked_alone(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_index(fix);
    folder_install(fix, "twin");
    folder_open(fix);
    assert_loaded(fix, "good", false);
    assert_loaded(fix, "twin", true);
}

static void a_file_that_became_untrusted_is_refused(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_index(fix);
    folder_mode(fix, "good.so", 0777);
    folder_open(fix);
    assert_says(folder_plugin(fix, "good")->refusal, "can be written to by others");
}

/* The index with the first `from` replaced by `to`, which is not longer. */
static void spoil_index(const folder *fix, const char *from, const char *to)
{
    char *text = read_index(fix), *at = strstr(text, from);
    assert_non_null(at);
    memmove(at + strlen(to), at + strlen(from), strlen(at + strlen(from)) + 1);
    memcpy(at, to, strlen(to));
    folder_write(fix, "index", text);
    free(text);
}

static void a_bad_index_is_ignored_and_told(void **state)
{
    static const struct {
        const char *from, *to;
    } faults[] = {
        { "galley-index 1", "galley-index 2" }, { "\nend\n", "\n" },
        { "format good", "format Good" },       { "name good", "name goon" },
        { "capabilities 3", "capabilities x" }, { "range 1 9", "range 9 1" },
        { "fallback 3", "fallback 0" },         { "option depth number", "option depth x" },
        { "extension good", "extensive good" }, { "plugin good.so", "plugin" },
    };
    folder *fix = *state;
    folder_install(fix, "good");
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        folder_index(fix);
        spoil_index(fix, faults[i].from, faults[i].to);
        folder_open(fix);
        assert_loaded(fix, "good", true);
        assert_int_equal(galley_findings_count_code(fix->findings, "plugin.index"), i + 1);
    }
}

static void an_untrusted_index_is_ignored(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_index(fix);
    folder_mode(fix, "index", 0666);
    folder_open(fix);
    assert_loaded(fix, "good", true);
    assert_int_equal(galley_findings_count_code(fix->findings, "plugin.index"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(the_index_saves_loading),
        IN_A_FOLDER(the_index_is_the_same_twice),
        IN_A_FOLDER(a_changed_file_is_asked_again),
        IN_A_FOLDER(a_drop_in_is_asked_alone),
        IN_A_FOLDER(a_file_that_became_untrusted_is_refused),
        IN_A_FOLDER(a_bad_index_is_ignored_and_told),
        IN_A_FOLDER(an_untrusted_index_is_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
