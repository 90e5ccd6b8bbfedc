/* SPDX-License-Identifier: MIT
 * What can be seen of a piece by itself: does it end a sentence, does it open as
 * a lead or a caption does, how many pauses, which brackets stay open. */
#include "core/repair/work.h"
#include "core/repair/wrap.h"

#include <galley/text.h>

/* In an alphabet a full stop also closes Mr., J. and No. */
static bool abbreviates(const struct work *work, const struct piece *piece, uint32_t index)
{
    uint32_t from = index;
    if (work->east_asian || work->folded[index] != '.')
        return false;
    while (from > piece->from && work->glyphs.items[from - 1].classes & GALLEY_LETTER && !work->glyphs.items[from].gap)
        from--;
    bool letter = index - from == 1 && work->glyphs.items[from].classes & GALLEY_LETTER;
    return letter || pattern_whole(&work->language->lists[LANGUAGE_ABBREVIATIONS], glyphs_text(work, from, index));
}

/* A sentence ends with a stop, or with a stop inside closing quotes or brackets. */
static bool sentence_ends_at(const struct work *work, const struct piece *piece, uint32_t index)
{
    while (index > piece->from && (work->glyphs.items[index].classes & GALLEY_CLOSING || work->folded[index] == '"' ||
                                   work->folded[index] == '\''))
        index--;
    return work->glyphs.items[index].classes & GALLEY_STOP && !abbreviates(work, piece, index);
}

/* A stop between sentences: in an alphabet a space and no small letter follow. */
static bool parts_sentences(const struct work *work, const struct piece *piece, uint32_t index)
{
    const struct glyph *here = &work->glyphs.items[index];
    if (!(here->classes & GALLEY_STOP) || index + 1 >= piece->to || here[1].classes & GALLEY_CLOSING)
        return false;
    if (work->east_asian)
        return true;
    bool digit = index > piece->from && here[-1].classes & GALLEY_DIGIT; /* 3. Juni */
    return here[1].gap && galley_code_lower(here[1].code) != here[1].code && !digit && !abbreviates(work, piece, index);
}

/* 3.5 and 2021.6: a stop between digits ends nothing. */
static bool between_digits(const struct work *work, const struct piece *piece, uint32_t index)
{
    return index > piece->from && index + 1 < piece->to && work->glyphs.items[index - 1].classes & GALLEY_DIGIT &&
           work->glyphs.items[index + 1].classes & GALLEY_DIGIT;
}

static void count_marks(const struct work *work, struct piece *piece)
{
    int open = 0, pauses = 0;
    for (uint32_t at = piece->from; at < piece->to; at++) {
        unsigned classes = work->glyphs.items[at].classes;
        if (!(classes & (GALLEY_OPENING | GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_STOP)))
            continue;
        open += (classes & GALLEY_OPENING) != 0;
        open -= (classes & GALLEY_CLOSING) != 0;
        if (!(classes & (GALLEY_PAUSE | GALLEY_STOP)) || between_digits(work, piece, at))
            continue;
        pauses += (classes & GALLEY_PAUSE) != 0 && work->glyphs.items[at].code != 0x3001 &&
                  work->folded[at] != ':'; /* 、 and ： are no pauses of prose */
        piece->stop_inside |= parts_sentences(work, piece, at);
    }
    piece->open_marks = (int8_t)(open > 100 ? 100 : open < -100 ? -100 : open);
    piece->pauses = (uint8_t)(pauses > 255 ? 255 : pauses);
}

/* Two or more clauses parted by a space, each of three characters or more. */
bool has_clauses(const struct work *work, const struct piece *piece)
{
    uint32_t since = piece->from, gaps = 0;
    if (!piece->gaps)
        return false;
    for (uint32_t at = piece->from + 1; at < piece->to; at++) {
        const struct glyph *here = &work->glyphs.items[at];
        if (!here->gap || !here->joins || !here[-1].joins)
            continue;
        if (at - since < 3 || (here[-1].classes & (GALLEY_PAUSE | GALLEY_STOP)))
            return false;
        since = at;
        gaps++;
    }
    return gaps > 0 && piece->to - since >= 3;
}

/* 各位：  whom a text is for. */
bool ends_as_addressee(const struct work *work, const struct piece *piece)
{
    return work->folded[piece->to - 1] == ':' ||
           pattern_ends(&work->language->lists[LANGUAGE_ADDRESSEES], piece_text(work, piece)) != SIZE_MAX;
}

static uint8_t words_of(const struct work *work, const struct piece *piece)
{
    static const struct {
        language_list list;
        bool at_start;
        uint8_t says;
    } words[] = {
        { LANGUAGE_SUB_STARTS, true, SAYS_SUB },
        { LANGUAGE_KICKER_ENDS, false, SAYS_KICKER },
        { LANGUAGE_ATTENDANCE_ENDS, false, SAYS_ATTENDANCE },
        { LANGUAGE_COMPLETE_ENDS, false, SAYS_COMPLETE },
        { LANGUAGE_NOTICE_WORDS, false, SAYS_NOTICE },
        { LANGUAGE_PREDICATES, true, SAYS_PREDICATE },
        { LANGUAGE_NOTICE_STARTS, true, SAYS_ABOUT },
    };
    pattern_text text = piece_text(work, piece);
    uint8_t says = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const pattern_list *list = &work->language->lists[words[i].list];
        size_t found = words[i].at_start ? pattern_starts(list, text) : pattern_ends(list, text);
        says |= found == SIZE_MAX ? 0 : words[i].says;
    }
    if (ends_as_addressee(work, piece)) /* 皆さまへ is no headline, though へ ends many */
        says &= (uint8_t) ~(SAYS_COMPLETE | SAYS_KICKER);
    return says;
}

/* What a lead is looked for in: the piece, and in an alphabet, whose datelines are
 * long for a column, the next line too. */
static pattern_text lead_text(const struct work *work, size_t index)
{
    const struct piece *piece = &work->pieces.items[index], *next = piece + 1;
    bool goes_on = !work->spaceless && index + 1 < work->pieces.count && next->from == piece->to && !next->blanks;
    pattern_text text = goes_on ? glyphs_text(work, piece->from, next->to) : piece_text(work, piece);
    text.lacks = goes_on ? piece->lacks & next->lacks : piece->lacks;
    return text;
}

/* Figures stand in subheadlines, gaps in headlines. */
static void see_glyphs(const struct work *work, struct piece *piece)
{
    const struct glyph *first = first_glyph(work, piece), *end = first + piece_length(piece);
    unsigned classes = 0;
    for (const struct glyph *here = first; here < end; here++) {
        classes |= here->classes;
        if (here->gap && here > first && !piece->justified)
            piece->gaps += here->joins && here[-1].joins;
    }
    piece->figures = (classes & GALLEY_DIGIT) != 0;
}

galley_status repair_features(struct work *work)
{
    const language *pack = work->language;
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        pattern_text text = piece_text(work, piece);
        piece->sentence_ends = sentence_ends_at(work, piece, piece->to - 1);
        piece->may_end =
            piece->sentence_ends || language_set_has(&pack->quote_ends, work->glyphs.items[piece->to - 1].code);
        count_marks(work, piece);
        piece->says = words_of(work, piece);
        piece->opens_story = pattern_starts(&pack->lists[LANGUAGE_LEADS], lead_text(work, i)) != SIZE_MAX &&
                             !piece_is_byline(work, piece);
        piece->caption_start = pattern_starts(&pack->lists[LANGUAGE_CAPTION_STARTS], text) != SIZE_MAX;
        piece->calls = pattern_starts(&pack->lists[LANGUAGE_AD_WORDS], text) != SIZE_MAX && !piece->sentence_ends;
        piece->dated = date_whole(&pack->dates, text);
        piece->begins_small = begins_small(work, piece);
        piece->ends_little = ends_with_little_word(work, piece);
        piece->lettering = (uint8_t)(work->spaceless ? LETTERING_UNKNOWN : lettering_of(work, piece));
        see_glyphs(work, piece);
    }
    return GALLEY_OK;
}

uint32_t count_words(const struct work *work, const uint32_t *pieces, size_t count, language_list list)
{
    uint32_t found = 0;
    for (size_t i = 0; i < count; i++) {
        pattern_text text = piece_text(work, &work->pieces.items[pieces[i]]);
        size_t end;
        for (size_t at = 0; (at = pattern_find(&work->language->lists[list], text, at, &end)) != SIZE_MAX; at = end)
            found++;
    }
    return found;
}
