/* SPDX-License-Identifier: MIT
 * What is escaped, what is replaced, and what is left alone. */
#include "formats/html/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static galley_html begin(void)
{
    galley_html html = { .sink = galley_sink_memory() };
    assert_non_null(html.sink);
    return html;
}

static void assert_written(galley_html *html, const char *wanted)
{
    galley_slice bytes = galley_sink_bytes(html->sink);
    char found[256] = { 0 };
    assert_true(bytes.length < sizeof found);
    if (bytes.length)
        memcpy(found, bytes.text, bytes.length);
    assert_string_equal(found, wanted);
    galley_sink_drop(html->sink);
}

static void elements_open_and_close(void **state)
{
    (void)state;
    galley_html html = begin();
    galley_html_open(&html, "p");
    galley_html_set(&html, "class", "a");
    galley_html_attribute(&html, "title", galley_slice_of("x"));
    galley_html_open(&html, "img");
    galley_html_set(&html, "alt", "");
    galley_html_put(&html, "b");
    galley_html_open(&html, "i");
    galley_html_close(&html, "i");
    galley_html_close(&html, "p");
    galley_html_newline(&html);
    galley_html_raw(&html, "<!-- -->");
    assert_written(&html, "<p class=\"a\" title=\"x\"><img alt=\"\">b<i></i></p>\n<!-- -->");
}

static void signs_are_escaped(void **state)
{
    (void)state;
    galley_html html = begin();
    galley_html_put(&html, "</p> & \"'&amp; ]]> --");
    galley_html_open(&html, "a");
    galley_html_set(&html, "title", "<\">&'");
    galley_html_put(&html, "");
    assert_written(&html, "&lt;/p&gt; &amp; \"'&amp;amp; ]]&gt; --<a title=\"&lt;&quot;&gt;&amp;'\">");
    assert_int_equal(html.replaced, 0);
}

static void what_html_cannot_say_is_replaced(void **state)
{
    (void)state;
    galley_html html = begin();
    galley_html_text(&html, (galley_slice){ "a\0b\x01\x7f\xc2\x80\xef\xbf\xbe\xf0\x9f\xbf\xbf\xef\xb7\x90\xff|", 19 });
    assert_written(&html, "a\xef\xbf\xbd"
                          "b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|");
    assert_int_equal(html.replaced, 8);
}

/* Of white space only its kind changes, and U+FFFD itself is a character like others. */
static void white_space_is_no_loss(void **state)
{
    (void)state;
    galley_html html = begin();
    galley_html_put(&html, "a\tb\nc\rd\fe\xc2\x85"
                           "f\xe3\x80\x80g\xef\xbf\xbd\xf0\xa0\x80\x80");
    assert_written(&html, "a\tb\nc d e f\xe3\x80\x80g\xef\xbf\xbd\xf0\xa0\x80\x80");
    assert_int_equal(html.replaced, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_open_and_close),
        cmocka_unit_test(signs_are_escaped),
        cmocka_unit_test(what_html_cannot_say_is_replaced),
        cmocka_unit_test(white_space_is_no_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
