/* SPDX-License-Identifier: MIT
 * The bytes stay where they are when they are stored, else they are unpacked into the
 * issue.  A picture that is shown twice is taken once. */
#include "plugins/epub/pictures.h"

#include <stdlib.h>

static galley_image *leave_out(const epub_package *book, galley_slice path, galley_slice link, const char *why)
{
    galley_find(book->findings, GALLEY_ERROR, "epub.picture", (galley_place){ .file = epub_package_name(book, path) },
                "the picture \"%.*s\" %s and was left out", GALLEY_SHOW(link), why);
    return NULL;
}

galley_image *epub_picture_take(const epub_package *book, galley_issue *issue, galley_slice path, const epub_node *node,
                                galley_slice name)
{
    galley_slice link = epub_value_of(node, epub_has(node, "src") ? "src" : "href"), fragment, bytes;
    galley_image *known = (galley_image *)galley_issue_image(issue, name);
    if (known)
        return known;
    galley_slice target = epub_package_resolve(book, path, link, &fragment);
    const epub_item *item = epub_package_item(book, target);
    const epub_item loose = { .member = target.length ? galley_zip_find(book->zip, target) : NULL };
    if (!item || !item->member)
        item = &loose;
    if (!item->member)
        return leave_out(book, path, link, "is not in the book");
    if (epub_package_bytes(book, item, issue->arena, NULL, &bytes) != GALLEY_OK)
        return leave_out(book, path, link, "is damaged or too large");
    galley_image *image = galley_issue_add_image(issue, name);
    image->media_type = galley_arena_copy(issue->arena, item->media_type);
    image->bytes = bytes;
    image->width = epub_number_of(node, "width");
    image->height = epub_number_of(node, "height");
    image->alt = galley_arena_copy(issue->arena, epub_value_of(node, "alt"));
    image->alt_known = epub_has(node, "alt");
    return image;
}

/* ---- Order ---------------------------------------------------------------------- */

typedef struct ranked {
    size_t row; /* of the manifest */
    galley_image image;
} ranked;

static int compare(const void *a, const void *b)
{
    const ranked *left = a, *right = b;
    return (left->row > right->row) - (left->row < right->row);
}

void epub_picture_note(const epub_package *book, epub_picture_rows *rows, const galley_issue *issue, galley_slice path,
                       const epub_node *node)
{
    galley_slice fragment;
    const epub_item *item =
        epub_package_item(book, epub_package_resolve(book, path, epub_value_of(node, "src"), &fragment));
    size_t *row = rows->count < issue->images.count ? galley_push(book->arena, rows) : NULL;
    if (row)
        *row = item ? (size_t)(item - book->items.items) : SIZE_MAX;
}

void epub_pictures_sort(const epub_package *book, galley_issue *issue, const epub_picture_rows *rows)
{
    size_t count = issue->images.count;
    ranked *sorted = galley_arena_array(book->arena, count + 1, sizeof *sorted);
    if (!sorted || rows->count != count || count < 2)
        return;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (ranked){ rows->items[i], issue->images.items[i] };
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++)
        issue->images.items[i] = sorted[i].image;
}
