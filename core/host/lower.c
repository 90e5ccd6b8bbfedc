/* SPDX-License-Identifier: MIT
 * What a writer cannot say is brought to what it can: tables become paragraphs, a
 * row each; figures their captions; kickers and subheadlines paragraphs; pictures,
 * marks and copies go.  What the writer leaves out by itself (furniture, facts,
 * evidence, ids …) is counted and reported, so that nothing goes in silence. */
#include <galley/buffer.h>
#include <galley/lower.h>

typedef GALLEY_VECTOR(galley_block) block_list;

typedef struct lowering {
    galley_issue *issue;
    galley_article *article;
    const galley_format *format;
    galley_findings *findings;
    block_list blocks; /* the article's new ones */
    size_t changed;    /* of one feature, over the issue */
} lowering;

static void report(lowering *lower, const char *code, const char *sentence)
{
    if (!lower->changed)
        return;
    galley_place place = { .file = NULL };
    if (lower->issue->pages.count)
        place.file = galley_arena_copy(lower->issue->arena, lower->issue->pages.items[0].source).text;
    galley_find(lower->findings, GALLEY_LOST, code, place, "%s cannot hold %s (%zu)", lower->format->id, sentence,
                lower->changed);
}

static void keep(lowering *lower, const galley_block *block)
{
    galley_block *kept = galley_push(lower->issue->arena, &lower->blocks);
    if (kept)
        *kept = *block;
}

static void keep_paragraph(lowering *lower, galley_text text, float confidence)
{
    if (!galley_slice_empty(text.text))
        keep(lower, &(galley_block){ .type = GALLEY_PARAGRAPH, .text = text, .confidence = confidence });
}

/* ---- Tables ----------------------------------------------------------------- */

typedef GALLEY_VECTOR(galley_mark) mark_list;

/* The marks of a cell that stands `behind` bytes into its row. */
static void move_marks(galley_arena *arena, mark_list *marks, const galley_text *cell, size_t behind)
{
    for (uint32_t i = 0; i < cell->mark_count; i++) {
        galley_mark *mark = galley_push(arena, marks);
        if (!mark)
            return;
        *mark = cell->marks[i];
        mark->from += (uint32_t)behind;
        mark->to += (uint32_t)behind;
    }
}

/* The cells of a row as one text: a space between them, the spans one after the other. */
static galley_text join_cells(galley_arena *arena, const galley_text *cells, size_t count)
{
    galley_text row = { .copy = count > 0 };
    galley_buffer text = { 0 };
    GALLEY_VECTOR(galley_span) spans = { 0 };
    mark_list marks = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (text.length && cells[i].text.length)
            galley_buffer_byte(&text, ' ');
        move_marks(arena, &marks, &cells[i], text.length);
        galley_buffer_add(&text, cells[i].text);
        for (uint32_t j = 0; j < cells[i].span_count; j++) {
            galley_span *span = galley_push(arena, &spans);
            if (span)
                *span = cells[i].spans[j];
        }
        row.copy &= cells[i].copy;
    }
    row.text = galley_buffer_copy(&text, arena);
    row.spans = spans.items;
    row.span_count = (uint32_t)spans.count;
    row.marks = marks.items;
    row.mark_count = (uint32_t)marks.count;
    galley_buffer_drop(&text);
    return row;
}

static void lower_table(lowering *lower, const galley_block *block)
{
    if (block->type != GALLEY_TABLE) {
        keep(lower, block);
        return;
    }
    uint32_t columns = block->columns ? block->columns : 1;
    keep_paragraph(lower, block->text, block->confidence);
    for (uint32_t from = 0; from < block->item_count; from += columns) {
        uint32_t left = block->item_count - from, count = left < columns ? left : columns;
        keep_paragraph(lower, join_cells(lower->issue->arena, block->items + from, count), block->confidence);
    }
    lower->changed++;
}

/* ---- Figures ---------------------------------------------------------------- */

static void lower_figure(lowering *lower, const galley_block *block)
{
    if (block->type != GALLEY_FIGURE) {
        keep(lower, block);
        return;
    }
    keep_paragraph(lower, block->text, block->confidence);
    keep_paragraph(lower, block->credit, block->confidence);
    lower->changed++;
}

/* ---- Heads ------------------------------------------------------------------ */

static void lower_head(lowering *lower)
{
    galley_article *article = lower->article;
    keep_paragraph(lower, article->kicker, article->confidence);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        keep_paragraph(lower, article->subheadlines.items[i], article->confidence);
    lower->changed += lower->blocks.count > 0;
    article->kicker = (galley_text){ 0 };
    article->subheadlines.count = 0;
    for (size_t i = 0; i < article->blocks.count; i++)
        keep(lower, &article->blocks.items[i]);
}

/* ---- Pictures ----------------------------------------------------------------- */

/* A picture is counted once, however often it is shown; a name without a picture each time. */
static void images(lowering *lower)
{
    lower->changed = lower->issue->images.count;
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        const galley_article *article = lower->issue->articles.items[i];
        for (size_t j = 0; j < article->blocks.count; j++) {
            galley_slice *name = &article->blocks.items[j].image;
            lower->changed += name->length && !galley_issue_image(lower->issue, *name);
        }
    }
    for (size_t i = 0; i < lower->issue->articles.count; i++)
        for (size_t j = 0; j < lower->issue->articles.items[i]->blocks.count; j++)
            lower->issue->articles.items[i]->blocks.items[j].image = (galley_slice){ 0 };
    lower->issue->images.count = 0;
}

/* ---- Texts ------------------------------------------------------------------ */

/* The issue is the lowering's own, so its texts may be written through the visitor. */
static void drop_marks(void *state, const char *role, const galley_text *seen)
{
    (void)role;
    lowering *lower = state;
    galley_text *text = (galley_text *)seen;
    lower->changed += text->mark_count;
    text->mark_count = 0;
}

static void marks(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        galley_article *article = lower->issue->articles.items[i];
        galley_article_visit(article, drop_marks, lower);
        lower->changed += article->language.length > 0;
        article->language = (galley_slice){ 0 };
    }
    for (size_t i = 0; i < lower->issue->furniture.count; i++)
        drop_marks(lower, "furniture", &lower->issue->furniture.items[i].text);
}

static void drop_copy(lowering *lower, galley_text *text)
{
    if (!text->copy)
        return;
    *text = (galley_text){ 0 };
    lower->changed++;
}

static void copies(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        galley_article *article = lower->issue->articles.items[i];
        drop_copy(lower, &article->byline);
        drop_copy(lower, &article->dateline);
        drop_copy(lower, &article->credit);
        for (size_t j = 0; j < article->blocks.count; j++)
            drop_copy(lower, &article->blocks.items[j].credit);
    }
}

/* ---- The walk --------------------------------------------------------------- */

static void take_blocks(lowering *lower)
{
    lower->article->blocks.items = lower->blocks.items;
    lower->article->blocks.count = lower->blocks.count;
    lower->article->blocks.room = lower->blocks.room;
    lower->blocks = (block_list){ 0 };
}

static void each_block(lowering *lower, void (*lower_one)(lowering *lower, const galley_block *block))
{
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        lower->article = lower->issue->articles.items[i];
        for (size_t j = 0; j < lower->article->blocks.count; j++)
            lower_one(lower, &lower->article->blocks.items[j]);
        take_blocks(lower);
    }
}

static void tables(lowering *lower)
{
    each_block(lower, lower_table);
}

static void figures(lowering *lower)
{
    each_block(lower, lower_figure);
}

static void heads(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        lower->article = lower->issue->articles.items[i];
        lower_head(lower);
        take_blocks(lower);
    }
}

static void furniture(lowering *lower)
{
    lower->changed = lower->issue->furniture.count;
}

static void facts(lowering *lower)
{
    lower->changed = lower->issue->lines.count;
}

static void evidence(lowering *lower)
{
    lower->changed = lower->issue->repairs.count;
    for (size_t i = 0; i < lower->issue->articles.count; i++)
        lower->changed += lower->issue->articles.items[i]->evidence.count;
}

static void confidence(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++) {
        const galley_article *article = lower->issue->articles.items[i];
        lower->changed += article->confidence < 1;
        for (size_t j = 0; j < article->blocks.count; j++)
            lower->changed += article->blocks.items[j].confidence < 1;
    }
}

static void ids(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++)
        lower->changed += lower->issue->articles.items[i]->id.length > 0;
}

static void pages(lowering *lower)
{
    lower->changed = lower->issue->pages.count;
}

static void count_texts(lowering *lower, const galley_slice *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        lower->changed += texts[i]->length > 0;
}

static void meta(lowering *lower)
{
    const galley_meta *of = &lower->issue->meta;
    const galley_slice *const texts[] = { &of->title,     &of->date,  &of->number, &of->language,
                                          &of->publisher, &of->place, &of->issn,   &of->cn };
    count_texts(lower, texts, sizeof texts / sizeof *texts);
}

static void details(lowering *lower)
{
    const galley_meta *of = &lower->issue->meta;
    const galley_slice *const texts[] = { &of->subtitle,   &of->edition,  &of->volume, &of->editor,    &of->licence,
                                          &of->source_url, &of->previous, &of->next,   &of->conversion };
    count_texts(lower, texts, sizeof texts / sizeof *texts);
}

static void levels(lowering *lower)
{
    for (size_t i = 0; i < lower->issue->articles.count; i++)
        for (size_t j = 0; j < lower->issue->articles.items[i]->blocks.count; j++) {
            galley_block *block = &lower->issue->articles.items[i]->blocks.items[j];
            lower->changed += block->level > 1;
            block->level = 0;
        }
}

static const struct {
    unsigned feature;
    void (*run)(lowering *lower);
    const char *code, *sentence;
} rows[] = {
    { GALLEY_NO_COPIES, copies, "lower.copies", "bylines and credits twice: these stand in the text only" },
    { GALLEY_NO_TABLES, tables, "lower.tables", "tables: each row became a paragraph" },
    { GALLEY_NO_FIGURES, figures, "lower.figures", "figures: each became its caption and credit" },
    { GALLEY_NO_HEAD_PARTS, heads, "lower.heads", "kickers and subheadlines: they became paragraphs" },
    { GALLEY_NO_FURNITURE, furniture, "lower.furniture", "folios, jump lines and other furniture: they are left out" },
    { GALLEY_NO_FACTS, facts, "lower.facts", "the way back to the lines of the source: it is left out" },
    { GALLEY_NO_EVIDENCE, evidence, "lower.evidence", "repairs and their reasons: they are left out" },
    { GALLEY_NO_IMAGES, images, "lower.images", "pictures: they are left out" },
    { GALLEY_NO_MARKS, marks, "lower.marks", "emphasis, links, ruby and other languages: their words stay" },
    { GALLEY_NO_CONFIDENCE, confidence, "lower.confidence", "how sure a reading is: it is left out" },
    { GALLEY_NO_IDS, ids, "lower.ids", "the ids of articles: they are left out" },
    { GALLEY_NO_PAGES, pages, "lower.pages", "pages: their numbers and sections are left out" },
    { GALLEY_NO_META, meta, "lower.meta", "what is known of the issue, as title and date: it is left out" },
    { GALLEY_NO_DETAILS, details, "lower.details", "details of the issue, as edition and licence: they are left out" },
    { GALLEY_NO_LEVELS, levels, "lower.levels", "levels of crossheads: all became one" },
};

galley_status galley_lower(galley_issue *issue, const galley_format *format, galley_findings *findings)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lowering lower = { .issue = issue, .format = format, .findings = findings };
        if (!(format->cannot & rows[i].feature))
            continue;
        rows[i].run(&lower);
        report(&lower, rows[i].code, rows[i].sentence);
    }
    return galley_issue_status(issue);
}
