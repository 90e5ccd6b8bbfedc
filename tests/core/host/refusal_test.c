/* SPDX-License-Identifier: MIT
 * The host over modules that were built to be refused, each for one reason, and over
 * files and folders that are not to be trusted. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/host/folder.h"

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
    folder *fix = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        folder_install(fix, refusals[i].module);
    folder_install(fix, "good");
    folder_open(fix);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const galley_plugin_info *plugin = folder_plugin(fix, refusals[i].module);
        assert_non_null(plugin);
        assert_says(plugin->refusal, refusals[i].says);
        assert_false(plugin->loaded);
        assert_null(galley_host_find(fix->host, refusals[i].module));
    }
    assert_null(folder_plugin(fix, "good")->refusal);
    assert_int_equal(galley_host_status(fix->host), GALLEY_OK);
}

static void asking_for_a_refused_one_says_why(void **state)
{
    folder *fix = *state;
    const galley_format *format = NULL;
    folder_install(fix, "other-abi");
    folder_open(fix);
    assert_int_equal(galley_host_writer(fix->host, "x", "other-abi", fix->findings, &format), GALLEY_REFUSED);
    assert_says(folder_last_text(fix), "plugin ABI 2");
    assert_int_equal(galley_host_writer(fix->host, "x.other-abi", NULL, fix->findings, &format), GALLEY_REFUSED);
    assert_null(format);
}

static void refuses_what_is_no_plugin_file(void **state)
{
    folder *fix = *state;
    folder_install_as(fix, "good", "real.so");
    folder_write(fix, "text.so", "no ELF at all");
    folder_write(fix, "empty.so", "");
    char *link = folder_path(fix, "linked.so"), *inner = folder_path(fix, "folder.so"),
         *pipe = folder_path(fix, "pipe.so");
    assert_int_equal(symlink("real.so", link), 0);
    assert_int_equal(mkdir(inner, 0755), 0);
    assert_int_equal(mkfifo(pipe, 0644), 0);
    folder_open(fix);
    assert_says(folder_plugin(fix, "text")->refusal, "no shared object");
    assert_says(folder_plugin(fix, "empty")->refusal, "is empty");
    assert_says(folder_plugin(fix, "linked")->refusal, "symbolic link");
    assert_says(folder_plugin(fix, "folder")->refusal, "no regular file");
    assert_says(folder_plugin(fix, "pipe")->refusal, "no regular file");
    free(link);
    free(inner);
    free(pipe);
}

static void refuses_a_truncated_object(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    char *path = folder_path(fix, "good.so");
    struct stat whole;
    assert_int_equal(stat(path, &whole), 0);
    for (off_t size = whole.st_size - 1; size > 0; size = size * 3 / 4) {
        assert_int_equal(truncate(path, size), 0);
        folder_open(fix);
        assert_non_null(folder_plugin(fix, "good")->refusal);
    }
    free(path);
}

static void refuses_what_others_can_write_to(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_mode(fix, "good.so", 0775);
    folder_open(fix);
    assert_says(folder_plugin(fix, "good")->refusal, "can be written to by others");
    folder_mode(fix, "good.so", 0757);
    folder_open(fix);
    assert_says(folder_plugin(fix, "good")->refusal, "can be written to by others");
    folder_mode(fix, "good.so", 0755);
    folder_open(fix);
    assert_null(folder_plugin(fix, "good")->refusal);
}

static void refuses_a_folder_that_others_can_write_to(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_mode(fix, ".", 0777);
    folder_open(fix);
    assert_int_equal(galley_host_status(fix->host), GALLEY_REFUSED);
    assert_says(folder_last_text(fix), "the folder");
    assert_says(folder_plugin(fix, "good")->refusal, "can be written to by others");
    assert_null(galley_host_find(fix->host, "good"));
}

static void a_given_folder_must_be_there(void **state)
{
    folder *fix = *state;
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
    folder *fix = *state;
    folder_install(fix, "good");
    char *second = folder_path(fix, "second"), *copy = folder_path(fix, "second/good.so");
    assert_int_equal(mkdir(second, 0755), 0);
    folder_copy(MODULES "/good.so", copy);
    const char *folders[] = { fix->path, second, fix->path, NULL };
    fix->host = galley_host_new(folders, fix->findings);
    assert_null(folder_plugin(fix, "good")->refusal);
    size_t hidden = 0;
    for (size_t i = 0; i < galley_host_plugin_count(fix->host); i++) {
        const galley_plugin_info *plugin = galley_host_plugin(fix->host, i);
        hidden += plugin->refusal && strstr(plugin->refusal, "is hidden by") != NULL;
    }
    assert_int_equal(hidden, 1);
    free(second);
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(refuses_each_for_its_reason),      IN_A_FOLDER(asking_for_a_refused_one_says_why),
        IN_A_FOLDER(refuses_what_is_no_plugin_file),   IN_A_FOLDER(refuses_a_truncated_object),
        IN_A_FOLDER(refuses_what_others_can_write_to), IN_A_FOLDER(refuses_a_folder_that_others_can_write_to),
        IN_A_FOLDER(a_given_folder_must_be_there),     IN_A_FOLDER(the_first_of_a_name_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
