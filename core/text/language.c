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
static const uint32_t simplified[] = { 0x4E13, 0x4E1A, 0x4E1C, 0x4E24, 0x4E25, 0x4E2A, 0x4E3A, 0x4E49, 0x4E60, 0x4EA7,
                                       0x4EEC, 0x4F1A, 0x515A, 0x52A1, 0x52A8, 0x53D1, 0x56FD, 0x5B66, 0x5B9E, 0x5BF9,
                                       0x5F00, 0x65F6, 0x6765, 0x6837, 0x673A, 0x7ECF, 0x8BF4, 0x8F66, 0x8FC7, 0x8FD8,
                                       0x8FD9, 0x8FDB, 0x9009, 0x957F, 0x95E8, 0x95EE, 0x95F4, 0x9A6C };
static const uint32_t traditional[] = { 0x4E26, 0x4F86, 0x500B, 0x5011, 0x5169, 0x52D5, 0x52D9, 0x56B4, 0x570B, 0x5BE6,
                                        0x5C08, 0x5C0D, 0x5B78, 0x6642, 0x6703, 0x6771, 0x696D, 0x6A23, 0x6A5F, 0x70BA,
                                        0x7522, 0x767C, 0x7D93, 0x7FD2, 0x7FA9, 0x8AAA, 0x8ECA, 0x9019, 0x9032, 0x904E,
                                        0x9078, 0x9084, 0x958B, 0x9577, 0x9580, 0x9593, 0x554F, 0x99AC, 0x9EE8 };

static bool is_one_of(const uint32_t *codes, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

#define IS_ONE_OF(codes, code) is_one_of(codes, sizeof(codes) / sizeof *(codes), code)

static void count_line(letter_count *count, galley_slice text)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        count_letter(count, code);
        count->simplified += IS_ONE_OF(simplified, code);
        count->traditional += IS_ONE_OF(traditional, code);
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
