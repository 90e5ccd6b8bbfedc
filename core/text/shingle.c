/* SPDX-License-Identifier: MIT
 * A page has one table of shingles, open-addressing, which gives each its number.  A
 * shingle is a pair of characters, or, where spaces part words, a word's first letters:
 * the endings differ.  An index holds for each number the documents that have it, in
 * order, so that a question goes through the numbers of a short text and no further. */
#include "core/text/shingle.h"

#include <math.h>

#include "core/text/utf8.h"

struct shingle_table {
    uint32_t *slots; /* numbers, from 1; 0 is empty */
    uint64_t *keys;  /* of each number */
    size_t mask;
    uint32_t count;
    uint32_t *numbers; /* of all lists, one behind the other */
    size_t used, room;
    bool words;
    uint64_t *held; /* where words are taken: keys of the text that is listed */
};

struct posting {
    uint32_t number, document;
};

struct shingle_index {
    const shingle_table *table;
    uint32_t *from;           /* of each number: where its documents stand in `members`, as far as the next one's */
    uint32_t *last;           /* of each number: the document it was added to last, from 1 */
    struct posting *postings; /* as they were added; when there are `room`, nothing more is indexed */
    uint32_t *members;        /* documents, number by number */
    size_t used, room;
    uint32_t term_count;
    float *weights; /* of a shingle by how many documents have it */
    float *sums;    /* of each document, 0 between questions */
    uint32_t *touched;
};

static uint64_t mix(uint64_t value)
{
    value ^= value >> 31;
    value *= 0x9E3779B97F4A7C15u;
    return value ^ value >> 29;
}

/* At least twice so many, and a power of two. */
static size_t room_for(size_t expected)
{
    size_t room = 64;
    while (room < 2 * (expected + 1))
        room *= 2;
    return room;
}

/* ---- Numbers ----------------------------------------------------------------------- */

shingle_table *shingle_table_new(galley_arena *arena, size_t characters, bool words)
{
    size_t room = room_for(characters);
    shingle_table *table = galley_arena_alloc(arena, sizeof *table);
    if (!table)
        return NULL;
    table->mask = room - 1;
    table->words = words;
    table->room = characters;
    table->slots = galley_arena_array(arena, room, sizeof *table->slots);
    table->keys = galley_arena_room(arena, characters + 1, sizeof *table->keys);
    table->numbers = galley_arena_room(arena, characters + 1, sizeof *table->numbers);
    table->held = words ? galley_arena_room(arena, characters + 1, sizeof *table->held) : NULL;
    return table->slots && table->keys && table->numbers && (table->held || !words) ? table : NULL;
}

static inline uint32_t *find_slot(const shingle_table *table, uint64_t key)
{
    size_t at = mix(key) & table->mask;
    while (table->slots[at] && table->keys[table->slots[at]] != key)
        at = (at + 1) & table->mask;
    return &table->slots[at];
}

/* A shingle more for the list that is being made; no list is longer than its text. */
static inline void list_key(shingle_table *table, uint64_t key)
{
    if (!key || table->used == table->room)
        return;
    uint32_t *slot = find_slot(table, key);
    if (!*slot) {
        *slot = ++table->count;
        table->keys[*slot] = key;
    }
    table->numbers[table->used++] = *slot;
}

/* ---- Keys ------------------------------------------------------------------------- */

#define STEM 6          /* letters of a word that count */
#define WORD_SHORTEST 4 /* shorter words stand in every text */

/* Pairs are made of letters and digits; punctuation parts. */
static inline bool pairs_up(uint32_t code)
{
    if (code >= 0x4E00 && code <= 0x9FFF)
        return true;
    return galley_code_class(code) & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_LETTER | GALLEY_DIGIT);
}

static bool is_hiragana(uint32_t code)
{
    return code >= 0x3041 && code <= 0x309F;
}

/* A pair of characters; two of hiragana are an ending, which says nothing. */
static uint64_t pair_of(uint32_t a, uint32_t b)
{
    return is_hiragana(a) && is_hiragana(b) ? 0 : ((uint64_t)a << 21 | b) + 1;
}

/* Two words that follow each other. */
static uint64_t neighbours(uint64_t first, uint64_t second)
{
    return (mix(first) ^ mix(second * 3)) | 1;
}

struct word {
    uint64_t key, stem;
    size_t end; /* where it began when there is none */
};

static struct word word_at(pattern_text text, size_t at)
{
    struct word word = { .end = at };
    for (; word.end < text.count && utf8_letter(text.codes[word.end]); word.end++) {
        if (word.end > at && text.spaced && text.spaced[word.end])
            break;
        word.key = (word.key + utf8_lower(text.codes[word.end])) * 0x9E3779B97F4A7C15u;
        if (word.end - at < STEM)
            word.stem = word.key | 1;
    }
    return word;
}

/* Whether pairs of a text may begin and end at each character is asked once for each. */
static void list_pairs(shingle_table *table, pattern_text text)
{
    bool pairs = text.count && pairs_up(text.codes[0]);
    for (size_t at = 0; at + 1 < text.count; at++) {
        bool next = pairs_up(text.codes[at + 1]);
        if (pairs && next)
            list_key(table, pair_of(text.codes[at], text.codes[at + 1]));
        pairs = next;
    }
}

/* Words by their stems, and pairs of what is written without an alphabet; *held: the keys
 * of each two words that follow each other, which stand behind them. */
static size_t list_words(shingle_table *table, pattern_text text, uint64_t *held)
{
    size_t count = 0;
    uint64_t before = 0;
    for (size_t at = 0; at < text.count;) {
        struct word word = word_at(text, at);
        if (word.end - at >= WORD_SHORTEST)
            list_key(table, word.stem);
        else if (word.end == at && at + 1 < text.count && pairs_up(text.codes[at]) && pairs_up(text.codes[at + 1]))
            list_key(table, pair_of(text.codes[at], text.codes[at + 1]));
        if (before && word.key)
            held[count++] = neighbours(before, word.key);
        before = word.key;
        at = word.end > at ? word.end : at + 1;
    }
    return count;
}

shingle_list shingle_list_of(shingle_table *table, pattern_text text)
{
    shingle_list list = { .numbers = table->numbers + table->used };
    size_t from = table->used, held = 0;
    if (table->words && text.count <= table->room)
        held = list_words(table, text, table->held);
    else if (!table->words)
        list_pairs(table, text);
    list.count = (uint32_t)(table->used - from);
    for (size_t i = 0; i < held; i++)
        list_key(table, table->held[i]);
    list.neighbours = (uint32_t)(table->used - from) - list.count;
    return list;
}

uint32_t shingle_count(const shingle_table *table)
{
    return table->count;
}

bool shingle_knows(const shingle_table *table, uint32_t count, uint32_t a, uint32_t b)
{
    uint64_t key = pairs_up(a) && pairs_up(b) ? pair_of(a, b) : 0;
    uint32_t number = key ? *find_slot(table, key) : 0;
    return number && number <= count;
}

/* ---- The index ---------------------------------------------------------------------- */

shingle_index *shingle_new(galley_arena *arena, const shingle_table *table, size_t documents,
                           size_t expected_characters)
{
    shingle_index *index = galley_arena_alloc(arena, sizeof *index);
    if (!index)
        return NULL;
    index->table = table;
    index->term_count = table->count + 1;
    index->room = room_for(expected_characters) / 2;
    index->from = galley_arena_array(arena, index->term_count + 1, sizeof *index->from);
    index->last = galley_arena_array(arena, index->term_count, sizeof *index->last);
    index->postings = galley_arena_room(arena, index->room, sizeof *index->postings);
    index->members = galley_arena_room(arena, index->room, sizeof *index->members);
    index->weights = galley_arena_room(arena, documents + 1, sizeof *index->weights);
    index->sums = galley_arena_array(arena, documents + 1, sizeof *index->sums);
    index->touched = galley_arena_room(arena, documents + 1, sizeof *index->touched);
    if (!index->from || !index->last || !index->postings || !index->members || !index->weights || !index->sums ||
        !index->touched)
        return NULL;
    for (size_t i = 0; i <= documents; i++)
        index->weights[i] = logf((float)(documents + 1) / (float)(i ? i : 1)) + 0.1f;
    return index;
}

void shingle_add(shingle_index *index, uint32_t document, shingle_list list)
{
    for (uint32_t i = 0; i < list.count + list.neighbours; i++) {
        uint32_t number = list.numbers[i];
        if (index->last[number] == document + 1 || index->used == index->room)
            continue;
        index->last[number] = document + 1;
        index->from[number]++; /* until it is closed: how many have it */
        index->postings[index->used++] = (struct posting){ number, document };
    }
}

/* The documents of each number are filled in from its end, last ones first, until its end has
 * become its beginning. */
void shingle_close(shingle_index *index)
{
    uint32_t end = 0;
    for (uint32_t number = 0; number <= index->term_count; number++)
        index->from[number] = end += index->from[number];
    for (size_t i = index->used; i-- > 0;)
        index->members[--index->from[index->postings[i].number]] = index->postings[i].document;
}

/* How many documents have it. */
static inline uint32_t documents_of(const shingle_index *index, uint32_t number)
{
    return index->from[number + 1] - index->from[number];
}

static inline bool stands_in(const shingle_index *index, uint32_t number, uint32_t from, uint32_t to)
{
    const uint32_t *at = index->members + index->from[number], *end = index->members + index->from[number + 1];
    while (end - at > 8) {
        const uint32_t *middle = at + (end - at) / 2;
        if (*middle < from)
            at = middle + 1;
        else
            end = middle + 1;
    }
    while (at < end && *at < from)
        at++;
    return at < end && *at < to;
}

/* ---- Questions ---------------------------------------------------------------------- */

/* Two or three pairs in common are chance: so much weight stands against them. */
#define FEW_PAIRS 4.0f
#define WORD_WEIGHT 2 /* a word says as much as two pairs */

static float weight_of(const shingle_index *index, uint32_t number)
{
    return index->weights[documents_of(index, number)] * (index->table->words ? WORD_WEIGHT : 1);
}

float shingle_share_among(const shingle_index *index, uint32_t from, uint32_t to, shingle_list text)
{
    float all = 0, shared = 0;
    for (uint32_t i = 0; i < text.count; i++) {
        float weight = weight_of(index, text.numbers[i]);
        all += weight;
        if (stands_in(index, text.numbers[i], from, to))
            shared += weight;
    }
    return all > 0 ? shared / (all + FEW_PAIRS) : 0;
}

float shingle_share(const shingle_index *index, uint32_t document, shingle_list text)
{
    return shingle_share_among(index, document, document + 1, text);
}

shingle_nearest shingle_nearest_to(shingle_index *index, shingle_list text)
{
    shingle_nearest best = { .share = 0 };
    uint32_t touched = 0;
    float all = 0;
    for (uint32_t i = 0; i < text.count; i++) {
        uint32_t number = text.numbers[i];
        float weight = weight_of(index, number);
        all += weight;
        for (uint32_t k = index->from[number]; k < index->from[number + 1]; k++) {
            uint32_t document = index->members[k];
            if (index->sums[document] <= 0)
                index->touched[touched++] = document;
            index->sums[document] += weight;
        }
    }
    while (touched--) {
        uint32_t document = index->touched[touched];
        float share = index->sums[document] / (all + FEW_PAIRS);
        index->sums[document] = 0;
        if (share > best.share || (share == best.share && document < best.document))
            best = (shingle_nearest){ document, share };
    }
    return best;
}

void shingle_ties(const shingle_index *index, uint32_t from, uint32_t to, shingle_list text, float *again,
                  float *shared)
{
    for (uint32_t i = 0; i < text.count; i++) {
        uint32_t number = text.numbers[i];
        uint32_t documents = documents_of(index, number);
        if (documents < 2)
            continue;
        float weight = index->weights[documents];
        *again += weight;
        if (stands_in(index, number, from, to))
            *shared += weight;
    }
}

/* Whether two or more of the documents [from, to) have it. */
static bool stands_twice(const shingle_index *index, uint32_t number, uint32_t from, uint32_t to)
{
    const uint32_t *at = index->members + index->from[number], *end = index->members + index->from[number + 1];
    uint32_t found = 0;
    for (; at < end && *at < to && found < 2; at++)
        found += *at >= from;
    return found == 2;
}

void shingle_topic(const shingle_index *index, uint32_t own, uint32_t own_end, uint32_t from, uint32_t to,
                   shingle_list text, float *again, float *shared)
{
    for (uint32_t i = 0; i < text.count; i++) {
        uint32_t number = text.numbers[i];
        if (documents_of(index, number) < 2 || !stands_twice(index, number, own, own_end))
            continue;
        float weight = index->weights[documents_of(index, number)];
        *again += weight;
        if (stands_in(index, number, from, to))
            *shared += weight;
    }
}

static bool has_key(const shingle_index *index, uint32_t from, uint32_t to, uint64_t key)
{
    uint32_t number = key ? *find_slot(index->table, key) : 0;
    return number && stands_in(index, number, from, to);
}

bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b)
{
    return has_key(index, document, document + 1, pair_of(a, b));
}

bool shingle_across(const shingle_index *index, uint32_t from, uint32_t to, pattern_text above, pattern_text below)
{
    size_t at = above.count - 1;
    if (!index->table->words)
        return has_key(index, from, to, pair_of(above.codes[at], below.codes[0]));
    while (at > 0 && utf8_letter(above.codes[at - 1]) && !(above.spaced && above.spaced[at]))
        at--;
    struct word first = word_at(above, at), second = word_at(below, 0);
    return first.key && second.key && has_key(index, from, to, neighbours(first.key, second.key));
}
