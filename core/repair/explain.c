/* SPDX-License-Identifier: MIT
 * Why?  When somebody asks, this pass goes over a page that is all decided, weighs each
 * decision once more with a ledger, and keeps the parts.  It changes nothing, so a page
 * comes out the same whether anybody asks or not. */
#include "core/repair/match.h"

#include <galley/text.h>

/* A decision about a piece; `points` is how far it was ahead of the next best answer. */
static galley_decision *decide(struct work *work, uint32_t piece, const char *pass, const char *verdict, float points)
{
    const struct piece *of = &work->pieces.items[piece];
    const struct glyph *first = &work->glyphs.items[of->from], *last = &work->glyphs.items[of->to - 1];
    galley_span where = { first->line, first->byte, last->byte + last->bytes };
    galley_decision *decision = galley_issue_add_decision(work->issue, pass, verdict, where);
    decision->points = points;
    return decision;
}

static void add_reason(struct work *work, galley_decision *decision, float points, const char *reason)
{
    galley_evidence *part = galley_push(work->issue->arena, &decision->evidence);
    if (part)
        *part = (galley_evidence){ reason, points };
}

/* The parts of a sum; when the answer was no, what spoke against it spoke for the answer. */
static void add_ledger(struct work *work, galley_decision *decision, const struct ledger *ledger, bool yes)
{
    for (size_t i = 0; i < ledger->entries.count; i++) {
        const struct ledger_entry *entry = &ledger->entries.items[i];
        add_reason(work, decision, yes ? entry->points : -entry->points, entry->row->reason);
    }
}

/* ---- What a line is ------------------------------------------------------------------- */

/* Roles that a piece has by its form alone. */
static const struct {
    const char *verdict, *reason;
} forms[ROLE_COUNT] = {
    [ROLE_BYLINE] = { "a byline", "a word for who writes, and names, on a line of their own" },
    [ROLE_CREDIT] = { "a picture's credit", "names, and a word for who took or gave the picture" },
    [ROLE_FOLIO] = { "a folio", "a page number with a bar or the name of a section" },
    [ROLE_JUMP_TO] = { "a jump line", "says on which page the text goes on" },
    [ROLE_JUMP_FROM] = { "a jump line", "says on which page the text began" },
    [ROLE_GUIDE] = { "a sign of the guide", "an ornament or a word that guides carry" },
    [ROLE_RULE] = { "an ornament", "neither letters nor digits" },
};

static void explain_role(struct work *work, uint32_t index)
{
    const struct piece *piece = &work->pieces.items[index];
    struct ledger ledger = { .arena = work->scratch };
    if (piece->told) {
        const char *verdict = galley_arena_print(work->issue->arena, "%s, as an editor said", told_name(piece->told));
        add_reason(work, decide(work, index, "hints", verdict, 0), 0, "a hint wins over every rule");
    } else if (piece->role == ROLE_MASTHEAD) {
        weigh_masthead(work, index, &ledger);
        galley_decision *decision = decide(work, index, "masthead", "a line of the title block", piece->sure);
        add_ledger(work, decision, &ledger, true);
        if (!ledger.entries.count)
            add_reason(work, decision, 0, "it stands among the lines of the title block");
    } else if (forms[piece->role].verdict) {
        add_reason(work, decide(work, index, "cut", forms[piece->role].verdict, piece->sure), piece->sure,
                   forms[piece->role].reason);
    } else if (piece->signs) {
        add_reason(work, decide(work, index, "roles", "a signature", piece->sure), piece->sure,
                   "a short line with a date below it, or that date");
    } else {
        struct ledger beside = { .arena = work->scratch };
        weigh_role(work, index, &ledger, &beside);
        bool head = piece->role == ROLE_HEAD;
        galley_decision *decision =
            decide(work, index, "roles", head ? "a display line, no running text" : "running text", piece->sure);
        add_ledger(work, decision, &ledger, head);
        add_ledger(work, decision, &beside, true);
    }
}

static void explain_width(struct work *work, uint32_t index)
{
    const struct piece *piece = &work->pieces.items[index];
    galley_arena *arena = work->issue->arena;
    if (piece->justified)
        add_reason(work, decide(work, index, "spacing", "spaced out: its spaces mean nothing", 0), piece->spread,
                   galley_arena_print(arena, "spaces stand in %.0f%% of the gaps between characters",
                                      (double)piece->spread * 100));
    if (piece->measure <= 0 || piece->role != ROLE_BODY)
        return;
    const char *verdict = piece->full                     ? "a full line"
                          : piece->cells > piece->measure ? "wider than its column"
                                                          : "a line that is not full";
    add_reason(work, decide(work, index, "measure", verdict, 0), 0,
               galley_arena_print(arena, "it is %.1f cells wide; the column's measure is %.1f", (double)piece->cells,
                                  (double)piece->measure));
}

/* ---- Heads ------------------------------------------------------------------------------- */

static const char *const part_names[] = { "the label of a section or series", "the kicker", "the headline",
                                          "a subheadline" };

static void explain_parts(struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document)
{
    struct ledger ledger = { .arena = work->scratch };
    struct head_shape shape = shape_head(work, pieces, count, document, &ledger);
    for (uint32_t i = 0; i < count; i++)
        if (work->pieces.items[pieces[i]].role == ROLE_HEAD)
            add_ledger(work, decide(work, pieces[i], "parts", part_names[shape.part[i]], shape.margin), &ledger, true);
}

static void explain_head(struct work *work, uint32_t of)
{
    const struct story *story = &work->stories.items[of];
    struct chain chain = { work, work->lean };
    struct claim claim = { story->head, story->head_count, story->last_part,
                           story->head[0] < story->pieces.items[0] ? TO_AFTER : TO_BEFORE, false };
    struct ledger ledger = { .arena = work->scratch };
    float points = claim_points(work, &claim, &ledger);
    if (story->head_far)
        add_distance(work, points, &ledger);
    else
        add_place(&chain, &claim, points, &ledger);
    uint32_t line = work->issue->lines.items[work->pieces.items[story->pieces.items[0]].line].number;
    const char *verdict = galley_arena_print(work->issue->arena, "the head of the text that begins in line %u", line);
    add_ledger(work, decide(work, story->head[0], "heads", verdict, story->head_sure), &ledger, true);
    explain_parts(work, story->head, story->head_count, story->last_part);
}

static void explain_teaser(struct work *work, const struct teaser *teaser)
{
    struct chain chain = { work, work->lean };
    struct cluster alone = { .before = GALLEY_NONE, .after = GALLEY_NONE };
    struct ledger ledger = { .arena = work->scratch };
    teaser_points(&chain, &alone, teaser->head, teaser->count, &ledger);
    add_ledger(work, decide(work, teaser->head[0], "heads", "a teaser: the head of no text of this page", teaser->sure),
               &ledger, true);
    explain_parts(work, teaser->head, teaser->count, GALLEY_NONE);
}

/* ---- Texts ------------------------------------------------------------------------------- */

static const char *beginning(const struct work *work, const struct story *story)
{
    if (story->joined_to != GALLEY_NONE && story->crosshead == GALLEY_NONE)
        return "the text above goes on, as an editor said";
    if (story->joined_to != GALLEY_NONE)
        return "the text above goes on, behind a crosshead";
    if (story->credit != GALLEY_NONE)
        return "a caption begins, since a credit stands behind it";
    if (work->pieces.items[story->pieces.items[0]].opens_story)
        return "a text begins, with a lead";
    return "a text begins";
}

static void explain_story(struct work *work, uint32_t of)
{
    const struct story *story = &work->stories.items[of];
    const uint32_t *pieces = story->pieces.items;
    add_reason(work, decide(work, pieces[0], "stories", beginning(work, story), story->begin_sure), 0,
               "what stands before it is closed: a head, a credit, a jump line, or the top of the page");
    for (uint32_t i = 1; i < story->pieces.count; i++) {
        struct ledger ledger = { .arena = work->scratch };
        float points = work->pieces.items[pieces[i]].breaks;
        const char *verdict = points > 0 ? "begins a paragraph" : "goes on from the line before it";
        weigh_paragraph(work, story, i, &ledger);
        add_ledger(work, decide(work, pieces[i], "paragraphs", verdict, points), &ledger, points > 0);
    }
    if (story->head_count)
        explain_head(work, of);
}

galley_status repair_explain(struct work *work)
{
    if (!work->explains)
        return GALLEY_OK;
    for (uint32_t i = 0; i < work->pieces.count; i++) {
        explain_role(work, i);
        explain_width(work, i);
    }
    for (uint32_t i = 0; i < work->stories.count; i++)
        explain_story(work, i);
    for (size_t i = 0; i < work->teasers.count; i++)
        explain_teaser(work, &work->teasers.items[i]);
    return galley_issue_status(work->issue);
}
