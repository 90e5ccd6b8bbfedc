/* SPDX-License-Identifier: MIT
 * A book opened: its container, its package document, what is in it and in which order.
 * Nothing is believed: a path that leads nowhere is reported and passed over, a book
 * without a container document is searched for its package, one that is encrypted is
 * refused. */
#ifndef PLUGINS_EPUB_OPEN_H
#define PLUGINS_EPUB_OPEN_H

#include <galley/arena.h>
#include <galley/finding.h>

#include "formats/zip/reader.h"
#include "plugins/epub/tree.h"

/* A row of the manifest. */
typedef struct epub_item {
    galley_slice id, path, media_type; /* the path in the container */
    const epub_node *node;             /* its properties and what else it says */
    const galley_zip_member *member;   /* NULL: there is no such member */
} epub_item;

typedef struct epub_package {
    const char *file; /* name of the book for findings */
    galley_arena *arena;
    galley_findings *findings;
    galley_zip *zip;
    galley_slice path;                      /* of the package document */
    const epub_node *root;                  /* <package> */
    const epub_node *metadata;              /* NULL: none */
    GALLEY_VECTOR(epub_item) items;         /* in the order of the manifest */
    GALLEY_VECTOR(const epub_item *) spine; /* in reading order, each once, all there */
    const epub_item *navigation, *ncx;      /* NULL: none */
    const epub_item **by_path, **by_id;     /* sorted */
    bool is_ours;                           /* it says that Galley wrote it */
} epub_package;

/* Opens a book over bytes that outlive it; all lives in the arena.  GALLEY_FORMAT (epub.package,
 * epub.encrypted, or that of the container), GALLEY_LIMIT, GALLEY_MEMORY, with a finding. */
galley_status epub_package_open(epub_package *book, galley_slice bytes, const char *file, galley_arena *arena,
                                galley_findings *findings);
void epub_package_close(epub_package *book);

/* Where a link of the document at `from` leads: a path in the container, and the fragment (empty:
 * none).  An empty path: out of the book, or nowhere. */
galley_slice epub_package_resolve(const epub_package *book, galley_slice from, galley_slice href,
                                  galley_slice *fragment);

/* The item of a path; NULL: none. */
const epub_item *epub_package_item(const epub_package *book, galley_slice path);

/* The bytes of an item, and its document as a tree, in an arena of the caller's. */
galley_status epub_package_bytes(const epub_package *book, const epub_item *item, galley_arena *arena,
                                 galley_findings *findings, galley_slice *out);
galley_status epub_package_document(const epub_package *book, const epub_item *item, galley_arena *arena,
                                    epub_node **out);

/* "book.epub: OEBPS/chapter-1.xhtml", for the places of findings. */
const char *epub_package_name(const epub_package *book, galley_slice path);

#endif
