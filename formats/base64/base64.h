/* SPDX-License-Identifier: MIT
 * Bytes as text (RFC 4648): the 64 signs, padded, and nothing between them. */
#ifndef FORMATS_BASE64_BASE64_H
#define FORMATS_BASE64_BASE64_H

#include <galley/buffer.h>

void galley_base64_put(galley_buffer *out, galley_slice bytes);

/* False when it is not what galley_base64_put writes; `out` then holds some of it. */
bool galley_base64_take(galley_buffer *out, galley_slice text);

#endif
