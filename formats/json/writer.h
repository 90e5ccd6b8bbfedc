/* SPDX-License-Identifier: MIT
 * JSON written as a stream: nothing is kept but the depth.  An open container is
 * either spread (a member a line, indented) or inline (on one line), so that a
 * file of a million numbers stays small and one of articles can be read. */
#ifndef FORMATS_JSON_WRITER_H
#define FORMATS_JSON_WRITER_H

#include <galley/sink.h>
#include <galley/slice.h>

#define GALLEY_JSON_DEPTH 32 /* containers within containers, at most */

typedef enum galley_json_layout {
    GALLEY_JSON_SPREAD, /* each member on a line of its own */
    GALLEY_JSON_INLINE  /* all on one line, whatever is inside too */
} galley_json_layout;

#define GALLEY_JSON_HELD 1024 /* bytes that go to the sink together */

/* Start with { .sink = sink }, close with galley_json_end. */
typedef struct galley_json {
    galley_sink *sink;
    char held[GALLEY_JSON_HELD];
    size_t held_count;
    unsigned depth;
    uint32_t filled, inlined, objects; /* a bit a depth: has members, is inline, is an object */
    bool after_key;
} galley_json;

void galley_json_object(galley_json *json, galley_json_layout layout);
void galley_json_array(galley_json *json, galley_json_layout layout);
void galley_json_close(galley_json *json);

/* The name of the next value of an object; plain ASCII. */
void galley_json_key(galley_json *json, const char *key);

/* Values.  Only what JSON demands is escaped. */
void galley_json_string(galley_json *json, galley_slice text);
void galley_json_number(galley_json *json, uint64_t number);
void galley_json_flag(galley_json *json, bool flag);
void galley_json_null(galley_json *json);

/* The shortest form that reads back as the same float, in any locale; what is no
 * finite number is 0. */
void galley_json_float(galley_json *json, float number);

/* A key with its value; the second only when the text is not empty. */
void galley_json_member(galley_json *json, const char *key, galley_slice text);
void galley_json_option(galley_json *json, const char *key, galley_slice text);

/* The line end that closes a file; before it not everything is in the sink. */
void galley_json_end(galley_json *json);

#endif
