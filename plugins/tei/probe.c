/* SPDX-License-Identifier: MIT
 * Is it TEI?  Its name space near the start, in an element TEI (100); the older forms, which
 * have no name space, by the names of their first elements. */
#include "plugins/tei/names.h"
#include "plugins/tei/reader.h"

#define NEAR 4096 /* bytes: what may stand before the first element */

static bool has(galley_slice bytes, const char *word)
{
    return galley_slice_find(bytes, galley_slice_of(word), 0) != SIZE_MAX;
}

int tei_probe(galley_slice bytes, bool whole, const char *name)
{
    (void)whole;
    (void)name;
    galley_slice start = galley_slice_part(bytes, 0, bytes.length < NEAR ? bytes.length : NEAR);
    if (!has(start, "<"))
        return 0;
    if (has(start, "<TEI") && has(start, TEI_SPACE))
        return 100;
    if (has(start, "<TEI") && has(start, "teiHeader"))
        return 90;
    return 0;
}
