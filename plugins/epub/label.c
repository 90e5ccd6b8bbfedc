/* SPDX-License-Identifier: MIT
 * A headline is never shortened.  First words are those behind the lead formula, for
 * every other article begins with that.  A caption, which is all that a photograph has,
 * is named by its first sentence. */
#include "plugins/epub/label.h"

#include <galley/buffer.h>
#include <galley/text.h>

#include "formats/phrases/label.h"
#include "formats/xml/writer.h"

galley_slice epub_label_wrap(galley_arena *arena, galley_affix affix, galley_slice text)
{
    return galley_slice_of(galley_arena_print(arena, "%s%.*s%s", affix.before, GALLEY_SHOW(text), affix.after));
}

galley_slice epub_label_page(galley_arena *arena, const galley_phrases *phrases, const galley_page *page)
{
    if (!page->number.length)
        return page->section.length ? page->section : page->id;
    galley_slice number = epub_label_wrap(arena, phrases->page, page->number);
    if (!page->section.length)
        return number;
    return galley_slice_of(galley_arena_print(arena, "%.*s %.*s", GALLEY_SHOW(number), GALLEY_SHOW(page->section)));
}

const char *epub_label_kind(const galley_phrases *phrases, galley_kind kind)
{
    const char *const names[GALLEY_KIND_COUNT] = {
        [GALLEY_PHOTO] = phrases->photo,
        [GALLEY_TEASER] = phrases->guide,
        [GALLEY_NOTICE] = phrases->notice,
        [GALLEY_AD] = phrases->ad,
    };
    return kind < GALLEY_KIND_COUNT ? names[kind] : NULL;
}

static bool is_clean(galley_slice text)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        if (!galley_xml_allows(galley_text_next(&at, end)))
            return false;
    return true;
}

galley_slice epub_label_clean(galley_arena *arena, galley_slice text)
{
    galley_buffer clean = { 0 };
    if (is_clean(text))
        return text;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        galley_buffer_code(&clean, galley_xml_allows(code) ? code : galley_xml_instead(code));
    }
    text = galley_buffer_copy(&clean, arena);
    galley_buffer_drop(&clean);
    return text;
}

/* The first sentence, which ends at a full width stop, or at one with a space or nothing
 * behind it; empty where it is longer than two labels. */
static galley_slice first_sentence(galley_slice text)
{
    const char *at = text.text, *end = galley_slice_end(text);
    int cells = 0;
    while (at < end) {
        uint32_t code = galley_text_next(&at, end);
        unsigned class = galley_code_class(code);
        const char *next = at;
        bool ends = at == end || class & GALLEY_FULLWIDTH || galley_code_space(galley_text_next(&next, end));
        cells += galley_code_cells(code, true);
        if (cells > 2 * GALLEY_LABEL_CELLS)
            break;
        if (at == end || (class & GALLEY_STOP && ends))
            return galley_slice_range(text.text, at);
    }
    return (galley_slice){ 0 };
}

typedef struct search {
    galley_arena *arena;
    galley_slice body, any;
} search;

static void note(void *state, const char *role, const galley_text *text)
{
    static const char *const bodies[] = { "text", "caption", "items" };
    search *found = state;
    galley_slice trimmed = galley_slice_trim(epub_label_clean(found->arena, text->text));
    if (!found->any.length)
        found->any = trimmed;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (!found->body.length && strcmp(role, bodies[i]) == 0)
            found->body = trimmed;
}

/* The body behind a byline that it opens with: 本报讯（记者 林小满）连日来… begins at 连日来. */
static galley_slice behind_byline(galley_slice body, galley_slice byline)
{
    enum { LEAD = 40 }; /* characters before the byline */
    size_t at = byline.length ? galley_slice_find(body, byline, 0) : SIZE_MAX;
    if (at == SIZE_MAX || galley_text_length(galley_slice_part(body, 0, at)) > LEAD)
        return body;
    const char *here = body.text + at + byline.length, *end = galley_slice_end(body);
    for (const char *next = here; next < end; here = next)
        if (!(galley_code_class(galley_text_next(&next, end)) & (GALLEY_CLOSING | GALLEY_PAUSE | GALLEY_SPACE)))
            return galley_slice_range(here, end);
    return body;
}

galley_slice epub_label_article(galley_arena *arena, const galley_phrases *phrases, const galley_article *article)
{
    galley_slice headline = galley_slice_trim(epub_label_clean(arena, article->headline.text));
    if (headline.length)
        return headline;
    search found = { .arena = arena };
    galley_article_visit(article, note, &found);
    galley_slice text =
        found.body.length ? behind_byline(found.body, galley_slice_trim(epub_label_clean(arena, article->byline.text)))
                          : found.any;
    galley_slice sentence = article->kind == GALLEY_PHOTO ? first_sentence(text) : (galley_slice){ 0 };
    if (text.length)
        return sentence.length ? sentence : galley_label_words(arena, text);
    const char *kind = epub_label_kind(phrases, article->kind);
    return galley_slice_of(kind ? kind : "…");
}
