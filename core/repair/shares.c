/* SPDX-License-Identifier: MIT
 * What head lines share with the texts of the page: an index of the words of each text,
 * and one of the words it opens with.  A line is asked for the same two texts again and
 * again, alone and in groups, so that the answers are kept. */
#include "core/repair/work.h"

#define OPENING 120 /* characters at the beginning of a text, where the news is */
#define KEPT 2      /* answers kept of each line: for the text above it and the one below */

static void index_body(struct work *work, uint32_t index)
{
    struct story *story = &work->stories.items[index];
    story->reads_from = story->last_part = story->from = index;
    story->to = index + 1;
    if (!story->has_lead)
        story->ad_words = count_words(work, story->pieces.items, story->pieces.count, LANGUAGE_AD_WORDS);
    for (uint32_t i = 0; i < story->pieces.count; i++) {
        const struct piece *piece = &work->pieces.items[story->pieces.items[i]];
        add_words(work, work->shingles, index, story, i);
        if (story->characters < OPENING)
            add_words(work, work->openings, index, story, i);
        story->characters += piece_length(piece);
    }
}

static void find_nearest(struct work *work, uint32_t index)
{
    const struct piece *piece = &work->pieces.items[index];
    shingle_nearest found = { .share = 0 };
    if (piece->role == ROLE_HEAD && piece_length(piece) >= 4)
        found = shingle_nearest_to(work->shingles, work->lists[index]);
    work->nearest[index] = (struct nearest){ found.share > 0 ? found.document : GALLEY_NONE, found.share };
}

galley_status index_bodies(struct work *work)
{
    galley_status status = list_words(work);
    if (status != GALLEY_OK)
        return status;
    work->shingles = shingle_new(work->scratch, work->table, work->stories.count, work->glyphs.count);
    work->openings = shingle_new(work->scratch, work->table, work->stories.count, work->stories.count * (OPENING + 80));
    work->nearest = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *work->nearest);
    work->shares = galley_arena_array(work->scratch, work->pieces.count * KEPT + 1, sizeof *work->shares);
    if (!work->shingles || !work->openings || !work->nearest || !work->shares)
        return galley_arena_status(work->scratch);
    for (uint32_t s = 0; s < work->stories.count; s++)
        index_body(work, s);
    shingle_close(work->shingles);
    shingle_close(work->openings);
    for (uint32_t i = 0; i < work->pieces.count; i++)
        find_nearest(work, i);
    return GALLEY_OK;
}

struct share share_in(const struct work *work, uint32_t piece, uint32_t document)
{
    const struct story *last = &work->stories.items[document];
    uint32_t from = work->stories.items[last->reads_from].from, to = last->to;
    struct share *kept = &work->shares[piece * KEPT + from % KEPT];
    if (kept->from != from || kept->to != to)
        *kept = (struct share){ from, to, shingle_share_among(work->shingles, from, to, work->lists[piece]),
                                shingle_share_among(work->openings, from, to, work->lists[piece]) };
    return *kept;
}
