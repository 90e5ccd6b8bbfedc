/* SPDX-License-Identifier: MIT
 * The container is built by libzip in a buffer of its own and handed to the sink
 * in one go: libzip gets no file name, so there is no temporary file to stay
 * behind.  Nothing of the machine goes in: one fixed DOS time (libzip takes it
 * through local time and back, and no zone ever skipped that hour), one deflate
 * level, the permissions that libzip gives to everything. */
#include "formats/zip/ocf.h"

#include <stdlib.h>
#include <zip.h>

#include <galley/arena.h>

#define DOS_DATE ((zip_uint16_t)(0 << 9 | 1 << 5 | 1)) /* 1980-01-01, where DOS time begins */
#define DEFLATE_LEVEL 6

struct galley_ocf {
    zip_source_t *buffer; /* where the finished container stands; ours, and kept by archive too */
    zip_t *archive;
    galley_arena *members; /* their bytes, which libzip reads when it closes; it frees what it is given
                              in some failures and in others not, so it is given nothing */
    galley_status status;
    char reason[128]; /* what libzip said */
};

static void fail(galley_ocf *ocf, zip_error_t *error)
{
    if (ocf->status != GALLEY_OK)
        return;
    ocf->status = zip_error_code_zip(error) == ZIP_ER_MEMORY ? GALLEY_MEMORY : GALLEY_INTERNAL;
    snprintf(ocf->reason, sizeof ocf->reason, "%s", zip_error_strerror(error));
}

static bool open_archive(galley_ocf *ocf)
{
    zip_error_t error;
    zip_error_init(&error);
    ocf->buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    if (ocf->buffer) {
        zip_source_keep(ocf->buffer);
        ocf->archive = zip_open_from_source(ocf->buffer, ZIP_TRUNCATE, &error);
        if (!ocf->archive)
            zip_source_free(ocf->buffer);
    }
    zip_error_fini(&error);
    return ocf->archive != NULL;
}

static void add(galley_ocf *ocf, const char *name, galley_slice bytes, zip_int32_t method, zip_uint32_t level)
{
    if (ocf->status != GALLEY_OK)
        return;
    galley_slice copy = galley_arena_copy(ocf->members, bytes);
    if (galley_arena_status(ocf->members) != GALLEY_OK) {
        ocf->status = galley_arena_status(ocf->members);
        snprintf(ocf->reason, sizeof ocf->reason, "%s", galley_status_phrase(ocf->status));
        return;
    }
    zip_source_t *source = zip_source_buffer(ocf->archive, copy.text, copy.length, 0);
    zip_int64_t index = source ? zip_file_add(ocf->archive, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    if (index < 0 || zip_set_file_compression(ocf->archive, (zip_uint64_t)index, method, level) < 0 ||
        zip_file_set_dostime(ocf->archive, (zip_uint64_t)index, 0, DOS_DATE, 0) < 0)
        fail(ocf, zip_get_error(ocf->archive));
}

galley_ocf *galley_ocf_new(const char *media_type)
{
    galley_ocf *ocf = calloc(1, sizeof *ocf);
    if (ocf)
        ocf->members = galley_arena_new(0);
    if (!ocf || !ocf->members || !open_archive(ocf)) {
        galley_ocf_drop(ocf);
        return NULL;
    }
    add(ocf, "mimetype", galley_slice_of(media_type), ZIP_CM_STORE, 0);
    return ocf;
}

void galley_ocf_add(galley_ocf *ocf, const char *name, galley_slice bytes)
{
    add(ocf, name, bytes, ZIP_CM_DEFLATE, DEFLATE_LEVEL);
}

void galley_ocf_store(galley_ocf *ocf, const char *name, galley_slice bytes)
{
    add(ocf, name, bytes, ZIP_CM_STORE, 0);
}

/* For each member libzip makes a deflate state of some 400 KiB and frees it; malloc hands it
 * back to the system each time and takes it again page by page, which was half of all the
 * time.  A larger block that comes and goes teaches glibc to keep that much; elsewhere it
 * costs nothing. */
static void keep_heap(void)
{
    enum { ROOM = 1 << 20 };
    void *volatile block = malloc(ROOM);
    free(block);
}

/* zip_close writes into the buffer and frees the archive, but only when it succeeds. */
static void close_archive(galley_ocf *ocf)
{
    keep_heap();
    if (zip_close(ocf->archive) < 0)
        fail(ocf, zip_get_error(ocf->archive));
    else
        ocf->archive = NULL;
}

static void copy_out(galley_ocf *ocf, galley_sink *sink)
{
    char piece[1 << 14];
    if (zip_source_open(ocf->buffer) < 0) {
        fail(ocf, zip_source_error(ocf->buffer));
        return;
    }
    zip_int64_t got;
    while ((got = zip_source_read(ocf->buffer, piece, sizeof piece)) > 0)
        galley_sink_write(sink, piece, (size_t)got);
    if (got < 0)
        fail(ocf, zip_source_error(ocf->buffer));
    zip_source_close(ocf->buffer);
}

galley_status galley_ocf_write(galley_ocf *ocf, galley_sink *sink, galley_findings *findings)
{
    if (ocf->status == GALLEY_OK)
        close_archive(ocf);
    if (ocf->status == GALLEY_OK)
        copy_out(ocf, sink);
    if (ocf->status == GALLEY_OK)
        return GALLEY_OK;
    return galley_fail(findings, ocf->status, "zip.write", (galley_place){ 0 },
                       "The container could not be packed (%s); nothing was written.", ocf->reason);
}

void galley_ocf_drop(galley_ocf *ocf)
{
    if (!ocf)
        return;
    if (ocf->archive)
        zip_discard(ocf->archive);
    if (ocf->buffer)
        zip_source_free(ocf->buffer);
    galley_arena_drop(ocf->members);
    free(ocf);
}
