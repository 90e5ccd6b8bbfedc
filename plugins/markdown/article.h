/* SPDX-License-Identifier: MIT
 * One article on the sheet, each kind in its own way. */
#ifndef PLUGINS_MARKDOWN_ARTICLE_H
#define PLUGINS_MARKDOWN_ARTICLE_H

#include "plugins/markdown/plan.h"
#include "plugins/markdown/sheet.h"

/* An article, by its index: teasers are an item of a list, mastheads a paragraph whose
 * lines are broken as they were printed, the others have a head and a body. */
void markdown_put_article(markdown_sheet *sheet, markdown_plan *plan, uint32_t index);

#endif
