/* SPDX-License-Identifier: MIT
 * Bytes of some encoding into UTF-8: see charset.c. */
#ifndef GALLEY_FORMATS_CHARSET_H
#define GALLEY_FORMATS_CHARSET_H

#include <galley/arena.h>

typedef struct charset_result {
    galley_slice text; /* UTF-8 without a byte order mark; the input itself where that is so already */
    const char *name;  /* "UTF-8", "GB18030" …: what it was read as */
    bool sure;         /* said by a mark, by the caller or by the bytes themselves; else a guess */
    size_t bad_at;     /* after GALLEY_FORMAT: the offset of the first byte that cannot be read */
} charset_result;

/* `wanted` is a name of iconv's, or NULL: found.  GALLEY_OK, GALLEY_FORMAT, GALLEY_LIMIT or
 * GALLEY_MEMORY. */
galley_status charset_decode(galley_arena *arena, galley_slice bytes, const char *wanted, charset_result *out);

#endif
