/* SPDX-License-Identifier: MIT
 * What the parts of the reader share. */
#ifndef PLUGINS_JSON_READER_H
#define PLUGINS_JSON_READER_H

#include "plugins/json/value.h"

/* The member "pages": pages, and their zones and lines where they are given. */
void json_read_pages(json_reading *read, const json_node *root);

/* The index of a page with that id; fails when there is none. */
uint32_t json_find_page(json_reading *read, const json_node *at);

/* The index of the line with an id, or GALLEY_NONE. */
uint32_t json_find_line(const json_reading *read, uint64_t id);

/* The member "images". */
void json_read_images(json_reading *read, const json_node *root);

/* The member "marks" beside a text: they must lie in it and not cross. */
void json_read_marks(json_reading *read, const json_node *source, galley_text *text);

/* Adds to read->spans; the index of the line that an element names by its id. */
void read_add_span(json_reading *read, uint32_t line, uint32_t from, uint32_t to);
uint32_t read_line_id(json_reading *read, const json_node *at);

/* The member "bytes", added to read->spans. */
void json_read_bytes(json_reading *read, const json_node *at);

/* A text, and where it stands as `source` says ("lines", "spans", "bytes", "copy"; it
 * may be absent).  Facts and text must agree. */
galley_text json_read_text(json_reading *read, const json_node *text, const json_node *source);

#endif
