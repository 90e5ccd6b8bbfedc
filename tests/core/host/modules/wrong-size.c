/* SPDX-License-Identifier: MIT
 * Its structure is not as large as its ABI says. */
#define NAME "wrong-size"
#define PLUGIN_SIZE 16

#include "module.h"
