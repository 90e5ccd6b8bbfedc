/* SPDX-License-Identifier: MIT
 * Words shared: texts as sets of character pairs (words, for alphabets), and how
 * rare each pair is on the page.  Which headline stands with which body is told
 * by the rare pairs they share. */
#ifndef CORE_TEXT_SHINGLE_H
#define CORE_TEXT_SHINGLE_H

#include <galley/arena.h>

typedef struct shingle_index shingle_index;

/* An index for up to `documents` texts (bodies of a page) of so many characters in all;
 * what is added beyond them may be left out.  NULL without memory. */
shingle_index *shingle_new(galley_arena *arena, size_t documents, size_t expected_characters);

/* Adds folded code points without spaces to document `document`. */
void shingle_add(shingle_index *index, uint32_t document, const uint32_t *codes, size_t count);

/* How much of a short text stands in a document: 0..1, each pair weighted by its
 * rarity among the documents. */
float shingle_share(const shingle_index *index, uint32_t document, const uint32_t *codes, size_t count);

/* Whether the pair (a, b) stands in a document. */
bool shingle_has(const shingle_index *index, uint32_t document, uint32_t a, uint32_t b);

#endif
