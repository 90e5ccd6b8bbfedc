/* SPDX-License-Identifier: MIT
 * The last pass: whatever no reading claimed becomes furniture, so that nothing
 * can be lost by an oversight of another pass. */
#include "core/repair/work.h"

#include <galley/text.h>

galley_status repair_remainder(galley_issue *issue, uint32_t first_line, uint32_t end_line)
{
    for (uint32_t i = first_line; i < end_line; i++) {
        galley_slice text = galley_slice_trim(issue->lines.items[i].text);
        galley_span *span = text.length ? galley_arena_alloc(issue->arena, sizeof *span) : NULL;
        if (!span)
            continue;
        uint32_t from = (uint32_t)(text.text - issue->lines.items[i].text.text);
        *span = (galley_span){ i, from, from + (uint32_t)text.length };
        galley_issue_add_furniture(issue, GALLEY_OTHER, (galley_text){ .text = text, .spans = span, .span_count = 1 });
    }
    return galley_issue_status(issue);
}
