/* SPDX-License-Identifier: MIT
 * The default of an option is out of its own range. */
#define NAME "bad-default"
#define FALLBACK "10"

#include "module.h"
