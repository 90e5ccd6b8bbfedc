/* SPDX-License-Identifier: MIT
 * Says it reads, and does not. */
#define NAME "no-read"
#define READ NULL

#include "module.h"
