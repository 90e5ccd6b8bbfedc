/* SPDX-License-Identifier: MIT
 * Code points read where every character is looked at: ASCII and the three bytes of
 * most of what East Asia prints need no call, and few of them may be a space. */
#ifndef CORE_TEXT_UTF8_H
#define CORE_TEXT_UTF8_H

#include <galley/text.h>

/* Whether a code point of three bytes stands at `at`, and none of those (E0, ED) of which
 * not all are allowed. */
static inline bool utf8_is_three(const char *at, const char *end)
{
    const unsigned char *bytes = (const unsigned char *)at;
    return end - at >= 3 && (bytes[0] - 0xE1u) < 0xF0 - 0xE1 && bytes[0] != 0xED &&
           ((bytes[1] ^ 0x80) | (bytes[2] ^ 0x80)) < 0x40;
}

/* As galley_text_next. */
static inline uint32_t utf8_next(const char **at, const char *end)
{
    const unsigned char *bytes = (const unsigned char *)*at;
    if (bytes[0] < 0x80) {
        ++*at;
        return bytes[0];
    }
    if (!utf8_is_three(*at, end))
        return galley_text_next(at, end);
    *at += 3;
    return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
}

/* Whether a code point is a letter of an alphabet, and the small letter of a capital: as
 * galley_code_class and galley_code_lower say. */
static inline bool utf8_letter(uint32_t code)
{
    return code < 0x80 ? (code | 0x20) - 'a' < 26 : (galley_code_class(code) & GALLEY_LETTER) != 0;
}

static inline uint32_t utf8_lower(uint32_t code)
{
    return code < 0x80 ? code + (code - 'A' < 26 ? 0x20 : 0) : galley_code_lower(code);
}

/* As galley_code_space. */
static inline bool utf8_space(uint32_t code)
{
    return (code <= ' ' || (code >= 0x7F && code <= 0x3000)) && galley_code_space(code);
}

#endif
