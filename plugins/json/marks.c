/* SPDX-License-Identifier: MIT
 * Marks, written and read.  In the file they count code points, in the model bytes.
 * Each begins at or behind the one before, so one walk over the text finds all
 * beginnings; that they nest, and no deeper than the model says, keeps the walks to
 * their ends short. */
#include <galley/text.h>

#include "plugins/json/reader.h"
#include "plugins/json/writer.h"

/* The same place in bytes of the text. */
static void write_bytes(galley_json *json, const galley_mark *mark)
{
    galley_json_key(json, "bytes");
    galley_json_array(json, GALLEY_JSON_INLINE);
    galley_json_number(json, mark->from);
    galley_json_number(json, mark->to);
    galley_json_close(json);
}

void json_write_marks(json_writing *write, const galley_text *text)
{
    galley_json *json = &write->json;
    if (!text->mark_count)
        return;
    galley_json_key(json, "marks");
    galley_json_array(json, GALLEY_JSON_INLINE);
    size_t at = 0, code = 0;
    for (uint32_t i = 0; i < text->mark_count; i++) {
        const galley_mark *mark = &text->marks[i];
        code += galley_text_length(galley_slice_part(text->text, at, mark->from));
        at = mark->from;
        galley_json_object(json, GALLEY_JSON_INLINE);
        galley_json_member(json, "type", galley_slice_of(galley_mark_name(mark->type)));
        galley_json_key(json, "from");
        galley_json_number(json, code);
        galley_json_key(json, "to");
        galley_json_number(json, code + galley_text_length(galley_slice_part(text->text, at, mark->to)));
        galley_json_option(json, "value", mark->value);
        if (write->bytes)
            write_bytes(json, mark);
        galley_json_close(json);
    }
    galley_json_close(json);
}

/* Where the reading of a text's marks is. */
typedef struct mark_walk {
    galley_slice text;
    size_t at, code;                /* where the last mark begins: byte and code point */
    size_t ends[GALLEY_MARK_DEPTH]; /* of the marks that are open there */
    size_t depth;
} mark_walk;

/* The byte of a code point at or behind another one; SIZE_MAX past the end. */
static size_t step_to(galley_slice text, size_t at, size_t codes)
{
    const char *step = text.text + at, *end = galley_slice_end(text);
    for (; codes; codes--) {
        if (step >= end)
            return SIZE_MAX;
        galley_text_next(&step, end);
    }
    return (size_t)(step - text.text);
}

/* Moves to a mark and opens it; false where it does not lie in the text, or crosses. */
static bool enter(mark_walk *walk, uint64_t from, uint64_t to)
{
    if (from < walk->code || from >= to || to > walk->text.length)
        return false;
    size_t begin = step_to(walk->text, walk->at, (size_t)from - walk->code);
    size_t end = begin == SIZE_MAX ? SIZE_MAX : step_to(walk->text, begin, (size_t)(to - from));
    if (end == SIZE_MAX)
        return false;
    walk->at = begin;
    walk->code = (size_t)from;
    while (walk->depth && walk->ends[walk->depth - 1] <= begin)
        walk->depth--;
    if (walk->depth == GALLEY_MARK_DEPTH || (walk->depth && walk->ends[walk->depth - 1] < end))
        return false;
    walk->ends[walk->depth++] = end;
    return true;
}

static void check_bytes(json_reading *read, const json_node *up, const galley_mark *mark)
{
    json_node at = read_member_of(up, "bytes"), from = read_element_of(&at, 0), to = read_element_of(&at, 1);
    if (at.value && (read_count(read, &at) != 2 || read_number(read, &from, UINT32_MAX) != mark->from ||
                     read_number(read, &to, UINT32_MAX) != mark->to))
        read_fail(read, &at, "these bytes are not where the mark is said to be in code points");
}

static galley_mark read_mark(json_reading *read, const json_node *at, mark_walk *walk)
{
    static const char *const known[] = { "type", "from", "to", "value", "bytes", NULL };
    galley_mark mark = { .type = GALLEY_EMPHASIS };
    read_expect(read, at, known);
    json_node type = read_member_of(at, "type");
    read_require(read, at, "type");
    read_require(read, at, "from");
    read_require(read, at, "to");
    galley_slice word = read_text(read, &type);
    if (!galley_mark_parse(word, &mark.type))
        read_fail(read, &type, "there is no mark \"%.*s\"", GALLEY_SHOW(word));
    uint64_t from = read_number_of(read, at, "from", UINT32_MAX, 0), to = read_number_of(read, at, "to", UINT32_MAX, 0);
    mark.value = read_text_of(read, at, "value");
    if (read_good(read) && !enter(walk, from, to))
        read_fail(read, at, "the mark does not lie in the text, or not within or behind the mark before it");
    mark.from = (uint32_t)walk->at;
    mark.to = walk->depth ? (uint32_t)walk->ends[walk->depth - 1] : 0;
    if (read_good(read))
        check_bytes(read, at, &mark);
    return mark;
}

void json_read_marks(json_reading *read, const json_node *source, galley_text *text)
{
    json_node list = read_member_of(source, "marks");
    size_t count = read_count(read, &list);
    galley_mark *marks = count ? galley_arena_array(read->issue->arena, count, sizeof *marks) : NULL;
    mark_walk walk = { .text = text->text };
    for (size_t i = 0; marks && i < count && read_good(read); i++) {
        json_node one = read_element_of(&list, i);
        marks[i] = read_mark(read, &one, &walk);
    }
    text->marks = marks;
    text->mark_count = marks && read_good(read) ? (uint32_t)count : 0;
}
