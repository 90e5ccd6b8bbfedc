/* SPDX-License-Identifier: MIT
 * A text dump into facts: a source begins a page, and so does a form feed; lines
 * without a blank one between them are a zone.  The lines point into the source
 * itself where it is UTF-8.  What no text has (NUL, a line of megabytes) means that
 * somebody gave the wrong file. */
#include "plugins/text/reader.h"

#include <strings.h>

#include "formats/charset/charset.h"

#define LINE_MOST ((size_t)1 << 20)

/* A place in a text, moved forward only, so that many places cost one walk. */
typedef struct spot {
    size_t at;
    uint32_t line, column; /* from 1, column in characters */
} spot;

typedef struct reading {
    galley_issue *issue;
    galley_source *source;
    galley_findings *findings;
    charset_result found;
    spot replaced;           /* the last U+FFFD */
    galley_slice text;       /* what is cut into lines */
    bool lent;               /* `text` is the source itself, behind its byte order mark */
    size_t source_at;        /* else: where the line at hand begins in the source */
    uint32_t base;           /* ids given before this source */
    uint32_t number;         /* of the line at hand, from 1 */
    uint32_t blank;          /* blank lines since the last one on this page */
    bool new_page, new_zone; /* the next line begins one */
} reading;

static galley_place place_of(const reading *read, uint32_t line)
{
    return (galley_place){ .file = galley_source_name(read->source), .line = line };
}

/* ---- Places ----------------------------------------------------------------- */

/* LF, CR and CRLF end lines, as in take_lines. */
static void move(spot *to, galley_slice text, size_t at)
{
    for (; to->at < at; to->at++) {
        char byte = text.text[to->at], before = to->at ? text.text[to->at - 1] : '\0';
        if (byte == '\r' || (byte == '\n' && before != '\r')) {
            to->line++;
            to->column = 1;
        } else if (byte != '\n' && ((unsigned char)byte & 0xc0) != 0x80) {
            to->column++;
        }
    }
}

static galley_place place_at(const reading *read, spot where)
{
    return (galley_place){ .file = galley_source_name(read->source), .line = where.line, .column = where.column };
}

static galley_place place_behind(const reading *read, galley_slice text)
{
    spot where = { .line = 1, .column = 1 };
    move(&where, text, text.length);
    return place_at(read, where);
}

/* ---- Bytes ------------------------------------------------------------------ */

static const char *wanted_encoding(const galley_settings *settings)
{
    const char *encoding = galley_settings_text(settings, "encoding");
    return *encoding && strcmp(encoding, "auto") != 0 ? encoding : NULL;
}

static unsigned byte_at(const reading *read, size_t offset)
{
    galley_slice bytes = galley_source_bytes(read->source);
    return offset < bytes.length ? (unsigned char)bytes.text[offset] : 0;
}

static void note_replaced(void *state, size_t offset, galley_slice before)
{
    reading *read = state;
    move(&read->replaced, before, before.length);
    galley_find(read->findings, GALLEY_LOST, "text.invalid", place_at(read, read->replaced),
                "the byte 0x%02X at offset %zu is no character; U+FFFD stands in its place", byte_at(read, offset),
                offset);
}

static galley_status report_undecodable(const reading *read)
{
    const charset_result *found = &read->found;
    if (!found->name)
        return galley_fail(read->findings, GALLEY_FORMAT, "text.encoding", place_of(read, 0),
                           "it is no text in an encoding that is known; --set encoding=NAME says which");
    return galley_fail(read->findings, GALLEY_FORMAT, "text.invalid", place_behind(read, found->text),
                       "the byte 0x%02X at offset %zu is no %s; --set encoding=NAME says what it is, "
                       "--set invalid=replace reads the rest",
                       byte_at(read, found->bad_at), found->bad_at, found->name);
}

static void report_encoding(const reading *read)
{
    const charset_result *found = &read->found;
    if (found->marked)
        galley_find(read->findings, GALLEY_REPAIRED, "text.mark", place_of(read, 1), "a byte order mark was left out");
    if (strcasecmp(found->name, "UTF-8") != 0)
        galley_find(read->findings, found->sure ? GALLEY_REPAIRED : GALLEY_UNSURE, "text.encoding", place_of(read, 0),
                    "it is %s %s, %s, and was read as such", found->sure ? "in" : "most likely in", found->name,
                    found->how);
}

static galley_status decode(reading *read, const galley_settings *settings)
{
    bool replace = strcmp(galley_settings_text(settings, "invalid"), "replace") == 0;
    galley_slice bytes = galley_source_bytes(read->source);
    charset_request request = { .wanted = wanted_encoding(settings), .replaced = replace ? note_replaced : NULL };
    request.state = read;
    read->replaced = (spot){ .line = 1, .column = 1 };
    galley_status status = charset_decode(read->issue->arena, bytes, &request, &read->found);
    if (status == GALLEY_FORMAT)
        return report_undecodable(read);
    if (status != GALLEY_OK)
        return status;
    read->text = read->found.text;
    read->lent = galley_slice_end(read->text) == galley_slice_end(bytes);
    report_encoding(read);
    return GALLEY_OK;
}

/* ---- Controls --------------------------------------------------------------- */

/* Controls that no text needs.  U+001C..1F are white space to the law, as are tabs and line ends. */
static bool is_stray(char byte)
{
    unsigned char code = (unsigned char)byte;
    return (code < 0x1c && !(code >= '\t' && code <= '\r')) || code == 0x7f;
}

/* From `at` on, where eight bytes begin that may hold a control, or the last few bytes: they
 * are looked at together. */
static size_t pass_plain(galley_slice text, size_t at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    for (uint64_t eight; at + sizeof eight <= text.length; at += sizeof eight) {
        memcpy(&eight, text.text + at, sizeof eight);
        uint64_t deletes = eight ^ ones * 0x7f;
        if ((((eight - ones * ' ') & ~eight) | ((deletes - ones) & ~deletes)) & tops)
            break;
    }
    return at;
}

static size_t find_stray(galley_slice text)
{
    size_t at = 0;
    while (at < text.length && !is_stray(text.text[at]))
        at = pass_plain(text, at + 1);
    return at;
}

static galley_status drop_strays(reading *read)
{
    galley_slice text = read->text;
    size_t first = find_stray(text), count = 0;
    if (first == text.length)
        return GALLEY_OK;
    const char *nul = memchr(text.text, '\0', text.length);
    if (nul)
        return galley_fail(read->findings, GALLEY_FORMAT, "text.binary",
                           place_behind(read, galley_slice_range(text.text, nul)),
                           "there are NUL bytes in it, so it looks binary and is no text; nothing was read");
    char *clean = galley_arena_alloc(read->issue->arena, text.length + 1);
    if (!clean)
        return galley_arena_status(read->issue->arena);
    for (size_t i = 0; i < text.length; i++)
        if (!is_stray(text.text[i]))
            clean[count++] = text.text[i];
    galley_find(read->findings, GALLEY_LOST, "text.controls", place_behind(read, galley_slice_part(text, 0, first)),
                "control characters were left out (%zu, the first one here)", text.length - count);
    read->text = (galley_slice){ clean, count };
    read->lent = false;
    return GALLEY_OK;
}

/* ---- Lines ------------------------------------------------------------------ */

static void begin_page(reading *read)
{
    galley_page *page = galley_issue_add_page(read->issue, galley_slice_of(galley_source_name(read->source)));
    page->line_base = read->base;
    read->new_page = false;
    read->new_zone = true;
    read->blank = 0;
}

static void take_line(reading *read, galley_slice text, uint64_t offset)
{
    read->number++;
    if (galley_slice_empty(galley_slice_trim(text))) {
        read->blank++;
        read->new_zone = true;
        return;
    }
    if (read->new_page)
        begin_page(read);
    if (read->new_zone)
        galley_issue_add_zone(read->issue);
    read->new_zone = false;
    galley_line *line = galley_issue_add_line(read->issue, text, read->base + read->number, read->number);
    line->blank_before = read->blank;
    line->offset = offset;
    read->blank = 0;
}

static size_t find_end(galley_slice text, size_t from)
{
    from = pass_plain(text, from);
    while (from < text.length && text.text[from] != '\n' && text.text[from] != '\r' && text.text[from] != '\f')
        from++;
    return from;
}

/* Where in the source the piece of text begins that was reached. */
static uint64_t source_offset(const reading *read, size_t from)
{
    if (!read->lent)
        return read->source_at;
    return galley_source_bytes(read->source).length - read->text.length + from;
}

/* Passes one line end in the source, as the text did; lines are the same in both. */
static void pass_source(reading *read)
{
    galley_slice bytes = galley_source_bytes(read->source);
    if (!read->lent)
        read->source_at =
            (size_t)(galley_slice_end(charset_line_end(bytes, read->found.name, read->source_at)) - bytes.text);
}

/* A form feed ends a page; the line it stands in counts on behind it. */
static galley_status take_lines(reading *read)
{
    galley_slice text = read->text;
    for (size_t from = 0; from < text.length;) {
        size_t end = find_end(text, from);
        if (end - from > LINE_MOST)
            return galley_fail(read->findings, GALLEY_LIMIT, "text.line", place_of(read, read->number + 1),
                               "the line is longer than 1 MiB, so this is no dump of a page");
        bool feed = end < text.length && text.text[end] == '\f';
        if (!feed || end > from)
            take_line(read, galley_slice_part(text, from, end), source_offset(read, from));
        read->new_page = read->new_page || feed;
        read->number -= feed && end > from; /* its line goes on */
        bool pair = end + 1 < text.length && text.text[end] == '\r' && text.text[end + 1] == '\n';
        for (int ends = 0; ends <= pair; ends++)
            pass_source(read);
        from = end + 1 + pair;
    }
    return galley_issue_status(read->issue);
}

/* The front matter of Galley's own Markdown ends with how many pages and articles there are. */
static bool is_our_markdown(galley_slice bytes)
{
    if (!galley_slice_starts(bytes, galley_slice_of("---\n")))
        return false;
    size_t end = galley_slice_find(bytes, galley_slice_of("\n---"), 0);
    galley_slice matter = galley_slice_part(bytes, 0, end == SIZE_MAX ? 0 : end);
    size_t pages = galley_slice_find(matter, galley_slice_of("\npages: "), 0);
    return pages != SIZE_MAX && galley_slice_find(matter, galley_slice_of("\narticles: "), pages) != SIZE_MAX;
}

static galley_status read_source(reading *read, const galley_settings *settings)
{
    size_t before = read->issue->lines.count;
    galley_status status = decode(read, settings);
    read->source_at = read->found.skipped;
    if (status == GALLEY_OK && is_our_markdown(galley_slice_trim(read->text)))
        return galley_fail(read->findings, GALLEY_FORMAT, "text.markdown", place_of(read, 1),
                           "it is Markdown that Galley wrote and no dump of a page; nothing was read");
    if (status == GALLEY_OK)
        status = drop_strays(read);
    if (status == GALLEY_OK)
        status = take_lines(read);
    if (status == GALLEY_OK && read->issue->lines.count == before)
        return galley_fail(read->findings, GALLEY_FORMAT, "text.empty", place_of(read, 0), "there is no text in it");
    return status;
}

galley_status text_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings)
{
    uint32_t base = 0;
    for (size_t i = 0; i < count; i++) {
        reading read = { .issue = issue, .source = sources[i], .findings = findings, .base = base, .new_page = true };
        galley_status status = read_source(&read, settings);
        if (status != GALLEY_OK)
            return status;
        base += read.number;
    }
    return GALLEY_OK;
}

/* ---- Probe ------------------------------------------------------------------ */

static bool starts_with_any(galley_slice bytes, const char *const *words)
{
    for (; *words; words++)
        if (bytes.length >= strlen(*words) && strncasecmp(bytes.text, *words, strlen(*words)) == 0)
            return true;
    return false;
}

/* `{"` and `[{`, with any white space between: no dump of a page begins like that. */
static bool is_json(galley_slice bytes)
{
    if (!bytes.length || (bytes.text[0] != '{' && bytes.text[0] != '['))
        return false;
    galley_slice rest = galley_slice_trim(galley_slice_part(bytes, 1, bytes.length));
    return rest.length && strchr(bytes.text[0] == '{' ? "\"}" : "{[\"", rest.text[0]) != NULL;
}

static bool is_something_else(galley_slice bytes)
{
    static const char *const starts[] = { "<?xml", "<!doctype",  "<html",  "<TEI", "<!--",
                                          "%PDF-", "PK\x03\x04", "{\\rtf", "%!PS", NULL };
    bytes = galley_slice_trim(bytes);
    return starts_with_any(bytes, starts) || is_json(bytes) || is_our_markdown(bytes);
}

/* Text may hold a stray control or two; a tenth of it is no text. */
static bool is_binary(galley_slice bytes)
{
    size_t strays = 0;
    for (size_t i = 0; i < bytes.length; i++)
        strays += is_stray(bytes.text[i]);
    return memchr(bytes.text, '\0', bytes.length) || strays * 10 > bytes.length;
}

/* 12 for valid UTF-8 and for the mark of UTF-16, 6 for what may be text in another encoding, 0 for
 * what is binary or begins as another format does: plain text has no signature, so every format
 * with one is stronger. */
int text_probe(galley_slice bytes, bool whole, const char *name)
{
    (void)name;
    size_t bad_at = 0;
    if (!bytes.length)
        return 0;
    if (galley_slice_starts(bytes, galley_slice_of("\xff\xfe")) ||
        galley_slice_starts(bytes, galley_slice_of("\xfe\xff")))
        return 12;
    if (galley_slice_starts(bytes, galley_slice_of("\xef\xbb\xbf")))
        bytes = galley_slice_part(bytes, 3, bytes.length);
    if (is_binary(bytes) || is_something_else(bytes))
        return 0;
    bool valid = galley_text_valid(bytes, &bad_at);
    return valid || (!whole && bad_at + 4 > bytes.length) ? 12 : 6;
}
