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

void markdown_entries(galley_meta *meta, markdown_entry out[MARKDOWN_ENTRY_COUNT])
{
    const markdown_entry entries[MARKDOWN_ENTRY_COUNT] = {
        { "title", &meta->title },
        { "subtitle", &meta->subtitle },
        { "date", &meta->date },
        { "edition", &meta->edition },
        { "volume", &meta->volume },
        { "number", &meta->number },
        { "issn", &meta->issn },
        { "cn", &meta->cn },
        { "publisher", &meta->publisher },
        { "place", &meta->place },
        { "editor", &meta->editor },
        { "language", &meta->language },
        { "licence", &meta->licence },
        { "source", &meta->source_url },
        { "conversion", &meta->conversion },
        { "previous", &meta->previous },
        { "next", &meta->next },
        { "id", &meta->id },
    };
    memcpy(out, entries, sizeof entries);
}

void markdown_put_matter(markdown_sheet *sheet)
{
    galley_meta meta = sheet->issue->meta;
    markdown_entry entries[MARKDOWN_ENTRY_COUNT];
    markdown_entries(&meta, entries);
    markdown_put(sheet, "---\n");
    for (size_t i = 0; i < MARKDOWN_ENTRY_COUNT; i++)
        put_entry(sheet, entries[i].key, *entries[i].value);
    galley_sink_print(sheet->sink, "pages: %zu\narticles: %zu\n---", sheet->issue->pages.count,
                      sheet->issue->articles.count);
    markdown_end(sheet, MARKDOWN_TITLE);
}

/* ---- One article ------------------------------------------------------------ */

galley_slice markdown_file_name(galley_slice source)
{
    size_t from = source.length;
    while (from > 0 && source.text[from - 1] != '/')
        from--;
    return galley_slice_part(source, from, source.length);
}

/* The first and the last line of an article in the file that it begins in. */
typedef struct extent {
    const galley_issue *issue;
    const galley_page *page; /* the first one */
    uint32_t first, last;
} extent;

static void stretch(void *state, const char *role, const galley_text *text)
{
    (void)role;
    extent *of = state;
    for (uint32_t i = 0; i < text->span_count; i++) {
        const galley_page *page = galley_line_page(of->issue, text->spans[i].line);
        uint32_t number = of->issue->lines.items[text->spans[i].line].number;
        if (!of->page)
            of->page = page;
        if (!page || !galley_slice_equal(page->source, of->page->source))
            continue;
        of->first = !of->first || number < of->first ? number : of->first;
        of->last = number > of->last ? number : of->last;
    }
}

/* lines: "page1.txt:15-31" */
static void put_source_lines(markdown_sheet *sheet, const galley_article *article)
{
    extent of = { .issue = sheet->issue };
    galley_article_visit(article, stretch, &of);
    if (!of.page || !of.page->source.length || !of.first) /* lines that were made have no source */
        return;
    galley_arena *scratch = galley_arena_new(0);
    if (!scratch)
        return;
    const char *where = galley_arena_print(scratch, "%.*s:%u-%u", GALLEY_SHOW(markdown_file_name(of.page->source)),
                                           (unsigned)of.first, (unsigned)of.last);
    put_entry(sheet, "lines", galley_slice_of(where));
    galley_arena_drop(scratch);
}

void markdown_put_article_matter(markdown_sheet *sheet, uint32_t index, const char *previous, const char *next)
{
    const galley_issue *issue = sheet->issue;
    const galley_article *article = issue->articles.items[index];
    const galley_page *page = article->page < issue->pages.count ? &issue->pages.items[article->page] : NULL;
    galley_slice none = { 0 }, section = article->section.text;
    const struct {
        const char *key;
        galley_slice value;
    } entries[] = {
        { "title", article->headline.text },
        { "newspaper", issue->meta.title },
        { "date", issue->meta.date },
        { "number", issue->meta.number },
        { "issn", issue->meta.issn },
        { "cn", issue->meta.cn },
        { "page", page ? page->number : none },
        { "section", section.length || !page ? section : page->section },
        { "byline", article->byline.text },
        { "language", article->language.length ? article->language : issue->meta.language },
        { "id", article->id },
        { "issue", issue->meta.id },
        { "previous", galley_slice_of(previous) },
        { "next", galley_slice_of(next) },
    };
    markdown_put(sheet, "---\n");
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        put_entry(sheet, entries[i].key, entries[i].value);
    put_source_lines(sheet, article);
    markdown_put(sheet, "---");
    markdown_end(sheet, MARKDOWN_TITLE);
}
