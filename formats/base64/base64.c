/* SPDX-License-Identifier: MIT
 * Three bytes are four signs.  Taken back only as they are written: a text of another
 * length, a foreign sign or a bit behind the end is a defect, so that one picture has
 * one text. */
#include "formats/base64/base64.h"

static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static unsigned byte_at(galley_slice bytes, size_t at)
{
    return at < bytes.length ? (unsigned char)bytes.text[at] : 0;
}

void galley_base64_put(galley_buffer *out, galley_slice bytes)
{
    for (size_t i = 0; i < bytes.length; i += 3) {
        unsigned group = byte_at(bytes, i) << 16 | byte_at(bytes, i + 1) << 8 | byte_at(bytes, i + 2);
        size_t left = bytes.length - i;
        const char four[4] = { signs[group >> 18], signs[group >> 12 & 63], left > 1 ? signs[group >> 6 & 63] : '=',
                               left > 2 ? signs[group & 63] : '=' };
        galley_buffer_add(out, (galley_slice){ four, sizeof four });
    }
}

/* The value of four signs; false when one is foreign. */
static bool group_of(const char *four, size_t count, unsigned *group)
{
    *group = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *sign = i < count ? memchr(signs, four[i], sizeof signs - 1) : signs;
        if (!sign)
            return false;
        *group = *group << 6 | (unsigned)(sign - signs);
    }
    return true;
}

bool galley_base64_take(galley_buffer *out, galley_slice text)
{
    if (text.length % 4)
        return false;
    for (size_t i = 0; i < text.length; i += 4) {
        const char *four = text.text + i;
        bool last = i + 4 == text.length;
        size_t count = last && four[3] == '=' ? (four[2] == '=' ? 2 : 3) : 4;
        unsigned group;
        if (!group_of(four, count, &group) || (group & ((1u << 8 * (4 - count)) - 1)))
            return false;
        const char three[3] = { (char)(group >> 16), (char)(group >> 8 & 255), (char)(group & 255) };
        galley_buffer_add(out, (galley_slice){ three, count - 1 });
    }
    return true;
}
