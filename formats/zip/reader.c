/* SPDX-License-Identifier: MIT
 * The directory at the end says where each member begins; what stands there must say
 * the same name, and lie before the directory and behind the member before it.  Nothing
 * is unpacked until somebody asks for it. */
#include "formats/zip/reader.h"

#include <stdlib.h>

#include <zlib.h>

#include <galley/text.h>

#define END_BYTES 22
#define ENTRY_BYTES 46
#define LOCAL_BYTES 30
#define COMMENT_MOST 65535
#define ENCRYPTED 1u
#define STORED 0
#define DEFLATED 8

struct galley_zip {
    galley_slice bytes;
    const char *file;
    galley_arena *arena; /* members, and names that were mended */
    GALLEY_VECTOR(galley_zip_member) members;
    galley_zip_member **by_name;
    uint64_t given; /* bytes that were read */
    galley_findings *findings;
};

/* Where the directory is. */
typedef struct directory {
    size_t at, end, count;
    size_t shift; /* bytes in front of the container, which it does not count */
} directory;

/* ---- Numbers ------------------------------------------------------------------ */

static uint32_t half(const galley_zip *zip, size_t at)
{
    const unsigned char *byte = (const unsigned char *)zip->bytes.text + at;
    return byte[0] | (uint32_t)byte[1] << 8;
}

static uint32_t word(const galley_zip *zip, size_t at)
{
    return half(zip, at) | half(zip, at + 2) << 16;
}

static bool signed_as(const galley_zip *zip, size_t at, const char *mark)
{
    return memcmp(zip->bytes.text + at, mark, 4) == 0;
}

static galley_status refuse(const galley_zip *zip, const char *why)
{
    return galley_fail(zip->findings, GALLEY_FORMAT, "zip.format", (galley_place){ .file = zip->file },
                       "it is no ZIP container that can be read (%s); nothing was read", why);
}

/* ---- The directory ------------------------------------------------------------ */

/* The end record: the last one whose comment fills the rest of the file. */
static size_t find_end(const galley_zip *zip)
{
    size_t length = zip->bytes.length;
    if (length < END_BYTES)
        return SIZE_MAX;
    size_t first = length > END_BYTES + COMMENT_MOST ? length - END_BYTES - COMMENT_MOST : 0;
    for (size_t at = length - END_BYTES + 1; at-- > first;)
        if (signed_as(zip, at, "PK\5\6") && half(zip, at + 20) == length - at - END_BYTES)
            return at;
    return SIZE_MAX;
}

static galley_status find_directory(const galley_zip *zip, directory *found)
{
    size_t end = find_end(zip);
    if (end == SIZE_MAX)
        return refuse(zip, "it has no end record");
    size_t size = word(zip, end + 12), offset = word(zip, end + 16);
    found->count = half(zip, end + 10);
    if (found->count == 0xffff || size == 0xffffffff || offset == 0xffffffff)
        return refuse(zip, "it is a ZIP64");
    if (half(zip, end + 4) || half(zip, end + 6) || half(zip, end + 8) != found->count)
        return refuse(zip, "it is a part of several");
    if (size > end || offset > end - size)
        return refuse(zip, "its directory does not lie in it");
    found->at = end - size;
    found->end = end;
    found->shift = found->at - offset;
    return GALLEY_OK;
}

/* ---- Names -------------------------------------------------------------------- */

static bool is_way_out(galley_slice name)
{
    if (!name.length || name.text[0] == '/' || (name.length > 1 && name.text[1] == ':'))
        return true;
    for (size_t from = 0; from <= name.length;) {
        size_t to = galley_slice_find(name, galley_slice_of("/"), from);
        galley_slice part = galley_slice_part(name, from, to == SIZE_MAX ? name.length : to);
        if (!part.length || galley_slice_is(part, ".") || galley_slice_is(part, ".."))
            return true;
        from = to == SIZE_MAX ? name.length + 1 : to + 1;
    }
    return false;
}

/* Backslashes are slashes, and ./ in front says nothing; false where it leads out or is no text. */
static bool mend_name(const galley_zip *zip, galley_slice *name)
{
    if (name->length && memchr(name->text, '\\', name->length)) {
        galley_slice copy = galley_arena_copy(zip->arena, *name);
        for (char *at = (char *)copy.text, *end = at + copy.length; at < end; at++)
            *at = *at == '\\' ? '/' : *at;
        *name = copy;
    }
    while (galley_slice_starts(*name, galley_slice_of("./")))
        *name = galley_slice_part(*name, 2, name->length);
    return galley_text_valid(*name, NULL) && !(name->length && memchr(name->text, '\0', name->length)) &&
           !is_way_out(*name);
}

/* A name may be anything: only what is plain is quoted. */
static void leave_out(const galley_zip *zip, const char *code, galley_slice name, const char *why)
{
    char plain[61];
    size_t length = 0;
    for (; length < name.length && length + 1 < sizeof plain; length++)
        plain[length] = name.text[length] >= ' ' && name.text[length] < 0x7f ? name.text[length] : '?';
    plain[length] = '\0';
    galley_find(zip->findings, GALLEY_ERROR, code, (galley_place){ .file = zip->file },
                "the member \"%s\" was left out, because its name %s", plain, why);
}

/* ---- Members ------------------------------------------------------------------ */

/* Where the bytes of a member are, by its own header. */
static galley_status find_data(const galley_zip *zip, const directory *found, galley_slice raw,
                               galley_zip_member *member)
{
    size_t begin = member->begin;
    if (begin > found->at || found->at - begin < LOCAL_BYTES || !signed_as(zip, begin, "PK\3\4"))
        return refuse(zip, "a member does not stand where the directory says");
    size_t name = half(zip, begin + 26), extra = half(zip, begin + 28), room = found->at - begin - LOCAL_BYTES;
    if (name + extra > room || member->packed > room - name - extra)
        return refuse(zip, "a member is cut short");
    if (!galley_slice_equal(raw, galley_slice_part(zip->bytes, begin + LOCAL_BYTES, begin + LOCAL_BYTES + name)))
        return refuse(zip, "a member has another name than the directory says");
    size_t data = begin + LOCAL_BYTES + name + extra;
    member->data = galley_slice_part(zip->bytes, data, data + (size_t)member->packed);
    return GALLEY_OK;
}

/* Reads the entry at *at, which moves behind it. */
static galley_status take_entry(galley_zip *zip, const directory *found, size_t *at)
{
    size_t from = *at;
    if (found->end - from < ENTRY_BYTES || !signed_as(zip, from, "PK\1\2"))
        return refuse(zip, "its directory is damaged");
    size_t length = half(zip, from + 28), behind = length + half(zip, from + 30) + half(zip, from + 32);
    if (found->end - from - ENTRY_BYTES < behind)
        return refuse(zip, "its directory is cut short");
    galley_slice raw = galley_slice_part(zip->bytes, from + ENTRY_BYTES, from + ENTRY_BYTES + length);
    galley_zip_member member = { .name = raw,
                                 .size = word(zip, from + 24),
                                 .packed = word(zip, from + 20),
                                 .crc = word(zip, from + 16),
                                 .method = (uint16_t)half(zip, from + 10),
                                 .flags = (uint16_t)half(zip, from + 8) };
    size_t begin = word(zip, from + 42) + found->shift;
    if (begin > UINT32_MAX)
        return refuse(zip, "it is larger than 4 GiB");
    member.begin = (uint32_t)begin;
    galley_status status = find_data(zip, found, raw, &member);
    if (status != GALLEY_OK)
        return status;
    *at = from + ENTRY_BYTES + behind;
    galley_zip_member *kept = galley_push(zip->arena, &zip->members);
    if (!kept)
        return galley_arena_status(zip->arena);
    *kept = member;
    return GALLEY_OK;
}

static int by_place(const void *a, const void *b)
{
    const galley_zip_member *const *one = a, *const *other = b;
    return ((*one)->begin > (*other)->begin) - ((*one)->begin < (*other)->begin);
}

static int by_name(const void *a, const void *b)
{
    const galley_zip_member *const *one = a, *const *other = b;
    int order = galley_slice_compare((*one)->name, (*other)->name);
    return order ? order : by_place(a, b);
}

/* No byte of the file belongs to two members. */
static galley_status check_overlap(galley_zip *zip)
{
    size_t count = zip->members.count;
    zip->by_name = galley_arena_array(zip->arena, count + 1, sizeof *zip->by_name);
    if (!zip->by_name)
        return galley_arena_status(zip->arena);
    for (size_t i = 0; i < count; i++)
        zip->by_name[i] = &zip->members.items[i];
    qsort(zip->by_name, count, sizeof *zip->by_name, by_place);
    for (size_t i = 1; i < count; i++)
        if (galley_slice_end(zip->by_name[i - 1]->data) > zip->bytes.text + zip->by_name[i]->begin)
            return refuse(zip, "its members overlap");
    return GALLEY_OK;
}

/* Folders go in silence, and names that cannot be used with a word. */
static void sift(galley_zip *zip)
{
    size_t kept = 0;
    for (size_t i = 0; i < zip->members.count; i++) {
        galley_zip_member member = zip->members.items[i];
        galley_slice raw = member.name;
        if (galley_slice_ends(raw, galley_slice_of("/")) && !member.size)
            continue;
        if (mend_name(zip, &member.name))
            zip->members.items[kept++] = member;
        else
            leave_out(zip, "zip.name", raw, "is no text or leads out of the container");
    }
    zip->members.count = kept;
}

static void sort_names(galley_zip *zip)
{
    for (size_t i = 0; i < zip->members.count; i++)
        zip->by_name[i] = &zip->members.items[i];
    qsort(zip->by_name, zip->members.count, sizeof *zip->by_name, by_name);
}

/* The first of a name is kept: of the others nobody says which one is meant. */
static void drop_twins(galley_zip *zip)
{
    size_t kept = 0;
    sort_names(zip);
    for (size_t i = 1; i < zip->members.count; i++)
        if (galley_slice_equal(zip->by_name[i - 1]->name, zip->by_name[i]->name))
            zip->by_name[i]->twin = true;
    for (size_t i = 0; i < zip->members.count; i++) {
        if (zip->members.items[i].twin)
            leave_out(zip, "zip.twice", zip->members.items[i].name, "stands there twice");
        else
            zip->members.items[kept++] = zip->members.items[i];
    }
    zip->members.count = kept;
    sort_names(zip);
}

static galley_status read_directory(galley_zip *zip)
{
    directory found = { 0 };
    galley_status status = find_directory(zip, &found);
    size_t at = found.at;
    for (size_t i = 0; i < found.count && status == GALLEY_OK; i++)
        status = take_entry(zip, &found, &at);
    if (status == GALLEY_OK && at != found.end)
        status = refuse(zip, "its directory has more than it says");
    if (status == GALLEY_OK)
        status = check_overlap(zip);
    if (status != GALLEY_OK)
        return status;
    sift(zip);
    drop_twins(zip);
    return galley_arena_status(zip->arena);
}

galley_status galley_zip_open(galley_slice bytes, const char *file, galley_findings *findings, galley_zip **out)
{
    galley_zip *zip = calloc(1, sizeof *zip);
    *out = NULL;
    if (zip)
        *zip = (galley_zip){ .bytes = bytes, .file = file, .findings = findings, .arena = galley_arena_new(0) };
    galley_status status = zip && zip->arena ? read_directory(zip) : GALLEY_MEMORY;
    if (status == GALLEY_OK) {
        zip->findings = NULL; /* they need not live longer */
        *out = zip;
        return GALLEY_OK;
    }
    if (status != GALLEY_FORMAT)
        galley_find(findings, GALLEY_FATAL, "zip.memory", (galley_place){ .file = file },
                    "there is not enough memory for its directory; nothing was read");
    galley_zip_drop(zip);
    return status;
}

void galley_zip_drop(galley_zip *zip)
{
    if (!zip)
        return;
    galley_arena_drop(zip->arena);
    free(zip);
}

/* ---- Asking ------------------------------------------------------------------- */

const galley_zip_member *galley_zip_at(const galley_zip *zip, size_t index)
{
    return index < zip->members.count ? &zip->members.items[index] : NULL;
}

const galley_zip_member *galley_zip_find(const galley_zip *zip, galley_slice name)
{
    size_t low = 0, high = zip->members.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = galley_slice_compare(zip->by_name[middle]->name, name);
        if (!order)
            return zip->by_name[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- Bytes -------------------------------------------------------------------- */

static galley_status refuse_member(const galley_zip *zip, const galley_zip_member *member, const char *why,
                                   galley_findings *findings)
{
    return galley_fail(findings, GALLEY_FORMAT, "zip.member", (galley_place){ .file = zip->file },
                       "the member \"%.*s\" cannot be read: %s", GALLEY_SHOW(member->name), why);
}

/* What it says it will be.  Of what it really is never more is made than that. */
static galley_status check_size(galley_zip *zip, const galley_zip_member *member, galley_findings *findings)
{
    const char *what = NULL;
    if (member->size > GALLEY_ZIP_MEMBER_BYTES)
        what = "is larger than 128 MiB";
    else if (member->size > GALLEY_ZIP_TOTAL_BYTES - zip->given)
        what = "makes more than 1 GiB of all that was read";
    else if (member->size > GALLEY_ZIP_RATIO_FROM && member->size / GALLEY_ZIP_RATIO > member->packed)
        what = "grows to more than 200 times its size, as a bomb does";
    if (!what)
        return GALLEY_OK;
    return galley_fail(findings, GALLEY_LIMIT, "zip.limit", (galley_place){ .file = zip->file },
                       "the member \"%.*s\" %s; it was not unpacked", GALLEY_SHOW(member->name), what);
}

/* Into exactly the room that its size asked for: a byte more or less is a lie. */
static const char *inflate_into(const galley_zip_member *member, char *room)
{
    z_stream stream = { .next_in = (z_const Bytef *)member->data.text, .avail_in = (uInt)member->data.length };
    Bytef spare;
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return "there is no memory to unpack it";
    stream.next_out = member->size ? (Bytef *)room : &spare;
    stream.avail_out = member->size ? (uInt)member->size : 1;
    int result = inflate(&stream, Z_FINISH);
    bool whole = result == Z_STREAM_END && stream.total_out == member->size && !stream.avail_in;
    inflateEnd(&stream);
    return whole ? NULL : "its bytes are damaged, or not as many as they should be";
}

static const char *unpack(const galley_zip_member *member, char *room, galley_slice *out)
{
    const char *fault = NULL;
    *out = (galley_slice){ room, (size_t)member->size };
    if (member->method == STORED)
        *out = member->data;
    else
        fault = inflate_into(member, room);
    if (!fault && crc32_z(crc32(0, NULL, 0), (const Bytef *)out->text, out->length) != member->crc)
        fault = "its checksum is another one";
    return fault;
}

galley_status galley_zip_read(galley_zip *zip, const galley_zip_member *member, galley_arena *arena,
                              galley_findings *findings, galley_slice *out)
{
    *out = (galley_slice){ 0 };
    if (member->flags & ENCRYPTED)
        return refuse_member(zip, member, "it is encrypted", findings);
    if (member->method != STORED && member->method != DEFLATED)
        return refuse_member(zip, member, "it is packed in a way that is not known here", findings);
    if (member->method == STORED && member->packed != member->size)
        return refuse_member(zip, member, "it is not as large as it says", findings);
    galley_status status = check_size(zip, member, findings);
    if (status != GALLEY_OK)
        return status;
    char *room = member->method == STORED ? NULL : galley_arena_room(arena, (size_t)member->size + 1, 1);
    if (!room && member->method != STORED)
        return galley_fail(findings, galley_arena_status(arena), "zip.memory", (galley_place){ .file = zip->file },
                           "there is no room for the member \"%.*s\"", GALLEY_SHOW(member->name));
    const char *fault = unpack(member, room, out);
    if (fault) {
        *out = (galley_slice){ 0 };
        return refuse_member(zip, member, fault, findings);
    }
    zip->given += member->size;
    return GALLEY_OK;
}
