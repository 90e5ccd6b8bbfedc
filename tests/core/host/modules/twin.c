/* SPDX-License-Identifier: MIT
 * Sound, and exactly as sure as good about the same content. */
#define NAME "twin"

#include "module.h"
