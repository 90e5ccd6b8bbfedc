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
#include "core/repair/fitting.h"
#include "core/repair/passes.h"

#include <math.h>

#include <galley/text.h>

#define SUPPORT_NEEDED 2.4f /* lines that must share a width */
#define ISOLATED 0.35f      /* what a line between two blank lines counts */
#define LONG_BY 5
#define SPREAD_FROM 0.7f /* of the measure: a line with fewer characters is not spread to it */

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
            widths[count++] =
                (struct width){ bin, support(bins, bin, near) +
                                         (is_known_measure(columns->work, (float)bin / 2) ? KNOWN_SUPPORT : 0) };
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
    fit_measures(columns->work, out, columns->count, columns->steps);
}

static bool make_room(struct columns *columns, struct reading readings[2])
{
    galley_arena *arena = columns->work->scratch;
    fit_prepare(columns->work);
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
