/* SPDX-License-Identifier: MIT
 * A file of Markdown, parsed by cmark: its front matter, its lines, its tree; and the
 * walk over what stands inside of a block. */
#ifndef PLUGINS_MARKDOWN_TREE_H
#define PLUGINS_MARKDOWN_TREE_H

#include <cmark.h>

#include <galley/plugin.h>

typedef struct markdown_file {
    const char *name;
    galley_slice body;   /* behind the front matter, and without a fence around it all */
    uint32_t first_line; /* lines before the body */
    uint64_t first_byte; /* bytes before it */
    size_t *lines;       /* where each line of the body begins; one more: where the last one ends */
    uint32_t line_count;
    cmark_node *root;
} markdown_file;

typedef struct markdown_reading {
    galley_issue *issue;
    galley_findings *findings;
    galley_arena *scratch; /* trees and lists; texts are the issue's */
    const markdown_file *file;
    uint32_t base;                    /* lines of the files before */
    uint32_t last;                    /* number of the last line that a file became */
    size_t lowered, images, comments; /* what was brought down, or left out, over all files */
} markdown_reading;

/* Parses `body`; the tree is closed with the arena.  False when there is no memory. */
bool markdown_parse(galley_arena *arena, galley_slice body, markdown_file *out);

/* A line of the body by its number in the tree, counted from 1, without its end. */
galley_slice markdown_source_line(const markdown_file *file, int line);

/* Where a node stands in the file. */
galley_place markdown_place(const markdown_file *file, cmark_node *node);

/* What a block or an inline says by itself: never NULL. */
galley_slice markdown_literal(cmark_node *node);

/* The texts, breaks, tags and emphases inside of a paragraph or heading, one by one. */
typedef enum markdown_event {
    MARKDOWN_SAYS,  /* text or code */
    MARKDOWN_SOFT,  /* a line ends */
    MARKDOWN_HARD,  /* and is meant to */
    MARKDOWN_HTML,  /* a tag or a comment */
    MARKDOWN_IMAGE, /* a picture, whose description is not walked */
    MARKDOWN_OPENS, /* emphasis, strong emphasis, a link */
    MARKDOWN_CLOSES
} markdown_event;

typedef void markdown_visitor(void *state, markdown_event event, cmark_node *node, galley_slice text);
void markdown_walk(cmark_node *block, markdown_visitor *visit, void *state);

/* All the words inside of a node in one string, a space for each break. */
galley_slice markdown_words(galley_arena *arena, cmark_node *node);

/* The path of a picture as a name: percent signs read. */
galley_slice markdown_path(galley_arena *arena, galley_slice path);

#endif
