/* SPDX-License-Identifier: MIT
 * Nothing here is a parser of HTML: tags are found by their angle brackets, quoted
 * attributes passed over whole, and what makes no sense stays text. */
#include "plugins/markdown/html.h"

#include <string.h>
#include <strings.h>

#include <galley/buffer.h>

/* ---- References ------------------------------------------------------------- */

static const struct {
    const char *name;
    uint32_t code;
} entities[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },       { "quot", '"' },     { "apos", '\'' },
    { "nbsp", 0xA0 },    { "emsp", 0x2003 },  { "ensp", 0x2002 },  { "mdash", 0x2014 }, { "ndash", 0x2013 },
    { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "hellip", 0x2026 },
    { "middot", 0xB7 },  { "bull", 0x2022 },  { "times", 0xD7 },   { "deg", 0xB0 },     { "copy", 0xA9 },
};

static uint32_t named(galley_slice name)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (galley_slice_is(name, entities[i].name))
            return entities[i].code;
    return 0;
}

static int digit(char byte, unsigned base)
{
    int value = byte >= '0' && byte <= '9'   ? byte - '0'
                : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                             : 99;
    return value < (int)base ? value : -1;
}

/* #10 or #xA; 0 when it is no number of a character. */
static uint32_t numbered(galley_slice name)
{
    bool hex = name.length > 1 && (name.text[1] == 'x' || name.text[1] == 'X');
    uint32_t code = 0;
    size_t at = hex ? 2 : 1;
    if (at >= name.length || name.length > 9)
        return 0;
    for (; at < name.length; at++) {
        int value = digit(name.text[at], hex ? 16 : 10);
        if (value < 0)
            return 0;
        code = code * (hex ? 16u : 10u) + (uint32_t)value;
    }
    return code < 0x110000 ? code : 0;
}

/* The reference at `at`: its character, 0 when it is none; *end is behind its semicolon. */
static uint32_t reference(galley_slice text, size_t at, size_t *end)
{
    size_t stop = at + 1;
    while (stop < text.length && stop - at < 12 && text.text[stop] != ';')
        stop++;
    if (stop >= text.length || text.text[stop] != ';')
        return 0;
    galley_slice name = galley_slice_part(text, at + 1, stop);
    *end = stop + 1;
    return name.length && name.text[0] == '#' ? numbered(name) : named(name);
}

static void add_decoded(galley_buffer *out, galley_slice text)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = at + 1;
        uint32_t code = text.text[at] == '&' ? reference(text, at, &end) : 0;
        if (code)
            galley_buffer_code(out, code);
        else
            galley_buffer_byte(out, text.text[at]);
        at = code ? end : at + 1;
    }
}

static galley_slice keep(galley_arena *arena, galley_buffer *text)
{
    galley_slice kept = galley_buffer_copy(text, arena);
    galley_buffer_drop(text);
    return kept;
}

galley_slice html_decode(galley_arena *arena, galley_slice text)
{
    galley_buffer out = { 0 };
    if (!text.length || !memchr(text.text, '&', text.length))
        return text;
    add_decoded(&out, text);
    return keep(arena, &out);
}

/* ---- Tags ------------------------------------------------------------------- */

#define TAG_MOST 16384 /* bytes: what is longer is no tag, so that nobody can make us look for ends for ever */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static size_t behind(galley_slice html, const char *words, size_t from)
{
    size_t at = galley_slice_find(html, galley_slice_of(words), from);
    return at == SIZE_MAX ? html.length : at + strlen(words);
}

size_t html_tag_end(galley_slice html, size_t at)
{
    galley_slice rest = galley_slice_part(html, at, html.length);
    if (galley_slice_starts(rest, galley_slice_of("<!--")))
        return behind(html, "-->", at + 4);
    if (rest.length < 3 || !(is_letter(rest.text[1]) || rest.text[1] == '/' || rest.text[1] == '!'))
        return at;
    char quote = '\0';
    for (size_t end = at + 1; end < html.length && end - at < TAG_MOST; end++) {
        char byte = html.text[end];
        if (quote ? byte == quote : byte == '>') {
            if (!quote)
                return end + 1;
            quote = '\0';
        } else if (!quote && (byte == '"' || byte == '\'') && html.text[end - 1] == '=') {
            quote = byte;
        } else if (!quote && byte == '<') {
            return at;
        }
    }
    return at;
}

bool html_tag_is(galley_slice html, size_t at, const char *name, bool close)
{
    size_t length = strlen(name), from = at + 1;
    if (close) {
        if (from >= html.length || html.text[from] != '/')
            return false;
        from++;
    }
    if (from + length >= html.length || strncasecmp(html.text + from, name, length) != 0)
        return false;
    char next = html.text[from + length];
    return next == '>' || next == '/' || next == ' ' || (next >= '\t' && next <= '\r');
}

galley_slice html_attribute(galley_arena *arena, galley_slice html, size_t at, const char *name)
{
    size_t end = html_tag_end(html, at), length = strlen(name);
    for (size_t i = at + 1; i + length + 2 < end; i++) {
        const char *value = html.text + i + 1 + length + 2, *stop = html.text + end;
        char quote = value[-1];
        bool begins = html.text[i] == ' ' || (html.text[i] >= '\t' && html.text[i] <= '\r');
        if (!begins || strncasecmp(html.text + i + 1, name, length) != 0 || value[-2] != '=' ||
            (quote != '"' && quote != '\''))
            continue;
        const char *last = memchr(value, quote, (size_t)(stop - value));
        return last ? html_decode(arena, galley_slice_range(value, last)) : (galley_slice){ 0 };
    }
    return (galley_slice){ 0 };
}

galley_slice html_strip(galley_arena *arena, galley_slice html)
{
    galley_buffer out = { 0 };
    for (size_t at = 0, from = 0; at <= html.length;) {
        size_t end = at < html.length && html.text[at] == '<' ? html_tag_end(html, at) : at;
        if (end == at && at < html.length) {
            at++;
            continue;
        }
        add_decoded(&out, galley_slice_part(html, from, at));
        from = end;
        at = at == html.length ? at + 1 : end;
    }
    return keep(arena, &out);
}

galley_slice html_strip_spaces(galley_arena *arena, galley_slice html)
{
    galley_buffer out = { 0 };
    galley_slice text = galley_slice_trim(html_strip(arena, html));
    for (size_t at = 0; at < text.length; at++) {
        bool space = text.text[at] == ' ' || (text.text[at] >= '\t' && text.text[at] <= '\r');
        if (!space)
            galley_buffer_byte(&out, text.text[at]);
        else if (out.length && out.bytes[out.length - 1] != ' ')
            galley_buffer_byte(&out, ' ');
    }
    return keep(arena, &out);
}

/* ---- Tables ----------------------------------------------------------------- */

static void add_row(galley_arena *arena, html_table *out)
{
    size_t *row = galley_push(arena, &out->rows);
    if (row)
        *row = out->cells.count;
}

static void add_cell(galley_arena *arena, html_table *out, galley_slice html, bool exact)
{
    if (!out->rows.count)
        add_row(arena, out);
    galley_slice *cell = galley_push(arena, &out->cells);
    if (cell)
        *cell = (exact ? html_strip : html_strip_spaces)(arena, html);
}

static bool is_any(galley_slice html, size_t at, const char *const *names, bool close)
{
    for (; *names; names++)
        if (html_tag_is(html, at, *names, close))
            return true;
    return false;
}

/* What is not in a cell is nothing but white space in tables that make sense. */
size_t html_table_read(galley_arena *arena, galley_slice html, size_t at, bool exact, html_table *out)
{
    static const char *const cells[] = { "td", "th", NULL }, *const rows[] = { "tr", "table", NULL };
    size_t cell = SIZE_MAX, end = at;
    *out = (html_table){ 0 };
    for (at = html_tag_end(html, at); at<html.length; at = end> at ? end : at + 1) {
        end = html.text[at] == '<' ? html_tag_end(html, at) : at;
        if (end == at)
            continue;
        bool opens = is_any(html, at, cells, false), closes = is_any(html, at, cells, true);
        bool row = html_tag_is(html, at, "tr", false), last = html_tag_is(html, at, "table", true);
        if (cell != SIZE_MAX && (opens || closes || row || is_any(html, at, rows, true))) {
            add_cell(arena, out, galley_slice_part(html, cell, at), exact);
            cell = SIZE_MAX;
        }
        if (opens)
            cell = end;
        if (row)
            add_row(arena, out);
        if (last)
            return end;
    }
    if (cell != SIZE_MAX)
        add_cell(arena, out, galley_slice_part(html, cell, html.length), exact);
    return html.length;
}
