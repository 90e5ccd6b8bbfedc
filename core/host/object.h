/* SPDX-License-Identifier: MIT
 * What an ELF file says of its plugin ABI, read without running it: see object.c. */
#ifndef GALLEY_HOST_OBJECT_H
#define GALLEY_HOST_OBJECT_H

#include <stdint.h>

typedef struct object_abi {
    uint32_t major, minor;
} object_abi;

/* NULL when *out was filled, else what is wrong, as a phrase after the file's name. */
const char *object_read(int fd, object_abi *out);

#endif
