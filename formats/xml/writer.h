/* SPDX-License-Identifier: MIT
 * XML out: elements, attributes and text onto a sink, through libxml2's text
 * writer, which never sees a file name.  What XML cannot say (most control
 * characters, what is no character) becomes U+FFFD or a space and is counted.  A failure is
 * remembered; the writer asks once, at the end. */
#ifndef FORMATS_XML_WRITER_H
#define FORMATS_XML_WRITER_H

#include <galley/buffer.h>
#include <galley/sink.h>
#include <galley/status.h>

typedef struct galley_xml {
    struct _xmlTextWriter *writer;
    galley_buffer clean; /* scratch of the last text */
    galley_status status;
    size_t replaced; /* characters that XML has no word for */
    struct {
        void (*handle)(void);
        void *context;
    } before; /* whom libxml2 told of its errors until then */
} galley_xml;

/* Begins a document with its XML declaration.  Until its end libxml2 prints no error in
 * this thread; documents that are open at once end in reverse order. */
galley_xml galley_xml_begin(galley_sink *sink);

/* <!DOCTYPE root>, before the root. */
void galley_xml_doctype(galley_xml *xml, const char *root);

/* Ends it and frees what it took.  GALLEY_OK or GALLEY_MEMORY; the sink knows of its
 * own failures. */
galley_status galley_xml_finish(galley_xml *xml);

/* An element; attributes come right after it.  end closes the innermost one: <br/>
 * where it is empty, or with end_full <p></p>, as XHTML wants it. */
void galley_xml_start(galley_xml *xml, const char *element);
void galley_xml_end(galley_xml *xml);
void galley_xml_end_full(galley_xml *xml);

void galley_xml_attribute(galley_xml *xml, const char *name, galley_slice value);
void galley_xml_set(galley_xml *xml, const char *name, const char *value);
void galley_xml_print(galley_xml *xml, const char *name, const char *format, ...) GALLEY_PRINTF(3, 4);

/* Whether XML has that character, and what is written instead of it: a space for what is white
 * space (U+001C), U+FFFD for everything else. */
bool galley_xml_allows(uint32_t code);
uint32_t galley_xml_instead(uint32_t code);

void galley_xml_text(galley_xml *xml, galley_slice text);
void galley_xml_put(galley_xml *xml, const char *text);

/* A line end between two blocks, where white space means nothing. */
void galley_xml_newline(galley_xml *xml);

/* A whole element with nothing but a text, and a line end; nothing for an empty text. */
void galley_xml_element(galley_xml *xml, const char *element, galley_slice text);

#endif
