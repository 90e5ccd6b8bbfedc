/* SPDX-License-Identifier: MIT
 * Lines to pieces.  Mostly a line is one piece; but page-making programs set a
 * folio behind a teaser, a credit behind a caption, a jump line behind the last
 * sentence, an ornament before a guide entry, two captions side by side, and a
 * bold glyph twice.  Each of these is cut off here, by its form alone, and gets
 * its role at once; what is left over is head or body and is judged later. */
#include "core/repair/cut.h"

#include <galley/text.h>

static struct piece *add_piece(struct work *work, uint32_t from, uint32_t to, enum role role)
{
    struct piece *made = galley_push(work->scratch, &work->pieces);
    if (!made)
        return NULL;
    const struct glyph *first = cut_glyph(work, from);
    *made = (struct piece){ .from = from, .to = to, .line = first->line, .lead_gap = first->gap, .role = role };
    if (role != ROLE_BODY)
        made->sure = 6;
    return made;
}

/* ---- What stands at the end of a line ---------------------------------------- */

static uint32_t find_jump(const struct cutting *cut)
{
    size_t at = pattern_ends(&cut->work->language->lists[LANGUAGE_JUMP_TO], cut_rest(cut));
    return at == SIZE_MAX ? GALLEY_NONE : cut->from + (uint32_t)at;
}

/* ---- What stands at its beginning --------------------------------------------- */

static uint32_t find_jump_from(const struct cutting *cut)
{
    size_t end = pattern_starts(&cut->work->language->lists[LANGUAGE_JUMP_FROM], cut_rest(cut));
    return end == SIZE_MAX ? cut->from : cut->from + (uint32_t)end;
}

/* The mark before a byline: □ 本报记者. */
static uint32_t find_byline_mark(const struct cutting *cut)
{
    pattern_text tail = cut_text(cut, cut->from + 1, cut->to);
    bool mark = cut_glyph(cut->work, cut->from)->classes & GALLEY_ORNAMENT;
    if (!mark || cut->from + 1 == cut->to)
        return cut->from;
    struct piece rest = { .from = cut->from + 1, .to = cut->to, .lacks = cut->lacks };
    bool role = pattern_starts(&cut->work->language->lists[LANGUAGE_ROLES], tail) != SIZE_MAX;
    return role || piece_is_byline(cut->work, &rest) ? cut->from + 1 : cut->from;
}

/* ■ before a short line without a stop is a guide's, before a sentence it opens an item. */
static uint32_t find_bullet(const struct cutting *cut)
{
    uint32_t end = cut->from;
    while (end < cut->to && cut_glyph(cut->work, end)->classes & GALLEY_ORNAMENT)
        end++;
    for (uint32_t at = end; at < cut->to && end > cut->from; at++)
        if (cut_glyph(cut->work, at)->classes & (GALLEY_STOP | GALLEY_PAUSE))
            return cut->from;
    return cut->to - cut->from > 40 ? cut->from : end;
}

static uint32_t find_ornament(const struct cutting *cut)
{
    uint32_t at = cut->from;
    while (at < cut->to && language_set_has(&cut->work->language->guide_signs, cut_glyph(cut->work, at)->code))
        at++;
    return at > cut->from ? at : find_bullet(cut);
}

/* ---- The line as a whole -------------------------------------------------------- */

static bool only(const struct cutting *cut, unsigned classes)
{
    for (uint32_t at = cut->from; at < cut->to; at++)
        if (!(cut_glyph(cut->work, at)->classes & classes))
            return false;
    return true;
}

static enum role whole_role(const struct cutting *cut)
{
    const language *pack = cut->work->language;
    if (only(cut, GALLEY_ORNAMENT | GALLEY_DASH))
        return ROLE_RULE;
    if (pattern_whole(&pack->lists[LANGUAGE_GUIDE_WORDS], cut_rest(cut)))
        return ROLE_GUIDE;
    if (pattern_whole(&pack->lists[LANGUAGE_JUMP_FROM], cut_rest(cut)) ||
        pattern_whole(&pack->lists[LANGUAGE_JUMP_FROM_ALONE], cut_rest(cut)))
        return ROLE_JUMP_FROM;
    if (pattern_whole(&pack->lists[LANGUAGE_JUMP_TO], cut_rest(cut)) ||
        pattern_whole(&pack->lists[LANGUAGE_JUMP_TO_ALONE], cut_rest(cut)))
        return ROLE_JUMP_TO;
    bool folio = cut_is_folio(cut->work, cut_rest(cut)) || cut_ends_pointer(cut) ||
                 (cut_find_page_head(cut) == GALLEY_NONE && cut_is_running_head(cut));
    return folio ? ROLE_FOLIO : ROLE_BODY;
}

/* A teaser and a caption that share a line: a gap after words without a stop, and
 * behind it the opening of a caption. */
static uint32_t find_caption(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (!cut->gaps || cut_spaced_out(cut))
        return GALLEY_NONE;
    for (uint32_t at = cut->from + 4; at + 6 < cut->to; at++) {
        if (cut_glyph(work, at - 1)->classes & (GALLEY_STOP | GALLEY_PAUSE))
            return GALLEY_NONE;
        if (cut_wide_gap(work, at) &&
            pattern_starts(&work->language->lists[LANGUAGE_CAPTION_STARTS], cut_text(cut, at, cut->to)) != SIZE_MAX)
            return at;
    }
    return GALLEY_NONE;
}

/* The page of a teaser, with a space on either side and more behind it:  渡口图书馆夜里亮灯 7版 …
 * Its end; *from is where it begins. */
static uint32_t find_pointer_inside(const struct cutting *cut, uint32_t *from)
{
    const struct work *work = cut->work;
    if (!cut->gaps || cut_spaced_out(cut) || find_jump_from(cut) > cut->from)
        return GALLEY_NONE;
    for (uint32_t at = cut->from + 5; at + 6 < cut->to; at++) {
        if (cut_glyph(work, at - 1)->classes & GALLEY_STOP)
            return GALLEY_NONE;
        if (!cut_glyph(work, at)->gap)
            continue;
        size_t pointer = pattern_ends(&work->language->lists[LANGUAGE_POINTERS], cut_text(cut, cut->from, at));
        *from = cut->from + (uint32_t)pointer;
        if (pointer != SIZE_MAX && pointer >= 4 && cut_glyph(work, *from)->gap)
            return at;
    }
    return GALLEY_NONE;
}

#define LABEL_LONGEST 10
#define SLOGAN_LONGEST 20 /* of two clauses, equally long */

/* ---- One line ----------------------------------------------------------------------- */

static bool cut_tail(struct cutting *cut, uint32_t at, enum role role, struct piece *tails, int *count)
{
    if (at == GALLEY_NONE || *count == 4)
        return false;
    tails[(*count)++] = (struct piece){ .from = at, .to = cut->to, .role = role };
    cut->to = at;
    return true;
}

static bool ends_zone(const struct cutting *cut)
{
    const galley_issue *issue = cut->work->issue;
    bool last = cut->line + 1 == issue->lines.count;
    return last || issue->lines.items[cut->line + 1].blank_before > 0 ||
           issue->lines.items[cut->line + 1].zone != issue->lines.items[cut->line].zone;
}

/* Two clauses of equal length with a gap between. */
static bool is_slogan(const struct work *work, uint32_t from, uint32_t to)
{
    uint32_t gaps = 0;
    for (uint32_t at = from + 1; at < to; at++)
        gaps += cut_wide_gap(work, at);
    return gaps == 1 && (to - from) % 2 == 0 && cut_wide_gap(work, from + (to - from) / 2);
}

/* A few words behind a finished sentence and a gap, where a block ends: a label that
 * was set beside it. */
static uint32_t find_label(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (!cut->gaps || cut_spaced_out(cut) || !ends_zone(cut) || work->glyphs.items[cut->to - 1].line != cut->line)
        return GALLEY_NONE;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at <= SLOGAN_LONGEST; at--) {
        const struct glyph *here = cut_glyph(work, at);
        if (here->classes & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_DIGIT))
            return GALLEY_NONE;
        if (cut_wide_gap(work, at) && here[-1].classes & (GALLEY_STOP | GALLEY_CLOSING))
            return cut->to - at >= 2 && (cut->to - at <= LABEL_LONGEST || is_slogan(work, at, cut->to)) ? at
                                                                                                        : GALLEY_NONE;
    }
    return GALLEY_NONE;
}

/* A subheadline that stands behind its headline in one line:  小街夜市开张 ——…见闻 */
static uint32_t find_subheadline(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (!work->spaceless || !cut->gaps || cut_spaced_out(cut))
        return GALLEY_NONE;
    for (uint32_t at = cut->from + 1; at < cut->to; at++) {
        if (cut_glyph(work, at - 1)->classes & GALLEY_STOP)
            return GALLEY_NONE;
        if (cut_wide_gap(work, at) &&
            pattern_starts(&work->language->lists[LANGUAGE_SUB_STARTS], cut_text(cut, at, cut->to)) != SIZE_MAX)
            return at;
    }
    return GALLEY_NONE;
}

#define SIGNATURE_LONGEST 40

/* A byline behind the last sentence of a text, where a block ends:  …고 말했다. 홍길동 기자 */
static uint32_t find_signature(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (work->spaceless || !ends_zone(cut))
        return GALLEY_NONE;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at <= SIGNATURE_LONGEST; at--) {
        struct piece rest = { .from = at, .to = cut->to, .lacks = cut->lacks };
        if (cut_glyph(work, at)->gap && cut_ends_clause(work, at - 1) && piece_is_byline(work, &rest))
            return at;
    }
    return GALLEY_NONE;
}

static void cut_tails(struct cutting *cut, struct piece *tails, int *count)
{
    bool again = true;
    while (again && cut->to > cut->from)
        again = cut_tail(cut, find_jump(cut), ROLE_JUMP_TO, tails, count) ||
                cut_tail(cut, cut_find_folio(cut), ROLE_FOLIO, tails, count) ||
                cut_tail(cut, cut_find_credit(cut), ROLE_CREDIT, tails, count);
    if (cut->to > cut->from)
        cut_tail(cut, find_signature(cut), ROLE_BYLINE, tails, count);
    if (cut->to > cut->from && !cut_tail(cut, find_subheadline(cut), ROLE_BODY, tails, count))
        cut_tail(cut, find_label(cut), ROLE_BODY, tails, count);
}

static void cut_heads(struct cutting *cut)
{
    uint32_t at = find_jump_from(cut);
    if (at > cut->from && at < cut->to) {
        add_piece(cut->work, cut->from, at, ROLE_JUMP_FROM);
        cut->from = at;
    }
    at = find_ornament(cut);
    if (at > cut->from && at < cut->to) {
        add_piece(cut->work, cut->from, at, ROLE_GUIDE);
        cut->from = at;
    }
    at = find_byline_mark(cut);
    if (at > cut->from && at < cut->to) {
        add_piece(cut->work, cut->from, at, ROLE_RULE);
        cut->from = at;
    }
}

/* A part of a line: what stands at its ends is cut off, the rest is one piece. */
static void cut_part(struct cutting cut)
{
    struct piece tails[4];
    int count = 0;
    cut_heads(&cut);
    cut_tails(&cut, tails, &count);
    if (cut.to > cut.from)
        add_piece(cut.work, cut.from, cut.to, ROLE_BODY);
    while (count--)
        add_piece(cut.work, tails[count].from, tails[count].to, tails[count].role);
}

static void cut_between(const struct cutting *cut, uint32_t from, uint32_t to)
{
    struct cutting part = *cut;
    part.from = from;
    part.to = to;
    cut_part(part);
}

static void cut_parts(const struct cutting *cut)
{
    uint32_t caption = find_caption(cut), head = cut_find_page_head(cut), pointer = GALLEY_NONE;
    uint32_t behind = caption == GALLEY_NONE ? find_pointer_inside(cut, &pointer) : GALLEY_NONE;
    if (head != GALLEY_NONE) {
        add_piece(cut->work, cut->from, head, ROLE_FOLIO);
        add_piece(cut->work, head, cut->to, ROLE_FOLIO);
    } else if (caption != GALLEY_NONE) {
        cut_between(cut, cut->from, caption);
        cut_between(cut, caption, cut->to);
    } else if (behind != GALLEY_NONE) {
        cut_between(cut, cut->from, pointer);
        add_piece(cut->work, pointer, behind, ROLE_FOLIO);
        cut_between(cut, behind, cut->to);
    } else
        cut_part(*cut);
}

static void cut_line(struct cutting *cut, uint16_t blanks)
{
    uint32_t first = (uint32_t)cut->work->pieces.count;
    cut_take_doubles(cut);
    enum role role = whole_role(cut);
    if (role == ROLE_BODY)
        cut_parts(cut);
    else
        add_piece(cut->work, cut->from, cut->to, role);
    for (uint32_t i = first; i < cut->work->pieces.count; i++)
        cut->work->pieces.items[i].lacks = cut->lacks;
    if (first < cut->work->pieces.count) {
        cut->work->pieces.items[first].opens_line = true;
        cut->work->pieces.items[first].blanks = blanks;
        cut->work->pieces.items[cut->work->pieces.count - 1].ends_line = true;
        cut_wrapped_credit(cut->work, first);
    }
}

/* Room for the pieces of the page at once: mostly one a line. */
static void make_room(struct work *work)
{
    uint32_t lines = work->issue->pages.items[work->page].line_count, room = lines + lines / 16 + 8;
    work->pieces.items = galley_arena_array(work->scratch, room, sizeof *work->pieces.items);
    work->pieces.room = work->pieces.items ? room : 0;
}

/* The line that begins with glyph `from`, and what is seen of it on the way to its end. */
static struct cutting next_line(struct work *work, uint32_t from)
{
    const struct glyph *first = cut_glyph(work, from), *at = first + 1, *end = first + (work->glyphs.count - from);
    struct cutting cut = { .work = work, .from = from, .line = first->line };
    for (; at < end && at->line == first->line; at++) {
        cut.gaps += at->gap > 0;
        cut.doubles |= at->code == at[-1].code;
    }
    cut.to = from + (uint32_t)(at - first);
    cut.lacks = pattern_lacks(work->folded + from, cut.to - from);
    return cut;
}

galley_status repair_cut(struct work *work)
{
    make_room(work);
    for (uint32_t from = 0; from < work->glyphs.count;) {
        struct cutting cut = next_line(work, from);
        uint32_t blanks = work->issue->lines.items[cut.line].blank_before;
        from = cut.to;
        cut_line(&cut, (uint16_t)(blanks > UINT16_MAX ? UINT16_MAX : blanks));
    }
    work->claimed = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *work->claimed);
    return galley_arena_status(work->scratch);
}
