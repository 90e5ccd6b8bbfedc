/* SPDX-License-Identifier: MIT
 * An article on its way into a document: its texts with what is said of parts of them
 * (another language, emphasis, a link …) and with a sign where they turn the page. */
#ifndef PLUGINS_EPUB_STORY_H
#define PLUGINS_EPUB_STORY_H

#include "plugins/epub/part.h"

typedef struct epub_story {
    epub_part *part;
    const epub_entry *entry;
    const galley_article *article;
    uint32_t page;  /* where the text is now */
    unsigned depth; /* of the heading that its crossheads stand below: 1 for <h1> */
} epub_story;

epub_story epub_story_begin(epub_part *part, const epub_entry *entry);

/* The element of the article: its class is the kind, its id the one in the book; with what
 * a reader of the book is not shown, but Galley's own reader needs (data-id …). */
void epub_story_open(epub_story *story, const char *element);

/* Whether a text is shown by itself: it has words, and they stand nowhere else. */
bool epub_story_shows(const galley_text *text);

/* A text; the same as an element with a line end, nothing for a text without words.  One
 * that stands elsewhere too is said here, but not shown. */
void epub_story_text(epub_story *story, const galley_text *text);
void epub_story_line(epub_story *story, const char *element, const char *class, const galley_text *text);

/* The head, line by line.  What its reader has seen just above is not shown again: a
 * section that is that of the page, any line that is the name on the title page. */
typedef struct epub_head {
    const char *heading; /* element of the headline */
    bool group;          /* with its kicker and subheadlines, in an hgroup */
    galley_slice section, name;
} epub_head;
void epub_story_head(epub_story *story, const epub_head *head);

/* The blocks; the links to the article's other parts (a teaser's: to what it announces). */
void epub_story_blocks(epub_story *story);
void epub_story_continued_from(epub_story *story);
void epub_story_continued_on(epub_story *story);

#endif
