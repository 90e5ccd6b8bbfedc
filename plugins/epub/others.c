/* SPDX-License-Identifier: MIT */
#include "plugins/epub/reader.h"

galley_status epub_read_others(const epub_package *book, galley_issue *issue, const char *split)
{
    (void)issue;
    (void)split;
    return galley_fail(book->findings, GALLEY_FORMAT, "epub.others", (galley_place){ .file = book->file }, "no");
}
