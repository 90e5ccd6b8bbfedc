/* SPDX-License-Identifier: MIT
 * TEI in the making: what its parts share.  A part is one child of <TEI>. */
#ifndef PLUGINS_TEI_WRITER_H
#define PLUGINS_TEI_WRITER_H

#include <galley/arena.h>
#include <galley/plugin.h>

#include "formats/xml/writer.h"

#include "plugins/tei/order.h"

struct tei {
    galley_xml xml;
    const galley_issue *issue;
    galley_arena *arena; /* what the writer itself remembers */
    tei_order order;     /* what stands on which page */
    uint32_t *owners;    /* for each line the article it stands in; NULL where no article jumps */
    uint32_t title;      /* the masthead that is the title page: an index in issue->articles, or GALLEY_NONE */
    bool numbered;       /* articles are called by number: their own ids are no XML names */
    bool lines;          /* <lb/> at every line */
    bool facsimile;      /* <facsimile>, and @facs on what stands in it */
    bool repairs;        /* <standOff> */
};

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings);

void tei_write_header(struct tei *tei);
void tei_write_facsimile(struct tei *tei);
void tei_write_standoff(struct tei *tei);
void tei_write_front(struct tei *tei);
void tei_write_body(struct tei *tei);

/* The masthead that is fit for a title page: the first page's first one that has
 * nothing but heads and paragraphs.  GALLEY_NONE when there is none. */
uint32_t tei_find_title(const galley_issue *issue);

/* issue->articles[index] as a division. */
void tei_write_article(struct tei *tei, uint32_t index);

/* The beginning of a page.  `index` in issue->pages. */
void tei_write_page_break(struct tei *tei, uint32_t index);

/* A byline or dateline; one that is a copy only points at where it stands. */
void tei_write_signed(struct tei *tei, const char *element, const galley_text *text);

/* A text with a line beginning wherever one of the source's lines begins. */
void tei_write_lines(struct tei *tei, const galley_text *text);

/* An element with such a text, nothing for an empty one.  `type` may be NULL. */
void tei_write_text(struct tei *tei, const char *element, const char *type, const galley_text *text);

/* Jump lines: who stands on which line, and the article that a jump line leads to
 * (GALLEY_NONE when that is not clear). */
uint32_t *tei_find_owners(const galley_issue *issue, galley_arena *arena);
uint32_t tei_jump_target(const struct tei *tei, const galley_text *jump);

/* ---- Words that are fit for an attribute (names.c) -------------------------------- */

bool tei_is_name(galley_slice word);     /* an XML name of ASCII, not too long */
bool tei_is_language(galley_slice word); /* zh-Hans */
bool tei_is_date(galley_slice word);     /* 2031, 2031-05, 2031-05-06 */

/* Whether every article's id can be its xml:id: names, all different, none of ours. */
bool tei_ids_are_names(const galley_issue *issue, galley_arena *arena);

/* The name of an article, with `before` in front of it, as an attribute. */
void tei_write_id(struct tei *tei, const char *attribute, const char *before, uint32_t article);

/* @cert, between 0 and 1. */
void tei_write_certainty(struct tei *tei, float confidence);

/* A name as a URL: what a URL cannot hold is written %XX. */
void tei_write_url(struct tei *tei, const char *attribute, galley_slice name);

/* The last part of a path: no output says in which folder its source lay. */
galley_slice tei_file_name(galley_slice path);

#endif
