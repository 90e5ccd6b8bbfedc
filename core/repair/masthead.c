/* SPDX-License-Identifier: MIT
 * The title block of a first page, and the folios of the others.  A title block
 * stands at the very top and is full of words that stand nowhere else together:
 * issue number, weekday, organ of, editor, serial number.  It is kept as printed,
 * a paragraph a line, and what it says is read into the issue's metadata. */
#include "core/repair/passes.h"

#include <galley/buffer.h>
#include <galley/text.h>

#define TOP_LINES 24      /* a title block ends within so many pieces */
#define ENOUGH_SIGNS 3.0f /* points for the block as a whole */

enum { TITLE, WORDS, DATED, CAPITALS, MASTHEAD_ROWS };

/* Points for a line of the title block. */
const struct evidence masthead_evidence[] = {
    [TITLE] = { "title", 1.5f, "it is short and ends as titles of newspapers do" },
    [WORDS] = { "words", 1.5f, "words of title blocks stand in it" },
    [DATED] = { "dated", 1, "it is a date" },
    [CAPITALS] = { "capitals", 1, "it is in capitals" },
};
_Static_assert(sizeof masthead_evidence / sizeof *masthead_evidence == MASTHEAD_ROWS, "a row without a name");
const uint32_t masthead_rows = MASTHEAD_ROWS;

static const struct piece *piece_at(const struct work *work, size_t index)
{
    return &work->pieces.items[index];
}

static bool only_capitals(const struct work *work, const struct piece *piece)
{
    uint32_t letters = 0;
    for (uint32_t at = piece->from; at < piece->to; at++) {
        uint32_t code = work->folded[at];
        if (code >= 'a' && code <= 'z')
            return false;
        letters += code >= 'A' && code <= 'Z';
    }
    return letters >= 5 && letters * 4 >= piece_length(piece) * 3;
}

static bool has(const struct work *work, const struct piece *piece, language_list list)
{
    size_t end;
    return pattern_find(&work->language->lists[list], piece_text(work, piece), 0, &end) != SIZE_MAX;
}

static bool has_date(const struct work *work, const struct piece *piece)
{
    size_t end;
    date found;
    return date_find(&work->language->dates, piece_text(work, piece), 0, &end, &found) != SIZE_MAX;
}

static bool is_title(const struct work *work, const struct piece *piece)
{
    if (pattern_whole(&work->language->lists[LANGUAGE_TITLES], piece_text(work, piece)))
        return true;
    size_t at = pattern_ends(&work->language->lists[LANGUAGE_TITLE_ENDS], piece_text(work, piece));
    if (!work->east_asian) /* Abendzeitung is one word; The Alder Gazette has many letters */
        return at != SIZE_MAX && piece_length(piece) <= 36;
    return at != SIZE_MAX && at > 0 && piece_length(piece) <= 10;
}

static float masthead_points(const struct work *work, size_t index, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_MASTHEAD, ledger);
    const struct piece *piece = piece_at(work, index);
    if (piece->sentence_ends || piece->opens_story || piece->pauses > 3 ||
        piece_length(piece) > (work->east_asian ? 60 : 120))
        return 0;
    weigh(&scale, TITLE, is_title(work, piece));
    bool prose = work->east_asian && piece->pauses && !piece->gaps; /* a weekday stands in many a sentence */
    weigh(&scale, WORDS, !prose && has(work, piece, LANGUAGE_MASTHEAD_WORDS));
    weigh(&scale, DATED, piece->dated || (!work->east_asian && has_date(work, piece)));
    weigh(&scale, CAPITALS, only_capitals(work, piece));
    return scale.sum;
}

void weigh_masthead(const struct work *work, uint32_t piece, struct ledger *ledger)
{
    masthead_points(work, piece, ledger);
}

/* How many pieces from the top belong to the title block. */
static size_t masthead_end(const struct work *work)
{
    float sum = 0;
    size_t end = 0, misses = 0;
    bool named = work->east_asian; /* in an alphabet its words may stand in any line: a title or date must too */
    for (size_t i = 0; i < work->pieces.count && i < TOP_LINES && misses < (work->east_asian ? 3 : 2); i++) {
        if (piece_at(work, i)->opens_story) /* no title block goes on behind a lead */
            break;
        float points = masthead_points(work, i, NULL);
        named |= points > 0 && (is_title(work, piece_at(work, i)) || has_date(work, piece_at(work, i)));
        misses = points > 0 ? 0 : misses + 1;
        sum += points;
        if (points > 0)
            end = i + 1;
    }
    return sum >= ENOUGH_SIGNS && named ? end : 0;
}

/* ---- What the block says ------------------------------------------------------------ */

/* The number that the block shows beside a word: 第1234期, No. 12,345. */
static void read_number(struct work *work, pattern_text text)
{
    size_t end, at = pattern_find(&work->language->lists[LANGUAGE_ISSUE_NUMBERS], text, 0, &end);
    if (at == SIZE_MAX || work->issue->meta.number.length)
        return;
    long number = pattern_value(pattern_part(text, at, end));
    work->issue->meta.number = galley_slice_of(galley_arena_print(work->issue->arena, "%ld", number));
}

static void read_date(struct work *work, pattern_text text)
{
    date found;
    size_t end, at = date_find(&work->language->dates, text, 0, &end, &found);
    if (at != SIZE_MAX && !work->issue->meta.date.length)
        work->issue->meta.date = galley_slice_of(
            galley_arena_print(work->issue->arena, "%04ld-%02ld-%02ld", found.year, found.month, found.day));
}

static galley_slice glyph_text(struct work *work, uint32_t from, uint32_t to)
{
    galley_buffer buffer = { 0 };
    for (uint32_t at = from; at < to; at++) {
        const struct glyph *one = &work->glyphs.items[at];
        if (at > from && one->gap && !glyph_joins(work, one) && !glyph_joins(work, one - 1))
            galley_buffer_byte(&buffer, ' ');
        galley_buffer_code(&buffer, one->code);
    }
    galley_slice text = galley_buffer_copy(&buffer, work->issue->arena);
    galley_buffer_drop(&buffer);
    return text;
}

/* 1002-1234: where a serial number ends that begins at `from`, or `from`. */
static uint32_t serial_end(const struct work *work, uint32_t from, uint32_t to)
{
    uint32_t end = from;
    while (end < to && (work->glyphs.items[end].classes & (GALLEY_DIGIT | GALLEY_DASH) || work->folded[end] == 'X'))
        end++;
    return end >= from + 5 ? end : from;
}

/* A serial number with its letters before it, which are kept or not. */
static void read_serial(struct work *work, const struct piece *piece, const pattern_list *letters, bool keep,
                        galley_slice *out)
{
    pattern_text text = piece_text(work, piece);
    text.spaced = NULL; /* the number may stand right behind */
    size_t behind, at = pattern_find(letters, text, 0, &behind);
    for (; !out->length && at != SIZE_MAX; at = pattern_find(letters, text, at + 1, &behind)) {
        uint32_t from = piece->from + (uint32_t)behind, end = serial_end(work, from, piece->to);
        if (end > from)
            *out = glyph_text(work, keep ? piece->from + (uint32_t)at : from, end);
    }
}

/* The same in all countries. */
static void read_issn(struct work *work, const struct piece *piece)
{
    pattern_list letters = { 0 };
    if (pattern_parse(work->scratch, galley_slice_of("ISSN"), &letters))
        read_serial(work, piece, &letters, false, &work->issue->meta.issn);
}

/* From a gap on to the house that publishes, before the word that says so: 某报社出版. */
static void read_house(struct work *work, const struct piece *piece)
{
    size_t end, at = pattern_find(&work->language->lists[LANGUAGE_PUBLISHED], piece_text(work, piece), 1, &end);
    if (at == SIZE_MAX || work->issue->meta.publisher.length)
        return;
    uint32_t to = piece->from + (uint32_t)at, from = to - 1;
    while (from > piece->from && !work->glyphs.items[from].gap)
        from--;
    if (pattern_ends(&work->language->lists[LANGUAGE_HOUSES], glyphs_text(work, from, to)) != SIZE_MAX)
        work->issue->meta.publisher = glyph_text(work, from, to);
}

/* Behind a word that says who publishes, up to a gap: 発行所：渡口新聞社. */
static void read_house_behind(struct work *work, const struct piece *piece)
{
    size_t end = 0, at = pattern_find(&work->language->lists[LANGUAGE_PUBLISHED_BY], piece_text(work, piece), 0, &end);
    uint32_t from = piece->from + (uint32_t)end, to = from + 1;
    if (at == SIZE_MAX || from >= piece->to || work->issue->meta.publisher.length)
        return;
    while (to < piece->to && work->glyphs.items[to].gap <= (work->spaceless ? 0 : 1) &&
           !(work->glyphs.items[to].classes & GALLEY_PAUSE))
        to++;
    work->issue->meta.publisher = glyph_text(work, from, to);
}

/* In the first `end` pieces, or as an editor says. */
static bool in_masthead(const struct work *work, size_t index, size_t end)
{
    enum told told = piece_at(work, index)->told;
    return told ? told == TOLD_MASTHEAD : index < end;
}

/* Behind the last piece of the title block. */
static size_t block_end(const struct work *work, size_t end)
{
    for (size_t i = work->pieces.count; work->hints && i > end; i--)
        if (in_masthead(work, i - 1, end))
            return i;
    while (end > 0 && !in_masthead(work, end - 1, end))
        end--;
    return end;
}

static void read_meta(struct work *work, size_t end)
{
    galley_meta *meta = &work->issue->meta;
    for (size_t i = 0, last = block_end(work, end); i < last; i++) {
        const struct piece *piece = piece_at(work, i);
        if (!in_masthead(work, i, end))
            continue;
        if (!meta->title.length && is_title(work, piece))
            meta->title = glyph_text(work, piece->from, piece->to);
        read_number(work, piece_text(work, piece));
        read_date(work, piece_text(work, piece));
        read_serial(work, piece, &work->language->lists[LANGUAGE_SERIALS], true, &meta->cn);
        read_issn(work, piece);
        read_house(work, piece);
        read_house_behind(work, piece);
    }
}

static void write_masthead(struct work *work, size_t end)
{
    galley_article *article = galley_issue_add_article(work->issue, GALLEY_MASTHEAD);
    article->page = work->page;
    judge_masthead(work, article);
    uint32_t run[TOP_LINES], count = 0;
    for (uint32_t i = 0, last = (uint32_t)block_end(work, end); i < last; i++) {
        if (!in_masthead(work, i, end))
            continue;
        run[count++] = i;
        work->pieces.items[i].role = ROLE_MASTHEAD;
        bool goes_on = i + 1 < last && in_masthead(work, i + 1, end) && !piece_at(work, i + 1)->opens_line;
        if (goes_on && count < TOP_LINES)
            continue;
        galley_block *block = galley_article_add_block(work->issue, article, GALLEY_PARAGRAPH);
        block->text = set_pieces(work, run, count, SET_PLAIN, NULL);
        count = 0;
    }
}

/* ---- The page's own folio -------------------------------------------------------------- */

/* A folio that stands alone among the first or last lines tells the page's number
 * and section; one behind a teaser is that of another page. */
static void read_folio(struct work *work, const struct piece *piece)
{
    galley_page *page = &work->issue->pages.items[work->page];
    pattern_text text = piece_text(work, piece);
    galley_slice number = folio_page(work, text);
    if (number.length) {
        page->number = number;
        page->number_given = true;
    }
    size_t end, at = pattern_find(&work->language->lists[LANGUAGE_SECTION_LABELS], text, 0, &end);
    if (at != SIZE_MAX)
        page->section = glyph_text(work, piece->from + (uint32_t)at, piece->from + (uint32_t)end);
}

galley_status repair_masthead(struct work *work)
{
    size_t end = masthead_end(work), count = work->pieces.count;
    if (block_end(work, end)) {
        read_meta(work, end);
        write_masthead(work, end);
    }
    for (size_t i = 0; i < count; i++) {
        const struct piece *piece = piece_at(work, i);
        bool edge = i < end + 3 || i + 2 >= count;
        if (piece->role == ROLE_FOLIO && piece->opens_line && edge &&
            (piece->ends_line || piece[1].role == ROLE_FOLIO)) {
            read_folio(work, piece);
            break;
        }
    }
    return galley_issue_status(work->issue);
}
