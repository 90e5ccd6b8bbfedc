/* SPDX-License-Identifier: MIT
 * A file is called by date, page and place on the page, which stay the same when a
 * headline is corrected: 2024-02-29-p01-003.md.  Teasers and mastheads stand in the
 * index, everything else in a file of its own, with the way to its neighbours. */
#include "plugins/markdown/split.h"

#include <stdlib.h>

#include <galley/text.h>

#include "plugins/markdown/article.h"
#include "plugins/markdown/comment.h"
#include "plugins/markdown/escape.h"
#include "plugins/markdown/matter.h"

#define LABEL_CELLS 48 /* of the first words of an article without a headline */

static const char INDEX[] = "index.md";

typedef struct folder {
    markdown_sheet *sheet;
    markdown_plan *plan;
    const markdown_order *order;
    galley_arena *arena;
    galley_sink *sink;  /* of the folder */
    const char **files; /* of each article; NULL: it is in the index */
    uint32_t *way;      /* the articles with files, in their order */
    size_t way_count;
    bool printed; /* the numbers of the pages are names */
    bool matter;
} folder;

/* ---- Names ------------------------------------------------------------------ */

static bool is_plain(galley_slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.text[i];
        bool plain =
            (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-';
        if (!plain)
            return false;
    }
    return text.length > 0 && text.length <= 16;
}

/* A page number of digits; 0 when it is none. */
static size_t number_of(galley_slice text)
{
    size_t number = 0;
    if (!text.length || text.length > 6)
        return 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.text[i] < '0' || text.text[i] > '9')
            return 0;
        number = number * 10 + (size_t)(text.text[i] - '0');
    }
    return number;
}

/* Printed numbers are names where they go up from page to page; else the pages are counted. */
static bool numbers_are_names(const galley_issue *issue)
{
    size_t last = 0;
    for (size_t i = 0; i < issue->pages.count; i++) {
        size_t number = number_of(issue->pages.items[i].number);
        if (number <= last)
            return false;
        last = number;
    }
    return true;
}

static int digits_of(size_t number, int least)
{
    int digits = 1;
    for (; number > 9; number /= 10)
        digits++;
    return digits > least ? digits : least;
}

/* Numbers are as long as the largest one, so that the names sort as the pages do. */
static const char *name_of(const folder *to, size_t page, size_t place, size_t places)
{
    const galley_issue *issue = to->sheet->issue;
    size_t count = issue->pages.count, last = count, number = page < count ? page + 1 : 0;
    bool dated = is_plain(issue->meta.date);
    if (to->printed && count) {
        last = number_of(issue->pages.items[count - 1].number);
        number = page < count ? number_of(issue->pages.items[page].number) : 0;
    }
    return galley_arena_print(to->arena, "%.*s%sp%0*zu-%0*zu.md",
                              GALLEY_SHOW(dated ? issue->meta.date : galley_slice_of("")), dated ? "-" : "",
                              digits_of(last, 2), number, digits_of(places, 3), place);
}

static bool has_file(const galley_article *article)
{
    return article->kind != GALLEY_TEASER && article->kind != GALLEY_MASTHEAD;
}

static void name_group(folder *to, size_t group)
{
    size_t begin = to->order->begins[group], end = to->order->begins[group + 1], place = 0;
    for (size_t i = begin; i < end; i++) {
        uint32_t index = to->order->articles[i];
        if (!has_file(to->sheet->issue->articles.items[index]))
            continue;
        size_t page = group == MARKDOWN_PAGELESS ? SIZE_MAX : group - MARKDOWN_PAGES;
        to->files[index] = name_of(to, page, ++place, end - begin);
        to->way[to->way_count++] = index;
    }
}

static bool name_files(folder *to)
{
    const galley_issue *issue = to->sheet->issue;
    to->printed = numbers_are_names(issue);
    to->files = galley_arena_array(to->arena, issue->articles.count + 1, sizeof *to->files);
    to->way = galley_arena_array(to->arena, issue->articles.count + 1, sizeof *to->way);
    for (size_t i = 0; to->files && to->way && i < issue->pages.count + 1; i++)
        name_group(to, MARKDOWN_PAGELESS + i);
    return galley_arena_status(to->arena) == GALLEY_OK;
}

/* ---- Files ------------------------------------------------------------------ */

static void begin_file(folder *to, const char *name)
{
    to->sheet->sink = galley_sink_member(to->sink, name);
    to->sheet->last = MARKDOWN_NOTHING;
}

static void put_link(markdown_sheet *sheet, const char *words, const char *file)
{
    if (!file)
        return;
    markdown_put(sheet, sheet->last == MARKDOWN_BREAK ? " · [" : "[");
    markdown_put(sheet, words);
    markdown_put(sheet, "](");
    markdown_put(sheet, file);
    markdown_put(sheet, ")");
    sheet->last = MARKDOWN_BREAK; /* the next link needs something between */
}

/* [Previous](…) · [Contents](index.md) · [Next](…) */
static void put_way(markdown_sheet *sheet, const char *previous, const char *next)
{
    markdown_begin(sheet, "");
    sheet->last = MARKDOWN_BODY;
    put_link(sheet, sheet->say->previous, previous);
    put_link(sheet, sheet->say->contents, INDEX);
    put_link(sheet, sheet->say->next, next);
    markdown_end(sheet, MARKDOWN_BODY);
}

static void put_file(folder *to, size_t at)
{
    markdown_sheet *sheet = to->sheet;
    uint32_t index = to->way[at];
    const galley_article *article = sheet->issue->articles.items[index];
    const char *previous = at ? to->files[to->way[at - 1]] : NULL;
    const char *next = at + 1 < to->way_count ? to->files[to->way[at + 1]] : NULL;
    begin_file(to, to->files[index]);
    if (to->matter)
        markdown_put_article_matter(sheet, index, previous, next);
    if (sheet->marks && article->page < sheet->issue->pages.count)
        markdown_put_page(sheet, &sheet->issue->pages.items[article->page], false);
    markdown_put_article(sheet, to->plan, index);
    put_way(sheet, previous, next);
}

/* ---- The index -------------------------------------------------------------- */

static void first_text(void *state, const char *role, const galley_text *text)
{
    (void)role;
    galley_slice *found = state;
    if (!found->length)
        *found = galley_slice_trim(text->text);
}

/* The headline; else the first words. */
static void put_label(markdown_sheet *sheet, const galley_article *article)
{
    galley_slice words = galley_slice_trim(article->headline.text);
    bool cut = false;
    if (!words.length) {
        galley_article_visit(article, first_text, &words);
        const char *at = words.text, *end = galley_slice_end(words);
        for (int cells = 0; at < end && cells < LABEL_CELLS;)
            cells += galley_code_cells(galley_text_next(&at, end), false);
        cut = at < end;
        words = galley_slice_range(words.text, at);
    }
    markdown_inline(sheet, words.length ? words : article->id);
    markdown_put(sheet, cut ? "…" : "");
}

static void put_entry(folder *to, uint32_t index)
{
    markdown_sheet *sheet = to->sheet;
    const galley_article *article = sheet->issue->articles.items[index];
    markdown_begin_item(sheet, MARKDOWN_ITEMS);
    markdown_put(sheet, "[");
    put_label(sheet, article);
    markdown_put(sheet, "](");
    markdown_put(sheet, to->files[index]);
    markdown_put(sheet, ")");
    markdown_end(sheet, MARKDOWN_ITEMS);
}

/* Teasers and mastheads in full, the others as links; a comment before them says so. */
static void put_group(folder *to, size_t group)
{
    markdown_sheet *sheet = to->sheet;
    bool told = !sheet->marks;
    for (size_t i = to->order->begins[group]; i < to->order->begins[group + 1]; i++) {
        uint32_t index = to->order->articles[i];
        if (!to->files[index]) {
            markdown_put_article(sheet, to->plan, index);
            continue;
        }
        if (!told || sheet->last == MARKDOWN_TEASERS) {
            markdown_begin(sheet, "<!-- contents -->");
            markdown_end(sheet, MARKDOWN_TITLE);
        }
        told = true;
        put_entry(to, index);
    }
}

static void put_index(folder *to)
{
    markdown_sheet *sheet = to->sheet;
    begin_file(to, INDEX);
    if (to->matter)
        markdown_put_matter(sheet);
    sheet->head_down = 3;
    markdown_title(sheet);
    put_group(to, MARKDOWN_MASTHEADS);
    put_group(to, MARKDOWN_PAGELESS);
    for (size_t i = 0; i < sheet->issue->pages.count; i++) {
        markdown_put_page(sheet, &sheet->issue->pages.items[i], true);
        put_group(to, MARKDOWN_PAGES + i);
    }
}

/* ---- The folder ------------------------------------------------------------- */

#define PART_MOST 200 /* bytes of a name between two slashes */

/* In a folder of their own, so that none is called as an article is. */
bool markdown_can_hold(const galley_image *image)
{
    galley_slice name = image->name;
    size_t parts = 0, from = 0;
    for (size_t at = 0; at <= name.length; at++) {
        char byte = at < name.length ? name.text[at] : '/';
        if ((unsigned char)byte < 0x20 || byte == '\\' || byte == ':')
            return false;
        if (byte != '/')
            continue;
        if (at == from || at - from > PART_MOST || name.text[from] == '.')
            return false;
        from = at + 1;
        parts++;
    }
    return image->bytes.length && parts > 1 && name.length < 4 * PART_MOST;
}

static void put_pictures(folder *to)
{
    const galley_issue *issue = to->sheet->issue;
    for (size_t i = 0; i < issue->images.count; i++) {
        const galley_image *image = &issue->images.items[i];
        if (!markdown_can_hold(image))
            continue;
        const char *name = galley_arena_copy(to->arena, image->name).text;
        galley_sink_slice(galley_sink_member(to->sink, name), image->bytes);
    }
}

void markdown_put_folder(markdown_sheet *sheet, markdown_plan *plan, const markdown_order *order, bool matter)
{
    folder to = {
        .sheet = sheet, .plan = plan, .order = order, .arena = plan->arena, .sink = sheet->sink, .matter = matter
    };
    if (!name_files(&to))
        return;
    sheet->files = to.files;
    put_index(&to);
    sheet->head_down = 1;
    for (size_t i = 0; i < to.way_count; i++)
        put_file(&to, i);
    put_pictures(&to);
    sheet->sink = to.sink;
}
