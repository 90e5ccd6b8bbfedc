/* SPDX-License-Identifier: MIT
 * The arena.  Small things are cut from chunks of 64 KiB; a thing of a quarter
 * of that or more is a block of its own, so that it can grow through realloc and
 * a vector of a million lines is not copied at each doubling.  Bytes are counted
 * as they are handed out, against the cap. */
#include <galley/arena.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE ((size_t)64 << 10)
#define LARGE (CHUNK_SIZE / 4)
#define ALIGNMENT _Alignof(max_align_t)

typedef struct chunk {
    struct chunk *next;
    size_t used;
    _Alignas(max_align_t) char bytes[];
} chunk;

typedef struct block {
    struct block *next, *previous;
    _Alignas(max_align_t) char bytes[];
} block;

typedef struct handle {
    struct handle *next;
    void *what;
    void (*close)(void *);
} handle;

struct galley_arena {
    chunk *chunks;
    block *blocks;
    handle *handles;
    size_t used, cap;
    galley_status status;
};

galley_arena *galley_arena_new(size_t cap)
{
    galley_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->cap = cap ? cap : GALLEY_ARENA_CAP;
    return arena;
}

static void close_handles(galley_arena *arena)
{
    while (arena->handles) {
        handle *first = arena->handles;
        arena->handles = first->next;
        first->close(first->what);
        free(first);
    }
}

static void free_blocks(block *first)
{
    while (first) {
        block *next = first->next;
        free(first);
        first = next;
    }
}

static void free_chunks(chunk *first)
{
    while (first) {
        chunk *next = first->next;
        free(first);
        first = next;
    }
}

void galley_arena_drop(galley_arena *arena)
{
    if (!arena)
        return;
    close_handles(arena);
    free_blocks(arena->blocks);
    free_chunks(arena->chunks);
    free(arena);
}

/* One chunk is kept, so that a loop that resets does not go to malloc each time. */
void galley_arena_reset(galley_arena *arena)
{
    close_handles(arena);
    free_blocks(arena->blocks);
    arena->blocks = NULL;
    if (arena->chunks) {
        free_chunks(arena->chunks->next);
        arena->chunks->next = NULL;
        arena->chunks->used = 0;
    }
    arena->used = 0;
    arena->status = GALLEY_OK;
}

void galley_arena_fail(galley_arena *arena, galley_status status)
{
    if (arena->status == GALLEY_OK)
        arena->status = status;
}

static void *fail(galley_arena *arena, galley_status status)
{
    galley_arena_fail(arena, status);
    return NULL;
}

static bool within_cap(galley_arena *arena, size_t more)
{
    if (more <= arena->cap && arena->used <= arena->cap - more)
        return true;
    fail(arena, GALLEY_LIMIT);
    return false;
}

static size_t rounded(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void *large_alloc(galley_arena *arena, size_t size, bool zeroed)
{
    block *made = zeroed ? calloc(1, sizeof *made + size) : malloc(sizeof *made + size);
    if (!made)
        return fail(arena, GALLEY_MEMORY);
    made->previous = NULL;
    made->next = arena->blocks;
    if (made->next)
        made->next->previous = made;
    arena->blocks = made;
    arena->used += size;
    return made->bytes;
}

static void *small_alloc(galley_arena *arena, size_t size, bool zeroed)
{
    if (!arena->chunks || CHUNK_SIZE - arena->chunks->used < size) {
        chunk *made = malloc(sizeof *made + CHUNK_SIZE);
        if (!made)
            return fail(arena, GALLEY_MEMORY);
        made->next = arena->chunks;
        made->used = 0;
        arena->chunks = made;
    }
    void *out = arena->chunks->bytes + arena->chunks->used;
    arena->chunks->used += size;
    arena->used += size;
    return zeroed ? memset(out, 0, size) : out;
}

static void *alloc(galley_arena *arena, size_t size, bool zeroed)
{
    if (size > SIZE_MAX / 2)
        return fail(arena, GALLEY_LIMIT);
    size = rounded(size);
    if (!within_cap(arena, size))
        return NULL;
    return size >= LARGE ? large_alloc(arena, size, zeroed) : small_alloc(arena, size, zeroed);
}

void *galley_arena_alloc(galley_arena *arena, size_t size)
{
    return alloc(arena, size, true);
}

void *galley_arena_array(galley_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        return fail(arena, GALLEY_LIMIT);
    return galley_arena_alloc(arena, count * size);
}

void *galley_arena_room(galley_arena *arena, size_t count, size_t size)
{
    return size && count > SIZE_MAX / 2 / size ? fail(arena, GALLEY_LIMIT) : alloc(arena, count * size, false);
}

static void *large_resize(galley_arena *arena, void *old, size_t old_size, size_t new_size)
{
    block *had = (block *)((char *)old - offsetof(block, bytes));
    block *grown = realloc(had, sizeof *grown + new_size);
    if (!grown)
        return fail(arena, GALLEY_MEMORY);
    if (grown->next)
        grown->next->previous = grown;
    if (grown->previous)
        grown->previous->next = grown;
    else
        arena->blocks = grown;
    memset(grown->bytes + old_size, 0, new_size - old_size);
    arena->used += new_size - rounded(old_size);
    return grown->bytes;
}

void *galley_arena_resize(galley_arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (!old || new_size <= old_size)
        return old ? old : galley_arena_alloc(arena, new_size);
    if (new_size > SIZE_MAX / 2)
        return fail(arena, GALLEY_LIMIT);
    if (rounded(old_size) >= LARGE) {
        new_size = rounded(new_size);
        return within_cap(arena, new_size - rounded(old_size)) ? large_resize(arena, old, old_size, new_size) : NULL;
    }
    void *out = galley_arena_alloc(arena, new_size);
    return out ? memcpy(out, old, old_size) : NULL;
}

bool galley_arena_make_room(galley_arena *arena, void **items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return true;
    /* by half, and by a quarter once it is large: what is too much stays with the issue */
    size_t more = *room ? *room + *room / (*room * size < LARGE ? 2 : 4) + 1 : 4;
    if (more > SIZE_MAX / 2 / size) {
        fail(arena, GALLEY_LIMIT);
        return false;
    }
    void *grown = galley_arena_resize(arena, *items, *room * size, more * size);
    if (!grown)
        return false;
    *items = grown;
    *room = more;
    return true;
}

galley_slice galley_arena_copy(galley_arena *arena, galley_slice text)
{
    char *out = galley_arena_alloc(arena, text.length + 1);
    if (!out)
        return (galley_slice){ 0 };
    if (text.length)
        memcpy(out, text.text, text.length);
    return (galley_slice){ out, text.length };
}

static const char *copy_string(galley_arena *arena, const char *text)
{
    size_t size = strlen(text) + 1;
    char *out = galley_arena_room(arena, size, 1);
    return out ? memcpy(out, text, size) : "";
}

/* Most texts are short: they are printed once, beside the arena. */
const char *galley_arena_vprint(galley_arena *arena, const char *format, va_list arguments)
{
    char text[256];
    va_list again;
    if (strcmp(format, "%s") == 0)
        return copy_string(arena, va_arg(arguments, const char *));
    va_copy(again, arguments);
    int length = vsnprintf(text, sizeof text, format, again);
    va_end(again);
    char *out = length < 0 ? NULL : galley_arena_room(arena, (size_t)length + 1, 1);
    if (!out)
        return "";
    if ((size_t)length < sizeof text)
        return memcpy(out, text, (size_t)length + 1);
    vsnprintf(out, (size_t)length + 1, format, arguments);
    return out;
}

const char *galley_arena_print(galley_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *out = galley_arena_vprint(arena, format, arguments);
    va_end(arguments);
    return out;
}

galley_status galley_arena_own(galley_arena *arena, void *what, void (*close)(void *))
{
    handle *made = malloc(sizeof *made);
    if (!made) {
        close(what);
        fail(arena, GALLEY_MEMORY);
        return GALLEY_MEMORY;
    }
    *made = (handle){ .next = arena->handles, .what = what, .close = close };
    arena->handles = made;
    return GALLEY_OK;
}

galley_status galley_arena_status(const galley_arena *arena)
{
    return arena->status;
}

size_t galley_arena_used(const galley_arena *arena)
{
    return arena->used;
}

size_t galley_arena_cap(const galley_arena *arena)
{
    return arena->cap;
}
