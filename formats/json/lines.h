/* SPDX-License-Identifier: MIT
 * What JSON says of lines beside their text: by which id it names them, and which
 * article each is in, for what the repair did is recorded by its line. */
#ifndef FORMATS_JSON_LINES_H
#define FORMATS_JSON_LINES_H

#include <galley/issue.h>

/* The id of each line of the issue: the model's, but none twice and always rising, as
 * readers want them.  Lives in `arena`; NULL without memory. */
uint32_t *galley_json_line_ids(galley_arena *arena, const galley_issue *issue);

/* For each line the index of the first article with a text on it, or GALLEY_NONE. */
uint32_t *galley_json_owners(galley_arena *arena, const galley_issue *issue);

#endif
