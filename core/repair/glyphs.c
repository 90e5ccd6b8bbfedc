/* SPDX-License-Identifier: MIT
 * Facts to glyphs: the non-space characters of a page in one array, each with its
 * place and the spaces before it.  From here on nothing looks at bytes again, and
 * no pass can lose a character without it being seen. */
#include "core/repair/work.h"

#include "core/text/utf8.h"

/* A mark may close in one language and open in others: German „so“. */
static unsigned classes_of(const struct work *work, uint32_t code)
{
    unsigned classes = galley_code_class(code);
    bool closes = classes & GALLEY_OPENING && language_set_has(&work->language->closing, code);
    return closes ? (classes & ~(unsigned)GALLEY_OPENING) | GALLEY_CLOSING : classes;
}

/* What was seen of characters, by their low bits: on a page the same ones come again and again. */
#define SEEN 256

struct seen {
    uint32_t code;
    struct glyph glyph; /* what all glyphs of that code point have */
};

static void see_code(const struct work *work, uint32_t code, struct seen *seen)
{
    int cells = galley_code_cells(code, work->east_asian);
    seen->code = code;
    seen->glyph = (struct glyph){ .classes = (uint16_t)classes_of(work, code),
                                  .cells = (uint8_t)(cells < 0 ? 0 : cells),
                                  .joins = galley_code_joins(code) };
}

/* Most of what a Chinese page prints is Han, of which nothing need be looked up. */
static inline const struct glyph *seen_code(const struct work *work, uint32_t code, struct seen seen[SEEN])
{
    static const struct glyph han = { .classes = GALLEY_HAN | GALLEY_FULLWIDTH, .cells = 2, .joins = true };
    if (code >= 0x4E00 && code <= 0x9FFF)
        return &han;
    if (seen[code % SEEN].code != code)
        see_code(work, code, &seen[code % SEEN]);
    return &seen[code % SEEN].glyph;
}

/* Bytes that begin a character: all but those that go on with one, 10xxxxxx, counted by
 * eight. */
static size_t count_beginnings(galley_slice text)
{
    size_t going_on = 0, at = 0;
    for (uint64_t eight; at + sizeof eight <= text.length; at += sizeof eight) {
        memcpy(&eight, text.text + at, sizeof eight);
        going_on += (eight >> 7 & ~eight >> 6 & UINT64_C(0x0101010101010101)) * UINT64_C(0x0101010101010101) >> 56;
    }
    for (; at < text.length; at++)
        going_on += ((unsigned char)text.text[at] & 0xC0) == 0x80;
    return text.length - going_on;
}

/* Room for all glyphs of the page at once: no more than its bytes that begin a character, or,
 * where it is no UTF-8, than its bytes. */
static galley_status make_room(struct work *work, const galley_page *page, bool every_byte)
{
    size_t count = 1;
    for (uint32_t i = 0; i < page->line_count; i++) {
        galley_slice text = work->issue->lines.items[page->first_line + i].text;
        count += every_byte ? text.length : count_beginnings(text);
    }
    work->glyphs.items = galley_arena_room(work->scratch, count, sizeof *work->glyphs.items);
    work->folded = galley_arena_room(work->scratch, count, sizeof *work->folded);
    work->spaced = galley_arena_room(work->scratch, count, sizeof *work->spaced);
    work->glyphs.room = count;
    work->glyphs.count = 0;
    return galley_arena_status(work->scratch);
}

/* The glyphs of a line, with what patterns see of them; false where there is no room. */
static bool add_line(struct work *work, uint32_t line, struct seen seen[SEEN])
{
    galley_slice text = work->issue->lines.items[line].text;
    struct glyph *made = work->glyphs.items + work->glyphs.count, *end_of_room = work->glyphs.items + work->glyphs.room;
    uint32_t *folded = work->folded + work->glyphs.count, gap = 0;
    bool *spaced = work->spaced + work->glyphs.count, begins = true;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        const char *from = at;
        uint32_t code = utf8_next(&at, end);
        if (utf8_space(code)) {
            gap++;
            continue;
        }
        if (made == end_of_room)
            return false;
        *made = *seen_code(work, code, seen);
        made->code = code;
        made->line = line;
        made->byte = (uint32_t)(from - text.text);
        made->bytes = (uint8_t)(at - from);
        made++->gap = (uint8_t)(gap > 255 ? 255 : gap);
        *folded++ = pattern_fold(code);
        *spaced++ = gap || begins;
        gap = 0;
        begins = false;
    }
    work->glyphs.count = (size_t)(made - work->glyphs.items);
    return true;
}

static bool add_lines(struct work *work, const galley_page *page)
{
    struct seen seen[SEEN] = { { .code = 0 } };
    bool room = true;
    for (uint32_t i = 0; i < page->line_count && room; i++)
        room = add_line(work, page->first_line + i, seen);
    return room;
}

void fold_glyphs(struct work *work)
{
    uint32_t line = GALLEY_NONE;
    for (size_t i = 0; i < work->glyphs.count; i++) {
        const struct glyph *one = &work->glyphs.items[i];
        work->folded[i] = pattern_fold(one->code);
        work->spaced[i] = one->gap || one->line != line;
        line = one->line;
    }
}

galley_status repair_glyphs(struct work *work)
{
    const galley_page *page = &work->issue->pages.items[work->page];
    galley_status status = make_room(work, page, false);
    if (status != GALLEY_OK || add_lines(work, page))
        return status;
    status = make_room(work, page, true);
    return status == GALLEY_OK && !add_lines(work, page) ? GALLEY_INTERNAL : status;
}
