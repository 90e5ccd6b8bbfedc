/* SPDX-License-Identifier: MIT
 * The words of an issue, counted: the dictionary by which words are put together that
 * a line's end broke.  Small and capital letters are the same.  It holds numbers made
 * of words, not the words, and is bounded; words that find no room are not known. */
#ifndef CORE_TEXT_WORDS_H
#define CORE_TEXT_WORDS_H

#include <galley/issue.h>

#include "core/text/utf8.h"

struct words;

/* The words that stand whole within the lines of an issue.  Where `broken`, the first
 * and last of a line may be pieces and are left out.  NULL without memory. */
struct words *words_of_issue(galley_arena *arena, const galley_issue *issue, bool broken);

/* A word's number is made letter by letter, from WORD_NONE on.  A word with hyphens has
 * them in its number; its beginning up to a hyphen and its end from a hyphen on are
 * counted too. */
#define WORD_NONE 0xCBF29CE484222325u

/* Whether a code point is a hyphen, as one is set where a word is broken. */
static inline bool word_hyphen(uint32_t code)
{
    return code == '-' || code == 0xAD || code == 0x2010 || code == 0x2E17; /* soft, of Unicode, of Fraktur */
}

static inline uint64_t word_add_small(uint64_t key, uint32_t small)
{
    return (key ^ small) * 0x100000001B3u;
}

static inline uint64_t word_add(uint64_t key, uint32_t code)
{
    return word_add_small(key, word_hyphen(code) ? '-' : utf8_lower(code));
}

/* Whether a code point can stand in a word. */
static inline bool word_letter(uint32_t code)
{
    if (code < 0x80)
        return utf8_letter(code) || code - '0' < 10;
    return galley_code_class(code) & (GALLEY_LETTER | GALLEY_DIGIT | GALLEY_HANGUL | GALLEY_HAN | GALLEY_KANA);
}

/* The number of all words that begin so; counted where words may be broken without a sign. */
uint64_t word_beginning(uint64_t key);

/* How often a word stands in the issue. */
uint32_t words_count(const struct words *words, uint64_t key);

/* Where words may be broken without a sign: how well the last word of a line is known,
 * compared with a word inside a line.  Near 1 where lines end between words. */
float words_known_at_ends(const struct words *words);

#endif
