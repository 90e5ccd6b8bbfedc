/* SPDX-License-Identifier: MIT
 * Sinks: whole or not there at all. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <galley/sink.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct fixture {
    char folder[32], path[64];
    galley_findings *findings;
    galley_sink *sink;
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    strcpy(fix->folder, "sink-test-XXXXXX");
    if (!mkdtemp(fix->folder))
        return -1;
    snprintf(fix->path, sizeof fix->path, "%s/out", fix->folder);
    fix->findings = galley_findings_new();
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_sink_drop(fix->sink);
    galley_findings_drop(fix->findings);
    unlink(fix->path);
    int status = rmdir(fix->folder); /* fails when anything else was left behind */
    free(fix);
    return status;
}

static size_t files_in(const fixture *fix)
{
    size_t count = 0;
    DIR *folder = opendir(fix->folder);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
    closedir(folder);
    return count;
}

static void assert_file(const fixture *fix, const char *text)
{
    char bytes[64] = { 0 };
    FILE *in = fopen(fix->path, "rb");
    assert_non_null(in);
    size_t size = fread(bytes, 1, sizeof bytes - 1, in);
    fclose(in);
    assert_int_equal(size, strlen(text));
    assert_string_equal(bytes, text);
}

static void open_sink(fixture *fix, const char *path)
{
    assert_int_equal(galley_sink_open(path, fix->findings, &fix->sink), GALLEY_OK);
}

static void is_there_when_it_is_whole(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "one ");
    galley_sink_print(fix->sink, "%d ", 2);
    galley_sink_slice(fix->sink, galley_slice_of("three"));
    assert_int_equal(access(fix->path, F_OK), -1);
    assert_int_equal(galley_sink_count(fix->sink), 11);
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    assert_file(fix, "one 2 three");
    assert_int_equal(files_in(fix), 1);
}

static void leaves_the_old_one_until_then(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "old");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    galley_sink_drop(fix->sink);
    assert_int_equal(chmod(fix->path, 0640), 0);
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "new");
    assert_file(fix, "old");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    assert_file(fix, "new");
    struct stat found;
    assert_int_equal(stat(fix->path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0640);
}

static void leaves_nothing_when_dropped(void **state)
{
    fixture *fix = *state;
    char *block = calloc(1, 200000);
    open_sink(fix, fix->path);
    galley_sink_write(fix->sink, block, 200000);
    galley_sink_drop(fix->sink);
    fix->sink = NULL;
    free(block);
    assert_int_equal(files_in(fix), 0);
}

static void writes_large_and_small_in_order(void **state)
{
    fixture *fix = *state;
    size_t size = 300000;
    char *block = malloc(size);
    memset(block, 'b', size);
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "a");
    galley_sink_write(fix->sink, block, size);
    galley_sink_put(fix->sink, "c");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    FILE *in = fopen(fix->path, "rb");
    assert_int_equal(fgetc(in), 'a');
    assert_int_equal(fseek(in, (long)size, SEEK_SET), 0);
    assert_int_equal(fgetc(in), 'b');
    assert_int_equal(fgetc(in), 'c');
    assert_int_equal(fgetc(in), EOF);
    fclose(in);
    free(block);
}

static void remembers_a_full_device(void **state)
{
    fixture *fix = *state;
    char *block = calloc(1, 100000);
    if (access("/dev/full", W_OK) != 0)
        skip();
    open_sink(fix, "/dev/full");
    galley_sink_write(fix->sink, block, 100000);
    assert_int_equal(galley_sink_status(fix->sink), GALLEY_IO);
    galley_sink_put(fix->sink, "more");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_IO);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_FATAL), 1);
    assert_non_null(strstr(galley_findings_at(fix->findings, 0)->text, strerror(ENOSPC)));
    free(block);
}

/* The file may not grow over its limit: the old one stands, and nothing is beside it. */
static void a_file_size_limit_leaves_the_old_one(void **state)
{
    fixture *fix = *state;
    struct rlimit old, tight;
    FILE *out = fopen(fix->path, "wb");
    assert_true(fputs("old", out) >= 0);
    fclose(out);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    tight = old;
    tight.rlim_cur = 100000;
    void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
    char *block = calloc(1, 200000);
    open_sink(fix, fix->path);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    galley_sink_write(fix->sink, block, 200000);
    galley_status status = galley_sink_commit(fix->sink, fix->findings);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, before);
    free(block);
    assert_int_equal(status, GALLEY_IO);
    assert_int_equal(galley_findings_kept(fix->findings), 1);
    const char *text = galley_findings_at(fix->findings, 0)->text;
    assert_non_null(strstr(text, strerror(EFBIG)));
    assert_non_null(strstr(text, "; nothing was written"));
    galley_sink_drop(fix->sink);
    fix->sink = NULL;
    assert_file(fix, "old");
    assert_int_equal(files_in(fix), 1);
}

/* A pipe takes the bytes as they come and has no name to give at the end. */
static void writes_to_a_pipe_as_it_is(void **state)
{
    fixture *fix = *state;
    char bytes[8] = { 0 };
    assert_int_equal(mkfifo(fix->path, 0600), 0);
    int in = open(fix->path, O_RDONLY | O_NONBLOCK);
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "flow");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    assert_int_equal(read(in, bytes, sizeof bytes), 4);
    assert_string_equal(bytes, "flow");
    close(in);
    struct stat found;
    assert_int_equal(stat(fix->path, &found), 0);
    assert_true(S_ISFIFO(found.st_mode));
}

static void a_reader_that_goes_is_told_once(void **state)
{
    fixture *fix = *state;
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    assert_int_equal(mkfifo(fix->path, 0600), 0);
    int in = open(fix->path, O_RDONLY | O_NONBLOCK);
    open_sink(fix, fix->path);
    close(in);
    galley_sink_put(fix->sink, "to nobody");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_IO);
    signal(SIGPIPE, before);
    assert_int_equal(galley_findings_kept(fix->findings), 1);
    assert_non_null(strstr(galley_findings_at(fix->findings, 0)->text, strerror(EPIPE)));
    assert_null(strstr(galley_findings_at(fix->findings, 0)->text, "nothing was written"));
}

static void a_new_file_has_the_mode_of_any_other(void **state)
{
    fixture *fix = *state;
    struct stat found;
    mode_t before = umask(027);
    open_sink(fix, fix->path);
    galley_status status = galley_sink_commit(fix->sink, fix->findings);
    umask(before);
    assert_int_equal(status, GALLEY_OK);
    assert_int_equal(stat(fix->path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0640);
    assert_int_equal(found.st_size, 0);
}

static void an_empty_name_is_told_at_once(void **state)
{
    fixture *fix = *state;
    assert_int_equal(galley_sink_open("", fix->findings, &fix->sink), GALLEY_IO);
    assert_null(fix->sink);
    assert_null(galley_findings_at(fix->findings, 0)->place.file);
}

static void writes_through_a_link(void **state)
{
    fixture *fix = *state;
    char link[64];
    snprintf(link, sizeof link, "%s/link", fix->folder);
    fclose(fopen(fix->path, "wb"));
    assert_int_equal(symlink("out", link), 0);
    open_sink(fix, link);
    galley_sink_put(fix->sink, "through");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    assert_file(fix, "through");
    assert_int_equal(unlink(link), 0);
}

static void a_bad_place_is_told_at_once(void **state)
{
    fixture *fix = *state;
    assert_int_equal(galley_sink_open("no/such/folder/x", fix->findings, &fix->sink), GALLEY_IO);
    assert_null(fix->sink);
    assert_int_equal(galley_sink_open(fix->folder, fix->findings, &fix->sink), GALLEY_IO);
    assert_null(fix->sink);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_FATAL), 2);
}

static void memory_keeps_what_was_written(void **state)
{
    fixture *fix = *state;
    fix->sink = galley_sink_memory();
    galley_sink_put(fix->sink, "in memory");
    assert_true(galley_slice_is(galley_sink_bytes(fix->sink), "in memory"));
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(is_there_when_it_is_whole),
        TEST(leaves_the_old_one_until_then),
        TEST(leaves_nothing_when_dropped),
        TEST(writes_large_and_small_in_order),
        TEST(remembers_a_full_device),
        TEST(writes_through_a_link),
        TEST(a_file_size_limit_leaves_the_old_one),
        TEST(writes_to_a_pipe_as_it_is),
        TEST(a_reader_that_goes_is_told_once),
        TEST(a_new_file_has_the_mode_of_any_other),
        TEST(an_empty_name_is_told_at_once),
        TEST(a_bad_place_is_told_at_once),
        TEST(memory_keeps_what_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
