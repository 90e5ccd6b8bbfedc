/* SPDX-License-Identifier: MIT
 * An article: the way through the issue, the line that says where it stood (the
 * folio), its head, its blocks, and links to its other parts.
 *
 * A piece without a headline has its folio for a heading, so that no document is
 * without one and no words are made up.  A byline or a credit that is also printed
 * in a paragraph (galley_text.copy) is shown there only. */
#include "plugins/epub/parts.h"

#include <galley/text.h>

#include "plugins/epub/label.h"
#include "plugins/epub/story.h"

void epub_put_way(epub_part *part, size_t document)
{
    const epub_book *book = part->book;
    const galley_phrases *say = book->phrases;
    if (!book->profile.has_way)
        return;
    bool last = document + 1 == book->document_count;
    epub_open(part, "nav", "way");
    epub_attribute(part, "aria-label", say->landmarks);
    epub_link(part, document ? book->documents[document - 1].file : EPUB_TITLE_PAGE, galley_slice_of(say->previous));
    epub_link(part, EPUB_CONTENTS, galley_slice_of(say->contents));
    if (!last)
        epub_link(part, book->documents[document + 1].file, galley_slice_of(say->next));
    epub_end(part);
}

/* ---- The head --------------------------------------------------------------- */

static void put_folio(epub_part *part, const epub_entry *entry, bool is_heading)
{
    const epub_section *section = entry->section;
    const char *kind = epub_label_kind(part->book->phrases, entry->article->kind);
    epub_open(part, is_heading ? "h1" : "p", "folio");
    epub_link(part, section->page ? section->file : EPUB_TITLE_PAGE, section->page ? section->label : part->book->name);
    if (kind) {
        epub_put(part, " · ");
        epub_put(part, kind);
    }
    epub_end(part);
}

static bool has_head(const galley_article *article)
{
    const galley_text *const lines[] = { &article->section, &article->kicker, &article->headline, &article->byline,
                                         &article->dateline };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (galley_text_first(lines[i]->text))
            return true;
    for (size_t i = 0; i < article->subheadlines.count; i++)
        if (galley_text_first(article->subheadlines.items[i].text))
            return true;
    return article->continued_from.length || article->continues != GALLEY_NONE;
}

static void put_header(epub_story *story)
{
    const galley_page *page = story->entry->section->page;
    epub_head head = { .heading = "h1", .group = true, .section = page ? page->section : (galley_slice){ 0 } };
    if (!has_head(story->article))
        return;
    epub_open(story->part, "header", NULL);
    epub_newline(story->part);
    epub_story_head(story, &head);
    epub_end(story->part);
}

void epub_write_article(epub_press *press, const epub_book *book, size_t document)
{
    const epub_entry *entry = book->documents[document].entry;
    epub_part part = epub_begin_page(press, book, entry->file, entry->label, NULL);
    epub_story story = epub_story_begin(&part, entry);
    bool has_headline = epub_story_shows(&entry->article->headline);
    epub_put_way(&part, document);
    if (has_headline)
        put_folio(&part, entry, false);
    epub_story_open(&story, "article");
    epub_newline(&part);
    if (!has_headline)
        put_folio(&part, entry, true);
    put_header(&story);
    epub_story_blocks(&story);
    epub_story_continued_on(&story);
    epub_end(&part);
    epub_finish(&part);
}
