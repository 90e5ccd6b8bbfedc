/* SPDX-License-Identifier: MIT
 * How a line fills its column, and what that says of its place in a paragraph.  A line
 * inside a paragraph is full; the first one is, too, or two characters short of it for
 * its indent; the last one ends anywhere.  A line spread to the measure is never short.
 * Where lines are broken between words, no line is quite full, and the limits are wider.
 * The points were learnt with those of breaks.c as one chain (a linear conditional random
 * field: Lafferty, McCallum and Pereira 2001); a line inside a paragraph has none. */
#include "core/repair/measure.h"
#include "core/repair/paragraphs.h"

enum filling {
    FULL,
    CLOSE,
    TIGHT,
    LOOSE,
    INDENTED,
    SHORT,
    SHORTER,
    SPREAD,
    SPREAD_SHORT,
    W_FULL,
    W_INDENTED,
    W_SHORT,
    W_SHORTER,
    UNKNOWN
};

#define ROW(filling, place) (3 * (filling) + (place)-PLACE_FIRST)
#define FILLING_ROWS ROW(UNKNOWN, PLACE_FIRST)

/* A line's three rows: it begins a paragraph, ends one, is a whole one. */
#define PLACES(filling, first, last, only, name, how)                                                                  \
    [ROW(filling, PLACE_FIRST)] = { name "-first", first, how ", as the beginning of a paragraph" },                   \
                  [ROW(filling, PLACE_LAST)] = { name "-last", last, how ", as the end of a paragraph" },              \
                  [ROW(filling, PLACE_ONLY)] = { name "-only", only, how ", as a whole paragraph" }

const struct evidence filling_evidence[] = {
    PLACES(FULL, -2.5f, -2, -1.2f, "full", "a line that fills its column"),
    PLACES(CLOSE, -1, -1.5f, -1.4f, "close", "a line a character short that could take no more"),
    PLACES(TIGHT, 1.9f, -0.5f, 1.4f, "tight", "a line two characters short that could take no more"),
    PLACES(LOOSE, 3.4f, 0.6f, 1.1f, "loose", "a line a character short"),
    PLACES(INDENTED, 4.1f, 2.4f, 2.4f, "indented", "a line two characters short"),
    PLACES(SHORT, 1.9f, 3.4f, 3.2f, "short", "a short line"),
    PLACES(SHORTER, -0.7f, 2.9f, 2.9f, "shorter", "a line that leaves much of its column empty"),
    PLACES(SPREAD, -2.4f, -2.9f, -1.5f, "spread", "a line spread to the measure"),
    PLACES(SPREAD_SHORT, 1.6f, -2.2f, -1.1f, "spread-indented", "a line spread to the measure less an indent"),
    PLACES(W_FULL, -0.4f, -1.7f, -0.7f, "words-full", "a line of words that fills its column"),
    PLACES(W_INDENTED, 3, 1.7f, 2.5f, "words-indented", "a line of words with room for an indent"),
    PLACES(W_SHORT, -1, 4.25f, 3.6f, "words-short", "a short line of words"),
    PLACES(W_SHORTER, -1.1f, 4.1f, 2.75f, "words-shorter", "a line of words that leaves much of its column empty"),
};
_Static_assert(sizeof filling_evidence / sizeof *filling_evidence == FILLING_ROWS, "a row without a name");
const uint32_t filling_rows = FILLING_ROWS;

/* The fillings by the cells left empty, each up to its limit. */
struct limit {
    float room;
    enum filling filling;
};

static const struct limit square[] = { { SPARE_FULL, FULL },
                                       { 2 + SPARE_FULL, LOOSE },
                                       { INDENT + SPARE_FULL, INDENTED },
                                       { 9, SHORT },
                                       { INFINITY, SHORTER } };
static const struct limit spread[] = { { 1 + SPARE_FULL, SPREAD }, { INFINITY, SPREAD_SHORT } };
static const struct limit words[] = {
    { -2.5f, W_FULL }, { 0.8f, W_INDENTED }, { 8, W_SHORT }, { INFINITY, W_SHORTER }
};

/* What is set next may be wider than a character, and is kept together.  A line that lacks
 * so many cells for it would have been spread inside a paragraph; some extractors show that. */
#define LACKS_ONE 1.4f
#define LACKS_TWO 2.9f

static enum filling filling_of(const struct work *work, const struct piece *piece)
{
    if (piece->measure <= 0)
        return UNKNOWN;
    const struct limit *limit = !work->spaceless && !breaks_anywhere(work) ? words : piece->justified ? spread : square;
    while (piece->room > limit->room)
        limit++;
    float lacks = piece->measure - piece->cells;
    return limit->filling != FULL || lacks < LACKS_ONE ? limit->filling : lacks < LACKS_TWO ? CLOSE : TIGHT;
}

float filling_points(const struct work *work, const struct piece *piece, enum place place, float amount,
                     struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_FILLING, ledger);
    enum filling filling = filling_of(work, piece);
    if (place != PLACE_INSIDE && filling != UNKNOWN)
        weigh(&scale, ROW(filling, place), amount);
    return scale.sum;
}

void filling_places(const struct work *work, const struct piece *piece, float points[PLACE_ONLY + 1])
{
    const float *weights = work->weights->of[EVIDENCE_FILLING];
    enum filling filling = filling_of(work, piece);
    points[PLACE_INSIDE] = 0;
    for (enum place place = PLACE_FIRST; place <= PLACE_ONLY; place++)
        points[place] = filling == UNKNOWN ? 0 : weights[ROW(filling, place)];
}
