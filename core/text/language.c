/* SPDX-License-Identifier: MIT
 * Packs parsed with inih into pattern lists, character sets and forms of dates.  The
 * tables say which key becomes what; the packs themselves say what the keys mean. */
#include "core/text/language.h"

#include <stddef.h>
#include <stdlib.h>

#include <ini.h>

#include <galley/text.h>

static const struct {
    const char *section, *key;
    language_list list;
} lists[] = {
    { "lead", "patterns", LANGUAGE_LEADS },
    { "byline", "roles", LANGUAGE_ROLES },
    { "byline", "roles_behind", LANGUAGE_ROLES_BEHIND },
    { "byline", "signatures", LANGUAGE_SIGNATURES },
    { "credit", "ends", LANGUAGE_CREDIT_ENDS },
    { "credit", "whole", LANGUAGE_CREDIT_WHOLE },
    { "caption", "starts", LANGUAGE_CAPTION_STARTS },
    { "caption", "shows", LANGUAGE_CAPTION_SHOWS },
    { "jump", "to", LANGUAGE_JUMP_TO },
    { "jump", "from", LANGUAGE_JUMP_FROM },
    { "jump", "to_alone", LANGUAGE_JUMP_TO_ALONE },
    { "jump", "from_alone", LANGUAGE_JUMP_FROM_ALONE },
    { "jump", "pointers", LANGUAGE_POINTERS },
    { "page", "words", LANGUAGE_PAGE_WORDS },
    { "page", "first", LANGUAGE_FIRST_PAGE },
    { "page", "next", LANGUAGE_NEXT_PAGE },
    { "page", "previous", LANGUAGE_PREVIOUS_PAGE },
    { "head", "kicker_ends", LANGUAGE_KICKER_ENDS },
    { "head", "attendance_ends", LANGUAGE_ATTENDANCE_ENDS },
    { "head", "sub_starts", LANGUAGE_SUB_STARTS },
    { "head", "complete_ends", LANGUAGE_COMPLETE_ENDS },
    { "head", "open_ends", LANGUAGE_OPEN_ENDS },
    { "head", "open_starts", LANGUAGE_OPEN_STARTS },
    { "head", "predicate_starts", LANGUAGE_PREDICATES },
    { "masthead", "title_ends", LANGUAGE_TITLE_ENDS },
    { "masthead", "words", LANGUAGE_MASTHEAD_WORDS },
    { "masthead", "numbers", LANGUAGE_ISSUE_NUMBERS },
    { "masthead", "houses", LANGUAGE_HOUSES },
    { "masthead", "published", LANGUAGE_PUBLISHED },
    { "masthead", "published_by", LANGUAGE_PUBLISHED_BY },
    { "masthead", "serials", LANGUAGE_SERIALS },
    { "guide", "words", LANGUAGE_GUIDE_WORDS },
    { "notice", "title_has", LANGUAGE_NOTICE_WORDS },
    { "notice", "title_starts", LANGUAGE_NOTICE_STARTS },
    { "notice", "addressee_ends", LANGUAGE_ADDRESSEES },
    { "ad", "words", LANGUAGE_AD_WORDS },
    { "sections", "labels", LANGUAGE_SECTION_LABELS },
    { "sections", "slogan_starts", LANGUAGE_SLOGANS },
    { "sections", "place_ends", LANGUAGE_PLACE_ENDS },
    { "names", "double", LANGUAGE_DOUBLE_SURNAMES },
    { "names", "particles", LANGUAGE_PARTICLES },
    { "words", "endings", LANGUAGE_ENDINGS },
    { "words", "alone", LANGUAGE_ALONE },
    { "words", "prose", LANGUAGE_PROSE },
    { "words", "abbreviations", LANGUAGE_ABBREVIATIONS },
    { "words", "suspended", LANGUAGE_SUSPENDED },
    { "words", "before_hyphen", LANGUAGE_BEFORE_HYPHEN },
    { "words", "behind_hyphen", LANGUAGE_BEHIND_HYPHEN },
};

typedef struct loading {
    galley_arena *arena;
    language *pack;
} loading;

static bool add_to_set(galley_arena *arena, galley_slice text, language_set *set)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        uint32_t code = galley_text_next(&at, end), *place = NULL;
        if (code == ' ')
            continue;
        if (!(place = galley_push(arena, set)))
            return false;
        *place = code;
    }
    return true;
}

static bool add_tag(loading *load, galley_slice text)
{
    load->pack->tag = galley_arena_copy(load->arena, text);
    return load->pack->tag.text != NULL;
}

static bool names(galley_slice list, const char *word)
{
    return galley_slice_find(list, galley_slice_of(word), 0) != SIZE_MAX;
}

static bool add_form(loading *load, galley_slice text)
{
    load->pack->joined |= names(text, "joined");
    load->pack->square |= names(text, "square");
    load->pack->hyphens |= names(text, "hyphens");
    load->pack->broken |= names(text, "broken");
    load->pack->elisions |= names(text, "elisions");
    load->pack->noun_capitals |= names(text, "noun_capitals");
    load->pack->tight_dashes |= names(text, "tight_dashes");
    load->pack->figures_below |= names(text, "figures_below");
    load->pack->bylines_above |= names(text, "bylines_above");
    return true;
}

static bool add_date_forms(loading *load, galley_slice text)
{
    return pattern_parse(load->arena, text, &load->pack->dates.forms);
}

static bool add_ordinals(loading *load, galley_slice text)
{
    return pattern_parse(load->arena, text, &load->pack->dates.ordinals);
}

static bool add_months(loading *load, galley_slice text)
{
    return date_parse_names(load->arena, text, &load->pack->dates.months);
}

static bool add_weekdays(loading *load, galley_slice text)
{
    return date_parse_names(load->arena, text, &load->pack->dates.weekdays);
}

static bool add_eras(loading *load, galley_slice text)
{
    return date_parse_eras(load->arena, text, &load->pack->dates.eras);
}

/* Sets of single characters. */
static const struct {
    const char *section, *key;
    size_t set; /* where it stands in the pack */
} sets[] = {
    { "words", "function", offsetof(language, function) },     { "words", "closing", offsetof(language, closing) },
    { "words", "quote_ends", offsetof(language, quote_ends) }, { "names", "surnames", offsetof(language, surnames) },
    { "guide", "signs", offsetof(language, guide_signs) },
};

static language_set *set_at(language *pack, size_t index)
{
    return (language_set *)((char *)pack + sets[index].set);
}

/* What is neither. */
static const struct {
    const char *section, *key;
    bool (*add)(loading *, galley_slice);
} others[] = {
    { "language", "tag", add_tag },       { "language", "form", add_form }, { "date", "forms", add_date_forms },
    { "date", "ordinals", add_ordinals }, { "date", "months", add_months }, { "date", "weekdays", add_weekdays },
    { "date", "eras", add_eras },
};

/* inih calls this for every key, and again for every continuation line. */
static int take_key(void *state, const char *section, const char *key, const char *value)
{
    loading *load = state;
    galley_slice words = galley_slice_of(value);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (!strcmp(section, lists[i].section) && !strcmp(key, lists[i].key))
            return pattern_parse(load->arena, words, &load->pack->lists[lists[i].list]);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        if (!strcmp(section, sets[i].section) && !strcmp(key, sets[i].key))
            return add_to_set(load->arena, words, set_at(load->pack, i));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!strcmp(section, others[i].section) && !strcmp(key, others[i].key))
            return others[i].add(load, words);
    bool for_others =
        !strcmp(section, "language") && (!strcmp(key, "name") || !strcmp(key, "marks") || !strcmp(key, "words"));
    return for_others; /* detect.c and the reader know them; any other key is a slip of the pack's writer */
}

static int compare_codes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort_set(language_set *set)
{
    if (set->count)
        qsort(set->items, set->count, sizeof *set->items, compare_codes);
    for (size_t i = 0; i < set->count; i++)
        set->filter[set->items[i] % LANGUAGE_FILTER / 64] |= UINT64_C(1) << set->items[i] % 64;
}

#define COMMON_SURNAMES 100

/* The surnames stand by frequency; before they are sorted, the first are kept apart. */
static bool keep_common_surnames(galley_arena *arena, language *pack)
{
    for (size_t i = 0; i < pack->surnames.count && i < COMMON_SURNAMES; i++) {
        uint32_t *place = galley_push(arena, &pack->common_surnames);
        if (!place)
            return false;
        *place = pack->surnames.items[i];
    }
    sort_set(&pack->common_surnames);
    return true;
}

/* A search by halves that takes no branch but at its end: which half is as good as chance. */
bool language_set_find(const language_set *set, uint32_t code)
{
    const uint32_t *from = set->items;
    for (size_t count = set->count, half; count > 1; count -= half) {
        half = count / 2;
        from += from[half] <= code ? half : 0;
    }
    return set->count && *from == code;
}

static const language *parse(galley_arena *arena, const char *text)
{
    loading load = { .arena = arena, .pack = galley_arena_alloc(arena, sizeof *load.pack) };
    if (!load.pack || ini_parse_string(text, take_key, &load) != 0)
        return NULL;
    if (!keep_common_surnames(arena, load.pack))
        return NULL;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        sort_set(set_at(load.pack, i));
    return load.pack;
}

static bool same_letter(char a, char b)
{
    return a == b || ((a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z');
}

/* How much of a wanted tag a pack's tag fulfils: its subtags in common, or 0.  Case says nothing. */
static size_t likeness(galley_slice pack, galley_slice wanted)
{
    size_t shared = 0, at = 0;
    while (at < pack.length && at < wanted.length && same_letter(pack.text[at], wanted.text[at])) {
        at++;
        bool pack_ends = at == pack.length || pack.text[at] == '-';
        bool wanted_ends = at == wanted.length || wanted.text[at] == '-';
        shared += pack_ends && wanted_ends;
    }
    return shared;
}

static galley_slice usual_tag(galley_slice tag)
{
    static const char *const traditional[] = { "zh-TW", "zh-HK", "zh-MO" };
    for (size_t i = 0; i < sizeof traditional / sizeof *traditional; i++)
        if (likeness(galley_slice_of(traditional[i]), tag) == 2)
            return galley_slice_of("zh-Hant");
    return tag;
}

/* The tag of a pack, found without parsing it: its line is the first "tag =". */
galley_slice language_tag(const char *pack)
{
    const char *at = strstr(pack, "tag = ");
    return at ? (galley_slice){ at + 6, strcspn(at + 6, "\n") } : (galley_slice){ 0 };
}

const language *language_load(galley_arena *arena, galley_slice tag)
{
    const char *best = NULL;
    size_t best_likeness = 0;
    for (const char *const *pack = galley_language_packs; *pack; pack++) {
        size_t alike = likeness(language_tag(*pack), usual_tag(tag));
        if (alike > best_likeness) {
            best = *pack;
            best_likeness = alike;
        }
    }
    if (best)
        return parse(arena, best);
    language *empty = galley_arena_alloc(arena, sizeof *empty);
    if (empty)
        *empty = (language){ .tag = tag, .hyphens = true };
    return empty;
}
