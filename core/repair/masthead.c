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

static bool is_title(const struct work *work, const struct piece *piece)
{
    size_t at = pattern_ends(&work->language->lists[LANGUAGE_TITLE_ENDS], piece_text(work, piece));
    return at != SIZE_MAX && at > 0 && piece_length(piece) <= 10;
}

static float masthead_points(const struct work *work, size_t index, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_MASTHEAD, ledger);
    const struct piece *piece = piece_at(work, index);
    if (piece->sentence_ends || piece->opens_story || piece->pauses > 3 || piece_length(piece) > 60)
        return 0;
    weigh(&scale, TITLE, is_title(work, piece));
    weigh(&scale, WORDS, has(work, piece, LANGUAGE_MASTHEAD_WORDS));
    weigh(&scale, DATED, piece->dated);
    weigh(&scale, CAPITALS, only_capitals(work, piece));
    return scale.sum;
}

/* How many pieces from the top belong to the title block. */
static size_t masthead_end(const struct work *work)
{
    float sum = 0;
    size_t end = 0, misses = 0;
    for (size_t i = 0; i < work->pieces.count && i < TOP_LINES && misses < 3; i++) {
        float points = masthead_points(work, i, NULL);
        misses = points > 0 ? 0 : misses + 1;
        sum += points;
        if (points > 0)
            end = i + 1;
    }
    return sum >= ENOUGH_SIGNS ? end : 0;
}

/* ---- What the block says ------------------------------------------------------------ */

/* The number that a piece of text shows between two words: 第1234期. */
static void read_number(struct work *work, pattern_text text)
{
    if (work->issue->meta.number.length)
        return;
    for (size_t at = 0; at + 2 < text.count; at++) {
        size_t end = at + 1;
        while (text.codes[at] == 0x7B2C /* 第 */ && end < text.count && pattern_numeral(text.codes[end]))
            end++;
        if (end == at + 1 || end >= text.count || (text.codes[end] != 0x671F && text.codes[end] != 0x53F7)) /* 期 号 */
            continue;
        long number = pattern_value(pattern_part(text, at + 1, end));
        work->issue->meta.number = galley_slice_of(galley_arena_print(work->issue->arena, "%ld", number));
        return;
    }
}

static void read_date(struct work *work, pattern_text text)
{
    size_t end, at = pattern_find(&work->language->lists[LANGUAGE_DATES], text, 0, &end);
    if (at == SIZE_MAX || work->issue->meta.date.length)
        return;
    long parts[3] = { 0 };
    int count = 0;
    while (at < end && count < 3) {
        size_t from = at;
        while (at < end && pattern_numeral(text.codes[at]))
            at++;
        if (at > from)
            parts[count++] = pattern_value(pattern_part(text, from, at));
        at++;
    }
    if (count == 3 && parts[0] >= 1000 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31)
        work->issue->meta.date =
            galley_slice_of(galley_arena_print(work->issue->arena, "%04ld-%02ld-%02ld", parts[0], parts[1], parts[2]));
}

static galley_slice glyph_text(struct work *work, uint32_t from, uint32_t to)
{
    galley_buffer buffer = { 0 };
    for (uint32_t at = from; at < to; at++)
        galley_buffer_code(&buffer, work->glyphs.items[at].code);
    galley_slice text = galley_buffer_copy(&buffer, work->issue->arena);
    galley_buffer_drop(&buffer);
    return text;
}

/* CN00-0000, ISSN 1002-1234: letters, then digits with a dash of any kind. */
static void read_serial(struct work *work, const struct piece *piece, const char *name, galley_slice *out)
{
    size_t letters = strlen(name);
    for (uint32_t at = piece->from; at + letters + 4 < piece->to && !out->length; at++) {
        size_t same = 0;
        while (same < letters && work->folded[at + same] == (unsigned char)name[same])
            same++;
        uint32_t end = at + (uint32_t)letters;
        while (same == letters && end < piece->to &&
               (work->glyphs.items[end].classes & (GALLEY_DIGIT | GALLEY_DASH) || work->folded[end] == 'X' ||
                work->folded[end] == '-'))
            end++;
        if (same == letters && end >= at + letters + 5)
            *out = glyph_text(work, !strcmp(name, "CN") ? at : at + (uint32_t)letters, end);
    }
}

/* 某报社出版: the house that publishes. */
static void read_publisher(struct work *work, const struct piece *piece)
{
    for (uint32_t at = piece->from + 2; at + 2 < piece->to && !work->issue->meta.publisher.length; at++) {
        if (work->folded[at] != 0x793E || work->folded[at + 1] != 0x51FA || work->folded[at + 2] != 0x7248) /* 社出版 */
            continue;
        uint32_t from = at;
        while (from > piece->from && !(work->glyphs.items[from].gap && from < at))
            from--;
        work->issue->meta.publisher = glyph_text(work, from, at + 1);
    }
}

static void read_meta(struct work *work, size_t end)
{
    galley_meta *meta = &work->issue->meta;
    for (size_t i = 0; i < end; i++) {
        const struct piece *piece = piece_at(work, i);
        if (!meta->title.length && is_title(work, piece))
            meta->title = glyph_text(work, piece->from, piece->to);
        read_number(work, piece_text(work, piece));
        read_date(work, piece_text(work, piece));
        read_serial(work, piece, "CN", &meta->cn);
        read_serial(work, piece, "ISSN", &meta->issn);
        read_publisher(work, piece);
    }
}

static void write_masthead(struct work *work, size_t end)
{
    galley_article *article = galley_issue_add_article(work->issue, GALLEY_MASTHEAD);
    article->page = work->page;
    article->confidence = 0.9f;
    galley_article_add_evidence(work->issue, article, 2,
                                "stands at the top of the page, with date, number or publisher");
    uint32_t run[TOP_LINES], count = 0;
    for (uint32_t i = 0; i < end; i++) {
        run[count++] = i;
        work->pieces.items[i].role = ROLE_MASTHEAD;
        if (i + 1 < end && !piece_at(work, i + 1)->opens_line)
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
    long number = pattern_value(text);
    if (number > 0 && number < 1000)
        page->number = galley_slice_of(galley_arena_print(work->issue->arena, "%ld", number));
    size_t end, at = pattern_find(&work->language->lists[LANGUAGE_SECTION_LABELS], text, 0, &end);
    if (at != SIZE_MAX)
        page->section = glyph_text(work, piece->from + (uint32_t)at, piece->from + (uint32_t)end);
}

galley_status repair_masthead(struct work *work)
{
    size_t end = masthead_end(work), count = work->pieces.count;
    if (end) {
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
