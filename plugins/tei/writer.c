/* SPDX-License-Identifier: MIT
 * A TEI document, part by part: header, pages with their lines, what was repaired,
 * and the text.  From the text alone the characters of the source can be put
 * together again, each of them once. */
#include "plugins/tei/writer.h"

void tei_end_line(struct tei *tei)
{
    galley_xml_end(&tei->xml);
    galley_xml_newline(&tei->xml);
}

void tei_end_break(struct tei *tei)
{
    if (!tei->in_cell)
        galley_xml_newline(&tei->xml);
}

void tei_note_empty(struct tei *tei, bool is_so)
{
    tei->empty += is_so && !tei->rehearsal;
}

static void report_replaced(const struct tei *tei, galley_findings *findings)
{
    if (tei->xml.replaced)
        galley_find(findings, GALLEY_LOST, "tei.characters", (galley_place){ 0 },
                    "XML has no word for %zu characters; U+FFFD stands in their place", tei->xml.replaced);
    if (tei->spaces)
        galley_find(findings, GALLEY_LOST, "tei.spaces", (galley_place){ 0 },
                    "XML has no word for %zu kinds of white space in texts that stand in others; a space stands there",
                    tei->spaces);
}

static void report_left_out(const struct tei *tei, galley_findings *findings)
{
    if (tei->empty)
        galley_find(findings, GALLEY_LOST, "tei.empty", (galley_place){ 0 },
                    "%zu texts without words, or lists and tables without items, are left out", tei->empty);
    if (tei->marks)
        galley_find(findings, GALLEY_LOST, "tei.marks", (galley_place){ 0 },
                    "%zu marks on hyphens and on glyphs printed twice are left out", tei->marks);
    if (tei->passes)
        galley_find(findings, GALLEY_LOST, "tei.passes", (galley_place){ 0 },
                    "the names of %zu passes are no XML names and are left out", tei->passes);
}

/* How many pictures no article shows. */
static size_t count_hidden(const struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    size_t hidden = issue->images.count;
    bool *shown = galley_arena_array(tei->arena, issue->images.count + 1, sizeof *shown);
    for (size_t i = 0; shown && i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        for (size_t j = 0; j < article->blocks.count; j++) {
            const galley_block *block = &article->blocks.items[j];
            const galley_image *image = block->type == GALLEY_FIGURE ? galley_issue_image(issue, block->image) : NULL;
            hidden -= image && !shown[image - issue->images.items];
            if (image)
                shown[image - issue->images.items] = true;
        }
    }
    return hidden;
}

static void report_pictures(const struct tei *tei, galley_findings *findings)
{
    size_t held = 0, hidden = count_hidden(tei);
    for (size_t i = 0; i < tei->issue->images.count; i++)
        held += tei->issue->images.items[i].bytes.length > 0;
    if (held)
        galley_find(findings, GALLEY_LOST, "tei.images", (galley_place){ 0 },
                    "TEI points at pictures and does not hold them: %zu must be kept beside the file", held);
    if (hidden)
        galley_find(findings, GALLEY_LOST, "tei.hidden", (galley_place){ 0 },
                    "%zu pictures are left out, for no article shows them", hidden);
}

/* What the options left out. */
static void report_options(const struct tei *tei, galley_findings *findings)
{
    size_t lines = tei->issue->lines.count, repairs = tei->issue->repairs.count;
    if (lines && !tei->facsimile)
        galley_find(findings, GALLEY_LOST, "tei.facsimile", (galley_place){ 0 },
                    "as facsimile=no asks, %zu lines of the pages are left out", lines);
    else if (lines && !tei->lines)
        galley_find(findings, GALLEY_LOST, "tei.lines", (galley_place){ 0 },
                    "as lines=no asks, it is not said which of the %zu lines a text stands on", lines);
    if (repairs && (!tei->repairs || !tei->facsimile))
        galley_find(findings, GALLEY_LOST, "tei.repairs", (galley_place){ 0 }, "as %s asks, %zu repairs are left out",
                    tei->repairs ? "facsimile=no" : "repairs=no", repairs);
}

static void write_text(struct tei *tei)
{
    tei->page = GALLEY_NONE;
    galley_xml_start(&tei->xml, "text");
    galley_xml_newline(&tei->xml);
    tei_write_front(tei);
    tei_write_body(tei);
    tei_end_line(tei);
}

/* The text without an output, to hear what of each line comes back from it: the raw lines
 * stand before the text. */
static void rehearse(struct tei *tei)
{
    tei->rehearsal = true;
    write_text(tei);
    tei->rehearsal = false;
    for (size_t i = 0; i < tei->pieces.count; i++)
        tei->pieces.items[i].done = false;
}

/* The issue before, or after: its id, or its address. */
static void write_neighbour(struct tei *tei, const char *attribute, galley_slice issue)
{
    if (tei_is_uuid(issue))
        galley_xml_print(&tei->xml, attribute, TEI_URN "%.*s", GALLEY_SHOW(issue));
    else if (tei_is_address(issue) && !galley_slice_starts(issue, galley_slice_of(TEI_URN)))
        galley_xml_attribute(&tei->xml, attribute, issue);
    else if (issue.length)
        tei_write_url(tei, attribute, issue, "");
}

static void write_parts(struct tei *tei)
{
    galley_slice language = tei->issue->meta.language;
    galley_xml_start(&tei->xml, "TEI");
    galley_xml_set(&tei->xml, "xmlns", "http://www.tei-c.org/ns/1.0");
    if (tei_is_language(language))
        galley_xml_attribute(&tei->xml, "xml:lang", language);
    if (tei_is_uuid(tei->issue->meta.id))
        galley_xml_print(&tei->xml, "xml:id", "uuid-%.*s", GALLEY_SHOW(tei->issue->meta.id));
    write_neighbour(tei, "prev", tei->issue->meta.previous);
    write_neighbour(tei, "next", tei->issue->meta.next);
    galley_xml_newline(&tei->xml);
    tei_write_header(tei);
    if (tei->facsimile) {
        tei_write_facsimile(tei);
        tei_write_source_doc(tei);
    }
    tei_write_standoff(tei);
    write_text(tei);
    tei_end_line(tei);
}

/* A line that a page break parts is two lines of one id; then the second one gets the next. */
static bool number_lines(struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    uint32_t last = 0;
    tei->line_ids = galley_arena_array(tei->arena, issue->lines.count + 1, sizeof *tei->line_ids);
    for (size_t i = 0; tei->line_ids && i < issue->lines.count; i++) {
        uint32_t id = issue->lines.items[i].id;
        tei->line_ids[i] = last = id > last ? id : last + 1;
    }
    return tei->line_ids;
}

static bool number_pieces(struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    uint32_t count = 0;
    tei->piece_ids = galley_arena_array(tei->arena, issue->furniture.count + 1, sizeof *tei->piece_ids);
    for (size_t i = 0; tei->piece_ids && i < issue->furniture.count; i++)
        tei->piece_ids[i] = issue->furniture.items[i].text.text.length ? ++count : 0;
    tei->empty += issue->furniture.count - count;
    return tei->piece_ids;
}

/* What must be known before the first word is written. */
static bool prepare(struct tei *tei)
{
    const galley_issue *issue = tei->issue;
    tei->numbered = !tei_ids_are_names(issue, tei->arena);
    tei->owners = tei_find_owners(issue, tei->arena);
    tei->title = tei_find_title(issue);
    tei->seen = galley_arena_array(tei->arena, issue->zones.count + 1, sizeof *tei->seen);
    if (!number_lines(tei) || !number_pieces(tei) || !tei_order_make(tei->arena, issue, &tei->order) ||
        !tei_pieces_make(tei->arena, issue, &tei->pieces) || !tei_raw_make(tei->arena, issue, &tei->raw))
        return false;
    tei->shuffled = tei_order_is_other(&tei->order, issue->articles.count);
    if (tei->facsimile)
        rehearse(tei);
    return true;
}

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings)
{
    struct tei tei = { .issue = issue,
                       .arena = galley_arena_new(0),
                       .lines = galley_settings_flag(settings, "lines"),
                       .facsimile = galley_settings_flag(settings, "facsimile") && issue->pages.count,
                       .repairs = galley_settings_flag(settings, "repairs") };
    galley_status status = GALLEY_MEMORY;
    if (tei.arena && prepare(&tei)) {
        tei.xml = galley_xml_begin(sink);
        write_parts(&tei);
        status = galley_xml_finish(&tei.xml);
        report_replaced(&tei, findings);
        report_left_out(&tei, findings);
        report_pictures(&tei, findings);
        report_options(&tei, findings);
        status = status == GALLEY_OK ? galley_arena_status(tei.arena) : status;
    }
    galley_arena_drop(tei.arena);
    if (status != GALLEY_OK)
        galley_fail(findings, status, "tei.memory", (galley_place){ 0 }, "there is not enough memory to write TEI");
    return status;
}
