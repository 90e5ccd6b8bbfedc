/* SPDX-License-Identifier: MIT
 * HTML in: what a browser would make of it, as events; and nothing that takes long or
 * goes deep. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include <galley/buffer.h>

#include "formats/xml/soup.h"

typedef struct seen {
    galley_buffer line; /* (name key=value "text" ) … */
    galley_findings *findings;
    size_t depth, deepest;
} seen;

static galley_status see_start(void *state, const galley_xml_element *element)
{
    seen *to = state;
    to->deepest = ++to->depth > to->deepest ? to->depth : to->deepest;
    galley_buffer_print(&to->line, "(%s", element->name);
    for (size_t i = 0; i < element->attribute_count; i++)
        galley_buffer_print(&to->line, " %s%s=%.*s", *element->attributes[i].space ? "epub:" : "",
                            element->attributes[i].name, GALLEY_SHOW(element->attributes[i].value));
    return GALLEY_OK;
}

static galley_status see_end(void *state, const char *name, const char *space)
{
    (void)name;
    (void)space;
    seen *to = state;
    to->depth--;
    galley_buffer_put(&to->line, ")");
    return GALLEY_OK;
}

static galley_status see_text(void *state, galley_slice text, uint32_t line)
{
    seen *to = state;
    assert_true(line > 0);
    galley_buffer_print(&to->line, "\"%.*s\"", GALLEY_SHOW(text));
    return GALLEY_OK;
}

static galley_status stir(seen *to, galley_slice html)
{
    static const galley_xml_visitor visitor = { see_start, see_end, see_text };
    *to = (seen){ .findings = galley_findings_new() };
    return galley_soup_read(html, "page.html", &visitor, to, to->findings);
}

static void drop(seen *of)
{
    galley_buffer_drop(&of->line);
    galley_findings_drop(of->findings);
}

static void reads_as_a_browser_does(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "<p>one<p>two", "(html(body(p\"one\")(p\"two\")))" },
        { "<P Class=x>a & b &copy; &nosuch;<br>c</P>", "(html(body(p class=x\"a & b \xc2\xa9 &nosuch;\"(br)\"c\")))" },
        { "<ul><li>a<li>b</ul>", "(html(body(ul(li\"a\")(li\"b\"))))" },
        { "<body><a epub:type=\"noteref\" xlink:href='#n'>1</a>", "(html(body(a epub:type=noteref href=#n\"1\")))" },
        { "<p>a<!-- <b> -->b<?x?>c</p>", "(html(body(p\"abc\")))" },
        { "", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        seen of;
        assert_int_equal(stir(&of, galley_slice_of(cases[i][0])), GALLEY_OK);
        galley_buffer_byte(&of.line, '\0');
        assert_string_equal(of.line.bytes, cases[i][1]);
        assert_int_equal(of.depth, 0);
        drop(&of);
    }
}

static void replaces_what_is_no_character(void **state)
{
    (void)state;
    static const char html[] = "<p>a\xff\0b";
    seen of;
    assert_int_equal(stir(&of, (galley_slice){ html, sizeof html - 1 }), GALLEY_OK);
    galley_buffer_byte(&of.line, '\0');
    assert_string_equal(of.line.bytes, "(html(body(p\"a\xef\xbf\xbd\xef\xbf\xbd"
                                       "b\")))");
    assert_int_equal(galley_findings_count_code(of.findings, "xml.encoding"), 1);
    drop(&of);
}

/* The events of what is too deep are left out in pairs; its words stay. */
static void goes_only_so_deep(void **state)
{
    (void)state;
    enum { DEPTH = 5000 };
    galley_buffer html = { 0 };
    seen of;
    for (int i = 0; i < DEPTH; i++)
        galley_buffer_put(&html, "<div>");
    galley_buffer_put(&html, "bottom");
    assert_int_equal(stir(&of, galley_buffer_slice(&html)), GALLEY_OK);
    assert_true(of.deepest < GALLEY_XML_DEPTH);
    assert_int_equal(of.depth, 0);
    assert_true(galley_slice_find(galley_buffer_slice(&of.line), galley_slice_of("bottom"), 0) != SIZE_MAX);
    drop(&of);
    galley_buffer_drop(&html);
}

/* libxml2 compares each attribute of a tag with each. */
static void refuses_a_tag_without_an_end(void **state)
{
    (void)state;
    galley_buffer html = { 0 };
    seen of;
    galley_buffer_put(&html, "<p ");
    for (int i = 0; i < 200000; i++)
        galley_buffer_print(&html, "a%d=1 ", i);
    clock_t start = clock();
    assert_int_equal(stir(&of, galley_buffer_slice(&html)), GALLEY_LIMIT);
    assert_int_equal(galley_findings_count_code(of.findings, "xml.limit"), 1);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 5);
    drop(&of);
    galley_buffer_drop(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_as_a_browser_does),
        cmocka_unit_test(replaces_what_is_no_character),
        cmocka_unit_test(goes_only_so_deep),
        cmocka_unit_test(refuses_a_tag_without_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
