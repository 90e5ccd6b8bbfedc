/* SPDX-License-Identifier: MIT
 * Is it TEI?  An element TEI and its name space, wherever comments and declarations let them
 * stand (100); the older forms, which have none, by their first elements (90). */
#include "plugins/tei/names.h"
#include "plugins/tei/reader.h"

#define NEAR 32768 /* bytes that are looked at */

/* The beginning without the zeros that UTF-16 has between its letters, and without marks. */
static size_t squeeze(galley_slice bytes, char *out)
{
    size_t length = 0, end = bytes.length < NEAR ? bytes.length : NEAR, at = 0;
    while (at < end && (!bytes.text[at] || strchr("\xEF\xBB\xBF\xFE\xFF \t\r\n", bytes.text[at])))
        at++;
    for (; at < end; at++)
        if (bytes.text[at])
            out[length++] = bytes.text[at];
    return length;
}

static bool has(galley_slice bytes, const char *word)
{
    return galley_slice_find(bytes, galley_slice_of(word), 0) != SIZE_MAX;
}

int tei_probe(galley_slice bytes, bool whole, const char *name)
{
    char room[NEAR];
    (void)whole;
    (void)name;
    galley_slice start = { room, squeeze(bytes, room) };
    bool is_root = has(start, "<TEI") || has(start, "<teiCorpus") || has(start, ":TEI");
    if (!galley_slice_starts(start, galley_slice_of("<")) || !is_root)
        return 0;
    return has(start, TEI_SPACE) ? 100 : has(start, "teiHeader") ? 90 : 0;
}
