/* SPDX-License-Identifier: MIT
 * Two issues compared member by member. */
#include "tests/plugins/json/issues.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void same_slice(galley_slice a, galley_slice b)
{
    if (!galley_slice_equal(a, b))
        fail_msg("\"%.*s\" became \"%.*s\"", GALLEY_SHOW(a), GALLEY_SHOW(b));
}

static void same_float(float a, float b)
{
    assert_memory_equal(&a, &b, sizeof a);
}

static void same_box(const galley_box *a, const galley_box *b)
{
    assert_int_equal(a != NULL, b != NULL);
    if (a)
        assert_memory_equal(a, b, sizeof *a);
}

void assert_same_words(const galley_text *a, const galley_text *b)
{
    same_slice(a->text, b->text);
    assert_int_equal(a->copy, b->copy);
    assert_int_equal(a->mark_count, b->mark_count);
    for (uint32_t i = 0; i < a->mark_count; i++) {
        assert_int_equal(a->marks[i].type, b->marks[i].type);
        assert_int_equal(a->marks[i].from, b->marks[i].from);
        assert_int_equal(a->marks[i].to, b->marks[i].to);
        same_slice(a->marks[i].value, b->marks[i].value);
    }
}

static void same_text(const galley_text *a, const galley_text *b)
{
    assert_same_words(a, b);
    assert_int_equal(a->span_count, b->span_count);
    for (uint32_t i = 0; i < a->span_count; i++) {
        assert_int_equal(a->spans[i].line, b->spans[i].line);
        assert_int_equal(a->spans[i].from, b->spans[i].from);
        assert_int_equal(a->spans[i].to, b->spans[i].to);
    }
}

static void same_line(const galley_line *a, const galley_line *b)
{
    same_slice(a->text, b->text);
    assert_int_equal(a->id, b->id);
    assert_int_equal(a->number, b->number);
    assert_int_equal(a->zone, b->zone);
    assert_int_equal(a->blank_before, b->blank_before);
    assert_int_equal(a->offset, b->offset);
    same_box(a->box, b->box);
    same_float(a->font_size, b->font_size);
    same_float(a->confidence, b->confidence);
}

static void same_facts(const galley_issue *a, const galley_issue *b)
{
    assert_int_equal(a->pages.count, b->pages.count);
    for (size_t i = 0; i < a->pages.count; i++) {
        const galley_page *p = &a->pages.items[i], *q = &b->pages.items[i];
        same_slice(p->id, q->id);
        same_slice(p->number, q->number);
        assert_int_equal(p->number_given, q->number_given);
        same_slice(p->section, q->section);
        same_slice(p->source, q->source);
        assert_int_equal(p->line_base, q->line_base);
        assert_int_equal(p->first_zone, q->first_zone);
        assert_int_equal(p->zone_count, q->zone_count);
        assert_int_equal(p->first_line, q->first_line);
        assert_int_equal(p->line_count, q->line_count);
        same_float(p->width, q->width);
        same_float(p->height, q->height);
    }
    assert_int_equal(a->zones.count, b->zones.count);
    for (size_t i = 0; i < a->zones.count; i++) {
        const galley_zone *p = &a->zones.items[i], *q = &b->zones.items[i];
        assert_int_equal(p->page, q->page);
        assert_int_equal(p->first_line, q->first_line);
        assert_int_equal(p->line_count, q->line_count);
        same_box(p->box, q->box);
        same_slice(p->kind, q->kind);
    }
    assert_int_equal(a->lines.count, b->lines.count);
    for (size_t i = 0; i < a->lines.count; i++)
        same_line(&a->lines.items[i], &b->lines.items[i]);
}

static void each_pair_of_blocks(const galley_block *a, const galley_block *b, pair_of_texts *compare)
{
    compare(&a->text, &b->text);
    compare(&a->credit, &b->credit);
    assert_int_equal(a->item_count, b->item_count);
    for (uint32_t i = 0; i < a->item_count; i++)
        compare(&a->items[i], &b->items[i]);
}

void each_pair(const galley_article *a, const galley_article *b, pair_of_texts *compare)
{
    compare(&a->section, &b->section);
    compare(&a->kicker, &b->kicker);
    compare(&a->headline, &b->headline);
    compare(&a->byline, &b->byline);
    compare(&a->dateline, &b->dateline);
    compare(&a->credit, &b->credit);
    assert_int_equal(a->subheadlines.count, b->subheadlines.count);
    for (size_t i = 0; i < a->subheadlines.count; i++)
        compare(&a->subheadlines.items[i], &b->subheadlines.items[i]);
    assert_int_equal(a->blocks.count, b->blocks.count);
    for (size_t i = 0; i < a->blocks.count; i++)
        each_pair_of_blocks(&a->blocks.items[i], &b->blocks.items[i], compare);
}

static void same_block(const galley_block *a, const galley_block *b)
{
    assert_int_equal(a->type, b->type);
    same_slice(a->image, b->image);
    assert_int_equal(a->columns, b->columns);
    same_float(a->confidence, b->confidence);
    assert_int_equal(a->level, b->level);
}

static void same_image(const galley_image *a, const galley_image *b)
{
    same_slice(a->name, b->name);
    same_slice(a->media_type, b->media_type);
    same_slice(a->bytes, b->bytes);
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    same_slice(a->alt, b->alt);
    assert_int_equal(a->alt_known, b->alt_known);
}

static void same_article(const galley_article *a, const galley_article *b)
{
    same_slice(a->id, b->id);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->page, b->page);
    each_pair(a, b, same_text);
    same_slice(a->continued_on, b->continued_on);
    same_slice(a->continued_from, b->continued_from);
    assert_int_equal(a->continued_in, b->continued_in);
    assert_int_equal(a->continues, b->continues);
    for (size_t i = 0; i < a->blocks.count; i++)
        same_block(&a->blocks.items[i], &b->blocks.items[i]);
    same_float(a->confidence, b->confidence);
    assert_int_equal(a->evidence.count, b->evidence.count);
    for (size_t i = 0; i < a->evidence.count; i++) {
        assert_string_equal(a->evidence.items[i].reason, b->evidence.items[i].reason);
        same_float(a->evidence.items[i].weight, b->evidence.items[i].weight);
    }
    same_slice(a->note, b->note);
    same_slice(a->language, b->language);
}

static void same_meta(const galley_meta *a, const galley_meta *b)
{
    same_slice(a->id, b->id);
    same_slice(a->title, b->title);
    same_slice(a->date, b->date);
    same_slice(a->number, b->number);
    same_slice(a->language, b->language);
    same_slice(a->publisher, b->publisher);
    same_slice(a->place, b->place);
    same_slice(a->issn, b->issn);
    same_slice(a->cn, b->cn);
    same_slice(a->subtitle, b->subtitle);
    same_slice(a->edition, b->edition);
    same_slice(a->volume, b->volume);
    same_slice(a->editor, b->editor);
    same_slice(a->licence, b->licence);
    same_slice(a->source_url, b->source_url);
    same_slice(a->previous, b->previous);
    same_slice(a->next, b->next);
    same_slice(a->conversion, b->conversion);
}

void assert_same_issue(const galley_issue *a, const galley_issue *b)
{
    same_meta(&a->meta, &b->meta);
    same_facts(a, b);
    assert_int_equal(a->articles.count, b->articles.count);
    for (size_t i = 0; i < a->articles.count; i++)
        same_article(a->articles.items[i], b->articles.items[i]);
    assert_int_equal(a->furniture.count, b->furniture.count);
    for (size_t i = 0; i < a->furniture.count; i++) {
        assert_int_equal(a->furniture.items[i].kind, b->furniture.items[i].kind);
        same_text(&a->furniture.items[i].text, &b->furniture.items[i].text);
    }
    assert_int_equal(a->images.count, b->images.count);
    for (size_t i = 0; i < a->images.count; i++)
        same_image(&a->images.items[i], &b->images.items[i]);
    assert_int_equal(a->repairs.count, b->repairs.count);
    for (size_t i = 0; i < a->repairs.count; i++) {
        const galley_repair_record *p = &a->repairs.items[i], *q = &b->repairs.items[i];
        assert_string_equal(p->pass, q->pass);
        assert_string_equal(p->kind, q->kind);
        assert_int_equal(p->line, q->line);
        same_slice(p->before, q->before);
        same_slice(p->after, q->after);
        same_float(p->confidence, q->confidence);
        assert_string_equal(p->why, q->why);
    }
}
