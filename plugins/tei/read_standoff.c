/* SPDX-License-Identifier: MIT
 * What the program concluded, back into repairs and the reasons for each article. */
#include "plugins/tei/reader.h"

#include <galley/text.h>

static galley_slice keep_printed(tei_reading *read, const tei_node *node)
{
    galley_buffer words = { 0 };
    if (node)
        tei_add_printed(read, node, &words);
    galley_slice kept = galley_buffer_copy(&words, read->issue->arena);
    galley_buffer_drop(&words);
    return kept;
}

/* The words that stand before anything else. */
static galley_slice first_words(const tei_node *node)
{
    return node && tei_is_text(node->first) ? node->first->text : galley_slice_of("");
}

static void read_repair(tei_reading *read, const tei_node *annotation)
{
    const tei_node *note = tei_child(annotation, "note"), *choice = tei_child(note, "choice");
    galley_slice target = tei_value(annotation, "target"), kind = tei_value(note, "n");
    uint32_t line = target.text && !read->made ? tei_find_line(read, annotation, target) : GALLEY_NONE;
    kind = tei_keep(read, kind.text ? kind : tei_value(note, "type"));
    galley_slice pass = tei_keep(read, tei_value(note, "subtype")), why = tei_keep(read, first_words(note));
    galley_repair_record *record =
        galley_issue_add_repair(read->issue, pass.text, kind.text, line, tei_read_float(read, note, "cert", 1));
    record->why = why.text;
    record->before = keep_printed(read, tei_child(choice, "orig"));
    record->after = keep_printed(read, tei_child(choice, "reg"));
}

static void read_evidence(tei_reading *read, galley_article *article, const tei_node *note)
{
    galley_slice reason = tei_keep_words(read, note);
    galley_article_add_evidence(read->issue, article, tei_read_float(read, note, "n", 0), "%.*s", GALLEY_SHOW(reason));
}

static void read_note(tei_reading *read, galley_article *article, const tei_node *note)
{
    galley_slice type = tei_value(note, "type");
    const struct {
        const char *type;
        galley_slice *to;
    } rows[] = { { "name", &article->id },
                 { "language", &article->language },
                 { "continued-on", &article->continued_on },
                 { "continued-from", &article->continued_from },
                 { "to-check", &article->note } };
    if (galley_slice_is(type, "evidence")) {
        read_evidence(read, article, note);
        return;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(type, rows[i].type)) {
            *rows[i].to = tei_keep_words(read, note);
            return;
        }
    tei_fail(read, note, "there is no note \"%.*s\" on an article", GALLEY_SHOW(type));
}

static void read_assessment(tei_reading *read, const tei_node *annotation)
{
    galley_slice target = tei_value(annotation, "target");
    uint32_t index = tei_find_article(read, target.length ? galley_slice_part(target, 1, target.length) : target);
    if (index == GALLEY_NONE) {
        tei_fail(read, annotation, "it points at the article \"%.*s\", which is not there", GALLEY_SHOW(target));
        return;
    }
    for (const tei_node *note = tei_child(annotation, "note"); note && tei_good(read); note = tei_sibling(note, "note"))
        read_note(read, read->issue->articles.items[index], note);
}

void tei_read_standoff(tei_reading *read)
{
    const tei_node *top = tei_child(read->root, "standOff");
    const struct {
        const char *type;
        void (*read)(tei_reading *read, const tei_node *annotation);
    } lists[] = { { "repairs", read_repair }, { "articles", read_assessment } };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const tei_node *list = tei_child_of_type(top, "listAnnotation", lists[i].type);
        for (const tei_node *at = tei_child(list, "annotation"); at && tei_good(read);
             at = tei_sibling(at, "annotation"))
            lists[i].read(read, at);
    }
}
