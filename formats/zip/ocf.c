/* SPDX-License-Identifier: MIT
 * Each member is packed as it comes, all by one deflate state that is reset in between,
 * for making one costs more than most members of a book; the directory is built beside
 * them.  The sink gets the whole in one go, when all is well.
 *
 * Nothing of the machine goes in: one fixed DOS time, one level, the same permissions for
 * everything. */
#include "formats/zip/ocf.h"

#include <stdlib.h>

#include <zlib.h>

#include <galley/buffer.h>

enum {
    DOS_DATE = 0 << 9 | 1 << 5 | 1, /* 1980-01-01, where DOS time begins */
    LEVEL = 6,
    WINDOW = -15, /* bits; negative: bare deflate */
    MEMORY = 8,
    STORED = 0,
    DEFLATED = 8,
    MADE_BY_UNIX = 3 << 8 | 20,
    NAME_IS_UTF8 = 1 << 11,
    MOST_MEMBERS = 0xFFFE, /* more, or more bytes, would need ZIP64, which not all readers know */
};
#define MOST_BYTES ((size_t)0xFFFFFFFE)
#define PERMISSIONS (0100644u << 16)

struct galley_ocf {
    char *bytes; /* the members so far */
    size_t length, room;
    galley_buffer directory, names; /* names: each with its NUL */
    size_t member_count;
    z_stream stream;
    bool has_stream;
    galley_status status;
    const char *reason;
};

static void fail(galley_ocf *ocf, galley_status status, const char *reason)
{
    if (ocf->status != GALLEY_OK)
        return;
    ocf->status = status;
    ocf->reason = reason;
}

static bool make_room(galley_ocf *ocf, size_t more)
{
    if (more > MOST_BYTES || ocf->length > MOST_BYTES - more) {
        fail(ocf, GALLEY_LIMIT, "it would be larger than 4 GiB");
        return false;
    }
    size_t room = ocf->room ? ocf->room : 1 << 16;
    while (room < ocf->length + more)
        room *= 2;
    char *bytes = room == ocf->room ? ocf->bytes : realloc(ocf->bytes, room);
    if (!bytes) {
        fail(ocf, GALLEY_MEMORY, "there is not enough memory");
        return false;
    }
    ocf->bytes = bytes;
    ocf->room = room;
    return true;
}

static void append(galley_ocf *ocf, const void *bytes, size_t count)
{
    if (!count || !make_room(ocf, count))
        return;
    memcpy(ocf->bytes + ocf->length, bytes, count);
    ocf->length += count;
}

/* ---- Packing ------------------------------------------------------------------ */

/* Appends the deflated bytes; false (and nothing appended) where that saves nothing. */
static bool deflate_to_end(galley_ocf *ocf, galley_slice bytes)
{
    z_stream *stream = &ocf->stream;
    size_t bound = deflateBound(stream, (uLong)bytes.length);
    if (!make_room(ocf, bound))
        return false;
    stream->next_in = (Bytef *)(uintptr_t)bytes.text;
    stream->avail_in = (uInt)bytes.length;
    stream->next_out = (Bytef *)ocf->bytes + ocf->length;
    stream->avail_out = (uInt)bound;
    bool packed = deflate(stream, Z_FINISH) == Z_STREAM_END && stream->total_out < bytes.length;
    if (packed)
        ocf->length += stream->total_out;
    deflateReset(stream);
    return packed;
}

static size_t half(char *out, unsigned value)
{
    out[0] = (char)(value & 0xFF);
    out[1] = (char)(value >> 8 & 0xFF);
    return 2;
}

static size_t word(char *out, size_t value)
{
    half(out, (unsigned)(value & 0xFFFF));
    half(out + 2, (unsigned)(value >> 16 & 0xFFFF));
    return 4;
}

/* What a member says of itself, in front of it and in the directory. */
typedef struct member {
    size_t name_length, size, packed, sum;
    unsigned flags, method;
} member;

enum { FIELDS = 26, LOCAL = 4 + FIELDS, CENTRAL = 4 + 2 + FIELDS + 14, END = 22 };

static void put_fields(char *out, const member *of)
{
    out += half(out, of->method == DEFLATED ? 20 : 10);
    out += half(out, of->flags);
    out += half(out, of->method);
    out += half(out, 0); /* 00:00:00 */
    out += half(out, DOS_DATE);
    out += word(out, of->sum);
    out += word(out, of->packed);
    out += word(out, of->size);
    out += half(out, (unsigned)of->name_length);
    half(out, 0);
}

static void list(galley_ocf *ocf, const member *of, const char *name, size_t at)
{
    char entry[CENTRAL] = "PK\1\2";
    half(entry + 4, MADE_BY_UNIX);
    put_fields(entry + 6, of);
    word(entry + CENTRAL - 8, PERMISSIONS);
    word(entry + CENTRAL - 4, at);
    galley_buffer_add(&ocf->directory, (galley_slice){ entry, sizeof entry });
    galley_buffer_put(&ocf->directory, name);
    galley_buffer_add(&ocf->names, (galley_slice){ name, of->name_length + 1 });
    ocf->member_count++;
    if (ocf->directory.failed || ocf->names.failed)
        fail(ocf, GALLEY_MEMORY, "there is not enough memory");
}

static unsigned flags_of(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name >= 0x80)
            return NAME_IS_UTF8;
    return 0;
}

static void add(galley_ocf *ocf, const char *name, galley_slice bytes, bool packs)
{
    char local[LOCAL] = "PK\3\4";
    size_t at = ocf->length;
    member of = { .name_length = strlen(name), .size = bytes.length, .flags = flags_of(name) };
    if (ocf->member_count == MOST_MEMBERS)
        fail(ocf, GALLEY_LIMIT, "it would have more than 65,534 members");
    if (bytes.length > MOST_BYTES)
        fail(ocf, GALLEY_LIMIT, "a member is larger than 4 GiB");
    if (ocf->status != GALLEY_OK)
        return;
    of.sum = crc32_z(crc32_z(0, NULL, 0), (const Bytef *)(bytes.length ? bytes.text : ""), bytes.length);
    append(ocf, local, sizeof local);
    append(ocf, name, of.name_length);
    size_t begin = ocf->length;
    if (packs && bytes.length && deflate_to_end(ocf, bytes))
        of.method = DEFLATED;
    else
        append(ocf, bytes.text, bytes.length);
    of.packed = ocf->length - begin;
    if (ocf->status != GALLEY_OK)
        return;
    put_fields(ocf->bytes + at + 4, &of);
    list(ocf, &of, name, at);
}

/* ---- The container ---------------------------------------------------------------- */

galley_ocf *galley_ocf_new(const char *media_type)
{
    galley_ocf *ocf = calloc(1, sizeof *ocf);
    if (ocf)
        ocf->has_stream = deflateInit2(&ocf->stream, LEVEL, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
    if (!ocf || !ocf->has_stream) {
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

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void check_names(galley_ocf *ocf)
{
    const char **names = malloc(ocf->member_count * sizeof *names), *at = ocf->names.bytes;
    if (!names) {
        fail(ocf, GALLEY_MEMORY, "there is not enough memory");
        return;
    }
    for (size_t i = 0; i < ocf->member_count; i++, at += strlen(at) + 1)
        names[i] = at;
    qsort(names, ocf->member_count, sizeof *names, compare);
    for (size_t i = 1; i < ocf->member_count; i++)
        if (strcmp(names[i - 1], names[i]) == 0)
            fail(ocf, GALLEY_INTERNAL, "two members have one name");
    free(names);
}

static void close_container(galley_ocf *ocf)
{
    char end[END] = "PK\5\6";
    size_t at = ocf->length;
    galley_slice directory = galley_buffer_slice(&ocf->directory);
    append(ocf, directory.text, directory.length);
    half(end + 8, (unsigned)ocf->member_count);
    half(end + 10, (unsigned)ocf->member_count);
    word(end + 12, directory.length);
    word(end + 16, at);
    append(ocf, end, sizeof end);
}

galley_status galley_ocf_write(galley_ocf *ocf, galley_sink *sink, galley_findings *findings)
{
    if (ocf->status == GALLEY_OK)
        check_names(ocf);
    if (ocf->status == GALLEY_OK)
        close_container(ocf);
    if (ocf->status != GALLEY_OK)
        return galley_fail(findings, ocf->status, "zip.write", (galley_place){ 0 },
                           "The container could not be packed: %s; nothing was written.", ocf->reason);
    galley_sink_write(sink, ocf->bytes, ocf->length);
    return GALLEY_OK;
}

void galley_ocf_drop(galley_ocf *ocf)
{
    if (!ocf)
        return;
    if (ocf->has_stream)
        deflateEnd(&ocf->stream);
    galley_buffer_drop(&ocf->directory);
    galley_buffer_drop(&ocf->names);
    free(ocf->bytes);
    free(ocf);
}
