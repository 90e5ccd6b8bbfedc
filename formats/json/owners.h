/* SPDX-License-Identifier: MIT
 * Whose line is it?  What the repair did is recorded by its line; readers ask for it
 * by the article. */
#ifndef FORMATS_JSON_OWNERS_H
#define FORMATS_JSON_OWNERS_H

#include <galley/issue.h>

/* For each line of the issue the index of the first article with a text on it, or
 * GALLEY_NONE.  Lives in `arena`; NULL without memory. */
uint32_t *galley_json_owners(galley_arena *arena, const galley_issue *issue);

#endif
