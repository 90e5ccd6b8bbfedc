/* SPDX-License-Identifier: MIT
 * What stands round the articles: the head of the document, the masthead, the contents,
 * and the colophon with all that is known of the issue and stands nowhere else. */
#include <galley/galley.h>
#include <galley/text.h>

#include "formats/time/day.h"
#include "plugins/html/sheet.h"

/* ---- The head --------------------------------------------------------------- */

static void put_meta(html_sheet *sheet, const char *name, galley_slice content)
{
    if (!galley_text_first(content))
        return;
    html_begin(sheet, "meta", NULL);
    galley_html_set(&sheet->html, "name", name);
    galley_html_attribute(&sheet->html, "content", content);
    galley_html_newline(&sheet->html);
}

static void put_relation(html_sheet *sheet, const char *relation, galley_slice value)
{
    galley_slice address = html_address(sheet->arena, value);
    if (!address.length)
        return;
    html_begin(sheet, "link", NULL);
    galley_html_set(&sheet->html, "rel", relation);
    galley_html_attribute(&sheet->html, "href", address);
    galley_html_newline(&sheet->html);
}

static galley_slice urn(const html_sheet *sheet, const char *space, galley_slice value)
{
    return value.length ? galley_slice_of(galley_arena_print(sheet->arena, "%s%.*s", space, GALLEY_SHOW(value)))
                        : value;
}

static void put_metadata(html_sheet *sheet)
{
    const galley_meta *meta = &sheet->issue->meta;
    const struct {
        const char *name;
        galley_slice content;
    } rows[] = { { "generator", galley_slice_of("galley " GALLEY_VERSION) },
                 { "color-scheme", galley_slice_of("light dark") },
                 { "dcterms.title", meta->title },
                 { "dcterms.alternative", meta->subtitle },
                 { "dcterms.issued", meta->date },
                 { "dcterms.identifier", meta->id },
                 { "dcterms.isPartOf", urn(sheet, "urn:issn:", meta->issn) },
                 { "dcterms.language", meta->language },
                 { "dcterms.publisher", meta->publisher },
                 { "dcterms.contributor", meta->editor },
                 { "dcterms.provenance", meta->conversion },
                 { "dcterms.license", meta->licence },
                 { "dcterms.source", meta->source_url } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_meta(sheet, rows[i].name, rows[i].content);
    put_relation(sheet, "prev", meta->previous);
    put_relation(sheet, "next", meta->next);
}

/* 2024年9月12日; as it is given where it is no day. */
static galley_slice day_of(const html_sheet *sheet)
{
    const galley_phrases *say = sheet->say;
    galley_slice date = sheet->issue->meta.date;
    galley_day day;
    if (!say->year.after || !galley_day_parse(date, &day))
        return date;
    return galley_slice_of(galley_arena_print(sheet->arena, "%s%u%s%s%u%s%s%u%s", say->year.before, day.year,
                                              say->year.after, say->month.before, day.month, say->month.after,
                                              say->day.before, day.day, say->day.after));
}

void html_put_head(html_sheet *sheet)
{
    galley_html *html = &sheet->html;
    galley_slice day = day_of(sheet);
    galley_html_raw(html, "<!DOCTYPE html>\n");
    html_begin(sheet, "html", NULL);
    galley_html_attribute(html, "lang", sheet->language);
    if (galley_right_to_left(sheet->language))
        galley_html_set(html, "dir", "rtl");
    galley_html_raw(html, "\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html_line(sheet, "title", NULL,
              galley_slice_of(galley_arena_print(sheet->arena, "%.*s%s%.*s", GALLEY_SHOW(sheet->name),
                                                 day.length ? " " : "", GALLEY_SHOW(day))));
    put_metadata(sheet);
    galley_html_raw(html, "<style>\n");
    galley_html_raw(html, html_style);
    galley_html_raw(html, "</style>\n</head>\n<body>\n");
}

/* ---- The masthead ----------------------------------------------------------- */

static void put_day(html_sheet *sheet)
{
    galley_day day;
    galley_slice date = sheet->issue->meta.date;
    if (!galley_text_first(date))
        return;
    bool known = galley_day_parse(date, &day);
    html_begin(sheet, known ? "time" : "span", NULL);
    if (known)
        galley_html_attribute(&sheet->html, "datetime", date);
    galley_html_text(&sheet->html, day_of(sheet));
    html_end(sheet, known ? "time" : "span");
}

/* Day, number, volume and edition on a line. */
static void put_dating(html_sheet *sheet)
{
    const galley_meta *meta = &sheet->issue->meta;
    if (!galley_text_first(meta->date) && !galley_text_first(meta->number) && !galley_text_first(meta->volume) &&
        !galley_text_first(meta->edition))
        return;
    html_begin(sheet, "p", "dating");
    galley_html_newline(&sheet->html);
    put_day(sheet);
    if (galley_text_first(meta->number))
        html_line(sheet, "span", NULL, html_wrap(sheet, sheet->say->number, meta->number));
    html_line(sheet, "span", NULL, meta->volume);
    html_line(sheet, "span", NULL, meta->edition);
    html_end(sheet, "p");
}

static void put_printed(void *state, const char *role, const galley_text *text)
{
    (void)role;
    html_sheet *sheet = state;
    if (!galley_slice_equal(galley_slice_trim(text->text), sheet->name))
        html_put_line(sheet, "p", NULL, text);
}

/* What the masthead says beside the name, on one line; its pictures have no place there. */
static void put_imprint(html_sheet *sheet, const galley_article *article)
{
    sheet->page = article->page;
    galley_article_visit(article, put_printed, sheet);
    for (size_t i = 0; i < article->blocks.count; i++)
        sheet->lost_pictures += article->blocks.items[i].image.length > 0;
}

void html_put_masthead(html_sheet *sheet)
{
    size_t from = sheet->begins[HTML_MASTHEADS], to = sheet->begins[HTML_MASTHEADS + 1];
    html_begin(sheet, "header", "masthead");
    galley_html_newline(&sheet->html);
    html_line(sheet, "h1", NULL, sheet->name);
    html_line(sheet, "p", "subtitle", sheet->issue->meta.subtitle);
    put_dating(sheet);
    if (from < to) {
        html_begin(sheet, "div", "imprint");
        galley_html_newline(&sheet->html);
        for (size_t i = from; i < to; i++)
            put_imprint(sheet, sheet->issue->articles.items[sheet->articles[i]]);
        html_end(sheet, "div");
    }
    html_end(sheet, "header");
}

/* ---- The contents ----------------------------------------------------------- */

static void put_entry(html_sheet *sheet, uint32_t index)
{
    const galley_article *article = sheet->issue->articles.items[index];
    const char *kind = html_kind(sheet, article);
    html_begin(sheet, "li", NULL);
    html_begin(sheet, "a", NULL);
    html_lead_to(sheet, sheet->names[index]);
    galley_html_text(&sheet->html, html_article_label(sheet, article));
    galley_html_close(&sheet->html, "a");
    if (kind) {
        galley_html_put(&sheet->html, " ");
        html_begin(sheet, "span", "kind");
        galley_html_put(&sheet->html, kind);
        galley_html_close(&sheet->html, "span");
    }
    html_end(sheet, "li");
}

/* The articles of a group but its teasers, which lead to them only. */
static void put_entries(html_sheet *sheet, size_t group)
{
    size_t from = sheet->begins[group], to = sheet->begins[group + 1];
    while (from < to && sheet->issue->articles.items[sheet->articles[from]]->kind == GALLEY_TEASER)
        from++;
    if (from == to)
        return;
    html_begin(sheet, "ol", NULL);
    galley_html_newline(&sheet->html);
    for (; from < to; from++)
        put_entry(sheet, sheet->articles[from]);
    html_end(sheet, "ol");
}

void html_put_contents(html_sheet *sheet)
{
    galley_html *html = &sheet->html;
    html_begin(sheet, "nav", NULL);
    galley_html_set(html, "id", HTML_CONTENTS);
    galley_html_set(html, "aria-labelledby", HTML_CONTENTS "-heading");
    galley_html_newline(html);
    html_begin(sheet, "h2", NULL);
    galley_html_set(html, "id", HTML_CONTENTS "-heading");
    galley_html_put(html, sheet->say->contents);
    html_end(sheet, "h2");
    put_entries(sheet, HTML_PAGELESS);
    for (uint32_t i = 0; i < sheet->issue->pages.count; i++) {
        html_begin(sheet, "p", NULL);
        html_begin(sheet, "a", NULL);
        html_lead_to(sheet, html_page_name(sheet, i));
        galley_html_text(html, html_page_label(sheet, &sheet->issue->pages.items[i]));
        galley_html_close(html, "a");
        html_end(sheet, "p");
        put_entries(sheet, HTML_PAGES + i);
    }
    html_end(sheet, "nav");
}

/* ---- The colophon ----------------------------------------------------------- */

static void put_source(html_sheet *sheet, galley_slice value)
{
    galley_slice address = html_address(sheet->arena, value);
    if (!galley_text_first(value))
        return;
    html_begin(sheet, "p", NULL);
    if (address.length) {
        html_begin(sheet, "a", NULL);
        galley_html_attribute(&sheet->html, "href", address);
    }
    galley_html_text(&sheet->html, value);
    if (address.length)
        galley_html_close(&sheet->html, "a");
    html_end(sheet, "p");
}

void html_put_colophon(html_sheet *sheet)
{
    const galley_meta *meta = &sheet->issue->meta;
    const galley_slice lines[] = { meta->publisher, meta->place,  urn(sheet, "ISSN ", meta->issn),
                                   meta->cn,        meta->editor, meta->licence,
                                   meta->conversion };
    html_begin(sheet, "footer", "colophon");
    galley_html_newline(&sheet->html);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        html_line(sheet, "p", NULL, lines[i]);
    put_source(sheet, meta->source_url);
    html_begin(sheet, "p", "up");
    html_begin(sheet, "a", NULL);
    html_lead_to(sheet, HTML_CONTENTS);
    galley_html_put(&sheet->html, sheet->say->contents);
    galley_html_close(&sheet->html, "a");
    html_end(sheet, "p");
    html_end(sheet, "footer");
}
