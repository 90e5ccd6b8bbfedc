/* SPDX-License-Identifier: MIT
 * All spans of the readings are sorted as they stand on the pages; each piece of
 * furniture looks at the one before it and the one behind it on its page.  Between two
 * spans of a text it stands inside, between two texts of an article between these,
 * between two articles before the second; a jump line stays with the text it ends. */
#include "plugins/tei/pieces.h"

#include <stdlib.h>

#include <galley/text.h>

/* A span of a text, GALLEY_NONE for the article when it is furniture itself. */
typedef struct spot {
    uint32_t line, from, article, text;
    bool first, last; /* of its text */
} spot;

typedef struct spots {
    GALLEY_VECTOR(spot) list;
    uint32_t article, text;
    galley_arena *arena;
} spots;

typedef struct view {
    const galley_issue *issue;
    spots readings, hosts; /* hosts: the furniture too, which may have glyphs doubled */
    uint32_t *begins;      /* for each article its first spot in readings */
} view;

bool tei_is_inner(const galley_furniture *piece)
{
    return (piece->kind == GALLEY_HYPHEN || piece->kind == GALLEY_DOUBLED) && piece->text.span_count == 1;
}

/* ---- The spots ---------------------------------------------------------------------- */

static void note_spots(void *state, const char *role, const galley_text *text)
{
    spots *all = state;
    (void)role;
    all->text++;
    for (uint32_t i = 0; i < text->span_count && !text->copy; i++) {
        const galley_span *span = &text->spans[i];
        spot *made = span->from < span->to ? galley_push(all->arena, &all->list) : NULL;
        if (made)
            *made = (spot){ span->line, span->from, all->article, all->text, i == 0, i + 1 == text->span_count };
    }
}

static int by_place(const void *a, const void *b)
{
    const spot *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->from > y->from) - (x->from < y->from);
}

static void sort_spots(spots *all)
{
    if (all->list.count)
        qsort(all->list.items, all->list.count, sizeof *all->list.items, by_place);
}

static bool note_all(galley_arena *arena, view *seen)
{
    const galley_issue *issue = seen->issue;
    seen->readings.arena = seen->hosts.arena = arena;
    for (uint32_t i = 0; i < issue->articles.count; i++) {
        seen->readings.article = seen->hosts.article = i;
        galley_article_visit(issue->articles.items[i], note_spots, &seen->readings);
        galley_article_visit(issue->articles.items[i], note_spots, &seen->hosts);
    }
    seen->hosts.article = GALLEY_NONE;
    for (size_t i = 0; i < issue->furniture.count; i++)
        if (!tei_is_inner(&issue->furniture.items[i]))
            note_spots(&seen->hosts, "", &issue->furniture.items[i].text);
    sort_spots(&seen->readings);
    sort_spots(&seen->hosts);
    seen->begins = galley_arena_array(arena, issue->articles.count + 1, sizeof *seen->begins);
    if (galley_arena_status(arena) != GALLEY_OK)
        return false;
    for (size_t i = seen->readings.list.count; i-- > 0;)
        seen->begins[seen->readings.list.items[i].article] = (uint32_t)i;
    return true;
}

/* ---- The nearest ones ------------------------------------------------------------------- */

/* How many spots stand before a place. */
static size_t count_before(const spots *all, uint32_t line, uint32_t from)
{
    size_t low = 0, high = all->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const spot *at = &all->list.items[middle];
        if (at->line < line || (at->line == line && at->from < from))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t page_of(const galley_issue *issue, uint32_t line)
{
    return issue->zones.items[issue->lines.items[line].zone].page;
}

/* The spot, when it stands on the page of `line`. */
static const spot *on_page(const view *seen, const spots *all, size_t index, uint32_t line)
{
    const spot *at = index < all->list.count ? &all->list.items[index] : NULL;
    return at && page_of(seen->issue, at->line) == page_of(seen->issue, line) ? at : NULL;
}

/* ---- The choice --------------------------------------------------------------------------- */

static void put(tei_piece *piece, tei_place place, const spot *at)
{
    piece->place = place;
    piece->key = at->line;
    piece->from = at->from;
}

static bool goes_on(const galley_article *article)
{
    return article->continued_in != GALLEY_NONE || article->continued_on.length;
}

static bool came_from(const galley_article *article)
{
    return article->continues != GALLEY_NONE || article->continued_from.length;
}

static bool is_begin(const view *seen, const spot *at)
{
    return &seen->readings.list.items[seen->begins[at->article]] == at;
}

/* Before what follows: in its text, before it, or (unless it shall be within) before its article. */
static void put_before(const view *seen, tei_piece *piece, const spot *next, bool within)
{
    if (!next->first)
        put(piece, TEI_BEFORE_SPAN, next);
    else if (within || !is_begin(seen, next))
        put(piece, TEI_BEFORE_TEXT, next);
    else
        *piece = (tei_piece){ TEI_BEFORE_ARTICLE, next->article, 0, piece->line, piece->at, piece->index, false };
}

static void put_inner(const view *seen, tei_piece *piece)
{
    size_t before = count_before(&seen->hosts, piece->line, piece->at);
    const spot *at = before ? &seen->hosts.list.items[before - 1] : NULL;
    if (at && at->line == piece->line)
        put(piece, TEI_INSIDE, at);
}

static void put_between(const view *seen, tei_piece *piece, const spot *last, const spot *next, bool is_jump)
{
    galley_article *const *articles = seen->issue->articles.items;
    bool beside = last && last->line == piece->line && (!next || next->line != piece->line);
    bool same = last && next && last->article == next->article;
    bool ends = is_jump && last && !same && goes_on(articles[last->article]);
    if (same && last->text == next->text)
        put(piece, TEI_BEFORE_SPAN, next);
    else if (last && !last->last && (beside || !next))
        put(piece, TEI_BEHIND_SPAN, last);
    else if (ends || (beside && (!same || is_jump)))
        put(piece, TEI_BEHIND_TEXT, last);
    else if (next)
        put_before(seen, piece, next, same || (is_jump && came_from(articles[next->article])));
}

static tei_piece place_of(const view *seen, uint32_t index)
{
    const galley_furniture *furniture = &seen->issue->furniture.items[index];
    if (!furniture->text.span_count)
        return (tei_piece){ .place = TEI_END_OF_PAGE, .index = index };
    const galley_span *span = &furniture->text.spans[0];
    tei_piece piece = { TEI_END_OF_PAGE, page_of(seen->issue, span->line), 0, span->line, span->from, index, false };
    if (tei_is_inner(furniture))
        put_inner(seen, &piece);
    if (piece.place != TEI_END_OF_PAGE)
        return piece;
    size_t before = count_before(&seen->readings, span->line, span->from);
    put_between(seen, &piece, before ? on_page(seen, &seen->readings, before - 1, span->line) : NULL,
                on_page(seen, &seen->readings, before, span->line), furniture->kind == GALLEY_JUMP_LINE);
    return piece;
}

/* ---- Kept by place ---------------------------------------------------------------------------- */

static int compare_keys(const tei_piece *x, tei_place place, uint32_t key, uint32_t from)
{
    if (x->place != place)
        return x->place < place ? -1 : 1;
    if (x->key != key)
        return x->key < key ? -1 : 1;
    return (x->from > from) - (x->from < from);
}

static int compare_pieces(const void *a, const void *b)
{
    const tei_piece *x = a, *y = b;
    int order = compare_keys(x, y->place, y->key, y->from);
    if (order)
        return order;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

bool tei_pieces_make(galley_arena *arena, const galley_issue *issue, tei_pieces *out)
{
    view seen = { .issue = issue };
    out->count = 0;
    out->items = galley_arena_array(arena, issue->furniture.count + 1, sizeof *out->items);
    if (!out->items || !note_all(arena, &seen))
        return false;
    for (uint32_t i = 0; i < issue->furniture.count; i++)
        if (issue->furniture.items[i].text.text.length)
            out->items[out->count++] = place_of(&seen, i);
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_pieces);
    return true;
}

bool tei_piece_goes(const tei_pieces *pieces, size_t index, tei_place place, uint32_t key, uint32_t from)
{
    return index < pieces->count && !compare_keys(&pieces->items[index], place, key, from);
}

size_t tei_pieces_find(const tei_pieces *pieces, tei_place place, uint32_t key, uint32_t from)
{
    size_t low = 0, high = pieces->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(&pieces->items[middle], place, key, from) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
