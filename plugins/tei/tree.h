/* SPDX-License-Identifier: MIT
 * A TEI document as a tree: elements with their attributes, and the texts between them.
 * What is of another name space is there too, under its local name. */
#ifndef PLUGINS_TEI_TREE_H
#define PLUGINS_TEI_TREE_H

#include <galley/arena.h>
#include <galley/buffer.h>
#include <galley/finding.h>

typedef struct tei_attribute {
    const char *name;
    bool is_xml; /* xml:id, xml:lang */
    galley_slice value;
} tei_attribute;

typedef struct tei_node {
    const char *name;  /* "" for a text */
    bool is_foreign;   /* it has a name space that is not TEI's */
    galley_slice text; /* of a text */
    const tei_attribute *attributes;
    size_t attribute_count;
    struct tei_node *up, *first, *last, *next;
    uint32_t line;                    /* of the file */
    bool has_divisions, has_articles; /* noted by who reads TEI of others */
} tei_node;

/* Reads a document into `arena`, which it must not outlive.  What xi:include would fetch is not
 * fetched, which is told.  What is not GALLEY_OK has left a finding, but for a failure of
 * the arena, which is its status. */
galley_status tei_tree_read(galley_arena *arena, galley_slice bytes, const char *file, galley_findings *findings,
                            tei_node **out);

bool tei_is(const tei_node *node, const char *name); /* NULL is nothing */
bool tei_is_text(const tei_node *node);
bool tei_is_any(const tei_node *node, const char *const *names); /* of a list that ends with NULL */
bool tei_is_blank(const tei_node *node);                         /* a text of nothing but white space */

/* The first child of that name, and the next one; NULL when there is none, or no parent. */
const tei_node *tei_child(const tei_node *up, const char *name);
const tei_node *tei_sibling(const tei_node *node, const char *name);

/* The first child of that name with that @type. */
const tei_node *tei_child_of_type(const tei_node *up, const char *name, const char *type);

/* The node behind this one in the order of the document, as far as `top` goes; with `inside` its
 * children come next.  NULL: that was the last one. */
const tei_node *tei_step(const tei_node *top, const tei_node *node, bool inside);

/* An attribute; NULL text when there is none. */
galley_slice tei_value(const tei_node *node, const char *name);
galley_slice tei_xml_value(const tei_node *node, const char *name);

/* All words in it, in `out`. */
void tei_add_words(const tei_node *node, galley_buffer *out);

#endif
