/* SPDX-License-Identifier: MIT
 * TEI back into the model.  What says that Galley wrote it is read strictly, and the law is
 * checked, so that all of it comes back; where somebody changed it since, and for what
 * others wrote, it is a document with headings. */
#include "plugins/tei/reader.h"

#include <galley/law.h>
#include <galley/number.h>

#include "formats/xml/reader.h"
#include "plugins/tei/names.h"

/* ---- Asking --------------------------------------------------------------------------- */

void tei_fail(tei_reading *read, const tei_node *at, const char *format, ...)
{
    if (read->fault)
        return;
    va_list arguments;
    va_start(arguments, format);
    read->fault = galley_arena_vprint(read->scratch, format, arguments);
    va_end(arguments);
    read->fault_line = at ? at->line : 0;
}

bool tei_good(const tei_reading *read)
{
    return read->status == GALLEY_OK && !read->fault;
}

galley_slice tei_keep(tei_reading *read, galley_slice text)
{
    return galley_arena_copy(read->issue->arena, text);
}

galley_slice tei_keep_words(tei_reading *read, const tei_node *node)
{
    galley_buffer words = { 0 };
    tei_add_words(node, &words);
    galley_slice kept = galley_buffer_copy(&words, read->issue->arena);
    galley_buffer_drop(&words);
    return kept;
}

bool tei_parse_number(galley_slice word, const char *before, const char *after, uint64_t most, uint64_t *out)
{
    galley_slice front = galley_slice_of(before), back = galley_slice_of(after);
    uint64_t number = 0;
    if (word.length <= front.length + back.length || !galley_slice_starts(word, front) ||
        !galley_slice_ends(word, back))
        return false;
    for (size_t i = front.length; i < word.length - back.length; i++) {
        unsigned digit = (unsigned)(unsigned char)word.text[i] - '0';
        if (digit > 9 || number > (most - digit) / 10)
            return false;
        number = number * 10 + digit;
    }
    *out = number;
    return true;
}

uint32_t tei_read_number(tei_reading *read, const tei_node *node, galley_slice word, const char *before)
{
    uint64_t number = 0;
    if (!tei_parse_number(word, before, "", UINT32_MAX - 1, &number))
        tei_fail(read, node, "\"%.*s\" stands where a number was expected", GALLEY_SHOW(word));
    return (uint32_t)number;
}

float tei_read_float(tei_reading *read, const tei_node *node, const char *attribute, float fallback)
{
    float number = fallback;
    galley_slice word = tei_value(node, attribute);
    if (word.text && !galley_float_parse(word, &number))
        tei_fail(read, node, "\"%.*s\" stands where a number was expected", GALLEY_SHOW(word));
    return number;
}

bool tei_next_word(galley_slice *list, galley_slice *word)
{
    galley_slice rest = galley_slice_trim(*list);
    size_t length = 0;
    while (length < rest.length && !strchr(" \t\r\n", rest.text[length]))
        length++;
    *word = galley_slice_part(rest, 0, length);
    *list = galley_slice_part(rest, length, rest.length);
    return length > 0;
}

bool tei_read_look(const tei_node *node, const char *name, uint64_t *out)
{
    galley_slice looks = tei_value(node, "rend"), word, called = galley_slice_of(name);
    while (tei_next_word(&looks, &word))
        if (galley_slice_starts(word, called) &&
            tei_parse_number(galley_slice_part(word, called.length, word.length), "(", ")", INT64_MAX, out))
            return true;
    return false;
}

static int hexadecimal(char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *at = byte ? strchr(digits, byte) : NULL;
    return at ? (int)(at - digits) : -1;
}

galley_slice tei_read_url(tei_reading *read, galley_slice url)
{
    galley_buffer name = { 0 };
    for (size_t i = 0; i < url.length; i++) {
        int high = url.text[i] == '%' && i + 2 < url.length ? hexadecimal(url.text[i + 1]) : -1;
        int low = high >= 0 ? hexadecimal(url.text[i + 2]) : -1;
        galley_buffer_byte(&name, low >= 0 ? (char)(high * 16 + low) : url.text[i]);
        i += low >= 0 ? 2 : 0;
    }
    galley_slice made = galley_buffer_slice(&name);
    galley_slice kept = tei_keep(read, galley_text_valid(made, NULL) ? made : url);
    galley_buffer_drop(&name);
    return kept;
}

/* ---- Galley's own ------------------------------------------------------------------------ */

static bool is_ours(const tei_node *root)
{
    const tei_node *header = tei_child(tei_child(root, "teiHeader"), "encodingDesc");
    const tei_node *program = tei_child(tei_child(header, "appInfo"), "application");
    while (program && !galley_slice_is(tei_value(program, "ident"), "galley-tei"))
        program = tei_sibling(program, "application");
    return program;
}

/* Whether texts say on which lines they stand; so they do where there are no words at all. */
static bool has_places(const tei_node *root)
{
    const tei_node *text = tei_child(root, "text");
    bool has_words = false;
    if (!tei_child(root, "facsimile"))
        return false;
    for (const tei_node *at = text; at; at = tei_step(text, at, true)) {
        if (tei_is(at, "lb"))
            return true;
        has_words |= galley_slice_trim(at->text).length > 0;
    }
    return !has_words;
}

static void check_law(tei_reading *read)
{
    galley_law_report report;
    galley_status status = galley_law_check(read->issue, NULL, &report);
    if (status == GALLEY_INTERNAL)
        tei_fail(read, NULL, "of the %zu characters of the pages %zu stand in no text and %zu in more than one",
                 report.characters, report.lost, report.doubled);
    else if (status != GALLEY_OK)
        read->status = status;
}

static void make_facts(tei_reading *read)
{
    size_t count = read->pieces.count;
    uint32_t *pages = galley_arena_array(read->scratch, count + 1, sizeof *pages);
    for (size_t i = 0; pages && i < count; i++)
        pages[i] = read->pieces.items[i].page; /* they are sorted by now */
    if (pages)
        galley_issue_make_facts(read->issue, pages);
    if (read->issue->lines.count && tei_child(read->root, "facsimile"))
        galley_find(read->findings, GALLEY_LOST, "tei.places", (galley_place){ .file = read->file },
                    "the texts do not say on which lines they stand, so each is a line of its own");
}

static void read_ours(tei_reading *read)
{
    void (*const parts[])(tei_reading *) = { tei_read_header,  tei_read_facsimile, tei_read_articles,
                                             tei_settle_lines, tei_settle_copies,  tei_read_standoff };
    read->made = !has_places(read->root);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && tei_good(read); i++)
        parts[i](read);
    if (tei_good(read) && read->made)
        make_facts(read);
    if (tei_good(read))
        read->status = galley_issue_status(read->issue);
    if (tei_good(read))
        check_law(read);
}

static void drop_buffers(tei_reading *read)
{
    for (size_t i = 0; i < read->lines.count; i++)
        galley_buffer_drop(&read->lines.items[i].heard);
    for (size_t i = 0; i < TEI_DRAFTS; i++)
        galley_buffer_drop(&read->drafts[i].text);
}

/* ---- The file ------------------------------------------------------------------------------ */

static bool failed_buffers(const tei_reading *read)
{
    bool failed = false;
    for (size_t i = 0; i < read->lines.count; i++)
        failed |= read->lines.items[i].heard.failed;
    for (size_t i = 0; i < TEI_DRAFTS; i++)
        failed |= read->drafts[i].text.failed;
    return failed;
}

static galley_status end(tei_reading *read)
{
    if (read->status == GALLEY_OK && galley_arena_status(read->scratch) != GALLEY_OK)
        read->status = galley_arena_status(read->scratch);
    if (read->status == GALLEY_OK && galley_issue_status(read->issue) != GALLEY_OK)
        read->status = galley_issue_status(read->issue);
    if (read->status == GALLEY_OK && failed_buffers(read))
        read->status = GALLEY_MEMORY;
    if (read->status != GALLEY_OK || !read->fault)
        return read->status;
    galley_place place = { .file = read->file, .line = read->fault_line };
    return galley_fail(read->findings, GALLEY_FORMAT, "tei.invalid", place, "%s; nothing was read", read->fault);
}

#define FORGET(vector) memset(&(vector), 0, sizeof(vector))

/* As if nothing had been read.  What was made stays in the arenas, where nobody sees it. */
static void forget(tei_reading *read)
{
    galley_issue *issue = read->issue;
    issue->meta = (galley_meta){ 0 };
    FORGET(issue->pages);
    FORGET(issue->zones);
    FORGET(issue->lines);
    FORGET(issue->articles);
    FORGET(issue->furniture);
    FORGET(issue->repairs);
    FORGET(issue->images);
    FORGET(read->articles);
    FORGET(read->pieces);
    read->fault = NULL;
}

static void read_any(tei_reading *read)
{
    tei_read_others(read);
    if (tei_good(read))
        read->status = galley_issue_status(read->issue);
    if (tei_good(read))
        check_law(read);
}

static void read_root(tei_reading *read)
{
    static const char *const roots[] = { "TEI", "TEI.2", "teiCorpus", "teiCorpus.2" };
    bool is_tei = false;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        is_tei |= tei_is(read->root, roots[i]) && !read->root->is_foreign;
    read->issue->has_readings = true;
    if (!is_tei) {
        tei_fail(read, read->root, "it is no TEI, for its first element is \"%s\"", read->root ? read->root->name : "");
        return;
    }
    bool ours = is_ours(read->root);
    if (ours)
        read_ours(read);
    if (ours && read->fault) {
        galley_find(read->findings, GALLEY_UNSURE, "tei.changed",
                    (galley_place){ .file = read->file, .line = read->fault_line },
                    "somebody changed what Galley wrote (%s); it is read as TEI of others", read->fault);
        forget(read);
        ours = false;
    }
    if (!ours && read->status == GALLEY_OK)
        read_any(read);
}

galley_status tei_read(galley_issue *issue, galley_source *const *sources, size_t count,
                       const galley_settings *settings, galley_findings *findings)
{
    (void)settings;
    (void)count;
    tei_reading read = { .issue = issue,
                         .findings = findings,
                         .file = galley_source_name(sources[0]),
                         .scratch = galley_arena_new(galley_arena_cap(issue->arena)),
                         .line = GALLEY_NONE };
    if (!read.scratch)
        return GALLEY_MEMORY;
    read.status = tei_tree_read(read.scratch, galley_source_bytes(sources[0]), read.file, findings, &read.root);
    if (read.status == GALLEY_OK)
        read_root(&read);
    galley_status status = end(&read);
    drop_buffers(&read);
    galley_arena_drop(read.scratch);
    return status;
}
