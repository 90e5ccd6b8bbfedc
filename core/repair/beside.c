/* SPDX-License-Identifier: MIT
 * Two lines that follow each other, each a display line or running text.  A sentence that
 * is still open goes on; a head seldom stands inside one, or behind a comma; a paragraph
 * begins with an indent where all others do, and a report behind its head.  What a line
 * shows by itself is weighed in display.c. */
#include "core/repair/roles.h"
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

enum {
    TEXT_AFTER_OPEN,
    OPEN_FULL,
    OPEN_UNCUT,
    OPEN_NEARLY,
    OPEN_NEARLY_BLANK,
    OPEN_SMALL,
    OPEN_SHORT,
    OPEN_HOLLOW,
    OPEN_BEFORE_INDENT,
    PARAGRAPH_INDENTED,
    PARAGRAPH_UNINDENTED,
    HEAD_AFTER_STOP,
    HEAD_AFTER_END,
    HEAD_AFTER_OPEN,
    HEAD_AFTER_PAUSE,
    HEAD_IN_BRACKET,
    HEAD_OTHER_MEASURE,
    HEAD_INSIDE,
    HEAD_CLOSE,
    TEXT_AFTER_HEAD,
    REPORT_AFTER_HEAD,
    CLOSES_AFTER_HEAD,
    SMALL_AFTER_HEAD,
    LITTLE_BEFORE_TEXT,
    BLANK_AFTER_HEAD,
    FULL_AFTER_HEAD,
    CLOSE_AFTER_HEAD,
    INDENT_AFTER_HEAD,
    HEAD_THEN_HEAD,
    HEAD_THEN_HEAD_BLANK,
    COUPLET,
    SMALL_BEHIND_BLANK,
    INSIDE_WORD,
    INSIDE_PAIR,
    TIGHT_AFTER_HEAD,
    STEP_AFTER_HEAD,
    BESIDE_ROWS
};

/* Points for what the two lines are together. */
const struct evidence beside_evidence[] = {
    [TEXT_AFTER_OPEN] = { "text-after-open", -1.56f, "a text opens while the sentence before it is open" },
    [OPEN_FULL] = { "open-full", 3.36f, "the sentence of the full line before it is open and goes on" },
    [OPEN_UNCUT] = { "open-uncut", 2.19f, "the sentence before it is open; lines are not cut to a measure here" },
    [OPEN_NEARLY] = { "open-nearly", 3.63f, "the sentence of the nearly full line before it is open" },
    [OPEN_NEARLY_BLANK] = { "open-nearly-blank", 4.31f,
                            "the sentence of the nearly full line before the blank is open" },
    [OPEN_SMALL] = { "open-small", 3.45f, "the sentence before it is open, and it begins with a small letter" },
    [OPEN_SHORT] = { "open-short", 1.33f, "the sentence before it is open, but in a short line" },
    [OPEN_HOLLOW] = { "open-hollow", -1.59f,
                      "the sentence before it is open, in a line much shorter than those above and below" },
    [OPEN_BEFORE_INDENT] = { "open-before-indent", -3,
                             "the sentence before it is open, but behind the blank it is indented, as first lines "
                             "are" },
    [PARAGRAPH_INDENTED] = { "paragraph-indented", 1.64f, "a paragraph begins behind the short line, with an indent" },
    [PARAGRAPH_UNINDENTED] = { "paragraph-unindented", -0.88f,
                               "a paragraph would begin behind the short line without an indent, as none does here" },
    [HEAD_AFTER_STOP] = { "head-after-stop", -0.89f, "a head behind a finished sentence" },
    [HEAD_AFTER_END] = { "head-after-end", 0.57f, "a head behind a paragraph's short last line" },
    [HEAD_AFTER_OPEN] = { "head-after-open", -3.29f, "a head behind an open sentence" },
    [HEAD_AFTER_PAUSE] = { "head-after-pause", -2.91f, "a head behind a comma" },
    [HEAD_IN_BRACKET] = { "head-in-bracket", -2.19f, "a head while a bracket or a quotation is open" },
    [HEAD_OTHER_MEASURE] = { "head-other-measure", 0.88f, "a head where the measure of the column changes" },
    [HEAD_INSIDE] = { "head-inside", -3.56f, "a head inside a sentence that goes on" },
    [HEAD_CLOSE] = { "head-close", 0.3f, "a head behind running text without a blank" },
    [TEXT_AFTER_HEAD] = { "text-after-head", 4.35f, "a text opens behind a head" },
    [REPORT_AFTER_HEAD] = { "report-after-head", 4.31f, "a report opens behind a head: on a day, or lately" },
    [CLOSES_AFTER_HEAD] = { "closes-after-head", -4, "a head cannot go on with a mark that closes" },
    [SMALL_AFTER_HEAD] = { "small-after-head", -5.17f, "no text begins with a small letter" },
    [LITTLE_BEFORE_TEXT] = { "little-before-text", -2.44f, "no head ends with a little word" },
    [BLANK_AFTER_HEAD] = { "blank-after-head", 1.55f, "a blank parts head and text" },
    [FULL_AFTER_HEAD] = { "full-after-head", -1.81f,
                          "a full line straight behind it: a paragraph's indented first line looks so" },
    [CLOSE_AFTER_HEAD] = { "close-after-head", -0.35f, "no blank parts head and text" },
    [INDENT_AFTER_HEAD] = { "indent-after-head", 3.64f, "the line straight behind it is indented: a text begins" },
    [HEAD_THEN_HEAD] = { "head-then-head", 3.27f, "lines of a head stand together" },
    [HEAD_THEN_HEAD_BLANK] = { "head-then-head-blank", 1.15f, "lines of heads with a blank between" },
    [COUPLET] = { "couplet", 0.87f, "the two lines are of equal length, as the clauses of a headline are" },
    [SMALL_BEHIND_BLANK] = { "small-behind-blank", -4.28f,
                             "no line of a head begins with a small letter behind a blank" },
    [INSIDE_WORD] = { "inside-word", -2, "a word of the line before it goes on in it, as from head to text none does" },
    [INSIDE_PAIR] = { "inside-pair", -3,
                      "the characters on both sides of the line's end stand together elsewhere on the page" },
    [TIGHT_AFTER_HEAD] = { "tight-after-head", -1.5f, "no blank parts head and text, though the page has blanks" },
    [STEP_AFTER_HEAD] = { "step-after-head", -1.5f,
                          "the line straight behind it is wider by an indent, as a paragraph's second line is" },
};
_Static_assert(sizeof beside_evidence / sizeof *beside_evidence == BESIDE_ROWS, "a row without a name");
const uint32_t beside_rows = BESIDE_ROWS;

/* Too short for any line of a paragraph but its last: the next character would have had
 * room, and, where a paragraph may begin, an indent too. */
static bool surely_short(const struct piece *piece)
{
    return piece->spare > (piece->may_begin ? INDENT : 0) + SPARE_FULL;
}

/* Behind a blank, two characters short though its sentence goes on. */
static bool begins_indented(const struct piece *piece)
{
    return piece->blanks && !piece->justified && piece_indented(piece) && !piece->sentence_ends;
}

static void weigh_body_body(struct scale *scale, const struct work *work, const struct piece *before,
                            const struct piece *after)
{
    weigh(scale, OPEN_HOLLOW, work->spaceless && before->hollow && !before->sentence_ends);
    if (!before->sentence_ends && !before->full && begins_indented(after))
        weigh(scale, OPEN_BEFORE_INDENT, work->indents);
    if (before->sentence_ends && !after->opens_story && ends_paragraph(before) && shows_indent(after))
        weigh(scale, piece_indented(after) ? PARAGRAPH_INDENTED : PARAGRAPH_UNINDENTED, work->indents);
    else if (before->sentence_ends)
        return;
    else if (after->opens_story || (after->caption_start && after->blanks))
        weigh(scale, TEXT_AFTER_OPEN, 1);
    else if (before->full) /* an open sentence in a full line goes on; after a short line it seldom does */
        weigh(scale, OPEN_FULL, 1);
    else if (before->measure <= 0) /* not cut to lines: an open end is that of a column, behind much text */
        weigh(scale, OPEN_UNCUT, fminf(2, fmaxf(-0.5f, (before->cells - 40) / 12)));
    else if (after->begins_small && !work->east_asian)
        weigh(scale, OPEN_SMALL, 1);
    else if (surely_short(before))
        weigh(scale, OPEN_SHORT, 1);
    else
        weigh(scale, after->blanks ? OPEN_NEARLY_BLANK : OPEN_NEARLY, 1);
}

static bool pauses_at_end(const struct work *work, const struct piece *piece)
{
    return (last_glyph(work, piece)->classes & (GALLEY_PAUSE | GALLEY_OPENING)) != 0;
}

static bool measure_changes(const struct piece *before, const struct piece *after)
{
    return before->measure > 0 && after->measure > 0 && fabsf(before->measure - after->measure) > 2;
}

static void weigh_body_head(struct scale *scale, const struct work *work, const struct piece *before,
                            const struct piece *after)
{
    bool goes_on = before->full || (before->measure <= 0 && before->cells > 50);
    weigh(scale, before->may_end ? HEAD_AFTER_STOP : goes_on ? HEAD_INSIDE : HEAD_AFTER_OPEN, 1);
    weigh(scale, HEAD_AFTER_END, ends_paragraph(before));
    weigh(scale, HEAD_AFTER_PAUSE, pauses_at_end(work, before) && !before->may_end);
    weigh(scale, HEAD_IN_BRACKET, before->open_marks > 0 && !before->may_end);
    weigh(scale, HEAD_OTHER_MEASURE, measure_changes(before, after));
    weigh(scale, HEAD_CLOSE, !after->blanks && !after->lead_gap);
}

/* 各县市：  a notice begins with whom it is for. */
static bool is_addressee(const struct work *work, const struct piece *piece)
{
    return ends_as_addressee(work, piece) && !piece->stop_inside;
}

/* Where lines are broken inside words without a sign. */
static bool word_goes_on(const struct work *work, const struct piece *before, const struct piece *after)
{
    return work->language->broken && last_glyph(work, before)->classes & GALLEY_HANGUL &&
           first_glyph(work, after)->classes & GALLEY_HANGUL && join_lines(work, before, after) == JOINT_TIGHT;
}

/* The same where words are not parted: the pair stands inside another line. */
static bool pair_goes_on(const struct work *work, const struct piece *before, const struct piece *after)
{
    return work->spaceless &&
           shingle_knows(work->table, work->inside_lines, work->folded[before->to - 1], work->folded[after->from]);
}

/* A first line and the second one of a paragraph, whatever measure they were given. */
static bool steps_out(const struct piece *before, const struct piece *after)
{
    float step = after->cells - before->cells;
    return !before->justified && step > INDENT - 2.5f && step <= INDENT + 1;
}

static void weigh_head_body(struct scale *scale, const struct work *work, const struct piece *before,
                            const struct piece *after)
{
    unsigned first = first_glyph(work, after)->classes;
    weigh(scale, SMALL_AFTER_HEAD, after->begins_small);
    weigh(scale, LITTLE_BEFORE_TEXT, before->ends_little);
    weigh(scale, REPORT_AFTER_HEAD, after->caption_start);
    bool tight = !after->blanks && after->opens_line && !after->opens_story && work->blank_weight < NO_BLANKS;
    weigh(scale, TIGHT_AFTER_HEAD, tight);
    weigh(scale, STEP_AFTER_HEAD, tight && work->east_asian && !after->sentence_ends && steps_out(before, after));
    if (after->opens_story || is_addressee(work, after))
        weigh(scale, TEXT_AFTER_HEAD, 1);
    else if (first & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING))
        weigh(scale, CLOSES_AFTER_HEAD, 1);
    else if (after->blanks)
        weigh(scale, BLANK_AFTER_HEAD, 1);
    else if (!after->justified && piece_indented(after) && !after->sentence_ends)
        weigh(scale, INDENT_AFTER_HEAD, work->indents);
    else /* straight on into a full line: the indented first line of a paragraph looks so */
        weigh(scale, after->full && before->measure - before->cells < 8 ? FULL_AFTER_HEAD : CLOSE_AFTER_HEAD, 1);
}

#define CLAUSE_SHORTEST 5

static bool is_clause(const struct work *work, const struct piece *piece)
{
    return piece_length(piece) >= CLAUSE_SHORTEST && !piece->sentence_ends && !pauses_at_end(work, piece);
}

/* Neither fills its column by chance. */
static bool is_couplet(const struct work *work, const struct piece *above, const struct piece *below)
{
    bool wide = below->measure > 0 && (below->justified || below->spare <= INDENT / 2 + SPARE_FULL);
    return work->spaceless && piece_length(above) == piece_length(below) && is_clause(work, above) &&
           is_clause(work, below) && !wide;
}

float beside_points(const struct work *work, int before_state, const struct piece *before, int state,
                    const struct piece *after, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_BESIDE, ledger);
    if (before_state == BODY && state == BODY)
        weigh_body_body(&scale, work, before, after);
    else if (before_state == BODY)
        weigh_body_head(&scale, work, before, after);
    else if (state == BODY)
        weigh_head_body(&scale, work, before, after);
    else {
        weigh(&scale, after->blanks ? HEAD_THEN_HEAD_BLANK : HEAD_THEN_HEAD, 1);
        weigh(&scale, COUPLET, is_couplet(work, before, after));
        weigh(&scale, SMALL_BEHIND_BLANK, after->blanks && !work->east_asian && after->begins_small);
    }
    weigh(&scale, INSIDE_PAIR, before_state != state && pair_goes_on(work, before, after));
    weigh(&scale, INSIDE_WORD, before_state != state && word_goes_on(work, before, after));
    return scale.sum;
}
