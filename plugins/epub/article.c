/* SPDX-License-Identifier: MIT
 * An article: the way through the issue, the line that says where it stood (the
 * folio), its head, its blocks, and links to its other parts.
 *
 * A piece without a headline has its folio for a heading, so that no document is
 * without one and no words are made up.  A byline or a credit that is also printed
 * in a paragraph (galley_text.copy) is left there. */
#include "plugins/epub/parts.h"

#include <galley/text.h>

#include "plugins/epub/label.h"

static bool shown(const galley_text *text)
{
    return text->text.length && !text->copy;
}

static void put_line(epub_part *part, const char *element, const char *class, const galley_text *text)
{
    if (shown(text))
        epub_line(part, element, class, text->text);
}

/* ---- Texts ------------------------------------------------------------------ */

/* The page that a span stands on; the page it was on before where the spans know none. */
static uint32_t page_of(const galley_issue *issue, const galley_span *span, uint32_t before)
{
    return span->line < issue->lines.count ? issue->zones.items[issue->lines.items[span->line].zone].page : before;
}

static bool turns_page(const galley_issue *issue, const galley_text *text, uint32_t page)
{
    for (uint32_t i = 0; i < text->span_count; i++)
        if (page_of(issue, &text->spans[i], page) != page)
            return true;
    return false;
}

static void put_page_mark(epub_part *part, uint32_t page)
{
    const epub_section *section = &part->book->sections[page];
    epub_open(part, "a", "page");
    epub_attribute(part, "href", section->file);
    epub_put(part, "[");
    epub_text(part, epub_label_wrap(part->book->arena, part->book->phrases->page, epub_section_number(section)));
    epub_put(part, "]");
    epub_close(part);
}

/* A text of the body; where it runs on to another page, it says so. */
static void put_text(epub_part *part, const galley_text *text, uint32_t *page)
{
    const galley_issue *issue = part->book->issue;
    if (!turns_page(issue, text, *page)) {
        epub_text(part, text->text);
        return;
    }
    galley_run run = galley_text_runs(issue, text);
    while (galley_run_next(&run)) {
        uint32_t now = page_of(issue, run.span, *page);
        if (now != *page)
            put_page_mark(part, *page = now);
        epub_text(part, run.piece);
    }
}

/* ---- Blocks ----------------------------------------------------------------- */

typedef struct body {
    epub_part *part;
    uint32_t page; /* where the text is now */
} body;

static void put_element(body *in, const char *element, const char *class, const galley_text *text)
{
    if (!text->text.length)
        return;
    epub_open(in->part, element, class);
    put_text(in->part, text, &in->page);
    epub_end(in->part);
}

static void put_paragraph(body *in, const galley_block *block)
{
    put_element(in, "p", NULL, &block->text);
}

static void put_crosshead(body *in, const galley_block *block)
{
    put_element(in, "h2", "crosshead", &block->text);
}

static void put_quotation(body *in, const galley_block *block)
{
    epub_open(in->part, "blockquote", NULL);
    put_element(in, "p", NULL, &block->text);
    epub_end(in->part);
}

/* The picture itself is not in the model; a caption is still a caption. */
static void put_figure(body *in, const galley_block *block)
{
    if (!block->text.text.length && !shown(&block->credit))
        return;
    epub_open(in->part, "figure", NULL);
    epub_open(in->part, "figcaption", NULL);
    put_element(in, "p", "caption", &block->text);
    if (!block->credit.copy)
        put_element(in, "p", "credit", &block->credit);
    epub_close(in->part);
    epub_end(in->part);
}

/* Items that were printed with a number or an ornament get no bullet on top. */
static bool is_marked(const galley_block *block)
{
    const unsigned marks = GALLEY_DIGIT | GALLEY_ORNAMENT | GALLEY_DASH | GALLEY_OPENING;
    return block->item_count && galley_code_class(galley_text_first(block->items[0].text)) & marks;
}

static void put_list(body *in, const galley_block *block)
{
    if (!block->item_count)
        return;
    epub_open(in->part, "ul", is_marked(block) ? "marked" : NULL);
    for (uint32_t i = 0; i < block->item_count; i++)
        put_element(in, "li", NULL, &block->items[i]);
    epub_end(in->part);
}

static void put_table(body *in, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
    if (!block->item_count)
        return;
    epub_open(in->part, "table", NULL);
    epub_open(in->part, "tbody", NULL);
    for (uint32_t i = 0; i < block->item_count; i++) {
        if (i % columns == 0)
            epub_open(in->part, "tr", NULL);
        epub_open(in->part, "td", NULL);
        put_text(in->part, &block->items[i], &in->page);
        epub_close(in->part);
        if (i % columns == columns - 1 || i == block->item_count - 1)
            epub_end(in->part);
    }
    epub_close(in->part);
    epub_end(in->part);
}

void epub_put_blocks(epub_part *part, const galley_article *article)
{
    static void (*const put[GALLEY_BLOCK_COUNT])(body *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = put_paragraph, [GALLEY_CROSSHEAD] = put_crosshead, [GALLEY_QUOTATION] = put_quotation,
        [GALLEY_FIGURE] = put_figure,       [GALLEY_LIST] = put_list,           [GALLEY_TABLE] = put_table,
    };
    body in = { .part = part, .page = article->page };
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].type < GALLEY_BLOCK_COUNT)
            put[article->blocks.items[i].type](&in, &article->blocks.items[i]);
    if (shown(&article->credit))
        put_element(&in, "p", "credit", &article->credit);
}

/* ---- Links ------------------------------------------------------------------ */

/* What the other part's place is called: the page that was printed, else where it stands. */
static galley_slice place_of(const epub_book *book, galley_slice number, uint32_t other)
{
    if (number.length)
        return epub_label_wrap(book->arena, book->phrases->page, number);
    const epub_entry *entry = book->entry_of[other];
    return entry && entry->section->page ? entry->section->label : book->name;
}

static void put_continuation(epub_part *part, galley_affix say, galley_slice number, uint32_t other)
{
    const epub_book *book = part->book;
    const char *target = epub_book_article(book, other);
    const epub_section *section = epub_book_page(book, number);
    if (!target && !number.length)
        return;
    galley_slice words = epub_label_wrap(book->arena, say, place_of(book, number, other));
    if (!target && section)
        target = section->file;
    if (!target) {
        epub_line(part, "p", "continued", words);
        return;
    }
    epub_open(part, "p", "continued");
    epub_link(part, target, words);
    epub_end(part);
}

void epub_put_continuations(epub_part *part, const galley_article *article)
{
    galley_affix say = part->book->phrases->continued_on;
    if (article->kind == GALLEY_TEASER) /* it points to an article, of which it is no part */
        say = (galley_affix){ "", "" };
    put_continuation(part, say, article->continued_on, article->continued_in);
}

void epub_put_way(epub_part *part, size_t document)
{
    const epub_book *book = part->book;
    const galley_phrases *say = book->phrases;
    if (!book->nav_links)
        return;
    bool last = document + 1 == book->document_count;
    epub_open(part, "nav", "way");
    epub_attribute(part, "aria-label", say->landmarks);
    epub_link(part, document ? book->documents[document - 1].file : EPUB_TITLE_PAGE, galley_slice_of(say->previous));
    epub_link(part, EPUB_CONTENTS, galley_slice_of(say->contents));
    if (!last)
        epub_link(part, book->documents[document + 1].file, galley_slice_of(say->next));
    epub_end(part);
}

/* ---- The head --------------------------------------------------------------- */

static void put_folio(epub_part *part, const epub_entry *entry, bool is_heading)
{
    const epub_section *section = entry->section;
    const char *kind = epub_label_kind(part->book->phrases, entry->article->kind);
    epub_open(part, is_heading ? "h1" : "p", "folio");
    epub_link(part, section->page ? section->file : EPUB_TITLE_PAGE, section->page ? section->label : part->book->name);
    if (kind) {
        epub_put(part, " · ");
        epub_put(part, kind);
    }
    epub_end(part);
}

static void put_titles(epub_part *part, const galley_article *article)
{
    bool group = shown(&article->headline) && (shown(&article->kicker) || article->subheadlines.count);
    if (group)
        epub_open(part, "hgroup", NULL);
    put_line(part, "p", "kicker", &article->kicker);
    put_line(part, "h1", "headline", &article->headline);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        put_line(part, "p", "subheadline", &article->subheadlines.items[i]);
    if (group)
        epub_end(part);
}

/* A label that only repeats the folio above it is not printed twice. */
static bool has_section(const epub_entry *entry)
{
    const galley_page *page = entry->section->page;
    return shown(&entry->article->section) &&
           (!page || !galley_slice_equal(entry->article->section.text, page->section));
}

static bool has_head(const epub_entry *entry)
{
    const galley_article *article = entry->article;
    return has_section(entry) || shown(&article->kicker) || shown(&article->headline) || article->subheadlines.count ||
           shown(&article->byline) || shown(&article->dateline) || article->continued_from.length;
}

static void put_head(epub_part *part, const epub_entry *entry)
{
    const galley_article *article = entry->article;
    if (!has_head(entry))
        return;
    epub_open(part, "header", NULL);
    epub_newline(part);
    if (has_section(entry))
        put_line(part, "p", "section", &article->section);
    put_titles(part, article);
    put_line(part, "p", "byline", &article->byline);
    put_line(part, "p", "dateline", &article->dateline);
    put_continuation(part, part->book->phrases->continued_from, article->continued_from, article->continues);
    epub_end(part);
}

void epub_write_article(epub_press *press, const epub_book *book, size_t document)
{
    const epub_entry *entry = book->documents[document].entry;
    epub_part part = epub_begin_page(press, book, entry->file, entry->label, NULL);
    epub_put_way(&part, document);
    put_folio(&part, entry, !shown(&entry->article->headline));
    epub_open(&part, "article", galley_kind_name(entry->article->kind));
    epub_attribute(&part, "id", entry->id);
    epub_newline(&part);
    put_head(&part, entry);
    epub_put_blocks(&part, entry->article);
    epub_put_continuations(&part, entry->article);
    epub_end(&part);
    epub_finish(&part);
}
