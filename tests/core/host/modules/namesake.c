/* SPDX-License-Identifier: MIT
 * Sound, and claims the extension of good without knowing the content. */
#define NAME "namesake"
#define EXTENSIONS "namesake", "good"
#define SCORE 0

#include "module.h"
