/* SPDX-License-Identifier: MIT
 * What Galley knows of an issue and Dublin Core has no word for is said in the package
 * document as properties of our own vocabulary: <meta property="galley:cn">.  By the
 * prefix a book of Galley's is known, so the address has the version of all that the
 * writer prints for the reader.  This is the table that both go by. */
#ifndef PLUGINS_EPUB_TERMS_H
#define PLUGINS_EPUB_TERMS_H

#include <galley/issue.h>

#define EPUB_PREFIX "galley"
#define EPUB_VOCABULARY "https://galley.github.io/epub/1#"

typedef struct epub_term {
    const char *property; /* "galley:cn" */
    size_t offset;        /* of the slice in galley_meta */
} epub_term;

/* In the order in which they are written; property NULL behind the last. */
extern const epub_term epub_terms[];

galley_slice *epub_term_value(galley_meta *meta, const epub_term *term);

#endif
