/* SPDX-License-Identifier: MIT
 * XML out: markup in its place, every character escaped or replaced and counted,
 * a full sink no obstacle, a long document in linear time. */
#include "formats/xml/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <libxml/xmlreader.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void assert_written(galley_xml *xml, galley_sink *sink, const char *want)
{
    assert_int_equal(galley_xml_finish(xml), GALLEY_OK);
    galley_slice got = galley_sink_bytes(sink);
    if (!galley_slice_is(got, want))
        fail_msg("want %s got %.*s", want, GALLEY_SHOW(got));
    galley_sink_drop(sink);
}

static void lays_out_elements(void **state)
{
    (void)state;
    galley_sink *sink = galley_sink_memory();
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_start(&xml, "a");
    galley_xml_set(&xml, "xmlns", "urn:a");
    galley_xml_print(&xml, "n", "%u-%s", 7u, "x");
    galley_xml_newline(&xml);
    galley_xml_element(&xml, "b", galley_slice_of("text"));
    galley_xml_element(&xml, "none", (galley_slice){ 0 });
    galley_xml_start(&xml, "empty");
    galley_xml_end(&xml);
    galley_xml_end(&xml);
    assert_written(&xml, sink, DECLARATION "<a xmlns=\"urn:a\" n=\"7-x\">\n<b>text</b>\n<empty/></a>\n");
}

/* Mixed content gets no white space of the writer's own, and what is left open is closed. */
static void adds_nothing_to_mixed_content(void **state)
{
    (void)state;
    galley_sink *sink = galley_sink_memory();
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_start(&xml, "p");
    galley_xml_put(&xml, "港");
    galley_xml_start(&xml, "lb");
    galley_xml_end(&xml);
    galley_xml_put(&xml, "口");
    assert_written(&xml, sink, DECLARATION "<p>港<lb/>口</p>\n");
}

static void escapes_markup(void **state)
{
    (void)state;
    galley_sink *sink = galley_sink_memory();
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_start(&xml, "p");
    galley_xml_set(&xml, "n", "<&\"'>\n");
    galley_xml_put(&xml, "<&>]]>--");
    assert_int_equal(xml.replaced, 0);
    assert_written(&xml, sink, DECLARATION "<p n=\"&lt;&amp;&quot;'&gt;&#10;\">&lt;&amp;&gt;]]&gt;--</p>\n");
}

static void writes_what_xhtml_wants(void **state)
{
    (void)state;
    galley_sink *sink = galley_sink_memory();
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_doctype(&xml, "html");
    galley_xml_newline(&xml);
    galley_xml_start(&xml, "p");
    galley_xml_start(&xml, "br");
    galley_xml_end(&xml);
    galley_xml_start(&xml, "span");
    galley_xml_end_full(&xml);
    assert_written(&xml, sink, DECLARATION "<!DOCTYPE html>\n<p><br/><span></span></p>\n");
}

#define GONE "\xEF\xBF\xBD"

static void replaces_what_xml_cannot_say(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
        size_t length, replaced;
    } cases[] = {
        { "a\0b", "a" GONE "b", 3, 1 },                  /* NUL */
        { "\x01\x1F\x7F", GONE " \x7F", 3, 2 },          /* controls; one is white space, DEL is allowed */
        { "\t\n", "\t\n", 2, 0 },                        /* white space stays */
        { "\xEF\xBF\xBE\xEF\xBF\xBF", GONE GONE, 6, 2 }, /* U+FFFE, U+FFFF */
        { GONE, GONE, 3, 0 },                            /* one that was there before */
        { "\xED\xA0\x80", GONE GONE GONE, 3, 3 },        /* a surrogate is no UTF-8 */
        { "\xFFz\xE6\xB8", GONE "z" GONE GONE, 4, 3 },   /* a text cut inside a character */
        { "\xF0\x9F\x93\xB0\xE2\x80\xAE", "\xF0\x9F\x93\xB0\xE2\x80\xAE", 7, 0 }, /* astral, bidi */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        galley_sink *sink = galley_sink_memory();
        galley_xml xml = galley_xml_begin(sink);
        char want[100];
        galley_xml_start(&xml, "p");
        galley_xml_text(&xml, (galley_slice){ cases[i].text, cases[i].length });
        assert_int_equal(xml.replaced, cases[i].replaced);
        snprintf(want, sizeof want, DECLARATION "<p>%s</p>\n", cases[i].want);
        assert_written(&xml, sink, want);
    }
}

/* The sink knows of its own failure; the writer goes on and frees what it took. */
static void goes_on_when_the_disk_is_full(void **state)
{
    (void)state;
    galley_sink *sink = NULL;
    galley_findings *findings = galley_findings_new();
    if (galley_sink_open("/dev/full", findings, &sink) != GALLEY_OK) {
        galley_findings_drop(findings);
        skip();
    }
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_start(&xml, "p");
    for (int i = 0; i < 100000; i++)
        galley_xml_put(&xml, "and so on ");
    assert_int_equal(galley_xml_finish(&xml), GALLEY_OK);
    assert_int_equal(galley_sink_commit(sink, findings), GALLEY_IO);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
}

/* A quadratic writer would need minutes for this; the test program has not so long. */
static void writes_a_long_document(void **state)
{
    (void)state;
    enum { COUNT = 300000 };
    galley_sink *sink = galley_sink_memory();
    galley_xml xml = galley_xml_begin(sink);
    galley_xml_start(&xml, "text");
    for (int i = 0; i < COUNT; i++) {
        galley_xml_start(&xml, "p");
        galley_xml_print(&xml, "n", "%d", i);
        galley_xml_put(&xml, "一段 & 一段");
        galley_xml_end(&xml);
    }
    assert_int_equal(galley_xml_finish(&xml), GALLEY_OK);
    galley_slice bytes = galley_sink_bytes(sink);
    xmlTextReaderPtr reader = xmlReaderForMemory(bytes.text, (int)bytes.length, "x", NULL, XML_PARSE_NONET);
    int more, elements = 0;
    while ((more = xmlTextReaderRead(reader)) == 1)
        elements += xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT;
    assert_int_equal(more, 0);
    assert_int_equal(elements, COUNT + 1);
    xmlFreeTextReader(reader);
    galley_sink_drop(sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_out_elements),
        cmocka_unit_test(adds_nothing_to_mixed_content),
        cmocka_unit_test(escapes_markup),
        cmocka_unit_test(writes_what_xhtml_wants),
        cmocka_unit_test(replaces_what_xml_cannot_say),
        cmocka_unit_test(goes_on_when_the_disk_is_full),
        cmocka_unit_test(writes_a_long_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
