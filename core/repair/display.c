/* SPDX-License-Identifier: MIT
 * What a display line looks like, by itself: no stop, few pauses, no measure, a gap between
 * two clauses, blank lines around it, words that stand again elsewhere on the page.  The
 * points of this table and of beside.c were learnt together over pages of known truth, as
 * one chain of roles (a linear conditional random field: Lafferty, McCallum and Pereira
 * 2001), so that one row alone says little. */
#include "core/repair/roles.h"
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

#include "core/repair/wrap.h"
#include "core/text/words.h"

enum {
    RARE,
    STOP,
    CRIES,
    GOES_ON,
    COLON,
    BROKEN_WORD,
    NO_STOP,
    LEAD,
    JUMPED,
    BEHIND_JUMP,
    BEGINS_CLOSED,
    LITTLE_WORDS,
    PROSE_WORDS,
    STOP_INSIDE,
    PAUSES,
    SPREAD_NARROW,
    SPREAD_APART,
    FULL,
    WIDER,
    INDENTED,
    NARROWER,
    FIGURES_ONLY,
    TITLE_LETTERS,
    CAPITAL_LETTERS,
    CLAUSES,
    DASH,
    SAYS_WHO,
    SAYS_WHAT,
    ANNOUNCES,
    POINTER,
    CONTACT,
    SPOKEN,
    OPEN_MARKS,
    ECHO,
    CALLS,
    CAPTION_WORDS,
    CREDITED,
    SIGNED,
    BEHIND_BYLINE,
    BLANK_BEFORE,
    BLANK_AFTER,
    CALLED_HEADING,
    ROLE_ROWS
};

/* Points for a display line. */
const struct evidence role_evidence[] = {
    [RARE] = { "rare", -1.16f, "most lines are running text" },
    [STOP] = { "stop", -9.11f, "it ends with a stop" },
    [CRIES] = { "cries", -1, "it ends with an exclamation or question mark" },
    [GOES_ON] = { "goes-on", -5.02f, "it ends with a pause or an opening mark" },
    [COLON] = { "colon", 0.28f, "it ends with a colon" },
    [BROKEN_WORD] = { "broken-word", -0.59f, "a hyphen ends it: a word is broken there" },
    [NO_STOP] = { "no-stop", 0.3f, "no stop or pause ends it" },
    [LEAD] = { "lead", -10.85f, "it opens with a lead" },
    [JUMPED] = { "jumped", -6.15f, "it stands behind a jump line: the rest of a text" },
    [BEHIND_JUMP] = { "behind-jump", -3.24f, "a line above it says that a text of another page goes on here" },
    [BEGINS_CLOSED] = { "begins-closed", -5, "it begins with a mark that closes" },
    [LITTLE_WORDS] = { "little-words", -3.34f, "the little words of running prose" },
    [PROSE_WORDS] = { "prose-words", -2.48f, "of its words, the share of those that headlines do without" },
    [STOP_INSIDE] = { "stop-inside", -9.17f, "a sentence ends inside it" },
    [PAUSES] = { "pauses", -2.79f, "commas inside it" },
    [SPREAD_NARROW] = { "spread-narrow", -2.54f, "it was spaced out, but not to the measure of the column" },
    [SPREAD_APART] = { "spread-apart", 2, "it was spaced out by itself between two blanks, as short headlines are" },
    [FULL] = { "full", -0.57f, "it fills the measure of the column" },
    [WIDER] = { "wider", 2.43f, "it is wider than the column" },
    [INDENTED] = { "indented", 0.46f, "it is two characters short of the measure, as first lines are" },
    [NARROWER] = { "narrower", 0.84f, "it is narrower than the column" },
    [FIGURES_ONLY] = { "figures-only", -7.36f, "hardly more than figures: the rest of a number" },
    [TITLE_LETTERS] = { "title-letters", 1.94f, "its words begin with capitals" },
    [CAPITAL_LETTERS] = { "capital-letters", 2, "it is in capitals" },
    [CLAUSES] = { "clauses", 4.71f, "a gap parts it into clauses, as in headlines" },
    [DASH] = { "dash", 2.06f, "it begins with a dash, as subheadlines do" },
    [SAYS_WHO] = { "says-who", 0.93f, "it ends as kickers do: who said it" },
    [SAYS_WHAT] = { "says-what", 3.56f, "it ends as headlines do: what was done, or who came" },
    [ANNOUNCES] = { "announces", 5.26f, "it ends as the titles of notices do" },
    [POINTER] = { "pointer", 4.71f, "a page number stands behind it, as behind teasers" },
    [CONTACT] = { "contact", -6.19f, "it says where to call or to go" },
    [SPOKEN] = { "spoken", -8.77f, "it begins with who speaks" },
    [OPEN_MARKS] = { "open-marks", -2.41f, "brackets or quotes in it stay open" },
    [ECHO] = { "echo", 1.37f, "its words stand again elsewhere on the page, as those of headlines do" },
    [CALLS] = { "calls", -7.97f, "it begins as the lines of advertisements do: scan, call, come to" },
    [CAPTION_WORDS] = { "caption-words", -5.61f, "it begins as captions and reports do: on a day, and a comma" },
    [CREDITED] = { "credited", -2.14f, "the credit of a picture stands behind it, as behind captions" },
    [SIGNED] = { "signed", 6.34f, "a byline stands behind it, and no sentence ends" },
    [BEHIND_BYLINE] = { "behind-byline", -2, "the byline of a head stands before it" },
    [BLANK_BEFORE] = { "blank-before", 1.34f, "a blank line stands before it" },
    [BLANK_AFTER] = { "blank-after", 1.16f, "a blank line stands behind it, the rarer here the more" },
    [CALLED_HEADING] = { "called-heading", 6, "the source calls it a heading" },
};
_Static_assert(sizeof role_evidence / sizeof *role_evidence == ROLE_ROWS, "a row without a name");
const uint32_t role_rows = ROLE_ROWS;

/* ---- What a piece looks like ---------------------------------------------------- */

/* A word goes on in the next line; heads are seldom broken so. */
static bool breaks_word(const struct work *work, const struct piece *piece)
{
    const struct glyph *last = last_glyph(work, piece);
    return work->language->hyphens && piece_length(piece) > 1 && word_hyphen(last->code) && !last->gap &&
           last[-1].classes & GALLEY_LETTER;
}

static void weigh_ending(struct scale *scale, const struct work *work, const struct piece *piece)
{
    uint32_t last = last_glyph(work, piece)->code;
    unsigned classes = last_glyph(work, piece)->classes;
    if (piece->sentence_ends && (last == '!' || last == '?' || last == 0xFF01 || last == 0xFF1F))
        weigh(scale, CRIES, 1);
    else if (piece->sentence_ends)
        weigh(scale, STOP, 1);
    else if (last == ':' && !work->east_asian)
        weigh(scale, COLON, 1);
    else if (classes & (GALLEY_PAUSE | GALLEY_OPENING) || ends_as_addressee(work, piece))
        weigh(scale, GOES_ON, 1);
    else if (breaks_word(work, piece))
        weigh(scale, BROKEN_WORD, 1);
    else
        weigh(scale, NO_STOP, 1);
}

static void weigh_beginning(struct scale *scale, const struct work *work, const struct piece *piece)
{
    unsigned classes = first_glyph(work, piece)->classes;
    if (piece->opens_story)
        weigh(scale, LEAD, 1);
    else if (piece > work->pieces.items && piece[-1].role == ROLE_JUMP_FROM)
        weigh(scale, piece->opens_line ? BEHIND_JUMP : JUMPED, 1);
    else if (classes & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING) && !(classes & GALLEY_OPENING))
        weigh(scale, BEGINS_CLOSED, 1);
}

#define PROSE_USUAL 0.1f

/* Of its words, those that headlines do without. */
static float share_of_prose(const struct work *work, const struct piece *piece)
{
    const pattern_list *prose = &work->language->lists[LANGUAGE_PROSE];
    pattern_text text = piece_text(work, piece);
    uint32_t words = 1, found = 0;
    if (!prose->count)
        return 0;
    for (uint32_t at = piece->from + 1; at < piece->to; at++)
        words += work->glyphs.items[at].gap > 0;
    size_t end;
    for (size_t at = 0; (at = pattern_find(prose, text, at, &end)) != SIZE_MAX; at = end)
        found++;
    return (float)found / (float)words;
}

static void weigh_prose(struct scale *scale, const struct work *work, const struct piece *piece)
{
    uint32_t little = 0;
    for (uint32_t at = piece->from; at < piece->to; at++)
        little += language_set_has(&work->language->function, work->glyphs.items[at].code);
    weigh(scale, LITTLE_WORDS, fmaxf(0, (float)little / (float)piece_length(piece) - 0.04f));
    weigh(scale, STOP_INSIDE, piece->stop_inside);
    weigh(scale, PAUSES, work->spaceless ? fminf(2, (float)piece->pauses) : 0); /* an alphabet's headlines have them */
    weigh(scale, PROSE_WORDS, fmaxf(0, share_of_prose(work, piece) - PROSE_USUAL));
}

/* Full for no other reason than that the next word is long. */
static bool is_ragged(const struct work *work, const struct piece *piece)
{
    return !work->spaceless && piece->cells < piece->measure - 3;
}

#define FIGURES_MANY 7

/* The rest of a number, or hardly more: 话：0000-2738447 */
static bool is_figures(const struct work *work, const struct piece *piece)
{
    uint32_t length = piece_length(piece), others = 0;
    for (uint32_t at = piece->from; at < piece->to && others * 4 < length; at++)
        others +=
            !(work->glyphs.items[at].classes & (GALLEY_DIGIT | GALLEY_PAUSE)) && work->glyphs.items[at].code != '-';
    return !others || (others * 4 < length && length - others >= FIGURES_MANY);
}

#define SPREAD_SHORT 0.6f /* of the measure: no compositor spreads running text so far */

/* A line between two blanks is full by chance more often than a line among others. */
#define ISOLATED 0.4f

static void weigh_width(struct scale *scale, const struct work *work, const struct piece *piece)
{
    const struct piece *end = work->pieces.items + work->pieces.count;
    bool isolated = piece->blanks > 0 && (piece + 1 == end || piece[1].blanks > 0);
    if (piece->justified && piece->measure > 0 && !piece->full)
        weigh(scale, isolated && piece->cells < SPREAD_SHORT * piece->measure ? SPREAD_APART : SPREAD_NARROW, 1);
    else if (piece->measure > 0 && piece->full && piece->cells <= piece->measure + 3)
        weigh(scale, FULL, isolated || is_ragged(work, piece) ? ISOLATED : 1);
    else if (piece->measure > 0 && piece->cells > piece->measure + 3)
        weigh(scale, WIDER, 1);
    else if (piece->measure > 0)
        weigh(scale, piece_indented(piece) ? INDENTED : NARROWER, 1);
    weigh(scale, FIGURES_ONLY, is_figures(work, piece));
}

/* How the letters of an alphabet are set. */
static void weigh_letters(struct scale *scale, const struct work *work, const struct piece *piece)
{
    if (work->spaceless)
        return;
    weigh(scale, TITLE_LETTERS, piece->lettering == LETTERING_TITLE);
    weigh(scale, CAPITAL_LETTERS, piece->lettering == LETTERING_CAPITALS);
}

/* 记者：…  a question of an interview begins with who asks. */
static bool is_spoken(const struct work *work, const struct piece *piece)
{
    size_t role = pattern_starts(&work->language->lists[LANGUAGE_ROLES], piece_text(work, piece));
    return role != SIZE_MAX && role < piece_length(piece) && work->folded[piece->from + role] == ':';
}

/* Where to call or to go:  the last line of an advertisement. */
static bool gives_contact(const struct work *work, const struct piece *piece)
{
    uint32_t digits = 0;
    size_t end;
    for (uint32_t at = piece->from; piece->figures && at < piece->to; at++)
        digits += (work->glyphs.items[at].classes & GALLEY_DIGIT) != 0;
    return digits >= 5 &&
           pattern_find(&work->language->lists[LANGUAGE_AD_WORDS], piece_text(work, piece), 0, &end) != SIZE_MAX;
}

/* The folio of another page stands behind it in its line: a teaser. */
static bool pointer_follows(const struct work *work, const struct piece *piece)
{
    bool last = piece == &work->pieces.items[work->pieces.count - 1];
    return !last && piece[1].role == ROLE_FOLIO && !piece[1].opens_line;
}

/* The role of the piece before or behind, past ornaments; ROLE_COUNT where there is none. */
static enum role role_beside(const struct work *work, const struct piece *piece, int step)
{
    const struct piece *from = work->pieces.items, *end = from + work->pieces.count;
    for (piece += step; piece >= from && piece < end; piece += step)
        if (piece->role != ROLE_RULE && piece->role != ROLE_GUIDE)
            return piece->role;
    return ROLE_COUNT;
}

/* A byline stands before it, and no sentence ended before that. */
static bool follows_byline(const struct work *work, const struct piece *piece)
{
    const struct piece *before = piece;
    while (before > work->pieces.items &&
           ((--before)->role == ROLE_BYLINE || before->role == ROLE_RULE || before->role == ROLE_GUIDE))
        ;
    return role_beside(work, piece, -1) == ROLE_BYLINE && !before->may_end;
}

static void weigh_form(struct scale *scale, const struct work *work, const struct piece *piece)
{
    bool contact = gives_contact(work, piece);
    weigh(scale, CLAUSES, has_clauses(work, piece) && !contact && !piece->calls);
    weigh(scale, DASH, piece->says & SAYS_SUB && !piece->stop_inside && !piece->sentence_ends);
    weigh(scale, SAYS_WHO, (piece->says & SAYS_KICKER) != 0);
    weigh(scale, SAYS_WHAT, (piece->says & (SAYS_ATTENDANCE | SAYS_COMPLETE)) != 0);
    weigh(scale, ANNOUNCES, (piece->says & SAYS_NOTICE) != 0);
    weigh(scale, SIGNED, role_beside(work, piece, 1) == ROLE_BYLINE && !piece->may_end);
    weigh(scale, BEHIND_BYLINE, follows_byline(work, piece));
    weigh(scale, POINTER, pointer_follows(work, piece));
    weigh(scale, CREDITED, role_beside(work, piece, 1) == ROLE_CREDIT);
    weigh(scale, CONTACT, contact);
    weigh(scale, CALLS, piece->calls);
    weigh(scale, CAPTION_WORDS, piece->caption_start && piece->pauses > 0);
    weigh(scale, SPOKEN, is_spoken(work, piece));
    weigh(scale, ECHO, piece->echo);
    weigh(scale, OPEN_MARKS, fminf(2, fabsf((float)piece->open_marks)));
}

static void weigh_blanks(struct scale *scale, const struct work *work, size_t index)
{
    bool after = index + 1 == work->pieces.count || work->pieces.items[index + 1].blanks > 0;
    weigh(scale, BLANK_BEFORE, work->pieces.items[index].blanks > 0 || index == 0);
    weigh(scale, BLANK_AFTER, work->blank_weight * (float)after);
}

/* The zone of its line is one that a reader found as such (galley_zone.kind); text dumps have none. */
static bool is_called_heading(const struct work *work, const struct piece *piece)
{
    const galley_issue *issue = work->issue;
    const galley_line *line = &issue->lines.items[first_glyph(work, piece)->line];
    return galley_slice_is(issue->zones.items[line->zone].kind, "heading");
}

/* Points for a display line, by what the piece is itself. */
float head_points(const struct work *work, size_t index, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_ROLES, ledger);
    const struct piece *piece = &work->pieces.items[index];
    weigh(&scale, RARE, 1);
    weigh_ending(&scale, work, piece);
    weigh_beginning(&scale, work, piece);
    weigh_prose(&scale, work, piece);
    weigh_width(&scale, work, piece);
    weigh_letters(&scale, work, piece);
    weigh_form(&scale, work, piece);
    weigh_blanks(&scale, work, index);
    weigh(&scale, CALLED_HEADING, is_called_heading(work, piece));
    return scale.sum;
}
