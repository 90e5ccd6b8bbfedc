/* SPDX-License-Identifier: MIT
 * SAX2 over libxml2's push parser.  It is given bytes only, never a name, and handlers
 * for elements and text alone: there is none that could load or declare.  Errors go to
 * a handler of this one parser. */
#include "formats/xml/reader.h"

#include <stdlib.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <galley/text.h>

#include "formats/xml/feed.h"

typedef struct reading {
    const galley_xml_visitor *visitor;
    void *state;
    const char *file;
    galley_findings *findings;
    xmlParserCtxtPtr parser;
    galley_status status;
    size_t depth, text_bytes, spaces;
    int declared[GALLEY_XML_DEPTH + 1]; /* name spaces, by the elements that are open */
    galley_buffer text;                 /* since the last tag */
    uint32_t text_line;
    galley_xml_attribute *attributes; /* room for those of one element */
} reading;

#if LIBXML_VERSION < 21200
typedef xmlError heard;
#else
typedef const xmlError heard;
#endif

/* ---- Failures ----------------------------------------------------------------- */

static galley_place place_at(const reading *read, uint32_t line)
{
    return (galley_place){ .file = read->file, .line = line };
}

static uint32_t line_of(const reading *read)
{
    int line = xmlSAX2GetLineNumber(read->parser);
    return line > 0 ? (uint32_t)line : 0;
}

static void stop(reading *read, galley_status status)
{
    if (status == GALLEY_OK || read->status != GALLEY_OK)
        return;
    read->status = status;
    xmlStopParser(read->parser);
}

static void stop_at_limit(reading *read, uint32_t line, const char *what, size_t most)
{
    if (read->status != GALLEY_OK)
        return;
    stop(read, galley_fail(read->findings, GALLEY_LIMIT, "xml.limit", place_at(read, line),
                           "there are more than %zu %s; nothing was read", most, what));
}

static void stop_without_memory(reading *read)
{
    if (read->status == GALLEY_OK)
        stop(read, galley_fail(read->findings, GALLEY_MEMORY, "xml.memory", place_at(read, 0),
                               "there is not enough memory to read it"));
}

/* libxml2's words end with a line end, and may quote what is no UTF-8. */
static void hear(void *state, heard *error)
{
    reading *read = state;
    size_t length = error->message ? strlen(error->message) : 0, bad_at;
    if (read->status != GALLEY_OK || error->level == XML_ERR_WARNING || error->domain == XML_FROM_NAMESPACE)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        stop_without_memory(read);
        return;
    }
    while (length && (error->message[length - 1] == '\n' || error->message[length - 1] == ' '))
        length--;
    if (!galley_text_valid((galley_slice){ error->message, length }, &bad_at))
        length = bad_at;
    stop(read,
         galley_fail(read->findings, GALLEY_FORMAT, "xml.syntax",
                     place_at(read, error->line > 0 ? (uint32_t)error->line : 0),
                     "it is no well-formed XML (%.*s); nothing was read", (int)length, length ? error->message : ""));
}

/* ---- Events ------------------------------------------------------------------- */

static void show_text(reading *read)
{
    if (read->text.failed)
        stop_without_memory(read);
    if (read->status == GALLEY_OK && read->text.length && read->visitor->text)
        stop(read, read->visitor->text(read->state, galley_buffer_slice(&read->text), read->text_line));
    galley_buffer_clear(&read->text);
}

static void take_text(void *state, const xmlChar *bytes, int count)
{
    reading *read = state;
    if (read->status != GALLEY_OK)
        return;
    if (!read->text.length)
        read->text_line = line_of(read);
    read->text_bytes += (size_t)count;
    if (read->text_bytes > GALLEY_XML_TEXT_BYTES)
        stop_at_limit(read, line_of(read), "bytes of text", GALLEY_XML_TEXT_BYTES);
    else
        galley_buffer_add(&read->text, (galley_slice){ (const char *)bytes, (size_t)count });
}

static const char *or_empty(const xmlChar *name)
{
    return name ? (const char *)name : "";
}

/* libxml2 gives five pointers an attribute: name, prefix, name space, and where its value begins and ends. */
static size_t list_attributes(reading *read, int count, const xmlChar **given)
{
    size_t kept = count > 0 ? (size_t)count : 0;
    if (kept > GALLEY_XML_ATTRIBUTES) {
        stop_at_limit(read, line_of(read), "attributes of one element", GALLEY_XML_ATTRIBUTES);
        return 0;
    }
    for (size_t i = 0; i < kept; i++, given += 5)
        read->attributes[i] = (galley_xml_attribute){
            .name = or_empty(given[0]),
            .space = or_empty(given[2]),
            .value = galley_slice_range((const char *)given[3], (const char *)given[4]),
        };
    return kept;
}

/* libxml2 looks through all that are declared for each prefix. */
static void enter_spaces(reading *read, int count)
{
    read->declared[read->depth] = count;
    read->spaces += (size_t)count;
    if (read->spaces > GALLEY_XML_SPACES)
        stop_at_limit(read, line_of(read), "name spaces at one place", GALLEY_XML_SPACES);
}

static void take_start(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int spaces,
                       const xmlChar **space_list, int count, int defaulted, const xmlChar **attributes)
{
    (void)prefix;
    (void)space_list;
    (void)defaulted;
    reading *read = state;
    show_text(read);
    if (++read->depth > GALLEY_XML_DEPTH)
        stop_at_limit(read, line_of(read), "elements within one another", GALLEY_XML_DEPTH);
    else
        enter_spaces(read, spaces);
    galley_xml_element element = { .name = or_empty(name), .space = or_empty(space), .line = line_of(read) };
    element.attribute_count = list_attributes(read, count, attributes);
    element.attributes = read->attributes;
    if (read->status == GALLEY_OK && read->visitor->start)
        stop(read, read->visitor->start(read->state, &element));
}

static void take_end(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    (void)prefix;
    reading *read = state;
    show_text(read);
    if (read->status == GALLEY_OK)
        read->spaces -= (size_t)read->declared[read->depth--];
    if (read->status == GALLEY_OK && read->visitor->end)
        stop(read, read->visitor->end(read->state, or_empty(name), or_empty(space)));
}

/* ---- The document ------------------------------------------------------------- */

static bool take_piece(void *state, galley_slice piece)
{
    reading *read = state;
    xmlParseChunk(read->parser, piece.text, (int)piece.length, 0);
    return read->status == GALLEY_OK;
}

static bool open_parser(reading *read)
{
    xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                              .startElementNs = take_start,
                              .endElementNs = take_end,
                              .characters = take_text,
                              .ignorableWhitespace = take_text,
                              .cdataBlock = take_text,
                              .serror = hear };
    read->attributes = calloc(GALLEY_XML_ATTRIBUTES, sizeof *read->attributes);
    read->parser = xmlCreatePushParserCtxt(&handler, read, NULL, 0, NULL);
    if (!read->parser || !read->attributes)
        return false;
    /* NOENT: an ampersand in a value comes as itself.  There are no other entities to replace. */
    xmlCtxtUseOptions(read->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    return true;
}

static void report_met(reading *read, const xml_feed *feed)
{
    if (feed->limit_line)
        stop_at_limit(read, feed->limit_line, "attributes of one element", GALLEY_XML_ATTRIBUTES);
    if (feed->declared_line && read->status == GALLEY_OK)
        galley_find(read->findings, GALLEY_UNSURE, "xml.declarations", place_at(read, feed->declared_line),
                    "the declarations in the DOCTYPE were left unread");
    if (feed->unknown && read->status == GALLEY_OK)
        galley_find(read->findings, GALLEY_LOST, "xml.entity", place_at(read, feed->unknown_line),
                    "nobody knows the entity &%s;, which stays as it is written (%zu such)", feed->unknown_name,
                    feed->unknown);
}

static void read_text(reading *read, galley_slice text)
{
    xml_feed feed = { .text = text, .attributes = GALLEY_XML_ATTRIBUTES, .take = take_piece, .state = read };
    galley_status status = xml_feed_run(&feed);
    if (status == GALLEY_MEMORY)
        stop_without_memory(read);
    if (status == GALLEY_OK && read->status == GALLEY_OK)
        xmlParseChunk(read->parser, NULL, 0, 1);
    report_met(read, &feed);
}

static void read_bytes(reading *read, galley_slice bytes)
{
    char encoding[XML_ENCODING_MOST];
    galley_buffer room = { 0 };
    galley_slice text;
    galley_status status = xml_decode(bytes, &room, &text, encoding);
    if (status == GALLEY_FORMAT)
        stop(read,
             galley_fail(read->findings, GALLEY_FORMAT, "xml.encoding", place_at(read, 1),
                         "it is said to be %s, which is not known or not what it is; nothing was read", encoding));
    else if (status != GALLEY_OK)
        stop_without_memory(read);
    else
        read_text(read, text);
    galley_buffer_drop(&room);
}

galley_status galley_xml_read(galley_slice bytes, const char *file, const galley_xml_visitor *visitor, void *state,
                              galley_findings *findings)
{
    reading read = { .visitor = visitor, .state = state, .file = file, .findings = findings };
    if (!open_parser(&read))
        read.status = galley_fail(findings, GALLEY_MEMORY, "xml.memory", place_at(&read, 0),
                                  "there is not enough memory to read it");
    else if (bytes.length > GALLEY_XML_BYTES)
        stop_at_limit(&read, 0, "bytes", GALLEY_XML_BYTES);
    else
        read_bytes(&read, bytes);
    galley_buffer_drop(&read.text);
    xmlFreeParserCtxt(read.parser);
    free(read.attributes);
    return read.status;
}

/* ---- Asking ------------------------------------------------------------------- */

galley_slice galley_xml_value_in(const galley_xml_element *element, const char *space, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0 && strcmp(element->attributes[i].space, space) == 0)
            return element->attributes[i].value;
    return (galley_slice){ 0 };
}

galley_slice galley_xml_value(const galley_xml_element *element, const char *name)
{
    return galley_xml_value_in(element, "", name);
}

bool galley_xml_is(const galley_xml_element *element, const char *space, const char *name)
{
    return strcmp(element->name, name) == 0 && strcmp(element->space, space) == 0;
}
