/* SPDX-License-Identifier: MIT
 * The cover is the top of a front page, drawn: the newspaper's name between rules,
 * the date and the number, and the headlines of the first page as far as they go.
 *
 *      ┌──────────────────────────┐
 *      │        乌 有 日 报        │   name, as large as it fits, on up to three lines
 *      │ ━━━━━━━━━━━━━━━━━━━━━━━━ │
 *      │ 2024年2月29日   第1234期 │
 *      │ ──────────────────────── │
 *      │ The first headline,      │   then smaller ones between hairlines
 *      │ the next one …           │
 *      │ ━━━━━━━━━━━━━━━━━━━━━━━━ │
 *      │ publisher         CN … │
 *      └──────────────────────────┘
 *
 * It is an SVG in the reader's own serif type, so any script has its glyphs.  SVG
 * breaks no lines; widths are reckoned in display cells, half an em each. */
#include "plugins/epub/parts.h"

#include <galley/text.h>

#include "formats/raster/raster.h"

#include "plugins/epub/label.h"

enum { WIDTH = 1200, HEIGHT = 1600, MARGIN = 90, MEASURE = WIDTH - 2 * MARGIN, FOOT = HEIGHT - 170 };

typedef struct sheet {
    epub_part *part;
    int y; /* the last base line or rule */
} sheet;

static void put_number(sheet *on, const char *name, int value)
{
    epub_attribute(on->part, name, galley_arena_print(on->part->book->arena, "%d", value));
}

static void put_rule(sheet *on, int thickness)
{
    epub_open(on->part, "rect", NULL);
    put_number(on, "x", MARGIN);
    put_number(on, "y", on->y);
    put_number(on, "width", MEASURE);
    put_number(on, "height", thickness);
    epub_end(on->part);
}

/* One line of type; `anchor` is start, middle or end, at the side of the measure it names. */
static void put_type(sheet *on, galley_slice text, int size, bool bold, const char *anchor)
{
    int x = anchor[0] == 's' ? MARGIN : anchor[0] == 'm' ? WIDTH / 2 : WIDTH - MARGIN;
    epub_open(on->part, "text", NULL);
    put_number(on, "x", x);
    put_number(on, "y", on->y);
    put_number(on, "font-size", size);
    if (bold)
        epub_attribute(on->part, "font-weight", "bold");
    epub_attribute(on->part, "text-anchor", anchor);
    epub_text(on->part, text);
    epub_end(on->part);
}

/* ---- Breaking lines --------------------------------------------------------- */

/* Hundredths of an em that a character takes, reckoned on the broad side. */
static int advance_of(uint32_t code)
{
    int cells = galley_code_cells(code, true);
    return cells == 2 ? 100 : cells * 70;
}

static int width_of(galley_slice text)
{
    int width = 0;
    const char *at = text.length ? text.text : "", *end = at + text.length;
    while (at < end)
        width += advance_of(galley_text_next(&at, end));
    return width;
}

/* Whether a line may end between two characters. */
static bool may_break(uint32_t before, uint32_t after)
{
    unsigned left = galley_code_class(before), right = galley_code_class(after);
    if (right & (GALLEY_CLOSING | GALLEY_STOP | GALLEY_PAUSE) || left & GALLEY_OPENING)
        return false;
    return left & GALLEY_SPACE || (galley_code_joins(before) && galley_code_joins(after));
}

/* Takes from the front of *text what fits into `room` (hundredths of an em): up to the
 * last space if the line is half full there (a couplet breaks between its clauses),
 * else to the last place where a line may end, else to the edge. */
static galley_slice take_line(galley_slice *text, int room)
{
    const char *at = text->text, *end = at + text->length, *good = NULL, *edge = end;
    uint32_t before = 0;
    bool clause = false;
    for (int width = 0; at < end;) {
        const char *here = at;
        uint32_t code = galley_text_next(&at, end);
        bool space = galley_code_class(before) & GALLEY_SPACE;
        if (here > text->text && may_break(before, code) && (space || !clause)) {
            good = here;
            clause = space && width * 2 > room;
        }
        width += advance_of(code);
        if (width > room && here > text->text && !(galley_code_class(code) & GALLEY_SPACE)) {
            edge = good ? good : here;
            break;
        }
        before = code;
    }
    galley_slice line = galley_slice_trim(galley_slice_range(text->text, edge));
    *text = galley_slice_trim(galley_slice_range(edge, end));
    return line;
}

/* Whether a line ended where it may, and not in a word that is longer than the room. */
static bool ends_well(galley_slice line, galley_slice rest)
{
    return rest.length == 0 || line.text + line.length < rest.text ||
           may_break(galley_text_last(line), galley_text_first(rest));
}

/* Breaks a text into at most `most` lines; returns how many, or most + 1 when it does not fit. */
static int break_lines(galley_slice text, int room, galley_slice *lines, int most)
{
    int count = 0;
    while (text.length && count < most) {
        lines[count] = take_line(&text, room);
        if (!ends_well(lines[count++], text))
            return most + 1;
    }
    return text.length ? most + 1 : count;
}

/* The same number of lines, but of like length where that can be done. */
static int break_evenly(galley_slice text, int room, galley_slice *lines, int most)
{
    int count = break_lines(text, room, lines, most);
    int even = count > 1 && count <= most ? width_of(text) / count + 100 : room;
    if (even < room && break_lines(text, even, lines, most) != count)
        break_lines(text, room, lines, most);
    return count;
}

/* Prints a headline over lines of the measure; whole or, when it would pass the foot,
 * not at all. */
static bool put_headline(sheet *on, galley_slice text, int size)
{
    enum { MOST = 4 };
    galley_slice lines[MOST];
    int count = break_evenly(text, MEASURE * 100 / size, lines, MOST), step = size * 5 / 4;
    if (count > MOST || on->y + count * step + size > FOOT)
        return false;
    for (int i = 0; i < count; i++) {
        on->y += step;
        put_type(on, lines[i], size, true, "start");
    }
    return true;
}

/* ---- The parts of the sheet --------------------------------------------------- */

enum { NAME_LINES = 3 };

/* The largest size at which the name fits: on one line if it can be read from across the
 * room there, else on two, else on three at any size. */
static int fit_name(galley_slice name, galley_slice *lines, int *count)
{
    enum { LARGEST = 250, LEGIBLE = 120, SMALLEST = 30, STEP = 5 };
    for (int most = 1; most <= NAME_LINES; most++)
        for (int size = LARGEST; size >= (most < NAME_LINES ? LEGIBLE : SMALLEST); size -= STEP) {
            *count = break_evenly(name, MEASURE * 100 / size, lines, most);
            if (*count <= most)
                return size;
        }
    lines[0] = name;
    *count = 1;
    return SMALLEST;
}

static void put_name(sheet *on, galley_slice name)
{
    galley_slice lines[NAME_LINES];
    int count, size = fit_name(name, lines, &count);
    on->y = count == 1 ? 210 : 110;
    for (int i = 0; i < count; i++) {
        on->y += i ? size * 6 / 5 : size;
        put_type(on, lines[i], size, true, "middle");
    }
    on->y += 90;
}

static void put_dates(sheet *on)
{
    const epub_book *book = on->part->book;
    put_rule(on, 12);
    on->y += 18;
    put_rule(on, 2);
    on->y += 54;
    if (book->day.length)
        put_type(on, book->day, 38, false, "start");
    if (book->number.length)
        put_type(on, book->number, 38, false, "end");
    if (book->day.length || book->number.length)
        on->y += 26;
    else
        on->y -= 54;
    put_rule(on, 2);
    on->y += 30;
}

/* The headlines of the first page that has any. */
static const epub_section *first_page(const epub_book *book)
{
    for (size_t i = 0; i < book->section_count; i++)
        for (size_t k = 0; k < epub_section_documents(&book->sections[i]).count; k++)
            if (galley_text_first(epub_section_documents(&book->sections[i]).first[k].article->headline.text))
                return &book->sections[i];
    return NULL;
}

static void put_headlines(sheet *on)
{
    static const int sizes[] = { 76, 50, 50, 44, 44, 44, 44, 44 };
    const epub_section *section = first_page(on->part->book);
    size_t shown = 0;
    epub_shelved of = section ? epub_section_documents(section) : (epub_shelved){ 0 };
    for (size_t i = 0; i < of.count; i++) {
        const galley_article *article = of.first[i].article;
        if (!galley_text_first(article->headline.text) || article->kind == GALLEY_AD)
            continue;
        sheet rule = { .part = on->part, .y = on->y + 32 };
        if (shown)
            on->y += 40;
        if (shown == sizeof sizes / sizeof *sizes || !put_headline(on, of.first[i].label, sizes[shown]))
            return;
        if (shown++)
            put_rule(&rule, 1);
    }
}

static void put_foot(sheet *on)
{
    const epub_book *book = on->part->book;
    galley_slice publisher = galley_slice_trim(epub_label_clean(book->arena, book->issue->meta.publisher)),
                 serial = book->cn.length ? book->cn : book->issn;
    const int size = 30;
    on->y = FOOT + 30;
    put_rule(on, 4);
    on->y += 58;
    if (publisher.length && (width_of(publisher) + width_of(serial) + 200) * size < MEASURE * 100)
        put_type(on, publisher, size, false, "start");
    if (serial.length)
        put_type(on, serial, size, false, "end");
}

static void put_paper(sheet *on)
{
    epub_open(on->part, "rect", NULL);
    put_number(on, "width", WIDTH);
    put_number(on, "height", HEIGHT);
    epub_attribute(on->part, "fill", "#f7f3e8");
    epub_end(on->part);
}

static void write_picture(epub_press *press, const epub_book *book, galley_buffer *svg)
{
    epub_part part = epub_begin_xml(press, book, EPUB_FOLDER "cover.svg");
    sheet on = { .part = &part };
    part.copy = svg;
    epub_open(&part, "svg", NULL);
    epub_attribute(&part, "xmlns", "http://www.w3.org/2000/svg");
    epub_attribute(&part, "viewBox", galley_arena_print(book->arena, "0 0 %d %d", WIDTH, HEIGHT));
    put_number(&on, "width", WIDTH);
    put_number(&on, "height", HEIGHT);
    epub_attribute_slice(&part, "xml:lang", book->language);
    epub_attribute(&part, "font-family", "serif");
    epub_attribute(&part, "fill", "#1d1b18");
    epub_newline(&part);
    epub_line(&part, "title", NULL, book->title);
    put_paper(&on);
    put_name(&on, book->name);
    put_dates(&on);
    put_headlines(&on);
    put_foot(&on);
    epub_finish(&part);
}

/* The PNG is for those who do not know the other. */
static void open_choice(epub_part *part)
{
    epub_open(part, "picture", NULL);
    epub_open(part, "source", NULL);
    epub_attribute(part, "type", "image/svg+xml");
    epub_attribute(part, "srcset", "cover.svg");
    epub_close_void(part);
}

static void write_page(epub_press *press, const epub_book *book)
{
    epub_part part = epub_begin_page(press, book, EPUB_COVER, galley_slice_of(book->phrases->cover), "cover");
    epub_open(&part, "div", NULL);
    epub_attribute(&part, "epub:type", "cover");
    if (press->has_raster)
        open_choice(&part);
    epub_open(&part, "img", NULL);
    epub_attribute(&part, "role", "doc-cover");
    epub_attribute(&part, "src", press->has_raster ? EPUB_COVER_PNG : "cover.svg");
    epub_attribute_slice(&part, "alt", book->title);
    epub_close_void(&part);
    if (press->has_raster)
        epub_close(&part);
    epub_end(&part);
    epub_finish(&part);
}

/* The same picture in the machine's own serif type. */
static void write_raster(epub_press *press, galley_slice svg)
{
    galley_buffer png = { 0 };
    press->has_raster = galley_raster_png(svg, WIDTH, HEIGHT, &png) == GALLEY_OK;
    if (press->has_raster)
        galley_ocf_store(press->ocf, EPUB_FOLDER EPUB_COVER_PNG, galley_buffer_slice(&png));
    galley_buffer_drop(&png);
}

void epub_write_cover(epub_press *press, const epub_book *book)
{
    galley_buffer svg = { 0 };
    write_picture(press, book, book->wants_raster ? &svg : NULL);
    if (book->wants_raster && !svg.failed)
        write_raster(press, galley_buffer_slice(&svg));
    galley_buffer_drop(&svg);
    write_page(press, book);
}
