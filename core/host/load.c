/* SPDX-License-Identifier: MIT
 * One plugin file, from a name to functions that may be called.  The order of the
 * checks is the point: who may write to it, what kind of file it is and for which
 * ABI it was built are settled before dlopen runs its first instruction; symbol,
 * sizes and declarations before anything else of it is called.  Each refusal is one
 * sentence: which file, which check, what to do. */
#include "config.h"

#include "core/host/plugins.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/host/object.h"
#include "core/host/trust.h"

/* The first ABI's structures: a plugin may not have less. */
#define PLUGIN_LEAST (offsetof(galley_plugin, formats) + sizeof(void *))
#define FORMAT_LEAST (offsetof(galley_format, write) + sizeof(void *))

const char *plugin_stem(galley_arena *arena, const char *file)
{
    size_t length = strlen(file);
    return galley_arena_copy(arena, (galley_slice){ file, length > 3 ? length - 3 : length }).text;
}

static const char *abi_fault(galley_arena *arena, const char *file, uint32_t major, uint32_t minor)
{
    if (major != GALLEY_ABI_MAJOR)
        return galley_arena_print(arena, "%s was built for plugin ABI %u, this galley speaks %d; rebuild it", file,
                                  major, GALLEY_ABI_MAJOR);
    if (minor > GALLEY_ABI_MINOR)
        return galley_arena_print(arena,
                                  "%s was built for plugin ABI %u.%u, this galley speaks %d.%d; use a newer galley",
                                  file, major, minor, GALLEY_ABI_MAJOR, GALLEY_ABI_MINOR);
    return NULL;
}

/* What the bytes of the file say, none of which has been run. */
static const char *object_refusal(galley_arena *arena, int fd, const char *file)
{
    object_abi found;
    const char *fault = object_read(fd, &found);
    if (fault)
        return galley_arena_print(arena, "%s %s; rebuild it with `pkg-config galley`", file, fault);
    return abi_fault(arena, file, found.major, found.minor);
}

/* The name through which dlopen opens what was checked.  Without /proc it is the path: the
 * checks of the folder hold nobody back but root and us. */
static void *map(galley_arena *arena, const plugin_file *file)
{
    const char *name = galley_arena_print(arena, "/proc/self/fd/%d", file->fd);
    return dlopen(access(name, R_OK) == 0 ? name : file->info.path, RTLD_NOW | RTLD_LOCAL);
}

static const char *declaration_fault(galley_arena *arena, const galley_plugin *plugin, const char *stem)
{
    if (plugin->size < PLUGIN_LEAST || plugin->size > sizeof *plugin)
        return "its structure has another size than its ABI says";
    if (!plugin->name || strcmp(plugin->name, stem) != 0)
        return galley_arena_print(arena, "it does not call itself %s as its file does", stem);
    const char *fault = declare_plugin_fault(arena, plugin);
    for (size_t i = 0; !fault && plugin->formats[i]; i++) {
        const galley_format *format = plugin->formats[i];
        if (format->size < FORMAT_LEAST || format->size > sizeof *format)
            return galley_arena_print(arena, "its format number %zu has another size than its ABI says", i + 1);
        fault = declare_format_fault(arena, format, true);
        for (size_t j = 0; !fault && j < i; j++)
            if (strcmp(format->id, plugin->formats[j]->id) == 0)
                fault = galley_arena_print(arena, "it declares format %s twice", format->id);
    }
    return fault;
}

/* Copies the declarations over: into the places that the index filled, when it did, because
 * they have been handed out. */
static const char *take_formats(galley_arena *arena, plugin_file *file, const galley_plugin *plugin)
{
    size_t count = 0;
    while (plugin->formats[count])
        count++;
    if (!file->formats) {
        file->formats = galley_arena_array(arena, count, sizeof *file->formats);
        file->format_count = file->formats ? count : 0;
    } else {
        bool same = file->format_count == count;
        for (size_t i = 0; same && i < count; i++)
            same = strcmp(file->formats[i].id, plugin->formats[i]->id) == 0;
        if (!same)
            return galley_arena_print(arena,
                                      "%s does not declare what the index of its folder says; "
                                      "`galley plugins --index %s` writes it anew",
                                      file->file, file->folder);
    }
    for (size_t i = 0; i < file->format_count; i++)
        memcpy(&file->formats[i], plugin->formats[i], plugin->formats[i]->size);
    return NULL;
}

/* Strings are copied: a file that is refused in the end is unmapped. */
static const char *keep(galley_arena *arena, const char *text)
{
    return text ? galley_arena_print(arena, "%s", text) : "";
}

static const char *ask(galley_arena *arena, plugin_file *file)
{
    const galley_plugin *plugin = dlsym(file->handle, GALLEY_PLUGIN_SYMBOL);
    if (!plugin)
        return galley_arena_print(arena, "%s has no symbol " GALLEY_PLUGIN_SYMBOL "; it is no plugin of galley",
                                  file->file);
    const char *fault = abi_fault(arena, file->file, plugin->abi_major, plugin->abi_minor);
    if (fault)
        return fault;
    fault = declaration_fault(arena, plugin, plugin_stem(arena, file->file));
    if (fault)
        return galley_arena_print(arena, "%s is refused: %s; ask its author to mend it", file->file, fault);
    file->info.name = keep(arena, plugin->name);
    file->info.version = keep(arena, plugin->version);
    file->info.license = keep(arena, plugin->license);
    file->info.description = keep(arena, plugin->description);
    return take_formats(arena, file, plugin);
}

/* Opens the file again from its folder, with all that must be true of both. */
static int open_again(galley_arena *arena, const plugin_file *file, const char **why)
{
    int folder = trust_open_folder(arena, file->folder, why);
    if (folder < 0) {
        *why = *why ? *why : galley_arena_print(arena, "the folder %s is gone", file->folder);
        return -1;
    }
    struct stat found;
    int fd = trust_open_file(arena, folder, file->file, file->info.path, &found, why);
    close(folder);
    return fd;
}

/* dlerror's words begin with the name that we gave to dlopen. */
static const char *load_error(galley_arena *arena, const plugin_file *file)
{
    const char *said = dlerror(), *own = said ? strstr(said, ": ") : NULL;
    return galley_arena_print(arena, "%s cannot be loaded: %s", file->file,
                              own && strncmp(said, "/proc/self/fd/", 14) == 0 ? own + 2
                              : said                                          ? said
                                                                              : "no reason given");
}

void plugin_load(galley_arena *arena, plugin_file *file)
{
    if (file->handle || file->info.refusal)
        return;
    file->fd = open_again(arena, file, &file->info.refusal);
    if (file->fd < 0)
        return;
    file->info.refusal = object_refusal(arena, file->fd, file->file);
    if (!file->info.refusal) {
        file->handle = map(arena, file);
        file->info.refusal = file->handle ? ask(arena, file) : load_error(arena, file);
    }
    if (file->info.refusal)
        plugin_unload(file);
    file->info.loaded = file->handle != NULL;
}

/* Under a leak checker all stays mapped: it can name only what is there at the end, and what
 * libxml2 keeps for itself is then still held by libxml2. */
#if defined __SANITIZE_ADDRESS__
#define KEEP_MAPPED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define KEEP_MAPPED 1
#endif
#endif
#ifndef KEEP_MAPPED
#define KEEP_MAPPED 0
#endif

void plugin_unload(plugin_file *file)
{
    bool keep_mapped = KEEP_MAPPED && file->handle;
    if (file->handle && !keep_mapped)
        dlclose(file->handle);
    if (file->fd >= 0 && !keep_mapped)
        close(file->fd);
    file->handle = NULL;
    file->fd = -1;
}
