/* SPDX-License-Identifier: MIT
 * Which pieces are spaced out.  Justification widens a line that lacks characters,
 * and an extractor makes spaces of the gaps: then they stand between nearly all
 * characters, and none of them is meant.  A line with one or two spaces has them
 * for a reason.  Here the share of widened gaps is measured, and the width the
 * piece would have without them. */
#include "core/repair/work.h"

#include <galley/text.h>

/* A space within an unspread line is a thin one (beside digits, mostly). */
#define THIN_SPACE 0.5f

/* Brackets and quotes fill half their square and are squeezed together where a line
 * is tight: between one cell and two.  In half cells less than two. */
#define SQUEEZED 1

/* Of the gaps between characters that join, so many must hold a space. */
#define SPREAD_ENOUGH 0.45f

#define MARKS (GALLEY_OPENING | GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_STOP)

/* Half cells by which a mark is narrower than its square: in the line, and where it closes
 * the line: a comma or stop hangs there, or gives up its empty half. */
static uint32_t squeezed(const struct glyph *one, bool closes_line)
{
    if (one->cells != 2 || !(one->classes & MARKS))
        return 0;
    if (closes_line && one->classes & (GALLEY_PAUSE | GALLEY_STOP))
        return 2;
    return one->classes & (GALLEY_OPENING | GALLEY_CLOSING) ? SQUEEZED : 0;
}

/* What is counted glyph by glyph. */
struct counts {
    uint32_t cells, squeezed, marks;
    uint32_t gaps, pairs, wide; /* pairs: of characters that join, `wide` of them with a gap */
};

static struct counts count_glyphs(const struct glyph *first, const struct glyph *end)
{
    struct counts out = { .cells = 0 };
    bool joined = false;
    for (const struct glyph *here = first; here < end; here++) {
        bool mark = here->cells == 2 && here->classes & MARKS, gap = here->gap && here > first;
        out.cells += here->cells;
        if (mark) {
            out.marks++;
            out.squeezed += squeezed(here, here + 1 == end);
        }
        out.gaps += gap;
        joined &= here->joins;
        out.pairs += joined;
        out.wide += joined && gap;
        joined = here->joins;
    }
    return out;
}

static void measure_piece(const struct work *work, struct piece *piece)
{
    const struct glyph *first = first_glyph(work, piece);
    struct counts counts = count_glyphs(first, first + piece_length(piece));
    piece->spread = counts.pairs ? (float)counts.wide / (float)counts.pairs : 0;
    piece->justified = piece->spread >= SPREAD_ENOUGH &&
                       (counts.wide >= 3 || (counts.wide == counts.pairs && piece_length(piece) <= 3));
    float spaces = piece->justified ? 0 : (work->spaceless ? THIN_SPACE : 1) * (float)counts.gaps;
    piece->natural = (float)counts.cells + spaces;
    piece->cells = piece->natural - (float)counts.squeezed / 2;
    piece->marks = (uint16_t)(counts.marks > UINT16_MAX ? UINT16_MAX : counts.marks);
}

galley_status repair_spacing(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++)
        measure_piece(work, &work->pieces.items[i]);
    return GALLEY_OK;
}
