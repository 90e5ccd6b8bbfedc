/* SPDX-License-Identifier: MIT
 * A folder of plugins for the tests of the host: modules are put into it, it is opened,
 * and asked what became of them. */
#ifndef TESTS_CORE_HOST_FOLDER_H
#define TESTS_CORE_HOST_FOLDER_H

#include <sys/types.h>

#include <galley/galley.h>

/* Where the modules are that were built for these tests. */
#define MODULES "tests/core/host/modules/.libs"

typedef struct folder {
    char path[64];
    galley_findings *findings;
    galley_host *host; /* NULL until it is opened */
} folder;

/* A test in a folder of its own, which is its *state. */
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
int folder_set_up(void **state);
int folder_tear_down(void **state);

/* The path of a file in it; free it. */
char *folder_path(const folder *fix, const char *name);

/* Puts a module there, under its own name or another; a text; or another mode. */
void folder_install(const folder *fix, const char *module);
void folder_install_as(const folder *fix, const char *module, const char *name);
void folder_write(const folder *fix, const char *name, const char *text);
void folder_mode(const folder *fix, const char *name, mode_t mode);
void folder_copy(const char *from, const char *to);

/* Writes the index of it. */
void folder_index(const folder *fix);

/* The host over it and nothing else that was given; the one before is dropped. */
void folder_open(folder *fix);

/* The first plugin of that name, or NULL; the words of the last finding. */
const galley_plugin_info *folder_plugin(const folder *fix, const char *name);
const char *folder_last_text(const folder *fix);

void assert_says(const char *sentence, const char *part);
void assert_loaded(const folder *fix, const char *name, bool loaded);

#endif
