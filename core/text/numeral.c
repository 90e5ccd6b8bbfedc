/* SPDX-License-Identifier: MIT
 * Numbers as they are printed: 12, 12,345, 十二, 一百零三. */
#include "core/text/pattern.h"

static const uint32_t numerals[] = { 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, /* 〇一二三四 */
                                     0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, /* 五六七八九 */
                                     0x96F6, 0x4E24 /* 零两 */ };
static const int8_t numeral_values[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2 };

static int digit_value(uint32_t code)
{
    if (code < numerals[0])
        return code >= '0' && code <= '9' ? (int)(code - '0') : -1;
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i] == code)
            return numeral_values[i];
    return -1;
}

static int unit_value(uint32_t code)
{
    return code == 0x5341 ? 10 : code == 0x767E ? 100 : code == 0x5343 ? 1000 : 0; /* 十 百 千 */
}

bool pattern_numeral_han(uint32_t folded)
{
    return digit_value(folded) >= 0 || unit_value(folded) > 0;
}

static int64_t at_most(int64_t value)
{
    return value > PATTERN_LARGEST ? PATTERN_LARGEST : value;
}

bool pattern_parts_thousands(pattern_text text, size_t at)
{
    if (text.codes[at] != ',' && text.codes[at] != '.')
        return false;
    size_t end = at + 1;
    while (end < text.count && end <= at + 4 && pattern_digit(text.codes[end]))
        end++;
    return at > 0 && pattern_digit(text.codes[at - 1]) && end == at + 4;
}

long pattern_value(pattern_text text)
{
    size_t at = 0;
    while (at < text.count && !pattern_numeral(text.codes[at]))
        at++;
    if (at == text.count)
        return -1;
    int64_t total = 0, digits = -1;
    for (; at < text.count && (pattern_numeral(text.codes[at]) || pattern_parts_thousands(text, at)); at++) {
        int unit = unit_value(text.codes[at]);
        if (unit) {
            total = at_most(total + (digits < 0 ? 1 : digits) * unit);
            digits = -1;
        } else if (pattern_numeral(text.codes[at])) {
            digits = at_most((digits < 0 ? 0 : digits * 10) + digit_value(text.codes[at]));
        }
    }
    return (long)at_most(total + (digits < 0 ? 0 : digits));
}
