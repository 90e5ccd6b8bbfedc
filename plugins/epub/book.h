/* SPDX-License-Identifier: MIT
 * The book: what goes into the EPUB and what everything is called there, worked
 * out once before a byte is written.  The parts (package, navigation, articles,
 * cover) only read it.
 *
 *     cover.xhtml  title.xhtml  nav.xhtml
 *     p0001.xhtml                the front of page 1: its articles, its guide, its captions
 *     a0002.xhtml a0003.xhtml …  one document an article
 *     p0002.xhtml …                                                            */
#ifndef PLUGINS_EPUB_BOOK_H
#define PLUGINS_EPUB_BOOK_H

#include <galley/issue.h>
#include <galley/option.h>

#include "formats/phrases/phrases.h"
#include "plugins/epub/picture.h"
#include "plugins/epub/profile.h"

typedef struct epub_section epub_section;

/* Where an article goes in its section, in the order of the book.  Those of the first two
 * stand on the page's front; every other has a document of its own. */
typedef enum epub_shelf {
    EPUB_TEASERS,
    EPUB_CAPTIONS, /* of pictures that are not in the book */
    EPUB_NEWS,
    EPUB_NOTICES,
    EPUB_ADS,
    EPUB_SHELF_COUNT
} epub_shelf;

/* An article's place in the book.  A masthead stands on the title page. */
typedef struct epub_entry {
    const galley_article *article;
    size_t index;                /* in issue->articles */
    size_t place;                /* which article of the book it is, from 0: mastheads first, then page by page */
    const epub_section *section; /* NULL: a masthead */
    const char *id;              /* "a0007" */
    const char *file;            /* "a0007.xhtml", or its page's front */
    const char *target;          /* what a link to it names: "a0007.xhtml", "p0001.xhtml#a0007" */
    galley_slice label;          /* what the contents call it */
    const struct epub_entry *announced; /* by a teaser, where that is sure */
} epub_entry;

/* The articles of a page, shelf by shelf. */
struct epub_section {
    const galley_page *page; /* NULL: articles that stand on no page */
    bool is_cited;           /* its number was printed: it is in the list of pages */
    const char *file;        /* of its front; NULL without a page */
    const char *anchor;      /* id of the page break: "page-1" */
    galley_slice label;      /* 第1版 要闻 */
    epub_entry *entries;
    size_t entry_count, first_document; /* its front's, in the book's documents */
    size_t shelves[EPUB_SHELF_COUNT];   /* how many on each */
};

/* A document of the reading order behind the contents: a page's front (no entry) or an article. */
typedef struct epub_document {
    const epub_section *section;
    const epub_entry *entry;
    const char *id, *file;
} epub_document;

typedef struct epub_book {
    const galley_issue *issue;
    const galley_phrases *phrases;
    galley_arena *arena;
    galley_slice identifier; /* urn:uuid:… */
    galley_slice language;   /* never empty */
    bool language_known;     /* false: settled on a guess */
    galley_slice name;       /* the newspaper's, never empty */
    galley_slice title;      /* of the book: name, date, number, edition */
    galley_slice date;       /* 2024-02-29, or empty when the issue's is no calendar date */
    galley_slice day;        /* the date as it is printed */
    galley_slice number;     /* 第1234期, or empty */
    galley_slice issn;       /* "ISSN 1234-5679", or empty */
    galley_slice cn;         /* China's serial number, "CN 00-0001", or empty */
    galley_slice source;     /* what identifies the series: urn:issn:1234-5679, else the CN, or empty */
    const char *modified;    /* 2024-02-29T00:00:00Z */
    bool right_to_left;
    epub_profile profile;
    epub_album album;
    bool wants_raster; /* the cover as a PNG, too */
    epub_entry *mastheads;
    epub_section *sections;
    epub_section **by_number; /* those that have a number, in its order */
    epub_document *documents;
    const epub_entry **entry_of; /* by index in issue->articles */
    size_t masthead_count, section_count, document_count, numbered_count, cited_count;
} epub_book;

#define EPUB_FOLDER "EPUB/" /* in the container; all else is relative to it */
#define EPUB_TITLE_PAGE "title.xhtml"
#define EPUB_CONTENTS "nav.xhtml"
#define EPUB_COVER "cover.xhtml"
#define EPUB_COVER_PNG "cover.png"

/* Works it out in `arena`, which must outlive the book. */
galley_status epub_book_plan(epub_book *book, const galley_issue *issue, const galley_settings *settings,
                             galley_arena *arena);

/* Where a link to an article, or to the page of a number, leads; NULL: nowhere. */
const char *epub_book_article(const epub_book *book, uint32_t article);
const epub_section *epub_book_page(const epub_book *book, galley_slice number);

/* The entries of a shelf: `count` from `first` on. */
typedef struct epub_shelved {
    const epub_entry *first;
    size_t count;
} epub_shelved;
epub_shelved epub_section_shelf(const epub_section *section, epub_shelf shelf);

/* The entries with a document of their own. */
epub_shelved epub_section_documents(const epub_section *section);

/* Where a section begins (at the page break, where there is one), and what the page is
 * called: its number. */
const char *epub_section_start(const epub_book *book, const epub_section *section);
galley_slice epub_section_number(const epub_section *section);

#endif
