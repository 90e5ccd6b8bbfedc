/* SPDX-License-Identifier: MIT
 * Slices compared, searched and trimmed. */
#define _GNU_SOURCE /* memmem */
#include <galley/slice.h>

#include <stdint.h>

#include <galley/text.h>

int galley_slice_compare(galley_slice a, galley_slice b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.text, b.text, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

size_t galley_slice_find(galley_slice whole, galley_slice part, size_t from)
{
    if (from > whole.length || whole.length - from < part.length)
        return SIZE_MAX;
    if (part.length == 0)
        return from;
    const char *at = memmem(whole.text + from, whole.length - from, part.text, part.length);
    return at ? (size_t)(at - whole.text) : SIZE_MAX;
}

bool galley_slice_starts(galley_slice whole, galley_slice part)
{
    return whole.length >= part.length && galley_slice_equal(galley_slice_part(whole, 0, part.length), part);
}

bool galley_slice_ends(galley_slice whole, galley_slice part)
{
    return whole.length >= part.length &&
           galley_slice_equal(galley_slice_part(whole, whole.length - part.length, whole.length), part);
}

/* Whether what begins, or ends, a text is a graphic character of ASCII, or one of the three
 * bytes of Han and Hangul: no space. */
static bool begins_solid(galley_slice text)
{
    unsigned char first = (unsigned char)text.text[0];
    return (first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xED);
}

static bool ends_solid(galley_slice text)
{
    unsigned char last = (unsigned char)text.text[text.length - 1];
    if (last < 0x80 || text.length < 3)
        return last > ' ' && last < 0x7F;
    unsigned char third = (unsigned char)text.text[text.length - 3], second = (unsigned char)text.text[text.length - 2];
    return third >= 0xE4 && third <= 0xED && (second & 0xC0) == 0x80 && last < 0xC0;
}

galley_slice galley_slice_trim(galley_slice slice)
{
    if (!slice.length || (begins_solid(slice) && ends_solid(slice)))
        return slice;
    const char *from = slice.text, *to = galley_slice_end(slice);
    while (from < to) {
        const char *after = from;
        if (!galley_code_space(galley_text_next(&after, to)))
            break;
        from = after;
    }
    while (from < to) {
        const char *before = to;
        if (!galley_code_space(galley_text_previous(from, &before)))
            break;
        to = before;
    }
    return galley_slice_range(from, to);
}
