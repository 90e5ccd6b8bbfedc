/* SPDX-License-Identifier: MIT
 * Plain text for corpora: a paragraph a line, the texts of an article in printed order,
 * something between two articles.  A line is a line for any program: what would end one
 * inside of a text becomes a space. */
#include "plugins/text/writer.h"

#define REPLACEMENT "\xEF\xBF\xBD"

typedef struct writing {
    galley_sink *sink;
    const char *separator; /* a line between two articles; NULL: none */
    bool heads, pages;
    bool begun;      /* an article stands there */
    bool due;        /* the separator comes before the next line */
    size_t left_out; /* lines of heads that are not written */
    size_t replaced; /* characters that no line can hold */
    size_t told;     /* lines that are written without what they are */
} writing;

/* ---- Lines ------------------------------------------------------------------ */

/* What ends a line, or may: LF, CR, VT, FF, FS..US, NEL, LS, PS. */
static bool ends_line(uint32_t code)
{
    return (code >= 0x0A && code <= 0x0D) || (code >= 0x1C && code <= 0x1F) || code == 0x85 || code == 0x2028 ||
           code == 0x2029;
}

static void put_code(writing *write, uint32_t code, galley_slice bytes)
{
    bool lost = code == 0 || (code == 0xFFFD && bytes.length == 1);
    write->replaced += lost;
    if (ends_line(code))
        galley_sink_put(write->sink, " ");
    else
        galley_sink_slice(write->sink, lost ? galley_slice_of(REPLACEMENT) : bytes);
}

static void separate(writing *write)
{
    if (write->due && write->separator)
        galley_sink_print(write->sink, "%s\n", write->separator);
    write->due = false;
}

static void put_line(writing *write, const galley_text *text)
{
    galley_slice words = galley_slice_trim(text->text);
    if (text->copy || !words.length)
        return;
    separate(write);
    const char *end = galley_slice_end(words);
    for (const char *at = words.text; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        put_code(write, code, galley_slice_range(from, at));
    }
    galley_sink_put(write->sink, "\n");
    write->begun = true;
}

/* A line of a head, a heading or a credit: not part of the running text. */
static void put_head_line(writing *write, const galley_text *text)
{
    bool shows = !text->copy && galley_slice_trim(text->text).length > 0;
    write->left_out += shows && !write->heads;
    write->told += shows && write->heads;
    if (write->heads)
        put_line(write, text);
}

/* ---- Articles --------------------------------------------------------------- */

static void put_block(writing *write, const galley_block *block)
{
    (block->type == GALLEY_CROSSHEAD ? put_head_line : put_line)(write, &block->text);
    for (uint32_t i = 0; i < block->item_count; i++)
        put_line(write, &block->items[i]);
    put_head_line(write, &block->credit);
}

static void put_article(writing *write, const galley_article *article)
{
    write->due = write->begun;
    put_head_line(write, &article->section);
    put_head_line(write, &article->kicker);
    put_head_line(write, &article->headline);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        put_head_line(write, &article->subheadlines.items[i]);
    put_head_line(write, &article->byline);
    put_head_line(write, &article->dateline);
    for (size_t i = 0; i < article->blocks.count; i++)
        put_block(write, &article->blocks.items[i]);
    put_head_line(write, &article->credit);
}

/* A page begins with a form feed, which separates by itself. */
static void begin_page(writing *write)
{
    if (write->pages && write->begun) {
        galley_sink_put(write->sink, "\f");
        write->begun = false;
    }
}

static void report(const writing *write, galley_findings *findings)
{
    const struct {
        size_t count;
        const char *code, *sentence;
    } rows[] = {
        { write->replaced, "text.character", "some of the characters: U+FFFD stands in their place" },
        { write->left_out, "text.heads", "heads and credits, as heads=no wants it: these lines are left out" },
        { write->told, "text.roles", "which line is a headline, a byline or a credit" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].count)
            galley_find(findings, GALLEY_LOST, rows[i].code, (galley_place){ 0 }, "plain text cannot hold %s (%zu)",
                        rows[i].sentence, rows[i].count);
}

galley_status text_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings)
{
    static const char *const separators[][2] = { { "blank", "" }, { "rule", "----" } };
    const char *separator = galley_settings_text(settings, "separator");
    writing write = { .sink = sink,
                      .heads = galley_settings_flag(settings, "heads"),
                      .pages = galley_settings_flag(settings, "pages") };
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (strcmp(separator, separators[i][0]) == 0)
            write.separator = separators[i][1];
    for (size_t i = 0; i < issue->articles.count; i++) {
        if (i > 0 && issue->articles.items[i]->page != issue->articles.items[i - 1]->page)
            begin_page(&write);
        put_article(&write, issue->articles.items[i]);
    }
    report(&write, findings);
    return GALLEY_OK;
}
