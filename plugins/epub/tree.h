/* SPDX-License-Identifier: MIT
 * A document of a book as a tree: elements by their local names (XHTML, OPF and NCX have no
 * two of one name), texts between them.  Names, values and texts live in the arena. */
#ifndef PLUGINS_EPUB_TREE_H
#define PLUGINS_EPUB_TREE_H

#include <galley/arena.h>
#include <galley/finding.h>

typedef struct epub_value {
    const char *name; /* without its prefix */
    galley_slice value;
} epub_value;

typedef struct epub_node epub_node;
struct epub_node {
    const char *name;  /* NULL: a text */
    galley_slice text; /* of a text */
    const epub_value *values;
    size_t value_count;
    uint32_t line;
    epub_node *parent, *first, *last, *next;
};

/* Reads a document; *out is its root element.  `file` is for findings.  What is no XML is
 * read as HTML where `soup` allows that, with a finding (epub.soup). */
galley_status epub_tree_read(galley_slice bytes, const char *file, bool soup, galley_arena *arena,
                             galley_findings *findings, epub_node **out);

bool epub_is(const epub_node *node, const char *name);

/* An attribute; empty when there is none.  And whether it is there at all. */
galley_slice epub_value_of(const epub_node *node, const char *name);
bool epub_has(const epub_node *node, const char *name);

/* An attribute of digits; 0 when it is none, or too long for a number. */
uint32_t epub_number_of(const epub_node *node, const char *name);

/* Whether a word is one of those of an attribute: of class, epub:type, properties. */
bool epub_has_word(const epub_node *node, const char *name, const char *word);

/* The first child of that name, or element within (any depth) that has it; NULL: none. */
epub_node *epub_child(const epub_node *node, const char *name);
epub_node *epub_within(const epub_node *node, const char *name);

/* The node behind this one in the order of the document, within `root`: into it, or (over) past
 * all that it holds.  NULL at the end. */
epub_node *epub_step(const epub_node *node, const epub_node *root);
epub_node *epub_over(const epub_node *node, const epub_node *root);

/* All text within, as it stands. */
galley_slice epub_text_of(const epub_node *node, galley_arena *arena);

#endif
