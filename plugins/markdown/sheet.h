/* SPDX-License-Identifier: MIT
 * The sheet that is being written: blocks, one line each, with a blank line between
 * them, made of texts that are escaped here and nowhere else. */
#ifndef PLUGINS_MARKDOWN_SHEET_H
#define PLUGINS_MARKDOWN_SHEET_H

#include <galley/issue.h>
#include <galley/sink.h>

#include "formats/phrases/phrases.h"

/* What stands last on the sheet; it decides what must stand before the next thing. */
typedef enum markdown_last {
    MARKDOWN_NOTHING,
    MARKDOWN_TITLE,   /* of the issue or of a page */
    MARKDOWN_BODY,    /* of an article */
    MARKDOWN_ITEMS,   /* a list of its body */
    MARKDOWN_TEASERS, /* a list of teasers or contents */
    MARKDOWN_BREAK    /* the line between two articles */
} markdown_last;

typedef struct markdown_sheet {
    const galley_issue *issue;
    const galley_phrases *say;
    const bool *linked;       /* for each article: something links to it */
    const char *const *files; /* for each article: the file it is in; NULL: all are in one */
    galley_sink *sink;
    bool marks;         /* comments say what each piece is */
    unsigned head_down; /* the level of a headline: 3, or 1 in a file of its own */
    markdown_last last;
    size_t lost; /* characters that could not be carried */
} markdown_sheet;

/* Begins a block: the blank line, then `prefix` ("### ", "> "). */
void markdown_begin(markdown_sheet *sheet, const char *prefix);
void markdown_end(markdown_sheet *sheet, markdown_last last);

/* Begins an item of a list, right under the item before it when `list` is what stands last. */
void markdown_begin_item(markdown_sheet *sheet, markdown_last list);

/* Pieces of a line. */
void markdown_put(markdown_sheet *sheet, const char *markup);
void markdown_first(markdown_sheet *sheet, const galley_text *text); /* begins the line, and is not all of it */
void markdown_whole(markdown_sheet *sheet, const galley_text *text); /* is all of it */
void markdown_inline(markdown_sheet *sheet, galley_slice text);      /* goes on with it */
void markdown_anchor(markdown_sheet *sheet, galley_slice id);

/* A text in emphasis (`mark` is * or **) that any parser will take for one: behind a
 * space or at the beginning of a line, before a space or the end of one. */
void markdown_emphasis(markdown_sheet *sheet, const char *mark, const galley_text *text);

/* A page number with its words, in emphasis, a link where there is an article to link to; and
 * the number: as it was printed, or that of the page of the article. */
galley_slice markdown_pointer_page(const markdown_sheet *sheet, galley_slice page, uint32_t article);
void markdown_pointer(markdown_sheet *sheet, galley_affix words, galley_slice page, uint32_t article);

/* Whole blocks. */
void markdown_heading(markdown_sheet *sheet, unsigned level, const galley_text *text);
void markdown_paragraph(markdown_sheet *sheet, const galley_text *text);
void markdown_line(markdown_sheet *sheet, const char *mark, const galley_text *text); /* in emphasis */

/* The title of the issue, as a heading over all. */
void markdown_title(markdown_sheet *sheet);

#endif
