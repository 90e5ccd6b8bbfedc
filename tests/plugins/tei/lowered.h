/* SPDX-License-Identifier: MIT
 * An issue brought to what TEI can say, as its findings tell: what is then left is what must
 * come back. */
#ifndef TESTS_PLUGINS_TEI_LOWERED_H
#define TESTS_PLUGINS_TEI_LOWERED_H

#include <galley/galley.h>

void lower_to_tei(galley_issue *issue);

#endif
