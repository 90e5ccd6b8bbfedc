/* SPDX-License-Identifier: MIT
 * The words of an element, and where they stand.  Each <lb/> says on which line they go
 * on.  Where that line is in the facsimile they are found in it, character by character;
 * any other line is put together from what is heard of it, spaces at the end of each such
 * stretch aside (raw.h tells the rule, for the writer keeps it too). */
#include "plugins/tei/reader.h"

#include <galley/text.h>

/* ---- Where it stands -------------------------------------------------------------------- */

static void end_stretch(tei_reading *read)
{
    tei_line *line = read->line == GALLEY_NONE ? NULL : &read->lines.items[read->line];
    while (line && !line->is_raw && line->heard.length > line->begun &&
           line->heard.bytes[line->heard.length - 1] == ' ')
        line->heard.length--;
    read->line = GALLEY_NONE;
    read->fresh = true;
}

static void begin_line(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    uint64_t from = 0;
    (void)draft;
    end_stretch(read);
    if (read->made)
        return;
    read->line = tei_find_line(read, node, tei_value(node, "facs"));
    if (!tei_good(read))
        return;
    tei_line *line = &read->lines.items[read->line];
    galley_slice raw = read->issue->lines.items[read->line].text;
    line->begun = line->heard.length;
    read->at = line->is_raw && tei_read_look(node, "from", &from) ? galley_text_offset(raw, (size_t)from) : 0;
}

static void take_span(tei_reading *read, tei_draft *draft, size_t from, size_t to)
{
    if (to > UINT32_MAX) {
        tei_fail(read, NULL, "a line is longer than 4 GiB");
        return;
    }
    if (read->fresh || !draft->spans.count) {
        galley_span *span = galley_push(read->scratch, &draft->spans);
        if (span)
            *span = (galley_span){ read->line, (uint32_t)from, (uint32_t)to };
    } else
        draft->spans.items[draft->spans.count - 1].to = (uint32_t)to;
    read->fresh = false;
}

/* The next character of a raw line that is no white space; 0 at its end. */
static uint32_t next_character(galley_slice line, size_t *at, size_t *from)
{
    const char *step = line.text + *at, *end = galley_slice_end(line);
    while (step < end) {
        *from = (size_t)(step - line.text);
        uint32_t code = galley_text_next(&step, end);
        *at = (size_t)(step - line.text);
        if (!galley_code_space(code))
            return code;
    }
    return 0;
}

static void find_in_line(tei_reading *read, tei_draft *draft, const tei_node *node, galley_slice words)
{
    galley_slice line = read->issue->lines.items[read->line].text;
    for (const char *step = words.text, *end = galley_slice_end(words); step < end && tei_good(read);) {
        size_t from = line.length;
        uint32_t code = galley_text_next(&step, end);
        if (galley_code_space(code))
            continue;
        if (read->at == line.length || next_character(line, &read->at, &from) != code || from == line.length)
            tei_fail(read, node, "the words are not those of their line in the facsimile");
        else
            take_span(read, draft, from, read->at);
    }
}

/* The number of a character that XML cannot have: "U+0001"; UINT32_MAX for what is none. */
static uint32_t read_code(galley_slice number)
{
    static const char digits[] = "0123456789ABCDEF";
    uint32_t code = 0;
    if (number.length < 6 || number.length > 8 || memcmp(number.text, "U+", 2) != 0)
        return UINT32_MAX;
    for (size_t i = 2; i < number.length; i++) {
        const char *digit = number.text[i] ? strchr(digits, number.text[i]) : NULL;
        if (!digit)
            return UINT32_MAX;
        code = code * 16 + (uint32_t)(digit - digits);
    }
    return code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? UINT32_MAX : code;
}

void tei_add_printed(tei_reading *read, const tei_node *node, galley_buffer *out)
{
    char bytes[4];
    uint32_t code = 0;
    if (!galley_slice_is(tei_value(node, "reason"), "control")) {
        for (const tei_node *at = node->first; at; at = at->next)
            if (tei_is_text(at))
                galley_buffer_add(out, at->text);
            else
                tei_add_printed(read, at, out);
        return;
    }
    code = read_code(tei_value(node, "n"));
    if (code == UINT32_MAX)
        tei_fail(read, node, "it is not said which character could not be written");
    else
        galley_buffer_add(out, (galley_slice){ bytes, galley_text_encode(code, bytes) });
}

static void hear(tei_reading *read, tei_draft *draft, const tei_node *node, galley_slice words)
{
    galley_slice held = galley_slice_trim(words);
    galley_buffer_add(&draft->text, words);
    if (read->made)
        return;
    if (read->line == GALLEY_NONE) {
        if (held.length)
            tei_fail(read, node, "words stand on no line");
        return;
    }
    tei_line *line = &read->lines.items[read->line];
    if (line->is_raw) {
        find_in_line(read, draft, node, words);
        return;
    }
    if (held.length)
        take_span(read, draft, line->heard.length + (size_t)(held.text - words.text),
                  line->heard.length + (size_t)(held.text - words.text) + held.length);
    galley_buffer_add(&line->heard, words);
}

/* ---- What is in it ------------------------------------------------------------------------ */

static void walk(tei_reading *read, tei_draft *draft, const tei_node *node);

static tei_draft *begin_draft(tei_reading *read, const tei_node *node)
{
    if (read->drafting == TEI_DRAFTS) {
        tei_fail(read, node, "what belongs to no text stands too deep in texts");
        return NULL;
    }
    tei_draft *draft = &read->drafts[read->drafting++];
    galley_buffer_clear(&draft->text);
    draft->spans.count = draft->marks.count = draft->depth = 0;
    read->fresh = true;
    return draft;
}

static galley_text end_draft(tei_reading *read, tei_draft *draft)
{
    galley_arena *arena = read->issue->arena;
    galley_text text = { .text = galley_buffer_copy(&draft->text, arena) };
    galley_span *spans = galley_arena_array(arena, draft->spans.count, sizeof *spans);
    galley_mark *marks = galley_arena_array(arena, draft->marks.count, sizeof *marks);
    read->drafting--;
    read->fresh = true;
    if (spans && draft->spans.count) {
        memcpy(spans, draft->spans.items, draft->spans.count * sizeof *spans);
        text.spans = spans;
        text.span_count = (uint32_t)draft->spans.count;
    }
    if (marks && draft->marks.count) {
        memcpy(marks, draft->marks.items, draft->marks.count * sizeof *marks);
        text.marks = marks;
        text.mark_count = (uint32_t)draft->marks.count;
    }
    return text;
}

static const struct {
    const char *element, *type;
    galley_furniture_kind kind;
} pieces[] = {
    { "pc", NULL, GALLEY_HYPHEN },
    { "surplus", NULL, GALLEY_DOUBLED },
    { "fw", "pageNum", GALLEY_FOLIO },
    { "fw", "header", GALLEY_FOLIO },
};

static galley_furniture_kind kind_of(tei_reading *read, const tei_node *node)
{
    galley_slice type = tei_value(node, "type");
    galley_furniture_kind kind = GALLEY_OTHER;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        if (tei_is(node, pieces[i].element) && (!pieces[i].type || galley_slice_is(type, pieces[i].type)))
            return pieces[i].kind;
    if (!galley_furniture_parse(type, &kind))
        tei_fail(read, node, "there is no kind of furniture \"%.*s\"", GALLEY_SHOW(type));
    return kind;
}

static void take_piece(tei_reading *read, tei_draft *within, const tei_node *node)
{
    (void)within;
    tei_draft *draft = begin_draft(read, node);
    if (!draft)
        return;
    walk(read, draft, node);
    galley_text text = end_draft(read, draft);
    tei_piece_read *piece = tei_good(read) ? galley_push(read->scratch, &read->pieces) : NULL;
    if (piece)
        *piece = (tei_piece_read){ tei_read_number(read, node, tei_xml_value(node, "id"), "f"), read->page,
                                   kind_of(read, node), text };
}

/* Form work has lines of its own. */
static void take_form_work(tei_reading *read, tei_draft *within, const tei_node *node)
{
    end_stretch(read);
    take_piece(read, within, node);
    end_stretch(read);
}

void tei_read_piece(tei_reading *read, const tei_node *node)
{
    take_form_work(read, NULL, node);
}

static void take_nothing(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    (void)read;
    (void)draft;
    (void)node;
}

/* ---- Marks -------------------------------------------------------------------------------- */

static void take_mark(tei_reading *read, tei_draft *draft, const tei_node *node, galley_mark_type type,
                      galley_slice value)
{
    if (draft->depth == GALLEY_MARK_DEPTH) {
        walk(read, draft, node);
        return;
    }
    size_t index = draft->marks.count;
    galley_mark *mark = galley_push(read->scratch, &draft->marks);
    if (!mark)
        return;
    *mark = (galley_mark){ .from = (uint32_t)draft->text.length, .type = type, .value = tei_keep(read, value) };
    draft->depth++;
    walk(read, draft, node);
    draft->depth--;
    draft->marks.items[index].to = (uint32_t)draft->text.length;
    if (draft->text.length == draft->marks.items[index].from) /* it says nothing of any words */
        draft->marks.count = index;
}

static galley_slice either(galley_slice one, galley_slice other)
{
    return one.text ? one : other;
}

static void take_foreign(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    take_mark(read, draft, node, GALLEY_LANGUAGE, either(tei_xml_value(node, "lang"), tei_value(node, "n")));
}

static void take_emphasis(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    take_mark(read, draft, node, GALLEY_EMPHASIS, tei_value(node, "n"));
}

static void take_strong(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    take_mark(read, draft, node, GALLEY_STRONG, tei_value(node, "n"));
}

/* A jump line is a pointer into the document, which the articles have; where @n says the address
 * for people, @target is one of Galley's making. */
static void take_link(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    galley_slice target = tei_value(node, "target");
    if (galley_slice_starts(target, galley_slice_of("#")))
        walk(read, draft, node);
    else
        take_mark(read, draft, node, GALLEY_LINK, tei_value(node, "n").text ? tei_read_url(read, target) : target);
}

static void take_ruby(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    const tei_node *base = tei_child(node, "rb");
    galley_buffer value = { 0 };
    for (const tei_node *at = node->first; at; at = at->next)
        if (at != base && at != tei_child(node, "rt"))
            tei_fail(read, at, "ruby has more than a base and how it is read");
    if (tei_child(node, "rt"))
        tei_add_words(tei_child(node, "rt"), &value);
    if (base)
        take_mark(read, draft, base, GALLEY_RUBY, galley_buffer_slice(&value));
    else
        tei_fail(read, node, "ruby has no base");
    galley_buffer_drop(&value);
}

/* A character that could not be read, or that XML cannot have; or words that are hard to read. */
static void take_unclear(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    galley_buffer printed = { 0 };
    if (!tei_value(node, "reason").text)
        take_mark(read, draft, node, GALLEY_UNCLEAR, tei_value(node, "n"));
    else {
        tei_add_printed(read, node, &printed);
        hear(read, draft, node, galley_buffer_slice(&printed));
    }
    galley_buffer_drop(&printed);
}

/* White space that XML cannot have. */
static void take_space(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    uint32_t code = read_code(tei_value(node, "n"));
    char bytes[4];
    if (code == UINT32_MAX)
        tei_fail(read, node, "it is not said which white space stands there");
    else
        hear(read, draft, node, (galley_slice){ bytes, galley_text_encode(code, bytes) });
}

static const struct {
    const char *element;
    void (*take)(tei_reading *read, tei_draft *draft, const tei_node *node);
} inner[] = {
    { "lb", begin_line },      { "cb", take_nothing },   { "pb", take_nothing },      { "pc", take_piece },
    { "surplus", take_piece }, { "fw", take_form_work }, { "unclear", take_unclear }, { "foreign", take_foreign },
    { "emph", take_emphasis }, { "hi", take_strong },    { "ref", take_link },        { "ruby", take_ruby },
    { "space", take_space },
};

static void take(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (tei_is(node, inner[i].element)) {
            inner[i].take(read, draft, node);
            return;
        }
    tei_fail(read, node, "\"%s\" stands in a text", node->name);
}

static void walk(tei_reading *read, tei_draft *draft, const tei_node *node)
{
    for (const tei_node *at = node->first; at && tei_good(read); at = at->next)
        if (tei_is_text(at))
            hear(read, draft, at, at->text);
        else
            take(read, draft, at);
}

/* ---- A whole one ---------------------------------------------------------------------------- */

/* It is settled when all lines are there; until then its number among the copies is kept. */
static galley_text read_copy(tei_reading *read, const tei_node *node)
{
    const tei_node **copy = galley_push(read->scratch, &read->copies);
    if (copy)
        *copy = node;
    return (galley_text){ .text = tei_keep(read, tei_value(node, "n")),
                          .copy = true,
                          .span_count = read->made ? 0 : (uint32_t)read->copies.count };
}

galley_text tei_read_text(tei_reading *read, const tei_node *node)
{
    bool has_role = tei_is(node, "titlePart") || tei_is(node, "docImprint") || tei_is(node, "docDate");
    if (!node->first && tei_value(node, "n").length && !has_role)
        return read_copy(read, node);
    end_stretch(read);
    tei_draft *draft = begin_draft(read, node);
    if (!draft)
        return (galley_text){ 0 };
    walk(read, draft, node);
    end_stretch(read);
    return end_draft(read, draft);
}

/* ---- Copies --------------------------------------------------------------------------------- */

/* Where `count` characters, white space aside, end in a line, from a byte on; the line's end when
 * it has fewer. */
static size_t end_of(galley_slice line, size_t from, size_t count)
{
    size_t at = from, start, end = from;
    while (count-- && next_character(line, &at, &start))
        end = at;
    return end;
}

static size_t count_characters(galley_slice text)
{
    size_t count = 0, at = 0, from;
    while (at < text.length && next_character(text, &at, &from))
        count++;
    return count;
}

/* The next span: its line, where it begins and, when there are several, where it ends. */
static bool read_place(tei_reading *read, const tei_node *node, galley_slice *lines, galley_slice *places,
                       const galley_text *text, galley_span *out)
{
    galley_slice name, word;
    uint64_t from, to;
    if (!tei_next_word(lines, &name))
        return false;
    uint32_t index = tei_find_line(read, node, name);
    if (!tei_good(read))
        return false;
    galley_slice line = read->issue->lines.items[index].text;
    if (!tei_next_word(places, &word) || !tei_parse_number(word, "from(", ")", UINT32_MAX, &from)) {
        tei_fail(read, node, "it is not said where in its line the text begins");
        return false;
    }
    size_t begin = galley_text_offset(line, (size_t)from), end = 0;
    if (tei_next_word(places, &word) && tei_parse_number(word, "to(", ")", UINT32_MAX, &to))
        end = galley_text_offset(line, (size_t)to);
    else
        end = end_of(line, begin, count_characters(text->text));
    *out = (galley_span){ index, (uint32_t)begin, (uint32_t)(end > begin ? end : begin) };
    return true;
}

/* What @n could not say stands in the line: each U+FFFD is the character that is there. */
static void say_characters(tei_reading *read, galley_text *text)
{
    galley_buffer words = { 0 };
    uint32_t index = 0;
    size_t at = text->span_count ? text->spans[0].from : 0, from;
    for (const char *step = text->text.text, *end = galley_slice_end(text->text); step < end;) {
        uint32_t code = galley_text_next(&step, end), fact = 0;
        while (!galley_code_space(code) && !fact && index < text->span_count) {
            const galley_span *span = &text->spans[index];
            fact =
                next_character(galley_slice_part(read->issue->lines.items[span->line].text, 0, span->to), &at, &from);
            if (!fact && ++index < text->span_count)
                at = text->spans[index].from;
        }
        galley_buffer_code(&words, code == 0xFFFD && fact ? fact : code);
    }
    text->text = galley_buffer_copy(&words, read->issue->arena);
    galley_buffer_drop(&words);
}

static void settle_copy(tei_reading *read, galley_text *text)
{
    const tei_node *node = read->copies.items[text->span_count - 1];
    galley_slice lines = tei_value(node, "corresp"), places = tei_value(node, "rend"), level = places, word;
    GALLEY_VECTOR(galley_span) spans = { 0 };
    galley_span span;
    if (tei_next_word(&level, &word) && galley_slice_starts(word, galley_slice_of("level(")))
        places = level;
    while (read_place(read, node, &lines, &places, text, &span)) {
        galley_span *made = galley_push(read->issue->arena, &spans);
        if (made)
            *made = span;
    }
    text->spans = spans.items;
    text->span_count = (uint32_t)spans.count;
    if (galley_slice_find(text->text, galley_slice_of("\xEF\xBF\xBD"), 0) != SIZE_MAX)
        say_characters(read, text);
}

/* The issue is still the reader's own, so its texts may be written through the visitor. */
static void settle(void *state, const char *role, const galley_text *seen)
{
    tei_reading *read = state;
    (void)role;
    if (seen->copy && seen->span_count && tei_good(read))
        settle_copy(read, (galley_text *)seen);
}

void tei_settle_copies(tei_reading *read)
{
    for (size_t i = 0; !read->made && i < read->issue->articles.count; i++)
        galley_article_visit(read->issue->articles.items[i], settle, read);
}
