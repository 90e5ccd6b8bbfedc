/* SPDX-License-Identifier: MIT
 * Words that are fit for an attribute.  The repair makes good ids and dates, but an
 * issue may come from a stranger's JSON or from the command line; what does not fit
 * is left out of the attribute, never out of the text. */
#include <stdio.h>
#include <stdlib.h>

#include <galley/number.h>

#include "plugins/tei/writer.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static size_t count_digits(galley_slice word, size_t from)
{
    size_t at = from;
    while (at < word.length && is_digit(word.text[at]))
        at++;
    return at - from;
}

bool tei_is_name(galley_slice word)
{
    if (!word.length || word.length > 100 || !(is_letter(word.text[0]) || word.text[0] == '_'))
        return false;
    for (size_t i = 1; i < word.length; i++)
        if (!is_letter(word.text[i]) && !is_digit(word.text[i]) && !strchr("_-.", word.text[i]))
            return false;
    return true;
}

bool tei_is_language(galley_slice word)
{
    size_t letters = 0, tags = 0;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.text[i];
        if (byte == '-' && letters) {
            letters = 0;
            tags++;
        } else if ((is_letter(byte) || (tags && is_digit(byte))) && letters < 8)
            letters++;
        else
            return false;
    }
    return letters > 0;
}

/* Four digits; then a month of two; then a day of two that the month can have. */
bool tei_is_date(galley_slice word)
{
    static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int parts[2] = { 1, 1 };
    if (count_digits(word, 0) != 4 || memcmp(word.text, "0000", 4) == 0)
        return false;
    size_t at = 4;
    for (size_t i = 0; i < 2 && at < word.length; i++, at += 3) {
        if (word.text[at] != '-' || count_digits(word, at + 1) != 2)
            return false;
        parts[i] = 10 * (word.text[at + 1] - '0') + word.text[at + 2] - '0';
    }
    if (at != word.length || parts[0] < 1 || parts[0] > 12 || parts[1] < 1 || parts[1] > days[parts[0] - 1])
        return false;
    int year = atoi((char[]){ word.text[0], word.text[1], word.text[2], word.text[3], '\0' });
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return leap || parts[0] != 2 || parts[1] != 29;
}

/* ---- Names of articles ------------------------------------------------------------------ */

/* image/png, image/svg+xml */
bool tei_is_media_type(galley_slice word)
{
    size_t slashes = 0;
    for (size_t i = 0; i < word.length; i++) {
        slashes += word.text[i] == '/' && i > 0 && i + 1 < word.length;
        if (!is_letter(word.text[i]) && !is_digit(word.text[i]) && (!word.text[i] || !strchr("/+-.", word.text[i])))
            return false;
    }
    return slashes == 1;
}

/* A UUID as it is mostly written: groups of 8, 4, 4, 4 and 12 hexadecimal digits. */
bool tei_is_uuid(galley_slice word)
{
    for (size_t i = 0; i < word.length; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? word.text[i] != '-' : !strchr("0123456789abcdef", word.text[i]) || !word.text[i])
            return false;
    }
    return word.length == 36;
}

/* s1 surface, z1 block, l1 line, r1 repair, e1 evidence, f1 furniture, galley, the issue. */
static bool is_ours(galley_slice word)
{
    return galley_slice_is(word, "galley") ||
           (word.length == 41 && tei_is_uuid(galley_slice_part(word, 5, word.length))) ||
           (word.length > 1 && strchr("szlref", word.text[0]) && count_digits(word, 1) == word.length - 1);
}

static int compare(const void *a, const void *b)
{
    return galley_slice_compare(*(const galley_slice *)a, *(const galley_slice *)b);
}

bool tei_ids_are_names(const galley_issue *issue, galley_arena *arena)
{
    size_t count = issue->articles.count;
    galley_slice *ids = galley_arena_array(arena, count + 1, sizeof *ids);
    if (!ids)
        return false;
    for (size_t i = 0; i < count; i++) {
        ids[i] = issue->articles.items[i]->id;
        if (!tei_is_name(ids[i]) || is_ours(ids[i]))
            return false;
    }
    qsort(ids, count, sizeof *ids, compare);
    for (size_t i = 1; i < count; i++)
        if (galley_slice_equal(ids[i - 1], ids[i]))
            return false;
    return true;
}

void tei_write_id(struct tei *tei, const char *attribute, const char *before, uint32_t article)
{
    if (tei->numbered)
        galley_xml_print(&tei->xml, attribute, "%sa%u", before, article + 1);
    else
        galley_xml_print(&tei->xml, attribute, "%s%.*s", before, GALLEY_SHOW(tei->issue->articles.items[article]->id));
}

/* ---- Others ------------------------------------------------------------------------------- */

void tei_write_number(struct tei *tei, const char *attribute, float number)
{
    char text[GALLEY_FLOAT_ROOM];
    galley_float_print(number, text);
    galley_xml_set(&tei->xml, attribute, text);
}

void tei_write_certainty(struct tei *tei, float confidence)
{
    tei_write_number(tei, "cert", confidence > 0 ? confidence < 1 ? confidence : 1 : 0);
}

void tei_write_url(struct tei *tei, const char *attribute, galley_slice name, const char *fragment)
{
    galley_buffer url = { 0 };
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.text[i];
        if (is_letter(byte) || is_digit(byte) || (byte && strchr("-._~/", byte)))
            galley_buffer_byte(&url, byte);
        else
            galley_buffer_print(&url, "%%%02X", (unsigned char)byte);
    }
    galley_buffer_put(&url, fragment);
    galley_xml_attribute(&tei->xml, attribute, galley_buffer_slice(&url));
    galley_buffer_drop(&url);
}

/* How many bytes of a URL stand there: a sign, or %XX; 0 for what it cannot have. */
static size_t address_sign(galley_slice word, size_t at)
{
    static const char hexadecimal[] = "0123456789ABCDEFabcdef";
    char byte = word.text[at];
    if (byte == '%')
        return at + 2 < word.length && word.text[at + 1] && strchr(hexadecimal, word.text[at + 1]) &&
                       word.text[at + 2] && strchr(hexadecimal, word.text[at + 2])
                   ? 3
                   : 0;
    return is_letter(byte) || is_digit(byte) || (byte && strchr("-._~/:?#@!$&'()*+,;=", byte));
}

/* A scheme, then nothing but what a URL may have. */
bool tei_is_address(galley_slice word)
{
    size_t at = 0, step, hashes = 0;
    while (at < word.length && is_letter(word.text[at]))
        at++;
    if (at < 2 || at + 1 >= word.length || word.text[at] != ':')
        return false;
    for (; at < word.length && (step = address_sign(word, at)) > 0; at += step)
        hashes += word.text[at] == '#';
    return at == word.length && hashes <= 1;
}

void tei_write_address(struct tei *tei, const char *attribute, galley_slice address)
{
    if (tei_is_address(address)) {
        galley_xml_attribute(&tei->xml, attribute, address);
        return;
    }
    galley_xml_attribute(&tei->xml, "n", address);
    tei_write_url(tei, attribute, address, "");
}

galley_slice tei_file_name(galley_slice path)
{
    size_t from = path.length;
    while (from && path.text[from - 1] != '/')
        from--;
    return galley_slice_part(path, from, path.length);
}
