/* SPDX-License-Identifier: MIT
 * Calls itself otherwise than its file. */
#define NAME "other-name"
#define OWN_NAME "somebody"

#include "module.h"
