/* SPDX-License-Identifier: MIT
 * Values asked for by their type, and the words when they are of another. */
#include "plugins/json/value.h"

#include <galley/buffer.h>

bool read_good(const json_reading *read)
{
    return read->status == GALLEY_OK;
}

static void add_way(galley_buffer *out, const json_node *at)
{
    if (!at->up)
        return;
    add_way(out, at->up);
    if (at->up->up)
        galley_buffer_byte(out, '/');
    if (at->key)
        galley_buffer_put(out, at->key);
    else
        galley_buffer_print(out, "%zu", at->index);
}

/* Where memory ended, what does not agree is not the file's fault. */
static bool has_memory(json_reading *read)
{
    read->status = galley_issue_status(read->issue);
    if (read_good(read))
        read->status = galley_arena_status(read->scratch);
    return read_good(read);
}

void read_fail(json_reading *read, const json_node *at, const char *format, ...)
{
    if (!read_good(read) || !has_memory(read))
        return;
    galley_buffer way = { 0 };
    add_way(&way, at);
    if (!way.length)
        galley_buffer_put(&way, "the file");
    galley_slice path = galley_slice_of(galley_arena_print(read->scratch, "%.*s", (int)way.length, way.bytes));
    galley_buffer_drop(&way);
    va_list arguments;
    va_start(arguments, format);
    const char *text = galley_arena_vprint(read->scratch, format, arguments);
    va_end(arguments);
    read->status = galley_fail(read->findings, GALLEY_FORMAT, "json.content", (galley_place){ .file = read->file },
                               "%.*s: %s; nothing was read", GALLEY_SHOW(path), text);
}

void read_expect(json_reading *read, const json_node *at, const char *const *known)
{
    const char *key;
    json_t *value;
    if (!read_object(read, at))
        return;
    json_object_foreach((json_t *)at->value, key, value)
    {
        bool found = false;
        for (size_t i = 0; known[i] && !found; i++)
            found = strcmp(known[i], key) == 0;
        galley_buffer way = { 0 };
        if (!found) {
            add_way(&way, at);
            galley_find(read->findings, GALLEY_UNSURE, "json.unknown", (galley_place){ .file = read->file },
                        "%.*s%sthe member \"%s\" is not known to this version and was left out",
                        GALLEY_SHOW(galley_buffer_slice(&way)), way.length ? ": " : "", key);
        }
        galley_buffer_drop(&way);
    }
}

void read_require(json_reading *read, const json_node *at, const char *key)
{
    json_node member = read_member_of(at, key);
    if (at->value && !member.value)
        read_fail(read, &member, "it is missing");
}

json_node read_member_of(const json_node *up, const char *key)
{
    return (json_node){ .up = up, .key = key, .value = json_object_get(up->value, key) };
}

json_node read_element_of(const json_node *up, size_t index)
{
    return (json_node){ .up = up, .index = index, .value = json_array_get(up->value, index) };
}

bool read_object(json_reading *read, const json_node *at)
{
    if (at->value && !json_is_object(at->value))
        read_fail(read, at, "an object was expected");
    return read_good(read) && at->value;
}

size_t read_count(json_reading *read, const json_node *at)
{
    if (at->value && !json_is_array(at->value))
        read_fail(read, at, "an array was expected");
    return read_good(read) && at->value ? json_array_size(at->value) : 0;
}

galley_slice read_text(json_reading *read, const json_node *at)
{
    if (at->value && !json_is_string(at->value))
        read_fail(read, at, "a string was expected");
    size_t length = read_good(read) && at->value ? json_string_length(at->value) : 0;
    if (!length)
        return galley_slice_of("");
    return galley_arena_copy(read->issue->arena, (galley_slice){ json_string_value(at->value), length });
}

uint64_t read_number(json_reading *read, const json_node *at, uint64_t most)
{
    json_int_t number = json_is_integer(at->value) ? json_integer_value(at->value) : -1;
    if (number < 0 || (uint64_t)number > most)
        read_fail(read, at, "a whole number from 0 to %llu was expected", (unsigned long long)most);
    return read_good(read) ? (uint64_t)number : 0;
}

float read_float(json_reading *read, const json_node *at)
{
    double number = json_is_number(at->value) ? json_number_value(at->value) : 1e300;
    if (number > 1e38 || number < -1e38)
        read_fail(read, at, "a number was expected");
    return read_good(read) ? (float)number : 0;
}

galley_slice read_text_of(json_reading *read, const json_node *up, const char *key)
{
    json_node at = read_member_of(up, key);
    return read_text(read, &at);
}

uint64_t read_number_of(json_reading *read, const json_node *up, const char *key, uint64_t most, uint64_t fallback)
{
    json_node at = read_member_of(up, key);
    return at.value ? read_number(read, &at, most) : fallback;
}

float read_float_of(json_reading *read, const json_node *up, const char *key, float fallback)
{
    json_node at = read_member_of(up, key);
    return at.value ? read_float(read, &at) : fallback;
}

float read_share_of(json_reading *read, const json_node *up, const char *key, float fallback)
{
    json_node at = read_member_of(up, key);
    float share = at.value ? read_float(read, &at) : fallback;
    if (at.value && (share < 0 || share > 1))
        read_fail(read, &at, "a number from 0 to 1 was expected");
    return share;
}

bool read_flag_of(json_reading *read, const json_node *up, const char *key)
{
    json_node at = read_member_of(up, key);
    if (at.value && !json_is_boolean(at.value))
        read_fail(read, &at, "true or false was expected");
    return at.value && json_is_true(at.value);
}
