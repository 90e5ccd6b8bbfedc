/* SPDX-License-Identifier: MIT
 * The front matter: what is known of the issue, for programs. */
#ifndef PLUGINS_MARKDOWN_MATTER_H
#define PLUGINS_MARKDOWN_MATTER_H

#include "plugins/markdown/sheet.h"

void markdown_put_matter(markdown_sheet *sheet);

#endif
