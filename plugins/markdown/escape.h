/* SPDX-License-Identifier: MIT
 * The texts of a newspaper as Markdown that means exactly these texts.  Each
 * function returns how many characters Markdown cannot carry; U+FFFD stands for them. */
#ifndef PLUGINS_MARKDOWN_ESCAPE_H
#define PLUGINS_MARKDOWN_ESCAPE_H

#include <galley/issue.h>
#include <galley/sink.h>

/* A text in Markdown, all of it on one line: the first of its block or not, or the
 * whole of a heading. */
typedef enum markdown_where { MARKDOWN_INLINE, MARKDOWN_FIRST, MARKDOWN_HEADING } markdown_where;
size_t markdown_escape(galley_sink *sink, galley_slice text, markdown_where where);

/* The same with its marks; `signs`: Markdown's own may be used, as no others stand on the line. */
size_t markdown_escape_text(galley_sink *sink, const galley_text *text, markdown_where where, bool signs);

/* A text between HTML tags. */
size_t markdown_escape_html(galley_sink *sink, galley_slice text);

/* A text between the quotation marks of an attribute in a comment. */
size_t markdown_escape_comment(galley_sink *sink, galley_slice text);

/* A path as the target of a link. */
void markdown_escape_path(galley_sink *sink, galley_slice path);

/* A text as a quoted string of YAML, with its quotation marks. */
size_t markdown_escape_yaml(galley_sink *sink, galley_slice text);

/* The id of an article, the same wherever it is named: letters, digits, '-', '.'; two
 * ids that differ stay different. */
void markdown_escape_id(galley_sink *sink, galley_slice id);

#endif
