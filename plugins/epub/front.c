/* SPDX-License-Identifier: MIT
 * Two documents that open something: the title page, which holds what the masthead
 * said, and the front of a page, which marks the page break, lists the articles of
 * the page, and prints its teasers as a guide. */
#include "plugins/epub/parts.h"

#include <galley/text.h>

#include "plugins/epub/label.h"
#include "plugins/epub/story.h"

/* ---- The title page --------------------------------------------------------- */

/* A masthead stands on a page: the first one, unless it says another. */
static void put_masthead(epub_part *part, const epub_entry *entry)
{
    epub_story story = epub_story_begin(part, entry);
    epub_story_open(&story, "div");
    if (entry->article->page)
        epub_attribute(part, "data-page", galley_arena_print(part->book->arena, "%u", entry->article->page + 1));
    epub_newline(part);
    epub_story_head(&story, &(epub_head){ .heading = "p", .name = part->book->name });
    epub_story_blocks(&story);
    epub_story_continued_on(&story);
    epub_end(part);
}

static void put_imprint(epub_part *part)
{
    const epub_book *book = part->book;
    for (size_t i = 0; i < book->masthead_count; i++)
        put_masthead(part, &book->mastheads[i]);
    if (book->masthead_count)
        return;
    epub_line(part, "p", NULL, galley_slice_trim(book->issue->meta.publisher));
    epub_line(part, "p", NULL, book->issn);
    epub_line(part, "p", NULL, book->cn);
}

void epub_write_title_page(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_page(press, book, EPUB_TITLE_PAGE, book->title, NULL);
    epub_open(&part, "section", "title");
    epub_attribute(&part, "epub:type", "titlepage");
    epub_newline(&part);
    epub_line(&part, "h1", NULL, book->name);
    epub_line(&part, "p", "subtitle", galley_slice_trim(book->issue->meta.subtitle));
    epub_line(&part, "p", NULL, book->day);
    epub_line(&part, "p", NULL, book->number);
    epub_line(&part, "p", NULL, galley_slice_trim(book->issue->meta.edition));
    epub_open(&part, "div", "imprint");
    epub_newline(&part);
    put_imprint(&part);
    epub_end(&part);
    epub_end(&part);
    epub_finish(&part);
}

/* ---- The front of a page ---------------------------------------------------- */

/* What the label says in one, said apart. */
static void put_page_facts(epub_part *part, const galley_page *page)
{
    epub_attribute_slice(part, "data-id", page->id);
    epub_attribute_slice(part, "data-number", page->number);
    if (!page->number_given)
        epub_attribute(part, "data-counted", "counted");
    if (page->section.length)
        epub_attribute_slice(part, "data-section", page->section);
}

/* The break of a page that can be cited stands in its heading. */
static void put_heading(epub_part *part, const epub_section *section)
{
    epub_open(part, "h1", NULL);
    if (section->is_cited) {
        epub_open(part, "span", NULL);
        epub_attribute(part, "epub:type", "pagebreak");
        epub_attribute(part, "role", "doc-pagebreak");
        epub_attribute(part, "id", section->anchor);
        epub_attribute_slice(part, "aria-label", epub_section_number(section));
        epub_close(part);
    }
    epub_text(part, section->label);
    epub_end(part);
}

static void put_span(epub_part *part, const char *class, galley_slice text)
{
    if (!galley_text_first(text))
        return;
    epub_open(part, "span", class);
    epub_text(part, text);
    epub_close(part);
    epub_put(part, " ");
}

static void put_article(epub_part *part, const epub_entry *entry)
{
    const char *kind = epub_label_kind(part->book->phrases, entry->article->kind);
    epub_open(part, "li", NULL);
    epub_open(part, "a", NULL);
    epub_attribute(part, "href", entry->target);
    put_span(part, "kind", galley_slice_of(kind));
    put_span(part, "kicker", entry->article->kicker.text);
    bool has_headline = galley_text_first(entry->article->headline.text) != 0;
    epub_open(part, has_headline ? "strong" : "span", has_headline ? "headline" : NULL);
    epub_text(part, entry->label);
    epub_close(part);
    epub_close(part);
    epub_end(part);
}

static void put_articles(epub_part *part, const epub_section *section)
{
    epub_shelved of = epub_section_documents(section);
    if (!of.count)
        return;
    epub_open(part, "ol", "articles");
    epub_newline(part);
    for (size_t i = 0; i < of.count; i++)
        put_article(part, &of.first[i]);
    epub_end(part);
}

static void put_piece(epub_part *part, const epub_entry *entry)
{
    epub_story story = epub_story_begin(part, entry);
    bool has_headline = epub_story_shows(&entry->article->headline);
    story.depth = has_headline ? 3 : 2;
    epub_story_open(&story, has_headline ? "article" : "div");
    epub_newline(part);
    epub_story_head(&story, &(epub_head){ .heading = "h3" });
    epub_story_blocks(&story);
    epub_story_continued_on(&story);
    epub_end(part);
}

/* A part of the front with its heading: what stands on one shelf. */
static void put_shelf(epub_part *part, const epub_section *section, epub_shelf shelf, const char *class,
                      const char *heading)
{
    epub_shelved of = epub_section_shelf(section, shelf);
    if (!of.count)
        return;
    epub_open(part, "section", class);
    epub_newline(part);
    epub_line(part, "h2", NULL, galley_slice_of(heading));
    for (size_t i = 0; i < of.count; i++)
        put_piece(part, &of.first[i]);
    epub_end(part);
}

void epub_write_front(epub_press *press, const epub_book *book, size_t document)
{
    const epub_section *section = book->documents[document].section;
    epub_part part = epub_begin_page(press, book, section->file, section->label, NULL);
    epub_put_way(&part, document);
    epub_open(&part, "section", "front");
    put_page_facts(&part, section->page);
    epub_newline(&part);
    put_heading(&part, section);
    put_articles(&part, section);
    put_shelf(&part, section, EPUB_TEASERS, "guide", book->phrases->guide);
    put_shelf(&part, section, EPUB_CAPTIONS, "captions", book->phrases->photo);
    epub_end(&part);
    epub_finish(&part);
}
