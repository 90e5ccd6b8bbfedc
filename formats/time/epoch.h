/* SPDX-License-Identifier: MIT
 * SOURCE_DATE_EPOCH (reproducible-builds.org): the time that a document which must
 * name one shall name.  Writers never ask the clock. */
#ifndef FORMATS_TIME_EPOCH_H
#define FORMATS_TIME_EPOCH_H

#include <stdbool.h>
#include <time.h>

/* The time in UTC; false when the environment has none, or none before the year 10000. */
bool galley_epoch(struct tm *utc);

#endif
