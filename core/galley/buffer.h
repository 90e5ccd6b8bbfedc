/* SPDX-License-Identifier: MIT
 * A growing run of bytes to build a text in.  It lives on the heap, remembers
 * a failure, and is copied into an arena when it is done. */
#ifndef GALLEY_BUFFER_H
#define GALLEY_BUFFER_H

#include <stdint.h>

#include <galley/arena.h>
#include <galley/slice.h>

typedef struct galley_buffer {
    char *bytes;
    size_t length, room;
    bool failed; /* out of memory: later additions are ignored */
} galley_buffer;

/* Start with { 0 }; drop frees the bytes and leaves it empty and usable. */
GALLEY_API void galley_buffer_drop(galley_buffer *buffer);
GALLEY_API void galley_buffer_clear(galley_buffer *buffer);

GALLEY_API void galley_buffer_add(galley_buffer *buffer, galley_slice text);
GALLEY_API void galley_buffer_put(galley_buffer *buffer, const char *text);
GALLEY_API void galley_buffer_byte(galley_buffer *buffer, char byte);
GALLEY_API void galley_buffer_print(galley_buffer *buffer, const char *format, ...) GALLEY_PRINTF(2, 3);

/* One code point as UTF-8; what is no scalar value becomes U+FFFD. */
GALLEY_API void galley_buffer_code(galley_buffer *buffer, uint32_t code);

/* What was built so far; dead at the next addition. */
GALLEY_API galley_slice galley_buffer_slice(const galley_buffer *buffer);

/* A terminated copy in the arena; empty when the buffer or the arena failed, which
 * the arena remembers. */
GALLEY_API galley_slice galley_buffer_copy(const galley_buffer *buffer, galley_arena *arena);

#endif
