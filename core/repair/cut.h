/* SPDX-License-Identifier: MIT
 * What the files share that cut a line: the line itself, and what each of them can
 * find in it. */
#ifndef CORE_REPAIR_CUT_H
#define CORE_REPAIR_CUT_H

#include <galley/text.h>

#include "core/repair/work.h"

/* A line while it is being cut: glyphs [from, to) are not yet given away. */
struct cutting {
    struct work *work;
    uint32_t from, to;
    uint32_t line;
    uint32_t gaps;  /* spaces inside the line, or more: of what is left of it none else */
    bool doubles;   /* a glyph stands beside one like it */
    uint64_t lacks; /* pattern_lacks of the line */
};

static inline const struct glyph *cut_glyph(const struct work *work, uint32_t index)
{
    return &work->glyphs.items[index];
}

/* Glyphs of the line for patterns. */
static inline pattern_text cut_text(const struct cutting *cut, uint32_t from, uint32_t to)
{
    return (pattern_text){ cut->work->folded + from, to - from, cut->work->spaced + from, cut->lacks };
}

static inline pattern_text cut_rest(const struct cutting *cut)
{
    return cut_text(cut, cut->from, cut->to);
}

static inline bool cut_ends_clause(const struct work *work, uint32_t index)
{
    return cut_glyph(work, index)->classes & (GALLEY_STOP | GALLEY_CLOSING);
}

/* A space that parts two things of a line.  Between words of an alphabet every one is
 * single, so it must be wider there. */
static inline bool cut_wide_gap(const struct work *work, uint32_t index)
{
    return cut_glyph(work, index)->gap > (work->spaceless ? 0 : 1);
}

/* In a spaced-out line a gap is no sign of anything. */
static inline bool cut_spaced_out(const struct cutting *cut)
{
    uint32_t gaps = 0;
    if (cut->gaps * 3 <= cut->to - cut->from)
        return false;
    for (uint32_t at = cut->from + 1; at < cut->to; at++)
        gaps += cut_glyph(cut->work, at)->gap > 0;
    return gaps * 3 > cut->to - cut->from;
}

/* Folios (folio.c): where one begins at the end of a line, or GALLEY_NONE. */
bool cut_is_folio(const struct work *work, pattern_text text);
bool cut_ends_pointer(const struct cutting *cut); /* the line ends the pointer that the line before it began */
uint32_t cut_find_folio(const struct cutting *cut);

/* Where the folio that opens an inner page's first line ends, or GALLEY_NONE. */
uint32_t cut_find_page_head(const struct cutting *cut);

/* Whether the whole line is the head or foot that runs over the pages. */
bool cut_is_running_head(const struct cutting *cut);

/* Where a picture's credit begins at the end of a line, or GALLEY_NONE (credit.c). */
uint32_t cut_find_credit(const struct cutting *cut);

/* Takes piece `index`, the last one and all of its line, for the second line of a credit that
 * begins at the end of the piece before it, where both together read as one; what stands
 * before the credit is parted from it (credit.c). */
void cut_wrapped_credit(struct work *work, uint32_t index);

/* Takes the second of each glyph printed twice out of the line (doubles.c). */
void cut_take_doubles(struct cutting *cut);

#endif
