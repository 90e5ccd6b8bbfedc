/* SPDX-License-Identifier: MIT
 * The sums.  They are those of a text dump with line feeds, where nearly nothing
 * is left to write; they need not hold anywhere else. */
#include <galley/track.h>

uint32_t galley_track_page(galley_track *track, galley_slice source)
{
    if (!track->begun || !galley_slice_equal(track->source, source)) {
        track->line_base = track->id;
        track->number = 0;
        track->end = 0;
    }
    track->source = source;
    track->begun = track->page_begins = true;
    return track->line_base;
}

void galley_track_zone(galley_track *track)
{
    track->zone_begins = true;
}

uint32_t galley_track_blank(const galley_track *track)
{
    return track->zone_begins && !track->page_begins;
}

galley_line galley_track_line(const galley_track *track, uint32_t blank_before)
{
    uint32_t number = track->number + 1 + blank_before;
    return (galley_line){ .id = track->line_base + number,
                          .number = number,
                          .blank_before = blank_before,
                          .offset = track->end + blank_before,
                          .confidence = -1 };
}

void galley_track_take(galley_track *track, const galley_line *line)
{
    track->id = line->id;
    track->number = line->number;
    track->end = line->offset + line->text.length + 1;
    track->page_begins = track->zone_begins = false;
}
