/* SPDX-License-Identifier: MIT
 * Facts for what was read out of a book, where a text may run on to another page in the
 * middle.  galley_issue_make_facts gives each text one line, so what stands on other pages
 * goes there as furniture of those pages first, and then its lines come back to the text.
 * Copies point into the text of their article that holds them, over page ends, too. */
#ifndef PLUGINS_EPUB_FACTS_H
#define PLUGINS_EPUB_FACTS_H

#include <galley/issue.h>

/* Which text of an article: as block, its head or its credit; as item, the text or the credit of
 * a block, or a line of the head. */
#define EPUB_CREDIT UINT32_MAX
#define EPUB_WHOLE (UINT32_MAX - 1)
#define EPUB_HEAD (UINT32_MAX - 2)
enum { EPUB_SECTION, EPUB_KICKER, EPUB_HEADLINE, EPUB_BYLINE, EPUB_DATELINE, EPUB_SUBHEADLINES };

/* From byte `at` of a text on, it stands on that page. */
typedef struct epub_turn {
    uint32_t article, block, item; /* indexes, or the names above; EPUB_SUBHEADLINES + 1 is the second */
    size_t at;
    uint32_t page;
} epub_turn;

/* Whether they are of one text. */
bool epub_same_turn(const epub_turn *a, const epub_turn *b);

typedef GALLEY_VECTOR(epub_turn) epub_turns;
typedef GALLEY_VECTOR(uint32_t) epub_pages;

/* `turns` go text by text, each in its order; `pages` has the page of each piece of furniture. */
void epub_make_facts(galley_issue *issue, const epub_turns *turns, epub_pages *pages);

#endif
