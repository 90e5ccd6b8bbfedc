/* SPDX-License-Identifier: MIT
 * Marks are Markdown's own signs where any parser sees them as such: around letters, with
 * no other mark inside or beside.  Everywhere else they are HTML, since the rules about
 * asterisks look at their neighbours, and Han has no spaces.  <em> and <strong> are left
 * to the writer's own lines (sheet.c), so that a kicker is no emphasis. */
#include "plugins/markdown/marks.h"

#include <galley/text.h>

#include "plugins/markdown/escape.h"
#include "plugins/markdown/html.h"

static const struct {
    const char *tag, *attribute; /* what opens it; the attribute that holds its value */
    const char *name;            /* of the element */
} tags[GALLEY_MARK_COUNT] = {
    [GALLEY_LANGUAGE] = { "<span", "lang", "span" }, [GALLEY_EMPHASIS] = { "<i", NULL, "i" },
    [GALLEY_STRONG] = { "<b", NULL, "b" },           [GALLEY_LINK] = { "<a", "href", "a" },
    [GALLEY_RUBY] = { "<ruby", NULL, "ruby" },       [GALLEY_UNCLEAR] = { "<span class=\"unclear\"", "title", "span" },
};

/* ---- Writing ---------------------------------------------------------------- */

static bool is_letter(uint32_t code)
{
    return galley_code_class(code) & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_LETTER | GALLEY_DIGIT);
}

/* Addresses that every parser prints as they are. */
static bool is_plain_address(galley_slice address)
{
    for (size_t i = 0; i < address.length; i++) {
        char byte = address.text[i];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (!letter && (!byte || !strchr("-._~:/?#@=%+,", byte)))
            return false;
    }
    return address.length > 0;
}

/* Whether the mark at marking->next may be written with signs. */
static bool takes_signs(const markdown_marking *marking)
{
    const galley_text *text = marking->text;
    const galley_mark *mark = &text->marks[marking->next];
    const char *first = text->text.text + mark->from, *last = text->text.text + mark->to;
    bool alone = marking->next + 1 == text->mark_count || mark[1].from > mark->to;
    bool apart = marking->next == 0 || mark[-1].to < mark->from;
    if (!marking->signs || marking->depth || !alone || !apart)
        return false;
    if (mark->type == GALLEY_LINK)
        return is_plain_address(mark->value) && (mark->from == 0 || first[-1] != '!');
    return (mark->type == GALLEY_EMPHASIS || mark->type == GALLEY_STRONG) &&
           is_letter(galley_text_next(&first, galley_slice_end(text->text))) &&
           is_letter(galley_text_previous(text->text.text, &last));
}

static const char *sign_of(galley_mark_type type)
{
    return type == GALLEY_STRONG ? "**" : "*";
}

static void open_mark(markdown_marking *marking, galley_sink *sink, const galley_mark *mark)
{
    marking->signed_open = takes_signs(marking);
    if (marking->signed_open) {
        galley_sink_put(sink, mark->type == GALLEY_LINK ? "[" : sign_of(mark->type));
        return;
    }
    galley_sink_put(sink, tags[mark->type].tag);
    if (tags[mark->type].attribute) {
        galley_sink_print(sink, " %s=\"", tags[mark->type].attribute);
        marking->lost += markdown_escape_comment(sink, mark->value);
        galley_sink_put(sink, "\"");
    }
    galley_sink_put(sink, ">");
}

static void close_mark(markdown_marking *marking, galley_sink *sink, const galley_mark *mark)
{
    if (marking->signed_open && mark->type == GALLEY_LINK) {
        galley_sink_print(sink, "](%.*s)", GALLEY_SHOW(mark->value));
        return;
    }
    if (marking->signed_open) {
        galley_sink_put(sink, sign_of(mark->type));
        return;
    }
    if (mark->type == GALLEY_RUBY) {
        galley_sink_put(sink, "<rt>");
        marking->lost += markdown_escape(sink, mark->value, MARKDOWN_INLINE);
        galley_sink_put(sink, "</rt>");
    }
    galley_sink_print(sink, "</%s>", tags[mark->type].name);
}

void markdown_mark(markdown_marking *marking, galley_sink *sink, size_t at)
{
    const galley_mark *marks = marking->text->marks;
    while (marking->depth && marks[marking->open[marking->depth - 1]].to <= at)
        close_mark(marking, sink, &marks[marking->open[--marking->depth]]);
    for (; marking->next < marking->text->mark_count && marks[marking->next].from <= at; marking->next++) {
        if (marking->depth == GALLEY_MARK_DEPTH || marks[marking->next].to <= at)
            continue;
        open_mark(marking, sink, &marks[marking->next]);
        marking->open[marking->depth++] = marking->next;
    }
}

/* ---- Reading ---------------------------------------------------------------- */

/* Which mark a tag opens; GALLEY_MARK_COUNT: none. */
static galley_mark_type type_of(galley_arena *arena, galley_slice tag, galley_slice *value)
{
    for (galley_mark_type type = 0; type < GALLEY_MARK_COUNT; type++) {
        bool unclear = galley_slice_is(html_attribute(arena, tag, 0, "class"), "unclear");
        if (!html_tag_is(tag, 0, tags[type].name, false) || (type == GALLEY_LANGUAGE && unclear))
            continue;
        *value = tags[type].attribute ? html_attribute(arena, tag, 0, tags[type].attribute) : (galley_slice){ 0 };
        *value = galley_arena_copy(arena, *value);
        return type;
    }
    return GALLEY_MARK_COUNT;
}

void markdown_unmark_begin(markdown_unmarking *un, galley_mark_type type, galley_slice value, size_t at)
{
    galley_mark *mark = un->depth < GALLEY_MARK_DEPTH ? galley_push(un->arena, &un->marks) : NULL;
    un->beyond += !mark;
    if (!mark)
        return;
    *mark = (galley_mark){ .from = (uint32_t)at, .type = type, .value = value };
    un->open[un->depth++] = un->marks.count - 1;
}

void markdown_unmark_close(markdown_unmarking *un, size_t at)
{
    if (un->beyond)
        un->beyond--;
    else if (un->depth)
        un->marks.items[un->open[--un->depth]].to = (uint32_t)at;
}

/* Ends the innermost mark if the tag is its own. */
static void end(markdown_unmarking *un, galley_slice tag, size_t at)
{
    galley_mark *last = un->depth ? &un->marks.items[un->open[un->depth - 1]] : NULL;
    if (last && html_tag_is(tag, 0, tags[last->type].name, true))
        markdown_unmark_close(un, at);
}

void markdown_unmark(markdown_unmarking *un, galley_slice tag, size_t at)
{
    galley_slice value;
    if (html_tag_is(tag, 0, "rt", false) || html_tag_is(tag, 0, "rt", true)) {
        un->reading = html_tag_is(tag, 0, "rt", false);
        return;
    }
    end(un, tag, at);
    galley_mark_type type = type_of(un->arena, tag, &value);
    if (type != GALLEY_MARK_COUNT)
        markdown_unmark_begin(un, type, value, at);
}

void markdown_unmark_reading(markdown_unmarking *un, galley_slice words)
{
    galley_mark *last = un->depth ? &un->marks.items[un->open[un->depth - 1]] : NULL;
    if (!last || last->type != GALLEY_RUBY)
        return;
    last->value =
        galley_slice_of(galley_arena_print(un->arena, "%.*s%.*s", GALLEY_SHOW(last->value), GALLEY_SHOW(words)));
}

void markdown_unmark_end(markdown_unmarking *un, size_t at)
{
    un->beyond = 0;
    while (un->depth)
        markdown_unmark_close(un, at);
    un->reading = false;
}

void markdown_unmark_part(const markdown_unmarking *un, size_t from, size_t to, galley_text *out)
{
    GALLEY_VECTOR(galley_mark) kept = { 0 };
    for (size_t i = 0; i < un->marks.count; i++) {
        const galley_mark *mark = &un->marks.items[i];
        if (mark->from < from || mark->to > to || mark->from >= mark->to)
            continue;
        galley_mark *part = galley_push(un->arena, &kept);
        if (!part)
            return;
        *part = *mark;
        part->from -= (uint32_t)from;
        part->to -= (uint32_t)from;
    }
    out->marks = kept.items;
    out->mark_count = (uint32_t)kept.count;
}
