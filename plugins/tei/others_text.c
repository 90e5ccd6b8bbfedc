/* SPDX-License-Identifier: MIT
 * Words of a stranger's element.  White space is one space, and none between characters that
 * are set without; the hyphen that parts a word at the end of a line is furniture. */
#include "plugins/tei/others.h"

#include <galley/text.h>

/* ---- Characters --------------------------------------------------------------------------- */

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r';
}

static uint32_t last_code(const others_draft *draft)
{
    return galley_text_last(galley_buffer_slice(&draft->text));
}

/* The bytes of the hyphen that the text ends with, behind a letter; 0 when there is none. */
static size_t ending_hyphen(const others_draft *draft)
{
    static const char *const hyphens[] = { "-", "\xC2\xAD", "\xC2\xAC", "\xE2\x80\x90", "\xE2\xB8\x97" };
    galley_slice text = galley_buffer_slice(&draft->text);
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        galley_slice hyphen = galley_slice_of(hyphens[i]);
        if (text.length <= hyphen.length || !galley_slice_ends(text, hyphen))
            continue;
        const char *at = galley_slice_end(text) - hyphen.length;
        return galley_code_class(galley_text_previous(text.text, &at)) & GALLEY_LETTER ? hyphen.length : 0;
    }
    return 0;
}

/* Marks end where the text does now; false when one of them would be of nothing. */
static bool shorten_marks(others_draft *draft, size_t length)
{
    for (size_t i = 0; i < draft->marks.count; i++)
        if (draft->marks.items[i].from != UINT32_MAX && draft->marks.items[i].from >= length)
            return false;
    for (size_t i = 0; i < draft->marks.count; i++)
        if (draft->marks.items[i].to != UINT32_MAX && draft->marks.items[i].to > length)
            draft->marks.items[i].to = (uint32_t)length;
    return true;
}

/* The hyphen leaves the text, and the place it has in its line goes with it. */
static void part_hyphen(tei_others *others, others_draft *draft, size_t bytes)
{
    galley_span *last = draft->spans.count ? &draft->spans.items[draft->spans.count - 1] : NULL;
    if (!last || last->to - last->from <= bytes || !shorten_marks(draft, draft->text.length - bytes))
        return;
    draft->text.length -= bytes;
    last->to -= (uint32_t)bytes;
    others_add_piece(others, GALLEY_HYPHEN, (galley_slice){ draft->text.bytes + draft->text.length, bytes },
                     (galley_span){ last->line, last->to, last->to + (uint32_t)bytes });
}

/* What stands between the last character and this one. */
static void add_gap(tei_others *others, others_draft *draft, uint32_t code)
{
    size_t hyphen = draft->broken ? ending_hyphen(draft) : 0;
    bool is_small = (galley_code_class(code) & GALLEY_LETTER) && galley_code_lower(code) == code;
    if (hyphen && (draft->joined || is_small))
        part_hyphen(others, draft, hyphen);
    bool runs_on = !draft->text.length || draft->joined || hyphen ||
                   (draft->line_end && galley_code_joins(last_code(draft)) && galley_code_joins(code));
    if (draft->space && !runs_on)
        galley_buffer_byte(&draft->text, ' ');
    if (draft->space && others->line.length)
        galley_buffer_byte(&others->line, ' ');
    draft->space = draft->line_end = draft->broken = draft->joined = false;
}

/* Marks begin with their first character. */
static void open_marks(others_draft *draft)
{
    for (size_t i = draft->marks.count; i > 0 && draft->marks.items[i - 1].from == UINT32_MAX; i--)
        draft->marks.items[i - 1].from = (uint32_t)draft->text.length;
}

/* White space of other kinds is kept inside a text, not at its beginning. */
static void hear(tei_others *others, others_draft *draft, galley_slice words)
{
    for (const char *at = words.text, *end = galley_slice_end(words); at < end;) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        if (is_blank(code)) {
            draft->space = true;
            draft->line_end |= code == '\n' || code == '\r';
            continue;
        }
        galley_slice character = galley_slice_range(here, at);
        bool is_space = galley_code_space(code);
        if (is_space && !draft->text.length)
            continue;
        add_gap(others, draft, code);
        if (!is_space)
            open_marks(draft);
        size_t from = others->line.length;
        galley_buffer_add(&draft->text, character);
        if (!is_space || from)
            galley_buffer_add(&others->line, character);
        if (!is_space)
            others_take_span(others, draft, from, false);
    }
}

static void break_line(tei_others *others, others_draft *draft, const tei_node *node)
{
    others_end_line(others);
    draft->broken = draft->space = draft->line_end = true;
    draft->joined |= galley_slice_is(tei_value(node, "break"), "no");
}

/* ---- What is in it ------------------------------------------------------------------------- */

static void walk(tei_others *others, others_draft *draft, const tei_node *node);

static void take_line(tei_others *others, others_draft *draft, const tei_node *node)
{
    break_line(others, draft, node);
}

static void take_column(tei_others *others, others_draft *draft, const tei_node *node)
{
    break_line(others, draft, node);
    others->zone_due = true;
}

static void take_page(tei_others *others, others_draft *draft, const tei_node *node)
{
    bool counts = !others->prints || galley_slice_is(tei_value(node, "ed"), "print");
    if (counts)
        break_line(others, draft, node);
    others_turn(others, node);
}

static void take_form_work(tei_others *others, others_draft *draft, const tei_node *node)
{
    (void)draft;
    others_form_work(others, node);
}

static void take_space(tei_others *others, others_draft *draft, const tei_node *node)
{
    (void)others;
    (void)node;
    draft->space = true;
}

static void take_later(tei_others *others, others_draft *draft, const tei_node *node)
{
    (void)draft;
    others_wait(others, node);
}

/* A hyphen that parts a word, or a glyph that was printed twice. */
static void take_hidden(tei_others *others, others_draft *draft, const tei_node *node)
{
    bool is_hyphen = tei_is(node, "pc"), is_doubled = tei_is(node, "surplus");
    galley_buffer words = { 0 };
    if ((is_hyphen && !galley_slice_is(tei_value(node, "force"), "weak")) ||
        (is_doubled && !galley_slice_is(tei_value(node, "reason"), "doubled"))) {
        walk(others, draft, node);
        return;
    }
    tei_add_words(node, &words);
    galley_slice held = galley_slice_trim(galley_buffer_slice(&words));
    size_t from = others->line.length;
    galley_buffer_add(&others->line, held);
    if (held.length)
        others_add_piece(
            others, is_hyphen ? GALLEY_HYPHEN : GALLEY_DOUBLED, held,
            (galley_span){ (uint32_t)others->issue->lines.count, (uint32_t)from, (uint32_t)others->line.length });
    others_take_span(others, draft, others->line.length, true);
    galley_buffer_drop(&words);
}

/* ---- Marks ------------------------------------------------------------------------------------ */

static void take_mark(tei_others *others, others_draft *draft, const tei_node *node, galley_mark_type type,
                      galley_slice value)
{
    size_t index = draft->marks.count;
    galley_mark *mark = draft->depth < GALLEY_MARK_DEPTH ? galley_push(others->read->scratch, &draft->marks) : NULL;
    if (!mark) {
        walk(others, draft, node);
        return;
    }
    *mark = (galley_mark){ UINT32_MAX, UINT32_MAX, type, tei_keep(others->read, value) };
    draft->depth++;
    walk(others, draft, node);
    draft->depth--;
    mark = &draft->marks.items[index];
    if (mark->from == UINT32_MAX)
        draft->marks.count = index; /* it says nothing of any words */
    else
        mark->to = (uint32_t)draft->text.length;
}

static bool has_word(galley_slice list, const char *const *words)
{
    galley_slice word;
    while (tei_next_word(&list, &word))
        for (size_t i = 0; words[i]; i++)
            if (galley_slice_is(word, words[i]))
                return true;
    return false;
}

/* What the letters look like; that they are of another type, or large, says nothing. */
static void take_highlight(tei_others *others, others_draft *draft, const tei_node *node)
{
    static const char *const strong[] = { "#b", "b", "bold", "strong", NULL };
    static const char *const emphasis[] = { "#i", "i",      "italic",    "italics",    "#g",        "#u",
                                            "#k", "spaced", "underline", "underlined", "smallcaps", NULL };
    galley_slice looks[] = { tei_value(node, "rend"), tei_value(node, "rendition"), tei_value(node, "rendering") };
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        if (has_word(looks[i], strong)) {
            take_mark(others, draft, node, GALLEY_STRONG, (galley_slice){ 0 });
            return;
        }
        if (has_word(looks[i], emphasis)) {
            take_mark(others, draft, node, GALLEY_EMPHASIS, (galley_slice){ 0 });
            return;
        }
    }
    others_flatten(others, node);
    walk(others, draft, node);
}

static void take_emphasis(tei_others *others, others_draft *draft, const tei_node *node)
{
    take_mark(others, draft, node, GALLEY_EMPHASIS, (galley_slice){ 0 });
}

static void take_foreign(tei_others *others, others_draft *draft, const tei_node *node)
{
    take_mark(others, draft, node, GALLEY_LANGUAGE, tei_xml_value(node, "lang"));
}

static void take_link(tei_others *others, others_draft *draft, const tei_node *node)
{
    galley_slice target = tei_value(node, "target");
    if (target.length && target.text[0] != '#')
        take_mark(others, draft, node, GALLEY_LINK, target);
    else
        walk(others, draft, node);
}

static void take_unclear(tei_others *others, others_draft *draft, const tei_node *node)
{
    galley_slice reason = tei_value(node, "reason");
    if (galley_slice_is(reason, "undecoded") || galley_slice_is(reason, "control"))
        walk(others, draft, node);
    else
        take_mark(others, draft, node, GALLEY_UNCLEAR, reason);
}

static void take_ruby(tei_others *others, others_draft *draft, const tei_node *node)
{
    galley_buffer value = { 0 };
    tei_add_words(tei_child(node, "rt"), &value);
    if (tei_child(node, "rb"))
        take_mark(others, draft, tei_child(node, "rb"), GALLEY_RUBY, galley_slice_trim(galley_buffer_slice(&value)));
    else
        walk(others, draft, node);
    galley_buffer_drop(&value);
}

/* ---- Second readings ------------------------------------------------------------------------------ */

/* What was printed stays; what somebody made of it is left out. */
static void take_choice(tei_others *others, others_draft *draft, const tei_node *node)
{
    static const char *const kept[] = { "sic", "orig", "abbr", "lem", "add" };
    const tei_node *one = NULL;
    for (size_t i = 0; !one && i < sizeof kept / sizeof *kept; i++)
        one = tei_child(node, kept[i]);
    for (const tei_node *at = node->first; at; at = at->next) {
        bool is_element = !tei_is_text(at);
        one = one || !is_element ? one : at;
        others->left_out += is_element && at != one;
    }
    if (one)
        walk(others, draft, one);
}

static const struct {
    const char *element;
    void (*take)(tei_others *others, others_draft *draft, const tei_node *node);
} inner[] = {
    { "lb", take_line },       { "cb", take_column },          { "pb", take_page },
    { "fw", take_form_work },  { "note", take_later },         { "figure", take_later },
    { "graphic", take_later }, { "floatingText", take_later }, { "space", take_space },
    { "pc", take_hidden },     { "surplus", take_hidden },     { "hi", take_highlight },
    { "emph", take_emphasis }, { "foreign", take_foreign },    { "ref", take_link },
    { "ruby", take_ruby },     { "unclear", take_unclear },    { "choice", take_choice },
    { "app", take_choice },    { "subst", take_choice },
};

static void split(tei_others *others, others_draft *draft, const tei_node *node);

static void take_other(tei_others *others, others_draft *draft, const tei_node *node)
{
    bool is_block = others_is_block(node), is_paragraph = tei_is(node, "p") || tei_is(node, "ab");
    if (draft->splits && !draft->depth && others_splits(node)) {
        split(others, draft, node);
        return;
    }
    if (!is_paragraph)
        others_flatten(others, node);
    draft->space |= is_block;
    walk(others, draft, node);
    draft->space |= is_block;
}

/* What is nothing but words with something said of them, though it may stand alone. */
static bool is_phrase(const tei_node *node)
{
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (tei_is(node, inner[i].element))
            return inner[i].take != take_later;
    return false;
}

static void take(tei_others *others, others_draft *draft, const tei_node *node)
{
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (tei_is(node, inner[i].element)) {
            inner[i].take(others, draft, node);
            return;
        }
    take_other(others, draft, node);
}

static void walk(tei_others *others, others_draft *draft, const tei_node *node)
{
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is_text(at))
            hear(others, draft, at->text);
        else
            take(others, draft, at);
}

/* ---- A whole one ------------------------------------------------------------------------------------ */

static void begin_draft(tei_others *others)
{
    others_end_line(others);
    others->zone_due = true;
}

static void drop_empty_spans(others_draft *draft)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->spans.count; i++)
        if (draft->spans.items[i].from < draft->spans.items[i].to)
            draft->spans.items[kept++] = draft->spans.items[i];
    draft->spans.count = kept;
}

static galley_text end_draft(tei_others *others, others_draft *draft)
{
    galley_arena *arena = others->issue->arena;
    others_end_line(others);
    galley_slice words = galley_slice_trim(galley_buffer_slice(&draft->text));
    galley_text text = { .text = galley_arena_copy(arena, words) };
    shorten_marks(draft, words.length); /* nothing but white space stands behind */
    drop_empty_spans(draft);
    galley_span *spans = galley_arena_array(arena, draft->spans.count, sizeof *spans);
    galley_mark *marks = galley_arena_array(arena, draft->marks.count, sizeof *marks);
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
    if (draft->text.failed)
        others->read->status = GALLEY_MEMORY;
    galley_buffer_drop(&draft->text);
    *draft = (others_draft){ .splits = draft->splits };
    return text;
}

/* All that is said by a node, which may be a text. */
static void take_all(tei_others *others, others_draft *draft, const tei_node *node)
{
    if (tei_is_text(node))
        hear(others, draft, node->text);
    else if (is_phrase(node))
        take(others, draft, node);
    else
        walk(others, draft, node);
}

galley_text others_text(tei_others *others, const tei_node *node)
{
    others_draft draft = { 0 };
    begin_draft(others);
    if (tei_is(node, "fw"))
        walk(others, &draft, node);
    else
        take_all(others, &draft, node);
    return end_draft(others, &draft);
}

static void split(tei_others *others, others_draft *draft, const tei_node *node)
{
    others_add(others, GALLEY_PARAGRAPH, end_draft(others, draft));
    others_release(others);
    others_block(others, node);
    begin_draft(others);
}

void others_paragraph(tei_others *others, const tei_node *node, galley_block_type type)
{
    others_draft draft = { .splits = type == GALLEY_PARAGRAPH };
    begin_draft(others);
    take_all(others, &draft, node);
    others_add(others, type, end_draft(others, &draft));
    others_release(others);
}
