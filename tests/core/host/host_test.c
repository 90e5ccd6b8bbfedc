/* SPDX-License-Identifier: MIT
 * The host over modules that were built to be refused, each for one reason, and over
 * a few sound ones: what is loaded, what is chosen, what the index saves. */
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
#include <unistd.h>

#include <galley/galley.h>

#define MODULES "tests/core/host/modules/.libs"

/* ---- A folder of plugins ---------------------------------------------------- */

typedef struct fixture {
    char folder[64];
    galley_findings *findings;
    galley_host *host;
} fixture;

static char *path_in(const fixture *fix, const char *name)
{
    char *path = NULL;
    assert_true(asprintf(&path, "%s/%s", fix->folder, name) > 0);
    return path;
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
        assert_int_equal(fwrite(bytes, 1, got, out), got);
    fclose(in);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(to, 0755), 0);
}

static void install_as(const fixture *fix, const char *module, const char *name)
{
    char from[128];
    snprintf(from, sizeof from, MODULES "/%s.so", module);
    char *to = path_in(fix, name);
    copy_file(from, to);
    free(to);
}

static void install(const fixture *fix, const char *module)
{
    char name[64];
    snprintf(name, sizeof name, "%s.so", module);
    install_as(fix, module, name);
}

static void write_file(const fixture *fix, const char *name, const char *text)
{
    char *path = path_in(fix, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    chmod(path, 0644);
    free(path);
}

static void set_mode(const fixture *fix, const char *name, mode_t mode)
{
    char *path = path_in(fix, name);
    assert_int_equal(chmod(path, mode), 0);
    free(path);
}

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    assert_non_null(fix);
    strcpy(fix->folder, "host-test-XXXXXX");
    assert_non_null(mkdtemp(fix->folder));
    assert_int_equal(chmod(fix->folder, 0755), 0);
    fix->findings = galley_findings_new();
    unsetenv("GALLEY_PLUGIN_PATH");
    setenv("HOME", "/nonexistent", 1);
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_host_drop(fix->host);
    galley_findings_drop(fix->findings);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", fix->folder);
    int status = system(command);
    free(fix);
    return status;
}

static void open_host(fixture *fix)
{
    const char *folders[] = { fix->folder, NULL };
    galley_host_drop(fix->host);
    fix->host = galley_host_new(folders, fix->findings);
    assert_non_null(fix->host);
}

/* The first plugin of our folder with a name; installed ones come behind. */
static const galley_plugin_info *plugin_named(const fixture *fix, const char *name)
{
    for (size_t i = 0; i < galley_host_plugin_count(fix->host); i++)
        if (strcmp(galley_host_plugin(fix->host, i)->name, name) == 0)
            return galley_host_plugin(fix->host, i);
    return NULL;
}

static const char *last_text(const fixture *fix)
{
    size_t count = galley_findings_kept(fix->findings);
    assert_true(count > 0);
    return galley_findings_at(fix->findings, count - 1)->text;
}

static void assert_says(const char *sentence, const char *part)
{
    if (!sentence || !strstr(sentence, part))
        fail_msg("\"%s\" does not say \"%s\"", sentence ? sentence : "(nothing)", part);
}

static void assert_loaded(const fixture *fix, const char *name, bool loaded)
{
    const galley_plugin_info *plugin = plugin_named(fix, name);
    assert_non_null(plugin);
    if (plugin->loaded != loaded)
        fail_msg("%s is %s", name, loaded ? "not loaded" : "loaded");
}

/* ---- Refusals --------------------------------------------------------------- */

static const struct {
    const char *module, *says;
} refusals[] = {
    { "other-abi", "other-abi.so was built for plugin ABI 2, this galley speaks 1; rebuild it" },
    { "newer-abi", "built for plugin ABI 1.99" },
    { "wrong-size", "another size" },
    { "wrong-format-size", "another size" },
    { "no-symbol", "has no symbol galley_plugin_v1" },
    { "other-name", "does not call itself other-name" },
    { "bad-id", "a format's id" },
    { "bad-extension", "extensions of format bad-extension" },
    { "bad-default", "the default of option depth" },
    { "no-probe", "has no probe function" },
    { "no-read", "has no read function" },
    { "no-formats", "declares no format" },
};

static void refuses_each_for_its_reason(void **state)
{
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        install(fix, refusals[i].module);
    install(fix, "good");
    open_host(fix);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const galley_plugin_info *plugin = plugin_named(fix, refusals[i].module);
        assert_non_null(plugin);
        assert_says(plugin->refusal, refusals[i].says);
        assert_false(plugin->loaded);
        assert_null(galley_host_find(fix->host, refusals[i].module));
    }
    assert_null(plugin_named(fix, "good")->refusal);
    assert_int_equal(galley_host_status(fix->host), GALLEY_OK);
}

static void asking_for_a_refused_one_says_why(void **state)
{
    fixture *fix = *state;
    const galley_format *format = NULL;
    install(fix, "other-abi");
    open_host(fix);
    assert_int_equal(galley_host_writer(fix->host, "x", "other-abi", fix->findings, &format), GALLEY_REFUSED);
    assert_says(last_text(fix), "plugin ABI 2");
    assert_int_equal(galley_host_writer(fix->host, "x.other-abi", NULL, fix->findings, &format), GALLEY_REFUSED);
    assert_null(format);
}

static void refuses_what_is_no_plugin_file(void **state)
{
    fixture *fix = *state;
    install_as(fix, "good", "real.so");
    write_file(fix, "text.so", "no ELF at all");
    write_file(fix, "empty.so", "");
    char *link = path_in(fix, "linked.so"), *folder = path_in(fix, "folder.so"), *pipe = path_in(fix, "pipe.so");
    assert_int_equal(symlink("real.so", link), 0);
    assert_int_equal(mkdir(folder, 0755), 0);
    assert_int_equal(mkfifo(pipe, 0644), 0);
    open_host(fix);
    assert_says(plugin_named(fix, "text")->refusal, "no shared object");
    assert_says(plugin_named(fix, "empty")->refusal, "is empty");
    assert_says(plugin_named(fix, "linked")->refusal, "symbolic link");
    assert_says(plugin_named(fix, "folder")->refusal, "no regular file");
    assert_says(plugin_named(fix, "pipe")->refusal, "no regular file");
    free(link);
    free(folder);
    free(pipe);
}

static void refuses_a_truncated_object(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    char *path = path_in(fix, "good.so");
    struct stat whole;
    assert_int_equal(stat(path, &whole), 0);
    for (off_t size = whole.st_size - 1; size > 0; size = size * 3 / 4) {
        assert_int_equal(truncate(path, size), 0);
        open_host(fix);
        assert_non_null(plugin_named(fix, "good")->refusal);
    }
    free(path);
}

static void refuses_what_others_can_write_to(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    set_mode(fix, "good.so", 0775);
    open_host(fix);
    assert_says(plugin_named(fix, "good")->refusal, "can be written to by others");
    set_mode(fix, "good.so", 0757);
    open_host(fix);
    assert_says(plugin_named(fix, "good")->refusal, "can be written to by others");
    set_mode(fix, "good.so", 0755);
    open_host(fix);
    assert_null(plugin_named(fix, "good")->refusal);
}

static void refuses_a_folder_that_others_can_write_to(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    set_mode(fix, ".", 0777);
    open_host(fix);
    assert_int_equal(galley_host_status(fix->host), GALLEY_REFUSED);
    assert_says(last_text(fix), "the folder");
    assert_says(plugin_named(fix, "good")->refusal, "can be written to by others");
    assert_null(galley_host_find(fix->host, "good"));
}

static void a_given_folder_must_be_there(void **state)
{
    fixture *fix = *state;
    const char *folders[] = { "no/such/folder", NULL };
    fix->host = galley_host_new(folders, fix->findings);
    assert_int_equal(galley_host_status(fix->host), GALLEY_IO);
    galley_host_drop(fix->host);
    setenv("GALLEY_PLUGIN_PATH", "no/such/folder", 1);
    fix->host = galley_host_new(NULL, fix->findings);
    assert_int_equal(galley_host_status(fix->host), GALLEY_OK);
}

static void the_first_of_a_name_wins(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    char *second = path_in(fix, "second"), *copy = path_in(fix, "second/good.so");
    assert_int_equal(mkdir(second, 0755), 0);
    copy_file(MODULES "/good.so", copy);
    const char *folders[] = { fix->folder, second, fix->folder, NULL };
    fix->host = galley_host_new(folders, fix->findings);
    assert_null(plugin_named(fix, "good")->refusal);
    size_t hidden = 0;
    for (size_t i = 0; i < galley_host_plugin_count(fix->host); i++) {
        const galley_plugin_info *plugin = galley_host_plugin(fix->host, i);
        hidden += plugin->refusal && strstr(plugin->refusal, "is hidden by") != NULL;
    }
    assert_int_equal(hidden, 1);
    free(second);
    free(copy);
}

/* ---- The index -------------------------------------------------------------- */

static void write_index(const fixture *fix)
{
    assert_int_equal(galley_host_index(fix->folder, fix->findings), GALLEY_OK);
}

static char *read_index(const fixture *fix)
{
    char *path = path_in(fix, "index"), *text = calloc(1, 65536);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    assert_true(fread(text, 1, 65535, in) > 0);
    fclose(in);
    free(path);
    return text;
}

static void the_index_saves_loading(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    open_host(fix);
    assert_loaded(fix, "good", true);
    write_index(fix);
    open_host(fix);
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
    fixture *fix = *state;
    install(fix, "good");
    install(fix, "twin");
    write_index(fix);
    char *once = read_index(fix);
    write_index(fix);
    char *twice = read_index(fix);
    assert_string_equal(once, twice);
    free(once);
    free(twice);
}

static void a_changed_file_is_asked_again(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    write_index(fix);
    char *path = path_in(fix, "good.so");
    const struct timespec times[] = { { .tv_sec = 1000000000, .tv_nsec = 5 }, { .tv_sec = 1000000000, .tv_nsec = 5 } };
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    open_host(fix);
    assert_loaded(fix, "good", true);
    free(path);
}

static void a_drop_in_is_asked_alone(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    write_index(fix);
    install(fix, "twin");
    open_host(fix);
    assert_loaded(fix, "good", false);
    assert_loaded(fix, "twin", true);
}

static void a_file_that_became_untrusted_is_refused(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    write_index(fix);
    set_mode(fix, "good.so", 0777);
    open_host(fix);
    assert_says(plugin_named(fix, "good")->refusal, "can be written to by others");
}

/* The index with the first `from` replaced by `to`, which is not longer. */
static void spoil_index(const fixture *fix, const char *from, const char *to)
{
    char *text = read_index(fix), *at = strstr(text, from);
    assert_non_null(at);
    memmove(at + strlen(to), at + strlen(from), strlen(at + strlen(from)) + 1);
    memcpy(at, to, strlen(to));
    write_file(fix, "index", text);
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
    fixture *fix = *state;
    install(fix, "good");
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        write_index(fix);
        spoil_index(fix, faults[i].from, faults[i].to);
        open_host(fix);
        assert_loaded(fix, "good", true);
        assert_int_equal(galley_findings_count_code(fix->findings, "plugin.index"), i + 1);
    }
}

static void an_untrusted_index_is_ignored(void **state)
{
    fixture *fix = *state;
    install(fix, "good");
    write_index(fix);
    set_mode(fix, "index", 0666);
    open_host(fix);
    assert_loaded(fix, "good", true);
    assert_int_equal(galley_findings_count_code(fix->findings, "plugin.index"), 1);
}

/* ---- Choosing --------------------------------------------------------------- */

static galley_status read_as(fixture *fix, const char *name, const char *bytes, const char *id, const char **chosen)
{
    galley_source *source = galley_source_memory(name, galley_slice_of(bytes));
    const galley_format *format = NULL;
    assert_non_null(source);
    galley_status status = galley_host_reader(fix->host, source, id, fix->findings, &format);
    *chosen = format ? format->id : NULL;
    galley_source_drop(source);
    return status;
}

static void name_and_content_win_and_nobody_else_is_loaded(void **state)
{
    fixture *fix = *state;
    const char *chosen;
    install(fix, "good");
    install(fix, "twin");
    write_index(fix);
    open_host(fix);
    assert_int_equal(read_as(fix, "issue.good", "GOOD", NULL, &chosen), GALLEY_OK);
    assert_string_equal(chosen, "good");
    assert_loaded(fix, "good", true);
    assert_loaded(fix, "twin", false);
    assert_int_equal(read_as(fix, "ISSUE.TWIN.gz", "GOOD", NULL, &chosen), GALLEY_OK);
    assert_string_equal(chosen, "twin");
}

static void content_beats_the_name(void **state)
{
    fixture *fix = *state;
    const char *chosen;
    install(fix, "good");
    install(fix, "namesake");
    open_host(fix);
    assert_int_equal(read_as(fix, "issue.namesake", "GOOD", NULL, &chosen), GALLEY_OK);
    assert_string_equal(chosen, "good");
    assert_int_equal(read_as(fix, "issue.namesake", "else", NULL, &chosen), GALLEY_OK);
    assert_string_equal(chosen, "namesake");
}

static void a_tie_is_a_question(void **state)
{
    fixture *fix = *state;
    const char *chosen;
    install(fix, "good");
    install(fix, "twin");
    install(fix, "namesake");
    open_host(fix);
    assert_int_equal(read_as(fix, "issue.x", "GOOD", NULL, &chosen), GALLEY_USAGE);
    assert_says(last_text(fix), "good, twin");
    assert_says(last_text(fix), "--from");
    assert_int_equal(read_as(fix, "issue.good", "else", NULL, &chosen), GALLEY_USAGE);
    assert_says(last_text(fix), "good, namesake");
    assert_int_equal(read_as(fix, "issue.x", "GOOD", "twin", &chosen), GALLEY_OK);
    assert_string_equal(chosen, "twin");
    const galley_format *format = NULL;
    assert_int_equal(galley_host_writer(fix->host, "x.good", NULL, fix->findings, &format), GALLEY_USAGE);
    assert_says(last_text(fix), "--to");
}

static void a_given_format_is_not_probed(void **state)
{
    fixture *fix = *state;
    const char *chosen;
    install(fix, "good");
    install(fix, "twin");
    write_index(fix);
    open_host(fix);
    assert_int_equal(read_as(fix, "issue.twin", "else", "good", &chosen), GALLEY_OK);
    assert_string_equal(chosen, "good");
    assert_loaded(fix, "twin", false);
    assert_int_equal(read_as(fix, "issue.twin", "else", "nobody", &chosen), GALLEY_USAGE);
    assert_says(last_text(fix), "no plugin knows that format");
}

static void nothing_fits_is_a_format_error(void **state)
{
    fixture *fix = *state;
    const char *chosen;
    install(fix, "good");
    open_host(fix);
    assert_int_equal(read_as(fix, "issue.x", "else", NULL, &chosen), GALLEY_FORMAT);
    assert_says(last_text(fix), "what can be read: good");
    assert_int_equal(read_as(fix, "standard input", "", NULL, &chosen), GALLEY_FORMAT);
    assert_says(last_text(fix), "it is empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(refuses_each_for_its_reason),
        TEST(asking_for_a_refused_one_says_why),
        TEST(refuses_what_is_no_plugin_file),
        TEST(refuses_a_truncated_object),
        TEST(refuses_what_others_can_write_to),
        TEST(refuses_a_folder_that_others_can_write_to),
        TEST(a_given_folder_must_be_there),
        TEST(the_first_of_a_name_wins),
        TEST(the_index_saves_loading),
        TEST(the_index_is_the_same_twice),
        TEST(a_changed_file_is_asked_again),
        TEST(a_drop_in_is_asked_alone),
        TEST(a_file_that_became_untrusted_is_refused),
        TEST(a_bad_index_is_ignored_and_told),
        TEST(an_untrusted_index_is_ignored),
        TEST(name_and_content_win_and_nobody_else_is_loaded),
        TEST(content_beats_the_name),
        TEST(a_tie_is_a_question),
        TEST(a_given_format_is_not_probed),
        TEST(nothing_fits_is_a_format_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
