/* SPDX-License-Identifier: MIT
 * XML over libxml2's text writer, whose output buffer is handed on to the sink. */
#include "formats/xml/writer.h"

#include <stdio.h>

#include <libxml/xmlwriter.h>

#include <galley/text.h>

#if LIBXML_VERSION < 21200
typedef xmlError heard;
#else
typedef const xmlError heard;
#endif

static int hand_on(void *sink, const char *bytes, int count)
{
    galley_sink_write(sink, bytes, (size_t)count);
    return count;
}

static int keep_open(void *sink)
{
    (void)sink;
    return 0;
}

/* libxml2 reports a failure as a negative number; all it can run out of here is memory. */
static void check(galley_xml *xml, int result)
{
    if (result < 0 && xml->status == GALLEY_OK)
        xml->status = GALLEY_MEMORY;
}

/* Out of memory, libxml2 says so on standard error.  A handler that keeps still stands
 * in from begin to finish.  The place of handlers is one for each thread, not for the
 * process (a libxml2 with threads), and whoever stood there before comes back. */
static void keep_still(void *context, heard *error)
{
    (void)context;
    (void)error;
}

static void silence(galley_xml *xml)
{
    xml->before.handle = (void (*)(void))xmlStructuredError;
    xml->before.context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, keep_still);
}

galley_xml galley_xml_begin(galley_sink *sink)
{
    galley_xml xml = { .status = GALLEY_OK };
    silence(&xml);
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(hand_on, keep_open, sink, NULL);
    xml.writer = buffer ? xmlNewTextWriter(buffer) : NULL;
    if (!xml.writer && buffer)
        xmlOutputBufferClose(buffer);
    check(&xml, xml.writer ? xmlTextWriterStartDocument(xml.writer, "1.0", "UTF-8", NULL) : -1);
    return xml;
}

galley_status galley_xml_finish(galley_xml *xml)
{
    if (xml->writer) {
        check(xml, xmlTextWriterEndDocument(xml->writer));
        xmlFreeTextWriter(xml->writer);
    }
    xml->writer = NULL;
    xmlSetStructuredErrorFunc(xml->before.context, (xmlStructuredErrorFunc)xml->before.handle);
    galley_buffer_drop(&xml->clean);
    return xml->status;
}

void galley_xml_doctype(galley_xml *xml, const char *root)
{
    if (xml->writer)
        check(xml, xmlTextWriterWriteDTD(xml->writer, BAD_CAST root, NULL, NULL, NULL));
}

void galley_xml_start(galley_xml *xml, const char *element)
{
    if (xml->writer)
        check(xml, xmlTextWriterStartElement(xml->writer, BAD_CAST element));
}

void galley_xml_end(galley_xml *xml)
{
    if (xml->writer)
        check(xml, xmlTextWriterEndElement(xml->writer));
}

void galley_xml_end_full(galley_xml *xml)
{
    if (xml->writer)
        check(xml, xmlTextWriterFullEndElement(xml->writer));
}

bool galley_xml_allows(uint32_t code)
{
    return code == '\t' || code == '\n' || (code >= 0x20 && code <= 0xD7FF) || (code >= 0xE000 && code <= 0xFFFD) ||
           code >= 0x10000;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What a text cannot say by itself; of an attribute libxml2 takes care. */
static const char *const entities[0x80] = { ['"'] = "&quot;", ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;" };

/* Behind the characters from `at` on that need no looking at: printable ASCII, and those of
 * three bytes from U+3000 to U+CFFF, which are most of Chinese, Japanese and Korean. */
static const char *skip_common(const char *at, const char *end)
{
    while (at < end) {
        unsigned char byte = (unsigned char)*at;
        if (byte >= 0x20 && byte < 0x7F && !entities[byte])
            at++;
        else if (byte >= 0xE3 && byte <= 0xEC && end - at >= 3 && continues(at[1]) && continues(at[2]))
            at += 3;
        else
            break;
    }
    return at;
}

uint32_t galley_xml_instead(uint32_t code)
{
    return galley_code_space(code) ? ' ' : 0xFFFD;
}

/* Whether a character stands for itself; else what stands for it is added: an entity in a text,
 * or what comes closest. */
static bool stands_as_it_is(galley_xml *xml, uint32_t code, bool is_broken, bool in_text, galley_slice before)
{
    const char *entity = in_text && code < 0x80 ? entities[code] : NULL;
    bool allowed = galley_xml_allows(code) && !is_broken;
    if (allowed && !entity)
        return true;
    galley_buffer_add(&xml->clean, before);
    if (allowed) {
        galley_buffer_put(&xml->clean, entity);
        return false;
    }
    xml->replaced++;
    galley_buffer_code(&xml->clean, galley_xml_instead(code));
    return false;
}

/* A terminated copy that XML can say, good until the next call; of a text with its entities. */
static const xmlChar *clean(galley_xml *xml, galley_slice text, bool in_text)
{
    const char *at = text.length ? text.text : "", *end = at + text.length, *good = at;
    galley_buffer_clear(&xml->clean);
    while ((at = skip_common(at, end)) < end) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        bool is_broken = code == 0xFFFD && at - here != 3; /* a byte that is no UTF-8 */
        if (!stands_as_it_is(xml, code, is_broken, in_text, galley_slice_range(good, here)))
            good = at;
    }
    galley_buffer_add(&xml->clean, galley_slice_range(good, end));
    galley_buffer_byte(&xml->clean, '\0');
    check(xml, xml->clean.failed ? -1 : 0);
    return BAD_CAST(xml->clean.failed ? "" : xml->clean.bytes);
}

void galley_xml_attribute(galley_xml *xml, const char *name, galley_slice value)
{
    if (xml->writer)
        check(xml, xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name, clean(xml, value, false)));
}

void galley_xml_set(galley_xml *xml, const char *name, const char *value)
{
    galley_xml_attribute(xml, name, galley_slice_of(value));
}

void galley_xml_print(galley_xml *xml, const char *name, const char *format, ...)
{
    char value[160];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(value, sizeof value, format, arguments);
    va_end(arguments);
    galley_xml_set(xml, name, value);
}

void galley_xml_text(galley_xml *xml, galley_slice text)
{
    if (xml->writer && text.length)
        check(xml, xmlTextWriterWriteRaw(xml->writer, clean(xml, text, true)));
}

void galley_xml_put(galley_xml *xml, const char *text)
{
    galley_xml_text(xml, galley_slice_of(text));
}

void galley_xml_newline(galley_xml *xml)
{
    if (xml->writer)
        check(xml, xmlTextWriterWriteRaw(xml->writer, BAD_CAST "\n"));
}

void galley_xml_element(galley_xml *xml, const char *element, galley_slice text)
{
    if (!text.length)
        return;
    galley_xml_start(xml, element);
    galley_xml_text(xml, text);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}
