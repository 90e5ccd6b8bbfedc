/* SPDX-License-Identifier: MIT
 * Read with a callback of our own, from memory, without the network. */
#include "tests/plugins/tei/again.h"
#include "tests/plugins/made_issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <libxml/xmlreader.h>

/* ---- Reading -------------------------------------------------------------------------- */

static const char *kept(again *read, const xmlChar *value)
{
    return galley_arena_print(read->arena, "%s", (const char *)value);
}

/* Each pointer of an attribute into the document; others lead to the source file or away. */
static void take_pointers(again *read, const xmlChar *value)
{
    for (const char *at = kept(read, value); *at;) {
        size_t length = strcspn(at, " ");
        const char *word = galley_arena_print(read->arena, "%.*s", (int)length, at);
        if (word[0] == '#')
            *galley_push(read->arena, &read->pointers) = word;
        at += length + (at[length] == ' ');
    }
}

static void take_attribute(again *read, const char *element, const char *name, const xmlChar *value)
{
    static const char *const pointing[] = { "facs", "target", "next", "prev", "who", "resp", "corresp" };
    if (!strcmp(name, "xml:id"))
        *galley_push(read->arena, &read->ids) = kept(read, value);
    if (!strcmp(name, "n") && !strcmp(element, "lb"))
        read->line = (uint32_t)atoi((const char *)value);
    if (!strcmp(name, "n") && !strcmp(element, "unclear") && !strncmp((const char *)value, "U+", 2))
        read->unclear = (uint32_t)strtoul((const char *)value + 2, NULL, 16);
    for (size_t i = 0; i < sizeof pointing / sizeof *pointing; i++)
        if (!strcmp(name, pointing[i]))
            take_pointers(read, value);
}

/* ---- The lines, as a reader puts them together --------------------------------------------- */

static again_line *line_of(again *read, uint32_t id)
{
    size_t low = 0, high = read->lines.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (read->lines.items[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < read->lines.count && read->lines.items[low].id == id ? &read->lines.items[low] : NULL;
}

/* Spaces at the end of what stands between two line beginnings are not the line's. */
static void end_stretch(again *read)
{
    galley_buffer *bytes = read->at && !read->at->is_raw ? &read->at->bytes : NULL;
    while (bytes && bytes->length && bytes->bytes[bytes->length - 1] == ' ')
        bytes->length--;
    read->at = NULL;
}

/* The number in an id or a pointer: 12 of "s12" and of "#s12". */
static uint32_t number_of(xmlTextReaderPtr reader, const char *attribute, char kind)
{
    xmlChar *value = xmlTextReaderGetAttribute(reader, BAD_CAST attribute);
    const char *at = value ? (const char *)value + (value[0] == '#') : "";
    uint32_t number = *at == kind ? (uint32_t)atoi(at + 1) : 0;
    xmlFree(value);
    return number;
}

static void begin_zone(again *read, xmlTextReaderPtr reader)
{
    uint32_t id = number_of(reader, "xml:id", 'l');
    if (id)
        *galley_push(read->arena, &read->lines) = (again_line){ .id = id, .page = read->page };
}

/* The page that was turned last is that of the line. */
static void begin_line(again *read)
{
    again_line *line = line_of(read, read->line);
    end_stretch(read);
    if (line)
        assert_int_equal(line->page, read->page);
    read->at = line && !line->is_raw ? line : NULL;
}

static void begin_raw(again *read, xmlTextReaderPtr reader)
{
    again_line *line = line_of(read, number_of(reader, "corresp", 'l'));
    assert_non_null(line);
    assert_false(line->is_raw);
    line->is_raw = true;
    read->at = line;
}

static void begin_element(again *read, const char *element, xmlTextReaderPtr reader)
{
    if (!strcmp(element, "surface"))
        read->page = number_of(reader, "xml:id", 's');
    if (!strcmp(element, "pb"))
        read->page = number_of(reader, "facs", 's');
    if (!strcmp(element, "zone"))
        begin_zone(read, reader);
    if (!strcmp(element, "lb"))
        begin_line(read);
    if (!strcmp(element, "line"))
        begin_raw(read, reader);
}

/* What may stand inside the words does not end them. */
static void end_element(again *read, const char *element)
{
    static const char *const inner[] = { "pc", "surplus", "unclear", "space", "foreign", "emph",
                                         "hi", "ref",     "ruby",    "rb",    "rt" };
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (!strcmp(element, inner[i]))
            return;
    end_stretch(read);
}

static void add_words(again *read, const char *text)
{
    if (read->at && read->unclear)
        galley_buffer_code(&read->at->bytes, read->unclear);
    else if (read->at)
        galley_buffer_put(&read->at->bytes, text);
    read->unclear = 0;
}

void again_assert_lines(const again *read, const galley_issue *issue)
{
    assert_int_equal(read->lines.count, issue->lines.count);
    for (size_t i = 0; i < issue->lines.count; i++) {
        galley_slice text = issue->lines.items[i].text, back = galley_buffer_slice(&read->lines.items[i].bytes);
        assert_int_equal(read->lines.items[i].id, issue->lines.items[i].id);
        assert_int_equal(back.length, text.length);
        if (text.length)
            assert_memory_equal(back.text, text.text, text.length);
    }
}

/* ---- What the reader tells ----------------------------------------------------------------- */

static void take_element(again *read, xmlTextReaderPtr reader)
{
    const char *element = (const char *)xmlTextReaderConstName(reader);
    read->inside = read->inside || !strcmp(element, "text");
    while (xmlTextReaderMoveToNextAttribute(reader) == 1)
        take_attribute(read, element, (const char *)xmlTextReaderConstName(reader), xmlTextReaderConstValue(reader));
    xmlTextReaderMoveToElement(reader);
    begin_element(read, element, reader);
}

static void take_text(again *read, const char *text)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        code = code == 0xFFFD && read->unclear ? read->unclear : code;
        if (!galley_code_space(code))
            *galley_push(read->arena, &read->characters) = (again_character){ read->line, code };
    }
}

/* The reading of ruby and what a picture shows are the only words of no line. */
static void note_beside(again *read, xmlTextReaderPtr reader)
{
    const char *element = (const char *)xmlTextReaderConstName(reader);
    if (!strcmp(element, "rt") || !strcmp(element, "figDesc"))
        read->beside = xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT && !xmlTextReaderIsEmptyElement(reader);
}

static void take_node(again *read, xmlTextReaderPtr reader)
{
    int type = xmlTextReaderNodeType(reader);
    const char *value = (const char *)xmlTextReaderConstValue(reader);
    if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
        note_beside(read, reader);
    if (type == XML_READER_TYPE_ELEMENT)
        take_element(read, reader);
    if (type == XML_READER_TYPE_END_ELEMENT)
        end_element(read, (const char *)xmlTextReaderConstName(reader));
    if (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        return;
    if (read->beside) /* what no line has */
        return;
    if (read->inside)
        take_text(read, value);
    add_words(read, value);
}

static int hand_out(void *state, char *room, int count)
{
    galley_slice *rest = state;
    size_t part = rest->length < (size_t)count ? rest->length : (size_t)count;
    if (part)
        memcpy(room, rest->text, part);
    *rest = galley_slice_part(*rest, part, rest->length);
    return (int)part;
}

again again_written(const galley_issue *issue, const char *off, galley_findings *findings)
{
    again read = { .sink = made_written(issue, off, "no", findings), .arena = galley_arena_new(0) };
    read.bytes = galley_sink_bytes(read.sink);
    galley_slice rest = read.bytes;
    xmlTextReaderPtr reader = xmlReaderForIO(hand_out, NULL, &rest, NULL, NULL, XML_PARSE_NONET);
    int more;
    while ((more = xmlTextReaderRead(reader)) == 1)
        take_node(&read, reader);
    assert_int_equal(more, 0);
    xmlFreeTextReader(reader);
    return read;
}

void again_drop(again *read)
{
    for (size_t i = 0; i < read->lines.count; i++)
        galley_buffer_drop(&read->lines.items[i].bytes);
    galley_arena_drop(read->arena);
    galley_sink_drop(read->sink);
}

size_t again_count(const again *read, const char *part)
{
    size_t count = 0, at = 0;
    while ((at = galley_slice_find(read->bytes, galley_slice_of(part), at)) != SIZE_MAX) {
        count++;
        at += strlen(part);
    }
    return count;
}

bool again_has(const again *read, const char *part)
{
    return again_count(read, part) > 0;
}

/* ---- Asserting ------------------------------------------------------------------------ */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void again_assert_links(again *read)
{
    qsort(read->ids.items, read->ids.count, sizeof *read->ids.items, compare_names);
    for (size_t i = 1; i < read->ids.count; i++)
        assert_string_not_equal(read->ids.items[i - 1], read->ids.items[i]);
    for (size_t i = 0; i < read->pointers.count; i++) {
        const char *wanted = read->pointers.items[i] + 1;
        assert_int_equal(read->pointers.items[i][0], '#');
        assert_non_null(bsearch(&wanted, read->ids.items, read->ids.count, sizeof *read->ids.items, compare_names));
    }
}

static int compare_characters(const void *a, const void *b)
{
    const again_character *x = a, *y = b;
    if (x->line != y->line)
        return (x->line > y->line) - (x->line < y->line);
    return (x->code > y->code) - (x->code < y->code);
}

void again_assert_facts(again *read, const galley_issue *issue)
{
    again facts = { .arena = read->arena };
    for (size_t i = 0; i < issue->lines.count; i++) {
        facts.line = issue->lines.items[i].id;
        take_text(&facts, galley_arena_copy(read->arena, issue->lines.items[i].text).text);
    }
    assert_int_equal(read->characters.count, facts.characters.count);
    if (!facts.characters.count)
        return;
    qsort(facts.characters.items, facts.characters.count, sizeof *facts.characters.items, compare_characters);
    qsort(read->characters.items, read->characters.count, sizeof *read->characters.items, compare_characters);
    for (size_t i = 0; i < facts.characters.count; i++)
        assert_int_equal(compare_characters(&facts.characters.items[i], &read->characters.items[i]), 0);
}

/* ---- An issue from a text --------------------------------------------------------------- */

static void add_lines(galley_issue *issue, const char *text)
{
    uint32_t number = 0, blanks = 0;
    bool fresh = true;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n\f");
        galley_slice line = { at, length };
        number++;
        if (!galley_slice_trim(line).length)
            blanks++;
        else {
            if (fresh || blanks)
                galley_issue_add_zone(issue);
            galley_issue_add_line(issue, line, number, number)->blank_before = blanks;
            blanks = 0;
            fresh = false;
        }
        at += length;
        if (*at == '\f') {
            galley_issue_add_page(issue, galley_slice_of("folder/page.txt"));
            fresh = true;
        }
        at += *at != '\0';
    }
}

const char again_page[] =
    "湾里晚报\n\n2031年5月6日\n星期二 农历四月\n第77期 湾里报社出版\n\n"
    "本 报 讯 （记 者 林 小 满）5 月 5\n日，湾里区图书馆新馆开放。首日接待\n读者三千余人次，运行平稳。\n\n"
    "湾里区图书馆新馆开放\n林区长等参加\n\n"
    "5月5日，读者在新馆挑选图书。 本报记者 何一舟 摄\n\n"
    "古渡口修缮完工 明日迎客 03 | 民生\n\n（下转第二版）\n";

galley_issue *again_issue(const char *text)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("folder/page.txt"));
    add_lines(issue, text);
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_identify(issue);
    return issue;
}

/* ---- By hand ------------------------------------------------------------------------------- */

galley_text again_add_line(galley_issue *issue, const char *words)
{
    uint32_t id = (uint32_t)issue->lines.count + 1;
    galley_slice text = galley_slice_of(words);
    galley_issue_add_line(issue, text, id, id);
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    *span = (galley_span){ id - 1, 0, (uint32_t)text.length };
    return (galley_text){ .text = text, .spans = span, .span_count = 1 };
}

void again_add_page(galley_issue *issue)
{
    galley_issue_add_page(issue, galley_slice_of("page.txt"));
    galley_issue_add_zone(issue);
}

galley_article *again_add_article(galley_issue *issue, const char *id, uint32_t at, const char *words)
{
    galley_article *article = galley_issue_add_article(issue, GALLEY_NEWS);
    article->id = galley_slice_of(id);
    article->page = at;
    galley_article_add_block(issue, article, GALLEY_PARAGRAPH)->text = again_add_line(issue, words);
    return article;
}

galley_text again_text(galley_issue *issue, const char *words, const galley_span *spans, uint32_t count)
{
    galley_span *kept = galley_arena_array(issue->arena, count, sizeof *kept);
    memcpy(kept, spans, count * sizeof *kept);
    return (galley_text){ .text = galley_slice_of(words), .spans = kept, .span_count = count };
}
