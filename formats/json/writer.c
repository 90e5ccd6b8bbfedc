/* SPDX-License-Identifier: MIT
 * The stream writer: a comma is due when the container has a member, a line end
 * when it is spread; both are known from one bit a depth. */
#include "formats/json/writer.h"

#include <string.h>

#include <galley/number.h>

static uint32_t bit(unsigned depth)
{
    return UINT32_C(1) << (depth % GALLEY_JSON_DEPTH);
}

static void flush(galley_json *json)
{
    galley_sink_write(json->sink, json->held, json->held_count);
    json->held_count = 0;
}

/* What has no room goes on to the sink first; what never has goes there itself. */
static void put_apart(galley_json *json, const char *text, size_t count)
{
    flush(json);
    if (count > GALLEY_JSON_HELD) {
        galley_sink_write(json->sink, text, count);
        return;
    }
    memcpy(json->held, text, count);
    json->held_count = count;
}

static inline void put(galley_json *json, const char *text, size_t count)
{
    if (count > GALLEY_JSON_HELD - json->held_count) {
        put_apart(json, text, count);
        return;
    }
    memcpy(json->held + json->held_count, text, count);
    json->held_count += count;
}

static inline void put_byte(galley_json *json, char byte)
{
    if (json->held_count == GALLEY_JSON_HELD)
        flush(json);
    json->held[json->held_count++] = byte;
}

static void break_line(galley_json *json)
{
    static const char line[] = "\n                                ";
    _Static_assert(sizeof line == GALLEY_JSON_DEPTH + 2, "a space for each depth");
    put(json, line, json->depth + 1);
}

/* What stands before a key, or before a value of an array. */
static void separate(galley_json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (!json->depth)
        return;
    bool inlined = json->inlined & bit(json->depth);
    if (json->filled & bit(json->depth))
        put_byte(json, ',');
    if (inlined && json->filled & bit(json->depth))
        put_byte(json, ' ');
    if (!inlined)
        break_line(json);
    json->filled |= bit(json->depth);
}

static void open_container(galley_json *json, bool object, galley_json_layout layout)
{
    separate(json);
    bool inlined = layout == GALLEY_JSON_INLINE || (json->depth && (json->inlined & bit(json->depth)));
    if (json->depth + 1 < GALLEY_JSON_DEPTH)
        json->depth++;
    uint32_t mask = bit(json->depth);
    json->filled &= ~mask;
    json->inlined = inlined ? json->inlined | mask : json->inlined & ~mask;
    json->objects = object ? json->objects | mask : json->objects & ~mask;
    put_byte(json, object ? '{' : '[');
}

void galley_json_object(galley_json *json, galley_json_layout layout)
{
    open_container(json, true, layout);
}

void galley_json_array(galley_json *json, galley_json_layout layout)
{
    open_container(json, false, layout);
}

void galley_json_close(galley_json *json)
{
    uint32_t mask = bit(json->depth);
    bool spread = (json->filled & mask) && !(json->inlined & mask);
    json->depth--;
    if (spread)
        break_line(json);
    put_byte(json, json->objects & mask ? '}' : ']');
}

void galley_json_key(galley_json *json, const char *key)
{
    separate(json);
    put_byte(json, '"');
    put(json, key, strlen(key));
    put(json, "\": ", 3);
    json->after_key = true;
}

/* ---- Strings ---------------------------------------------------------------- */

static inline bool is_plain(char byte)
{
    return ((unsigned char)byte >= 0x20) & (byte != '"') & (byte != '\\');
}

#define TOGETHER 16 /* bytes */

/* Whether so many bytes are all plain; a loop of fixed length is done at once. */
static inline bool all_plain(const char *text)
{
    unsigned char strange = 0;
    for (int i = 0; i < TOGETHER; i++)
        strange |= (unsigned char)!is_plain(text[i]);
    return !strange;
}

/* How many bytes are plain from there on; the last ones are taken together, too, with some before them. */
static size_t count_plain(galley_slice text, size_t from)
{
    size_t at = from;
    while (at + TOGETHER <= text.length && all_plain(text.text + at))
        at += TOGETHER;
    if (text.length - at < TOGETHER && text.length - from >= TOGETHER && all_plain(galley_slice_end(text) - TOGETHER))
        at = text.length;
    while (at < text.length && is_plain(text.text[at]))
        at++;
    return at - from;
}

static void escape(galley_json *json, char byte)
{
    static const char shorts[] = {
        ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't', ['"'] = '"', ['\\'] = '\\'
    };
    static const char digits[] = "0123456789abcdef";
    unsigned code = (unsigned char)byte;
    if (shorts[code])
        put(json, (const char[]){ '\\', shorts[code] }, 2);
    else
        put(json, (const char[]){ '\\', 'u', '0', '0', digits[code >> 4], digits[code & 15] }, 6);
}

void galley_json_string(galley_json *json, galley_slice text)
{
    separate(json);
    put_byte(json, '"');
    for (size_t from = 0; from < text.length;) {
        size_t to = from + count_plain(text, from);
        if (to > from)
            put(json, text.text + from, to - from);
        if (to < text.length)
            escape(json, text.text[to++]);
        from = to;
    }
    put_byte(json, '"');
}

/* ---- Numbers and words ------------------------------------------------------ */

void galley_json_number(galley_json *json, uint64_t number)
{
    char digits[20], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    separate(json);
    put(json, at, (size_t)(digits + sizeof digits - at));
}

void galley_json_float(galley_json *json, float number)
{
    char text[GALLEY_FLOAT_ROOM];
    separate(json);
    put(json, text, galley_float_print(number, text));
}

void galley_json_flag(galley_json *json, bool flag)
{
    separate(json);
    put(json, flag ? "true" : "false", flag ? 4 : 5);
}

void galley_json_null(galley_json *json)
{
    separate(json);
    put(json, "null", 4);
}

void galley_json_member(galley_json *json, const char *key, galley_slice text)
{
    galley_json_key(json, key);
    galley_json_string(json, text);
}

void galley_json_option(galley_json *json, const char *key, galley_slice text)
{
    if (text.length)
        galley_json_member(json, key, text);
}

void galley_json_end(galley_json *json)
{
    put(json, "\n", 1);
    flush(json);
}
