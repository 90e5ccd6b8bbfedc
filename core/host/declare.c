/* SPDX-License-Identifier: MIT
 * A declaration is believed only when it is sound: lists end, words are words,
 * lines are lines, an option's default is a value that the option takes, and
 * there is a function for every capability.  What passes here can be printed,
 * completed and written into the index without another thought. */
#include "config.h"

#include "core/host/plugins.h"

#include <string.h>

#include <galley/text.h>

#define LIST_MOST 64
#define WORD_MOST 32
#define LINE_MOST 240

static bool is_word(const char *word, const char *more)
{
    size_t length = word ? strnlen(word, WORD_MOST + 1) : 0;
    if (length == 0 || length > WORD_MOST)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!(word[i] >= 'a' && word[i] <= 'z') && !(word[i] >= '0' && word[i] <= '9') &&
            (i == 0 || !strchr(more, word[i])))
            return false;
    return true;
}

static bool is_line(const char *line)
{
    size_t length = line ? strnlen(line, LINE_MOST + 1) : LINE_MOST + 1;
    if (length > LINE_MOST || !galley_text_valid((galley_slice){ line, length }, NULL))
        return false;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
            return false;
    return true;
}

static bool is_list(const char *const *list, bool (*is_item)(const char *item))
{
    size_t count = 0;
    while (list && count <= LIST_MOST && list[count] && is_item(list[count]))
        count++;
    return list && count <= LIST_MOST && !list[count];
}

static bool is_extension(const char *word)
{
    return is_word(word, "-_+.");
}

static bool is_media_type(const char *line)
{
    return is_line(line) && strchr(line, '/') && !strchr(line, ' ');
}

static bool is_choice(const char *line)
{
    return is_line(line) && line[0];
}

static bool option_is_whole(const galley_option *option)
{
    if (!is_word(option->name, "-") || !is_line(option->help) || !is_line(option->fallback))
        return false;
    switch (option->type) {
    case GALLEY_OPTION_FLAG:
    case GALLEY_OPTION_TEXT:
        return true;
    case GALLEY_OPTION_NUMBER:
        return option->minimum <= option->maximum;
    case GALLEY_OPTION_CHOICE:
        return is_list(option->choices, is_choice) && option->choices[0];
    }
    return false;
}

/* The default is tried as if somebody had typed it. */
static bool default_is_taken(const galley_option *option)
{
    galley_settings *settings = galley_settings_new(option, 1);
    bool taken = settings && galley_settings_set(settings, option->name, option->fallback, NULL) == GALLEY_OK;
    galley_settings_drop(settings);
    return taken;
}

static const char *options_fault(galley_arena *arena, const galley_format *format)
{
    if (format->option_count > LIST_MOST || (format->option_count && !format->options))
        return galley_arena_print(arena, "the options of format %s are no list", format->id);
    for (size_t i = 0; i < format->option_count; i++) {
        const galley_option *option = &format->options[i];
        if (!option_is_whole(option))
            return galley_arena_print(arena, "option number %zu of format %s is not declared in full", i + 1,
                                      format->id);
        if (!default_is_taken(option))
            return galley_arena_print(arena, "the default of option %s of format %s is not one of its values",
                                      option->name, format->id);
        for (size_t j = 0; j < i; j++)
            if (strcmp(option->name, format->options[j].name) == 0)
                return galley_arena_print(arena, "format %s declares the option %s twice", format->id, option->name);
    }
    return NULL;
}

static const char *functions_fault(galley_arena *arena, const galley_format *format)
{
    if ((format->capabilities & GALLEY_READS) && (!format->read || !format->probe))
        return galley_arena_print(arena, "format %s says it reads and has no %s function", format->id,
                                  format->read ? "probe" : "read");
    if ((format->capabilities & GALLEY_WRITES) && !format->write)
        return galley_arena_print(arena, "format %s says it writes and has no write function", format->id);
    return NULL;
}

const char *declare_format_fault(galley_arena *arena, const galley_format *format, bool functions)
{
    if (!is_word(format->id, "-"))
        return "a format's id is not made of small letters, digits and hyphens";
    if (!is_line(format->description) || !format->description[0])
        return galley_arena_print(arena, "format %s has no one-line description", format->id);
    if (!is_list(format->extensions, is_extension))
        return galley_arena_print(arena, "the extensions of format %s are not small words without a dot", format->id);
    if (!is_list(format->media_types, is_media_type))
        return galley_arena_print(arena, "the media types of format %s are no list of type/subtype", format->id);
    if (!(format->capabilities & (GALLEY_READS | GALLEY_WRITES)))
        return galley_arena_print(arena, "format %s neither reads nor writes", format->id);
    const char *fault = options_fault(arena, format);
    return fault || !functions ? fault : functions_fault(arena, format);
}

const char *declare_plugin_fault(galley_arena *arena, const galley_plugin *plugin)
{
    const struct {
        const char *what, *line;
    } lines[] = { { "version", plugin->version }, { "license", plugin->license } };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!is_line(lines[i].line) || !lines[i].line[0])
            return galley_arena_print(arena, "its %s is not one line of text", lines[i].what);
    if (plugin->description && !is_line(plugin->description))
        return "its description is not one line of text";
    if (!plugin->formats || !plugin->formats[0])
        return "it declares no format";
    size_t count = 0;
    while (count <= LIST_MOST && plugin->formats[count])
        count++;
    return count > LIST_MOST ? "its list of formats does not end" : NULL;
}
