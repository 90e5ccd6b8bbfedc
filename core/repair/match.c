/* SPDX-License-Identifier: MIT
 * How well a head suits a body.  Rare words shared weigh most; then the form of the
 * group, the seams between its lines, the side on which this page sets its heads.  A
 * teaser is a stranger to its neighbours; a crosshead is a short line or two between two
 * parts of one text. */
#include "core/repair/match.h"

#include <math.h>

enum {
    SHARED,
    UNASKED,
    SHAPE,
    CLOSE_LINES,
    PARTED_LINES,
    MANY_LINES,
    TORN,
    STRANGER,
    ELSEWHERE,
    SIGNED_TWICE,
    ADVERTISES,
    UNSIGNED,
    POINTS_ELSEWHERE,
    SIDE,
    APART,
    FAR,
    NEWS_HEADLESS,
    TEXT_HEADLESS,
    REST_HEADLESS,
    HEAD_ROWS
};

/* Points for a group as the head of a text. */
const struct evidence head_evidence[] = {
    [SHARED] = { "shared", 8, "the share of the head that stands in the text, weighed by rarity" },
    [UNASKED] = { "unasked", -1, "a head must have something to say for it" },
    [SHAPE] = { "shape", 0.7f, "the form of the group: kicker, headline, subheadlines" },
    [CLOSE_LINES] = { "close-lines", 0.38f, "no blank line parts its lines" },
    [PARTED_LINES] = { "parted-lines", -0.33f, "blank lines part its lines" },
    [MANY_LINES] = { "many-lines", -1.1f, "it has more than four lines" },
    [TORN] = { "torn", -1.5f, "no blank line parts it from the display line above it" },
    [STRANGER] = { "stranger", -2, "it shares hardly a word with the text" },
    [ELSEWHERE] = { "elsewhere", -4, "it shares more words with another text of the page" },
    [SIGNED_TWICE] = { "signed-twice", -3, "a byline stands below it, but the text has a lead" },
    [ADVERTISES] = { "advertises", 3, "text and head are those of an advertisement, which seldom repeats its head" },
    [UNSIGNED] = { "unsigned", -1.1f, "neither lead nor byline says that an article is here" },
    [POINTS_ELSEWHERE] = { "points-elsewhere", -3, "the number of another page stands behind it" },
    [SIDE] = { "side", 1.61f, "the side on which this page sets its heads" },
    [APART] = { "apart", -2.2f, "something else stands between it and the text" },
    [FAR] = { "far", -3, "it does not stand beside the text" },
    [NEWS_HEADLESS] = { "news-headless", -1.3f, "a news text with a lead would be without a head" },
    [REST_HEADLESS] = { "rest-headless", -0.9f, "the rest of a text from another page would be without a head" },
    [TEXT_HEADLESS] = { "text-headless", -1.6f, "a text would be without a head" },
};
_Static_assert(sizeof head_evidence / sizeof *head_evidence == HEAD_ROWS, "a row without a name");
const uint32_t head_rows = HEAD_ROWS;

enum {
    TEASER,
    TEASER_LINES,
    TEASER_SHAPE,
    KIN,
    TEASER_CLOSE,
    TEASER_SUB,
    TEASER_PARTED,
    TEASER_TORN,
    POINTER_INSIDE,
    POINTER_BEHIND,
    TEASER_SIGNED,
    TEASER_LABEL,
    TEASER_STACKED,
    TEASER_ROWS
};

/* Points for a group as a teaser: a head without a text. */
const struct evidence teaser_evidence[] = {
    [TEASER] = { "rare", -0.35f, "most heads have a text on their page" },
    [TEASER_LINES] = { "lines", -0.63f, "its lines: teasers are short" },
    [TEASER_SHAPE] = { "shape", 0.5f, "the form of the group: kicker, headline, subheadlines" },
    [KIN] = { "kin", -3.4f, "it shares words with a text beside it" },
    [TEASER_CLOSE] = { "close-lines", 1.17f, "no blank line parts its lines" },
    [TEASER_SUB] = { "sub-apart", -0.3f, "a blank line and a subheadline behind it" },
    [TEASER_PARTED] = { "parted-lines", -0.95f, "a blank line parts its lines" },
    [TEASER_TORN] = { "torn", -0.8f, "no blank line parts it from the display line above it" },
    [POINTER_INSIDE] = { "pointer-inside", -3, "a page number stands between its lines" },
    [POINTER_BEHIND] = { "pointer-behind", 2.5f, "the number of another page stands behind it" },
    [TEASER_LABEL] = { "label", -1.4f,
                       "it looks like a label: the name of a section, a short slogan, a few characters" },
    [TEASER_SIGNED] = { "signed", -1.6f, "a byline stands below it" },
    [TEASER_STACKED] = { "stacked", -1.5f, "more display lines stand straight below it, and no page number between" },
};
_Static_assert(sizeof teaser_evidence / sizeof *teaser_evidence == TEASER_ROWS, "a row without a name");
const uint32_t teaser_rows = TEASER_ROWS;

enum {
    LONE_LINE,
    OWN_WORDS,
    AFTER_LEAD,
    AFTER_FEATURE,
    SHORT_LINE,
    LONG_LINE,
    ONE_TOPIC,
    TIED,
    OTHER_TOPICS,
    OTHER_MEASURE,
    NOTICE_TITLE,
    CLAUSES_OR_STOP,
    HEADLINE_FORM,
    COMMA,
    CROSSHEAD_ROWS
};

/* Points for a line as a crosshead inside a text. */
const struct evidence crosshead_evidence[] = {
    [LONE_LINE] = { "lone-line", 2.8f, "one display line alone between two texts" },
    [OWN_WORDS] = { "own-words", 1.9f, "it does not repeat the text below it as a headline does" },
    [AFTER_LEAD] = { "after-lead", -0.6f, "the text above it is news with a lead" },
    [AFTER_FEATURE] = { "after-feature", 1.1f, "the text above it has no lead: a feature" },
    [SHORT_LINE] = { "short-line", 0.8f, "it is short" },
    [LONG_LINE] = { "long-line", -1, "it is long" },
    [ONE_TOPIC] = { "one-topic", 3.2f, "the words of the text below that come again on the page stand above, too" },
    [TIED] = { "tied", 3, "the words of the text above that come again on the page stand below, too" },
    [OTHER_TOPICS] = { "other-topics", -2, "what each text says again and again the other never says" },
    [OTHER_MEASURE] = { "other-measure", -3, "the columns above and below are of different measure" },
    [NOTICE_TITLE] = { "notice-title", -8, "it ends as the titles of notices do" },
    [CLAUSES_OR_STOP] = { "clauses-or-stop", -3, "it has clauses as headlines do, or ends a sentence" },
    [HEADLINE_FORM] = { "headline-form", 1, "as a headline alone it would be badly formed" },
    [COMMA] = { "comma", 2.5f, "a comma parts its clauses; in headlines a space does" },
};
_Static_assert(sizeof crosshead_evidence / sizeof *crosshead_evidence == CROSSHEAD_ROWS, "a row without a name");
const uint32_t crosshead_rows = CROSSHEAD_ROWS;

/* The share of the line that shares most; a slogan beside it takes nothing away. */
float share_of(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document)
{
    float best = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]];
        if (piece->role == ROLE_HEAD && piece_length(piece) >= 4)
            best = fmaxf(best, share_in(work, pieces[i], document).text);
    }
    return best;
}

/* The page that a teaser points to stands behind it. */
static bool points_elsewhere(const struct work *work, uint32_t piece)
{
    return piece + 1 < work->pieces.count && work->pieces.items[piece + 1].role == ROLE_FOLIO &&
           !work->pieces.items[piece + 1].opens_line;
}

/* A blank line parts heads, on a page that has any. */
static bool is_torn(const struct work *work, uint32_t first)
{
    const struct piece *piece = &work->pieces.items[first];
    return first > 0 && work->blank_weight < NO_BLANKS && piece->opens_line && !piece->blanks &&
           piece[-1].role == ROLE_HEAD;
}

/* Lines that a blank does not part belong together. */
static void weigh_blanks(struct scale *scale, const struct work *work, const uint32_t *pieces, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        weigh(scale, work->pieces.items[pieces[i]].blanks ? PARTED_LINES : CLOSE_LINES, 1);
    weigh(scale, MANY_LINES, count > 4 ? (float)(count - 4) : 0);
}

/* A head that shares less than this with a text is a stranger to it. */
#define STRANGE 0.15f

/* What the byline below a head says against a text, and what its lack does. */
static void weigh_signature(struct scale *scale, bool signed_here, const struct story *story, const struct story *last)
{
    bool elsewhere = last->byline != GALLEY_NONE || story->signed_above;
    weigh(scale, SIGNED_TWICE, signed_here && (story->has_lead || story->signed_above));
    weigh(scale, UNSIGNED, !signed_here && !story->has_lead && !elsewhere);
}

/* Whether two parts are of one text, as far as is known. */
static bool one_text(const struct work *work, uint32_t one, uint32_t other)
{
    uint32_t first = one < other ? one : other, last = one + other - first;
    while (last > first && work->stories.items[last].goes_on)
        last--;
    return first == last || work->stories.items[other].reads_from <= first;
}

/* By how much another text of the page, not joined to this one, shares more with a line;
 * a label may share with any. */
static float shares_elsewhere(const struct work *work, const struct claim *claim, const struct head_shape *shape)
{
    float most = 0;
    for (uint32_t i = shape->part[0] == PART_SECTION; i < shape->lines; i++) {
        const struct nearest *nearest = &work->nearest[claim->pieces[i]];
        if (nearest->story == GALLEY_NONE || one_text(work, nearest->story, claim->of))
            continue;
        most = fmaxf(most, nearest->share - share_of(work, claim->pieces + i, 1, claim->of));
    }
    return most;
}

float claim_points(const struct work *work, const struct claim *claim, struct ledger *ledger)
{
    const struct story *last = &work->stories.items[claim->of], *story = &work->stories.items[last->reads_from];
    struct head_shape shape = shape_head(work, claim->pieces, claim->count, claim->of, NULL);
    struct scale scale = scale_new(work, EVIDENCE_HEADS, ledger);
    float share = share_of(work, claim->pieces, claim->count, claim->of);
    weigh(&scale, SHARED, share);
    weigh(&scale, UNASKED, 1);
    weigh(&scale, SHAPE, shape.points);
    weigh_blanks(&scale, work, claim->pieces, claim->count);
    weigh(&scale, TORN, is_torn(work, claim->pieces[0]));
    /* a body of a few lines can hardly repeat its head */
    weigh(&scale, STRANGER, fmaxf(0, 1 - share / STRANGE) * fminf(1, (float)story->characters / 150));
    weigh(&scale, ELSEWHERE, shares_elsewhere(work, claim, &shape));
    weigh_signature(&scale, shape.lines < claim->count, story, last);
    weigh(&scale, ADVERTISES,
          story_advertises(story) && count_words(work, claim->pieces, claim->count, LANGUAGE_AD_WORDS) > 0);
    for (uint32_t i = 0; i < claim->count; i++)
        weigh(&scale, POINTS_ELSEWHERE, points_elsewhere(work, claim->pieces[i]));
    return scale.sum;
}

float add_place(const struct chain *chain, const struct claim *claim, float points, struct ledger *ledger)
{
    struct scale scale = scale_new(chain->work, EVIDENCE_HEADS, ledger);
    scale.sum = points;
    weigh(&scale, SIDE, claim->owner == TO_AFTER ? chain->lean : -chain->lean);
    weigh(&scale, APART, claim->apart);
    return scale.sum;
}

float add_distance(const struct work *work, float points, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_HEADS, ledger);
    scale.sum = points;
    weigh(&scale, FAR, 1);
    return scale.sum;
}

float headless_points(const struct work *work, uint32_t of, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_HEADS, ledger);
    bool continued = work->stories.items[of].jump_from != GALLEY_NONE;
    weigh(&scale, continued ? REST_HEADLESS : work->stories.items[of].has_lead ? NEWS_HEADLESS : TEXT_HEADLESS, 1);
    return scale.sum;
}

/* A teaser has nothing to do with the bodies beside it. */
static float kinship(const struct work *work, const struct cluster *cluster, const uint32_t *pieces, uint32_t count)
{
    float before = cluster->before == GALLEY_NONE ? 0 : share_of(work, pieces, count, cluster->before);
    float after = cluster->after == GALLEY_NONE ? 0 : share_of(work, pieces, count, cluster->after);
    return fmaxf(0, fmaxf(before, after) - 0.25f);
}

/* Straight below it the lines of a head go on. */
static bool is_stacked(const struct work *work, uint32_t last)
{
    if (last + 1 >= work->pieces.count || points_elsewhere(work, last))
        return false;
    const struct piece *next = &work->pieces.items[last + 1];
    return next->role == ROLE_HEAD && !next->blanks && next->opens_line;
}

static bool like_label(const struct work *work, const struct piece *piece)
{
    return piece_length(piece) <= 5 || (piece_length(piece) <= 10 && piece->gaps == 1) ||
           pattern_whole(&work->language->lists[LANGUAGE_SECTION_LABELS], piece_text(work, piece));
}

float teaser_points(const struct chain *chain, const struct cluster *cluster, const uint32_t *pieces, uint32_t count,
                    struct ledger *ledger)
{
    const struct work *work = chain->work;
    struct head_shape shape = shape_head(work, pieces, count, GALLEY_NONE, NULL);
    struct scale scale = scale_new(work, EVIDENCE_TEASERS, ledger);
    weigh(&scale, TEASER, 1);
    weigh(&scale, TEASER_LINES, (float)count);
    weigh(&scale, TEASER_SHAPE, shape.points);
    weigh(&scale, KIN, kinship(work, cluster, pieces, count));
    weigh(&scale, TEASER_TORN, is_torn(work, pieces[0]));
    for (uint32_t i = 1; i < count; i++) {
        const struct piece *line = &work->pieces.items[pieces[i]];
        bool sub = shape.part[i] == PART_SUB && shape.points > 1;
        weigh(&scale, !line->blanks ? TEASER_CLOSE : sub ? TEASER_SUB : TEASER_PARTED, 1);
    }
    for (uint32_t i = 0; i + 1 < count; i++)
        weigh(&scale, POINTER_INSIDE, points_elsewhere(work, pieces[i]));
    weigh(&scale, POINTER_BEHIND, points_elsewhere(work, pieces[count - 1]));
    weigh(&scale, TEASER_STACKED, is_stacked(work, pieces[count - 1]));
    weigh(&scale, TEASER_LABEL, count == 1 && like_label(work, &work->pieces.items[pieces[0]]));
    weigh(&scale, TEASER_SIGNED, work->pieces.items[pieces[count - 1]].role == ROLE_BYLINE);
    return scale.sum;
}

#define TIES_USUAL 0.3f
#define LETTERS_WEIGH 0.8f /* words of an alphabet need more room for what they say */

/* ---- Crossheads ----------------------------------------------------------------------------- */

/* The measure of the columns that meet there: one text seldom changes it. */
static float measure_at_end(const struct work *work, const struct story *story)
{
    return work->pieces.items[story->pieces.items[story->pieces.count - 1]].measure;
}

static float measure_at_start(const struct work *work, const struct story *story)
{
    size_t second = story->pieces.count > 1;
    return work->pieces.items[story->pieces.items[second]].measure;
}

/* What is signed, by a byline, a signature or a jump, has ended. */
static bool has_ended(const struct work *work, const struct story *story)
{
    const struct piece *last = &work->pieces.items[story->pieces.items[story->pieces.count - 1]];
    return (story->byline != GALLEY_NONE && !story->signed_above) || story->jump_to != GALLEY_NONE || last->signs;
}

static const struct piece *line_of(const struct work *work, const struct cluster *cluster, size_t index)
{
    return &work->pieces.items[lines_of(cluster)[index]];
}

/* One line, or two that no blank parts. */
static bool is_lone(const struct work *work, const struct cluster *cluster)
{
    size_t count = cluster->pieces.count;
    if (count < 1 || count > 2 || line_of(work, cluster, 0)->role != ROLE_HEAD)
        return false;
    const struct piece *second = line_of(work, cluster, count - 1);
    bool next = lines_of(cluster)[count - 1] == lines_of(cluster)[0] + 1; /* no caption between them */
    return count == 1 || (next && second->role == ROLE_HEAD && !second->blanks && second->opens_line);
}

static bool may_be_crosshead(const struct work *work, const struct cluster *cluster)
{
    if (cluster->before == GALLEY_NONE || cluster->after == GALLEY_NONE || !is_lone(work, cluster))
        return false;
    const struct story *before = &work->stories.items[cluster->before], *after = &work->stories.items[cluster->after];
    bool signed_twice = after->signed_above || (after->byline != GALLEY_NONE && before->has_lead);
    return !after->has_lead && !signed_twice && !has_ended(work, before) && after->jump_from == GALLEY_NONE;
}

static void weigh_lines(struct scale *scale, const struct work *work, const struct cluster *cluster)
{
    float squares = 0; /* its length in full-width characters: letters are half as wide */
    bool notice = false, clauses = false, comma = false;
    for (size_t i = 0; i < cluster->pieces.count; i++) {
        const struct piece *line = line_of(work, cluster, i);
        squares += line->natural / 2;
        notice |= (line->says & SAYS_NOTICE) != 0;
        clauses |= has_clauses(work, line) || line->sentence_ends;
        comma |= line->pauses > 0;
    }
    squares *= work->east_asian ? 1 : LETTERS_WEIGH;
    weigh(scale, SHORT_LINE, squares <= 10);
    weigh(scale, LONG_LINE, squares > 14);
    weigh(scale, NOTICE_TITLE, notice);
    weigh(scale, CLAUSES_OR_STOP, clauses);
    weigh(scale, COMMA, work->spaceless && comma);
}

/* A line or two alone between two parts of one text. */
float crosshead_points(const struct work *work, const struct cluster *cluster, struct ledger *ledger)
{
    if (!may_be_crosshead(work, cluster) || told_apart(work, cluster))
        return -INFINITY;
    const struct story *before = &work->stories.items[cluster->before], *after = &work->stories.items[cluster->after];
    struct scale scale = scale_new(work, EVIDENCE_CROSSHEADS, ledger);
    weigh(&scale, LONE_LINE, 1);
    uint32_t lines = (uint32_t)cluster->pieces.count;
    weigh(&scale, OWN_WORDS, 0.5f - share_of(work, lines_of(cluster), lines, cluster->after));
    weigh(&scale, before->has_lead ? AFTER_LEAD : AFTER_FEATURE, 1);
    weigh(&scale, ONE_TOPIC, ties_between(work, cluster->before, cluster->after) - TIES_USUAL);
    weigh(&scale, TIED, ties_between(work, cluster->after, cluster->before) - TIES_USUAL);
    weigh(&scale, OTHER_TOPICS, topics_between(work, cluster->before, cluster->after));
    weigh(&scale, OTHER_MEASURE, fabsf(measure_at_end(work, before) - measure_at_start(work, after)) > 3);
    weigh_lines(&scale, work, cluster);
    weigh(&scale, HEADLINE_FORM, fminf(0, shape_head(work, lines_of(cluster), lines, GALLEY_NONE, NULL).points));
    return scale.sum;
}
