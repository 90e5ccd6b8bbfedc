/* SPDX-License-Identifier: MIT
 * One pattern, matched at one place by backtracking; patterns are a dozen code points
 * long, and * is bounded, so the worst case is small. */
#include "core/text/attempt.h"

#define ANY_LONGEST 16
#define NUMBER_LONGEST 8
#define NAME_WORDS 6    /* of @ and ^ */
#define NAME_LONGEST 48 /* their code points */
#define SMALL_WORD 3    /* de, von, and: what may stand between the words of a name */

static bool word_ends(pattern_text text, size_t at)
{
    return at == text.count || !text.spaced || text.spaced[at] ||
           !(galley_code_class(text.codes[at]) & (GALLEY_LETTER | GALLEY_DIGIT));
}

size_t pattern_page(pattern_text text, size_t at)
{
    size_t end = at;
    if (end + 1 < text.count && text.codes[end] >= 'A' && text.codes[end] <= 'Z' && word_starts(text, at))
        end += text.codes[end + 1] == '-' && end + 2 < text.count ? 2 : 1;
    size_t digits = end;
    while (end < text.count && end - digits < NUMBER_LONGEST && pattern_numeral(text.codes[end]))
        end++;
    return end > digits ? end : SIZE_MAX;
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
    size_t longest = 0, digits = 0;
    while (digits < NUMBER_LONGEST && at + longest < text.count) {
        bool digit = pattern_numeral(text.codes[at + longest]);
        if (!digit && !pattern_parts_thousands(text, at + longest))
            break;
        digits += digit;
        longest++;
    }
    for (; longest > 0; longest--) {
        size_t end = match_from(try, index + 1, at + longest);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

static size_t match_page(const attempt *try, size_t index, size_t at)
{
    size_t end = pattern_page(try->text, at);
    return end == SIZE_MAX ? SIZE_MAX : match_from(try, index + 1, end);
}

/* A sentence ends there; Dec. 15 is none. */
static bool ends_sentence(pattern_text text, size_t at)
{
    bool day = text.codes[at] == '.' && at + 1 < text.count && pattern_digit(text.codes[at + 1]);
    return !day && galley_code_class(text.codes[at]) & GALLEY_STOP;
}

static size_t match_any(const attempt *try, size_t index, size_t at)
{
    pattern_text text = try->text;
    size_t halves = 0; /* letters of an alphabet are half as wide as characters, and count so */
    uint32_t next = index + 1 < try->one->count ? try->one->codes[index + 1] : PATTERN_ATOMS;
    for (size_t skipped = 0; halves <= 2 * ANY_LONGEST && at + skipped <= text.count; skipped++) {
        bool fits = next >= PATTERN_ATOMS || (at + skipped < text.count && same(next, text.codes[at + skipped]));
        size_t end = fits ? match_from(try, index + 1, at + skipped) : SIZE_MAX;
        if (end != SIZE_MAX)
            return end;
        if (at + skipped == text.count || ends_sentence(text, at + skipped))
            break;
        halves += utf8_letter(text.codes[at + skipped]) ? 1 : 2;
    }
    return SIZE_MAX;
}

/* Where the word that begins at `at` ends: letters, with marks that stand inside names. */
static size_t end_of_word(pattern_text text, size_t at)
{
    size_t end = at;
    while (end < text.count && (end == at || !text.spaced || !text.spaced[end]) &&
           (utf8_letter(text.codes[end]) ||
            (end > at && (text.codes[end] == '-' || text.codes[end] == '\'' || text.codes[end] == 0x2019))))
        end++;
    return end;
}

static bool all_capitals(pattern_text text, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        if (utf8_letter(text.codes[at]) && !is_capital(text.codes[at]))
            return false;
    return true;
}

/* The ends of a name of one word, two words and so on; their number. */
static size_t name_ends(pattern_text text, size_t at, bool capitals, size_t ends[2 * NAME_WORDS])
{
    size_t count = 0, from = at;
    for (size_t word = 0; word < NAME_WORDS && from < text.count && from < at + NAME_LONGEST; word++) {
        bool named = is_capital(text.codes[from]);
        if (!named && (capitals || from == at))
            break;
        size_t end = end_of_word(text, from);
        named = named && (!capitals || all_capitals(text, from, end));
        if (end == from || (!named && (end - from > SMALL_WORD || capitals || from == at)))
            break;
        if (named)
            ends[count++] = end;
        if (end < text.count && text.codes[end] == '.' && named) /* J. Smith */
            ends[count++] = ++end;
        from = end;
    }
    return count;
}

static size_t match_name(const attempt *try, size_t index, size_t at)
{
    size_t ends[2 * NAME_WORDS];
    bool capitals = try->one->codes[index] == PATTERN_CAPITALS;
    size_t count = at < try->text.count && word_starts(try->text, at) ? name_ends(try->text, at, capitals, ends) : 0;
    while (count--) {
        size_t end = match_from(try, index + 1, ends[count]);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

typedef size_t atom_match(const attempt *, size_t, size_t);

static atom_match *const atom_matches[] = {
    [PATTERN_NUMBER - PATTERN_ATOMS] = match_number, [PATTERN_PAGE - PATTERN_ATOMS] = match_page,
    [PATTERN_ANY - PATTERN_ATOMS] = match_any,       [PATTERN_NAME - PATTERN_ATOMS] = match_name,
    [PATTERN_CAPITALS - PATTERN_ATOMS] = match_name,
};

static size_t match_from(const attempt *try, size_t index, size_t at)
{
    const pattern *one = try->one;
    pattern_text text = try->text;
    while (index < one->count) {
        if (one->codes[index] >= PATTERN_ATOMS)
            return atom_matches[one->codes[index] - PATTERN_ATOMS](try, index, at);
        if (at >= text.count || !same(one->codes[index], text.codes[at]))
            return SIZE_MAX;
        at++;
        index++;
    }
    if (try->whole && at != text.count)
        return SIZE_MAX;
    return one->word_last && !word_ends(text, at) ? SIZE_MAX : at;
}

bool pattern_may_end(const pattern *one, pattern_text text)
{
    uint32_t last = one->codes[one->count - 1], end = text.count ? text.codes[text.count - 1] : 0;
    if (last < PATTERN_ATOMS)
        return same(last, end);
    return (last != PATTERN_NUMBER && last != PATTERN_PAGE) || pattern_numeral(end);
}

size_t pattern_match(const pattern *one, pattern_text text, size_t at, bool whole)
{
    if (whole && !pattern_may_end(one, text))
        return SIZE_MAX;
    if (one->word_first && !word_starts(text, at))
        return SIZE_MAX;
    return match_from(&(attempt){ one, text, whole }, 0, at);
}
