/* SPDX-License-Identifier: MIT
 * What libxml2 is fed.  Of the bytes of a stranger it gets to see the same document
 * without what makes XML dangerous: no DOCTYPE (nothing is declared, so nothing is
 * expanded, defaulted or opened), HTML's entities as the characters they are, unknown
 * ones as the letters they are written with; and tags with too many attributes not at
 * all, for libxml2 compares each with each.  Lines stay lines. */
#ifndef FORMATS_XML_FEED_H
#define FORMATS_XML_FEED_H

#include <galley/buffer.h>
#include <galley/slice.h>
#include <galley/status.h>

typedef struct xml_feed {
    galley_slice text;                             /* UTF-8; what is not shows itself to libxml2 */
    size_t attributes;                             /* of an element, at most */
    bool (*take)(void *state, galley_slice piece); /* false: no more is wanted */
    void *state;

    /* what was met */
    uint32_t limit_line;    /* of a tag with too many attributes */
    uint32_t declared_line; /* of a DOCTYPE with declarations; 0: none */
    uint32_t unknown_line;  /* of the first entity that is not known */
    size_t unknown;         /* how many */
    char unknown_name[32];  /* the first one, cut short */

    /* private */
    galley_buffer held;
    size_t at;
    size_t counted; /* bytes whose line ends were counted */
    uint32_t line;  /* of that byte, from 0 */
    bool ended;
} xml_feed;

/* GALLEY_OK (also where `take` stopped it), GALLEY_LIMIT or GALLEY_MEMORY. */
galley_status xml_feed_run(xml_feed *feed);

/* The text of a document in whatever encoding it says: it is lent where it is UTF-8 already (its
 * mark left out), else converted into `room`.  GALLEY_FORMAT: the encoding, whose name stands in
 * `name` then, is not known, or the bytes are not in it.  GALLEY_MEMORY. */
#define XML_ENCODING_MOST 40
galley_status xml_decode(galley_slice bytes, galley_buffer *room, galley_slice *text, char name[XML_ENCODING_MOST]);

#endif
