/* SPDX-License-Identifier: MIT
 * Patterns matched by backtracking; they are a dozen code points long, and * is
 * bounded, so the worst case is small. */
#include "core/text/pattern.h"

#include <galley/text.h>

#define ANY_LONGEST 16
#define NUMBER_LONGEST 8

uint32_t pattern_fold(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        return code - 0xFEE0;
    if (code == 0x2015 || code == 0x2500)
        return 0x2014;
    return code == 0xFF5C || code == 0x4E28 || code == 0x2502 ? '|' : code;
}

static const char numerals[] = "〇一二三四五六七八九";

static int digit_value(uint32_t code)
{
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    const char *at = numerals, *end = numerals + sizeof numerals - 1;
    for (int value = 0; at < end; value++)
        if (galley_text_next(&at, end) == code)
            return value;
    return code == 0x96F6 /* 零 */ ? 0 : code == 0x4E24 /* 两 */ ? 2 : -1;
}

static int unit_value(uint32_t code)
{
    return code == 0x5341 ? 10 : code == 0x767E ? 100 : code == 0x5343 ? 1000 : 0; /* 十 百 千 */
}

bool pattern_numeral(uint32_t folded)
{
    return digit_value(folded) >= 0 || unit_value(folded) > 0;
}

static int64_t at_most(int64_t value)
{
    return value > PATTERN_LARGEST ? PATTERN_LARGEST : value;
}

long pattern_value(pattern_text text)
{
    size_t at = 0;
    while (at < text.count && !pattern_numeral(text.codes[at]))
        at++;
    if (at == text.count)
        return -1;
    int64_t total = 0, digits = -1;
    for (; at < text.count && pattern_numeral(text.codes[at]); at++) {
        int unit = unit_value(text.codes[at]);
        if (unit) {
            total = at_most(total + (digits < 0 ? 1 : digits) * unit);
            digits = -1;
        } else {
            digits = at_most((digits < 0 ? 0 : digits * 10) + digit_value(text.codes[at]));
        }
    }
    return (long)at_most(total + (digits < 0 ? 0 : digits));
}

static bool parse_one(galley_arena *arena, galley_slice word, pattern_list *out)
{
    uint32_t *codes = galley_arena_array(arena, word.length, sizeof *codes);
    pattern *made = codes ? galley_push(arena, out) : NULL;
    if (!made)
        return false;
    size_t count = 0;
    bool literal = true;
    for (const char *at = word.text, *end = galley_slice_end(word); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (code == '_')
            continue;
        literal &= code != '#' && code != '*';
        codes[count++] = code == '#' ? PATTERN_NUMBER : code == '*' ? PATTERN_ANY : pattern_fold(code);
    }
    *made = (pattern){ codes, count, literal };
    return true;
}

bool pattern_parse(galley_arena *arena, galley_slice words, pattern_list *out)
{
    const char *at = words.text, *end = galley_slice_end(words);
    while (at < end) {
        while (at < end && (*at == ' ' || *at == '\n'))
            at++;
        const char *from = at;
        while (at < end && *at != ' ' && *at != '\n')
            at++;
        if (at > from && !parse_one(arena, galley_slice_range(from, at), out))
            return false;
    }
    return true;
}

/* One attempt: a pattern, a text, and whether the match must reach its end. */
typedef struct attempt {
    const pattern *one;
    pattern_text text;
    bool whole;
} attempt;

static size_t match_from(const attempt *try, size_t index, size_t at);

static size_t match_number(const attempt *try, size_t index, size_t at)
{
    pattern_text text = try->text;
    size_t longest = 0;
    while (longest < NUMBER_LONGEST && at + longest < text.count && pattern_numeral(text.codes[at + longest]))
        longest++;
    for (; longest > 0; longest--) {
        size_t end = match_from(try, index + 1, at + longest);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

static size_t match_any(const attempt *try, size_t index, size_t at)
{
    pattern_text text = try->text;
    for (size_t skipped = 0; skipped <= ANY_LONGEST && at + skipped <= text.count; skipped++) {
        size_t end = match_from(try, index + 1, at + skipped);
        if (end != SIZE_MAX)
            return end;
        if (at + skipped < text.count && galley_code_class(text.codes[at + skipped]) & GALLEY_STOP)
            break;
    }
    return SIZE_MAX;
}

static size_t match_from(const attempt *try, size_t index, size_t at)
{
    const pattern *one = try->one;
    pattern_text text = try->text;
    while (index < one->count) {
        if (one->codes[index] == PATTERN_NUMBER)
            return match_number(try, index, at);
        if (one->codes[index] == PATTERN_ANY)
            return match_any(try, index, at);
        if (at >= text.count || text.codes[at] != one->codes[index])
            return SIZE_MAX;
        at++;
        index++;
    }
    return try->whole && at != text.count ? SIZE_MAX : at;
}

static size_t match(const pattern *one, pattern_text text, size_t at, bool whole)
{
    uint32_t first = one->count ? one->codes[0] : 0;
    bool literal = first != PATTERN_NUMBER && first != PATTERN_ANY;
    if (!one->count || (literal && (at >= text.count || text.codes[at] != first)))
        return SIZE_MAX;
    return match_from(&(attempt){ one, text, whole }, 0, at);
}

size_t pattern_match(const pattern *one, pattern_text text, size_t at)
{
    return match(one, text, at, false);
}

size_t pattern_starts(const pattern_list *list, pattern_text text)
{
    for (size_t i = 0; i < list->count; i++) {
        size_t end = pattern_match(&list->items[i], text, 0);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

/* No pattern is longer than this in code points, * and # at their longest. */
#define PATTERN_LONGEST 48

/* Where one pattern begins that ends with the text, the earliest one; SIZE_MAX for none. */
static size_t match_end(const pattern *one, pattern_text text)
{
    size_t from = text.count > PATTERN_LONGEST ? text.count - PATTERN_LONGEST : 0;
    uint32_t last = one->count ? one->codes[one->count - 1] : 0;
    if (!text.count || (one->literal && one->count > text.count) ||
        (last != PATTERN_NUMBER && last != PATTERN_ANY && last != text.codes[text.count - 1]))
        return SIZE_MAX;
    for (size_t at = one->literal ? text.count - one->count : from; at < text.count; at++)
        if (match(one, text, at, true) == text.count)
            return at;
    return SIZE_MAX;
}

size_t pattern_ends(const pattern_list *list, pattern_text text)
{
    size_t earliest = SIZE_MAX;
    for (size_t i = 0; i < list->count; i++) {
        size_t at = match_end(&list->items[i], text);
        earliest = at < earliest ? at : earliest;
    }
    return earliest;
}

size_t pattern_find(const pattern_list *list, pattern_text text, size_t from, size_t *end)
{
    for (size_t at = from; at < text.count; at++)
        for (size_t i = 0; i < list->count; i++) {
            size_t stop = pattern_match(&list->items[i], text, at);
            if (stop == SIZE_MAX)
                continue;
            *end = stop;
            return at;
        }
    return SIZE_MAX;
}

bool pattern_whole(const pattern_list *list, pattern_text text)
{
    for (size_t i = 0; i < list->count; i++)
        if (match(&list->items[i], text, 0, true) == text.count)
            return true;
    return false;
}
