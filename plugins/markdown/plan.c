/* SPDX-License-Identifier: MIT
 * A byline that is also printed in a paragraph (galley_text.copy) is left there, where
 * it is; one that stands nowhere in the article is written. */
#include "plugins/markdown/plan.h"

#include <galley/text.h>

/* ---- Copies ----------------------------------------------------------------- */

typedef struct search {
    galley_arena *arena;
    galley_slice wanted; /* without spaces */
    bool found;
} search;

static galley_slice squeeze(galley_arena *arena, galley_slice text)
{
    char *out = galley_arena_room(arena, text.length + 1, 1);
    return (galley_slice){ out, out ? galley_text_squeeze(text, out) : 0 };
}

static void look_in(void *state, const char *role, const galley_text *text)
{
    (void)role;
    search *find = state;
    if (!text->copy && !find->found)
        find->found = galley_slice_find(squeeze(find->arena, text->text), find->wanted, 0) != SIZE_MAX;
}

/* Whether another text of the article has the words of a copy. */
static bool is_held(const galley_article *article, const galley_text *copy)
{
    galley_arena *scratch = copy->copy ? galley_arena_new(0) : NULL;
    search find = { .arena = scratch };
    if (!scratch)
        return false;
    find.wanted = squeeze(scratch, copy->text);
    galley_article_visit(article, look_in, &find);
    galley_arena_drop(scratch);
    return find.found;
}

/* ---- Parts ------------------------------------------------------------------ */

static void add(markdown_plan *plan, markdown_part part)
{
    markdown_part *added = galley_push(plan->arena, &plan->parts);
    if (added)
        *added = part;
}

static void add_text(markdown_plan *plan, markdown_role role, const galley_text *text)
{
    if (text->text.length)
        add(plan, (markdown_part){ .role = role, .text = text });
}

/* A text of the head, which may stand in the article a second time. */
static void add_head(markdown_plan *plan, const galley_article *article, markdown_role role, const galley_text *text)
{
    if (!is_held(article, text)) {
        add_text(plan, role, text);
        return;
    }
    plan->lost_marks += text->mark_count;
    markdown_part *copy = galley_push(plan->arena, &plan->copies);
    if (copy)
        *copy = (markdown_part){ .role = role, .text = text };
}

/* A label that only repeats the heading of its page is not printed twice. */
static bool repeats_page(const markdown_plan *plan, const galley_article *article)
{
    const galley_issue *issue = plan->issue;
    return article->kind != GALLEY_MASTHEAD && article->page < issue->pages.count && article->section.text.length &&
           galley_slice_equal(article->section.text, issue->pages.items[article->page].section);
}

static void plan_head(markdown_plan *plan, const galley_article *article)
{
    if (repeats_page(plan, article))
        add(plan, (markdown_part){ .role = MARKDOWN_SECTION, .text = &article->section, .above = true });
    else
        add_head(plan, article, MARKDOWN_SECTION, &article->section);
    add_head(plan, article, MARKDOWN_KICKER, &article->kicker);
    add_head(plan, article, MARKDOWN_HEADLINE, &article->headline);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        add_text(plan, MARKDOWN_SUBHEADLINE, &article->subheadlines.items[i]);
    add_head(plan, article, MARKDOWN_BYLINE, &article->byline);
    add_head(plan, article, MARKDOWN_DATELINE, &article->dateline);
}

/* ---- Blocks ----------------------------------------------------------------- */

static void plan_text(markdown_plan *plan, const galley_article *article, const galley_block *block)
{
    static const markdown_role roles[GALLEY_BLOCK_COUNT] = { [GALLEY_PARAGRAPH] = MARKDOWN_TEXT,
                                                             [GALLEY_CROSSHEAD] = MARKDOWN_CROSSHEAD,
                                                             [GALLEY_QUOTATION] = MARKDOWN_QUOTATION };
    (void)article;
    if (block->text.text.length)
        add(plan, (markdown_part){ .role = roles[block->type], .text = &block->text, .block = block });
}

static void plan_figure(markdown_plan *plan, const galley_article *article, const galley_block *block)
{
    bool held = is_held(article, &block->credit);
    const galley_text *credit = held ? NULL : &block->credit;
    plan->lost_copies += held;
    if (block->image.length)
        add(plan, (markdown_part){ .role = MARKDOWN_PICTURE, .block = block });
    if (block->text.text.length || (credit && credit->text.length))
        add(plan, (markdown_part){ .role = block->image.length ? MARKDOWN_CAPTION : MARKDOWN_FIGURE,
                                   .text = credit,
                                   .block = block });
}

static bool has_items(const galley_block *block)
{
    for (uint32_t i = 0; i < block->item_count; i++)
        if (block->type == GALLEY_TABLE || block->items[i].text.length)
            return true;
    return false;
}

static void plan_items(markdown_plan *plan, const galley_article *article, const galley_block *block)
{
    (void)article;
    bool any = has_items(block);
    for (uint32_t i = 0; i < block->item_count; i++)
        plan->lost_marks += block->type == GALLEY_TABLE ? block->items[i].mark_count : 0;
    add_text(plan, any ? MARKDOWN_LABEL : MARKDOWN_TEXT, &block->text);
    if (any)
        add(plan,
            (markdown_part){ .role = block->type == GALLEY_LIST ? MARKDOWN_LIST : MARKDOWN_TABLE, .block = block });
}

void markdown_plan_article(markdown_plan *plan, const galley_article *article)
{
    static void (*const blocks[GALLEY_BLOCK_COUNT])(markdown_plan *, const galley_article *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = plan_text, [GALLEY_CROSSHEAD] = plan_text, [GALLEY_QUOTATION] = plan_text,
        [GALLEY_FIGURE] = plan_figure,  [GALLEY_LIST] = plan_items,     [GALLEY_TABLE] = plan_items,
    };
    plan->parts.count = plan->copies.count = 0;
    plan_head(plan, article);
    if (markdown_has_other(plan->issue, article->continued_from, article->continues))
        add(plan, (markdown_part){ .role = MARKDOWN_FROM });
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].type < GALLEY_BLOCK_COUNT)
            blocks[article->blocks.items[i].type](plan, article, &article->blocks.items[i]);
    add_head(plan, article, MARKDOWN_CREDIT, &article->credit);
    if (markdown_has_other(plan->issue, article->continued_on, article->continued_in))
        add(plan, (markdown_part){ .role = MARKDOWN_ON });
}

/* ---- Lines ------------------------------------------------------------------ */

static bool is_text(markdown_role role)
{
    return role < MARKDOWN_PICTURE || role == MARKDOWN_CREDIT || role == MARKDOWN_ON;
}

static bool has_texts_only(const markdown_plan *plan)
{
    for (size_t i = 0; i < plan->parts.count; i++)
        if (!is_text(plan->parts.items[i].role))
            return false;
    return true;
}

/* A teaser points by itself, a masthead nowhere. */
static void drop_pointers(markdown_plan *plan)
{
    size_t kept = 0;
    for (size_t i = 0; i < plan->parts.count; i++)
        if (plan->parts.items[i].text)
            plan->parts.items[kept++] = plan->parts.items[i];
    plan->parts.count = kept;
}

/* The title of the newspaper is the heading above already. */
static void leave_title_out(markdown_plan *plan)
{
    for (size_t i = 0; i < plan->parts.count; i++) {
        markdown_part *part = &plan->parts.items[i];
        part->above = part->text->text.length && galley_slice_equal(part->text->text, plan->issue->meta.title);
        if (part->above)
            return;
    }
}

bool markdown_plan_lines(markdown_plan *plan, const galley_article *article)
{
    if (!has_texts_only(plan))
        return false;
    drop_pointers(plan);
    if (article->kind == GALLEY_MASTHEAD)
        leave_title_out(plan);
    return true;
}

bool markdown_has_other(const galley_issue *issue, galley_slice page, uint32_t article)
{
    return page.length || article < issue->articles.count;
}
