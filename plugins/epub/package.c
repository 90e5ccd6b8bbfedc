/* SPDX-License-Identifier: MIT
 * The package document: metadata, manifest, spine; and the little file that points
 * to it.  The accessibility metadata claim what is really there, and no conformance:
 * nobody has evaluated the book. */
#include "plugins/epub/parts.h"

#include "plugins/epub/terms.h"

/* ---- META-INF/container.xml --------------------------------------------------- */

void epub_write_container(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_xml(press, book, "META-INF/container.xml");
    epub_open(&part, "container", NULL);
    epub_attribute(&part, "version", "1.0");
    epub_attribute(&part, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
    epub_open(&part, "rootfiles", NULL);
    epub_open(&part, "rootfile", NULL);
    epub_attribute(&part, "full-path", EPUB_FOLDER "package.opf");
    epub_attribute(&part, "media-type", "application/oebps-package+xml");
    epub_finish(&part);
}

/* ---- Metadata ----------------------------------------------------------------- */

static void put_dc(epub_part *part, const char *element, const char *id, galley_slice value)
{
    if (!value.length)
        return;
    epub_open(part, element, NULL);
    if (id)
        epub_attribute(part, "id", id);
    epub_text(part, value);
    epub_end(part);
}

static void put_meta(epub_part *part, const char *property, const char *refines, galley_slice value)
{
    if (!value.length)
        return;
    epub_open(part, "meta", NULL);
    epub_attribute(part, "property", property);
    if (refines)
        epub_attribute(part, "refines", refines);
    epub_text(part, value);
    epub_end(part);
}

static bool is_number(galley_slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.text[i] < '0' || text.text[i] > '9')
            return false;
    return text.length > 0;
}

static void put_series(epub_part *part)
{
    const epub_book *book = part->book;
    epub_open(part, "meta", NULL);
    epub_attribute(part, "property", "belongs-to-collection");
    epub_attribute(part, "id", "series");
    epub_text(part, book->name);
    epub_end(part);
    put_meta(part, "collection-type", "#series", galley_slice_of("series"));
    put_meta(part, "dcterms:identifier", "#series", book->source);
    if (is_number(book->issue->meta.number))
        put_meta(part, "group-position", "#series", book->issue->meta.number);
}

static void put_access(epub_part *part)
{
    static const char *const features[] = { "schema:accessibilityFeature", "tableOfContents",
                                            "schema:accessibilityFeature", "readingOrder",
                                            "schema:accessibilityFeature", "structuralNavigation",
                                            "schema:accessibilityFeature", "displayTransformability",
                                            "schema:accessMode",           "textual",
                                            "schema:accessModeSufficient", "textual",
                                            "schema:accessibilityHazard",  "none" };
    for (size_t i = 0; i < sizeof features / sizeof *features; i += 2)
        put_meta(part, features[i], NULL, galley_slice_of(features[i + 1]));
    if (part->book->issue->pages.count) {
        put_meta(part, "schema:accessibilityFeature", NULL, galley_slice_of("pageNavigation"));
        put_meta(part, "schema:accessibilityFeature", NULL, galley_slice_of("pageBreakMarkers"));
        galley_slice source = part->book->source;
        put_meta(part, "pageBreakSource", NULL, source.length ? source : part->book->title);
    }
    put_meta(part, "schema:accessibilitySummary", NULL, galley_slice_of(part->book->phrases->summary));
}

/* What was known, as it was known: what the book had to guess is none of it. */
static void put_terms(epub_part *part)
{
    galley_meta meta = part->book->issue->meta;
    for (const epub_term *term = epub_terms; term->property; term++)
        if (galley_slice_trim(*epub_term_value(&meta, term)).length)
            put_meta(part, term->property, NULL, *epub_term_value(&meta, term));
}

static void put_metadata(epub_part *part)
{
    const epub_book *book = part->book;
    const galley_meta *meta = &book->issue->meta;
    epub_open(part, "metadata", NULL);
    epub_attribute(part, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    epub_newline(part);
    put_dc(part, "dc:identifier", "id", book->identifier);
    put_dc(part, "dc:title", NULL, book->title);
    put_dc(part, "dc:language", NULL, book->language);
    put_dc(part, "dc:date", NULL, book->date);
    put_dc(part, "dc:publisher", NULL, meta->publisher);
    put_dc(part, "dc:source", NULL, book->source);
    put_meta(part, "dcterms:modified", NULL, galley_slice_of(book->modified));
    put_series(part);
    put_access(part);
    put_terms(part);
    epub_open(part, "meta", NULL); /* EPUB 2 readers look here for the cover */
    epub_attribute(part, "name", "cover");
    epub_attribute(part, "content", "cover-image");
    epub_end(part);
    epub_end(part);
}

/* ---- Manifest and spine --------------------------------------------------------- */

static void put_item(epub_part *part, const char *id, const char *file, const char *type, const char *properties)
{
    epub_open(part, "item", NULL);
    epub_attribute(part, "id", id);
    epub_attribute(part, "href", file);
    epub_attribute(part, "media-type", type);
    if (properties)
        epub_attribute(part, "properties", properties);
    epub_end(part);
}

static void put_manifest(epub_part *part)
{
    static const char xhtml[] = "application/xhtml+xml";
    epub_open(part, "manifest", NULL);
    epub_newline(part);
    put_item(part, "cover-image", "cover.svg", "image/svg+xml", "cover-image");
    put_item(part, "style", "galley.css", "text/css", NULL);
    put_item(part, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
    put_item(part, "cover", EPUB_COVER, xhtml, NULL);
    put_item(part, "title", EPUB_TITLE_PAGE, xhtml, NULL);
    put_item(part, "nav", EPUB_CONTENTS, xhtml, "nav");
    for (size_t i = 0; i < part->book->document_count; i++)
        put_item(part, part->book->documents[i].id, part->book->documents[i].file, xhtml, NULL);
    epub_end(part);
}

static void put_reference(epub_part *part, const char *id)
{
    epub_open(part, "itemref", NULL);
    epub_attribute(part, "idref", id);
    epub_end(part);
}

static void put_spine(epub_part *part)
{
    epub_open(part, "spine", NULL);
    epub_attribute(part, "toc", "ncx");
    if (part->book->right_to_left)
        epub_attribute(part, "page-progression-direction", "rtl");
    epub_newline(part);
    put_reference(part, "cover");
    put_reference(part, "title");
    put_reference(part, "nav");
    for (size_t i = 0; i < part->book->document_count; i++)
        put_reference(part, part->book->documents[i].id);
    epub_end(part);
}

void epub_write_package(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_xml(press, book, EPUB_FOLDER "package.opf");
    epub_open(&part, "package", NULL);
    epub_attribute(&part, "xmlns", "http://www.idpf.org/2007/opf");
    epub_attribute(&part, "version", "3.0");
    epub_attribute(&part, "unique-identifier", "id");
    epub_attribute(&part, "prefix", EPUB_PREFIX ": " EPUB_VOCABULARY);
    epub_attribute_slice(&part, "xml:lang", book->language);
    if (book->right_to_left)
        epub_attribute(&part, "dir", "rtl");
    epub_newline(&part);
    put_metadata(&part);
    put_manifest(&part);
    put_spine(&part);
    epub_finish(&part);
}
