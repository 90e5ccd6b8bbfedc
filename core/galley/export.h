/* SPDX-License-Identifier: MIT
 * What crosses the border of libgalley.  The library is built with hidden
 * visibility: a function is part of the API when it carries GALLEY_API, and a
 * plugin shows the host one symbol, marked GALLEY_PLUGIN. */
#ifndef GALLEY_EXPORT_H
#define GALLEY_EXPORT_H

#ifdef __cplusplus
#error "libgalley is C11; wrap it before including it from C++"
#endif

#define GALLEY_API __attribute__((visibility("default")))
#define GALLEY_PLUGIN __attribute__((visibility("default")))
#define GALLEY_PRINTF(words, first) __attribute__((__format__(__printf__, words, first)))

#endif
