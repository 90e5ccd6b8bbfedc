/* SPDX-License-Identifier: MIT
 * Which encoding: the mark at the beginning, the zeros of UTF-16 without one, what the
 * XML declaration says, or UTF-8.  iconv does the rest. */
#include "formats/xml/feed.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <strings.h>

#define PIECE_BYTES 8192
#define DECLARATION_BYTES 256 /* where the encoding is looked for */

static bool is_name_sign(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') ||
           (sign && strchr("._:-", sign));
}

/* encoding="NAME" of <?xml …?>. */
static void find_declared(galley_slice bytes, char name[XML_ENCODING_MOST])
{
    galley_slice start =
        galley_slice_part(bytes, 0, bytes.length < DECLARATION_BYTES ? bytes.length : DECLARATION_BYTES);
    size_t end = galley_slice_find(start, galley_slice_of("?>"), 0), length = 0;
    if (!galley_slice_starts(start, galley_slice_of("<?xml")) || end == SIZE_MAX)
        return;
    size_t at = galley_slice_find(galley_slice_part(start, 0, end), galley_slice_of("encoding"), 0);
    if (at == SIZE_MAX)
        return;
    for (at += strlen("encoding"); at < end && start.text[at] && strchr(" \t\r\n='\"", start.text[at]);)
        at++;
    for (; at < end && is_name_sign(start.text[at]) && length + 1 < XML_ENCODING_MOST; at++)
        name[length++] = start.text[at];
    if (length)
        name[length] = '\0';
}

/* Returns the bytes behind the mark. */
static galley_slice find_encoding(galley_slice bytes, char name[XML_ENCODING_MOST])
{
    static const struct {
        const char *start;
        size_t length, mark;
        const char *name;
    } signs[] = {
        { "\xef\xbb\xbf", 3, 3, "UTF-8" }, { "\xff\xfe", 2, 2, "UTF-16LE" }, { "\xfe\xff", 2, 2, "UTF-16BE" },
        { "<\0", 2, 0, "UTF-16LE" },       { "\0<", 2, 0, "UTF-16BE" },
    };
    snprintf(name, XML_ENCODING_MOST, "UTF-8");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (galley_slice_starts(bytes, (galley_slice){ signs[i].start, signs[i].length })) {
            snprintf(name, XML_ENCODING_MOST, "%s", signs[i].name);
            return galley_slice_part(bytes, signs[i].mark, bytes.length);
        }
    find_declared(bytes, name);
    return bytes;
}

static galley_status convert(iconv_t with, galley_slice bytes, galley_buffer *room)
{
    char piece[PIECE_BYTES], *in = (char *)bytes.text;
    size_t left = bytes.length;
    while (left) {
        char *out = piece;
        size_t free_room = sizeof piece;
        size_t done = iconv(with, &in, &left, &out, &free_room);
        galley_buffer_add(room, galley_slice_range(piece, out));
        if (done == (size_t)-1 && errno != E2BIG)
            return GALLEY_FORMAT;
    }
    return room->failed ? GALLEY_MEMORY : GALLEY_OK;
}

galley_status xml_decode(galley_slice bytes, galley_buffer *room, galley_slice *text, char name[XML_ENCODING_MOST])
{
    *text = find_encoding(bytes, name);
    if (strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "US-ASCII") == 0)
        return GALLEY_OK;
    iconv_t with = iconv_open("UTF-8", strcasecmp(name, "UTF-16") == 0 ? "UTF-8" : name);
    if (with == (iconv_t)-1)
        return errno == ENOMEM ? GALLEY_MEMORY : GALLEY_FORMAT;
    galley_status status = convert(with, *text, room);
    iconv_close(with);
    *text = galley_buffer_slice(room);
    return status;
}
