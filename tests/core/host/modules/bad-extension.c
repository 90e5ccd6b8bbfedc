/* SPDX-License-Identifier: MIT
 * Its extension carries a dot. */
#define NAME "bad-extension"
#define EXTENSIONS ".dot"

#include "module.h"
