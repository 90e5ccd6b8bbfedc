/* SPDX-License-Identifier: MIT
 * TEI in the making: what its parts share.  A part is one child of <TEI>. */
#ifndef PLUGINS_TEI_WRITER_H
#define PLUGINS_TEI_WRITER_H

#include <galley/arena.h>
#include <galley/plugin.h>

#include "formats/xml/writer.h"

#include "plugins/tei/names.h"
#include "plugins/tei/order.h"
#include "plugins/tei/pieces.h"
#include "plugins/tei/raw.h"

struct tei {
    galley_xml xml;
    const galley_issue *issue;
    galley_arena *arena; /* what the writer itself remembers */
    tei_order order;     /* which articles stand on which page */
    tei_pieces pieces;   /* where the furniture goes */
    tei_raw raw;         /* which lines the text alone does not give back */
    uint32_t *line_ids;  /* they rise, which the issue's own do not where a page break parts a line */
    uint32_t *piece_ids; /* of the furniture, which is counted without pieces that have no words */
    uint32_t *owners;    /* for each line the article it stands in; NULL where no article jumps */
    uint32_t title;      /* the masthead that is the title page: an index in issue->articles, or GALLEY_NONE */
    uint32_t page;       /* that of the last page break, or GALLEY_NONE */
    uint32_t stamp;      /* for sets of zones: which of them were seen for what is written now */
    uint32_t *seen;      /* a stamp for each zone */
    size_t spaces;       /* white space in copies that XML has no word for: a space stands there */
    size_t empty;        /* texts without words, lists and tables without items: they are left out */
    size_t marks;        /* on hyphens and doubled glyphs, which are no texts: the same */
    size_t passes;       /* names of passes that are no XML names: the same */
    bool rehearsal;      /* nothing is written: to learn which lines come back from the text */
    bool in_cell;        /* where a line end would be a word's */
    bool numbered;       /* articles are called by number: their own ids are no XML names */
    bool shuffled;       /* the articles stand in another order than the issue keeps them in */
    bool lines;          /* <lb/> at every line */
    bool facsimile;      /* <facsimile>, and @facs on what stands in it */
    bool repairs;        /* <standOff> */
};

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings);

/* Ends an element, and the line; ends the line between elements, where words may stand, too. */
void tei_end_line(struct tei *tei);
void tei_end_break(struct tei *tei);

void tei_write_header(struct tei *tei);
void tei_write_facsimile(struct tei *tei);
void tei_write_source_doc(struct tei *tei);
void tei_write_standoff(struct tei *tei);
void tei_write_front(struct tei *tei);
void tei_write_body(struct tei *tei);

/* The masthead that is fit for a title page: the first page's first one that has
 * nothing but heads and paragraphs and does not go on elsewhere.  GALLEY_NONE when there is none. */
uint32_t tei_find_title(const galley_issue *issue);

/* Counts what TEI has no place for, where it is so. */
void tei_note_empty(struct tei *tei, bool is_so);

/* issue->articles[index] as a division. */
void tei_write_article(struct tei *tei, uint32_t index);

/* What the division and the title page of an article have alike: @xml:id, @n, @cert, @facs. */
void tei_write_article_attributes(struct tei *tei, uint32_t index);

/* The beginning of a page, unless that is where the text is; `index` in issue->pages. */
void tei_write_page_break(struct tei *tei, uint32_t index, bool runs_on);

/* The same between elements; for the page on which a text begins. */
void tei_turn_to(struct tei *tei, uint32_t index);
void tei_turn_page(struct tei *tei, const galley_text *text);

/* ---- Furniture (furniture.c) ---------------------------------------------------------- */

/* What goes to a place, each piece once; whether any <fw> was written. */
bool tei_write_pieces(struct tei *tei, tei_place place, uint32_t key, uint32_t from);

/* Where a span ends together with the hyphens and doubled glyphs behind it. */
uint32_t tei_end_of_pieces(const struct tei *tei, const galley_span *span);

/* What nobody came to fetch. */
void tei_write_left_pieces(struct tei *tei);

/* ---- Texts (lines.c, words.c) ----------------------------------------------------------- */

/* Behind how many characters of its line a span begins and ends, white space aside. */
size_t tei_span_from(const struct tei *tei, const galley_span *span);
size_t tei_span_to(const struct tei *tei, const galley_span *span);

/* The attributes and the words of an element that is a text.  A copy has no words: @n says
 * them, @corresp names its lines, and @rend, behind what `looks` says (it may be NULL), where
 * in these it stands. */
void tei_write_content(struct tei *tei, const galley_text *text, const char *looks);

/* A text with a line beginning wherever one of the source's lines begins. */
void tei_write_lines(struct tei *tei, const galley_text *text);

/* An element with such a text, nothing for an empty one.  `type` may be NULL. */
void tei_write_text(struct tei *tei, const char *element, const char *type, const galley_text *text);

/* The same, with @cert where less than all is certain. */
void tei_write_sure(struct tei *tei, const char *element, const char *type, const galley_text *text, float confidence);

/* The furniture that stands before a text, and behind it. */
void tei_write_before(struct tei *tei, const galley_text *text);
void tei_write_behind(struct tei *tei, const galley_text *text);

/* Characters; one that could not be read, or that XML cannot say, is <unclear>. */
void tei_write_words(struct tei *tei, galley_slice words);

/* The same as an attribute, where nothing can be unclear. */
void tei_write_said(struct tei *tei, const char *attribute, galley_slice words);

/* Whether none of them is such a character. */
bool tei_is_sayable(galley_slice words);

/* A part of a text with its marks (marks.c), from its beginning to its end. */
typedef struct tei_marks {
    const galley_text *text;
    uint32_t next;
    const galley_mark *open[GALLEY_MARK_DEPTH];
    size_t depth;
} tei_marks;
void tei_write_marked(struct tei *tei, tei_marks *marks, galley_slice words);
void tei_end_marks(struct tei *tei, tei_marks *marks);

/* The same for the raw line, where white space matters too. */
void tei_write_raw(struct tei *tei, galley_slice words);

/* @facs of a text, and of all texts of an article: the blocks it stands in. */
void tei_write_zones(struct tei *tei, const galley_text *text);
void tei_write_article_zones(struct tei *tei, const galley_article *article);

/* ---- Jump lines (jumps.c) ------------------------------------------------------------------ */

/* Who stands on which line, and the article that a jump line leads to (GALLEY_NONE when
 * that is not clear). */
uint32_t *tei_find_owners(const galley_issue *issue, galley_arena *arena);
uint32_t tei_jump_target(const struct tei *tei, const galley_text *jump);

/* ---- Words that are fit for an attribute (names.c) -------------------------------- */

/* Whether every article's id can be its xml:id: names, all different, none of ours. */
bool tei_ids_are_names(const galley_issue *issue, galley_arena *arena);

/* The name of an article, with `before` in front of it, as an attribute. */
void tei_write_id(struct tei *tei, const char *attribute, const char *before, uint32_t article);

/* A number as short as it comes back; @cert, between 0 and 1. */
void tei_write_number(struct tei *tei, const char *attribute, float number);
void tei_write_certainty(struct tei *tei, float confidence);

/* A name as a URL, with a fragment behind it (may be empty): what a URL cannot hold is
 * written %XX. */
void tei_write_url(struct tei *tei, const char *attribute, galley_slice name, const char *fragment);

/* An address as a pointer; where none can hold it as it is, @n does. */
void tei_write_address(struct tei *tei, const char *attribute, galley_slice address);

/* The last part of a path: no output says in which folder its source lay. */
galley_slice tei_file_name(galley_slice path);

#endif
