/* SPDX-License-Identifier: MIT
 * What the letters of a display line tell, where there are small and capital ones. */
#ifndef CORE_REPAIR_WRAP_H
#define CORE_REPAIR_WRAP_H

#include "core/repair/work.h"

enum lettering {
    LETTERING_UNKNOWN,
    LETTERING_SENTENCE, /* as running text is written */
    LETTERING_TITLE,    /* Long Words Begin With Capitals */
    LETTERING_CAPITALS
};

enum lettering lettering_of(const struct work *work, const struct piece *piece);

/* With a small letter, or with what no headline begins with: a particle. */
bool begins_small(const struct work *work, const struct piece *piece);

/* Whether it ends with a word that no headline ends with: the, of, und, a particle. */
bool ends_with_little_word(const struct work *work, const struct piece *piece);

#endif
