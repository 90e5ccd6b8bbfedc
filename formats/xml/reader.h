/* SPDX-License-Identifier: MIT
 * XML in: elements and text from bytes of strangers, as they come, through libxml2's
 * SAX2.  What libxml2 gets to see was looked at first (feed.h): UTF-8 without a DOCTYPE,
 * without entities but XML's own five, and no element with thousands of attributes.  So
 * there is nothing that could be opened, expanded or made slow, and HTML's names
 * (&nbsp;) are known without a DTD. */
#ifndef FORMATS_XML_READER_H
#define FORMATS_XML_READER_H

#include <galley/finding.h>
#include <galley/slice.h>

#define GALLEY_XML_DEPTH 256                     /* elements within elements */
#define GALLEY_XML_ATTRIBUTES 1000               /* of one element */
#define GALLEY_XML_SPACES 100                    /* declared name spaces at one place */
#define GALLEY_XML_BYTES ((size_t)256 << 20)     /* of a file, in its own encoding */
#define GALLEY_XML_TEXT_BYTES ((size_t)64 << 20) /* of all its texts together */

#define GALLEY_XML_SPACE "http://www.w3.org/XML/1998/namespace" /* of xml:id, xml:lang */

typedef struct galley_xml_attribute {
    const char *name, *space; /* without its prefix; the name space, "" for none */
    galley_slice value;
} galley_xml_attribute;

/* All of it is good until the call that shows it returns. */
typedef struct galley_xml_element {
    const char *name, *space;
    const galley_xml_attribute *attributes; /* as they are written; xmlns is none of them */
    size_t attribute_count;
    uint32_t line; /* in the file, from 1 */
} galley_xml_element;

/* Any may be NULL.  What is not GALLEY_OK stops the reading, which returns it: whoever
 * returned it has left the finding.  A text comes whole, up to the next tag. */
typedef struct galley_xml_visitor {
    galley_status (*start)(void *state, const galley_xml_element *element);
    galley_status (*end)(void *state, const char *name, const char *space);
    galley_status (*text)(void *state, galley_slice text, uint32_t line);
} galley_xml_visitor;

/* Reads a document; `file` is its name for findings, which may be NULL (then they are
 * dropped).  GALLEY_FORMAT (xml.syntax, xml.encoding), GALLEY_LIMIT (xml.limit), GALLEY_MEMORY
 * (xml.memory), each with its finding at its line, or what the visitor returned.  An entity that
 * nobody knows stays as it is written (xml.entity); declarations of a DOCTYPE are left
 * unread (xml.declarations). */
galley_status galley_xml_read(galley_slice bytes, const char *file, const galley_xml_visitor *visitor, void *state,
                              galley_findings *findings);

/* The value of an attribute without a name space; NULL text when there is none. */
galley_slice galley_xml_value(const galley_xml_element *element, const char *name);
galley_slice galley_xml_value_in(const galley_xml_element *element, const char *space, const char *name);

/* Whether it is that element of that name space. */
bool galley_xml_is(const galley_xml_element *element, const char *space, const char *name);

#endif
