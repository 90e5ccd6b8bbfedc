/* SPDX-License-Identifier: MIT
 * A character becomes itself, itself behind a backslash, or a numeric reference.
 * Backslashes stand only where the text would mean something else without them, so
 * that what was printed stays readable: 1. is a list at the beginning of a line and
 * before a space, and nowhere else.  References are for what lines cannot hold: line
 * ends, controls, and the spaces that a parser strips from both ends of a line. */
#include "plugins/markdown/escape.h"

#include <string.h>

#include <galley/text.h>

#include "plugins/markdown/marks.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* Characters that mean something inside of any line; | and ~ do in the usual extensions. */
static const bool always[128] = {
    ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true, ['['] = true,
    [']'] = true,  ['<'] = true, ['|'] = true, ['~'] = true,
};

/* Characters that mean something at the beginning of a line. */
static const bool at_first[128] = { ['#'] = true, ['>'] = true, ['-'] = true, ['+'] = true, ['='] = true };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

/* Where the . or ) stands that would make a list of the line; SIZE_MAX when there is none. */
static size_t list_mark(galley_slice text)
{
    size_t at = 0;
    while (at < text.length && at < 9 && is_digit(text.text[at]))
        at++;
    if (at == 0 || at == text.length || (text.text[at] != '.' && text.text[at] != ')'))
        return SIZE_MAX;
    return at + 1 == text.length || is_blank(text.text[at + 1]) ? at : SIZE_MAX;
}

/* Where a run of # and spaces begins that ends the text: a heading would drop it. */
static size_t closing_marks(galley_slice text)
{
    size_t at = text.length;
    while (at > 0 && (text.text[at - 1] == '#' || is_blank(text.text[at - 1])))
        at--;
    return at;
}

typedef struct printed {
    galley_slice text;
    markdown_where where;
    size_t list_mark; /* SIZE_MAX: none */
    size_t closing;   /* from here on # is escaped */
} printed;

static printed printed_of(galley_slice text, markdown_where where)
{
    return (printed){
        .text = text,
        .where = where,
        .list_mark = where == MARKDOWN_FIRST ? list_mark(text) : SIZE_MAX,
        .closing = where == MARKDOWN_HEADING ? closing_marks(text) : SIZE_MAX,
    };
}

static bool needs_backslash(const printed *line, size_t at)
{
    unsigned char byte = (unsigned char)line->text.text[at];
    if (byte >= 128)
        return false;
    if (always[byte] || at == line->list_mark || (byte == '#' && at >= line->closing))
        return true;
    if (byte == '&' && at + 1 < line->text.length)
        return line->text.text[at + 1] == '#' || is_letter(line->text.text[at + 1]);
    return at == 0 && line->where == MARKDOWN_FIRST && at_first[byte];
}

static bool needs_reference(const printed *line, size_t at, uint32_t code)
{
    return is_control(code) || (code == ' ' && (at == 0 || at == line->text.length - 1));
}

/* A byte that is no UTF-8, and NUL, for which Markdown has no word. */
static bool is_lost(uint32_t code, size_t bytes)
{
    return code == 0 || (code == 0xFFFD && bytes == 1);
}

static size_t put_code(galley_sink *sink, const printed *line, size_t at, uint32_t code, size_t bytes)
{
    if (is_lost(code, bytes)) {
        galley_sink_put(sink, REPLACEMENT);
        return 1;
    }
    if (needs_reference(line, at, code)) {
        galley_sink_print(sink, "&#%u;", (unsigned)code);
        return 0;
    }
    if (needs_backslash(line, at))
        galley_sink_put(sink, "\\");
    galley_sink_write(sink, line->text.text + at, bytes);
    return 0;
}

size_t markdown_escape_text(galley_sink *sink, const galley_text *text, markdown_where where, bool signs)
{
    printed line = printed_of(text->text, where);
    markdown_marking marking = { .text = text, .signs = signs };
    size_t lost = 0;
    const char *end = galley_slice_end(text->text);
    for (const char *at = text->text.text; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        if (text->mark_count)
            markdown_mark(&marking, sink, (size_t)(from - text->text.text));
        lost += put_code(sink, &line, (size_t)(from - text->text.text), code, (size_t)(at - from));
    }
    if (text->mark_count)
        markdown_mark(&marking, sink, text->text.length);
    return lost + marking.lost;
}

size_t markdown_escape(galley_sink *sink, galley_slice text, markdown_where where)
{
    return markdown_escape_text(sink, &(galley_text){ .text = text }, where, false);
}

/* What stands for a character of ASCII, where it is not the character itself. */
typedef struct dialect {
    const char *said[128];
    bool hyphens_apart; /* -- would end it */
} dialect;

static const char *word_for(const dialect *in, uint32_t code, char before)
{
    if (in->hyphens_apart && code == '-' && before == '-')
        return "&#45;";
    return code < 128 ? in->said[code] : NULL;
}

static size_t escape_in(galley_sink *sink, galley_slice text, const dialect *in)
{
    size_t lost = 0;
    const char *end = galley_slice_end(text);
    for (const char *at = text.text; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        bool gone = is_lost(code, (size_t)(at - from));
        const char *word = gone ? REPLACEMENT : word_for(in, code, from > text.text ? from[-1] : '\0');
        if (!word && code < ' ')
            galley_sink_print(sink, "&#%u;", (unsigned)code);
        else
            galley_sink_slice(sink, word ? galley_slice_of(word) : galley_slice_range(from, at));
        lost += gone;
    }
    return lost;
}

size_t markdown_escape_html(galley_sink *sink, galley_slice text)
{
    static const dialect html = { .said = { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;" } };
    return escape_in(sink, text, &html);
}

size_t markdown_escape_comment(galley_sink *sink, galley_slice text)
{
    static const dialect comment = { .said = { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;" },
                                     .hyphens_apart = true };
    return escape_in(sink, text, &comment);
}

void markdown_escape_path(galley_sink *sink, galley_slice path)
{
    for (size_t i = 0; i < path.length; i++) {
        char byte = path.text[i];
        if (is_letter(byte) || is_digit(byte) || (byte && strchr("-._~/", byte)))
            galley_sink_write(sink, &byte, 1);
        else
            galley_sink_print(sink, "%%%02X", (unsigned)(unsigned char)byte);
    }
}

size_t markdown_escape_yaml(galley_sink *sink, galley_slice text)
{
    size_t lost = 0;
    const char *end = galley_slice_end(text);
    galley_sink_put(sink, "\"");
    for (const char *at = text.text; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        bool gone = is_lost(code, (size_t)(at - from));
        if (!gone && (is_control(code) || code == 0xFEFF))
            galley_sink_print(sink, "\\u%04X", (unsigned)code);
        else if (code == '"' || code == '\\')
            galley_sink_print(sink, "\\%c", (char)code);
        else
            galley_sink_slice(sink, gone ? galley_slice_of(REPLACEMENT) : galley_slice_range(from, at));
        lost += gone;
    }
    galley_sink_put(sink, "\"");
    return lost;
}

void markdown_escape_id(galley_sink *sink, galley_slice id)
{
    for (size_t i = 0; i < id.length; i++) {
        char byte = id.text[i];
        if (is_letter(byte) || is_digit(byte) || byte == '-' || byte == '.')
            galley_sink_write(sink, &byte, 1);
        else
            galley_sink_print(sink, "_%02X", (unsigned)(unsigned char)byte);
    }
}
