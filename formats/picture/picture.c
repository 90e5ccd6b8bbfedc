/* SPDX-License-Identifier: MIT
 * A row for each kind: how its files begin, and where they say their size. */
#include "formats/picture/picture.h"

typedef struct bytes {
    const unsigned char *at;
    size_t count;
} bytes;

static uint32_t high_first(const unsigned char *at, unsigned count)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < count; i++)
        value = value << 8 | at[i];
    return value;
}

static uint32_t low_first(const unsigned char *at, unsigned count)
{
    uint32_t value = 0;
    for (unsigned i = count; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

static bool stands(bytes in, size_t at, const char *word)
{
    size_t length = strlen(word);
    return in.count >= at + length && memcmp(in.at + at, word, length) == 0;
}

/* Behind the signature the chunk IHDR, which begins with width and height. */
static void size_png(bytes in, galley_picture *out)
{
    if (in.count < 33 || !stands(in, 12, "IHDR"))
        return;
    out->width = high_first(in.at + 16, 4);
    out->height = high_first(in.at + 20, 4);
}

/* Behind an extension: two bytes, then runs behind their lengths up to an empty one. */
static size_t skip_extension(bytes in, size_t at)
{
    for (at += 2; at < in.count && in.at[at];)
        at += 1 + in.at[at];
    return at + 1;
}

/* Size, colours, extensions, and the head of an image: without one there is nothing to see. */
static void size_gif(bytes in, galley_picture *out)
{
    enum { HEAD = 13, HAS_COLOURS = 0x80, IMAGE_HEAD = 10 };
    size_t at = HEAD;
    if (in.count > HEAD && in.at[10] & HAS_COLOURS)
        at += (size_t)3 << ((in.at[10] & 7) + 1);
    while (at < in.count && in.at[at] == '!')
        at = skip_extension(in, at);
    if (in.count < at + IMAGE_HEAD || in.at[at] != ',')
        return;
    out->width = low_first(in.at + 6, 2);
    out->height = low_first(in.at + 8, 2);
}

/* Segments FF xx, length, content; a frame header is C0 to CF but for three of them. */
static void size_jpeg(bytes in, galley_picture *out)
{
    enum { TABLES = 0xC4, EXTENSION = 0xC8, ARITHMETIC = 0xCC, FILL = 0xFF };
    for (size_t at = 2; at + 9 < in.count && in.at[at] == FILL;) {
        unsigned char type = in.at[at + 1];
        if (type == FILL) {
            at++;
            continue;
        }
        if (type >= 0xC0 && type <= 0xCF && type != TABLES && type != EXTENSION && type != ARITHMETIC) {
            out->height = high_first(in.at + at + 5, 2);
            out->width = high_first(in.at + at + 7, 2);
            return;
        }
        at += 2 + high_first(in.at + at + 2, 2);
    }
}

/* RIFF, length, WEBP, then one of three kinds of chunk, each with a size of its own. */
static void size_webp(bytes in, galley_picture *out)
{
    if (in.count < 30)
        return;
    if (stands(in, 12, "VP8 ") && stands(in, 23, "\x9D\x01\x2A")) {
        out->width = low_first(in.at + 26, 2) & 0x3FFF;
        out->height = low_first(in.at + 28, 2) & 0x3FFF;
    } else if (stands(in, 12, "VP8L") && in.at[20] == 0x2F) {
        uint32_t size = low_first(in.at + 21, 4);
        out->width = (size & 0x3FFF) + 1;
        out->height = (size >> 14 & 0x3FFF) + 1;
    } else if (stands(in, 12, "VP8X")) {
        out->width = low_first(in.at + 24, 3) + 1;
        out->height = low_first(in.at + 27, 3) + 1;
    }
}

static const struct {
    const char *begins, *at_eight; /* what stands at byte 8; "": anything */
    const char *media_type, *ending;
    void (*size)(bytes in, galley_picture *out);
} rows[] = {
    { "\x89PNG\r\n\x1A\n", "", "image/png", "png", size_png },
    { "\xFF\xD8\xFF", "", "image/jpeg", "jpg", size_jpeg },
    { "GIF87a", "", "image/gif", "gif", size_gif },
    { "GIF89a", "", "image/gif", "gif", size_gif },
    { "RIFF", "WEBP", "image/webp", "webp", size_webp },
};

bool galley_picture_look(galley_slice text, galley_picture *out)
{
    bytes in = { (const unsigned char *)text.text, text.length };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (stands(in, 0, rows[i].begins) && stands(in, 8, rows[i].at_eight)) {
            *out = (galley_picture){ .media_type = rows[i].media_type, .ending = rows[i].ending };
            rows[i].size(in, out);
            return out->width > 0 && out->height > 0;
        }
    return false;
}
