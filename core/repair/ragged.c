/* SPDX-License-Identifier: MIT
 * The measure of lines that are broken between words.  No two of them are equally
 * wide: a line ends where the next word would not have fitted.  So the measure is the
 * width that most lines nearby nearly reach and hardly any exceeds, and a line is full
 * when the word that follows it would have gone beyond. */
#include "core/repair/measure.h"

#include <math.h>

#include "core/text/words.h"

#define NEARBY 12
#define NEARLY 0.78f /* of the measure: what a full line has at least */
#define BEYOND 1.5f  /* cells: a squeezed line */
#define SUPPORT_NEEDED 1.6f
#define SLACK 0.97f /* letters are not equally wide */

/* Pieces in the order of their columns, and the one looked at. */
struct around {
    struct work *work;
    const uint32_t *pieces;
    size_t count, centre, from, to;
};

static struct piece *piece_at(const struct around *around, size_t index)
{
    return &around->work->pieces.items[around->pieces[index]];
}

/* A line nearby that tells something of the measure: the nearer, the more. */
struct witness {
    float cells, near;
    float rest; /* `near` of this and all behind it: no more can be said for a width */
};

#define ROUNDING 0.01f

/* Lines that nearly reach the width speak for it; lines beyond it against.  Anything less
 * than `best` where the sum can no longer reach that. */
static float support(const struct witness *lines, size_t count, float width, float best)
{
    float sum = 0;
    for (size_t i = 0; i < count && sum + lines[i].rest >= best - ROUNDING; i++) {
        float cells = lines[i].cells, near = lines[i].near;
        if (cells < NEARLY * width)
            continue;
        sum += cells > width + BEYOND ? -1.5f * near : near * (1 - 2 * fabsf(width - cells) / width);
    }
    return sum;
}

static size_t find_witnesses(const struct around *around, struct witness lines[2 * NEARBY + 1])
{
    size_t count = 0;
    float rest = 0;
    for (size_t i = around->from; i < around->to; i++) {
        const struct piece *piece = piece_at(around, i);
        size_t distance = i > around->centre ? i - around->centre : around->centre - i;
        if (gives_measure(piece))
            lines[count++] = (struct witness){ .cells = piece->cells, .near = 4 / (4 + (float)distance) };
    }
    for (size_t i = count; i-- > 0;)
        lines[i].rest = rest += lines[i].near;
    return count;
}

/* Whether a line before this one is as wide; `widths`: a bit for each, which most do not share. */
static bool is_tried(const struct witness *lines, size_t index, uint64_t *widths)
{
    uint64_t bit = UINT64_C(1) << ((uint32_t)(lines[index].cells * 2) & 63);
    bool tried = false;
    for (size_t i = 0; *widths & bit && i < index && !tried; i++)
        tried = lines[i].cells == lines[index].cells;
    *widths |= bit;
    return tried;
}

static float best_width(const struct around *around)
{
    struct witness lines[2 * NEARBY + 1];
    size_t count = find_witnesses(around, lines);
    float best = SUPPORT_NEEDED, width = 0;
    uint64_t widths = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_tried(lines, i, &widths))
            continue;
        float points = support(lines, count, lines[i].cells, best);
        if (points <= best)
            continue;
        best = points;
        width = lines[i].cells;
    }
    return width;
}

#define CROWDED 2.2f  /* cells by which lines that are broken anywhere exceed a measure learnt so */
#define AT_WORDS 0.8f /* so well known are the words at line ends where lines break between them */

bool breaks_anywhere(const struct work *work)
{
    return work->language->broken && words_known_at_ends(work->words) < AT_WORDS;
}

/* What would have been set next: a word, or a character where words are broken anywhere. */
static float next_width(const struct work *work, const struct piece *piece)
{
    float cells = 0;
    if (breaks_anywhere(work))
        return (float)work->glyphs.items[piece->from].cells;
    for (uint32_t at = piece->from; at < piece->to && (at == piece->from || !work->glyphs.items[at].gap); at++)
        cells += (float)work->glyphs.items[at].cells;
    return cells;
}

/* What is left of the line when that would have been set too. */
static float spare_of(const struct around *around, float width)
{
    const struct piece *piece = piece_at(around, around->centre);
    bool last = around->centre + 1 == around->count;
    float next = last ? 0 : 1 + next_width(around->work, piece_at(around, around->centre + 1));
    return SLACK * width - piece->cells - fminf(next, 0.4f * width);
}

static bool is_full(const struct around *around, float width)
{
    const struct piece *piece = piece_at(around, around->centre);
    if (width <= 0 || piece->cells > width * 1.1f + BEYOND)
        return false;
    if (around->centre + 1 == around->count)
        return piece->cells >= NEARLY * width;
    return piece->cells >= 0.6f * width && spare_of(around, width) < 0;
}

void ragged_learn(struct work *work, const uint32_t *pieces, size_t count)
{
    struct around around = { .work = work, .pieces = pieces, .count = count };
    bool anywhere = breaks_anywhere(work);
    for (size_t i = 0; i < count; i++) {
        around.centre = i;
        around.from = i > NEARBY ? i - NEARBY : 0;
        around.to = i + NEARBY + 1 < count ? i + NEARBY + 1 : count;
        struct piece *piece = piece_at(&around, i);
        piece->measure = best_width(&around);
        piece->full = is_full(&around, piece->measure);
        float empty = anywhere ? spare_of(&around, piece->measure) : piece->measure - piece->cells;
        piece->room = spare_of(&around, piece->measure) + (anywhere ? CROWDED : 0);
        piece->spare = piece->full ? 0 : fmaxf(SPARE_FULL + 0.1f, empty);
    }
}
