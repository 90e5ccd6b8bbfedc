/* SPDX-License-Identifier: MIT
 * What a link may lead to: the web and mail.  Everything else, a script above all, is
 * the newspaper's text and no link.  What an address cannot have is percent-encoded. */
#include <galley/buffer.h>

#include "plugins/html/sheet.h"

static bool is_letter_or_digit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

static bool is_hex(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/* Where the host ends that begins at `from`: names with dots, and a port; 0: that is no host. */
static size_t host_end(galley_slice value, size_t from)
{
    size_t at = from, port = 0;
    while (at < value.length &&
           (is_letter_or_digit(value.text[at]) ||
            (at > from && strchr("-.", value.text[at]) && value.text[at] && is_letter_or_digit(value.text[at - 1]))))
        at++;
    bool named = at > from && is_letter_or_digit(value.text[at - 1]);
    if (at < value.length && value.text[at] == ':')
        for (at++; at < value.length && value.text[at] >= '0' && value.text[at] <= '9' && port < 5; at++)
            port++;
    bool ends = at == value.length || (value.text[at] && strchr("/?#", value.text[at]));
    return named && ends ? at : 0;
}

static bool is_plain(galley_slice value, size_t at)
{
    char byte = value.text[at];
    if (byte == '%')
        return at + 2 < value.length && is_hex(value.text[at + 1]) && is_hex(value.text[at + 2]);
    return is_letter_or_digit(byte) || (byte && strchr("-._~!$&'()*+,;=:@/?", byte));
}

static void add_rest(galley_buffer *out, galley_slice value, size_t from)
{
    bool fragment = false;
    for (size_t i = from; i < value.length; i++) {
        bool begins = value.text[i] == '#' && !fragment;
        fragment = fragment || begins;
        if (begins || is_plain(value, i))
            galley_buffer_byte(out, value.text[i]);
        else
            galley_buffer_print(out, "%%%02X", (unsigned char)value.text[i]);
    }
}

galley_slice html_address(galley_arena *arena, galley_slice value)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    galley_buffer out = { 0 };
    galley_slice address = galley_slice_of("");
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        galley_slice scheme = galley_slice_of(schemes[i]);
        if (!galley_slice_starts(value, scheme) || value.length == scheme.length)
            continue;
        size_t rest = i < 2 ? host_end(value, scheme.length) : scheme.length;
        if (!rest)
            continue;
        galley_buffer_add(&out, galley_slice_part(value, 0, rest));
        add_rest(&out, value, rest);
        address = galley_buffer_copy(&out, arena);
    }
    galley_buffer_drop(&out);
    return address;
}
