/* SPDX-License-Identifier: MIT
 * TEI written and read again: nothing lost, nothing said twice, every pointer
 * resolves, hostile characters, many articles. */
#define _GNU_SOURCE /* strdup */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include <libxml/xmlreader.h>

#include <galley/galley.h>

/* ---- An issue from a text, as the text reader would make it --------------------- */

static void add_lines(galley_issue *issue, const char *text)
{
    uint32_t number = 0, blanks = 0;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n");
        galley_slice line = { at, length };
        number++;
        if (!galley_slice_trim(line).length)
            blanks++;
        else {
            if (number == 1 || blanks)
                galley_issue_add_zone(issue);
            galley_issue_add_line(issue, line, number, number)->blank_before = blanks;
            blanks = 0;
        }
        at += length + (at[length] == '\n');
    }
}

static galley_issue *issue_of(const char *text)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("page.txt"));
    add_lines(issue, text);
    assert_int_equal(galley_repair(issue, NULL, NULL), GALLEY_OK);
    galley_issue_identify(issue);
    return issue;
}

static galley_sink *written(const galley_issue *issue, galley_findings *findings)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(format->options, format->option_count);
    galley_sink *sink = galley_sink_memory();
    assert_int_equal(format->write(issue, sink, settings, findings), GALLEY_OK);
    assert_int_equal(galley_sink_status(sink), GALLEY_OK);
    galley_settings_drop(settings);
    return sink;
}

/* ---- What the document says -------------------------------------------------------- */

#define NAMES 200000

typedef struct reading {
    galley_buffer text; /* all that stands in <text> */
    char **ids, **pointers;
    size_t id_count, pointer_count;
    bool inside;
} reading;

static void keep(char **list, size_t *count, const xmlChar *value)
{
    assert_true(*count < NAMES);
    list[(*count)++] = strdup((const char *)value);
}

static void take_attribute(reading *read, xmlTextReaderPtr reader)
{
    const char *name = (const char *)xmlTextReaderConstName(reader);
    const xmlChar *value = xmlTextReaderConstValue(reader);
    static const char *const pointing[] = { "facs", "target", "next", "prev", "who", "resp" };
    if (!strcmp(name, "xml:id"))
        keep(read->ids, &read->id_count, value);
    for (size_t i = 0; i < sizeof pointing / sizeof *pointing; i++)
        if (!strcmp(name, pointing[i]))
            keep(read->pointers, &read->pointer_count, value);
}

static void take_node(reading *read, xmlTextReaderPtr reader)
{
    int type = xmlTextReaderNodeType(reader);
    if (type == XML_READER_TYPE_ELEMENT && !strcmp((const char *)xmlTextReaderConstName(reader), "text"))
        read->inside = true;
    if (read->inside && type == XML_READER_TYPE_TEXT)
        galley_buffer_put(&read->text, (const char *)xmlTextReaderConstValue(reader));
    while (type == XML_READER_TYPE_ELEMENT && xmlTextReaderMoveToNextAttribute(reader) == 1)
        take_attribute(read, reader);
}

static reading read_again(galley_slice bytes)
{
    reading read = { .ids = calloc(NAMES, sizeof *read.ids), .pointers = calloc(NAMES, sizeof *read.pointers) };
    xmlTextReaderPtr reader = xmlReaderForMemory(bytes.text, (int)bytes.length, "x", NULL, XML_PARSE_NONET);
    int more;
    while ((more = xmlTextReaderRead(reader)) == 1)
        take_node(&read, reader);
    assert_int_equal(more, 0);
    xmlFreeTextReader(reader);
    return read;
}

static void forget(reading *read)
{
    for (size_t i = 0; i < read->id_count; i++)
        free(read->ids[i]);
    for (size_t i = 0; i < read->pointer_count; i++)
        free(read->pointers[i]);
    free(read->ids);
    free(read->pointers);
    galley_buffer_drop(&read->text);
}

/* ---- Characters as a multiset --------------------------------------------------------- */

static int compare_codes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t *sorted(galley_slice text, size_t *count)
{
    uint32_t *codes = malloc((text.length + 1) * sizeof *codes);
    *count = 0;
    for (const char *at = text.text, *end = at + text.length; at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (!galley_code_space(code))
            codes[(*count)++] = code;
    }
    qsort(codes, *count, sizeof *codes, compare_codes);
    return codes;
}

static void assert_same_characters(galley_slice a, galley_slice b)
{
    size_t a_count, b_count;
    uint32_t *a_codes = sorted(a, &a_count), *b_codes = sorted(b, &b_count);
    assert_int_equal(a_count, b_count);
    assert_memory_equal(a_codes, b_codes, a_count * sizeof *a_codes);
    free(a_codes);
    free(b_codes);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void assert_links(const reading *read)
{
    qsort(read->ids, read->id_count, sizeof *read->ids, compare_names);
    for (size_t i = 1; i < read->id_count; i++)
        assert_string_not_equal(read->ids[i - 1], read->ids[i]);
    for (size_t i = 0; i < read->pointer_count; i++) {
        char *wanted = read->pointers[i] + 1;
        assert_int_equal(read->pointers[i][0], '#');
        assert_non_null(bsearch(&wanted, read->ids, read->id_count, sizeof *read->ids, compare_names));
    }
}

static void assert_sound(const char *text)
{
    galley_issue *issue = issue_of(text);
    galley_sink *sink = written(issue, NULL);
    reading read = read_again(galley_sink_bytes(sink));
    assert_same_characters(galley_slice_of(text), galley_buffer_slice(&read.text));
    assert_links(&read);
    forget(&read);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

/* ---- Tests ------------------------------------------------------------------------------- */

static const char page[] =
    "湾里晚报\n\n2031年5月6日\n星期二 农历四月\n第77期 湾里报社出版\n\n"
    "本 报 讯 （记 者 林 小 满）5 月 5\n日，湾里区图书馆新馆开放。首日接待\n读者三千余人次，运行平稳。\n\n"
    "湾里区图书馆新馆开放\n林区长等参加\n\n"
    "5月5日，读者在新馆挑选图书。 本报记者 何一舟 摄\n\n"
    "古渡口修缮完工 明日迎客 03 | 民生\n\n（下转第二版）\n";

static void loses_and_doubles_nothing(void **state)
{
    (void)state;
    assert_sound(page);
    assert_sound("一行\n");
    assert_sound("The harbour bridge opened on Tuesday, and the first car-\nriages passed at noon.\n\nBy A. Writer\n");
}

static void holds_what_xml_cannot_say(void **state)
{
    (void)state;
    galley_issue *issue = issue_of("]]> -- <a&b> \"c\" \x01\x02 \xF0\x9F\x93\xB0 \xE2\x80\xAE end\n");
    galley_findings *findings = galley_findings_new();
    galley_sink *sink = written(issue, findings);
    reading read = read_again(galley_sink_bytes(sink));
    assert_int_equal(galley_findings_count(findings, GALLEY_LOST), 1);
    assert_true(galley_slice_find(galley_buffer_slice(&read.text), galley_slice_of("]]>"), 0) != SIZE_MAX);
    forget(&read);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void writes_an_empty_issue(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_sink *sink = written(issue, NULL);
    reading read = read_again(galley_sink_bytes(sink));
    assert_links(&read);
    forget(&read);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

static void is_the_same_twice(void **state)
{
    (void)state;
    galley_issue *first = issue_of(page), *second = issue_of(page);
    galley_sink *one = written(first, NULL), *other = written(second, NULL);
    assert_true(galley_slice_equal(galley_sink_bytes(one), galley_sink_bytes(other)));
    galley_sink_drop(one);
    galley_sink_drop(other);
    galley_issue_drop(first);
    galley_issue_drop(second);
}

/* Continued parts point at each other, and say which is the first. */
static void links_parts(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("a"));
    galley_article *first = galley_issue_add_article(issue, GALLEY_NEWS),
                   *rest = galley_issue_add_article(issue, GALLEY_NEWS);
    first->id = galley_slice_of("p1-l1");
    rest->id = galley_slice_of("p2-l1");
    first->continued_in = 1;
    rest->continues = 0;
    galley_sink *sink = written(issue, NULL);
    galley_slice bytes = galley_sink_bytes(sink);
    assert_true(galley_slice_find(bytes, galley_slice_of("part=\"I\" next=\"#p2-l1\""), 0) != SIZE_MAX);
    assert_true(galley_slice_find(bytes, galley_slice_of("part=\"F\" prev=\"#p1-l1\""), 0) != SIZE_MAX);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_and_doubles_nothing),
        cmocka_unit_test(holds_what_xml_cannot_say),
        cmocka_unit_test(writes_an_empty_issue),
        cmocka_unit_test(is_the_same_twice),
        cmocka_unit_test(links_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
