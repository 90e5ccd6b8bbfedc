/* SPDX-License-Identifier: MIT
 * Language packs: the lists of the files in formats/languages, parsed.  They come with
 * the library as strings; nothing is read from disk. */
#ifndef CORE_TEXT_LANGUAGE_H
#define CORE_TEXT_LANGUAGE_H

#include <galley/issue.h>

#include "core/text/date.h"

/* One list of a pack; language.c says which key it is, zh-Hans.ini what it means. */
typedef enum language_list {
    LANGUAGE_LEADS,
    LANGUAGE_ROLES,
    LANGUAGE_ROLES_BEHIND,
    LANGUAGE_SIGNATURES,
    LANGUAGE_CREDIT_ENDS,
    LANGUAGE_CREDIT_WHOLE,
    LANGUAGE_CAPTION_STARTS,
    LANGUAGE_CAPTION_SHOWS,
    LANGUAGE_JUMP_TO,
    LANGUAGE_JUMP_FROM,
    LANGUAGE_JUMP_TO_ALONE,
    LANGUAGE_JUMP_FROM_ALONE,
    LANGUAGE_FIRST_PAGE,
    LANGUAGE_NEXT_PAGE,
    LANGUAGE_PREVIOUS_PAGE,
    LANGUAGE_POINTERS,
    LANGUAGE_PAGE_WORDS,
    LANGUAGE_KICKER_ENDS,
    LANGUAGE_ATTENDANCE_ENDS,
    LANGUAGE_SUB_STARTS,
    LANGUAGE_COMPLETE_ENDS,
    LANGUAGE_OPEN_ENDS,
    LANGUAGE_OPEN_STARTS,
    LANGUAGE_PREDICATES,
    LANGUAGE_TITLE_ENDS,
    LANGUAGE_MASTHEAD_WORDS,
    LANGUAGE_ISSUE_NUMBERS,
    LANGUAGE_HOUSES,
    LANGUAGE_PUBLISHED,
    LANGUAGE_PUBLISHED_BY,
    LANGUAGE_SERIALS,
    LANGUAGE_GUIDE_WORDS,
    LANGUAGE_NOTICE_WORDS,
    LANGUAGE_NOTICE_STARTS,
    LANGUAGE_ADDRESSEES,
    LANGUAGE_AD_WORDS,
    LANGUAGE_SECTION_LABELS,
    LANGUAGE_SLOGANS,
    LANGUAGE_PLACE_ENDS,
    LANGUAGE_DOUBLE_SURNAMES,
    LANGUAGE_ENDINGS,
    LANGUAGE_ALONE,
    LANGUAGE_PROSE,
    LANGUAGE_ABBREVIATIONS,
    LANGUAGE_SUSPENDED,
    LANGUAGE_BEFORE_HYPHEN,
    LANGUAGE_BEHIND_HYPHEN,
    LANGUAGE_PARTICLES,
    LANGUAGE_REPORTERS, /* of one newspaper, as its titles: from a profile, never from a pack */
    LANGUAGE_TITLES,
    LANGUAGE_LIST_COUNT
} language_list;

#define LANGUAGE_FILTER 1024

/* A set of single characters, sorted; a bit for the low bits of each, so that nearly all
 * that are not in it are told at once. */
typedef struct language_set {
    uint32_t *items;
    size_t count, room;
    uint64_t filter[LANGUAGE_FILTER / 64];
} language_set;

typedef struct language {
    galley_slice tag;   /* BCP 47 */
    bool joined;        /* words stand together without spaces */
    bool square;        /* characters fill squares, two cells each */
    bool hyphens;       /* words broken at a line's end have a hyphen */
    bool broken;        /* words may be broken there without a sign */
    bool elisions;      /* an apostrophe holds two words together */
    bool noun_capitals; /* every noun begins with one */
    bool tight_dashes;  /* no spaces around a dash */
    bool figures_below; /* figures stand below the headline rather than in it */
    bool bylines_above; /* bylines stand on top of the text, in its first column */
    pattern_list lists[LANGUAGE_LIST_COUNT];
    date_forms dates;
    language_set function; /* little words of prose that are one character */
    language_set surnames;
    language_set common_surnames; /* those that the pack names first: most people have one of them */
    language_set guide_signs;
    language_set quote_ends; /* closing quotes that may end a sentence without a stop */
    language_set closing;    /* quotes that close here and open elsewhere */
} language;

/* The pack for a tag (also "zh" or "zh-CN" for the nearest one); an empty pack
 * with that tag when there is none; NULL without memory. */
const language *language_load(galley_arena *arena, galley_slice tag);

/* The language that the facts of an issue are written in, from its letters: a
 * BCP 47 tag, "und" when they do not tell (detect.c). */
galley_slice language_detect(const galley_issue *issue);

/* The tag of a pack that is not parsed yet. */
galley_slice language_tag(const char *pack);

/* Whether a character is in a set. */
bool language_set_find(const language_set *set, uint32_t code);

static inline bool language_set_has(const language_set *set, uint32_t code)
{
    return set->filter[code % LANGUAGE_FILTER / 64] >> code % 64 & 1 && language_set_find(set, code);
}

/* The packs as the build embedded them, NULL-terminated. */
extern const char *const galley_language_packs[];

#endif
