/* SPDX-License-Identifier: MIT
 * The words of the page by numbers: read once for each piece, so that heads and bodies
 * are compared without reading them again.  Where no space parts words, the characters on
 * both sides of a line's end are a pair like others. */
#include "core/repair/work.h"

galley_status list_words(struct work *work)
{
    if (work->lists)
        return GALLEY_OK;
    shingle_list *lists = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *lists);
    work->table = shingle_table_new(work->scratch, work->glyphs.count, !work->spaceless);
    shingle_list *across = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *across);
    if (!lists || !across || !work->table)
        return galley_arena_status(work->scratch);
    for (size_t i = 0; i < work->pieces.count; i++)
        lists[i] = shingle_list_of(work->table, piece_text(work, &work->pieces.items[i]));
    work->inside_lines = shingle_count(work->table);
    for (size_t i = 1; work->spaceless && i < work->pieces.count; i++) {
        uint32_t from = work->pieces.items[i].from;
        across[i] = shingle_list_of(work->table, glyphs_text(work, from - 1, from + 1));
    }
    work->lists = lists;
    work->lists_across = across;
    return GALLEY_OK;
}

void add_words(const struct work *work, shingle_index *index, uint32_t document, const struct story *story, uint32_t at)
{
    uint32_t piece = story->pieces.items[at];
    if (at > 0 && story->pieces.items[at - 1] + 1 == piece)
        shingle_add(index, document, work->lists_across[piece]);
    shingle_add(index, document, work->lists[piece]);
}
