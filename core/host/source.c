/* SPDX-License-Identifier: MIT
 * Bytes from a mapped file, from a pipe, from memory; gzip is seen through.  What
 * gzip says of its size is not asked: the bytes are counted as they come, and the
 * cap ends them. */
#include "config.h"

#include <galley/source.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define CHUNK ((size_t)64 << 10)

struct galley_source {
    char *name;
    galley_slice bytes;
    size_t at;   /* of galley_source_read */
    char *owned; /* to be freed */
    void *map;   /* to be unmapped */
    size_t map_size;
};

/* A growing block under a cap. */
typedef struct block {
    char *bytes;
    size_t length, room;
    uint64_t cap;
} block;

typedef struct opening {
    const char *name;
    uint64_t cap;
    galley_findings *findings;
    galley_source *source;
} opening;

/* ---- Failures --------------------------------------------------------------- */

static galley_status fail(const opening *task, galley_status status, const char *code, const char *sentence)
{
    return galley_fail(task->findings, status, code, (galley_place){ .file = task->name }, "%s", sentence);
}

static galley_status fail_system(const opening *task, const char *code, const char *what)
{
    int error = errno;
    return galley_fail(task->findings, GALLEY_IO, code, (galley_place){ .file = task->name }, "%s: %s", what,
                       strerror(error));
}

static galley_status fail_limit(const opening *task)
{
    return galley_fail(task->findings, GALLEY_LIMIT, "source.limit", (galley_place){ .file = task->name },
                       "it holds more than %llu bytes, which is the limit; --limit-input raises it",
                       (unsigned long long)task->cap);
}

static galley_status fail_memory(const opening *task)
{
    return fail(task, GALLEY_MEMORY, "source.memory", "there is no memory to read it");
}

/* ---- Growing ---------------------------------------------------------------- */

/* Room for a chunk more, and for one byte above the cap, so that the cap is seen. */
static bool make_room(block *to)
{
    if (to->room - to->length >= CHUNK || to->room > to->cap)
        return true;
    size_t room = to->room ? to->room * 2 : 4 * CHUNK;
    if (room < to->room || room > to->cap)
        room = (size_t)to->cap + 1;
    char *bytes = realloc(to->bytes, room);
    if (!bytes)
        return false;
    to->bytes = bytes;
    to->room = room;
    return true;
}

static void keep(opening *task, block *from)
{
    char *smaller = from->length ? realloc(from->bytes, from->length) : NULL;
    task->source->owned = smaller ? smaller : from->bytes;
    task->source->bytes = (galley_slice){ task->source->owned, from->length };
}

/* ---- Reading ---------------------------------------------------------------- */

static galley_status read_all(opening *task, int fd)
{
    block to = { .cap = task->cap };
    galley_status status = GALLEY_OK;
    for (ssize_t got = 1; got > 0 && status == GALLEY_OK;) {
        if (!make_room(&to)) {
            status = fail_memory(task);
            break;
        }
        got = read(fd, to.bytes + to.length, to.room - to.length);
        if (got < 0 && errno == EINTR)
            got = 1;
        else if (got < 0)
            status = fail_system(task, "source.read", "it cannot be read");
        else
            to.length += (size_t)got;
        if (to.length > to.cap)
            status = fail_limit(task);
    }
    keep(task, &to);
    return status;
}

static galley_status map_file(opening *task, int fd, size_t size)
{
    if (size > task->cap)
        return fail_limit(task);
    void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED)
        return read_all(task, fd);
    task->source->map = map;
    task->source->map_size = size;
    task->source->bytes = (galley_slice){ map, size };
    return GALLEY_OK;
}

static galley_status take(opening *task, int fd)
{
    struct stat found;
    if (fstat(fd, &found) != 0)
        return fail_system(task, "source.read", "it cannot be read");
    if (S_ISDIR(found.st_mode))
        return fail(task, GALLEY_IO, "source.folder", "it is a folder; give the files in it");
    if (S_ISREG(found.st_mode) && found.st_size > 0 && lseek(fd, 0, SEEK_CUR) == 0)
        return map_file(task, fd, (size_t)found.st_size);
    return read_all(task, fd);
}

/* ---- gzip ------------------------------------------------------------------- */

static bool is_gzip(galley_slice bytes)
{
    return bytes.length >= 3 && memcmp(bytes.text, "\x1f\x8b\x08", 3) == 0;
}

/* How far the reading of the packed bytes came. */
static size_t packed_at(const opening *task, const z_stream *stream)
{
    return (size_t)((const char *)stream->next_in - task->source->bytes.text);
}

static galley_status fail_gzip(const opening *task, const z_stream *stream, const char *sentence)
{
    return galley_fail(task->findings, GALLEY_FORMAT, "source.gzip", (galley_place){ .file = task->name },
                       "its gzip data %s %zu of %zu; nothing was read", sentence, packed_at(task, stream),
                       task->source->bytes.length);
}

/* zlib counts in 32 bits: a larger file is handed over in pieces. */
static void refill(const opening *task, z_stream *stream)
{
    size_t left = task->source->bytes.length - packed_at(task, stream);
    stream->avail_in = left > UINT32_MAX ? UINT32_MAX : (uInt)left;
}

static galley_status inflate_chunk(opening *task, z_stream *stream, block *to, int *result)
{
    if (!make_room(to))
        return fail_memory(task);
    refill(task, stream);
    size_t room = to->room - to->length;
    stream->next_out = (Bytef *)to->bytes + to->length;
    stream->avail_out = room > UINT32_MAX ? UINT32_MAX : (uInt)room;
    uInt before = stream->avail_out;
    *result = inflate(stream, Z_NO_FLUSH);
    to->length += before - stream->avail_out;
    if (to->length > to->cap)
        return fail_limit(task);
    if (*result == Z_MEM_ERROR)
        return fail_memory(task);
    if (*result == Z_BUF_ERROR || (*result == Z_OK && stream->avail_in == 0 && stream->avail_out > 0))
        return fail_gzip(task, stream, "end too early, at byte");
    if (*result != Z_OK && *result != Z_STREAM_END)
        return fail_gzip(task, stream, "are damaged near byte");
    return GALLEY_OK;
}

/* Members follow one another; what is behind the last one and is no gzip is left alone, as
 * gzip itself does. */
static galley_status inflate_members(opening *task, z_stream *stream, block *to)
{
    galley_status status = GALLEY_OK;
    for (int result = Z_OK; status == GALLEY_OK;) {
        status = inflate_chunk(task, stream, to, &result);
        if (status != GALLEY_OK || result != Z_STREAM_END)
            continue;
        galley_slice packed = task->source->bytes;
        if (!is_gzip(galley_slice_part(packed, packed_at(task, stream), packed.length)) || inflateReset(stream) != Z_OK)
            break;
    }
    return status;
}

static galley_status unzip(opening *task)
{
    galley_source *source = task->source;
    z_stream stream = { .next_in = (Bytef *)(uintptr_t)source->bytes.text };
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return fail_memory(task);
    block to = { .cap = task->cap };
    char *old = source->owned;
    galley_status status = inflate_members(task, &stream, &to);
    inflateEnd(&stream);
    keep(task, &to);
    free(old);
    if (source->map)
        munmap(source->map, source->map_size);
    source->map = NULL;
    return status;
}

/* ---- Opening ---------------------------------------------------------------- */

static galley_status open_and_take(opening *task, const char *path)
{
    bool standard = strcmp(path, "-") == 0;
    if (!*path)
        return galley_fail(task->findings, GALLEY_IO, "source.open", (galley_place){ 0 },
                           "an input has an empty name; nothing was read");
    int fd = STDIN_FILENO;
    while (!standard && (fd = open(path, O_RDONLY | O_CLOEXEC)) < 0 && errno == EINTR)
        continue;
    if (fd < 0)
        return fail_system(task, "source.open", "it cannot be opened");
    galley_status status = take(task, fd);
    if (!standard)
        close(fd);
    if (status == GALLEY_OK && is_gzip(task->source->bytes))
        status = unzip(task);
    return status;
}

galley_source *galley_source_memory(const char *name, galley_slice bytes)
{
    galley_source *source = calloc(1, sizeof *source);
    char *copy = source ? strdup(name) : NULL;
    if (!copy) {
        free(source);
        return NULL;
    }
    source->name = copy;
    source->bytes = bytes;
    return source;
}

galley_status galley_source_open(const char *path, uint64_t cap, galley_findings *findings, galley_source **out)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    opening task = { .name = name, .cap = cap ? cap : GALLEY_SOURCE_CAP, .findings = findings };
    *out = NULL;
    task.source = galley_source_memory(name, (galley_slice){ 0 });
    if (!task.source)
        return fail_memory(&task);
    galley_status status = open_and_take(&task, path);
    if (status == GALLEY_OK)
        *out = task.source;
    else
        galley_source_drop(task.source);
    return status;
}

void galley_source_drop(galley_source *source)
{
    if (!source)
        return;
    if (source->map)
        munmap(source->map, source->map_size);
    free(source->owned);
    free(source->name);
    free(source);
}

void galley_source_close(void *source)
{
    galley_source_drop(source);
}

const char *galley_source_name(const galley_source *source)
{
    return source->name;
}

galley_slice galley_source_bytes(const galley_source *source)
{
    return source->bytes;
}

size_t galley_source_read(galley_source *source, void *out, size_t room)
{
    size_t left = source->bytes.length - source->at, count = left < room ? left : room;
    if (count)
        memcpy(out, source->bytes.text + source->at, count);
    source->at += count;
    return count;
}

void galley_source_rewind(galley_source *source)
{
    source->at = 0;
}
