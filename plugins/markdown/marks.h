/* SPDX-License-Identifier: MIT
 * Marks within a text: emphasis, links, ruby, other languages, what is hard to read. */
#ifndef PLUGINS_MARKDOWN_MARKS_H
#define PLUGINS_MARKDOWN_MARKS_H

#include <galley/issue.h>
#include <galley/sink.h>

/* Writing: where a text is, and which of its marks are open there. */
typedef struct markdown_marking {
    const galley_text *text;
    bool signs;                       /* Markdown's own may be used: nothing else on the line has them */
    uint32_t next;                    /* of its marks */
    bool signed_open;                 /* the mark that is open is written with signs */
    uint32_t open[GALLEY_MARK_DEPTH]; /* the outer one first */
    size_t depth, lost;
} markdown_marking;

/* Ends and begins what ends and begins before the byte at `at` of the text. */
void markdown_mark(markdown_marking *marking, galley_sink *sink, size_t at);

/* Reading: the tags of marks as they come, over a text that is being built. */
typedef struct markdown_unmarking {
    galley_arena *arena;
    GALLEY_VECTOR(galley_mark) marks;
    size_t open[GALLEY_MARK_DEPTH], depth;
    size_t beyond; /* open ones that are too deep to be kept */
    bool reading;  /* how a ruby is read stands here: it is no text */
} markdown_unmarking;

/* Takes a tag at `at` bytes of the text; one that is no mark's is passed over. */
void markdown_unmark(markdown_unmarking *un, galley_slice tag, size_t at);

/* The same for marks that Markdown has signs for. */
void markdown_unmark_begin(markdown_unmarking *un, galley_mark_type type, galley_slice value, size_t at);
void markdown_unmark_close(markdown_unmarking *un, size_t at); /* the innermost one */

/* The reading of the ruby that is open. */
void markdown_unmark_reading(markdown_unmarking *un, galley_slice words);

/* Ends what is open; the marks of the bytes [from, to) of the text, as marks of that part. */
void markdown_unmark_end(markdown_unmarking *un, size_t at);
void markdown_unmark_part(const markdown_unmarking *un, size_t from, size_t to, galley_text *out);

#endif
