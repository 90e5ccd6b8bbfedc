/* SPDX-License-Identifier: MIT
 * The container is put together by libzip in a buffer of its own and handed to the sink in
 * one go: libzip gets no file name, so there is no temporary file to stay behind.  Members
 * come to it packed, all by one deflate state that is reset in between, for making one costs
 * more than most members of a book; libzip takes packed bytes as they are.
 *
 * Nothing of the machine goes in: one fixed DOS time (libzip takes it through local time and
 * back, and no zone ever skipped that hour), one level, the permissions that libzip gives to
 * everything. */
#include "formats/zip/ocf.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <zip.h>
#include <zlib.h>

#include <galley/arena.h>

enum {
    LEVEL = 6,
    WINDOW = -15, /* bits; negative: bare deflate */
    MEMORY = 8,
    MOST_MEMBERS = 0xFFFE /* more, or more bytes, would need ZIP64, which not all readers know */
};
#define MOST_BYTES ((size_t)0xFFFFFFFE)

struct galley_ocf {
    zip_source_t *buffer; /* where the finished container stands; ours, and kept by archive too */
    zip_t *archive;
    galley_arena *members; /* packed; libzip reads them when it closes, and frees nothing */
    z_stream stream;
    bool has_stream;
    char *room; /* where a member is packed before its bytes are kept */
    size_t room_length;
    size_t count, length; /* of all members */
    time_t time;          /* asked once: each time the system looks for its zone */
    galley_status status;
    char reason[128];
};

/* A member as libzip reads it. */
typedef struct member {
    galley_slice packed;
    size_t at;
    zip_stat_t about;
} member;

static void fail(galley_ocf *ocf, galley_status status, const char *reason)
{
    if (ocf->status != GALLEY_OK)
        return;
    ocf->status = status;
    snprintf(ocf->reason, sizeof ocf->reason, "%s", reason);
}

static void fail_zip(galley_ocf *ocf, zip_error_t *error)
{
    galley_status status = zip_error_code_zip(error) == ZIP_ER_MEMORY ? GALLEY_MEMORY : GALLEY_INTERNAL;
    fail(ocf, status, zip_error_strerror(error));
}

/* ---- Members ------------------------------------------------------------------ */

static bool make_room(galley_ocf *ocf, size_t length)
{
    if (length <= ocf->room_length)
        return true;
    free(ocf->room);
    ocf->room_length = length < 1 << 16 ? 1 << 16 : length;
    ocf->room = malloc(ocf->room_length);
    if (!ocf->room)
        ocf->room_length = 0;
    return ocf->room;
}

/* The deflated bytes, until the next are packed; or what they were, where that saves nothing. */
static galley_slice pack(galley_ocf *ocf, galley_slice bytes)
{
    z_stream *stream = &ocf->stream;
    size_t bound = deflateBound(stream, (uLong)bytes.length);
    if (!make_room(ocf, bound))
        return bytes;
    stream->next_in = (Bytef *)(uintptr_t)bytes.text;
    stream->avail_in = (uInt)bytes.length;
    stream->next_out = (Bytef *)ocf->room;
    stream->avail_out = (uInt)bound;
    bool packed = deflate(stream, Z_FINISH) == Z_STREAM_END && stream->total_out < bytes.length;
    galley_slice made = { ocf->room, stream->total_out };
    deflateReset(stream);
    return packed ? made : bytes;
}

static zip_int64_t read_on(member *of, void *data, zip_uint64_t room)
{
    size_t left = of->packed.length - of->at, count = room < left ? (size_t)room : left;
    if (count)
        memcpy(data, of->packed.text + of->at, count);
    of->at += count;
    return (zip_int64_t)count;
}

static zip_int64_t give(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    member *of = state;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        of->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return read_on(of, data, length);
    case ZIP_SOURCE_STAT:
        memcpy(data, &of->about, sizeof of->about);
        return sizeof of->about;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_FREE, ZIP_SOURCE_ERROR, -1);
    default:
        return -1;
    }
}

static member *make_member(galley_ocf *ocf, galley_slice bytes, bool packs)
{
    member *of = galley_arena_alloc(ocf->members, sizeof *of);
    galley_slice packed = packs && bytes.length ? pack(ocf, bytes) : bytes;
    packed = galley_arena_copy(ocf->members, packed);
    if (!of || galley_arena_status(ocf->members) != GALLEY_OK) {
        fail(ocf, GALLEY_MEMORY, "there is not enough memory");
        return NULL;
    }
    of->packed = packed;
    zip_stat_init(&of->about);
    of->about.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    of->about.size = bytes.length;
    of->about.comp_size = packed.length;
    of->about.comp_method = packed.length < bytes.length ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    const char *from = bytes.length ? bytes.text : "";
    of->about.crc = (zip_uint32_t)crc32_z(crc32_z(0, NULL, 0), (const Bytef *)from, bytes.length);
    return of;
}

static void list(galley_ocf *ocf, const char *name, member *of)
{
    zip_source_t *source = zip_source_function(ocf->archive, give, of);
    zip_int64_t index = source ? zip_file_add(ocf->archive, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    bool stored = of->about.comp_method == ZIP_CM_STORE; /* what is not said libzip packs by itself */
    if (index < 0 || (stored && zip_set_file_compression(ocf->archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) < 0) ||
        zip_file_set_mtime(ocf->archive, (zip_uint64_t)index, ocf->time, 0) < 0)
        fail_zip(ocf, zip_get_error(ocf->archive));
}

static void add(galley_ocf *ocf, const char *name, galley_slice bytes, bool packs)
{
    if (ocf->count == MOST_MEMBERS)
        fail(ocf, GALLEY_LIMIT, "it would have more than 65,534 members");
    if (bytes.length > MOST_BYTES - ocf->length)
        fail(ocf, GALLEY_LIMIT, "it would be larger than 4 GiB");
    member *of = ocf->status == GALLEY_OK ? make_member(ocf, bytes, packs) : NULL;
    if (!of)
        return;
    ocf->count++;
    ocf->length += bytes.length;
    list(ocf, name, of);
}

/* ---- The container ---------------------------------------------------------------- */

/* Where DOS time begins, by the clock on the wall. */
static time_t begin_of_time(void)
{
    struct tm begin = { .tm_year = 1980 - 1900, .tm_mday = 1, .tm_isdst = -1 };
    return mktime(&begin);
}

static bool open_archive(galley_ocf *ocf)
{
    zip_error_t error;
    zip_error_init(&error);
    ocf->buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    if (ocf->buffer) {
        zip_source_keep(ocf->buffer);
        ocf->archive = zip_open_from_source(ocf->buffer, ZIP_TRUNCATE, &error);
        if (!ocf->archive)
            zip_source_free(ocf->buffer);
    }
    zip_error_fini(&error);
    return ocf->archive != NULL;
}

galley_ocf *galley_ocf_new(const char *media_type)
{
    galley_ocf *ocf = calloc(1, sizeof *ocf);
    if (ocf) {
        ocf->time = begin_of_time();
        ocf->members = galley_arena_new(0);
        ocf->has_stream = deflateInit2(&ocf->stream, LEVEL, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    if (!ocf || !ocf->members || !ocf->has_stream || !open_archive(ocf)) {
        galley_ocf_drop(ocf);
        return NULL;
    }
    add(ocf, "mimetype", galley_slice_of(media_type), false);
    return ocf;
}

void galley_ocf_add(galley_ocf *ocf, const char *name, galley_slice bytes)
{
    add(ocf, name, bytes, true);
}

void galley_ocf_store(galley_ocf *ocf, const char *name, galley_slice bytes)
{
    add(ocf, name, bytes, false);
}

/* zip_close writes into the buffer and frees the archive, but only when it succeeds. */
static void close_archive(galley_ocf *ocf)
{
    if (zip_close(ocf->archive) < 0)
        fail_zip(ocf, zip_get_error(ocf->archive));
    else
        ocf->archive = NULL;
}

static void copy_out(galley_ocf *ocf, galley_sink *sink)
{
    char piece[1 << 14];
    if (zip_source_open(ocf->buffer) < 0) {
        fail_zip(ocf, zip_source_error(ocf->buffer));
        return;
    }
    zip_int64_t got;
    while ((got = zip_source_read(ocf->buffer, piece, sizeof piece)) > 0)
        galley_sink_write(sink, piece, (size_t)got);
    if (got < 0)
        fail_zip(ocf, zip_source_error(ocf->buffer));
    zip_source_close(ocf->buffer);
}

galley_status galley_ocf_write(galley_ocf *ocf, galley_sink *sink, galley_findings *findings)
{
    if (ocf->status == GALLEY_OK)
        close_archive(ocf);
    if (ocf->status == GALLEY_OK)
        copy_out(ocf, sink);
    if (ocf->status == GALLEY_OK)
        return GALLEY_OK;
    return galley_fail(findings, ocf->status, "zip.write", (galley_place){ 0 },
                       "The container could not be packed: %s; nothing was written.", ocf->reason);
}

void galley_ocf_drop(galley_ocf *ocf)
{
    if (!ocf)
        return;
    if (ocf->archive)
        zip_discard(ocf->archive);
    if (ocf->buffer)
        zip_source_free(ocf->buffer);
    if (ocf->has_stream)
        deflateEnd(&ocf->stream);
    galley_arena_drop(ocf->members);
    free(ocf->room);
    free(ocf);
}
