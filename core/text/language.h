/* SPDX-License-Identifier: MIT
 * Language packs: the lists of the files in formats/languages, parsed.  They come with
 * the library as strings; nothing is read from disk. */
#ifndef CORE_TEXT_LANGUAGE_H
#define CORE_TEXT_LANGUAGE_H

#include <galley/issue.h>

#include "core/text/pattern.h"

/* One list of a pack; language.c says which key it is. */
typedef enum language_list {
    LANGUAGE_LEADS,
    LANGUAGE_ROLES,
    LANGUAGE_SIGNATURES,
    LANGUAGE_CREDIT_ENDS,
    LANGUAGE_CREDIT_WHOLE,
    LANGUAGE_CAPTION_STARTS,
    LANGUAGE_JUMP_TO,
    LANGUAGE_JUMP_FROM,
    LANGUAGE_POINTERS,
    LANGUAGE_KICKER_ENDS,
    LANGUAGE_ATTENDANCE_ENDS,
    LANGUAGE_SUB_STARTS,
    LANGUAGE_COMPLETE_ENDS,
    LANGUAGE_TITLE_ENDS,
    LANGUAGE_MASTHEAD_WORDS,
    LANGUAGE_GUIDE_WORDS,
    LANGUAGE_NOTICE_WORDS,
    LANGUAGE_AD_WORDS,
    LANGUAGE_SECTION_LABELS,
    LANGUAGE_DATES,
    LANGUAGE_DOUBLE_SURNAMES,
    LANGUAGE_LIST_COUNT
} language_list;

/* A set of single characters, sorted. */
typedef GALLEY_VECTOR(uint32_t) language_set;

typedef struct language {
    galley_slice tag; /* BCP 47 */
    pattern_list lists[LANGUAGE_LIST_COUNT];
    language_set marks;    /* characters that speak for the language */
    language_set function; /* little words of prose */
    language_set surnames;
} language;

/* The pack for a tag (also "zh" or "zh-CN" for the nearest one); an empty pack
 * with that tag when there is none; NULL without memory. */
const language *language_load(galley_arena *arena, galley_slice tag);

/* The language that the facts of an issue are written in, from its letters: a
 * BCP 47 tag, "und" when they do not tell. */
galley_slice language_detect(const galley_issue *issue);

bool language_set_has(const language_set *set, uint32_t code);

/* The packs as the build embedded them, NULL-terminated. */
extern const char *const galley_language_packs[];

#endif
