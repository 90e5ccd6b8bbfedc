/* SPDX-License-Identifier: MIT
 * The header back into what is known of the issue. */
#include "plugins/tei/reader.h"

#include "plugins/tei/names.h"

static bool is_unknown(const tei_node *node)
{
    return galley_slice_is(tei_value(node, "cert"), "unknown");
}

static galley_slice words_of(tei_reading *read, const tei_node *node)
{
    return is_unknown(node) ? (galley_slice){ 0 } : tei_keep_words(read, node);
}

static const tei_node *child_with(const tei_node *up, const char *name, const char *attribute, const char *value)
{
    const tei_node *child = tei_child(up, name);
    while (child && !galley_slice_is(tei_value(child, attribute), value))
        child = tei_sibling(child, name);
    return child;
}

/* An issue's id, an address, or any words, written as a URL. */
static galley_slice read_neighbour(tei_reading *read, const char *attribute)
{
    galley_slice value = tei_value(read->root, attribute), urn = galley_slice_of(TEI_URN);
    if (galley_slice_starts(value, urn) && tei_is_uuid(galley_slice_part(value, urn.length, value.length)))
        return tei_keep(read, galley_slice_part(value, urn.length, value.length));
    return tei_is_address(value) ? tei_keep(read, value) : tei_read_url(read, value);
}

/* A tag, or the words that were given for one. */
static galley_slice read_language(tei_reading *read, const tei_node *header)
{
    galley_slice tag = tei_xml_value(read->root, "lang");
    const tei_node *usage = tei_child(tei_child(header, "profileDesc"), "langUsage");
    return tag.length ? tei_keep(read, tag) : tei_keep_words(read, tei_child(usage, "p"));
}

/* Who extracted the text; the other statement is that of the program, which has an id. */
static galley_slice read_conversion(tei_reading *read, const tei_node *titles)
{
    const tei_node *statement = tei_child(titles, "respStmt");
    return tei_xml_value(statement, "id").text ? (galley_slice){ 0 }
                                               : tei_keep_words(read, tei_child(statement, "name"));
}

static void read_source(tei_reading *read, const tei_node *of)
{
    const tei_node *imprint = tei_child(of, "imprint");
    galley_meta *meta = &read->issue->meta;
    const struct {
        const tei_node *node;
        galley_slice *to;
    } rows[] = {
        { tei_child_of_type(of, "title", "main"), &meta->title },
        { tei_child_of_type(of, "title", "sub"), &meta->subtitle },
        { tei_child_of_type(of, "idno", "ISSN"), &meta->issn },
        { tei_child_of_type(of, "idno", "CN"), &meta->cn },
        { tei_child_of_type(of, "idno", "URL"), &meta->source_url },
        { tei_child(of, "editor"), &meta->editor },
        { tei_child(of, "edition"), &meta->edition },
        { tei_child(imprint, "pubPlace"), &meta->place },
        { tei_child(imprint, "publisher"), &meta->publisher },
        { tei_child(imprint, "date"), &meta->date },
        { child_with(of, "biblScope", "unit", "volume"), &meta->volume },
        { child_with(of, "biblScope", "unit", "issue"), &meta->number },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *rows[i].to = words_of(read, rows[i].node);
}

void tei_read_header(tei_reading *read)
{
    galley_meta *meta = &read->issue->meta;
    const tei_node *header = tei_child(read->root, "teiHeader"), *file = tei_child(header, "fileDesc");
    const tei_node *publication = tei_child(file, "publicationStmt");
    const tei_node *source = tei_child(tei_child(file, "sourceDesc"), "biblStruct");
    meta->id = tei_keep_words(read, tei_child(publication, "idno"));
    meta->licence = tei_keep_words(read, tei_child(tei_child(publication, "availability"), "licence"));
    meta->conversion = read_conversion(read, tei_child(file, "titleStmt"));
    meta->language = read_language(read, header);
    meta->previous = read_neighbour(read, "prev");
    meta->next = read_neighbour(read, "next");
    read_source(read, tei_child(source, "monogr"));
}

/* ---- Of others ----------------------------------------------------------------------------- */

/* The first element of that name in the document's order, with that attribute where one is given
 * (a value of NULL: any). */
static const tei_node *find(const tei_node *top, const char *name, const char *attribute, const char *value)
{
    for (const tei_node *at = top; at; at = tei_step(top, at, true)) {
        galley_slice said = attribute ? tei_value(at, attribute) : (galley_slice){ 0 };
        if (tei_is(at, name) && (!attribute || (value ? galley_slice_is(said, value) : said.length > 0)))
            return at;
    }
    return NULL;
}

/* All words of an element, white space as one space. */
static galley_slice plain_words(tei_reading *read, const tei_node *node)
{
    galley_buffer all = { 0 }, plain = { 0 };
    tei_add_words(node, &all);
    galley_slice rest = galley_buffer_slice(&all), word;
    while (tei_next_word(&rest, &word)) {
        galley_buffer_put(&plain, plain.length ? " " : "");
        galley_buffer_add(&plain, word);
    }
    galley_slice kept = galley_buffer_copy(&plain, read->issue->arena);
    galley_buffer_drop(&all);
    galley_buffer_drop(&plain);
    return kept;
}

static const tei_node *either(const tei_node *one, const tei_node *other)
{
    return one ? one : other;
}

/* The printed date: in the description of the source, else on the title page. */
static galley_slice others_date(tei_reading *read, const tei_node *source)
{
    const tei_node *front = tei_child(tei_child(read->root, "text"), "front");
    const tei_node *date = either(find(source, "date", "when", NULL), find(front, "docDate", "when", NULL));
    galley_slice words = plain_words(read, either(date, find(source, "date", NULL, NULL)));
    galley_slice said = tei_value(date, "when").length ? tei_value(date, "when") : words;
    return tei_is_date(said) ? tei_keep(read, said) : (galley_slice){ 0 };
}

static galley_slice others_language(tei_reading *read, const tei_node *header)
{
    const tei_node *usage = find(header, "language", "ident", NULL);
    galley_slice tags[] = { tei_xml_value(tei_child(read->root, "text"), "lang"), tei_value(usage, "ident"),
                            tei_xml_value(read->root, "lang") };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tei_is_language(tags[i]))
            return tei_keep(read, tags[i]);
    return (galley_slice){ 0 };
}

void tei_read_others_header(tei_reading *read)
{
    const tei_node *header = tei_child(read->root, "teiHeader"), *file = tei_child(header, "fileDesc");
    const tei_node *titles = tei_child(file, "titleStmt"), *source = tei_child(file, "sourceDesc");
    const tei_node *licence = find(tei_child(file, "publicationStmt"), "licence", NULL, NULL);
    galley_meta *meta = &read->issue->meta;
    const struct {
        const tei_node *node;
        galley_slice *to;
    } rows[] = {
        { either(find(source, "title", "level", "j"),
                 either(tei_child_of_type(titles, "title", "main"), tei_child(titles, "title"))),
          &meta->title },
        { find(source, "biblScope", "unit", "issue"), &meta->number },
        { find(source, "biblScope", "unit", "volume"), &meta->volume },
        { find(source, "publisher", NULL, NULL), &meta->publisher },
        { find(source, "pubPlace", NULL, NULL), &meta->place },
        { find(source, "edition", NULL, NULL), &meta->edition },
        { find(source, "idno", "type", "ISSN"), &meta->issn },
        { find(source, "idno", "type", "CN"), &meta->cn },
        { find(source, "idno", "type", "URL"), &meta->source_url },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *rows[i].to = plain_words(read, rows[i].node);
    meta->date = others_date(read, source);
    meta->language = others_language(read, header);
    meta->licence =
        tei_value(licence, "target").length ? tei_keep(read, tei_value(licence, "target")) : plain_words(read, licence);
}
