/* SPDX-License-Identifier: MIT
 * Three kinds of Markdown.  Galley's own has comments that name every piece: readings as
 * they were written.  A document has headings that mean something: readings, too.  What
 * recognisers and models write of a page has blocks, but where an article begins and a
 * paragraph ends it does not know: facts, and the repair finds the articles. */
#include "plugins/markdown/reader.h"

#include <strings.h>

#include <galley/text.h>

#include "plugins/markdown/document.h"
#include "plugins/markdown/front.h"
#include "plugins/markdown/loose.h"
#include "plugins/markdown/ours.h"
#include "plugins/markdown/tree.h"
#include "plugins/markdown/weigh.h"

#define TREE_BYTES 128 /* of the parser's tree for a byte, at most; it is not in the arena, but is held to its cap */

typedef struct input {
    markdown_file file;
    markdown_front front;
    bool ours, fenced;
} input;

/* ---- One file --------------------------------------------------------------- */

static galley_status check(const markdown_reading *read, const galley_source *source, galley_slice bytes)
{
    galley_findings *findings = read->findings;
    galley_place place = { .file = galley_source_name(source) };
    size_t bad_at = 0, most = galley_arena_cap(read->issue->arena) / TREE_BYTES;
    if (bytes.length > most)
        return galley_fail(findings, GALLEY_LIMIT, "markdown.size", place,
                           "it is larger than %zu KiB, so that it may take more memory than is allowed; "
                           "--limit-memory raises it",
                           most >> 10);
    if (!galley_text_valid(bytes, &bad_at))
        return galley_fail(findings, GALLEY_FORMAT, "markdown.encoding", place,
                           "the byte 0x%02X at offset %zu is no UTF-8, in which all Markdown is; nothing was read",
                           (unsigned)(unsigned char)bytes.text[bad_at], bad_at);
    if (bytes.length && memchr(bytes.text, '\0', bytes.length))
        galley_find(findings, GALLEY_LOST, "markdown.nul", place, "U+FFFD stands in the place of its NUL bytes");
    return GALLEY_OK;
}

static galley_slice line_at(galley_slice text, size_t from, size_t *next)
{
    size_t end = from;
    while (end < text.length && text.text[end] != '\n')
        end++;
    *next = end < text.length ? end + 1 : end;
    return galley_slice_trim(galley_slice_part(text, from, end));
}

/* ```, ```markdown and ~~~ md */
static bool opens_fence(galley_slice line)
{
    static const char *const infos[] = { "", "markdown", "md", "text", "txt", "plaintext" };
    size_t at = 0;
    while (at < line.length && (line.text[at] == '`' || line.text[at] == '~') && line.text[at] == line.text[0])
        at++;
    galley_slice info = galley_slice_trim(galley_slice_part(line, at, line.length));
    for (size_t i = 0; at >= 3 && i < sizeof infos / sizeof *infos; i++)
        if (info.length == strlen(infos[i]) && (!info.length || strncasecmp(info.text, infos[i], info.length) == 0))
            return true;
    return false;
}

/* A fence around all of it, as chat models answer, goes.  Another one in it would be no such. */
static void strip_fence(input *in)
{
    galley_slice body = in->file.body;
    size_t from = 0, next, fences = 0, last = 0, first_end = 0, line = 0;
    uint32_t first_line = 0;
    for (; from < body.length; from = next, line++) {
        galley_slice text = line_at(body, from, &next);
        bool fence =
            galley_slice_starts(text, galley_slice_of("```")) || galley_slice_starts(text, galley_slice_of("~~~"));
        if (!fences && text.length && !(fence && opens_fence(text)))
            return;
        if (fences == 2 && text.length)
            return;
        if (!fence)
            continue;
        if (++fences == 1) {
            first_end = next;
            first_line = (uint32_t)line + 1;
        }
        last = from;
    }
    if (fences != 2)
        return;
    in->fenced = true;
    in->file.body = galley_slice_part(body, first_end, last);
    in->file.first_line += first_line;
    in->file.first_byte += first_end;
}

static galley_status open_file(markdown_reading *read, const galley_source *source, input *in)
{
    galley_slice bytes = galley_source_bytes(source), mark = galley_slice_of("\xef\xbb\xbf");
    galley_status status = check(read, source, bytes);
    if (status != GALLEY_OK)
        return status;
    size_t skipped = galley_slice_starts(bytes, mark) ? mark.length : 0;
    galley_slice text = galley_slice_part(bytes, skipped, bytes.length);
    in->front = markdown_take_front(read->issue->arena, text, &read->issue->meta);
    in->file.name = galley_source_name(source);
    in->file.body = galley_slice_part(text, in->front.length, text.length);
    in->file.first_line = in->front.lines;
    in->file.first_byte = skipped + in->front.length;
    strip_fence(in);
    if (!markdown_parse(read->scratch, in->file.body, &in->file))
        return GALLEY_MEMORY;
    in->ours = markdown_is_ours(read->scratch, &in->file);
    if (in->front.unknown)
        galley_find(read->findings, GALLEY_LOST, "markdown.matter", (galley_place){ .file = in->file.name, .line = 1 },
                    "%zu lines of the front matter say what Galley has no place for; they were left out",
                    in->front.unknown);
    return GALLEY_OK;
}

/* ---- All of them ------------------------------------------------------------ */

/* Whether it is what a recogniser wrote; says so where nobody decided it. */
static bool is_loose(markdown_reading *read, const input *inputs, size_t count, const char *structure)
{
    markdown_weighing weighing = { 0 };
    const char *reason;
    if (strcmp(structure, "auto") != 0)
        return strcmp(structure, "repair") == 0;
    for (size_t i = 0; i < count; i++) {
        if (inputs[i].ours)
            return false;
        weighing.fenced |= inputs[i].fenced;
        weighing.front |= inputs[i].front.length > 0;
        markdown_weigh(&weighing, &inputs[i].file);
    }
    if (markdown_points(&weighing, &reason) < MARKDOWN_LOOSE)
        return false;
    galley_find(read->findings, GALLEY_REPAIRED, "markdown.structure", (galley_place){ .file = inputs[0].file.name },
                "it looks as a recogniser writes a page (%s), so the repair finds its articles; "
                "--set structure=keep takes its headings as they are",
                reason);
    return true;
}

static void read_loose(markdown_reading *read, const input *inputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        read->file = &inputs[i].file;
        markdown_read_loose(read);
        uint32_t lines = read->file->first_line + read->file->line_count + inputs[i].fenced;
        read->base += read->last > lines ? read->last : lines;
    }
}

/* The index of a folder has the order of the pages, so it comes first, whatever its name is. */
static void read_structured(markdown_reading *read, const input *inputs, size_t count)
{
    markdown_ours *ours = markdown_ours_new(read);
    for (int turn = 0; ours && turn < 2; turn++)
        for (size_t i = 0; i < count; i++) {
            if (inputs[i].front.issue != (turn == 0))
                continue;
            read->file = &inputs[i].file;
            if (inputs[i].ours)
                markdown_ours_read(ours);
            else
                markdown_read_document(read);
            read->base += read->file->line_count + 1;
        }
    if (ours)
        markdown_ours_finish(ours);
    read->issue->has_readings = true;
    galley_issue_make_facts(read->issue, NULL);
}

static void report(const markdown_reading *read, size_t count, const char *code, const char *sentence)
{
    if (count)
        galley_find(read->findings, GALLEY_LOST, code, (galley_place){ .file = read->file->name }, "%s (%zu)", sentence,
                    count);
}

static galley_status read_all(markdown_reading *read, galley_source *const *sources, size_t count,
                              const galley_settings *settings)
{
    input *inputs = galley_arena_array(read->scratch, count + 1, sizeof *inputs);
    if (!inputs)
        return GALLEY_MEMORY;
    for (size_t i = 0; i < count; i++) {
        galley_status status = open_file(read, sources[i], &inputs[i]);
        if (status != GALLEY_OK)
            return status;
    }
    bool loose = is_loose(read, inputs, count, galley_settings_text(settings, "structure"));
    (loose ? read_loose : read_structured)(read, inputs, count);
    report(read, read->lowered, "markdown.lowered",
           loose ? "rows of tables became lines" : "lists within lists and blocks of code became plain ones");
    report(read, read->images, "markdown.pictures", "pictures were left out, as they are not in the text");
    report(read, read->comments, "markdown.comments", "comments were left out, as they were not printed");
    if (loose && !read->issue->lines.count)
        return galley_fail(read->findings, GALLEY_FORMAT, "markdown.empty",
                           (galley_place){ .file = inputs[0].file.name }, "there is no text in it");
    return galley_issue_status(read->issue);
}

galley_status markdown_read(galley_issue *issue, galley_source *const *sources, size_t count,
                            const galley_settings *settings, galley_findings *findings)
{
    markdown_reading read = { .issue = issue, .findings = findings };
    read.scratch = galley_arena_new(galley_arena_cap(issue->arena));
    if (!read.scratch)
        return GALLEY_MEMORY;
    galley_status status = read_all(&read, sources, count, settings);
    if (status == GALLEY_OK)
        status = galley_arena_status(read.scratch);
    galley_arena_drop(read.scratch);
    return status;
}

/* ---- Probe ------------------------------------------------------------------ */

static bool is_our_front(galley_slice bytes)
{
    size_t end = galley_slice_starts(bytes, galley_slice_of("---\n"))
                     ? galley_slice_find(bytes, galley_slice_of("\n---"), 4)
                     : SIZE_MAX;
    galley_slice matter = galley_slice_part(bytes, 0, end == SIZE_MAX ? 0 : end);
    return galley_slice_find(matter, galley_slice_of("\nissue: \""), 0) != SIZE_MAX ||
           galley_slice_find(matter, galley_slice_of("\narticles: "), 0) != SIZE_MAX;
}

static bool is_our_comment(galley_slice bytes)
{
    static const char *const words[] = { "\n<!-- page id=\"", "\n<!-- news ", "\n<!-- masthead " };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (galley_slice_find(bytes, galley_slice_of(words[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

/* Lines that begin as headings do: # and a space. */
static size_t count_headings(galley_slice bytes)
{
    size_t count = 0;
    for (size_t from = 0, next; from < bytes.length; from = next) {
        galley_slice line = line_at(bytes, from, &next);
        size_t marks = 0;
        while (marks < line.length && line.text[marks] == '#')
            marks++;
        count += marks > 0 && marks <= 6 && marks + 1 < line.length && line.text[marks] == ' ';
    }
    return count;
}

static bool is_named_so(const char *name)
{
    const char *dot = name ? strrchr(name, '.') : NULL;
    return dot && (strcasecmp(dot, ".md") == 0 || strcasecmp(dot, ".markdown") == 0);
}

/* 60 for Galley's own, by its front matter or its comments; 15 for two headings or a fence of
 * Markdown, which is more than what any text gets; 1 for any other text in UTF-8 that is named so. */
int markdown_probe(galley_slice bytes, bool whole, const char *name)
{
    size_t bad_at = 0, next;
    if (galley_slice_starts(bytes, galley_slice_of("\xef\xbb\xbf")))
        bytes = galley_slice_part(bytes, 3, bytes.length);
    bool valid = galley_text_valid(bytes, &bad_at) || (!whole && bad_at + 4 > bytes.length);
    if (!bytes.length || !valid || memchr(bytes.text, '\0', bytes.length))
        return 0;
    if (is_our_front(bytes) || is_our_comment(bytes))
        return 60;
    galley_slice first = line_at(bytes, 0, &next);
    bool fence = first.length > 5 && galley_slice_starts(first, galley_slice_of("```")) && opens_fence(first);
    return fence || count_headings(bytes) > 1 ? 15 : is_named_so(name);
}
