/* SPDX-License-Identifier: MIT
 * An OCF container (what an EPUB is on the outside): a ZIP whose first member is
 * `mimetype`, stored and bare.  Members come out in the order they were added,
 * all of one fixed time, so the same members are the same bytes on any machine. */
#ifndef FORMATS_ZIP_OCF_H
#define FORMATS_ZIP_OCF_H

#include <galley/sink.h>

typedef struct galley_ocf galley_ocf;

/* An empty container of a media type ("application/epub+zip").  You own it; NULL
 * without memory. */
galley_ocf *galley_ocf_new(const char *media_type);

/* Adds a member, deflated; name (UTF-8, with slashes) and bytes are copied.  A
 * failure is remembered and told by galley_ocf_write. */
void galley_ocf_add(galley_ocf *ocf, const char *name, galley_slice bytes);

/* The same, stored: for what is packed already, as pictures are. */
void galley_ocf_store(galley_ocf *ocf, const char *name, galley_slice bytes);

/* Writes the container to the sink; no file is touched on the way.  GALLEY_OK,
 * or GALLEY_MEMORY, GALLEY_LIMIT or GALLEY_INTERNAL with a finding.  Once only. */
galley_status galley_ocf_write(galley_ocf *ocf, galley_sink *sink, galley_findings *findings);

void galley_ocf_drop(galley_ocf *ocf);

#endif
