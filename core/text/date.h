/* SPDX-License-Identifier: MIT
 * Dates as newspapers print them.  A pack lists their forms, in which a capital
 * stands for a part and everything else for itself:
 *
 *     Y year   M month   D day   N month's name   W weekday   E era and its year
 *
 *     Y年M月D日   N_D,_Y   W,_D._N_Y   令和… as E年M月D日 */
#ifndef CORE_TEXT_DATE_H
#define CORE_TEXT_DATE_H

#include "core/text/pattern.h"

typedef struct date {
    long year, month, day; /* 0: not said */
} date;

/* A name that stands for a number: a month, a weekday, an era with the year before it. */
typedef struct date_name {
    const uint32_t *codes;
    size_t count;
    long value;
} date_name;

typedef struct date_names {
    date_name *items;
    size_t count, room;
    uint64_t firsts; /* a bit for the low six bits of each first code point: few texts begin so */
} date_names;

typedef struct date_forms {
    pattern_list forms;
    date_names months, weekdays, eras;
    pattern_list ordinals; /* behind a day: th, er, º */
} date_forms;

/* Adds names of a list: the next word stands for the next number, and its other
 * forms follow behind strokes, January/Jan/Jan.  */
bool date_parse_names(galley_arena *arena, galley_slice words, date_names *out);

/* Adds eras: 令和/2018 names the year before its first. */
bool date_parse_eras(galley_arena *arena, galley_slice words, date_names *out);

/* The first date at or after `from`: its start, or SIZE_MAX; *end is where it ends. */
size_t date_find(const date_forms *forms, pattern_text text, size_t from, size_t *end, date *out);

/* Whether a text is a date and nothing else. */
bool date_whole(const date_forms *forms, pattern_text text);

#endif
