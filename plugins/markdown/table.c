/* SPDX-License-Identifier: MIT
 * cmark takes a table with pipes for a paragraph, so it is read from the lines of the
 * file, and each cell is parsed by itself. */
#include "plugins/markdown/table.h"

#include <galley/buffer.h>

#define CELLS_MOST 1000000 /* after short rows are filled up */

static size_t row_end(const html_table *table, size_t row)
{
    return row + 1 < table->rows.count ? table->rows.items[row + 1] : table->cells.count;
}

static size_t widest(const html_table *table)
{
    size_t columns = 0;
    for (size_t i = 0; i < table->rows.count; i++) {
        size_t cells = row_end(table, i) - table->rows.items[i];
        columns = cells > columns ? cells : columns;
    }
    return columns;
}

void markdown_fill_table(galley_arena *arena, galley_block *block, const html_table *table)
{
    size_t columns = widest(table), rows = table->rows.count, count = 0;
    if (!columns || rows > CELLS_MOST / columns)
        return;
    galley_text *cells = galley_arena_array(arena, columns * rows, sizeof *cells);
    for (size_t i = 0; cells && i < rows; i++) {
        count = i * columns;
        for (size_t k = table->rows.items[i]; k < row_end(table, i); k++)
            cells[count++].text = table->cells.items[k];
    }
    block->items = cells;
    block->item_count = cells ? (uint32_t)count : 0;
    block->columns = (uint32_t)columns;
}

/* ---- Pipes ------------------------------------------------------------------ */

/* Only dashes, colons, pipes and spaces, and of dashes and pipes one at least. */
static bool is_rule(galley_slice line)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; i < line.length; i++) {
        if (!strchr("-:| \t", line.text[i]) || !line.text[i])
            return false;
        dash |= line.text[i] == '-';
        pipe |= line.text[i] == '|';
    }
    return dash && pipe;
}

bool markdown_is_pipes(const markdown_file *file, cmark_node *paragraph)
{
    int from = cmark_node_get_start_line(paragraph), to = cmark_node_get_end_line(paragraph);
    return to > from && is_rule(galley_slice_trim(markdown_source_line(file, from + 1))) &&
           galley_slice_find(markdown_source_line(file, from), galley_slice_of("|"), 0) != SIZE_MAX;
}

static galley_slice cell_text(galley_arena *arena, galley_slice source)
{
    galley_buffer text = { 0 };
    for (size_t i = 0; i < source.length; i++) {
        bool escaped = source.text[i] == '\\' && i + 1 < source.length && source.text[i + 1] == '|';
        galley_buffer_byte(&text, source.text[i += escaped]);
    }
    cmark_node *root = cmark_parse_document(text.bytes ? text.bytes : "", text.length, CMARK_OPT_DEFAULT);
    galley_slice words = root ? markdown_words(arena, root) : (galley_slice){ 0 };
    if (root)
        cmark_node_free(root);
    galley_buffer_drop(&text);
    return html_strip(arena, words);
}

static void read_row(markdown_reading *read, galley_slice line, html_table *out)
{
    galley_arena *arena = read->issue->arena;
    size_t *row = galley_push(arena, &out->rows);
    if (row)
        *row = out->cells.count;
    line = galley_slice_trim(line);
    size_t from = line.length && line.text[0] == '|', at = from;
    for (; at <= line.length; at++) {
        if (at < line.length && line.text[at] == '\\') {
            at++;
            continue;
        }
        if (at < line.length && line.text[at] != '|')
            continue;
        if (at == line.length && at == from)
            break; /* the pipe that closes the row */
        galley_slice *cell = galley_push(arena, &out->cells);
        if (cell)
            *cell = cell_text(arena, galley_slice_trim(galley_slice_part(line, from, at)));
        from = at + 1;
    }
}

void markdown_read_pipes(markdown_reading *read, cmark_node *paragraph, html_table *out)
{
    int from = cmark_node_get_start_line(paragraph), to = cmark_node_get_end_line(paragraph);
    *out = (html_table){ 0 };
    for (int line = from; line <= to; line++)
        if (line != from + 1)
            read_row(read, markdown_source_line(read->file, line), out);
}
