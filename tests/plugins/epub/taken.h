/* SPDX-License-Identifier: MIT
 * Books read, for the tests of the EPUB reader; and books packed of members that a test
 * says, as a stranger's program would pack them. */
#ifndef TESTS_PLUGINS_EPUB_TAKEN_H
#define TESTS_PLUGINS_EPUB_TAKEN_H

#include <galley/galley.h>

/* The issue of a book, which may be one that is refused: then NULL, and the status tells.  It
 * is dropped by the caller, and has the bytes that its pictures point into.  Either may be NULL. */
galley_issue *taken_issue(galley_slice epub, galley_findings *findings, galley_status *status);
galley_issue *taken_with(galley_slice epub, const char *option, const char *value, galley_findings *findings,
                         galley_status *status);

/* Fails where two books differ, at the member that does. */
void taken_same(galley_slice first, galley_slice second, const char *what);

typedef struct taken_member {
    const char *name;
    galley_slice bytes;
} taken_member;

/* A container of members, or of NAME, TEXT pairs, NULL-terminated; free the text of it. */
galley_slice taken_pack(const taken_member *members, size_t count);
galley_slice taken_packed(const char *const *texts);

/* Fails unless every character of `text` but white space is in the issue, as often as there. */
void taken_keeps(const galley_issue *issue, galley_slice text);

#endif
