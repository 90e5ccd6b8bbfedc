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
    size_t count, centre;
};

static struct piece *piece_at(const struct around *around, size_t index)
{
    return &around->work->pieces.items[around->pieces[index]];
}

/* ---- The width that most lines nearby speak for ------------------------------------------ */

#define HELD 32 /* a power of two: more than the lines on both sides and the one looked at */

/* The lines near the one looked at that tell something of the measure, in places that come
 * round again.  Each different width has a lane; what a line says of the width of another is
 * asked once, and the sums of all widths are taken side by side, line by line in their order. */
struct witnesses {
    uint32_t from, to;       /* the lines held, by their numbers: line n is in place n % HELD */
    size_t at[HELD];         /* their indices in the column */
    uint32_t lane[HELD];     /* of their widths */
    float near[NEARBY + 1];  /* what a line counts so many lines away */
    uint32_t lanes;          /* in use, or once used */
    uint32_t lines[HELD];    /* of each lane: how many of the lines held are so wide */
    float cells[HELD];       /* and how wide that is */
    float speak[HELD][HELD]; /* what a line so wide says of each width */
};
_Static_assert(HELD > 2 * NEARBY + 1, "room for all witnesses");

/* Lines that nearly reach the width speak for it; lines beyond it against. */
static float speaks(float cells, float width)
{
    if (cells < NEARLY * width)
        return 0;
    return cells > width + BEYOND ? -1.5f : 1 - 2 * fabsf(width - cells) / width;
}

/* The lane of a width: a new one takes the first that no line held is in. */
static uint32_t lane_of(struct witnesses *held, float cells)
{
    uint32_t lane = 0;
    for (uint32_t same = 0; same < held->lanes; same++)
        if (held->cells[same] == cells)
            return same;
    while (lane < held->lanes && held->lines[lane])
        lane++;
    held->lanes += lane == held->lanes;
    held->cells[lane] = cells;
    for (uint32_t other = 0; other < held->lanes; other++) {
        held->speak[lane][other] = speaks(cells, held->cells[other]);
        held->speak[other][lane] = speaks(held->cells[other], cells);
    }
    return lane;
}

static void add_witness(struct witnesses *held, size_t index, float cells)
{
    uint32_t place = held->to++ % HELD;
    held->at[place] = index;
    held->lane[place] = lane_of(held, cells);
    held->lines[held->lane[place]]++;
}

/* Lets go of the lines too far above. */
static void drop_witnesses(struct witnesses *held, size_t centre)
{
    for (; held->from < held->to && held->at[held->from % HELD] + NEARBY < centre; held->from++)
        held->lines[held->lane[held->from % HELD]]--;
}

#define TOGETHER 8 /* widths whose sums are taken together: they stay in the registers */

/* How much is said for each width by the lines around `centre`: the nearer, the more. */
static void sum_support(const struct witnesses *held, size_t centre, float sums[HELD])
{
    const float *speak[HELD];
    float near[HELD];
    uint32_t count = held->to - held->from;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = (held->from + i) % HELD;
        size_t index = held->at[place];
        speak[i] = held->speak[held->lane[place]];
        near[i] = held->near[index > centre ? index - centre : centre - index];
    }
    for (uint32_t lane = 0; lane < held->lanes; lane += TOGETHER) {
        float sum[TOGETHER] = { 0 };
        for (uint32_t n = 0; n < count; n++) {
            const float *says = speak[n] + lane;
            for (int i = 0; i < TOGETHER; i++)
                sum[i] += near[n] * says[i];
        }
        memcpy(sums + lane, sum, sizeof sum);
    }
}

static float best_width(const struct witnesses *held, size_t centre)
{
    float sums[HELD], best = SUPPORT_NEEDED, width = 0;
    sum_support(held, centre, sums);
    for (uint32_t n = held->from; n < held->to; n++) {
        uint32_t lane = held->lane[n % HELD];
        if (sums[lane] <= best)
            continue;
        best = sums[lane];
        width = held->cells[lane];
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

static bool is_full(const struct around *around, float width, float spare)
{
    const struct piece *piece = piece_at(around, around->centre);
    if (width <= 0 || piece->cells > width * 1.1f + BEYOND)
        return false;
    if (around->centre + 1 == around->count)
        return piece->cells >= NEARLY * width;
    return piece->cells >= 0.6f * width && spare < 0;
}

static void give_measure(const struct around *around, bool anywhere, float width)
{
    struct piece *piece = piece_at(around, around->centre);
    float spare = spare_of(around, width), empty = anywhere ? spare : width - piece->cells;
    piece->measure = width;
    piece->full = is_full(around, width, spare);
    piece->room = spare + (anywhere ? CROWDED : 0);
    piece->spare = piece->full ? 0 : fmaxf(SPARE_FULL + 0.1f, empty);
}

void ragged_learn(struct work *work, const uint32_t *pieces, size_t count)
{
    struct around around = { .work = work, .pieces = pieces, .count = count };
    struct witnesses held = { .from = 0 };
    bool anywhere = breaks_anywhere(work);
    for (int lines = 0; lines <= NEARBY; lines++)
        held.near[lines] = 4 / (4 + (float)lines);
    for (size_t i = 0, seen = 0; i < count; i++) {
        for (; seen < count && seen <= i + NEARBY; seen++)
            if (gives_measure(piece_at(&around, seen)))
                add_witness(&held, seen, piece_at(&around, seen)->cells);
        drop_witnesses(&held, i);
        around.centre = i;
        give_measure(&around, anywhere, best_width(&held, i));
    }
}
