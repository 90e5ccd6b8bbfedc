/* SPDX-License-Identifier: MIT
 * Lines that stand again.  A headline repeats what its text says, and a teaser its
 * article's headline, while running text seldom says a thing twice.  So the runs of a few
 * characters that come at two places of the page are found, and of each line the share
 * that such runs cover; and the lines that come again as they are, as labels do. */
#include "core/repair/roles.h"

#define RUN_SQUARE 4  /* characters that hardly ever stand together twice by chance */
#define RUN_HANGUL 5  /* the same for syllables */
#define RUN_LETTERS 9 /* the same for an alphabet */

struct runs {
    const uint32_t *codes;
    uint32_t length; /* of each run */
    uint32_t mask;   /* slots less one: a power of two */
    uint32_t *slots; /* the glyph, plus one, that a run begins with at its first place */
    uint32_t *first; /* of the run that begins at each glyph, that glyph … */
    uint32_t *last;  /* … of which this is where the run begins at its last place */
};

/* The first characters are compared at once, without a call; there are no fewer. */
static inline bool same_run(const struct runs *runs, uint32_t first, uint32_t second)
{
    const uint32_t *one = runs->codes + first, *other = runs->codes + second;
    bool same = memcmp(one, other, RUN_SQUARE * sizeof *one) == 0;
    for (uint32_t i = RUN_SQUARE; i < runs->length && same; i++)
        same = one[i] == other[i];
    return same;
}

static inline uint32_t slot_of(const struct runs *runs, uint32_t at, uint64_t hash)
{
    uint32_t slot = (uint32_t)(hash >> 32) & runs->mask;
    while (runs->slots[slot] && !same_run(runs, runs->slots[slot] - 1, at))
        slot = (slot + 1) & runs->mask;
    return slot;
}

static bool stands_elsewhere(const struct runs *runs, const struct piece *piece, uint32_t at)
{
    uint32_t first = runs->first[at];
    return first < piece->from || runs->last[first] >= piece->to;
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

#define FACTOR 1099511628211u

/* The hash of each run comes from that of the run before it: one glyph leaves, one is new. */
static void take_runs(struct runs *runs, uint32_t count)
{
    uint64_t hash = 0, leaves = 1;
    for (uint32_t i = 0; i + 1 < runs->length; i++)
        leaves *= FACTOR;
    for (uint32_t i = 0; i + 1 < runs->length && i < count; i++)
        hash = hash * FACTOR + runs->codes[i];
    for (uint32_t at = 0; at + runs->length <= count; at++) {
        hash = hash * FACTOR + runs->codes[at + runs->length - 1];
        uint32_t *slot = &runs->slots[slot_of(runs, at, hash * FACTOR)];
        hash -= leaves * runs->codes[at];
        if (!*slot)
            *slot = at + 1;
        runs->first[at] = *slot - 1;
        runs->last[*slot - 1] = at;
    }
}

/* ---- Whole lines ----------------------------------------------------------------------- */

static bool same_text(const struct work *work, const struct piece *a, const struct piece *b)
{
    return piece_length(a) == piece_length(b) &&
           !memcmp(work->folded + a->from, work->folded + b->from, piece_length(a) * sizeof *work->folded);
}

static size_t hash_text(pattern_text text)
{
    uint64_t hash = text.count;
    for (size_t i = 0; i < text.count; i++)
        hash = (hash ^ text.codes[i]) * 0x9E3779B97F4A7C15u;
    return (size_t)(hash >> 20);
}

/* Pieces with the same text: each is looked up among those before it. */
static galley_status find_again(struct work *work)
{
    size_t room = 16;
    while (room < 2 * work->pieces.count)
        room *= 2;
    struct piece **seen = galley_arena_array(work->scratch, room, sizeof *seen);
    if (!seen)
        return galley_arena_status(work->scratch);
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        size_t at = hash_text(piece_text(work, piece)) & (room - 1);
        while (seen[at] && !same_text(work, seen[at], piece))
            at = (at + 1) & (room - 1);
        if (seen[at])
            seen[at]->again = piece->again = true;
        seen[at] = piece;
    }
    return GALLEY_OK;
}

galley_status learn_echoes(struct work *work)
{
    uint32_t slots = 64, count = (uint32_t)work->glyphs.count;
    while (slots < 2 * count)
        slots *= 2;
    struct runs runs = { .codes = work->folded,
                         .length = work->spaceless    ? RUN_SQUARE
                                   : work->east_asian ? RUN_HANGUL
                                                      : RUN_LETTERS,
                         .mask = slots - 1,
                         .slots = galley_arena_array(work->scratch, slots, sizeof *runs.slots),
                         .first = galley_arena_room(work->scratch, count + 1, sizeof *runs.first),
                         .last = galley_arena_room(work->scratch, count + 1, sizeof *runs.last) };
    if (!runs.slots || !runs.first || !runs.last)
        return galley_arena_status(work->scratch);
    take_runs(&runs, count);
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        if (!piece->pauses && !piece->sentence_ends)
            piece->echo = echo_of(&runs, piece);
    }
    return find_again(work);
}
