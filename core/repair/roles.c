/* SPDX-License-Identifier: MIT
 * Head or body?  Each piece collects points for being a display line (no stop, few
 * pauses, no measure, a gap between two clauses, blank lines around it) and each
 * neighbourhood has its own (a sentence that is still open goes on; a head seldom
 * stands inside one).  The sequence of roles with the most points is found for the
 * whole page at once (Viterbi), so that no single sign decides. */
#include "core/repair/work.h"

#include <math.h>

#include <galley/text.h>

static const struct glyph *last_glyph(const struct work *work, const struct piece *piece)
{
    return &work->glyphs.items[piece->to - 1];
}

static const struct glyph *first_glyph(const struct work *work, const struct piece *piece)
{
    return &work->glyphs.items[piece->from];
}

/* ---- What a piece looks like ---------------------------------------------------- */

static float by_ending(const struct work *work, const struct piece *piece)
{
    uint32_t last = last_glyph(work, piece)->code;
    unsigned classes = last_glyph(work, piece)->classes;
    if (piece->sentence_ends)
        return last == '!' || last == '?' || last == 0xFF01 || last == 0xFF1F ? (piece->blanks ? -0.8f : -2.5f) : -5;
    if (classes & GALLEY_PAUSE)
        return -4;
    return classes & GALLEY_OPENING ? -4 : 0.5f;
}

static float by_beginning(const struct work *work, const struct piece *piece)
{
    unsigned classes = first_glyph(work, piece)->classes;
    if (piece->opens_story)
        return -9;
    if (!piece->opens_line && piece > work->pieces.items && piece[-1].role == ROLE_JUMP_FROM)
        return -6; /* the rest of a text begins there */
    return classes & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING) && !(classes & GALLEY_OPENING) ? -5 : 0;
}

static float by_prose(const struct work *work, const struct piece *piece)
{
    uint32_t little = 0;
    for (uint32_t at = piece->from; at < piece->to; at++)
        little += language_set_has(&work->language->function, work->glyphs.items[at].code);
    float points = -6 * fmaxf(0, (float)little / (float)piece_length(piece) - 0.04f);
    points -= piece->stop_inside ? 5 : 0;
    return points - fminf(3.8f, 1.9f * (float)piece->pauses);
}

/* As wide as the first line of a paragraph is. */
static bool looks_indented(const struct piece *piece)
{
    float lacks = piece->measure - piece->cells;
    return lacks > 2.6f && lacks < 5.4f;
}

static float by_width(const struct piece *piece)
{
    float points = 0;
    if (piece->justified && piece->measure > 0 && !piece->full)
        points = 1.5f; /* spread, but not to this measure: a display line */
    else if (piece->measure > 0 && piece->full && piece->cells <= piece->measure + 3)
        points = -1.2f;
    else if (piece->measure > 0 && piece->cells > piece->measure + 3)
        points = 0.8f;
    else if (piece->measure > 0)
        points = looks_indented(piece) ? -1 : 0.6f;
    if (piece->cells > 80)
        points -= (piece->cells - 80) / 12;
    return piece_length(piece) <= 3 ? points - 1 : points;
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
    for (uint32_t at = piece->from; at < piece->to; at++)
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

static float by_form(const struct work *work, const struct piece *piece)
{
    float points = has_clauses(work, piece) ? 2.2f : 0;
    if (piece->says & SAYS_SUB && !piece->stop_inside)
        points += piece->sentence_ends ? -1 : 1;
    if (piece->says & SAYS_KICKER)
        points += 0.8f;
    if (piece->says & (SAYS_ATTENDANCE | SAYS_COMPLETE))
        points += 0.8f;
    if (piece->says & SAYS_NOTICE)
        points += 2;
    if (pointer_follows(work, piece))
        points += 2.5f;
    if (gives_contact(work, piece))
        points -= 5;
    if (is_spoken(work, piece))
        points -= 2.5f;
    return points - 1.2f * fminf(2, fabsf((float)piece->open_marks));
}

static float by_blanks(const struct work *work, size_t index)
{
    const struct piece *piece = &work->pieces.items[index];
    bool before = piece->blanks > 0 || index == 0;
    bool after = index + 1 == work->pieces.count || work->pieces.items[index + 1].blanks > 0;
    return 0.6f * (float)before + work->blank_weight * (float)after - 0.4f;
}

static float head_points(const struct work *work, size_t index)
{
    const struct piece *piece = &work->pieces.items[index];
    return by_ending(work, piece) + by_beginning(work, piece) + by_prose(work, piece) + by_width(piece) +
           by_form(work, piece) + by_blanks(work, index);
}

/* ---- What stands beside what ------------------------------------------------------- */

enum { BODY, HEAD, STATES };

static float body_then_body(const struct piece *before, const struct piece *after)
{
    if (before->sentence_ends)
        return after->opens_story ? 1 : 0;
    if (after->opens_story || (after->caption_start && after->blanks))
        return -2;
    /* an open sentence in a full line goes on; after a short line it seldom does */
    if (before->full)
        return 2;
    if (before->measure <= 0) /* not cut to lines: an open end is that of a column, behind much text */
        return fminf(2, fmaxf(-0.5f, (before->cells - 40) / 12));
    return before->cells >= before->measure - 6 ? (after->blanks ? 0.8f : 1.6f) : -0.5f;
}

static float body_then_head(const struct piece *before, const struct piece *after)
{
    bool goes_on = before->full || (before->measure <= 0 && before->cells > 50);
    float points = before->sentence_ends ? 0.3f : goes_on ? -3.5f : -1.5f;
    return points - (after->blanks || after->lead_gap ? 0 : 1);
}

/* 各县市：  a notice begins with whom it is for. */
static bool is_addressee(const struct work *work, const struct piece *piece)
{
    return work->folded[piece->to - 1] == ':' && !piece->stop_inside;
}

static float head_then_body(const struct work *work, const struct piece *before, const struct piece *after)
{
    unsigned first = first_glyph(work, after)->classes;
    if (after->opens_story || is_addressee(work, after))
        return 1.2f;
    if (first & (GALLEY_STOP | GALLEY_PAUSE | GALLEY_CLOSING))
        return -4;
    if (after->blanks)
        return 0.2f;
    /* straight on into a full line: the indented first line of a paragraph looks so */
    return after->full && before->measure - before->cells < 8 ? -2.2f : -1;
}

static float beside(const struct work *work, int before_state, const struct piece *before, int state,
                    const struct piece *after)
{
    if (before_state == BODY)
        return state == BODY ? body_then_body(before, after) : body_then_head(before, after);
    return state == BODY ? head_then_body(work, before, after) : after->blanks ? 0.3f : 0.8f;
}

/* ---- The best sequence ---------------------------------------------------------------- */

struct step {
    float points[STATES];
    uint8_t came_from[STATES];
    uint32_t piece;
};

static void first_step(const struct work *work, struct step *step, uint32_t index)
{
    *step = (struct step){ .piece = index };
    step->points[HEAD] = head_points(work, index);
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

static void next_step(const struct work *work, const struct step *before, struct step *step, uint32_t index)
{
    struct piece closed = work->pieces.items[before->piece];
    const struct piece *was = &closed, *is = &work->pieces.items[index];
    closed.sentence_ends |= closed_between(work, before->piece, index);

    float own[STATES] = { 0, head_points(work, index) };
    step->piece = index;
    for (int state = 0; state < STATES; state++) {
        float from_body = before->points[BODY] + beside(work, BODY, was, state, is);
        float from_head = before->points[HEAD] + beside(work, HEAD, was, state, is);
        step->came_from[state] = from_head > from_body ? HEAD : BODY;
        step->points[state] = fmaxf(from_body, from_head) + own[state];
    }
}

/* Bylines that stand alone are told by their form before heads are looked for; one
 * that is too long for its line goes on with nothing but names. */
static void find_bylines(struct work *work)
{
    for (size_t i = 0; i < work->pieces.count; i++) {
        struct piece *piece = &work->pieces.items[i];
        bool goes_on = i > 0 && piece[-1].role == ROLE_BYLINE && !piece->blanks;
        bool marked = i > 0 && piece[-1].role == ROLE_GUIDE && !piece->opens_line; /* □ before a name */
        bool names = (goes_on || marked) && piece_is_names(work, piece);
        if (piece->role == ROLE_BODY && (names || piece_is_byline(work, piece))) {
            piece->role = ROLE_BYLINE;
            piece->sure = 3;
        }
    }
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
        if (above->role != ROLE_BODY || above->sentence_ends || above->pauses || piece_length(above) > 30)
            continue;
        above->signs = piece->signs = true;
        bool bracketed = i + 1 < work->pieces.count && piece[1].blanks == 0 &&
                         first_glyph(work, piece + 1)->classes & GALLEY_OPENING &&
                         last_glyph(work, piece + 1)->classes & GALLEY_CLOSING;
        if (bracketed)
            piece[1].signs = true;
    }
}

/* A page seldom ends inside a sentence, unless a jump line says that it does. */
static int last_state(const struct work *work, const struct step *step)
{
    const struct piece *last = &work->pieces.items[step->piece];
    bool jumps = step->piece + 1 < work->pieces.count && last[1].role == ROLE_JUMP_TO;
    float body = step->points[BODY] - (last->sentence_ends || jumps ? 0 : 1.5f);
    return step->points[HEAD] > body ? HEAD : BODY;
}

/* Where blank lines are rare, one beside a line without a stop means much. */
static float weigh_blanks(const struct work *work)
{
    size_t blanks = 0;
    for (size_t i = 0; i < work->pieces.count; i++)
        blanks += work->pieces.items[i].blanks > 0;
    float share = work->pieces.count ? (float)blanks / (float)work->pieces.count : 1;
    return fmaxf(0.6f, 2 * (1 - share));
}

galley_status repair_roles(struct work *work)
{
    work->blank_weight = weigh_blanks(work);
    find_bylines(work);
    find_signatures(work);
    struct step *steps = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *steps);
    if (!steps)
        return galley_arena_status(work->scratch);
    size_t count = 0;
    for (uint32_t i = 0; i < work->pieces.count; i++) {
        const struct piece *piece = &work->pieces.items[i];
        if (piece->role != ROLE_BODY || piece->signs)
            continue;
        if (count == 0)
            first_step(work, &steps[0], i);
        else
            next_step(work, &steps[count - 1], &steps[count], i);
        count++;
    }
    int state = count ? last_state(work, &steps[count - 1]) : BODY;
    while (count--) {
        struct piece *piece = &work->pieces.items[steps[count].piece];
        piece->role = state == HEAD ? ROLE_HEAD : ROLE_BODY;
        piece->sure = fabsf(steps[count].points[HEAD] - steps[count].points[BODY]);
        state = steps[count].came_from[state];
    }
    return GALLEY_OK;
}
