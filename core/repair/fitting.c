/* SPDX-License-Identifier: MIT
 * The sequence of measures that explains most lines with the fewest changes, found for
 * all lines at once (Viterbi): a line gives each measure points, and a change costs. */
#include "core/repair/fitting.h"

enum { FULL, INDENTED, LAST, SHORT, OVER, NO_MEASURE, CHANGE, CHANGE_APART, KNOWN, MEASURE_ROWS };

/* Points for a measure by a line in it, and for a change. */
const struct evidence measure_evidence[] = {
    [FULL] = { "full", 1, "the line fills it" },
    [INDENTED] = { "indented", 0.75f, "the line may begin a paragraph and is two characters shorter" },
    [LAST] = { "last", -0.1f, "the line is shorter and its sentence has ended" },
    [SHORT] = { "short", -0.25f, "the line is shorter though its sentence goes on" },
    [OVER] = { "over", -1.7f, "the line is wider" },
    [NO_MEASURE] = { "none", -0.1f, "the line would be cut to no measure" },
    [CHANGE] = { "change", -5, "the measure would change inside a paragraph" },
    [CHANGE_APART] = { "change-apart", -3, "the measure would change behind a blank or a finished sentence" },
    [KNOWN] = { "known", 0.2f, "the profile of the newspaper names it" },
};
_Static_assert(sizeof measure_evidence / sizeof *measure_evidence == MEASURE_ROWS, "a row without a name");
const uint32_t measure_rows = MEASURE_ROWS;

bool is_known_measure(const struct work *work, float measure)
{
    bool known = false;
    for (size_t i = 0; work->profile && i < work->profile->column_count; i++)
        known |= fabsf(measure - work->profile->columns[i] * (work->east_asian ? 2 : 1)) <= 1;
    return known;
}

/* Points for a line to be cut to a measure. */
static float line_points(const struct work *work, const struct sample *sample, float measure, bool known)
{
    struct scale scale = scale_new(work, EVIDENCE_MEASURE, NULL);
    float lacks = measure - sample->cells, full = fills(lacks, sample->next);
    if (full > 0 && known)
        weigh(&scale, KNOWN, full);
    if (measure <= 0)
        weigh(&scale, NO_MEASURE, 1);
    else if (full > 0)
        weigh(&scale, FULL, full);
    else if (lacks < 0)
        weigh(&scale, OVER, 1);
    else if (sample->may_begin && fills(lacks - INDENT, sample->next) > 0.5f)
        weigh(&scale, INDENTED, 1);
    else
        weigh(&scale, sample->ends ? LAST : SHORT, 1);
    return scale.sum * sample->weight;
}

/* They depend on few things, so that they are known for the page once they were asked: on the
 * half cells that the line lacks, of which less and more than these change nothing, where what
 * comes next is no wider than usual. */
#define LACKS_LEAST -6
#define LACKS_MOST 26
#define NEXT_WIDEST 8 /* cells */

struct lack_row {
    bool filled;
    float none;                                    /* of no measure */
    float points[2][LACKS_MOST - LACKS_LEAST + 1]; /* the second ones: of measures that the profile names */
};

/* By the half cells of what comes next, and three bits: the line stands between blank lines, it
 * ends a sentence, it may begin a paragraph. */
struct lack_table {
    struct lack_row rows[(2 * NEXT_WIDEST + 1) << 3];
};

void fit_prepare(struct work *work)
{
    if (!work->lacks)
        work->lacks = galley_arena_alloc(work->scratch, sizeof *work->lacks);
}

static void fill_row(const struct work *work, const struct sample *sample, struct lack_row *row)
{
    struct sample line = *sample;
    line.cells = WIDEST;
    row->none = line_points(work, &line, 0, false);
    for (int lacks = LACKS_LEAST; lacks <= LACKS_MOST; lacks++)
        for (int known = 0; known < (work->profile ? 2 : 1); known++)
            row->points[known][lacks - LACKS_LEAST] = line_points(work, &line, WIDEST + (float)lacks / 2, known);
    row->filled = true;
}

static inline const struct lack_row *row_of(const struct work *work, const struct sample *sample)
{
    unsigned isolated = sample->weight < 1, ends = sample->ends, begins = sample->may_begin;
    unsigned next = (unsigned)(int)(sample->next * 2);
    struct lack_row *row = &work->lacks->rows[next << 3 | isolated << 2 | ends << 1 | begins];
    if (!row->filled)
        fill_row(work, sample, row);
    return row;
}

static void take_wide_points(const struct work *work, const struct reading *reading, const struct sample *sample,
                             float points[STATES])
{
    for (uint32_t s = 0; s < reading->measure_count; s++)
        points[s] = line_points(work, sample, reading->measures[s], reading->known[s]);
}

/* What a line gives each measure. */
static inline void take_points(const struct work *work, const struct reading *reading, const struct sample *sample,
                               float points[STATES])
{
    if (sample->next > NEXT_WIDEST) {
        take_wide_points(work, reading, sample, points);
        return;
    }
    const struct lack_row *row = row_of(work, sample);
    const float *points_of[] = { row->points[0] - LACKS_LEAST, row->points[1] - LACKS_LEAST };
    uint32_t last = reading->measure_count - 1;
    int cells = (int)(sample->cells * 2);
    for (uint32_t s = 0; s < last; s++) {
        int lacks = reading->halves[s] - cells;
        lacks = lacks < LACKS_LEAST ? LACKS_LEAST : lacks > LACKS_MOST ? LACKS_MOST : lacks;
        points[s] = points_of[reading->known[s]][lacks];
    }
    points[last] = row->none;
}

/* The most of all points. */
static inline float most_of(const float points[STATES])
{
    float most[STATES / 2];
    for (int s = 0; s < STATES / 2; s++)
        most[s] = points[s] > points[s + STATES / 2] ? points[s] : points[s + STATES / 2];
    for (int s = 0; s < STATES / 4; s++)
        most[s] = most[s] > most[s + STATES / 4] ? most[s] : most[s + STATES / 4];
    float left = most[0] > most[1] ? most[0] : most[1], right = most[2] > most[3] ? most[2] : most[3];
    return left > right ? left : right;
}
_Static_assert(STATES == 16 && CANDIDATES < STATES, "most_of() halves them");

/* The first state that has the most. */
static uint8_t best_of(const float points[STATES])
{
    float most = most_of(points);
    uint8_t best = 0;
    while (points[best] < most)
        best++;
    return best;
}

/* The way to a line from the line before: each measure goes on from itself or, where that is
 * worth more, from the best one. */
static inline void take_step(const float *restrict before, float changed, const float *restrict own,
                             struct step *restrict out)
{
    out->changed = changed;
    for (int s = 0; s < STATES; s++)
        out->points[s] = (before[s] > changed ? before[s] : changed) + own[s];
}

void fit_measures(const struct work *work, struct reading *reading, size_t count, struct step *steps)
{
    const float *weights = work->weights->of[EVIDENCE_MEASURE];
    float nothing[STATES] = { 0 }, own[STATES];
    for (uint32_t s = reading->measure_count; s < STATES; s++)
        nothing[s] = -INFINITY;
    for (uint32_t s = 0; s < reading->measure_count; s++) {
        reading->known[s] = is_known_measure(work, reading->measures[s]);
        reading->halves[s] = (int)(reading->measures[s] * 2);
    }
    memcpy(own, nothing, sizeof own);
    const float *before = nothing;
    for (size_t i = 0; i < count; before = steps[i++].points) {
        const struct sample *sample = &reading->samples[i];
        bool says = sample->weight > 0;
        if (says)
            take_points(work, reading, sample, own);
        float changed = i ? most_of(before) + weights[sample->apart ? CHANGE_APART : CHANGE] : -INFINITY;
        take_step(before, changed, says ? own : nothing, &steps[i]);
    }
    reading->points = most_of(before);
    uint8_t best = best_of(before);
    for (size_t i = count; i-- > 0;) {
        reading->chosen[i] = best;
        if (i && steps[i - 1].points[best] < steps[i].changed)
            best = best_of(steps[i - 1].points);
    }
}
