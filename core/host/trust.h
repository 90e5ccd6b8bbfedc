/* SPDX-License-Identifier: MIT
 * Whose files may become code of this process: see trust.c. */
#ifndef GALLEY_HOST_TRUST_H
#define GALLEY_HOST_TRUST_H

#include <sys/stat.h>

#include <galley/arena.h>

/* Opens a folder of plugins.  Returns its descriptor, or -1: *why is then one sentence
 * in the arena, or NULL when there is no such folder. */
int trust_open_folder(galley_arena *arena, const char *path, const char **why);

/* Opens the file `name` (no path) in an open folder and says what it is.  Returns its
 * descriptor, or -1 with *why; `path` is its name for the sentence. */
int trust_open_file(galley_arena *arena, int folder, const char *name, const char *path, struct stat *out,
                    const char **why);

/* The same question without opening: NULL when the file may be trusted, else the sentence. */
const char *trust_fault(galley_arena *arena, const struct stat *file, const char *path);

#endif
