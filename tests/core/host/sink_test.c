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

/* ---- Folders ------------------------------------------------------------------ */

static void put_member(galley_sink *sink, const char *name, const char *text)
{
    galley_sink_put(galley_sink_member(sink, name), text);
}

/* The bytes of a file below the output; removes it. */
static void assert_member(const fixture *fix, const char *name, const char *text)
{
    char path[128], bytes[64] = { 0 };
    snprintf(path, sizeof path, "%s/%s", fix->path, name);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    assert_int_equal(fread(bytes, 1, sizeof bytes - 1, in), strlen(text));
    fclose(in);
    assert_string_equal(bytes, text);
    assert_int_equal(unlink(path), 0);
}

static void remove_folder(const fixture *fix, const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", fix->path, name);
    assert_int_equal(rmdir(path), 0);
}

static void a_folder_comes_as_a_whole(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    put_member(fix->sink, "index.md", "one");
    put_member(fix->sink, "images/a/1.png", "two");
    put_member(fix->sink, "images/2.png", "three");
    assert_int_equal(galley_sink_count(fix->sink), 11);
    assert_int_equal(access(fix->path, F_OK), -1);
    assert_int_equal(files_in(fix), 1); /* the temporary one */
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    assert_int_equal(files_in(fix), 1);
    assert_member(fix, "index.md", "one");
    assert_member(fix, "images/a/1.png", "two");
    assert_member(fix, "images/2.png", "three");
    remove_folder(fix, "images/a");
    remove_folder(fix, "images");
    remove_folder(fix, "");
}

static void a_folder_that_is_dropped_leaves_nothing(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    put_member(fix->sink, "a/b/c", "one");
    put_member(fix->sink, "d", "two");
    assert_int_equal(files_in(fix), 1);
    galley_sink_drop(fix->sink);
    fix->sink = NULL;
    assert_int_equal(files_in(fix), 0);
}

/* An empty folder is taken, one with a file in it never. */
static void only_an_empty_folder_is_replaced(void **state)
{
    fixture *fix = *state;
    char with_slash[80], inside[80];
    snprintf(with_slash, sizeof with_slash, "%s/", fix->path);
    snprintf(inside, sizeof inside, "%s/x", fix->path);
    assert_int_equal(mkdir(fix->path, 0777), 0);
    assert_int_equal(galley_sink_open(fix->path, fix->findings, &fix->sink), GALLEY_IO);
    assert_int_equal(galley_sink_open_folder(fix->path, fix->findings, &fix->sink), GALLEY_OK);
    put_member(fix->sink, "x", "one");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    galley_sink_drop(fix->sink);
    assert_int_equal(galley_sink_open_folder(with_slash, fix->findings, &fix->sink), GALLEY_OK);
    put_member(fix->sink, "y", "two");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_IO);
    assert_int_equal(galley_findings_count_code(fix->findings, "sink.exists"), 1);
    assert_int_equal(files_in(fix), 1);
    assert_member(fix, "x", "one");
    remove_folder(fix, "");
}

static void a_file_is_no_folder(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "old");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    galley_sink_drop(fix->sink);
    open_sink(fix, fix->path);
    put_member(fix->sink, "x", "new");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_IO);
    assert_int_equal(galley_findings_count_code(fix->findings, "sink.exists"), 1);
    assert_file(fix, "old");
}

/* A folder that stands there is not written to as a file, nor left as if it had been. */
static void a_folder_takes_no_bytes(void **state)
{
    fixture *fix = *state;
    assert_int_equal(mkdir(fix->path, 0777), 0);
    for (int bytes = 0; bytes < 2; bytes++) {
        assert_int_equal(galley_sink_open_folder(fix->path, fix->findings, &fix->sink), GALLEY_OK);
        galley_sink_put(fix->sink, bytes ? "x" : "");
        assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_IO);
        galley_sink_drop(fix->sink);
        fix->sink = NULL;
    }
    remove_folder(fix, "");
}

static void names_stay_in_their_folder(void **state)
{
    static const char *const names[] = { "", "/x", "../x", "a/../x", "a//x", "a/", ".", "..", "a/.", "same" };
    fixture *fix = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        open_sink(fix, fix->path);
        put_member(fix->sink, "same", "one");
        assert_ptr_equal(galley_sink_member(fix->sink, names[i]), fix->sink);
        put_member(fix->sink, "more", "two"); /* goes nowhere */
        assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_INTERNAL);
        galley_sink_drop(fix->sink);
        fix->sink = NULL;
        assert_int_equal(galley_findings_count_code(fix->findings, "sink.name"), i + 1);
        assert_int_equal(files_in(fix), 0);
    }
}

static void standard_output_is_no_folder(void **state)
{
    fixture *fix = *state;
    open_sink(fix, "-");
    put_member(fix->sink, "x", "one");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_USAGE);
    galley_sink_drop(fix->sink);
    open_sink(fix, "/dev/null");
    put_member(fix->sink, "x", "one");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_USAGE);
}

static void memory_keeps_members(void **state)
{
    fixture *fix = *state;
    fix->sink = galley_sink_memory();
    put_member(fix->sink, "a/b", "one");
    put_member(fix->sink, "c", "");
    assert_string_equal(galley_sink_member_name(fix->sink, 1), "c");
    assert_null(galley_sink_member_name(fix->sink, 2));
    assert_true(galley_slice_is(galley_sink_member_bytes(fix->sink, "a/b"), "one"));
    assert_int_equal(galley_sink_member_bytes(fix->sink, "d").length, 0);
    assert_int_equal(galley_sink_count(fix->sink), 3);
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_OK);
    put_member(fix->sink, "c", "again");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_INTERNAL);
}

/* Bytes first and members then, or the other way round: no writer may. */
static void bytes_and_members_do_not_mix(void **state)
{
    fixture *fix = *state;
    open_sink(fix, fix->path);
    galley_sink_put(fix->sink, "bytes");
    put_member(fix->sink, "x", "one");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_INTERNAL);
    galley_sink_drop(fix->sink);
    open_sink(fix, fix->path);
    put_member(fix->sink, "x", "one");
    galley_sink_put(fix->sink, "bytes");
    assert_int_equal(galley_sink_commit(fix->sink, fix->findings), GALLEY_INTERNAL);
    assert_int_equal(galley_findings_count_code(fix->findings, "sink.folder"), 2);
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
        TEST(a_folder_comes_as_a_whole),
        TEST(a_folder_that_is_dropped_leaves_nothing),
        TEST(only_an_empty_folder_is_replaced),
        TEST(a_file_is_no_folder),
        TEST(a_folder_takes_no_bytes),
        TEST(names_stay_in_their_folder),
        TEST(standard_output_is_no_folder),
        TEST(memory_keeps_members),
        TEST(bytes_and_members_do_not_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
