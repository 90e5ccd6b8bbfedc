/* SPDX-License-Identifier: MIT
 * Display lines of an alphabet.  How a line is written tells whether it goes on: a
 * headline in capitals, or with capitals to all its words, is not continued by a line
 * written otherwise, and a line never ends with the or of. */
#include "core/repair/wrap.h"

#include "core/text/utf8.h"

#define LONG_WORD 4 /* letters: shorter words are small in most headlines */

static bool is_capital(uint32_t code)
{
    return utf8_lower(code) != code;
}

enum lettering lettering_of(const struct work *work, const struct piece *piece)
{
    uint32_t all = 0, capitals = 0, titled = 0, words = 0;
    for (uint32_t at = piece->from; at < piece->to;) {
        uint32_t from = at, letters = 0;
        do {
            bool letter = work->glyphs.items[at].classes & GALLEY_LETTER;
            letters += letter;
            capitals += letter && is_capital(work->folded[at]);
        } while (++at < piece->to && !work->glyphs.items[at].gap);
        all += letters;
        words += letters >= LONG_WORD && from > piece->from; /* the first one has a capital anyway */
        titled += letters >= LONG_WORD && from > piece->from && is_capital(work->folded[from]);
    }
    if (capitals >= 4 && capitals == all)
        return LETTERING_CAPITALS;
    if (titled < words)
        return LETTERING_SENTENCE;
    /* where all nouns have capitals, one says nothing */
    return !words ? LETTERING_UNKNOWN : LETTERING_TITLE;
}

bool begins_small(const struct work *work, const struct piece *piece)
{
    if (pattern_starts(&work->language->lists[LANGUAGE_OPEN_STARTS], piece_text(work, piece)) != SIZE_MAX)
        return true;
    const struct glyph *first = &work->glyphs.items[piece->from];
    return first->classes & GALLEY_LETTER && !is_capital(first->code);
}

bool ends_with_little_word(const struct work *work, const struct piece *piece)
{
    return pattern_ends(&work->language->lists[LANGUAGE_OPEN_ENDS], piece_text(work, piece)) != SIZE_MAX;
}
