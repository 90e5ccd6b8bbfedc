/* SPDX-License-Identifier: MIT
 * One row a tag.  A newcomer adds a row; the longest matching tag wins. */
#include "plugins/markdown/phrases.h"

static const markdown_phrases phrases[] = {
    { "en", { "Page ", "" }, { "Continued on ", "" }, { "Continued from ", "" } },
    { "zh", { "第", "版" }, { "下转", "" }, { "上接", "" } },
    { "zh-Hant", { "第", "版" }, { "下轉", "" }, { "上接", "" } },
    { "zh-TW", { "第", "版" }, { "下轉", "" }, { "上接", "" } },
    { "zh-HK", { "第", "版" }, { "下轉", "" }, { "上接", "" } },
    { "zh-MO", { "第", "版" }, { "下轉", "" }, { "上接", "" } },
    { "ja", { "", "面" }, { "", "に続く" }, { "", "から続く" } },
    { "ko", { "", "면" }, { "", "에 계속" }, { "", "에서 계속" } },
    { "de", { "Seite ", "" }, { "Fortsetzung auf ", "" }, { "Fortsetzung von ", "" } },
    { "fr", { "Page ", "" }, { "Suite : ", "" }, { "Suite de : ", "" } },
};

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether `tag` is `range` or begins with it and a hyphen; case does not count. */
static bool matches(galley_slice tag, const char *range)
{
    size_t length = strlen(range);
    if (tag.length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(tag.text[i]) != lower(range[i]))
            return false;
    return tag.length == length || tag.text[length] == '-';
}

const markdown_phrases *markdown_phrases_of(galley_slice language)
{
    const markdown_phrases *best = NULL;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (matches(language, phrases[i].language) && (!best || strlen(phrases[i].language) > strlen(best->language)))
            best = &phrases[i];
    return best ? best : &phrases[0];
}
