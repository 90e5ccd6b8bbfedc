/* SPDX-License-Identifier: MIT
 * Findings: every message of Galley.  A finding has a level, a code that never
 * changes, a place, and one sentence that states the defect and what was done
 * about it.  They go to the caller's object; nothing is printed here. */
#ifndef GALLEY_FINDING_H
#define GALLEY_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <galley/export.h>
#include <galley/status.h>

typedef enum galley_level {
    GALLEY_REPAIRED, /* mended, nothing is missing */
    GALLEY_UNSURE,   /* a decision that somebody should look at */
    GALLEY_LOST,     /* the target format cannot say it, or a character could not be kept */
    GALLEY_ERROR,    /* a part of the input could not be used */
    GALLEY_FATAL     /* the conversion stopped; no output was written */
} galley_level;

#define GALLEY_LEVEL_COUNT 5

/* Where it is.  Zero or NULL: not known.  `line` and `column` count from 1,
 * columns in code points; `page` is the number of the page in its issue, from 1. */
typedef struct galley_place {
    const char *file;
    uint32_t page, line, column;
} galley_place;

typedef struct galley_finding {
    galley_level level;
    const char *code; /* "text.encoding": room, dot, what; stable, for programs */
    galley_place place;
    const char *text; /* one sentence, no line end */
} galley_finding;

typedef struct galley_findings galley_findings;

/* You own it.  NULL when there is no memory. */
GALLEY_API galley_findings *galley_findings_new(void);
GALLEY_API void galley_findings_drop(galley_findings *findings);

/* Adds one; file, code and text are copied.  The same code is kept at most
 * GALLEY_FINDINGS_KEPT times, the rest is only counted, so a bad million-line
 * file does not fill the memory.  NULL findings are ignored. */
#define GALLEY_FINDINGS_KEPT 200
GALLEY_API void galley_find(galley_findings *findings, galley_level level, const char *code, galley_place place,
                            const char *format, ...) GALLEY_PRINTF(5, 6);

/* galley_find with GALLEY_FATAL that returns `status`, so that a failure is one line:
 *     return galley_fail(findings, GALLEY_FORMAT, "json.syntax", place, "…"); */
GALLEY_API galley_status galley_fail(galley_findings *findings, galley_status status, const char *code,
                                     galley_place place, const char *format, ...) GALLEY_PRINTF(5, 6);

/* How many were kept, and the one at `index` (in the order they came). */
GALLEY_API size_t galley_findings_kept(const galley_findings *findings);
GALLEY_API const galley_finding *galley_findings_at(const galley_findings *findings, size_t index);

/* How many of a level came, kept or not; how many of a code. */
GALLEY_API size_t galley_findings_count(const galley_findings *findings, galley_level level);
GALLEY_API size_t galley_findings_count_code(const galley_findings *findings, const char *code);

/* True when a finding of `level` or a worse one came. */
GALLEY_API bool galley_findings_reached(const galley_findings *findings, galley_level level);

/* "repaired" …; and back: false when the word is no level. */
GALLEY_API const char *galley_level_name(galley_level level);
GALLEY_API bool galley_level_parse(const char *name, galley_level *out);

#endif
