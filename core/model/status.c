/* SPDX-License-Identifier: MIT
 * The statuses and the version in words. */
#include <galley/status.h>
#include <galley/version.h>

static const char *const phrases[GALLEY_STATUS_COUNT] = {
    [GALLEY_OK] = "done",
    [GALLEY_FOUND] = "done, but a finding reached --fail-on",
    [GALLEY_USAGE] = "the command line is wrong",
    [GALLEY_FORMAT] = "the input cannot be read as that format",
    [GALLEY_LIMIT] = "a limit was reached",
    [GALLEY_IO] = "input or output error",
    [GALLEY_MEMORY] = "out of memory",
    [GALLEY_REFUSED] = "a plugin was refused",
    [GALLEY_INTERNAL] = "internal error: the law of conservation was broken",
};

const char *galley_status_phrase(galley_status status)
{
    return (unsigned)status < GALLEY_STATUS_COUNT ? phrases[status] : "unknown status";
}

const char *galley_version(void)
{
    return GALLEY_VERSION;
}
