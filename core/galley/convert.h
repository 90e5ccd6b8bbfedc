/* SPDX-License-Identifier: MIT
 * The whole way of the data in two calls: load (sources, reader, facts, repair,
 * readings) and save (lowering, writer, sink).  The command line is a thin coat
 * over these. */
#ifndef GALLEY_CONVERT_H
#define GALLEY_CONVERT_H

#include <galley/host.h>
#include <galley/repair.h>

typedef struct galley_assignment {
    const char *name, *value;
} galley_assignment;

typedef struct galley_load_request {
    const char *const *inputs; /* paths, "-" is standard input; the pages of one issue, in order */
    size_t input_count;
    const char *from;                /* format id, or NULL: found */
    const galley_assignment *settings; /* for the reader; names that it does not declare are left alone */
    size_t setting_count;
    galley_meta given;               /* what the user says of the issue; wins over what is found */
    size_t arena_cap;                /* bytes, 0: the default */
    uint64_t source_cap;             /* bytes, 0: the default */
    galley_repair_options repair;
    const char *hints, *profile; /* paths, opened for the repair; NULL: none */
} galley_load_request;

/* An article that is less sure than this needs a look. */
#define GALLEY_DOUBT 0.5f

/* Reads and repairs an issue.  Each repair becomes a finding ("repair.column-break"), and so
 * does each article that has a note or is below GALLEY_DOUBT ("article.look").  You own *out (NULL after a failure); *format_out, if
 * given, is the reader that was used. */
GALLEY_API galley_status galley_load(galley_host *host, const galley_load_request *request,
                                     galley_findings *findings, galley_issue **out,
                                     const galley_format **format_out);

/* Lowers and writes an issue to `path` ("-": standard output) as `format`, which came
 * from galley_host_writer.  Nothing is left behind after a failure. */
GALLEY_API galley_status galley_save(galley_issue *issue, const galley_format *format, const char *path,
                                     const galley_settings *settings, galley_findings *findings);

#endif
