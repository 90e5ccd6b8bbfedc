/* SPDX-License-Identifier: MIT
 * A folder instead of a file: an index, and a file for each article. */
#ifndef PLUGINS_MARKDOWN_SPLIT_H
#define PLUGINS_MARKDOWN_SPLIT_H

#include "plugins/markdown/order.h"
#include "plugins/markdown/plan.h"
#include "plugins/markdown/sheet.h"

/* Writes the members of the sheet's sink; `plan` holds what is planned of one article. */
void markdown_put_folder(markdown_sheet *sheet, markdown_plan *plan, const markdown_order *order, bool matter);

/* Whether the bytes of a picture can stand under its name in the folder. */
bool markdown_can_hold(const galley_image *image);

/* A page: its comment, and its heading unless it has none. */
void markdown_put_page(markdown_sheet *sheet, const galley_page *page, bool heading);

#endif
