/* SPDX-License-Identifier: MIT
 * A teaser is a headline and mostly a page.  On that page the article is sought whose head
 * has most of the teaser's pieces (two characters of Chinese, four letters of others): it is
 * sure when it has three of five and no other article half as many.  Without a page only an
 * article will do that has them all, when it is the only one of the book. */
#include "plugins/epub/announce.h"

#include <galley/buffer.h>
#include <galley/text.h>

enum {
    MOST = 300, /* articles or teasers of a page; with more it is no page of a newspaper */
    MOST_WORK = 1000000,
    LEAST_CODES = 4,
    ENOUGH = 60, /* of a hundred */
};

typedef struct search {
    epub_book *book;
    const galley_slice *heads; /* of the documents, without spaces */
    galley_slice words;        /* the teaser's, without spaces */
    const epub_entry *best;
    unsigned best_score, next_score;
    size_t work; /* heads looked at so far, for all teasers */
} search;

static galley_slice squeeze(const epub_book *book, galley_slice text)
{
    char *out = galley_arena_room(book->arena, text.length + 1, 1);
    return out ? (galley_slice){ out, galley_text_squeeze(text, out) } : (galley_slice){ 0 };
}

/* Everything in the head, without spaces. */
static galley_slice head_of(const epub_book *book, const galley_article *article)
{
    galley_buffer head = { 0 };
    galley_buffer_add(&head, article->kicker.text);
    galley_buffer_add(&head, article->headline.text);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        galley_buffer_add(&head, article->subheadlines.items[i].text);
    galley_slice squeezed = squeeze(book, galley_buffer_slice(&head));
    galley_buffer_drop(&head);
    return squeezed;
}

/* The piece of a text that begins at `at`; empty where the text ends in it. */
static galley_slice piece_at(galley_slice text, const char *at)
{
    const char *from = at, *end = galley_slice_end(text);
    size_t codes = galley_code_joins(galley_text_next(&at, end)) ? 2 : 4;
    for (size_t i = 1; i < codes; i++) {
        if (at == end)
            return (galley_slice){ 0 };
        galley_text_next(&at, end);
    }
    return galley_slice_range(from, at);
}

/* How many of a hundred pieces of the words stand in the head. */
static unsigned score(galley_slice words, galley_slice head)
{
    unsigned all = 0, shared = 0;
    for (const char *at = words.text, *end = galley_slice_end(words); at < end; galley_text_next(&at, end)) {
        galley_slice piece = piece_at(words, at);
        if (!piece.length)
            break;
        all++;
        shared += galley_slice_find(head, piece, 0) != SIZE_MAX;
    }
    return all ? shared * 100 / all : 0;
}

static void weigh(search *for_it, size_t document, unsigned points)
{
    if (points > for_it->best_score) {
        for_it->next_score = for_it->best_score;
        for_it->best_score = points;
        for_it->best = for_it->book->documents[document].entry;
    } else if (points > for_it->next_score)
        for_it->next_score = points;
}

/* The articles of a page: the documents from its front on. */
static void weigh_page(search *for_it, const epub_section *page)
{
    for (size_t i = page->first_document + 1; i <= page->first_document + epub_section_documents(page).count; i++)
        weigh(for_it, i, score(for_it->words, for_it->heads[i]));
}

static void weigh_all(search *for_it)
{
    for (size_t i = 0; i < for_it->book->document_count; i++)
        if (galley_slice_find(for_it->heads[i], for_it->words, 0) != SIZE_MAX)
            weigh(for_it, i, 100);
}

static const epub_entry *announced_by(search *for_it, const galley_article *teaser)
{
    const epub_section *page = epub_book_page(for_it->book, teaser->continued_on);
    for_it->words = squeeze(for_it->book, teaser->headline.text);
    for_it->best_score = for_it->next_score = 0;
    for_it->work += page ? epub_section_documents(page).count : for_it->book->document_count;
    if (galley_text_length(for_it->words) < LEAST_CODES || for_it->work > MOST_WORK)
        return NULL;
    if (page && epub_section_documents(page).count <= MOST)
        weigh_page(for_it, page);
    else if (!page && !teaser->continued_on.length)
        weigh_all(for_it);
    return for_it->best_score >= ENOUGH && for_it->next_score * 2 < for_it->best_score ? for_it->best : NULL;
}

static const galley_slice *heads_of(const epub_book *book)
{
    galley_slice *heads = galley_arena_array(book->arena, book->document_count + 1, sizeof *heads);
    for (size_t i = 0; heads && i < book->document_count; i++)
        if (book->documents[i].entry)
            heads[i] = head_of(book, book->documents[i].entry->article);
    return heads;
}

void epub_announce(epub_book *book)
{
    search for_it = { .book = book };
    for (size_t i = 0; i < book->section_count; i++) {
        epub_entry *entries = book->sections[i].entries;
        size_t teasers = book->sections[i].shelves[EPUB_TEASERS];
        if (teasers && !for_it.heads)
            for_it.heads = heads_of(book);
        for (size_t k = 0; k < teasers && teasers <= MOST && for_it.heads; k++)
            if (entries[k].article->continued_in == GALLEY_NONE)
                entries[k].announced = announced_by(&for_it, entries[k].article);
    }
}
