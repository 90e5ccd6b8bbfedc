/* SPDX-License-Identifier: MIT
 * Lists and tables of a stranger: one block of many texts each.  Breaks and form work may stand
 * between two of them; anything else with words that is no cell waits until the table ends. */
#include "plugins/tei/others.h"

static galley_block *begin_items(tei_others *others, galley_block_type type, size_t room)
{
    galley_block *block = galley_article_add_block(others->issue, others_article(others), type);
    block->confidence = 1;
    block->items = galley_arena_array(others->issue->arena, room, sizeof *block->items);
    return block->items ? block : NULL;
}

static void add_item(galley_block *block, galley_text text)
{
    ((galley_text *)block->items)[block->item_count++] = text;
}

/* What may stand anywhere and is no part of anything. */
static bool take_between(tei_others *others, const tei_node *node)
{
    static const char *const names[] = { "pb", "cb", "lb", "milestone", "gb", "anchor", "fw", NULL };
    if (tei_is_any(node, names))
        others_block(others, node);
    return tei_is_blank(node) || tei_is_any(node, names);
}

/* ---- Lists --------------------------------------------------------------------------------------- */

static size_t count_elements(const tei_node *node)
{
    size_t count = 0;
    for (const tei_node *at = node->first; at; at = at->next)
        count += !tei_is_blank(at);
    return count;
}

/* Its head comes first; all else that has words is an item. */
void others_list(tei_others *others, const tei_node *node)
{
    galley_block *block = begin_items(others, GALLEY_LIST, count_elements(node) + 1);
    for (const tei_node *at = node->first; block && at; at = at->next) {
        if (take_between(others, at))
            continue;
        galley_text text = others_text(others, at);
        if (tei_is(at, "head") && !block->text.text.length && !block->item_count)
            block->text = text;
        else if (text.text.length)
            add_item(block, text);
    }
    if (block && !block->item_count && block->text.text.length)
        block->type = GALLEY_PARAGRAPH; /* nothing but a head */
    else if (block && !block->item_count)
        others_drop_block(others);
    others_release(others);
}

/* ---- Tables -------------------------------------------------------------------------------------- */

static size_t count_cells(const tei_node *row)
{
    size_t count = 0;
    for (const tei_node *at = tei_child(row, "cell"); at; at = tei_sibling(at, "cell"))
        count++;
    return count;
}

static void take_row(tei_others *others, const tei_node *row, galley_block *block)
{
    size_t cells = 0;
    for (const tei_node *at = row->first; at; at = at->next)
        if (tei_is(at, "cell") && cells++ < block->columns)
            add_item(block, others_text(others, at));
        else if (!take_between(others, at))
            others_wait(others, at);
    for (; cells < block->columns; cells++)
        add_item(block, (galley_text){ .text = galley_slice_of("") });
}

#define CELLS 1000000

void others_table(tei_others *others, const tei_node *node)
{
    size_t rows = 0, columns = 0;
    for (const tei_node *row = tei_child(node, "row"); row; row = tei_sibling(row, "row"), rows++)
        columns = count_cells(row) > columns ? count_cells(row) : columns;
    if (!columns || rows > CELLS / columns) {
        others_flatten(others, node);
        others_walk(others, node);
        return;
    }
    galley_block *block = begin_items(others, GALLEY_TABLE, rows * columns);
    if (!block)
        return;
    block->columns = (uint32_t)columns;
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is(at, "row"))
            take_row(others, at, block);
        else if (tei_is(at, "head") && !block->text.text.length)
            block->text = others_text(others, at);
        else if (!take_between(others, at))
            others_wait(others, at);
    others_release(others);
}
