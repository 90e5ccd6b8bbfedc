/* SPDX-License-Identifier: MIT
 * What need not be written of a line.  Line ids, line numbers and offsets run on,
 * and a blank line begins a zone: a writer leaves out what comes out so, the
 * reader puts it back in by the same sums. */
#ifndef GALLEY_TRACK_H
#define GALLEY_TRACK_H

#include <galley/issue.h>

/* Start with { 0 }, then for each page galley_track_page, for each zone
 * galley_track_zone, for each line galley_track_line and galley_track_take. */
typedef struct galley_track {
    galley_slice source;
    uint32_t line_base, number, id; /* of the last line */
    uint64_t end;                   /* where the line after it begins */
    bool begun, page_begins, zone_begins;
} galley_track;

/* A page begins; returns the line base it has unless it says another one. */
GALLEY_API uint32_t galley_track_page(galley_track *track, galley_slice source);
GALLEY_API void galley_track_zone(galley_track *track);

/* The blank lines before the next line, unless it says so; then the rest of it. */
GALLEY_API uint32_t galley_track_blank(const galley_track *track);
GALLEY_API galley_line galley_track_line(const galley_track *track, uint32_t blank_before);
GALLEY_API void galley_track_take(galley_track *track, const galley_line *line);

#endif
