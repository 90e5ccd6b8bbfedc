/* SPDX-License-Identifier: MIT
 * What an editor said, inside the passes.  Pieces learn what their lines were told to
 * be before any rule looks at them; the few questions that rules ask of hints are
 * answered here.  What no rule can be asked is done behind them (joins.c). */
#include "core/repair/match.h"

#include <galley/text.h>

/* ---- Lines ----------------------------------------------------------------------- */

/* Roles of lines that are neither head nor text; those are left to roles.c. */
static const enum role roles[TOLD_COUNT] = {
    [TOLD_BYLINE] = ROLE_BYLINE,
    [TOLD_CREDIT] = ROLE_CREDIT,
    [TOLD_FURNITURE] = ROLE_RULE,
};

static const struct hint *hint_of(const struct work *work, const struct piece *piece)
{
    return piece->told_by ? &work->hints->list.items[piece->told_by - 1] : NULL;
}

static void tell_piece(const struct work *work, struct piece *piece)
{
    const struct hint_mark *mark = &work->hints->marks[piece->line];
    piece->told = mark->told;
    piece->told_by = mark->by;
    piece->joint = piece->opens_line ? mark->joint : 0;
    piece->begins = piece->opens_line && mark->begins;
    if (piece->told) {
        piece->role = roles[piece->told];
        piece->sure = SURE_ENOUGH;
    }
    const struct hint *hint = hint_of(work, piece);
    if (hint && hint->told == TOLD_FURNITURE && hint->furniture == GALLEY_FOLIO)
        piece->role = ROLE_FOLIO;
}

/* What stands in a line beside its text (a folio, a jump line) stays what it is, unless
 * there is nothing else or the whole line is meant. */
static bool is_meant(const struct work *work, size_t index, size_t from, size_t to)
{
    enum told told = work->hints->marks[work->pieces.items[index].line].told;
    bool text = false;
    for (size_t i = from; i < to; i++)
        text |= work->pieces.items[i].role == ROLE_BODY;
    return !text || work->pieces.items[index].role == ROLE_BODY || told == TOLD_FURNITURE || told == TOLD_MASTHEAD;
}

static void tell_line(struct work *work, size_t from, size_t to)
{
    bool meant[64];
    size_t count = to - from < 64 ? to - from : 64;
    for (size_t i = 0; i < count; i++)
        meant[i] = is_meant(work, from + i, from, to);
    for (size_t i = 0; i < count; i++)
        if (meant[i])
            tell_piece(work, &work->pieces.items[from + i]);
}

/* ---- Names -------------------------------------------------------------------------- */

#define NAMES_LONGEST 256 /* characters */

struct names {
    uint32_t codes[NAMES_LONGEST];
    bool starts[NAMES_LONGEST];
    uint32_t count;
};

static void read_names(galley_slice text, struct names *out)
{
    bool starts = false;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end && out->count < NAMES_LONGEST;) {
        uint32_t code = galley_text_next(&at, end);
        if (galley_code_space(code)) {
            starts = true;
            continue;
        }
        out->starts[out->count] = starts && out->count > 0;
        out->codes[out->count++] = code;
        starts = false;
    }
}

static bool stand_at(const struct work *work, const struct names *names, uint32_t at)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (at + i >= work->glyphs.count || work->glyphs.items[at + i].code != names->codes[i])
            return false;
    return names->count > 0;
}

static void part_names(struct work *work, struct hint *hint)
{
    struct names names = { .count = 0 };
    read_names(hint->names, &names);
    bool found = false;
    for (uint32_t at = 0; at < work->glyphs.count; at++) {
        if (work->glyphs.items[at].line != hint->first || !stand_at(work, &names, at))
            continue;
        found = true;
        for (uint32_t i = 1; i < names.count; i++) {
            struct glyph *one = &work->glyphs.items[at + i];
            one->space = names.starts[i];
            one->fixed = one->told = true;
        }
    }
    if (!found)
        hint_fail(work->hints, hint, "these characters do not stand in line %u", hint->from);
}

bool told_here(const struct work *work, const struct hint *hint)
{
    const galley_page *page = &work->issue->pages.items[work->page];
    return !hint->failed && hint->first >= page->first_line && hint->first < page->first_line + page->line_count;
}

galley_status repair_hints(struct work *work)
{
    if (!work->hints)
        return GALLEY_OK;
    for (size_t from = 0, to; from < work->pieces.count; from = to) {
        for (to = from + 1; to < work->pieces.count && !work->pieces.items[to].opens_line;)
            to++;
        tell_line(work, from, to);
    }
    for (size_t i = 0; i < work->hints->list.count; i++) {
        struct hint *hint = &work->hints->list.items[i];
        if (hint->verb == HINT_NAMES && told_here(work, hint))
            part_names(work, hint);
    }
    return GALLEY_OK;
}

/* ---- What rules ask -------------------------------------------------------------------- */

#define OUTRULED (-100.0f) /* points: beyond what any evidence adds up to */

static const struct piece *piece_above(const struct work *work, const uint32_t *pieces, uint32_t index)
{
    return &work->pieces.items[pieces[index - 1]];
}

float told_group(const struct work *work, const struct cluster *cluster, uint32_t from, uint32_t count, int owner)
{
    const uint32_t *pieces = lines_of(cluster) + from;
    const struct piece *first = &work->pieces.items[pieces[0]];
    if (!work->hints)
        return 0;
    uint32_t against = owner == TO_BEFORE && first->begins;
    if (from > 0 && first->told_by && work->pieces.items[pieces[-1]].told_by == first->told_by)
        against++;
    for (uint32_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]], *above = i ? piece_above(work, pieces, i) : NULL;
        against += piece->told == TOLD_TEASER && owner;
        against += above && piece->begins;
        against +=
            above && piece->told == TOLD_HEADLINE && above->told == TOLD_HEADLINE && piece->told_by != above->told_by;
    }
    return OUTRULED * (float)against;
}

/* Whether the lone lines between two texts may not be a crosshead. */
bool told_apart(const struct work *work, const struct cluster *cluster)
{
    const struct story *after = &work->stories.items[cluster->after];
    bool apart = work->pieces.items[after->pieces.items[0]].begins;
    for (size_t i = 0; i < cluster->pieces.count; i++) {
        const struct piece *line = &work->pieces.items[lines_of(cluster)[i]];
        apart |= told_is_head(line->told) || line->begins;
    }
    return apart;
}

bool told_teaser(const struct work *work, const struct teaser *teaser)
{
    bool told = false;
    for (uint32_t i = 0; i < teaser->count; i++)
        told |= work->pieces.items[teaser->head[i]].told == TOLD_TEASER;
    return told;
}

static bool told_part(const struct piece *piece, enum head_part *part)
{
    static const enum head_part parts[TOLD_COUNT] = { [TOLD_HEADLINE] = PART_MAIN,
                                                      [TOLD_KICKER] = PART_KICKER,
                                                      [TOLD_SUBHEADLINE] = PART_SUB,
                                                      [TOLD_SECTION] = PART_SECTION };
    if (piece->told < TOLD_HEADLINE || piece->told > TOLD_SECTION)
        return false;
    *part = parts[piece->told];
    return true;
}

float told_division(const struct work *work, const uint32_t *pieces, const struct head_shape *shape)
{
    float points = 0;
    enum head_part part;
    for (uint32_t i = 0; work->hints && i < shape->lines; i++)
        points += told_part(&work->pieces.items[pieces[i]], &part) && part != shape->part[i] ? OUTRULED : 0;
    return points;
}

/* What no division can do (a kicker below the headline) is done all the same. */
void tell_shape(const struct work *work, const uint32_t *pieces, struct head_shape *shape)
{
    for (uint32_t i = 0; work->hints && i < shape->lines; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]], *above = i ? piece_above(work, pieces, i) : NULL;
        enum head_part part;
        bool told = told_part(piece, &part);
        if (told && part != shape->part[i]) {
            shape->part[i] = part;
            shape->joined[i] = false;
        }
        if (above && piece->told_by && piece->told_by == above->told_by && told)
            shape->joined[i] = true;
        else if (above && shape->part[i] != shape->part[i - 1])
            shape->joined[i] = false;
        if (told)
            shape->margin = SURE_ENOUGH;
    }
}

galley_furniture_kind told_furniture(const struct work *work, const struct piece *piece, galley_furniture_kind kind)
{
    const struct hint *hint = work->hints ? hint_of(work, piece) : NULL;
    return hint && hint->told == TOLD_FURNITURE ? hint->furniture : kind;
}

static bool touched(const struct work *work, const uint32_t *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]];
        if (piece->told || piece->joint || piece->begins)
            return true;
    }
    return false;
}

bool told_of_story(const struct work *work, const struct story *story)
{
    return work->hints && (story->told || touched(work, story->head, story->head_count) ||
                           touched(work, story->pieces.items, story->pieces.count));
}

bool told_of_teaser(const struct work *work, const struct teaser *teaser)
{
    return work->hints && touched(work, teaser->head, teaser->count);
}
