/* SPDX-License-Identifier: MIT
 * Stories to articles: head parts, byline, paragraphs, crossheads, caption and
 * credit are set as texts; the kind is told; how sure all this is, is added up and
 * kept with its reasons. */
#include "core/repair/work.h"

#include <math.h>
#include <stdlib.h>

#include <galley/text.h>

/* ---- Head ----------------------------------------------------------------------------- */

static galley_text *part_target(struct work *work, galley_article *article, enum head_part part)
{
    if (part == PART_SUB)
        return galley_article_add_subheadline(work->issue, article);
    return part == PART_KICKER ? &article->kicker : part == PART_SECTION ? &article->section : &article->headline;
}

static void record_joined_head(struct work *work, uint32_t line, bool couplet)
{
    galley_repair_record *record =
        galley_issue_add_repair(work->issue, "heads", couplet ? "couplet" : "wrapped-head", line, 0.8f);
    record->why = couplet ? "two clauses of one headline stand on two lines" : "the headline goes on in the next line";
}

static void set_part(struct work *work, galley_article *article, const uint32_t *pieces, const struct head_shape *shape,
                     uint32_t from, uint32_t to)
{
    galley_text *target = part_target(work, article, shape->part[from]);
    if (target->text.length) /* a second kicker, set above the first one */
        target = galley_article_add_subheadline(work->issue, article);
    *target = set_pieces(work, pieces + from, to - from, SET_HEAD, shape->couplet + from);
    for (uint32_t i = from + 1; i < to; i++)
        record_joined_head(work, work->pieces.items[pieces[i]].line, shape->couplet[i]);
}

static void set_head(struct work *work, galley_article *article, const uint32_t *pieces, uint32_t count,
                     uint32_t document)
{
    struct head_shape shape = shape_head(work, pieces, count, document, NULL);
    uint32_t heads = shape.lines;
    if (heads < count && !article->byline.text.length)
        article->byline = byline_of_pieces(work, pieces + heads, count - heads);
    count = heads;
    for (uint32_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && shape.joined[to])
            to++;
        set_part(work, article, pieces, &shape, from, to);
    }
}

/* A byline at the end of a text, over as many lines as it has. */
static galley_text set_signature(struct work *work, uint32_t first)
{
    uint32_t lines[HEAD_LONGEST], count = 0;
    for (uint32_t i = first; i < work->pieces.count && count < HEAD_LONGEST; i++) {
        const struct piece *piece = &work->pieces.items[i];
        if (i > first && (piece->role != ROLE_BYLINE || piece->blanks))
            break;
        lines[count++] = i;
    }
    return byline_of_pieces(work, lines, count);
}

/* ---- Body ------------------------------------------------------------------------------- */

static const struct piece *piece_of(const struct work *work, const struct story *story, size_t index)
{
    return index < story->pieces.count ? &work->pieces.items[story->pieces.items[index]] : NULL;
}

static void record_paragraph(struct work *work, const struct story *story, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const struct piece *piece = piece_of(work, story, i);
        if (piece->justified) {
            galley_repair_record *record =
                galley_issue_add_repair(work->issue, "spacing", "justified-line", piece->line, 0.95f);
            record->why = "spaces stand between most characters of the line, so it was spread to the measure";
        }
        if (i > from && piece->blanks) {
            galley_repair_record *record =
                galley_issue_add_repair(work->issue, "paragraphs", "column-break", piece->line, 0.9f);
            record->why = "the sentence or the paragraph goes on behind the blank line";
        }
    }
    if (to - from > 1) {
        galley_repair_record *record = galley_issue_add_repair(work->issue, "paragraphs", "lines-joined",
                                                               piece_of(work, story, from)->line, 0.95f);
        record->why = "its lines are those of one paragraph: the measure is full, or the sentence goes on";
    }
}

static void set_paragraph(struct work *work, galley_article *article, const struct story *story, uint32_t from,
                          uint32_t to)
{
    const uint32_t *pieces = story->pieces.items + from;
    if (from == 0 && story->has_lead && !article->byline.text.length)
        article->byline = byline_of_lead(work, pieces, to - from);
    const struct piece *first = piece_of(work, story, from);
    bool crosshead = first->told == TOLD_CROSSHEAD;
    galley_block *block =
        galley_article_add_block(work->issue, article, crosshead ? GALLEY_CROSSHEAD : GALLEY_PARAGRAPH);
    bool display = crosshead || (to - from == 1 && !first->sentence_ends && !first->pauses && !first->full);
    block->text = set_pieces(work, pieces, to - from, display ? SET_HEAD : SET_BODY, NULL);
    record_paragraph(work, story, from, to);
}

static void record_hidden_break(struct work *work, const struct piece *before, const struct piece *after)
{
    if (after->blanks)
        return;
    galley_repair_record *record =
        galley_issue_add_repair(work->issue, "paragraphs", "hidden-break", after->line, 0.8f);
    record->why = before->full ? "the line is indented though no blank line stands before it"
                               : "the line before it is short and ends a sentence";
}

static void set_body(struct work *work, galley_article *article, const struct story *story)
{
    uint32_t from = 0, count = (uint32_t)story->pieces.count;
    for (uint32_t i = 1; i <= count; i++) {
        if (i < count && piece_of(work, story, i)->breaks <= 0)
            continue;
        if (i < count)
            record_hidden_break(work, piece_of(work, story, i - 1), piece_of(work, story, i));
        set_paragraph(work, article, story, from, i);
        from = i;
    }
}

static void set_figure(struct work *work, galley_article *article, const struct story *story)
{
    galley_block *block = galley_article_add_block(work->issue, article, GALLEY_FIGURE);
    block->text = set_pieces(work, story->pieces.items, (uint32_t)story->pieces.count, SET_BODY, NULL);
    if (story->credit != GALLEY_NONE)
        block->credit = byline_of_credit(work, story->credit);
    record_paragraph(work, story, 0, (uint32_t)story->pieces.count);
}

/* ---- Kind --------------------------------------------------------------------------------- */

static galley_kind kind_of(const struct work *work, const struct story *story)
{
    if (story->kind != GALLEY_NEWS || story->has_lead || story->byline != GALLEY_NONE)
        return story->kind;
    uint32_t ads = story->ad_words + count_words(work, story->head, story->head_count, LANGUAGE_AD_WORDS);
    if (ads >= 2 && story->pieces.count < 12)
        return GALLEY_AD;
    bool announced = story->head_count && count_words(work, story->head, story->head_count, LANGUAGE_NOTICE_WORDS);
    bool is_signed = false;
    for (size_t i = 0; i < story->pieces.count; i++)
        is_signed |= piece_of(work, story, i)->signs;
    return announced || is_signed ? GALLEY_NOTICE : GALLEY_NEWS;
}

/* ---- Articles ------------------------------------------------------------------------------- */

static void set_crosshead(struct work *work, galley_article *article, uint32_t piece, uint32_t count)
{
    const uint32_t lines[] = { piece, piece + 1 };
    galley_article_add_block(work->issue, article, GALLEY_CROSSHEAD)->text =
        set_pieces(work, lines, count, SET_HEAD, NULL);
}

/* What stands above a part: its crosshead, or the head it had before an editor joined it. */
static void set_crossheads(struct work *work, galley_article *article, const struct story *part)
{
    if (part->crosshead != GALLEY_NONE)
        set_crosshead(work, article, part->crosshead, part->two_lines ? 2 : 1);
    for (uint32_t i = 0; i < part->head_count; i++)
        set_crosshead(work, article, part->head[i], 1);
}

static void add_continued_parts(struct work *work, galley_article *article, uint32_t root)
{
    for (uint32_t i = root + 1; i < work->stories.count; i++) {
        struct story *part = &work->stories.items[i];
        if (part->joined_to != root)
            continue;
        set_crossheads(work, article, part);
        if (part->kind == GALLEY_PHOTO)
            set_figure(work, article, part);
        else
            set_body(work, article, part);
        if (article->kind == GALLEY_PHOTO)
            article->kind = kind_of(work, part);
        if (part->jump_to != GALLEY_NONE)
            article->continued_on = jump_page(work, part->jump_to);
        if (part->byline != GALLEY_NONE && !article->byline.text.length)
            article->byline = set_signature(work, part->byline);
    }
}

static void write_story(struct work *work, uint32_t index)
{
    struct story *story = &work->stories.items[index];
    galley_article *article = galley_issue_add_article(work->issue, kind_of(work, story));
    article->page = work->page;
    if (story->head_count)
        set_head(work, article, story->head, story->head_count, story->last_part);
    if (story->byline != GALLEY_NONE && !article->byline.text.length)
        article->byline = set_signature(work, story->byline);
    if (story->kind == GALLEY_PHOTO)
        set_figure(work, article, story);
    else
        set_body(work, article, story);
    if (story->credit != GALLEY_NONE && story->kind != GALLEY_PHOTO)
        article->credit = byline_of_credit(work, story->credit);
    article->continued_on = jump_page(work, story->jump_to);
    article->continued_from = jump_page(work, story->jump_from);
    add_continued_parts(work, article, index);
    judge_story(work, article, index);
}

static void write_teaser(struct work *work, const struct teaser *teaser)
{
    galley_article *article = galley_issue_add_article(work->issue, GALLEY_TEASER);
    article->page = work->page;
    judge_teaser(work, article, teaser);
    set_head(work, article, teaser->head, teaser->count, GALLEY_NONE);
}

/* ---- In the order of the page ------------------------------------------------------------------ */

struct entry {
    uint32_t piece; /* where it begins */
    uint32_t index; /* of the story, or of the teaser */
    bool teaser;
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->piece < y->piece ? -1 : x->piece > y->piece;
}

/* A part of a part is a part of the whole. */
static void flatten_joins(struct work *work)
{
    for (size_t i = 0; i < work->stories.count; i++) {
        uint32_t root = work->stories.items[i].joined_to;
        while (root != GALLEY_NONE && work->stories.items[root].joined_to != GALLEY_NONE)
            root = work->stories.items[root].joined_to;
        work->stories.items[i].joined_to = root;
    }
}

galley_status repair_articles(struct work *work)
{
    size_t room = work->stories.count + work->teasers.count, count = 0;
    struct entry *entries = galley_arena_array(work->scratch, room + 1, sizeof *entries);
    if (!entries)
        return galley_arena_status(work->scratch);
    flatten_joins(work);
    for (uint32_t i = 0; i < work->stories.count; i++)
        if (work->stories.items[i].joined_to == GALLEY_NONE)
            entries[count++] = (struct entry){ work->stories.items[i].pieces.items[0], i, false };
    for (uint32_t i = 0; i < work->teasers.count; i++)
        entries[count++] = (struct entry){ work->teasers.items[i].head[0], i, true };
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++) {
        if (entries[i].teaser)
            write_teaser(work, &work->teasers.items[entries[i].index]);
        else
            write_story(work, entries[i].index);
    }
    return galley_issue_status(work->issue);
}
