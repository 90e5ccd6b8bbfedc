/* SPDX-License-Identifier: MIT
 * What the first bytes of a picture say of it: of which kind it is and how large.
 * Names and declared types are hearsay; readers of books go by the bytes. */
#ifndef FORMATS_PICTURE_PICTURE_H
#define FORMATS_PICTURE_PICTURE_H

#include <stdint.h>

#include <galley/slice.h>

typedef struct galley_picture {
    const char *media_type; /* "image/jpeg" */
    const char *ending;     /* the usual one of its files: "jpg" */
    uint32_t width, height; /* pixels, never 0 */
} galley_picture;

/* Whether the bytes are a PNG, JPEG, GIF or WebP with a size; if so, fills `out`.  The
 * pixels are not looked at. */
bool galley_picture_look(galley_slice bytes, galley_picture *out);

#endif
