/* SPDX-License-Identifier: MIT
 * A literal as patterns and names see a text: folded code points without spaces,
 * and what stood before each; and an arena for a test. */
#ifndef TESTS_CORE_TEXT_CODES_H
#define TESTS_CORE_TEXT_CODES_H

#include <galley/text.h>

#include "core/text/pattern.h"
#include "core/text/person.h"

#define CODES_LONGEST 128

struct codes {
    uint32_t items[CODES_LONGEST];
    uint8_t gaps[CODES_LONGEST]; /* enum person_gap; '|' in the literal is a line end */
    bool spaced[CODES_LONGEST];
    size_t count;
};

static inline struct codes codes_of(const char *literal)
{
    struct codes codes = { .count = 0 };
    galley_slice text = galley_slice_of(literal);
    uint8_t gap = PERSON_TIGHT;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end && codes.count < CODES_LONGEST;) {
        uint32_t code = galley_text_next(&at, end);
        if (code == '|' || galley_code_space(code)) {
            gap = code == '|' ? PERSON_UNKNOWN : PERSON_GAP;
            continue;
        }
        codes.gaps[codes.count] = gap;
        codes.spaced[codes.count] = !codes.count || gap != PERSON_TIGHT;
        codes.items[codes.count++] = pattern_fold(code);
        gap = PERSON_TIGHT;
    }
    return codes;
}

static inline pattern_text codes_text(const struct codes *codes)
{
    return (pattern_text){ codes->items, codes->count, codes->spaced, 0 };
}

/* A test whose *state is an arena. */
#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, codes_new_arena, codes_drop_arena)

static inline int codes_new_arena(void **state)
{
    *state = galley_arena_new(0);
    return *state ? 0 : -1;
}

static inline int codes_drop_arena(void **state)
{
    galley_arena_drop(*state);
    return 0;
}

#endif
