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

/* The class of a text that stands elsewhere, too. */
static const char *copy_class(const epub_part *part, const char *class)
{
    return galley_arena_print(part->book->arena, "%s copy", class);
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
    uint32_t rank; /* of the last crosshead; 0: none yet */
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

/* A crosshead is an h2, as the headline is the h1; one of level 2 an h3, unless that would
 * skip a level of the document.  The level itself is said where the element does not tell it. */
static void put_crosshead(body *in, const galley_block *block)
{
    static const char *const elements[] = { "h2", "h3", "h4", "h5", "h6" };
    const uint32_t most = sizeof elements / sizeof *elements;
    uint32_t rank = block->level > 1 ? block->level : 1;
    rank = rank > in->rank + 1 ? in->rank + 1 : rank;
    rank = rank > most ? most : rank;
    if (!block->text.text.length)
        return;
    epub_open(in->part, elements[rank - 1], "crosshead");
    if (block->level != (rank > 1 ? rank : 0))
        epub_attribute(in->part, "data-level", galley_arena_print(in->part->book->arena, "%u", block->level));
    put_text(in->part, &block->text, &in->page);
    epub_end(in->part);
    in->rank = rank;
}

static void put_quotation(body *in, const galley_block *block)
{
    epub_open(in->part, "blockquote", NULL);
    put_element(in, "p", NULL, &block->text);
    epub_end(in->part);
}

static void put_credit(body *in, const galley_text *credit)
{
    if (!credit->copy) {
        put_element(in, "p", "credit", credit);
        return;
    }
    if (!credit->text.length)
        return;
    epub_open(in->part, "p", copy_class(in->part, "credit"));
    epub_attribute(in->part, "hidden", "hidden");
    epub_text(in->part, credit->text);
    epub_end(in->part);
}

/* The picture itself is not in the model; a caption is still a caption. */
static void put_figure(body *in, const galley_block *block)
{
    if (!block->text.text.length && !block->credit.text.length)
        return;
    epub_open(in->part, "figure", NULL);
    epub_open(in->part, "figcaption", NULL);
    put_element(in, "p", "caption", &block->text);
    put_credit(in, &block->credit);
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
    for (uint32_t i = 0; i < block->item_count; i++) {
        epub_open(in->part, "li", NULL);
        put_text(in->part, &block->items[i], &in->page);
        epub_end(in->part);
    }
    epub_end(in->part);
}

static void put_rows(body *in, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
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
}

static void put_table(body *in, const galley_block *block)
{
    if (!block->item_count && !block->text.text.length)
        return;
    epub_open(in->part, "table", NULL);
    put_element(in, "caption", NULL, &block->text);
    if (block->item_count)
        put_rows(in, block);
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
    put_credit(&in, &article->credit);
}

/* ---- Links ------------------------------------------------------------------ */

/* What the other part's place is called: the page that was printed, else where it stands. */
static galley_slice place_of(const epub_book *book, galley_slice number, uint32_t other)
{
    if (number.length)
        return epub_label_wrap(book->arena, book->phrases->page, number);
    const epub_entry *entry = book->entry_of[other];
    return entry->section && entry->section->page ? entry->section->label : book->name;
}

static void put_continuation(epub_part *part, const char *class, galley_affix say, galley_slice number, uint32_t other)
{
    const epub_book *book = part->book;
    const char *target = epub_book_article(book, other);
    const epub_section *section = epub_book_page(book, number);
    if (!target && !number.length)
        return;
    galley_slice words = epub_label_wrap(book->arena, say, place_of(book, number, other));
    if (!target && section)
        target = section->file;
    epub_open(part, "p", class);
    if (number.length)
        epub_attribute_slice(part, "data-number", number);
    if (target)
        epub_link(part, target, words);
    else
        epub_text(part, words);
    epub_end(part);
}

void epub_put_continuations(epub_part *part, const galley_article *article)
{
    galley_affix say = part->book->phrases->continued_on;
    if (article->kind == GALLEY_TEASER) /* it points to an article, of which it is no part */
        say = (galley_affix){ "", "" };
    put_continuation(part, "continued", say, article->continued_on, article->continued_in);
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

void epub_put_facts(epub_part *part, const epub_entry *entry)
{
    const galley_article *article = entry->article;
    if (article->id.length)
        epub_attribute_slice(part, "data-id", article->id);
    if (article->note.length)
        epub_attribute_slice(part, "data-note", article->note);
    if (entry->index != entry->place)
        epub_attribute(part, "data-order", galley_arena_print(part->book->arena, "%zu", entry->index + 1));
}

static bool is_said(const epub_head *head, const galley_text *text)
{
    return galley_slice_equal(text->text, head->name);
}

/* A line of the head.  One that is printed elsewhere too is said here, but not shown. */
static void put_line(epub_part *part, const char *element, const char *class, const galley_text *text, bool hidden)
{
    if (!text->text.length)
        return;
    hidden |= text->copy;
    epub_open(part, hidden ? "p" : element, text->copy ? copy_class(part, class) : class);
    if (hidden)
        epub_attribute(part, "hidden", "hidden");
    epub_text(part, text->text);
    epub_end(part);
}

static void put_titles(epub_part *part, const galley_article *article, const epub_head *head)
{
    bool group = head->group && shown(&article->headline) && (shown(&article->kicker) || article->subheadlines.count);
    if (group)
        epub_open(part, "hgroup", NULL);
    put_line(part, "p", "kicker", &article->kicker, is_said(head, &article->kicker));
    put_line(part, head->heading, "headline", &article->headline, is_said(head, &article->headline));
    for (size_t i = 0; i < article->subheadlines.count; i++)
        put_line(part, "p", "subheadline", &article->subheadlines.items[i],
                 is_said(head, &article->subheadlines.items[i]));
    if (group)
        epub_end(part);
}

void epub_put_head(epub_part *part, const galley_article *article, const epub_head *head)
{
    put_line(part, "p", "section", &article->section,
             is_said(head, &article->section) || galley_slice_equal(article->section.text, head->section));
    put_titles(part, article, head);
    put_line(part, "p", "byline", &article->byline, is_said(head, &article->byline));
    put_line(part, "p", "dateline", &article->dateline, is_said(head, &article->dateline));
    put_continuation(part, "continued from", part->book->phrases->continued_from, article->continued_from,
                     article->continues);
}

static bool has_head(const galley_article *article)
{
    return article->section.text.length || article->kicker.text.length || article->headline.text.length ||
           article->subheadlines.count || article->byline.text.length || article->dateline.text.length ||
           article->continued_from.length || article->continues != GALLEY_NONE;
}

static void put_header(epub_part *part, const epub_entry *entry)
{
    const galley_page *page = entry->section->page;
    epub_head head = { .heading = "h1", .group = true, .section = page ? page->section : (galley_slice){ 0 } };
    if (!has_head(entry->article))
        return;
    epub_open(part, "header", NULL);
    epub_newline(part);
    epub_put_head(part, entry->article, &head);
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
    epub_put_facts(&part, entry);
    epub_newline(&part);
    put_header(&part, entry);
    epub_put_blocks(&part, entry->article);
    epub_put_continuations(&part, entry->article);
    epub_end(&part);
    epub_finish(&part);
}
