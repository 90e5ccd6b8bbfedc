/* SPDX-License-Identifier: MIT
 * Patterns of language packs: 下转第#版, Continued_on_page_%, By_@.
 *
 *     #   a number, in Arabic or Chinese numerals: 12, 12,345, 十二
 *     %   the name of a page: a number, or one with a letter before it: 5, A5, B-2
 *     *   up to sixteen characters of anything but a stop, or twice as many letters
 *     @   a name: up to six words that begin with a capital, small words between them
 *     ^   the same in capitals throughout: LONDON
 *     _   nothing: a space to the reader
 *
 * The rest is literal, compared with full and half width folded together; a small
 * letter stands for its capital as well.  Texts are arrays of folded code points
 * without spaces; a pattern that begins or ends with a letter of an alphabet begins
 * or ends with a word there. */
#ifndef CORE_TEXT_PATTERN_H
#define CORE_TEXT_PATTERN_H

#include <stdint.h>

#include <galley/arena.h>
#include <galley/slice.h>

#include "core/text/utf8.h"

typedef struct pattern {
    const uint32_t *codes; /* literals, or one of the atoms below */
    size_t count;
    bool literal;               /* no atom: it has one length */
    bool word_first, word_last; /* begins, ends with a letter of an alphabet: whole words only */
    uint64_t needs;             /* a bit for each of its literals: a text without one of them has no match */
} pattern;

enum {
    PATTERN_ATOMS = 0x200000, /* beyond all code points */
    PATTERN_NUMBER = PATTERN_ATOMS,
    PATTERN_PAGE,
    PATTERN_ANY,
    PATTERN_NAME,
    PATTERN_CAPITALS
};

#define PATTERN_ROWS 256

/* Patterns by one code point: row r holds numbers[from[r]] to numbers[from[r + 1]]. */
typedef struct pattern_rows {
    uint32_t from[PATTERN_ROWS + 1];
    const uint32_t *numbers;
} pattern_rows;

/* The rows that are not empty: one bit each. */
typedef struct pattern_bits {
    uint64_t of[PATTERN_ROWS / 64];
} pattern_bits;

/* A list of patterns.  A text is compared with few of them: those that may begin or end
 * with its first or last code point, by their low bytes. */
typedef struct pattern_list {
    pattern *items;
    size_t count, room;
    const pattern_rows *firsts, *lasts;
    pattern_bits may_first, may_last; /* their rows */
    const pattern_rows *opens;        /* by their first code points those that have an atom, but not first … */
    const uint32_t *loose;            /* … and those that begin with one */
    const uint32_t *named;            /* those that end with a name: they stand in no row of `lasts` */
    size_t loose_count, named_count;
    bool words; /* all of them begin with words: they stand nowhere else */
} pattern_list;

/* A text as patterns see it: without spaces, but knowing where they stood. */
typedef struct pattern_text {
    const uint32_t *codes;
    size_t count;
    const bool *spaced; /* of each, whether a word may begin there: a space or a line's end before it; or NULL */
    uint64_t lacks;     /* of pattern_lacks, of it or of more than it; 0 where nobody looked */
} pattern_text;

/* A text whose spaces are not known. */
static inline pattern_text pattern_of(const uint32_t *codes, size_t count)
{
    return (pattern_text){ codes, count, NULL, 0 };
}

/* Its code points [from, to). */
static inline pattern_text pattern_part(pattern_text text, size_t from, size_t to)
{
    return (pattern_text){ text.codes + from, to - from, text.spaced ? text.spaced + from : NULL, text.lacks };
}

/* Full-width ASCII and look-alikes brought to one form: （ and ( are the same. */
static inline uint32_t pattern_fold(uint32_t code)
{
    if (code < 0x2015 || (code > 0x4E28 && code < 0xFF01))
        return code;
    if (code >= 0xFF01 && code <= 0xFF5E)
        return code - 0xFEE0;
    if (code == 0x2015 || code == 0x2500)
        return 0x2014;
    return code == 0xFF5C || code == 0x4E28 || code == 0x2502 ? '|' : code;
}

static inline bool pattern_digit(uint32_t folded)
{
    return folded - '0' < 10;
}

/* Whether a code point is a numeral that # accepts. */
bool pattern_numeral_han(uint32_t folded);

/* The low six bits of 〇一二三四五六七八九零两十百千, which few other characters have. */
#define PATTERN_NUMERALS UINT64_C(0x404028102810128B)

static inline bool pattern_numeral(uint32_t folded)
{
    return folded < 0x3007 ? pattern_digit(folded)
                           : PATTERN_NUMERALS >> (folded & 63) & 1 && pattern_numeral_han(folded);
}

/* 12,345 and 12.345: whether a mark with three digits behind it, and no more, only parts them. */
bool pattern_parts_thousands(pattern_text text, size_t at);

/* The value of the first number in a run of folded code points (二十三 and 23
 * alike), at most PATTERN_LARGEST; -1 when there is none. */
#define PATTERN_LARGEST 999999999
long pattern_value(pattern_text text);

/* Where the name of a page that begins at `at` ends; SIZE_MAX when there is none. */
size_t pattern_page(pattern_text text, size_t at);

/* Bits of code points that a text surely has not: a pattern that needs one of them is nowhere in it. */
uint64_t pattern_lacks(const uint32_t *codes, size_t count);

/* Adds the patterns of a list, separated by spaces. */
bool pattern_parse(galley_arena *arena, galley_slice words, pattern_list *out);

/* A match takes the fewest code points for *, the longest number for #. */

/* The low byte of a code point, capitals as small letters: its row. */
static inline uint8_t pattern_row(uint32_t code)
{
    return (uint8_t)(code < 0x2E80 ? utf8_lower(code) : code);
}

static inline bool pattern_has_row(const pattern_bits *rows, size_t row)
{
    return rows->of[row / 64] >> row % 64 & 1;
}

/* Whether a list has patterns that begin, or end, with such a code point. */
static inline bool pattern_may(const pattern_bits *rows, uint32_t code)
{
    return pattern_has_row(rows, pattern_row(code));
}

/* The same as pattern_starts and pattern_ends, which ask first whether the text may. */
size_t pattern_starts_there(const pattern_list *list, pattern_text text);
size_t pattern_ends_there(const pattern_list *list, pattern_text text);

/* The first pattern of the list that the text begins with; its end, or SIZE_MAX. */
static inline size_t pattern_starts(const pattern_list *list, pattern_text text)
{
    bool may = !text.count || pattern_may(&list->may_first, text.codes[0]);
    return may ? pattern_starts_there(list, text) : SIZE_MAX;
}

/* The pattern that the text ends with and that begins earliest; its start, or SIZE_MAX. */
static inline size_t pattern_ends(const pattern_list *list, pattern_text text)
{
    bool may = text.count && pattern_may(&list->may_last, text.codes[text.count - 1]);
    return may ? pattern_ends_there(list, text) : SIZE_MAX;
}

/* The first place at or after `from` where a pattern matches; its start, or
 * SIZE_MAX; *end is where it ends. */
size_t pattern_find(const pattern_list *list, pattern_text text, size_t from, size_t *end);

/* Whether one pattern can be the whole text. */
bool pattern_whole_there(const pattern_list *list, pattern_text text);

/* Whether it can, by the first and the last code point. */
static inline bool pattern_may_be(const pattern_list *list, uint32_t first, uint32_t last)
{
    return pattern_may(&list->may_first, first) && pattern_may(&list->may_last, last);
}

static inline bool pattern_whole(const pattern_list *list, pattern_text text)
{
    bool may = !text.count || pattern_may_be(list, text.codes[0], text.codes[text.count - 1]);
    return may && pattern_whole_there(list, text);
}

#endif
