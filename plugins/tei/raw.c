/* SPDX-License-Identifier: MIT
 * Each line is compared with what is heard of it, byte by byte, as it is heard. */
#include "plugins/tei/raw.h"

bool tei_raw_make(galley_arena *arena, const galley_issue *issue, tei_raw *out)
{
    *out = (tei_raw){ .issue = issue,
                      .given = galley_arena_array(arena, issue->lines.count + 1, sizeof *out->given),
                      .differs = galley_arena_array(arena, issue->lines.count + 1, sizeof *out->differs),
                      .line = GALLEY_NONE };
    return galley_arena_status(arena) == GALLEY_OK;
}

/* A line whose parts are alike is not given back by them in another order, though it looks so. */
void tei_raw_line(tei_raw *raw, uint32_t line, uint32_t from)
{
    if (line != GALLEY_NONE) {
        uint32_t given = raw->given[line];
        galley_slice text = raw->issue->lines.items[line].text;
        raw->differs[line] |= from < given || galley_slice_trim(galley_slice_part(text, given, from)).length;
    }
    raw->line = line;
    raw->spaces = (galley_slice){ 0 };
}

static void compare(tei_raw *raw, galley_slice words)
{
    galley_slice fact = raw->issue->lines.items[raw->line].text;
    uint32_t *given = &raw->given[raw->line];
    galley_slice next = galley_slice_part(fact, *given, *given + words.length);
    if (galley_slice_equal(next, words))
        *given += (uint32_t)words.length;
    else
        raw->differs[raw->line] = true;
}

/* White space that XML has no word for does not come back. */
static bool has_odd_space(galley_slice words)
{
    for (size_t i = 0; i < words.length; i++) {
        if (words.text[i] && strchr("\r\v\f\x1C\x1D\x1E\x1F", words.text[i]))
            return true;
    }
    return false;
}

void tei_raw_hear(tei_raw *raw, galley_slice words)
{
    if (raw->line == GALLEY_NONE)
        return;
    size_t end = words.length;
    while (end && words.text[end - 1] == ' ')
        end--;
    if (end) {
        compare(raw, raw->spaces);
        compare(raw, galley_slice_part(words, 0, end));
        raw->spaces = (galley_slice){ 0 };
    }
    raw->differs[raw->line] |= raw->spaces.length > 0 || has_odd_space(words);
    raw->spaces = galley_slice_part(words, end, words.length);
}

bool tei_raw_is_due(const tei_raw *raw, uint32_t line)
{
    return raw->differs[line] || raw->given[line] != raw->issue->lines.items[line].text.length;
}
