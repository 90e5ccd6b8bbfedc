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
    uint32_t measure_count;         /* with that one */
    uint8_t *chosen;                /* of each line */
    float points;                   /* how well they explain all lines */
};

/* Pieces in the order of their columns. */
struct columns {
    struct work *work;
    const uint32_t *pieces;
    size_t count;
    uint8_t *came_from; /* of each line and measure: the measure before */
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

static float set_cells(struct habit habit, const struct glyph *one)
{
    return (float)one->cells - (one->cells == 2 && one->classes & MARKS ? habit.squeeze : 0);
}

/* The width of a line by how marks are set here; one that closes the line may hang. */
static float line_cells(const struct work *work, struct habit habit, const struct piece *piece)
{
    const struct glyph *last = last_glyph(work, piece);
    bool hangs = habit.hangs && last->cells == 2 && last->classes & (GALLEY_PAUSE | GALLEY_STOP);
    return piece->natural - habit.squeeze * (float)piece->marks - (hangs ? 1 - habit.squeeze : 0);
}

/* What had to stand together at the beginning of a line: a character or a number, and the
 * marks behind it that begin no line. */
static float first_cells(const struct work *work, struct habit habit, const struct piece *piece)
{
    const struct glyph *glyphs = work->glyphs.items;
    uint32_t at = piece->from;
    float cells = 0;
    while (at < piece->to && glyphs[at].classes & GALLEY_OPENING)
        cells += set_cells(habit, &glyphs[at++]);
    bool word = at < piece->to && glyphs[at].cells == 1;
    for (uint32_t from = at; at < piece->to && (at == from || (word && glyphs[at].cells == 1 && !glyphs[at].gap)); at++)
        cells += set_cells(habit, &glyphs[at]);
    for (; at < piece->to && glyphs[at].classes & (MARKS & ~GALLEY_OPENING); at++)
        cells += habit.hangs ? 1 : set_cells(habit, &glyphs[at]);
    return cells;
}

static void take_samples(const struct columns *columns, struct reading *reading)
{
    const struct work *work = columns->work;
    for (size_t i = 0; i < columns->count; i++) {
        const struct piece *piece = piece_at(columns, i);
        float next = i + 1 < columns->count ? first_cells(work, reading->habit, piece_at(columns, i + 1)) : 2;
        const struct piece *before = i ? piece_at(columns, i - 1) : NULL;
        float cells = line_cells(work, reading->habit, piece); /* may be wider than the piece was thought to be */
        bool begins = !before || before->sentence_ends || before->role != ROLE_BODY;
        reading->samples[i] = (struct sample){ .cells = cells,
                                               .next = next,
                                               .weight = !gives_measure(piece) || cells > WIDEST ? 0
                                                         : isolated(columns, i)                  ? ISOLATED
                                                                                                 : 1,
                                               .may_begin = begins,
                                               .apart = begins || piece->blanks };
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
    uint32_t count = 0;
    weigh_reach(near);
    for (size_t i = 0; i < columns->count; i++)
        if (samples[i].weight > 0 && !piece_at(columns, i)->justified)
            bins[(uint32_t)(samples[i].cells * 2 + 0.5f)] += samples[i].weight;
    for (uint32_t bin = 0; bin < BINS; bin++)
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

static float line_points(const struct work *work, const struct sample *sample, bool sentence_ends, float measure)
{
    struct scale scale = scale_new(work, EVIDENCE_MEASURE, NULL);
    float lacks = measure - sample->cells, full = fills(lacks, sample->next);
    if (full > 0 && is_known(work, measure))
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
        weigh(&scale, sentence_ends ? LAST : SHORT, 1);
    return scale.sum * sample->weight;
}

/* The points of a line in each measure.  Most lines of a page are like one of few others, so
 * they are kept. */
struct known {
    struct sample sample;
    bool ends;
    float points[CANDIDATES + 1];
};

#define KNOWN_LINES 32 /* a power of two */

static bool is_like(const struct known *known, const struct sample *sample, bool ends)
{
    return known->sample.cells == sample->cells && known->sample.next == sample->next &&
           known->sample.weight == sample->weight && known->sample.may_begin == sample->may_begin &&
           known->ends == ends;
}

static const float *points_of(const struct columns *columns, const struct reading *reading, size_t index,
                              struct known lines[KNOWN_LINES])
{
    const struct sample *sample = &reading->samples[index];
    bool ends = piece_at(columns, index)->sentence_ends;
    uint32_t place = (uint32_t)(sample->cells * 2) * 4 + (uint32_t)sample->next * 2 + ends * 5 + sample->may_begin * 11;
    struct known *known = &lines[place % KNOWN_LINES];
    if (is_like(known, sample, ends))
        return known->points;
    known->sample = *sample;
    known->ends = ends;
    for (uint32_t s = 0; s < reading->measure_count; s++)
        known->points[s] = line_points(columns->work, sample, ends, reading->measures[s]);
    return known->points;
}

/* Chooses the measure of each line: each goes on from itself or, where that is worth more,
 * from the best one before. */
static void find_sequence(const struct columns *columns, struct reading *reading)
{
    const float *weights = columns->work->weights->of[EVIDENCE_MEASURE], nothing[CANDIDATES + 1] = { 0 };
    uint32_t states = reading->measure_count;
    float points[CANDIDATES + 1] = { 0 };
    uint8_t best = 0;
    struct known lines[KNOWN_LINES] = { { .ends = false } };
    for (size_t i = 0; i < columns->count; i++) {
        const struct sample *sample = &reading->samples[i];
        const float *own = sample->weight > 0 ? points_of(columns, reading, i, lines) : nothing;
        float changed = i ? points[best] + weights[sample->apart ? CHANGE_APART : CHANGE] : -INFINITY, most = -INFINITY;
        uint8_t *came_from = columns->came_from + i * states, before = best;
        for (uint8_t s = 0; s < states; s++)
            came_from[s] = points[s] >= changed ? s : before;
        for (uint8_t s = 0; s < states; s++) {
            points[s] = (points[s] > changed ? points[s] : changed) + own[s];
            best = points[s] > most ? s : best;
            most = points[s] > most ? points[s] : most;
        }
    }
    reading->points = points[best];
    for (size_t i = columns->count; i-- > 0; best = columns->came_from[i * states + best])
        reading->chosen[i] = best;
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
    columns->came_from = galley_arena_array(arena, columns->count + 1, CANDIDATES + 1);
    for (int i = 0; i < 2; i++) {
        readings[i].samples = galley_arena_array(arena, columns->count + 1, sizeof *readings[i].samples);
        readings[i].chosen = galley_arena_array(arena, columns->count + 1, sizeof *readings[i].chosen);
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
    for (size_t i = 0; i < work->stories.count && status == GALLEY_OK; i++) {
        const struct story *story = &work->stories.items[i];
        struct columns columns = { .work = work, .pieces = story->pieces.items, .count = story->pieces.count };
        if (story->pieces.count >= STORY_NEEDED)
            status = learn(&columns);
    }
    return status;
}
