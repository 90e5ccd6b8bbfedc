/* SPDX-License-Identifier: MIT
 * TEI of others being read: which elements are articles, which are blocks of one, and the words
 * of each.  What is written between two line beginnings is a line of the facts, what has none is
 * one line. */
#ifndef PLUGINS_TEI_OTHERS_H
#define PLUGINS_TEI_OTHERS_H

#include <galley/track.h>

#include "plugins/tei/reader.h"

/* A text in the making. */
typedef struct others_draft {
    galley_buffer text;
    GALLEY_VECTOR(galley_span) spans;
    GALLEY_VECTOR(galley_mark) marks;
    size_t depth;  /* marks that are open */
    bool splits;   /* a list or a table inside ends it, and it begins again behind */
    bool space;    /* white space stands before the next character */
    bool line_end; /* with a line end in it */
    bool broken;   /* a line began since the last character */
    bool joined;   /* and it says that nothing stands there */
} others_draft;

typedef struct tei_others {
    tei_reading *read;
    galley_issue *issue;
    galley_track track;
    galley_buffer line;      /* what was heard of the line */
    uint32_t page;           /* index, or GALLEY_NONE before the first */
    bool unmarked;           /* it is the first one, and no break said so */
    bool zone_due;           /* the next line begins a zone */
    bool prints;             /* breaks of several editions are there: only those of the printed one count */
    galley_article *article; /* that is open, or NULL */
    galley_text section;     /* a head over several articles, for the next one */
    uint32_t level;          /* divisions within the article */
    bool inside;             /* a division that is an article */
    galley_kind kind;        /* of the next article */
    const tei_node *origin;  /* its element, or NULL */
    GALLEY_VECTOR(const tei_node *) waiting; /* notes and figures, until their text ends */
    size_t flattened, left_out;              /* elements whose words stay; second readings */
    const char *kinds[3];                    /* of the flattened ones */
} tei_others;

/* ---- Facts: others_lines.c ------------------------------------------------------------- */

/* A page begins, if the break counts. */
void others_turn(tei_others *others, const tei_node *node);

/* What was heard since the line began is a line, unless it is blank. */
void others_end_line(tei_others *others);

/* The characters of the line being heard behind `from` are of this text; a fresh span does not
 * go on with the last one. */
void others_take_span(tei_others *others, others_draft *draft, size_t from, bool fresh);

/* Furniture: a piece of the line being heard; form work that stands somewhere. */
void others_add_piece(tei_others *others, galley_furniture_kind kind, galley_slice words, galley_span where);
void others_form_work(tei_others *others, const tei_node *node);

/* ---- Words: others_text.c -------------------------------------------------------------- */

/* What an element says, as a text; lines and pages grow by the way. */
galley_text others_text(tei_others *others, const tei_node *node);

/* The same for a paragraph, which ends where a list or a table stands in it, and goes on behind. */
void others_paragraph(tei_others *others, const tei_node *node, galley_block_type type);

/* ---- Divisions: others_divisions.c ----------------------------------------------------- */

bool others_is_division(const tei_node *node);

/* Tells all that hold a division so. */
void others_note_divisions(tei_node *root);

/* A division; front, body or back; a title page. */
void others_division(tei_others *others, const tei_node *node);
void others_part(tei_others *others, const tei_node *node);
void others_title_page(tei_others *others, const tei_node *node);

/* What comes next is of no article. */
void others_end_article(tei_others *others);

/* ---- Articles: others_articles.c ------------------------------------------------------- */

/* The one that is open; it begins here if there is none. */
galley_article *others_article(tei_others *others);

/* A text as a block of the article, unless it is empty: then NULL. */
galley_block *others_add(tei_others *others, galley_block_type type, galley_text text);

/* The last block goes: it has nothing in it. */
void others_drop_block(tei_others *others);

/* A head over several articles that no article came for is furniture. */
void others_drop_section(tei_others *others);

/* A head; a byline or dateline; the title on a title page. */
void others_head(tei_others *others, const tei_node *node);
void others_signature(tei_others *others, const tei_node *node);
void others_title(tei_others *others, const tei_node *node);

/* ---- Blocks: others_blocks.c, others_lists.c, others_figures.c ------------------------- */

/* An element that is no part of a text; all that stands in one. */
void others_block(tei_others *others, const tei_node *node);
void others_walk(tei_others *others, const tei_node *node);

void others_list(tei_others *others, const tei_node *node);
void others_table(tei_others *others, const tei_node *node);
void others_figure(tei_others *others, const tei_node *node);

/* Whether an element inside a text stands apart from the words around it; whether it is a block
 * that a paragraph makes way for. */
bool others_is_block(const tei_node *node);
bool others_splits(const tei_node *node);

/* Notes and figures wait until their text ends. */
void others_wait(tei_others *others, const tei_node *node);
void others_release(tei_others *others);

/* ---- The end: others.c ----------------------------------------------------------------- */

/* Counts an element whose words stay. */
void others_flatten(tei_others *others, const tei_node *node);

#endif
