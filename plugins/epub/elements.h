/* SPDX-License-Identifier: MIT
 * What reads an element, by the rooms of a flow: flow (texts and blocks), items (lists,
 * tables), figures, marks (parts of lines).  Each leaves behind it the text that it ended, or
 * goes on with the one at hand. */
#ifndef PLUGINS_EPUB_ELEMENTS_H
#define PLUGINS_EPUB_ELEMENTS_H

#include "plugins/epub/flow.h"

typedef void epub_reader(epub_flow *flow, const epub_node *node);

/* elements: one node as its table says; all that is in a node. */
epub_reader epub_flow_step, epub_flow_walk;

/* flow: a text as a block of its own; all words of an element as one text. */
void epub_flow_give(epub_flow *flow, galley_text text);
galley_text epub_flow_hold(epub_flow *flow, const epub_node *node);
epub_reader epub_read_block, epub_read_break, epub_read_heading, epub_read_quotation, epub_read_note,
    epub_read_verbatim;
epub_reader epub_read_nothing, epub_read_formula, epub_read_media, epub_read_nav;

/* items */
epub_reader epub_read_list, epub_read_item, epub_read_table;

/* figures */
epub_reader epub_read_picture, epub_read_figure, epub_read_caption;

/* marks */
epub_reader epub_read_emphasis, epub_read_strong, epub_read_link, epub_read_raised, epub_read_ruby;

#endif
