/* SPDX-License-Identifier: MIT
 * The issue: made, filled by a reader, filled by the repair, dropped.  A
 * constructor that finds no memory hands out a spare from the issue's own
 * structure, so that readers and passes need not ask at every step. */
#include <galley/issue.h>

#include <stdlib.h>

/* The issue as it is allocated: what everybody sees, then the spares. */
typedef struct owned_issue {
    galley_issue shown;
    galley_page page;
    galley_zone zone;
    galley_line line;
    galley_article article;
    galley_block block;
    galley_text text;
    galley_furniture furniture;
    galley_repair_record repair;
    galley_decision decision;
    galley_image image;
} owned_issue;

#define SPARE(issue, member) memset(&((owned_issue *)(issue))->member, 0, sizeof((owned_issue *)(issue))->member)

galley_issue *galley_issue_new(size_t cap)
{
    galley_arena *arena = galley_arena_new(cap);
    owned_issue *issue = arena ? calloc(1, sizeof *issue) : NULL;
    if (!issue) {
        galley_arena_drop(arena);
        return NULL;
    }
    issue->shown.arena = arena;
    return &issue->shown;
}

void galley_issue_drop(galley_issue *issue)
{
    if (!issue)
        return;
    galley_arena_drop(issue->arena);
    free(issue);
}

galley_status galley_issue_status(const galley_issue *issue)
{
    return galley_arena_status(issue->arena);
}

galley_page *galley_issue_add_page(galley_issue *issue, galley_slice source)
{
    galley_page *page = galley_push(issue->arena, &issue->pages);
    if (!page)
        page = SPARE(issue, page);
    page->id = galley_slice_of(galley_arena_print(issue->arena, "p%zu", issue->pages.count));
    page->number = galley_slice_of(galley_arena_print(issue->arena, "%zu", issue->pages.count));
    page->source = source;
    page->first_zone = (uint32_t)issue->zones.count;
    page->first_line = (uint32_t)issue->lines.count;
    return page;
}

galley_zone *galley_issue_add_zone(galley_issue *issue)
{
    galley_zone *zone = issue->pages.count ? galley_push(issue->arena, &issue->zones) : NULL;
    if (!zone)
        return SPARE(issue, zone);
    zone->page = (uint32_t)issue->pages.count - 1;
    zone->first_line = (uint32_t)issue->lines.count;
    issue->pages.items[zone->page].zone_count++;
    return zone;
}

galley_line *galley_issue_add_line(galley_issue *issue, galley_slice text, uint32_t id, uint32_t number)
{
    galley_line *line = issue->zones.count ? galley_push(issue->arena, &issue->lines) : NULL;
    if (!line)
        line = SPARE(issue, line);
    else {
        line->zone = (uint32_t)issue->zones.count - 1;
        issue->zones.items[line->zone].line_count++;
        issue->pages.items[issue->zones.items[line->zone].page].line_count++;
    }
    line->text = text;
    line->id = id;
    line->number = number;
    line->confidence = -1;
    return line;
}

galley_article *galley_issue_add_article(galley_issue *issue, galley_kind kind)
{
    galley_article *article = galley_arena_alloc(issue->arena, sizeof *article);
    galley_article **place = article ? galley_push(issue->arena, &issue->articles) : NULL;
    if (place)
        *place = article;
    else
        article = SPARE(issue, article);
    article->kind = kind;
    article->continued_in = article->continues = GALLEY_NONE;
    return article;
}

galley_block *galley_article_add_block(galley_issue *issue, galley_article *article, galley_block_type type)
{
    galley_block *block = galley_push(issue->arena, &article->blocks);
    if (!block)
        block = SPARE(issue, block);
    block->type = type;
    block->confidence = 1;
    return block;
}

galley_text *galley_article_add_subheadline(galley_issue *issue, galley_article *article)
{
    galley_text *text = galley_push(issue->arena, &article->subheadlines);
    return text ? text : SPARE(issue, text);
}

void galley_article_add_evidence(galley_issue *issue, galley_article *article, float weight, const char *format, ...)
{
    galley_evidence *evidence = galley_push(issue->arena, &article->evidence);
    if (!evidence)
        return;
    va_list arguments;
    va_start(arguments, format);
    evidence->reason = galley_arena_vprint(issue->arena, format, arguments);
    va_end(arguments);
    evidence->weight = weight;
}

galley_furniture *galley_issue_add_furniture(galley_issue *issue, galley_furniture_kind kind, galley_text text)
{
    galley_furniture *furniture = galley_push(issue->arena, &issue->furniture);
    if (!furniture)
        furniture = SPARE(issue, furniture);
    furniture->kind = kind;
    furniture->text = text;
    return furniture;
}

galley_repair_record *galley_issue_add_repair(galley_issue *issue, const char *pass, const char *kind, uint32_t line,
                                              float confidence)
{
    galley_repair_record *record = galley_push(issue->arena, &issue->repairs);
    if (!record)
        record = SPARE(issue, repair);
    record->pass = pass;
    record->kind = kind;
    record->line = line;
    record->confidence = confidence;
    record->why = "";
    return record;
}

galley_decision *galley_issue_add_decision(galley_issue *issue, const char *pass, const char *verdict,
                                           galley_span where)
{
    galley_decision *decision = galley_push(issue->arena, &issue->decisions);
    if (!decision)
        decision = SPARE(issue, decision);
    *decision = (galley_decision){ .where = where, .pass = pass, .verdict = verdict };
    return decision;
}

static galley_image *find_image(const galley_issue *issue, galley_slice name)
{
    for (size_t i = 0; i < issue->images.count; i++)
        if (galley_slice_equal(issue->images.items[i].name, name))
            return &issue->images.items[i];
    return NULL;
}

galley_image *galley_issue_add_image(galley_issue *issue, galley_slice name)
{
    galley_image *image = find_image(issue, name);
    if (image)
        return image;
    image = galley_push(issue->arena, &issue->images);
    if (!image)
        image = SPARE(issue, image);
    image->name = name;
    return image;
}

const galley_image *galley_issue_image(const galley_issue *issue, galley_slice name)
{
    return find_image(issue, name);
}

const galley_page *galley_line_page(const galley_issue *issue, uint32_t line)
{
    return &issue->pages.items[issue->zones.items[issue->lines.items[line].zone].page];
}

galley_place galley_line_place(const galley_issue *issue, uint32_t line, uint32_t byte)
{
    if (line >= issue->lines.count)
        return (galley_place){ 0 };
    const galley_line *at = &issue->lines.items[line];
    const galley_page *page = galley_line_page(issue, line);
    galley_slice before = galley_slice_part(at->text, 0, byte <= at->text.length ? byte : 0);
    uint32_t codes = 1;
    for (size_t i = 0; i < before.length; i++)
        codes += ((unsigned char)before.text[i] & 0xC0) != 0x80;
    return (galley_place){ .file = galley_arena_copy(issue->arena, page->source).text,
                           .page = (uint32_t)(page - issue->pages.items) + 1,
                           .line = at->number,
                           .column = codes };
}

void galley_article_visit(const galley_article *article, galley_text_visitor *visit, void *state)
{
    const struct {
        const char *role;
        const galley_text *text;
    } before[] = { { "section", &article->section },
                   { "kicker", &article->kicker },
                   { "headline", &article->headline } },
      after[] = { { "byline", &article->byline }, { "dateline", &article->dateline } };
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (before[i].text->text.length)
            visit(state, before[i].role, before[i].text);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        visit(state, "subheadlines", &article->subheadlines.items[i]);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        if (after[i].text->text.length)
            visit(state, after[i].role, after[i].text);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const galley_block *block = &article->blocks.items[i];
        if (block->text.text.length)
            visit(state, block->type == GALLEY_FIGURE ? "caption" : "text", &block->text);
        for (size_t k = 0; k < block->item_count; k++)
            visit(state, "items", &block->items[k]);
        if (block->credit.text.length)
            visit(state, "credit", &block->credit);
    }
    if (article->credit.text.length)
        visit(state, "credit", &article->credit);
}

typedef struct page_set {
    const galley_issue *issue;
    uint32_t *out;
    size_t room, count;
} page_set;

static void note_page(page_set *set, uint32_t page)
{
    for (size_t i = 0; i < set->count && i < set->room; i++)
        if (set->out[i] == page)
            return;
    if (set->count < set->room)
        set->out[set->count] = page;
    set->count++;
}

static void note_pages(void *state, const char *role, const galley_text *text)
{
    (void)role;
    page_set *set = state;
    uint32_t last = GALLEY_NONE;
    for (uint32_t i = 0; i < text->span_count; i++) {
        uint32_t page = set->issue->zones.items[set->issue->lines.items[text->spans[i].line].zone].page;
        if (page != last)
            note_page(set, page);
        last = page;
    }
}

size_t galley_article_pages(const galley_issue *issue, const galley_article *article, uint32_t *out, size_t room)
{
    page_set set = { .issue = issue, .out = out, .room = room };
    note_page(&set, article->page);
    galley_article_visit(article, note_pages, &set);
    return set.count;
}
