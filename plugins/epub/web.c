/* SPDX-License-Identifier: MIT
 * By their form alone; nothing is asked of anybody. */
#include "plugins/epub/web.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_hex(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

static bool all(galley_slice text, bool (*is)(char byte))
{
    for (size_t i = 0; i < text.length; i++)
        if (!is(text.text[i]))
            return false;
    return true;
}

static bool is_letter_or_digit(char byte)
{
    return is_letter(byte) || is_digit(byte);
}

/* What a subtag behind the first can be, in the order in which they come. */
static int rank_of(galley_slice subtag)
{
    bool letters = all(subtag, is_letter), mixed = all(subtag, is_letter_or_digit);
    if (subtag.length == 3 && letters)
        return 1; /* zh-yue */
    if (subtag.length == 4 && letters)
        return 2; /* a script */
    if ((subtag.length == 2 && letters) || (subtag.length == 3 && all(subtag, is_digit)))
        return 3; /* a region */
    if (mixed && subtag.length <= 8 && (subtag.length >= 5 || (subtag.length == 4 && is_digit(subtag.text[0]))))
        return 4; /* a variant */
    return 0;
}

bool epub_is_language(galley_slice tag)
{
    int before = 0;
    for (size_t from = 0, to; from <= tag.length; from = to + 1) {
        for (to = from; to < tag.length && tag.text[to] != '-';)
            to++;
        galley_slice subtag = galley_slice_part(tag, from, to);
        int rank = from ? rank_of(subtag) : 0;
        if (from ? rank <= before : subtag.length < 2 || subtag.length > 3 || !all(subtag, is_letter))
            return false;
        before = rank;
    }
    return !galley_slice_is(tag, "und");
}

/* Letters, digits and these; and % before two hexadecimal digits. */
static bool is_plain(galley_slice text, const char *signs)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.text[i];
        if (byte == '%' && (i + 2 >= text.length || !is_hex(text.text[i + 1]) || !is_hex(text.text[i + 2])))
            return false;
        if (byte != '%' && !is_letter(byte) && !is_digit(byte) && (!byte || !strchr(signs, byte)))
            return false;
    }
    return true;
}

static galley_slice behind(galley_slice text, const char *start)
{
    galley_slice begin = galley_slice_of(start);
    return galley_slice_starts(text, begin) ? galley_slice_part(text, begin.length, text.length) : (galley_slice){ 0 };
}

/* A name of letters, digits, dots and hyphens, that neither begins nor ends with one of these. */
static bool is_host(galley_slice host)
{
    if (!host.length || !is_plain(host, "-."))
        return false;
    char first = host.text[0], last = host.text[host.length - 1];
    return first != '-' && first != '.' && last != '-' && last != '.' &&
           galley_slice_find(host, galley_slice_of(".."), 0) == SIZE_MAX &&
           galley_slice_find(host, galley_slice_of("%"), 0) == SIZE_MAX;
}

static bool is_web(galley_slice rest)
{
    size_t end = 0;
    while (end < rest.length && rest.text[end] != '/' && rest.text[end] != '?' && rest.text[end] != '#')
        end++;
    galley_slice path = galley_slice_part(rest, end, rest.length);
    size_t mark = galley_slice_find(path, galley_slice_of("#"), 0);
    return is_host(galley_slice_part(rest, 0, end)) && is_plain(path, "/?#-._~:@!$&'()*+,;=") &&
           (mark == SIZE_MAX || galley_slice_find(path, galley_slice_of("#"), mark + 1) == SIZE_MAX);
}

static bool is_mail(galley_slice rest)
{
    size_t at = galley_slice_find(rest, galley_slice_of("@"), 0);
    return at != SIZE_MAX && at > 0 && is_plain(galley_slice_part(rest, 0, at), "-._+") &&
           is_host(galley_slice_part(rest, at + 1, rest.length));
}

bool epub_is_address(galley_slice address)
{
    return is_web(behind(address, "https://")) || is_web(behind(address, "http://")) ||
           is_mail(behind(address, "mailto:"));
}
