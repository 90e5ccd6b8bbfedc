/* SPDX-License-Identifier: MIT
 * Glyphs printed twice.  Bold type and shadows are imitated by printing a glyph a
 * second time beside itself, and extractors find both: 22 版版 for 2版.  The second
 * ones are taken out of the line and kept as furniture. */
#include "core/repair/cut.h"

#define DOUBLED_LONGEST 24

static bool doubled_run(const struct work *work, uint32_t from, uint32_t to)
{
    if (to - from < 4 || (to - from) % 2)
        return false;
    for (uint32_t at = from; at < to; at += 2)
        if (cut_glyph(work, at)->code != cut_glyph(work, at + 1)->code)
            return false;
    return true;
}

/* The second of two equal glyphs that stand side by side. */
static bool is_double(const struct work *work, uint32_t from, uint32_t at)
{
    uint32_t run = 0; /* equal glyphs before it: the second, the fourth … is a double */
    while (at - run > from && cut_glyph(work, at - run - 1)->code == cut_glyph(work, at)->code)
        run++;
    return run % 2 == 1;
}

/* A folio has a number, or is a pointer. */
static bool may_be_label(const struct work *work, uint32_t from, uint32_t to)
{
    const pattern_list *lists = work->language->lists;
    uint32_t first = work->folded[from], last = work->folded[to - 1];
    bool figures = false;
    for (uint32_t at = from; at < to && !figures; at++)
        figures = pattern_digit(work->folded[at]);
    return figures || pattern_may_be(&lists[LANGUAGE_POINTERS], first, last) ||
           pattern_may_be(&lists[LANGUAGE_GUIDE_WORDS], first, last);
}

/* Whether [from, to) reads as a folio or a guide word once the doubles are left out,
 * and only then. */
static bool doubled_label(const struct work *work, uint32_t from, uint32_t to)
{
    uint32_t codes[DOUBLED_LONGEST], count = 0;
    if (to - from > DOUBLED_LONGEST || !may_be_label(work, from, to))
        return false;
    for (uint32_t at = from; at < to; at++)
        if (!is_double(work, from, at))
            codes[count++] = work->folded[at];
    pattern_text text = pattern_of(codes, count);
    return count < to - from &&
           (cut_is_folio(work, text) || pattern_whole(&work->language->lists[LANGUAGE_GUIDE_WORDS], text));
}

/* The last glyph that stands beside one like it before it: behind it there is no double. */
static uint32_t last_double(const struct cutting *cut)
{
    uint32_t at = cut->to - 1;
    while (at > cut->from && cut_glyph(cut->work, at)->code != cut_glyph(cut->work, at - 1)->code)
        at--;
    return at;
}

/* Where the doubled end of a line begins: the line itself, or what stands behind a gap. */
static uint32_t find_doubles(const struct cutting *cut)
{
    const struct work *work = cut->work;
    if (!cut->doubles)
        return cut->to;
    if (doubled_run(work, cut->from, cut->to) || doubled_label(work, cut->from, cut->to))
        return cut->from;
    uint32_t last = last_double(cut);
    for (uint32_t at = cut->from + 1; at < last; at++)
        if (cut->to - at <= DOUBLED_LONGEST && cut_glyph(work, at)->gap &&
            (doubled_run(work, at, cut->to) || doubled_label(work, at, cut->to)))
            return at;
    return cut->to;
}

static void keep_glyph(struct work *work, uint32_t kept, uint32_t at, bool torn)
{
    work->glyphs.items[kept] = work->glyphs.items[at];
    work->folded[kept] = work->folded[at];
    work->spaced[kept] = work->spaced[at];
    work->glyphs.items[kept].torn |= torn;
}

/* Takes the second of each pair out of the line and makes it furniture. */
void cut_take_doubles(struct cutting *cut)
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
