/* SPDX-License-Identifier: MIT
 * What the repair and the writers need to know of Unicode: code points, white
 * space, classes, display cells.  The data are utf8proc's (Unicode 15); the
 * questions are a compositor's. */
#ifndef GALLEY_TEXT_H
#define GALLEY_TEXT_H

#include <stdint.h>

#include <galley/slice.h>

/* The code point at *at, which moves behind it; *at < end.  Bytes that are no
 * UTF-8 yield U+FFFD one at a time. */
GALLEY_API uint32_t galley_text_next(const char **at, const char *end);

/* The code point before *at, which moves to its first byte; start < *at. */
GALLEY_API uint32_t galley_text_previous(const char *start, const char **at);

/* Writes a code point as UTF-8 into `out` (room for 4); returns the bytes. */
GALLEY_API size_t galley_text_encode(uint32_t code, char *out);

/* Whether all of it is UTF-8 (no surrogates, no overlong forms); when not,
 * *bad_at, if given, is the offset of the first bad byte. */
GALLEY_API bool galley_text_valid(galley_slice text, size_t *bad_at);

/* Code points in a text. */
GALLEY_API size_t galley_text_length(galley_slice text);

/* Byte offset of the code point number `index` (its length when past the end). */
GALLEY_API size_t galley_text_offset(galley_slice text, size_t index);

/* White space as the law of conservation counts it: Unicode White_Space and
 * the four ASCII separators U+001C..1F. */
GALLEY_API bool galley_code_space(uint32_t code);

/* Display cells in a monospaced grid: 0 (marks, controls), 1 or 2 (full width;
 * ambiguous ones such as the curly quotes count 2 where `east_asian`). */
GALLEY_API int galley_code_cells(uint32_t code, bool east_asian);
GALLEY_API int galley_text_cells(galley_slice text, bool east_asian);

/* What a compositor sees in a character; one bit each, a character may have several. */
enum galley_class {
    GALLEY_HAN = 1 << 0,
    GALLEY_KANA = 1 << 1,
    GALLEY_HANGUL = 1 << 2,
    GALLEY_LETTER = 1 << 3,   /* of an alphabet: Latin, Cyrillic, Greek, Arabic … */
    GALLEY_DIGIT = 1 << 4,    /* decimal digits, full width ones too */
    GALLEY_OPENING = 1 << 5,  /* “‘（《【 and ( [ : never ends a line */
    GALLEY_CLOSING = 1 << 6,  /* ”’）》】 and ) ] : never begins a line */
    GALLEY_STOP = 1 << 7,     /* 。！？…. ! ? : ends a sentence */
    GALLEY_PAUSE = 1 << 8,    /* ，、；：, ; : : stands inside a sentence */
    GALLEY_DASH = 1 << 9,     /* — – - ─ ～ */
    GALLEY_ORNAMENT = 1 << 10, /* ▶ ◆ ■ □ ● ★ and other guide signs */
    GALLEY_SPACE = 1 << 11,
    GALLEY_FULLWIDTH = 1 << 12 /* two cells by itself (East Asian Wide or Fullwidth) */
};
GALLEY_API unsigned galley_code_class(uint32_t code);

/* Joined without a space when two lines meet: Han, kana, full-width forms and
 * their punctuation; not Hangul (CSS Text 4, segment break transformation). */
GALLEY_API bool galley_code_joins(uint32_t code);

/* The small letter of a capital; everything else as it is. */
GALLEY_API uint32_t galley_code_lower(uint32_t code);

/* The code points a text begins and ends with, white space aside; 0 when none. */
GALLEY_API uint32_t galley_text_first(galley_slice text);
GALLEY_API uint32_t galley_text_last(galley_slice text);

/* Writes `text` without any white space to `out` (room for text.length bytes);
 * returns the bytes written. */
GALLEY_API size_t galley_text_squeeze(galley_slice text, char *out);

#endif
