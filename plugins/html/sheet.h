/* SPDX-License-Identifier: MIT
 * The sheet: what is in hand while an issue is written as one page of HTML, and what
 * everything on it is called.  Names and order are worked out before the first byte. */
#ifndef PLUGINS_HTML_SHEET_H
#define PLUGINS_HTML_SHEET_H

#include <galley/issue.h>

#include "formats/html/writer.h"
#include "formats/phrases/phrases.h"

#define HTML_CONTENTS "contents" /* the fragment */

/* Groups of articles: the mastheads, what stands on no page, page 0, page 1 … */
enum { HTML_MASTHEADS, HTML_PAGELESS, HTML_PAGES };

typedef struct html_sheet {
    galley_html html;
    const galley_issue *issue;
    const galley_phrases *say;
    galley_arena *arena;
    galley_slice language;    /* of the document, never empty */
    galley_slice name;        /* of the newspaper, never empty */
    const char *const *names; /* the fragment of each article */
    const uint32_t *articles; /* by group; in each the teasers first, the advertisements last */
    const size_t *begins;     /* of each group in `articles`, and one more */
    bool pictures;            /* are wanted */
    uint32_t page;            /* where the text is that is being written */
    size_t lost_pictures, lost_links, lost_levels;
    bool failed; /* no memory for a picture */
} html_sheet;

/* Works names and order out; false without memory. */
bool html_plan(html_sheet *sheet);

/* ---- What things are called (label.c) ------------------------------------------ */

/* A text between the two halves of a phrase: 第 1234 期. */
galley_slice html_wrap(const html_sheet *sheet, galley_affix affix, galley_slice text);

/* 第1版; 第1版 要闻. */
galley_slice html_page_number(const html_sheet *sheet, const galley_page *page);
galley_slice html_page_label(const html_sheet *sheet, const galley_page *page);
const char *html_page_name(const html_sheet *sheet, uint32_t page);

/* The headline; without one the first words and an ellipsis; never empty. */
galley_slice html_article_label(const html_sheet *sheet, const galley_article *article);

/* What kind of thing an article is, where it is no common article; else NULL. */
const char *html_kind(const html_sheet *sheet, const galley_article *article);

/* A language tag that browsers understand (BCP 47, by its form). */
bool html_is_language(galley_slice tag);

/* ---- Elements (element.c) ------------------------------------------------------ */

/* Whether there is something to see in a text, and it stands nowhere else. */
bool html_shown(const galley_text *text);

/* An element with a class (NULL: none), open; and closed, with a line end behind it. */
void html_begin(html_sheet *sheet, const char *element, const char *class);
void html_end(html_sheet *sheet, const char *element);

/* A whole element of plain text; nothing where there is no text. */
void html_line(html_sheet *sheet, const char *element, const char *class, galley_slice text);

/* The attribute href="#…". */
void html_lead_to(html_sheet *sheet, const char *name);

/* ---- Texts, pictures, articles -------------------------------------------------- */

/* A text with its marks, and a sign where it runs on to another page (text.c). */
void html_put_text(html_sheet *sheet, const galley_text *text);

/* The same as an element; nothing where html_shown says so. */
void html_put_line(html_sheet *sheet, const char *element, const char *class, const galley_text *text);

/* An address that a link may lead to, ready for its attribute; empty: it is none (link.c). */
galley_slice html_address(galley_arena *arena, galley_slice value);

/* The picture of a figure, when there is one to show (picture.c). */
void html_put_picture(html_sheet *sheet, const galley_block *block);
bool html_has_picture(const html_sheet *sheet, galley_slice name);

/* The body of an article; a whole article, and a whole teaser (blocks.c, article.c). */
void html_put_blocks(html_sheet *sheet, const galley_article *article);
void html_put_article(html_sheet *sheet, uint32_t index);

/* What stands above the articles, and below (frame.c). */
void html_put_head(html_sheet *sheet);
void html_put_masthead(html_sheet *sheet);
void html_put_contents(html_sheet *sheet);
void html_put_colophon(html_sheet *sheet);

/* The style sheet, made from formats/html/newspaper.css. */
extern const char html_style[];

#endif
