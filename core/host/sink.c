/* SPDX-License-Identifier: MIT
 * Bytes into a file that has no name until it is whole: an unnamed file (O_TMPFILE)
 * in the folder of the output, linked and renamed into place at the end, so that not
 * even a killed program leaves a part behind.  Where the file system cannot do that,
 * a temporary name stands beside the output.  Devices and pipes are written
 * to as they are. */
#include "config.h"

#include "core/host/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES ((size_t)64 << 10)

/* ---- Failures --------------------------------------------------------------- */

void sink_fail(galley_sink *sink, galley_status status, int error)
{
    if (sink->status != GALLEY_OK)
        return;
    sink->status = status;
    sink->error = error;
}

void sink_refuse(galley_sink *sink, galley_status status, const char *code, const char *format, ...)
{
    if (sink->status != GALLEY_OK)
        return;
    sink->status = status;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&sink->words, format, arguments) >= 0)
        sink->code = code;
    else
        sink->status = GALLEY_MEMORY;
    va_end(arguments);
}

static galley_status report(const galley_sink *sink, const char *what, galley_findings *findings)
{
    galley_place place = { .file = sink->name && *sink->name ? sink->name : NULL };
    if (sink->status == GALLEY_MEMORY)
        return galley_fail(findings, GALLEY_MEMORY, "sink.memory", place, "there is no memory to write it");
    if (sink->code)
        return galley_fail(findings, sink->status, sink->code, place, "%s", sink->words);
    return galley_fail(findings, sink->status, "sink.write", place, "it cannot be %s: %s%s", what,
                       strerror(sink->error), sink->path ? "; nothing was written" : "");
}

/* ---- Opening ---------------------------------------------------------------- */

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? strdup(".") : slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
}

/* A name in the same folder that nobody has. */
char *sink_spare_name(const galley_sink *sink, int attempt)
{
    char *name = NULL;
    const char *slash = strrchr(sink->path, '/'), *base = slash ? slash + 1 : sink->path;
    if (asprintf(&name, "%s/.%.200s.%ld-%d.part", sink->folder, base, (long)getpid(), attempt) < 0)
        return NULL;
    return name;
}

static int open_named(galley_sink *sink)
{
    for (int attempt = 0; attempt < SINK_NAMES_TRIED; attempt++) {
        free(sink->temporary);
        sink->temporary = sink_spare_name(sink, attempt);
        int fd = sink->temporary ? open(sink->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666) : -1;
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static int open_unnamed(galley_sink *sink)
{
#ifdef O_TMPFILE
    if (access("/proc/self/fd", X_OK) == 0) {
        int fd = open(sink->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
        if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT))
            return fd;
    }
#endif
    int fd = open_named(sink);
    if (fd >= 0)
        return fd;
    free(sink->temporary);
    sink->temporary = NULL;
    return -1;
}

/* What stands there already: a device is written to, a file gives its mode, a link its target. */
static int open_path(galley_sink *sink, const char *path)
{
    struct stat found;
    if (!*path) {
        errno = ENOENT;
        return -1;
    }
    bool there = stat(path, &found) == 0;
    if (there && S_ISDIR(found.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (there && !S_ISREG(found.st_mode))
        return open(path, O_WRONLY | O_CLOEXEC);
    sink->path = there ? realpath(path, NULL) : strdup(path);
    sink->folder = sink->path ? folder_of(sink->path) : NULL;
    int fd = sink->folder ? open_unnamed(sink) : -1;
    if (fd >= 0 && there)
        (void)!fchmod(fd, found.st_mode & 0777);
    return fd;
}

/* The folder itself where one stands there or the name ends with a slash: it takes members only. */
static int open_folder(galley_sink *sink, const char *path)
{
    struct stat found;
    size_t length = strlen(path);
    bool slash = length && path[length - 1] == '/';
    if (!slash && (stat(path, &found) != 0 || !S_ISDIR(found.st_mode)))
        return open_path(sink, path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    char *bare = strndup(path, length);
    sink->path = bare ? realpath(bare, NULL) : NULL;
    if (!sink->path && errno == ENOENT)
        sink->path = bare;
    else
        free(bare);
    sink->folder = sink->path ? folder_of(sink->path) : NULL;
    sink->takes_members = true;
    return sink->folder ? open(sink->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
}

static galley_status open_sink(const char *path, bool may_be_folder, galley_findings *findings, galley_sink **out)
{
    galley_sink *sink = galley_sink_memory();
    *out = NULL;
    if (!sink)
        return galley_fail(findings, GALLEY_MEMORY, "sink.memory", (galley_place){ .file = path },
                           "there is no memory to write it");
    sink->memory = false;
    sink->standard = strcmp(path, "-") == 0;
    sink->name = strdup(sink->standard ? "standard output" : path);
    sink->fd = sink->standard ? STDOUT_FILENO : may_be_folder ? open_folder(sink, path) : open_path(sink, path);
    if (sink->fd < 0 || !sink->name) {
        sink_fail(sink, errno == ENOMEM ? GALLEY_MEMORY : GALLEY_IO, errno);
        galley_status status = report(sink, "created", findings);
        galley_sink_drop(sink);
        return status;
    }
    *out = sink;
    return GALLEY_OK;
}

galley_status galley_sink_open(const char *path, galley_findings *findings, galley_sink **out)
{
    return open_sink(path, false, findings, out);
}

galley_status galley_sink_open_folder(const char *path, galley_findings *findings, galley_sink **out)
{
    return open_sink(path, true, findings, out);
}

galley_sink *galley_sink_memory(void)
{
    galley_sink *sink = calloc(1, sizeof *sink);
    if (!sink)
        return NULL;
    sink->fd = -1;
    sink->memory = true;
    return sink;
}

galley_slice galley_sink_bytes(const galley_sink *sink)
{
    return galley_buffer_slice(&sink->buffer);
}

/* ---- Writing ---------------------------------------------------------------- */

static void write_out(galley_sink *sink, const char *bytes, size_t count)
{
    while (count && sink->status == GALLEY_OK) {
        ssize_t done = write(sink->fd, bytes, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            sink_fail(sink, GALLEY_IO, errno);
            return;
        }
        bytes += done;
        count -= (size_t)done;
    }
}

void sink_flush(galley_sink *sink)
{
    if (sink->fd < 0)
        return;
    write_out(sink, sink->buffer.bytes, sink->buffer.length);
    galley_buffer_clear(&sink->buffer);
}

/* A writer that mixes both is broken; where a folder stands the user meant another output. */
static void refuse_bytes(galley_sink *sink)
{
    if (sink->members)
        sink_refuse(sink, GALLEY_INTERNAL, "sink.folder", "a folder takes members and no bytes; nothing was written");
    else
        sink_fail(sink, GALLEY_IO, EISDIR);
}

void galley_sink_write(galley_sink *sink, const void *bytes, size_t count)
{
    if (sink->status != GALLEY_OK || !count)
        return;
    if (sink->members || sink->takes_members) {
        refuse_bytes(sink);
        return;
    }
    sink->count += count;
    if (sink->fd >= 0 && sink->buffer.length + count > BUFFER_BYTES)
        sink_flush(sink);
    if (sink->fd >= 0 && count > BUFFER_BYTES)
        write_out(sink, bytes, count);
    else
        galley_buffer_add(&sink->buffer, (galley_slice){ bytes, count });
    if (sink->buffer.failed)
        sink_fail(sink, GALLEY_MEMORY, ENOMEM);
}

void galley_sink_put(galley_sink *sink, const char *text)
{
    galley_sink_write(sink, text, strlen(text));
}

void galley_sink_slice(galley_sink *sink, galley_slice text)
{
    galley_sink_write(sink, text.text, text.length);
}

void galley_sink_print(galley_sink *sink, const char *format, ...)
{
    va_list arguments;
    char *text = NULL;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length >= 0)
        galley_sink_write(sink, text, (size_t)length);
    else
        sink_fail(sink, GALLEY_MEMORY, ENOMEM);
    if (length >= 0)
        free(text);
}

galley_status galley_sink_status(const galley_sink *sink)
{
    return sink->status != GALLEY_OK || !sink->members ? sink->status : sink_members_status(sink);
}

uint64_t galley_sink_count(const galley_sink *sink)
{
    return sink->members ? sink_members_count(sink) : sink->count;
}

/* ---- Into place ------------------------------------------------------------- */

/* Some files cannot be synced and need not be. */
static void sync_or_fail(galley_sink *sink)
{
    if (fsync(sink->fd) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
        sink_fail(sink, GALLEY_IO, errno);
}

/* Gives an unnamed file a name beside its place. */
static bool name_it(galley_sink *sink)
{
    char self[32];
    snprintf(self, sizeof self, "/proc/self/fd/%d", sink->fd);
    for (int attempt = 0; attempt < SINK_NAMES_TRIED; attempt++) {
        char *name = sink_spare_name(sink, attempt);
        if (name && linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0) {
            sink->temporary = name;
            return true;
        }
        int error = errno;
        free(name);
        errno = error;
        if (error != EEXIST)
            return false;
    }
    return false;
}

static void move_into_place(galley_sink *sink)
{
    if ((!sink->temporary && !name_it(sink)) || rename(sink->temporary, sink->path) != 0) {
        sink_fail(sink, GALLEY_IO, errno);
        return;
    }
    free(sink->temporary);
    sink->temporary = NULL;
    free(sink->path);
    sink->path = NULL;
    int folder = open(sink->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

galley_status galley_sink_commit(galley_sink *sink, galley_findings *findings)
{
    sink_flush(sink);
    if (sink->members)
        sink_members_finish(sink);
    else if (sink->takes_members)
        refuse_bytes(sink);
    else if (sink->status == GALLEY_OK && sink->path)
        sync_or_fail(sink);
    if (sink->status == GALLEY_OK && sink->path)
        move_into_place(sink);
    return sink->status == GALLEY_OK ? GALLEY_OK : report(sink, "written", findings);
}

void galley_sink_drop(galley_sink *sink)
{
    if (!sink)
        return;
    if (sink->members)
        sink_members_drop(sink);
    else if (sink->temporary)
        unlink(sink->temporary);
    if (sink->fd >= 0 && !sink->standard)
        close(sink->fd);
    galley_buffer_drop(&sink->buffer);
    free(sink->temporary);
    free(sink->path);
    free(sink->folder);
    free(sink->name);
    free(sink->words);
    free(sink);
}
