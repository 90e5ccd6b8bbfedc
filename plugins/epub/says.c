/* SPDX-License-Identifier: MIT
 * The first of each element counts, but for identifiers, of which each says another thing,
 * and creators, who are named one after the other. */
#include "plugins/epub/says.h"

#include <stddef.h>

typedef struct saying {
    galley_meta *meta;
    galley_arena *arena;
} saying;

static const struct {
    const char *element;
    size_t offset;
} rows[] = {
    { "title", offsetof(galley_meta, title) },
    { "language", offsetof(galley_meta, language) },
    { "publisher", offsetof(galley_meta, publisher) },
    { "rights", offsetof(galley_meta, licence) },
};

static galley_slice *member_of(galley_meta *meta, size_t offset)
{
    return (galley_slice *)(void *)((char *)meta + offset);
}

static bool has_digits(galley_slice text, const char *pattern)
{
    size_t i = 0;
    for (; pattern[i] && i < text.length; i++)
        if (pattern[i] == '0' ? text.text[i] < '0' || text.text[i] > '9' : text.text[i] != pattern[i])
            return false;
    return !pattern[i];
}

/* 2019-05-04T00:00:00Z is 2019-05-04; what is no day stays as it is. */
static void read_date(const saying *say, galley_slice text)
{
    if (text.length > 10 && has_digits(text, "0000-00-00T"))
        text.length = 10;
    if (!say->meta->date.length)
        say->meta->date = text;
}

static bool take_prefix(galley_slice *text, const char *prefix)
{
    size_t length = strlen(prefix);
    if (text->length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text->text[i] | 0x20) != (prefix[i] | 0x20))
            return false;
    *text = galley_slice_trim(galley_slice_part(*text, length, text->length));
    return true;
}

/* A UUID is what an issue is called by; an ISSN says of which series it is. */
static void read_identifier(const saying *say, galley_slice text)
{
    take_prefix(&text, "urn:uuid:");
    if (text.length == 36 && text.text[8] == '-' && text.text[23] == '-' && !say->meta->id.length)
        say->meta->id = text;
    else if ((take_prefix(&text, "urn:issn:") || take_prefix(&text, "issn")) && !say->meta->issn.length)
        say->meta->issn = text;
}

static void read_creator(const saying *say, galley_slice text)
{
    galley_slice before = say->meta->editor;
    say->meta->editor =
        before.length
            ? galley_slice_of(galley_arena_print(say->arena, "%.*s; %.*s", GALLEY_SHOW(before), GALLEY_SHOW(text)))
            : text;
}

static void read_source(const saying *say, galley_slice text)
{
    bool is_address =
        galley_slice_starts(text, galley_slice_of("http://")) || galley_slice_starts(text, galley_slice_of("https://"));
    if (is_address && !say->meta->source_url.length)
        say->meta->source_url = text;
    else
        read_identifier(say, text);
}

static void read_element(const saying *say, const epub_node *node, galley_slice text)
{
    static const struct {
        const char *element;
        void (*read)(const saying *say, galley_slice text);
    } special[] = {
        { "date", read_date },
        { "identifier", read_identifier },
        { "creator", read_creator },
        { "source", read_source },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (epub_is(node, rows[i].element) && !member_of(say->meta, rows[i].offset)->length)
            *member_of(say->meta, rows[i].offset) = text;
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (epub_is(node, special[i].element))
            special[i].read(say, text);
}

void epub_says_read(const epub_package *book, galley_meta *meta, galley_arena *arena)
{
    const saying say = { meta, arena };
    const epub_node *metadata = book->metadata;
    for (const epub_node *node = metadata ? metadata->first : NULL; node; node = epub_step(node, metadata)) {
        galley_slice text =
            node->name && node->first ? galley_slice_trim(epub_text_of(node, arena)) : (galley_slice){ 0 };
        if (text.length)
            read_element(&say, node, text);
    }
}
