/* SPDX-License-Identifier: MIT
 * TEI of others as a document with headings: its texts are walked from end to end.  Then articles
 * that came to nothing go, the others get their names and point at each other, and what has no
 * place in an issue is told, once for all of it. */
#include "plugins/tei/others.h"

#include "plugins/tei/names.h"

void others_flatten(tei_others *others, const tei_node *node)
{
    size_t known = 0, room = sizeof others->kinds / sizeof *others->kinds;
    others->flattened++;
    while (known < room && others->kinds[known] && !tei_is(node, others->kinds[known]))
        known++;
    if (known < room)
        others->kinds[known] = node->name;
}

/* ---- Articles ------------------------------------------------------------------------------------ */

static void note_words(void *state, const char *role, const galley_text *text)
{
    (void)role;
    *(bool *)state |= text->text.length > 0;
}

/* What began for a list without items, or a figure without a picture. */
static void drop_empty_articles(tei_others *others)
{
    tei_reading *read = others->read;
    size_t kept = 0;
    for (size_t i = 0; i < read->articles.count; i++) {
        tei_article_read one = read->articles.items[i];
        bool has_words = one.article->blocks.count > 0;
        galley_article_visit(one.article, note_words, &has_words);
        if (!has_words)
            continue;
        one.index = (uint32_t)kept;
        others->issue->articles.items[kept] = one.article;
        read->articles.items[kept++] = one;
    }
    read->articles.count = others->issue->articles.count = kept;
}

static void first_line(void *state, const char *role, const galley_text *text)
{
    uint32_t *line = state;
    (void)role;
    for (uint32_t i = 0; i < text->span_count; i++)
        *line = text->spans[i].line < *line ? text->spans[i].line : *line;
}

static bool all_have_names(const tei_reading *read)
{
    for (size_t i = 0; i < read->articles.count; i++) {
        const tei_article_read *one = &read->articles.items[i];
        if (!tei_is_name(one->name) || (i && galley_slice_equal(one->name, one[-1].name)))
            return false;
    }
    return true;
}

/* By their own names, or, where not all have one, from page and line, as Galley makes them. */
static void name_articles(tei_reading *read)
{
    bool named = all_have_names(read);
    for (size_t i = 0; i < read->articles.count; i++) {
        tei_article_read *one = &read->articles.items[i];
        uint32_t line = GALLEY_NONE;
        galley_article_visit(one->article, first_line, &line);
        if (line != GALLEY_NONE)
            one->article->page = read->issue->zones.items[read->issue->lines.items[line].zone].page;
        const char *made = line == GALLEY_NONE
                               ? galley_arena_print(read->issue->arena, "a%u", one->index + 1)
                               : galley_arena_print(read->issue->arena, "p%u-l%04u", one->article->page + 1,
                                                    read->issue->lines.items[line].id);
        one->article->id = named ? tei_keep(read, one->name) : galley_slice_of(made);
    }
}

static uint32_t find_part(const tei_reading *read, const tei_article_read *of, galley_slice pointer)
{
    if (pointer.length < 2 || pointer.text[0] != '#')
        return GALLEY_NONE;
    uint32_t index = tei_find_article(read, galley_slice_part(pointer, 1, pointer.length));
    return index == of->index ? GALLEY_NONE : index;
}

static void link_articles(tei_reading *read)
{
    for (size_t i = 0; i < read->articles.count; i++) {
        const tei_article_read *one = &read->articles.items[i];
        one->article->continued_in = find_part(read, one, one->next);
        one->article->continues = find_part(read, one, one->before);
    }
}

/* ---- A document ---------------------------------------------------------------------------------- */

static void tell(const tei_others *others)
{
    galley_findings *findings = others->read->findings;
    galley_place place = { .file = others->read->file };
    const char *const *kinds = others->kinds;
    if (others->flattened)
        galley_find(findings, GALLEY_LOST, "tei.flattened", place,
                    "%zu elements (%s%s%s%s%s) have no place in an issue; their words stay", others->flattened,
                    kinds[0], kinds[1] ? ", " : "", kinds[1] ? kinds[1] : "", kinds[2] ? ", " : "",
                    kinds[2] ? kinds[2] : "");
    if (others->left_out)
        galley_find(findings, GALLEY_LOST, "tei.readings", place,
                    "%zu second readings are left out; what was printed stays", others->left_out);
}

static bool has_printed_breaks(const tei_node *root)
{
    for (const tei_node *at = root; at; at = tei_step(root, at, true))
        if (tei_is(at, "pb") && galley_slice_is(tei_value(at, "ed"), "print"))
            return true;
    return false;
}

/* The texts of a document, or of the documents of a corpus. */
static size_t walk_texts(tei_others *others, const tei_node *root)
{
    size_t count = 0;
    for (const tei_node *at = root->first; at && tei_good(others->read); at = at->next)
        if (tei_is(at, "text")) {
            others_walk(others, at);
            others_release(others);
            others_end_article(others);
            count++;
        } else if (tei_is(at, "TEI") || tei_is(at, "TEI.2"))
            count += walk_texts(others, at);
    return count;
}

void tei_read_others(tei_reading *read)
{
    tei_others others = { .read = read,
                          .issue = read->issue,
                          .page = GALLEY_NONE,
                          .kind = GALLEY_NEWS,
                          .prints = has_printed_breaks(read->root) };
    others_note_divisions(read->root);
    tei_read_others_header(read);
    if (!walk_texts(&others, read->root))
        tei_fail(read, read->root, "there is no text in it");
    others_drop_section(&others);
    if (!read->issue->pages.count)
        galley_issue_add_page(read->issue, galley_slice_of(""));
    drop_empty_articles(&others);
    tei_sort_articles(read);
    name_articles(read);
    link_articles(read);
    tell(&others);
    galley_buffer_drop(&others.line);
}
