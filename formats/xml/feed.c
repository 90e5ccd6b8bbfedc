/* SPDX-License-Identifier: MIT
 * One walk over the document that knows no more of XML than where markup begins and
 * ends: comments, CDATA, instructions and tags pass as they are, in pieces of some
 * size.  What is not well-formed passes, too: to say so is libxml2's part. */
#include "formats/xml/feed.h"

#include <stdio.h>

#include <libxml/HTMLparser.h>

#include <galley/text.h>

#define PIECE_BYTES ((size_t)32 << 10)
#define NAME_MOST 64 /* bytes of an entity's name */

/* ---- Handing on --------------------------------------------------------------- */

static void hand_on(xml_feed *feed)
{
    if (!feed->ended && feed->held.length && !feed->take(feed->state, galley_buffer_slice(&feed->held)))
        feed->ended = true;
    galley_buffer_clear(&feed->held);
}

static void put(xml_feed *feed, galley_slice piece)
{
    if (feed->held.length + piece.length > PIECE_BYTES)
        hand_on(feed);
    galley_buffer_add(&feed->held, piece);
}

/* The bytes up to `to` pass as they are. */
static void pass(xml_feed *feed, size_t to)
{
    while (feed->at < to && !feed->ended) {
        size_t count = to - feed->at < PIECE_BYTES ? to - feed->at : PIECE_BYTES;
        put(feed, galley_slice_part(feed->text, feed->at, feed->at + count));
        feed->at += count;
    }
}

static uint32_t line_here(xml_feed *feed)
{
    for (; feed->counted < feed->at; feed->counted++)
        feed->line += feed->text.text[feed->counted] == '\n';
    return feed->line + 1;
}

/* ---- Entities ----------------------------------------------------------------- */

/* The length of &name; at the place reached, 0 when that is none. */
static size_t entity_length(const xml_feed *feed)
{
    galley_slice text = feed->text;
    size_t at = feed->at + 1;
    while (at < text.length && at - feed->at <= NAME_MOST && text.text[at] != ';' && text.text[at] &&
           !strchr("&<>\"'= \t\r\n", text.text[at]))
        at++;
    return at < text.length && text.text[at] == ';' && at > feed->at + 1 ? at + 1 - feed->at : 0;
}

static bool is_xml_entity(galley_slice name)
{
    static const char *const own[] = { "amp", "lt", "gt", "quot", "apos" };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (galley_slice_is(name, own[i]))
            return true;
    return name.text[0] == '#';
}

static void note_unknown(xml_feed *feed, galley_slice name)
{
    if (feed->unknown++)
        return;
    feed->unknown_line = line_here(feed);
    int most = name.length < sizeof feed->unknown_name ? (int)name.length : (int)sizeof feed->unknown_name - 1;
    snprintf(feed->unknown_name, sizeof feed->unknown_name, "%.*s", most, name.text);
}

static void pass_entity(xml_feed *feed)
{
    size_t length = entity_length(feed);
    galley_slice name = galley_slice_part(feed->text, feed->at + 1, feed->at + (length ? length - 1 : 1));
    if (!length || is_xml_entity(name)) {
        pass(feed, feed->at + (length ? length : 1));
        return;
    }
    char word[NAME_MOST + 1];
    snprintf(word, sizeof word, "%.*s", (int)name.length, name.text);
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)word);
    if (known) {
        char bytes[4];
        put(feed, (galley_slice){ bytes, galley_text_encode(known->value, bytes) });
    } else {
        note_unknown(feed, name);
        put(feed, galley_slice_of("&amp;"));
        put(feed, galley_slice_part(feed->text, feed->at + 1, feed->at + length));
    }
    feed->at += length;
}

/* ---- Markup ------------------------------------------------------------------- */

static bool here(const xml_feed *feed, const char *word)
{
    return galley_slice_starts(galley_slice_part(feed->text, feed->at, feed->text.length), galley_slice_of(word));
}

/* Behind the next `end`, or the end of all. */
static size_t behind(galley_slice text, size_t from, const char *end)
{
    size_t at = from < text.length ? galley_slice_find(text, galley_slice_of(end), from) : SIZE_MAX;
    return at == SIZE_MAX ? text.length : at + strlen(end);
}

/* Behind something quoted, a comment or an instruction of a DOCTYPE, or one byte further. */
static size_t step_in_doctype(galley_slice text, size_t at)
{
    galley_slice rest = galley_slice_part(text, at, text.length);
    if (galley_slice_starts(rest, galley_slice_of("<!--")))
        return behind(text, at + 4, "-->");
    if (galley_slice_starts(rest, galley_slice_of("<?")))
        return behind(text, at + 2, "?>");
    if (text.text[at] == '"')
        return behind(text, at + 1, "\"");
    return text.text[at] == '\'' ? behind(text, at + 1, "'") : at + 1;
}

/* Leaves a DOCTYPE out, but for its line ends. */
static void leave_doctype(xml_feed *feed)
{
    galley_slice text = feed->text;
    size_t at = feed->at, depth = 0;
    for (bool inside = true; at < text.length && inside;) {
        char sign = text.text[at];
        if (sign == '[' && !depth++)
            feed->declared_line = line_here(feed);
        depth -= sign == ']' && depth;
        inside = sign != '>' || depth;
        at = step_in_doctype(text, at);
    }
    for (; feed->at < at; feed->at++)
        if (text.text[feed->at] == '\n')
            put(feed, galley_slice_of("\n"));
}

/* A start tag, its attributes counted by their equals signs. */
static bool pass_tag(xml_feed *feed)
{
    galley_slice text = feed->text;
    size_t count = 0;
    char quote = '\0';
    for (size_t at = feed->at + 1; at < text.length && !feed->ended;) {
        char sign = text.text[at];
        if (sign == '&' && quote) {
            pass(feed, at);
            pass_entity(feed);
            at = feed->at;
            continue;
        }
        at++;
        if (quote ? sign == quote : sign == '"' || sign == '\'')
            quote = quote ? '\0' : sign;
        count += sign == '=' && !quote;
        if (count > feed->attributes) {
            feed->limit_line = line_here(feed);
            return false;
        }
        if (sign == '>' && !quote) {
            pass(feed, at);
            return true;
        }
    }
    pass(feed, text.length);
    return true;
}

static bool pass_markup(xml_feed *feed)
{
    static const struct {
        const char *start, *end;
    } whole[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" }, { "</", ">" } };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (here(feed, whole[i].start)) {
            pass(feed, behind(feed->text, feed->at + strlen(whole[i].start), whole[i].end));
            return true;
        }
    if (!here(feed, "<!DOCTYPE"))
        return pass_tag(feed);
    leave_doctype(feed);
    return true;
}

galley_status xml_feed_run(xml_feed *feed)
{
    galley_status status = GALLEY_OK;
    while (feed->at < feed->text.length && !feed->ended && status == GALLEY_OK) {
        size_t to = feed->at;
        while (to < feed->text.length && feed->text.text[to] != '<' && feed->text.text[to] != '&')
            to++;
        pass(feed, to);
        if (to < feed->text.length && feed->text.text[to] == '&')
            pass_entity(feed);
        else if (to < feed->text.length && !pass_markup(feed))
            status = GALLEY_LIMIT;
        if (feed->held.failed)
            status = GALLEY_MEMORY;
    }
    if (status == GALLEY_OK)
        hand_on(feed);
    galley_buffer_drop(&feed->held);
    return status;
}
