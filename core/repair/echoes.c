/* SPDX-License-Identifier: MIT
 * Lines that stand again.  A headline repeats what its text says, and a teaser its
 * article's headline, while running text seldom says a thing twice.  So the runs of a few
 * characters that come at two places of the page are found, and of each line the share
 * that such runs cover. */
#include "core/repair/roles.h"

#define RUN_SQUARE 4  /* characters that hardly ever stand together twice by chance */
#define RUN_LETTERS 9 /* the same for an alphabet */

/* Where a run of characters stands: its first glyph, plus one, and its last beginning. */
struct run {
    uint32_t first, last;
};

struct runs {
    const uint32_t *codes;
    uint32_t length; /* of each run */
    uint32_t mask;   /* slots less one: a power of two */
    struct run *slots;
};

static struct run *slot_of(const struct runs *runs, uint32_t at)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a, by code points */
    for (uint32_t i = 0; i < runs->length; i++)
        hash = (hash ^ runs->codes[at + i]) * 1099511628211u;
    uint32_t slot = (uint32_t)(hash >> 32) & runs->mask;
    while (runs->slots[slot].first &&
           memcmp(runs->codes + runs->slots[slot].first - 1, runs->codes + at, runs->length * sizeof *runs->codes) != 0)
        slot = (slot + 1) & runs->mask;
    return &runs->slots[slot];
}

static bool stands_elsewhere(const struct runs *runs, const struct piece *piece, uint32_t at)
{
    const struct run *run = slot_of(runs, at);
    return run->first - 1 < piece->from || run->last >= piece->to;
}

static float echo_of(const struct runs *runs, const struct piece *piece)
{
    uint32_t covered = 0, until = piece->from;
    for (uint32_t at = piece->from; at + runs->length <= piece->to; at++) {
        if (!stands_elsewhere(runs, piece, at))
            continue;
        uint32_t from = until > at ? until : at;
        until = at + runs->length;
        covered += until - from;
    }
    return (float)covered / (float)piece_length(piece);
}

static void take_runs(struct runs *runs, uint32_t count)
{
    for (uint32_t at = 0; at + runs->length <= count; at++) {
        struct run *run = slot_of(runs, at);
        if (!run->first)
            run->first = at + 1;
        run->last = at;
    }
}

galley_status learn_echoes(struct work *work)
{
    uint32_t slots = 64, count = (uint32_t)work->glyphs.count;
    while (slots < 2 * count)
        slots *= 2;
    struct runs runs = { .codes = work->folded,
                         .length = work->spaceless ? RUN_SQUARE : RUN_LETTERS,
                         .mask = slots - 1,
                         .slots = galley_arena_array(work->scratch, slots, sizeof *runs.slots) };
    if (!runs.slots)
        return galley_arena_status(work->scratch);
    take_runs(&runs, count);
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        if (!piece->pauses && !piece->sentence_ends)
            piece->echo = echo_of(&runs, piece);
    }
    return GALLEY_OK;
}
