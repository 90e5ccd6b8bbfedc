/* SPDX-License-Identifier: MIT
 * A TEI document, part by part: header, pages with their lines, what was repaired,
 * and the text.  From the text alone the characters of the source can be put
 * together again, each of them once. */
#include "plugins/tei/writer.h"

static void report_replaced(const struct tei *tei, galley_findings *findings)
{
    if (tei->xml.replaced)
        galley_find(findings, GALLEY_LOST, "tei.characters", (galley_place){ 0 },
                    "XML has no word for %zu characters; U+FFFD stands in their place", tei->xml.replaced);
}

static void write_parts(struct tei *tei)
{
    galley_slice language = tei->issue->meta.language;
    galley_xml_start(&tei->xml, "TEI");
    galley_xml_set(&tei->xml, "xmlns", "http://www.tei-c.org/ns/1.0");
    if (tei_is_language(language))
        galley_xml_attribute(&tei->xml, "xml:lang", language);
    galley_xml_newline(&tei->xml);
    tei_write_header(tei);
    if (tei->facsimile)
        tei_write_facsimile(tei);
    if (tei->facsimile && tei->repairs && tei->issue->repairs.count)
        tei_write_standoff(tei);
    galley_xml_start(&tei->xml, "text");
    galley_xml_newline(&tei->xml);
    tei_write_front(tei);
    tei_write_body(tei);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
    galley_xml_end(&tei->xml);
}

/* What must be known before the first word is written. */
static bool prepare(struct tei *tei)
{
    tei->numbered = !tei_ids_are_names(tei->issue, tei->arena);
    tei->owners = tei_find_owners(tei->issue, tei->arena);
    tei->title = tei_find_title(tei->issue);
    return tei_order_make(tei->arena, tei->issue, &tei->order);
}

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings)
{
    struct tei tei = { .issue = issue,
                       .arena = galley_arena_new(0),
                       .lines = galley_settings_flag(settings, "lines"),
                       .facsimile = galley_settings_flag(settings, "facsimile") && issue->lines.count,
                       .repairs = galley_settings_flag(settings, "repairs") };
    galley_status status = GALLEY_MEMORY;
    if (tei.arena && prepare(&tei)) {
        tei.xml = galley_xml_begin(sink);
        write_parts(&tei);
        status = galley_xml_finish(&tei.xml);
        report_replaced(&tei, findings);
    }
    galley_arena_drop(tei.arena);
    if (status != GALLEY_OK)
        galley_fail(findings, status, "tei.memory", (galley_place){ 0 }, "there is not enough memory to write TEI");
    return status;
}
