/* SPDX-License-Identifier: MIT
 * Numbers with a point, as files have them, in whatever locale the program runs: what
 * one format wrote another reads back as the same float, and writes it the same. */
#ifndef GALLEY_NUMBER_H
#define GALLEY_NUMBER_H

#include <galley/slice.h>

#define GALLEY_FLOAT_ROOM 64 /* bytes for any float, and its end */

/* The shortest form that reads back as the same float: "0.93", "-2", "1e+20"; what is no
 * finite number is "0".  Returns its bytes; it is terminated, too. */
GALLEY_API size_t galley_float_print(float number, char out[GALLEY_FLOAT_ROOM]);

/* A text that is such a number and nothing else (a sign, digits with a point, an exponent); false
 * when it is none, or none that a float can hold. */
GALLEY_API bool galley_float_parse(galley_slice text, float *out);

#endif
