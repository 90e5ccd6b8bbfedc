/* SPDX-License-Identifier: MIT
 * The style sheets, put in by the build: galley.css and what changes it. */
#ifndef PLUGINS_EPUB_SHEETS_H
#define PLUGINS_EPUB_SHEETS_H

extern const char epub_galley_css[], epub_dark_css[], epub_eink_css[], epub_vertical_css[];

#endif
