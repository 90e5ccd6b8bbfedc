/* SPDX-License-Identifier: MIT
 * Both kinds are lists within lists: <ol><li><a>, <navPoint><navLabel>. */
#include "plugins/epub/toc.h"

#include <galley/buffer.h>

typedef struct listing {
    const epub_package *book;
    galley_slice path; /* of the document */
    epub_toc *toc;
} listing;

/* A label on one line. */
static galley_slice label_of(const listing *of, const epub_node *node)
{
    galley_slice text = galley_slice_trim(epub_text_of(node, of->book->arena));
    galley_buffer label = { 0 };
    bool space = false;
    for (size_t i = 0; i < text.length; i++) {
        bool blank = strchr(" \t\r\n\f", text.text[i]) && text.text[i];
        if (!blank && space)
            galley_buffer_byte(&label, ' ');
        if (!blank)
            galley_buffer_byte(&label, text.text[i]);
        space = blank;
    }
    galley_slice made = galley_buffer_copy(&label, of->book->arena);
    galley_buffer_drop(&label);
    return made;
}

/* Adds a point; returns its index. */
static size_t add_point(const listing *of, galley_slice href, const epub_node *label, unsigned depth, size_t parent)
{
    epub_point *point = galley_push(of->book->arena, of->toc);
    if (!point)
        return SIZE_MAX;
    *point = (epub_point){ .depth = depth, .parent = parent, .order = of->toc->count - 1 };
    point->path = epub_package_resolve(of->book, of->path, href, &point->fragment);
    point->label = label ? label_of(of, label) : (galley_slice){ 0 };
    return point->order;
}

/* ---- nav.xhtml ------------------------------------------------------------------ */

static void read_list(const listing *of, const epub_node *list, unsigned depth, size_t parent)
{
    for (const epub_node *item = list->first; item; item = item->next) {
        if (!epub_is(item, "li"))
            continue;
        const epub_node *link = epub_child(item, "a"), *within = epub_child(item, "ol");
        const epub_node *label = link ? link : epub_child(item, "span");
        size_t index = add_point(of, link ? epub_value_of(link, "href") : (galley_slice){ 0 }, label, depth, parent);
        if (within)
            read_list(of, within, depth + 1, index);
    }
}

static const epub_node *find_nav(const epub_node *root)
{
    const epub_node *first = NULL;
    for (const epub_node *node = root; node; node = epub_step(node, root)) {
        if (!epub_is(node, "nav"))
            continue;
        if (epub_has_word(node, "epub:type", "toc"))
            return node;
        first = first ? first : node;
    }
    return first;
}

/* ---- toc.ncx -------------------------------------------------------------------- */

static void read_points(const listing *of, const epub_node *map, unsigned depth, size_t parent)
{
    for (const epub_node *point = map->first; point; point = point->next) {
        if (!epub_is(point, "navPoint"))
            continue;
        const epub_node *content = epub_child(point, "content");
        size_t index = add_point(of, content ? epub_value_of(content, "src") : (galley_slice){ 0 },
                                 epub_child(point, "navLabel"), depth, parent);
        read_points(of, point, depth + 1, index);
    }
}

/* ---- Either --------------------------------------------------------------------- */

galley_status epub_toc_read(const epub_package *book, epub_toc *toc)
{
    const epub_item *const tables[] = { book->navigation, book->ncx };
    galley_status status = GALLEY_OK;
    for (size_t i = 0; i < 2 && !toc->count && status == GALLEY_OK; i++) {
        epub_node *root;
        if (!tables[i])
            continue;
        status = epub_package_document(book, tables[i], book->arena, &root);
        if (status != GALLEY_OK)
            break;
        const listing of = { book, tables[i]->path, toc };
        const epub_node *nav = i ? epub_within(root, "navMap") : find_nav(root);
        const epub_node *list = !i && nav ? epub_child(nav, "ol") : NULL;
        if (list)
            read_list(&of, list, 1, SIZE_MAX);
        else if (i && nav)
            read_points(&of, nav, 1, SIZE_MAX);
    }
    return status;
}
