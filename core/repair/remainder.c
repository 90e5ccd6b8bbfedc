/* SPDX-License-Identifier: MIT
 * The last pass over a page: whatever no reading took becomes furniture of the
 * kind its role says, so that nothing can be lost by an oversight of another pass. */
#include "core/repair/work.h"

static const galley_furniture_kind kinds[ROLE_COUNT] = {
    [ROLE_BODY] = GALLEY_OTHER,        [ROLE_HEAD] = GALLEY_LABEL,          [ROLE_BYLINE] = GALLEY_OTHER,
    [ROLE_CREDIT] = GALLEY_OTHER,      [ROLE_MASTHEAD] = GALLEY_OTHER,      [ROLE_FOLIO] = GALLEY_FOLIO,
    [ROLE_JUMP_TO] = GALLEY_JUMP_LINE, [ROLE_JUMP_FROM] = GALLEY_JUMP_LINE, [ROLE_GUIDE] = GALLEY_GUIDE,
    [ROLE_RULE] = GALLEY_RULE,
};

galley_status repair_remainder(struct work *work)
{
    for (uint32_t i = 0; i < work->pieces.count; i++)
        if (!work->claimed[i])
            galley_issue_add_furniture(work->issue,
                                       told_furniture(work, &work->pieces.items[i], kinds[work->pieces.items[i].role]),
                                       set_piece(work, i, SET_PLAIN));
    return galley_issue_status(work->issue);
}
