/* SPDX-License-Identifier: MIT
 * One open-addressing table of (pair, document) for the membership, one of pairs
 * for the number of documents that have them.  A key is a pair of characters, or,
 * where spaces part words, a word's first letters: the endings differ.  Pairs in hiragana
 * are endings and little words, and no keys. */
#include "core/text/shingle.h"

#include <math.h>

#include <galley/text.h>

typedef struct entry {
    uint64_t key; /* pair and document, plus one: zero is empty */
} entry;

typedef struct rarity {
    uint64_t key;
    uint32_t documents;
} rarity;

struct shingle_index {
    entry *entries;
    rarity *rarities;
    size_t mask;
    size_t used; /* entries, at most half of them: what comes after that is not indexed */
    size_t documents;
    float *weights; /* of a key by how many documents have it */
    bool words;
};

static uint64_t mix(uint64_t value)
{
    value ^= value >> 31;
    value *= 0x9E3779B97F4A7C15u;
    return value ^ value >> 29;
}

static uint64_t pair_of(uint32_t a, uint32_t b)
{
    return ((uint64_t)a << 21 | b) + 1;
}

static uint64_t entry_of(uint64_t pair, uint32_t document)
{
    return mix(pair) ^ ((uint64_t)(document + 1) * 0xD6E8FEB86659FD93u) ^ pair << 43;
}

shingle_index *shingle_new(galley_arena *arena, size_t documents, size_t expected_characters, bool words)
{
    shingle_index *index = galley_arena_alloc(arena, sizeof *index);
    if (!index)
        return NULL;
    size_t room = 64;
    while (room < 2 * (expected_characters + 1))
        room *= 2;
    index->mask = room - 1;
    index->documents = documents;
    index->words = words;
    index->entries = galley_arena_array(arena, room, sizeof *index->entries);
    index->rarities = galley_arena_array(arena, room, sizeof *index->rarities);
    index->weights = galley_arena_array(arena, documents + 1, sizeof *index->weights);
    if (!index->entries || !index->rarities || !index->weights)
        return NULL;
    for (size_t i = 0; i <= documents; i++)
        index->weights[i] = logf((float)(documents + 1) / (float)(i ? i : 1)) + 0.1f;
    return index;
}

static entry *find_entry(const shingle_index *index, uint64_t key)
{
    size_t at = mix(key) & index->mask;
    while (index->entries[at].key && index->entries[at].key != key)
        at = (at + 1) & index->mask;
    return &index->entries[at];
}

static rarity *find_rarity(const shingle_index *index, uint64_t pair)
{
    size_t at = mix(pair) & index->mask;
    while (index->rarities[at].key && index->rarities[at].key != pair)
        at = (at + 1) & index->mask;
    return &index->rarities[at];
}

/* ---- Keys ------------------------------------------------------------------------- */

#define STEM 6          /* letters of a word that count */
#define WORD_SHORTEST 4 /* shorter words stand in every text */

/* Pairs are made of letters and digits; punctuation parts. */
static bool pairs_up(uint32_t code)
{
    return galley_code_class(code) & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_LETTER | GALLEY_DIGIT);
}

static bool is_hiragana(uint32_t code)
{
    return code >= 0x3041 && code <= 0x309F;
}

static bool is_letter(uint32_t code)
{
    return galley_code_class(code) & GALLEY_LETTER;
}

/* The word that begins at `at`: its key, and where it ends. */
static uint64_t word_at(pattern_text text, size_t at, size_t longest, size_t *end)
{
    uint64_t key = 0;
    size_t to = at;
    for (; to < text.count && is_letter(text.codes[to]) && (to == at || !text.spaced || !text.spaced[to]); to++)
        if (to - at < longest)
            key = mix(key * 31 + galley_code_lower(text.codes[to]) + 1);
    *end = to;
    return key;
}

/* The key that begins at *at, which moves on; 0 when there is none. */
static uint64_t next_key(const shingle_index *index, pattern_text text, size_t *at)
{
    size_t from = *at, end;
    if (index->words && is_letter(text.codes[from])) {
        uint64_t key = word_at(text, from, STEM, &end);
        *at = end;
        return end - from >= WORD_SHORTEST ? key | 1 : 0;
    }
    *at = from + 1;
    bool pair = from + 1 < text.count && pairs_up(text.codes[from]) && pairs_up(text.codes[from + 1]);
    if (pair && is_hiragana(text.codes[from]) && is_hiragana(text.codes[from + 1]))
        return 0;
    return pair ? pair_of(text.codes[from], text.codes[from + 1]) : 0;
}

static void add_key(shingle_index *index, uint32_t document, uint64_t key)
{
    entry *place = find_entry(index, entry_of(key, document));
    if (!key || place->key || index->used > index->mask / 2)
        return;
    index->used++;
    place->key = entry_of(key, document);
    rarity *rare = find_rarity(index, key);
    rare->key = key;
    rare->documents++;
}

/* Two words that follow each other. */
static uint64_t neighbours(uint64_t first, uint64_t second)
{
    return (mix(first) ^ mix(second * 3)) | 1;
}

static void add_neighbours(shingle_index *index, uint32_t document, pattern_text text)
{
    uint64_t before = 0;
    for (size_t at = 0, end; at < text.count; at = end) {
        uint64_t word = word_at(text, at, SIZE_MAX, &end);
        if (before && end > at)
            add_key(index, document, neighbours(before, word));
        before = end > at ? word : 0;
        end += end == at;
    }
}

void shingle_add(shingle_index *index, uint32_t document, pattern_text text)
{
    for (size_t at = 0; at < text.count;)
        add_key(index, document, next_key(index, text, &at));
    if (index->words)
        add_neighbours(index, document, text);
}

static float weight_of(const shingle_index *index, uint64_t pair)
{
    return index->weights[find_rarity(index, pair)->documents];
}

/* Two or three pairs in common are chance: so much weight stands against them. */
#define FEW_PAIRS 4.0f
#define WORD_WEIGHT 2 /* a word says as much as two pairs */

static bool stands_in(const shingle_index *index, uint64_t key, uint32_t from, uint32_t to)
{
    for (uint32_t document = from; document < to; document++)
        if (find_entry(index, entry_of(key, document))->key)
            return true;
    return false;
}

float shingle_share_among(const shingle_index *index, uint32_t from, uint32_t to, pattern_text text)
{
    float all = 0, shared = 0;
    for (size_t at = 0; at < text.count;) {
        uint64_t key = next_key(index, text, &at);
        if (!key)
            continue;
        float weight = weight_of(index, key) * (index->words ? WORD_WEIGHT : 1);
        all += weight;
        if (stands_in(index, key, from, to))
            shared += weight;
    }
    return all > 0 ? shared / (all + FEW_PAIRS) : 0;
}

float shingle_share(const shingle_index *index, uint32_t document, pattern_text text)
{
    return shingle_share_among(index, document, document + 1, text);
}

void shingle_ties(const shingle_index *index, uint32_t from, uint32_t to, pattern_text text, float *again,
                  float *shared)
{
    for (size_t at = 0; at < text.count;) {
        uint64_t key = next_key(index, text, &at);
        if (!key || find_rarity(index, key)->documents < 2)
            continue;
        float weight = weight_of(index, key);
        *again += weight;
        if (stands_in(index, key, from, to))
            *shared += weight;
    }
}

bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b)
{
    return find_entry(index, entry_of(pair_of(a, b), document))->key != 0;
}

bool shingle_across(const shingle_index *index, uint32_t document, pattern_text above, pattern_text below)
{
    size_t from = above.count - 1, end;
    if (!index->words)
        return shingle_has(index, document, above.codes[from], below.codes[0]);
    while (from > 0 && is_letter(above.codes[from - 1]) && !(above.spaced && above.spaced[from]))
        from--;
    uint64_t first = word_at(above, from, SIZE_MAX, &end), second = word_at(below, 0, SIZE_MAX, &end);
    return end > 0 && find_entry(index, entry_of(neighbours(first, second), document))->key != 0;
}
