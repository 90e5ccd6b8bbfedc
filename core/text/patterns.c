/* SPDX-License-Identifier: MIT
 * Lists of patterns: read from the packs, filed by the code points that they begin and
 * end with, and looked for in a text.  Most of a list is passed over unread. */
#include "core/text/attempt.h"

#include <string.h>

/* ---- What a text must have -------------------------------------------------------- */

/* The bit of a code point among 64: letters have theirs, marks and digits share ten. */
static inline uint64_t bit_of(uint32_t code)
{
    bool mark = code < 0x40 || code >> 8 == 0x20;
    return UINT64_C(1) << (mark ? (code & 1 ? 27 : 59) + code / 2 % 5 : code & 63);
}

static uint64_t bits_needed(const uint32_t *codes, size_t count)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++)
        bits |= codes[i] < PATTERN_ATOMS ? bit_of(codes[i]) : 0;
    return bits;
}

#define CAPITALS UINT64_C(0x07FFFFFE) /* the bits of A to Z; those of a to z are 32 further */

/* Capitals stand for small letters, too. */
uint64_t pattern_lacks(const uint32_t *codes, size_t count)
{
    uint64_t there = 0;
    for (size_t i = 0; i < count; i++) {
        if (codes[i] >= 0x2E80) {
            there |= UINT64_C(1) << (codes[i] & 63);
            continue;
        }
        there |= bit_of(codes[i]);
        if (codes[i] >= 0x80)
            there |= bit_of(galley_code_lower(codes[i]));
    }
    return ~(there | (there & CAPITALS) << 32);
}

/* ---- Reading the packs ------------------------------------------------------------ */

static uint32_t atom_of(uint32_t code)
{
    static const struct {
        char sign;
        uint32_t atom;
    } atoms[] = { { '#', PATTERN_NUMBER },
                  { '%', PATTERN_PAGE },
                  { '*', PATTERN_ANY },
                  { '@', PATTERN_NAME },
                  { '^', PATTERN_CAPITALS } };
    for (size_t i = 0; i < sizeof atoms / sizeof *atoms; i++)
        if (code == (unsigned char)atoms[i].sign)
            return atoms[i].atom;
    return pattern_fold(code);
}

static bool parse_one(galley_arena *arena, galley_slice word, pattern_list *out)
{
    uint32_t *codes = galley_arena_array(arena, word.length, sizeof *codes);
    size_t count = 0;
    bool literal = true;
    if (!codes)
        return false;
    for (const char *at = word.text, *end = galley_slice_end(word); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (code == '_')
            continue;
        codes[count] = atom_of(code);
        literal &= codes[count++] < PATTERN_ATOMS;
    }
    pattern *made = count ? galley_push(arena, out) : NULL;
    if (!made)
        return !count; /* nothing but _ is no pattern */
    *made = (pattern){ .codes = codes,
                       .count = count,
                       .literal = literal,
                       .needs = bits_needed(codes, count),
                       .word_first = codes[0] < PATTERN_ATOMS && utf8_letter(codes[0]),
                       .word_last = codes[count - 1] < PATTERN_ATOMS && utf8_letter(codes[count - 1]) };
    return true;
}

/* The rows a pattern stands in, by its code point at one end: [from, to), of them `only` those
 * with a bit, unless it is NULL. */
struct rows {
    size_t from, to;
    const pattern_bits *only;
};

/* The rows of 0-9 and 〇一二三四五六七八九零两十百千, with which numbers and pages end; those
 * with which they may begin, A-Z, comma and stop among them. */
static const pattern_bits number_ends = { { 0x03FF001000000289, 0x400028002000000A, 0x0000000000101000,
                                            0x0040000008000000 } };
static const pattern_bits number_firsts = { { 0x03FF501000000289, 0x47FFFFFE2000000A, 0x0000000000101000,
                                              0x0040000008000000 } };

static struct rows rows_of(uint32_t code, const pattern_bits *numbers)
{
    size_t row = pattern_row(code);
    if (code < PATTERN_ATOMS)
        return (struct rows){ row, row + 1, NULL };
    return (struct rows){ 0, PATTERN_ROWS, code == PATTERN_NUMBER || code == PATTERN_PAGE ? numbers : NULL };
}

static struct rows by_first(const pattern *one)
{
    return rows_of(one->codes[0], &number_firsts);
}

static bool ends_named(const pattern *one)
{
    return one->codes[one->count - 1] == PATTERN_NAME || one->codes[one->count - 1] == PATTERN_CAPITALS;
}

static struct rows by_last(const pattern *one)
{
    if (ends_named(one))
        return (struct rows){ 0, 0, NULL };
    return rows_of(one->codes[one->count - 1], &number_ends);
}

static bool is_loose(const pattern *one)
{
    return one->codes[0] >= PATTERN_ATOMS;
}

static struct rows by_first_if_open(const pattern *one)
{
    return one->literal || is_loose(one) ? (struct rows){ 0, 0, NULL } : by_first(one);
}

/* The next row of them, PATTERN_ROWS behind the last. */
static size_t next_row(struct rows *rows)
{
    while (rows->from < rows->to) {
        size_t row = rows->from++;
        if (!rows->only || pattern_has_row(rows->only, row))
            return row;
    }
    return PATTERN_ROWS;
}

/* The patterns of a list row by row, in each row in their order. */
static const pattern_rows *index_rows(galley_arena *arena, const pattern_list *list,
                                      struct rows (*stands_in)(const pattern *))
{
    size_t all = 0, filled[PATTERN_ROWS] = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        struct rows rows = stands_in(&list->items[i]);
        for (size_t row; (row = next_row(&rows)) < PATTERN_ROWS; all++)
            filled[row]++;
    }
    pattern_rows *made = galley_arena_alloc(arena, sizeof *made);
    uint32_t *numbers = galley_arena_array(arena, all + 1, sizeof *numbers);
    if (!made || !numbers)
        return NULL;
    for (size_t row = 0; row < PATTERN_ROWS; row++) {
        made->from[row + 1] = made->from[row] + (uint32_t)filled[row];
        filled[row] = made->from[row];
    }
    for (uint32_t i = 0; i < list->count; i++) {
        struct rows rows = stands_in(&list->items[i]);
        for (size_t row; (row = next_row(&rows)) < PATTERN_ROWS;)
            numbers[filled[row]++] = i;
    }
    made->numbers = numbers;
    return made;
}

static pattern_bits bits_of(const pattern_rows *rows)
{
    pattern_bits bits = { { 0 } };
    for (size_t row = 0; rows && row < PATTERN_ROWS; row++)
        bits.of[row / 64] |= (uint64_t)(rows->from[row] < rows->from[row + 1]) << row % 64;
    return bits;
}

/* The numbers of the patterns of a list that are such. */
static const uint32_t *number_those(galley_arena *arena, const pattern_list *list, bool (*are)(const pattern *),
                                    size_t *count)
{
    uint32_t *numbers = galley_arena_array(arena, list->count + 1, sizeof *numbers);
    *count = 0;
    for (uint32_t i = 0; numbers && i < list->count; i++)
        if (are(&list->items[i]))
            numbers[(*count)++] = i;
    return numbers;
}

static bool index_list(galley_arena *arena, pattern_list *list)
{
    list->firsts = index_rows(arena, list, by_first);
    list->lasts = index_rows(arena, list, by_last);
    list->opens = index_rows(arena, list, by_first_if_open);
    list->loose = number_those(arena, list, is_loose, &list->loose_count);
    list->named = number_those(arena, list, ends_named, &list->named_count);
    list->may_first = bits_of(list->firsts);
    list->may_last = bits_of(list->lasts);
    if (list->named_count)
        memset(&list->may_last, 0xFF, sizeof list->may_last);
    list->words = true;
    for (size_t i = 0; i < list->count; i++)
        list->words &= list->items[i].word_first;
    return list->loose && list->named && list->firsts && list->lasts && list->opens;
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
    return index_list(arena, out);
}

/* ---- Looking for them ------------------------------------------------------------- */

/* The patterns of one row, by which first or last code point they have. */
struct row {
    const uint32_t *at, *end;
};

static inline struct row row_for(const pattern_rows *rows, uint32_t code)
{
    const uint32_t *from = rows->from + pattern_row(code);
    return (struct row){ rows->numbers + from[0], rows->numbers + from[1] };
}

/* The patterns that may begin at `at`; an empty text may still match what may be nothing: * */
static inline struct row row_at(const pattern_list *list, pattern_text text, size_t at)
{
    return list->count ? row_for(list->firsts, at < text.count ? text.codes[at] : 0) : (struct row){ NULL, NULL };
}

size_t pattern_starts_there(const pattern_list *list, pattern_text text)
{
    struct row row = row_at(list, text, 0);
    for (; row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        size_t end = one->needs & text.lacks ? SIZE_MAX : pattern_attempt(one, text, 0, false);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

/* No pattern with an atom is longer than this in code points, * and # at their longest. */
#define PATTERN_LONGEST 64

static bool ends_at(const pattern *one, pattern_text text, size_t at)
{
    return pattern_attempt(one, text, at, true) == text.count;
}

/* Where the first pattern with an atom begins that ends with the text. */
static size_t open_end(const pattern_list *list, pattern_text text)
{
    size_t from = text.count > PATTERN_LONGEST ? text.count - PATTERN_LONGEST : 0, earliest = text.count;
    for (size_t at = from; at < earliest; at++) {
        struct row row = row_for(list->opens, text.codes[at]);
        bool starts = row.at < row.end && word_starts(text, at);
        for (; row.at < row.end; row.at++) {
            const pattern *one = &list->items[*row.at];
            if ((starts || !one->word_first) && ends_at(one, text, at))
                earliest = at;
        }
    }
    for (size_t i = 0; i < list->loose_count; i++) {
        const pattern *one = &list->items[list->loose[i]];
        bool may = pattern_may_end(one, text);
        for (size_t at = from; may && at < earliest; at++)
            if (ends_at(one, text, at))
                earliest = at;
    }
    return earliest < text.count ? earliest : SIZE_MAX;
}

/* Whether the last word has a capital: no text ends with a name where it has none. */
static bool may_end_named(pattern_text text)
{
    for (size_t at = text.count; at-- > 0;) {
        if (is_capital(text.codes[at]))
            return true;
        if (!text.spaced || text.spaced[at])
            return !text.spaced;
    }
    return false;
}

/* Whether a pattern with an atom, of those that may end with the text by their last code
 * points, does end so. */
static bool may_end_open(const pattern_list *list, struct row row, pattern_text text)
{
    for (; row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        if (!one->literal && !(one->needs & text.lacks) && pattern_may_end(one, text))
            return true;
    }
    if (!list->named_count || !may_end_named(text))
        return false;
    for (size_t i = 0; i < list->named_count; i++)
        if (!(list->items[list->named[i]].needs & text.lacks))
            return true;
    return false;
}

size_t pattern_ends_there(const pattern_list *list, pattern_text text)
{
    size_t earliest = SIZE_MAX;
    if (!text.count || !list->count)
        return SIZE_MAX;
    struct row lasts = row_for(list->lasts, text.codes[text.count - 1]);
    for (struct row row = lasts; row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        if (!one->literal || one->count > text.count || earliest <= text.count - one->count)
            continue;
        if (pattern_attempt(one, text, text.count - one->count, true) == text.count)
            earliest = text.count - one->count;
    }
    size_t at = may_end_open(list, lasts, text) ? open_end(list, text) : SIZE_MAX;
    return at < earliest ? at : earliest;
}

size_t pattern_find(const pattern_list *list, pattern_text text, size_t from, size_t *end)
{
    for (size_t at = from; at < text.count; at++) {
        if (list->words && !word_starts(text, at))
            continue;
        struct row row = row_at(list, text, at);
        bool starts = row.at < row.end && (list->words || word_starts(text, at));
        for (; row.at < row.end; row.at++) {
            const pattern *one = &list->items[*row.at];
            bool may = !(one->needs & text.lacks) && (starts || !one->word_first);
            size_t stop = may ? pattern_attempt(one, text, at, false) : SIZE_MAX;
            if (stop == SIZE_MAX)
                continue;
            *end = stop;
            return at;
        }
    }
    return SIZE_MAX;
}

bool pattern_whole_there(const pattern_list *list, pattern_text text)
{
    struct row row = row_at(list, text, 0);
    for (; row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        if (!(one->needs & text.lacks) && pattern_attempt(one, text, 0, true) == text.count)
            return true;
    }
    return false;
}
