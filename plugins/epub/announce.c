/* SPDX-License-Identifier: MIT
 * A teaser is a headline and mostly a page.  On that page the article is sought whose head
 * has most of the teaser's pieces (two characters of Chinese, four letters of others): it is
 * sure when it has three of five and no other article half as many.  Without a page only an
 * article will do that has them all, when it is the only one of the book. */
#include "plugins/epub/announce.h"

#include <galley/buffer.h>
#include <galley/text.h>

enum {
    CANDIDATES = 300, /* more articles than that stand on no page and in no newspaper */
    LEAST_CODES = 4,
    ENOUGH = 60, /* of a hundred */
};

typedef struct search {
    const epub_book *book;
    galley_slice words; /* the teaser's, without spaces */
    const epub_entry *best;
    unsigned best_score, next_score;
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

static void weigh(search *for_it, const epub_section *section)
{
    epub_shelved of = epub_section_documents(section);
    for (size_t i = 0; i < of.count; i++) {
        unsigned points = score(for_it->words, head_of(for_it->book, of.first[i].article));
        if (points > for_it->best_score) {
            for_it->next_score = for_it->best_score;
            for_it->best_score = points;
            for_it->best = &of.first[i];
        } else if (points > for_it->next_score)
            for_it->next_score = points;
    }
}

static const epub_entry *announced_by(const epub_book *book, const galley_article *teaser)
{
    search for_it = { .book = book, .words = squeeze(book, teaser->headline.text) };
    const epub_section *page = epub_book_page(book, teaser->continued_on);
    if (galley_text_length(for_it.words) < LEAST_CODES)
        return NULL;
    if (page && epub_section_documents(page).count <= CANDIDATES)
        weigh(&for_it, page);
    for (size_t i = 0; !page && !teaser->continued_on.length && i < book->section_count; i++)
        weigh(&for_it, &book->sections[i]);
    unsigned enough = page ? ENOUGH : 100;
    return for_it.best_score >= enough && for_it.next_score * 2 < for_it.best_score ? for_it.best : NULL;
}

void epub_announce(epub_book *book)
{
    for (size_t i = 0; i < book->section_count; i++) {
        epub_entry *entries = book->sections[i].entries;
        size_t teasers = book->sections[i].shelves[EPUB_TEASERS];
        for (size_t k = 0; k < teasers && teasers <= CANDIDATES && book->document_count <= CANDIDATES * 4; k++)
            if (entries[k].article->continued_in == GALLEY_NONE)
                entries[k].announced = announced_by(book, entries[k].article);
    }
}
