/* SPDX-License-Identifier: MIT
 * Names split by the cheapest cut: a dynamic programme over the characters.  A
 * piece of three characters with a surname is the best name, two are good, four
 * want a double surname, and a common surname is likelier than a rare one; a space of
 * the page speaks for a cut there, but a name of two characters is often printed with
 * a gap in its middle.  In an alphabet the page's spaces part the words of names, and
 * capitals tell them. */
#include "core/text/person.h"

#include <float.h>

#include <galley/text.h>

#define LONGEST_NAME 6
#define LONGEST_RUN 64

/* Where two cuts are alike, the one with the commoner surname is likelier. */
#define NO_SURNAME 2.5f
#define RARE_SURNAME 0.15f

/* What a cut costs where the page shows this. */
static const float cut_cost[] = { [PERSON_TIGHT] = 0.7f, [PERSON_GAP] = 0, [PERSON_UNKNOWN] = 0.2f };

/* The characters of a surname of more than one; 0 when it is none of these. */
static size_t long_surname(const language *pack, const uint32_t *codes, size_t length)
{
    size_t end =
        length < 3 ? SIZE_MAX : pattern_starts(&pack->lists[LANGUAGE_DOUBLE_SURNAMES], pattern_of(codes, length));
    return end == SIZE_MAX || end >= length ? 0 : end;
}

/* What it costs to take `length` characters for one name. */
static float name_cost(const language *pack, const uint32_t *codes, const uint8_t *gap, size_t length)
{
    static const float by_length[LONGEST_NAME + 1] = { 0, 6, 0.6f, 0, 4, 8, 8 };
    static const float by_given[LONGEST_NAME + 1] = { 0, 0.3f, 0.1f, 1, 4, 8, 8 };
    float cost = by_length[length];
    size_t surname = long_surname(pack, codes, length);
    if (surname)
        cost = by_given[length - surname];
    else if (!language_set_has(&pack->surnames, codes[0]))
        cost += NO_SURNAME;
    else if (!language_set_has(&pack->common_surnames, codes[0]))
        cost += RARE_SURNAME;
    for (size_t i = 1; i < length; i++)
        if (gap[i] == PERSON_GAP)
            cost += length == 2 ? 0.8f : 3;
    return cost;
}

/* ---- Names in an alphabet ------------------------------------------------------------- */

static bool is_capital(uint32_t code)
{
    return galley_code_lower(code) != code;
}

static bool in_name(uint32_t code)
{
    return galley_code_class(code) & GALLEY_LETTER || code == '.' || code == '-' || code == '\'' || code == 0x2019;
}

/* Words that begin with capitals, small ones of the pack between them.  The spaces of
 * the page part them. */
static bool split_words(const language *pack, const uint32_t *codes, const uint8_t *gap, size_t count, bool *starts,
                        float *score)
{
    size_t named = 0;
    for (size_t from = 0, to; from < count; from = to) {
        bool letters = true;
        for (to = from; to < count && (to == from || gap[to] == PERSON_TIGHT); to++)
            letters &= in_name(codes[to]);
        bool capital = is_capital(codes[from]);
        bool small = from > 0 && pattern_whole(&pack->lists[LANGUAGE_PARTICLES], pattern_of(codes + from, to - from));
        if (!(capital && letters) && !small)
            return false;
        starts[from] = true;
        named += capital;
    }
    *score = named > 1 ? 1 : named ? 0.5f : 0;
    return named > 0;
}

/* ---- All names ------------------------------------------------------------------------ */

bool person_split(const language *pack, const uint32_t *codes, const uint8_t *gap, size_t count, bool *starts,
                  float *score)
{
    float best[LONGEST_RUN + 1];
    size_t length_of[LONGEST_RUN + 1] = { 0 };
    *score = 0;
    if (!pack->square)
        return split_words(pack, codes, gap, count, starts, score);
    if (count < 2 || count > LONGEST_RUN)
        return false;
    best[0] = 0;
    for (size_t end = 1; end <= count; end++) {
        best[end] = FLT_MAX / 2;
        for (size_t length = 1; length <= LONGEST_NAME && length <= end; length++) {
            size_t from = end - length;
            float cost = best[from] + name_cost(pack, codes + from, gap + from, length);
            if (from > 0)
                cost += cut_cost[gap[from]];
            if (cost < best[end]) {
                best[end] = cost;
                length_of[end] = length;
            }
        }
    }
    for (size_t end = count; end > 0; end -= length_of[end])
        starts[end - length_of[end]] = true;
    float each = best[count] / (float)((count + 2) / 3);
    *score = each >= 4 ? 0 : 1 - each / 4;
    return each < 2.5f;
}
