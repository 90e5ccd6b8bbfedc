/* SPDX-License-Identifier: MIT
 * Declares nothing. */
#define NAME "no-formats"
#define FORMATS NULL

#include "module.h"
