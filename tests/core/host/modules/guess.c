/* SPDX-License-Identifier: MIT
 * Sound, and takes what begins with GOOD for plain text. */
#define NAME "guess"
#define SCORE 12

#include "module.h"
