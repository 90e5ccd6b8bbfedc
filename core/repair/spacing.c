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
 * is tight: between one cell and two. */
#define SQUEEZED_MARK 1.5f

/* Of the gaps between characters that join, so many must hold a space. */
#define SPREAD_ENOUGH 0.45f

static float advance(const struct glyph *one)
{
    bool mark = one->cells == 2 && one->classes & (GALLEY_OPENING | GALLEY_CLOSING);
    return mark ? SQUEEZED_MARK : (float)one->cells;
}

/* A comma or stop that closes a line hangs, or gives up its empty half. */
static float at_line_end(const struct glyph *one)
{
    bool mark = one->cells == 2 && one->classes & (GALLEY_PAUSE | GALLEY_STOP);
    return mark ? 1 : advance(one);
}

static void measure_piece(const struct work *work, struct piece *piece)
{
    uint32_t pairs = 0, wide = 0, gaps = 0, marks = 0;
    float cells = 0, natural = 0;
    for (uint32_t at = piece->from; at < piece->to; at++) {
        const struct glyph *here = &work->glyphs.items[at];
        natural += (float)here->cells;
        marks += here->cells == 2 && here->classes & (GALLEY_OPENING | GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_STOP);
        cells += at + 1 == piece->to ? at_line_end(here) : advance(here);
        if (at == piece->from)
            continue;
        gaps += here->gap > 0;
        if (here->joins && here[-1].joins) {
            pairs++;
            wide += here->gap > 0;
        }
    }
    piece->spread = pairs ? (float)wide / (float)pairs : 0;
    piece->justified = piece->spread >= SPREAD_ENOUGH && (wide >= 3 || (wide == pairs && piece_length(piece) <= 3));
    float spaces = piece->justified ? 0 : (work->spaceless ? THIN_SPACE : 1) * (float)gaps;
    piece->cells = cells + spaces;
    piece->natural = natural + spaces;
    piece->marks = (uint16_t)(marks > UINT16_MAX ? UINT16_MAX : marks);
}

galley_status repair_spacing(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++)
        measure_piece(work, &work->pieces.items[i]);
    return GALLEY_OK;
}
