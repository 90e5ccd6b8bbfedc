/* SPDX-License-Identifier: MIT
 * Values are quoted, and what would end them or the comment is a reference: a comment
 * holds no `--` and no `>` but its own. */
#include "plugins/markdown/comment.h"

#include "plugins/markdown/escape.h"
#include "plugins/markdown/html.h"

/* ---- Writing ---------------------------------------------------------------- */

void markdown_comment_begin(markdown_sheet *sheet, const char *word)
{
    markdown_put(sheet, "<!-- ");
    markdown_put(sheet, word);
}

void markdown_comment_attribute(markdown_sheet *sheet, const char *key, galley_slice value)
{
    if (!value.length)
        return;
    galley_sink_print(sheet->sink, " %s=\"", key);
    sheet->lost += markdown_escape_comment(sheet->sink, value);
    markdown_put(sheet, "\"");
}

void markdown_comment_word(markdown_sheet *sheet, const char *word)
{
    markdown_put(sheet, " ");
    markdown_put(sheet, word);
}

void markdown_comment_end(markdown_sheet *sheet)
{
    markdown_put(sheet, " -->");
}

static uint32_t level_of(const markdown_part *part)
{
    return part->role == MARKDOWN_CROSSHEAD && part->block->level > 1 ? part->block->level : 1;
}

static bool are_alike(const markdown_part *a, const markdown_part *b)
{
    return a->role == b->role && a->above == b->above && level_of(a) == level_of(b);
}

void markdown_comment_parts(markdown_sheet *sheet, const markdown_plan *plan)
{
    for (size_t i = 0, next; i < plan->parts.count; i = next) {
        const markdown_part *part = &plan->parts.items[i];
        for (next = i + 1; next < plan->parts.count && are_alike(part, &plan->parts.items[next]);)
            next++;
        galley_sink_print(sheet->sink, " %s%s", part->above ? "^" : "", markdown_role_name(part->role));
        if (level_of(part) > 1)
            galley_sink_print(sheet->sink, "%u", (unsigned)level_of(part));
        if (next - i > 1)
            galley_sink_print(sheet->sink, "*%zu", next - i);
    }
}

/* ---- Reading ---------------------------------------------------------------- */

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static size_t skip_blanks(galley_slice text, size_t at)
{
    while (at < text.length && is_blank(text.text[at]))
        at++;
    return at;
}

/* A word, or key="value"; its end, or SIZE_MAX where it is neither. */
static size_t take_token(galley_arena *arena, galley_slice text, size_t at, markdown_token *out)
{
    size_t from = at;
    while (at < text.length && !is_blank(text.text[at]) && text.text[at] != '=')
        at++;
    *out = (markdown_token){ .value = galley_slice_part(text, from, at) };
    if (at == text.length || text.text[at] != '=')
        return at;
    if (at == from || at + 1 == text.length || text.text[at + 1] != '"')
        return SIZE_MAX;
    const char *begin = text.text + at + 2, *end = memchr(begin, '"', text.length - at - 2);
    if (!end)
        return SIZE_MAX;
    *out = (markdown_token){ .key = out->value, .value = html_decode(arena, galley_slice_range(begin, end)) };
    return (size_t)(end - text.text) + 1;
}

bool markdown_comment_parse(galley_arena *arena, galley_slice html, markdown_comment *out)
{
    const galley_slice open = galley_slice_of("<!--"), close = galley_slice_of("-->");
    galley_slice text = galley_slice_trim(html);
    *out = (markdown_comment){ 0 };
    if (text.length < open.length + close.length || !galley_slice_starts(text, open) || !galley_slice_ends(text, close))
        return false;
    text = galley_slice_part(text, open.length, text.length - close.length);
    for (size_t at = skip_blanks(text, 0); at < text.length; at = skip_blanks(text, at)) {
        markdown_token token;
        at = take_token(arena, text, at, &token);
        if (at == SIZE_MAX)
            return false;
        if (!out->word.length && !token.key.length) {
            out->word = token.value;
            continue;
        }
        markdown_token *kept = galley_push(arena, &out->tokens);
        if (kept)
            *kept = token;
    }
    return out->word.length > 0;
}

galley_slice markdown_comment_value(const markdown_comment *comment, const char *key)
{
    for (size_t i = 0; i < comment->tokens.count; i++)
        if (comment->tokens.items[i].key.length && galley_slice_is(comment->tokens.items[i].key, key))
            return comment->tokens.items[i].value;
    return (galley_slice){ 0 };
}

bool markdown_comment_has(const markdown_comment *comment, const char *word)
{
    for (size_t i = 0; i < comment->tokens.count; i++)
        if (!comment->tokens.items[i].key.length && galley_slice_is(comment->tokens.items[i].value, word))
            return true;
    return false;
}
