/* SPDX-License-Identifier: MIT
 * Sources: files, pipes and memory; gzip whole, in parts, cut short and too large. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <galley/source.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

typedef struct fixture {
    char path[32];
    galley_findings *findings;
    galley_source *source;
} fixture;

static int set_up(void **state)
{
    fixture *fix = calloc(1, sizeof *fix);
    strcpy(fix->path, "source-test-XXXXXX");
    int fd = mkstemp(fix->path);
    if (fd < 0)
        return -1;
    close(fd);
    fix->findings = galley_findings_new();
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;
    galley_source_drop(fix->source);
    galley_findings_drop(fix->findings);
    unlink(fix->path);
    free(fix);
    return 0;
}

static void write_bytes(const fixture *fix, const char *mode, const void *bytes, size_t count)
{
    FILE *out = fopen(fix->path, mode);
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, count, out), count);
    assert_int_equal(fclose(out), 0);
}

/* Appends one gzip member. */
static void write_member(const fixture *fix, const char *text)
{
    gzFile out = gzopen(fix->path, "ab");
    assert_non_null(out);
    assert_int_equal(gzwrite(out, text, (unsigned)strlen(text)), (int)strlen(text));
    assert_int_equal(gzclose(out), Z_OK);
}

static galley_status open_source(fixture *fix, uint64_t cap)
{
    galley_source_drop(fix->source);
    fix->source = NULL;
    return galley_source_open(fix->path, cap, fix->findings, &fix->source);
}

static void assert_holds(const fixture *fix, const char *text)
{
    assert_true(galley_slice_is(galley_source_bytes(fix->source), text));
}

static void reads_a_file(void **state)
{
    fixture *fix = *state;
    write_bytes(fix, "wb", "one\ntwo\n", 8);
    assert_int_equal(open_source(fix, 0), GALLEY_OK);
    assert_holds(fix, "one\ntwo\n");
    assert_string_equal(galley_source_name(fix->source), fix->path);
    assert_int_equal(open_source(fix, 8), GALLEY_OK);
    assert_int_equal(open_source(fix, 7), GALLEY_LIMIT);
    assert_null(fix->source);
}

static void reads_an_empty_file(void **state)
{
    fixture *fix = *state;
    assert_int_equal(open_source(fix, 0), GALLEY_OK);
    assert_int_equal(galley_source_bytes(fix->source).length, 0);
}

static void reads_standard_input_to_its_cap(void **state)
{
    fixture *fix = *state;
    char text[300001];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    write_bytes(fix, "wb", text, sizeof text - 1);
    for (uint64_t cap = 300001; cap >= 299999; cap--) {
        assert_non_null(freopen(fix->path, "rb", stdin));
        lseek(STDIN_FILENO, 1, SEEK_SET); /* not from its beginning, so it is not mapped */
        galley_source *source = NULL;
        assert_int_equal(galley_source_open("-", cap, fix->findings, &source), GALLEY_OK);
        assert_int_equal(galley_source_bytes(source).length, 299999);
        assert_string_equal(galley_source_name(source), "standard input");
        galley_source_drop(source);
    }
    assert_non_null(freopen(fix->path, "rb", stdin));
    lseek(STDIN_FILENO, 1, SEEK_SET);
    galley_source *source = NULL;
    assert_int_equal(galley_source_open("-", 299998, fix->findings, &source), GALLEY_LIMIT);
    assert_null(source);
}

static void sees_through_gzip(void **state)
{
    fixture *fix = *state;
    write_member(fix, "first ");
    write_member(fix, "");
    write_member(fix, "second");
    assert_int_equal(open_source(fix, 0), GALLEY_OK);
    assert_holds(fix, "first second");
    write_bytes(fix, "ab", "\0\0\0\0", 4);
    assert_int_equal(open_source(fix, 0), GALLEY_OK);
    assert_holds(fix, "first second");
}

static void counts_what_gzip_delivers(void **state)
{
    fixture *fix = *state;
    size_t size = 3000000;
    char *text = malloc(size + 1);
    memset(text, 'a', size);
    text[size] = '\0';
    write_member(fix, text);
    assert_int_equal(open_source(fix, size), GALLEY_OK);
    assert_int_equal(galley_source_bytes(fix->source).length, size);
    assert_int_equal(open_source(fix, size - 1), GALLEY_LIMIT);
    assert_int_equal(open_source(fix, 10000), GALLEY_LIMIT);
    free(text);
}

static void every_cut_of_gzip_is_told(void **state)
{
    fixture *fix = *state;
    write_member(fix, "something to read that is long enough to be cut in many places");
    FILE *in = fopen(fix->path, "rb");
    char bytes[256];
    size_t size = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    for (size_t cut = 3; cut < size; cut++) {
        write_bytes(fix, "wb", bytes, cut);
        assert_int_equal(open_source(fix, 0), GALLEY_FORMAT);
    }
    bytes[size / 2] ^= 0x55;
    write_bytes(fix, "wb", bytes, size);
    assert_int_equal(open_source(fix, 0), GALLEY_FORMAT);
}

static void a_break_in_gzip_is_told_with_its_byte(void **state)
{
    fixture *fix = *state;
    char bytes[256], wanted[96];
    write_member(fix, "the first member is whole, ");
    write_member(fix, "and the second one is not");
    FILE *in = fopen(fix->path, "rb");
    size_t size = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    write_bytes(fix, "wb", bytes, size - 10);
    assert_int_equal(open_source(fix, 0), GALLEY_FORMAT);
    snprintf(wanted, sizeof wanted, "end too early, at byte %zu of %zu; nothing was read", size - 10, size - 10);
    assert_non_null(strstr(galley_findings_at(fix->findings, 0)->text, wanted));
    assert_string_equal(galley_findings_at(fix->findings, 0)->code, "source.gzip");
    bytes[size - 5] ^= 1; /* of the length that the second member claims to have */
    write_bytes(fix, "wb", bytes, size);
    assert_int_equal(open_source(fix, 0), GALLEY_FORMAT);
    assert_non_null(strstr(galley_findings_at(fix->findings, 1)->text, "are damaged near byte"));
}

/* Whether the sanitizers are in, which need more memory for themselves. */
#if defined __SANITIZE_ADDRESS__
#define SANITIZED true
#elif defined __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED false
#endif

/* 64 MiB of zeros in 64 KiB: with a cap of 1 MiB no more than a few of them may be asked for. */
static void a_bomb_ends_at_the_cap(void **state)
{
    fixture *fix = *state;
    char *zeros = calloc(1, 1 << 20);
    gzFile out = gzopen(fix->path, "wb9");
    for (int i = 0; i < 64; i++)
        assert_int_equal(gzwrite(out, zeros, 1 << 20), 1 << 20);
    assert_int_equal(gzclose(out), Z_OK);
    free(zeros);
    struct rlimit old, tight;
    assert_int_equal(getrlimit(RLIMIT_DATA, &old), 0);
    tight = old;
    if (!SANITIZED)
        tight.rlim_cur = 32 << 20;
    assert_int_equal(setrlimit(RLIMIT_DATA, &tight), 0);
    galley_status status = open_source(fix, 1 << 20);
    setrlimit(RLIMIT_DATA, &old);
    assert_int_equal(status, GALLEY_LIMIT);
    assert_non_null(strstr(galley_findings_at(fix->findings, 0)->text, "more than 1048576 bytes"));
}

static void reads_a_pipe_that_comes_in_pieces(void **state)
{
    fixture *fix = *state;
    int ends[2];
    assert_int_equal(unlink(fix->path), 0);
    assert_int_equal(mkfifo(fix->path, 0600), 0);
    ends[0] = open(fix->path, O_RDONLY | O_NONBLOCK);
    ends[1] = open(fix->path, O_WRONLY);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 3; i++) {
            ssize_t written = write(ends[1], "piece ", 6);
            usleep(written == 6 ? 2000 : 0);
        }
        _exit(0);
    }
    close(ends[1]);
    galley_status status = open_source(fix, 0);
    close(ends[0]);
    waitpid(child, NULL, 0);
    assert_int_equal(status, GALLEY_OK);
    assert_holds(fix, "piece piece piece ");
}

static void what_cannot_be_opened_is_told_once(void **state)
{
    fixture *fix = *state;
    galley_source *source = NULL;
    assert_int_equal(galley_source_open("", 0, fix->findings, &source), GALLEY_IO);
    assert_null(galley_findings_at(fix->findings, 0)->place.file);
    assert_string_equal(galley_findings_at(fix->findings, 0)->text, "an input has an empty name; nothing was read");
    assert_int_equal(galley_source_open(".", 0, fix->findings, &source), GALLEY_IO);
    assert_string_equal(galley_findings_at(fix->findings, 1)->code, "source.folder");
    assert_int_equal(chmod(fix->path, 0), 0);
    if (access(fix->path, R_OK) == 0) /* we are root, whom no mode stops */
        return;
    assert_int_equal(open_source(fix, 0), GALLEY_IO);
    assert_string_equal(galley_findings_at(fix->findings, 2)->code, "source.open");
    assert_non_null(strstr(galley_findings_at(fix->findings, 2)->text, strerror(EACCES)));
}

static void a_missing_file_and_a_folder_are_told(void **state)
{
    fixture *fix = *state;
    galley_source *source = NULL;
    assert_int_equal(galley_source_open("no/such/file", 0, fix->findings, &source), GALLEY_IO);
    assert_int_equal(galley_source_open(".", 0, fix->findings, &source), GALLEY_IO);
    assert_null(source);
    assert_int_equal(galley_findings_count(fix->findings, GALLEY_FATAL), 2);
    assert_string_equal(galley_findings_at(fix->findings, 0)->place.file, "no/such/file");
}

static void reads_on_and_again(void **state)
{
    fixture *fix = *state;
    char out[4];
    fix->source = galley_source_memory("m", galley_slice_of("abcdef"));
    assert_int_equal(galley_source_read(fix->source, out, 4), 4);
    assert_int_equal(galley_source_read(fix->source, out, 4), 2);
    assert_memory_equal(out, "ef", 2);
    assert_int_equal(galley_source_read(fix->source, out, 4), 0);
    galley_source_rewind(fix->source);
    assert_int_equal(galley_source_read(fix->source, out, 1), 1);
    assert_int_equal(out[0], 'a');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(reads_a_file),
        TEST(reads_an_empty_file),
        TEST(reads_standard_input_to_its_cap),
        TEST(sees_through_gzip),
        TEST(counts_what_gzip_delivers),
        TEST(every_cut_of_gzip_is_told),
        TEST(a_break_in_gzip_is_told_with_its_byte),
        TEST(a_bomb_ends_at_the_cap),
        TEST(reads_a_pipe_that_comes_in_pieces),
        TEST(what_cannot_be_opened_is_told_once),
        TEST(a_missing_file_and_a_folder_are_told),
        TEST(reads_on_and_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
