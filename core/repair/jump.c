/* SPDX-License-Identifier: MIT
 * Names of pages: 5, A5, B-2, 第二版, the first page, the next page.  A jump line names
 * the page a text goes on on or comes from, a folio that of its own page; both are
 * brought to one form, a letter and a number, so that they can be compared. */
#include "core/repair/work.h"

#include <stdlib.h>

static galley_slice print_name(struct work *work, uint32_t letter, long number)
{
    galley_arena *arena = work->issue->arena;
    if (letter >= 'A' && letter <= 'Z')
        return galley_slice_of(galley_arena_print(arena, "%c%ld", (int)letter, number));
    return galley_slice_of(galley_arena_print(arena, "%ld", number));
}

static galley_slice name_at(struct work *work, pattern_text text, size_t at, size_t end)
{
    long number = pattern_value(pattern_part(text, at, end));
    return number > 0 && number < 1000 ? print_name(work, text.codes[at], number) : (galley_slice){ 0 };
}

/* ---- Jump lines ----------------------------------------------------------------------- */

static bool says(const struct work *work, language_list list, pattern_text text)
{
    size_t end;
    return pattern_find(&work->language->lists[list], text, 0, &end) != SIZE_MAX;
}

/* The page beside this one, if this one has a number. */
static galley_slice beside(struct work *work, long step)
{
    galley_slice own = work->issue->pages.items[work->page].number;
    uint32_t letter = own.length ? (unsigned char)own.text[0] : 0;
    long number = own.length ? strtol(own.text + (letter >= 'A'), NULL, 10) : 0;
    return number + step > 0 ? print_name(work, letter, number + step) : (galley_slice){ 0 };
}

galley_slice jump_page(struct work *work, uint32_t piece)
{
    if (piece == GALLEY_NONE)
        return (galley_slice){ 0 };
    pattern_text text = piece_text(work, &work->pieces.items[piece]);
    for (size_t at = 0; at < text.count; at++) {
        size_t end = pattern_page(text, at);
        if (end != SIZE_MAX)
            return name_at(work, text, at, end);
    }
    if (says(work, LANGUAGE_NEXT_PAGE, text))
        return beside(work, 1);
    if (says(work, LANGUAGE_PREVIOUS_PAGE, text))
        return beside(work, -1);
    return says(work, LANGUAGE_FIRST_PAGE, text) ? print_name(work, 0, 1) : (galley_slice){ 0 };
}

/* ---- Folios --------------------------------------------------------------------------- */

/* A page's name is a word of its own, with a word for the page or none: 5, Seite 5, 5面. */
static size_t whole_name(const struct work *work, pattern_text text, size_t at)
{
    const pattern_list *words = &work->language->lists[LANGUAGE_PAGE_WORDS];
    bool starts = at == 0 || !text.spaced || text.spaced[at];
    size_t before = pattern_starts(words, pattern_part(text, at, text.count));
    at += before == SIZE_MAX ? 0 : before;
    size_t end = at < text.count ? pattern_page(text, at) : SIZE_MAX;
    size_t behind = end >= text.count ? SIZE_MAX : pattern_starts(words, pattern_part(text, end, text.count));
    end += behind == SIZE_MAX ? 0 : behind;
    bool ends = end == text.count || (end < text.count && (!text.spaced || text.spaced[end]));
    return starts && ends ? end : SIZE_MAX;
}

bool folio_name(const struct work *work, pattern_text text, size_t *from, size_t *to)
{
    date found;
    size_t date_end = 0, date_at = date_find(&work->language->dates, text, 0, &date_end, &found);
    for (size_t at = 0; at < text.count; at++) {
        if (date_at != SIZE_MAX && at >= date_at && at < date_end)
            continue;
        size_t end = whole_name(work, text, at);
        if (end == SIZE_MAX || (at > 0 && end < text.count))
            continue;
        *from = at;
        *to = end;
        return true;
    }
    return false;
}

galley_slice folio_page(struct work *work, pattern_text text)
{
    size_t from = 0, to = text.count;
    folio_name(work, text, &from, &to);
    text = pattern_part(text, 0, to);
    while (from < text.count && pattern_page(text, from) == SIZE_MAX)
        from++;
    return from < text.count ? name_at(work, text, from, text.count) : (galley_slice){ 0 };
}
