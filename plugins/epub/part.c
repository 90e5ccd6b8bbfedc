/* SPDX-License-Identifier: MIT
 * Parts over libxml2's text writer.  XML has no word for most control characters and
 * for what is no character at all: U+FFFD stands in their place, counted. */
#include "plugins/epub/part.h"

#include <libxml/xmlwriter.h>

#include <galley/buffer.h>
#include <galley/text.h>

static void fail(epub_part *part)
{
    if (part->press->status == GALLEY_OK)
        part->press->status = GALLEY_MEMORY;
}

/* libxml2 reports a failure as a negative number; all it can run out of here is memory. */
static void check(epub_part *part, int result)
{
    if (result < 0)
        fail(part);
}

epub_part epub_begin_xml(epub_press *press, const epub_book *book, const char *name)
{
    epub_part part = { .press = press, .book = book, .name = name, .bytes = xmlBufferCreate() };
    part.xml = part.bytes ? xmlNewTextWriterMemory(part.bytes, 0) : NULL;
    if (!part.xml)
        fail(&part);
    else
        check(&part, xmlTextWriterStartDocument(part.xml, "1.0", "UTF-8", NULL));
    return part;
}

static void put_head(epub_part *part, galley_slice title)
{
    epub_open(part, "head", NULL);
    epub_newline(part);
    epub_line(part, "title", NULL, title);
    epub_open(part, "link", NULL);
    epub_attribute(part, "rel", "stylesheet");
    epub_attribute(part, "type", "text/css");
    epub_attribute(part, "href", "galley.css");
    epub_close_void(part);
    epub_end(part);
}

epub_part epub_begin_page(epub_press *press, const epub_book *book, const char *name, galley_slice title,
                          const char *class)
{
    epub_part part = epub_begin_xml(press, book, galley_arena_print(book->arena, EPUB_FOLDER "%s", name));
    part.is_page = true;
    if (part.xml)
        check(&part, xmlTextWriterWriteDTD(part.xml, BAD_CAST "html", NULL, NULL, NULL));
    epub_newline(&part);
    epub_open(&part, "html", NULL);
    epub_attribute(&part, "xmlns", "http://www.w3.org/1999/xhtml");
    epub_attribute(&part, "xmlns:epub", "http://www.idpf.org/2007/ops");
    epub_attribute_slice(&part, "lang", book->language);
    epub_attribute_slice(&part, "xml:lang", book->language);
    if (book->right_to_left)
        epub_attribute(&part, "dir", "rtl");
    epub_newline(&part);
    put_head(&part, title);
    epub_open(&part, "body", class);
    epub_newline(&part);
    return part;
}

void epub_finish(epub_part *part)
{
    if (part->xml) {
        check(part, xmlTextWriterEndDocument(part->xml));
        xmlFreeTextWriter(part->xml);
    }
    if (part->bytes) {
        galley_ocf_add(
            part->press->ocf, part->name,
            (galley_slice){ (const char *)xmlBufferContent(part->bytes), (size_t)xmlBufferLength(part->bytes) });
        xmlBufferFree(part->bytes);
    }
}

void epub_open(epub_part *part, const char *element, const char *class)
{
    if (part->xml)
        check(part, xmlTextWriterStartElement(part->xml, BAD_CAST element));
    if (class)
        epub_attribute(part, "class", class);
}

/* XHTML goes through parsers that know only HTML as well: an empty <span/> would never
 * close there, so only the elements that HTML knows as void are closed short. */
void epub_close(epub_part *part)
{
    if (part->xml)
        check(part, part->is_page ? xmlTextWriterFullEndElement(part->xml) : xmlTextWriterEndElement(part->xml));
}

void epub_close_void(epub_part *part)
{
    if (part->xml)
        check(part, xmlTextWriterEndElement(part->xml));
    epub_newline(part);
}

void epub_end(epub_part *part)
{
    epub_close(part);
    epub_newline(part);
}

static bool is_allowed(uint32_t code)
{
    return code == '\t' || code == '\n' || (code >= 0x20 && code <= 0xD7FF) || (code >= 0xE000 && code <= 0xFFFD) ||
           code >= 0x10000;
}

/* A terminated copy that XML can say; "" without memory.  The caller drops the buffer. */
static const xmlChar *clean(epub_part *part, galley_buffer *copy, galley_slice text)
{
    const char *at = text.length ? text.text : "", *end = at + text.length, *good = at;
    while (at < end) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        bool is_broken = code == 0xFFFD && at - here != 3; /* a byte that is no UTF-8 */
        if (is_allowed(code) && !is_broken)
            continue;
        part->press->replaced++;
        galley_buffer_add(copy, galley_slice_range(good, here));
        galley_buffer_put(copy, "\xEF\xBF\xBD");
        good = at;
    }
    galley_buffer_add(copy, galley_slice_range(good, end));
    galley_buffer_byte(copy, '\0');
    if (copy->failed)
        fail(part);
    return BAD_CAST(copy->failed ? "" : copy->bytes);
}

void epub_attribute_slice(epub_part *part, const char *name, galley_slice value)
{
    galley_buffer copy = { 0 };
    if (part->xml)
        check(part, xmlTextWriterWriteAttribute(part->xml, BAD_CAST name, clean(part, &copy, value)));
    galley_buffer_drop(&copy);
}

void epub_attribute(epub_part *part, const char *name, const char *value)
{
    epub_attribute_slice(part, name, galley_slice_of(value));
}

void epub_text(epub_part *part, galley_slice text)
{
    galley_buffer copy = { 0 };
    if (part->xml)
        check(part, xmlTextWriterWriteString(part->xml, clean(part, &copy, text)));
    galley_buffer_drop(&copy);
}

void epub_put(epub_part *part, const char *text)
{
    epub_text(part, galley_slice_of(text));
}

void epub_newline(epub_part *part)
{
    if (part->xml)
        check(part, xmlTextWriterWriteRaw(part->xml, BAD_CAST "\n"));
}

void epub_line(epub_part *part, const char *element, const char *class, galley_slice text)
{
    if (!text.length)
        return;
    epub_open(part, element, class);
    epub_text(part, text);
    epub_end(part);
}

void epub_link(epub_part *part, const char *target, galley_slice text)
{
    epub_open(part, "a", NULL);
    epub_attribute(part, "href", target);
    epub_text(part, text);
    epub_close(part);
}
