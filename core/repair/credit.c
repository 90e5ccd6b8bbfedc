/* SPDX-License-Identifier: MIT
 * Credits: who took the picture.  One stands at the end of a caption, or on its own,
 * with or without brackets: names behind a role or a gap, and a word such as 摄. */
#include "core/repair/cut.h"

/* Where a run of name characters that ends at `end` may begin: after a role word,
 * a gap, or a sentence end. */
static uint32_t find_credit_start(const struct cutting *cut, uint32_t end)
{
    const struct work *work = cut->work;
    const pattern_list *roles = &work->language->lists[LANGUAGE_ROLES];
    for (uint32_t at = end > cut->from + 24 ? end - 24 : cut->from; at < end; at++) {
        pattern_text tail = cut_text(cut, at, end);
        if (pattern_starts(roles, tail) != SIZE_MAX &&
            (at == cut->from || cut_ends_clause(work, at - 1) || cut_glyph(work, at)->gap))
            return at;
    }
    for (uint32_t at = end; at > cut->from && end - at <= 8; at--)
        if (at < end && end - at >= 2 && cut_ends_clause(work, at - 1) &&
            language_set_has(&work->language->surnames, cut_glyph(work, at)->code))
            return at;
    bool whole = end - cut->from >= 2 && end - cut->from <= 10 &&
                 language_set_has(&work->language->surnames, cut_glyph(work, cut->from)->code);
    return whole ? cut->from : GALLEY_NONE;
}

static bool in_brackets(const struct cutting *cut, uint32_t *from)
{
    const struct work *work = cut->work;
    if (!(cut_glyph(work, cut->to - 1)->classes & GALLEY_CLOSING))
        return false;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at < 24;)
        if (cut_glyph(work, --at)->classes & GALLEY_OPENING) {
            *from = at;
            return true;
        }
    return false;
}

/* A credit begins there: with the line, behind a clause, or with a sign of its own. */
static bool stands_apart(const struct cutting *cut, uint32_t at)
{
    return at == cut->from || cut_ends_clause(cut->work, at - 1) || cut->work->folded[at] == '=' ||
           cut_glyph(cut->work, at)->classes & GALLEY_OPENING;
}

uint32_t cut_find_credit(const struct cutting *cut)
{
    const language *pack = cut->work->language;
    size_t whole = pattern_ends(&pack->lists[LANGUAGE_CREDIT_WHOLE], cut_rest(cut));
    if (whole != SIZE_MAX && stands_apart(cut, cut->from + (uint32_t)whole))
        return cut->from + (uint32_t)whole;
    struct cutting inner = *cut;
    uint32_t bracket = cut->from;
    if (in_brackets(cut, &bracket)) {
        inner.from = bracket + 1;
        inner.to = cut->to - 1;
    }
    if (inner.to <= inner.from)
        return GALLEY_NONE;
    size_t verb = pattern_ends(&pack->lists[LANGUAGE_CREDIT_ENDS], cut_rest(&inner));
    if (verb == SIZE_MAX || verb == 0)
        return GALLEY_NONE;
    uint32_t start = find_credit_start(&inner, inner.from + (uint32_t)verb);
    if (start == GALLEY_NONE)
        return GALLEY_NONE;
    return inner.from > cut->from || inner.to < cut->to ? bracket : start;
}

#define CREDIT_REST 12 /* characters of a credit on its second line */

/* A credit that is too long for its line goes on in the next one:  通讯员 戴一|栋 摄 */
void cut_wrapped_credit(struct work *work, uint32_t index)
{
    if (index == 0 || index + 1 != work->pieces.count)
        return;
    struct piece *above = &work->pieces.items[index - 1], *rest = above + 1;
    struct cutting both = {
        .work = work, .from = above->from, .to = rest->to, .line = above->line, .gaps = UINT32_MAX
    };
    if (above->role != ROLE_BODY || rest->blanks || above->to != rest->from || piece_length(rest) > CREDIT_REST ||
        (rest->role != ROLE_BODY && rest->role != ROLE_CREDIT))
        return;
    uint32_t at = cut_find_credit(&both);
    if (at == GALLEY_NONE || at >= above->to)
        return;
    rest->role = ROLE_CREDIT;
    rest->goes_on = true;
    if (at == above->from) {
        above->role = ROLE_CREDIT;
        return;
    }
    struct piece second = *rest, first = *above;
    above->to = first.from = at;
    above->ends_line = first.opens_line = false;
    first.blanks = 0;
    first.role = ROLE_CREDIT;
    *rest = first;
    struct piece *room = galley_push(work->scratch, &work->pieces);
    if (room)
        *room = second;
}
