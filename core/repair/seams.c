/* SPDX-License-Identifier: MIT
 * Two lines of one headline?  A long headline wraps, or its two clauses stand on two
 * lines of equal length, a couplet.  What the words and marks at the line end say, how
 * wide the lines are, and whether the text has the words across the line end together. */
#include "core/repair/passes.h"
#include "core/repair/wrap.h"

#include <math.h>

#include <galley/text.h>

enum {
    JOIN,
    NEVER,
    PARTED,
    WHO,
    CAME,
    BRACKET,
    PAUSE,
    SPREAD,
    PARALLEL,
    ONE_COMPLETE,
    WHOLE_COUPLET,
    AD_PHRASES,
    ACROSS,
    COMPLETE,
    WIDE,
    SMALL,
    LITTLE,
    ALIKE,
    UNLIKE,
    WRAPS,
    LONGER,
    ENTRY,
    PREDICATE,
    NAME_AND_VERB,
    NARROW,
    NO_WIDER,
    WIDER,
    SEAM_ROWS
};

/* Points for two lines of a head to be one headline. */
const struct evidence seam_evidence[] = {
    [JOIN] = { "two-lines", -1.33f, "most headlines stand on one line" },
    [NEVER] = { "new-part", -8.02f, "the second line begins with a dash or a lead" },
    [PARTED] = { "parted", -2.11f, "a blank line parts the two lines" },
    [WHO] = { "who", -2.37f, "the first line ends as kickers do: who said it" },
    [CAME] = { "came", -1.19f, "the second line ends with who came" },
    [BRACKET] = { "bracket", 3, "a bracket, a quote or the title of a notice opens above and closes no sooner" },
    [PAUSE] = { "pause", 3, "the first line ends with a comma" },
    [SPREAD] = { "spread", 2, "one of the lines was spaced out to be as wide as the other" },
    [PARALLEL] = { "parallel", 4.46f, "the two lines are parallel clauses of equal length" },
    [ONE_COMPLETE] = { "one-complete", -3.17f,
                       "of two lines of equal length one ends as statements do, the other does not" },
    [WHOLE_COUPLET] = { "whole-couplet", -3.36f, "the lines above are a whole couplet already" },
    [AD_PHRASES] = { "ad-phrases", 1.5f, "the lines of an advertisement's head are phrases of their own" },
    [ACROSS] = { "across", 3.19f, "the words across the line end stand together in the text" },
    [COMPLETE] = { "complete", -1.15f, "the first line is a whole statement" },
    [WIDE] = { "wide", 0.27f, "the two lines are equally wide" },
    [SMALL] = { "small", 4, "the second line begins with a small letter" },
    [LITTLE] = { "little", 3, "the first line ends with a little word" },
    [ALIKE] = { "alike", 1.8f, "both lines have capitals to their words, or throughout" },
    [UNLIKE] = { "unlike", -3, "one line has capitals where the other has none" },
    [WRAPS] = { "wraps", 1.6f, "the second line is no wider than the first, as wrapped headlines are" },
    [LONGER] = { "longer", -1.2f, "the second line is much wider than the first" },
    [ENTRY] = { "entry", 3.08f, "a page number stands behind the second line only: an entry of a guide" },
    [PREDICATE] = { "predicate", 1.34f, "the second line is short and says what was done, the first does not" },
    [NO_WIDER] = { "no-wider", 0.18f, "the second line is no wider than the first" },
    [WIDER] = { "wider", -1.67f, "the second line is much wider than the first, as subheadlines are" },
    [NAME_AND_VERB] = { "name-and-verb", 2.5f,
                        "the first line only names something, the second begins with what it did" },
    [NARROW] = { "narrow", 0.59f, "both lines are short, as headlines are that wrap in a narrow column" },
};
_Static_assert(sizeof seam_evidence / sizeof *seam_evidence == SEAM_ROWS, "a row without a name");
const uint32_t seam_rows = SEAM_ROWS;

/* The words across the line end stand together in the body. */
static bool runs_across(const struct work *work, const struct piece *above, const struct piece *below,
                        uint32_t document)
{
    if (document == GALLEY_NONE)
        return false;
    const struct story *last = &work->stories.items[document];
    return shingle_across(work->shingles, work->stories.items[last->reads_from].from, last->to, piece_text(work, above),
                          piece_text(work, below));
}

/* Two halves of equal length on one line. */
static bool is_couplet(const struct work *work, const struct piece *piece)
{
    uint32_t middle = piece->from + piece_length(piece) / 2;
    return piece_length(piece) % 2 == 0 && piece->gaps == 1 && work->glyphs.items[middle].gap > 0;
}

/* Two clauses; a couplet of its own is none. */
static bool parallel(const struct work *work, const struct piece *above, const struct piece *below)
{
    return piece_length(above) == piece_length(below) && piece_length(above) >= 5 &&
           fabsf(above->cells - below->cells) <= 1 && !below->figures &&
           is_couplet(work, above) == is_couplet(work, below);
}

/* What the words and marks say against or for two lines being one headline. */
static void weigh_words(struct scale *scale, const struct work *work, const struct seam *seam)
{
    const struct piece *above = seam->above, *below = seam->below;
    weigh(scale, JOIN, 1);
    weigh(scale, PARTED, below->blanks || !below->opens_line);
    weigh(scale, WHO, (above->says & SAYS_KICKER) != 0);
    weigh(scale, CAME, below->says & SAYS_ATTENDANCE && piece_length(below) * 2 < piece_length(above) * 3);
    weigh(scale, BRACKET, seam->open);
    weigh(scale, PAUSE, (last_glyph(work, above)->classes & GALLEY_PAUSE) != 0);
    weigh(scale, SPREAD, above->justified != below->justified);
}

static bool page_follows(const struct work *work, const struct piece *piece)
{
    const struct piece *end = work->pieces.items + work->pieces.count;
    return piece + 1 < end && piece[1].role == ROLE_FOLIO && !piece[1].opens_line;
}

#define NAME_LONGEST 14

/* A name, and nothing that it does. */
static bool only_names(const struct work *work, const struct piece *piece)
{
    size_t end;
    return piece_length(piece) <= NAME_LONGEST && !piece->gaps && !piece->figures && !piece->says &&
           pattern_find(&work->language->lists[LANGUAGE_PREDICATES], piece_text(work, piece), 0, &end) == SIZE_MAX;
}

/* Each line a clause of its own, however long they are: the first says what was done, or,
 * not only naming something, is the shorter one, as no line is that a measure wrapped. */
static bool two_clauses(const struct work *work, const struct piece *above, const struct piece *below)
{
    return above->says & SAYS_COMPLETE || (piece_length(above) < piece_length(below) && !only_names(work, above));
}

/* How wide the two lines are, and where one of them could not stand alone. */
static void weigh_form(struct scale *scale, const struct work *work, const struct piece *above,
                       const struct piece *below)
{
    bool said = !(above->says & SAYS_COMPLETE) && below->says & SAYS_COMPLETE;
    weigh(scale, NO_WIDER, below->cells <= 1.15f * above->cells);
    weigh(scale, WIDER, below->cells > 1.4f * above->cells);
    weigh(scale, ENTRY, page_follows(work, below) && !page_follows(work, above));
    weigh(scale, PREDICATE, said && piece_length(below) <= 7 && !below->figures);
    weigh(scale, NAME_AND_VERB, below->says & SAYS_PREDICATE && only_names(work, above));
    weigh(scale, NARROW, piece_length(above) <= 8 && piece_length(below) <= 8);
}

/* Two lines in an alphabet: how they are written, and the words across the line end. */
static void weigh_letters(struct scale *scale, const struct work *work, const struct piece *above,
                          const struct piece *below, uint32_t document)
{
    enum lettering first = above->lettering, second = below->lettering;
    bool small = below->begins_small;
    weigh(scale, ACROSS, runs_across(work, above, below, document));
    weigh(scale, SMALL, small);
    weigh(scale, LITTLE, above->ends_little);
    if (!small && !work->east_asian) {
        weigh(scale, WRAPS, below->cells <= 1.15f * above->cells);
        weigh(scale, LONGER, below->cells > 1.4f * above->cells);
    }
    if (first == LETTERING_UNKNOWN || second == LETTERING_UNKNOWN)
        return;
    weigh(scale, ALIKE, first == second && first != LETTERING_SENTENCE);
    weigh(scale, UNLIKE, first != second && !small);
}

float seam_points(const struct work *work, const struct seam *seam, bool *couplet, struct ledger *ledger)
{
    const struct piece *above = seam->above, *below = seam->below;
    uint32_t document = seam->document;
    struct scale scale = scale_new(work, EVIDENCE_SEAMS, ledger);
    *couplet = false;
    if (below->says & SAYS_SUB || below->opens_story) {
        weigh(&scale, NEVER, 1);
        return scale.sum;
    }
    weigh_words(&scale, work, seam);
    if (work->spaceless) {
        weigh(&scale, SMALL, below->begins_small);
        weigh(&scale, LITTLE, above->ends_little);
    } else {
        weigh_letters(&scale, work, above, below, document);
        return scale.sum;
    }
    bool across = runs_across(work, above, below, document);
    if (!across && document != GALLEY_NONE && story_advertises(&work->stories.items[document])) {
        weigh(&scale, AD_PHRASES, 1);
        *couplet = true;
        return scale.sum;
    }
    /* equally wide, or spaced out to be so */
    bool wide = fabsf(above->cells - below->cells) <= 2.5f || above->justified != below->justified;
    weigh(&scale, WHOLE_COUPLET, !across && (seam->after_couplet || is_couplet(work, above)));
    if (parallel(work, above, below) && !across) {
        weigh(&scale, PARALLEL, 1);
        weigh(&scale, ONE_COMPLETE, !(above->says & SAYS_COMPLETE) != !(below->says & SAYS_COMPLETE));
        *couplet = true;
        return scale.sum;
    }
    weigh(&scale, ACROSS, across);
    if (above->gaps && !below->gaps && !(below->says & SAYS_COMPLETE) && wide && !across) {
        *couplet = true; /* the first line is parted into clauses, and the second is another */
        return scale.sum;
    }
    *couplet = !across && two_clauses(work, above, below);
    weigh(&scale, COMPLETE, above->says & SAYS_COMPLETE && !across);
    weigh(&scale, WIDE, wide);
    weigh_form(&scale, work, above, below);
    return scale.sum;
}
