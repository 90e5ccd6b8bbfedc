/* SPDX-License-Identifier: MIT
 * Label, kicker, headline, subheadlines.  Of a head group, the headline is the line that
 * states the news; a kicker says above it who said it or where, a subheadline below
 * it who came or what for; a label names a section or series and has nothing to do
 * with the text.  Every way to cut the group into these is weighed; there are few. */
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

enum {
    MAIN_CLAUSES,
    MAIN_DASH,
    MAIN_WHO,
    MAIN_WHO_ALONE,
    MAIN_CAME,
    MAIN_SHORT,
    MAIN_BRIEF,
    MAIN_LONG,
    MAIN_FIGURES,
    MAIN_SHARED,
    MAIN_OPENING,
    MAIN_FIRST,
    KICKERS,
    KICKER,
    KICKER_SHARED,
    KICKER_STRANGE,
    KICKER_WHO,
    KICKER_DASH,
    KICKER_CLAUSES,
    KICKER_FIGURES,
    KICKER_COMPLETE,
    KICKER_LENGTH,
    KICKER_PLAIN,
    KICKER_AD,
    LABEL,
    LABEL_KNOWN,
    LABEL_SLOGAN,
    LABEL_STRANGE,
    LABEL_SHARED,
    LABEL_PARTED,
    LABEL_AGAIN,
    LABEL_CLAUSES,
    LABEL_WHO,
    LABEL_COMPLETE,
    LABEL_LONG,
    LABEL_PLACE,
    LABEL_AD,
    SUB,
    SUB_SHARED,
    SUB_STRANGE,
    SUB_CAME,
    SUB_WHO,
    SUB_FIGURES,
    SUB_BRIEF,
    OUTSHINES,
    SIGNED,
    SIGNED_INSIDE,
    CLOSE_PARTS,
    PART_ROWS
};

/* Points for a reading of a head group. */
const struct evidence part_evidence[] = {
    [MAIN_CLAUSES] = { "headline-clauses", 1.61f, "a gap parts the headline into clauses" },
    [MAIN_DASH] = { "headline-dash", -6.02f, "the headline begins with a dash, as subheadlines do" },
    [MAIN_WHO] = { "headline-who", -2.08f, "the headline ends as kickers do: who said it" },
    [MAIN_WHO_ALONE] = { "headline-who-alone", -0.33f, "the headline ends as kickers do, but stands alone" },
    [MAIN_CAME] = { "headline-came", -2.01f, "the headline is short and ends with who came" },
    [MAIN_SHORT] = { "headline-short", -2.24f, "it is too short for a headline" },
    [MAIN_BRIEF] = { "headline-brief", -1.88f, "it is brief for a headline" },
    [MAIN_LONG] = { "headline-long", -1.89f, "it is long for a headline" },
    [MAIN_FIGURES] = { "headline-figures", -1.51f, "the headline is made of clauses with figures, as other parts are" },
    [MAIN_SHARED] = { "headline-shared", 2.09f, "the share of the headline that stands in the text" },
    [MAIN_OPENING] = { "headline-opening", 0.33f, "the share of the headline that stands where the text opens" },
    [MAIN_FIRST] = { "headline-first", 0.91f, "the headline stands first" },
    [KICKERS] = { "kickers", -2.1f, "two lines or more above the headline" },
    [KICKER] = { "kicker", -0.71f, "most heads have no kicker" },
    [KICKER_SHARED] = { "kicker-shared", 1.02f, "the share of the kicker that stands in the text" },
    [KICKER_STRANGE] = { "kicker-strange", -0.46f, "the kicker shares hardly a word with the text" },
    [KICKER_WHO] = { "kicker-who", 1.89f, "the kicker ends as kickers do: who said it" },
    [KICKER_DASH] = { "kicker-dash", -4, "the kicker begins with a dash, as subheadlines do" },
    [KICKER_CLAUSES] = { "kicker-clauses", 0.36f, "a gap parts the kicker into clauses" },
    [KICKER_FIGURES] = { "kicker-figures", 3.94f, "the kicker is made of clauses with figures" },
    [KICKER_COMPLETE] = { "kicker-complete", -1.07f, "the kicker ends as statements do: what was done" },
    [KICKER_LENGTH] = { "kicker-length", 0.98f, "the kicker is very short or long" },
    [KICKER_PLAIN] = { "kicker-plain", -1.75f, "nothing in its form says that it is a kicker" },
    [KICKER_AD] = { "kicker-ad", -1.5f, "the kicker of an advertisement" },
    [LABEL] = { "label", -1.15f, "most heads have no label above them" },
    [LABEL_KNOWN] = { "label-known", 2.27f, "it is the name of a section" },
    [LABEL_SLOGAN] = { "label-slogan", 1.5f, "it begins as the slogans of a series do" },
    [LABEL_STRANGE] = { "label-strange", 0.77f, "it shares hardly a word with the text" },
    [LABEL_SHARED] = { "label-shared", -3.7f, "it shares words with the text, as labels do not" },
    [LABEL_PARTED] = { "label-parted", 0.85f, "a blank line parts it from the head" },
    [LABEL_AGAIN] = { "label-again", 1.52f, "it stands on the page more than once" },
    [LABEL_CLAUSES] = { "label-clauses", 1.68f, "a gap parts it into two short clauses, as in slogans" },
    [LABEL_WHO] = { "label-who", -3.03f, "it ends as kickers do or begins with a dash" },
    [LABEL_COMPLETE] = { "label-complete", -1.04f, "it ends as statements do: what was done" },
    [LABEL_LONG] = { "label-long", -1.52f, "it is long for a label" },
    [LABEL_PLACE] = { "label-place", -2.5f, "it is the name of a place: a kicker" },
    [LABEL_AD] = { "label-ad", -3, "an advertisement stands below, and no section has one" },
    [SUB] = { "subheadline", -0.79f, "most heads have no subheadline" },
    [SUB_SHARED] = { "subheadline-shared", 1.45f, "the share of the subheadline that stands in the text" },
    [SUB_STRANGE] = { "subheadline-strange", -0.93f,
                      "a blank line stands before it, and it shares hardly a word with the text" },
    [SUB_CAME] = { "subheadline-came", 0.69f, "the subheadline ends with who came" },
    [SUB_WHO] = { "subheadline-who", -2, "the subheadline ends as kickers do: who said it" },
    [SUB_FIGURES] = { "subheadline-figures", 2.36f, "the subheadline gives figures" },
    [SUB_BRIEF] = { "subheadline-brief", -1.34f, "it is brief for a subheadline, which is set smaller" },
    [OUTSHINES] = { "outshines", -1.97f, "the subheadline repeats the text more than the headline does" },
    [SIGNED] = { "signed", 0.6f, "a byline stands below" },
    [SIGNED_INSIDE] = { "signed-inside", -5.4f, "a byline stands between the lines" },
    [CLOSE_PARTS] = { "close-parts", -1, "no blank parts two parts of the head, where one parts others" },
};
_Static_assert(sizeof part_evidence / sizeof *part_evidence == PART_ROWS, "a row without a name");
const uint32_t part_rows = PART_ROWS;

#define HEADLINE_LINES 4
#define FIGURES_ANYWHERE 0.3f /* what figures say where headlines give them, too */
#define WRAPPED 0.4f          /* points for a line of a kicker or a subheadline to go on */
#define STRANGE 0.1f          /* a line that shares less has hardly a word of the text */

/* A head group, and what its lines share with the text. */
struct headline {
    const struct work *work;
    const uint32_t *pieces;
    uint32_t count; /* without bylines at the end */
    uint32_t document;
    bool parted;              /* a blank stands between some of its lines */
    bool advertises;          /* the head of an advertisement, or its text */
    uint32_t bylines, inside; /* how many bylines stand at the end, and between the lines */
    float shared[HEAD_LONGEST], opening[HEAD_LONGEST];
    bool open[HEAD_LONGEST];  /* a bracket, a quote or a title of the lines above it is */
    bool wraps[HEAD_LONGEST]; /* may go on with the kicker or the subheadline above it */
    struct met {
        bool asked, couplet;
        float points;
    } met[HEAD_LONGEST][2]; /* what the seam above it says, asked once; the second where that line is a clause */
};

/* How the group is cut: [label] kickers [from, to) subheadlines. */
struct division {
    bool label;
    uint32_t from, to;
};

static const struct piece *piece_at(const struct headline *head, uint32_t index)
{
    return &head->work->pieces.items[head->pieces[index]];
}

/* Its length as if it were Chinese: a word of an alphabet is two characters or so. */
static float length_of(const struct headline *head, uint32_t index)
{
    return (float)piece_length(piece_at(head, index)) * (head->work->east_asian ? 1 : 0.4f);
}

/* The lines of one part, one that wrapped. */
struct unit {
    const struct piece *first, *last;
    float length, shared, opening; /* the shares of its lines, weighed by their lengths */
    uint32_t gaps;
    bool figures;
};

static struct unit unit_of(const struct headline *head, uint32_t from, uint32_t to)
{
    struct unit unit = { .first = piece_at(head, from), .last = piece_at(head, to - 1) };
    for (uint32_t i = from; i < to; i++) {
        float length = length_of(head, i);
        unit.length += length;
        unit.shared += length * head->shared[i];
        unit.opening += length * head->opening[i];
        unit.gaps += piece_at(head, i)->gaps;
        unit.figures |= piece_at(head, i)->figures;
    }
    unit.shared /= unit.length;
    unit.opening /= unit.length;
    return unit;
}

/* ---- What speaks for each part ------------------------------------------------------ */

/* What a headline says stands where it ends.  `alone`: nothing else is in the group. */
static void weigh_main(struct scale *scale, const struct unit *unit, bool alone)
{
    weigh(scale, MAIN_CLAUSES, unit->gaps > 0);
    weigh(scale, MAIN_DASH, (unit->first->says & SAYS_SUB) != 0);
    if (unit->last->says & SAYS_KICKER && !unit->gaps)
        weigh(scale, alone ? MAIN_WHO_ALONE : MAIN_WHO, 1);
    weigh(scale, MAIN_CAME, unit->last->says & SAYS_ATTENDANCE && unit->length < 14);
    weigh(scale, MAIN_SHORT, unit->length < 5);
    weigh(scale, MAIN_BRIEF, unit->length < 8);
    weigh(scale, MAIN_LONG, unit->length > 28);
    weigh(scale, MAIN_FIGURES, unit->gaps && unit->figures);
    weigh(scale, MAIN_SHARED, unit->shared);
    weigh(scale, MAIN_OPENING, unit->opening);
}

static void weigh_kicker(struct scale *scale, const struct unit *unit, bool advertises)
{
    bool who = (unit->last->says & SAYS_KICKER) != 0, odd = unit->length <= 5 || unit->length > 24;
    weigh(scale, KICKER, 1);
    weigh(scale, KICKER_SHARED, unit->shared);
    weigh(scale, KICKER_STRANGE, unit->shared < STRANGE);
    weigh(scale, KICKER_WHO, who);
    weigh(scale, KICKER_DASH, (unit->first->says & SAYS_SUB) != 0);
    weigh(scale, KICKER_CLAUSES, unit->gaps > 0);
    weigh(scale, KICKER_FIGURES, unit->gaps > 0 && unit->figures);
    weigh(scale, KICKER_COMPLETE, (unit->last->says & SAYS_COMPLETE) != 0);
    weigh(scale, KICKER_LENGTH, odd);
    weigh(scale, KICKER_AD, advertises);
    weigh(scale, KICKER_PLAIN, !odd && !unit->gaps && !who);
}

static void weigh_sub(struct scale *scale, const struct unit *unit, const struct headline *head, uint32_t main)
{
    bool dash = (unit->first->says & SAYS_SUB) != 0, came = (unit->last->says & SAYS_ATTENDANCE) != 0;
    weigh(scale, SUB, 1);
    weigh(scale, SUB_SHARED, unit->shared);
    weigh(scale, SUB_STRANGE, unit->first->blanks > 0 && unit->shared < STRANGE && !dash);
    weigh(scale, SUB_CAME, came);
    weigh(scale, SUB_WHO, (unit->last->says & SAYS_KICKER) != 0);
    if (unit->figures)
        weigh(scale, SUB_FIGURES, head->work->language->figures_below ? 1 : FIGURES_ANYWHERE);
    weigh(scale, SUB_BRIEF, unit->length <= 6 && !dash && !came);
    /* a line below that shares far more words with the text would be the headline */
    weigh(scale, OUTSHINES, fmaxf(0, unit->shared - head->shared[main] - 0.2f));
}

/* ---- Labels ----------------------------------------------------------------------------- */

#define PLACE_LONGEST 8

static bool is_place(const struct work *work, const struct piece *piece)
{
    pattern_text text = piece_text(work, piece);
    size_t end = pattern_ends(&work->language->lists[LANGUAGE_PLACE_ENDS], text);
    return end != SIZE_MAX && end >= 2 && text.count <= PLACE_LONGEST &&
           !pattern_whole(&work->language->lists[LANGUAGE_SECTION_LABELS], text);
}

static void weigh_label(struct scale *scale, const struct headline *head, uint32_t index)
{
    const struct piece *piece = piece_at(head, index);
    const pattern_list *known = &head->work->language->lists[LANGUAGE_SECTION_LABELS];
    const pattern_list *slogans = &head->work->language->lists[LANGUAGE_SLOGANS];
    weigh(scale, LABEL, 1);
    weigh(scale, LABEL_KNOWN, pattern_whole(known, piece_text(head->work, piece)));
    weigh(scale, LABEL_SLOGAN, pattern_starts(slogans, piece_text(head->work, piece)) != SIZE_MAX);
    /* in an alphabet a kicker need not repeat a word either */
    weigh(scale, LABEL_STRANGE,
          head->work->spaceless && head->document != GALLEY_NONE && head->shared[index] < STRANGE / 2);
    weigh(scale, LABEL_SHARED, head->shared[index]);
    weigh(scale, LABEL_PARTED, index + 1 < head->count && piece_at(head, index + 1)->blanks > 0);
    weigh(scale, LABEL_AGAIN, piece->again);
    weigh(scale, LABEL_CLAUSES, piece->gaps == 1 && length_of(head, index) <= 12);
    weigh(scale, LABEL_WHO, (piece->says & (SAYS_KICKER | SAYS_SUB)) != 0);
    weigh(scale, LABEL_COMPLETE, (piece->says & SAYS_COMPLETE) != 0);
    weigh(scale, LABEL_AD, head->advertises);
    weigh(scale, LABEL_PLACE, is_place(head->work, piece));
    weigh(scale, LABEL_LONG, fminf(1.5f, fmaxf(0, length_of(head, index) - 7) / 6));
}

/* ---- The group ------------------------------------------------------------------------ */

static void weigh_part(struct scale *scale, const struct headline *head, const struct division *cut, uint32_t from,
                       uint32_t to, enum head_part part)
{
    struct unit unit = unit_of(head, from, to);
    if (part == PART_SECTION)
        weigh_label(scale, head, from);
    else if (part == PART_KICKER)
        weigh_kicker(scale, &unit, head->advertises);
    else if (part == PART_SUB)
        weigh_sub(scale, &unit, head, cut->from);
    else
        weigh_main(scale, &unit, head->count == to - from);
    weigh(scale, CLOSE_PARTS, from && head->parted && !unit.first->blanks);
}

static enum head_part part_of(const struct division *cut, uint32_t index)
{
    if (index == 0 && cut->label)
        return PART_SECTION;
    return index < cut->from ? PART_KICKER : index < cut->to ? PART_MAIN : PART_SUB;
}

/* What the seam above a line says, for all divisions of the group. */
static float seam_above(struct headline *head, uint32_t index, bool after_couplet, bool *couplet, struct ledger *ledger)
{
    struct met *met = &head->met[index][after_couplet];
    struct seam seam = { piece_at(head, index - 1), piece_at(head, index), head->document, after_couplet,
                         head->open[index] };
    if (!met->asked || ledger)
        met->points = seam_points(head->work, &seam, &met->couplet, ledger);
    met->asked = true;
    *couplet = met->couplet;
    return met->points;
}

/* Whether line `index` goes on with the part of the line above it: in the headline all do,
 * in a kicker or a subheadline what wrapped. */
static bool goes_on(const struct headline *head, const struct division *cut, uint32_t index)
{
    enum head_part part = part_of(cut, index);
    if (index == 0 || part != part_of(cut, index - 1))
        return false;
    return part == PART_MAIN || head->wraps[index];
}

static struct head_shape shape_with(struct headline *head, const struct division *cut, struct ledger *ledger)
{
    const struct work *work = head->work;
    struct head_shape shape = { .lines = head->count };
    struct scale scale = scale_new(work, EVIDENCE_PARTS, ledger);
    uint32_t kickers = 0;
    for (uint32_t i = 0, to; i < head->count; i = to) {
        shape.part[i] = part_of(cut, i);
        kickers += shape.part[i] == PART_KICKER;
        for (to = i + 1; to < head->count && goes_on(head, cut, to); to++) {
            shape.part[to] = shape.part[i];
            shape.joined[to] = true;
            shape.points += seam_above(head, to, shape.couplet[to - 1], &shape.couplet[to], ledger);
        }
        weigh_part(&scale, head, cut, i, to, shape.part[i]);
    }
    weigh(&scale, kickers > 1 ? KICKERS : MAIN_FIRST, kickers != 1);
    weigh(&scale, SIGNED, (float)head->bylines);
    weigh(&scale, SIGNED_INSIDE, (float)head->inside);
    shape.points += scale.sum;
    return shape;
}

/* 关于…的 … 通知  the title of a notice goes on to the line that says what it is. */
static void find_title(struct headline *head)
{
    uint32_t from = 0, to = head->count;
    while (from < head->count && !(piece_at(head, from)->says & SAYS_ABOUT))
        from++;
    while (to > from && !(piece_at(head, to - 1)->says & SAYS_NOTICE))
        to--;
    for (uint32_t i = from + 1; i < to; i++)
        head->open[i] = true;
}

/* Which lines may go on with a kicker or a subheadline that wrapped above them. */
static void find_wrapped(struct headline *head)
{
    int open = 0;
    for (uint32_t i = 1; i < head->count; i++) {
        open = piece_at(head, i - 1)->open_marks + (open > 0 ? open : 0);
        head->open[i] |= open > 0;
        bool couplet;
        head->wraps[i] = !piece_at(head, i)->blanks && seam_above(head, i, false, &couplet, NULL) > WRAPPED && !couplet;
    }
}

#define NAME_USUAL 3 /* characters: a longer one may be the end of a wrapped headline */

/* Bylines at the end of the group; in a text that nobody signed also a bare name. */
static bool is_byline(const struct headline *head, uint32_t index)
{
    const struct piece *piece = piece_at(head, index);
    if (piece->role == ROLE_BYLINE)
        return true;
    if (!piece->names || index == 0)
        return false;
    if (piece_length(piece) == NAME_USUAL)
        return true;
    if (head->document == GALLEY_NONE)
        return false;
    const struct story *last = &head->work->stories.items[head->document];
    return !head->work->stories.items[last->reads_from].has_lead && last->byline == GALLEY_NONE;
}

static void best_division(struct headline *head, struct head_shape *best, struct division *best_cut)
{
    float most = -INFINITY, second = -INFINITY;
    *best = (struct head_shape){ .points = -INFINITY };
    for (uint32_t label = 0; label < 2; label++)
        for (uint32_t from = label; from < head->count && from < label + 3; from++)
            for (uint32_t to = from + 1; to <= head->count && to - from <= HEADLINE_LINES; to++) {
                struct division cut = { label, from, to };
                struct head_shape shape = shape_with(head, &cut, NULL);
                float points = shape.points + told_division(head->work, head->pieces, &shape);
                second = fmaxf(second, fminf(most, points));
                if (points <= most)
                    continue;
                most = points;
                *best = shape;
                *best_cut = cut;
            }
    best->margin = fminf(SURE_ENOUGH, most - second);
}

struct head_shape shape_head(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document,
                             struct ledger *ledger)
{
    static const struct share stranger = { .text = 0.3f, .opening = 0.3f };
    struct headline head = { .work = work, .pieces = pieces, .count = count, .document = document };
    for (; head.count && is_byline(&head, head.count - 1); head.bylines++)
        head.count--;
    if (!head.count)
        return (struct head_shape){ .points = -20 }; /* bylines alone */
    for (uint32_t i = 0; i < head.count; i++) {
        head.inside += piece_at(&head, i)->role == ROLE_BYLINE;
        head.parted |= i && piece_at(&head, i)->blanks;
        struct share share = document == GALLEY_NONE ? stranger : share_in(work, pieces[i], document);
        head.shared[i] = share.text;
        head.opening[i] = share.opening;
    }
    find_title(&head);
    find_wrapped(&head);
    head.advertises = document != GALLEY_NONE ? story_advertises(&work->stories.items[document])
                                              : count_words(work, pieces, head.count, LANGUAGE_AD_WORDS) > 0;
    struct head_shape best;
    struct division cut;
    best_division(&head, &best, &cut);
    if (ledger)
        shape_with(&head, &cut, ledger);
    tell_shape(work, pieces, &best);
    return best;
}
