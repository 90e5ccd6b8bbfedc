/* SPDX-License-Identifier: MIT
 * Parts over formats/xml, each into a sink in memory, so that one that fails is
 * never half in the container. */
#include "plugins/epub/part.h"

static void note(epub_part *part, galley_status status)
{
    if (part->press->status == GALLEY_OK)
        part->press->status = status;
}

epub_part epub_begin_xml(epub_press *press, const epub_book *book, const char *name)
{
    epub_part part = { .press = press, .book = book, .name = name, .sink = galley_sink_memory() };
    if (part.sink)
        part.xml = galley_xml_begin(part.sink);
    else
        note(&part, GALLEY_MEMORY);
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
    galley_xml_doctype(&part.xml, "html");
    epub_newline(&part);
    epub_open(&part, "html", book->profile.is_vertical ? "vertical" : NULL);
    epub_attribute(&part, "xmlns", "http://www.w3.org/1999/xhtml");
    epub_attribute(&part, "xmlns:epub", "http://www.idpf.org/2007/ops");
    epub_language(&part, book->language);
    if (book->right_to_left)
        epub_attribute(&part, "dir", "rtl");
    epub_newline(&part);
    put_head(&part, title);
    epub_open(&part, "body", class);
    epub_newline(&part);
    part.stands = book->profile.is_vertical;
    return part;
}

void epub_finish(epub_part *part)
{
    if (!part->sink)
        return;
    note(part, galley_xml_finish(&part->xml));
    note(part, galley_sink_status(part->sink));
    part->press->replaced += part->xml.replaced;
    galley_ocf_add(part->press->ocf, part->name, galley_sink_bytes(part->sink));
    if (part->copy)
        galley_buffer_add(part->copy, galley_sink_bytes(part->sink));
    galley_sink_drop(part->sink);
}

void epub_open(epub_part *part, const char *element, const char *class)
{
    galley_xml_start(&part->xml, element);
    if (class)
        epub_attribute(part, "class", class);
}

/* XHTML goes through parsers that know only HTML as well: an empty <span/> would never
 * close there, so only the elements that HTML knows as void are closed short. */
void epub_close(epub_part *part)
{
    if (part->is_page)
        galley_xml_end_full(&part->xml);
    else
        galley_xml_end(&part->xml);
}

void epub_close_void(epub_part *part)
{
    galley_xml_end(&part->xml);
    epub_newline(part);
}

void epub_end(epub_part *part)
{
    epub_close(part);
    epub_newline(part);
}

void epub_attribute_slice(epub_part *part, const char *name, galley_slice value)
{
    galley_xml_attribute(&part->xml, name, value);
}

void epub_attribute(epub_part *part, const char *name, const char *value)
{
    galley_xml_set(&part->xml, name, value);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* What a number is a part of: a word, a year, 3.5 or 12%. */
static bool belongs(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte && strchr(".,:%/-", byte));
}

/* The next number of one or two digits that stands by itself, at or behind `from`; an empty
 * slice at the end where there is none. */
static galley_slice next_number(galley_slice text, size_t from)
{
    for (size_t at = from, to; at < text.length; at = to + 1) {
        while (at < text.length && !is_digit(text.text[at]))
            at++;
        for (to = at; to < text.length && is_digit(text.text[to]);)
            to++;
        bool alone = (at == 0 || !belongs(text.text[at - 1])) && (to == text.length || !belongs(text.text[to]));
        if (to > at && to - at <= 2 && alone)
            return galley_slice_part(text, at, to);
    }
    return galley_slice_part(text, text.length, text.length);
}

static void put_standing(epub_part *part, galley_slice text)
{
    for (size_t from = 0; from < text.length;) {
        galley_slice number = next_number(text, from);
        size_t at = (size_t)(number.text - text.text);
        galley_xml_text(&part->xml, galley_slice_part(text, from, at));
        if (number.length) {
            epub_open(part, "span", "tcy");
            galley_xml_text(&part->xml, number);
            epub_close(part);
        }
        from = at + number.length;
    }
}

void epub_text(epub_part *part, galley_slice text)
{
    if (part->stands)
        put_standing(part, text);
    else
        galley_xml_text(&part->xml, text);
}

void epub_put(epub_part *part, const char *text)
{
    epub_text(part, galley_slice_of(text));
}

void epub_newline(epub_part *part)
{
    galley_xml_newline(&part->xml);
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

void epub_language(epub_part *part, galley_slice tag)
{
    epub_attribute_slice(part, "lang", tag);
    epub_attribute_slice(part, "xml:lang", tag);
}
