/* SPDX-License-Identifier: MIT
 * What lists of contents call a thing that has no name: its first words. */
#ifndef FORMATS_PHRASES_LABEL_H
#define FORMATS_PHRASES_LABEL_H

#include <galley/arena.h>

#define GALLEY_LABEL_CELLS 48 /* 24 Han characters, some eight English words */

/* A text that is no longer than a label, as it is; else its first words and an ellipsis. */
galley_slice galley_label_words(galley_arena *arena, galley_slice text);

#endif
