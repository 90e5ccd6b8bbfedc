/* SPDX-License-Identifier: MIT
 * Unicode as a compositor asks for it, over utf8proc's data.  Classes come from
 * the general category; the tables below name only what a category cannot tell:
 * which marks end a sentence, which ones ornament a guide. */
#include "core/text/utf8.h"

#include <utf8proc.h>

#define REPLACEMENT 0xFFFDu

/* What the short way (utf8.h) does not read. */
static uint32_t next_by_library(const char **at, const char *end)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)*at, end - *at, &code);
    *at += used > 0 ? used : 1;
    return used > 0 ? (uint32_t)code : REPLACEMENT;
}

uint32_t galley_text_next(const char **at, const char *end)
{
    return (unsigned char)**at < 0x80 || utf8_is_three(*at, end) ? utf8_next(at, end) : next_by_library(at, end);
}

uint32_t galley_text_previous(const char *start, const char **at)
{
    const char *end = *at, *from = end - 1;
    while (from > start && end - from < 4 && ((unsigned char)*from & 0xC0) == 0x80)
        --from;
    const char *after = from;
    uint32_t code = galley_text_next(&after, end);
    if (after != end) { /* no whole character ends here: take one byte */
        *at = end - 1;
        return REPLACEMENT;
    }
    *at = from;
    return code;
}

size_t galley_text_encode(uint32_t code, char *out)
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = REPLACEMENT;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

/* Behind the code points of three bytes, and those of ASCII, that stand there. */
static const char *pass_common(const char *at, const char *end)
{
    for (const char *from = NULL; from != at;) {
        from = at;
        while (utf8_is_three(at, end))
            at += 3;
        while (at < end && (unsigned char)*at < 0x80)
            at++;
    }
    return at;
}

bool galley_text_valid(galley_slice text, size_t *bad_at)
{
    const char *end = galley_slice_end(text);
    for (const char *at = pass_common(text.text, end); at < end; at = pass_common(at, end)) {
        utf8proc_int32_t code;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &code);
        if (used <= 0) {
            if (bad_at)
                *bad_at = (size_t)(at - text.text);
            return false;
        }
        at += used;
    }
    return true;
}

size_t galley_text_length(galley_slice text)
{
    size_t count = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end; ++count)
        galley_text_next(&at, end);
    return count;
}

size_t galley_text_offset(galley_slice text, size_t index)
{
    const char *at = text.text, *end = galley_slice_end(text);
    while (at < end && index--)
        galley_text_next(&at, end);
    return (size_t)(at - text.text);
}

bool galley_code_space(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x1F);
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Narrow by Unicode, but cut for a whole square in an East Asian fount. */
static bool ambiguous_wide(uint32_t code)
{
    return code == 0x2018 || code == 0x2019 || code == 0x201C || code == 0x201D || code == 0x2014 || code == 0x2015 ||
           code == 0x2026 || code == 0xB7 || code == 0xD7 || code == 0x2103 || code == 0x2116 || code == 0x203B ||
           (code >= 0x2190 && code <= 0x2199) || (code >= 0x2460 && code <= 0x24FF) ||
           (code >= 0x2500 && code <= 0x257F) || (code >= 0x25A0 && code <= 0x2606) ||
           (code >= 0x2160 && code <= 0x2179);
}

int galley_code_cells(uint32_t code, bool east_asian)
{
    if (code < 0x300)
        return code < 0x20 || (code >= 0x7F && code < 0xA0) ? 0 : east_asian && ambiguous_wide(code) ? 2 : 1;
    if (code >= 0x4E00 && code <= 0x9FFF)
        return 2;
    if (east_asian && ambiguous_wide(code))
        return 2;
    return utf8proc_charwidth((utf8proc_int32_t)code);
}

int galley_text_cells(galley_slice text, bool east_asian)
{
    int cells = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        cells += galley_code_cells(galley_text_next(&at, end), east_asian);
    return cells;
}

/* Code points with bits that their category does not give. */
static const struct {
    uint32_t first, last;
    unsigned bits;
} particular[] = {
    { '!', '!', GALLEY_STOP },           { ',', ',', GALLEY_PAUSE },          { '.', '.', GALLEY_STOP },
    { ':', ';', GALLEY_PAUSE },          { '?', '?', GALLEY_STOP },           { 0x2010, 0x2012, GALLEY_DASH },
    { 0x2022, 0x2022, GALLEY_ORNAMENT }, { 0x2026, 0x2026, GALLEY_STOP },     { 0x25A0, 0x25FF, GALLEY_ORNAMENT },
    { 0x2600, 0x2606, GALLEY_ORNAMENT }, { 0x2666, 0x2666, GALLEY_ORNAMENT }, { 0x2700, 0x27BF, GALLEY_ORNAMENT },
    { 0x3001, 0x3001, GALLEY_PAUSE },    { 0x3002, 0x3002, GALLEY_STOP },     { 0xFF01, 0xFF01, GALLEY_STOP },
    { 0xFF0C, 0xFF0C, GALLEY_PAUSE },    { 0xFF0E, 0xFF0E, GALLEY_STOP },     { 0xFF1A, 0xFF1B, GALLEY_PAUSE },
    { 0xFF1F, 0xFF1F, GALLEY_STOP },     { 0xFF5E, 0xFF5E, GALLEY_DASH },     { 0xFF61, 0xFF61, GALLEY_STOP },
    { 0xFF64, 0xFF64, GALLEY_PAUSE },
};

static unsigned particular_bits(uint32_t code)
{
    size_t low = 0, high = sizeof particular / sizeof *particular;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code < particular[middle].first)
            high = middle;
        else if (code > particular[middle].last)
            low = middle + 1;
        else
            return particular[middle].bits;
    }
    return 0;
}

static unsigned letter_bits(uint32_t code)
{
    if ((code >= 0x3041 && code <= 0x30FF) || (code >= 0x31F0 && code <= 0x31FF) || (code >= 0xFF66 && code <= 0xFF9F))
        return GALLEY_KANA;
    if ((code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF) || (code >= 0x3131 && code <= 0x318E))
        return GALLEY_HANGUL;
    if ((code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3005 && code <= 0x3007) ||
        (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
        (code >= 0x20000 && code <= 0x3FFFF))
        return GALLEY_HAN;
    return GALLEY_LETTER;
}

static unsigned category_bits(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return letter_bits(code);
    case UTF8PROC_CATEGORY_ND:
        return GALLEY_DIGIT;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return GALLEY_OPENING;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return GALLEY_CLOSING;
    case UTF8PROC_CATEGORY_PD:
        return GALLEY_DASH;
    default:
        return 0;
    }
}

#define ____ GALLEY_SPACE
#define LETR GALLEY_LETTER
#define DIGT GALLEY_DIGIT
#define OPEN GALLEY_OPENING
#define CLOS GALLEY_CLOSING
#define STOP GALLEY_STOP
#define PAUS GALLEY_PAUSE
#define DASH GALLEY_DASH

/* ASCII without the way through the library: most of what an alphabet prints. */
static const uint16_t ascii[0x80] = {
    /* clang-format off */
    0,    0,    0,    0,    0,    0,    0,    0,    0,    ____, ____, ____, ____, ____, 0,    0,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    ____, ____, ____, ____,
    ____, STOP, 0,    0,    0,    0,    0,    0,    OPEN, CLOS, 0,    0,    PAUS, DASH, STOP, 0,    /*  !"#$%&'()*+,-./ */
    DIGT, DIGT, DIGT, DIGT, DIGT, DIGT, DIGT, DIGT, DIGT, DIGT, PAUS, PAUS, 0,    0,    0,    STOP, /* 0123456789:;<=>? */
    0,    LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, /* @ABC … */
    LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, OPEN, 0,    CLOS, 0,    0,    /* … XYZ[\]^_ */
    0,    LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, /* `abc … */
    LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, LETR, OPEN, 0,    CLOS, 0,    0,    /* … xyz{|}~ */
    /* clang-format on */
};

unsigned galley_code_class(uint32_t code)
{
    if (code < 0x80)
        return ascii[code];
    if (code >= 0x4E00 && code <= 0x9FFF)
        return GALLEY_HAN | GALLEY_FULLWIDTH;
    if (galley_code_space(code))
        return GALLEY_SPACE;
    unsigned bits = particular_bits(code) | category_bits(code);
    return utf8proc_charwidth((utf8proc_int32_t)code) == 2 ? bits | GALLEY_FULLWIDTH : bits;
}

bool galley_code_joins(uint32_t code)
{
    unsigned bits = galley_code_class(code);
    if (bits & GALLEY_HANGUL)
        return false;
    return (bits & (GALLEY_HAN | GALLEY_KANA | GALLEY_FULLWIDTH)) || ambiguous_wide(code);
}

uint32_t galley_code_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 0x20 : code;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t galley_text_first(galley_slice text)
{
    text = galley_slice_trim(text);
    const char *at = text.text;
    return text.length ? galley_text_next(&at, text.text + text.length) : 0;
}

uint32_t galley_text_last(galley_slice text)
{
    text = galley_slice_trim(text);
    const char *at = galley_slice_end(text);
    return text.length ? galley_text_previous(text.text, &at) : 0;
}

size_t galley_text_squeeze(galley_slice text, char *out)
{
    size_t length = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        const char *from = at;
        if (galley_code_space(galley_text_next(&at, end)))
            continue;
        memmove(out + length, from, (size_t)(at - from));
        length += (size_t)(at - from);
    }
    return length;
}
