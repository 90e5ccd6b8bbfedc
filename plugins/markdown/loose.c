/* SPDX-License-Identifier: MIT
 * The structure of such a file is a guess of the model that wrote it, so only what it
 * calls a block is kept, as the kind of a zone: headings, captions, lists, tables.  Lines
 * are those of the file, with the byte where each begins, freed of markup.  What was not
 * printed (bullets, pictures, comments) is left out and counted. */
#include "plugins/markdown/loose.h"

#include <strings.h>

#include <galley/buffer.h>
#include <galley/text.h>

#include "plugins/markdown/html.h"
#include "plugins/markdown/table.h"

typedef struct fact {
    galley_slice text;
    uint32_t line; /* of the file's body, from 1 */
} fact;

typedef struct loose {
    markdown_reading *read;
    galley_buffer text;        /* of the line that is gathered */
    GALLEY_VECTOR(fact) facts; /* of the block */
    uint32_t line;             /* that the walk is in */
    uint32_t last;             /* number of the last line, in the file */
    bool page_begins, pictured;
    size_t lists;
    bool inside; /* of a fence */
} loose;

/* ---- Facts ------------------------------------------------------------------ */

static void end_line(loose *in)
{
    galley_arena *arena = in->read->issue->arena;
    galley_slice text = galley_buffer_slice(&in->text);
    if (text.length && text.text[0] == '\f') { /* it began a page */
        in->page_begins = true;
        text = galley_slice_part(text, 1, text.length);
    }
    if (galley_text_first(text)) {
        fact *kept = galley_push(in->read->scratch, &in->facts);
        if (kept)
            *kept = (fact){ .text = galley_arena_copy(arena, text), .line = in->line };
    }
    galley_buffer_clear(&in->text);
}

static size_t count_stars(const loose *in)
{
    size_t count = 0;
    for (size_t i = 0; i < in->facts.count; i++)
        for (size_t at = 0; (at = galley_slice_find(in->facts.items[i].text, galley_slice_of("**"), at)) != SIZE_MAX;
             at += 2)
            count++;
    return count;
}

static void drop_stars_of(galley_arena *arena, galley_slice *text)
{
    galley_buffer out = { 0 };
    for (size_t at = 0; at < text->length; at++) {
        bool star = text->text[at] == '*' && at + 1 < text->length && text->text[at + 1] == '*';
        if (star)
            at++;
        else
            galley_buffer_byte(&out, text->text[at]);
    }
    *text = galley_buffer_copy(&out, arena);
    galley_buffer_drop(&out);
}

/* **“乌有”**日 is no emphasis to a parser, but was meant as such. */
static void drop_stars(loose *in)
{
    size_t count = count_stars(in);
    for (size_t i = 0; count && count % 2 == 0 && i < in->facts.count; i++)
        if (galley_slice_find(in->facts.items[i].text, galley_slice_of("**"), 0) != SIZE_MAX)
            drop_stars_of(in->read->issue->arena, &in->facts.items[i].text);
}

static void add_page(loose *in, galley_slice number)
{
    galley_issue *issue = in->read->issue;
    galley_page *page = galley_issue_add_page(issue, galley_slice_of(in->read->file->name));
    page->line_base = in->read->base;
    if (number.length) {
        page->number = galley_arena_copy(issue->arena, number);
        page->number_given = true;
    }
}

/* Numbers go up by one at least: a row of a table is no line of its own in the file. */
static void add_line(loose *in, const fact *one, bool first_of_page)
{
    const markdown_file *file = in->read->file;
    uint32_t number = one->line + file->first_line;
    number = number > in->last ? number : in->last + 1;
    galley_line *line = galley_issue_add_line(in->read->issue, one->text, in->read->base + number, number);
    line->blank_before = first_of_page ? 0 : number - in->last - 1;
    line->offset = file->first_byte + file->lines[one->line - 1 < file->line_count ? one->line - 1 : 0];
    in->last = number;
}

/* The lines that were gathered are a zone. */
static void end_zone(loose *in, const char *kind)
{
    drop_stars(in);
    bool begins = in->page_begins;
    if (in->facts.count && begins)
        add_page(in, (galley_slice){ 0 });
    if (in->facts.count) {
        galley_zone *zone = galley_issue_add_zone(in->read->issue);
        zone->kind = galley_slice_of(kind);
        in->page_begins = in->pictured = false;
    }
    for (size_t i = 0; i < in->facts.count; i++)
        add_line(in, &in->facts.items[i], begins && i == 0);
    in->facts.count = 0;
}

/* A list is one zone, whatever stands in it. */
static void end_block(loose *in, const char *kind)
{
    if (!in->lists)
        end_zone(in, kind);
}

static void put_line(loose *in, galley_slice text, uint32_t line)
{
    in->line = line;
    galley_buffer_add(&in->text, text);
    end_line(in);
}

/* ---- Pages ------------------------------------------------------------------ */

static galley_slice take_digits(galley_slice text)
{
    size_t at = 0, from;
    while (at < text.length && (text.text[at] < '0' || text.text[at] > '9'))
        at++;
    for (from = at; at < text.length && text.text[at] >= '0' && text.text[at] <= '9';)
        at++;
    return galley_slice_part(text, from, at);
}

static bool starts_with(galley_slice text, const char *word)
{
    size_t length = strlen(word);
    return text.length >= length && strncasecmp(text.text, word, length) == 0;
}

/* {3}---------- */
static bool is_ruled_mark(galley_slice text)
{
    size_t at = 1;
    while (at < text.length && text.text[at] >= '0' && text.text[at] <= '9')
        at++;
    bool braces = text.length > at + 8 && text.text[0] == '{' && at > 1 && text.text[at] == '}';
    for (at++; braces && at < text.length; at++)
        braces = text.text[at] == '-';
    return braces;
}

bool markdown_is_page_mark(galley_slice text, galley_slice *number)
{
    text = galley_slice_trim(text);
    bool comment = starts_with(text, "<!--") && galley_slice_ends(text, galley_slice_of("-->"));
    galley_slice inside =
        comment && text.length >= 7 ? galley_slice_trim(galley_slice_part(text, 4, text.length - 3)) : text;
    *number = (galley_slice){ 0 };
    bool marks = comment
                     ? starts_with(inside, "page") && inside.length < 40
                     : starts_with(text, "<page_number>") || starts_with(text, "<page_break") || is_ruled_mark(text);
    if (marks)
        *number = take_digits(inside);
    return marks;
}

static void mark_page(loose *in, galley_slice number)
{
    if (number.length) {
        add_page(in, number);
        in->page_begins = false;
    } else {
        in->page_begins = true;
    }
}

/* ---- Paragraphs ------------------------------------------------------------- */

static void visit(void *state, markdown_event event, cmark_node *node, galley_slice text)
{
    (void)node;
    loose *in = state;
    if (event == MARKDOWN_SAYS) {
        galley_buffer_add(&in->text, text);
    } else if (event == MARKDOWN_SOFT || event == MARKDOWN_HARD) {
        end_line(in);
        in->line++;
    } else if (event == MARKDOWN_HTML && html_tag_is(text, 0, "br", false)) {
        end_line(in);
    } else if (event == MARKDOWN_HTML) {
        in->read->comments += galley_slice_starts(text, galley_slice_of("<!--"));
    } else if (event == MARKDOWN_IMAGE) {
        in->read->images++;
        in->pictured = true;
    }
}

static void gather(loose *in, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    in->line = line > 0 ? (uint32_t)line : 1;
    markdown_walk(node, visit, in);
    end_line(in);
}

/* #乌有 is no heading to a parser, but was meant as such; #乌有# is a word of the text. */
static bool is_tight_heading(loose *in)
{
    galley_slice text = in->facts.count == 1 ? in->facts.items[0].text : (galley_slice){ 0 };
    size_t marks = 0;
    while (marks < text.length && marks < 7 && text.text[marks] == '#')
        marks++;
    galley_slice rest = galley_slice_part(text, marks, text.length);
    if (!marks || marks > 6 || !rest.length || galley_slice_find(rest, galley_slice_of("#"), 0) != SIZE_MAX ||
        !(galley_code_class(galley_text_first(rest)) & (GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL | GALLEY_OPENING)))
        return false;
    in->facts.items[0].text = rest;
    return true;
}

/* Numbers were printed, bullets are the model's. */
static void put_number(loose *in, cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    bool first = item && cmark_node_get_type(item) == CMARK_NODE_ITEM && cmark_node_first_child(item) == paragraph;
    if (!first || cmark_node_get_list_type(cmark_node_parent(item)) != CMARK_ORDERED_LIST)
        return;
    int column = cmark_node_get_start_column(item);
    galley_slice line = markdown_source_line(in->read->file, cmark_node_get_start_line(item));
    size_t from = column > 0 ? (size_t)column - 1 : 0, to = from;
    while (to < line.length && line.text[to] >= '0' && line.text[to] <= '9')
        to++;
    if (to <= from || to == line.length)
        return;
    to++; /* the dot or bracket */
    galley_buffer_add(&in->text, galley_slice_part(line, from, to));
    galley_buffer_byte(&in->text, ' ');
}

/* Rows with pipes are lines of the file, with a line of dashes behind the first. */
static void put_table(loose *in, const html_table *table, uint32_t line, bool pipes)
{
    for (size_t row = 0; row < table->rows.count; row++) {
        size_t end = row + 1 < table->rows.count ? table->rows.items[row + 1] : table->cells.count;
        for (size_t i = table->rows.items[row]; i < end; i++) {
            galley_buffer_put(&in->text, in->text.length ? " " : "");
            galley_buffer_add(&in->text, table->cells.items[i]);
        }
        in->line = line + (uint32_t)(pipes && row ? row + 1 : 0);
        end_line(in);
    }
    in->read->lowered++;
    end_block(in, "table");
}

static void take_paragraph(loose *in, cmark_node *node)
{
    html_table table;
    galley_slice number;
    bool captions = in->pictured;
    if (in->lists) {
        put_number(in, node);
        gather(in, node);
        return;
    }
    if (markdown_is_pipes(in->read->file, node)) {
        markdown_read_pipes(in->read, node, &table);
        put_table(in, &table, (uint32_t)cmark_node_get_start_line(node), true);
        return;
    }
    if (markdown_is_page_mark(markdown_source_line(in->read->file, cmark_node_get_start_line(node)), &number) &&
        cmark_node_get_start_line(node) == cmark_node_get_end_line(node)) {
        mark_page(in, number);
        return;
    }
    gather(in, node);
    end_block(in, is_tight_heading(in) ? "heading" : captions || in->pictured ? "caption" : "");
}

static void take_heading(loose *in, cmark_node *node)
{
    gather(in, node);
    end_block(in, "heading");
}

/* ---- Code and HTML ---------------------------------------------------------- */

static void take_source_lines(loose *in, int from, int to)
{
    for (int line = from; line <= to; line++)
        put_line(in, markdown_source_line(in->read->file, line), (uint32_t)line);
    end_block(in, "");
}

static bool is_fence(galley_slice line)
{
    line = galley_slice_trim(line);
    return galley_slice_starts(line, galley_slice_of("```")) || galley_slice_starts(line, galley_slice_of("~~~"));
}

static void take_blocks(loose *in);

/* A page in a fence, as chat models wrap it: Markdown by itself. */
static void take_fenced(loose *in, int from, int to)
{
    const markdown_file *file = in->read->file;
    markdown_file part = *file;
    size_t begin = file->lines[from - 1], end = file->lines[to];
    part.first_line += (uint32_t)from - 1;
    part.first_byte += begin;
    if (!markdown_parse(in->read->scratch, galley_slice_part(file->body, begin, end), &part))
        return;
    in->read->file = &part;
    in->inside = true;
    take_blocks(in);
    in->inside = false;
    in->read->file = file;
}

static void take_code(loose *in, cmark_node *node)
{
    int from = cmark_node_get_start_line(node), to = cmark_node_get_end_line(node);
    bool fenced = is_fence(markdown_source_line(in->read->file, from));
    if (fenced) {
        from++;
        to -= to >= from && is_fence(markdown_source_line(in->read->file, to));
    }
    if (from < 1 || to < from || (uint32_t)to > in->read->file->line_count)
        return;
    if (fenced && !in->inside && !in->lists)
        take_fenced(in, from, to);
    else
        take_source_lines(in, from, to);
}

static void take_html_lines(loose *in, galley_slice html, uint32_t line)
{
    galley_slice text = html_strip(in->read->issue->arena, html);
    for (size_t from = 0, to; from < text.length; from = to + 1, line++) {
        for (to = from; to < text.length && text.text[to] != '\n';)
            to++;
        put_line(in, galley_slice_trim(galley_slice_part(text, from, to)), line);
    }
    end_block(in, in->pictured ? "caption" : "");
}

static uint32_t count_lines(galley_slice text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.text[i] == '\n';
    return count;
}

static size_t find_table(galley_slice html, size_t from)
{
    for (size_t at = from; at < html.length; at++)
        if (html.text[at] == '<' && html_tag_is(html, at, "table", false))
            return at;
    return html.length;
}

static void count_parts(loose *in, galley_slice html)
{
    for (size_t at = 0; at < html.length; at++) {
        if (html.text[at] != '<')
            continue;
        bool image = html_tag_is(html, at, "img", false);
        in->read->images += image;
        in->pictured |= image;
        in->read->comments += galley_slice_starts(galley_slice_part(html, at, html.length), galley_slice_of("<!--"));
    }
}

static void take_html(loose *in, cmark_node *node)
{
    galley_slice html = markdown_literal(node), number;
    uint32_t line = (uint32_t)cmark_node_get_start_line(node);
    if (!in->lists && markdown_is_page_mark(html, &number)) {
        mark_page(in, number);
        return;
    }
    count_parts(in, html);
    for (size_t from = 0, next; from < html.length; from = next) {
        html_table table;
        size_t at = find_table(html, from);
        take_html_lines(in, galley_slice_part(html, from, at), line);
        if (at == html.length)
            return;
        line += count_lines(galley_slice_part(html, from, at));
        next = html_table_read(in->read->issue->arena, html, at, false, &table);
        put_table(in, &table, line, false);
        line += count_lines(galley_slice_part(html, at, next));
    }
}

/* ---- The walk --------------------------------------------------------------- */

static void enter_list(loose *in, bool enters)
{
    in->lists += enters ? 1 : (size_t)-1;
    if (!in->lists)
        end_zone(in, "list");
}

static void take_blocks(loose *in)
{
    static void (*const take[CMARK_NODE_LAST_BLOCK + 1])(loose *, cmark_node *) = {
        [CMARK_NODE_PARAGRAPH] = take_paragraph,
        [CMARK_NODE_HEADING] = take_heading,
        [CMARK_NODE_CODE_BLOCK] = take_code,
        [CMARK_NODE_HTML_BLOCK] = take_html,
    };
    cmark_iter *iter = cmark_iter_new(in->read->file->root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LIST)
            enter_list(in, event == CMARK_EVENT_ENTER);
        if (type > CMARK_NODE_LAST_BLOCK || !take[type] || event != CMARK_EVENT_ENTER)
            continue;
        take[type](in, node);
        if (cmark_node_first_child(node))
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iter);
}

void markdown_read_loose(markdown_reading *read)
{
    loose in = { .read = read, .page_begins = true };
    in.last = read->file->first_line;
    take_blocks(&in);
    read->last = in.last;
    galley_buffer_drop(&in.text);
}
