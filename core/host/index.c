/* SPDX-License-Identifier: MIT
 * The index: a text file beside the plugins that keeps each declaration with the
 * size and time of its file, so that converting text to JSON maps two plugins and
 * not all.  One word and its value a line; `plugin` opens a file, `format` a
 * format of it, `option` an option of that; `end` closes all.  Declarations hold
 * no line ends (declare.c), so nothing is escaped.  An index that is not exactly
 * so is not used at all. */
#include "config.h"

#include "core/host/plugins.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/host/trust.h"

#define INDEX_FILE "index"
#define INDEX_HEAD "galley-index 1"
#define INDEX_MOST ((size_t)4 << 20)

/* ---- Reading ---------------------------------------------------------------- */

typedef GALLEY_VECTOR(const char *) word_list;

typedef struct reading {
    galley_arena *arena;
    plugin_index *index;
    plugin_file file;
    galley_format format;
    galley_option option;
    bool in_file, in_format, in_option, ended, bad;
    GALLEY_VECTOR(galley_format) formats;
    GALLEY_VECTOR(galley_option) options;
    word_list media, extensions, choices;
} reading;

/* A list for keeps: terminated, and the next one starts anew. */
static const char *const *close_list(reading *read, word_list *list)
{
    galley_push(read->arena, list);
    const char *const *items = list->items;
    *list = (word_list){ 0 };
    return items;
}

static bool keep_word(reading *read, word_list *list, const char *word)
{
    const char **item = galley_push(read->arena, list);
    if (item)
        *item = word;
    return item != NULL;
}

static void close_option(reading *read)
{
    if (!read->in_option)
        return;
    read->option.choices = close_list(read, &read->choices);
    galley_option *kept = galley_push(read->arena, &read->options);
    if (kept)
        *kept = read->option;
    read->in_option = false;
}

static void close_format(reading *read)
{
    close_option(read);
    if (!read->in_format)
        return;
    read->format.media_types = close_list(read, &read->media);
    read->format.extensions = close_list(read, &read->extensions);
    read->format.options = read->options.items;
    read->format.option_count = read->options.count;
    memset(&read->options, 0, sizeof read->options);
    galley_format *kept = galley_push(read->arena, &read->formats);
    if (kept)
        *kept = read->format;
    if (declare_format_fault(read->arena, &read->format, false))
        read->bad = true;
    read->in_format = false;
}

static void close_file(reading *read)
{
    close_format(read);
    if (!read->in_file)
        return;
    read->file.formats = read->formats.items;
    read->file.format_count = read->formats.count;
    memset(&read->formats, 0, sizeof read->formats);
    if (!read->file.format_count || strcmp(read->file.info.name, plugin_stem(read->arena, read->file.file)) != 0)
        read->bad = true;
    plugin_file *kept = galley_push(read->arena, &read->index->files);
    if (kept)
        *kept = read->file;
    read->in_file = false;
}

static bool number(const char *text, int64_t *out)
{
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    *out = value;
    return *text && !*end && errno == 0;
}

static bool read_plugin(reading *read, char *value)
{
    close_file(read);
    read->file = (plugin_file){ .fd = -1, .info = { .name = "", .version = "", .license = "", .description = "" } };
    char *rest = NULL, *file = strtok_r(value, " ", &rest), *size = strtok_r(NULL, " ", &rest),
         *seconds = strtok_r(NULL, ".", &rest), *nanoseconds = rest;
    int64_t bytes = 0, second = 0, nanosecond = 0;
    if (!nanoseconds || !number(size, &bytes) || !number(seconds, &second) || !number(nanoseconds, &nanosecond))
        return false;
    read->file.file = file;
    read->file.stamp = (plugin_stamp){ .size = (uint64_t)bytes, .seconds = second, .nanoseconds = (long)nanosecond };
    return read->in_file = true;
}

static bool read_name(reading *read, char *value)
{
    read->file.info.name = value;
    return read->in_file && !read->in_format;
}

static bool read_version(reading *read, char *value)
{
    read->file.info.version = value;
    return read->in_file && !read->in_format;
}

static bool read_license(reading *read, char *value)
{
    read->file.info.license = value;
    return read->in_file && !read->in_format;
}

static bool read_description(reading *read, char *value)
{
    *(read->in_format ? &read->format.description : &read->file.info.description) = value;
    return read->in_file && !read->in_option;
}

static bool read_format(reading *read, char *value)
{
    close_format(read);
    read->format = (galley_format){ .size = sizeof read->format, .id = value };
    return read->in_format = read->in_file;
}

static bool read_media(reading *read, char *value)
{
    return read->in_format && keep_word(read, &read->media, value);
}

static bool read_extension(reading *read, char *value)
{
    return read->in_format && keep_word(read, &read->extensions, value);
}

static bool read_capabilities(reading *read, char *value)
{
    int64_t bits = 0;
    bool sound = number(value, &bits);
    read->format.capabilities = (unsigned)bits;
    return sound && read->in_format;
}

static bool read_cannot(reading *read, char *value)
{
    int64_t bits = 0;
    bool sound = number(value, &bits);
    read->format.cannot = (unsigned)bits;
    return sound && read->in_format;
}

static const char *const type_names[] = {
    [GALLEY_OPTION_FLAG] = "flag",
    [GALLEY_OPTION_NUMBER] = "number",
    [GALLEY_OPTION_CHOICE] = "choice",
    [GALLEY_OPTION_TEXT] = "text",
};
#define TYPE_COUNT (sizeof type_names / sizeof *type_names)

static bool read_option(reading *read, char *value)
{
    close_option(read);
    char *type = NULL, *name = strtok_r(value, " ", &type);
    read->option = (galley_option){ .name = name };
    for (unsigned i = 0; i < TYPE_COUNT; i++)
        if (type && strcmp(type, type_names[i]) == 0) {
            read->option.type = (galley_option_type)i;
            read->in_option = read->in_format;
        }
    return read->in_option;
}

static bool read_fallback(reading *read, char *value)
{
    read->option.fallback = value;
    return read->in_option;
}

static bool read_range(reading *read, char *value)
{
    char *most = NULL, *least = strtok_r(value, " ", &most);
    int64_t from = 0, to = 0;
    bool sound = least && most && number(least, &from) && number(most, &to);
    read->option.minimum = (long)from;
    read->option.maximum = (long)to;
    return sound && read->in_option;
}

static bool read_choice(reading *read, char *value)
{
    return read->in_option && keep_word(read, &read->choices, value);
}

static bool read_help(reading *read, char *value)
{
    read->option.help = value;
    return read->in_option;
}

static bool read_end(reading *read, char *value)
{
    close_file(read);
    return read->ended = *value == '\0';
}

static const struct {
    const char *word;
    bool (*read)(reading *read, char *value);
} words[] = {
    { "plugin", read_plugin },
    { "name", read_name },
    { "version", read_version },
    { "license", read_license },
    { "description", read_description },
    { "format", read_format },
    { "media", read_media },
    { "extension", read_extension },
    { "capabilities", read_capabilities },
    { "cannot", read_cannot },
    { "option", read_option },
    { "fallback", read_fallback },
    { "range", read_range },
    { "choice", read_choice },
    { "help", read_help },
    { "end", read_end },
};

static bool read_line(reading *read, char *line)
{
    char *value = strchr(line, ' ');
    if (value)
        *value++ = '\0';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(line, words[i].word) == 0)
            return words[i].read(read, value ? value : line + strlen(line)) && !read->bad;
    return false;
}

/* The number of the first bad line; 0 when all are good. */
static size_t read_lines(reading *read, char *text)
{
    size_t count = 0;
    for (char *line = text, *end; !read->ended; line = end + 1) {
        count++;
        end = strchr(line, '\n');
        if (!end)
            return count;
        *end = '\0';
        if (count == 1 ? strcmp(line, INDEX_HEAD) != 0 : !read_line(read, line))
            return count;
    }
    return 0;
}

static char *read_whole(galley_arena *arena, int fd, const struct stat *found)
{
    size_t size = (size_t)found->st_size, at = 0;
    char *text = size <= INDEX_MOST ? galley_arena_alloc(arena, size + 1) : NULL;
    for (ssize_t got = 1; text && at < size && got > 0; at += (size_t)got) {
        got = read(fd, text + at, size - at);
        if (got < 0)
            return NULL;
    }
    return text;
}

void index_read(galley_arena *arena, int folder, const char *path, galley_findings *findings, plugin_index *out)
{
    const char *name = galley_arena_print(arena, "%s/" INDEX_FILE, path), *why = NULL;
    galley_place place = { .file = name };
    struct stat found;
    if (faccessat(folder, INDEX_FILE, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    int fd = trust_open_file(arena, folder, INDEX_FILE, name, &found, &why);
    if (fd < 0) {
        galley_find(findings, GALLEY_UNSURE, "plugin.index", place, "%s; it was not used", why);
        return;
    }
    reading read = { .arena = arena, .index = out };
    char *text = read_whole(arena, fd, &found);
    close(fd);
    size_t bad = text ? read_lines(&read, text) : 1;
    if (!bad)
        return;
    place.line = (uint32_t)bad;
    memset(out, 0, sizeof *out);
    galley_find(findings, GALLEY_UNSURE, "plugin.index", place,
                "the index of plugins is malformed and was not used; `galley plugins --index %s` writes it anew", path);
}

/* Archives keep whole seconds: a file without a fraction is not held to one. */
static bool stamps_agree(plugin_stamp indexed, plugin_stamp found)
{
    return indexed.size == found.size && indexed.seconds == found.seconds &&
           (indexed.nanoseconds == found.nanoseconds || found.nanoseconds == 0);
}

const plugin_file *index_find(const plugin_index *index, const char *file, plugin_stamp stamp)
{
    for (size_t i = 0; i < index->files.count; i++)
        if (strcmp(index->files.items[i].file, file) == 0 && stamps_agree(index->files.items[i].stamp, stamp))
            return &index->files.items[i];
    return NULL;
}

/* ---- Writing ---------------------------------------------------------------- */

static void write_list(galley_sink *sink, const char *word, const char *const *list)
{
    for (; list && *list; list++)
        galley_sink_print(sink, "%s %s\n", word, *list);
}

static void write_option(galley_sink *sink, const galley_option *option)
{
    galley_sink_print(sink, "option %s %s\nfallback %s\n", option->name, type_names[option->type], option->fallback);
    if (option->type == GALLEY_OPTION_NUMBER)
        galley_sink_print(sink, "range %ld %ld\n", option->minimum, option->maximum);
    if (option->type == GALLEY_OPTION_CHOICE)
        write_list(sink, "choice", option->choices);
    galley_sink_print(sink, "help %s\n", option->help);
}

static void write_format(galley_sink *sink, const galley_format *format)
{
    galley_sink_print(sink, "format %s\ndescription %s\n", format->id, format->description);
    write_list(sink, "media", format->media_types);
    write_list(sink, "extension", format->extensions);
    galley_sink_print(sink, "capabilities %u\ncannot %u\n", format->capabilities, format->cannot);
    for (size_t i = 0; i < format->option_count; i++)
        write_option(sink, &format->options[i]);
}

typedef struct writing {
    galley_arena *arena;
    galley_sink *sink;
    galley_findings *findings;
} writing;

static void write_file(void *state, plugin_file *file)
{
    writing *write = state;
    plugin_load(write->arena, file);
    if (file->info.refusal) {
        galley_find(write->findings, GALLEY_ERROR, "plugin.refused", (galley_place){ .file = file->info.path },
                    "%s; it is not in the index", file->info.refusal);
    } else {
        galley_sink_print(write->sink, "plugin %s %llu %lld.%09ld\n", file->file, (unsigned long long)file->stamp.size,
                          (long long)file->stamp.seconds, file->stamp.nanoseconds);
        galley_sink_print(write->sink, "name %s\nversion %s\nlicense %s\ndescription %s\n", file->info.name,
                          file->info.version, file->info.license, file->info.description);
        for (size_t i = 0; i < file->format_count; i++)
            write_format(write->sink, &file->formats[i]);
    }
    plugin_unload(file);
}

static galley_status write_index(galley_arena *arena, int folder, const char *path, galley_findings *findings)
{
    const char *name = galley_arena_print(arena, "%s/" INDEX_FILE, path);
    writing write = { .arena = arena, .findings = findings };
    galley_status status = galley_sink_open(name, findings, &write.sink);
    if (status != GALLEY_OK)
        return status;
    galley_sink_put(write.sink, INDEX_HEAD "\n");
    host_scan(arena, folder, path, NULL, write_file, &write);
    galley_sink_put(write.sink, "end\n");
    status = galley_sink_commit(write.sink, findings);
    galley_sink_drop(write.sink);
    if (status == GALLEY_OK)
        chmod(name, 0644); /* whatever the umask: everybody reads it, nobody else writes it */
    return status;
}

galley_status galley_host_index(const char *path, galley_findings *findings)
{
    galley_place place = { .file = path };
    galley_arena *arena = galley_arena_new(0);
    if (!arena)
        return galley_fail(findings, GALLEY_MEMORY, "plugin.index", place, "there is no memory for the index");
    const char *why;
    int folder = trust_open_folder(arena, path, &why);
    galley_status status;
    if (folder >= 0)
        status = write_index(arena, folder, path, findings);
    else if (why)
        status = galley_fail(findings, GALLEY_REFUSED, "plugin.folder", place, "%s", why);
    else
        status = galley_fail(findings, GALLEY_IO, "plugin.folder", place, "there is no such folder of plugins");
    if (folder >= 0)
        close(folder);
    galley_arena_drop(arena);
    return status;
}
