/* SPDX-License-Identifier: MIT
 * As much of HTML as Markdown brings along: references, tags that are stepped over, and
 * the cells of a table. */
#ifndef PLUGINS_MARKDOWN_HTML_H
#define PLUGINS_MARKDOWN_HTML_H

#include <galley/arena.h>
#include <galley/slice.h>

/* The text with its references (&lt; &#10; &#x4E00; &nbsp;) read; what is none stays. */
galley_slice html_decode(galley_arena *arena, galley_slice text);

/* A tag or a comment at `at`, where a < stands: where it ends, or `at` when it is none. */
size_t html_tag_end(galley_slice html, size_t at);

/* Whether the tag at `at` is one of that name; `close`: its end tag. */
bool html_tag_is(galley_slice html, size_t at, const char *name, bool close);

/* The value of an attribute of the tag at `at`, its references read; empty when there is none. */
galley_slice html_attribute(galley_arena *arena, galley_slice html, size_t at, const char *name);

/* The text between the tags, references read, white space kept. */
galley_slice html_strip(galley_arena *arena, galley_slice html);

/* The same with each run of white space as one space, and none at the ends. */
galley_slice html_strip_spaces(galley_arena *arena, galley_slice html);

typedef struct html_table {
    GALLEY_VECTOR(galley_slice) cells; /* row by row */
    GALLEY_VECTOR(size_t) rows;        /* where each row begins in the cells */
} html_table;

/* The cells of the table that begins at `at`; where it ends.  `exact`: with all their spaces,
 * which HTML else takes for one. */
size_t html_table_read(galley_arena *arena, galley_slice html, size_t at, bool exact, html_table *out);

#endif
