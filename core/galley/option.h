/* SPDX-License-Identifier: MIT
 * Declared options and their values.  A format declares what can be set; the
 * command line, the manual and the checks are made from the declaration. */
#ifndef GALLEY_OPTION_H
#define GALLEY_OPTION_H

#include <galley/finding.h>
#include <galley/slice.h>

typedef enum galley_option_type {
    GALLEY_OPTION_FLAG,   /* yes or no */
    GALLEY_OPTION_NUMBER, /* a whole number from minimum to maximum */
    GALLEY_OPTION_CHOICE, /* one of choices */
    GALLEY_OPTION_TEXT
} galley_option_type;

typedef struct galley_option {
    const char *name;           /* "page-markers" */
    galley_option_type type;
    const char *fallback;       /* the default, as it would be typed */
    long minimum, maximum;      /* for numbers */
    const char *const *choices; /* NULL-terminated, for choices */
    const char *help;           /* one line, no full stop */
} galley_option;

typedef struct galley_settings galley_settings;

/* Settings for declared options (`count` of them), each at its default.  The
 * declaration must outlive them.  You own it. */
GALLEY_API galley_settings *galley_settings_new(const galley_option *options, size_t count);
GALLEY_API void galley_settings_drop(galley_settings *settings);

/* Sets one; GALLEY_USAGE with a finding when there is no such option or the
 * value is out of its range. */
GALLEY_API galley_status galley_settings_set(galley_settings *settings, const char *name, const char *value,
                                             galley_findings *findings);

/* Whether a name is declared. */
GALLEY_API bool galley_settings_has(const galley_settings *settings, const char *name);

/* The values; asking for an option that was not declared is a defect of the
 * caller and yields false, 0 or "".  NULL settings are all defaults gone: the same. */
GALLEY_API bool galley_settings_flag(const galley_settings *settings, const char *name);
GALLEY_API long galley_settings_number(const galley_settings *settings, const char *name);
GALLEY_API const char *galley_settings_text(const galley_settings *settings, const char *name);

#endif
