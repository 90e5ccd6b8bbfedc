/* SPDX-License-Identifier: MIT
 * A guess at an encoding, weighed: see weigh.c. */
#ifndef FORMATS_CHARSET_WEIGH_H
#define FORMATS_CHARSET_WEIGH_H

#include <galley/arena.h>

/* The bytes from the start that are looked at. */
galley_slice weigh_sample(galley_slice bytes);

/* A name of iconv's for bytes that are not UTF-8; NULL when nothing fits. */
const char *weigh_name(galley_arena *arena, galley_slice bytes);

/* Whether an encoding has one byte for every character. */
bool weigh_single_byte(const char *name);

#endif
