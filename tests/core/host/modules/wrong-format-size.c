/* SPDX-License-Identifier: MIT
 * Its format is larger than any this ABI knows. */
#define NAME "wrong-format-size"
#define FORMAT_SIZE 4096

#include "module.h"
