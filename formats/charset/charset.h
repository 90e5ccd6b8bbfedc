/* SPDX-License-Identifier: MIT
 * Bytes of some encoding into UTF-8: see charset.c. */
#ifndef FORMATS_CHARSET_H
#define FORMATS_CHARSET_H

#include <galley/arena.h>

/* What is asked for. */
typedef struct charset_request {
    const char *wanted; /* a name of iconv's; NULL: found */

    /* Told of every run of bytes that is no character: where it begins, and the text before the
     * U+FFFD that takes its place.  NULL: the first one ends the work. */
    void (*replaced)(void *state, size_t offset, galley_slice before);
    void *state;
} charset_request;

typedef struct charset_result {
    galley_slice text; /* UTF-8 without a byte order mark; the input itself where that is so already */
    const char *name;  /* "UTF-8", "GB18030" …: what it was read as; NULL: none that is known */
    const char *how;   /* "by its byte order mark" …: how that was found */
    bool sure;         /* said by a mark, by the caller or by the bytes themselves; else a guess */
    bool marked;       /* it began with a byte order mark */
    size_t skipped;    /* the bytes of that mark */
    size_t bad_at;     /* after GALLEY_FORMAT: the offset of the first byte that cannot be read */
} charset_result;

/* GALLEY_OK, GALLEY_FORMAT, GALLEY_LIMIT or GALLEY_MEMORY.  After GALLEY_FORMAT out->text is
 * what could be read before out->bad_at. */
galley_status charset_decode(galley_arena *arena, galley_slice bytes, const charset_request *request,
                             charset_result *out);

/* The bytes of the next LF, CR or form feed at or after `from`, in the encoding `name`: for walking
 * the bytes of a text beside the text.  Empty, at their end, when there is none. */
galley_slice charset_line_end(galley_slice bytes, const char *name, size_t from);

#endif
