/* SPDX-License-Identifier: MIT
 * SAX over libxml2's HTML push parser.  It keeps what it has not understood yet, which for
 * a tag is the whole tag: by that a tag without an end is known.  Elements beyond the
 * depth that a reader of XML allows are left out; their text is not. */
#include "formats/xml/soup.h"

#include <libxml/HTMLparser.h>

#include <galley/text.h>

#include "formats/xml/feed.h"

#define PIECE_BYTES 4096

typedef struct stirring {
    const galley_xml_visitor *visitor;
    void *state;
    const char *file;
    galley_findings *findings;
    htmlParserCtxtPtr parser;
    galley_status status;
    size_t depth;
    galley_buffer text; /* since the last tag */
    uint32_t text_line;
} stirring;

static uint32_t line_of(const stirring *stir)
{
    int line = stir->parser && stir->parser->input ? stir->parser->input->line : 0;
    return line > 0 ? (uint32_t)line : 0;
}

static galley_place place_of(const stirring *stir)
{
    return (galley_place){ .file = stir->file, .line = line_of(stir) };
}

static void stop(stirring *stir, galley_status status)
{
    if (status == GALLEY_OK || stir->status != GALLEY_OK)
        return;
    stir->status = status;
    if (stir->parser)
        xmlStopParser(stir->parser);
}

static void stop_without_memory(stirring *stir)
{
    if (stir->status == GALLEY_OK)
        stop(stir, galley_fail(stir->findings, GALLEY_MEMORY, "xml.memory", place_of(stir),
                               "there is not enough memory to read it"));
}

/* ---- Events ------------------------------------------------------------------- */

static void show_text(stirring *stir)
{
    if (stir->text.failed)
        stop_without_memory(stir);
    if (stir->status == GALLEY_OK && stir->text.length)
        stop(stir, stir->visitor->text(stir->state, galley_buffer_slice(&stir->text), stir->text_line));
    galley_buffer_clear(&stir->text);
}

static void take_text(void *state, const xmlChar *bytes, int count)
{
    stirring *stir = state;
    if (!stir->text.length)
        stir->text_line = line_of(stir);
    if (stir->status == GALLEY_OK && count > 0)
        galley_buffer_add(&stir->text, (galley_slice){ (const char *)bytes, (size_t)count });
}

/* epub:type keeps its prefix, as XML's reader tells it by its name space; svg:image and
 * xlink:href are called by the names they have without. */
static galley_xml_attribute attribute_of(const xmlChar *name, const xmlChar *value)
{
    static const char ops[] = "epub:";
    const char *whole = (const char *)name, *colon = strrchr(whole, ':');
    bool is_ops = strncmp(whole, ops, sizeof ops - 1) == 0;
    return (galley_xml_attribute){
        .name = colon ? colon + 1 : whole,
        .space = is_ops ? GALLEY_SOUP_OPS : "",
        .value = galley_slice_of(value ? (const char *)value : ""),
    };
}

static void take_start(void *state, const xmlChar *name, const xmlChar **given)
{
    stirring *stir = state;
    galley_xml_attribute attributes[64];
    const char *colon = strrchr((const char *)name, ':');
    galley_xml_element element = { .name = colon ? colon + 1 : (const char *)name, .space = "", .line = line_of(stir) };
    show_text(stir);
    for (; given && given[0] && element.attribute_count < sizeof attributes / sizeof *attributes; given += 2)
        attributes[element.attribute_count++] = attribute_of(given[0], given[1]);
    element.attributes = attributes;
    if (++stir->depth < GALLEY_XML_DEPTH && stir->status == GALLEY_OK)
        stop(stir, stir->visitor->start(stir->state, &element));
}

static void take_end(void *state, const xmlChar *name)
{
    stirring *stir = state;
    show_text(stir);
    if (stir->depth && stir->depth-- < GALLEY_XML_DEPTH && stir->status == GALLEY_OK)
        stop(stir, stir->visitor->end(stir->state, (const char *)name, ""));
}

/* ---- The document ------------------------------------------------------------- */

static bool open_parser(stirring *stir)
{
    htmlSAXHandler handler = {
        .startElement = take_start, .endElement = take_end, .characters = take_text, .ignorableWhitespace = take_text
    };
    stir->parser = htmlCreatePushParserCtxt(&handler, stir, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!stir->parser)
        return false;
    htmlCtxtUseOptions(stir->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    return true;
}

static size_t pending(const stirring *stir)
{
    const xmlParserInput *input = stir->parser->input;
    return input ? (size_t)(input->end - input->cur) : 0;
}

static void feed(stirring *stir, galley_slice text)
{
    for (size_t from = 0; from < text.length && stir->status == GALLEY_OK; from += PIECE_BYTES) {
        size_t left = text.length - from, count = left < PIECE_BYTES ? left : PIECE_BYTES;
        htmlParseChunk(stir->parser, text.text + from, (int)count, 0);
        if (pending(stir) > GALLEY_SOUP_PENDING)
            stop(stir,
                 galley_fail(stir->findings, GALLEY_LIMIT, "xml.limit", place_of(stir),
                             "a tag or a comment is longer than %zu bytes; nothing was read", GALLEY_SOUP_PENDING));
    }
    if (stir->status == GALLEY_OK)
        htmlParseChunk(stir->parser, "", 0, 1);
    show_text(stir);
}

/* Only what is UTF-8 and no control character goes to libxml2. */
static size_t clean(galley_slice text, galley_buffer *out)
{
    size_t bad = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        bool broken = (code == 0xFFFD && at - here != 3) || !code;
        bad += broken;
        if (broken)
            galley_buffer_code(out, 0xFFFD);
        else
            galley_buffer_add(out, galley_slice_range(here, at));
    }
    return bad;
}

static void read_text(stirring *stir, galley_slice text)
{
    galley_buffer cleaned = { 0 };
    size_t bad = clean(text, &cleaned);
    if (bad)
        galley_find(stir->findings, GALLEY_LOST, "xml.encoding", (galley_place){ .file = stir->file },
                    "bytes that are no character were replaced by U+FFFD (%zu)", bad);
    if (cleaned.failed)
        stop_without_memory(stir);
    else
        feed(stir, galley_buffer_slice(&cleaned));
    galley_buffer_drop(&cleaned);
}

static void read_bytes(stirring *stir, galley_slice bytes)
{
    char encoding[XML_ENCODING_MOST];
    galley_buffer room = { 0 };
    galley_slice text;
    galley_status status = xml_decode(bytes, &room, &text, encoding);
    if (status == GALLEY_MEMORY)
        stop_without_memory(stir);
    else
        read_text(stir, status == GALLEY_OK ? text : bytes);
    galley_buffer_drop(&room);
}

galley_status galley_soup_read(galley_slice bytes, const char *file, const galley_xml_visitor *visitor, void *state,
                               galley_findings *findings)
{
    stirring stir = { .visitor = visitor, .state = state, .file = file, .findings = findings };
    if (bytes.length > GALLEY_SOUP_BYTES)
        return galley_fail(findings, GALLEY_LIMIT, "xml.limit", (galley_place){ .file = file },
                           "there are more than %zu bytes; nothing was read", GALLEY_SOUP_BYTES);
    if (open_parser(&stir))
        read_bytes(&stir, bytes);
    else
        stop_without_memory(&stir);
    galley_buffer_drop(&stir.text);
    htmlFreeParserCtxt(stir.parser);
    return stir.status;
}
