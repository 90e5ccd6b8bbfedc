/* SPDX-License-Identifier: MIT
 * Floats there and back.  printf and strtod write and want the decimal sign of the
 * locale, so it is changed into a point behind the one and out of it before the other. */
#include <galley/number.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The locale's decimal sign, whatever its bytes are, becomes a point. */
static size_t unlocalise(char *text)
{
    size_t count = 0;
    bool sign = false;
    for (const char *at = text; *at; at++) {
        bool known = (*at >= '0' && *at <= '9') || *at == '-' || *at == '+' || *at == 'e';
        if (known || !sign)
            text[count++] = known ? *at : '.';
        sign = !known;
    }
    return count;
}

/* Numbers of few decimals, as nearly all are: 0.93.  Below ten and with so few no other is
 * as near, so that it is the shortest one that reads back; 0 when there is none. */
static size_t print_short(float number, char *out)
{
    static const uint32_t powers[] = { 1, 10, 100, 1000, 10000 };
    double size = fabs((double)number);
    size_t count = 0;
    for (size_t decimals = 0; size >= 0.001 && size < 9.5 && decimals < sizeof powers / sizeof *powers; decimals++) {
        uint32_t digits = (uint32_t)(size * powers[decimals] + 0.5);
        float back = (float)((double)digits / powers[decimals]);
        if (back < (float)size || back > (float)size)
            continue;
        if (number < 0)
            out[count++] = '-';
        out[count++] = (char)('0' + digits / powers[decimals]);
        if (decimals)
            out[count++] = '.';
        for (size_t i = decimals; i-- > 0;)
            out[count++] = (char)('0' + digits / powers[i] % 10);
        break;
    }
    return count;
}

size_t galley_float_print(float number, char out[GALLEY_FLOAT_ROOM])
{
    size_t count = print_short(number, out);
    if (!count && isfinite(number) && (number < 0 || number > 0)) {
        for (int digits = 1; digits <= 9; digits++) {
            snprintf(out, GALLEY_FLOAT_ROOM, "%.*g", digits, (double)number);
            float back = (float)strtod(out, NULL);
            if (!(back < number) && !(back > number))
                break;
        }
        count = unlocalise(out);
    } else if (!count) {
        out[count++] = '0';
    }
    out[count] = '\0';
    return count;
}

/* "-12.5e+3"; a digit at least. */
static bool is_number(galley_slice text)
{
    size_t at = 0, digits = 0;
    at += text.length && (text.text[0] == '-' || text.text[0] == '+');
    for (bool point = false; at < text.length; at++) {
        bool digit = text.text[at] >= '0' && text.text[at] <= '9';
        if (!digit && (text.text[at] != '.' || point))
            break;
        point = point || !digit;
        digits += digit;
    }
    if (!digits || at == text.length || (text.text[at] != 'e' && text.text[at] != 'E'))
        return digits && at == text.length;
    at++;
    at += at < text.length && (text.text[at] == '-' || text.text[at] == '+');
    size_t first = at;
    while (at < text.length && text.text[at] >= '0' && text.text[at] <= '9')
        at++;
    return at > first && at == text.length;
}

bool galley_float_parse(galley_slice text, float *out)
{
    char copy[2 * GALLEY_FLOAT_ROOM];
    const char *sign = localeconv()->decimal_point;
    size_t count = 0, room = sizeof copy - strlen(sign);
    if (text.length > GALLEY_FLOAT_ROOM || !is_number(text))
        return false;
    for (size_t i = 0; i < text.length && count < room; i++) {
        if (text.text[i] == '.')
            count += (size_t)snprintf(copy + count, sizeof copy - count, "%s", sign);
        else
            copy[count++] = text.text[i];
    }
    copy[count] = '\0';
    float number = (float)strtod(copy, NULL);
    if (!isfinite(number))
        return false;
    *out = number;
    return true;
}
