/* SPDX-License-Identifier: MIT
 * Built for another ABI, and deadly when it is run at all. */
#include <stdlib.h>

#define NAME "other-abi"
#define MAJOR 2

#include "module.h"

__attribute__((constructor)) static void run(void)
{
    abort();
}
