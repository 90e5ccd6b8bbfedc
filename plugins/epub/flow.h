/* SPDX-License-Identifier: MIT
 * What a document of a stranger shows, piece by piece, in its order: headings, paragraphs,
 * quotations, lists, tables, pictures.  What the model has no place for is brought to what
 * it has, and counted; no word that is shown is left out. */
#ifndef PLUGINS_EPUB_FLOW_H
#define PLUGINS_EPUB_FLOW_H

#include "plugins/epub/open.h"
#include "plugins/epub/words.h"

/* What was brought to something simpler. */
typedef enum epub_lowered {
    EPUB_NESTED_LISTS,
    EPUB_NUMBERED,
    EPUB_DEFINITIONS,
    EPUB_NESTED_TABLES,
    EPUB_SPANNED_CELLS,
    EPUB_NOTES,
    EPUB_BOOK_LINKS,
    EPUB_RAISED,
    EPUB_VERBATIM,
    EPUB_FORMULAS,
    EPUB_MEDIA,
    EPUB_DEEP_MARKS,
    EPUB_LOWERED_COUNT
} epub_lowered;

typedef struct epub_flow epub_flow;
struct epub_flow {
    const epub_package *book;
    galley_issue *issue;
    galley_slice path;     /* of the document */
    galley_slice language; /* of the text at hand */
    epub_words words;
    unsigned hold;                    /* > 0: inside a text that blocks do not end (an item, a cell, a heading) */
    unsigned quoted;                  /* > 0: inside a quotation */
    bool is_furniture;                /* a table of contents, which is no article's */
    galley_text caption;              /* of the figure at hand */
    GALLEY_VECTOR(galley_text) items; /* of the list or table at hand */
    bool in_list;
    size_t lowered[EPUB_LOWERED_COUNT];

    /* Whoever gathers.  An element begins (not inside a text that is held); a heading of a rank
     * from 1 to 6; a block, whose spans are not known yet. */
    void *state;
    void (*begin)(void *state, const epub_node *element);
    void (*heading)(void *state, galley_text text, unsigned rank);
    void (*block)(void *state, const galley_block *block);
    void (*furniture)(void *state, galley_text text, galley_furniture_kind kind);
};

/* Hands over all that is in an element. */
void epub_flow_read(epub_flow *flow, const epub_node *element);

/* For `begin`: what came so far is a text of its own. */
void epub_flow_cut(epub_flow *flow);

/* One sentence for each kind of thing that was lowered (epub.lowered). */
void epub_flow_report(const epub_flow *flow, galley_findings *findings);

#endif
