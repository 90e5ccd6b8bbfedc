/* SPDX-License-Identifier: MIT
 * Lists and tables: blocks of items.  A list within another one, and a table within a cell
 * or an item, give their words to it; a table has as many cells in each row as in its
 * longest one. */
#include <galley/text.h>

#include "plugins/epub/elements.h"

/* ---- Lists -------------------------------------------------------------------- */

static void end_item(epub_flow *flow)
{
    galley_text text = epub_words_take(&flow->words);
    galley_text *item = galley_text_first(text.text) ? galley_push(flow->issue->arena, &flow->items) : NULL;
    if (item)
        *item = text;
}

static void give_items(epub_flow *flow, galley_block block)
{
    block.items = flow->items.items;
    block.item_count = (uint32_t)flow->items.count;
    block.confidence = 1;
    memset(&flow->items, 0, sizeof flow->items);
    if (block.item_count || galley_text_first(block.text.text))
        flow->block(flow->state, &block);
}

void epub_read_list(epub_flow *flow, const epub_node *node)
{
    if (flow->in_list)
        flow->lowered[EPUB_NESTED_LISTS]++;
    flow->lowered[EPUB_DEFINITIONS] += epub_is(node, "dl");
    flow->lowered[EPUB_NUMBERED] += epub_is(node, "ol") && !flow->is_furniture;
    if (flow->hold || flow->is_furniture) { /* in a list, a cell, a heading */
        epub_read_block(flow, node);
        return;
    }
    epub_flow_cut(flow);
    flow->in_list = true;
    flow->hold++;
    epub_flow_walk(flow, node);
    end_item(flow);
    flow->hold--;
    flow->in_list = false;
    give_items(flow, (galley_block){ .type = GALLEY_LIST });
}

void epub_read_item(epub_flow *flow, const epub_node *node)
{
    if (!flow->in_list) {
        epub_read_block(flow, node);
        return;
    }
    end_item(flow);
    epub_flow_walk(flow, node);
    end_item(flow);
}

/* ---- Tables ------------------------------------------------------------------- */

static bool is_cell(const epub_node *node)
{
    return epub_is(node, "td") || epub_is(node, "th");
}

/* The next row of a table, not of one inside it. */
static const epub_node *next_row(const epub_node *row, const epub_node *table)
{
    const epub_node *node = row ? epub_over(row, table) : table->first;
    while (node && !epub_is(node, "tr"))
        node = epub_is(node, "table") ? epub_over(node, table) : epub_step(node, table);
    return node;
}

static unsigned breadth_of(const epub_node *cell)
{
    enum { MOST = 100 };
    unsigned breadth = epub_number_of(cell, "colspan");
    return breadth < 1 ? 1 : breadth > MOST ? MOST : breadth;
}

static unsigned breadth_of_row(const epub_node *row)
{
    unsigned breadth = 0;
    for (const epub_node *cell = row->first; cell; cell = cell->next)
        breadth += is_cell(cell) ? breadth_of(cell) : 0;
    return breadth;
}

static void add_cell(epub_flow *flow, galley_text text)
{
    galley_text *cell = galley_push(flow->issue->arena, &flow->items);
    if (cell)
        *cell = text;
}

static void read_row(epub_flow *flow, const epub_node *row, unsigned columns)
{
    unsigned count = 0;
    for (const epub_node *cell = row->first; cell; cell = cell->next) {
        if (!is_cell(cell))
            continue;
        unsigned breadth = breadth_of(cell);
        flow->lowered[EPUB_SPANNED_CELLS] += breadth > 1 || epub_has(cell, "rowspan");
        epub_flow_walk(flow, cell);
        add_cell(flow, epub_words_take(&flow->words));
        for (count++; --breadth; count++)
            add_cell(flow, (galley_text){ 0 });
    }
    for (; count < columns; count++)
        add_cell(flow, (galley_text){ 0 });
}

/* Words between the cells, as broken tables have them. */
static bool has_loose_words(const epub_node *table)
{
    for (const epub_node *at = table->first; at;) {
        if (!at->name && galley_text_first(at->text))
            return true;
        at = is_cell(at) || epub_is(at, "caption") ? epub_over(at, table) : epub_step(at, table);
    }
    return false;
}

/* One column is no table but a way to place things; one in a text becomes words of it. */
void epub_read_table(epub_flow *flow, const epub_node *node)
{
    const epub_node *caption = epub_child(node, "caption");
    unsigned columns = 0, rows = 0, breadth;
    for (const epub_node *row = next_row(NULL, node); row; row = next_row(row, node), rows++)
        columns = (breadth = breadth_of_row(row)) > columns ? breadth : columns;
    flow->lowered[EPUB_NESTED_TABLES] += flow->hold > 0;
    if (columns < 2 || flow->hold || flow->is_furniture || has_loose_words(node)) {
        epub_read_block(flow, node);
        return;
    }
    epub_flow_cut(flow);
    galley_block block = { .type = GALLEY_TABLE, .columns = columns };
    if (caption)
        block.text = epub_flow_hold(flow, caption);
    flow->hold++;
    for (const epub_node *row = next_row(NULL, node); row; row = next_row(row, node))
        read_row(flow, row, columns);
    flow->hold--;
    give_items(flow, block);
}
