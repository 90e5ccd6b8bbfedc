/* SPDX-License-Identifier: MIT
 * What is said of some words of a text, as elements around them: they begin and end
 * inside the words, and go on over the ends of lines. */
#include "plugins/tei/writer.h"

static void write_value(struct tei *tei, galley_slice value)
{
    if (value.length)
        galley_xml_attribute(&tei->xml, "n", value);
}

static void start_language(struct tei *tei, galley_slice value)
{
    galley_xml_start(&tei->xml, "foreign");
    galley_xml_attribute(&tei->xml, tei_is_language(value) ? "xml:lang" : "n", value);
}

static void start_emphasis(struct tei *tei, galley_slice value)
{
    galley_xml_start(&tei->xml, "emph");
    write_value(tei, value);
}

static void start_strong(struct tei *tei, galley_slice value)
{
    galley_xml_start(&tei->xml, "hi");
    galley_xml_set(&tei->xml, "rend", "strong");
    write_value(tei, value);
}

static void start_link(struct tei *tei, galley_slice value)
{
    galley_xml_start(&tei->xml, "ref");
    if (value.length)
        tei_write_address(tei, "target", value);
}

static void start_ruby(struct tei *tei, galley_slice value)
{
    (void)value;
    galley_xml_start(&tei->xml, "ruby");
    galley_xml_start(&tei->xml, "rb");
}

static void start_unclear(struct tei *tei, galley_slice value)
{
    galley_xml_start(&tei->xml, "unclear");
    write_value(tei, value);
}

static void (*const start_mark[GALLEY_MARK_COUNT])(struct tei *, galley_slice) = {
    [GALLEY_LANGUAGE] = start_language, [GALLEY_EMPHASIS] = start_emphasis, [GALLEY_STRONG] = start_strong,
    [GALLEY_LINK] = start_link,         [GALLEY_RUBY] = start_ruby,         [GALLEY_UNCLEAR] = start_unclear,
};

static void end_mark(struct tei *tei, const galley_mark *mark)
{
    galley_xml_end(&tei->xml);
    if (mark->type != GALLEY_RUBY)
        return;
    galley_xml_start(&tei->xml, "rt");
    galley_xml_text(&tei->xml, mark->value);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
}

static void end_until(struct tei *tei, tei_marks *marks, size_t at)
{
    while (marks->depth && marks->open[marks->depth - 1]->to <= at)
        end_mark(tei, marks->open[--marks->depth]);
}

/* One that does not lie within what is open, or lies too deep, says nothing. */
static void start_at(struct tei *tei, tei_marks *marks, size_t at)
{
    for (; marks->next < marks->text->mark_count && marks->text->marks[marks->next].from <= at; marks->next++) {
        const galley_mark *mark = &marks->text->marks[marks->next];
        bool crosses = marks->depth && mark->to > marks->open[marks->depth - 1]->to;
        if (mark->to <= at || crosses || marks->depth == GALLEY_MARK_DEPTH)
            continue;
        start_mark[mark->type](tei, mark->value);
        marks->open[marks->depth++] = mark;
    }
}

/* Where the next mark begins or the innermost one ends. */
static size_t next_change(const tei_marks *marks, size_t end)
{
    size_t at = end;
    if (marks->next < marks->text->mark_count && marks->text->marks[marks->next].from < at)
        at = marks->text->marks[marks->next].from;
    if (marks->depth && marks->open[marks->depth - 1]->to < at)
        at = marks->open[marks->depth - 1]->to;
    return at;
}

void tei_write_marked(struct tei *tei, tei_marks *marks, galley_slice words)
{
    galley_slice text = marks->text->text;
    if (!words.length)
        return;
    size_t at = (size_t)(words.text - text.text), end = at + words.length;
    while (at < end) {
        start_at(tei, marks, at);
        size_t to = next_change(marks, end);
        tei_write_words(tei, galley_slice_part(text, at, to));
        end_until(tei, marks, to);
        at = to;
    }
}

void tei_end_marks(struct tei *tei, tei_marks *marks)
{
    end_until(tei, marks, SIZE_MAX);
}
