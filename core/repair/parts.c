/* SPDX-License-Identifier: MIT
 * Kicker, headline, subheadlines.  Of a head group, the headline is the line that
 * states the news; a kicker says above it who said it or where, a subheadline below
 * it who came or what for.  Every way to cut the group into kicker, headline of one
 * to three lines, and subheadlines is weighed; there are only a few. */
#include "core/repair/work.h"

#include <math.h>

#include <galley/text.h>

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
    return document == GALLEY_NONE
               ? 0.3f
               : shingle_share(work->shingles, document, work->folded + piece->from, piece_length(piece));
}

static float main_points(const struct work *work, const struct piece *piece, uint32_t document, bool alone)
{
    float length = (float)piece_length(piece), points = 0;
    points += clauses(work, piece) ? 1.5f : piece->says & SAYS_COMPLETE ? 1.2f : 0;
    points -= (piece->says & SAYS_SUB) ? 6 : 0;
    points -= (piece->says & SAYS_KICKER) && !clauses(work, piece) ? (alone ? 0.5f : 2.5f) : 0;
    points -= (piece->says & SAYS_ATTENDANCE) && length < 14 ? 2 : 0;
    points -= length < 5 ? 1.5f : 0;
    points -= length > 28 ? 1.2f : 0;
    return points + 2.5f * share(work, piece, document);
}

static float kicker_points(const struct work *work, const struct piece *piece, uint32_t document)
{
    float shared = share(work, piece, document), points = -1.2f + shared;
    /* who said it, but not in this text */
    points -= shared < 0.12f && (piece->says & SAYS_KICKER) ? 0.8f : 0;
    points += (piece->says & SAYS_KICKER) ? 2 : 0;
    points -= (piece->says & SAYS_SUB) ? 4 : 0;
    points -= clauses(work, piece) ? 0.3f : 0;
    return points + (piece_length(piece) <= 5 || piece_length(piece) > 24 ? 0.4f : 0);
}

static float sub_points(const struct work *work, const struct piece *piece, uint32_t document)
{
    float points = -0.6f + share(work, piece, document);
    points += (piece->says & SAYS_SUB) ? 1.5f : 0;
    points += (piece->says & SAYS_ATTENDANCE) ? 1 : 0;
    return points - ((piece->says & SAYS_KICKER) ? 1.5f : 0);
}

/* ---- Two lines of one headline ------------------------------------------------------ */

/* The words across the line end stand together in the body. */
static bool runs_across(const struct work *work, const struct piece *above, const struct piece *below,
                        uint32_t document)
{
    if (document == GALLEY_NONE)
        return false;
    return shingle_has(work->shingles, document, work->folded[above->to - 1], work->folded[below->from]);
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

static float join_points(const struct work *work, const struct piece *above, const struct piece *below,
                         uint32_t document, bool *couplet)
{
    float points = -1.2f;
    *couplet = false;
    if ((below->says & SAYS_SUB) || below->opens_story)
        return -8;
    points -= below->blanks || !below->opens_line ? 3 : 0;
    points -= (above->says & SAYS_KICKER) ? 2 : 0;
    points -= (below->says & SAYS_ATTENDANCE) && piece_length(below) * 2 < piece_length(above) * 3 ? 1.5f : 0;
    points += above->open_marks > 0 && below->open_marks < 0 ? 3 : 0;
    points += above->justified != below->justified ? 1.6f : 0; /* spread to stand as wide */
    bool across = runs_across(work, above, below, document);
    /* equally wide, or spaced out to be so */
    bool wide = fabsf(above->cells - below->cells) <= 2.5f || above->justified != below->justified;
    if (parallel(work, above, below) && !across) {
        *couplet = true;
        return points + 2.4f;
    }
    points += across ? 2.6f : 0;
    if (clauses(work, above) && !clauses(work, below) && !(below->says & SAYS_COMPLETE) && wide && !across) {
        *couplet = true;
        return points + 1.8f;
    }
    points -= (above->says & SAYS_COMPLETE) && !across ? 1.2f : 0;
    return points + (wide ? 0.5f : 0);
}

/* ---- The group ------------------------------------------------------------------------ */

struct headline {
    const struct work *work;
    const uint32_t *pieces;
    uint32_t count; /* without bylines at the end */
    uint32_t document;
};

/* A line below that shares far more words with the body than the headline does would
 * be the headline. */
static float outshines(const struct headline *head, const struct piece *below, uint32_t main)
{
    float of_main = share(head->work, piece_at(head->work, head->pieces[main]), head->document);
    return 3 * fmaxf(0, share(head->work, below, head->document) - of_main - 0.2f);
}

/* The shape whose headline is the lines [from, to). */
static struct head_shape shape_with(const struct headline *head, uint32_t from, uint32_t to)
{
    struct head_shape shape = { .points = from > 1 ? -2.5f : from > 0 ? 0 : 0.4f };
    for (uint32_t i = 0; i < head->count; i++) {
        const struct piece *piece = piece_at(head->work, head->pieces[i]);
        shape.part[i] = i < from ? PART_KICKER : i < to ? PART_MAIN : PART_SUB;
        if (i < from)
            shape.points += kicker_points(head->work, piece, head->document);
        else if (i == from)
            shape.points += main_points(head->work, piece, head->document, head->count == 1);
        else if (i < to) {
            shape.joined[i] = true;
            shape.points += join_points(head->work, piece_at(head->work, head->pieces[i - 1]), piece, head->document,
                                        &shape.couplet[i]);
        } else
            shape.points += sub_points(head->work, piece, head->document) - outshines(head, piece, from);
    }
    return shape;
}

/* Lines of a kicker or a subheadline that wrapped. */
static void join_wrapped(const struct headline *head, struct head_shape *shape)
{
    for (uint32_t i = 1; i < head->count; i++) {
        const struct piece *above = piece_at(head->work, head->pieces[i - 1]),
                           *below = piece_at(head->work, head->pieces[i]);
        bool couplet;
        if (shape->part[i] == PART_MAIN || shape->part[i] != shape->part[i - 1] || below->blanks)
            continue;
        float points = join_points(head->work, above, below, head->document, &couplet);
        shape->joined[i] = points > (couplet ? 1.5f : 0.4f) && !couplet;
    }
}

/* The name of a section, or the standing label of a series, which shares nothing with
 * the text below it. */
static bool is_label(const struct headline *head, const struct piece *piece)
{
    if (pattern_whole(&head->work->language->lists[LANGUAGE_SECTION_LABELS], piece_text(head->work, piece)))
        return true;
    return head->document != GALLEY_NONE && piece_length(piece) >= 4 && !(piece->says & SAYS_KICKER) &&
           share(head->work, piece, head->document) < 0.05f;
}

struct head_shape shape_head(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document)
{
    struct headline head = { work, pieces, count, document };
    float points = 0;
    while (head.count && piece_at(work, pieces[head.count - 1])->role == ROLE_BYLINE) {
        head.count--;
        points += 0.6f;
    }
    for (uint32_t i = 0; i < head.count; i++)
        if (piece_at(work, pieces[i])->role == ROLE_BYLINE)
            points -= 4;
    struct head_shape best = { .points = -20 };
    for (uint32_t from = 0; from < head.count && from < 3; from++)
        for (uint32_t to = from + 1; to <= head.count && to - from <= 3; to++) {
            struct head_shape shape = shape_with(&head, from, to);
            if (shape.points > best.points)
                best = shape;
        }
    join_wrapped(&head, &best);
    if (head.count && best.part[0] == PART_KICKER && is_label(&head, piece_at(work, pieces[0])))
        best.part[0] = PART_SECTION;
    best.points += points;
    return best;
}
