/* SPDX-License-Identifier: MIT
 * Its format has an id that nobody could type. */
#define NAME "bad-id"
#define ID "Bad Id"

#include "module.h"
