/* SPDX-License-Identifier: MIT
 * A JSON value and the way to it, so that every complaint can name its place:
 * "articles/3/blocks/0/lines/1: …".  Nodes live on the stack and point upwards.
 * The first failure is kept; what is asked for after it is empty. */
#ifndef PLUGINS_JSON_VALUE_H
#define PLUGINS_JSON_VALUE_H

#include <jansson.h>

#include <galley/issue.h>

typedef struct json_node {
    const struct json_node *up;
    const char *key; /* NULL: an element of an array */
    size_t index;
    const json_t *value; /* NULL: absent */
} json_node;

typedef struct json_reading {
    galley_issue *issue;
    galley_findings *findings;
    const char *file;
    galley_status status;
    galley_arena *scratch;
    GALLEY_VECTOR(galley_span) spans; /* of the text being read */
    bool made;                        /* the facts are made from the readings */
} json_reading;

/* The first failure, in one sentence: "PATH: …". */
void read_fail(json_reading *read, const json_node *at, const char *format, ...) GALLEY_PRINTF(3, 4);
bool read_good(const json_reading *read);

/* Tells of a member that nobody asked for.  `known` ends with NULL. */
void read_expect(json_reading *read, const json_node *at, const char *const *known);

/* Fails when an object that is there lacks a member. */
void read_require(json_reading *read, const json_node *at, const char *key);

json_node read_member_of(const json_node *up, const char *key);
json_node read_element_of(const json_node *up, size_t index);

/* Fails when it is there and something else; false when it is absent or was wrong. */
bool read_object(json_reading *read, const json_node *at);
/* How many elements; 0 when it is absent or was wrong. */
size_t read_count(json_reading *read, const json_node *at);

/* Members; absent ones are empty, or the fallback. */
galley_slice read_text_of(json_reading *read, const json_node *up, const char *key);
uint64_t read_number_of(json_reading *read, const json_node *up, const char *key, uint64_t most, uint64_t fallback);
float read_float_of(json_reading *read, const json_node *up, const char *key, float fallback);
float read_share_of(json_reading *read, const json_node *up, const char *key, float fallback); /* 0 to 1 */
bool read_flag_of(json_reading *read, const json_node *up, const char *key);

/* The values themselves. */
galley_slice read_text(json_reading *read, const json_node *at);
uint64_t read_number(json_reading *read, const json_node *at, uint64_t most);
float read_float(json_reading *read, const json_node *at);

#endif
