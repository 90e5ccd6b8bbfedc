/* SPDX-License-Identifier: MIT
 * YAML between two lines of ---.  Every value of the newspaper is a quoted string: a
 * number 0012 keeps its zeros and a language `no` stays a language. */
#include "plugins/markdown/matter.h"

#include "plugins/markdown/escape.h"

static void put_entry(markdown_sheet *sheet, const char *key, galley_slice value)
{
    if (!value.length)
        return;
    galley_sink_print(sheet->sink, "%s: ", key);
    sheet->lost += markdown_escape_yaml(sheet->sink, value);
    markdown_put(sheet, "\n");
}

void markdown_put_matter(markdown_sheet *sheet)
{
    const galley_meta *meta = &sheet->issue->meta;
    const struct {
        const char *key;
        galley_slice value;
    } entries[] = {
        { "title", meta->title },   { "date", meta->date },
        { "number", meta->number }, { "issn", meta->issn },
        { "cn", meta->cn },         { "publisher", meta->publisher },
        { "place", meta->place },   { "language", meta->language },
        { "id", meta->id },
    };
    markdown_put(sheet, "---\n");
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        put_entry(sheet, entries[i].key, entries[i].value);
    galley_sink_print(sheet->sink, "pages: %zu\narticles: %zu\n---", sheet->issue->pages.count,
                      sheet->issue->articles.count);
    markdown_end(sheet, MARKDOWN_TITLE);
}
