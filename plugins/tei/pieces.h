/* SPDX-License-Identifier: MIT
 * Where each piece of furniture goes: as near to where it was printed as the text
 * allows.  A piece is kept under the place where the writer comes by. */
#ifndef PLUGINS_TEI_PIECES_H
#define PLUGINS_TEI_PIECES_H

#include <galley/issue.h>

/* The key of a place is the first character of a span (line and byte), or the index of
 * an article or a page. */
typedef enum tei_place {
    TEI_INSIDE,         /* in the words of the line, behind the span: a hyphen, a doubled glyph */
    TEI_BEHIND_SPAN,    /* in the text, behind the span */
    TEI_BEFORE_SPAN,    /* in the text, before the span */
    TEI_BEHIND_TEXT,    /* behind the element of the text that the span is of */
    TEI_BEFORE_TEXT,    /* before that element */
    TEI_BEFORE_ARTICLE, /* before the division */
    TEI_END_OF_PAGE,    /* behind the last article of the page */
} tei_place;

typedef struct tei_piece {
    tei_place place;
    uint32_t key, from;
    uint32_t line, at; /* where it was printed */
    uint32_t index;    /* in issue->furniture */
    bool done;
} tei_piece;

typedef struct tei_pieces {
    tei_piece *items; /* by place, key and from, then as they were printed */
    size_t count;
} tei_pieces;

/* Lives in `arena`; false when there is no memory. */
bool tei_pieces_make(galley_arena *arena, const galley_issue *issue, tei_pieces *out);

/* The first piece that goes there, or `count`: they are items[first] up to where
 * tei_piece_goes is false. */
size_t tei_pieces_find(const tei_pieces *pieces, tei_place place, uint32_t key, uint32_t from);
bool tei_piece_goes(const tei_pieces *pieces, size_t index, tei_place place, uint32_t key, uint32_t from);

/* A hyphen or a doubled glyph, which a text may have inside. */
bool tei_is_inner(const galley_furniture *piece);

#endif
