/* SPDX-License-Identifier: MIT
 * Folios: a page number with a bar or a section's name, or a pointer such as 第2版,
 * alone, behind a teaser (then it is that of another page), or at the head of an
 * inner page before its date and editors. */
#include "core/repair/cut.h"

#define GUIDE_LONGEST 24 /* pieces */

/* A number of at most three digits, a bar, and a section label, in either order;
 * or a pointer such as 第2版: the label of another page, behind a gap. */
bool cut_is_folio(const struct work *work, pattern_text text)
{
    const pattern_list *lists = work->language->lists;
    if (pattern_whole(&lists[LANGUAGE_POINTERS], text))
        return true;
    uint32_t at = 0, digits = 0, bars = 0, labels = 0;
    bool letter = text.count && (text.codes[0] <= 'Z' ? text.codes[0] > '9' : pattern_numeral(text.codes[0]));
    if (letter && pattern_page(text, 0) != SIZE_MAX)
        at = text.codes[1] == '-' ? 2 : 1; /* A05, B-2 */
    while (at < text.count) {
        pattern_text tail = pattern_part(text, at, text.count);
        size_t end;
        if (pattern_digit(text.codes[at]))
            digits++, at++;
        else if (text.codes[at] == '|' || text.codes[at] == '/' || text.codes[at] == 0xB7)
            bars++, at++;
        else if (!labels && (end = pattern_starts(&lists[LANGUAGE_SECTION_LABELS], tail)) != SIZE_MAX)
            labels++, at += (uint32_t)end;
        else if ((digits || !work->east_asian) && (end = pattern_starts(&lists[LANGUAGE_PAGE_WORDS], tail)) != SIZE_MAX)
            at += (uint32_t)end;
        else
            return false;
    }
    return digits > 0 && digits <= 3 && (bars || labels);
}

static bool reads_as_folio(const struct work *work, uint32_t from, uint32_t to)
{
    return cut_is_folio(work, glyphs_text(work, from, to));
}

/* From the gap at `at` on to the left, gap by gap, as far as it still reads as a folio. */
static uint32_t widen_folio(const struct cutting *cut, uint32_t at)
{
    for (;;) {
        uint32_t further = at - 1;
        while (further > cut->from && !cut_glyph(cut->work, further)->gap)
            further--;
        if (further == cut->from || cut->to - further > 12 || !reads_as_folio(cut->work, further, cut->to))
            return at;
        at = further;
    }
}

static bool has_stop(const struct work *work, const struct piece *piece)
{
    for (uint32_t at = piece->from; at < piece->to; at++)
        if (cut_glyph(work, at)->classes & (GALLEY_STOP | GALLEY_PAUSE))
            return true;
    return false;
}

/* Among the entries of a guide: only lines without a stop stand behind its title. */
static bool in_guide(const struct work *work)
{
    size_t count = work->pieces.count;
    for (size_t back = 1; back <= count && back <= GUIDE_LONGEST; back++) {
        const struct piece *piece = &work->pieces.items[count - back];
        if (piece->role == ROLE_GUIDE)
            return true;
        if (piece->role != ROLE_FOLIO && has_stop(work, piece))
            return false;
    }
    return false;
}

/* Behind the end of the line: the glyphs up to there, and those of the next line. */
static uint32_t end_of_next_line(const struct cutting *cut)
{
    uint32_t end = cut->to;
    while (end < cut->work->glyphs.count && cut_glyph(cut->work, end)->line <= cut->line + 1)
        end++;
    return end;
}

/* A pointer that wrapped: its number ends the line, its word is the next one. */
static bool wraps_as_pointer(const struct cutting *cut, uint32_t at)
{
    uint32_t end = end_of_next_line(cut);
    return cut_glyph(cut->work, at)->classes & GALLEY_DIGIT && cut_glyph(cut->work, cut->to - 1)->line == cut->line &&
           end > cut->to && end - at <= 4 &&
           pattern_whole(&cut->work->language->lists[LANGUAGE_POINTERS], glyphs_text(cut->work, at, end));
}

bool cut_ends_pointer(const struct cutting *cut)
{
    const struct work *work = cut->work;
    const struct piece *last = work->pieces.count ? &work->pieces.items[work->pieces.count - 1] : NULL;
    return last && last->role == ROLE_FOLIO && last->to == cut->from && cut->to - last->from <= 4 &&
           pattern_whole(&work->language->lists[LANGUAGE_POINTERS], glyphs_text(work, last->from, cut->to));
}

uint32_t cut_find_folio(const struct cutting *cut)
{
    if (!cut->gaps)
        return GALLEY_NONE;
    bool guide = in_guide(cut->work);
    if (cut_spaced_out(cut) && !guide)
        return GALLEY_NONE;
    /* behind the sign of a guide's entry, or its title, any space will do */
    bool entry = guide || (cut->from > 0 && cut_glyph(cut->work, cut->from - 1)->line == cut->line);
    for (uint32_t at = cut->to - 1; at > cut->from && cut->to - at <= 12; at--) {
        bool gap = cut_wide_gap(cut->work, at) || (entry && cut_glyph(cut->work, at)->gap);
        if (gap && reads_as_folio(cut->work, at, cut->to))
            return widen_folio(cut, at);
        if (gap && entry && wraps_as_pointer(cut, at))
            return at;
    }
    return GALLEY_NONE;
}

/* The head of an inner page: its folio, then date, weekday, editors on the same line. */
uint32_t cut_find_page_head(const struct cutting *cut)
{
    const struct work *work = cut->work;
    uint32_t found = GALLEY_NONE;
    bool top = cut->line < work->issue->pages.items[work->page].first_line + 2;
    for (uint32_t at = cut->from + 1; top && at < cut->to && at - cut->from <= 12; at++) {
        size_t end;
        pattern_text tail = cut_text(cut, at, cut->to);
        if (cut_glyph(work, at)->gap && reads_as_folio(work, cut->from, at) &&
            pattern_find(&work->language->lists[LANGUAGE_MASTHEAD_WORDS], tail, 0, &end) != SIZE_MAX)
            found = at;
    }
    return found;
}

/* At the edge of the page: its first two lines, or its last two. */
static bool at_edge(const struct cutting *cut)
{
    const galley_page *page = &cut->work->issue->pages.items[cut->work->page];
    return cut->line < page->first_line + 2 || cut->line + 2 >= page->first_line + page->line_count;
}

/* A running head is the page's name with the date, the paper's title or a section
 * beside it: A5  THE ALDER GAZETTE  June 3, 2021. */
bool cut_is_running_head(const struct cutting *cut)
{
    const language *pack = cut->work->language;
    pattern_text text = cut_rest(cut);
    size_t from, to, end;
    if (!at_edge(cut) || text.count > 80 || !folio_name(cut->work, text, &from, &to))
        return false;
    pattern_text rest = from ? pattern_part(text, 0, from) : pattern_part(text, to, text.count);
    if (!rest.count) /* a letter, or a number that is no day: A5 */
        return text.codes[0] >= 'A' && text.codes[0] <= 'Z';
    date found;
    bool dated = date_find(&pack->dates, rest, 0, &end, &found) != SIZE_MAX;
    return dated || pattern_ends(&pack->lists[LANGUAGE_TITLE_ENDS], rest) != SIZE_MAX ||
           pattern_whole(&pack->lists[LANGUAGE_SECTION_LABELS], rest);
}
