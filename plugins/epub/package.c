/* SPDX-License-Identifier: MIT
 * The package document: metadata, manifest, spine; and the little file that points
 * to it.  The accessibility metadata claim what is really there, and no conformance:
 * nobody has evaluated the book. */
#include <galley/buffer.h>
#include <galley/text.h>
#include <galley/version.h>

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

/* A value; `id` by which others refer to it, or NULL. */
static void put_dc(epub_part *part, const char *element, const char *id, galley_slice value)
{
    if (!galley_text_first(value))
        return;
    epub_open(part, element, NULL);
    if (id)
        epub_attribute(part, "id", id);
    epub_text(part, value);
    epub_end(part);
}

/* A property of the book, or of what `refines` names; with a vocabulary for its value, or NULL. */
static void put_property(epub_part *part, const char *property, const char *refines, const char *scheme,
                         galley_slice value)
{
    if (!galley_text_first(value))
        return;
    epub_open(part, "meta", NULL);
    epub_attribute(part, "property", property);
    if (refines)
        epub_attribute(part, "refines", refines);
    if (scheme)
        epub_attribute(part, "scheme", scheme);
    epub_text(part, value);
    epub_end(part);
}

static void put_meta(epub_part *part, const char *property, const char *refines, galley_slice value)
{
    put_property(part, property, refines, NULL, value);
}

/* As EPUB 2 said it. */
static void put_name(epub_part *part, const char *name, const char *content)
{
    epub_open(part, "meta", NULL);
    epub_attribute(part, "name", name);
    epub_attribute(part, "content", content);
    epub_end(part);
}

static bool is_number(galley_slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.text[i] < '0' || text.text[i] > '9')
            return false;
    return text.length > 0;
}

/* A newspaper that nobody knows by name is no series. */
static void put_series(epub_part *part)
{
    const epub_book *book = part->book;
    if (!galley_slice_trim(book->issue->meta.title).length)
        return;
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

static void put_title(epub_part *part)
{
    galley_slice subtitle = part->book->issue->meta.subtitle;
    put_dc(part, "dc:title", "main-title", part->book->title);
    if (!galley_text_first(subtitle))
        return;
    put_meta(part, "title-type", "#main-title", galley_slice_of("main"));
    put_dc(part, "dc:title", "subtitle", subtitle);
    put_meta(part, "title-type", "#subtitle", galley_slice_of("subtitle"));
}

/* Somebody with a role of the Library of Congress's list. */
static void put_contributor(epub_part *part, const char *id, const char *role, galley_slice name)
{
    if (!galley_text_first(name))
        return;
    put_dc(part, "dc:contributor", id, name);
    put_property(part, "role", galley_arena_print(part->book->arena, "#%s", id), "marc:relators",
                 galley_slice_of(role));
}

/* What was known, as it was known: what the book had to guess is none of it. */
static void put_terms(epub_part *part)
{
    galley_meta meta = part->book->issue->meta;
    for (const epub_term *term = epub_terms; term->property; term++)
        put_meta(part, term->property, NULL, *epub_term_value(&meta, term));
}

/* ---- Access --------------------------------------------------------------------- */

static void put_features(epub_part *part)
{
    const epub_book *book = part->book;
    const struct {
        const char *name;
        bool is_there;
    } features[] = {
        { "tableOfContents", true },
        { "readingOrder", true },
        { "structuralNavigation", true },
        { "displayTransformability", true },
        { "pageNavigation", book->cited_count > 0 },
        { "pageBreakMarkers", book->cited_count > 0 },
        { "alternativeText", book->album.in_book > 0 && !book->album.undescribed },
    };
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        if (features[i].is_there)
            put_meta(part, "schema:accessibilityFeature", NULL, galley_slice_of(features[i].name));
}

static void put_summary(epub_part *part)
{
    const epub_book *book = part->book;
    const galley_phrases *say = book->phrases;
    const char *const sentences[] = {
        say->summary,
        book->cited_count ? say->summary_pages : NULL,
        book->album.in_book ? say->summary_pictures : say->summary_no_pictures,
        say->summary_end,
    };
    galley_buffer all = { 0 };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        galley_buffer_put(&all, sentences[i] ? sentences[i] : "");
    put_meta(part, "schema:accessibilitySummary", NULL, galley_slice_trim(galley_buffer_slice(&all)));
    if (all.failed)
        galley_arena_fail(book->arena, GALLEY_MEMORY);
    galley_buffer_drop(&all);
}

/* Pictures that may move may flash. */
static void put_access(epub_part *part)
{
    const epub_album *album = &part->book->album;
    put_meta(part, "schema:accessMode", NULL, galley_slice_of("textual"));
    if (album->in_book)
        put_meta(part, "schema:accessMode", NULL, galley_slice_of("visual"));
    put_meta(part, "schema:accessModeSufficient", NULL,
             galley_slice_of(album->undescribed ? "textual,visual" : "textual"));
    put_features(part);
    put_meta(part, "schema:accessibilityHazard", NULL, galley_slice_of(album->may_move ? "unknown" : "none"));
    put_summary(part);
}

/* The printed issue whose pages are listed: its name, date and number, and what identifies it. */
static void put_page_source(epub_part *part)
{
    const epub_book *book = part->book;
    galley_slice serial = book->issn.length ? book->issn : book->cn;
    if (book->cited_count)
        put_meta(part, "pageBreakSource", NULL,
                 galley_slice_of(galley_arena_print(book->arena, "%.*s%s%.*s", GALLEY_SHOW(book->title),
                                                    serial.length ? ", " : "", GALLEY_SHOW(serial))));
}

static void put_metadata(epub_part *part)
{
    const epub_book *book = part->book;
    const galley_meta *meta = &book->issue->meta;
    epub_open(part, "metadata", NULL);
    epub_attribute(part, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    epub_newline(part);
    put_dc(part, "dc:identifier", "id", book->identifier);
    put_title(part);
    put_dc(part, "dc:language", NULL, book->language);
    put_dc(part, "dc:date", NULL, book->date);
    put_dc(part, "dc:publisher", NULL, meta->publisher);
    put_dc(part, "dc:source", NULL, book->source);
    if (book->issn.length)
        put_dc(part, "dc:source", NULL, book->cn);
    put_dc(part, "dc:source", "found", meta->source_url);
    put_dc(part, "dc:rights", NULL, meta->licence);
    put_meta(part, "dcterms:modified", NULL, galley_slice_of(book->modified));
    put_series(part);
    put_contributor(part, "editor", "edt", meta->editor);
    put_contributor(part, "transcriber", "trc", meta->conversion);
    put_access(part);
    put_page_source(part);
    put_terms(part);
    put_name(part, "cover", part->press->has_raster ? "cover-raster" : "cover-image");
    if (book->profile.is_vertical)
        put_name(part, "primary-writing-mode", "vertical-rl"); /* for readers that must know before the first page */
    put_name(part, "generator", "galley " GALLEY_VERSION);
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
    put_item(part, "cover-image", "cover.svg", "image/svg+xml", part->press->has_raster ? NULL : "cover-image");
    if (part->press->has_raster)
        put_item(part, "cover-raster", EPUB_COVER_PNG, "image/png", "cover-image");
    put_item(part, "style", "galley.css", "text/css", NULL);
    put_item(part, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
    put_item(part, "cover", EPUB_COVER, xhtml, NULL);
    put_item(part, "title", EPUB_TITLE_PAGE, xhtml, NULL);
    put_item(part, "nav", EPUB_CONTENTS, xhtml, "nav");
    for (size_t i = 0; i < part->book->document_count; i++)
        put_item(part, part->book->documents[i].id, part->book->documents[i].file, xhtml, NULL);
    for (size_t i = 0; i < part->book->album.count; i++) {
        const epub_picture *picture = &part->book->album.pictures[i];
        if (picture->file)
            put_item(part, picture->id, picture->file, picture->seen.media_type, NULL);
    }
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
    if (part->book->right_to_left || part->book->profile.is_vertical)
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
