/* SPDX-License-Identifier: MIT
 * What the files of this room share: a plugin file, and the host that lists them.
 * A file is known from the index or because it was loaded; its formats are the
 * host's own copies, so that they look the same in both cases. */
#ifndef GALLEY_HOST_PLUGINS_H
#define GALLEY_HOST_PLUGINS_H

#include <galley/host.h>

/* How a file is told apart from the one that the index saw. */
typedef struct plugin_stamp {
    uint64_t size;
    int64_t seconds;
    long nanoseconds;
} plugin_stamp;

typedef struct plugin_file {
    galley_plugin_info info;
    const char *folder, *file; /* the file's name in its folder, "json.so" */
    plugin_stamp stamp;
    galley_format *formats; /* copies; their functions are there once it is loaded */
    size_t format_count;
    void *handle; /* of dlopen, NULL: not loaded */
    int fd;       /* kept open with the handle: its number is the name that dlopen remembers */
} plugin_file;

/* A declared format and where it came from. */
typedef struct declaration {
    galley_format *format;
    plugin_file *file;
} declaration;

struct galley_host {
    galley_arena *arena;
    galley_status status; /* of the folders that the caller gave */
    GALLEY_VECTOR(plugin_file *) files;
    GALLEY_VECTOR(declaration) formats; /* by id */
};

/* "json" for "json.so": what the plugin must call itself. */
const char *plugin_stem(galley_arena *arena, const char *file);

/* load.c: checks and maps a file, checks what it declares, and fills `file`.  When it is
 * refused, file->info.refusal says why. */
void plugin_load(galley_arena *arena, plugin_file *file);
void plugin_unload(plugin_file *file);

/* declare.c: the fault of a declaration in one phrase ("format x has no probe"), or NULL.
 * `functions`: whether they must be there (an index has none). */
const char *declare_plugin_fault(galley_arena *arena, const galley_plugin *plugin);
const char *declare_format_fault(galley_arena *arena, const galley_format *format, bool functions);

/* index.c: the files that the index of an open folder knows; an index that is malformed or
 * not to be trusted is ignored with a finding. */
typedef struct plugin_index {
    GALLEY_VECTOR(plugin_file) files;
} plugin_index;
void index_read(galley_arena *arena, int folder, const char *path, galley_findings *findings, plugin_index *out);
const plugin_file *index_find(const plugin_index *index, const char *file, plugin_stamp stamp);

/* host.c: makes sure that a format's functions are there; false when its plugin is refused. */
bool host_ready(galley_host *host, const galley_format *format);
const plugin_file *host_file(const galley_host *host, const galley_format *format);

/* host.c: the plugin files of an open folder, by name. */
void host_scan(galley_arena *arena, int folder, const char *path, const plugin_index *index,
               void (*found)(void *state, plugin_file *file), void *state);

#endif
