/* SPDX-License-Identifier: MIT
 * Which encoding, and then UTF-8.  A byte order mark says it; valid UTF-8 says it
 * itself, because no other encoding of a real text looks like that; text that is
 * UTF-8 but for a few bytes is damaged UTF-8 and nothing else; line ends of two
 * bytes are UTF-16; the rest is guessed by uchardet, which takes a few lines of
 * Chinese for Greek and is corrected in that.  The sets of the mainland are read as
 * GB18030, which holds them all. */
#include "config.h"

#include "formats/charset/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#include <galley/text.h>

#include "formats/charset/guess.h"

#define SAMPLE ((size_t)1 << 20) /* bytes that are looked at for a guess */

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

static const struct {
    const char *guess, *name;
} aliases[] = {
    { "GB2312", "GB18030" }, { "GBK", "GB18030" },     { "HZ-GB-2312", "HZ" },
    { "ASCII", "UTF-8" },    { "BIG5", "BIG5-HKSCS" }, { "EUC-TW", "EUC-TW" },
};

static galley_slice sample_of(galley_slice bytes)
{
    return (galley_slice){ bytes.text, bytes.length < SAMPLE ? bytes.length : SAMPLE };
}

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
    galley_slice sample = sample_of(bytes);
    size_t good = 0, bad = 0;
    for (const char *at = sample.text, *end = at + sample.length; at < end;) {
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
    galley_slice sample = sample_of(bytes);
    size_t little = 0, big = 0;
    for (size_t i = 0; i + 1 < sample.length; i += 2) {
        little += sample.text[i] == '\n' && sample.text[i + 1] == '\0';
        big += sample.text[i] == '\0' && sample.text[i + 1] == '\n';
    }
    if (bytes.length % 2 || little == big)
        return NULL;
    return little > big ? "UTF-16LE" : "UTF-16BE";
}

/* Whether the bytes above ASCII come in runs of even length, as in the double-byte sets; words of
 * an alphabet do not. */
static bool is_paired(galley_slice bytes)
{
    galley_slice sample = sample_of(bytes);
    size_t run = 0, all = 0;
    for (size_t i = 0; i < sample.length; i++) {
        if ((unsigned char)sample.text[i] >= 0xa1) {
            run++;
            all++;
        } else if (run % 2) {
            return false;
        } else {
            run = 0;
        }
    }
    return all >= 4;
}

static bool is_single_byte(const char *name)
{
    static const char *const families[] = { "ISO-8859", "WINDOWS-", "IBM", "KOI8", "MAC-", "TIS-620", "VISCII" };
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (strncasecmp(name, families[i], strlen(families[i])) == 0)
            return true;
    return false;
}

static const char *guess(galley_arena *arena, galley_slice bytes)
{
    const char *name = charset_guess(arena, sample_of(bytes));
    if ((!*name || is_single_byte(name)) && is_paired(bytes))
        return "GB18030";
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcasecmp(name, aliases[i].guess) == 0)
            return aliases[i].name;
    return *name ? name : NULL;
}

/* Sets out->name and out->sure.  Bytes with zeros may be ASCII by accident, so UTF-16 comes first. */
static void find_name(galley_arena *arena, galley_slice bytes, charset_result *out)
{
    bool zeros = bytes.length && memchr(bytes.text, '\0', bytes.length);
    out->name = zeros ? line_end_order(bytes) : NULL;
    if (!out->name && (galley_text_valid(bytes, NULL) || is_damaged_utf8(bytes)))
        out->name = "UTF-8";
    out->sure = out->name != NULL;
    if (!out->sure)
        out->name = guess(arena, bytes);
}

/* ---- Conversion ------------------------------------------------------------- */

typedef struct conversion {
    galley_arena *arena;
    iconv_t handle;
    char *in, *out, *block;
    size_t in_left, out_left, room;
} conversion;

static bool grow(conversion *task)
{
    size_t used = (size_t)(task->out - task->block), room = task->room * 2;
    char *block = galley_arena_resize(task->arena, task->block, task->room, room);
    if (!block)
        return false;
    task->block = block;
    task->room = room;
    task->out = block + used;
    task->out_left = room - used;
    return true;
}

static galley_status run(conversion *task)
{
    for (;;) {
        if (iconv(task->handle, &task->in, &task->in_left, &task->out, &task->out_left) != (size_t)-1)
            return GALLEY_OK;
        if (errno != E2BIG)
            return GALLEY_FORMAT;
        if (!grow(task))
            return galley_arena_status(task->arena);
    }
}

static galley_status convert(galley_arena *arena, galley_slice bytes, charset_result *out)
{
    conversion task = { .arena = arena, .handle = iconv_open("UTF-8", out->name) };
    out->bad_at = 0;
    if (task.handle == (iconv_t)-1)
        return GALLEY_FORMAT;
    task.in = (char *)(uintptr_t)bytes.text;
    task.in_left = bytes.length;
    task.room = task.out_left = bytes.length + bytes.length / 2 + 64;
    task.block = task.out = galley_arena_alloc(arena, task.room);
    galley_status status = task.block ? run(&task) : galley_arena_status(arena);
    iconv_close(task.handle);
    out->bad_at = bytes.length - task.in_left;
    out->text = galley_slice_range(task.block, task.out);
    return status;
}

galley_status charset_decode(galley_arena *arena, galley_slice bytes, const char *wanted, charset_result *out)
{
    const mark *found = find_mark(bytes);
    size_t skipped = found ? found->length : 0;
    *out = (charset_result){ .name = wanted, .sure = true };
    bytes = galley_slice_part(bytes, skipped, bytes.length);
    if (!wanted && found)
        out->name = found->name;
    else if (!wanted)
        find_name(arena, bytes, out);
    galley_status status = GALLEY_FORMAT;
    out->text = bytes;
    if (out->name && strcasecmp(out->name, "UTF-8") == 0)
        status = galley_text_valid(bytes, &out->bad_at) ? GALLEY_OK : GALLEY_FORMAT;
    else if (out->name)
        status = convert(arena, bytes, out);
    out->bad_at += skipped;
    return status;
}
