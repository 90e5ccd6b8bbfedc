/* SPDX-License-Identifier: MIT
 * Columns that an extractor mixed.  Where gutters are narrow, some write the lines of two
 * neighbouring columns as one, a space between, and a line whose neighbour is short on a
 * line of its own.  So a run of lines has its gap at one and the same place, which is the
 * measure of the left column, and both halves are as wide as columns are.  One such line
 * may be a headline in two clauses; several of them together are mixed columns.
 *
 * Where every line of the run tells to which column it belongs, the columns are put one
 * behind the other; else a finding says that the page should be converted from its PDF. */
#include "core/repair/work.h"

#include <math.h>

#include <galley/text.h>

#define NARROWEST 14   /* cells of a column */
#define WIDEST 64      /* cells: a wider half is no column */
#define SHORT_BY 4.6f  /* cells: an indent and a mark */
#define SEAMS_NEEDED 5 /* gaps at one place on a page */
#define RUN_NEEDED 4   /* of them together, to be taken apart */
#define APART 6        /* lines without it end a run */
#define BINS (2 * WIDEST + 1)

/* A line of the page, and the gap that may be a gutter. */
struct mixed_line {
    uint32_t from, to; /* glyphs */
    uint32_t gaps;     /* between characters that join, which need none */
    uint32_t seam;     /* the glyph behind the only gap, or GALLEY_NONE */
    float left, right; /* cells of the halves, where there is a seam */
};

struct mixing {
    struct work *work;
    GALLEY_VECTOR(struct mixed_line) lines;
};

static float width(const struct work *work, uint32_t from, uint32_t to)
{
    float cells = 0;
    for (uint32_t at = from; at < to; at++)
        cells += (float)work->glyphs.items[at].cells + (at > from && work->glyphs.items[at].gap ? 0.5f : 0);
    return cells;
}

/* A gap between characters that join, which needs none. */
static bool is_gap(const struct work *work, uint32_t at)
{
    const struct glyph *here = &work->glyphs.items[at];
    return here->gap && here->joins && here[-1].joins;
}

/* The line that begins there, seen on the way to its end.  A line with several gaps has no
 * seam: it was spaced out. */
static struct mixed_line see_line(const struct work *work, uint32_t from)
{
    const struct glyph *first = &work->glyphs.items[from], *end = first + (work->glyphs.count - from), *at = first;
    struct mixed_line line = { .from = from, .seam = GALLEY_NONE };
    for (at++; at < end && at->line == first->line; at++) {
        if (!at->gap || !at->joins || !at[-1].joins)
            continue;
        line.gaps++;
        line.seam = from + (uint32_t)(at - first);
    }
    line.to = from + (uint32_t)(at - first);
    if (line.gaps != 1)
        line.seam = GALLEY_NONE;
    return line;
}

static void take_lines(struct mixing *mix)
{
    struct work *work = mix->work;
    for (uint32_t from = 0; from < work->glyphs.count;) {
        struct mixed_line *made = galley_push(work->scratch, &mix->lines);
        if (!made)
            return;
        *made = see_line(work, from);
        from = made->to;
        if (made->seam == GALLEY_NONE)
            continue;
        made->left = width(work, made->from, made->seam);
        made->right = width(work, made->seam, made->to);
        if (made->left > WIDEST || made->right > WIDEST || made->right < NARROWEST)
            made->seam = GALLEY_NONE;
    }
}

/* The gap stands at the measure, and both halves are columns of about that measure. */
static bool seam_at(const struct mixed_line *line, float measure)
{
    return line->seam != GALLEY_NONE && fabsf(line->left - measure) <= 2.1f && line->right >= measure - SHORT_BY - 2 &&
           line->right <= measure + 2.6f;
}

#define GAPS_MOST 4 /* in a line: five columns side by side */

/* Beside a mark a gap may come from its square. */
static bool beside_mark(const struct work *work, uint32_t at)
{
    const struct glyph *here = &work->glyphs.items[at];
    return (here->classes | here[-1].classes) & (GALLEY_OPENING | GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_STOP);
}

/* Prose has commas and stops; a headline in clauses has gaps, but none of those. */
static bool is_prose(const struct work *work, const struct mixed_line *line)
{
    for (uint32_t at = line->from; at < line->to; at++)
        if (work->glyphs.items[at].classes & (GALLEY_PAUSE | GALLEY_STOP))
            return true;
    return false;
}

/* Counts how wide the parts of a line are that a gap closes; a line with a narrow part is
 * no row of columns. */
static void count_parts(const struct work *work, const struct mixed_line *line, uint32_t bins[BINS])
{
    uint32_t parts[GAPS_MOST], gaps = 0, since = line->from;
    for (uint32_t at = line->from + 1; at < line->to; at++) {
        if (!is_gap(work, at))
            continue;
        float cells = width(work, since, at);
        if (gaps == GAPS_MOST || cells < NARROWEST || cells > WIDEST)
            return;
        parts[gaps++] = beside_mark(work, at) ? 0 : (uint32_t)(cells * 2);
        since = at;
    }
    for (uint32_t i = 0; i < gaps; i++)
        bins[parts[i]]++;
}

/* The width at which most lines of the page have a gap; 0 where few do. */
static float common_seam(const struct mixing *mix)
{
    uint32_t bins[BINS] = { 0 }, most = 0;
    float best = 0;
    for (size_t i = 0; i < mix->lines.count; i++)
        if (mix->lines.items[i].gaps && is_prose(mix->work, &mix->lines.items[i]))
            count_parts(mix->work, &mix->lines.items[i], bins);
    for (uint32_t bin = 2 * NARROWEST; bin < BINS; bin++) {
        uint32_t sum = 0;
        for (uint32_t other = bin - 4; other <= bin + 2 && other < BINS; other++)
            sum += bins[other];
        if (bins[bin] && sum >= most) {
            most = sum;
            best = (float)bin / 2;
        }
    }
    return most >= SEAMS_NEEDED ? best : 0;
}

/* The next run of lines, from `*from` on, that have the gap there: [*from, *to). */
static bool next_run(const struct mixing *mix, float measure, size_t *from, size_t *to)
{
    for (size_t i = *from; i < mix->lines.count; i++) {
        if (!seam_at(&mix->lines.items[i], measure))
            continue;
        size_t seams = 1, last = i;
        for (size_t k = i + 1; k < mix->lines.count && k - last <= APART; k++)
            if (seam_at(&mix->lines.items[k], measure)) {
                seams++;
                last = k;
            }
        if (seams >= RUN_NEEDED) {
            *from = i;
            *to = last + 1;
            return true;
        }
        i = last;
    }
    return false;
}

/* ---- Taking apart ------------------------------------------------------------------------- */

/* Lines without the gap come in pairs: the left one, then its neighbour.  Sure where they
 * do, and none is wider than a column. */
static bool comes_apart(const struct mixing *mix, float measure, size_t from, size_t to)
{
    bool waits = false;
    for (size_t i = from; i < to; i++) {
        const struct mixed_line *line = &mix->lines.items[i];
        if (seam_at(line, measure)) {
            if (waits)
                return false;
            continue;
        }
        if (width(mix->work, line->from, line->to) > measure + 2.6f)
            return false;
        waits = !waits;
    }
    return !waits;
}

/* Copies the glyphs of one column, in order; returns where they end. */
static uint32_t copy_column(const struct mixing *mix, float measure, size_t from, size_t to, bool left,
                            struct glyph *out, uint32_t at)
{
    bool waits = false;
    for (size_t i = from; i < to; i++) {
        const struct mixed_line *line = &mix->lines.items[i];
        uint32_t begin = line->from, end = line->to;
        if (seam_at(line, measure)) {
            begin = left ? line->from : line->seam;
            end = left ? line->seam : line->to;
        } else {
            waits = !waits;
            if (waits != left)
                continue;
        }
        memcpy(out + at, mix->work->glyphs.items + begin, (end - begin) * sizeof *out);
        if (begin < end)
            out[at].gap = 0;
        at += end - begin;
    }
    return at;
}

/* The left column first, then the right one; the facts stay as they are. */
static bool take_apart(struct mixing *mix, float measure, size_t from, size_t to)
{
    struct work *work = mix->work;
    uint32_t first = mix->lines.items[from].from, last = mix->lines.items[to - 1].to;
    struct glyph *ordered = galley_arena_array(work->scratch, last - first, sizeof *ordered);
    if (!ordered)
        return false;
    uint32_t half = copy_column(mix, measure, from, to, true, ordered, 0);
    copy_column(mix, measure, from, to, false, ordered, half);
    memcpy(work->glyphs.items + first, ordered, (last - first) * sizeof *ordered);
    galley_issue_add_repair(work->issue, "columns", "mixed-columns", ordered[0].line, 0.8f)->why =
        "two columns stand line by line beside each other there; they are read one after the other";
    return true;
}

/* The first line with a gap at about that width. */
static size_t first_seam(const struct mixing *mix, float measure)
{
    for (size_t i = 0; i < mix->lines.count; i++) {
        const struct mixed_line *line = &mix->lines.items[i];
        for (uint32_t at = line->from + 1; at < line->to; at++)
            if (is_gap(mix->work, at) && fabsf(width(mix->work, line->from, at) - measure) <= 2.1f)
                return i;
    }
    return 0;
}

static void report(const struct mixing *mix, size_t from)
{
    struct work *work = mix->work;
    uint32_t line = work->glyphs.items[mix->lines.items[from].from].line;
    galley_find(work->findings, GALLEY_UNSURE, "columns.mixed", galley_line_place(work->issue, line, 0),
                "neighbouring columns are mixed line by line from here on, and which line belongs to which column is "
                "not sure; convert the PDF itself, or extract its text in content order (pdftotext -raw)");
}

/* Runs that come apart surely are taken apart; *unsure: the first line that was not. */
static bool take_runs(struct mixing *mix, float measure, size_t *unsure)
{
    bool changed = false;
    size_t from = 0;
    for (size_t to; next_run(mix, measure, &from, &to); from = to) {
        bool apart = comes_apart(mix, measure, from, to) && take_apart(mix, measure, from, to);
        changed |= apart;
        if (!apart && *unsure == SIZE_MAX)
            *unsure = from;
    }
    return changed;
}

galley_status repair_mixed(struct work *work)
{
    struct mixing mix = { .work = work };
    if (!work->spaceless)
        return GALLEY_OK;
    take_lines(&mix);
    float measure = common_seam(&mix);
    size_t unsure = SIZE_MAX;
    if (measure <= 0)
        return galley_arena_status(work->scratch);
    bool changed = take_runs(&mix, measure, &unsure);
    if (changed)
        fold_glyphs(work);
    if (!changed || unsure != SIZE_MAX)
        report(&mix, unsure != SIZE_MAX ? unsure : first_seam(&mix, measure));
    return galley_arena_status(work->scratch);
}
