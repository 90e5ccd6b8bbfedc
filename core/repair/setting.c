/* SPDX-License-Identifier: MIT
 * Glyphs set as text.  A space is decided between every two glyphs: characters
 * that join (Han, kana, full-width marks) have none in running text, words of an
 * alphabet keep theirs, and a display line keeps the spaces that part its clauses
 * unless the whole line was spaced out.  Spans are made along the way, so that a
 * text can always say where it stands. */
#include "core/repair/work.h"

#include <galley/buffer.h>
#include <galley/text.h>

/* The gap that most gaps of a spaced-out piece have; a wider one was meant. */
static uint8_t usual_gap(const struct work *work, const struct piece *piece)
{
    uint32_t count[4] = { 0 };
    for (uint32_t at = piece->from + 1; at < piece->to; at++) {
        uint8_t gap = work->glyphs.items[at].gap;
        count[gap > 3 ? 3 : gap]++;
    }
    return count[1] >= count[2] + count[3] ? 1 : count[2] >= count[3] ? 2 : 3;
}

/* Half-width punctuation in text that joins: 近日开市, 203个  has no space of its own. */
static bool behind_mark(const struct work *work, const struct piece *piece, const struct glyph *mark)
{
    bool first = mark == &work->glyphs.items[piece->from];
    return !first && mark->classes & (GALLEY_PAUSE | GALLEY_STOP | GALLEY_CLOSING) && glyph_joins(work, mark - 1);
}

#define LABEL_LONGEST 5 /* characters */

/* 地址：… 电话：…  a space before a few characters with a colon parts it from what stands before. */
static bool label_follows(const struct work *work, const struct piece *piece, const struct glyph *after)
{
    const struct glyph *end = work->glyphs.items + piece->to, *at = after;
    while (at < end && at - after < LABEL_LONGEST && at->classes & (GALLEY_HAN | GALLEY_KANA) &&
           (at == after || !at->gap))
        at++;
    return at < end && at - after >= 2 && (at->code == ':' || at->code == 0xFF1A);
}

static bool space_inside(const struct work *work, const struct glyph *after, const struct piece *piece,
                         enum setting how, uint8_t usual)
{
    const struct glyph *before = after - 1;
    if (!after->gap)
        return false;
    if (!piece->justified && (how == SET_PLAIN || label_follows(work, piece, after)))
        return true;
    if (!glyph_joins(work, before) && !glyph_joins(work, after))
        return !behind_mark(work, piece, before);
    if (how == SET_BODY || !glyph_joins(work, before) || !glyph_joins(work, after))
        return false;
    return piece->justified ? after->gap > usual : true;
}

static void decide_spaces(struct work *work, const struct piece *piece, enum setting how)
{
    uint8_t usual = piece->justified ? usual_gap(work, piece) : 1;
    for (uint32_t at = piece->from + 1; at < piece->to; at++) {
        struct glyph *after = &work->glyphs.items[at];
        if (!after->fixed)
            after->space = space_inside(work, after, piece, how, usual);
    }
}

/* ---- Making the text ------------------------------------------------------------- */

struct typesetter {
    struct work *work;
    galley_buffer text;
    GALLEY_VECTOR(galley_span) spans; /* in the scratch arena until it is done */
    bool tear;                        /* the next glyph begins a span */
};

/* Whether the next glyph is set as it stands in the line: side by side, or with one space. */
static inline bool stands_so(const struct glyph *one, const char *line)
{
    const struct glyph *next = one + 1;
    uint32_t end = one->byte + one->bytes;
    if (next->torn || next->line != one->line)
        return false;
    return next->space ? next->byte == end + 1 && line[end] == ' ' : next->byte == end;
}

/* Where the glyphs from `from` on end that are set as they stand. */
static uint32_t run_end(const struct work *work, uint32_t from, uint32_t to)
{
    const struct glyph *one = &work->glyphs.items[from];
    const char *line = work->issue->lines.items[one->line].text.text;
    while (++from < to && stands_so(one, line))
        one++;
    return from;
}

/* Sets a run of such glyphs. */
static void set_run(struct typesetter *set, uint32_t from, uint32_t to)
{
    const struct glyph *one = &set->work->glyphs.items[from], *end = &set->work->glyphs.items[to - 1];
    galley_slice line = set->work->issue->lines.items[one->line].text;
    galley_span *last = set->spans.count ? &set->spans.items[set->spans.count - 1] : NULL;
    if (one->space && set->text.length)
        galley_buffer_byte(&set->text, ' ');
    galley_buffer_add(&set->text, galley_slice_part(line, one->byte, end->byte + end->bytes));
    if (last && !set->tear && !one->torn && last->line == one->line) {
        last->to = end->byte + end->bytes;
        return;
    }
    galley_span *span = galley_push(set->work->scratch, &set->spans);
    if (span)
        *span = (galley_span){ one->line, one->byte, end->byte + end->bytes };
    set->tear = false;
}

static void set_range(struct typesetter *set, uint32_t from, uint32_t to)
{
    for (uint32_t end; from < to; from = end) {
        end = run_end(set->work, from, to);
        set_run(set, from, end);
    }
}

static galley_text finish(struct typesetter *set)
{
    galley_arena *arena = set->work->issue->arena;
    galley_span *spans = galley_arena_array(arena, set->spans.count + 1, sizeof *spans);
    galley_text text = { .text = galley_buffer_copy(&set->text, arena) };
    if (spans && set->spans.count)
        memcpy(spans, set->spans.items, set->spans.count * sizeof *spans);
    text.spans = spans;
    text.span_count = spans ? (uint32_t)set->spans.count : 0;
    galley_buffer_drop(&set->text);
    return text;
}

static void leave_out_hyphen(struct typesetter *set, uint32_t index)
{
    galley_issue_add_furniture(set->work->issue, GALLEY_HYPHEN, set_glyphs(set->work, &index, 1));
    set->tear = true;
}

static void set_one_piece(struct typesetter *set, const struct piece *piece, bool broken, enum setting how)
{
    decide_spaces(set->work, piece, how);
    set_range(set, piece->from, piece->to - broken);
    if (broken)
        leave_out_hyphen(set, piece->to - 1);
}

galley_text set_pieces(struct work *work, const uint32_t *pieces, uint32_t count, enum setting how,
                       const bool *couplets)
{
    struct typesetter set = { .work = work };
    for (uint32_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]];
        const struct piece *next = i + 1 < count ? &work->pieces.items[pieces[i + 1]] : NULL;
        bool parted = how == SET_PLAIN || (couplets && next && couplets[i + 1]);
        enum joint joint = parted || !next ? JOINT_SPACE : join_lines(work, piece, next);
        set.tear = true;
        set_one_piece(&set, piece, joint == JOINT_HYPHEN, how);
        if (next && !work->glyphs.items[next->from].fixed)
            work->glyphs.items[next->from].space = joint == JOINT_SPACE;
        work->claimed[pieces[i]] = true;
    }
    return finish(&set);
}

galley_text set_glyphs(struct work *work, const uint32_t *glyphs, uint32_t count)
{
    struct typesetter set = { .work = work };
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && glyphs[i] != glyphs[i - 1] + 1)
            set.tear = true;
        set_range(&set, glyphs[i], glyphs[i] + 1);
    }
    return finish(&set);
}

galley_text set_piece(struct work *work, uint32_t piece, enum setting how)
{
    return set_pieces(work, &piece, 1, how, NULL);
}
