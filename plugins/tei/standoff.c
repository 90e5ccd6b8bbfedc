/* SPDX-License-Identifier: MIT
 * What the repair did, as annotations of the lines it did it to. */
#include "plugins/tei/writer.h"

/* What was printed and what is read instead, where characters changed. */
static void write_change(galley_xml *xml, const galley_repair_record *repair)
{
    if (!repair->before.length && !repair->after.length)
        return;
    galley_xml_put(xml, " ");
    galley_xml_start(xml, "choice");
    galley_xml_start(xml, "orig");
    galley_xml_text(xml, repair->before);
    galley_xml_end(xml);
    galley_xml_start(xml, "reg");
    galley_xml_text(xml, repair->after);
    galley_xml_end(xml);
    galley_xml_end(xml);
}

static void write_repair(struct tei *tei, const galley_repair_record *repair, size_t index)
{
    galley_xml *xml = &tei->xml;
    if (repair->line >= tei->issue->lines.count)
        return;
    galley_xml_start(xml, "annotation");
    galley_xml_print(xml, "xml:id", "r%zu", index + 1);
    galley_xml_set(xml, "motivation", "editing");
    galley_xml_print(xml, "target", "#l%u", tei->issue->lines.items[repair->line].id);
    galley_xml_start(xml, "note");
    galley_xml_set(xml, "type", tei_is_name(galley_slice_of(repair->kind)) ? repair->kind : "repair");
    tei_write_certainty(tei, repair->confidence);
    galley_xml_set(xml, "resp", "#galley");
    galley_xml_put(xml, repair->why && *repair->why ? repair->why : repair->kind);
    write_change(xml, repair);
    galley_xml_end(xml);
    galley_xml_end(xml);
    galley_xml_newline(xml);
}

void tei_write_standoff(struct tei *tei)
{
    galley_xml_start(&tei->xml, "standOff");
    galley_xml_start(&tei->xml, "listAnnotation");
    galley_xml_newline(&tei->xml);
    for (size_t i = 0; i < tei->issue->repairs.count; i++)
        write_repair(tei, &tei->issue->repairs.items[i], i);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
