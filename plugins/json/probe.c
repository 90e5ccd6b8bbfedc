/* SPDX-License-Identifier: MIT
 * Is it Galley's JSON?  The member "format": "galley-issue" near the start is a
 * signature (100).  Other JSON is told by its first characters: 10 for an object
 * with a member, 5 for an array, for the reader can at least say what is wrong. */
#include "plugins/json/plugin.h"

#define NEAR 1024 /* bytes: the signature comes before the pages */

static size_t skip_space(galley_slice bytes, size_t at)
{
    while (at < bytes.length && strchr(" \t\r\n", bytes.text[at]) && bytes.text[at])
        at++;
    return at;
}

static bool has_signature(galley_slice bytes)
{
    const galley_slice key = galley_slice_of("\"format\""), value = galley_slice_of("\"galley-issue\"");
    galley_slice start = galley_slice_part(bytes, 0, bytes.length < NEAR ? bytes.length : NEAR);
    size_t at = galley_slice_find(start, key, 0);
    if (at == SIZE_MAX)
        return false;
    at = skip_space(start, at + key.length);
    if (at >= start.length || start.text[at] != ':')
        return false;
    at = skip_space(start, at + 1);
    return galley_slice_starts(galley_slice_part(start, at, start.length), value);
}

int json_probe(galley_slice bytes, bool whole, const char *name)
{
    (void)whole;
    (void)name;
    size_t at = galley_slice_starts(bytes, galley_slice_of("\xef\xbb\xbf")) ? 3 : 0;
    at = skip_space(bytes, at);
    if (at >= bytes.length || (bytes.text[at] != '{' && bytes.text[at] != '['))
        return 0;
    bool object = bytes.text[at] == '{';
    if (object && has_signature(bytes))
        return 100;
    at = skip_space(bytes, at + 1);
    char next = at < bytes.length ? bytes.text[at] : '\0';
    return object ? (next == '"' || next == '}' ? 10 : 0) : next && strchr("{[\"]", next) ? 5 : 0;
}
