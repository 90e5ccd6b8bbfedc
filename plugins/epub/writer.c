/* SPDX-License-Identifier: MIT
 * The walk: plan the book, write its parts in reading order into a container, hand
 * the container to the sink.  Nothing reaches the sink before all parts are good. */
#include "plugins/epub/writer.h"

#include "formats/raster/raster.h"
#include "plugins/epub/parts.h"

static void write_style(epub_press *press, const epub_book *book)
{
    galley_buffer style = { 0 };
    epub_profile_style(&book->profile, &style);
    if (style.failed)
        press->status = GALLEY_MEMORY;
    galley_ocf_add(press->ocf, EPUB_FOLDER "galley.css", galley_buffer_slice(&style));
    galley_buffer_drop(&style);
}

static void write_parts(epub_press *press, const epub_book *book)
{
    epub_write_container(press, book);
    epub_write_ncx(press, book);
    epub_write_cover(press, book); /* in front of the package, which says whether there is a PNG of it */
    epub_write_package(press, book);
    epub_write_title_page(press, book);
    epub_write_navigation(press, book);
    for (size_t i = 0; i < book->document_count; i++)
        if (book->documents[i].entry)
            epub_write_article(press, book, i);
        else
            epub_write_front(press, book, i);
    write_style(press, book);
    for (size_t i = 0; i < book->album.count; i++)
        if (book->album.pictures[i].file)
            galley_ocf_store(press->ocf,
                             galley_arena_print(book->arena, EPUB_FOLDER "%s", book->album.pictures[i].file),
                             book->album.pictures[i].image->bytes);
}

static void report_pictures(const epub_album *album, galley_findings *findings)
{
    const struct {
        size_t count;
        const char *sentence;
    } rows[] = {
        { album->missing, "The pictures themselves are left out; their captions were kept." },
        { album->unfit, "Pictures are neither PNG, JPEG, GIF nor WebP and are left out; their captions were kept." },
        { album->unshown, "Pictures that no article shows are left out." },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].count)
            galley_find(findings, GALLEY_LOST, "epub.images", (galley_place){ 0 }, "%s (%zu)", rows[i].sentence,
                        rows[i].count);
}

/* What the book says otherwise than the issue. */
static void report(const epub_press *press, const epub_book *book, galley_findings *findings)
{
    const galley_place place = { 0 };
    if (!book->language_known)
        galley_find(findings, GALLEY_UNSURE, "epub.language", place,
                    "The language of the issue is not known; the book says \"%.*s\", for it must say one.",
                    GALLEY_SHOW(book->language));
    if (book->issue->meta.date.length && !book->date.length)
        galley_find(findings, GALLEY_LOST, "epub.date", place, "\"%.*s\" is no calendar date; the book has none.",
                    GALLEY_SHOW(book->issue->meta.date));
    report_pictures(&book->album, findings);
    if (book->wants_raster && !press->has_raster)
        galley_find(findings, GALLEY_LOST, "epub.cover-png", place,
                    "The cover could not be drawn as PNG (%s); it is there as SVG.",
                    galley_raster_can() ? "librsvg refused it" : "the program was built without librsvg");
    if (press->wordless)
        galley_find(findings, GALLEY_LOST, "epub.wordless", place,
                    "Paragraphs, lists and other blocks without a word or a picture were left out (%zu).",
                    press->wordless);
    if (press->unsaid)
        galley_find(findings, GALLEY_LOST, "epub.marks", place,
                    "Languages that are none, links to nowhere and marks that cross were left out (%zu); their words "
                    "were kept.",
                    press->unsaid);
    if (press->replaced)
        galley_find(findings, GALLEY_LOST, "epub.characters", place,
                    "Characters that XML does not allow were replaced by U+FFFD, white space by a space (%zu places in "
                    "the book).",
                    press->replaced);
}

static galley_status write_book(const epub_book *book, galley_ocf *ocf, galley_sink *sink, galley_findings *findings)
{
    epub_press press = { .ocf = ocf };
    write_parts(&press, book);
    galley_status status = press.status ? press.status : galley_arena_status(book->arena);
    if (status != GALLEY_OK)
        return galley_fail(findings, status, "epub.write", (galley_place){ 0 }, "The book could not be written: %s.",
                           galley_status_phrase(status));
    report(&press, book, findings);
    return galley_ocf_write(ocf, sink, findings);
}

galley_status epub_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings)
{
    galley_arena *arena = galley_arena_new(0);
    galley_ocf *ocf = arena ? galley_ocf_new("application/epub+zip") : NULL;
    epub_book book;
    galley_status status = ocf ? epub_book_plan(&book, issue, settings, arena) : GALLEY_MEMORY;
    if (status == GALLEY_OK)
        status = write_book(&book, ocf, sink, findings);
    else
        galley_fail(findings, status, "epub.write", (galley_place){ 0 }, "The book could not be written: %s.",
                    galley_status_phrase(status));
    galley_ocf_drop(ocf);
    galley_arena_drop(arena);
    return status;
}
