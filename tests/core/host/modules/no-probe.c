/* SPDX-License-Identifier: MIT
 * Says it reads, and cannot tell its own bytes. */
#define NAME "no-probe"
#define PROBE NULL

#include "module.h"
