/* SPDX-License-Identifier: MIT
 * Texts with their lines: a <lb/> where a line of the source begins, break="no"
 * where what stands before it goes on without a space, and type="part" where the
 * text begins inside the line because something else shares it. */
#include <galley/text.h>

#include "plugins/tei/writer.h"

static bool begins_inside(const galley_issue *issue, const galley_span *span)
{
    galley_slice before = galley_slice_part(issue->lines.items[span->line].text, 0, span->from);
    return galley_slice_trim(before).length > 0;
}

static void write_line_beginning(struct tei *tei, const galley_span *span, bool runs_on)
{
    const galley_line *line = &tei->issue->lines.items[span->line];
    galley_xml_start(&tei->xml, "lb");
    galley_xml_print(&tei->xml, "n", "%u", line->id);
    if (tei->facsimile)
        galley_xml_print(&tei->xml, "facs", "#l%u", line->id);
    if (begins_inside(tei->issue, span))
        galley_xml_set(&tei->xml, "type", "part");
    if (runs_on)
        galley_xml_set(&tei->xml, "break", "no");
    galley_xml_end(&tei->xml);
}

void tei_write_lines(struct tei *tei, const galley_text *text)
{
    if (!text->span_count || !tei->lines) {
        galley_xml_text(&tei->xml, text->text);
        return;
    }
    galley_slice before = { 0 };
    uint32_t line = GALLEY_NONE;
    for (galley_run run = galley_text_runs(tei->issue, text); galley_run_next(&run); before = run.piece) {
        bool spaced = before.length && before.text[before.length - 1] == ' ';
        if (run.span->line != line)
            write_line_beginning(tei, run.span, before.length > 0 && !spaced);
        line = run.span->line;
        galley_xml_text(&tei->xml, run.piece);
    }
}

void tei_write_text(struct tei *tei, const char *element, const char *type, const galley_text *text)
{
    if (!text->text.length || text->copy)
        return;
    galley_xml_start(&tei->xml, element);
    if (type)
        galley_xml_set(&tei->xml, "type", type);
    tei_write_lines(tei, text);
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}
