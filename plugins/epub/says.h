/* SPDX-License-Identifier: MIT
 * What a package says of its book in Dublin Core, as what Galley knows of an issue. */
#ifndef PLUGINS_EPUB_SAYS_H
#define PLUGINS_EPUB_SAYS_H

#include <galley/issue.h>

#include "plugins/epub/open.h"

void epub_says_read(const epub_package *book, galley_meta *meta, galley_arena *arena);

#endif
