/* SPDX-License-Identifier: MIT
 * One row a member of galley_meta. */
#include "plugins/epub/terms.h"

#include <stddef.h>

#define ROW(word, member)                                                                                              \
    {                                                                                                                  \
        EPUB_PREFIX ":" word, offsetof(galley_meta, member)                                                            \
    }

const epub_term epub_terms[] = {
    ROW("id", id),
    ROW("title", title),
    ROW("subtitle", subtitle),
    ROW("date", date),
    ROW("number", number),
    ROW("edition", edition),
    ROW("volume", volume),
    ROW("language", language),
    ROW("publisher", publisher),
    ROW("place", place),
    ROW("editor", editor),
    ROW("issn", issn),
    ROW("cn", cn),
    ROW("licence", licence),
    ROW("source", source_url),
    ROW("previous", previous),
    ROW("next", next),
    ROW("conversion", conversion),
    { NULL, 0 },
};

galley_slice *epub_term_value(galley_meta *meta, const epub_term *term)
{
    return (galley_slice *)(void *)((char *)meta + term->offset);
}
