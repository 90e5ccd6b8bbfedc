/* SPDX-License-Identifier: MIT
 * The list of plugins.  Folders are searched in a fixed order and the first file of
 * a name holds that name, also when it is refused: a plugin that somebody put in
 * front is never passed over in silence.  A file that the index knows is not opened
 * until one of its formats is wanted; any other is loaded to be asked. */
#include "config.h"

#include "core/host/plugins.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/host/trust.h"

#define TEXT_OF(number) #number
#define ABI_FOLDER(number) "galley/" TEXT_OF(number)

/* ---- One folder ------------------------------------------------------------- */

static int is_plugin_name(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 3 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 3, ".so") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static plugin_file *new_file(galley_arena *arena, const char *folder, const char *name)
{
    plugin_file *file = galley_arena_alloc(arena, sizeof *file);
    if (!file)
        return NULL;
    file->folder = folder;
    file->file = galley_arena_print(arena, "%s", name);
    file->info = (galley_plugin_info){ .path = galley_arena_print(arena, "%s/%s", folder, name),
                                       .name = plugin_stem(arena, file->file),
                                       .version = "",
                                       .license = "",
                                       .description = "" };
    file->fd = -1;
    return file;
}

/* What the index keeps of the file, if it is still the file that the index saw. */
static void take_indexed(plugin_file *file, const plugin_index *index)
{
    const plugin_file *known = index ? index_find(index, file->file, file->stamp) : NULL;
    if (!known)
        return;
    file->info.name = known->info.name;
    file->info.version = known->info.version;
    file->info.license = known->info.license;
    file->info.description = known->info.description;
    file->formats = known->formats;
    file->format_count = known->format_count;
}

void host_scan(galley_arena *arena, int folder, const char *path, const plugin_index *index,
               void (*found)(void *state, plugin_file *file), void *state)
{
    struct dirent **names = NULL;
    int count = scandirat(folder, ".", &names, is_plugin_name, by_name);
    for (int i = 0; i < count; i++) {
        plugin_file *file = new_file(arena, path, names[i]->d_name);
        struct stat seen;
        free(names[i]);
        if (!file || fstatat(folder, file->file, &seen, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        file->stamp = (plugin_stamp){ .size = (uint64_t)seen.st_size,
                                      .seconds = seen.st_mtim.tv_sec,
                                      .nanoseconds = seen.st_mtim.tv_nsec };
        file->info.refusal = trust_fault(arena, &seen, file->info.path);
        if (!file->info.refusal)
            take_indexed(file, index);
        found(state, file);
    }
    free(names);
}

/* ---- The list --------------------------------------------------------------- */

static const plugin_file *holder_of(const galley_host *host, const char *file)
{
    for (size_t i = 0; i < host->files.count; i++)
        if (strcmp(host->files.items[i]->file, file) == 0)
            return host->files.items[i];
    return NULL;
}

static const declaration *declared(const galley_host *host, const char *id)
{
    for (size_t i = 0; i < host->formats.count; i++)
        if (strcmp(host->formats.items[i].format->id, id) == 0)
            return &host->formats.items[i];
    return NULL;
}

static const char *clash(galley_host *host, const plugin_file *file)
{
    for (size_t i = 0; i < file->format_count; i++) {
        const declaration *other = declared(host, file->formats[i].id);
        if (other)
            return galley_arena_print(host->arena,
                                      "%s declares the format %s, which %s has already; remove one of them", file->file,
                                      file->formats[i].id, other->file->info.path);
    }
    return NULL;
}

static void add_formats(galley_host *host, plugin_file *file)
{
    for (size_t i = 0; i < file->format_count; i++) {
        declaration *added = galley_push(host->arena, &host->formats);
        if (added)
            *added = (declaration){ .format = &file->formats[i], .file = file };
    }
}

static void add_file(void *state, plugin_file *file)
{
    galley_host *host = state;
    const plugin_file *holder = holder_of(host, file->file);
    if (holder)
        file->info.refusal = galley_arena_print(host->arena, "%s is hidden by %s, which comes first", file->info.path,
                                                holder->info.path);
    if (!file->info.refusal && !file->formats)
        plugin_load(host->arena, file);
    if (!file->info.refusal)
        file->info.refusal = clash(host, file);
    plugin_file **kept = galley_push(host->arena, &host->files);
    if (kept)
        *kept = file;
    if (kept && !file->info.refusal)
        add_formats(host, file);
    else
        plugin_unload(file);
}

/* A folder that may not be used: its plugins are listed, none is touched. */
static void add_refused_folder(galley_host *host, const char *path, const char *why)
{
    struct dirent **names = NULL;
    int count = scandir(path, &names, is_plugin_name, by_name);
    for (int i = 0; i < count; i++) {
        plugin_file *file = new_file(host->arena, path, names[i]->d_name);
        plugin_file **kept = file ? galley_push(host->arena, &host->files) : NULL;
        if (kept)
            *kept = file;
        if (file)
            file->info.refusal = why;
        free(names[i]);
    }
    free(names);
}

/* ---- The search path -------------------------------------------------------- */

typedef struct search {
    galley_host *host;
    galley_findings *findings;
    GALLEY_VECTOR(struct stat) seen; /* a folder that is named twice is searched once */
} search;

static bool is_new(search *at, int folder)
{
    struct stat found;
    if (fstat(folder, &found) != 0)
        return false;
    for (size_t i = 0; i < at->seen.count; i++)
        if (at->seen.items[i].st_dev == found.st_dev && at->seen.items[i].st_ino == found.st_ino)
            return false;
    struct stat *kept = galley_push(at->host->arena, &at->seen);
    if (kept)
        *kept = found;
    return true;
}

/* A missing folder is nothing, unless the caller gave it. */
static void search_folder(search *at, const char *path, bool given)
{
    galley_host *host = at->host;
    const char *why;
    int folder = trust_open_folder(host->arena, path, &why);
    if (folder >= 0) {
        if (is_new(at, folder)) {
            plugin_index index = { 0 };
            index_read(host->arena, folder, path, at->findings, &index);
            host_scan(host->arena, folder, path, &index, add_file, host);
        }
        close(folder);
        return;
    }
    if (why)
        add_refused_folder(host, path, why);
    if (!given || host->status != GALLEY_OK)
        return;
    galley_place place = { .file = path };
    host->status =
        why ? galley_fail(at->findings, GALLEY_REFUSED, "plugin.folder", place, "%s", why)
            : galley_fail(at->findings, GALLEY_IO, "plugin.folder", place, "there is no such folder of plugins");
}

static void search_list(search *at, const char *list)
{
    while (list && *list) {
        size_t length = strcspn(list, ":");
        if (length)
            search_folder(at, galley_arena_copy(at->host->arena, (galley_slice){ list, length }).text, false);
        list += length + (list[length] == ':');
    }
}

/* Beside libgalley itself, so that an installation may be moved, and a library in its
 * build folder does not load what is installed elsewhere. */
static const char *installed_folder(galley_arena *arena)
{
    static const char within_this_library[] = "";
    Dl_info self;
    char *path = dladdr(within_this_library, &self) && self.dli_fname ? realpath(self.dli_fname, NULL) : NULL;
    char *slash = path ? strrchr(path, '/') : NULL;
    const char *beside = NULL;
    if (slash) {
        *slash = '\0';
        beside = galley_arena_print(arena, "%s/%s", path, ABI_FOLDER(1));
    }
    free(path);
    return beside && access(beside, F_OK) == 0 ? beside : NULL;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const declaration *)a)->format->id, ((const declaration *)b)->format->id);
}

galley_host *galley_host_new(const char *const *folders, galley_findings *findings)
{
    galley_arena *arena = galley_arena_new(0);
    galley_host *host = arena ? galley_arena_alloc(arena, sizeof *host) : NULL;
    if (!host) {
        galley_arena_drop(arena);
        return NULL;
    }
    host->arena = arena;
    search at = { .host = host, .findings = findings };
    for (; folders && *folders; folders++)
        search_folder(&at, *folders, true);
    search_list(&at, secure_getenv("GALLEY_PLUGIN_PATH"));
    const char *home = secure_getenv("HOME");
    if (home && *home)
        search_folder(&at, galley_arena_print(arena, "%s/.local/lib/%s", home, ABI_FOLDER(1)), false);
    const char *installed = installed_folder(arena);
    if (installed)
        search_folder(&at, installed, false);
    if (host->formats.count)
        qsort(host->formats.items, host->formats.count, sizeof *host->formats.items, by_id);
    return host;
}

void galley_host_drop(galley_host *host)
{
    if (!host)
        return;
    for (size_t i = 0; i < host->files.count; i++)
        plugin_unload(host->files.items[i]);
    galley_arena_drop(host->arena);
}

/* ---- Asking ----------------------------------------------------------------- */

galley_status galley_host_status(const galley_host *host)
{
    galley_status arena = galley_arena_status(host->arena);
    return host->status != GALLEY_OK ? host->status : arena;
}

size_t galley_host_plugin_count(const galley_host *host)
{
    return host->files.count;
}

const galley_plugin_info *galley_host_plugin(const galley_host *host, size_t index)
{
    return index < host->files.count ? &host->files.items[index]->info : NULL;
}

size_t galley_host_format_count(const galley_host *host)
{
    return host->formats.count;
}

const galley_format *galley_host_format(const galley_host *host, size_t index)
{
    return index < host->formats.count ? host->formats.items[index].format : NULL;
}

const galley_format *galley_host_find(const galley_host *host, const char *id)
{
    const declaration *found = declared(host, id);
    return found ? found->format : NULL;
}

static plugin_file *file_of(const galley_host *host, const galley_format *format)
{
    for (size_t i = 0; i < host->formats.count; i++)
        if (host->formats.items[i].format == format)
            return host->formats.items[i].file;
    return NULL;
}

const plugin_file *host_file(const galley_host *host, const galley_format *format)
{
    return file_of(host, format);
}

const galley_plugin_info *galley_host_origin(const galley_host *host, const galley_format *format)
{
    const plugin_file *file = file_of(host, format);
    return file ? &file->info : NULL;
}

bool host_ready(galley_host *host, const galley_format *format)
{
    plugin_file *file = file_of(host, format);
    if (file)
        plugin_load(host->arena, file);
    return file && file->handle;
}
