/* SPDX-License-Identifier: MIT
 * How a call ended.  The numbers are the exit statuses of the program, so a
 * failure keeps its name from the deepest reader up to the shell.  What went
 * wrong in words is a finding (finding.h); the status is only its kind. */
#ifndef GALLEY_STATUS_H
#define GALLEY_STATUS_H

#include <galley/export.h>

typedef enum galley_status {
    GALLEY_OK = 0,       /* done */
    GALLEY_FOUND = 1,    /* done, but a finding reached --fail-on */
    GALLEY_USAGE = 2,    /* the call's words are off */
    GALLEY_FORMAT = 3,   /* the input cannot be read as that format */
    GALLEY_LIMIT = 4,    /* a declared limit was reached */
    GALLEY_IO = 5,       /* an input or output error */
    GALLEY_MEMORY = 6,   /* out of memory */
    GALLEY_REFUSED = 7,  /* a plugin was refused */
    GALLEY_INTERNAL = 8  /* the law of conservation was broken: a defect of Galley */
} galley_status;

#define GALLEY_STATUS_COUNT 9

/* One English phrase for a status, for manuals and messages; static text. */
GALLEY_API const char *galley_status_phrase(galley_status status);

#endif
