/* SPDX-License-Identifier: MIT
 * White space is held back until a character comes, so none stands at an end, and a mark
 * begins at a character and not before its space. */
#include "plugins/epub/words.h"

#include <galley/text.h>

void epub_words_drop(epub_words *words)
{
    galley_buffer_drop(&words->text);
}

size_t epub_words_length(const epub_words *words)
{
    return words->text.length;
}

/* Characters of which none is said to be white space by XHTML: U+3000 and U+00A0 are letters there. */
static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* ---- Marks -------------------------------------------------------------------- */

/* The marks that are open begin here, where they have not begun. */
static void begin_marks(epub_words *words)
{
    for (size_t i = 0; i < words->depth; i++) {
        if (words->open[i].mark != SIZE_MAX)
            continue;
        galley_mark *mark = galley_push(words->issue->arena, &words->marks);
        if (!mark)
            return;
        *mark = (galley_mark){ .from = (uint32_t)words->text.length,
                               .type = words->open[i].type,
                               .value = words->open[i].value };
        words->open[i].mark = words->marks.count - 1;
    }
}

bool epub_words_open(epub_words *words, galley_mark_type type, galley_slice value)
{
    if (words->depth == GALLEY_MARK_DEPTH)
        return false;
    words->open[words->depth].type = type;
    words->open[words->depth].value = galley_arena_copy(words->issue->arena, value);
    words->open[words->depth++].mark = SIZE_MAX;
    return true;
}

static void end_mark(epub_words *words, size_t index)
{
    size_t mark = words->open[index].mark;
    if (mark != SIZE_MAX)
        words->marks.items[mark].to = (uint32_t)words->text.length;
    words->open[index].mark = SIZE_MAX;
}

void epub_words_close(epub_words *words)
{
    if (words->depth)
        end_mark(words, --words->depth);
}

/* ---- Words -------------------------------------------------------------------- */

static void add_space(epub_words *words, uint32_t next)
{
    bool due = words->space && words->text.length;
    bool joins = words->line_end && !words->broken && galley_code_joins(words->last) && galley_code_joins(next);
    if (due && !joins)
        galley_buffer_byte(&words->text, ' ');
    words->space = words->line_end = words->broken = false;
}

static void add_word(epub_words *words, galley_slice word)
{
    const char *at = word.text;
    add_space(words, galley_text_next(&at, galley_slice_end(word)));
    begin_marks(words);
    galley_buffer_add(&words->text, word);
    at = galley_slice_end(word);
    words->last = galley_text_previous(word.text, &at);
}

void epub_words_add(epub_words *words, galley_slice text)
{
    if (words->verbatim && text.length) {
        begin_marks(words);
        galley_buffer_add(&words->text, text);
        return;
    }
    for (size_t from = 0, to; from < text.length; from = to) {
        for (to = from; to < text.length && is_blank(text.text[to]); to++) {
            words->space = true;
            words->line_end |= text.text[to] == '\n' || text.text[to] == '\r';
        }
        for (from = to; to < text.length && !is_blank(text.text[to]);)
            to++;
        if (to > from)
            add_word(words, galley_slice_part(text, from, to));
    }
}

void epub_words_break(epub_words *words)
{
    words->space = words->broken = true;
}

/* ---- The text ----------------------------------------------------------------- */

static void keep_marks(epub_words *words, galley_text *text)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->marks.count; i++)
        if (words->marks.items[i].from < words->marks.items[i].to)
            words->marks.items[kept++] = words->marks.items[i];
    text->marks = words->marks.items;
    text->mark_count = (uint32_t)kept;
}

galley_text epub_words_take(epub_words *words)
{
    galley_text text = { 0 };
    for (size_t i = 0; i < words->depth; i++)
        end_mark(words, i);
    text.text = galley_buffer_copy(&words->text, words->issue->arena);
    keep_marks(words, &text);
    memset(&words->marks, 0, sizeof words->marks);
    galley_buffer_clear(&words->text);
    words->space = words->line_end = words->broken = false;
    words->last = 0;
    return text;
}
