/* SPDX-License-Identifier: MIT
 * HTML out, straight onto a sink: elements, attributes and text, no tree and no stack.
 * What HTML cannot say (controls, what is no character) becomes U+FFFD and is counted,
 * or a space where it is one. */
#ifndef FORMATS_HTML_WRITER_H
#define FORMATS_HTML_WRITER_H

#include <galley/sink.h>
#include <galley/slice.h>

/* Start with { .sink = sink }. */
typedef struct galley_html {
    galley_sink *sink;
    size_t replaced; /* characters that HTML has no word for */
    bool tag_open;   /* attributes may come */
} galley_html;

/* An element; its attributes come right behind it.  One that holds nothing (img, meta) is
 * not closed. */
void galley_html_open(galley_html *html, const char *element);
void galley_html_close(galley_html *html, const char *element);

void galley_html_attribute(galley_html *html, const char *name, galley_slice value);
void galley_html_set(galley_html *html, const char *name, const char *value);

void galley_html_text(galley_html *html, galley_slice text);
void galley_html_put(galley_html *html, const char *text);

/* What is HTML, or CSS, already. */
void galley_html_raw(galley_html *html, const char *bytes);

/* Between two blocks, where white space means nothing. */
void galley_html_newline(galley_html *html);

#endif
