/* SPDX-License-Identifier: MIT
 * Article ids that last: page and first source line ("p1-l0112"), so that a run
 * with other options names the same article the same way.  A second article on
 * that line is "p1-l0112-2". */
#include "core/repair/passes.h"

static void note_first_line(void *state, const char *role, const galley_text *text)
{
    (void)role;
    uint32_t *first = state;
    for (uint32_t i = 0; i < text->span_count; i++)
        if (text->spans[i].line < *first)
            *first = text->spans[i].line;
}

static uint32_t first_line(const galley_article *article)
{
    uint32_t line = GALLEY_NONE;
    galley_article_visit(article, note_first_line, &line);
    return line;
}

galley_status repair_names(galley_issue *issue, galley_findings *findings)
{
    (void)findings;
    uint8_t *uses = galley_arena_array(issue->arena, issue->lines.count + 1, sizeof *uses);
    if (!uses)
        return galley_issue_status(issue);
    for (size_t i = 0; i < issue->articles.count; i++) {
        galley_article *article = issue->articles.items[i];
        uint32_t line = first_line(article);
        if (line == GALLEY_NONE)
            continue;
        const char *page = issue->pages.items[article->page].id.text;
        const char *id =
            ++uses[line] == 1
                ? galley_arena_print(issue->arena, "%s-l%04u", page, issue->lines.items[line].id)
                : galley_arena_print(issue->arena, "%s-l%04u-%u", page, issue->lines.items[line].id, uses[line]);
        article->id = galley_slice_of(id);
    }
    return galley_issue_status(issue);
}
