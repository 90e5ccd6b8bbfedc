/* SPDX-License-Identifier: MIT
 * One article on the sheet, each kind in its own way. */
#ifndef PLUGINS_MARKDOWN_ARTICLE_H
#define PLUGINS_MARKDOWN_ARTICLE_H

#include "plugins/markdown/sheet.h"

/* An article with a head and a body: news, photographs, notices, advertisements. */
void markdown_put_article(markdown_sheet *sheet, const galley_article *article, bool is_linked);

/* A teaser: one item of a list, with the page it points to. */
void markdown_put_teaser(markdown_sheet *sheet, const galley_article *article, bool is_linked);

/* A title block: one paragraph, its lines broken as they were printed. */
void markdown_put_masthead(markdown_sheet *sheet, const galley_article *article);

#endif
