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

static void write_title_statement(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "titleStmt");
    galley_xml_start(xml, "title");
    galley_xml_text(xml, title_of(tei));
    if (tei->issue->meta.date.length) {
        galley_xml_put(xml, ", ");
        galley_xml_text(xml, tei->issue->meta.date);
    }
    galley_xml_put(xml, ": electronic edition");
    galley_xml_end(xml);
    galley_xml_start(xml, "respStmt");
    galley_xml_set(xml, "xml:id", "galley");
    galley_xml_element(xml, "resp", galley_slice_of("layout repair and encoding by program"));
    galley_xml_element(xml, "name", galley_slice_of("Galley " GALLEY_VERSION));
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

static void write_identifier(struct tei *tei, const char *type, galley_slice value)
{
    if (!value.length)
        return;
    galley_xml_start(&tei->xml, "idno");
    galley_xml_set(&tei->xml, "type", type);
    galley_xml_text(&tei->xml, value);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

static void write_publication(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "publicationStmt");
    galley_xml_newline(xml);
    galley_xml_element(xml, "authority", galley_slice_of("whoever made this file with Galley"));
    write_identifier(tei, "UUID", tei->issue->meta.id);
    galley_xml_start(xml, "availability");
    galley_xml_set(xml, "status", "unknown");
    galley_xml_element(xml, "p", galley_slice_of("The rights of the source are not known to the program."));
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
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
    } else
        galley_xml_put(xml, "unknown");
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

static void write_scope(struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    galley_xml *xml = &tei->xml;
    if (issue->meta.number.length) {
        galley_xml_start(xml, "biblScope");
        galley_xml_set(xml, "unit", "issue");
        galley_xml_text(xml, issue->meta.number);
        galley_xml_end(xml);
        galley_xml_newline(xml);
    }
    if (!issue->pages.count)
        return;
    galley_xml_start(xml, "biblScope");
    galley_xml_set(xml, "unit", "page");
    for (size_t i = 0; i < issue->pages.count; i++) {
        galley_xml_put(xml, i ? " " : "");
        galley_xml_text(xml, issue->pages.items[i].number);
    }
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

static void write_source(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "sourceDesc");
    galley_xml_start(xml, "biblStruct");
    galley_xml_set(xml, "type", "newspaper");
    galley_xml_start(xml, "monogr");
    galley_xml_newline(xml);
    galley_xml_start(xml, "title");
    galley_xml_set(xml, "level", "j");
    galley_xml_text(xml, title_of(tei));
    galley_xml_end(xml);
    galley_xml_newline(xml);
    write_identifier(tei, "ISSN", tei->issue->meta.issn);
    write_identifier(tei, "CN", tei->issue->meta.cn);
    write_imprint(tei);
    write_scope(tei);
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

static const struct {
    const char *element, *text;
} declarations[] = {
    { "correction", "Nothing was corrected: slips of the source stay as they are." },
    { "hyphenation", "A hyphen at the end of a line, where a word was joined, is kept as fw of type hyphen." },
    { "normalization", "Spaces that only justify a line are left out, and lines are joined to paragraphs; every line "
                       "beginning is marked, with break=\"no\" where nothing stands between the two lines." },
    { "segmentation", "Articles, heads and paragraphs were found by program; @cert says how sure it is, and standOff "
                      "what was done to which line." },
};

static void write_options(struct tei *tei)
{
    galley_xml_start(&tei->xml, "desc");
    galley_xml_put(&tei->xml, tei->lines ? "lines=yes" : "lines=no");
    galley_xml_put(&tei->xml, tei->facsimile ? " facsimile=yes" : " facsimile=no");
    galley_xml_put(&tei->xml, tei->repairs ? " repairs=yes" : " repairs=no");
    galley_xml_end(&tei->xml);
}

static void write_encoding(struct tei *tei)
{
    galley_xml *xml = &tei->xml;
    galley_xml_start(xml, "encodingDesc");
    galley_xml_newline(xml);
    galley_xml_start(xml, "editorialDecl");
    galley_xml_newline(xml);
    for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++) {
        galley_xml_start(xml, declarations[i].element);
        galley_xml_element(xml, "p", galley_slice_of(declarations[i].text));
        galley_xml_end(xml);
        galley_xml_newline(xml);
    }
    galley_xml_end(xml);
    galley_xml_start(xml, "appInfo");
    galley_xml_start(xml, "application");
    galley_xml_set(xml, "ident", "galley");
    galley_xml_set(xml, "version", GALLEY_VERSION);
    galley_xml_element(xml, "label", galley_slice_of("Galley"));
    write_options(tei);
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

static void write_profile(struct tei *tei)
{
    galley_slice language = tei->issue->meta.language;
    if (!tei_is_language(language))
        return;
    galley_xml_start(&tei->xml, "profileDesc");
    galley_xml_start(&tei->xml, "langUsage");
    galley_xml_start(&tei->xml, "language");
    galley_xml_attribute(&tei->xml, "ident", language);
    galley_xml_text(&tei->xml, language);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
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
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
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
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
    write_encoding(tei);
    write_profile(tei);
    write_revision(tei);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
