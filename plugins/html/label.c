/* SPDX-License-Identifier: MIT
 * What pages and articles are called.  A headline is never shortened; an article without
 * one is called by its first words. */
#include <galley/text.h>

#include "formats/phrases/label.h"
#include "plugins/html/sheet.h"

galley_slice html_wrap(const html_sheet *sheet, galley_affix affix, galley_slice text)
{
    return galley_slice_of(galley_arena_print(sheet->arena, "%s%.*s%s", affix.before, GALLEY_SHOW(text), affix.after));
}

galley_slice html_page_number(const html_sheet *sheet, const galley_page *page)
{
    return page->number.length ? html_wrap(sheet, sheet->say->page, page->number) : page->id;
}

galley_slice html_page_label(const html_sheet *sheet, const galley_page *page)
{
    galley_slice number = html_page_number(sheet, page);
    if (!galley_text_first(page->section))
        return galley_text_first(number) ? number : galley_slice_of("…");
    if (!page->number.length)
        return page->section;
    return galley_slice_of(
        galley_arena_print(sheet->arena, "%.*s %.*s", GALLEY_SHOW(number), GALLEY_SHOW(page->section)));
}

const char *html_page_name(const html_sheet *sheet, uint32_t page)
{
    return galley_arena_print(sheet->arena, "page-%u", page + 1);
}

const char *html_kind(const html_sheet *sheet, const galley_article *article)
{
    const char *const kinds[GALLEY_KIND_COUNT] = {
        [GALLEY_PHOTO] = sheet->say->photo,
        [GALLEY_NOTICE] = sheet->say->notice,
        [GALLEY_AD] = sheet->say->ad,
    };
    return article->kind < GALLEY_KIND_COUNT ? kinds[article->kind] : NULL;
}

/* ---- First words ------------------------------------------------------------ */

static void note_first(void *state, const char *role, const galley_text *text)
{
    galley_slice *found = state;
    bool body = strcmp(role, "text") == 0 || strcmp(role, "caption") == 0 || strcmp(role, "items") == 0;
    if (!found[body].length && galley_text_first(text->text))
        found[body] = galley_slice_trim(text->text);
}

galley_slice html_article_label(const html_sheet *sheet, const galley_article *article)
{
    galley_slice found[2] = { { 0 }, { 0 } }; /* of the head, of the body */
    if (galley_text_first(article->headline.text))
        return galley_slice_trim(article->headline.text);
    galley_article_visit(article, note_first, found);
    galley_slice text = found[1].length ? found[1] : found[0];
    return text.length ? galley_label_words(sheet->arena, text) : galley_slice_of("…");
}

/* ---- Languages -------------------------------------------------------------- */

/* Subtags of one to eight letters or digits, the first one of two or three letters. */
bool html_is_language(galley_slice tag)
{
    size_t run = 0, most = 3, least = 2;
    for (size_t i = 0; i <= tag.length; i++) {
        char byte = i < tag.length ? tag.text[i] : '-';
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (byte == '-') {
            if (run < least || run > most)
                return false;
            run = 0;
            least = 1;
            most = 8;
        } else if (!letter && !(most == 8 && byte >= '0' && byte <= '9')) {
            return false;
        } else {
            run++;
        }
    }
    return true;
}
