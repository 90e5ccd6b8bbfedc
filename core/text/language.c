/* SPDX-License-Identifier: MIT
 * Packs parsed with inih into pattern lists and character sets, and the guess
 * which language an issue is in: by script first, then by the characters that a
 * language writes otherwise than its neighbours. */
#include "core/text/language.h"

#include <stdlib.h>

#include <ini.h>

#include <galley/text.h>

static const struct {
    const char *section, *key;
    language_list list;
} lists[] = {
    { "lead", "patterns", LANGUAGE_LEADS },
    { "byline", "roles", LANGUAGE_ROLES },
    { "byline", "signatures", LANGUAGE_SIGNATURES },
    { "credit", "ends", LANGUAGE_CREDIT_ENDS },
    { "credit", "whole", LANGUAGE_CREDIT_WHOLE },
    { "caption", "starts", LANGUAGE_CAPTION_STARTS },
    { "jump", "to", LANGUAGE_JUMP_TO },
    { "jump", "from", LANGUAGE_JUMP_FROM },
    { "jump", "pointers", LANGUAGE_POINTERS },
    { "head", "kicker_ends", LANGUAGE_KICKER_ENDS },
    { "head", "attendance_ends", LANGUAGE_ATTENDANCE_ENDS },
    { "head", "sub_starts", LANGUAGE_SUB_STARTS },
    { "head", "complete_ends", LANGUAGE_COMPLETE_ENDS },
    { "masthead", "title_ends", LANGUAGE_TITLE_ENDS },
    { "masthead", "words", LANGUAGE_MASTHEAD_WORDS },
    { "guide", "words", LANGUAGE_GUIDE_WORDS },
    { "notice", "title_has", LANGUAGE_NOTICE_WORDS },
    { "ad", "words", LANGUAGE_AD_WORDS },
    { "sections", "labels", LANGUAGE_SECTION_LABELS },
    { "date", "whole", LANGUAGE_DATES },
    { "names", "double", LANGUAGE_DOUBLE_SURNAMES },
};

typedef struct loading {
    galley_arena *arena;
    language *pack;
} loading;

static bool add_to_set(galley_arena *arena, galley_slice text, language_set *set)
{
    for (const char *at = text.text, *end = text.text + text.length; at < end;) {
        uint32_t code = galley_text_next(&at, end), *place = NULL;
        if (code == ' ')
            continue;
        if (!(place = galley_push(arena, set)))
            return false;
        *place = code;
    }
    return true;
}

/* inih calls this for every key, and again for every continuation line. */
static int take_key(void *state, const char *section, const char *key, const char *value)
{
    loading *load = state;
    galley_slice words = galley_slice_of(value);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (!strcmp(section, lists[i].section) && !strcmp(key, lists[i].key))
            return pattern_parse(load->arena, words, &load->pack->lists[lists[i].list]);
    if (!strcmp(section, "language") && !strcmp(key, "tag"))
        load->pack->tag = galley_arena_copy(load->arena, words);
    else if (!strcmp(section, "language") && !strcmp(key, "marks"))
        return add_to_set(load->arena, words, &load->pack->marks);
    else if (!strcmp(section, "words") && !strcmp(key, "function"))
        return add_to_set(load->arena, words, &load->pack->function);
    else if (!strcmp(section, "names") && !strcmp(key, "surnames"))
        return add_to_set(load->arena, words, &load->pack->surnames);
    return 1;
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
}

bool language_set_has(const language_set *set, uint32_t code)
{
    return set->count && bsearch(&code, set->items, set->count, sizeof *set->items, compare_codes);
}

static const language *parse(galley_arena *arena, const char *text)
{
    loading load = { .arena = arena, .pack = galley_arena_alloc(arena, sizeof *load.pack) };
    if (!load.pack || ini_parse_string(text, take_key, &load) != 0)
        return NULL;
    sort_set(&load.pack->marks);
    sort_set(&load.pack->function);
    sort_set(&load.pack->surnames);
    return load.pack;
}

/* How much of a wanted tag a pack's tag fulfils: its subtags in common, or 0. */
static size_t likeness(galley_slice pack, galley_slice wanted)
{
    size_t shared = 0, at = 0;
    while (at < pack.length && at < wanted.length && pack.text[at] == wanted.text[at]) {
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
        if (galley_slice_is(tag, traditional[i]))
            return galley_slice_of("zh-Hant");
    return tag;
}

/* The tag of a pack, found without parsing it: its line is the first "tag =". */
static galley_slice tag_of(const char *pack)
{
    const char *at = strstr(pack, "tag = ");
    return at ? (galley_slice){ at + 6, strcspn(at + 6, "\n") } : (galley_slice){ 0 };
}

const language *language_load(galley_arena *arena, galley_slice tag)
{
    const char *best = NULL;
    size_t best_likeness = 0;
    for (const char *const *pack = galley_language_packs; *pack; pack++) {
        size_t alike = likeness(tag_of(*pack), usual_tag(tag));
        if (alike > best_likeness) {
            best = *pack;
            best_likeness = alike;
        }
    }
    if (best)
        return parse(arena, best);
    language *empty = galley_arena_alloc(arena, sizeof *empty);
    if (empty)
        empty->tag = tag;
    return empty;
}

/* Letters looked at: the beginning of an issue tells its language. */
#define LETTERS_ENOUGH 3000

typedef struct letter_count {
    size_t han, kana, hangul, letters, total, simplified, traditional;
} letter_count;

static void count_letter(letter_count *count, uint32_t code)
{
    unsigned bits = galley_code_class(code);
    count->han += (bits & GALLEY_HAN) != 0;
    count->kana += (bits & GALLEY_KANA) != 0;
    count->hangul += (bits & GALLEY_HANGUL) != 0;
    count->letters += (bits & GALLEY_LETTER) != 0;
    count->total += (bits & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_LETTER)) != 0;
}

/* Characters of everyday Chinese whose two forms never meet in one text. */
static const char simplified[] = "这为国们说时发会对学产经开动实业务东两严个长门问间车马专党进选还过来样机";
static const char traditional[] = "這為國們說時發會對學產經開動實業務東兩嚴個長門問間車馬專黨進選還過來樣機";

static bool in_string(const char *set, size_t length, const char *character, size_t bytes)
{
    return galley_slice_find((galley_slice){ set, length }, (galley_slice){ character, bytes }, 0) != SIZE_MAX;
}

static void count_line(letter_count *count, galley_slice text)
{
    for (const char *at = text.text, *end = text.text + text.length; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        count_letter(count, code);
        if (code < 0x3400)
            continue;
        count->simplified += in_string(simplified, sizeof simplified - 1, from, (size_t)(at - from));
        count->traditional += in_string(traditional, sizeof traditional - 1, from, (size_t)(at - from));
    }
}

galley_slice language_detect(const galley_issue *issue)
{
    letter_count count = { 0 };
    for (size_t i = 0; i < issue->lines.count && count.total < LETTERS_ENOUGH; i++)
        count_line(&count, issue->lines.items[i].text);
    if (count.hangul * 4 > count.total)
        return galley_slice_of("ko");
    if (count.kana * 10 > count.total)
        return galley_slice_of("ja");
    if (count.han * 2 > count.total)
        return galley_slice_of(count.traditional > count.simplified ? "zh-Hant" : "zh-Hans");
    return galley_slice_of(count.total ? "en" : "und");
}
