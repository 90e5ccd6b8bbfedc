/* SPDX-License-Identifier: MIT
 * What speaks for a paragraph's end between two lines, and what against it, whatever
 * stands around them: the sentence ends or goes on; marks that open paragraphs or close
 * brackets; a signature, an address, a crosshead in the text; a blank line, as far as
 * blank lines stand between paragraphs on this page.  How the lines fill their column is
 * weighed in filling.c, and paragraphs.c decides. */
#include "core/repair/paragraphs.h"

#include <galley/text.h>

enum {
    LEAD,
    SIGNATURE,
    SIGNATURE_WRAPS,
    SENTENCE_ENDS,
    SENTENCE_OPEN,
    ADDRESSEE,
    CALL,
    STANDS_ALONE,
    STAYS_OPEN,
    NEXT_CLOSES,
    NEXT_ITEM,
    BLANK,
    NO_BLANK,
    WHOLE_LINE,
    BREAK_ROWS
};

const struct evidence break_evidence[] = {
    [LEAD] = { "lead", 6, "a lead formula opens a text" },
    [SIGNATURE] = { "signature", 7, "a signature stands on its own line" },
    [SIGNATURE_WRAPS] = { "signature-wraps", -7, "a signature goes on, inside a word" },
    [SENTENCE_ENDS] = { "sentence-ends", 1, "the sentence before it has ended" },
    [SENTENCE_OPEN] = { "sentence-open", -5, "the sentence before it has not ended" },
    [ADDRESSEE] = { "addressee", 6.2f, "the line before it says whom the text is for, or who speaks" },
    [CALL] = { "call", 5, "the line before it calls, as the lines of advertisements do, and needs no stop" },
    [STANDS_ALONE] = { "stands-alone", 2, "the line before it is short, no sentence, and stands alone: a crosshead" },
    [STAYS_OPEN] = { "stays-open", -2, "a bracket or a quotation in the line before it stays open" },
    [NEXT_CLOSES] = { "next-closes", -4, "it begins with a mark that closes" },
    [NEXT_ITEM] = { "next-item", 2.7f, "it begins with a dash, as items do" },
    [BLANK] = { "blank", 0.5f, "a blank line stands before it, as between the paragraphs of this page" },
    [NO_BLANK] = { "no-blank", 0.5f, "blank lines stand between the paragraphs of this page, but not before it" },
    [WHOLE_LINE] = { "whole-line", 2.4f, "lines are not cut to a measure here, so a line is a paragraph" },
};
_Static_assert(sizeof break_evidence / sizeof *break_evidence == BREAK_ROWS, "a row without a name");
const uint32_t break_rows = BREAK_ROWS;

#define QUOTED 0.2f    /* a quotation without a stop may be a whole sentence: so open is it */
#define ALONE_LEAVES 5 /* cells that a crosshead leaves empty in its column … */
#define ALONE_CELLS 48 /* … and what it is at most where no measure is known */

static void weigh_marks(struct scale *scale, const struct work *work, const struct piece *after)
{
    unsigned first = first_glyph(work, after)->classes;
    if (first & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING) && !(first & GALLEY_OPENING))
        weigh(scale, NEXT_CLOSES, 1);
    else if (after->says & SAYS_SUB)
        weigh(scale, NEXT_ITEM, 1);
}

static bool stands_alone(const struct piece *before, const struct piece *after)
{
    bool is_short = before->measure > 0 ? before->room > ALONE_LEAVES : before->cells < ALONE_CELLS;
    return after->blanks && is_short && !before->sentence_ends && !before->pauses && before->open_marks == 0;
}

static void weigh_sentence(struct scale *scale, const struct work *work, const struct piece *before,
                           const struct piece *after)
{
    const struct glyph *last = last_glyph(work, before);
    if (before->sentence_ends)
        weigh(scale, SENTENCE_ENDS, 1);
    else
        weigh(scale, SENTENCE_OPEN, language_set_has(&work->language->quote_ends, last->code) ? QUOTED : 1);
    weigh(scale, ADDRESSEE, !before->sentence_ends && !before->full && ends_as_addressee(work, before));
    weigh(scale, CALL, before->calls && !before->full);
    weigh(scale, STANDS_ALONE, stands_alone(before, after));
    weigh(scale, STAYS_OPEN, !before->sentence_ends && before->open_marks > 0);
}

static void weigh_blanks(struct scale *scale, const struct work *work, const struct piece *before,
                         const struct piece *after)
{
    weigh(scale, after->blanks ? BLANK : NO_BLANK, after->blanks ? work->blank_says : work->no_blank_says);
    weigh(scale, WHOLE_LINE, before->sentence_ends && (before->measure <= 0 || after->measure <= 0));
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
                   struct ledger *ledger)
{
    struct scale scale = scale_new(work, EVIDENCE_BREAKS, ledger);
    float told = told_break(before, after);
    if (told != 0) {
        scale.sum = told;
    } else if (after->opens_story) {
        weigh(&scale, LEAD, 1);
    } else if (after->signs_on) {
        weigh(&scale, SIGNATURE_WRAPS, 1);
    } else if (after->signs || before->signs) {
        weigh(&scale, SIGNATURE, 1);
    } else {
        weigh_sentence(&scale, work, before, after);
        weigh_marks(&scale, work, after);
        weigh_blanks(&scale, work, before, after);
    }
    return scale.sum;
}
