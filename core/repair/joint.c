/* SPDX-License-Identifier: MIT
 * Where two lines of one text meet.  Characters that join meet tightly, words of an
 * alphabet are parted.  Two things need a dictionary, which is the issue itself: a
 * hyphen at the line's end may be that of a broken word, then it goes, or one that
 * was printed inside a word; and where words are broken without a sign, as in Korean,
 * a line may end inside a word or behind it. */
#include "core/repair/work.h"

#include <math.h>

#include <galley/text.h>

#include "core/text/words.h"

/* Dashes and curly quotes join only where words are written without spaces. */
bool glyph_joins(const struct work *work, const struct glyph *one)
{
    return one->joins && (work->spaceless || one->classes & (GALLEY_HAN | GALLEY_KANA | GALLEY_FULLWIDTH));
}

static const struct glyph *glyph_at(const struct work *work, uint32_t index)
{
    return &work->glyphs.items[index];
}

/* ---- The two parts ------------------------------------------------------------------- */

/* The ends of two lines that meet: the glyphs [from, to) up to the line's end, or to
 * the hyphen there, and [next, end) behind it. */
struct meeting {
    const struct work *work;
    uint32_t from, to, next, end;
};

static bool in_word(const struct glyph *one)
{
    return word_letter(one->code) || word_hyphen(one->code) || one->code == '\'' || one->code == 0x2019;
}

static struct meeting meet(const struct work *work, const struct piece *above, uint32_t to, const struct piece *below)
{
    struct meeting two = { .work = work, .from = to, .to = to, .next = below->from, .end = below->from };
    while (two.from > above->from && in_word(glyph_at(work, two.from - 1)) &&
           (two.from == to || !glyph_at(work, two.from)->gap))
        two.from--;
    while (two.end < below->to && in_word(glyph_at(work, two.end)) &&
           (two.end == two.next || !glyph_at(work, two.end)->gap))
        two.end++;
    return two;
}

static uint64_t key_of(const struct work *work, uint64_t key, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to; at++)
        key = word_add(key, glyph_at(work, at)->code);
    return key;
}

/* How often the two parts stand in the issue as one word, with a hyphen between them or none. */
static float times_as_one(const struct meeting *two, bool hyphen)
{
    uint64_t key = key_of(two->work, WORD_NONE, two->from, two->to);
    if (hyphen)
        key = word_add(key, '-');
    return (float)words_count(two->work->words, key_of(two->work, key, two->next, two->end));
}

static pattern_text first_part(const struct meeting *two)
{
    return glyphs_text(two->work, two->from, two->to);
}

static pattern_text second_part(const struct meeting *two)
{
    return glyphs_text(two->work, two->next, two->end);
}

/* ---- Hyphens --------------------------------------------------------------------------- */

static bool is_capital(uint32_t code)
{
    return galley_code_lower(code) != code;
}

/* The second part begins with a capital though the first is not in capitals. */
static bool capital_inside(const struct meeting *two)
{
    return is_capital(glyph_at(two->work, two->next)->code) && !is_capital(glyph_at(two->work, two->to - 1)->code);
}

/* Words that the issue has with a hyphen in this place. */
static float hyphened_alike(const struct meeting *two)
{
    const struct words *words = two->work->words;
    uint64_t begins = word_add(key_of(two->work, WORD_NONE, two->from, two->to), '-');
    uint64_t ends = key_of(two->work, word_add(WORD_NONE, '-'), two->next, two->end);
    return (float)(words_count(words, begins) > 0) + (float)(words_count(words, ends) > 0);
}

/* Points for a hyphen that was printed, not set to break a word. */
static float hyphen_points(const struct meeting *two)
{
    const language *pack = two->work->language;
    float apart = times_as_one(two, true), one = times_as_one(two, false);
    float points = -2 + 2.5f * (fminf(apart, 2) - fminf(one, 2)) + 1.2f * hyphened_alike(two);
    bool single = two->to - two->from == 1 || two->end - two->next == 1;
    bool listed = pattern_whole(&pack->lists[LANGUAGE_BEFORE_HYPHEN], first_part(two)) ||
                  pattern_starts(&pack->lists[LANGUAGE_BEHIND_HYPHEN], second_part(two)) != SIZE_MAX;
    points += capital_inside(two) ? 5 : 0;
    points += single ? 2.5f : 0; /* no typesetter breaks so */
    return points + (listed ? 3 : 0);
}

/* The hyphen stands for what follows: Vor- und Nachteile. */
static bool is_suspended(const struct meeting *two)
{
    return pattern_whole(&two->work->language->lists[LANGUAGE_SUSPENDED], second_part(two));
}

static enum joint at_hyphen(const struct work *work, const struct piece *above, const struct piece *below)
{
    struct meeting two = meet(work, above, above->to - 1, below);
    const struct glyph *last = glyph_at(work, two.to - 1), *first = glyph_at(work, two.next);
    if (two.from == two.to || two.next == two.end || !word_letter(first->code))
        return JOINT_SPACE;
    if (is_suspended(&two))
        return JOINT_SPACE;
    if (!(last->classes & GALLEY_LETTER) || !(first->classes & GALLEY_LETTER)) /* 20-jährig, Covid-19 */
        return JOINT_TIGHT;
    return hyphen_points(&two) > 0 ? JOINT_TIGHT : JOINT_HYPHEN;
}

/* ---- Words broken without a sign --------------------------------------------------------- */

/* Other words of the issue begin with the first part and one character more. */
static bool begins_alike(const struct meeting *two)
{
    uint64_t key = key_of(two->work, key_of(two->work, WORD_NONE, two->from, two->to), two->next, two->next + 1);
    return two->to - two->from >= 2 && words_count(two->work->words, word_beginning(key)) > 0;
}

/* ”고: a particle that hangs on a closing mark is a whole word. */
static bool hangs_on_mark(const struct meeting *two)
{
    const struct work *work = two->work;
    bool touches = two->from > 0 && two->from < two->to && !glyph_at(work, two->from)->gap;
    return touches && glyph_at(work, two->from - 1)->classes & GALLEY_CLOSING &&
           pattern_whole(&work->language->lists[LANGUAGE_ENDINGS], first_part(two));
}

/* Points for one word that goes on behind the line's end. */
static float word_points(const struct meeting *two)
{
    const struct work *work = two->work;
    const pattern_list *endings = &work->language->lists[LANGUAGE_ENDINGS];
    const pattern_list *little = &work->language->lists[LANGUAGE_ALONE];
    uint32_t before = two->to - two->from, behind = two->end - two->next;
    bool first = words_count(work->words, key_of(work, WORD_NONE, two->from, two->to));
    bool second = words_count(work->words, key_of(work, WORD_NONE, two->next, two->end));
    bool ending = pattern_whole(endings, second_part(two));
    bool first_alone = !ending && pattern_whole(little, first_part(two));
    bool second_alone = pattern_whole(little, second_part(two));
    first |= first_alone;
    second |= second_alone;
    float points = 1.5f - 2 * words_known_at_ends(work->words);
    points += 3 * fminf(2, times_as_one(two, false));
    points += begins_alike(two) ? 2.5f : 0;
    points -= first ? 1.5f : 0;
    points -= second ? 1 : 0;
    points += ending ? 3 : 0;
    points -= before > 1 && pattern_ends(endings, first_part(two)) != SIZE_MAX ? 2 : 0;
    points -= hangs_on_mark(two) ? 8 : 0;
    points -= first_alone || second_alone ? 2.5f : 0;
    points += before == 1 && !first ? 1.4f : 0;
    points += behind == 1 && !second ? 1 : 0;
    return points - (before + behind > 4 ? 0.5f * (float)(before + behind - 4) : 0); /* few words are longer */
}

static enum joint inside_or_behind(const struct work *work, const struct piece *above, const struct piece *below)
{
    const struct glyph *last = glyph_at(work, above->to - 1), *first = glyph_at(work, below->from);
    struct meeting two = meet(work, above, above->to, below);
    if (last->classes & GALLEY_HANGUL && first->classes & GALLEY_HANGUL)
        return word_points(&two) > 0 ? JOINT_TIGHT : JOINT_SPACE;
    if (last->classes & GALLEY_HANGUL && first->classes & GALLEY_OPENING && first->cells == 1) /* 홍길동(82) */
        return JOINT_TIGHT;
    if (last->classes & GALLEY_DIGIT && first->classes & GALLEY_HANGUL) /* 20분 */
        return JOINT_TIGHT;
    bool stopped = piece_length(above) >= 2 && last[-1].classes & GALLEY_STOP; /* …다.” */
    bool ending = !stopped && pattern_whole(&work->language->lists[LANGUAGE_ENDINGS], second_part(&two));
    return ending && last->classes & (GALLEY_CLOSING | GALLEY_LETTER) ? JOINT_TIGHT : JOINT_SPACE;
}

/* ---- All lines --------------------------------------------------------------------------- */

/* A stroke, or a dash where dashes stand tight, that touches its word. */
static bool holds_tight(const struct work *work, const struct glyph *one)
{
    return one->code == '/' || (work->language->tight_dashes && one->classes & GALLEY_DASH) ||
           (work->language->elisions && (one->code == '\'' || one->code == 0x2019));
}

enum joint join_lines(const struct work *work, const struct piece *above, const struct piece *below)
{
    const struct glyph *last = glyph_at(work, above->to - 1), *first = glyph_at(work, below->from);
    if (glyph_joins(work, last) || glyph_joins(work, first))
        return JOINT_TIGHT;
    bool touches = piece_length(above) >= 2 && !last->gap;
    if (touches && word_hyphen(last->code))
        return at_hyphen(work, above, below);
    if (touches && last[-1].classes & (GALLEY_LETTER | GALLEY_DIGIT) && holds_tight(work, last))
        return JOINT_TIGHT;
    if (work->east_asian && last->classes & GALLEY_DIGIT && first->classes & GALLEY_DIGIT)
        return JOINT_TIGHT;
    return work->language->broken ? inside_or_behind(work, above, below) : JOINT_SPACE;
}
