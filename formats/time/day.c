/* SPDX-License-Identifier: MIT
 * Ten characters, and the calendar of Gregory. */
#include "formats/time/day.h"

static bool take_digits(galley_slice text, size_t from, size_t to, unsigned *out)
{
    *out = 0;
    for (size_t i = from; i < to; i++) {
        if (text.text[i] < '0' || text.text[i] > '9')
            return false;
        *out = *out * 10 + (unsigned)(text.text[i] - '0');
    }
    return true;
}

static unsigned days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool galley_day_parse(galley_slice text, galley_day *out)
{
    return text.length == 10 && text.text[4] == '-' && text.text[7] == '-' && take_digits(text, 0, 4, &out->year) &&
           take_digits(text, 5, 7, &out->month) && take_digits(text, 8, 10, &out->day) && out->year > 0 &&
           out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= days_of(out->year, out->month);
}
