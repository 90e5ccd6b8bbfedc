/* SPDX-License-Identifier: MIT
 * Which encoding, and then UTF-8.  A byte order mark says it; valid UTF-8 says it
 * itself, because no other encoding of a real text looks like that; text that is
 * UTF-8 but for a few bytes is damaged UTF-8 and nothing else; line ends of two
 * bytes are UTF-16; the rest is guessed (weigh.c). */
#include "config.h"

#include "formats/charset/charset.h"

#include "formats/charset/weigh.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include <galley/text.h>

typedef struct mark {
    const char *bytes;
    size_t length;
    const char *name;
} mark;

static const mark marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
};

static bool is_name(const char *name, const char *other)
{
    return name && strcasecmp(name, other) == 0;
}

/* ---- Finding ---------------------------------------------------------------- */

static const mark *find_mark(galley_slice bytes)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (galley_slice_starts(bytes, (galley_slice){ marks[i].bytes, marks[i].length }))
            return &marks[i];
    return NULL;
}

/* Characters of several bytes against bytes that fit nowhere: ten to one is no accident. */
static bool is_damaged_utf8(galley_slice bytes)
{
    galley_slice sample = weigh_sample(bytes);
    size_t good = 0, bad = 0;
    for (const char *at = sample.text, *end = galley_slice_end(sample); at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        good += code > 0x7f && at - from > 1;
        bad += code == 0xfffd && at - from == 1;
    }
    return good > bad * 10;
}

/* UTF-16 without a mark: line ends of two bytes, in one order and hardly in the other. */
static const char *line_end_order(galley_slice bytes)
{
    galley_slice sample = weigh_sample(bytes);
    size_t little = 0, big = 0;
    for (size_t i = 0; i + 1 < sample.length; i += 2) {
        little += sample.text[i] == '\n' && sample.text[i + 1] == '\0';
        big += sample.text[i] == '\0' && sample.text[i + 1] == '\n';
    }
    if (bytes.length % 2 || little == big)
        return NULL;
    return little > big ? "UTF-16LE" : "UTF-16BE";
}

static void found(charset_result *out, const char *name, const char *how, bool sure)
{
    if (out->name || !name)
        return;
    out->name = name;
    out->how = how;
    out->sure = sure;
}

/* Bytes with zeros may be ASCII by accident, so UTF-16 comes before UTF-8.  *valid: all of
 * it is UTF-8, as was seen on the way. */
static void find_name(galley_arena *arena, galley_slice bytes, charset_result *out, bool *valid)
{
    if (bytes.length && memchr(bytes.text, '\0', bytes.length))
        found(out, line_end_order(bytes), "by its line ends", true);
    *valid = !out->name && galley_text_valid(bytes, NULL);
    if (!out->name && (*valid || is_damaged_utf8(bytes)))
        found(out, "UTF-8", "by its bytes", true);
    if (!out->name)
        found(out, weigh_name(arena, bytes), "guessed from its bytes", false);
}

/* ---- Building --------------------------------------------------------------- */

typedef struct building {
    galley_arena *arena;
    const charset_request *request;
    charset_result *out;
    galley_slice bytes; /* what is decoded */
    bool valid;         /* it is known to be UTF-8 throughout */
    char *block;
    size_t length, room;
} building;

static bool make_room(building *build, size_t more)
{
    if (build->room - build->length >= more)
        return true;
    size_t room = build->room + build->room / 2 + more;
    char *block = galley_arena_resize(build->arena, build->block, build->room, room);
    if (!block)
        return false;
    build->block = block;
    build->room = room;
    return true;
}

static bool add(building *build, galley_slice text)
{
    if (!make_room(build, text.length))
        return false;
    if (text.length)
        memcpy(build->block + build->length, text.text, text.length);
    build->length += text.length;
    return true;
}

static galley_slice built(const building *build)
{
    return (galley_slice){ build->block, build->length };
}

/* The bytes at `at` are no character: U+FFFD for them, or the end of the work. */
static galley_status replace(building *build, size_t at)
{
    if (!build->request->replaced) {
        build->out->bad_at = build->out->skipped + at;
        return GALLEY_FORMAT;
    }
    build->request->replaced(build->request->state, build->out->skipped + at, built(build));
    return add(build, galley_slice_of("\xef\xbf\xbd")) ? GALLEY_OK : galley_arena_status(build->arena);
}

/* ---- UTF-8 ------------------------------------------------------------------ */

/* The broken character at `at` ends where the bytes that continue it do. */
static size_t broken_end(galley_slice bytes, size_t at)
{
    size_t to = at + 1;
    if ((unsigned char)bytes.text[at] >= 0xc0)
        while (to < bytes.length && to - at < 4 && ((unsigned char)bytes.text[to] & 0xc0) == 0x80)
            to++;
    return to;
}

/* A copy with U+FFFD where something is broken. */
static galley_status mend_utf8(building *build)
{
    galley_status status = GALLEY_OK;
    for (size_t from = 0; status == GALLEY_OK && from < build->bytes.length;) {
        galley_slice rest = galley_slice_part(build->bytes, from, build->bytes.length);
        size_t good = rest.length;
        bool valid = galley_text_valid(rest, &good);
        if (!add(build, galley_slice_part(rest, 0, good)))
            return galley_arena_status(build->arena);
        if (!valid)
            status = replace(build, from + good);
        from = valid ? build->bytes.length : broken_end(build->bytes, from + good);
    }
    build->out->text = built(build);
    return status;
}

/* Valid text is lent as it is. */
static galley_status take_utf8(building *build)
{
    size_t bad_at;
    if (build->valid || galley_text_valid(build->bytes, &bad_at))
        return GALLEY_OK;
    if (build->request->replaced)
        return mend_utf8(build);
    build->out->text = galley_slice_part(build->bytes, 0, bad_at);
    return replace(build, bad_at);
}

/* ---- Everything else -------------------------------------------------------- */

static bool is_utf16(const char *name)
{
    return name && strncasecmp(name, "UTF-16", 6) == 0;
}

/* A pair of bytes that stands for nothing is left as a pair, so that those behind it stay in step. */
static size_t bad_length(const building *build, size_t at)
{
    size_t left = build->bytes.length - at;
    bool pair = is_utf16(build->out->name) ||
                (!weigh_single_byte(build->out->name) && left > 1 && (unsigned char)build->bytes.text[at + 1] >= 0x80);
    return pair && left > 1 ? 2 : 1;
}

static galley_status run(building *build, iconv_t handle)
{
    galley_status status = GALLEY_OK;
    for (size_t at = 0; status == GALLEY_OK && at < build->bytes.length;) {
        char *in = (char *)(uintptr_t)build->bytes.text + at, *out = build->block + build->length;
        size_t in_left = build->bytes.length - at, out_left = build->room - build->length;
        bool whole = iconv(handle, &in, &in_left, &out, &out_left) != (size_t)-1;
        int error = whole ? 0 : errno;
        at = build->bytes.length - in_left;
        build->length = (size_t)(out - build->block);
        if (whole)
            break;
        if (error == E2BIG) {
            status = make_room(build, build->room / 2 + 64) ? GALLEY_OK : galley_arena_status(build->arena);
            continue;
        }
        status = replace(build, at);
        at += error == EINVAL ? in_left : bad_length(build, at);
    }
    return status;
}

static galley_status convert(building *build)
{
    iconv_t handle = iconv_open("UTF-8", build->out->name);
    if (handle == (iconv_t)-1) { /* uchardet knows some sets that iconv does not */
        build->out->name = NULL;
        return GALLEY_FORMAT;
    }
    size_t length = build->bytes.length;
    galley_status status =
        make_room(build, length + length / 2 + 64) ? run(build, handle) : galley_arena_status(build->arena);
    iconv_close(handle);
    build->out->text = built(build);
    return status;
}

galley_status charset_decode(galley_arena *arena, galley_slice bytes, const charset_request *request,
                             charset_result *out)
{
    const mark *begin = find_mark(bytes);
    size_t skipped = begin ? begin->length : 0;
    *out = (charset_result){ .marked = begin };
    found(out, request->wanted, "as was asked", true);
    if (begin)
        found(out, begin->name, "by its byte order mark", true);
    if (out->marked && !is_name(out->name, begin->name)) { /* asked for something else: then it is no mark */
        out->marked = false;
        skipped = 0;
    }
    bytes = galley_slice_part(bytes, skipped, bytes.length);
    building build = { .arena = arena, .request = request, .out = out, .bytes = bytes };
    find_name(arena, bytes, out, &build.valid);
    out->text = bytes;
    out->skipped = out->bad_at = skipped;
    if (!out->name)
        return GALLEY_FORMAT;
    return is_name(out->name, "UTF-8") ? take_utf8(&build) : convert(&build);
}

/* ---- Walking beside --------------------------------------------------------- */

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r' || byte == '\f';
}

galley_slice charset_line_end(galley_slice bytes, const char *name, size_t from)
{
    size_t unit = is_utf16(name) ? 2 : 1, high = is_name(name, "UTF-16LE"), low = unit - 1 - high;
    for (; from + unit <= bytes.length; from += unit)
        if (is_line_end(bytes.text[from + low]) && (unit == 1 || bytes.text[from + high] == '\0'))
            return galley_slice_part(bytes, from, from + unit);
    return galley_slice_part(bytes, bytes.length, bytes.length);
}
