/* SPDX-License-Identifier: MIT
 * A folder of our own for each test, made by hand and removed by name. */
#include "config.h"

#include "tests/core/host/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

char *folder_path(const folder *fix, const char *name)
{
    char *path = NULL;
    assert_true(asprintf(&path, "%s/%s", fix->path, name) > 0);
    return path;
}

void folder_copy(const char *from, const char *to)
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

void folder_install_as(const folder *fix, const char *module, const char *name)
{
    char from[128];
    snprintf(from, sizeof from, MODULES "/%s.so", module);
    char *to = folder_path(fix, name);
    folder_copy(from, to);
    free(to);
}

void folder_install(const folder *fix, const char *module)
{
    char name[64];
    snprintf(name, sizeof name, "%s.so", module);
    folder_install_as(fix, module, name);
}

void folder_write(const folder *fix, const char *name, const char *text)
{
    char *path = folder_path(fix, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    chmod(path, 0644);
    free(path);
}

void folder_mode(const folder *fix, const char *name, mode_t mode)
{
    char *path = folder_path(fix, name);
    assert_int_equal(chmod(path, mode), 0);
    free(path);
}

int folder_set_up(void **state)
{
    folder *fix = calloc(1, sizeof *fix);
    assert_non_null(fix);
    strcpy(fix->path, "host-test-XXXXXX");
    assert_non_null(mkdtemp(fix->path));
    assert_int_equal(chmod(fix->path, 0755), 0);
    fix->findings = galley_findings_new();
    unsetenv("GALLEY_PLUGIN_PATH");
    setenv("HOME", "/nonexistent", 1);
    *state = fix;
    return 0;
}

int folder_tear_down(void **state)
{
    folder *fix = *state;
    galley_host_drop(fix->host);
    galley_findings_drop(fix->findings);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", fix->path);
    int status = system(command);
    free(fix);
    return status;
}

void folder_open(folder *fix)
{
    const char *folders[] = { fix->path, NULL };
    galley_host_drop(fix->host);
    fix->host = galley_host_new(folders, fix->findings);
    assert_non_null(fix->host);
}

void folder_index(const folder *fix)
{
    assert_int_equal(galley_host_index(fix->path, fix->findings), GALLEY_OK);
}

/* Installed ones come behind those of the folder. */
const galley_plugin_info *folder_plugin(const folder *fix, const char *name)
{
    for (size_t i = 0; i < galley_host_plugin_count(fix->host); i++)
        if (strcmp(galley_host_plugin(fix->host, i)->name, name) == 0)
            return galley_host_plugin(fix->host, i);
    return NULL;
}

const char *folder_last_text(const folder *fix)
{
    size_t count = galley_findings_kept(fix->findings);
    assert_true(count > 0);
    return galley_findings_at(fix->findings, count - 1)->text;
}

void assert_says(const char *sentence, const char *part)
{
    if (!sentence || !strstr(sentence, part))
        fail_msg("\"%s\" does not say \"%s\"", sentence ? sentence : "(nothing)", part);
}

void assert_loaded(const folder *fix, const char *name, bool loaded)
{
    const galley_plugin_info *plugin = folder_plugin(fix, name);
    assert_non_null(plugin);
    if (plugin->loaded != loaded)
        fail_msg("%s is %s", name, loaded ? "not loaded" : "loaded");
}
