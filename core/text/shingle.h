/* SPDX-License-Identifier: MIT
 * Words shared: texts as sets of character pairs, or of words where spaces part them,
 * and how rare each is on the page.  Which headline stands with which body is told
 * by the rare pairs they share. */
#ifndef CORE_TEXT_SHINGLE_H
#define CORE_TEXT_SHINGLE_H

#include "core/text/pattern.h"

typedef struct shingle_index shingle_index;

/* An index for up to `documents` texts (bodies of a page) of so many characters in all;
 * what is added beyond them may be left out.  `words`: the letters of an alphabet are
 * taken word by word, not in pairs.  NULL without memory. */
shingle_index *shingle_new(galley_arena *arena, size_t documents, size_t expected_characters, bool words);

/* Adds a text to document `document`. */
void shingle_add(shingle_index *index, uint32_t document, pattern_text text);

/* How much of a short text stands in a document: 0..1, each pair or word weighted by
 * its rarity among the documents. */
float shingle_share(const shingle_index *index, uint32_t document, pattern_text text);

/* The same for the documents [from, to) taken together. */
float shingle_share_among(const shingle_index *index, uint32_t from, uint32_t to, pattern_text text);

/* Adds to *again the weight of the pairs of a text that stand in more than one document,
 * and to *shared that of those which stand in one of the documents [from, to). */
void shingle_ties(const shingle_index *index, uint32_t from, uint32_t to, pattern_text text, float *again,
                  float *shared);

/* Whether the pair (a, b) stands in a document. */
bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b);

/* Whether what stands on both sides of a line's end stands together in a document. */
bool shingle_across(const shingle_index *index, uint32_t document, pattern_text above, pattern_text below);

#endif
