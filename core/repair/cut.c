/* SPDX-License-Identifier: MIT
 * Lines to pieces.  Mostly a line is one piece; but page-making programs set a
 * folio behind a teaser, a credit behind a caption, a jump line behind the last
 * sentence, an ornament before a guide entry, two captions side by side, and a
 * bold glyph twice.  Each of these is cut off here, by its form alone, and gets
 * its role at once; what is left over is head or body and is judged later. */
#include "core/repair/work.h"

#include <galley/text.h>

/* A line while it is being cut: glyphs [from, to) are not yet given away. */
struct cutting {
    struct work *work;
    uint32_t from, to;
    uint32_t line;
};

static const struct glyph *glyph_at(const struct work *work, uint32_t index)
{
    return &work->glyphs.items[index];
}

static pattern_text rest(const struct cutting *cut)
{
    return (pattern_text){ cut->work->folded + cut->from, cut->to - cut->from };
}

static struct piece *add_piece(struct work *work, uint32_t from, uint32_t to, enum role role)
{
    struct piece *made = galley_push(work->scratch, &work->pieces);
    if (!made)
        return NULL;
    const struct glyph *first = glyph_at(work, from);
    *made = (struct piece){ .from = from, .to = to, .line = first->line, .lead_gap = first->gap, .role = role };
    if (role != ROLE_BODY)
        made->sure = 6;
    return made;
}

/* ---- What stands at the end of a line ---------------------------------------- */

static bool ends_clause(const struct work *work, uint32_t index)
{
    return glyph_at(work, index)->classes & (GALLEY_STOP | GALLEY_CLOSING);
}

/* A number of at most three digits, a bar, and a section label, in either order;
 * or a pointer such as 第2版: the label of another page, behind a gap. */
static bool is_folio(const struct work *work, pattern_text text)
{
    if (pattern_whole(&work->language->lists[LANGUAGE_POINTERS], text))
        return true;
    uint32_t at = 0, digits = 0, bars = 0, labels = 0;
    while (at < text.count) {
        pattern_text tail = { text.codes + at, text.count - at };
        size_t label = pattern_starts(&work->language->lists[LANGUAGE_SECTION_LABELS], tail);
        if (text.codes[at] >= '0' && text.codes[at] <= '9')
            digits++, at++;
        else if (text.codes[at] == '|' || text.codes[at] == '/' || text.codes[at] == 0xB7)
            bars++, at++;
        else if (label != SIZE_MAX && !labels)
            labels++, at += (uint32_t)label;
        else if (text.codes[at] == 0x7248 /* 版 */ && digits)
            at++;
        else
            return false;
    }
    return digits > 0 && digits <= 3 && (bars || labels);
}

static bool reads_as_folio(const struct work *work, uint32_t from, uint32_t to)
{
    return is_folio(work, (pattern_text){ work->folded + from, to - from });
}

/* In a spaced-out line a gap is no sign of anything. */
static bool spaced_out(const struct cutting *cut)
{
    uint32_t gaps = 0;
    for (uint32_t at = cut->from + 1; at < cut->to; at++)
        gaps += glyph_at(cut->work, at)->gap > 0;
    return gaps * 3 > cut->to - cut->from;
}

/* From the gap at `at` on to the left, gap by gap, as far as it still reads as a folio. */
static uint32_t widen_folio(const struct cutting *cut, uint32_t at)
{
    for (;;) {
        uint32_t further = at - 1;
        while (further > cut->from && !glyph_at(cut->work, further)->gap)
            further--;
        if (further == cut->from || cut->to - further > 12 || !reads_as_folio(cut->work, further, cut->to))
            return at;
        at = further;
    }
}

static uint32_t find_folio(const struct cutting *cut)
{
    if (spaced_out(cut))
        return GALLEY_NONE;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at <= 12; at--)
        if (glyph_at(cut->work, at)->gap && reads_as_folio(cut->work, at, cut->to))
            return widen_folio(cut, at);
    return GALLEY_NONE;
}

static uint32_t find_jump(const struct cutting *cut)
{
    size_t at = pattern_ends(&cut->work->language->lists[LANGUAGE_JUMP_TO], rest(cut));
    return at == SIZE_MAX ? GALLEY_NONE : cut->from + (uint32_t)at;
}

/* Where a run of name characters that ends at `end` may begin: after a role word,
 * a gap, or a sentence end. */
static uint32_t find_credit_start(const struct cutting *cut, uint32_t end)
{
    const struct work *work = cut->work;
    const pattern_list *roles = &work->language->lists[LANGUAGE_ROLES];
    for (uint32_t at = end > cut->from + 24 ? end - 24 : cut->from; at < end; at++) {
        pattern_text tail = { work->folded + at, end - at };
        if (pattern_starts(roles, tail) != SIZE_MAX &&
            (at == cut->from || ends_clause(work, at - 1) || glyph_at(work, at)->gap))
            return at;
    }
    for (uint32_t at = end; at > cut->from && end - at <= 8; at--)
        if (at < end && end - at >= 2 && ends_clause(work, at - 1) &&
            language_set_has(&work->language->surnames, glyph_at(work, at)->code))
            return at;
    bool whole = end - cut->from >= 2 && end - cut->from <= 10 &&
                 language_set_has(&work->language->surnames, glyph_at(work, cut->from)->code);
    return whole ? cut->from : GALLEY_NONE;
}

static bool in_brackets(const struct cutting *cut, uint32_t *from)
{
    const struct work *work = cut->work;
    if (!(glyph_at(work, cut->to - 1)->classes & GALLEY_CLOSING))
        return false;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at < 24;)
        if (glyph_at(work, --at)->classes & GALLEY_OPENING) {
            *from = at;
            return true;
        }
    return false;
}

static uint32_t find_credit(const struct cutting *cut)
{
    const language *pack = cut->work->language;
    size_t whole = pattern_ends(&pack->lists[LANGUAGE_CREDIT_WHOLE], rest(cut));
    if (whole != SIZE_MAX && (whole == 0 || ends_clause(cut->work, cut->from + (uint32_t)whole - 1) ||
                              glyph_at(cut->work, cut->from + (uint32_t)whole)->classes & GALLEY_OPENING))
        return cut->from + (uint32_t)whole;
    struct cutting inner = *cut;
    uint32_t bracket = cut->from;
    if (in_brackets(cut, &bracket))
        inner = (struct cutting){ cut->work, bracket + 1, cut->to - 1, cut->line };
    if (inner.to <= inner.from)
        return GALLEY_NONE;
    size_t verb = pattern_ends(&pack->lists[LANGUAGE_CREDIT_ENDS], rest(&inner));
    if (verb == SIZE_MAX || verb == 0)
        return GALLEY_NONE;
    uint32_t start = find_credit_start(&inner, inner.from + (uint32_t)verb);
    if (start == GALLEY_NONE)
        return GALLEY_NONE;
    return inner.from > cut->from || inner.to < cut->to ? bracket : start;
}

/* ---- What stands at its beginning --------------------------------------------- */

static uint32_t find_jump_from(const struct cutting *cut)
{
    size_t end = pattern_starts(&cut->work->language->lists[LANGUAGE_JUMP_FROM], rest(cut));
    return end == SIZE_MAX ? cut->from : cut->from + (uint32_t)end;
}

static bool guide_sign(uint32_t code)
{
    static const uint32_t signs[] = { 0x25B6, 0x25B7, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x2605, 0x2606, 0x27A4, 0x2794 };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == code)
            return true;
    return false;
}

/* The mark before a byline: □ 本报记者. */
static uint32_t find_byline_mark(const struct cutting *cut)
{
    pattern_text tail = { cut->work->folded + cut->from + 1, cut->to - cut->from - 1 };
    bool mark = glyph_at(cut->work, cut->from)->classes & GALLEY_ORNAMENT;
    return mark && pattern_starts(&cut->work->language->lists[LANGUAGE_ROLES], tail) != SIZE_MAX ? cut->from + 1
                                                                                                 : cut->from;
}

/* ■ before a short line without a stop is a guide's, before a sentence it opens an item. */
static uint32_t find_bullet(const struct cutting *cut)
{
    uint32_t end = cut->from;
    while (end < cut->to && glyph_at(cut->work, end)->classes & GALLEY_ORNAMENT)
        end++;
    for (uint32_t at = end; at < cut->to; at++)
        if (glyph_at(cut->work, at)->classes & (GALLEY_STOP | GALLEY_PAUSE))
            return cut->from;
    return cut->to - cut->from > 40 ? cut->from : end;
}

static uint32_t find_ornament(const struct cutting *cut)
{
    uint32_t at = cut->from;
    while (at < cut->to && guide_sign(glyph_at(cut->work, at)->code))
        at++;
    return at > cut->from ? at : find_bullet(cut);
}

/* ---- The line as a whole -------------------------------------------------------- */

static bool only(const struct cutting *cut, unsigned classes)
{
    for (uint32_t at = cut->from; at < cut->to; at++)
        if (!(glyph_at(cut->work, at)->classes & classes))
            return false;
    return true;
}

static enum role whole_role(const struct cutting *cut)
{
    const language *pack = cut->work->language;
    if (only(cut, GALLEY_ORNAMENT | GALLEY_DASH))
        return ROLE_RULE;
    if (pattern_whole(&pack->lists[LANGUAGE_GUIDE_WORDS], rest(cut)))
        return ROLE_GUIDE;
    if (pattern_whole(&pack->lists[LANGUAGE_JUMP_FROM], rest(cut)))
        return ROLE_JUMP_FROM;
    return reads_as_folio(cut->work, cut->from, cut->to) ? ROLE_FOLIO : ROLE_BODY;
}

/* A teaser and a caption that share a line: a gap after words without a stop, and
 * behind it the opening of a caption. */
static uint32_t find_caption(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (spaced_out(cut))
        return GALLEY_NONE;
    for (uint32_t at = cut->from + 4; at + 6 < cut->to; at++) {
        if (glyph_at(work, at - 1)->classes & (GALLEY_STOP | GALLEY_PAUSE))
            return GALLEY_NONE;
        pattern_text tail = { work->folded + at, cut->to - at };
        if (glyph_at(work, at)->gap &&
            pattern_starts(&work->language->lists[LANGUAGE_CAPTION_STARTS], tail) != SIZE_MAX)
            return at;
    }
    return GALLEY_NONE;
}

/* ---- Glyphs printed twice --------------------------------------------------------- */

#define DOUBLED_LONGEST 24

static bool doubled_run(const struct work *work, uint32_t from, uint32_t to)
{
    if (to - from < 4 || (to - from) % 2)
        return false;
    for (uint32_t at = from; at < to; at += 2)
        if (glyph_at(work, at)->code != glyph_at(work, at + 1)->code)
            return false;
    return true;
}

/* The second of two equal glyphs that stand side by side. */
static bool is_double(const struct work *work, uint32_t from, uint32_t at)
{
    uint32_t run = 0; /* equal glyphs before it: the second, the fourth … is a double */
    while (at - run > from && glyph_at(work, at - run - 1)->code == glyph_at(work, at)->code)
        run++;
    return run % 2 == 1;
}

/* Whether [from, to) reads as a folio or a guide word once the doubles are left out,
 * and only then. */
static bool doubled_label(const struct work *work, uint32_t from, uint32_t to)
{
    uint32_t codes[DOUBLED_LONGEST], count = 0;
    if (to - from > DOUBLED_LONGEST)
        return false;
    for (uint32_t at = from; at < to; at++)
        if (!is_double(work, from, at))
            codes[count++] = work->folded[at];
    pattern_text text = { codes, count };
    return count < to - from &&
           (is_folio(work, text) || pattern_whole(&work->language->lists[LANGUAGE_GUIDE_WORDS], text));
}

/* Where the doubled end of a line begins: the line itself, or what stands behind a gap. */
static uint32_t find_doubles(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (doubled_run(work, cut->from, cut->to) || doubled_label(work, cut->from, cut->to))
        return cut->from;
    for (uint32_t at = cut->from + 1; at < cut->to; at++)
        if (cut->to - at <= DOUBLED_LONGEST && glyph_at(work, at)->gap &&
            (doubled_run(work, at, cut->to) || doubled_label(work, at, cut->to)))
            return at;
    return cut->to;
}

static void keep_glyph(struct work *work, uint32_t kept, uint32_t at, bool torn)
{
    work->glyphs.items[kept] = work->glyphs.items[at];
    work->folded[kept] = work->folded[at];
    work->glyphs.items[kept].torn |= torn;
}

/* Takes the second of each pair out of the line and makes it furniture. */
static void take_doubles(struct cutting *cut)
{
    struct work *work = cut->work;
    uint32_t from = find_doubles(cut), kept = from;
    bool doubles[DOUBLED_LONGEST * 4] = { false };
    if (from == cut->to || cut->to - from > DOUBLED_LONGEST * 4)
        return;
    for (uint32_t at = from; at < cut->to; at++)
        doubles[at - from] = is_double(work, from, at);
    for (uint32_t at = from; at < cut->to; at++) {
        if (doubles[at - from])
            galley_issue_add_furniture(work->issue, GALLEY_DOUBLED, set_glyphs(work, &at, 1));
        else
            keep_glyph(work, kept++, at, at > from && doubles[at - from - 1]);
    }
    struct galley_repair_record *record =
        galley_issue_add_repair(work->issue, "cut", "doubled-glyphs", cut->line, 0.9f);
    record->why = "glyphs are printed twice there, as bold type is imitated; the second ones are kept as furniture";
    cut->to = kept;
}

#define LABEL_LONGEST 8

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

/* A few words behind a finished sentence and a gap, where a block ends: a label that
 * was set beside it. */
static uint32_t find_label(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (spaced_out(cut) || !ends_zone(cut) || work->glyphs.items[cut->to - 1].line != cut->line)
        return GALLEY_NONE;
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at <= LABEL_LONGEST; at--) {
        const struct glyph *here = glyph_at(work, at);
        if (here->classes & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_DIGIT))
            return GALLEY_NONE;
        if (here->gap)
            return here[-1].classes & (GALLEY_STOP | GALLEY_CLOSING) && cut->to - at >= 2 ? at : GALLEY_NONE;
    }
    return GALLEY_NONE;
}

static void cut_tails(struct cutting *cut, struct piece *tails, int *count)
{
    bool again = true;
    while (again && cut->to > cut->from)
        again = cut_tail(cut, find_jump(cut), ROLE_JUMP_TO, tails, count) ||
                cut_tail(cut, find_folio(cut), ROLE_FOLIO, tails, count) ||
                cut_tail(cut, find_credit(cut), ROLE_CREDIT, tails, count);
    if (cut->to > cut->from)
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

/* The head of an inner page: its folio, then date, weekday, editors on the same line. */
static uint32_t find_page_head(const struct cutting *cut)
{
    const struct work *work = cut->work;
    uint32_t found = GALLEY_NONE;
    bool top = cut->line < work->issue->pages.items[work->page].first_line + 2;
    for (uint32_t at = cut->from + 1; top && at < cut->to && at - cut->from <= 12; at++) {
        size_t end;
        pattern_text tail = { work->folded + at, cut->to - at };
        if (glyph_at(work, at)->gap && reads_as_folio(work, cut->from, at) &&
            pattern_find(&work->language->lists[LANGUAGE_MASTHEAD_WORDS], tail, 0, &end) != SIZE_MAX)
            found = at;
    }
    return found;
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

static void cut_parts(const struct cutting *cut)
{
    uint32_t caption = find_caption(cut), head = find_page_head(cut);
    if (head != GALLEY_NONE) {
        add_piece(cut->work, cut->from, head, ROLE_FOLIO);
        add_piece(cut->work, head, cut->to, ROLE_FOLIO);
    } else if (caption != GALLEY_NONE) {
        cut_part((struct cutting){ cut->work, cut->from, caption, cut->line });
        cut_part((struct cutting){ cut->work, caption, cut->to, cut->line });
    } else
        cut_part(*cut);
}

static void cut_line(struct cutting *cut, uint16_t blanks)
{
    uint32_t first = (uint32_t)cut->work->pieces.count;
    take_doubles(cut);
    enum role role = whole_role(cut);
    if (role == ROLE_BODY)
        cut_parts(cut);
    else
        add_piece(cut->work, cut->from, cut->to, role);
    if (first < cut->work->pieces.count) {
        cut->work->pieces.items[first].opens_line = true;
        cut->work->pieces.items[first].blanks = blanks;
        cut->work->pieces.items[cut->work->pieces.count - 1].ends_line = true;
    }
}

galley_status repair_cut(struct work *work)
{
    uint32_t from = 0;
    while (from < work->glyphs.count) {
        uint32_t to = from, line = glyph_at(work, from)->line;
        while (to < work->glyphs.count && glyph_at(work, to)->line == line)
            to++;
        struct cutting cut = { work, from, to, line };
        uint32_t blanks = work->issue->lines.items[line].blank_before;
        cut_line(&cut, (uint16_t)(blanks > UINT16_MAX ? UINT16_MAX : blanks));
        from = to;
    }
    work->claimed = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *work->claimed);
    return galley_arena_status(work->scratch);
}
