/* SPDX-License-Identifier: MIT
 * The header: what the paper issue is, what this file is, and what was done to the
 * text between the two. */
#include <galley/version.h>

#include "formats/time/epoch.h"
#include "plugins/tei/writer.h"

static galley_slice source_name(const struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    return issue->pages.count ? tei_file_name(issue->pages.items[0].source) : (galley_slice){ 0 };
}

static galley_slice title_of(const struct tei *tei)
{
    if (tei->issue->meta.title.length)
        return tei->issue->meta.title;
    galley_slice name = source_name(tei);
    return name.length ? name : galley_slice_of("untitled newspaper");
}

static void write_responsible(struct tei *tei, const char *id, const char *what, galley_slice who)
{
    galley_xml_start(&tei->xml, "respStmt");
    if (id)
        galley_xml_set(&tei->xml, "xml:id", id);
    galley_xml_newline(&tei->xml);
    galley_xml_element(&tei->xml, "resp", galley_slice_of(what));
    galley_xml_element(&tei->xml, "name", who);
    tei_end_line(tei);
}

/* Without a date of its own an issue is called by the paper's name alone. */
static void write_title_statement(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "titleStmt");
    galley_xml_newline(xml);
    galley_xml_start(xml, "title");
    galley_xml_set(xml, "type", "main");
    galley_xml_text(xml, title_of(tei));
    if (tei->issue->meta.date.length) {
        galley_xml_put(xml, ", ");
        galley_xml_text(xml, tei->issue->meta.date);
    }
    tei_end_line(tei);
    galley_xml_start(xml, "title");
    galley_xml_set(xml, "type", "sub");
    galley_xml_put(xml, "electronic edition");
    tei_end_line(tei);
    if (tei->issue->meta.conversion.length)
        write_responsible(tei, NULL, "extraction of the text from the pages", tei->issue->meta.conversion);
    write_responsible(tei, "galley", "layout repair and encoding, by program",
                      galley_slice_of("Galley " GALLEY_VERSION));
    tei_end_line(tei);
}

static void write_identifier(struct tei *tei, const char *type, galley_slice value)
{
    if (!value.length)
        return;
    galley_xml_start(&tei->xml, "idno");
    galley_xml_set(&tei->xml, "type", type);
    galley_xml_text(&tei->xml, value);
    tei_end_line(tei);
}

static void write_availability(struct tei *tei)
{
    galley_slice licence = tei->issue->meta.licence;
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "availability");
    if (!licence.length)
        galley_xml_set(xml, "status", "unknown");
    galley_xml_newline(xml);
    if (!licence.length)
        galley_xml_element(xml, "p", galley_slice_of("The rights of the source are not known to the program."));
    else {
        galley_xml_start(xml, "licence");
        if (tei_is_address(licence))
            galley_xml_attribute(xml, "target", licence);
        galley_xml_text(xml, licence);
        tei_end_line(tei);
    }
    tei_end_line(tei);
}

static void write_publication(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "publicationStmt");
    galley_xml_newline(xml);
    galley_xml_element(xml, "authority", galley_slice_of("whoever made this file with Galley"));
    write_identifier(tei, tei_is_uuid(tei->issue->meta.id) ? "UUID" : "id", tei->issue->meta.id);
    write_availability(tei);
    tei_end_line(tei);
}

static void write_imprint(struct tei *tei)
{
    const galley_meta *meta = &tei->issue->meta;
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "imprint");
    if (meta->place.length)
        galley_xml_element(xml, "pubPlace", meta->place);
    if (meta->publisher.length)
        galley_xml_element(xml, "publisher", meta->publisher);
    galley_xml_start(xml, "date");
    if (meta->date.length) {
        if (tei_is_date(meta->date))
            galley_xml_attribute(xml, "when", meta->date);
        galley_xml_text(xml, meta->date);
    } else {
        galley_xml_set(xml, "cert", "unknown");
        galley_xml_put(xml, "unknown");
    }
    galley_xml_end(xml);
    tei_end_line(tei);
}

static bool is_number(galley_slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.text[i] < '0' || text.text[i] > '9')
            return false;
    return text.length > 0;
}

/* The numbers of the pages, from the first one to the last one where both are numbers. */
static void write_pages(struct tei *tei)
{
    galley_buffer numbers = { 0 };
    const galley_issue *issue = tei->issue;
    for (size_t i = 0; i < issue->pages.count; i++)
        if (issue->pages.items[i].number.length)
            galley_buffer_print(&numbers, "%s%.*s", numbers.length ? " " : "",
                                GALLEY_SHOW(issue->pages.items[i].number));
    if (numbers.length) {
        galley_slice first = issue->pages.items[0].number, last = issue->pages.items[issue->pages.count - 1].number;
        galley_xml_start(&tei->xml, "biblScope");
        galley_xml_set(&tei->xml, "unit", "page");
        if (issue->pages.count > 1 && is_number(first) && is_number(last)) {
            galley_xml_attribute(&tei->xml, "from", first);
            galley_xml_attribute(&tei->xml, "to", last);
        }
        galley_xml_text(&tei->xml, galley_buffer_slice(&numbers));
        tei_end_line(tei);
    }
    galley_buffer_drop(&numbers);
}

static void write_scope(struct tei *tei, const char *unit, galley_slice value)
{
    if (!value.length)
        return;
    galley_xml_start(&tei->xml, "biblScope");
    galley_xml_set(&tei->xml, "unit", unit);
    galley_xml_text(&tei->xml, value);
    tei_end_line(tei);
}

/* The paper's name, and what stands below it. */
static void write_titles(struct tei *tei)
{
    const galley_meta *meta = &tei->issue->meta;
    galley_xml_start(&tei->xml, "title");
    galley_xml_set(&tei->xml, "level", "j");
    galley_xml_set(&tei->xml, "type", "main");
    if (!meta->title.length)
        galley_xml_set(&tei->xml, "cert", "unknown");
    galley_xml_text(&tei->xml, title_of(tei));
    tei_end_line(tei);
    if (!meta->subtitle.length)
        return;
    galley_xml_start(&tei->xml, "title");
    galley_xml_set(&tei->xml, "level", "j");
    galley_xml_set(&tei->xml, "type", "sub");
    galley_xml_text(&tei->xml, meta->subtitle);
    tei_end_line(tei);
}

static void write_source(struct tei *tei)
{
    const galley_meta *meta = &tei->issue->meta;
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "sourceDesc");
    galley_xml_newline(xml);
    galley_xml_start(xml, "biblStruct");
    galley_xml_set(xml, "type", "newspaper");
    galley_xml_newline(xml);
    galley_xml_start(xml, "monogr");
    galley_xml_newline(xml);
    write_titles(tei);
    write_identifier(tei, "ISSN", meta->issn);
    write_identifier(tei, "CN", meta->cn);
    write_identifier(tei, "URL", meta->source_url);
    galley_xml_element(xml, "editor", meta->editor);
    galley_xml_element(xml, "edition", meta->edition);
    write_imprint(tei);
    write_scope(tei, "volume", meta->volume);
    write_scope(tei, "issue", meta->number);
    write_pages(tei);
    tei_end_line(tei);
    tei_end_line(tei);
    tei_end_line(tei);
}

/* ---- What was done to the text ----------------------------------------------------------- */

static size_t count_furniture(const struct tei *tei, galley_furniture_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < tei->issue->furniture.count; i++)
        count += tei->issue->furniture.items[i].kind == kind;
    return count;
}

static void say_correction(struct tei *tei, galley_buffer *words)
{
    size_t doubled = count_furniture(tei, GALLEY_DOUBLED);
    galley_buffer_put(words, "Nothing was corrected: slips of the source stay as they are.");
    if (doubled)
        galley_buffer_print(words, " Glyphs printed twice, to look bold: %zu; the second ones are surplus.", doubled);
}

static void say_hyphenation(struct tei *tei, galley_buffer *words)
{
    size_t hyphens = count_furniture(tei, GALLEY_HYPHEN);
    galley_buffer_put(words, "Every hyphen of the source is kept.");
    if (hyphens)
        galley_buffer_print(words,
                            " Those at the end of a line that only part a word: %zu; they are pc, with "
                            "force=\"weak\", before the beginning of the next line.",
                            hyphens);
}

static void say_normalization(struct tei *tei, galley_buffer *words)
{
    size_t raw = 0;
    for (uint32_t i = 0; tei->facsimile && i < tei->issue->lines.count; i++)
        raw += tei_raw_is_due(&tei->raw, i);
    galley_buffer_put(words, "Lines are joined to paragraphs; spaces that only spread a line are left out.");
    if (tei->lines)
        galley_buffer_put(words, " lb marks where a line begins, cb where the text goes on in another block, pb where "
                                 "it turns the page; break=\"no\" says that nothing, not even a space, stands there.");
    if (tei->facsimile)
        galley_buffer_print(words,
                            " Lines that the text alone does not give back to the byte stand in the source document as "
                            "they were found: %zu of %zu.",
                            raw, tei->issue->lines.count);
}

static void say_segmentation(struct tei *tei, galley_buffer *words)
{
    (void)tei;
    galley_buffer_put(words, "Articles, the parts of their heads and paragraphs were found by program. What belongs to "
                             "no article is fw, where it was printed.");
}

#define KINDS 64 /* of repairs; there are fewer */

/* "justified-line 12, lines-joined 20", in the order of the passes. */
static void say_repairs(struct tei *tei, galley_buffer *words)
{
    struct {
        const char *kind;
        size_t count;
    } kinds[KINDS] = { { 0 } };
    size_t known = 0;
    for (size_t i = 0; i < tei->issue->repairs.count; i++) {
        const char *kind = tei->issue->repairs.items[i].kind;
        size_t at = 0;
        while (kind && at < known && strcmp(kinds[at].kind, kind))
            at++;
        if (!kind || at == KINDS)
            continue;
        known += at == known;
        kinds[at].kind = kind;
        kinds[at].count++;
    }
    for (size_t i = 0; i < known; i++)
        galley_buffer_print(words, "%s%s %zu", i ? ", " : " Repairs: ", kinds[i].kind, kinds[i].count);
    galley_buffer_put(words, known ? "." : "");
}

static void say_interpretation(struct tei *tei, galley_buffer *words)
{
    galley_buffer_put(words, "cert says how sure the program is of an article or of a part of it.");
    if (!tei->repairs)
        return;
    galley_buffer_put(words, " standOff says which reasons were weighed for an article, and what was done to which "
                             "line.");
    say_repairs(tei, words);
}

static const struct {
    const char *element, *attribute, *value;
    void (*say)(struct tei *tei, galley_buffer *words);
} declarations[] = {
    { "correction", "method", "markup", say_correction },       { "hyphenation", "eol", "all", say_hyphenation },
    { "normalization", "method", "markup", say_normalization }, { "segmentation", NULL, NULL, say_segmentation },
    { "interpretation", NULL, NULL, say_interpretation },
};

static void write_declaration(struct tei *tei, size_t index)
{
    galley_buffer words = { 0 };
    declarations[index].say(tei, &words);
    galley_xml_start(&tei->xml, declarations[index].element);
    if (declarations[index].attribute)
        galley_xml_set(&tei->xml, declarations[index].attribute, declarations[index].value);
    galley_xml_start(&tei->xml, "p");
    galley_xml_text(&tei->xml, galley_buffer_slice(&words));
    galley_xml_end(&tei->xml);
    tei_end_line(tei);
    galley_buffer_drop(&words);
}

/* ---- By which programs ----------------------------------------------------------------------- */

static void start_application(struct tei *tei, const char *ident, const char *label)
{
    galley_xml_start(&tei->xml, "application");
    galley_xml_set(&tei->xml, "ident", ident);
    galley_xml_set(&tei->xml, "version", GALLEY_VERSION);
    galley_xml_newline(&tei->xml);
    galley_xml_element(&tei->xml, "label", galley_slice_of(label));
}

static void write_options(struct tei *tei)
{
    galley_xml_start(&tei->xml, "desc");
    galley_xml_put(&tei->xml, tei->lines ? "lines=yes" : "lines=no");
    galley_xml_put(&tei->xml, tei->facsimile ? " facsimile=yes" : " facsimile=no");
    galley_xml_put(&tei->xml, tei->repairs ? " repairs=yes" : " repairs=no");
    tei_end_line(tei);
}

static void write_encoding(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "encodingDesc");
    galley_xml_newline(xml);
    galley_xml_start(xml, "editorialDecl");
    galley_xml_newline(xml);
    for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++)
        write_declaration(tei, i);
    tei_end_line(tei);
    galley_xml_start(xml, "appInfo");
    galley_xml_newline(xml);
    start_application(tei, "galley", "Galley: layout repair");
    tei_end_line(tei);
    start_application(tei, "galley-tei", "Galley: the tei plugin");
    write_options(tei);
    tei_end_line(tei);
    tei_end_line(tei);
    tei_end_line(tei);
}

/* A tag, or the words that were given for one. */
static void write_profile(struct tei *tei)
{
    galley_slice language = tei->issue->meta.language;
    bool is_tag = tei_is_language(language);
    if (!language.length)
        return;
    galley_xml_start(&tei->xml, "profileDesc");
    galley_xml_start(&tei->xml, "langUsage");
    galley_xml_start(&tei->xml, is_tag ? "language" : "p");
    if (is_tag)
        galley_xml_attribute(&tei->xml, "ident", language);
    galley_xml_text(&tei->xml, language);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
    tei_end_line(tei);
}

/* When the file was made: SOURCE_DATE_EPOCH or the issue's own date, never the clock. */
static bool made_on(const struct tei *tei, char out[16])
{
    struct tm day;
    if (galley_epoch(&day))
        return strftime(out, 16, "%Y-%m-%d", &day) > 0;
    galley_slice date = tei->issue->meta.date;
    if (date.length != 10 || !tei_is_date(date))
        return false;
    memcpy(out, date.text, 10);
    out[10] = '\0';
    return true;
}

static void write_revision(struct tei *tei)
{
    char date[16];
    if (!made_on(tei, date))
        return;
    galley_xml_start(&tei->xml, "revisionDesc");
    galley_xml_start(&tei->xml, "change");
    galley_xml_set(&tei->xml, "when", date);
    galley_xml_set(&tei->xml, "who", "#galley");
    galley_xml_put(&tei->xml, "put together from the lines of the source");
    galley_xml_end(&tei->xml);
    tei_end_line(tei);
}

void tei_write_header(struct tei *tei)
{
    galley_xml_start(&tei->xml, "teiHeader");
    galley_xml_newline(&tei->xml);
    galley_xml_start(&tei->xml, "fileDesc");
    galley_xml_newline(&tei->xml);
    write_title_statement(tei);
    write_publication(tei);
    write_source(tei);
    tei_end_line(tei);
    write_encoding(tei);
    write_profile(tei);
    write_revision(tei);
    tei_end_line(tei);
}
