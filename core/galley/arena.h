/* SPDX-License-Identifier: MIT
 * An arena: everything that belongs to one issue, freed by one call, under a
 * byte cap that turns hostile input into an error.  A failed allocation is
 * remembered: many calls may follow, and one question at the end tells. */
#ifndef GALLEY_ARENA_H
#define GALLEY_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include <galley/slice.h>
#include <galley/status.h>

typedef struct galley_arena galley_arena;

/* 2 GiB: what an issue may take when nobody says otherwise. */
#define GALLEY_ARENA_CAP ((size_t)2 << 30)

/* A new arena that will hand out at most `cap` bytes (0: GALLEY_ARENA_CAP).
 * You own it; NULL when there is no memory at all. */
GALLEY_API galley_arena *galley_arena_new(size_t cap);

/* Frees everything: handles first (the last one owned is closed first), then
 * memory.  NULL is ignored. */
GALLEY_API void galley_arena_drop(galley_arena *arena);

/* Frees all that was handed out, closes what was owned, forgets a failure;
 * keeps the cap.  For the scratch memory of a loop. */
GALLEY_API void galley_arena_reset(galley_arena *arena);

/* `size` zeroed bytes, aligned for any type; NULL when the cap or the memory
 * is reached, which the arena remembers. */
GALLEY_API void *galley_arena_alloc(galley_arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; NULL also when the product overflows. */
GALLEY_API void *galley_arena_array(galley_arena *arena, size_t count, size_t size);

/* The same, but not zeroed: for what is written before it is read, and for room that may
 * not be needed. */
GALLEY_API void *galley_arena_room(galley_arena *arena, size_t count, size_t size);

/* A block grown from `old_size` to `new_size` bytes, its new part zeroed; the
 * old pointer is dead after success.  `old` may be NULL.  NULL on failure, the
 * old block then stands.  Large blocks grow in place where malloc can. */
GALLEY_API void *galley_arena_resize(galley_arena *arena, void *old, size_t old_size, size_t new_size);

/* A terminated copy of a text; an empty slice on failure. */
GALLEY_API galley_slice galley_arena_copy(galley_arena *arena, galley_slice text);

/* printf into the arena, terminated; "" on failure, never NULL. */
GALLEY_API const char *galley_arena_print(galley_arena *arena, const char *format, ...) GALLEY_PRINTF(2, 3);
GALLEY_API const char *galley_arena_vprint(galley_arena *arena, const char *format, va_list arguments);

/* Ties a foreign handle (an xmlDoc, a zip_t) to the arena: `close(handle)` is
 * called when the arena is dropped, and at once when it cannot be tied. */
GALLEY_API galley_status galley_arena_own(galley_arena *arena, void *handle, void (*close)(void *handle));

/* GALLEY_OK, GALLEY_LIMIT (the cap) or GALLEY_MEMORY: the first failure stays. */
GALLEY_API galley_status galley_arena_status(const galley_arena *arena);

/* Makes the arena remember a failure that happened beside it: a buffer on the heap that
 * was to be copied into it, a table that was to be kept with it. */
GALLEY_API void galley_arena_fail(galley_arena *arena, galley_status status);

/* Bytes handed out now, and the cap. */
GALLEY_API size_t galley_arena_used(const galley_arena *arena);
GALLEY_API size_t galley_arena_cap(const galley_arena *arena);

/* A growing array in an arena: GALLEY_VECTOR(galley_span) spans = { 0 };
 * galley_push(arena, &spans) is a pointer to a new zeroed element, or NULL.
 * Pointers to earlier elements are dead after a push. */
#define GALLEY_VECTOR(type)                                                                                            \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, room;                                                                                            \
    }

#define galley_push(arena, vector)                                                                                     \
    ((vector)->count < (vector)->room || galley_arena_make_room((arena), (void **)&(vector)->items, (vector)->count,   \
                                                                &(vector)->room, sizeof *(vector)->items)              \
         ? &(vector)->items[(vector)->count++]                                                                         \
         : NULL)

/* For galley_push: room for one element more; false on failure. */
GALLEY_API bool galley_arena_make_room(galley_arena *arena, void **items, size_t count, size_t *room, size_t size);

#endif
