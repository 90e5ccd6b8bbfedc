/* SPDX-License-Identifier: MIT
 * Where one text ends and the next begins.  Body pieces are walked in order: a lead
 * formula, a credit, a head group after a finished sentence each close a story; a
 * sentence left open goes on behind whatever was painted in between.  A credit
 * tells that the text before it is a caption, back to where the caption opens. */
#include "core/repair/passes.h"

#include <galley/text.h>

enum { OPENS, SHOWS, BLANK, MUCH, LEAD, WHOLE, AFTER_STOP, AFTER_OPEN, OTHER_MEASURE, CAPTION_ROWS };

/* Points for a caption to begin with a line, when a credit stands behind it. */
const struct evidence caption_evidence[] = {
    [OPENS] = { "opens", 4, "it opens as captions do" },
    [SHOWS] = { "shows", 2.5f, "its first sentence says what is seen" },
    [BLANK] = { "blank", 0.6f, "a blank line stands before it" },
    [MUCH] = { "much", -1.5f, "a caption is seldom so long" },
    [LEAD] = { "lead", -5, "it opens with a lead" },
    [WHOLE] = { "whole", 1, "the text begins there" },
    [AFTER_STOP] = { "after-stop", 1, "the sentence before it has ended" },
    [AFTER_OPEN] = { "after-open", -3, "the sentence before it is open" },
    [OTHER_MEASURE] = { "other-measure", 0.5f, "the column changes its measure there" },
};
_Static_assert(sizeof caption_evidence / sizeof *caption_evidence == CAPTION_ROWS, "a row without a name");
const uint32_t caption_rows = CAPTION_ROWS;

struct telling {
    struct work *work;
    uint32_t current;   /* story being filled, or GALLEY_NONE */
    uint32_t open;      /* story whose last sentence was cut off, or GALLEY_NONE */
    uint32_t aside;     /* the open story that a caption of an editor's interrupts, or GALLEY_NONE */
    uint32_t jump_from; /* piece that waits for its story */
    uint32_t byline;    /* the same of a byline on top of its text */
    bool bylines_above; /* on this page bylines stand so */
    uint32_t signs;     /* the last line of a byline that signed a text, or GALLEY_NONE */
    struct cluster cluster;
};

static struct story *new_story(struct telling *tell)
{
    struct work *work = tell->work;
    struct story *made = galley_push(work->scratch, &work->stories);
    if (!made)
        return NULL;
    *made = (struct story){ .kind = GALLEY_NEWS,
                            .byline = tell->byline,
                            .signed_above = tell->byline != GALLEY_NONE,
                            .credit = GALLEY_NONE,
                            .jump_to = GALLEY_NONE,
                            .jump_from = tell->jump_from,
                            .crosshead = GALLEY_NONE,
                            .joined_to = GALLEY_NONE };
    tell->jump_from = tell->byline = GALLEY_NONE;
    tell->current = (uint32_t)work->stories.count - 1;
    tell->open = GALLEY_NONE;
    return made;
}

static const struct piece *last_piece(const struct work *work, uint32_t index)
{
    const struct story *story = &work->stories.items[index];
    return &work->pieces.items[story->pieces.items[story->pieces.count - 1]];
}

/* Closes the story being filled; an open sentence is remembered. */
static void close_story(struct telling *tell)
{
    if (tell->current == GALLEY_NONE)
        return;
    const struct piece *last = last_piece(tell->work, tell->current);
    tell->open = last->told == TOLD_CAPTION ? tell->aside : last->may_end || last->signs ? GALLEY_NONE : tell->current;
    tell->current = GALLEY_NONE;
}

static void end_cluster(struct telling *tell, uint32_t after)
{
    struct work *work = tell->work;
    if (tell->cluster.pieces.count) {
        struct cluster *kept = galley_push(work->scratch, &work->clusters);
        tell->cluster.after = after == tell->cluster.before ? GALLEY_NONE : after;
        if (kept)
            *kept = tell->cluster;
    }
    tell->cluster = (struct cluster){ .before = after, .after = GALLEY_NONE };
}

static void add_to_story(struct telling *tell, uint32_t index)
{
    struct work *work = tell->work;
    struct story *story = &work->stories.items[tell->current];
    uint32_t *place = galley_push(work->scratch, &story->pieces);
    if (place)
        *place = index;
    work->story_of[index] = tell->current;
}

/* A caption has no head: clusters look past it to the stories on either side. */
static uint32_t nearest_text(const struct work *work, uint32_t from, int step)
{
    for (int64_t i = from; i >= 0 && i < (int64_t)work->stories.count; i += step)
        if (work->stories.items[i].kind != GALLEY_PHOTO)
            return (uint32_t)i;
    return GALLEY_NONE;
}

/* The lines of one hint are one caption. */
static void take_caption(struct telling *tell, uint32_t index)
{
    struct work *work = tell->work;
    if (tell->current == GALLEY_NONE || last_piece(work, tell->current)->told_by != work->pieces.items[index].told_by) {
        close_story(tell);
        tell->aside = tell->open;
        struct story *made = new_story(tell);
        if (!made)
            return;
        made->kind = GALLEY_PHOTO;
        made->begin_sure = SURE_ENOUGH;
    }
    add_to_story(tell, index);
    end_cluster(tell, tell->current);
}

/* The story that a body piece goes on with, if it opens none. */
static void choose_story(struct telling *tell, const struct piece *piece)
{
    const struct work *work = tell->work;
    bool waits = tell->jump_from != GALLEY_NONE || tell->byline != GALLEY_NONE;
    bool opens = piece->begins || (piece->joint >= 0 && (piece->opens_story || waits));
    const struct piece *last = tell->current != GALLEY_NONE ? last_piece(work, tell->current) : NULL;
    bool ended = last && (last->told == TOLD_CAPTION || (last->signs && !piece->signs && piece->joint >= 0));
    if (opens || ended)
        close_story(tell);
    if (piece->begins)
        tell->open = GALLEY_NONE;
    if (tell->current == GALLEY_NONE && tell->open != GALLEY_NONE && !opens)
        tell->current = tell->open;
    if (tell->current == GALLEY_NONE && piece->joint < 0 && work->stories.count)
        tell->current = nearest_text(work, (uint32_t)work->stories.count - 1, -1);
}

/* A caption between two stories parts neither their heads nor a sentence. */
static void take_body(struct telling *tell, uint32_t index)
{
    struct work *work = tell->work;
    const struct piece *piece = &work->pieces.items[index];
    if (piece->told == TOLD_CAPTION) {
        take_caption(tell, index);
        return;
    }
    choose_story(tell, piece);
    if (tell->current == GALLEY_NONE) {
        struct story *made = new_story(tell);
        if (!made)
            return;
        made->has_lead = piece->opens_story;
    }
    add_to_story(tell, index);
    end_cluster(tell, tell->current);
}

static void take_head(struct telling *tell, uint32_t index)
{
    close_story(tell);
    if (tell->work->pieces.items[index].begins)
        tell->open = GALLEY_NONE;
    uint32_t *place = galley_push(tell->work->scratch, &tell->cluster.pieces);
    if (place)
        *place = index;
}

/* ---- Captions ---------------------------------------------------------------------- */

#define CAPTION_LONGEST 260 /* characters */

#define SHOWN_WITHIN 3 /* lines of a first sentence */

/* The first sentence from here on says what is seen. */
static bool shows_picture(const struct work *work, const struct piece *first)
{
    const pattern_list *shows = &work->language->lists[LANGUAGE_CAPTION_SHOWS];
    const struct piece *last = first, *end = work->pieces.items + work->pieces.count - 1;
    for (int lines = 1; lines < SHOWN_WITHIN && last < end && last[1].role == ROLE_BODY; lines++)
        last++;
    for (uint32_t at = first->from; shows->count && at < last->to; at++)
        if (work->glyphs.items[at].classes & GALLEY_STOP)
            return pattern_ends(shows, glyphs_text(work, first->from, at + 1)) != SIZE_MAX;
    return false;
}

/* How well a caption begins with the piece at `at` of the story. */
static float caption_points(const struct work *work, const struct story *story, uint32_t at, uint32_t characters,
                            struct ledger *ledger)
{
    const struct piece *first = &work->pieces.items[story->pieces.items[at]];
    struct scale scale = scale_new(work, EVIDENCE_CAPTIONS, ledger);
    if (first->opens_story) {
        weigh(&scale, LEAD, 1);
        return scale.sum;
    }
    weigh(&scale, OPENS, first->caption_start);
    weigh(&scale, SHOWS, shows_picture(work, first));
    weigh(&scale, BLANK, first->blanks > 0);
    weigh(&scale, MUCH, characters > 160);
    if (at == 0) {
        weigh(&scale, WHOLE, 1);
        return scale.sum;
    }
    const struct piece *before = &work->pieces.items[story->pieces.items[at - 1]];
    weigh(&scale, before->may_end ? AFTER_STOP : AFTER_OPEN, 1);
    weigh(&scale, OTHER_MEASURE, before->measure > 0 && first->measure > 0 && before->measure != first->measure);
    return scale.sum;
}

/* Where the caption begins; *sure: how far that is ahead of the next best place. */
static uint32_t caption_start(const struct work *work, const struct story *story, float *sure)
{
    uint32_t best = 0, characters = 0;
    float most = -100, second = -100;
    for (uint32_t at = (uint32_t)story->pieces.count; at-- > 0;) {
        characters += piece_length(&work->pieces.items[story->pieces.items[at]]);
        if (characters > CAPTION_LONGEST)
            break;
        float points = caption_points(work, story, at, characters, NULL);
        second = points > most ? most : points > second ? points : second;
        if (points > most) {
            most = points;
            best = at;
        }
    }
    *sure = most - second < SURE_ENOUGH ? most - second : SURE_ENOUGH;
    return most > -2 ? best : 0;
}

/* The text up to here is a caption: it becomes a story of its own, and the story it
 * stood in is closed before it. */
static void take_credit(struct telling *tell, uint32_t index)
{
    struct work *work = tell->work;
    uint32_t host = tell->current;
    if (host == GALLEY_NONE || work->stories.items[host].credit != GALLEY_NONE)
        return;
    bool told = last_piece(work, host)->told == TOLD_CAPTION;
    float sure = SURE_ENOUGH;
    uint32_t at = told ? 0 : caption_start(work, &work->stories.items[host], &sure);
    uint32_t count = (uint32_t)work->stories.items[host].pieces.count;
    if (at > 0) {
        tell->jump_from = GALLEY_NONE;
        if (!new_story(tell))
            return;
        for (uint32_t i = at; i < count; i++)
            add_to_story(tell, work->stories.items[host].pieces.items[i]);
        work->stories.items[host].pieces.count = at;
        tell->cluster.before = host;
    }
    struct story *photo = &work->stories.items[tell->current];
    photo->kind = photo->has_lead ? GALLEY_NEWS : GALLEY_PHOTO;
    photo->credit = index;
    photo->begin_sure = sure;
    tell->open = told ? tell->aside : at > 0 && !last_piece(work, host)->may_end ? host : GALLEY_NONE;
    tell->current = GALLEY_NONE;
}

/* ---- Bylines and jumps ---------------------------------------------------------------- */

/* Texts and bylines of a page that would stand alone, if bylines stood above their texts
 * and if they stood below the heads behind them. */
struct alone {
    uint32_t above, below;
    uint32_t touch; /* bylines that no blank line parts from the text behind them */
    bool waits;     /* a byline has no text behind it yet */
    bool inside;    /* a text is being read */
    bool lacks;     /* the last one had no lead, nor a byline behind it */
};

static void count_alone(struct alone *alone, const struct piece *piece)
{
    if (piece->role == ROLE_BODY && (!alone->inside || piece->opens_story)) {
        alone->above += !alone->waits && !piece->opens_story;
        alone->touch += alone->waits && !piece->blanks;
        alone->below += alone->lacks;
        alone->inside = true;
        alone->waits = false;
        alone->lacks = !piece->opens_story;
    } else if (piece->role == ROLE_BYLINE) {
        alone->inside = alone->lacks = false;
        alone->waits = true;
    } else if (piece->role == ROLE_HEAD || piece->role == ROLE_MASTHEAD) {
        alone->above += alone->waits;
        alone->inside = alone->waits = false;
    }
}

/* A text has a lead or a byline, and what is set in one column is parted by few blank lines:
 * so it is told where bylines stand; if that is even, as the pack says. */
static bool stand_above(const struct work *work)
{
    struct alone alone = { 0 };
    for (size_t i = 0; i < work->pieces.count; i++)
        count_alone(&alone, &work->pieces.items[i]);
    uint32_t against = alone.above + alone.waits, for_it = alone.below + alone.lacks + 2 * alone.touch;
    return work->language->bylines_above && for_it >= against;
}

#define CAPTION_LINES 6

/* A short text that says what is seen; or the end of one whose lead has named the reporters. */
static bool signs_picture(const struct telling *tell)
{
    const struct work *work = tell->work;
    const struct story *story = &work->stories.items[tell->current];
    size_t count = story->pieces.count, at = count > CAPTION_LINES ? count - CAPTION_LINES : 0;
    for (bool named = story->has_lead; at < count; at++) {
        const struct piece *first = &work->pieces.items[story->pieces.items[at]];
        if ((at == 0 || (named && first->blanks && first[-1].may_end)) && shows_picture(work, first))
            return true;
    }
    return false;
}

/* On top of a text it belongs to that; right behind one, it signs it; else it goes with heads. */
static void take_byline(struct telling *tell, uint32_t index)
{
    struct work *work = tell->work;
    struct story *story = tell->current == GALLEY_NONE ? NULL : &work->stories.items[tell->current];
    if (tell->signs != GALLEY_NONE && index == tell->signs + 1 && !work->pieces.items[index].blanks) {
        tell->signs = index; /* its second line */
        return;
    }
    if (tell->bylines_above) {
        close_story(tell);
        tell->byline = tell->signs = index;
        return;
    }
    if (story && story->credit == GALLEY_NONE && signs_picture(tell)) {
        work->pieces.items[index].role = ROLE_CREDIT;
        take_credit(tell, index);
        return;
    }
    if (story && story->byline == GALLEY_NONE && last_piece(work, tell->current)->may_end) {
        story->byline = tell->signs = index;
        close_story(tell);
        return;
    }
    take_head(tell, index);
}

static void take_jump_to(struct telling *tell, uint32_t index)
{
    uint32_t of = tell->current != GALLEY_NONE ? tell->current
                  : tell->work->stories.count  ? (uint32_t)tell->work->stories.count - 1
                                               : GALLEY_NONE;
    if (of != GALLEY_NONE && tell->work->stories.items[of].jump_to == GALLEY_NONE)
        tell->work->stories.items[of].jump_to = index;
    tell->current = tell->open = GALLEY_NONE;
}

static void take_jump_from(struct telling *tell, uint32_t index)
{
    close_story(tell);
    tell->open = GALLEY_NONE;
    tell->jump_from = index;
}

static void take_masthead(struct telling *tell, uint32_t index)
{
    (void)index;
    close_story(tell);
}

/* Folios, guide signs and rules part nothing. */
static void (*const take[ROLE_COUNT])(struct telling *, uint32_t) = {
    [ROLE_BODY] = take_body,         [ROLE_HEAD] = take_head,       [ROLE_BYLINE] = take_byline,
    [ROLE_CREDIT] = take_credit,     [ROLE_JUMP_TO] = take_jump_to, [ROLE_JUMP_FROM] = take_jump_from,
    [ROLE_MASTHEAD] = take_masthead,
};

static bool same_neighbours(const struct cluster *a, const struct cluster *b)
{
    return a->before == b->before && a->after == b->after;
}

static void look_past_captions(struct work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->clusters.count; i++) {
        struct cluster one = work->clusters.items[i];
        one.before = one.before == GALLEY_NONE ? GALLEY_NONE : nearest_text(work, one.before, -1);
        one.after = one.after == GALLEY_NONE ? GALLEY_NONE : nearest_text(work, one.after, 1);
        if (one.before != GALLEY_NONE && one.after <= one.before) /* the same text goes on behind it */
            one.after = GALLEY_NONE;
        struct cluster *last = kept ? &work->clusters.items[kept - 1] : NULL;
        if (!last || !same_neighbours(last, &one)) {
            work->clusters.items[kept++] = one;
            continue;
        }
        for (size_t k = 0; k < one.pieces.count; k++) {
            uint32_t *place = galley_push(work->scratch, &last->pieces);
            if (place)
                *place = one.pieces.items[k];
        }
    }
    work->clusters.count = kept;
}

galley_status repair_stories(struct work *work)
{
    struct telling tell = { .work = work,
                            .current = GALLEY_NONE,
                            .open = GALLEY_NONE,
                            .aside = GALLEY_NONE,
                            .jump_from = GALLEY_NONE,
                            .byline = GALLEY_NONE,
                            .bylines_above = stand_above(work),
                            .signs = GALLEY_NONE };
    tell.cluster = (struct cluster){ .before = GALLEY_NONE, .after = GALLEY_NONE };
    work->story_of = galley_arena_array(work->scratch, work->pieces.count + 1, sizeof *work->story_of);
    if (!work->story_of)
        return galley_arena_status(work->scratch);
    memset(work->story_of, 0xFF, (work->pieces.count + 1) * sizeof *work->story_of);
    for (uint32_t i = 0; i < work->pieces.count; i++)
        if (take[work->pieces.items[i].role])
            take[work->pieces.items[i].role](&tell, i);
    end_cluster(&tell, GALLEY_NONE);
    look_past_captions(work);
    return galley_arena_status(work->scratch);
}
