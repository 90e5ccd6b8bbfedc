/* SPDX-License-Identifier: MIT
 * Where bytes come from: a mapped file, standard input, memory, each with gzip
 * seen through.  Plugins never open a file; they are handed sources. */
#ifndef GALLEY_SOURCE_H
#define GALLEY_SOURCE_H

#include <stdint.h>

#include <galley/finding.h>
#include <galley/slice.h>

typedef struct galley_source galley_source;

/* What a source may hold after decompression when nobody says otherwise: 1 GiB. */
#define GALLEY_SOURCE_CAP ((uint64_t)1 << 30)

/* Opens a file ("-": standard input) and maps or reads it; gzip is decompressed,
 * its bytes counted against `cap` (0: GALLEY_SOURCE_CAP), never believed.  You own
 * *out.  GALLEY_IO, GALLEY_LIMIT, GALLEY_FORMAT (broken gzip), GALLEY_MEMORY, each
 * with a finding. */
GALLEY_API galley_status galley_source_open(const char *path, uint64_t cap, galley_findings *findings,
                                            galley_source **out);

/* A source over bytes of yours, which must outlive it.  NULL without memory. */
GALLEY_API galley_source *galley_source_memory(const char *name, galley_slice bytes);

GALLEY_API void galley_source_drop(galley_source *source);

/* For galley_arena_own. */
GALLEY_API void galley_source_close(void *source);

/* The name for messages: the path as given, "standard input" for "-". */
GALLEY_API const char *galley_source_name(const galley_source *source);

/* All its bytes; they live as long as the source. */
GALLEY_API galley_slice galley_source_bytes(const galley_source *source);

/* Reads on from where the last call stopped; 0 at the end.  For libraries that
 * want a read callback (libxml2's xmlReadIO). */
GALLEY_API size_t galley_source_read(galley_source *source, void *out, size_t room);
GALLEY_API void galley_source_rewind(galley_source *source);

#endif
