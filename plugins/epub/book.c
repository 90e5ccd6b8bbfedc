/* SPDX-License-Identifier: MIT
 * Articles are dealt to their pages in two passes over the issue (count, then
 * place), so that ten thousand of them take linear time and keep their order. */
#include "plugins/epub/book.h"

#include <galley/text.h>

#include "plugins/epub/label.h"
#include "plugins/epub/metadata.h"

static bool is_teaser(const epub_section *section, const galley_article *article)
{
    return section->page && article->kind == GALLEY_TEASER;
}

/* The section of an article: that of its page, or the last one, of no page. */
static epub_section *section_of(const epub_book *book, const galley_article *article)
{
    size_t pages = book->issue->pages.count;
    return &book->sections[article->page < pages ? article->page : pages];
}

static void name_sections(epub_book *book)
{
    const galley_issue *issue = book->issue;
    for (size_t i = 0; i < issue->pages.count; i++) {
        epub_section *section = &book->sections[i];
        section->page = &issue->pages.items[i];
        section->file = galley_arena_print(book->arena, "p%04zu.xhtml", i + 1);
        section->anchor = galley_arena_print(book->arena, "page-%zu", i + 1);
        section->label = epub_label_page(book->arena, book->phrases, section->page);
    }
}

/* Counts mastheads, and the entries and teasers of each section. */
static void count_articles(epub_book *book)
{
    for (size_t i = 0; i < book->issue->articles.count; i++) {
        const galley_article *article = book->issue->articles.items[i];
        epub_section *section = section_of(book, article);
        if (article->kind == GALLEY_MASTHEAD)
            book->masthead_count++;
        else {
            section->entry_count++;
            section->teaser_count += is_teaser(section, article);
        }
    }
}

/* Cuts one array of entries into the sections' parts. */
static bool share_out(epub_book *book)
{
    size_t total = book->issue->articles.count - book->masthead_count;
    epub_entry *entries = galley_arena_array(book->arena, total ? total : 1, sizeof *entries);
    book->mastheads = galley_arena_array(book->arena, book->masthead_count + 1, sizeof *book->mastheads);
    book->entry_of = galley_arena_array(book->arena, book->issue->articles.count + 1, sizeof *book->entry_of);
    book->documents = galley_arena_array(book->arena, total + book->section_count, sizeof *book->documents);
    if (!entries || !book->mastheads || !book->entry_of || !book->documents)
        return false;
    for (size_t i = 0; i < book->section_count; i++) {
        book->sections[i].entries = entries;
        entries += book->sections[i].entry_count;
    }
    return true;
}

/* Puts each article into the next free place of its section: teasers, then the others. */
static bool place_articles(epub_book *book)
{
    struct fill {
        size_t teasers, others;
    } *fills = galley_arena_array(book->arena, book->section_count, sizeof *fills);
    if (!fills)
        return false;
    size_t masthead = 0;
    for (size_t i = 0; i < book->issue->articles.count; i++) {
        const galley_article *article = book->issue->articles.items[i];
        if (article->kind == GALLEY_MASTHEAD) {
            book->mastheads[masthead] = (epub_entry){ .article = article, .index = i, .place = masthead };
            book->entry_of[i] = &book->mastheads[masthead++];
            continue;
        }
        epub_section *section = section_of(book, article);
        struct fill *fill = &fills[section - book->sections];
        size_t at = is_teaser(section, article) ? fill->teasers++ : section->teaser_count + fill->others++;
        section->entries[at] = (epub_entry){ .article = article, .index = i, .section = section };
        book->entry_of[i] = &section->entries[at];
    }
    return true;
}

static void add_document(epub_book *book, const epub_section *section, const epub_entry *entry)
{
    const char *file = entry ? entry->file : section->file;
    book->documents[book->document_count++] = (epub_document){
        .section = section,
        .entry = entry,
        .file = file,
        .id = entry ? entry->id : galley_arena_print(book->arena, "%.*s", (int)strcspn(file, "."), file),
    };
}

static void name_masthead(epub_book *book, epub_entry *entry, size_t number)
{
    entry->id = galley_arena_print(book->arena, "masthead-%zu", number);
    entry->file = EPUB_TITLE_PAGE;
    entry->target = galley_arena_print(book->arena, "%s#%s", entry->file, entry->id);
}

static void name_entry(epub_book *book, epub_entry *entry, size_t number)
{
    entry->place = book->masthead_count + number - 1;
    entry->id = galley_arena_print(book->arena, "a%04zu", number);
    entry->label = epub_label_article(book->arena, book->phrases, entry->article);
    if (is_teaser(entry->section, entry->article)) {
        entry->file = entry->section->file;
        entry->target = galley_arena_print(book->arena, "%s#%s", entry->file, entry->id);
    } else {
        entry->target = entry->file = galley_arena_print(book->arena, "%s.xhtml", entry->id);
        add_document(book, entry->section, entry);
    }
}

/* Names everything in reading order and lists the documents. */
static void name_entries(epub_book *book)
{
    size_t number = 0;
    for (size_t i = 0; i < book->masthead_count; i++)
        name_masthead(book, &book->mastheads[i], i + 1);
    for (size_t i = 0; i < book->section_count; i++) {
        epub_section *section = &book->sections[i];
        if (section->page)
            add_document(book, section, NULL);
        for (size_t k = 0; k < section->entry_count; k++)
            name_entry(book, &section->entries[k], ++number);
    }
}

galley_status epub_book_plan(epub_book *book, const galley_issue *issue, galley_arena *arena)
{
    *book = (epub_book){ .issue = issue, .arena = arena, .section_count = issue->pages.count + 1 };
    epub_metadata_fill(book);
    book->sections = galley_arena_array(arena, book->section_count, sizeof *book->sections);
    if (!book->sections)
        return galley_arena_status(arena);
    name_sections(book);
    count_articles(book);
    if (share_out(book) && place_articles(book))
        name_entries(book);
    return galley_arena_status(arena);
}

const char *epub_book_article(const epub_book *book, uint32_t article)
{
    if (article >= book->issue->articles.count)
        return NULL;
    return book->entry_of[article]->target;
}

const epub_section *epub_book_page(const epub_book *book, galley_slice number)
{
    for (size_t i = 0; number.length && i < book->section_count; i++)
        if (book->sections[i].page && galley_slice_equal(book->sections[i].page->number, number))
            return &book->sections[i];
    return NULL;
}

const char *epub_section_break(const epub_book *book, const epub_section *section)
{
    return galley_arena_print(book->arena, "%s#%s", section->file, section->anchor);
}

galley_slice epub_section_number(const epub_section *section)
{
    return section->page->number.length ? section->page->number : section->page->id;
}
