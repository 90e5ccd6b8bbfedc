/* SPDX-License-Identifier: MIT
 * A name is taken by the block that it fits: who took a paragraph out of a file should
 * not have every piece behind it called by the name of another. */
#include "plugins/markdown/names.h"

/* ^crosshead2*3 */
static bool parse_name(galley_slice word, markdown_name *out)
{
    *out = (markdown_name){ .count = 1 };
    if (word.length && word.text[0] == '^') {
        out->above = true;
        word = galley_slice_part(word, 1, word.length);
    }
    size_t star = galley_slice_find(word, galley_slice_of("*"), 0), end = star == SIZE_MAX ? word.length : star;
    size_t digits = end;
    while (digits > 0 && word.text[digits - 1] >= '0' && word.text[digits - 1] <= '9')
        digits--;
    for (size_t i = digits; i < end && i < digits + 9; i++)
        out->level = out->level * 10 + (uint32_t)(word.text[i] - '0');
    if (star != SIZE_MAX)
        out->count = 0;
    for (size_t i = end + 1; i < word.length && i < end + 9; i++) {
        if (word.text[i] < '0' || word.text[i] > '9')
            return false;
        out->count = out->count * 10 + (size_t)(word.text[i] - '0');
    }
    return out->count > 0 && markdown_role_parse(galley_slice_part(word, 0, digits), &out->role);
}

void markdown_names_take(galley_arena *arena, const markdown_comment *comment, markdown_names *out)
{
    *out = (markdown_names){ 0 };
    for (size_t i = 0; i < comment->tokens.count; i++) {
        markdown_name name;
        if (comment->tokens.items[i].key.length || !parse_name(comment->tokens.items[i].value, &name))
            continue;
        markdown_name *kept = galley_push(arena, &out->items);
        if (kept)
            *kept = name;
    }
}

bool markdown_names_above(markdown_names *names, markdown_name *out)
{
    if (names->next == names->items.count || !names->items.items[names->next].above)
        return false;
    *out = names->items.items[names->next++];
    return true;
}

bool markdown_names_next(markdown_names *names, unsigned fit, markdown_name *out)
{
    for (size_t i = names->next; i < names->items.count; i++) {
        markdown_name *name = &names->items.items[i];
        if (name->above || !(MARKDOWN_ROLE_BIT(name->role) & fit))
            continue;
        names->changed |= i > names->next;
        names->next = i;
        *out = *name;
        if (--name->count == 0)
            names->next++;
        return true;
    }
    names->changed = true;
    return false;
}

bool markdown_names_fit(const markdown_names *names)
{
    return !names->changed && names->next == names->items.count;
}
