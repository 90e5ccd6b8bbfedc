/* SPDX-License-Identifier: MIT
 * How sure an article is: the chance that its headline, its text and its paragraphs are
 * all as printed.  What the passes were unsure of is added up: close decisions in it and
 * around it, words that its head does not share, a sentence left open.  The points were
 * learnt by logistic regression on pages of known truth (scripts/calibrate), so that of
 * the articles given 0.9 nine in ten are right; doc/accuracy.md has the table. */
#include "core/repair/passes.h"

#include <math.h>

enum {
    ANY,
    NO_HEAD,
    HEAD_SHARES,
    HEAD_CLOSE,
    HEAD_FORM_CLOSE,
    HEAD_LINES,
    NO_LEAD,
    CAPTION,
    CAPTION_CLOSE,
    TEASER,
    TITLE_BLOCK,
    NOTICE,
    ADVERTISEMENT,
    OPEN_END,
    LINE_CLOSE,
    LINES_CLOSE,
    BREAK_CLOSE,
    BREAKS_CLOSE,
    LONG_TEXT,
    UNCUT,
    PAGE_CLOSE,
    PAGE_HEADLESS,
    EDITOR,
    CONFIDENCE_ROWS
};

const struct evidence confidence_evidence[] = {
    [ANY] = { "any", 2.32f, "most articles come out right" },
    [NO_HEAD] = { "no-head", -1.07f, "no headline was found for this text" },
    [HEAD_SHARES] = { "head-shares", 0.64f, "words of its head stand in its text" },
    [HEAD_CLOSE] = { "head-close", -1.1f, "another head, or none, would suit it nearly as well" },
    [HEAD_FORM_CLOSE] = { "head-form-close", -0.37f, "another line of the head may be the headline" },
    [HEAD_LINES] = { "head-lines", -0.26f, "its head has several lines" },
    [NO_LEAD] = { "no-lead", -0.25f, "it opens without a lead" },
    [CAPTION] = { "caption", 1.6f, "it is a caption: a credit stands behind it" },
    [CAPTION_CLOSE] = { "caption-close", -0.62f, "the caption may begin elsewhere" },
    [TEASER] = { "teaser", -0.9f, "it is a head whose text is not on the page" },
    [TITLE_BLOCK] = { "title-block", 1.1f, "it is the title block" },
    [NOTICE] = { "notice", 1.08f, "it is a notice" },
    [ADVERTISEMENT] = { "advertisement", -0.75f, "it is an advertisement" },
    [OPEN_END] = { "open-end", 1.2f, "its last sentence is not finished" },
    [LINE_CLOSE] = { "line-close", -1.28f, "it was a close call whether one of its lines is a head or text" },
    [LINES_CLOSE] = { "lines-close", -0.09f, "several of its lines were close calls" },
    [BREAK_CLOSE] = { "break-close", -2.43f, "it was a close call whether a paragraph ends somewhere" },
    [BREAKS_CLOSE] = { "breaks-close", -0.48f, "several paragraph ends were close calls" },
    [LONG_TEXT] = { "long-text", 0.5f, "how long its text is" },
    [UNCUT] = { "uncut", 0.03f, "its lines show no measure" },
    [PAGE_CLOSE] = { "page-close", -0.33f, "lines of this page were close calls" },
    [PAGE_HEADLESS] = { "page-headless", -0.81f, "texts of this page have no head, or heads no text" },
    [EDITOR] = { "editor", 3, "an editor decided about it" },
};
_Static_assert(sizeof confidence_evidence / sizeof *confidence_evidence == CONFIDENCE_ROWS, "a row without a name");
const uint32_t confidence_rows = CONFIDENCE_ROWS;

#define CLOSE 3.0f /* points: a margin that is no close call any more */
#define MANY 5     /* of a kind: more are not counted */

/* How close a call was: 1 when the next best answer was as good, 0 from CLOSE on. */
static float closeness(float margin)
{
    return fmaxf(0, 1 - fabsf(margin) / CLOSE);
}

struct calls {
    float closest; /* 0..1 */
    uint32_t close;
};

static void add_call(struct calls *calls, float margin)
{
    calls->closest = fmaxf(calls->closest, closeness(margin));
    calls->close += closeness(margin) > 0.3f;
}

static void weigh_calls(struct scale *scale, uint32_t one, uint32_t many, const struct calls *calls)
{
    weigh(scale, one, calls->closest);
    weigh(scale, many, (float)(calls->close > MANY ? MANY : calls->close > 1 ? calls->close - 1 : 0));
}

static const struct piece *piece_of(const struct work *work, const struct story *story, size_t index)
{
    return index < story->pieces.count ? &work->pieces.items[story->pieces.items[index]] : NULL;
}

static void weigh_text(struct scale *scale, const struct work *work, const struct story *story)
{
    struct calls lines = { 0 }, breaks = { 0 };
    uint32_t uncut = 0;
    for (size_t i = 0; i < story->pieces.count; i++) {
        const struct piece *piece = piece_of(work, story, i);
        add_call(&lines, piece->sure);
        uncut += piece->measure <= 0;
        if (i)
            add_call(&breaks, piece->breaks);
    }
    weigh_calls(scale, LINE_CLOSE, LINES_CLOSE, &lines);
    weigh_calls(scale, BREAK_CLOSE, BREAKS_CLOSE, &breaks);
    weigh(scale, LONG_TEXT, logf(1 + (float)story->pieces.count / 10));
    weigh(scale, UNCUT, (float)uncut / (float)story->pieces.count);
    const struct piece *last = piece_of(work, story, story->pieces.count - 1);
    weigh(scale, OPEN_END, !last->may_end && !last->signs && story->jump_to == GALLEY_NONE);
}

static void weigh_head(struct scale *scale, const struct work *work, const uint32_t *pieces, uint32_t count,
                       uint32_t document, float sure)
{
    struct head_shape shape = shape_head(work, pieces, count, document, NULL);
    struct calls lines = { 0 };
    for (uint32_t i = 0; i < count; i++)
        add_call(&lines, work->pieces.items[pieces[i]].sure);
    weigh_calls(scale, LINE_CLOSE, LINES_CLOSE, &lines);
    weigh(scale, HEAD_CLOSE, closeness(sure));
    weigh(scale, HEAD_FORM_CLOSE, closeness(shape.margin));
    weigh(scale, HEAD_LINES, (float)(count - 1));
}

/* What the rest of the page tells: where much was unsure, an article may have lost a
 * part to a neighbour. */
static void see_page(struct work *work)
{
    float close = 0;
    uint32_t headless = 0;
    for (size_t i = 0; i < work->pieces.count; i++)
        close += closeness(work->pieces.items[i].sure);
    for (size_t i = 0; i < work->stories.count; i++) {
        const struct story *story = &work->stories.items[i];
        headless += story->kind == GALLEY_NEWS && !story->head_count && story->joined_to == GALLEY_NONE;
    }
    work->doubts.close = fminf(0.5f, 4 * close / (float)(work->pieces.count + 1));
    work->doubts.headless = fminf(1, (float)headless / (float)(work->stories.count + 1) * 3);
    work->doubts.seen = true;
}

/* The page is looked at once for all its articles. */
static void weigh_page(struct scale *scale, struct work *work)
{
    if (!work->doubts.seen)
        see_page(work);
    weigh(scale, PAGE_CLOSE, work->doubts.close);
    weigh(scale, PAGE_HEADLESS, work->doubts.headless);
}

/* An editor said something of it, and no decision was a close one: nothing is unsure. */
static bool is_settled(const struct ledger *ledger)
{
    static const uint32_t doubts[] = { NO_HEAD, HEAD_CLOSE, HEAD_FORM_CLOSE, CAPTION_CLOSE, LINE_CLOSE, BREAK_CLOSE };
    bool told = false;
    for (size_t i = 0; i < ledger->entries.count; i++) {
        const struct evidence *row = ledger->entries.items[i].row;
        told |= row == &confidence_evidence[EDITOR];
        for (size_t k = 0; k < sizeof doubts / sizeof *doubts; k++)
            if (row == &confidence_evidence[doubts[k]] && ledger->entries.items[i].points < 0)
                return false;
    }
    return told;
}

/* The sum as the article's confidence, its parts as the article's evidence. */
static void conclude(struct work *work, galley_article *article, const struct scale *scale)
{
    const struct ledger *ledger = scale->ledger;
    const struct ledger_entry *doubt = NULL;
    for (size_t i = 0; i < ledger->entries.count; i++) {
        const struct ledger_entry *entry = &ledger->entries.items[i];
        galley_article_add_evidence(work->issue, article, roundf(entry->points * 100) / 100, "%s", entry->row->reason);
        if (entry->points < 0 && (!doubt || entry->points < doubt->points))
            doubt = entry;
    }
    article->confidence = is_settled(ledger) ? 1 : roundf(100 / (1 + expf(-scale->sum))) / 100;
    if (article->confidence < 0.5f && doubt)
        article->note = galley_slice_of(doubt->row->reason);
}

void judge_story(struct work *work, galley_article *article, uint32_t of)
{
    const struct story *story = &work->stories.items[of];
    struct ledger ledger = { .arena = work->scratch };
    struct scale scale = scale_new(work, EVIDENCE_CONFIDENCE, &ledger);
    weigh(&scale, ANY, 1);
    weigh(&scale, CAPTION, article->kind == GALLEY_PHOTO);
    weigh(&scale, NOTICE, article->kind == GALLEY_NOTICE);
    weigh(&scale, ADVERTISEMENT, article->kind == GALLEY_AD);
    if (article->kind == GALLEY_PHOTO)
        weigh(&scale, CAPTION_CLOSE, closeness(story->begin_sure));
    else if (!story->head_count)
        weigh(&scale, NO_HEAD, 1);
    else {
        weigh(&scale, HEAD_SHARES, story->head_share);
        weigh_head(&scale, work, story->head, story->head_count, of, story->head_sure);
    }
    weigh(&scale, EDITOR, told_of_story(work, story));
    weigh(&scale, NO_LEAD, !story->has_lead && article->kind == GALLEY_NEWS);
    weigh_text(&scale, work, story);
    weigh_page(&scale, work);
    conclude(work, article, &scale);
}

void judge_teaser(struct work *work, galley_article *article, const struct teaser *teaser)
{
    struct ledger ledger = { .arena = work->scratch };
    struct scale scale = scale_new(work, EVIDENCE_CONFIDENCE, &ledger);
    weigh(&scale, ANY, 1);
    weigh(&scale, TEASER, 1);
    weigh(&scale, EDITOR, told_of_teaser(work, teaser));
    weigh_head(&scale, work, teaser->head, teaser->count, GALLEY_NONE, teaser->sure);
    weigh_page(&scale, work);
    conclude(work, article, &scale);
}

void judge_masthead(struct work *work, galley_article *article)
{
    struct ledger ledger = { .arena = work->scratch };
    struct scale scale = scale_new(work, EVIDENCE_CONFIDENCE, &ledger);
    weigh(&scale, ANY, 1);
    weigh(&scale, TITLE_BLOCK, 1);
    conclude(work, article, &scale);
}
