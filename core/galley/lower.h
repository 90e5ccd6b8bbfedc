/* SPDX-License-Identifier: MIT
 * Lowering: what a writer declares it cannot say is brought to what it can, or
 * reported, before the writer runs, so that no writer drops anything in silence. */
#ifndef GALLEY_LOWER_H
#define GALLEY_LOWER_H

#include <galley/plugin.h>

/* Rewrites the readings of `issue` to what `format` can express (its `cannot` set)
 * and adds a GALLEY_LOST finding for each kind of thing that goes, with its count. */
GALLEY_API galley_status galley_lower(galley_issue *issue, const galley_format *format, galley_findings *findings);

#endif
