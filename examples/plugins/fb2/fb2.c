/* SPDX-License-Identifier: MIT
 * FictionBook 2 for Galley, in one file: copy it to begin a plugin of your own.
 * An issue becomes a body, a page a section, an article a section in it.  What
 * FictionBook has no place for is declared below (`cannot`): the host turns it into
 * something we can write, or says that it is left out, before we are called.
 * doc/plugins.md goes through this file from the bottom to the top. */
#include <galley/plugin.h>

typedef struct book {
    const galley_issue *issue;
    galley_sink *sink;
    size_t lost;   /* characters that XML cannot carry */
    bool is_empty; /* nothing but a title in the article so far */
    bool in_page;  /* a page's section is open */
    uint32_t page; /* which one */
} book;

/* ---- XML -------------------------------------------------------------------- */

/* Char of XML 1.0; what is no UTF-8 comes as one byte and U+FFFD. */
static bool is_xml(uint32_t code, size_t bytes)
{
    bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    return !control && code != 0xFFFE && code != 0xFFFF && !(code == 0xFFFD && bytes == 1);
}

static void put_text(book *to, galley_slice text)
{
    static const char *const named[128] = { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['\r'] = "&#13;" };
    const char *end = galley_slice_end(text);
    for (const char *at = text.text; at < end;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, end);
        bool good = is_xml(code, (size_t)(at - from));
        const char *word = !good ? "\xEF\xBF\xBD" : code < 128 ? named[code] : NULL;
        galley_sink_slice(to->sink, word ? galley_slice_of(word) : galley_slice_range(from, at));
        to->lost += !good;
    }
}

static void put_element(book *to, const char *name, galley_slice text)
{
    galley_sink_print(to->sink, "<%s>", name);
    put_text(to, text);
    galley_sink_print(to->sink, "</%s>\n", name);
}

/* ---- Articles ---------------------------------------------------------------- */

/* A byline that also stands in a paragraph is printed there. */
static galley_slice shown(const galley_text *text)
{
    return text->copy ? (galley_slice){ 0 } : text->text;
}

static void put_line(book *to, const char *name, galley_slice text)
{
    if (!text.length)
        return;
    put_element(to, name, text);
    to->is_empty = false;
}

static void put_paragraph(book *to, const galley_block *block)
{
    put_line(to, "p", block->text.text);
}

static void put_crosshead(book *to, const galley_block *block)
{
    put_line(to, "subtitle", block->text.text);
}

static void put_quotation(book *to, const galley_block *block)
{
    galley_sink_put(to->sink, "<cite>");
    put_line(to, "p", block->text.text);
    galley_sink_put(to->sink, "</cite>\n");
    to->is_empty = false;
}

static void put_list(book *to, const galley_block *block)
{
    for (uint32_t i = 0; i < block->item_count; i++)
        put_line(to, "p", block->items[i].text);
}

/* Figures and tables never come: we said that we cannot. */
static void (*const put_block[GALLEY_BLOCK_COUNT])(book *, const galley_block *) = {
    [GALLEY_PARAGRAPH] = put_paragraph,
    [GALLEY_CROSSHEAD] = put_crosshead,
    [GALLEY_QUOTATION] = put_quotation,
    [GALLEY_LIST] = put_list,
};

static void put_title(book *to, galley_slice small, galley_slice large)
{
    if (!small.length && !large.length)
        return;
    galley_sink_put(to->sink, "<title>\n");
    put_line(to, "p", small);
    put_line(to, "p", large);
    galley_sink_put(to->sink, "</title>\n");
}

static void put_article(book *to, const galley_article *article)
{
    galley_sink_put(to->sink, "<section>\n");
    put_title(to, shown(&article->kicker), shown(&article->headline));
    to->is_empty = true;
    for (size_t i = 0; i < article->subheadlines.count; i++)
        put_line(to, "subtitle", shown(&article->subheadlines.items[i]));
    put_line(to, "p", shown(&article->section));
    put_line(to, "p", shown(&article->byline));
    put_line(to, "p", shown(&article->dateline));
    for (size_t i = 0; i < article->blocks.count; i++) {
        const galley_block *block = &article->blocks.items[i];
        if (block->type < GALLEY_BLOCK_COUNT && put_block[block->type])
            put_block[block->type](to, block);
    }
    put_line(to, "p", shown(&article->credit));
    galley_sink_put(to->sink, to->is_empty ? "<empty-line/>\n</section>\n" : "</section>\n");
}

/* ---- The book ------------------------------------------------------------------ */

static void turn_to(book *to, uint32_t page)
{
    const galley_issue *issue = to->issue;
    if (to->in_page && page == to->page)
        return;
    galley_sink_put(to->sink, to->in_page ? "</section>\n<section>\n" : "<section>\n");
    to->in_page = true;
    to->page = page;
    if (page < issue->pages.count)
        put_title(to, issue->pages.items[page].number, issue->pages.items[page].section);
}

static void put_body(book *to)
{
    galley_sink_put(to->sink, "<body>\n");
    put_title(to, to->issue->meta.title, to->issue->meta.date);
    for (size_t i = 0; i < to->issue->articles.count; i++) {
        const galley_article *article = to->issue->articles.items[i];
        turn_to(to, article->page);
        put_article(to, article);
    }
    galley_sink_put(to->sink, to->in_page ? "</section>\n" : "<section><empty-line/></section>\n");
    galley_sink_put(to->sink, "</body>\n");
}

static void put_author(book *to)
{
    const galley_meta *meta = &to->issue->meta;
    galley_sink_put(to->sink, "<author>");
    put_element(to, "nickname", meta->publisher.length ? meta->publisher : meta->title);
    galley_sink_put(to->sink, "</author>\n");
}

static void put_description(book *to, galley_slice genre)
{
    const galley_meta *meta = &to->issue->meta;
    galley_sink_put(to->sink, "<description>\n<title-info>\n");
    put_element(to, "genre", genre);
    put_author(to);
    put_element(to, "book-title", meta->title);
    put_element(to, "date", meta->date);
    put_element(to, "lang", meta->language.length ? meta->language : galley_slice_of("und"));
    galley_sink_put(to->sink, "</title-info>\n<document-info>\n");
    put_author(to);
    galley_sink_put(to->sink, "<program-used>galley</program-used>\n<date/>\n"); /* same issue, same bytes */
    put_element(to, "id", meta->id);
    galley_sink_put(to->sink, "<version>1.0</version>\n</document-info>\n</description>\n");
}

static galley_status write_fb2(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                               galley_findings *findings)
{
    book to = { .issue = issue, .sink = sink };
    galley_sink_put(sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<FictionBook xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\">\n");
    put_description(&to, galley_slice_of(galley_settings_text(settings, "genre")));
    put_body(&to);
    galley_sink_put(sink, "</FictionBook>\n");
    if (to.lost)
        galley_find(findings, GALLEY_LOST, "fb2.character", (galley_place){ 0 },
                    "XML cannot carry %zu of the characters; U+FFFD stands in their place", to.lost);
    return GALLEY_OK; /* the host asks the sink */
}

/* ---- The declaration -------------------------------------------------------------- */

static const char *const media_types[] = { "application/x-fictionbook+xml", NULL };
static const char *const extensions[] = { "fb2", NULL };

static const galley_option options[] = {
    { .name = "genre", .type = GALLEY_OPTION_TEXT, .fallback = "nonf_publicism", .help = "genre code of the book" },
};

static const galley_format fb2 = {
    .size = sizeof fb2,
    .id = "fb2",
    .description = "FictionBook 2: a section for each page and each article",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_WRITES | GALLEY_TEXT_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE | GALLEY_NO_TABLES | GALLEY_NO_FIGURES |
              GALLEY_NO_IMAGES | GALLEY_NO_MARKS | GALLEY_NO_DETAILS | GALLEY_NO_LEVELS,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .write = write_fb2,
};

static const galley_format *const formats[] = { &fb2, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD, .name = "fb2", .version = "1.0", .license = "MIT", .description = "writes FictionBook 2",
    .formats = formats,
};
