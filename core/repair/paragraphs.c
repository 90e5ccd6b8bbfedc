/* SPDX-License-Identifier: MIT
 * Where a paragraph ends.  Evidence for and against a break between two lines: the
 * sentence ends or goes on; the line before is short or full; the line after is
 * indented (two cells short though its sentence goes on) or full; there is a blank
 * line, which may also be the end of a column; marks that open paragraphs. */
#include "core/repair/passes.h"

#include <galley/text.h>

enum {
    LEAD,
    SIGNATURE,
    SENTENCE_ENDS,
    SENTENCE_OPEN,
    ADDRESSEE,
    CALL,
    BRACKET_OPENS,
    LINE_FULL,
    LINE_SHORT,
    LINE_SHORTER,
    NEXT_INDENTED,
    NEXT_FULL,
    NEXT_CLOSES,
    NEXT_ITEM,
    NEXT_ORNAMENT,
    NEXT_SET_IN,
    BLANK,
    NO_BLANK,
    WHOLE_LINE,
    UNCUT_OPEN,
    PARAGRAPH_ROWS
};

const struct evidence paragraph_evidence[] = {
    [LEAD] = { "lead", 5, "a lead formula opens a text" },
    [SIGNATURE] = { "signature", 4, "a signature stands on its own line" },
    [SENTENCE_ENDS] = { "sentence-ends", 0.4f, "the sentence before it has ended" },
    [SENTENCE_OPEN] = { "sentence-open", -4.5f, "the sentence before it has not ended" },
    [ADDRESSEE] = { "addressee", 5, "the line before it says whom the text is for, or who speaks" },
    [CALL] = { "call", 5, "the line before it calls, as the lines of advertisements do, and needs no stop" },
    [BRACKET_OPENS] = { "bracket-opens", -3, "the line before it ends with an opening mark" },
    [LINE_FULL] = { "line-full", -1.2f, "the line before it fills the measure" },
    [LINE_SHORT] = { "line-short", 1.2f, "the line before it is a little short" },
    [LINE_SHORTER] = { "line-shorter", 2.5f, "the line before it is short" },
    [NEXT_INDENTED] = { "next-indented", 2.2f, "it is two characters short though its sentence goes on: an indent" },
    [NEXT_FULL] = { "next-full", -1.6f, "it fills the measure: no indent" },
    [NEXT_CLOSES] = { "next-closes", -4, "it begins with a mark that closes" },
    [NEXT_ITEM] = { "next-item", 1.5f, "it begins with a dash, as items do" },
    [NEXT_ORNAMENT] = { "next-ornament", 1.5f, "it begins with an ornament" },
    [NEXT_SET_IN] = { "next-set-in", 0.8f, "spaces stand before it" },
    [BLANK] = { "blank", 1.8f, "a blank line stands before it" },
    [NO_BLANK] = { "no-blank", -0.3f, "no blank line stands before it" },
    [WHOLE_LINE] = { "whole-line", 2.5f, "lines are not cut to a measure here, so a line is a paragraph" },
    [UNCUT_OPEN] = { "uncut-open", 0.5f, "lines are not cut to a measure here, and no blank line stands between" },
};
_Static_assert(sizeof paragraph_evidence / sizeof *paragraph_evidence == PARAGRAPH_ROWS, "a row without a name");
const uint32_t paragraph_rows = PARAGRAPH_ROWS;

/* A line broken between words that goes on though more would have fitted. */
static bool indented_ragged(const struct piece *line, const struct piece *next)
{
    return !line->full && next && !line->sentence_ends && line->cells > 0.75f * line->measure;
}

/* Two cells short of the measure, and not because its paragraph ends there. */
static bool indented(const struct piece *line, const struct piece *next)
{
    return piece_indented(line) && next && !line->sentence_ends;
}

static void weigh_lengths(struct scale *scale, const struct work *work, const struct piece *before,
                          const struct piece *after, const struct piece *next)
{
    if (before->measure <= 0)
        return;
    weigh(scale, before->full ? LINE_FULL : piece_indented(before) ? LINE_SHORT : LINE_SHORTER, 1);
    if (after->measure <= 0)
        return;
    if (work->spaceless ? indented(after, next) : indented_ragged(after, next))
        weigh(scale, NEXT_INDENTED, 1);
    else if (after->full && !after->justified &&
             (work->spaceless || after->cells > after->measure - 1)) /* a spread line does not show an indent */
        weigh(scale, NEXT_FULL, 1);
}

static void weigh_marks(struct scale *scale, const struct work *work, const struct piece *after)
{
    unsigned first = work->glyphs.items[after->from].classes;
    if (first & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING) && !(first & GALLEY_OPENING))
        weigh(scale, NEXT_CLOSES, 1);
    else if (after->says & SAYS_SUB)
        weigh(scale, NEXT_ITEM, 1);
    else if (first & GALLEY_ORNAMENT)
        weigh(scale, NEXT_ORNAMENT, 1);
    weigh(scale, NEXT_SET_IN, after->lead_gap > 0);
}

/* Text that was not cut to a measure: a line is a paragraph, or a part of one that
 * a column end cut. */
static void weigh_blanks(struct scale *scale, const struct piece *before, const struct piece *after)
{
    if (before->measure > 0 && after->measure > 0)
        weigh(scale, after->blanks ? BLANK : NO_BLANK, 1);
    else if (before->sentence_ends)
        weigh(scale, WHOLE_LINE, 1);
    else
        weigh(scale, UNCUT_OPEN, !after->blanks);
}

static void weigh_sentence(struct scale *scale, const struct work *work, const struct piece *before,
                           const struct piece *after)
{
    bool quote = language_set_has(&work->language->quote_ends, work->glyphs.items[before->to - 1].code);
    weigh(scale, before->sentence_ends ? SENTENCE_ENDS : SENTENCE_OPEN, quote ? 0.3f : 1); /* 「…」 may be a sentence */
    if (!before->sentence_ends && ends_as_addressee(work, before) && !before->full)
        weigh(scale, ADDRESSEE, after->blanks ? 1.1f : 1);
    weigh(scale, CALL, before->calls && !before->full);
    weigh(scale, BRACKET_OPENS, (work->glyphs.items[before->to - 1].classes & GALLEY_OPENING) != 0);
}

/* What an editor says: points, or 0. */
static float told_break(const struct piece *before, const struct piece *after)
{
    bool crosshead = before->told == TOLD_CROSSHEAD || after->told == TOLD_CROSSHEAD;
    if (crosshead)
        return before->told == after->told && before->told_by == after->told_by ? -SURE_ENOUGH : SURE_ENOUGH;
    return SURE_ENOUGH * (float)after->joint;
}

float break_points(const struct work *work, const struct piece *before, const struct piece *after,
                   const struct piece *next, struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_PARAGRAPHS, ledger);
    float told = told_break(before, after);
    if (told != 0) {
        scale.sum = told;
    } else if (after->opens_story) {
        weigh(&scale, LEAD, 1);
    } else if (after->signs || before->signs) {
        weigh(&scale, SIGNATURE, 1);
    } else {
        weigh_sentence(&scale, work, before, after);
        weigh_lengths(&scale, work, before, after, next);
        weigh_marks(&scale, work, after);
        weigh_blanks(&scale, before, after);
    }
    return scale.sum;
}
