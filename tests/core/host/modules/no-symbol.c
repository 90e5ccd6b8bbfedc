/* SPDX-License-Identifier: MIT
 * A shared object and no plugin. */
#define NAME "no-symbol"
#define NO_SYMBOL

#include "module.h"
