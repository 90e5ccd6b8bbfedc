/* SPDX-License-Identifier: MIT
 * The tree grows as the reader of XML walks by; how deep and how wide it may be is that
 * one's to say. */
#include "plugins/tei/tree.h"

#include "formats/xml/reader.h"
#include "plugins/tei/names.h"

typedef struct growth {
    galley_arena *arena;
    tei_node *root, *at; /* at: the element that is open */
    const char *file;
    galley_findings *findings;
} growth;

static const char *keep(growth *tree, const char *word)
{
    return galley_arena_copy(tree->arena, galley_slice_of(word)).text;
}

static tei_node *add(growth *tree, const char *name, uint32_t line)
{
    tei_node *node = galley_arena_alloc(tree->arena, sizeof *node);
    if (!node)
        return NULL;
    *node = (tei_node){ .name = name, .line = line, .up = tree->at };
    if (!tree->at)
        tree->root = node;
    else if (tree->at->last)
        tree->at->last->next = node;
    else
        tree->at->first = node;
    if (tree->at)
        tree->at->last = node;
    return node;
}

static void keep_attributes(growth *tree, tei_node *node, const galley_xml_element *element)
{
    tei_attribute *kept = galley_arena_array(tree->arena, element->attribute_count, sizeof *kept);
    for (size_t i = 0; kept && i < element->attribute_count; i++) {
        const galley_xml_attribute *one = &element->attributes[i];
        bool is_xml = strcmp(one->space, GALLEY_XML_SPACE) == 0;
        if (!*one->space || is_xml)
            kept[node->attribute_count++] =
                (tei_attribute){ keep(tree, one->name), is_xml, galley_arena_copy(tree->arena, one->value) };
    }
    node->attributes = kept;
}

static void tell_include(growth *tree, const galley_xml_element *element)
{
    if (strcmp(element->name, "include") || !strstr(element->space, "XInclude"))
        return;
    galley_find(tree->findings, GALLEY_ERROR, "tei.include",
                (galley_place){ .file = tree->file, .line = element->line },
                "what xi:include points at is not read: a document is one file");
}

static galley_status start(void *state, const galley_xml_element *element)
{
    growth *tree = state;
    tei_node *node = add(tree, keep(tree, element->name), element->line);
    if (!node || !node->name)
        return galley_arena_status(tree->arena);
    node->is_foreign = *element->space && strcmp(element->space, TEI_SPACE) != 0;
    if (element->attribute_count)
        keep_attributes(tree, node, element);
    tell_include(tree, element);
    tree->at = node;
    return galley_arena_status(tree->arena);
}

static galley_status end(void *state, const char *name, const char *space)
{
    growth *tree = state;
    (void)name;
    (void)space;
    tree->at = tree->at->up;
    return GALLEY_OK;
}

static galley_status text(void *state, galley_slice words, uint32_t line)
{
    growth *tree = state;
    tei_node *node = tree->at ? add(tree, "", line) : NULL;
    if (node)
        node->text = galley_arena_copy(tree->arena, words);
    return galley_arena_status(tree->arena);
}

galley_status tei_tree_read(galley_arena *arena, galley_slice bytes, const char *file, galley_findings *findings,
                            tei_node **out)
{
    static const galley_xml_visitor visitor = { start, end, text };
    growth tree = { .arena = arena, .file = file, .findings = findings };
    galley_status status = galley_xml_read(bytes, file, &visitor, &tree, findings);
    *out = tree.root;
    return status;
}

bool tei_is(const tei_node *node, const char *name)
{
    return node && strcmp(node->name, name) == 0;
}

bool tei_is_text(const tei_node *node)
{
    return node && !*node->name;
}

bool tei_is_any(const tei_node *node, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (tei_is(node, names[i]))
            return true;
    return false;
}

bool tei_is_blank(const tei_node *node)
{
    return tei_is_text(node) && !galley_slice_trim(node->text).length;
}

const tei_node *tei_sibling(const tei_node *node, const char *name)
{
    do
        node = node ? node->next : NULL;
    while (node && !tei_is(node, name));
    return node;
}

const tei_node *tei_child(const tei_node *up, const char *name)
{
    const tei_node *first = up ? up->first : NULL;
    return !first || tei_is(first, name) ? first : tei_sibling(first, name);
}

const tei_node *tei_child_of_type(const tei_node *up, const char *name, const char *type)
{
    const tei_node *child = tei_child(up, name);
    while (child && !galley_slice_is(tei_value(child, "type"), type))
        child = tei_sibling(child, name);
    return child;
}

const tei_node *tei_step(const tei_node *top, const tei_node *node, bool inside)
{
    if (inside && node->first)
        return node->first;
    while (node != top && !node->next)
        node = node->up;
    return node == top ? NULL : node->next;
}

static galley_slice value(const tei_node *node, const char *name, bool is_xml)
{
    for (size_t i = 0; node && i < node->attribute_count; i++)
        if (node->attributes[i].is_xml == is_xml && strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return (galley_slice){ 0 };
}

galley_slice tei_value(const tei_node *node, const char *name)
{
    return value(node, name, false);
}

galley_slice tei_xml_value(const tei_node *node, const char *name)
{
    return value(node, name, true);
}

void tei_add_words(const tei_node *node, galley_buffer *out)
{
    for (const tei_node *at = node; at; at = tei_step(node, at, true))
        galley_buffer_add(out, at->text);
}
