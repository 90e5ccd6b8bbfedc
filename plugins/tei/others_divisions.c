/* SPDX-License-Identifier: MIT
 * Divisions of a stranger.  One with words of its own is an article, and the divisions in it are
 * parts with crossheads; one that has nothing but divisions holds articles, unless these say what
 * they are. */
#include "plugins/tei/others.h"

bool others_is_division(const tei_node *node)
{
    static const char *const names[] = { "div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7", NULL };
    return tei_is_any(node, names);
}

/* What a division calls itself, where that is an article; Galley's own names, those of the base
 * format of the German text archive (jArticle), and what others use. */
static bool parse_kind(galley_slice type, galley_kind *kind)
{
    static const struct {
        const char *type;
        galley_kind kind;
    } rows[] = { { "article", GALLEY_NEWS },           { "item", GALLEY_NEWS },
                 { "Article", GALLEY_NEWS },           { "ARTICLE", GALLEY_NEWS },
                 { "advertisement", GALLEY_AD },       { "Advertisement", GALLEY_AD },
                 { "ADVERTISEMENT", GALLEY_AD },       { "jAn", GALLEY_AD },
                 { "title_section", GALLEY_MASTHEAD }, { "TITLE_SECTION", GALLEY_MASTHEAD } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (galley_slice_is(type, rows[i].type)) {
            *kind = rows[i].kind;
            return true;
        }
    *kind = GALLEY_NEWS;
    bool is_base = type.length > 2 && type.text[0] == 'j' && type.text[1] >= 'A' && type.text[1] <= 'Z';
    return is_base || galley_kind_parse(type, kind);
}

static bool says_article(const tei_node *node, galley_kind *kind)
{
    galley_kind other = GALLEY_NEWS;
    return parse_kind(tei_value(node, "type"), kind) ||
           (parse_kind(tei_value(node, "subtype"), &other) && (*kind = other, true));
}

/* Tells all that hold a division so; what was told before, and all above it, is left alone. */
void others_note_divisions(tei_node *root)
{
    galley_kind kind;
    for (const tei_node *at = root; at; at = tei_step(root, at, true)) {
        bool is_article = others_is_division(at) && says_article(at, &kind);
        tei_node *up = others_is_division(at) ? at->up : NULL;
        for (; up && !(up->has_divisions && (up->has_articles || !is_article)); up = up->up) {
            up->has_divisions = true;
            up->has_articles |= is_article;
        }
    }
}

static bool has_blocks(const tei_node *node)
{
    static const char *const heads[] = { "head", "byline", "dateline", "docAuthor", "opener",    "argument",
                                         "fw",   "pb",     "cb",       "lb",        "milestone", "gb",
                                         "note", "figure", "anchor",   NULL };
    for (const tei_node *at = node->first; at; at = at->next)
        if (!tei_is_blank(at) && !others_is_division(at) && !tei_is_any(at, heads))
            return true;
    return false;
}

static bool is_container(const tei_node *node)
{
    return node->has_articles || (node->has_divisions && (!others_is_division(node) || !has_blocks(node)));
}

void others_end_article(tei_others *others)
{
    others->article = NULL;
    others->kind = GALLEY_NEWS;
    others->origin = NULL;
}

static void walk_container(tei_others *others, const tei_node *node)
{
    bool was_inside = others->inside;
    others_end_article(others);
    others->inside = false;
    others_walk(others, node);
    others_end_article(others);
    others->inside = was_inside;
}

static void walk_article(tei_others *others, const tei_node *node)
{
    uint32_t level = others->level;
    bool was_inside = others->inside;
    others_end_article(others);
    says_article(node, &others->kind);
    others->origin = node;
    others->inside = true;
    others->level = 0;
    others_walk(others, node);
    others_end_article(others);
    others->inside = was_inside;
    others->level = level;
}

void others_division(tei_others *others, const tei_node *node)
{
    galley_kind kind;
    if (is_container(node))
        walk_container(others, node);
    else if (!others->inside || says_article(node, &kind))
        walk_article(others, node);
    else {
        others->level++;
        others_walk(others, node);
        others->level--;
    }
}

/* Front, body, back: a container, or with neither divisions nor a title page one article. */
void others_part(tei_others *others, const tei_node *node)
{
    if (is_container(node) || tei_child(node, "titlePage"))
        walk_container(others, node);
    else
        walk_article(others, node);
}

void others_title_page(tei_others *others, const tei_node *node)
{
    walk_article(others, node);
}
