/* SPDX-License-Identifier: MIT
 * Code points read where every character is looked at: ASCII and the three bytes of
 * most of what East Asia prints need no call, and few of them may be a space. */
#ifndef CORE_TEXT_UTF8_H
#define CORE_TEXT_UTF8_H

#include <galley/text.h>

/* The code point of three bytes that stands at `at`; 0 where none does, or one that begins with
 * E0 or ED, of which not all are allowed. */
static inline uint32_t utf8_three(const char *at, const char *end)
{
    const unsigned char *bytes = (const unsigned char *)at;
    if (end - at < 3)
        return 0;
    uint32_t all = (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
    uint32_t code = (all >> 4 & 0xF000) | (all >> 2 & 0x0FC0) | (all & 0x3F);
    return (all & 0xF0C0C0) == 0xE08080 && 0xDFFEu >> (code >> 12) & 1 ? code : 0;
}

/* As galley_text_next. */
static inline uint32_t utf8_next(const char **at, const char *end)
{
    unsigned char first = (unsigned char)**at;
    if (first < 0x80) {
        ++*at;
        return first;
    }
    uint32_t code = utf8_three(*at, end);
    if (!code)
        return galley_text_next(at, end);
    *at += 3;
    return code;
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
