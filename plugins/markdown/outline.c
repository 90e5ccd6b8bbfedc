/* SPDX-License-Identifier: MIT
 * One heading of the highest level that has others below it is the title of the issue.
 * Of the levels below, the first is that of sections when next to none of its headings
 * has a text of its own; articles are the level below that. */
#include "plugins/markdown/outline.h"

typedef struct level {
    size_t count, texts; /* headings, and those with a text right behind them */
} level;

static bool is_text(cmark_node *node)
{
    cmark_node_type type = node ? cmark_node_get_type(node) : CMARK_NODE_NONE;
    return type != CMARK_NODE_NONE && type != CMARK_NODE_HEADING && type != CMARK_NODE_THEMATIC_BREAK;
}

static int next_level(const level levels[7], int from)
{
    for (int i = from + 1; i <= 6; i++)
        if (levels[i].count)
            return i;
    return 0;
}

markdown_outline markdown_outline_of(const markdown_file *file)
{
    level levels[7] = { { 0 } };
    markdown_outline out = { 0 };
    for (cmark_node *node = cmark_node_first_child(file->root); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        level *of = &levels[cmark_node_get_heading_level(node)];
        of->count++;
        of->texts += is_text(cmark_node_next(node));
    }
    int top = next_level(levels, 0), below = next_level(levels, top);
    if (top && below && levels[top].count == 1) {
        out.title = top;
        top = below;
        below = next_level(levels, top);
    }
    out.article = top;
    if (top && below && levels[top].texts * 8 < levels[top].count) {
        out.section = top;
        out.article = below;
    }
    return out;
}
