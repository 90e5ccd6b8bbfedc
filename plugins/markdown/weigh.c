/* SPDX-License-Identifier: MIT
 * A person ends a paragraph with its sentence and gives headings levels; a recogniser
 * ends it with the column and knows one level, or none.  Front matter is a person's. */
#include "plugins/markdown/weigh.h"

#include <galley/text.h>

#include "plugins/markdown/loose.h"

#define LONG_CELLS 24 /* what is shorter may be a line of anything */

static bool ends_sentence(galley_slice text)
{
    unsigned classes = galley_code_class(galley_text_last(text));
    return classes & (GALLEY_STOP | GALLEY_CLOSING) || galley_text_last(text) == ':' ||
           galley_text_last(text) == 0xFF1A;
}

static void weigh_paragraph(markdown_weighing *weighing, galley_arena *scratch, const markdown_file *file,
                            cmark_node *node)
{
    galley_slice number, words = galley_slice_trim(markdown_words(scratch, node));
    galley_slice line = markdown_source_line(file, cmark_node_get_start_line(node));
    weighing->page_marks |= markdown_is_page_mark(line, &number);
    if (galley_text_cells(words, false) < LONG_CELLS)
        return;
    weighing->paragraphs++;
    weighing->broken += !ends_sentence(words);
}

void markdown_weigh(markdown_weighing *weighing, const markdown_file *file)
{
    galley_arena *scratch = galley_arena_new(0);
    if (!scratch)
        return;
    for (cmark_node *node = cmark_node_first_child(file->root); node; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        galley_slice number;
        if (type == CMARK_NODE_PARAGRAPH)
            weigh_paragraph(weighing, scratch, file, node);
        else if (type == CMARK_NODE_HEADING)
            weighing->headings[cmark_node_get_heading_level(node)]++;
        else if (type == CMARK_NODE_HTML_BLOCK)
            weighing->page_marks |= markdown_is_page_mark(markdown_literal(node), &number);
    }
    galley_arena_drop(scratch);
}

int markdown_points(const markdown_weighing *weighing, const char **reason)
{
    size_t levels = 0, most = 0;
    for (int i = 1; i <= 6; i++) {
        levels += weighing->headings[i] > 0;
        most = weighing->headings[i] > most ? weighing->headings[i] : most;
    }
    const struct {
        bool holds;
        int points;
        const char *reason;
    } rows[] = {
        { weighing->paragraphs >= 4 && weighing->broken * 4 > weighing->paragraphs, 3,
          "its paragraphs end within sentences" },
        { weighing->page_marks, 2, "it has marks where pages begin" },
        { weighing->fenced, 2, "all of it stands in a fence" },
        { levels == 0, 2, "it has no headings" },
        { levels == 1 && most > 1, 2, "all its headings are of one level" },
        { levels > 2, -1, "" },
        { weighing->front, -3, "" },
    };
    int points = 0;
    *reason = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        points += rows[i].holds ? rows[i].points : 0;
        *reason = rows[i].holds && !**reason ? rows[i].reason : *reason;
    }
    return points;
}
