/* SPDX-License-Identifier: MIT
 * The sheets are put in by the build; each stands behind what it changes. */
#include "plugins/epub/profile.h"

#include "plugins/epub/sheets.h"

static bool is(const galley_settings *settings, const char *option, const char *value)
{
    return strcmp(galley_settings_text(settings, option), value) == 0;
}

epub_profile epub_profile_of(const galley_settings *settings)
{
    bool is_eink = is(settings, "profile", "e-ink");
    return (epub_profile){
        .is_vertical = is(settings, "writing-mode", "vertical"),
        .is_eink = is_eink,
        .is_light = is_eink || is(settings, "theme", "light"),
        .has_way = is_eink || galley_settings_flag(settings, "nav-links"),
    };
}

void epub_profile_style(const epub_profile *profile, galley_buffer *out)
{
    const struct {
        bool is_used;
        const char *sheet;
    } sheets[] = {
        { true, epub_galley_css },
        { !profile->is_light, epub_dark_css },
        { profile->is_eink, epub_eink_css },
        { profile->is_vertical, epub_vertical_css },
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        galley_buffer_put(out, sheets[i].is_used ? sheets[i].sheet : "");
}
