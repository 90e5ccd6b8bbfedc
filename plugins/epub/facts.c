/* SPDX-License-Identifier: MIT
 * Cut, make, join: the parts of a text on other pages are furniture while the facts are made. */
#include "plugins/epub/facts.h"

#include <galley/text.h>

typedef struct cut {
    galley_text *text;
    galley_slice whole;
    size_t first, count; /* furniture */
} cut;

typedef struct held_copy {
    galley_text *text;
    const galley_article *article;
    galley_text kept;
} held_copy;

typedef struct making {
    galley_issue *issue;
    galley_arena *scratch;
    const galley_article *article; /* whose texts are visited */
    epub_pages *pages;
    GALLEY_VECTOR(cut) cuts;
    GALLEY_VECTOR(held_copy) copies;
} making;

/* ---- Texts that turn the page --------------------------------------------------- */

static galley_text *line_of(galley_article *article, uint32_t item)
{
    galley_text *const lines[] = { [EPUB_SECTION] = &article->section,
                                   [EPUB_KICKER] = &article->kicker,
                                   [EPUB_HEADLINE] = &article->headline,
                                   [EPUB_BYLINE] = &article->byline,
                                   [EPUB_DATELINE] = &article->dateline };
    if (item < EPUB_SUBHEADLINES)
        return lines[item];
    item -= EPUB_SUBHEADLINES;
    return item < article->subheadlines.count ? &article->subheadlines.items[item] : NULL;
}

static galley_text *text_of(const galley_issue *issue, const epub_turn *turn)
{
    galley_article *article = turn->article < issue->articles.count ? issue->articles.items[turn->article] : NULL;
    if (article && turn->block == EPUB_CREDIT)
        return &article->credit;
    if (article && turn->block == EPUB_HEAD)
        return line_of(article, turn->item);
    if (!article || turn->block >= article->blocks.count)
        return NULL;
    galley_block *block = &article->blocks.items[turn->block];
    if (turn->item == EPUB_CREDIT)
        return &block->credit;
    if (turn->item == EPUB_WHOLE)
        return &block->text;
    return turn->item < block->item_count ? (galley_text *)&block->items[turn->item] : NULL;
}

bool epub_same_turn(const epub_turn *a, const epub_turn *b)
{
    return a->article == b->article && a->block == b->block && a->item == b->item;
}

static void put_aside(making *make, cut *of, galley_slice piece, uint32_t page)
{
    uint32_t *slot = galley_push(make->issue->arena, make->pages);
    if (!slot)
        return;
    *slot = page;
    galley_issue_add_furniture(make->issue, GALLEY_OTHER, (galley_text){ .text = piece });
    of->count++;
}

/* Cuts the text of a run of turns; returns how many there were. */
static size_t cut_text(making *make, const epub_turns *turns, size_t from)
{
    size_t count = 1;
    const epub_turn *first = &turns->items[from];
    while (from + count < turns->count && epub_same_turn(first, &turns->items[from + count]))
        count++;
    galley_text *text = text_of(make->issue, first);
    cut *made = text ? galley_push(make->issue->arena, &make->cuts) : NULL;
    if (!made)
        return count;
    *made = (cut){ .text = text, .whole = text->text, .first = make->issue->furniture.count };
    for (size_t i = 0; i < count; i++) {
        size_t to = i + 1 < count ? first[i + 1].at : text->text.length;
        put_aside(make, made, galley_slice_part(text->text, first[i].at, to), first[i].page);
    }
    text->text = galley_slice_part(text->text, 0, first->at);
    return count;
}

/* The lines of a text that was cut, in one list. */
static void join_text(making *make, const cut *of)
{
    galley_text *text = of->text;
    galley_span *spans = galley_arena_array(make->issue->arena, of->count + 1, sizeof *spans);
    uint32_t count = 0;
    if (!spans)
        return;
    if (text->span_count)
        spans[count++] = text->spans[0];
    for (size_t i = of->first; i < of->first + of->count; i++)
        if (make->issue->furniture.items[i].text.span_count)
            spans[count++] = make->issue->furniture.items[i].text.spans[0];
    text->text = of->whole;
    text->spans = spans;
    text->span_count = count;
}

/* ---- Copies --------------------------------------------------------------------- */

/* Where the characters of `part` stand in `whole`, white space aside; false: nowhere. */
static bool find_part(galley_arena *arena, galley_slice whole, galley_slice part, size_t *from, size_t *to)
{
    char *in = galley_arena_room(arena, whole.length + part.length + 1, 1), *wanted = in + whole.length;
    if (!in)
        return false;
    galley_slice held = { in, galley_text_squeeze(whole, in) }, sought = { wanted, galley_text_squeeze(part, wanted) };
    size_t at = sought.length && sought.length <= held.length ? galley_slice_find(held, sought, 0) : SIZE_MAX;
    if (at == SIZE_MAX)
        return false;
    *from = SIZE_MAX;
    const char *step = whole.text, *end = galley_slice_end(whole);
    for (size_t count = 0; step < end && count < at + sought.length;) {
        const char *here = step;
        if (galley_code_space(galley_text_next(&step, end)))
            continue;
        if (count == at)
            *from = (size_t)(here - whole.text);
        count += (size_t)(step - here);
        *to = (size_t)(step - whole.text);
    }
    return *from != SIZE_MAX;
}

typedef struct search {
    making *make;
    galley_text *copy; /* gets its spans when it is found */
    bool found, point;
} search;

/* A run's line holds its piece without the spaces around it. */
static void point_into(search *look, const galley_text *source, size_t from, size_t to)
{
    GALLEY_VECTOR(galley_span) spans = { 0 };
    galley_run run = galley_text_runs(look->make->issue, source);
    while (galley_run_next(&run)) {
        galley_slice piece = galley_slice_trim(run.piece);
        size_t begin = (size_t)(piece.text - source->text.text), end = begin + piece.length;
        size_t first = begin > from ? begin : from, last = end < to ? end : to;
        galley_span *span = first < last ? galley_push(look->make->issue->arena, &spans) : NULL;
        if (span)
            *span = (galley_span){ run.span->line, run.span->from + (uint32_t)(first - begin),
                                   run.span->from + (uint32_t)(last - begin) };
    }
    look->copy->spans = spans.items;
    look->copy->span_count = (uint32_t)spans.count;
}

static void look_in(void *state, const char *role, const galley_text *text)
{
    (void)role;
    search *look = state;
    size_t from, to;
    galley_arena_reset(look->make->scratch);
    if (look->found || text->copy || !find_part(look->make->scratch, text->text, look->copy->text, &from, &to))
        return;
    look->found = true;
    if (look->point)
        point_into(look, text, from, to);
}

static void hold_copy(void *state, const char *role, const galley_text *seen)
{
    (void)role;
    making *make = state;
    galley_text *text = (galley_text *)seen; /* the issue is the reader's own */
    search look = { .make = make, .copy = text };
    if (!text->copy)
        return;
    galley_article_visit(make->article, look_in, &look);
    text->copy = look.found;
    held_copy *slot = look.found ? galley_push(make->issue->arena, &make->copies) : NULL;
    if (slot)
        *slot = (held_copy){ .text = text, .article = make->article, .kept = *text };
}

static void hold_copies(making *make)
{
    for (size_t i = 0; i < make->issue->articles.count; i++) {
        make->article = make->issue->articles.items[i];
        galley_article_visit(make->article, hold_copy, make);
    }
    for (size_t i = 0; i < make->copies.count; i++)
        make->copies.items[i].text->text.length = 0;
}

static void point_copies(making *make)
{
    for (size_t i = 0; i < make->copies.count; i++) {
        const held_copy *of = &make->copies.items[i];
        search look = { .make = make, .copy = of->text, .point = true };
        *of->text = of->kept;
        galley_article_visit(of->article, look_in, &look);
    }
}

/* ---- Facts ---------------------------------------------------------------------- */

void epub_make_facts(galley_issue *issue, const epub_turns *turns, epub_pages *pages)
{
    making make = { .issue = issue, .pages = pages, .scratch = galley_arena_new(0) };
    size_t furniture = issue->furniture.count;
    if (!make.scratch) {
        galley_arena_fail(issue->arena, GALLEY_MEMORY);
        return;
    }
    hold_copies(&make);
    for (size_t i = 0; i < turns->count;)
        i += cut_text(&make, turns, i);
    if (galley_issue_status(issue) == GALLEY_OK)
        galley_issue_make_facts(issue, pages->items);
    for (size_t i = 0; i < make.cuts.count; i++)
        join_text(&make, &make.cuts.items[i]);
    issue->furniture.count = furniture;
    point_copies(&make);
    galley_arena_drop(make.scratch);
}
