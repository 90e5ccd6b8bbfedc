/* SPDX-License-Identifier: MIT
 * ZIP in, from bytes of strangers.  libzip was not taken for it: it hands out names
 * such as ../x as they are, believes no size and enforces none, and lets members
 * overlap, so that 37 KB become 4 GB.  Here the central directory is read once,
 * everything in it is checked against the bytes, and what a member gives is counted. */
#ifndef FORMATS_ZIP_READER_H
#define FORMATS_ZIP_READER_H

#include <galley/arena.h>
#include <galley/finding.h>
#include <galley/slice.h>

#define GALLEY_ZIP_MEMBERS 65535                      /* what a ZIP can say without ZIP64 */
#define GALLEY_ZIP_MEMBER_BYTES ((uint64_t)128 << 20) /* of one member, unpacked */
#define GALLEY_ZIP_TOTAL_BYTES ((uint64_t)1 << 30)    /* of all that was read */
#define GALLEY_ZIP_RATIO 200                          /* unpacked to packed, ... */
#define GALLEY_ZIP_RATIO_FROM ((uint64_t)1 << 20)     /* ... of a member larger than this */

typedef struct galley_zip galley_zip;

typedef struct galley_zip_member {
    galley_slice name;     /* UTF-8, relative, with slashes; never leads out: no "..", no "/" in front */
    uint64_t size, packed; /* bytes, unpacked and as they stand in the file */
    /* private */
    galley_slice data;
    uint32_t crc, begin;
    uint16_t method, flags;
    bool twin;
} galley_zip_member;

/* Opens a container over bytes that outlive it; you own *out.  Folders are no members.  A name
 * that leads out of the container, or that an earlier member has, is left out with a finding
 * (zip.name, zip.twice).  GALLEY_FORMAT (zip.format: it is none, is cut short, lies about where
 * things are, or its members overlap), GALLEY_MEMORY, with a finding. */
galley_status galley_zip_open(galley_slice bytes, const char *file, galley_findings *findings, galley_zip **out);
void galley_zip_drop(galley_zip *zip);

/* In the order of the container; NULL behind the last. */
const galley_zip_member *galley_zip_at(const galley_zip *zip, size_t index);
const galley_zip_member *galley_zip_find(const galley_zip *zip, galley_slice name);

/* The bytes of a member: the container's own where it is stored, else unpacked into the arena.
 * Size and checksum are those that were said, or it is GALLEY_FORMAT (zip.member, also for
 * encryption and methods but deflate); GALLEY_LIMIT (zip.limit, zip.memory), GALLEY_MEMORY. */
galley_status galley_zip_read(galley_zip *zip, const galley_zip_member *member, galley_arena *arena,
                              galley_findings *findings, galley_slice *out);

#endif
