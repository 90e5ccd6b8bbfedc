/* SPDX-License-Identifier: MIT
 * Built for a later minor ABI. */
#define NAME "newer-abi"
#define MINOR 99

#include "module.h"
