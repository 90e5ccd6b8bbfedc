/* SPDX-License-Identifier: MIT
 * The words of the page by numbers: read once for each piece, so that heads and bodies
 * are compared without reading them again. */
#include "core/repair/work.h"

galley_status list_words(struct work *work)
{
    if (work->lists)
        return GALLEY_OK;
    shingle_list *lists = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *lists);
    work->table = shingle_table_new(work->scratch, work->glyphs.count, !work->spaceless);
    if (!lists || !work->table)
        return galley_arena_status(work->scratch);
    for (size_t i = 0; i < work->pieces.count; i++)
        lists[i] = shingle_list_of(work->table, piece_text(work, &work->pieces.items[i]));
    work->lists = lists;
    return GALLEY_OK;
}
