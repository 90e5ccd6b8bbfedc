/* SPDX-License-Identifier: MIT
 * Where bytes go: a temporary file that is renamed into place when all is well,
 * standard output, or memory; or, for a writer that says GALLEY_FOLDER_OUTPUT, a
 * folder of files, which comes into place as a whole.  A sink remembers its first
 * failure; a writer writes on without asking and the caller asks once. */
#ifndef GALLEY_SINK_H
#define GALLEY_SINK_H

#include <stdint.h>

#include <galley/finding.h>
#include <galley/slice.h>

typedef struct galley_sink galley_sink;

/* A sink for a path ("-": standard output).  The temporary file stands in the
 * same folder.  You own *out.  GALLEY_IO with a finding, or GALLEY_MEMORY. */
GALLEY_API galley_status galley_sink_open(const char *path, galley_findings *findings, galley_sink **out);

/* The same for what may become a folder: an empty one may stand there already. */
GALLEY_API galley_status galley_sink_open_folder(const char *path, galley_findings *findings, galley_sink **out);

/* A sink into memory; galley_sink_bytes lends what was written. */
GALLEY_API galley_sink *galley_sink_memory(void);
GALLEY_API galley_slice galley_sink_bytes(const galley_sink *sink);

/* A file in the folder that the sink is from its first member on: before anything else is
 * written, or never.  Write to what it returns until the next member begins; it belongs to the
 * sink.  `name` is a relative path with slashes, of no folder (`..`) but those it makes, and no
 * two are alike.  Never NULL: after a failure it is the sink itself, which takes nothing more.
 * GALLEY_USAGE for standard output and devices, GALLEY_IO where something stands there. */
GALLEY_API galley_sink *galley_sink_member(galley_sink *sink, const char *name);

/* Of a sink into memory: the members in their order (NULL behind the last), and their bytes. */
GALLEY_API const char *galley_sink_member_name(const galley_sink *sink, size_t index);
GALLEY_API galley_slice galley_sink_member_bytes(const galley_sink *sink, const char *name);

GALLEY_API void galley_sink_write(galley_sink *sink, const void *bytes, size_t count);
GALLEY_API void galley_sink_put(galley_sink *sink, const char *text);
GALLEY_API void galley_sink_slice(galley_sink *sink, galley_slice text);
GALLEY_API void galley_sink_print(galley_sink *sink, const char *format, ...) GALLEY_PRINTF(2, 3);

/* GALLEY_OK, GALLEY_IO or GALLEY_MEMORY (with members others, too): the first failure stays. */
GALLEY_API galley_status galley_sink_status(const galley_sink *sink);

/* Bytes written so far, in all members. */
GALLEY_API uint64_t galley_sink_count(const galley_sink *sink);

/* Flushes, syncs, renames into place, syncs the folder.  After a failure nothing
 * is left behind and a finding says why. */
GALLEY_API galley_status galley_sink_commit(galley_sink *sink, galley_findings *findings);

/* Ends it; what was not committed is removed. */
GALLEY_API void galley_sink_drop(galley_sink *sink);

#endif
