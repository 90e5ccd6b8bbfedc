/* SPDX-License-Identifier: MIT
 * TEI written to memory and read again with libxml2's reader: the characters of its
 * text with the line each one comes from, its ids, its pointers. */
#ifndef TESTS_PLUGINS_TEI_AGAIN_H
#define TESTS_PLUGINS_TEI_AGAIN_H

#include <galley/galley.h>

/* A character that is no white space, and the id of its line (0 before the first). */
typedef struct again_character {
    uint32_t line, code;
} again_character;

/* A line of the facsimile as a reader puts it together. */
typedef struct again_line {
    uint32_t id, page;
    bool is_raw; /* it stands there as it is */
    galley_buffer bytes;
} again_line;

typedef struct again {
    galley_sink *sink;
    galley_slice bytes; /* the document */
    GALLEY_VECTOR(again_character) characters;
    GALLEY_VECTOR(const char *) ids;
    GALLEY_VECTOR(const char *) pointers;
    GALLEY_VECTOR(again_line) lines; /* rising by id */
    galley_arena *arena;
    uint32_t line, page; /* of the last <lb/>, of the last <pb/> or surface */
    again_line *at;      /* what words are added to, or NULL */
    uint32_t unclear;    /* what the next U+FFFD stands for, or 0 */
    bool inside;         /* <text> */
    bool beside;         /* in words that no line has */
} again;

/* `off` is an option to switch off, or NULL. */
again again_written(const galley_issue *issue, const char *off, galley_findings *findings);
void again_drop(again *read);

bool again_has(const again *read, const char *part);
size_t again_count(const again *read, const char *part);

/* Every id once, every pointer to one of them. */
void again_assert_links(again *read);

/* Each character of the facts exactly once, under the line it stands on. */
void again_assert_facts(again *read, const galley_issue *issue);

/* Every line of the facts comes back from the document, to the byte. */
void again_assert_lines(const again *read, const galley_issue *issue);

/* An issue from a text as the text reader would make it, repaired. */
galley_issue *again_issue(const char *text);

/* Such a text: a page with masthead, news, picture, folio and jump line. */
extern const char again_page[];

/* Issues made by hand: a page with a zone; a line of the facts, and a text that is all of it; an
 * article of one such line. */
void again_add_page(galley_issue *issue);
galley_text again_add_line(galley_issue *issue, const char *words);
galley_article *again_add_article(galley_issue *issue, const char *id, uint32_t at, const char *words);

/* A text of several spans, all of whole lines or of parts: {line, from, to}, from 0. */
galley_text again_text(galley_issue *issue, const char *words, const galley_span *spans, uint32_t count);

#endif
