/* SPDX-License-Identifier: MIT
 * A guess at the encoding of bytes that do not say it: see guess.c. */
#ifndef FORMATS_CHARSET_GUESS_H
#define FORMATS_CHARSET_GUESS_H

#include <galley/arena.h>

/* The name that uchardet gives, in the arena; "" when it has none or is not there. */
const char *charset_guess(galley_arena *arena, galley_slice sample);

#endif
