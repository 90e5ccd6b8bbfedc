/* SPDX-License-Identifier: MIT
 * The two tables of contents: nav.xhtml, which is also a page to read, and toc.ncx
 * for readers of the old kind.  Both go page by page, article by article, in the
 * order of the spine; both list the printed pages. */
#include "plugins/epub/parts.h"

/* ---- nav.xhtml -------------------------------------------------------------- */

static void open_nav(epub_part *part, const char *type, const char *role, bool hidden)
{
    epub_open(part, "nav", hidden ? NULL : "contents");
    epub_attribute(part, "epub:type", type);
    epub_attribute(part, "id", type);
    if (role)
        epub_attribute(part, "role", role);
    if (hidden)
        epub_attribute(part, "hidden", "hidden");
    epub_newline(part);
}

static void put_entry(epub_part *part, const char *target, galley_slice label)
{
    epub_open(part, "li", NULL);
    epub_link(part, target, label);
    epub_end(part);
}

/* A page and its articles; articles of no page stand on the first level. */
static void put_section(epub_part *part, const epub_section *section)
{
    if (section->page) {
        epub_open(part, "li", NULL);
        epub_link(part, section->file, section->label);
        if (section->entry_count) {
            epub_open(part, "ol", NULL);
            epub_newline(part);
        }
    }
    for (size_t i = 0; i < section->entry_count; i++)
        put_entry(part, section->entries[i].target, section->entries[i].label);
    if (section->page && section->entry_count)
        epub_close(part);
    if (section->page)
        epub_end(part);
}

static void put_contents(epub_part *part)
{
    const epub_book *book = part->book;
    open_nav(part, "toc", "doc-toc", false);
    epub_line(part, "h1", NULL, galley_slice_of(book->phrases->contents));
    epub_open(part, "ol", NULL);
    epub_newline(part);
    put_entry(part, EPUB_TITLE_PAGE, book->name);
    for (size_t i = 0; i < book->section_count; i++)
        put_section(part, &book->sections[i]);
    epub_end(part);
    epub_end(part);
}

static void put_pages(epub_part *part)
{
    const epub_book *book = part->book;
    if (!book->cited_count)
        return;
    open_nav(part, "page-list", "doc-pagelist", true);
    epub_line(part, "h2", NULL, galley_slice_of(book->phrases->pages));
    epub_open(part, "ol", NULL);
    epub_newline(part);
    for (size_t i = 0; i < book->section_count; i++)
        if (book->sections[i].is_cited)
            put_entry(part, epub_section_start(book, &book->sections[i]), epub_section_number(&book->sections[i]));
    epub_end(part);
    epub_end(part);
}

static void put_landmark(epub_part *part, const char *type, const char *target, const char *label)
{
    epub_open(part, "li", NULL);
    epub_open(part, "a", NULL);
    epub_attribute(part, "epub:type", type);
    epub_attribute(part, "href", target);
    epub_put(part, label);
    epub_close(part);
    epub_end(part);
}

static void put_landmarks(epub_part *part)
{
    const epub_book *book = part->book;
    const galley_phrases *say = book->phrases;
    open_nav(part, "landmarks", NULL, true);
    epub_line(part, "h2", NULL, galley_slice_of(say->landmarks));
    epub_open(part, "ol", NULL);
    epub_newline(part);
    put_landmark(part, "cover", EPUB_COVER, say->cover);
    put_landmark(part, "titlepage", EPUB_TITLE_PAGE, say->title_page);
    put_landmark(part, "toc", EPUB_CONTENTS "#toc", say->contents);
    if (book->document_count)
        put_landmark(part, "bodymatter", book->documents[0].file, say->start);
    epub_end(part);
    epub_end(part);
}

void epub_write_navigation(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_page(press, book, EPUB_CONTENTS, galley_slice_of(book->phrases->contents), NULL);
    put_contents(&part);
    put_pages(&part);
    put_landmarks(&part);
    epub_finish(&part);
}

/* ---- toc.ncx ------------------------------------------------------------------ */

static void put_name(epub_part *part, const char *element, galley_slice text)
{
    epub_open(part, element, NULL);
    epub_line(part, "text", NULL, text);
    epub_end(part);
}

/* What a point of the map and a target of the page list begin with; they stay open. */
static void open_point(epub_part *part, const char *element, const char *id, size_t order)
{
    epub_open(part, element, NULL);
    epub_attribute(part, "id", id);
    epub_attribute(part, "playOrder", galley_arena_print(part->book->arena, "%zu", order));
}

static void put_target(epub_part *part, const char *target, galley_slice label)
{
    put_name(part, "navLabel", label);
    epub_open(part, "content", NULL);
    epub_attribute(part, "src", target);
    epub_end(part);
}

static void put_point(epub_part *part, const char *id, const char *target, galley_slice label, size_t order)
{
    open_point(part, "navPoint", id, order);
    put_target(part, target, label);
    epub_end(part);
}

/* A point for the page with the points of its articles inside; returns the last order used. */
static size_t put_section_points(epub_part *part, const epub_section *section, size_t order)
{
    if (section->page) {
        open_point(part, "navPoint", galley_arena_print(part->book->arena, "nav-%s", section->anchor), ++order);
        put_target(part, epub_section_start(part->book, section), section->label);
    }
    for (size_t i = 0; i < section->entry_count; i++) {
        const epub_entry *entry = &section->entries[i];
        put_point(part, entry->id, entry->target, entry->label, ++order);
    }
    if (section->page)
        epub_end(part);
    return order;
}

static void put_map(epub_part *part)
{
    const epub_book *book = part->book;
    epub_open(part, "navMap", NULL);
    epub_newline(part);
    size_t order = 1;
    put_point(part, "nav-title", EPUB_TITLE_PAGE, book->name, order);
    for (size_t i = 0; i < book->section_count; i++)
        order = put_section_points(part, &book->sections[i], order);
    epub_end(part);
}

/* A page target has the order of the point that leads to the same place. */
static void put_page_targets(epub_part *part)
{
    const epub_book *book = part->book;
    if (!book->cited_count)
        return;
    epub_open(part, "pageList", NULL);
    epub_newline(part);
    size_t order = 2;
    for (size_t i = 0; i < book->section_count; i++) {
        const epub_section *section = &book->sections[i];
        if (section->is_cited) {
            open_point(part, "pageTarget", section->anchor, order);
            epub_attribute(part, "type", "special");
            put_target(part, epub_section_start(book, section), epub_section_number(section));
            epub_end(part);
        }
        order += 1 + section->entry_count;
    }
    epub_end(part);
}

static void put_head_meta(epub_part *part, const char *name, galley_slice content)
{
    epub_open(part, "meta", NULL);
    epub_attribute(part, "name", name);
    epub_attribute_slice(part, "content", content);
    epub_end(part);
}

static void put_head(epub_part *part)
{
    const char *pages = galley_arena_print(part->book->arena, "%zu", part->book->cited_count);
    epub_open(part, "head", NULL);
    epub_newline(part);
    put_head_meta(part, "dtb:uid", part->book->identifier);
    put_head_meta(part, "dtb:depth", galley_slice_of(part->book->issue->pages.count ? "2" : "1"));
    put_head_meta(part, "dtb:totalPageCount", galley_slice_of(pages));
    put_head_meta(part, "dtb:maxPageNumber", galley_slice_of("0"));
    epub_end(part);
}

void epub_write_ncx(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_xml(press, book, EPUB_FOLDER "toc.ncx");
    epub_open(&part, "ncx", NULL);
    epub_attribute(&part, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    epub_attribute(&part, "version", "2005-1");
    epub_attribute_slice(&part, "xml:lang", book->language);
    epub_newline(&part);
    put_head(&part);
    put_name(&part, "docTitle", book->title);
    put_map(&part);
    put_page_targets(&part);
    epub_finish(&part);
}
