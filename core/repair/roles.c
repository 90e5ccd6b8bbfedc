/* SPDX-License-Identifier: MIT
 * Head or body?  What speaks for each piece by itself (display.c) and beside its neighbour
 * (beside.c) is added up, and the sequence of roles with the most points is found for
 * the whole page at once (Viterbi), so that no single sign decides.  Bylines that stand
 * alone and signatures are told by their form before. */
#include "core/repair/roles.h"

#include <math.h>

#include <galley/text.h>

/* ---- What the page shows of its habits ------------------------------------------------- */

/* Where blank lines are rare, one beside a line without a stop means much. */
static float blank_weight(const struct work *work)
{
    size_t blanks = 0;
    for (size_t i = 0; i < work->pieces.count; i++)
        blanks += work->pieces.items[i].blanks > 0;
    float share = work->pieces.count ? (float)blanks / (float)work->pieces.count : 1;
    return fmaxf(0.6f, 2 * (1 - share));
}

/* Of the lines behind the end of a paragraph, how many are indented: 0..1. */
static float share_indented(const struct work *work)
{
    float shown = 2, indented = 1; /* as much is supposed before anything is seen */
    for (size_t i = 1; i < work->pieces.count; i++) {
        const struct piece *before = &work->pieces.items[i - 1], *after = before + 1;
        if (!ends_paragraph(before) || after->sentence_ends || !shows_indent(after))
            continue;
        shown++;
        indented += piece_indented(after);
    }
    return indented / shown;
}

static void learn_habits(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        piece->may_begin = i == 0 || piece[-1].sentence_ends || !piece[-1].full;
    }
    work->blank_weight = blank_weight(work);
    work->indents = share_indented(work);
}

/* ---- The best sequence ---------------------------------------------------------------- */

struct step {
    float own;                    /* points for a head, by itself */
    float brings[STATES][STATES]; /* what each state brings behind each one before it */
    float points[STATES];         /* best of the sequence up to here */
    uint8_t came_from[STATES];
    uint32_t piece;
};

static void first_step(const struct work *work, struct step *step, uint32_t index)
{
    *step = (struct step){ .piece = index, .own = head_points(work, index, NULL) };
    step->points[HEAD] = step->own + told_role(&work->pieces.items[index], true);
    step->points[BODY] = told_role(&work->pieces.items[index], false);
}

/* A credit or a jump line between two pieces closes what stands before it. */
static bool closed_between(const struct work *work, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++) {
        enum role role = work->pieces.items[i].role;
        if (role == ROLE_CREDIT || role == ROLE_JUMP_TO || role == ROLE_JUMP_FROM)
            return true;
    }
    return false;
}

/* What each state brings by itself and beside the one before it. */
static void weigh_step(const struct work *work, const struct step *before, struct step *step)
{
    const struct piece *piece = &work->pieces.items[step->piece];
    struct piece closed = work->pieces.items[before->piece];
    closed.may_end |= closed.sentence_ends |= closed_between(work, before->piece, step->piece) || closed.calls;
    for (int was = 0; was < STATES; was++)
        for (int is = 0; is < STATES; is++)
            step->brings[was][is] = beside_points(work, was, &closed, is, piece, NULL) + (is == HEAD ? step->own : 0) +
                                    told_role(piece, is == HEAD);
}

static void next_step(const struct work *work, const struct step *before, struct step *step, uint32_t index)
{
    step->piece = index;
    step->own = head_points(work, index, NULL);
    weigh_step(work, before, step);
    for (int state = 0; state < STATES; state++) {
        float from_body = before->points[BODY] + step->brings[BODY][state];
        float from_head = before->points[HEAD] + step->brings[HEAD][state];
        step->came_from[state] = from_head > from_body ? HEAD : BODY;
        step->points[state] = fmaxf(from_body, from_head);
    }
}

#define NAME_LONGEST 4
#define SIGNATURE_LONGEST 40

static bool is_bare_name(const struct work *work, const struct piece *piece)
{
    return work->east_asian && piece->role == ROLE_BODY && piece_length(piece) <= NAME_LONGEST &&
           piece_is_names(work, piece) &&
           !pattern_whole(&work->language->lists[LANGUAGE_SECTION_LABELS], piece_text(work, piece));
}

/* Von unserer / Redaktion: a signature over two lines. */
static bool signs_over_lines(const struct work *work, const struct piece *piece)
{
    const struct piece *next = piece + 1;
    if (next == work->pieces.items + work->pieces.count || next->role != ROLE_BODY || next->blanks ||
        !next->opens_line || next->told || piece_length(piece) + piece_length(next) > SIGNATURE_LONGEST)
        return false;
    return pattern_whole(&work->language->lists[LANGUAGE_SIGNATURES], glyphs_text(work, piece->from, next->to));
}

/* Die Kinder der Schule / spielten: nouns with capitals, not names; the next line is small. */
static bool sentence_goes_on(const struct work *work, const struct piece *piece)
{
    const struct piece *next = piece + 1;
    bool follows = next < work->pieces.items + work->pieces.count && next->role == ROLE_BODY && !next->blanks;
    bool prose = pattern_starts(&work->language->lists[LANGUAGE_PROSE], piece_text(work, piece)) != SIZE_MAX;
    return prose || (follows && next->begins_small);
}

static void take_byline(struct piece *piece)
{
    piece->role = ROLE_BYLINE;
    piece->sure = 3;
}

/* Bylines that stand alone are told by their form before heads are looked for; one
 * that is too long for its line goes on with nothing but names. */
static void find_bylines(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        bool bracketed = i > 0 && piece[-1].open_marks > 0 && !piece->blanks; /* 本报讯（记者 …  in the lead above */
        if (piece->told || bracketed || piece->open_marks < 0)
            continue;
        bool goes_on = i > 0 && piece[-1].role == ROLE_BYLINE && !piece->blanks;
        bool marked = i > 0 && piece[-1].role == ROLE_GUIDE && !piece->opens_line; /* □ before a name */
        bool address = goes_on && piece_is_address(work, piece);
        bool names = (marked || (goes_on && !sentence_goes_on(work, piece))) && piece_is_names(work, piece);
        piece->names = is_bare_name(work, piece);
        if (piece->role != ROLE_BODY)
            continue;
        if (signs_over_lines(work, piece)) {
            take_byline(piece);
            take_byline(piece + 1);
        } else if (names || address || piece_is_byline(work, piece)) {
            take_byline(piece);
        }
    }
}

/* The name of who signs began in the line above: a word goes on, where the text had ended. */
static bool signature_wraps(const struct work *work, const struct piece *piece)
{
    const struct piece *above = piece - 1, *text = piece - 2;
    return work->spaceless && above->role == ROLE_BODY && !above->told && !piece->told && !piece->blanks &&
           !above->sentence_ends && !above->pauses && piece_length(piece) < piece_length(above) &&
           piece_length(above) <= SIGNATURE_LONGEST && above > work->pieces.items && text->sentence_ends &&
           shingle_knows(work->table, work->inside_lines, work->folded[above->to - 1], work->folded[piece->from]);
}

/* A line that is only a date closes a notice, together with the short line above
 * it that names who signs. */
static void find_signatures(struct work *work)
{
    for (size_t i = 1; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        if (!piece->dated || piece->role != ROLE_BODY || piece->blanks > 0)
            continue;
        struct piece *above = piece - 1;
        if (told_is_head(piece->told) || told_is_head(above->told))
            continue;
        if (above->role != ROLE_BODY || above->sentence_ends || above->pauses ||
            piece_length(above) > SIGNATURE_LONGEST)
            continue;
        above->signs = piece->signs = true;
        if (i > 1 && signature_wraps(work, above)) {
            above[-1].signs = above->signs_on = true;
        }
        bool bracketed = i + 1 < work->pieces.count && piece[1].blanks == 0 &&
                         first_glyph(work, piece + 1)->classes & GALLEY_OPENING &&
                         last_glyph(work, piece + 1)->classes & GALLEY_CLOSING;
        if (bracketed && !told_is_head(piece[1].told))
            piece[1].signs = true;
    }
}

/* A page seldom ends inside a sentence, unless a jump line says that it does. */
static float ends_open(const struct work *work, const struct step *step)
{
    const struct piece *last = &work->pieces.items[step->piece];
    bool jumps = step->piece + 1 < work->pieces.count && last[1].role == ROLE_JUMP_TO;
    return last->may_end || jumps ? 0 : -1.5f;
}

static bool in_chain(const struct piece *piece)
{
    return piece->role == ROLE_BODY && !piece->signs;
}

/* The wider of the two lines that stand before a piece (step -1) or behind it (1). */
static float width_beside(const struct work *work, const struct piece *piece, int step)
{
    const struct piece *from = work->pieces.items, *end = from + work->pieces.count;
    float widest = 0;
    int seen = 0;
    for (piece += step; seen < 2 && piece >= from && piece < end; piece += step)
        if (in_chain(piece)) {
            widest = fmaxf(widest, piece->cells);
            seen++;
        }
    return widest;
}

/* Beside a picture running text grows narrow and wide again, but not for a line alone. */
static void find_hollows(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        if (!in_chain(piece))
            continue;
        float beside = fminf(width_beside(work, piece, -1), width_beside(work, piece, 1));
        piece->hollow = !piece->justified && beside > piece->cells + INDENT + SPARE_FULL;
    }
}

/* The sequence from its end, each role with what the next best one would have cost. */
static void take_states(struct work *work, const struct step *steps, size_t count)
{
    float rest[STATES] = { ends_open(work, &steps[count - 1]), 0 };
    int state = steps[count - 1].points[HEAD] > steps[count - 1].points[BODY] + rest[BODY] ? HEAD : BODY;
    while (count--) {
        const struct step *step = &steps[count];
        struct piece *piece = &work->pieces.items[step->piece];
        piece->role = state == HEAD ? ROLE_HEAD : ROLE_BODY;
        piece->sure =
            piece->told ? SURE_ENOUGH : fabsf(step->points[HEAD] + rest[HEAD] - step->points[BODY] - rest[BODY]);
        state = step->came_from[state];
        float behind[STATES] = { 0, 0 };
        for (int was = 0; count && was < STATES; was++)
            behind[was] = fmaxf(rest[BODY] + step->brings[was][BODY], rest[HEAD] + step->brings[was][HEAD]);
        memcpy(rest, behind, sizeof rest);
    }
}

galley_status repair_roles(struct work *work)
{
    galley_status status = learn_echoes(work);
    if (status == GALLEY_OK)
        status = list_words(work);
    if (status != GALLEY_OK)
        return status;
    learn_habits(work);
    find_bylines(work);
    find_signatures(work);
    find_hollows(work);
    struct step *steps = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *steps);
    if (!steps)
        return galley_arena_status(work->scratch);
    size_t count = 0;
    for (uint32_t i = 0; i < work->pieces.count; i++) {
        if (!in_chain(&work->pieces.items[i]))
            continue;
        if (count == 0)
            first_step(work, &steps[0], i);
        else
            next_step(work, &steps[count - 1], &steps[count], i);
        count++;
    }
    if (count)
        take_states(work, steps, count);
    return GALLEY_OK;
}

/* ---- Why ------------------------------------------------------------------------------ */

void weigh_role(const struct work *work, uint32_t index, struct ledger *own, struct ledger *beside)
{
    const struct piece *piece = &work->pieces.items[index], *before = piece;
    head_points(work, index, own);
    while (before > work->pieces.items && (--before)->role != ROLE_BODY && before->role != ROLE_HEAD)
        ;
    if (before < piece && (before->role == ROLE_BODY || before->role == ROLE_HEAD))
        beside_points(work, before->role == ROLE_HEAD, before, piece->role == ROLE_HEAD, piece, beside);
}
