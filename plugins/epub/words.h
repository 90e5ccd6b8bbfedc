/* SPDX-License-Identifier: MIT
 * A text in the making: words as they come out of the tree, with marks over them.  In a
 * book of Galley's every space is meant; in others' books a run of white space is one
 * space, none at the ends, and none where a line of source ended between two characters
 * that need none (Han, kana). */
#ifndef PLUGINS_EPUB_WORDS_H
#define PLUGINS_EPUB_WORDS_H

#include <galley/buffer.h>
#include <galley/issue.h>

typedef struct epub_words {
    galley_issue *issue;
    bool verbatim;
    galley_buffer text;
    bool space, line_end; /* white space is due; it held a line end */
    bool broken;          /* by <br>: a space, whatever stands beside it */
    uint32_t last;        /* the last character */
    GALLEY_VECTOR(galley_mark) marks;
    struct {
        galley_mark_type type;
        galley_slice value;
        size_t mark; /* of those above; SIZE_MAX: not begun, as no word came yet */
    } open[GALLEY_MARK_DEPTH];
    size_t depth;
} epub_words;

/* Start with { .issue = …, .verbatim = … }; drop frees what was not taken. */
void epub_words_drop(epub_words *words);

void epub_words_add(epub_words *words, galley_slice text);
void epub_words_break(epub_words *words);

/* A mark that begins with the next word and ends with the last one before it is closed.  False: there
 * are too many within one another, and this one is none; it must not be closed then. */
bool epub_words_open(epub_words *words, galley_mark_type type, galley_slice value);
void epub_words_close(epub_words *words);

/* Bytes of the text so far (its last space not counted). */
size_t epub_words_length(const epub_words *words);

/* The text, in the issue's arena; the next one begins, under the marks that are open. */
galley_text epub_words_take(epub_words *words);

#endif
