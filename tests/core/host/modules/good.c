/* SPDX-License-Identifier: MIT
 * Sound: knows what begins with GOOD. */
#define NAME "good"

#include "module.h"
