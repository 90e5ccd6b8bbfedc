/* SPDX-License-Identifier: MIT
 * First words are cut at a comma, a stop or a space where one stands in the second half of
 * the room, else where the room ends. */
#include "formats/phrases/label.h"

#include <galley/text.h>

/* How many bytes of a text a label has room for. */
static size_t cut_at(galley_slice text)
{
    const char *at = text.text, *end = galley_slice_end(text), *good = NULL;
    int cells = 0;
    while (at < end) {
        const char *before = at;
        uint32_t code = galley_text_next(&at, end);
        cells += galley_code_cells(code, true);
        if (cells > GALLEY_LABEL_CELLS)
            return (size_t)((good ? good : before) - text.text);
        if (cells > GALLEY_LABEL_CELLS / 2 && galley_code_class(code) & (GALLEY_SPACE | GALLEY_PAUSE | GALLEY_STOP))
            good = before;
    }
    return text.length;
}

galley_slice galley_label_words(galley_arena *arena, galley_slice text)
{
    size_t cut = cut_at(text);
    if (cut == text.length)
        return text;
    return galley_slice_of(galley_arena_print(arena, "%.*s…", (int)cut, text.text));
}
