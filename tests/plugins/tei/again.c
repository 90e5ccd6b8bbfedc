/* SPDX-License-Identifier: MIT
 * Read with a callback of our own, from memory, without the network. */
#include "tests/plugins/tei/again.h"
#include "tests/plugins/made_issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include <libxml/xmlreader.h>

/* ---- Reading -------------------------------------------------------------------------- */

static const char *kept(again *read, const xmlChar *value)
{
    return galley_arena_print(read->arena, "%s", (const char *)value);
}

static void take_attribute(again *read, const char *element, const char *name, const xmlChar *value)
{
    static const char *const pointing[] = { "facs", "target", "next", "prev", "who", "resp", "corresp" };
    if (!strcmp(name, "xml:id"))
        *galley_push(read->arena, &read->ids) = kept(read, value);
    if (!strcmp(name, "n") && !strcmp(element, "lb"))
        read->line = (uint32_t)atoi((const char *)value);
    for (size_t i = 0; i < sizeof pointing / sizeof *pointing; i++)
        if (!strcmp(name, pointing[i]))
            *galley_push(read->arena, &read->pointers) = kept(read, value);
}

static void take_element(again *read, xmlTextReaderPtr reader)
{
    const char *element = (const char *)xmlTextReaderConstName(reader);
    read->inside = read->inside || !strcmp(element, "text");
    while (xmlTextReaderMoveToNextAttribute(reader) == 1)
        take_attribute(read, element, (const char *)xmlTextReaderConstName(reader), xmlTextReaderConstValue(reader));
}

static void take_text(again *read, const char *text)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (!galley_code_space(code))
            *galley_push(read->arena, &read->characters) = (again_character){ read->line, code };
    }
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
    while ((more = xmlTextReaderRead(reader)) == 1) {
        if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
            take_element(&read, reader);
        else if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_TEXT && read.inside)
            take_text(&read, (const char *)xmlTextReaderConstValue(reader));
    }
    assert_int_equal(more, 0);
    xmlFreeTextReader(reader);
    return read;
}

void again_drop(again *read)
{
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

galley_issue *again_issue(const char *text)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("folder/page.txt"));
    add_lines(issue, text);
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_identify(issue);
    return issue;
}
