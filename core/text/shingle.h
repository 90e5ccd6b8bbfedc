/* SPDX-License-Identifier: MIT
 * Words shared: texts as sets of character pairs, or of words where spaces part them,
 * and how rare each is on the page.  Which headline stands with which body is told
 * by the rare pairs they share.
 *
 *     table    gives each pair or word of a page a number; a text is a list of them
 *     index    which of the documents (bodies, paragraphs) have which */
#ifndef CORE_TEXT_SHINGLE_H
#define CORE_TEXT_SHINGLE_H

#include "core/text/pattern.h"

typedef struct shingle_table shingle_table;
typedef struct shingle_index shingle_index;

/* A text by numbers of its table, in its order; where words are taken, those of each two
 * that follow each other stand behind them. */
typedef struct shingle_list {
    const uint32_t *numbers;
    uint32_t count, neighbours;
} shingle_list;

/* A table for texts of so many characters in all; what goes beyond is left out.  `words`:
 * the letters of an alphabet are taken word by word, not in pairs.  NULL without memory. */
shingle_table *shingle_table_new(galley_arena *arena, size_t characters, bool words);

/* The list of a text; it lives as long as the table. */
shingle_list shingle_list_of(shingle_table *table, pattern_text text);

/* How many there are, and whether a pair of characters was among the first `count`: of the
 * texts listed until then.  Two that are no pair never are. */
uint32_t shingle_count(const shingle_table *table);
bool shingle_knows(const shingle_table *table, uint32_t count, uint32_t a, uint32_t b);

/* An index for up to `documents` texts (bodies of a page) of so many characters in all;
 * what is added beyond them may be left out.  All lists, also those of questions, are made
 * before.  NULL without memory. */
shingle_index *shingle_new(galley_arena *arena, const shingle_table *table, size_t documents,
                           size_t expected_characters);

/* Adds a text to document `document`.  Documents are filled one after the other. */
void shingle_add(shingle_index *index, uint32_t document, shingle_list text);

/* To be called once, when all is added and before anything is asked. */
void shingle_close(shingle_index *index);

/* How much of a short text stands in a document: 0..1, each pair or word weighted by
 * its rarity among the documents. */
float shingle_share(const shingle_index *index, uint32_t document, shingle_list text);

/* The same for the documents [from, to) taken together. */
float shingle_share_among(const shingle_index *index, uint32_t from, uint32_t to, shingle_list text);

/* The document that the most of a short text stands in, the first of several; its share is
 * 0 when no document has a word of it. */
typedef struct shingle_nearest {
    uint32_t document;
    float share;
} shingle_nearest;

shingle_nearest shingle_nearest_to(shingle_index *index, shingle_list text);

/* Adds to *again the weight of the pairs of a text that stand in more than one document,
 * and to *shared that of those which stand in one of the documents [from, to). */
void shingle_ties(const shingle_index *index, uint32_t from, uint32_t to, shingle_list text, float *again,
                  float *shared);

/* Adds to *again the weight of the pairs of a text that stand in two or more of the documents
 * [own, own_end), and to *shared that of those which stand in one of [from, to) too. */
void shingle_topic(const shingle_index *index, uint32_t own, uint32_t own_end, uint32_t from, uint32_t to,
                   shingle_list text, float *again, float *shared);

/* Whether the pair (a, b) stands in a document. */
bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b);

/* Whether what stands on both sides of a line's end stands together in one of the documents
 * [from, to). */
bool shingle_across(const shingle_index *index, uint32_t from, uint32_t to, pattern_text above, pattern_text below);

#endif
