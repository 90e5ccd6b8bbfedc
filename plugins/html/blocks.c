/* SPDX-License-Identifier: MIT
 * The body of an article.  Its headings stand below the headline and skip no level; rows
 * of a table that are too short are filled up. */
#include <galley/text.h>

#include "plugins/html/sheet.h"

typedef struct body {
    html_sheet *sheet;
    uint32_t level; /* of the crosshead before, 0: none */
} body;

static void put_paragraph(body *in, const galley_block *block)
{
    html_put_line(in->sheet, "p", NULL, &block->text);
}

/* h4 to h6. */
static void put_crosshead(body *in, const galley_block *block)
{
    static const char *const elements[] = { "h4", "h5", "h6" };
    uint32_t level = block->level ? block->level : 1;
    if (!html_shown(&block->text))
        return;
    in->sheet->lost_levels += level > 3;
    in->level = level > in->level ? in->level + 1 : level;
    in->level = in->level > 3 ? 3 : in->level;
    html_put_line(in->sheet, elements[in->level - 1], "crosshead", &block->text);
}

static void put_quotation(body *in, const galley_block *block)
{
    if (!html_shown(&block->text))
        return;
    html_begin(in->sheet, "blockquote", NULL);
    html_put_line(in->sheet, "p", NULL, &block->text);
    html_end(in->sheet, "blockquote");
}

static void put_figure(body *in, const galley_block *block)
{
    html_sheet *sheet = in->sheet;
    bool captioned = html_shown(&block->text) || html_shown(&block->credit);
    if (!captioned && !html_has_picture(sheet, block->image)) {
        html_put_picture(sheet, block);
        return;
    }
    html_begin(sheet, "figure", NULL);
    galley_html_newline(&sheet->html);
    html_put_picture(sheet, block);
    if (captioned) {
        html_begin(sheet, "figcaption", NULL);
        html_put_line(sheet, "p", "caption", &block->text);
        html_put_line(sheet, "p", "credit", &block->credit);
        html_end(sheet, "figcaption");
    }
    html_end(sheet, "figure");
}

/* Items that were printed with a number or an ornament get no bullet on top. */
static bool is_marked(const galley_block *block)
{
    const unsigned marks = GALLEY_DIGIT | GALLEY_ORNAMENT | GALLEY_DASH | GALLEY_OPENING;
    return block->item_count && galley_code_class(galley_text_first(block->items[0].text)) & marks;
}

static void put_list(body *in, const galley_block *block)
{
    html_sheet *sheet = in->sheet;
    html_put_line(sheet, "p", "above", &block->text);
    if (!block->item_count)
        return;
    html_begin(sheet, "ul", is_marked(block) ? "marked" : NULL);
    galley_html_newline(&sheet->html);
    for (uint32_t i = 0; i < block->item_count; i++)
        html_put_line(sheet, "li", NULL, &block->items[i]);
    html_end(sheet, "ul");
}

static void put_row(html_sheet *sheet, const galley_block *block, uint32_t from, uint32_t columns)
{
    html_begin(sheet, "tr", NULL);
    for (uint32_t i = from; i < from + columns; i++) {
        html_begin(sheet, "td", NULL);
        if (i < block->item_count && html_shown(&block->items[i]))
            html_put_text(sheet, &block->items[i]);
        galley_html_close(&sheet->html, "td");
    }
    html_end(sheet, "tr");
}

/* A wide table scrolls in its own box, so that the page does not. */
static void put_table(body *in, const galley_block *block)
{
    html_sheet *sheet = in->sheet;
    uint32_t columns = block->columns ? block->columns : 1;
    if (!block->item_count) {
        html_put_line(sheet, "p", "above", &block->text);
        return;
    }
    html_begin(sheet, "div", "scroll");
    html_begin(sheet, "table", NULL);
    galley_html_newline(&sheet->html);
    html_put_line(sheet, "caption", NULL, &block->text);
    html_begin(sheet, "tbody", NULL);
    galley_html_newline(&sheet->html);
    for (uint32_t from = 0; from < block->item_count; from += columns)
        put_row(sheet, block, from, columns);
    galley_html_close(&sheet->html, "tbody");
    galley_html_close(&sheet->html, "table");
    html_end(sheet, "div");
}

void html_put_blocks(html_sheet *sheet, const galley_article *article)
{
    static void (*const put[GALLEY_BLOCK_COUNT])(body *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = put_paragraph, [GALLEY_CROSSHEAD] = put_crosshead, [GALLEY_QUOTATION] = put_quotation,
        [GALLEY_FIGURE] = put_figure,       [GALLEY_LIST] = put_list,           [GALLEY_TABLE] = put_table,
    };
    body in = { .sheet = sheet };
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].type < GALLEY_BLOCK_COUNT)
            put[article->blocks.items[i].type](&in, &article->blocks.items[i]);
    html_put_line(sheet, "p", "credit", &article->credit);
}
