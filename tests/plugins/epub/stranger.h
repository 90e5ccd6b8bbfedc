/* SPDX-License-Identifier: MIT
 * Books of strangers, invented here: a package with its documents in a few words, and what
 * is read of it. */
#ifndef TESTS_PLUGINS_EPUB_STRANGER_H
#define TESTS_PLUGINS_EPUB_STRANGER_H

#include <galley/galley.h>

#define CONTAINER(path)                                                                                                \
    "META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"       \
                              "<rootfile full-path=\"" path "\"/></rootfiles></container>"
#define PACKAGE(metadata, manifest, spine)                                                                             \
    "<package xmlns=\"http://www.idpf.org/2007/opf\" "                                                                 \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>" metadata "</metadata><manifest>" manifest               \
    "</manifest><spine>" spine "</spine></package>"
#define ITEM(id, href) "<item id=\"" id "\" href=\"" href "\" media-type=\"application/xhtml+xml\"/>"
#define NAV_ITEM "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
#define NCX_ITEM "<item id=\"x\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
#define REF(id) "<itemref idref=\"" id "\"/>"
#define PAGE(body)                                                                                                     \
    "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\"><head>"      \
    "<title>Not shown</title><style>p { color: red }</style></head><body>" body "</body></html>"
#define NAV(list) PAGE("<nav epub:type=\"toc\"><ol>" list "</ol></nav>")
#define POINT(label, src, within)                                                                                      \
    "<navPoint><navLabel><text>" label "</text></navLabel><content src=\"" src "\"/>" within "</navPoint>"
#define NCX(points) "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>" points "</navMap></ncx>"
#define LANGUAGE "<dc:language>en</dc:language>"

typedef struct stranger {
    galley_slice bytes;
    galley_findings *findings;
    galley_issue *issue; /* NULL: refused */
    galley_status status;
} stranger;

/* Reads a book of NAME, TEXT pairs, NULL-terminated; `split` is the setting, NULL the usual one.
 * What is read holds the law. */
stranger stranger_with(const char *const *texts, const char *split);
stranger stranger_take(const char *const *texts);
void stranger_leave(stranger *of);

/* Parts of what was read; fail where there is none. */
const galley_article *stranger_article(const stranger *of, size_t index);
const galley_block *stranger_block(const stranger *of, size_t of_article, size_t index);

/* Fail where a text, or the headlines (NULL-terminated) of all articles, are others. */
void stranger_text(galley_slice text, const char *words);
void stranger_headlines(const stranger *of, const char *const *headlines);

#endif
