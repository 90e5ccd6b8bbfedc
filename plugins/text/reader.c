/* SPDX-License-Identifier: MIT
 * A text dump into facts: a source begins a page, and so does a form feed; lines
 * without a blank one between them are a zone.  The lines point into the source
 * itself where it is UTF-8.  What no text has (NUL, a line of megabytes) means that
 * somebody gave the wrong file. */
#include "plugins/text/reader.h"

#include "formats/charset/charset.h"

#define LINE_MOST ((size_t)1 << 20)

typedef struct reading {
    galley_issue *issue;
    galley_source *source;
    galley_findings *findings;
    uint32_t base;           /* ids given before this source */
    uint32_t number;         /* of the line at hand, from 1 */
    uint32_t blank;          /* blank lines since the last one on this page */
    bool new_page, new_zone; /* the next line begins one */
} reading;

static galley_place place_of(const reading *read, uint32_t line)
{
    return (galley_place){ .file = galley_source_name(read->source), .line = line };
}

/* ---- Bytes ------------------------------------------------------------------ */

static uint32_t line_at(galley_slice bytes, size_t offset)
{
    uint32_t line = 1;
    for (size_t i = 0; i < offset && i < bytes.length; i++)
        line += bytes.text[i] == '\n';
    return line;
}

static const char *wanted_encoding(const galley_settings *settings)
{
    const char *encoding = galley_settings_text(settings, "encoding");
    return *encoding && strcmp(encoding, "auto") != 0 ? encoding : NULL;
}

static galley_status report_undecodable(const reading *read, const charset_result *found)
{
    galley_slice bytes = galley_source_bytes(read->source);
    if (!found->name)
        return galley_fail(read->findings, GALLEY_FORMAT, "text.encoding", place_of(read, 0),
                           "it is no text in an encoding that is known; --set encoding=NAME says which");
    return galley_fail(read->findings, GALLEY_FORMAT, "text.encoding", place_of(read, line_at(bytes, found->bad_at)),
                       "a byte here is no %s text; --set encoding=NAME says what it is", found->name);
}

static galley_status decode(reading *read, const galley_settings *settings, galley_slice *out)
{
    charset_result found;
    galley_status status =
        charset_decode(read->issue->arena, galley_source_bytes(read->source), wanted_encoding(settings), &found);
    if (status == GALLEY_FORMAT)
        return report_undecodable(read, &found);
    if (status != GALLEY_OK)
        return status;
    *out = found.text;
    if (strcmp(found.name, "UTF-8") != 0)
        galley_find(read->findings, found.sure ? GALLEY_REPAIRED : GALLEY_UNSURE, "text.encoding", place_of(read, 0),
                    "it is %s %s and was read as such", found.sure ? "in" : "most likely in", found.name);
    return GALLEY_OK;
}

/* ---- Controls --------------------------------------------------------------- */

/* Controls that no text needs.  U+001C..1F are white space to the law, as are tabs and line ends. */
static bool is_stray(char byte)
{
    unsigned char code = (unsigned char)byte;
    return (code < 0x1c && !(code >= '\t' && code <= '\r')) || code == 0x7f;
}

static galley_status drop_strays(reading *read, galley_slice *text)
{
    size_t first = 0, count = 0;
    while (first < text->length && !is_stray(text->text[first]))
        first++;
    if (first == text->length)
        return GALLEY_OK;
    if (memchr(text->text, '\0', text->length))
        return galley_fail(read->findings, GALLEY_FORMAT, "text.binary", place_of(read, line_at(*text, first)),
                           "there are NUL bytes in it, so it is no text");
    char *clean = galley_arena_alloc(read->issue->arena, text->length + 1);
    if (!clean)
        return galley_arena_status(read->issue->arena);
    for (size_t i = 0; i < text->length; i++)
        if (!is_stray(text->text[i]))
            clean[count++] = text->text[i];
    galley_find(read->findings, GALLEY_LOST, "text.controls", place_of(read, line_at(*text, first)),
                "control characters were left out (%zu, the first one here)", text->length - count);
    *text = (galley_slice){ clean, count };
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
    while (from < text.length && text.text[from] != '\n' && text.text[from] != '\r' && text.text[from] != '\f')
        from++;
    return from;
}

/* A form feed ends a page; the line it stands in counts on behind it. */
static galley_status take_lines(reading *read, galley_slice text)
{
    for (size_t from = 0; from < text.length;) {
        size_t end = find_end(text, from);
        if (end - from > LINE_MOST)
            return galley_fail(read->findings, GALLEY_LIMIT, "text.line", place_of(read, read->number + 1),
                               "the line is longer than 1 MiB, so this is no dump of a page");
        bool feed = end < text.length && text.text[end] == '\f';
        if (!feed || end > from)
            take_line(read, galley_slice_part(text, from, end), from);
        read->new_page = read->new_page || feed;
        read->number -= feed && end > from; /* its line goes on */
        bool pair = end + 1 < text.length && text.text[end] == '\r' && text.text[end + 1] == '\n';
        from = end + 1 + pair;
    }
    return galley_issue_status(read->issue);
}

static galley_status read_source(reading *read, const galley_settings *settings)
{
    galley_slice text = { 0 };
    size_t before = read->issue->lines.count;
    galley_status status = decode(read, settings, &text);
    if (status == GALLEY_OK)
        status = drop_strays(read, &text);
    if (status == GALLEY_OK)
        status = take_lines(read, text);
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

/* 12 for valid UTF-8, 6 for what has no control characters, 0 for anything else: plain text has
 * no signature, so every format with one is stronger.  UTF-16 is known by its mark. */
int text_probe(galley_slice bytes, bool whole, const char *name)
{
    (void)name;
    size_t bad_at = 0;
    if (galley_slice_starts(bytes, galley_slice_of("\xff\xfe")) ||
        galley_slice_starts(bytes, galley_slice_of("\xfe\xff")))
        return 12;
    for (size_t i = 0; i < bytes.length; i++)
        if (bytes.text[i] == '\0')
            return 0;
    if (!bytes.length)
        return 0;
    bool valid = galley_text_valid(bytes, &bad_at);
    return valid || (!whole && bad_at + 4 > bytes.length) ? 12 : 6;
}
