/* SPDX-License-Identifier: MIT
 * What is said of a text are stretches of its bytes, one within another; where the text
 * turns the page is a stretch of no length.  They are sorted and walked by a function that
 * calls itself for what stands inside.  A text of which nothing is said goes out as it is. */
#include "plugins/epub/story.h"

#include <stdlib.h>

#include <galley/text.h>

#include "plugins/epub/label.h"
#include "plugins/epub/web.h"

/* ---- Stretches ------------------------------------------------------------------ */

typedef struct stretch {
    size_t from, to; /* the same: the text turns to `page` there */
    uint32_t page;
    const galley_mark *mark;
    size_t order; /* in which they came */
} stretch;

typedef struct walk {
    epub_story *story;
    galley_slice text;
    GALLEY_VECTOR(stretch) stretches;
    size_t next;
    bool in_link, in_ruby; /* HTML has no link in a link and no ruby in a ruby */
} walk;

static void add(walk *on, stretch one)
{
    stretch *made = galley_push(on->story->part->book->arena, &on->stretches);
    one.order = on->stretches.count;
    if (made)
        *made = one;
}

/* By beginning; there first what is no stretch but a place, then the longer one. */
static int compare(const void *a, const void *b)
{
    const stretch *left = a, *right = b;
    bool left_place = left->from == left->to, right_place = right->from == right->to;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    if (left_place != right_place)
        return left_place ? -1 : 1;
    if (left->to != right->to)
        return left->to > right->to ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

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

static void add_turns(walk *on, const galley_text *text)
{
    const galley_issue *issue = on->story->part->book->issue;
    if (text->copy || !turns_page(issue, text, on->story->page))
        return;
    galley_run run = galley_text_runs(issue, text);
    while (galley_run_next(&run)) {
        uint32_t now = page_of(issue, run.span, on->story->page);
        size_t at = (size_t)(run.piece.text - text->text.text);
        if (now != on->story->page && at <= text->text.length)
            add(on, (stretch){ .from = at, .to = at, .page = on->story->page = now });
    }
}

static void add_marks(walk *on, const galley_text *text)
{
    for (uint32_t i = 0; i < text->mark_count; i++)
        if (text->marks[i].from < text->marks[i].to && text->marks[i].to <= text->text.length)
            add(on, (stretch){ .from = text->marks[i].from, .to = text->marks[i].to, .mark = &text->marks[i] });
}

/* ---- Elements ------------------------------------------------------------------- */

static void put_turn(walk *on, uint32_t page)
{
    epub_part *part = on->story->part;
    const epub_section *section = &part->book->sections[page];
    epub_open(part, on->in_link ? "span" : "a", "page");
    epub_attribute(part, on->in_link ? "data-front" : "href", section->file);
    epub_put(part, "[");
    epub_text(part, epub_label_wrap(part->book->arena, part->book->phrases->page, epub_section_number(section)));
    epub_put(part, "]");
    epub_close(part);
}

/* How a ruby is read.  No brackets (rp) for those who do not know ruby: EPUB advises against them. */
static void put_reading(epub_part *part, galley_slice reading)
{
    epub_open(part, "rt", NULL);
    epub_text(part, reading);
    epub_close(part);
}

static bool can_say(const walk *on, const galley_mark *mark)
{
    if (mark->type == GALLEY_LINK)
        return !on->in_link && epub_is_address(mark->value);
    if (mark->type == GALLEY_LANGUAGE)
        return epub_is_language(mark->value);
    return mark->type < GALLEY_MARK_COUNT && !(mark->type == GALLEY_RUBY && on->in_ruby);
}

/* Opens the element of a stretch; whether there is one. */
static bool open_stretch(walk *on, const stretch *one)
{
    static const char *const elements[GALLEY_MARK_COUNT] = {
        [GALLEY_LANGUAGE] = "span", [GALLEY_EMPHASIS] = "em", [GALLEY_STRONG] = "strong",
        [GALLEY_LINK] = "a",        [GALLEY_RUBY] = "ruby",   [GALLEY_UNCLEAR] = "span",
    };
    epub_part *part = on->story->part;
    galley_slice value = one->mark->value;
    if (!can_say(on, one->mark)) {
        part->press->unsaid++;
        return false;
    }
    epub_open(part, elements[one->mark->type], one->mark->type == GALLEY_UNCLEAR ? "unclear" : NULL);
    if (one->mark->type == GALLEY_LINK)
        epub_attribute_slice(part, "href", value);
    if (one->mark->type == GALLEY_LANGUAGE)
        epub_language(part, value);
    if (one->mark->type == GALLEY_UNCLEAR && value.length)
        epub_attribute_slice(part, "title", value);
    on->in_link |= one->mark->type == GALLEY_LINK;
    on->in_ruby |= one->mark->type == GALLEY_RUBY;
    return true;
}

static void put_range(walk *on, size_t from, size_t to);

static void put_stretch(walk *on, const stretch *one)
{
    bool was_in_link = on->in_link, was_in_ruby = on->in_ruby, opened = open_stretch(on, one);
    put_range(on, one->from, one->to);
    on->in_link = was_in_link;
    on->in_ruby = was_in_ruby;
    if (!opened)
        return;
    if (one->mark->type == GALLEY_RUBY)
        put_reading(on->story->part, one->mark->value);
    epub_close(on->story->part);
}

/* The bytes [from, to) of the text with the stretches that begin in them.  One that ends
 * behind them would cross another: its words stay, it is not said. */
static void put_range(walk *on, size_t from, size_t to)
{
    while (on->next < on->stretches.count) {
        const stretch one = on->stretches.items[on->next];
        if (one.from > to || (one.from == to && one.to > one.from))
            break;
        on->next++;
        epub_text(on->story->part, galley_slice_part(on->text, from, one.from));
        from = one.from;
        if (one.to == one.from)
            put_turn(on, one.page);
        else if (one.to > to)
            on->story->part->press->unsaid++;
        else {
            put_stretch(on, &one);
            from = one.to;
        }
    }
    epub_text(on->story->part, galley_slice_part(on->text, from, to));
}

void epub_story_text(epub_story *story, const galley_text *text)
{
    walk on = { .story = story, .text = text->text };
    add_turns(&on, text);
    add_marks(&on, text);
    if (on.stretches.count > 1)
        qsort(on.stretches.items, on.stretches.count, sizeof *on.stretches.items, compare);
    put_range(&on, 0, text->text.length);
}

bool epub_story_shows(const galley_text *text)
{
    return !text->copy && galley_text_first(text->text);
}

/* A line that is not shown is no heading and has no role. */
static void put_line(epub_story *story, const char *element, const char *class, const char *role,
                     const galley_text *text, bool hidden)
{
    epub_part *part = story->part;
    if (!galley_text_first(text->text))
        return;
    if (text->copy)
        class = class ? galley_arena_print(part->book->arena, "%s copy", class) : "copy";
    hidden |= text->copy;
    epub_open(part, hidden ? "p" : element, class);
    if (hidden)
        epub_attribute(part, "hidden", "hidden");
    else if (role)
        epub_attribute(part, "role", role);
    epub_story_text(story, text);
    epub_end(part);
}

void epub_story_line(epub_story *story, const char *element, const char *class, const galley_text *text)
{
    put_line(story, element, class, NULL, text, false);
}

epub_story epub_story_begin(epub_part *part, const epub_entry *entry)
{
    return (epub_story){
        .part = part, .entry = entry, .article = entry->article, .page = entry->article->page, .depth = 1
    };
}

void epub_story_open(epub_story *story, const char *element)
{
    const galley_article *article = story->article;
    const epub_entry *entry = story->entry;
    epub_part *part = story->part;
    epub_open(part, element, galley_kind_name(article->kind));
    epub_attribute(part, "id", entry->id);
    if (article->id.length)
        epub_attribute_slice(part, "data-id", article->id);
    if (article->note.length)
        epub_attribute_slice(part, "data-note", article->note);
    if (entry->index != entry->place)
        epub_attribute(part, "data-order", galley_arena_print(part->book->arena, "%zu", entry->index + 1));
    if (epub_is_language(article->language))
        epub_language(part, article->language);
    else
        part->press->unsaid += article->language.length > 0;
}

/* ---- The head ------------------------------------------------------------------- */

static bool shows_subheadline(const galley_article *article)
{
    bool found = false;
    for (size_t i = 0; i < article->subheadlines.count; i++)
        found |= epub_story_shows(&article->subheadlines.items[i]);
    return found;
}

static void put_head_line(epub_story *story, const epub_head *head, const char *element, const char *class,
                          const char *role, const galley_text *text)
{
    bool is_name = galley_slice_equal(galley_slice_trim(text->text), head->name);
    bool is_section = strcmp(class, "section") == 0 && galley_slice_equal(text->text, head->section);
    put_line(story, element, class, role, text, is_name || is_section);
}

static void put_titles(epub_story *story, const epub_head *head)
{
    const galley_article *article = story->article;
    bool group = head->group && epub_story_shows(&article->headline) &&
                 (epub_story_shows(&article->kicker) || shows_subheadline(article));
    const char *role = group ? "doc-subtitle" : NULL;
    if (group) {
        epub_open(story->part, "hgroup", NULL);
        epub_newline(story->part);
    }
    put_head_line(story, head, "p", "kicker", role, &article->kicker);
    put_head_line(story, head, head->heading, "headline", NULL, &article->headline);
    for (size_t i = 0; i < article->subheadlines.count; i++)
        put_head_line(story, head, "p", "subheadline", role, &article->subheadlines.items[i]);
    if (group)
        epub_end(story->part);
}

void epub_story_head(epub_story *story, const epub_head *head)
{
    const galley_article *article = story->article;
    put_head_line(story, head, "p", "section", NULL, &article->section);
    put_titles(story, head);
    put_head_line(story, head, "p", "byline", NULL, &article->byline);
    put_head_line(story, head, "p", "dateline", NULL, &article->dateline);
    epub_story_continued_from(story);
}
