/* SPDX-License-Identifier: MIT
 * A slice: a run of UTF-8 bytes that somebody else owns (an arena, a mapped
 * file, a literal).  Not terminated; copy it by value; never free it. */
#ifndef GALLEY_SLICE_H
#define GALLEY_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <galley/export.h>

typedef struct galley_slice {
    const char *text; /* may be NULL when length is 0 */
    size_t length;    /* bytes */
} galley_slice;

/* For printf("%.*s", GALLEY_SHOW(slice)). */
#define GALLEY_SHOW(slice) (int)(slice).length, (slice).text ? (slice).text : ""

static inline galley_slice galley_slice_of(const char *text)
{
    return (galley_slice){ text, text ? strlen(text) : 0 };
}

static inline galley_slice galley_slice_range(const char *from, const char *to)
{
    return (galley_slice){ from, (size_t)(to - from) };
}

/* The byte behind its last; NULL where the text is (and nothing may be added to NULL). */
static inline const char *galley_slice_end(galley_slice slice)
{
    return slice.text ? slice.text + slice.length : NULL;
}

/* The bytes [from, to) of a slice; the caller keeps from <= to <= length. */
static inline galley_slice galley_slice_part(galley_slice whole, size_t from, size_t to)
{
    return (galley_slice){ whole.text ? whole.text + from : NULL, to - from };
}

static inline bool galley_slice_empty(galley_slice slice)
{
    return slice.length == 0;
}

static inline bool galley_slice_equal(galley_slice a, galley_slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

static inline bool galley_slice_is(galley_slice slice, const char *word)
{
    return galley_slice_equal(slice, galley_slice_of(word));
}

/* Order by bytes, which for UTF-8 is the order of code points; shorter first. */
GALLEY_API int galley_slice_compare(galley_slice a, galley_slice b);

/* Where `part` begins in `whole` at or after `from`; SIZE_MAX when nowhere.
 * An empty part is found at `from`. */
GALLEY_API size_t galley_slice_find(galley_slice whole, galley_slice part, size_t from);

GALLEY_API bool galley_slice_starts(galley_slice whole, galley_slice part);
GALLEY_API bool galley_slice_ends(galley_slice whole, galley_slice part);

/* Without white space (text.h's sense, so U+3000 too) at both ends. */
GALLEY_API galley_slice galley_slice_trim(galley_slice slice);

#endif
