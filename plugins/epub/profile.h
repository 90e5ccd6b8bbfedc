/* SPDX-License-Identifier: MIT
 * How the book is set: across or down the page, for screens or for e-ink, with a dark
 * theme or without; and the style sheet that comes of it. */
#ifndef PLUGINS_EPUB_PROFILE_H
#define PLUGINS_EPUB_PROFILE_H

#include <galley/buffer.h>
#include <galley/option.h>

typedef struct epub_profile {
    bool is_vertical; /* lines from top to bottom, pages from right to left */
    bool is_eink;     /* black on white, large targets, the way always on top */
    bool is_light;    /* no dark theme */
    bool has_way;     /* links to the documents before and after */
} epub_profile;

epub_profile epub_profile_of(const galley_settings *settings);

/* Adds the style sheet, which is one file put together from several. */
void epub_profile_style(const epub_profile *profile, galley_buffer *out);

#endif
