/* SPDX-License-Identifier: MIT
 * cmark's tree is walked with its iterator and never by recursion: a page may nest a
 * million marks of emphasis. */
#include "plugins/markdown/tree.h"

#include <galley/buffer.h>
#include <galley/text.h>

static void close_tree(void *root)
{
    cmark_node_free(root);
}

static size_t line_end(galley_slice body, size_t from)
{
    while (from < body.length && body.text[from] != '\n' && body.text[from] != '\r')
        from++;
    return from;
}

static size_t next_line(galley_slice body, size_t from)
{
    size_t end = line_end(body, from);
    bool pair = end + 1 < body.length && body.text[end] == '\r' && body.text[end + 1] == '\n';
    return end + (end < body.length) + pair;
}

static bool find_lines(galley_arena *arena, markdown_file *file)
{
    uint32_t count = 0;
    for (size_t at = 0; at < file->body.length; at = next_line(file->body, at))
        count++;
    file->lines = galley_arena_array(arena, (size_t)count + 1, sizeof *file->lines);
    if (!file->lines)
        return false;
    for (size_t at = 0; at < file->body.length; at = next_line(file->body, at))
        file->lines[file->line_count++] = at;
    file->lines[file->line_count] = file->body.length;
    return true;
}

bool markdown_parse(galley_arena *arena, galley_slice body, markdown_file *out)
{
    out->body = body;
    out->line_count = 0;
    if (!find_lines(arena, out))
        return false;
    out->root = cmark_parse_document(body.text ? body.text : "", body.length, CMARK_OPT_DEFAULT);
    return out->root && galley_arena_own(arena, out->root, close_tree) == GALLEY_OK;
}

galley_slice markdown_source_line(const markdown_file *file, int line)
{
    if (line < 1 || (uint32_t)line > file->line_count)
        return (galley_slice){ 0 };
    size_t from = file->lines[line - 1];
    return galley_slice_part(file->body, from, line_end(file->body, from));
}

galley_place markdown_place(const markdown_file *file, cmark_node *node)
{
    int line = node ? cmark_node_get_start_line(node) : 0;
    return (galley_place){ .file = file->name, .line = line > 0 ? (uint32_t)line + file->first_line : 0 };
}

galley_slice markdown_literal(cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    return galley_slice_of(text ? text : "");
}

/* ---- The walk --------------------------------------------------------------- */

static const struct {
    bool known;
    markdown_event enter;
} events[CMARK_NODE_LAST_INLINE + 1] = {
    [CMARK_NODE_TEXT] = { true, MARKDOWN_SAYS },        [CMARK_NODE_CODE] = { true, MARKDOWN_SAYS },
    [CMARK_NODE_SOFTBREAK] = { true, MARKDOWN_SOFT },   [CMARK_NODE_LINEBREAK] = { true, MARKDOWN_HARD },
    [CMARK_NODE_HTML_INLINE] = { true, MARKDOWN_HTML }, [CMARK_NODE_IMAGE] = { true, MARKDOWN_IMAGE },
    [CMARK_NODE_EMPH] = { true, MARKDOWN_OPENS },       [CMARK_NODE_STRONG] = { true, MARKDOWN_OPENS },
    [CMARK_NODE_LINK] = { true, MARKDOWN_OPENS },
};

void markdown_walk(cmark_node *block, markdown_visitor *visit, void *state)
{
    cmark_iter *iter = cmark_iter_new(block);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (node == block || type > CMARK_NODE_LAST_INLINE || !events[type].known)
            continue;
        markdown_event what = events[type].enter;
        if (event == CMARK_EVENT_EXIT && what != MARKDOWN_OPENS)
            continue;
        visit(state, event == CMARK_EVENT_EXIT ? MARKDOWN_CLOSES : what, node, markdown_literal(node));
        if (what == MARKDOWN_IMAGE)
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iter);
}

static void add_words(void *state, markdown_event event, cmark_node *node, galley_slice text)
{
    (void)node;
    if (event == MARKDOWN_SAYS)
        galley_buffer_add(state, text);
    else if (event == MARKDOWN_SOFT || event == MARKDOWN_HARD)
        galley_buffer_byte(state, ' ');
}

galley_slice markdown_words(galley_arena *arena, cmark_node *node)
{
    galley_buffer words = { 0 };
    markdown_walk(node, add_words, &words);
    galley_slice kept = galley_buffer_copy(&words, arena);
    galley_buffer_drop(&words);
    return kept;
}

static int hex(char byte)
{
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                        : -1;
}

galley_slice markdown_path(galley_arena *arena, galley_slice path)
{
    galley_buffer out = { 0 };
    size_t bad_at;
    for (size_t i = 0; i < path.length; i++) {
        int high = i + 2 < path.length && path.text[i] == '%' ? hex(path.text[i + 1]) : -1;
        int low = high >= 0 ? hex(path.text[i + 2]) : -1;
        galley_buffer_byte(&out, low >= 0 ? (char)(high * 16 + low) : path.text[i]);
        i += low >= 0 ? 2 : 0;
    }
    bool valid = galley_text_valid(galley_buffer_slice(&out), &bad_at);
    galley_slice kept = valid ? galley_buffer_copy(&out, arena) : galley_arena_copy(arena, path);
    galley_buffer_drop(&out);
    return kept;
}
