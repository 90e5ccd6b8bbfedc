/* SPDX-License-Identifier: MIT
 * The buffer: bytes on the heap that grow by half; a failed growth drops what
 * comes after and is remembered. */
#include <galley/buffer.h>

#include <stdio.h>
#include <stdlib.h>

#include <galley/text.h>

void galley_buffer_drop(galley_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (galley_buffer){ 0 };
}

void galley_buffer_clear(galley_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
}

static bool make_room(galley_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (buffer->room - buffer->length > more)
        return true;
    size_t room = more > SIZE_MAX / 4 ? 0 : buffer->length + more + buffer->room / 2 + 64;
    char *grown = room ? realloc(buffer->bytes, room) : NULL;
    if (!grown) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = grown;
    buffer->room = room;
    return true;
}

void galley_buffer_add(galley_buffer *buffer, galley_slice text)
{
    if (!text.length || !make_room(buffer, text.length))
        return;
    memcpy(buffer->bytes + buffer->length, text.text, text.length);
    buffer->length += text.length;
}

void galley_buffer_put(galley_buffer *buffer, const char *text)
{
    galley_buffer_add(buffer, galley_slice_of(text));
}

void galley_buffer_byte(galley_buffer *buffer, char byte)
{
    galley_buffer_add(buffer, (galley_slice){ &byte, 1 });
}

void galley_buffer_print(galley_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length > 0 && make_room(buffer, (size_t)length)) {
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
        buffer->length += (size_t)length;
    }
    va_end(arguments);
}

void galley_buffer_code(galley_buffer *buffer, uint32_t code)
{
    char bytes[4];
    galley_buffer_add(buffer, (galley_slice){ bytes, galley_text_encode(code, bytes) });
}

galley_slice galley_buffer_slice(const galley_buffer *buffer)
{
    return (galley_slice){ buffer->bytes, buffer->length };
}

galley_slice galley_buffer_copy(const galley_buffer *buffer, galley_arena *arena)
{
    if (!buffer->failed)
        return galley_arena_copy(arena, galley_buffer_slice(buffer));
    galley_arena_fail(arena, GALLEY_MEMORY);
    return (galley_slice){ 0 };
}
