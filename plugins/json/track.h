/* SPDX-License-Identifier: MIT
 * What need not be written of a line.  Line ids, line numbers and offsets run on,
 * and a blank line begins a zone: the writer leaves out what comes out so, the
 * reader puts it back in by the same sums. */
#ifndef PLUGINS_JSON_TRACK_H
#define PLUGINS_JSON_TRACK_H

#include <galley/issue.h>

/* Start with { 0 }, then for each page json_track_page, for each zone
 * json_track_zone, for each line json_track_line and json_track_take. */
typedef struct json_track {
    galley_slice source;
    uint32_t line_base, number, id; /* of the last line */
    uint64_t end;                   /* where the line after it begins */
    bool begun, page_begins, zone_begins;
} json_track;

/* A page begins; returns the line base it has unless it says another one. */
uint32_t json_track_page(json_track *track, galley_slice source);
void json_track_zone(json_track *track);

/* The blank lines before the next line, unless it says so; then the rest of it. */
uint32_t json_track_blank(const json_track *track);
galley_line json_track_line(const json_track *track, uint32_t blank_before);
void json_track_take(json_track *track, const galley_line *line);

#endif
