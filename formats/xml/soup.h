/* SPDX-License-Identifier: MIT
 * HTML that is no XML, read as browsers read it, through libxml2's HTML parser, into the
 * same events as XML (reader.h).  It compares each attribute of a tag with each, so a tag
 * may only be so long. */
#ifndef FORMATS_XML_SOUP_H
#define FORMATS_XML_SOUP_H

#include "formats/xml/reader.h"

#define GALLEY_SOUP_OPS "http://www.idpf.org/2007/ops" /* the name space that epub:type gets */
#define GALLEY_SOUP_BYTES ((size_t)16 << 20)           /* of a document */
#define GALLEY_SOUP_PENDING ((size_t)48 << 10)         /* of one tag, comment or script */

/* GALLEY_LIMIT (xml.limit), GALLEY_MEMORY (xml.memory), or what the visitor returned.  Bytes
 * that are no character become U+FFFD, with a finding (xml.encoding). */
galley_status galley_soup_read(galley_slice bytes, const char *file, const galley_xml_visitor *visitor, void *state,
                               galley_findings *findings);

#endif
