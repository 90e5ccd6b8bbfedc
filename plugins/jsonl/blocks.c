/* SPDX-License-Identifier: MIT
 * The body of an article three times: block by block as it was printed, what is said of
 * parts of it (by the JSON Pointer of the text they are in), and as plain text. */
#include <stdarg.h>
#include <stdio.h>

#include <galley/text.h>

#include "plugins/jsonl/writer.h"

/* ---- Blocks ----------------------------------------------------------------- */

static uint32_t columns_of(const galley_block *block)
{
    return block->type == GALLEY_TABLE && block->columns ? block->columns : 1;
}

static void write_plain(jsonl_writing *write, const galley_block *block)
{
    galley_json_member(&write->json, "text", block->text.text);
}

static void write_size(galley_json *json, const char *key, uint32_t size)
{
    if (!size)
        return;
    galley_json_key(json, key);
    galley_json_number(json, size);
}

static void write_image(jsonl_writing *write, galley_slice name)
{
    galley_json *json = &write->json;
    const galley_image *image = galley_issue_image(write->issue, name);
    galley_json_key(json, "image");
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "name", name);
    if (image) {
        galley_json_option(json, "media_type", image->media_type);
        write_size(json, "width", image->width);
        write_size(json, "height", image->height);
    }
    if (image && image->alt_known)
        galley_json_member(json, "alt", image->alt);
    galley_json_close(json);
}

static void write_figure(jsonl_writing *write, const galley_block *block)
{
    galley_json_member(&write->json, "caption", block->text.text);
    galley_json_option(&write->json, "credit", block->credit.text);
    if (block->image.length)
        write_image(write, block->image);
}

static void write_list(jsonl_writing *write, const galley_block *block)
{
    galley_json_option(&write->json, "text", block->text.text);
    galley_json_key(&write->json, "items");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (uint32_t i = 0; i < block->item_count; i++)
        galley_json_string(&write->json, block->items[i].text);
    galley_json_close(&write->json);
}

static void write_table(jsonl_writing *write, const galley_block *block)
{
    galley_json *json = &write->json;
    galley_json_option(json, "text", block->text.text);
    galley_json_key(json, "rows");
    galley_json_array(json, GALLEY_JSON_INLINE);
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (i % columns_of(block) == 0)
            galley_json_array(json, GALLEY_JSON_INLINE);
        galley_json_string(json, block->items[i].text);
        if ((i + 1) % columns_of(block) == 0 || i + 1 == block->item_count)
            galley_json_close(json);
    }
    galley_json_close(json);
}

static void write_block(jsonl_writing *write, const galley_block *block)
{
    static void (*const bodies[GALLEY_BLOCK_COUNT])(jsonl_writing *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = write_plain, [GALLEY_CROSSHEAD] = write_plain, [GALLEY_QUOTATION] = write_plain,
        [GALLEY_FIGURE] = write_figure,   [GALLEY_LIST] = write_list,       [GALLEY_TABLE] = write_table,
    };
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "type", galley_slice_of(galley_block_name(block->type)));
    bodies[block->type](write, block);
    write_size(json, "level", block->level);
    if (block->confidence < 1) {
        galley_json_key(json, "confidence");
        galley_json_float(json, block->confidence);
    }
    galley_json_close(json);
}

void jsonl_write_blocks(jsonl_writing *write, const galley_article *article)
{
    galley_json_key(&write->json, "blocks");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < article->blocks.count; i++)
        write_block(write, &article->blocks.items[i]);
    galley_json_close(&write->json);
}

/* ---- Marks ------------------------------------------------------------------ */

static void write_mark(jsonl_writing *write, const galley_text *text, const galley_mark *mark, const char *way)
{
    galley_json *json = &write->json;
    size_t from = galley_text_length(galley_slice_part(text->text, 0, mark->from));
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "in", galley_slice_of(way));
    galley_json_member(json, "type", galley_slice_of(galley_mark_name(mark->type)));
    galley_json_key(json, "from");
    galley_json_number(json, from);
    galley_json_key(json, "to");
    galley_json_number(json, from + galley_text_length(galley_slice_part(text->text, mark->from, mark->to)));
    galley_json_option(json, "value", mark->value);
    galley_json_close(json);
}

static void write_marks(jsonl_writing *write, const galley_text *text, const char *format, ...) GALLEY_PRINTF(3, 4);

/* `format` makes the JSON Pointer of the text. */
static void write_marks(jsonl_writing *write, const galley_text *text, const char *format, ...)
{
    char way[96];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(way, sizeof way, format, arguments);
    va_end(arguments);
    for (uint32_t i = 0; i < text->mark_count; i++)
        write_mark(write, text, &text->marks[i], way);
}

static void write_block_marks(jsonl_writing *write, const galley_block *block, size_t index)
{
    uint32_t columns = columns_of(block);
    write_marks(write, &block->text, "/blocks/%zu/%s", index, block->type == GALLEY_FIGURE ? "caption" : "text");
    for (uint32_t i = 0; i < block->item_count; i++)
        if (block->type == GALLEY_TABLE)
            write_marks(write, &block->items[i], "/blocks/%zu/rows/%u/%u", index, i / columns, i % columns);
        else
            write_marks(write, &block->items[i], "/blocks/%zu/items/%u", index, i);
    write_marks(write, &block->credit, "/blocks/%zu/credit", index);
}

static void count_marks(void *state, const char *role, const galley_text *text)
{
    (void)role;
    *(size_t *)state += text->mark_count;
}

void jsonl_write_marks(jsonl_writing *write, const galley_article *article)
{
    size_t count = 0;
    galley_article_visit(article, count_marks, &count);
    if (!count)
        return;
    galley_json_key(&write->json, "marks");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    write_marks(write, &article->section, "/section");
    write_marks(write, &article->kicker, "/kicker");
    write_marks(write, &article->headline, "/headline");
    for (size_t i = 0; i < article->subheadlines.count; i++)
        write_marks(write, &article->subheadlines.items[i], "/subheadlines/%zu", i);
    write_marks(write, &article->byline, "/byline");
    write_marks(write, &article->dateline, "/dateline");
    for (size_t i = 0; i < article->blocks.count; i++)
        write_block_marks(write, &article->blocks.items[i], i);
    write_marks(write, &article->credit, "/credit");
    galley_json_close(&write->json);
}

/* ---- Plain text ------------------------------------------------------------- */

/* A text on a line of its own, or behind a tab; a line end within it is a space. */
static void add_text(galley_buffer *out, const galley_text *text, char before)
{
    if (text->copy || (!text->text.length && before == '\n'))
        return;
    if (out->length)
        galley_buffer_byte(out, before);
    size_t from = out->length;
    galley_buffer_add(out, text->text);
    for (size_t i = from; i < out->length; i++)
        if (out->bytes[i] == '\n' || out->bytes[i] == '\r' || out->bytes[i] == '\t')
            out->bytes[i] = ' ';
}

static void add_block(galley_buffer *out, const galley_block *block)
{
    add_text(out, &block->text, '\n');
    for (uint32_t i = 0; i < block->item_count; i++)
        add_text(out, &block->items[i], i % columns_of(block) ? '\t' : '\n');
    add_text(out, &block->credit, '\n');
}

void jsonl_write_text(jsonl_writing *write, const galley_article *article)
{
    galley_buffer *out = &write->text;
    if (!write->with_text)
        return;
    galley_buffer_clear(out);
    add_text(out, &article->kicker, '\n');
    add_text(out, &article->headline, '\n');
    for (size_t i = 0; i < article->subheadlines.count; i++)
        add_text(out, &article->subheadlines.items[i], '\n');
    add_text(out, &article->byline, '\n');
    add_text(out, &article->dateline, '\n');
    for (size_t i = 0; i < article->blocks.count; i++)
        add_block(out, &article->blocks.items[i]);
    add_text(out, &article->credit, '\n');
    galley_json_member(&write->json, "text", galley_buffer_slice(out));
}
