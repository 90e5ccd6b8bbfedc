/* SPDX-License-Identifier: MIT
 * One walk over the lines, one over all spans.  Where articles share a line it is the
 * first one's, as it is with the ids of articles; a copy owns nothing. */
#include "formats/json/lines.h"

uint32_t *galley_json_line_ids(galley_arena *arena, const galley_issue *issue)
{
    uint32_t *ids = galley_arena_array(arena, issue->lines.count + 1, sizeof *ids), last = 0;
    for (size_t i = 0; ids && i < issue->lines.count; i++) {
        uint32_t id = issue->lines.items[i].id;
        ids[i] = last = id > last ? id : last + 1;
    }
    return ids;
}

typedef struct claim {
    uint32_t *owners;
    size_t line_count;
    uint32_t article;
} claim;

static void take_lines(void *state, const char *role, const galley_text *text)
{
    (void)role;
    const claim *by = state;
    for (uint32_t i = 0; !text->copy && i < text->span_count; i++) {
        uint32_t line = text->spans[i].line;
        if (line < by->line_count && by->owners[line] == GALLEY_NONE)
            by->owners[line] = by->article;
    }
}

uint32_t *galley_json_owners(galley_arena *arena, const galley_issue *issue)
{
    claim by = { galley_arena_array(arena, issue->lines.count + 1, sizeof *by.owners), issue->lines.count, 0 };
    if (!by.owners)
        return NULL;
    for (size_t i = 0; i <= issue->lines.count; i++)
        by.owners[i] = GALLEY_NONE;
    for (; by.article < issue->articles.count; by.article++)
        galley_article_visit(issue->articles.items[by.article], take_lines, &by);
    return by.owners;
}
