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

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings)
{
    struct tei tei = { .xml = galley_xml_begin(sink),
                       .issue = issue,
                       .lines = galley_settings_flag(settings, "lines"),
                       .facsimile = galley_settings_flag(settings, "facsimile") && issue->lines.count,
                       .repairs = galley_settings_flag(settings, "repairs") };
    galley_xml_start(&tei.xml, "TEI");
    galley_xml_set(&tei.xml, "xmlns", "http://www.tei-c.org/ns/1.0");
    if (issue->meta.language.length)
        galley_xml_attribute(&tei.xml, "xml:lang", issue->meta.language);
    galley_xml_newline(&tei.xml);
    tei_write_header(&tei);
    if (tei.facsimile)
        tei_write_facsimile(&tei);
    if (tei.facsimile && tei.repairs && issue->repairs.count)
        tei_write_standoff(&tei);
    tei_write_body(&tei);
    galley_xml_end(&tei.xml);
    galley_status status = galley_xml_finish(&tei.xml);
    report_replaced(&tei, findings);
    if (status != GALLEY_OK)
        galley_fail(findings, status, "tei.memory", (galley_place){ 0 }, "there is not enough memory to write TEI");
    return status;
}
