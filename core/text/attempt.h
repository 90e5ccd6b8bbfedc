/* SPDX-License-Identifier: MIT
 * One attempt to match a pattern at a place, for the lists that make many of them
 * (patterns.c).  Most attempts fail at the first two code points, and need no call. */
#ifndef CORE_TEXT_ATTEMPT_H
#define CORE_TEXT_ATTEMPT_H

#include "core/text/pattern.h"

static inline bool is_capital(uint32_t code)
{
    return code < 0x80 ? code >= 'A' && code <= 'Z' : utf8_letter(code) && galley_code_lower(code) != code;
}

static inline bool is_small_of(uint32_t want, uint32_t have)
{
    return have < 0x80 ? have >= 'A' && have <= 'Z' && have + 0x20 == want : galley_code_lower(have) == want;
}

/* A small letter of a pattern stands for its capital too. */
static inline bool same(uint32_t want, uint32_t have)
{
    return want == have || (want >= 'a' && want < 0x2E80 && have < 0x2E80 && is_small_of(want, have));
}

/* Whether a word can begin at `at`: no letter stands right before it. */
static inline bool word_starts(pattern_text text, size_t at)
{
    return at == 0 || at >= text.count || !text.spaced || text.spaced[at] || !utf8_letter(text.codes[at - 1]);
}

/* Whether a text can end with what the pattern ends with. */
bool pattern_may_end(const pattern *one, pattern_text text);

/* Where the match ends that a pattern has at `at`, at the end of the text if it must be
 * `whole`; SIZE_MAX when there is none. */
size_t pattern_match(const pattern *one, pattern_text text, size_t at, bool whole);

/* Whether what a pattern has at `index`, if that can be told at once, stands at `at`. */
static inline bool may_stand(const pattern *one, size_t index, pattern_text text, size_t at)
{
    uint32_t want = index < one->count ? one->codes[index] : PATTERN_ANY;
    if (want == PATTERN_PAGE || want == PATTERN_ANY)
        return true;
    if (at >= text.count)
        return false;
    uint32_t have = text.codes[at];
    if (want >= PATTERN_NAME)
        return is_capital(have);
    return want == PATTERN_NUMBER ? pattern_numeral(have) || have == ',' || have == '.' : same(want, have);
}

/* The same as pattern_match. */
static inline size_t pattern_attempt(const pattern *one, pattern_text text, size_t at, bool whole)
{
    bool may = may_stand(one, 0, text, at) && (one->codes[0] >= PATTERN_ATOMS || may_stand(one, 1, text, at + 1));
    return may ? pattern_match(one, text, at, whole) : SIZE_MAX;
}

#endif
