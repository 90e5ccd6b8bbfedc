/* SPDX-License-Identifier: MIT
 * Articles are dealt to their pages in two passes over the issue (count, then
 * place), so that ten thousand of them take linear time and keep their order. */
#include "plugins/epub/book.h"

#include <stdlib.h>

#include <galley/text.h>

#include "formats/raster/raster.h"
#include "plugins/epub/announce.h"
#include "plugins/epub/label.h"
#include "plugins/epub/metadata.h"

/* The section of an article: that of its page, or the last one, of no page. */
static epub_section *section_of(const epub_book *book, const galley_article *article)
{
    size_t pages = book->issue->pages.count;
    return &book->sections[article->page < pages ? article->page : pages];
}

static bool has_words(const galley_text *text)
{
    return galley_text_first(text->text) != 0;
}

/* Whether it is nothing but captions, of pictures that are not in the book. */
static bool is_captions(const epub_book *book, const galley_article *article)
{
    if (article->kind != GALLEY_PHOTO || has_words(&article->headline) || has_words(&article->kicker) ||
        article->subheadlines.count || article->continued_on.length || article->continued_in != GALLEY_NONE)
        return false;
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].type != GALLEY_FIGURE ||
            epub_album_find(&book->album, article->blocks.items[i].image))
            return false;
    return true;
}

static epub_shelf shelf_of(const epub_book *book, const epub_section *section, const galley_article *article)
{
    if (section->page && article->kind == GALLEY_TEASER)
        return EPUB_TEASERS;
    if (section->page && is_captions(book, article))
        return EPUB_CAPTIONS;
    return article->kind == GALLEY_AD ? EPUB_ADS : article->kind == GALLEY_NOTICE ? EPUB_NOTICES : EPUB_NEWS;
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
        section->is_cited = section->page->number_given && section->page->number.length;
        book->cited_count += section->is_cited;
    }
}

static void count_articles(epub_book *book)
{
    for (size_t i = 0; i < book->issue->articles.count; i++) {
        const galley_article *article = book->issue->articles.items[i];
        epub_section *section = section_of(book, article);
        if (article->kind == GALLEY_MASTHEAD)
            book->masthead_count++;
        else {
            section->entry_count++;
            section->shelves[shelf_of(book, section, article)]++;
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

typedef struct filling {
    size_t shelves[EPUB_SHELF_COUNT]; /* how many are on each already */
} filling;

static size_t next_place(const epub_section *section, filling *fill, epub_shelf shelf)
{
    size_t at = fill->shelves[shelf]++;
    for (unsigned i = 0; i < shelf; i++)
        at += section->shelves[i];
    return at;
}

/* Puts each article into the next free place of its shelf. */
static bool place_articles(epub_book *book)
{
    filling *fills = galley_arena_array(book->arena, book->section_count, sizeof *fills);
    size_t masthead = 0;
    for (size_t i = 0; fills && i < book->issue->articles.count; i++) {
        const galley_article *article = book->issue->articles.items[i];
        if (article->kind == GALLEY_MASTHEAD) {
            book->mastheads[masthead] = (epub_entry){ .article = article, .index = i, .place = masthead };
            book->entry_of[i] = &book->mastheads[masthead++];
            continue;
        }
        epub_section *section = section_of(book, article);
        size_t at = next_place(section, &fills[section - book->sections], shelf_of(book, section, article));
        section->entries[at] = (epub_entry){ .article = article, .index = i, .section = section };
        book->entry_of[i] = &section->entries[at];
    }
    return fills != NULL;
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

static void name_entry(epub_book *book, epub_entry *entry, size_t number, bool on_front)
{
    entry->place = book->masthead_count + number - 1;
    entry->id = galley_arena_print(book->arena, "a%04zu", number);
    entry->label = epub_label_article(book->arena, book->phrases, entry->article);
    if (on_front) {
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
        size_t on_front = section->shelves[EPUB_TEASERS] + section->shelves[EPUB_CAPTIONS];
        section->first_document = book->document_count;
        if (section->page)
            add_document(book, section, NULL);
        for (size_t k = 0; k < section->entry_count; k++)
            name_entry(book, &section->entries[k], ++number, k < on_front);
    }
}

/* By number, and pages of one number as they came. */
static int compare_numbers(const void *a, const void *b)
{
    const epub_section *left = *(epub_section *const *)a, *right = *(epub_section *const *)b;
    int order = galley_slice_compare(left->page->number, right->page->number);
    return order ? order : (left > right) - (left < right);
}

static void index_numbers(epub_book *book)
{
    book->by_number = galley_arena_array(book->arena, book->section_count, sizeof *book->by_number);
    for (size_t i = 0; book->by_number && i < book->section_count; i++)
        if (book->sections[i].page && book->sections[i].page->number.length)
            book->by_number[book->numbered_count++] = &book->sections[i];
    if (book->numbered_count)
        qsort(book->by_number, book->numbered_count, sizeof *book->by_number, compare_numbers);
}

static bool wants_raster(const char *choice)
{
    return strcmp(choice, "yes") == 0 || (strcmp(choice, "auto") == 0 && galley_raster_can());
}

galley_status epub_book_plan(epub_book *book, const galley_issue *issue, const galley_settings *settings,
                             galley_arena *arena)
{
    *book = (epub_book){ .issue = issue, .arena = arena, .section_count = issue->pages.count + 1 };
    book->profile = epub_profile_of(settings);
    book->wants_raster = wants_raster(galley_settings_text(settings, "cover-png"));
    book->album = epub_album_plan(issue, galley_settings_flag(settings, "images"), arena);
    epub_metadata_fill(book);
    book->sections = galley_arena_array(arena, book->section_count, sizeof *book->sections);
    if (!book->sections)
        return galley_arena_status(arena);
    name_sections(book);
    index_numbers(book);
    count_articles(book);
    if (share_out(book) && place_articles(book)) {
        name_entries(book);
        epub_announce(book);
    }
    return galley_arena_status(arena);
}

const char *epub_book_article(const epub_book *book, uint32_t article)
{
    return article < book->issue->articles.count ? book->entry_of[article]->target : NULL;
}

const epub_section *epub_book_page(const epub_book *book, galley_slice number)
{
    size_t from = 0, to = number.length ? book->numbered_count : 0;
    while (from < to) { /* the first that is not before it */
        size_t middle = from + (to - from) / 2;
        if (galley_slice_compare(book->by_number[middle]->page->number, number) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    bool found =
        from < book->numbered_count && number.length && galley_slice_equal(book->by_number[from]->page->number, number);
    return found ? book->by_number[from] : NULL;
}

epub_shelved epub_section_shelf(const epub_section *section, epub_shelf shelf)
{
    size_t first = 0;
    for (unsigned i = 0; i < shelf; i++)
        first += section->shelves[i];
    return (epub_shelved){ section->entries + first, section->shelves[shelf] };
}

epub_shelved epub_section_documents(const epub_section *section)
{
    size_t first = section->shelves[EPUB_TEASERS] + section->shelves[EPUB_CAPTIONS];
    return (epub_shelved){ section->entries + first, section->entry_count - first };
}

const char *epub_section_start(const epub_book *book, const epub_section *section)
{
    return section->is_cited ? galley_arena_print(book->arena, "%s#%s", section->file, section->anchor) : section->file;
}

galley_slice epub_section_number(const epub_section *section)
{
    return section->page->number.length ? section->page->number : section->page->id;
}
