/* SPDX-License-Identifier: MIT
 * The measure of the column a piece stands in.  Lines of one column are equally wide
 * but for the first and the last of a paragraph, and a page mixes few measures, which
 * seldom change.  So the widths that many lines share are the candidates, and the
 * sequence of measures that explains most lines with the fewest changes is found for
 * all lines at once (Viterbi).  Text that was not cut into lines shows no such width
 * and has no measure.
 *
 * It is learnt twice: over the page, when nothing else is known, and again within
 * each text, where the columns of its neighbours no longer disturb. */
#include "core/repair/measure.h"
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

#define CANDIDATES 12       /* measures of one page */
#define SUPPORT_NEEDED 2.4f /* lines that must share a width */
#define ISOLATED 0.35f      /* what a line between two blank lines counts */
#define LONG_BY 5
#define SPREAD_FROM 0.7f /* of the measure: a line with fewer characters is not spread to it */

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

/* What a piece says of the measure, seen once. */
struct sample {
    float cells;
    float next;     /* cells of what would have been set next */
    float weight;   /* 0: it says nothing */
    bool ends;      /* it ends a sentence */
    bool may_begin; /* the line before it ends a sentence: a paragraph may begin here */
    bool apart;     /* and so may another measure */
};

/* How a compositor sets marks: by so many cells narrower than their square where a line is
 * tight; and whether one that closes a line may hang. */
struct habit {
    float squeeze;
    bool hangs;
};

/* What the lines show when marks are set by one habit. */
struct reading {
    struct habit habit;
    struct sample *samples;
    float measures[CANDIDATES + 1]; /* the last one is 0: none */
    int halves[CANDIDATES + 1];     /* the same in half cells */
    bool known[CANDIDATES + 1];     /* whether the profile names them */
    uint32_t measure_count;         /* with that one */
    uint8_t *chosen;                /* of each line */
    float points;                   /* how well they explain all lines */
};

/* What a line shows whatever the habit.  At its beginning so many cells had to stand
 * together, `squeezed` of them marks that may be narrower, and behind them `marks` that begin
 * no line, each of which may hang. */
struct line {
    float natural, wide_marks;
    float cells, squeezed;
    float marks, mark_cells, marks_squeezed;
    float weight;
    bool may_hang;
    bool ends, may_begin, apart; /* as in a sample */
};

/* Points of a line in each measure: all lines have as many, so that the compiler can take
 * several at once. */
#define STATES 16

struct step {
    float points[STATES]; /* of the best way to the line that ends in each measure */
    float changed;        /* a way that changes its measure here has at least so many before it */
};

/* Pieces in the order of their columns. */
struct columns {
    struct work *work;
    const uint32_t *pieces;
    size_t count;
    struct line *lines;
    struct step *steps; /* of each line */
};

static struct piece *piece_at(const struct columns *columns, size_t index)
{
    return &columns->work->pieces.items[columns->pieces[index]];
}

/* A line between two blank lines says little of a column. */
static bool isolated(const struct columns *columns, size_t index)
{
    return piece_at(columns, index)->blanks && (index + 1 == columns->count || piece_at(columns, index + 1)->blanks);
}

#define MARKS (GALLEY_OPENING | GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_STOP)

static void see_beginning(const struct work *work, const struct piece *piece, struct line *out)
{
    const struct glyph *at = &work->glyphs.items[piece->from], *end = &work->glyphs.items[piece->to], *from;
    uint32_t cells = 0, squeezed = 0, marks = 0, mark_cells = 0, marks_squeezed = 0;
    for (; at < end && at->classes & GALLEY_OPENING; at++) {
        cells += at->cells;
        squeezed += at->cells == 2;
    }
    bool word = at < end && at->cells == 1;
    for (from = at; at < end && (at == from || (word && at->cells == 1 && !at->gap)); at++) {
        cells += at->cells;
        squeezed += at->cells == 2 && at->classes & MARKS;
    }
    for (; at < end && at->classes & (MARKS & ~GALLEY_OPENING); at++) {
        marks++;
        mark_cells += at->cells;
        marks_squeezed += at->cells == 2;
    }
    out->cells = (float)cells;
    out->squeezed = (float)squeezed;
    out->marks = (float)marks;
    out->mark_cells = (float)mark_cells;
    out->marks_squeezed = (float)marks_squeezed;
}

static void see_line(const struct columns *columns, size_t index, struct line *out)
{
    const struct work *work = columns->work;
    const struct piece *piece = piece_at(columns, index), *before = index ? piece_at(columns, index - 1) : NULL;
    const struct glyph *last = last_glyph(work, piece);
    see_beginning(work, piece, out);
    out->natural = piece->natural;
    out->wide_marks = (float)piece->marks;
    out->may_hang = last->cells == 2 && last->classes & (GALLEY_PAUSE | GALLEY_STOP);
    out->weight = !gives_measure(piece) ? 0 : isolated(columns, index) ? ISOLATED : 1;
    out->ends = piece->sentence_ends;
    out->may_begin = !before || before->sentence_ends || before->role != ROLE_BODY;
    out->apart = out->may_begin || piece->blanks;
}

/* The width of a line by how marks are set here; one that closes the line may hang. */
static float line_cells(struct habit habit, const struct line *line)
{
    return line->natural - habit.squeeze * line->wide_marks - (habit.hangs && line->may_hang ? 1 - habit.squeeze : 0);
}

/* What had to stand together at the beginning of a line: a character or a number, and the
 * marks behind it that begin no line. */
static float first_cells(struct habit habit, const struct line *line)
{
    float marks = habit.hangs ? line->marks : line->mark_cells - habit.squeeze * line->marks_squeezed;
    return line->cells - habit.squeeze * line->squeezed + marks;
}

static void take_samples(const struct columns *columns, struct reading *reading)
{
    for (size_t i = 0; i < columns->count; i++) {
        const struct line *line = &columns->lines[i];
        float cells = line_cells(reading->habit, line); /* may be wider than the piece was thought to be */
        float next = i + 1 < columns->count ? first_cells(reading->habit, line + 1) : 2;
        reading->samples[i] = (struct sample){ .cells = cells,
                                               .next = next,
                                               .weight = cells > WIDEST ? 0 : line->weight,
                                               .ends = line->ends,
                                               .may_begin = line->may_begin,
                                               .apart = line->apart };
    }
}

/* ---- Candidates ---------------------------------------------------------------------- */

/* How well a line fills a measure that lacks so many cells, when so many would have been
 * set next: it does when they would not have fitted. */
static float fills(float lacks, float next)
{
    if (lacks > next + 0.6f || lacks < -2.6f)
        return 0;
    if (lacks < -0.6f)
        return lacks < -1.6f ? 0.2f : 0.6f;
    return lacks > next - 0.4f ? 0.6f : 1;
}

#define BINS (2 * WIDEST + 1) /* half cells */

#define REACH 6 /* half cells by which a line that supports a width may differ */

/* What a line is worth for a width, by how many half cells it is narrower, from -REACH on. */
static void weigh_reach(float near[2 * REACH + 1])
{
    for (int lacks = -REACH; lacks <= REACH; lacks++)
        near[lacks + REACH] = fills((float)lacks / 2, 2);
}

static float support(const float *bins, uint32_t bin, const float near[2 * REACH + 1])
{
    float sum = 0;
    for (uint32_t other = bin > REACH ? bin - REACH : 0; other <= bin + REACH && other < BINS; other++)
        sum += bins[other] * near[bin + REACH - other];
    return sum;
}

#define KNOWN_SUPPORT 1 /* lines that a width named by the profile is worth */

/* Whether the profile of the newspaper has columns of this measure. */
static bool is_known(const struct work *work, float measure)
{
    bool known = false;
    for (size_t i = 0; work->profile && i < work->profile->column_count; i++)
        known |= fabsf(measure - work->profile->columns[i] * (work->east_asian ? 2 : 1)) <= 1;
    return known;
}

/* A width, in half cells, and how many lines speak for it. */
struct width {
    uint32_t bin;
    float support;
};

/* The widths that lines have, each once, by size. */
static uint32_t find_widths(const struct columns *columns, const struct sample *samples, struct width widths[BINS])
{
    float bins[BINS] = { 0 }, near[2 * REACH + 1];
    uint32_t count = 0, narrowest = BINS, widest = 0;
    weigh_reach(near);
    for (size_t i = 0; i < columns->count; i++) {
        if (samples[i].weight <= 0 || piece_at(columns, i)->justified)
            continue;
        uint32_t bin = (uint32_t)(samples[i].cells * 2 + 0.5f);
        bins[bin] += samples[i].weight;
        narrowest = bin < narrowest ? bin : narrowest;
        widest = bin > widest ? bin : widest;
    }
    for (uint32_t bin = narrowest; bin <= widest; bin++)
        if (bins[bin] > 0)
            widths[count++] = (struct width){ bin, support(bins, bin, near) +
                                                       (is_known(columns->work, (float)bin / 2) ? KNOWN_SUPPORT : 0) };
    return count;
}

/* The widths that most lines share, best first, none of them close to another. */
static void find_candidates(const struct columns *columns, struct reading *reading)
{
    struct width widths[BINS];
    uint32_t count = find_widths(columns, reading->samples, widths);
    reading->measure_count = 0;
    while (count && reading->measure_count < CANDIDATES) {
        struct width best = widths[0];
        for (uint32_t i = 1; i < count; i++)
            if (widths[i].support > best.support)
                best = widths[i];
        if (best.support < SUPPORT_NEEDED)
            break;
        reading->measures[reading->measure_count++] = (float)best.bin / 2;
        for (uint32_t i = 0; i < count; i++)
            if (widths[i].bin + 2 >= best.bin && widths[i].bin <= best.bin + 2)
                widths[i].support = 0;
    }
    reading->measures[reading->measure_count++] = 0;
}

/* ---- The best sequence ------------------------------------------------------------------ */

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
    float points[2][LACKS_MOST - LACKS_LEAST + 1]; /* the second ones: of measures that the profile names */
};

/* By the half cells of what comes next, and a bit each: the line stands between blank lines, it
 * ends a sentence, it may begin a paragraph. */
struct lack_table {
    struct lack_row rows[2 * NEXT_WIDEST + 1][2][2][2];
};

static const struct lack_row *row_of(const struct work *work, const struct sample *sample)
{
    struct lack_row *row =
        &work->lacks->rows[(size_t)(sample->next * 2)][sample->weight < 1][sample->ends][sample->may_begin];
    struct sample line = *sample;
    line.cells = WIDEST;
    for (int lacks = LACKS_LEAST; lacks <= LACKS_MOST && !row->filled; lacks++)
        for (int known = 0; known < (work->profile ? 2 : 1); known++)
            row->points[known][lacks - LACKS_LEAST] = line_points(work, &line, WIDEST + (float)lacks / 2, known);
    row->filled = true;
    return row;
}

static void take_points(const struct work *work, const struct reading *reading, const struct sample *sample,
                        float points[STATES])
{
    uint32_t last = reading->measure_count - 1;
    const struct lack_row *row = sample->next <= NEXT_WIDEST ? row_of(work, sample) : NULL;
    int cells = (int)(sample->cells * 2);
    for (uint32_t s = 0; s < last && row; s++) {
        int lacks = reading->halves[s] - cells;
        lacks = lacks < LACKS_LEAST ? LACKS_LEAST : lacks > LACKS_MOST ? LACKS_MOST : lacks;
        points[s] = row->points[reading->known[s]][lacks - LACKS_LEAST];
    }
    for (uint32_t s = 0; s < last && !row; s++)
        points[s] = line_points(work, sample, reading->measures[s], reading->known[s]);
    points[last] = line_points(work, sample, 0, false);
    for (uint32_t s = reading->measure_count; s < STATES; s++)
        points[s] = -INFINITY;
}

#define ALIKE_BITS 6

/* The points of lines in each measure.  Most lines of a page are like one of few others, so
 * they are kept; keys are never 0. */
struct alike {
    uint64_t keys[1 << ALIKE_BITS];
    float points[1 << ALIKE_BITS][STATES];
};

/* All that the points of a line depend on; widths are counted in halves. */
static uint64_t key_of(const struct sample *sample)
{
    uint64_t cells = (uint64_t)(sample->cells * 2), next = (uint64_t)(sample->next * 2);
    uint64_t isolated = sample->weight < 1, ends = sample->ends, begins = sample->may_begin;
    return cells << 40 | next << 4 | isolated << 3 | ends << 2 | begins << 1 | 1;
}

static const float *points_of(const struct work *work, const struct reading *reading, const struct sample *sample,
                              struct alike *alike)
{
    uint64_t key = key_of(sample);
    size_t place = key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - ALIKE_BITS);
    if (alike->keys[place] != key)
        take_points(work, reading, sample, alike->points[place]);
    alike->keys[place] = key;
    return alike->points[place];
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

/* Chooses the measure of each line. */
static void find_sequence(const struct columns *columns, struct reading *reading)
{
    const float *weights = columns->work->weights->of[EVIDENCE_MEASURE];
    float nothing[STATES] = { 0 }, start[STATES];
    struct alike alike;
    memset(alike.keys, 0, sizeof alike.keys);
    for (uint32_t s = reading->measure_count; s < STATES; s++)
        nothing[s] = -INFINITY;
    memcpy(start, nothing, sizeof start);
    for (uint32_t s = 0; s < reading->measure_count; s++) {
        reading->known[s] = is_known(columns->work, reading->measures[s]);
        reading->halves[s] = (int)(reading->measures[s] * 2);
    }
    const float *before = start;
    for (size_t i = 0; i < columns->count; before = columns->steps[i++].points) {
        const struct sample *sample = &reading->samples[i];
        const float *own = sample->weight > 0 ? points_of(columns->work, reading, sample, &alike) : nothing;
        float changed = i ? most_of(before) + weights[sample->apart ? CHANGE_APART : CHANGE] : -INFINITY;
        take_step(before, changed, own, &columns->steps[i]);
    }
    reading->points = most_of(before);
    uint8_t best = best_of(before);
    for (size_t i = columns->count; i-- > 0;) {
        reading->chosen[i] = best;
        if (i && columns->steps[i - 1].points[best] < columns->steps[i].changed)
            best = best_of(columns->steps[i - 1].points);
    }
}

static void give_measure(const struct columns *columns, const struct reading *reading)
{
    for (size_t i = 0; i < columns->count; i++) {
        struct piece *piece = piece_at(columns, i);
        const struct sample *sample = &reading->samples[i];
        float width = reading->measures[reading->chosen[i]];
        piece->measure = width;
        piece->cells = sample->cells;
        piece->spare = piece->room = width - sample->cells - sample->next;
        piece->full = width > 0 && piece->cells <= width + LONG_BY &&
                      (piece->justified ? piece->cells >= SPREAD_FROM * width : piece->spare <= SPARE_FULL);
    }
}

static void read_by(const struct columns *columns, struct habit habit, struct reading *out)
{
    out->habit = habit;
    take_samples(columns, out);
    find_candidates(columns, out);
    find_sequence(columns, out);
}

static bool make_room(struct columns *columns, struct reading readings[2])
{
    galley_arena *arena = columns->work->scratch;
    if (!columns->work->lacks)
        columns->work->lacks = galley_arena_alloc(arena, sizeof *columns->work->lacks);
    columns->lines = galley_arena_room(arena, columns->count + 1, sizeof *columns->lines);
    columns->steps = galley_arena_room(arena, columns->count + 1, sizeof *columns->steps);
    for (int i = 0; i < 2; i++) {
        readings[i].samples = galley_arena_room(arena, columns->count + 1, sizeof *readings[i].samples);
        readings[i].chosen = galley_arena_room(arena, columns->count + 1, sizeof *readings[i].chosen);
    }
    return galley_arena_status(arena) == GALLEY_OK;
}

/* Marks are set in their whole square, or squeezed where a line is tight, and hang or not;
 * which of them this page does is told by which explains its lines best. */
static galley_status learn(struct columns *columns)
{
    static const struct habit habits[] = { { 0.5f, true }, { 0, false }, { 0, true }, { 1, true } };
    struct reading readings[2] = { { .points = 0 } };
    if (!columns->work->spaceless || !columns->count) {
        ragged_learn(columns->work, columns->pieces, columns->count);
        return GALLEY_OK;
    }
    if (!make_room(columns, readings))
        return galley_arena_status(columns->work->scratch);
    for (size_t i = 0; i < columns->count; i++)
        see_line(columns, i, &columns->lines[i]);
    int best = 0;
    read_by(columns, habits[0], &readings[best]);
    for (size_t i = 1; i < sizeof habits / sizeof *habits; i++) {
        read_by(columns, habits[i], &readings[!best]);
        if (readings[!best].points > readings[best].points)
            best = !best;
    }
    give_measure(columns, &readings[best]);
    return GALLEY_OK;
}

galley_status repair_measure(struct work *work)
{
    uint32_t *all = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *all);
    if (!all)
        return galley_arena_status(work->scratch);
    for (uint32_t i = 0; i < work->pieces.count; i++)
        all[i] = i;
    return learn(&(struct columns){ .work = work, .pieces = all, .count = work->pieces.count });
}

#define STORY_NEEDED 6 /* pieces of a text that can tell its measure by themselves */

galley_status repair_story_measure(struct work *work)
{
    galley_status status = GALLEY_OK;
    for (size_t i = 0, next; i < work->stories.count && status == GALLEY_OK; i = next) {
        GALLEY_VECTOR(uint32_t) pieces = { 0 }; /* of the text, and of what may be its end */
        for (next = i; next == i || (next < work->stories.count && work->stories.items[next].goes_on); next++) {
            const struct story *part = &work->stories.items[next];
            for (size_t k = 0; k < part->pieces.count; k++) {
                uint32_t *place = galley_push(work->scratch, &pieces);
                if (place)
                    *place = part->pieces.items[k];
            }
        }
        struct columns columns = { .work = work, .pieces = pieces.items, .count = pieces.count };
        if (pieces.count >= STORY_NEEDED)
            status = learn(&columns);
    }
    return status;
}
