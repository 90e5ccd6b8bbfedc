/* SPDX-License-Identifier: MIT
 * A part: one XML member of the container in the making.  Parts are small (an
 * article, a package document), so each is written to memory and then packed.
 * Failures are remembered; the writer asks once, at the end. */
#ifndef PLUGINS_EPUB_PART_H
#define PLUGINS_EPUB_PART_H

#include "formats/xml/writer.h"
#include "formats/zip/ocf.h"
#include "plugins/epub/book.h"

/* Where parts go, and what came up on the way. */
typedef struct epub_press {
    galley_ocf *ocf;
    galley_status status; /* the first failure */
    size_t replaced;      /* characters that XML cannot say */
    bool has_raster;      /* the cover is there as a PNG, too */
    size_t wordless;      /* blocks with neither words nor a picture */
    size_t unsaid;        /* marks of a text that are no addresses or languages, or cross others */
} epub_press;

typedef struct epub_part {
    epub_press *press;
    const epub_book *book;
    const char *name; /* in the container */
    bool is_page;     /* XHTML */
    bool stands;      /* its text goes down the page: short numbers stand upright in it */
    galley_sink *sink;
    galley_xml xml;
    galley_buffer *copy; /* gets its bytes, too, when it is finished; mostly NULL */
} epub_part;

/* Begins a document: XML declaration, then an XHTML head with title and stylesheet, up
 * to an open <body> of that class (NULL: none); or the bare XML with no element yet. */
epub_part epub_begin_xml(epub_press *press, const epub_book *book, const char *name);
epub_part epub_begin_page(epub_press *press, const epub_book *book, const char *name, galley_slice title,
                          const char *class);

/* Closes what is open and packs it. */
void epub_finish(epub_part *part);

/* Elements.  `class` may be NULL; attributes come right after the opening. */
void epub_open(epub_part *part, const char *element, const char *class);
void epub_attribute(epub_part *part, const char *name, const char *value);
void epub_attribute_slice(epub_part *part, const char *name, galley_slice value);
void epub_text(epub_part *part, galley_slice text);
void epub_put(epub_part *part, const char *text);
void epub_close(epub_part *part); /* in a line */
void epub_end(epub_part *part);   /* and a line end behind it */

/* The language of an element. */
void epub_language(epub_part *part, galley_slice tag);

/* Closes <img>, <link>: an element of XHTML that never holds anything. */
void epub_close_void(epub_part *part);

/* Between two blocks. */
void epub_newline(epub_part *part);

/* A whole element that holds nothing but a text, with a line end; nothing for an empty text. */
void epub_line(epub_part *part, const char *element, const char *class, galley_slice text);

/* A whole link. */
void epub_link(epub_part *part, const char *target, galley_slice text);

#endif
