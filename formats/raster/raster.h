/* SPDX-License-Identifier: MIT
 * An SVG as a PNG, through librsvg, for reading systems that want a raster.
 *
 * The type is the machine's: with other fonts, or another librsvg, the same SVG is another
 * PNG.  So nobody gets one who did not ask for it.  librsvg brings some thirty libraries
 * along and is loaded at the first call, not with the program. */
#ifndef FORMATS_RASTER_RASTER_H
#define FORMATS_RASTER_RASTER_H

#include <galley/buffer.h>
#include <galley/status.h>

/* Whether the program was built for librsvg, and it is there. */
bool galley_raster_can(void);

/* Adds the PNG, `width` by `height` pixels, which the picture fills.  GALLEY_OK, GALLEY_FORMAT
 * (no SVG, or none that librsvg draws), GALLEY_MEMORY, or GALLEY_INTERNAL where
 * galley_raster_can says no. */
galley_status galley_raster_png(galley_slice svg, int width, int height, galley_buffer *out);

#endif
