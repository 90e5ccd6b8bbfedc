/* SPDX-License-Identifier: MIT
 * Characters that XML cannot have stay in texts and lines, nowhere else; two spans that touch
 * are one; what has no words, and pictures that nobody shows, go. */
#include "tests/plugins/tei/lowered.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void say(galley_issue *issue, galley_slice *words)
{
    galley_buffer said = { 0 };
    for (const char *at = words->text, *end = galley_slice_end(*words); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        bool allowed = code == '\t' || code == '\n' || (code >= 0x20 && code < 0xFFFE) || code >= 0x10000;
        galley_buffer_code(&said, allowed ? code : 0xFFFD);
    }
    *words = galley_buffer_copy(&said, issue->arena);
    galley_buffer_drop(&said);
}

/* ---- Texts ------------------------------------------------------------------------------- */

static galley_span trimmed(const galley_issue *issue, galley_span span)
{
    galley_slice line = issue->lines.items[span.line].text;
    galley_slice held = galley_slice_trim(galley_slice_part(line, span.from, span.to));
    span.from = (uint32_t)(held.text - line.text);
    span.to = span.from + (uint32_t)held.length;
    return span;
}

static bool touch(const galley_issue *issue, const galley_span *one, const galley_span *next)
{
    return one->line == next->line && one->to <= next->from &&
           !galley_slice_trim(galley_slice_part(issue->lines.items[one->line].text, one->to, next->from)).length;
}

static void lower_spans(galley_issue *issue, galley_text *text)
{
    galley_span *spans = galley_arena_array(issue->arena, text->span_count, sizeof *spans);
    uint32_t count = 0;
    for (uint32_t i = 0; i < text->span_count; i++) {
        galley_span span = trimmed(issue, text->spans[i]);
        if (span.from == span.to)
            continue;
        if (count && !text->copy && touch(issue, &spans[count - 1], &span))
            spans[count - 1].to = span.to;
        else
            spans[count++] = span;
    }
    text->spans = spans;
    text->span_count = count;
}

static void lower_text(void *state, const char *role, const galley_text *seen)
{
    galley_issue *issue = state;
    galley_text *text = (galley_text *)seen;
    (void)role;
    lower_spans(issue, text);
    for (uint32_t i = 0; i < text->mark_count; i++)
        if (text->marks[i].type != GALLEY_LINK) /* a pointer can say all */
            say(issue, &((galley_mark *)text->marks)[i].value);
}

/* ---- Articles ------------------------------------------------------------------------------ */

static bool stays(const galley_block *block)
{
    return block->text.text.length || block->item_count || block->type == GALLEY_FIGURE ||
           block->type == GALLEY_QUOTATION;
}

static void lower_article(galley_issue *issue, galley_article *article)
{
    size_t kept = 0;
    for (size_t i = 0; i < article->subheadlines.count; i++)
        if (article->subheadlines.items[i].text.length)
            article->subheadlines.items[kept++] = article->subheadlines.items[i];
    article->subheadlines.count = kept;
    kept = 0;
    for (size_t i = 0; i < article->blocks.count; i++) {
        galley_block block = article->blocks.items[i];
        if (!block.item_count && (block.type == GALLEY_LIST || block.type == GALLEY_TABLE))
            block.type = GALLEY_PARAGRAPH;
        block.level = block.type == GALLEY_CROSSHEAD ? block.level : 0;
        if (block.type == GALLEY_TABLE && block.columns > block.item_count)
            block.columns = block.item_count;
        if (stays(&block))
            article->blocks.items[kept++] = block;
    }
    article->blocks.count = kept;
    say(issue, &article->note);
    say(issue, &article->language);
    say(issue, &article->continued_on);
    say(issue, &article->continued_from);
    galley_article_visit(article, lower_text, issue);
}

/* ---- The rest -------------------------------------------------------------------------------- */

static void lower_images(galley_issue *issue)
{
    galley_image images[64];
    size_t count = 0;
    for (size_t i = 0; i < issue->articles.count; i++)
        for (size_t j = 0; j < issue->articles.items[i]->blocks.count; j++) {
            const galley_image *image = galley_issue_image(issue, issue->articles.items[i]->blocks.items[j].image);
            bool known = false;
            for (size_t k = 0; k < count; k++)
                known |= image && galley_slice_equal(images[k].name, image->name);
            if (image && !known && (image->media_type.length || image->width || image->height || image->alt_known))
                images[count++] = *image;
        }
    issue->images.count = 0;
    for (size_t i = 0; i < count; i++) {
        images[i].bytes = (galley_slice){ 0 };
        say(issue, &images[i].alt);
        *galley_issue_add_image(issue, images[i].name) = images[i];
    }
}

static void lower_furniture(galley_issue *issue)
{
    size_t kept = 0;
    for (size_t i = 0; i < issue->furniture.count; i++) {
        galley_furniture *piece = &issue->furniture.items[i];
        lower_text(issue, "", &piece->text);
        if (piece->kind == GALLEY_HYPHEN || piece->kind == GALLEY_DOUBLED)
            piece->text.mark_count = 0;
        if (piece->text.text.length)
            issue->furniture.items[kept++] = *piece;
    }
    issue->furniture.count = kept;
}

static void lower_meta(galley_issue *issue)
{
    galley_meta *meta = &issue->meta;
    galley_slice *const texts[] = { &meta->title,      &meta->subtitle, &meta->edition, &meta->volume,    &meta->editor,
                                    &meta->source_url, &meta->previous, &meta->next,    &meta->conversion };
    for (size_t i = 0; i < 6; i++)
        say(issue, texts[i]);
    say(issue, &meta->conversion); /* the issues before and after are pointers, which can say all */
}

void lower_to_tei(galley_issue *issue)
{
    for (size_t i = 0; i < issue->pages.count; i++) {
        say(issue, &issue->pages.items[i].number);
        say(issue, &issue->pages.items[i].section);
    }
    for (size_t i = 0; i < issue->zones.count; i++)
        say(issue, &issue->zones.items[i].kind);
    for (size_t i = 0; i < issue->articles.count; i++)
        lower_article(issue, issue->articles.items[i]);
    for (size_t i = 0; i < issue->repairs.count; i++)
        issue->repairs.items[i].why = issue->repairs.items[i].why ? issue->repairs.items[i].why : "";
    lower_furniture(issue);
    lower_images(issue);
    lower_meta(issue);
}
