/* SPDX-License-Identifier: MIT
 * Facts for an issue that has none, as from JSON written by hand or from a book: each
 * article is a zone of its page, each text a line of it.  A copy points into the
 * text that it was taken from; where none holds it, it is no copy. */
#include <galley/issue.h>
#include <galley/text.h>
#include <galley/track.h>

typedef struct making {
    galley_issue *issue;
    galley_track track;
    uint32_t first; /* line of the article */
    bool zone_due;  /* the next line begins a zone */
    bool copies;    /* the copies' turn, which comes last */
} making;

static void take_spans(galley_issue *issue, galley_text *text, uint32_t line, size_t from, size_t to)
{
    galley_span *span = galley_arena_alloc(issue->arena, sizeof *span);
    if (!span)
        return;
    *span = (galley_span){ line, (uint32_t)from, (uint32_t)to };
    text->spans = span;
    text->span_count = 1;
}

static void make_line(making *make, galley_text *text)
{
    galley_issue *issue = make->issue;
    if (make->zone_due) {
        galley_issue_add_zone(issue);
        galley_track_zone(&make->track);
        make->zone_due = false;
    }
    galley_line line = galley_track_line(&make->track, galley_track_blank(&make->track));
    line.text = galley_slice_trim(text->text);
    galley_track_take(&make->track, &line);
    galley_line *made = galley_issue_add_line(issue, line.text, line.id, line.number);
    made->blank_before = line.blank_before;
    made->offset = line.offset;
    text->copy = false;
    if (issue->lines.count)
        take_spans(issue, text, (uint32_t)issue->lines.count - 1, 0, line.text.length);
}

static uint32_t next_character(const char **at, const char *end)
{
    while (*at < end) {
        uint32_t code = galley_text_next(at, end);
        if (!galley_code_space(code))
            return code;
    }
    return 0;
}

/* Where `text` ends in `line` when it begins at `from`, white space aside; or 0. */
static size_t ends_at(galley_slice line, size_t from, galley_slice text)
{
    const char *at = line.text + from, *end = galley_slice_end(line);
    const char *step = text.text, *stop = galley_slice_end(text);
    for (uint32_t want = next_character(&step, stop); want; want = next_character(&step, stop))
        if (next_character(&at, end) != want)
            return 0;
    return (size_t)(at - line.text);
}

static bool find_copy(making *make, galley_text *text, uint32_t line)
{
    galley_slice fact = make->issue->lines.items[line].text, held = galley_slice_trim(text->text);
    const char *at = fact.text, *end = galley_slice_end(fact);
    uint32_t first = galley_text_first(held);
    while (at < end) {
        size_t from = (size_t)(at - fact.text);
        if (galley_text_next(&at, end) != first)
            continue;
        size_t to = ends_at(fact, from, held);
        if (to) {
            take_spans(make->issue, text, line, from, to);
            return true;
        }
    }
    return false;
}

/* The issue is still the reader's own, so its texts may be written through the visitor. */
static void visit(void *state, const char *role, const galley_text *seen)
{
    (void)role;
    making *make = state;
    galley_text *text = (galley_text *)seen;
    if (text->copy != make->copies || !galley_text_first(text->text))
        return;
    bool found = false;
    for (uint32_t i = make->first; text->copy && !found && i < make->issue->lines.count; i++)
        found = find_copy(make, text, i);
    if (!found)
        make_line(make, text);
}

static void make_article(making *make, galley_article *article)
{
    make->first = (uint32_t)make->issue->lines.count;
    make->zone_due = true;
    make->copies = false;
    galley_article_visit(article, visit, make);
    make->copies = true;
    galley_article_visit(article, visit, make);
}

static void make_page(making *make, uint32_t index, const uint32_t *furniture_pages)
{
    galley_issue *issue = make->issue;
    galley_page *page = &issue->pages.items[index];
    page->first_zone = (uint32_t)issue->zones.count;
    page->first_line = (uint32_t)issue->lines.count;
    page->line_base = galley_track_page(&make->track, page->source);
    for (size_t i = 0; i < issue->articles.count; i++)
        if (issue->articles.items[i]->page == index)
            make_article(make, issue->articles.items[i]);
    make->zone_due = true;
    for (size_t i = 0; i < issue->furniture.count; i++)
        if ((furniture_pages ? furniture_pages[i] : 0) == index &&
            galley_text_first(issue->furniture.items[i].text.text))
            make_line(make, &issue->furniture.items[i].text);
}

/* A zone goes to the last page there is, so the pages are dealt out again one by one. */
void galley_issue_make_facts(galley_issue *issue, const uint32_t *furniture_pages)
{
    making make = { .issue = issue };
    if (!issue->pages.count)
        galley_issue_add_page(issue, galley_slice_of(""));
    size_t count = issue->pages.count;
    for (uint32_t i = 0; i < count; i++) {
        issue->pages.count = i + 1;
        make_page(&make, i, furniture_pages);
    }
}
