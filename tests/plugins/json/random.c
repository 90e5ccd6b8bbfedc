/* SPDX-License-Identifier: MIT
 * Issues that a seed makes.  Lines of any characters are cut into pieces, pieces
 * are gathered into texts, texts are dealt out to articles and furniture: so the
 * law holds by construction, and everything else is as odd as chance has it. */
#include "tests/plugins/json/issues.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct chance {
    galley_issue *issue;
    uint32_t state;
} chance;

static uint32_t roll(chance *dice, uint32_t sides)
{
    dice->state = dice->state * 1664525u + 1013904223u;
    return (dice->state >> 8) % sides;
}

static galley_slice word(chance *dice, uint32_t most)
{
    static const uint32_t codes[] = { ' ',    ' ',    0x3000, 'a',     '"',     '\\',     '/',    0x1,
                                      0x7f,   0x85,   0x2028, 0x2029,  0xa0,    0xfeff,   0x4e00, 0x4e8c,
                                      0x201c, 0x300a, 0xfffd, 0x20000, 0x1f600, 0x10ffff, 0xffff, '\t' };
    galley_buffer buffer = { 0 };
    for (uint32_t i = roll(dice, most + 1); i > 0; i--)
        galley_buffer_code(&buffer, codes[roll(dice, sizeof codes / sizeof *codes)]);
    galley_slice made = galley_buffer_copy(&buffer, dice->issue->arena);
    galley_buffer_drop(&buffer);
    return made;
}

static float share(chance *dice)
{
    return (float)roll(dice, 1001) / 1000.0f;
}

static const galley_box *some_box(chance *dice)
{
    if (roll(dice, 4))
        return NULL;
    galley_box *box = galley_arena_alloc(dice->issue->arena, sizeof *box);
    *box = (galley_box){ share(dice) * 1e4f, share(dice) / 3, (float)roll(dice, 9), share(dice) * 1e9f };
    return box;
}

static void throw_lines(chance *dice, uint32_t *id, const galley_page *page)
{
    for (uint32_t i = roll(dice, 6); i > 0; i--) {
        uint32_t blank = roll(dice, 4) ? 0 : roll(dice, 5);
        *id += 1 + blank + (roll(dice, 8) ? 0 : roll(dice, 3));
        galley_line *line = galley_issue_add_line(dice->issue, word(dice, 12), *id, *id - page->line_base);
        line->blank_before = blank;
        line->offset = roll(dice, 3) ? roll(dice, 5000) : (uint64_t)roll(dice, 5000) << 32;
        line->box = some_box(dice);
        line->font_size = roll(dice, 3) ? 0 : share(dice) * 40;
        line->confidence = roll(dice, 3) ? -1 : share(dice);
    }
}

static void throw_facts(chance *dice)
{
    static const char *const names[] = { "a.txt", "b.txt", "" };
    uint32_t id = 0;
    for (uint32_t i = 1 + roll(dice, 4); i > 0; i--) {
        galley_page *page = galley_issue_add_page(dice->issue, galley_slice_of(names[roll(dice, 3)]));
        page->number = word(dice, 2);
        page->section = word(dice, 2);
        page->line_base = roll(dice, 2) ? id : 0;
        page->width = roll(dice, 2) ? 0 : share(dice) * 1000;
        if (roll(dice, 3) == 0)
            page->number = galley_slice_of(galley_arena_print(dice->issue->arena, "%zu", dice->issue->pages.count));
        page->number_given = roll(dice, 2);
        galley_page kept = *page;
        for (uint32_t k = roll(dice, 4); k > 0; k--) {
            galley_zone *zone = galley_issue_add_zone(dice->issue);
            zone->kind = word(dice, 2);
            zone->box = some_box(dice);
            throw_lines(dice, &id, &kept);
        }
    }
    if (!dice->issue->zones.count)
        galley_issue_add_zone(dice->issue);
}

/* ---- Readings --------------------------------------------------------------- */

typedef struct gathering {
    GALLEY_VECTOR(galley_span) spans;
    galley_buffer text;
} gathering;

static void deal(chance *dice, galley_text text);

/* Marks over a text of some code points: each within the one before, or behind it. */
static void throw_marks(chance *dice, galley_text *text)
{
    GALLEY_VECTOR(galley_mark) marks = { 0 };
    size_t from = 0, ends[8] = { galley_text_length(text->text) }, depth = 0;
    for (uint32_t i = roll(dice, 6); i > 0; i--) {
        while (depth && ends[depth] <= from)
            depth--;
        if (from >= ends[depth])
            break;
        size_t to = from + 1 + roll(dice, (uint32_t)(ends[depth] - from));
        *galley_push(dice->issue->arena, &marks) =
            (galley_mark){ .from = (uint32_t)galley_text_offset(text->text, from),
                           .to = (uint32_t)galley_text_offset(text->text, to),
                           .type = (galley_mark_type)roll(dice, GALLEY_MARK_COUNT),
                           .value = word(dice, 3) };
        ends[++depth] = to;
        from += roll(dice, 2) ? roll(dice, (uint32_t)(to - from)) : to - from;
    }
    text->marks = marks.items;
    text->mark_count = (uint32_t)marks.count;
}

static void finish(chance *dice, gathering *draft)
{
    if (!draft->spans.count)
        return;
    galley_text text = { .text = galley_buffer_copy(&draft->text, dice->issue->arena),
                         .spans = draft->spans.items,
                         .span_count = (uint32_t)draft->spans.count };
    if (!roll(dice, 3))
        throw_marks(dice, &text);
    deal(dice, text);
    galley_buffer_clear(&draft->text);
    memset(&draft->spans, 0, sizeof draft->spans);
}

static void take_piece(chance *dice, gathering *draft, uint32_t line, size_t from, size_t to)
{
    galley_slice whole = dice->issue->lines.items[line].text;
    galley_slice piece = galley_slice_trim(galley_slice_part(whole, from, to));
    if (!piece.length)
        return;
    uint32_t start = (uint32_t)(piece.text - whole.text);
    *galley_push(dice->issue->arena, &draft->spans) = (galley_span){ line, start, start + (uint32_t)piece.length };
    galley_buffer_add(&draft->text, piece);
    if (!roll(dice, 3))
        galley_buffer_put(&draft->text, "\xe3\x80\x80");
    if (!roll(dice, 3))
        finish(dice, draft);
}

static void throw_readings(chance *dice)
{
    gathering draft = { 0 };
    for (uint32_t i = 0; i < dice->issue->lines.count; i++) {
        galley_slice text = dice->issue->lines.items[i].text;
        size_t cut = roll(dice, 3) ? text.length : galley_text_offset(text, roll(dice, 12));
        take_piece(dice, &draft, i, 0, cut);
        take_piece(dice, &draft, i, cut, text.length);
    }
    finish(dice, &draft);
    galley_buffer_drop(&draft.text);
}

/* A text that has a part of another one's first span. */
static galley_text copy_of(chance *dice, const galley_text *text)
{
    galley_span *span = galley_arena_alloc(dice->issue->arena, sizeof *span);
    *span = text->spans[0];
    return (galley_text){ .text = galley_slice_part(dice->issue->lines.items[span->line].text, span->from, span->to),
                          .spans = span,
                          .span_count = 1,
                          .copy = true };
}

static galley_article *some_article(chance *dice)
{
    galley_issue *issue = dice->issue;
    if (issue->articles.count && roll(dice, 4))
        return issue->articles.items[roll(dice, (uint32_t)issue->articles.count)];
    galley_article *article = galley_issue_add_article(issue, (galley_kind)roll(dice, GALLEY_KIND_COUNT));
    article->id = galley_slice_of(galley_arena_print(issue->arena, "x%zu", issue->articles.count));
    article->page = roll(dice, (uint32_t)issue->pages.count);
    article->confidence = share(dice);
    article->note = word(dice, 3);
    article->language = word(dice, 1);
    article->continued_on = word(dice, 2);
    if (!roll(dice, 2))
        galley_article_add_evidence(issue, article, share(dice) - 0.5f, "%u", roll(dice, 99));
    return article;
}

static void deal_to_block(chance *dice, galley_article *article, galley_text text)
{
    galley_block *block = galley_article_add_block(dice->issue, article, (galley_block_type)roll(dice, 6));
    block->confidence = roll(dice, 2) ? 1 : share(dice);
    block->level = roll(dice, 3);
    galley_text *items = galley_arena_array(dice->issue->arena, 3, sizeof *items);
    items[roll(dice, 3)] = text;
    for (int i = 0; i < 3; i++)
        items[i].text = items[i].text.text ? items[i].text : galley_slice_of("");
    if (block->type == GALLEY_LIST || (block->type == GALLEY_TABLE && roll(dice, 2))) {
        block->items = items;
        block->item_count = 3;
        block->columns = block->type == GALLEY_TABLE ? 1 + roll(dice, 3) : 0;
    } else if (block->type == GALLEY_FIGURE && roll(dice, 2)) {
        block->credit = text;
        block->image = word(dice, 2);
    } else {
        block->text = text;
    }
}

static void deal(chance *dice, galley_text text)
{
    if (!roll(dice, 5)) {
        galley_issue_add_furniture(dice->issue, (galley_furniture_kind)roll(dice, GALLEY_FURNITURE_COUNT), text);
        return;
    }
    galley_article *article = some_article(dice);
    galley_text *const fields[] = { &article->section, &article->kicker,   &article->headline,
                                    &article->byline,  &article->dateline, &article->credit };
    galley_text *field = fields[roll(dice, 6)];
    if (!roll(dice, 4))
        *galley_article_add_subheadline(dice->issue, article) = text;
    else if (!field->text.length && roll(dice, 2))
        *field = text;
    else
        deal_to_block(dice, article, text);
    if (!article->byline.text.length && !roll(dice, 4))
        article->byline = copy_of(dice, &text);
}

static void throw_images(chance *dice)
{
    for (uint32_t i = roll(dice, 3); i > 0; i--) {
        galley_slice name = galley_slice_of(galley_arena_print(dice->issue->arena, "images/%u.png", i));
        galley_image *image = galley_issue_add_image(dice->issue, name);
        image->media_type = galley_slice_of(roll(dice, 2) ? "image/png" : "");
        image->bytes = word(dice, 9);
        image->width = roll(dice, 2) * roll(dice, 5000);
        image->height = roll(dice, 3000);
        image->alt_known = roll(dice, 2);
        image->alt = image->alt_known ? word(dice, 4) : galley_slice_of("");
    }
}

static void throw_meta(chance *dice)
{
    galley_meta *meta = &dice->issue->meta;
    galley_slice *const texts[] = { &meta->title,      &meta->subtitle, &meta->edition, &meta->volume,    &meta->editor,
                                    &meta->source_url, &meta->previous, &meta->next,    &meta->conversion };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = roll(dice, 2) ? word(dice, 3) : galley_slice_of("");
}

galley_issue *issue_at_random(uint32_t seed)
{
    chance dice = { .issue = galley_issue_new(0), .state = seed * 2654435761u + 1 };
    galley_issue *issue = dice.issue;
    assert_non_null(issue);
    throw_facts(&dice);
    throw_readings(&dice);
    throw_images(&dice);
    throw_meta(&dice);
    uint32_t count = (uint32_t)issue->articles.count;
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        issue->articles.items[i]->continued_in = i + 1;
        issue->articles.items[i + 1]->continues = i;
    }
    for (uint32_t i = roll(&dice, 4); i > 0 && issue->lines.count; i--) {
        galley_repair_record *record =
            galley_issue_add_repair(issue, "spacing", "x", roll(&dice, (uint32_t)issue->lines.count), share(&dice));
        record->before = word(&dice, 3);
        record->after = word(&dice, 3);
    }
    return issue;
}
