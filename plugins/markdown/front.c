/* SPDX-License-Identifier: MIT
 * Values are plain, or quoted as Galley writes them.  Lists, nested maps and texts over
 * several lines are counted and left out. */
#include "plugins/markdown/front.h"

#include <galley/buffer.h>
#include <galley/text.h>

#include "plugins/markdown/matter.h"

typedef struct entry {
    galley_slice key, value;
} entry;

typedef struct front {
    galley_arena *arena;
    GALLEY_VECTOR(entry) entries;
    size_t unknown;
} front;

/* ---- Values ----------------------------------------------------------------- */

static int hex(char byte)
{
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                        : -1;
}

/* \u and four digits; false when they are none. */
static bool take_code(galley_slice text, size_t at, uint32_t *out)
{
    *out = 0;
    if (at + 4 > text.length)
        return false;
    for (size_t i = at; i < at + 4; i++) {
        if (hex(text.text[i]) < 0)
            return false;
        *out = *out * 16 + (uint32_t)hex(text.text[i]);
    }
    return true;
}

/* Behind its quotation mark up to the next one; false where there is none. */
static bool take_quoted(galley_arena *arena, galley_slice text, galley_slice *out)
{
    galley_buffer value = { 0 };
    size_t at = 1;
    for (; at < text.length && text.text[at] != '"'; at++) {
        char byte = text.text[at];
        uint32_t code = 0;
        if (byte != '\\' || at + 1 == text.length) {
            galley_buffer_byte(&value, byte);
            continue;
        }
        byte = text.text[++at];
        if (byte == 'u' && take_code(text, at + 1, &code)) {
            galley_buffer_code(&value, code);
            at += 4;
        } else {
            galley_buffer_byte(&value, byte == 'n' ? '\n' : byte == 't' ? '\t' : byte);
        }
    }
    bool ended =
        at < text.length && galley_slice_empty(galley_slice_trim(galley_slice_part(text, at + 1, text.length)));
    *out = galley_buffer_copy(&value, arena);
    galley_buffer_drop(&value);
    return ended;
}

/* Two quotation marks in it are one. */
static bool take_single(galley_arena *arena, galley_slice text, galley_slice *out)
{
    galley_buffer value = { 0 };
    bool ended = text.length > 1 && text.text[text.length - 1] == '\'';
    for (size_t at = 1; ended && at + 1 < text.length; at++) {
        galley_buffer_byte(&value, text.text[at]);
        at += text.text[at] == '\'';
    }
    *out = galley_buffer_copy(&value, arena);
    galley_buffer_drop(&value);
    return ended;
}

static bool take_plain(galley_arena *arena, galley_slice text, galley_slice *out)
{
    size_t note = galley_slice_find(text, galley_slice_of(" #"), 0);
    if (note != SIZE_MAX)
        text = galley_slice_trim(galley_slice_part(text, 0, note));
    *out = galley_arena_copy(arena, text);
    return text.length && !strchr("[]{}&*!|>%@`#", text.text[0]);
}

static bool take_value(galley_arena *arena, galley_slice text, galley_slice *out)
{
    if (!text.length)
        return false;
    return (text.text[0] == '"' ? take_quoted : text.text[0] == '\'' ? take_single : take_plain)(arena, text, out);
}

/* ---- Lines ------------------------------------------------------------------ */

static void take_line(front *matter, galley_slice line)
{
    entry one;
    size_t colon = galley_slice_find(line, galley_slice_of(":"), 0);
    bool starts = line.length && line.text[0] > ' ' && line.text[0] != '#' && line.text[0] != '-';
    if (galley_slice_empty(galley_slice_trim(line)) || line.text[0] == '#')
        return;
    if (!starts || colon == SIZE_MAX ||
        !take_value(matter->arena, galley_slice_trim(galley_slice_part(line, colon + 1, line.length)), &one.value)) {
        matter->unknown++;
        return;
    }
    one.key = galley_slice_trim(galley_slice_part(line, 0, colon));
    entry *kept = galley_push(matter->arena, &matter->entries);
    if (kept)
        *kept = one;
}

static size_t find_end(galley_slice text, size_t from)
{
    while (from < text.length && text.text[from] != '\n')
        from++;
    return from;
}

/* Takes the lines up to --- or ...; false where they never come. */
static bool take_lines(front *matter, galley_slice text, markdown_front *out)
{
    for (size_t from = find_end(text, 0) + 1, end; from < text.length; from = end + 1) {
        end = find_end(text, from);
        galley_slice line = galley_slice_part(text, from, end);
        if (galley_slice_ends(line, galley_slice_of("\r")))
            line.length--;
        out->lines++;
        if (galley_slice_is(line, "---") || galley_slice_is(line, "...")) {
            out->length = end < text.length ? end + 1 : end;
            out->lines++;
            return true;
        }
        take_line(matter, line);
    }
    return false;
}

/* ---- What is known ---------------------------------------------------------- */

static bool has(const front *matter, const char *key)
{
    for (size_t i = 0; i < matter->entries.count; i++)
        if (galley_slice_is(matter->entries.items[i].key, key))
            return true;
    return false;
}

/* Where a value goes; NULL where nothing has a place for it.  In the file of one article the
 * title is its headline, and the issue has keys of its own. */
static galley_slice *place_for(const markdown_front *out, galley_meta *meta, galley_slice key)
{
    static const char *const shared[] = { "date", "number", "issn", "cn", "language", NULL };
    markdown_entry entries[MARKDOWN_ENTRY_COUNT];
    if (out->article && galley_slice_is(key, "newspaper"))
        return &meta->title;
    if (out->article && galley_slice_is(key, "issue"))
        return &meta->id;
    bool known = !out->article;
    for (size_t i = 0; shared[i] && !known; i++)
        known = galley_slice_is(key, shared[i]);
    markdown_entries(meta, entries);
    for (size_t i = 0; known && i < MARKDOWN_ENTRY_COUNT; i++)
        if (galley_slice_is(key, entries[i].key))
            return entries[i].value;
    return NULL;
}

/* What Galley writes for people, and reads where it stands in the text. */
static bool is_told_twice(const markdown_front *out, galley_slice key)
{
    static const char *const of_issue[] = { "pages", "articles", NULL };
    static const char *const of_article[] = { "title", "page", "section",  "byline", "id",
                                              "lines", "next", "previous", NULL };
    for (const char *const *told = out->article ? of_article : of_issue; *told; told++)
        if (galley_slice_is(key, *told))
            return true;
    return false;
}

markdown_front markdown_take_front(galley_arena *arena, galley_slice text, galley_meta *meta)
{
    markdown_front out = { 0 };
    front matter = { .arena = arena };
    if (!galley_slice_starts(text, galley_slice_of("---\n")) && !galley_slice_starts(text, galley_slice_of("---\r\n")))
        return out;
    if (!take_lines(&matter, text, &out) || matter.unknown > matter.entries.count)
        return (markdown_front){ 0 }; /* text between two rules */
    out.issue = has(&matter, "pages") && has(&matter, "articles");
    out.article = !out.issue && (has(&matter, "issue") || has(&matter, "newspaper"));
    out.unknown = matter.unknown;
    for (size_t i = 0; i < matter.entries.count; i++) {
        const entry *one = &matter.entries.items[i];
        galley_slice *to = place_for(&out, meta, one->key);
        if (to && !to->length)
            *to = one->value;
        else if (!to && !is_told_twice(&out, one->key))
            out.unknown++;
    }
    return out;
}
