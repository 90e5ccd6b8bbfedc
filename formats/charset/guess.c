/* SPDX-License-Identifier: MIT
 * uchardet, opened when a text asks for it.  It brings the C++ runtime along, and to
 * load that takes as long as all the rest of reading a page; hardly any page needs it. */
#include "formats/charset/guess.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <uchardet.h>

#define LIBRARY "libuchardet.so.0"

/* The types are those of the header, so that the compiler checks the calls. */
typedef struct detector {
    __typeof__(&uchardet_new) begin;
    __typeof__(&uchardet_handle_data) take;
    __typeof__(&uchardet_data_end) end;
    __typeof__(&uchardet_get_charset) name;
    __typeof__(&uchardet_delete) drop;
} detector;

static bool find(void *library, const char *name, void *out)
{
    void *found = dlsym(library, name);
    memcpy(out, &found, sizeof found);
    return found != NULL;
}

static bool find_all(void *library, detector *out)
{
    return find(library, "uchardet_new", &out->begin) && find(library, "uchardet_handle_data", &out->take) &&
           find(library, "uchardet_data_end", &out->end) && find(library, "uchardet_get_charset", &out->name) &&
           find(library, "uchardet_delete", &out->drop);
}

static const char *ask(const detector *with, galley_arena *arena, galley_slice sample)
{
    uchardet_t asked = with->begin();
    const char *name = "";
    if (asked && with->take(asked, sample.text, sample.length) == 0) {
        with->end(asked);
        name = galley_arena_print(arena, "%s", with->name(asked));
    }
    if (asked)
        with->drop(asked);
    return name;
}

const char *charset_guess(galley_arena *arena, galley_slice sample)
{
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    detector with;
    const char *name = library && find_all(library, &with) ? ask(&with, arena, sample) : "";
    if (library)
        dlclose(library);
    return name;
}
