/* SPDX-License-Identifier: MIT
 * Characters of the source.  U+FFFD, which says that a character could not be read, and
 * what XML has no word for, for which it stands, are <unclear>; @n then names what was
 * there, so that even that is not lost. */
#include <galley/buffer.h>
#include <galley/text.h>

#include "plugins/tei/writer.h"

static bool is_allowed(uint32_t code)
{
    return code == '\t' || code == '\n' || (code >= 0x20 && code < 0xFFFD) || code >= 0x10000;
}

/* Nearly every byte is none that such a character could begin with. */
static bool may_be_odd(char byte)
{
    return (unsigned char)byte < 0x20 || (unsigned char)byte == 0xEF || (unsigned char)byte >= 0xF8;
}

static const char *find_odd(const char *at, const char *end)
{
    while (at < end) {
        const char *here = at;
        if (!may_be_odd(*here))
            at++;
        else if (!is_allowed(galley_text_next(&at, end)))
            return here;
    }
    return end;
}

bool tei_is_sayable(galley_slice words)
{
    return find_odd(words.text, galley_slice_end(words)) == galley_slice_end(words);
}

static void write_unclear(struct tei *tei, uint32_t code)
{
    galley_xml_start(&tei->xml, "unclear");
    galley_xml_set(&tei->xml, "reason", code == 0xFFFD ? "undecoded" : "control");
    if (code != 0xFFFD)
        galley_xml_print(&tei->xml, "n", "U+%04X", code);
    galley_xml_put(&tei->xml, "\xEF\xBF\xBD");
    galley_xml_end(&tei->xml);
}

/* White space is no character that one misses, so nothing stands for it. */
static void write_space(struct tei *tei, uint32_t code)
{
    galley_xml_start(&tei->xml, "space");
    galley_xml_print(&tei->xml, "n", "U+%04X", code);
    galley_xml_end(&tei->xml);
}

static void write_characters(struct tei *tei, galley_slice words, bool keep_spaces)
{
    const char *end = galley_slice_end(words);
    for (const char *at = words.text; at < end;) {
        const char *odd = find_odd(at, end);
        galley_xml_text(&tei->xml, galley_slice_range(at, odd));
        at = odd;
        uint32_t code = at < end ? galley_text_next(&at, end) : 0xFFFD;
        if (odd < end && galley_code_space(code) && !keep_spaces)
            write_space(tei, code);
        else if (odd < end)
            write_unclear(tei, code);
    }
}

void tei_write_words(struct tei *tei, galley_slice words)
{
    if (tei->rehearsal)
        tei_raw_hear(&tei->raw, words);
    write_characters(tei, words, false);
}

void tei_write_raw(struct tei *tei, galley_slice words)
{
    write_characters(tei, words, true);
}

void tei_write_said(struct tei *tei, const char *attribute, galley_slice words)
{
    galley_buffer said = { 0 };
    const char *end = galley_slice_end(words);
    for (const char *at = words.text; at < end;) {
        const char *odd = find_odd(at, end);
        galley_buffer_add(&said, galley_slice_range(at, odd));
        at = odd;
        bool is_space = odd < end && galley_code_space(galley_text_next(&at, end));
        if (odd < end)
            galley_buffer_put(&said, is_space ? " " : "\xEF\xBF\xBD");
        tei->spaces += is_space && !tei->rehearsal;
    }
    galley_xml_attribute(&tei->xml, attribute, galley_buffer_slice(&said));
    galley_buffer_drop(&said);
}
