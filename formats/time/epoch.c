/* SPDX-License-Identifier: MIT
 * Digits and nothing else are a time; what is not is left unsaid, as if unset. */
#define _GNU_SOURCE /* gmtime_r */
#include "formats/time/epoch.h"

#include <stdlib.h>
#include <string.h>

#define LAST_SECOND 253402300799LL /* of the year 9999 */

bool galley_epoch(struct tm *utc)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    size_t length = text ? strlen(text) : 0;
    if (!length || length > 12 || strspn(text, "0123456789") != length)
        return false;
    long long seconds = strtoll(text, NULL, 10);
    time_t moment = (time_t)seconds;
    return seconds <= LAST_SECOND && gmtime_r(&moment, utc);
}
