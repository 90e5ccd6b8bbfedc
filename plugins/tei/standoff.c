/* SPDX-License-Identifier: MIT
 * What the program concluded, as annotations: what each pass did to which line, and for
 * each article how sure it is and which reasons were weighed. */
#include "plugins/tei/writer.h"

static void start_annotation(struct tei *tei, const char *motivation)
{
    galley_xml_start(&tei->xml, "annotation");
    if (motivation)
        galley_xml_set(&tei->xml, "motivation", motivation);
}

static void start_list(struct tei *tei, const char *type)
{
    galley_xml_start(&tei->xml, "listAnnotation");
    galley_xml_set(&tei->xml, "type", type);
    galley_xml_newline(&tei->xml);
}

/* ---- Repairs ------------------------------------------------------------------------- */

/* What was printed and what is read instead, where characters changed. */
static void write_change(struct tei *tei, const galley_repair_record *repair)
{
    if (!repair->before.length && !repair->after.length)
        return;
    galley_xml_start(&tei->xml, "choice");
    galley_xml_start(&tei->xml, "orig");
    tei_write_raw(tei, repair->before);
    galley_xml_end(&tei->xml);
    galley_xml_start(&tei->xml, "reg");
    tei_write_raw(tei, repair->after);
    galley_xml_end(&tei->xml);
    galley_xml_end(&tei->xml);
}

/* A name as @type; one that is none goes into @n, where any words can stand. */
static void write_kind(struct tei *tei, const char *kind, const char *pass)
{
    bool is_named = kind && tei_is_name(galley_slice_of(kind));
    galley_xml_set(&tei->xml, "type", is_named ? kind : "repair");
    if (pass && tei_is_name(galley_slice_of(pass)))
        galley_xml_set(&tei->xml, "subtype", pass);
    else
        tei->passes += pass && *pass;
    if (!is_named)
        galley_xml_set(&tei->xml, "n", kind ? kind : "");
}

static void write_repair(struct tei *tei, const galley_repair_record *repair, size_t index)
{
    start_annotation(tei, "editing");
    galley_xml_print(&tei->xml, "xml:id", "r%zu", index + 1);
    if (repair->line < tei->issue->lines.count)
        galley_xml_print(&tei->xml, "target", "#l%u", tei->line_ids[repair->line]);
    galley_xml_start(&tei->xml, "note");
    write_kind(tei, repair->kind, repair->pass);
    tei_write_certainty(tei, repair->confidence);
    galley_xml_set(&tei->xml, "resp", "#galley");
    galley_xml_put(&tei->xml, repair->why ? repair->why : "");
    write_change(tei, repair);
    galley_xml_end(&tei->xml);
    tei_end_line(tei);
}

static void write_repairs(struct tei *tei)
{
    start_list(tei, "repairs");
    for (size_t i = 0; i < tei->issue->repairs.count; i++)
        write_repair(tei, &tei->issue->repairs.items[i], i);
    tei_end_line(tei);
}

/* ---- Articles ---------------------------------------------------------------------------- */

static void start_note(struct tei *tei, const char *type)
{
    galley_xml_newline(&tei->xml);
    galley_xml_start(&tei->xml, "note");
    galley_xml_set(&tei->xml, "type", type);
}

static void write_note(struct tei *tei, const char *type, galley_slice words)
{
    start_note(tei, type);
    galley_xml_text(&tei->xml, words);
    galley_xml_end(&tei->xml);
}

static void write_words(struct tei *tei, const char *type, galley_slice words)
{
    if (words.length)
        write_note(tei, type, words);
}

/* A reason; @n is its weight, which is above zero when it spoke for the article. */
static void write_evidence(struct tei *tei, const galley_evidence *evidence)
{
    start_note(tei, "evidence");
    tei_write_number(tei, "n", evidence->weight);
    galley_xml_put(&tei->xml, evidence->reason ? evidence->reason : "");
    galley_xml_end(&tei->xml);
}

/* One that @xml:lang cannot hold. */
static bool has_odd_language(const galley_article *article)
{
    return article->language.length && !tei_is_language(article->language);
}

static bool is_silent(const struct tei *tei, const galley_article *article)
{
    return !tei->numbered && !article->evidence.count && !article->note.length && !article->continued_on.length &&
           !article->continued_from.length && !has_odd_language(article);
}

/* Its own id too, where that is no name and it is called by number. */
static void write_assessment(struct tei *tei, uint32_t index)
{
    const galley_article *article = tei->issue->articles.items[index];
    if (is_silent(tei, article))
        return;
    start_annotation(tei, "assessing");
    galley_xml_print(&tei->xml, "xml:id", "e%u", index + 1);
    tei_write_id(tei, "target", "#", index);
    if (tei->numbered)
        write_note(tei, "name", article->id);
    if (has_odd_language(article))
        write_note(tei, "language", article->language);
    for (size_t i = 0; i < article->evidence.count; i++)
        write_evidence(tei, &article->evidence.items[i]);
    write_words(tei, "continued-on", article->continued_on); /* whether or not the other part was found */
    write_words(tei, "continued-from", article->continued_from);
    write_words(tei, "to-check", article->note);
    tei_end_line(tei);
}

static bool has_assessments(const struct tei *tei)
{
    for (size_t i = 0; i < tei->issue->articles.count; i++)
        if (!is_silent(tei, tei->issue->articles.items[i]))
            return true;
    return false;
}

static void write_assessments(struct tei *tei)
{
    start_list(tei, "articles");
    for (uint32_t i = 0; i < tei->issue->articles.count; i++)
        write_assessment(tei, i);
    tei_end_line(tei);
}

/* Repairs point at lines, so they need the facsimile. */
void tei_write_standoff(struct tei *tei)
{
    bool repairs = tei->facsimile && tei->issue->repairs.count, articles = has_assessments(tei);
    if (!tei->repairs || (!repairs && !articles))
        return;
    galley_xml_start(&tei->xml, "standOff");
    galley_xml_newline(&tei->xml);
    if (repairs)
        write_repairs(tei);
    if (articles)
        write_assessments(tei);
    tei_end_line(tei);
}
