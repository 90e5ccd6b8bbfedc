/* SPDX-License-Identifier: MIT
 * Text goes to the sink in runs that need nothing; between them stands what is escaped. */
#include "formats/html/writer.h"

#include <galley/text.h>

static void finish_tag(galley_html *html)
{
    if (html->tag_open)
        galley_sink_put(html->sink, ">");
    html->tag_open = false;
}

void galley_html_open(galley_html *html, const char *element)
{
    finish_tag(html);
    galley_sink_put(html->sink, "<");
    galley_sink_put(html->sink, element);
    html->tag_open = true;
}

void galley_html_close(galley_html *html, const char *element)
{
    finish_tag(html);
    galley_sink_put(html->sink, "</");
    galley_sink_put(html->sink, element);
    galley_sink_put(html->sink, ">");
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code <= 0x9F);
}

static bool is_noncharacter(uint32_t code)
{
    return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

static const char *const escapes[] = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;" };

/* What stands in the place of a character; NULL: itself. */
static const char *word_for(galley_html *html, uint32_t code, bool is_broken, bool in_attribute)
{
    if (code < sizeof escapes / sizeof *escapes && escapes[code])
        return code == '"' && !in_attribute ? NULL : escapes[code];
    if (!is_control(code) && !is_noncharacter(code) && !is_broken)
        return NULL;
    if (!is_broken && galley_code_space(code))
        return " ";
    html->replaced++;
    return "\xEF\xBF\xBD";
}

static void put_escaped(galley_html *html, galley_slice text, bool in_attribute)
{
    const char *at = text.text, *end = galley_slice_end(text), *good = at;
    while (at < end) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        const char *word = word_for(html, code, code == 0xFFFD && at - here != 3, in_attribute);
        if (!word)
            continue;
        galley_sink_slice(html->sink, galley_slice_range(good, here));
        galley_sink_put(html->sink, word);
        good = at;
    }
    if (good < end)
        galley_sink_slice(html->sink, galley_slice_range(good, end));
}

void galley_html_attribute(galley_html *html, const char *name, galley_slice value)
{
    galley_sink_put(html->sink, " ");
    galley_sink_put(html->sink, name);
    galley_sink_put(html->sink, "=\"");
    put_escaped(html, value, true);
    galley_sink_put(html->sink, "\"");
}

void galley_html_set(galley_html *html, const char *name, const char *value)
{
    galley_html_attribute(html, name, galley_slice_of(value));
}

void galley_html_text(galley_html *html, galley_slice text)
{
    finish_tag(html);
    put_escaped(html, text, false);
}

void galley_html_put(galley_html *html, const char *text)
{
    galley_html_text(html, galley_slice_of(text));
}

void galley_html_raw(galley_html *html, const char *bytes)
{
    finish_tag(html);
    galley_sink_put(html->sink, bytes);
}

void galley_html_newline(galley_html *html)
{
    galley_html_raw(html, "\n");
}
