/* SPDX-License-Identifier: MIT
 * An EPUB opened for a test: every member unpacked, every XML member parsed (no
 * network, no entities), and the questions a test asks of it. */
#ifndef TESTS_PLUGINS_EPUB_OPENED_H
#define TESTS_PLUGINS_EPUB_OPENED_H

#include <libxml/tree.h>

#include <galley/slice.h>

typedef struct opened_member {
    char *name; /* in the container */
    char *bytes;
    size_t length;
    xmlDoc *document; /* NULL: no XML */
} opened_member;

typedef struct opened {
    opened_member *members;
    size_t count;
} opened;

/* Fails the test when the bytes are no ZIP or an XML member is not well-formed. */
opened *opened_new(galley_slice epub);
void opened_drop(opened *book);

/* A member of the EPUB folder by its name there ("nav.xhtml"); NULL: none. */
const opened_member *opened_find(const opened *book, const char *name);

/* Values of an XPath expression over a member, in document order, NULL-terminated; the
 * prefixes are h (XHTML), epub, opf, dc, ncx, svg.  Free with opened_free. */
char **opened_ask(const opened *book, const char *name, const char *expression);
void opened_free(char **values);

/* The number of values, and the only one (the test fails when there are more or none). */
size_t opened_count(const opened *book, const char *name, const char *expression);
void opened_expect(const opened *book, const char *name, const char *expression, const char *value);

/* Whether "a0001.xhtml" or "p0001.xhtml#page-1" is there. */
bool opened_has(const opened *book, const char *target);

#endif
