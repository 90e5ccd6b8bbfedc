/* SPDX-License-Identifier: MIT
 * Reporters' names.  Justification and line ends lose the spaces between them, so
 * a run of names is split by surnames and length, the page's own spaces weighed in
 * where they mean something (person.c).  A byline is roles and runs of names; in a
 * lead it stands in the first bracket after the formula. */
#include "core/repair/work.h"

#include <galley/text.h>

#include "core/text/person.h"

#define BYLINE_LONGEST 96

/* The glyphs of a byline in order, across pieces. */
struct naming {
    struct work *work;
    uint32_t glyphs[BYLINE_LONGEST];
    uint32_t codes[BYLINE_LONGEST];
    uint8_t gaps[BYLINE_LONGEST];
    bool spaced[BYLINE_LONGEST];
    uint32_t count;
    float score; /* of the worst run of names */
    bool roles;  /* a role word was found */
};

static const struct glyph *glyph_at(const struct work *work, uint32_t index)
{
    return &work->glyphs.items[index];
}

/* What was collected, [from, to), for patterns. */
static pattern_text names_text(const struct naming *names, uint32_t from, uint32_t to)
{
    return pattern_part((pattern_text){ names->codes, names->count, names->spaced, 0 }, from, to);
}

static void add_glyph(struct naming *names, uint32_t index, bool line_starts, bool justified)
{
    if (names->count == BYLINE_LONGEST)
        return;
    const struct glyph *one = glyph_at(names->work, index);
    names->glyphs[names->count] = index;
    names->codes[names->count] = names->work->folded[index];
    names->spaced[names->count] = names->work->spaced[index];
    names->gaps[names->count++] = line_starts || justified ? PERSON_UNKNOWN : one->gap ? PERSON_GAP : PERSON_TIGHT;
}

static void put_space(struct naming *names, uint32_t index, bool space)
{
    struct glyph *one = &names->work->glyphs.items[names->glyphs[index]];
    if (one->told)
        return;
    one->space = space;
    one->fixed = true;
}

/* Marks that part names; the stop of J. Smith does not. */
static bool parts_names(const struct work *work, uint32_t code)
{
    unsigned classes = galley_code_class(code);
    if (code == '.' && !work->east_asian)
        return false;
    return classes & (GALLEY_PAUSE | GALLEY_STOP | GALLEY_ORNAMENT) || code == '/' || code == 0xB7 || code == 0x30FB;
}

/* A role before names, or, behind them, one that stands there. */
static size_t role_at(const struct naming *names, uint32_t at)
{
    const pattern_list *lists = names->work->language->lists;
    pattern_text tail = names_text(names, at, names->count);
    size_t role = pattern_starts(&lists[LANGUAGE_ROLES], tail);
    return role == SIZE_MAX && at > 0 ? pattern_starts(&lists[LANGUAGE_ROLES_BEHIND], tail) : role;
}

/* What a credit ends with: 摄, 供图. */
static bool ends_credit(const struct naming *names, uint32_t at)
{
    pattern_text tail = names_text(names, at, names->count);
    return at > 0 && pattern_whole(&names->work->language->lists[LANGUAGE_CREDIT_ENDS], tail);
}

/* Where the run of names that begins at `from` ends: at a role, a separator, the end. */
static uint32_t run_end(const struct naming *names, uint32_t from)
{
    for (uint32_t at = from; at < names->count; at++) {
        if (parts_names(names->work, names->codes[at]) ||
            (at > from && (role_at(names, at) != SIZE_MAX || ends_credit(names, at))))
            return at;
    }
    return names->count;
}

/* Whether a space stands between this and a name or role behind it. */
static bool takes_space(uint32_t code)
{
    return code != '/' && !(galley_code_class(code) & (GALLEY_PAUSE | GALLEY_ORNAMENT | GALLEY_OPENING));
}

/* Where a reporter's name that the newspaper's profile has ends, or `at`. */
static uint32_t reporter_end(const struct naming *names, uint32_t at)
{
    const pattern_list *reporters = &names->work->language->lists[LANGUAGE_REPORTERS];
    size_t end =
        reporters->count ? pattern_starts(reporters, pattern_of(names->codes + at, names->count - at)) : SIZE_MAX;
    return end == SIZE_MAX ? at : at + (uint32_t)end;
}

static void split_unknown(struct naming *names, uint32_t from, uint32_t to)
{
    bool starts[BYLINE_LONGEST] = { false };
    float score;
    bool good = person_split(names->work->language, names->codes + from, names->gaps + from, to - from, starts, &score);
    if (score < names->score)
        names->score = score;
    for (uint32_t i = from + 1; good && i < to; i++)
        put_space(names, i, starts[i - from]);
    if (from > 0)
        put_space(names, from, takes_space(names->codes[from - 1]));
}

/* Names that are known are parted first; the rest is split as names are. */
static void split_run(struct naming *names, uint32_t from, uint32_t to)
{
    for (uint32_t at = from, end; at < to; at++) {
        if ((end = reporter_end(names, at)) == at || end > to)
            continue;
        if (at > from)
            split_unknown(names, from, at);
        for (uint32_t i = at + 1; i < end; i++)
            put_space(names, i, false);
        if (at > 0)
            put_space(names, at, takes_space(names->codes[at - 1]));
        from = end;
        at = end - 1;
    }
    if (from < to)
        split_unknown(names, from, to);
}

/* A role behind a name stands as far from it as it was printed. */
static bool stands_behind(const struct naming *names, uint32_t at)
{
    pattern_text tail = names_text(names, at, names->count);
    return pattern_starts(&names->work->language->lists[LANGUAGE_ROLES], tail) == SIZE_MAX;
}

/* A role behind its name, apart from it; at a line's end, where words have spaces between them. */
static bool stands_apart(const struct naming *names, uint32_t at)
{
    return names->gaps[at] == PERSON_GAP || (names->gaps[at] == PERSON_UNKNOWN && !names->work->spaceless);
}

/* It stands apart from the name unless it was printed close. */
static void set_credit_end(struct naming *names, uint32_t at)
{
    put_space(names, at, names->gaps[at] != PERSON_TIGHT);
    while (++at < names->count)
        put_space(names, at, false);
}

/* Roles and names in turn, from glyph `at` of the naming. */
static void split_names(struct naming *names, uint32_t at)
{
    while (at < names->count) {
        size_t role = role_at(names, at);
        if (role != SIZE_MAX) {
            if (at > 0)
                put_space(names, at,
                          stands_behind(names, at) ? stands_apart(names, at)
                                                   : !(galley_code_class(names->codes[at - 1]) &
                                                       (GALLEY_PAUSE | GALLEY_ORNAMENT | GALLEY_OPENING)));
            for (uint32_t i = at + 1; i < at + role; i++)
                put_space(names, i, false);
            names->roles = true;
            at += (uint32_t)role;
            continue;
        }
        if (ends_credit(names, at)) {
            set_credit_end(names, at);
            return;
        }
        uint32_t end = run_end(names, at);
        if (end > at)
            split_run(names, at, end);
        at = end > at ? end : at + 1;
    }
}

/* ---- In a lead -------------------------------------------------------------------- */

/* The glyphs of a paragraph's pieces, one after the other. */
struct walk {
    const struct work *work;
    const uint32_t *pieces;
    uint32_t count, piece, glyph;
};

static bool walk_next(struct walk *walk, uint32_t *glyph, bool *line_starts, bool *justified)
{
    while (walk->piece < walk->count) {
        const struct piece *piece = &walk->work->pieces.items[walk->pieces[walk->piece]];
        if (walk->glyph < piece_length(piece)) {
            *line_starts = walk->glyph == 0;
            *justified = piece->justified;
            *glyph = piece->from + walk->glyph++;
            return true;
        }
        walk->piece++;
        walk->glyph = 0;
    }
    return false;
}

/* The lead formula is matched over the first lines taken together. */
static uint32_t lead_length(const struct work *work, const uint32_t *pieces, uint32_t count)
{
    uint32_t codes[BYLINE_LONGEST], length = 0, glyph;
    bool line_starts, justified;
    for (struct walk at = { work, pieces, count, 0, 0 };
         length < BYLINE_LONGEST && walk_next(&at, &glyph, &line_starts, &justified);)
        codes[length++] = work->folded[glyph];
    size_t end = pattern_starts(&work->language->lists[LANGUAGE_LEADS], pattern_of(codes, length));
    return end == SIZE_MAX ? GALLEY_NONE : (uint32_t)end;
}

/* Collects what stands in the bracket behind the lead; false when there is none. */
static bool collect_bracket(struct naming *names, const uint32_t *pieces, uint32_t count, uint32_t skip)
{
    uint32_t glyph;
    bool line_starts, justified, open = false;
    struct walk at = { names->work, pieces, count, 0, 0 };
    for (uint32_t i = 0; walk_next(&at, &glyph, &line_starts, &justified); i++) {
        uint32_t code = names->work->folded[glyph];
        if (i < skip)
            continue;
        if (!open && code != '(')
            return false;
        if (open && code == ')')
            return names->count > 0;
        if (open && (names->count == BYLINE_LONGEST || galley_code_class(code) & GALLEY_STOP))
            return false;
        if (open)
            add_glyph(names, glyph, line_starts, justified);
        open = true;
    }
    return false;
}

/* Glyphs [from, to) of the paragraph. */
static void collect(struct naming *names, const uint32_t *pieces, uint32_t count, uint32_t from, uint32_t to)
{
    uint32_t glyph;
    bool line_starts, justified;
    struct walk at = { names->work, pieces, count, 0, 0 };
    for (uint32_t i = 0; i < to && walk_next(&at, &glyph, &line_starts, &justified); i++)
        if (i >= from)
            add_glyph(names, glyph, line_starts, justified);
}

#define WRITER_LONGEST 16

/* A house, not a person: 渡口新聞, 共同. */
static bool is_house(const language *pack, pattern_text text)
{
    return pattern_whole(&pack->lists[LANGUAGE_SIGNATURES], text) ||
           pattern_ends(&pack->lists[LANGUAGE_TITLE_ENDS], text) != SIZE_MAX;
}

/* Who wrote, inside the lead: 【渡口＝山田太郎】, 【記者林砚／渡口報導】; glyphs [*from, *to). */
static bool writer_inside(const struct naming *lead, uint32_t *from, uint32_t *to)
{
    uint32_t at = 1;
    while (at < lead->count && lead->codes[at - 1] != '=' &&
           pattern_starts(&lead->work->language->lists[LANGUAGE_ROLES], names_text(lead, at, lead->count)) == SIZE_MAX)
        at++;
    *from = *to = at;
    while (*to < lead->count && lead->codes[*to] != '/' && !(galley_code_class(lead->codes[*to]) & GALLEY_CLOSING))
        (*to)++;
    return *to > *from + 1 && *to < lead->count;
}

/* Who wrote, behind the lead and before a sign: [나루=물결뉴스] 홍길동 기자 = */
static bool writer_behind(const struct naming *text, uint32_t lead, uint32_t *to)
{
    *to = lead;
    while (*to < text->count && *to < lead + WRITER_LONGEST && text->codes[*to] != '=')
        (*to)++;
    pattern_text names = names_text(text, lead, *to);
    return *to < text->count && text->codes[*to] == '=' &&
           pattern_ends(&text->work->language->lists[LANGUAGE_ROLES_BEHIND], names) != SIZE_MAX;
}

/* The writer's glyphs as the paragraph's first lines hold them. */
static bool collect_writer(struct naming *names, const uint32_t *pieces, uint32_t count, uint32_t lead)
{
    struct naming text = { .work = names->work };
    uint32_t from = lead, to;
    collect(&text, pieces, count, 0, lead + WRITER_LONGEST);
    struct naming inside = text;
    inside.count = inside.count < lead ? inside.count : lead;
    if (!writer_behind(&text, lead, &to) && !writer_inside(&inside, &from, &to))
        return false;
    if (to - from > WRITER_LONGEST || is_house(names->work->language, names_text(&text, from, to)))
        return false;
    collect(names, pieces, count, from, to);
    return true;
}

static galley_text copy_of(struct naming *names)
{
    galley_text text = set_glyphs(names->work, names->glyphs, names->count);
    text.copy = true;
    return text;
}

galley_text byline_of_lead(struct work *work, const uint32_t *pieces, uint32_t count)
{
    struct naming names = { .work = work, .score = 1 };
    uint32_t lead = lead_length(work, pieces, count);
    if (lead == GALLEY_NONE || !work->east_asian ||
        (!collect_bracket(&names, pieces, count, lead) && !collect_writer(&names, pieces, count, lead)))
        return (galley_text){ 0 };
    split_names(&names, 0);
    if (!names.roles && names.score < 0.4f)
        return (galley_text){ 0 };
    put_space(&names, 0, names.gaps[0] == PERSON_GAP);
    return copy_of(&names);
}

/* ---- On a line of its own ------------------------------------------------------------ */

/* Where an address for letters begins at the end of a byline, or the end. */
static uint32_t before_address(const struct work *work, uint32_t from, uint32_t to)
{
    bool address = false;
    for (uint32_t at = to; at > from + 1 && work->folded[at - 1] < 0x80; at--) {
        address |= work->folded[at - 1] == '@';
        if (address && (glyph_at(work, at - 1)->gap || work->folded[at - 2] >= 0x80))
            return at - 1;
    }
    return to;
}

/* A dot in an address parts nothing, and the address is no name. */
static void hold_address(struct naming *names)
{
    uint32_t end = names->count ? names->glyphs[names->count - 1] + 1 : 0;
    uint32_t address = names->count ? before_address(names->work, names->glyphs[0], end) : 0;
    while (names->count && names->glyphs[names->count - 1] >= address) {
        names->count--;
        if (names->glyphs[names->count] > address)
            put_space(names, names->count, false);
    }
}

galley_text byline_of_pieces(struct work *work, const uint32_t *pieces, uint32_t count)
{
    struct naming names = { .work = work, .score = 1 };
    const struct piece *first = &work->pieces.items[pieces[0]];
    for (uint32_t i = 0; i < count; i++) {
        const struct piece *piece = &work->pieces.items[pieces[i]];
        for (uint32_t at = piece->from; at < piece->to; at++)
            add_glyph(&names, at, at == piece->from, piece->justified);
    }
    hold_address(&names);
    /* the words of an alphabet are parted as they were printed */
    if (work->east_asian && !pattern_whole(&work->language->lists[LANGUAGE_SIGNATURES], piece_text(work, first)))
        split_names(&names, 0);
    return set_pieces(work, pieces, count, SET_HEAD, NULL);
}

galley_text byline_of_credit(struct work *work, uint32_t credit)
{
    const uint32_t lines[] = { credit, credit + 1 };
    const struct piece *next = credit + 1 < work->pieces.count ? &work->pieces.items[credit + 1] : NULL;
    return byline_of_pieces(work, lines, next && next->goes_on && next->role == ROLE_CREDIT ? 2 : 1);
}

bool piece_is_names(const struct work *work, const struct piece *piece)
{
    struct naming names = { .work = (struct work *)work, .score = 1 };
    bool starts[BYLINE_LONGEST] = { false };
    float score;
    if (piece_length(piece) < 2 || piece_length(piece) > (work->east_asian ? 12 : 40))
        return false;
    for (uint32_t at = piece->from; at < piece->to; at++)
        add_glyph(&names, at, at == piece->from, piece->justified);
    return run_end(&names, 0) == names.count &&
           person_split(work->language, names.codes, names.gaps, names.count, starts, &score) &&
           score >= (work->east_asian ? 0.7f : 0.5f);
}

static uint32_t skip_marks(const struct work *work, const struct piece *piece)
{
    uint32_t at = piece->from;
    while (at < piece->to && (glyph_at(work, at)->classes & (GALLEY_ORNAMENT | GALLEY_OPENING)))
        at++;
    return at;
}

/* The names between roles: behind a role that the text begins with, before one that it
 * ends with. */
static bool cut_roles(const language *pack, pattern_text text, uint32_t *from, uint32_t *to)
{
    size_t role = pattern_starts(&pack->lists[LANGUAGE_ROLES], text);
    size_t behind = pattern_ends(&pack->lists[LANGUAGE_ROLES_BEHIND], text);
    *to = (uint32_t)(role == SIZE_MAX && behind != SIZE_MAX ? behind : text.count);
    *from = role == SIZE_MAX ? 0 : (uint32_t)role;
    return (role != SIZE_MAX || behind != SIZE_MAX) && *from < *to;
}

/* A bracket that opens before the names and closes among other words: a lead. */
static bool closes_inside(const struct work *work, const struct piece *piece, uint32_t from)
{
    bool opened = from > piece->from && glyph_at(work, from - 1)->classes & GALLEY_OPENING;
    for (uint32_t at = from; opened && at + 1 < piece->to; at++)
        if (glyph_at(work, at)->classes & GALLEY_CLOSING)
            return true;
    return false;
}

/* A byline is short, and no sentence. */
static bool reads_as_sentence(const struct work *work, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to; at++) {
        uint32_t code = work->folded[at];
        if (glyph_at(work, at)->classes & GALLEY_DIGIT || (code == ',' && work->east_asian) ||
            (glyph_at(work, at)->classes & GALLEY_STOP && parts_names(work, code)))
            return true;
    }
    return false;
}

#define NAME_LONGEST 6

/* A role that a sentence begins with (记者昨日从某局获悉) is followed by words that are cut
 * into names badly; one name in a run may be foreign or rare. */
#define MOSTLY_NAMES 0.5f

/* Whether glyphs [from, to) are one name with a surname that is known. */
static bool is_person(const struct work *work, const struct piece *piece, uint32_t from, uint32_t to)
{
    struct naming names = { .work = (struct work *)work, .score = 1 };
    bool starts[BYLINE_LONGEST] = { false };
    float score = 0;
    if (!work->east_asian || to - from < 3 || to - from > NAME_LONGEST)
        return false;
    for (uint32_t at = from; at < to; at++)
        add_glyph(&names, at, at == from, piece->justified);
    return person_split(work->language, names.codes, names.gaps, names.count, starts, &score) && score >= 0.8f;
}

bool piece_is_address(const struct work *work, const struct piece *piece)
{
    bool address = false;
    for (uint32_t at = piece->from; at < piece->to; at++) {
        if (work->folded[at] >= 0x80 || (at > piece->from && glyph_at(work, at)->gap))
            return false;
        address |= work->folded[at] == '@';
    }
    return address;
}

bool piece_is_byline(const struct work *work, const struct piece *piece)
{
    const language *pack = work->language;
    uint32_t from = skip_marks(work, piece), to = piece->to, names_from, names_to, length = work->east_asian ? 40 : 80;
    if (to > from && glyph_at(work, to - 1)->classes & GALLEY_CLOSING)
        to--;
    if (to <= from || to - from > length || closes_inside(work, piece, from))
        return false;
    if (first_glyph(work, piece)->classes & GALLEY_OPENING &&
        pattern_whole(&pack->lists[LANGUAGE_LEADS], piece_text(work, piece))) /* [나루=홍길동 기자] */
        return false;
    if (pattern_whole(&pack->lists[LANGUAGE_SIGNATURES], piece_part(work, piece, from, to)))
        return true;
    to = before_address(work, from, to);
    if (from > piece->from && to < piece->to && is_person(work, piece, from, to)) /* （山田太郎） */
        return true;
    if (!cut_roles(pack, piece_part(work, piece, from, to), &names_from, &names_to) ||
        reads_as_sentence(work, from + names_from, from + names_to))
        return false;
    struct naming names = { .work = (struct work *)work, .score = 1 };
    for (uint32_t at = from + names_from; at < from + names_to; at++)
        add_glyph(&names, at, false, piece->justified);
    bool starts[BYLINE_LONGEST];
    float score;
    uint32_t end = run_end(&names, 0);
    if (end >= 2 && end <= NAME_LONGEST && end == names.count && names_to < to - from)
        return true; /* nothing but a name before a role that stands behind names */
    return end >= 2 && person_split(pack, names.codes, names.gaps, end, starts, &score) && score >= MOSTLY_NAMES;
}
