/* SPDX-License-Identifier: MIT
 * What strangers call a language or an address, and whether it is one: a book that says
 * what is none is refused. */
#ifndef PLUGINS_EPUB_WEB_H
#define PLUGINS_EPUB_WEB_H

#include <galley/slice.h>

/* The form of a language tag (BCP 47) without extensions: language, script, region, a
 * variant; and not the tag that says nothing. */
bool epub_is_language(galley_slice tag);

/* An absolute address: http or https with a host and a path of plain ASCII, or mailto. */
bool epub_is_address(galley_slice address);

#endif
