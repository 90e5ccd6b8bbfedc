/* SPDX-License-Identifier: MIT
 * One open-addressing table of (pair, document) for the membership, one of pairs
 * for the number of documents that have them.  Letters of an alphabet are paired
 * as they stand, which makes short words and word pieces of them. */
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

shingle_index *shingle_new(galley_arena *arena, size_t documents, size_t expected_characters)
{
    shingle_index *index = galley_arena_alloc(arena, sizeof *index);
    if (!index)
        return NULL;
    size_t room = 64;
    while (room < 2 * (expected_characters + 1))
        room *= 2;
    index->mask = room - 1;
    index->documents = documents;
    index->entries = galley_arena_array(arena, room, sizeof *index->entries);
    index->rarities = galley_arena_array(arena, room, sizeof *index->rarities);
    return index->entries && index->rarities ? index : NULL;
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

/* Pairs are made of letters and digits; punctuation parts. */
static bool pairs_up(uint32_t code)
{
    return galley_code_class(code) & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_LETTER | GALLEY_DIGIT);
}

void shingle_add(shingle_index *index, uint32_t document, const uint32_t *codes, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (!pairs_up(codes[i]) || !pairs_up(codes[i - 1]))
            continue;
        uint64_t pair = pair_of(codes[i - 1], codes[i]);
        entry *place = find_entry(index, entry_of(pair, document));
        if (place->key || index->used > index->mask / 2)
            continue;
        index->used++;
        place->key = entry_of(pair, document);
        rarity *rare = find_rarity(index, pair);
        rare->key = pair;
        rare->documents++;
    }
}

static float weight_of(const shingle_index *index, uint64_t pair)
{
    const rarity *rare = find_rarity(index, pair);
    float share = (float)(rare->key ? rare->documents : 1) / (float)(index->documents + 1);
    return logf(1 / share) + 0.1f;
}

/* Two or three pairs in common are chance: so much weight stands against them. */
#define FEW_PAIRS 4.0f

float shingle_share(const shingle_index *index, uint32_t document, const uint32_t *codes, size_t count)
{
    float all = 0, shared = 0;
    for (size_t i = 1; i < count; i++) {
        if (!pairs_up(codes[i]) || !pairs_up(codes[i - 1]))
            continue;
        uint64_t pair = pair_of(codes[i - 1], codes[i]);
        float weight = weight_of(index, pair);
        all += weight;
        if (find_entry(index, entry_of(pair, document))->key)
            shared += weight;
    }
    return all > 0 ? shared / (all + FEW_PAIRS) : 0;
}

bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b)
{
    return find_entry(index, entry_of(pair_of(a, b), document))->key != 0;
}
