/* SPDX-License-Identifier: MIT
 * Opens the book and takes one of the two ways. */
#include "plugins/epub/reader.h"

#include <strings.h>

int epub_probe(galley_slice bytes, bool whole, const char *name)
{
    static const char magic[] = "PK\x03\x04", type[] = "mimetypeapplication/epub+zip";
    const size_t type_at = 30; /* behind the first local header */
    (void)whole;
    if (!galley_slice_starts(bytes, galley_slice_of(magic)))
        return 0;
    if (bytes.length > type_at &&
        galley_slice_starts(galley_slice_part(bytes, type_at, bytes.length), galley_slice_of(type)))
        return 100;
    if (galley_slice_find(bytes, galley_slice_of("META-INF/container.xml"), 0) != SIZE_MAX)
        return 80;
    size_t length = name ? strlen(name) : 0;
    return length > 5 && strcasecmp(name + length - 5, ".epub") == 0 ? 40 : 0;
}

galley_status epub_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings)
{
    (void)count;
    const char *file = galley_source_name(sources[0]);
    galley_arena *arena = galley_arena_new(0);
    epub_package book = { .zip = NULL };
    if (!arena)
        return galley_fail(findings, GALLEY_MEMORY, "epub.memory", (galley_place){ .file = file },
                           "there is not enough memory to read it");
    galley_status status = epub_package_open(&book, galley_source_bytes(sources[0]), file, arena, findings);
    if (status == GALLEY_OK && book.is_ours)
        status = epub_read_ours(&book, issue);
    else if (status == GALLEY_OK)
        status = epub_read_others(&book, issue, galley_settings_text(settings, "split"));
    galley_status room = galley_issue_status(issue) ? galley_issue_status(issue) : galley_arena_status(arena);
    if (status == GALLEY_OK && room != GALLEY_OK)
        status = galley_fail(findings, room, "epub.memory", (galley_place){ .file = file },
                             "there is no room for what is in it");
    epub_package_close(&book);
    galley_arena_drop(arena);
    issue->has_readings = true;
    return status;
}
