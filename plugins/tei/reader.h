/* SPDX-License-Identifier: MIT
 * TEI being read: what the parts of the reader share.  What fails is kept, the first
 * one, and what is asked for after it is empty. */
#ifndef PLUGINS_TEI_READER_H
#define PLUGINS_TEI_READER_H

#include <galley/buffer.h>
#include <galley/plugin.h>

#include "plugins/tei/tree.h"

/* A line of the facsimile.  One whose raw line is not kept is put together from the text. */
typedef struct tei_line {
    const tei_node *zone;
    bool is_raw;
    galley_buffer heard;
    size_t begun; /* of what was heard: where the last stretch begins */
} tei_line;

/* A text being put together. */
typedef struct tei_draft {
    galley_buffer text;
    GALLEY_VECTOR(galley_span) spans;
    GALLEY_VECTOR(galley_mark) marks;
    size_t depth; /* marks that are open */
} tei_draft;

#define TEI_DRAFTS 3 /* a hyphen in a jump line in a text */

/* A piece of furniture, in the order of the document. */
typedef struct tei_piece_read {
    uint32_t number; /* in the issue */
    uint32_t page;
    galley_furniture_kind kind;
    galley_text text;
} tei_piece_read;

/* An article, in the order of the document. */
typedef struct tei_article_read {
    galley_article *article;
    galley_slice name;         /* @xml:id */
    galley_slice next, before; /* @next and @prev */
    const tei_node *node;
    size_t position; /* in the issue, from 1; 0 where the document has the order */
    uint32_t index;  /* in issue->articles, when all are there */
} tei_article_read;

typedef struct tei_reading {
    galley_issue *issue;
    galley_findings *findings;
    const char *file;
    galley_arena *scratch;
    tei_node *root;
    galley_status status;
    uint32_t fault_line; /* of the file, and what is wrong there */
    const char *fault;
    bool made; /* the facts are made from the readings */

    GALLEY_VECTOR(const tei_node *) raws; /* the raw lines of the source document … */
    size_t raws_taken;                    /* … and how many of them have found their zones */
    GALLEY_VECTOR(tei_line) lines;        /* as issue->lines */
    uint32_t line;                        /* the text is on, or GALLEY_NONE */
    size_t at;                            /* a byte of it, where it is raw */
    bool fresh;                           /* the next character begins a span */
    uint32_t page;                        /* index of the page whose division is read */
    const tei_node *place, *last_break;   /* where the looking for page breaks is, and what it found */
    tei_draft drafts[TEI_DRAFTS];
    size_t drafting;                        /* how many are in use */
    GALLEY_VECTOR(const tei_node *) copies; /* texts that stand in others */
    GALLEY_VECTOR(tei_piece_read) pieces;
    GALLEY_VECTOR(tei_article_read) articles;
} tei_reading;

int tei_probe(galley_slice bytes, bool whole, const char *name);
galley_status tei_read(galley_issue *issue, galley_source *const *sources, size_t count,
                       const galley_settings *settings, galley_findings *findings);

/* The first failure, in a few words that go on "line 12: …". */
void tei_fail(tei_reading *read, const tei_node *at, const char *format, ...) GALLEY_PRINTF(3, 4);
bool tei_good(const tei_reading *read);

/* Copies that the issue owns: of a slice, of all words in an element (NULL: none). */
galley_slice tei_keep(tei_reading *read, galley_slice text);
galley_slice tei_keep_words(tei_reading *read, const tei_node *node);

/* Numbers of attributes.  A whole one behind `before` ("l12", "#l12", "from(12)"), with `after`
 * behind it; false when it is none.  A float; the fallback where there is none. */
bool tei_parse_number(galley_slice word, const char *before, const char *after, uint64_t most, uint64_t *out);
uint32_t tei_read_number(tei_reading *read, const tei_node *node, galley_slice word, const char *before);
float tei_read_float(tei_reading *read, const tei_node *node, const char *attribute, float fallback);

/* The next word of a list; false at its end. */
bool tei_next_word(galley_slice *list, galley_slice *word);

/* "blank(3)" in @rend: true and the number where it is there. */
bool tei_read_look(const tei_node *node, const char *name, uint64_t *out);

/* A text of Galley's own as it was before tei_write_url. */
galley_slice tei_read_url(tei_reading *read, galley_slice url);

/* What the parts of a document say: the header; pages, zones and lines (their texts come last);
 * what was concluded, when articles and lines are there. */
void tei_read_header(tei_reading *read);
void tei_read_facsimile(tei_reading *read);
void tei_settle_lines(tei_reading *read);
void tei_read_standoff(tei_reading *read);

/* Front and body of Galley's own. */
void tei_read_articles(tei_reading *read);

/* Index of a line by @xml:id or a pointer to it; fails when there is none. */
uint32_t tei_find_line(tei_reading *read, const tei_node *node, galley_slice name);

/* The words of an element as a text, with its lines, marks and what stands inside of furniture. */
galley_text tei_read_text(tei_reading *read, const tei_node *node);

/* All words in it as they were printed: what XML could not have is there, too. */
void tei_add_printed(tei_reading *read, const tei_node *node, galley_buffer *out);

/* A piece of furniture. */
void tei_read_piece(tei_reading *read, const tei_node *node);

/* The places of the copies, when all lines have their texts. */
void tei_settle_copies(tei_reading *read);

/* An article by the name that points at it: an index in issue->articles, or GALLEY_NONE. */
uint32_t tei_find_article(const tei_reading *read, galley_slice name);

/* Sorts what was read by name, for tei_find_article. */
void tei_sort_articles(tei_reading *read);

/* The header of others. */
void tei_read_others_header(tei_reading *read);

/* TEI of others: a document with headings.  The issue is empty. */
void tei_read_others(tei_reading *read);

#endif
