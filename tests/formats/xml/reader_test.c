/* SPDX-License-Identifier: MIT
 * XML in: what comes of a document, in whatever encoding; and the attacks: nothing is
 * opened, nothing grows, nothing takes long. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <galley/buffer.h>

#include "formats/xml/reader.h"

/* What was seen, as one line: (name key=value "text" ) … */
typedef struct seen {
    galley_buffer line;
    galley_findings *findings;
    uint32_t text_line, element_line;
    size_t text_bytes, elements;
    const char *stop_at; /* the name of an element that ends the reading */
} seen;

static galley_status see_start(void *state, const galley_xml_element *element)
{
    seen *to = state;
    to->elements++;
    to->element_line = element->line;
    if (to->line.length > 1000)
        return GALLEY_OK;
    galley_buffer_print(&to->line, "(%s%s%s", *element->space ? element->space : "", *element->space ? ":" : "",
                        element->name);
    for (size_t i = 0; i < element->attribute_count; i++)
        galley_buffer_print(&to->line, " %s=%.*s", element->attributes[i].name,
                            GALLEY_SHOW(element->attributes[i].value));
    return to->stop_at && galley_xml_is(element, "", to->stop_at) ? GALLEY_REFUSED : GALLEY_OK;
}

static galley_status see_end(void *state, const char *name, const char *space)
{
    seen *to = state;
    (void)name;
    (void)space;
    if (to->line.length < 1000)
        galley_buffer_put(&to->line, ")");
    return GALLEY_OK;
}

static galley_status see_text(void *state, galley_slice text, uint32_t line)
{
    seen *to = state;
    to->text_line = line;
    to->text_bytes += text.length;
    if (to->line.length < 1000 && text.length < 1000)
        galley_buffer_print(&to->line, "\"%.*s\"", GALLEY_SHOW(text));
    return GALLEY_OK;
}

static const galley_xml_visitor visitor = { .start = see_start, .end = see_end, .text = see_text };

static int set_up(void **state)
{
    seen *to = calloc(1, sizeof *to);
    to->findings = galley_findings_new();
    *state = to;
    return 0;
}

static int tear_down(void **state)
{
    seen *to = *state;
    galley_findings_drop(to->findings);
    galley_buffer_drop(&to->line);
    free(to);
    return 0;
}

static galley_status read_slice(seen *to, galley_slice bytes)
{
    galley_buffer_clear(&to->line);
    return galley_xml_read(bytes, "a.xml", &visitor, to, to->findings);
}

static void assert_read(seen *to, const char *xml, const char *expected)
{
    assert_int_equal(read_slice(to, galley_slice_of(xml)), GALLEY_OK);
    galley_buffer_byte(&to->line, '\0');
    assert_string_equal(to->line.bytes, expected);
}

/* The last finding is that one, at that line. */
static void assert_refused(seen *to, galley_slice xml, galley_status status, const char *code, uint32_t line)
{
    assert_int_equal(read_slice(to, xml), status);
    size_t kept = galley_findings_kept(to->findings);
    assert_true(kept > 0);
    const galley_finding *finding = galley_findings_at(to->findings, kept - 1);
    assert_string_equal(finding->code, code);
    assert_int_equal(finding->place.line, line);
    assert_string_equal(finding->place.file, "a.xml");
}

static void elements_and_texts_come_in_order(void **state)
{
    assert_read(*state,
                "<?xml version='1.0'?>\n<a x='1&amp;2' y=\"&lt;&#x4e00;\"><!-- no -->t<![CDATA[<&amp;]]>u<b/><?pi no?>"
                " v</a>\n",
                "(a x=1&2 y=<一\"t<&amp;u\"(b)\" v\")");
    assert_read(*state, "<a xmlns='u:1' xmlns:p='u:2' p:k='v'><p:b/></a>", "(u:1:a k=v(u:2:b))");
}

static void lines_are_those_of_the_file(void **state)
{
    seen *to = *state;
    assert_read(to, "<!DOCTYPE a [\n<!ENTITY x 'y'>\n]>\n<a>\n\n<b>t</b></a>", "(a\"\n\n\"(b\"t\"))");
    assert_int_equal(to->element_line, 6);
    assert_int_equal(to->text_line, 6);
}

static void values_are_found_by_name(void **state)
{
    (void)state;
    const galley_xml_attribute list[] = { { "id", GALLEY_XML_SPACE, { "x", 1 } }, { "id", "", { "y", 1 } } };
    const galley_xml_element element = { .name = "a", .space = "u:1", .attributes = list, .attribute_count = 2 };
    assert_true(galley_slice_is(galley_xml_value(&element, "id"), "y"));
    assert_true(galley_slice_is(galley_xml_value_in(&element, GALLEY_XML_SPACE, "id"), "x"));
    assert_null(galley_xml_value(&element, "n").text);
    assert_true(galley_xml_is(&element, "u:1", "a"));
    assert_false(galley_xml_is(&element, "", "a"));
}

static void the_entities_of_html_are_known(void **state)
{
    seen *to = *state;
    assert_read(to,
                "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'http://nowhere.example/x.dtd'>"
                "<p t='&eacute;'>a&nbsp;b&mdash;&lt;</p>",
                "(p t=é\"a\xc2\xa0"
                "b—<\")");
    assert_int_equal(galley_findings_kept(to->findings), 0);
}

static void unknown_entities_stay_as_they_are(void **state)
{
    seen *to = *state;
    assert_read(to, "<p t='&galley;'>\n&galley; &two;</p>", "(p t=&galley;\"\n&galley; &two;\")");
    assert_int_equal(galley_findings_count(to->findings, GALLEY_LOST), 1);
    const galley_finding *finding = galley_findings_at(to->findings, 0);
    assert_string_equal(finding->code, "xml.entity");
    assert_int_equal(finding->place.line, 1);
    assert_non_null(strstr(finding->text, "&galley;"));
    assert_non_null(strstr(finding->text, "(3 such)"));
}

static void encodings_are_seen(void **state)
{
    seen *to = *state;
    assert_read(to, "\xef\xbb\xbf<a>一</a>", "(a\"一\")");
    assert_read(to, "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>", "(a\"é\")");
    assert_read(to, "<?xml version='1.0' encoding='GB18030'?><a>\xd2\xbb</a>", "(a\"一\")");
    assert_int_equal(read_slice(to, (galley_slice){ "\xff\xfe<\0a\0>\0\0\x4e<\0/\0a\0>\0", 18 }), GALLEY_OK);
    assert_int_equal(read_slice(to, (galley_slice){ "\0<\0a\0/\0>", 8 }), GALLEY_OK);
    assert_refused(to, galley_slice_of("<?xml version='1.0' encoding='klingon'?><a/>"), GALLEY_FORMAT, "xml.encoding",
                   1);
    assert_refused(to, galley_slice_of("<?xml version='1.0' encoding='Shift_JIS'?><a>\x81</a>"), GALLEY_FORMAT,
                   "xml.encoding", 1);
}

static void what_is_not_well_formed_is_refused_with_its_line(void **state)
{
    static const struct {
        const char *xml;
        uint32_t line;
    } bad[] = {
        { "", 1 },
        { "text", 1 },
        { "<a>\n<b>\n</a>", 3 },
        { "<a>\n&</a>", 2 },
        { "<a", 1 },
        { "<a></a><b/>", 1 },
        { "<a b=c/>", 1 },
        { "<a>\n\x01</a>", 2 },
        { "<a>\xff</a>", 1 },
        { "<!DOCTYPE a [", 1 },
        { "<a b='1' b='2'/>", 1 },
        { "<a>&#0;</a>", 1 },
        { "<a><![CDATA[", 1 },
        { "<a>\n<!-- ", 2 },
        { "<a b='<'/>", 1 },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_refused(*state, galley_slice_of(bad[i].xml), GALLEY_FORMAT, "xml.syntax", bad[i].line);
}

static void the_visitor_may_stop_it(void **state)
{
    seen *to = *state;
    to->stop_at = "b";
    assert_int_equal(read_slice(to, galley_slice_of("<a><b/>text<c/></a>")), GALLEY_REFUSED);
    assert_int_equal(to->elements, 2);
    assert_int_equal(to->text_bytes, 0);
    assert_int_equal(galley_findings_kept(to->findings), 0);
}

/* ---- Attacks ------------------------------------------------------------------ */

static void repeat(galley_buffer *buffer, const char *words, size_t times)
{
    for (size_t i = 0; i < times; i++)
        galley_buffer_put(buffer, words);
}

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* A file that somebody wants to be shown: its words must come out nowhere. */
static void nothing_is_opened(void **state)
{
    static const char *const attacks[] = {
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///%s'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY %% p SYSTEM 'file:///%s'>%%p;]><a>&secret;</a>",
        "<!DOCTYPE a SYSTEM 'file:///%s'><a>&secret;</a>",
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' href='file:///%s'/></a>",
        "<?xml-stylesheet href='file:///%s'?><a/>",
    };
    seen *to = *state;
    char folder[] = "xml-test-XXXXXX", path[64], here[512], whole[600], xml[1200];
    assert_non_null(mkdtemp(folder));
    assert_non_null(getcwd(here, sizeof here));
    snprintf(path, sizeof path, "%s/secret", folder);
    snprintf(whole, sizeof whole, "%s/%s", here, path);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs("<!ENTITY secret 'SESAME'>SESAME", out);
    fclose(out);
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        snprintf(xml, sizeof xml, attacks[i], whole);
        assert_int_equal(read_slice(to, galley_slice_of(xml)), GALLEY_OK);
        assert_int_equal(galley_slice_find(galley_buffer_slice(&to->line), galley_slice_of("SESAME"), 0), SIZE_MAX);
    }
    unlink(path);
    rmdir(folder);
}

static void nothing_is_expanded(void **state)
{
    seen *to = *state;
    galley_buffer xml = { 0 };
    galley_buffer_put(&xml, "<!DOCTYPE a [<!ENTITY e0 'lol'>");
    for (int i = 1; i < 30; i++)
        galley_buffer_print(&xml, "<!ENTITY e%d '&e%d;&e%d;&e%d;'>", i, i - 1, i - 1, i - 1);
    galley_buffer_put(&xml, "<!ATTLIST a b CDATA 'default'>]><a>&e29;</a>");
    assert_int_equal(read_slice(to, galley_buffer_slice(&xml)), GALLEY_OK);
    assert_true(galley_slice_equal(galley_buffer_slice(&to->line), galley_slice_of("(a\"&e29;\")")));
    assert_int_equal(galley_findings_count_code(to->findings, "xml.declarations"), 1);
    galley_buffer_drop(&xml);
}

/* A bracket or an end in a quote or a comment does not end the declarations. */
static void declarations_end_where_they_end(void **state)
{
    assert_read(*state, "<!DOCTYPE a [<!ENTITY x ']>'><!-- ]> ' --><?p ]> ?><!ENTITY y \"]>\">]  ><a>t</a>",
                "(a\"t\")");
}

static void too_much_is_a_limit(void **state)
{
    seen *to = *state;
    galley_buffer xml = { 0 };
    galley_buffer_put(&xml, "<r>\n<a");
    for (int i = 0; i < 200000; i++)
        galley_buffer_print(&xml, " a%d=''", i);
    galley_buffer_put(&xml, "/></r>");
    double begun = now();
    assert_refused(to, galley_buffer_slice(&xml), GALLEY_LIMIT, "xml.limit", 2);
    assert_true(now() - begun < 1);
    galley_buffer_clear(&xml);
    repeat(&xml, "<a>", 100000);
    assert_refused(to, galley_buffer_slice(&xml), GALLEY_LIMIT, "xml.limit", 1);
    galley_buffer_clear(&xml);
    for (int i = 0; i < 20; i++) {
        galley_buffer_put(&xml, "<a");
        for (int k = 0; k < 10; k++)
            galley_buffer_print(&xml, " xmlns:n%d='u:%d'", 10 * i + k, k);
        galley_buffer_put(&xml, ">");
    }
    assert_refused(to, galley_buffer_slice(&xml), GALLEY_LIMIT, "xml.limit", 1);
    galley_buffer_drop(&xml);
}

/* As much as is allowed, and what grows with the square elsewhere. */
static void nothing_takes_long(void **state)
{
    static const struct {
        const char *start, *again, *end;
        size_t times;
    } slow[] = {
        { "<a>", "x&amp;", "</a>", 400000 },
        { "<a>", "<b/>", "</a>", 300000 },
        { "<a b='", "x y ", "'/>", 1000000 },
        { "<a><!--", "- ", "--></a>", 1000000 },
        { "<a>", "&nbsp;&x;", "</a>", 200000 },
        { "<a><![CDATA[", "]] ", "]]></a>", 1000000 },
        { "<!DOCTYPE a [", "<!-- -->", "]><a/>", 300000 },
        { "<a>", "\n", "</a>", 2000000 },
    };
    seen *to = *state;
    for (size_t i = 0; i < sizeof slow / sizeof *slow; i++) {
        galley_buffer xml = { 0 };
        galley_buffer_put(&xml, slow[i].start);
        repeat(&xml, slow[i].again, slow[i].times);
        galley_buffer_put(&xml, slow[i].end);
        double begun = now();
        assert_int_equal(read_slice(to, galley_buffer_slice(&xml)), GALLEY_OK);
        if (now() - begun > 3)
            fail_msg("%s%s took %.1f s", slow[i].start, slow[i].again, now() - begun);
        galley_buffer_drop(&xml);
    }
}

/* Every beginning of a document, and every byte of it changed: an end, and no crash. */
static void nothing_breaks_it(void **state)
{
    static const char xml[] = "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE a [<!ENTITY b 'c'>]>\n<a x:y='&amp;&b;'>"
                              "<!-- c --><![CDATA[d]]>&nbsp;<e f=\"g\"/>一</a>";
    static const char signs[] = "<>&;'\"=/![]-? \0\xff";
    seen *to = *state;
    char copy[sizeof xml];
    for (size_t i = 0; i < sizeof xml; i++) {
        read_slice(to, (galley_slice){ xml, i });
        for (size_t k = 0; k < sizeof signs; k++) {
            memcpy(copy, xml, sizeof xml);
            copy[i] = signs[k];
            read_slice(to, (galley_slice){ copy, sizeof xml - 1 });
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(elements_and_texts_come_in_order),
        TEST(lines_are_those_of_the_file),
        TEST(values_are_found_by_name),
        TEST(the_entities_of_html_are_known),
        TEST(unknown_entities_stay_as_they_are),
        TEST(encodings_are_seen),
        TEST(what_is_not_well_formed_is_refused_with_its_line),
        TEST(the_visitor_may_stop_it),
        TEST(nothing_is_opened),
        TEST(nothing_is_expanded),
        TEST(declarations_end_where_they_end),
        TEST(too_much_is_a_limit),
        TEST(nothing_takes_long),
        TEST(nothing_breaks_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
