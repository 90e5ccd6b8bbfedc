/* SPDX-License-Identifier: MIT
 * What a sink is inside, for the two files that make one: sink.c (a file, standard
 * output, memory) and members.c (a folder of files). */
#ifndef CORE_HOST_SINK_H
#define CORE_HOST_SINK_H

#include <galley/buffer.h>
#include <galley/sink.h>

struct sink_members;

struct galley_sink {
    char *name;          /* for messages */
    char *path, *folder; /* where it shall stand, and in which folder; NULL: nothing to rename */
    char *temporary;     /* its name until then; NULL: it has none */
    int fd;              /* -1: memory, or a folder */
    bool standard;       /* not ours to close */
    bool memory;
    bool takes_members; /* a folder stands there: it takes nothing else */
    galley_buffer buffer;
    galley_status status;
    int error;        /* errno of the first failure */
    const char *code; /* of the first failure where errno does not say it */
    char *words;
    uint64_t count;
    struct sink_members *members; /* NULL: one run of bytes */
};

/* The first failure stays. */
void sink_fail(galley_sink *sink, galley_status status, int error);
void sink_refuse(galley_sink *sink, galley_status status, const char *code, const char *format, ...)
    GALLEY_PRINTF(4, 5);

/* What is held goes to its file. */
void sink_flush(galley_sink *sink);

/* A name beside its place that nobody has, for the attempts 0 to SINK_NAMES_TRIED - 1; you own it. */
#define SINK_NAMES_TRIED 100
char *sink_spare_name(const galley_sink *sink, int attempt);

/* Writes out the last member and syncs what the folder holds; and the end of it, which removes
 * a folder that did not come into its place (sink->temporary). */
void sink_members_finish(galley_sink *sink);
void sink_members_drop(galley_sink *sink);

/* Of all members, and the first failure of the last one. */
uint64_t sink_members_count(const galley_sink *sink);
galley_status sink_members_status(const galley_sink *sink);

#endif
