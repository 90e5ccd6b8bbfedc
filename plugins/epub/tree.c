/* SPDX-License-Identifier: MIT
 * The tree is made from the events of formats/xml, or of HTML's parser where the document
 * is no XML.  Depth is bounded by both, so whoever walks it may call itself. */
#include "plugins/epub/tree.h"

#include <galley/buffer.h>

#include "formats/xml/reader.h"
#include "formats/xml/soup.h"

typedef struct growth {
    galley_arena *arena;
    epub_node *root, *at; /* the element that is open */
} growth;

static galley_status status_of(const growth *grow)
{
    return galley_arena_status(grow->arena);
}

static epub_node *add(growth *grow, uint32_t line)
{
    epub_node *node = galley_arena_alloc(grow->arena, sizeof *node);
    if (!node)
        return NULL;
    node->line = line;
    node->parent = grow->at;
    if (!grow->at)
        grow->root = grow->root ? grow->root : node;
    else if (grow->at->last)
        grow->at->last->next = node;
    else
        grow->at->first = node;
    if (grow->at)
        grow->at->last = node;
    return node;
}

/* epub:type is no `type`: that is of lists and links. */
static const char *name_of(growth *grow, const galley_xml_attribute *attribute)
{
    bool is_ops = strcmp(attribute->space, GALLEY_SOUP_OPS) == 0;
    return galley_arena_print(grow->arena, "%s%s", is_ops ? "epub:" : "", attribute->name);
}

static galley_status take_start(void *state, const galley_xml_element *element)
{
    growth *grow = state;
    epub_node *node = add(grow, element->line);
    epub_value *values = galley_arena_array(grow->arena, element->attribute_count + 1, sizeof *values);
    if (!node || !values)
        return status_of(grow);
    for (size_t i = 0; i < element->attribute_count; i++)
        values[i] = (epub_value){
            .name = name_of(grow, &element->attributes[i]),
            .value = galley_arena_copy(grow->arena, element->attributes[i].value),
        };
    node->name = galley_arena_print(grow->arena, "%s", element->name);
    node->values = values;
    node->value_count = element->attribute_count;
    grow->at = node;
    return status_of(grow);
}

static galley_status take_end(void *state, const char *name, const char *space)
{
    (void)name;
    (void)space;
    growth *grow = state;
    if (grow->at)
        grow->at = grow->at->parent;
    return GALLEY_OK;
}

static galley_status take_text(void *state, galley_slice text, uint32_t line)
{
    growth *grow = state;
    epub_node *node = grow->at ? add(grow, line) : NULL;
    if (node)
        node->text = galley_arena_copy(grow->arena, text);
    return status_of(grow);
}

static const galley_xml_visitor visitor = { .start = take_start, .end = take_end, .text = take_text };

/* ---- Reading ------------------------------------------------------------------ */

static void hand_on(galley_findings *to, const galley_findings *from)
{
    for (size_t i = 0; i < galley_findings_kept(from); i++) {
        const galley_finding *one = galley_findings_at(from, i);
        galley_find(to, one->level, one->code, one->place, "%s", one->text);
    }
}

/* What XML's reader said first, for the sentence that says what was done about it. */
static const char *complaint(const galley_findings *heard)
{
    const galley_finding *first = galley_findings_at(heard, 0);
    return first ? first->text : "it is no XML";
}

static galley_status read_soup(growth *grow, galley_slice bytes, const char *file, const galley_findings *heard,
                               galley_findings *findings)
{
    const galley_finding *first = galley_findings_at(heard, 0);
    galley_find(findings, GALLEY_UNSURE, "epub.soup",
                (galley_place){ .file = file, .line = first ? first->place.line : 0 },
                "it is no XHTML and was read as HTML, as browsers do: %s", complaint(heard));
    *grow = (growth){ .arena = grow->arena };
    return galley_soup_read(bytes, file, &visitor, grow, findings);
}

galley_status epub_tree_read(galley_slice bytes, const char *file, bool soup, galley_arena *arena,
                             galley_findings *findings, epub_node **out)
{
    growth grow = { .arena = arena };
    galley_findings *heard = galley_findings_new();
    galley_status status = galley_xml_read(bytes, file, &visitor, &grow, heard);
    if (status == GALLEY_FORMAT && soup)
        status = read_soup(&grow, bytes, file, heard, findings);
    else
        hand_on(findings, heard);
    galley_findings_drop(heard);
    *out = grow.root;
    if (status == GALLEY_OK && !grow.root)
        return galley_fail(findings, GALLEY_FORMAT, "epub.empty", (galley_place){ .file = file },
                           "there is nothing in it");
    return status;
}

/* ---- Asking ------------------------------------------------------------------- */

bool epub_is(const epub_node *node, const char *name)
{
    return node && node->name && strcmp(node->name, name) == 0;
}

static const epub_value *find(const epub_node *node, const char *name)
{
    for (size_t i = 0; i < node->value_count; i++)
        if (strcmp(node->values[i].name, name) == 0)
            return &node->values[i];
    return NULL;
}

galley_slice epub_value_of(const epub_node *node, const char *name)
{
    const epub_value *value = find(node, name);
    return value ? value->value : (galley_slice){ 0 };
}

bool epub_has(const epub_node *node, const char *name)
{
    return find(node, name) != NULL;
}

uint32_t epub_number_of(const epub_node *node, const char *name)
{
    galley_slice digits = epub_value_of(node, name);
    uint32_t number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.text[i] < '0' || digits.text[i] > '9' || i == 9)
            return 0;
        number = number * 10 + (uint32_t)(digits.text[i] - '0');
    }
    return number;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool epub_has_word(const epub_node *node, const char *name, const char *word)
{
    galley_slice words = epub_value_of(node, name), wanted = galley_slice_of(word);
    for (size_t from = 0, to; from < words.length; from = to + 1) {
        for (to = from; to < words.length && !is_space(words.text[to]);)
            to++;
        if (galley_slice_equal(galley_slice_part(words, from, to), wanted))
            return true;
    }
    return false;
}

epub_node *epub_child(const epub_node *node, const char *name)
{
    for (epub_node *child = node ? node->first : NULL; child; child = child->next)
        if (epub_is(child, name))
            return child;
    return NULL;
}

epub_node *epub_over(const epub_node *node, const epub_node *root)
{
    while (node && node != root && !node->next)
        node = node->parent;
    return node && node != root ? node->next : NULL;
}

epub_node *epub_step(const epub_node *node, const epub_node *root)
{
    return node->first ? node->first : epub_over(node, root);
}

epub_node *epub_within(const epub_node *node, const char *name)
{
    for (epub_node *at = node ? node->first : NULL; at; at = epub_step(at, node))
        if (epub_is(at, name))
            return at;
    return NULL;
}

galley_slice epub_text_of(const epub_node *node, galley_arena *arena)
{
    galley_buffer text = { 0 };
    for (const epub_node *at = node->first; at; at = epub_step(at, node))
        if (!at->name)
            galley_buffer_add(&text, at->text);
    galley_slice made = galley_buffer_copy(&text, arena);
    galley_buffer_drop(&text);
    return made;
}
