/* SPDX-License-Identifier: MIT
 * Kicker, headline, subheadlines.  Of a head group, the headline is the line that
 * states the news; a kicker says above it who said it or where, a subheadline below
 * it who came or what for.  Every way to cut the group into kicker, headline of one
 * to three lines, and subheadlines is weighed; there are only a few. */
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

#include "core/repair/wrap.h"

enum {
    MAIN_CLAUSES,
    MAIN_COMPLETE,
    MAIN_DASH,
    MAIN_WHO,
    MAIN_WHO_ALONE,
    MAIN_CAME,
    MAIN_SHORT,
    MAIN_LONG,
    MAIN_SHARED,
    MAIN_FIRST,
    KICKERS,
    KICKER,
    KICKER_SHARED,
    KICKER_STRANGE,
    KICKER_WHO,
    KICKER_DASH,
    KICKER_CLAUSES,
    KICKER_LENGTH,
    SUB,
    SUB_SHARED,
    SUB_DASH,
    SUB_CAME,
    SUB_WHO,
    OUTSHINES,
    JOIN,
    JOIN_NEVER,
    JOIN_PARTED,
    JOIN_WHO,
    JOIN_CAME,
    JOIN_BRACKET,
    JOIN_SPREAD,
    JOIN_PARALLEL,
    JOIN_ACROSS,
    JOIN_CLAUSES,
    JOIN_COMPLETE,
    JOIN_WIDE,
    JOIN_SMALL,
    JOIN_LITTLE,
    JOIN_ALIKE,
    JOIN_UNLIKE,
    SIGNED,
    SIGNED_INSIDE,
    PART_ROWS
};

/* Points for a reading of a head group. */
const struct evidence part_evidence[] = {
    [MAIN_CLAUSES] = { "headline-clauses", 1.5f, "a gap parts it into clauses, as in headlines" },
    [MAIN_COMPLETE] = { "headline-complete", 1.2f, "it ends as statements do: what was done" },
    [MAIN_DASH] = { "headline-dash", -6, "it begins with a dash, as subheadlines do" },
    [MAIN_WHO] = { "headline-who", -2.5f, "it ends as kickers do: who said it" },
    [MAIN_WHO_ALONE] = { "headline-who-alone", -0.5f, "it ends as kickers do, but stands alone" },
    [MAIN_CAME] = { "headline-came", -2, "it is short and ends with who came" },
    [MAIN_SHORT] = { "headline-short", -1.5f, "it is too short for a headline" },
    [MAIN_LONG] = { "headline-long", -1.2f, "it is long for a headline" },
    [MAIN_SHARED] = { "headline-shared", 2.5f, "the share of the headline that stands in the text" },
    [MAIN_FIRST] = { "headline-first", 0.4f, "the headline stands first" },
    [KICKERS] = { "kickers", -2.5f, "two lines or more above the headline" },
    [KICKER] = { "kicker", -1.2f, "most heads have no kicker" },
    [KICKER_SHARED] = { "kicker-shared", 1, "the share of the kicker that stands in the text" },
    [KICKER_STRANGE] = { "kicker-strange", -0.8f, "who said it is not named in this text" },
    [KICKER_WHO] = { "kicker-who", 2, "the kicker ends as kickers do: who said it" },
    [KICKER_DASH] = { "kicker-dash", -4, "the kicker begins with a dash, as subheadlines do" },
    [KICKER_CLAUSES] = { "kicker-clauses", -0.3f, "a gap parts the kicker into clauses, as in headlines" },
    [KICKER_LENGTH] = { "kicker-length", 0.4f, "the kicker is very short or long" },
    [SUB] = { "subheadline", -0.6f, "most heads have no subheadline" },
    [SUB_SHARED] = { "subheadline-shared", 1, "the share of the subheadline that stands in the text" },
    [SUB_DASH] = { "subheadline-dash", 1.5f, "the subheadline begins with a dash" },
    [SUB_CAME] = { "subheadline-came", 1, "the subheadline ends with who came" },
    [SUB_WHO] = { "subheadline-who", -1.5f, "the subheadline ends as kickers do: who said it" },
    [OUTSHINES] = { "outshines", -3, "the subheadline repeats the text more than the headline does" },
    [JOIN] = { "two-lines", -1.2f, "most headlines stand on one line" },
    [JOIN_NEVER] = { "new-part", -8, "the second line begins with a dash or a lead" },
    [JOIN_PARTED] = { "lines-parted", -3, "a blank line parts the two lines" },
    [JOIN_WHO] = { "lines-who", -2, "the first line ends as kickers do: who said it" },
    [JOIN_CAME] = { "lines-came", -1.5f, "the second line ends with who came" },
    [JOIN_BRACKET] = { "lines-bracket", 3, "a bracket or quote opens in the first line and closes in the second" },
    [JOIN_SPREAD] = { "lines-spread", 1.6f, "one of the lines was spaced out to be as wide as the other" },
    [JOIN_PARALLEL] = { "lines-parallel", 2.4f, "the two lines are parallel clauses of equal length" },
    [JOIN_ACROSS] = { "lines-across", 2.6f, "the words across the line end stand together in the text" },
    [JOIN_CLAUSES] = { "lines-clauses", 1.8f, "the first line is parted into clauses and the second is as wide" },
    [JOIN_COMPLETE] = { "lines-complete", -1.2f, "the first line is a whole statement" },
    [JOIN_WIDE] = { "lines-wide", 0.5f, "the two lines are equally wide" },
    [JOIN_SMALL] = { "lines-small", 4, "the second line begins with a small letter" },
    [JOIN_LITTLE] = { "lines-little", 3, "the first line ends with a little word" },
    [JOIN_ALIKE] = { "lines-alike", 1.8f, "both lines have capitals to their words, or throughout" },
    [JOIN_UNLIKE] = { "lines-unlike", -3, "one line has capitals where the other has none" },
    [SIGNED] = { "signed", 0.6f, "a byline stands below" },
    [SIGNED_INSIDE] = { "signed-inside", -4, "a byline stands between the lines" },
};
_Static_assert(sizeof part_evidence / sizeof *part_evidence == PART_ROWS, "a row without a name");
const uint32_t part_rows = PART_ROWS;

static const struct piece *piece_at(const struct work *work, uint32_t index)
{
    return &work->pieces.items[index];
}

/* Gaps that part clauses: the mark of a main headline. */
static uint32_t clauses(const struct work *work, const struct piece *piece)
{
    uint32_t gaps = 0;
    for (uint32_t at = piece->from + 1; !piece->justified && at < piece->to; at++) {
        const struct glyph *here = &work->glyphs.items[at];
        gaps += here->gap && galley_code_joins(here->code) && galley_code_joins(here[-1].code);
    }
    return gaps;
}

static float share(const struct work *work, const struct piece *piece, uint32_t document)
{
    return document == GALLEY_NONE ? 0.3f : shingle_share(work->shingles, document, piece_text(work, piece));
}

/* Its length as if it were Chinese: a word of an alphabet is two characters or so. */
static float length_of(const struct work *work, const struct piece *piece)
{
    return (float)piece_length(piece) * (work->east_asian ? 1 : 0.4f);
}

static void weigh_main(struct scale *scale, const struct work *work, const struct piece *piece, uint32_t document,
                       bool alone)
{
    float length = length_of(work, piece);
    uint32_t gaps = clauses(work, piece);
    if (gaps)
        weigh(scale, MAIN_CLAUSES, 1);
    else if (piece->says & SAYS_COMPLETE)
        weigh(scale, MAIN_COMPLETE, 1);
    weigh(scale, MAIN_DASH, (piece->says & SAYS_SUB) != 0);
    if (piece->says & SAYS_KICKER && !gaps)
        weigh(scale, alone ? MAIN_WHO_ALONE : MAIN_WHO, 1);
    weigh(scale, MAIN_CAME, piece->says & SAYS_ATTENDANCE && length < 14);
    weigh(scale, MAIN_SHORT, length < 5);
    weigh(scale, MAIN_LONG, length > 28);
    weigh(scale, MAIN_SHARED, share(work, piece, document));
}

static void weigh_kicker(struct scale *scale, const struct work *work, const struct piece *piece, uint32_t document)
{
    float shared = share(work, piece, document);
    weigh(scale, KICKER, 1);
    weigh(scale, KICKER_SHARED, shared);
    weigh(scale, KICKER_STRANGE, shared < 0.12f && piece->says & SAYS_KICKER);
    weigh(scale, KICKER_WHO, (piece->says & SAYS_KICKER) != 0);
    weigh(scale, KICKER_DASH, (piece->says & SAYS_SUB) != 0);
    weigh(scale, KICKER_CLAUSES, clauses(work, piece) > 0);
    weigh(scale, KICKER_LENGTH, length_of(work, piece) <= 5 || length_of(work, piece) > 24);
}

static void weigh_sub(struct scale *scale, const struct work *work, const struct piece *piece, uint32_t document)
{
    weigh(scale, SUB, 1);
    weigh(scale, SUB_SHARED, share(work, piece, document));
    weigh(scale, SUB_DASH, (piece->says & SAYS_SUB) != 0);
    weigh(scale, SUB_CAME, (piece->says & SAYS_ATTENDANCE) != 0);
    weigh(scale, SUB_WHO, (piece->says & SAYS_KICKER) != 0);
}

/* ---- Two lines of one headline ------------------------------------------------------ */

/* The words across the line end stand together in the body. */
static bool runs_across(const struct work *work, const struct piece *above, const struct piece *below,
                        uint32_t document)
{
    if (document == GALLEY_NONE)
        return false;
    return shingle_across(work->shingles, document, piece_text(work, above), piece_text(work, below));
}

/* Figures stand in subheadlines; the second half of a couplet has none. */
static bool has_digits(const struct work *work, const struct piece *piece)
{
    for (uint32_t at = piece->from; at < piece->to; at++)
        if (work->glyphs.items[at].classes & GALLEY_DIGIT)
            return true;
    return false;
}

static bool parallel(const struct work *work, const struct piece *above, const struct piece *below)
{
    return above->to - above->from == below->to - below->from && piece_length(above) >= 5 &&
           fabsf(above->cells - below->cells) <= 1 && !has_digits(work, below);
}

/* What the words and marks say against or for two lines being one headline. */
static void weigh_seam(struct scale *scale, const struct piece *above, const struct piece *below)
{
    weigh(scale, JOIN, 1);
    weigh(scale, JOIN_PARTED, below->blanks || !below->opens_line);
    weigh(scale, JOIN_WHO, (above->says & SAYS_KICKER) != 0);
    weigh(scale, JOIN_CAME, below->says & SAYS_ATTENDANCE && piece_length(below) * 2 < piece_length(above) * 3);
    weigh(scale, JOIN_BRACKET, above->open_marks > 0 && below->open_marks < 0);
    weigh(scale, JOIN_SPREAD, above->justified != below->justified);
}

/* Two lines in an alphabet: how they are written, and the words across the line end. */
static void weigh_letters(struct scale *scale, const struct work *work, const struct piece *above,
                          const struct piece *below, uint32_t document)
{
    enum lettering first = lettering_of(work, above), second = lettering_of(work, below);
    bool small = begins_small(work, below);
    weigh(scale, JOIN_ACROSS, runs_across(work, above, below, document));
    weigh(scale, JOIN_SMALL, small);
    weigh(scale, JOIN_LITTLE, ends_with_little_word(work, above));
    if (first == LETTERING_UNKNOWN || second == LETTERING_UNKNOWN)
        return;
    weigh(scale, JOIN_ALIKE, first == second && first != LETTERING_SENTENCE);
    weigh(scale, JOIN_UNLIKE, first != second && !small);
}

/* Returns whether the two lines, taken as one headline, are clauses of a couplet. */
static bool weigh_join(struct scale *scale, const struct work *work, const struct piece *above,
                       const struct piece *below, uint32_t document)
{
    if (below->says & SAYS_SUB || below->opens_story) {
        weigh(scale, JOIN_NEVER, 1);
        return false;
    }
    weigh_seam(scale, above, below);
    if (!work->spaceless) {
        weigh_letters(scale, work, above, below, document);
        return false;
    }
    bool across = runs_across(work, above, below, document);
    /* equally wide, or spaced out to be so */
    bool wide = fabsf(above->cells - below->cells) <= 2.5f || above->justified != below->justified;
    if (parallel(work, above, below) && !across) {
        weigh(scale, JOIN_PARALLEL, 1);
        return true;
    }
    weigh(scale, JOIN_ACROSS, across);
    if (clauses(work, above) && !clauses(work, below) && !(below->says & SAYS_COMPLETE) && wide && !across) {
        weigh(scale, JOIN_CLAUSES, 1);
        return true;
    }
    weigh(scale, JOIN_COMPLETE, above->says & SAYS_COMPLETE && !across);
    weigh(scale, JOIN_WIDE, wide);
    return false;
}

/* ---- The group ------------------------------------------------------------------------ */

struct headline {
    const struct work *work;
    const uint32_t *pieces;
    uint32_t count; /* without bylines at the end */
    uint32_t document;
    uint32_t bylines, inside; /* how many bylines stand at the end, and between the lines */
};

/* A line below that shares far more words with the body than the headline does would
 * be the headline. */
static float outshines(const struct headline *head, const struct piece *below, uint32_t main)
{
    float of_main = share(head->work, piece_at(head->work, head->pieces[main]), head->document);
    return fmaxf(0, share(head->work, below, head->document) - of_main - 0.2f);
}

/* The shape whose headline is the lines [from, to). */
static struct head_shape shape_with(const struct headline *head, uint32_t from, uint32_t to, struct ledger *ledger)
{
    const struct work *work = head->work;
    struct head_shape shape = { .points = 0 };
    struct scale scale = scale_new(work, EVIDENCE_PARTS, ledger);
    weigh(&scale, from > 1 ? KICKERS : MAIN_FIRST, from != 1);
    for (uint32_t i = 0; i < head->count; i++) {
        const struct piece *piece = piece_at(work, head->pieces[i]);
        shape.part[i] = i < from ? PART_KICKER : i < to ? PART_MAIN : PART_SUB;
        shape.joined[i] = i > from && i < to;
        if (i < from)
            weigh_kicker(&scale, work, piece, head->document);
        else if (i == from)
            weigh_main(&scale, work, piece, head->document, head->count == 1);
        else if (i < to)
            shape.couplet[i] = weigh_join(&scale, work, piece_at(work, head->pieces[i - 1]), piece, head->document);
        else {
            weigh_sub(&scale, work, piece, head->document);
            weigh(&scale, OUTSHINES, outshines(head, piece, from));
        }
    }
    weigh(&scale, SIGNED, (float)head->bylines);
    weigh(&scale, SIGNED_INSIDE, (float)head->inside);
    shape.points = scale.sum;
    return shape;
}

/* Lines of a kicker or a subheadline that wrapped. */
static void join_wrapped(const struct headline *head, struct head_shape *shape)
{
    for (uint32_t i = 1; i < head->count; i++) {
        const struct piece *above = piece_at(head->work, head->pieces[i - 1]),
                           *below = piece_at(head->work, head->pieces[i]);
        if (shape->part[i] == PART_MAIN || shape->part[i] != shape->part[i - 1] || below->blanks)
            continue;
        struct scale scale = scale_new(head->work, EVIDENCE_PARTS, NULL);
        bool couplet = weigh_join(&scale, head->work, above, below, head->document);
        shape->joined[i] = scale.sum > 0.4f && !couplet;
    }
}

/* The name of a section, or the standing label of a series, which shares nothing with
 * the text below it. */
static bool is_label(const struct headline *head, const struct piece *piece)
{
    if (pattern_whole(&head->work->language->lists[LANGUAGE_SECTION_LABELS], piece_text(head->work, piece)))
        return true;
    if (!head->work->spaceless) /* a kicker need not repeat a word */
        return false;
    return head->document != GALLEY_NONE && piece_length(piece) >= 4 && !(piece->says & SAYS_KICKER) &&
           share(head->work, piece, head->document) < 0.05f;
}

struct head_shape shape_head(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document,
                             struct ledger *ledger)
{
    struct headline head = { .work = work, .pieces = pieces, .count = count, .document = document };
    for (; head.count && piece_at(work, pieces[head.count - 1])->role == ROLE_BYLINE; head.bylines++)
        head.count--;
    for (uint32_t i = 0; i < head.count; i++)
        head.inside += piece_at(work, pieces[i])->role == ROLE_BYLINE;
    struct head_shape best = { .points = -INFINITY };
    float second = -INFINITY;
    uint32_t best_from = 0, best_to = 0;
    for (uint32_t from = 0; from < head.count && from < 3; from++)
        for (uint32_t to = from + 1; to <= head.count && to - from <= 3; to++) {
            struct head_shape shape = shape_with(&head, from, to, NULL);
            second = fmaxf(second, fminf(best.points, shape.points));
            if (shape.points <= best.points)
                continue;
            best = shape;
            best_from = from;
            best_to = to;
        }
    best.margin = fminf(SURE_ENOUGH, best.points - second);
    if (!head.count)
        best.points = -20; /* bylines alone */
    if (ledger && head.count)
        shape_with(&head, best_from, best_to, ledger);
    join_wrapped(&head, &best);
    if (head.count && best.part[0] == PART_KICKER && is_label(&head, piece_at(work, pieces[0])))
        best.part[0] = PART_SECTION;
    return best;
}
