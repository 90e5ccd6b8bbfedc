/* SPDX-License-Identifier: MIT
 * The blocks of an article, and the links to its other parts. */
#include "plugins/epub/story.h"

#include <galley/text.h>

#include "plugins/epub/label.h"

typedef struct body {
    epub_story *story;
    unsigned depth; /* of the last heading: 1 for the headline, 2 for <h2> … */
} body;

/* ---- Texts ------------------------------------------------------------------ */

static void put_paragraph(body *in, const galley_block *block)
{
    epub_story_line(in->story, "p", NULL, &block->text);
}

/* Its level says how deep it stands; where a level was left out above it, the element is
 * one deeper than the last.  The level itself is said where the element does not tell it. */
static void put_crosshead(body *in, const galley_block *block)
{
    enum { DEEPEST = 6 };
    static const char *const elements[DEEPEST + 1] = { "h2", "h2", "h2", "h3", "h4", "h5", "h6" };
    epub_part *part = in->story->part;
    unsigned level = block->level > 1 ? block->level : 1,
             depth = in->story->depth + (level < DEEPEST ? level : DEEPEST);
    if (!galley_text_first(block->text.text))
        return;
    depth = depth > in->depth + 1 ? in->depth + 1 : depth;
    depth = depth > DEEPEST ? DEEPEST : depth;
    in->depth = depth;
    epub_open(part, elements[depth], "crosshead");
    if (block->level != (depth > 2 ? depth - 1 : 0))
        epub_attribute(part, "data-level", galley_arena_print(part->book->arena, "%u", block->level));
    epub_story_text(in->story, &block->text);
    epub_end(part);
}

static void put_quotation(body *in, const galley_block *block)
{
    if (!galley_text_first(block->text.text))
        return;
    epub_open(in->story->part, "blockquote", NULL);
    put_paragraph(in, block);
    epub_end(in->story->part);
}

/* ---- Figures ------------------------------------------------------------------ */

/* A picture of which nobody says what it shows is at least called a picture. */
static void put_picture(epub_part *part, const epub_picture *picture)
{
    const galley_image *image = picture->image;
    epub_open(part, "img", NULL);
    epub_attribute(part, "src", picture->file);
    epub_attribute_slice(part, "alt", image->alt_known ? image->alt : galley_slice_of(part->book->phrases->photo));
    epub_attribute(part, "width", galley_arena_print(part->book->arena, "%u", picture->seen.width));
    epub_attribute(part, "height", galley_arena_print(part->book->arena, "%u", picture->seen.height));
    if (!image->alt_known)
        epub_attribute(part, "data-alt", "unknown");
    if (picture->is_renamed)
        epub_attribute_slice(part, "data-name", image->name);
    epub_close_void(part);
}

static void put_figure(body *in, const galley_block *block)
{
    epub_story *story = in->story;
    epub_part *part = story->part;
    const epub_picture *picture = epub_album_find(&part->book->album, block->image);
    bool captioned = galley_text_first(block->text.text) || galley_text_first(block->credit.text);
    if (picture || captioned) {
        epub_open(part, "figure", picture ? "pictured" : NULL);
        epub_newline(part);
        if (picture)
            put_picture(part, picture);
        if (captioned) {
            epub_open(part, "figcaption", NULL);
            epub_story_line(story, "p", "caption", &block->text);
            epub_story_line(story, "p", "credit", &block->credit);
            epub_end(part);
        }
        epub_end(part);
    }
}

/* ---- Lists and tables ------------------------------------------------------------ */

/* Items that were printed with a number or an ornament get no bullet on top. */
static bool is_marked(const galley_block *block)
{
    const unsigned marks = GALLEY_DIGIT | GALLEY_ORNAMENT | GALLEY_DASH | GALLEY_OPENING;
    return block->item_count && galley_code_class(galley_text_first(block->items[0].text)) & marks;
}

static void put_list(body *in, const galley_block *block)
{
    if (!block->item_count)
        return;
    epub_open(in->story->part, "ul", is_marked(block) ? "marked" : NULL);
    epub_newline(in->story->part);
    for (uint32_t i = 0; i < block->item_count; i++) {
        epub_open(in->story->part, "li", NULL);
        epub_story_text(in->story, &block->items[i]);
        epub_end(in->story->part);
    }
    epub_end(in->story->part);
}

static bool has_digit(galley_slice text)
{
    const char *at = text.length ? text.text : "", *end = at + text.length;
    while (at < end)
        if (galley_code_class(galley_text_next(&at, end)) & GALLEY_DIGIT)
            return true;
    return false;
}

/* Whether the first row says what the columns are: it has words in every cell and a figure
 * in none, and every other row has a figure. */
static bool has_head(const galley_block *block, uint32_t columns)
{
    if (columns < 2 || block->item_count <= columns)
        return false;
    for (uint32_t i = 0; i < columns; i++)
        if (!galley_text_first(block->items[i].text) || has_digit(block->items[i].text))
            return false;
    for (uint32_t row = columns; row < block->item_count; row += columns) {
        bool counts = false;
        for (uint32_t i = row; i < row + columns && i < block->item_count; i++)
            counts |= has_digit(block->items[i].text);
        if (!counts)
            return false;
    }
    return true;
}

static void put_cell(body *in, const galley_text *cell, bool is_head)
{
    epub_part *part = in->story->part;
    epub_open(part, is_head ? "th" : "td", NULL);
    if (is_head)
        epub_attribute(part, "scope", "col");
    epub_story_text(in->story, cell);
    epub_close(part);
}

static void put_row(body *in, const galley_block *block, uint32_t from, uint32_t columns, bool is_head)
{
    epub_open(in->story->part, "tr", NULL);
    for (uint32_t i = from; i < from + columns && i < block->item_count; i++)
        put_cell(in, &block->items[i], is_head);
    epub_end(in->story->part);
}

static void put_rows(body *in, const galley_block *block)
{
    epub_part *part = in->story->part;
    uint32_t columns = block->columns ? block->columns : 1, row = 0;
    if (columns > block->item_count)
        columns = block->item_count;
    if (has_head(block, columns)) {
        epub_open(part, "thead", NULL);
        put_row(in, block, row, columns, true);
        epub_end(part);
        row = columns;
    }
    epub_open(part, "tbody", NULL);
    epub_newline(part);
    for (; row < block->item_count; row += columns)
        put_row(in, block, row, columns, false);
    epub_end(part);
}

static void put_table(body *in, const galley_block *block)
{
    if (!block->item_count && !galley_text_first(block->text.text))
        return;
    epub_open(in->story->part, "table", NULL);
    if (block->columns > block->item_count)
        epub_attribute(in->story->part, "data-columns",
                       galley_arena_print(in->story->part->book->arena, "%u", block->columns));
    epub_newline(in->story->part);
    epub_story_line(in->story, "caption", NULL, &block->text);
    if (block->item_count)
        put_rows(in, block);
    epub_end(in->story->part);
}

/* Nothing in it could be shown. */
static bool is_wordless(const epub_story *story, const galley_block *block)
{
    return !block->item_count && !galley_text_first(block->text.text) && !galley_text_first(block->credit.text) &&
           !epub_album_find(&story->part->book->album, block->image);
}

void epub_story_blocks(epub_story *story)
{
    static void (*const put[GALLEY_BLOCK_COUNT])(body *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = put_paragraph, [GALLEY_CROSSHEAD] = put_crosshead, [GALLEY_QUOTATION] = put_quotation,
        [GALLEY_FIGURE] = put_figure,       [GALLEY_LIST] = put_list,           [GALLEY_TABLE] = put_table,
    };
    const galley_article *article = story->article;
    body in = { .story = story, .depth = story->depth };
    for (size_t i = 0; i < article->blocks.count; i++) {
        const galley_block *block = &article->blocks.items[i];
        story->part->press->wordless += is_wordless(story, block);
        if (block->type < GALLEY_BLOCK_COUNT)
            put[block->type](&in, block);
    }
    epub_story_line(story, "p", "credit", &article->credit);
}

/* ---- Links ------------------------------------------------------------------ */

/* What the other part's place is called: the page that was printed, else where it stands. */
static galley_slice place_of(const epub_book *book, galley_slice number, uint32_t other)
{
    if (number.length)
        return epub_label_wrap(book->arena, book->phrases->page, number);
    const epub_entry *entry = book->entry_of[other];
    return entry->section && entry->section->page ? entry->section->label : book->name;
}

static void put_continuation(epub_part *part, const char *class, galley_affix say, galley_slice number, uint32_t other)
{
    const epub_book *book = part->book;
    const char *target = epub_book_article(book, other);
    const epub_section *section = epub_book_page(book, number);
    if (!target && !number.length)
        return;
    galley_slice words = epub_label_wrap(book->arena, say, place_of(book, number, other));
    if (!target && section)
        target = section->file;
    epub_open(part, "p", class);
    if (number.length)
        epub_attribute_slice(part, "data-number", number);
    if (target)
        epub_link(part, target, words);
    else
        epub_text(part, words);
    epub_end(part);
}

/* A link of ours to what a teaser announces; the issue knows no more than the page. */
static void put_announced(epub_part *part, galley_slice number, const epub_entry *other)
{
    epub_open(part, "p", "continued announced");
    if (number.length)
        epub_attribute_slice(part, "data-number", number);
    epub_link(part, other->target, other->section->page ? other->section->label : part->book->name);
    epub_end(part);
}

void epub_story_continued_from(epub_story *story)
{
    const galley_article *article = story->article;
    put_continuation(story->part, "continued from", story->part->book->phrases->continued_from, article->continued_from,
                     article->continues);
}

void epub_story_continued_on(epub_story *story)
{
    const galley_article *article = story->article;
    galley_affix say = story->part->book->phrases->continued_on;
    if (article->kind == GALLEY_TEASER) /* it points to an article, of which it is no part */
        say = (galley_affix){ "", "" };
    if (story->entry->announced)
        put_announced(story->part, article->continued_on, story->entry->announced);
    else
        put_continuation(story->part, "continued", say, article->continued_on, article->continued_in);
}
