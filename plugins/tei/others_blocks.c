/* SPDX-License-Identifier: MIT
 * Each element that is no part of a text goes to who knows it; paragraphs and quotations are read
 * here.  What nobody here knows is looked through for what is known; its words stay. */
#include "plugins/tei/others.h"

static bool has_own_words(const tei_node *node)
{
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is_text(at) && !tei_is_blank(at))
            return true;
    return false;
}

/* ---- Paragraphs and quotations ------------------------------------------------------------------- */

static void take_paragraph(tei_others *others, const tei_node *node)
{
    others_paragraph(others, node, GALLEY_PARAGRAPH);
}

static void take_anonymous(tei_others *others, const tei_node *node)
{
    bool is_credit = galley_slice_is(tei_value(node, "type"), "credit");
    uint64_t level = 1;
    if (galley_slice_is(tei_value(node, "type"), "crosshead")) {
        galley_block *block = others_add(others, GALLEY_CROSSHEAD, others_text(others, node));
        tei_read_look(node, "level", &level);
        if (block)
            block->level = (uint32_t)level;
        others_release(others);
    } else if (is_credit && others->article && !others->article->credit.text.length) {
        others->article->credit = others_text(others, node);
        others_release(others);
    } else
        take_paragraph(others, node);
}

/* Each paragraph in it, or all of it. */
static void take_quotation(tei_others *others, const tei_node *node)
{
    if (has_own_words(node) || !tei_child(node, "p")) {
        others_paragraph(others, node, GALLEY_QUOTATION);
        return;
    }
    for (const tei_node *at = node->first; at; at = at->next)
        if (tei_is(at, "p"))
            others_paragraph(others, at, GALLEY_QUOTATION);
        else
            others_block(others, at);
}

/* ---- Breaks -------------------------------------------------------------------------------------- */

static void take_page(tei_others *others, const tei_node *node)
{
    others_turn(others, node);
}

static void take_break(tei_others *others, const tei_node *node)
{
    others->zone_due |= tei_is(node, "cb");
}

/* ---- Anything else ------------------------------------------------------------------------------- */

static bool is_apart(const tei_node *node)
{
    static const char *const names[] = { "p",       "ab",         "l",        "lg",        "list",     "item",
                                         "head",    "label",      "table",    "row",       "cell",     "sp",
                                         "speaker", "stage",      "byline",   "dateline",  "signed",   "salute",
                                         "opener",  "closer",     "trailer",  "titlePart", "docTitle", "docImprint",
                                         "docDate", "docEdition", "bibl",     "listBibl",  "figure",   "quote",
                                         "cit",     "postscript", "argument", "epigraph",  NULL };
    return others_is_division(node) || tei_is_any(node, names);
}

bool others_is_block(const tei_node *node)
{
    static const char *const inline_too[] = { "quote", "cit", "bibl", NULL };
    return is_apart(node) && !tei_is_any(node, inline_too);
}

bool others_splits(const tei_node *node)
{
    static const char *const names[] = { "list", "table", "lg", "sp", "listBibl", NULL };
    static const char *const quotations[] = { "quote", "cit", "q", NULL };
    bool is_displayed = tei_is_any(node, quotations) && (tei_child(node, "p") || tei_child(node, "lg"));
    return is_displayed || others_is_division(node) || tei_is_any(node, names);
}

/* With words of its own it is a paragraph, else what is in it comes one after the other. */
static void take_any(tei_others *others, const tei_node *node)
{
    bool holds = false;
    for (const tei_node *at = node->first; at; at = at->next)
        holds |= is_apart(at);
    if (holds && !has_own_words(node))
        others_walk(others, node);
    else
        others_paragraph(others, node, GALLEY_PARAGRAPH);
}

static const struct {
    const char *element;
    void (*take)(tei_others *others, const tei_node *node);
} blocks[] = {
    { "front", others_part },
    { "body", others_part },
    { "back", others_part },
    { "titlePage", others_title_page },
    { "titlePart", others_title },
    { "head", others_head },
    { "p", take_paragraph },
    { "ab", take_anonymous },
    { "l", take_paragraph },
    { "quote", take_quotation },
    { "list", others_list },
    { "table", others_table },
    { "figure", others_figure },
    { "graphic", others_figure },
    { "byline", others_signature },
    { "docAuthor", others_signature },
    { "dateline", others_signature },
    { "fw", others_form_work },
    { "pb", take_page },
    { "cb", take_break },
    { "lb", take_break },
    { "milestone", take_break },
    { "gb", take_break },
    { "anchor", take_break },
};

/* What holds others and says nothing more. */
static bool is_frame(const tei_node *node)
{
    static const char *const names[] = { "TEI",     "text",       "group",  "floatingText", "docTitle",   "docImprint",
                                         "docDate", "docEdition", "opener", "closer",       "signed",     "salute",
                                         "trailer", "note",       "lg",     "sp",           "postscript", NULL };
    return tei_is_any(node, names);
}

void others_block(tei_others *others, const tei_node *node)
{
    if (tei_is_blank(node))
        return;
    if (tei_is_text(node)) {
        others_paragraph(others, node, GALLEY_PARAGRAPH);
        return;
    }
    if (others_is_division(node)) {
        others_division(others, node);
        return;
    }
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (tei_is(node, blocks[i].element)) {
            blocks[i].take(others, node);
            return;
        }
    if (!is_frame(node))
        others_flatten(others, node);
    take_any(others, node);
}

void others_walk(tei_others *others, const tei_node *node)
{
    for (const tei_node *at = node->first; at && tei_good(others->read); at = at->next)
        others_block(others, at);
}

void others_wait(tei_others *others, const tei_node *node)
{
    const tei_node **waiting = galley_push(others->read->scratch, &others->waiting);
    if (waiting)
        *waiting = node;
}

void others_release(tei_others *others)
{
    const tei_node **items = others->waiting.items;
    size_t count = others->waiting.count;
    memset(&others->waiting, 0, sizeof others->waiting);
    for (size_t i = 0; i < count; i++)
        others_block(others, items[i]);
}
