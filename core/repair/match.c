/* SPDX-License-Identifier: MIT
 * How well a head suits a body.  Rare words shared weigh most; then the form of the
 * group, the seams between its lines, the side on which this page sets its heads.  A
 * teaser is a stranger to its neighbours; a crosshead is one short line between two
 * parts of one text. */
#include "core/repair/match.h"

#include <math.h>

/* The share of the line that shares most; a slogan beside it takes nothing away. */
float share_of(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document)
{
    float best = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]];
        float share = piece->role != ROLE_HEAD || piece_length(piece) < 4
                          ? 0
                          : shingle_share(work->shingles, document, work->folded + piece->from, piece_length(piece));
        best = fmaxf(best, share);
    }
    return best;
}

/* The page that a teaser points to stands behind it. */
static bool points_elsewhere(const struct work *work, uint32_t piece)
{
    return piece + 1 < work->pieces.count && work->pieces.items[piece + 1].role == ROLE_FOLIO &&
           !work->pieces.items[piece + 1].opens_line;
}

/* Lines that a blank does not part belong together. */
static float seam_points(const struct work *work, const uint32_t *pieces, uint32_t count)
{
    float points = 0;
    for (uint32_t i = 1; i < count; i++)
        points += work->pieces.items[pieces[i]].blanks ? -0.15f : 0.5f;
    return points - (count > 4 ? 0.8f * (float)(count - 4) : 0);
}

/* A head that shares less than this with a text is a stranger to it. */
#define STRANGE 0.15f

/* An advertisement seldom repeats its head; its words give it away. */
static bool advertises(const struct story *story)
{
    return !story->has_lead && story->pieces.count < 12 && story->ad_words >= 2;
}

float match_points(const struct chain *chain, const uint32_t *pieces, uint32_t count, uint32_t of, int owner)
{
    const struct work *work = chain->work;
    const struct story *story = &work->stories.items[of];
    struct head_shape shape = shape_head(work, pieces, count, of);
    float share = share_of(work, pieces, count, of);
    float points = 8 * share - 1.6f + 0.7f * shape.points + seam_points(work, pieces, count);
    /* a body of a few lines can hardly repeat its head */
    float body = fminf(1, (float)story->characters / 150);
    points -= share < STRANGE ? 2 * body * (1 - share / STRANGE) : 0;
    bool signed_here = work->pieces.items[pieces[count - 1]].role == ROLE_BYLINE;
    points -= signed_here && story->has_lead ? 3 : 0;
    points += advertises(story) ? 3 : 0;
    points -= !signed_here && !story->has_lead && story->byline == GALLEY_NONE ? 0.8f : 0;
    for (uint32_t i = 0; i < count; i++)
        points -= points_elsewhere(work, pieces[i]) ? 3 : 0;
    return points + (owner == TO_AFTER ? chain->lean : -chain->lean);
}

/* A teaser has nothing to do with the bodies beside it. */
static float kinship(const struct work *work, const struct cluster *cluster, const uint32_t *pieces, uint32_t count)
{
    float before = cluster->before == GALLEY_NONE ? 0 : share_of(work, pieces, count, cluster->before);
    float after = cluster->after == GALLEY_NONE ? 0 : share_of(work, pieces, count, cluster->after);
    return fmaxf(0, fmaxf(before, after) - 0.25f);
}

float teaser_points(const struct chain *chain, const struct cluster *cluster, const uint32_t *pieces, uint32_t count)
{
    struct head_shape shape = shape_head(chain->work, pieces, count, GALLEY_NONE);
    float points = -0.6f - 0.9f * (float)count + 0.5f * shape.points - 4 * kinship(chain->work, cluster, pieces, count);
    for (uint32_t i = 1; i < count; i++) {
        const struct piece *line = &chain->work->pieces.items[pieces[i]];
        points += !line->blanks ? 0.9f : shape.part[i] == PART_SUB && shape.points > 1 ? 0.3f : -1.6f;
    }
    for (uint32_t i = 0; i + 1 < count; i++)
        points -= points_elsewhere(chain->work, pieces[i]) ? 3 : 0;
    points += points_elsewhere(chain->work, pieces[count - 1]) ? 2.5f : 0;
    return points - (chain->work->pieces.items[pieces[count - 1]].role == ROLE_BYLINE ? 2.5f : 0);
}

/* ---- Crossheads ----------------------------------------------------------------------------- */

static float story_share(const struct work *work, uint32_t of, uint32_t document)
{
    const struct story *story = &work->stories.items[of];
    float sum = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < story->pieces.count && i < 12; i++, count++) {
        const struct piece *piece = &work->pieces.items[story->pieces.items[i]];
        sum += shingle_share(work->shingles, document, work->folded + piece->from, piece_length(piece));
    }
    return count ? sum / (float)count : 0;
}

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

/* One line alone between two parts of one text. */
float crosshead_points(const struct work *work, const struct cluster *cluster)
{
    if (cluster->before == GALLEY_NONE || cluster->after == GALLEY_NONE || cluster->pieces.count != 1)
        return -INFINITY;
    const struct story *before = &work->stories.items[cluster->before], *after = &work->stories.items[cluster->after];
    const struct piece *line = &work->pieces.items[lines_of(cluster)[0]];
    if (after->has_lead || after->byline != GALLEY_NONE || before->jump_to != GALLEY_NONE ||
        after->jump_from != GALLEY_NONE || line->role != ROLE_HEAD)
        return -INFINITY;
    /* a headline repeats the words of its own body, a crosshead hardly any */
    float points = 3.2f + 3 * (0.5f - share_of(work, lines_of(cluster), 1, cluster->after));
    points += before->has_lead ? -0.3f : 0.8f;
    points += piece_length(line) <= 10 ? 0.8f : 0;
    points += 10 * (story_share(work, cluster->after, cluster->before) - 0.05f);
    points -= piece_length(line) > 14 ? 1.5f : 0;
    points -= fabsf(measure_at_end(work, before) - measure_at_start(work, after)) > 3 ? 2.5f : 0;
    points -= line->says & SAYS_NOTICE ? 4 : 0;
    points -= has_clauses(work, line) || line->sentence_ends ? 3 : 0;
    points -= piece_length(line) < 3 ? 1 : 0;
    struct head_shape shape = shape_head(work, lines_of(cluster), 1, GALLEY_NONE);
    return points + fminf(0, shape.points);
}
