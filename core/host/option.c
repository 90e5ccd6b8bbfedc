/* SPDX-License-Identifier: MIT
 * Values for declared options: kept as they were typed, checked when they are set,
 * so that a reader or a writer never meets a value out of its range. */
#include <galley/option.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <galley/arena.h>

struct galley_settings {
    galley_arena *arena;
    const galley_option *options;
    size_t count;
    const char **values; /* one an option */
};

galley_settings *galley_settings_new(const galley_option *options, size_t count)
{
    galley_arena *arena = galley_arena_new(0);
    galley_settings *settings = arena ? galley_arena_alloc(arena, sizeof *settings) : NULL;
    const char **values = settings ? galley_arena_array(arena, count + 1, sizeof *values) : NULL;
    if (!values) {
        galley_arena_drop(arena);
        return NULL;
    }
    *settings = (galley_settings){ .arena = arena, .options = options, .count = count, .values = values };
    for (size_t i = 0; i < count; i++)
        values[i] = options[i].fallback;
    return settings;
}

void galley_settings_drop(galley_settings *settings)
{
    if (settings)
        galley_arena_drop(settings->arena);
}

/* ---- Values ----------------------------------------------------------------- */

static bool parse_flag(const char *value, bool *out)
{
    static const char *const words[][2] = { { "no", "yes" }, { "false", "true" }, { "off", "on" }, { "0", "1" } };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int side = 0; side < 2; side++)
            if (strcmp(value, words[i][side]) == 0) {
                *out = side == 1;
                return true;
            }
    return false;
}

static bool parse_number(const char *value, long *out)
{
    char *end;
    errno = 0;
    *out = strtol(value, &end, 10);
    return *value && !*end && errno == 0;
}

static bool takes_flag(const galley_option *option, const char *value)
{
    bool flag;
    (void)option;
    return parse_flag(value, &flag);
}

static bool takes_number(const galley_option *option, const char *value)
{
    long number;
    return parse_number(value, &number) && number >= option->minimum && number <= option->maximum;
}

static bool takes_choice(const galley_option *option, const char *value)
{
    for (const char *const *choice = option->choices; choice && *choice; choice++)
        if (strcmp(*choice, value) == 0)
            return true;
    return false;
}

static bool takes_text(const galley_option *option, const char *value)
{
    (void)option;
    (void)value;
    return true;
}

static const char *say_flag(galley_arena *arena, const galley_option *option)
{
    (void)arena;
    (void)option;
    return "yes or no";
}

static const char *say_number(galley_arena *arena, const galley_option *option)
{
    return galley_arena_print(arena, "a number from %ld to %ld", option->minimum, option->maximum);
}

static const char *say_choice(galley_arena *arena, const galley_option *option)
{
    const char *list = "one of";
    for (const char *const *choice = option->choices; choice && *choice; choice++)
        list = galley_arena_print(arena, "%s%s %s", list, choice == option->choices ? "" : ",", *choice);
    return list;
}

static const char *say_text(galley_arena *arena, const galley_option *option)
{
    (void)arena;
    (void)option;
    return "a text";
}

static const struct {
    bool (*takes)(const galley_option *option, const char *value);
    const char *(*say)(galley_arena *arena, const galley_option *option);
} types[] = {
    [GALLEY_OPTION_FLAG] = { takes_flag, say_flag },
    [GALLEY_OPTION_NUMBER] = { takes_number, say_number },
    [GALLEY_OPTION_CHOICE] = { takes_choice, say_choice },
    [GALLEY_OPTION_TEXT] = { takes_text, say_text },
};

/* ---- Names that are not known ------------------------------------------------ */

#define NAME_MOST 32 /* longer names are not compared */
#define NEAR 2       /* slips of the pen that still mean the same name */

/* Letters to add, leave out or change to get from one name to the other; NAME_MOST for long ones. */
static size_t distance(const char *one, const char *other)
{
    size_t rows = strlen(one), columns = strlen(other), row[NAME_MOST];
    if (rows >= NAME_MOST || columns >= NAME_MOST)
        return NAME_MOST;
    for (size_t k = 0; k <= columns; k++)
        row[k] = k;
    for (size_t i = 1; i <= rows; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t k = 1; k <= columns; k++) {
            size_t changed = corner + (one[i - 1] != other[k - 1]);
            size_t added = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            corner = row[k];
            row[k] = changed < added ? changed : added;
        }
    }
    return row[columns];
}

/* The nearest declared name, the first of several; NULL when none is near. */
static const char *nearest(const galley_settings *settings, const char *name)
{
    const char *best = NULL;
    size_t least = NEAR + 1;
    for (size_t i = 0; i < settings->count; i++) {
        size_t away = distance(name, settings->options[i].name);
        if (away >= least || away >= strlen(name))
            continue;
        least = away;
        best = settings->options[i].name;
    }
    return best;
}

static galley_status fail_unknown(const galley_settings *settings, const char *name, galley_findings *findings)
{
    const char *list = "; nothing can be set", *near = settings ? nearest(settings, name) : NULL;
    if (near)
        return galley_fail(findings, GALLEY_USAGE, "option.unknown", (galley_place){ 0 },
                           "there is no option %s here; did you mean %s?", name, near);
    for (size_t i = 0; settings && i < settings->count; i++)
        list = galley_arena_print(settings->arena, "%s%s %s", i ? list : "; what can be set:", i ? "," : "",
                                  settings->options[i].name);
    return galley_fail(findings, GALLEY_USAGE, "option.unknown", (galley_place){ 0 }, "there is no option %s here%s",
                       name, list);
}

/* ---- Setting and asking ----------------------------------------------------- */

static size_t index_of(const galley_settings *settings, const char *name)
{
    for (size_t i = 0; settings && i < settings->count; i++)
        if (strcmp(settings->options[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

bool galley_settings_has(const galley_settings *settings, const char *name)
{
    return index_of(settings, name) != SIZE_MAX;
}

galley_status galley_settings_set(galley_settings *settings, const char *name, const char *value,
                                  galley_findings *findings)
{
    size_t index = index_of(settings, name);
    galley_place nowhere = { 0 };
    if (index == SIZE_MAX)
        return fail_unknown(settings, name, findings);
    const galley_option *option = &settings->options[index];
    if (!types[option->type].takes(option, value))
        return galley_fail(findings, GALLEY_USAGE, "option.value", nowhere, "the option %s takes %s, not %s", name,
                           types[option->type].say(settings->arena, option), *value ? value : "nothing");
    settings->values[index] = galley_arena_print(settings->arena, "%s", value);
    return galley_arena_status(settings->arena);
}

static const char *value_of(const galley_settings *settings, const char *name)
{
    size_t index = index_of(settings, name);
    const char *value = index == SIZE_MAX ? NULL : settings->values[index];
    return value ? value : "";
}

bool galley_settings_flag(const galley_settings *settings, const char *name)
{
    bool flag = false;
    return parse_flag(value_of(settings, name), &flag) && flag;
}

long galley_settings_number(const galley_settings *settings, const char *name)
{
    long number = 0;
    return parse_number(value_of(settings, name), &number) ? number : 0;
}

const char *galley_settings_text(const galley_settings *settings, const char *name)
{
    return value_of(settings, name);
}
