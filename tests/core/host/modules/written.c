/* SPDX-License-Identifier: MIT
 * Sound, and only writes. */
#define NAME "written"
#define CAPABILITIES GALLEY_WRITES

#include "module.h"
