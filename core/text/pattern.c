/* SPDX-License-Identifier: MIT
 * Patterns matched by backtracking; they are a dozen code points long, and * is
 * bounded, so the worst case is small. */
#include "core/text/pattern.h"

#include "core/text/utf8.h"

#define ANY_LONGEST 16
#define NUMBER_LONGEST 8
#define NAME_WORDS 6    /* of @ and ^ */
#define NAME_LONGEST 48 /* their code points */
#define SMALL_WORD 3    /* de, von, and: what may stand between the words of a name */

/* ---- Letters and words ------------------------------------------------------------ */

static inline bool is_capital(uint32_t code)
{
    return code < 0x80 ? code >= 'A' && code <= 'Z' : utf8_letter(code) && galley_code_lower(code) != code;
}

static bool is_small_of(uint32_t want, uint32_t have)
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

/* The bit of a code point among 64. */
static inline uint64_t bit_of(uint32_t code)
{
    return UINT64_C(1) << (code & 63);
}

static uint64_t bits_needed(const uint32_t *codes, size_t count)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++)
        bits |= codes[i] < PATTERN_ATOMS ? bit_of(codes[i]) : 0;
    return bits;
}

#define CAPITALS UINT64_C(0x07FFFFFE) /* the bits of A to Z; those of a to z are 32 further */

/* Of what stands in a text, capitals as small letters too. */
static uint64_t bits_there(pattern_text text)
{
    uint64_t bits = 0;
    bool others = false;
    for (size_t i = 0; i < text.count; i++) {
        bits |= bit_of(text.codes[i]);
        others |= text.codes[i] >= 0x80;
    }
    for (size_t i = 0; others && i < text.count; i++)
        if (text.codes[i] >= 0x80 && text.codes[i] < 0x2E80)
            bits |= bit_of(galley_code_lower(text.codes[i]));
    return bits | (bits & CAPITALS) << 32;
}

#define MANY 3 /* patterns for which it pays to look at the whole text first */

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

/* The rows a pattern stands in, by its code point at one end: an atom may be anything. */
struct rows {
    size_t from, to;
};

static struct rows rows_of(uint32_t code)
{
    size_t row = pattern_row(code);
    return code >= PATTERN_ATOMS ? (struct rows){ 0, PATTERN_ROWS } : (struct rows){ row, row + 1 };
}

static struct rows by_first(const pattern *one)
{
    return rows_of(one->codes[0]);
}

static struct rows by_last(const pattern *one)
{
    return rows_of(one->codes[one->count - 1]);
}

static bool is_loose(const pattern *one)
{
    return one->codes[0] >= PATTERN_ATOMS;
}

static struct rows by_first_if_open(const pattern *one)
{
    return one->literal || is_loose(one) ? (struct rows){ 0, 0 } : by_first(one);
}

/* The patterns of a list row by row, in each row in their order. */
static const pattern_rows *index_rows(galley_arena *arena, const pattern_list *list,
                                      struct rows (*stands_in)(const pattern *))
{
    size_t all = 0, filled[PATTERN_ROWS] = { 0 };
    for (size_t i = 0; i < list->count; i++)
        for (struct rows rows = stands_in(&list->items[i]); rows.from < rows.to; rows.from++, all++)
            filled[rows.from]++;
    pattern_rows *made = galley_arena_alloc(arena, sizeof *made);
    uint32_t *numbers = galley_arena_array(arena, all + 1, sizeof *numbers);
    if (!made || !numbers)
        return NULL;
    for (size_t row = 0; row < PATTERN_ROWS; row++) {
        made->from[row + 1] = made->from[row] + (uint32_t)filled[row];
        filled[row] = made->from[row];
    }
    for (uint32_t i = 0; i < list->count; i++)
        for (struct rows rows = stands_in(&list->items[i]); rows.from < rows.to; rows.from++)
            numbers[filled[rows.from]++] = i;
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

static bool index_list(galley_arena *arena, pattern_list *list)
{
    uint32_t *loose = galley_arena_array(arena, list->count + 1, sizeof *loose);
    list->firsts = index_rows(arena, list, by_first);
    list->lasts = index_rows(arena, list, by_last);
    list->opens = index_rows(arena, list, by_first_if_open);
    list->may_first = bits_of(list->firsts);
    list->may_last = bits_of(list->lasts);
    list->loose = loose;
    list->loose_count = 0;
    list->words = true;
    for (size_t i = 0; i < list->count; i++)
        list->words &= list->items[i].word_first;
    for (uint32_t i = 0; loose && i < list->count; i++)
        if (is_loose(&list->items[i]))
            loose[list->loose_count++] = i;
    return loose && list->firsts && list->lasts && list->opens;
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

/* ---- Matching --------------------------------------------------------------------- */

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

/* Whether a text can end with what the pattern ends with. */
static bool may_end(const pattern *one, pattern_text text)
{
    uint32_t last = one->codes[one->count - 1], end = text.count ? text.codes[text.count - 1] : 0;
    if (last < PATTERN_ATOMS)
        return same(last, end);
    return (last != PATTERN_NUMBER && last != PATTERN_PAGE) || pattern_numeral(end);
}

static size_t match_all(const pattern *one, pattern_text text, size_t at, bool whole)
{
    if (whole && !may_end(one, text))
        return SIZE_MAX;
    if (one->word_first && !word_starts(text, at))
        return SIZE_MAX;
    return match_from(&(attempt){ one, text, whole }, 0, at);
}

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

/* Most attempts fail at the first two code points, and need no call. */
static inline size_t match(const pattern *one, pattern_text text, size_t at, bool whole)
{
    bool may = may_stand(one, 0, text, at) && (one->codes[0] >= PATTERN_ATOMS || may_stand(one, 1, text, at + 1));
    return may ? match_all(one, text, at, whole) : SIZE_MAX;
}

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

static uint64_t bits_for(struct row row, pattern_text text)
{
    return row.end - row.at > MANY ? bits_there(text) : UINT64_MAX;
}

size_t pattern_starts_there(const pattern_list *list, pattern_text text)
{
    struct row row = row_at(list, text, 0);
    for (uint64_t there = bits_for(row, text); row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        size_t end = one->needs & ~there ? SIZE_MAX : match(one, text, 0, false);
        if (end != SIZE_MAX)
            return end;
    }
    return SIZE_MAX;
}

/* No pattern with an atom is longer than this in code points, * and # at their longest. */
#define PATTERN_LONGEST 64

static bool ends_at(const pattern *one, pattern_text text, size_t at)
{
    return match(one, text, at, true) == text.count;
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
        bool may = may_end(one, text);
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

static bool ends_named(const pattern *one)
{
    return one->codes[one->count - 1] == PATTERN_NAME || one->codes[one->count - 1] == PATTERN_CAPITALS;
}

/* Whether a pattern with an atom, of those that may end with the text by their last code
 * points, does end so. */
static bool may_end_open(const pattern_list *list, struct row row, pattern_text text)
{
    bool asked = false, named = false;
    for (uint64_t there = bits_for(row, text); row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        if (one->literal || one->needs & ~there || !may_end(one, text))
            continue;
        if (!ends_named(one))
            return true;
        named = asked ? named : may_end_named(text);
        asked = true;
        if (named)
            return true;
    }
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
        if (match(one, text, text.count - one->count, true) == text.count)
            earliest = text.count - one->count;
    }
    size_t at = may_end_open(list, lasts, text) ? open_end(list, text) : SIZE_MAX;
    return at < earliest ? at : earliest;
}

size_t pattern_find(const pattern_list *list, pattern_text text, size_t from, size_t *end)
{
    uint64_t there = list->words ? bits_there(text) : UINT64_MAX;
    for (size_t at = from; at < text.count; at++) {
        if (list->words && !word_starts(text, at))
            continue;
        struct row row = row_at(list, text, at);
        bool starts = row.at < row.end && (list->words || word_starts(text, at));
        for (; row.at < row.end; row.at++) {
            const pattern *one = &list->items[*row.at];
            bool may = !(one->needs & ~there) && (starts || !one->word_first);
            size_t stop = may ? match(one, text, at, false) : SIZE_MAX;
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
    for (uint64_t there = bits_for(row, text); row.at < row.end; row.at++) {
        const pattern *one = &list->items[*row.at];
        if (!(one->needs & ~there) && match(one, text, 0, true) == text.count)
            return true;
    }
    return false;
}
