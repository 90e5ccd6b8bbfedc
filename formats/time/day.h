/* SPDX-License-Identifier: MIT
 * A day as 2024-02-29 says it, when there is such a day. */
#ifndef FORMATS_TIME_DAY_H
#define FORMATS_TIME_DAY_H

#include <galley/slice.h>

typedef struct galley_day {
    unsigned year, month, day;
} galley_day;

bool galley_day_parse(galley_slice text, galley_day *out);

#endif
