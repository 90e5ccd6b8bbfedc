/* SPDX-License-Identifier: MIT
 * container.xml leads to the package document, that to everything else.  Manifests may have
 * ten thousand rows, so paths and ids are found by bisection. */
#include "plugins/epub/open.h"

#include <stdlib.h>

#include <galley/buffer.h>

#include "plugins/epub/terms.h"

static galley_place place(const epub_package *book)
{
    return (galley_place){ .file = book->file };
}

const char *epub_package_name(const epub_package *book, galley_slice path)
{
    return galley_arena_print(book->arena, "%s: %.*s", book->file, GALLEY_SHOW(path));
}

/* ---- Paths -------------------------------------------------------------------- */

static int hex(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

static void add_decoded(galley_buffer *out, galley_slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        int high = i + 2 < text.length && text.text[i] == '%' ? hex(text.text[i + 1]) : -1;
        int low = high < 0 ? -1 : hex(text.text[i + 2]);
        if (low > 0 || (low == 0 && high > 0)) {
            galley_buffer_byte(out, (char)(high * 16 + low));
            i += 2;
        } else
            galley_buffer_byte(out, text.text[i]);
    }
}

static galley_slice decoded(galley_arena *arena, galley_slice text)
{
    galley_buffer buffer = { 0 };
    add_decoded(&buffer, text);
    galley_slice made = galley_buffer_copy(&buffer, arena);
    galley_buffer_drop(&buffer);
    return made;
}

/* Leaves the last part of a path: "a/b/" becomes "a/". */
static bool leave(galley_buffer *path)
{
    if (!path->length)
        return false;
    for (path->length--; path->length && path->bytes[path->length - 1] != '/';)
        path->length--;
    return true;
}

/* Takes the steps of a link one by one; false when it leads out of the container. */
static bool take_steps(galley_buffer *path, galley_slice steps)
{
    for (size_t from = 0, to; from <= steps.length; from = to + 1) {
        for (to = from; to < steps.length && steps.text[to] != '/';)
            to++;
        galley_slice step = galley_slice_part(steps, from, to);
        if (galley_slice_is(step, "..")) {
            if (!leave(path))
                return false;
        } else if (step.length && !galley_slice_is(step, ".")) {
            galley_buffer_add(path, step);
            if (to < steps.length)
                galley_buffer_byte(path, '/');
        }
    }
    return true;
}

/* https:, mailto: … */
static bool has_scheme(galley_slice href)
{
    for (size_t i = 0; i < href.length; i++) {
        char sign = href.text[i];
        bool letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        if (sign == ':')
            return i > 0;
        if (!letter && !(i && ((sign >= '0' && sign <= '9') || sign == '+' || sign == '-' || sign == '.')))
            return false;
    }
    return false;
}

static size_t find_sign(galley_slice text, char sign)
{
    const char *at = text.length ? memchr(text.text, sign, text.length) : NULL;
    return at ? (size_t)(at - text.text) : text.length;
}

galley_slice epub_package_resolve(const epub_package *book, galley_slice from, galley_slice href,
                                  galley_slice *fragment)
{
    href = galley_slice_trim(href);
    size_t hash = find_sign(href, '#');
    galley_slice steps = galley_slice_part(href, 0, hash);
    *fragment =
        hash < href.length ? decoded(book->arena, galley_slice_part(href, hash + 1, href.length)) : (galley_slice){ 0 };
    if (has_scheme(href))
        return (galley_slice){ 0 };
    steps = decoded(book->arena, galley_slice_part(steps, 0, find_sign(steps, '?')));
    if (!steps.length)
        return hash < href.length ? from : (galley_slice){ 0 };
    galley_buffer path = { 0 };
    galley_buffer_add(&path, from);
    while (path.length && path.bytes[path.length - 1] != '/')
        path.length--;
    if (steps.text[0] == '/')
        path.length = 0;
    galley_slice made = take_steps(&path, steps) ? galley_buffer_copy(&path, book->arena) : (galley_slice){ 0 };
    galley_buffer_drop(&path);
    return made;
}

/* ---- The way to the package ----------------------------------------------------- */

static galley_status read_member(const epub_package *book, const galley_zip_member *member, galley_arena *arena,
                                 bool soup, epub_node **out)
{
    galley_slice bytes;
    galley_status status = galley_zip_read(book->zip, member, arena, book->findings, &bytes);
    if (status != GALLEY_OK)
        return status;
    return epub_tree_read(bytes, epub_package_name(book, member->name), soup, arena, book->findings, out);
}

/* Without container.xml, or where that leads nowhere, the first package document there is. */
static const galley_zip_member *search_package(const epub_package *book)
{
    const galley_zip_member *member;
    for (size_t i = 0; (member = galley_zip_at(book->zip, i)) != NULL; i++)
        if (galley_slice_ends(member->name, galley_slice_of(".opf")))
            break;
    if (member)
        galley_find(book->findings, GALLEY_REPAIRED, "epub.container", place(book),
                    "META-INF/container.xml leads to no package document; %.*s was taken for it",
                    GALLEY_SHOW(member->name));
    return member;
}

static galley_status find_package(const epub_package *book, const galley_zip_member **out)
{
    const galley_zip_member *container = galley_zip_find(book->zip, galley_slice_of("META-INF/container.xml"));
    epub_node *root = NULL;
    galley_slice fragment;
    *out = NULL;
    if (container) {
        galley_status status = read_member(book, container, book->arena, true, &root);
        if (status != GALLEY_OK)
            return status;
    }
    const epub_node *file = root ? epub_within(root, "rootfile") : NULL;
    if (file)
        *out = galley_zip_find(
            book->zip, epub_package_resolve(book, (galley_slice){ 0 }, epub_value_of(file, "full-path"), &fragment));
    if (!*out)
        *out = search_package(book);
    if (*out)
        return GALLEY_OK;
    return galley_fail(book->findings, GALLEY_FORMAT, "epub.package", place(book),
                       "there is no package document in it, so it is no EPUB; nothing was read");
}

/* ---- Encryption --------------------------------------------------------------- */

/* Fonts may be made unreadable for all but their book; nobody needs them here. */
static bool is_for_fonts(galley_slice algorithm)
{
    static const char *const known[] = { "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC" };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (galley_slice_is(algorithm, known[i]))
            return true;
    return false;
}

static galley_status refuse_encrypted(const epub_package *book)
{
    const galley_zip_member *member = galley_zip_find(book->zip, galley_slice_of("META-INF/encryption.xml"));
    epub_node *root;
    if (!member)
        return GALLEY_OK;
    galley_status status = read_member(book, member, book->arena, false, &root);
    if (status != GALLEY_OK)
        return status;
    for (const epub_node *at = root; at; at = epub_step(at, root)) {
        if (!epub_is(at, "EncryptedData"))
            continue;
        const epub_node *method = epub_within(at, "EncryptionMethod");
        if (!method || !is_for_fonts(epub_value_of(method, "Algorithm")))
            return galley_fail(book->findings, GALLEY_FORMAT, "epub.encrypted", place(book),
                               "the book is encrypted (DRM): its text cannot be read without the key of its seller, "
                               "and nothing was read");
    }
    return GALLEY_OK;
}

/* ---- Manifest ----------------------------------------------------------------- */

static int by_path(const void *a, const void *b)
{
    const epub_item *const *first = a, *const *second = b;
    int order = galley_slice_compare((*first)->path, (*second)->path);
    return order ? order : (*first < *second ? -1 : *first > *second);
}

static int by_id(const void *a, const void *b)
{
    const epub_item *const *first = a, *const *second = b;
    int order = galley_slice_compare((*first)->id, (*second)->id);
    return order ? order : (*first < *second ? -1 : *first > *second);
}

static galley_slice path_of(const epub_item *item)
{
    return item->path;
}

static galley_slice id_of(const epub_item *item)
{
    return item->id;
}

/* The first item of that key; NULL: none. */
static const epub_item *bisect(const epub_package *book, const epub_item *const *sorted, galley_slice key,
                               galley_slice (*key_of)(const epub_item *))
{
    size_t from = 0, to = sorted ? book->items.count : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (galley_slice_compare(key_of(sorted[middle]), key) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    bool found = sorted && from < book->items.count && galley_slice_equal(key_of(sorted[from]), key);
    return found ? sorted[from] : NULL;
}

const epub_item *epub_package_item(const epub_package *book, galley_slice path)
{
    return bisect(book, book->by_path, path, path_of);
}

static const epub_item *item_of_id(const epub_package *book, galley_slice id)
{
    return bisect(book, book->by_id, id, id_of);
}

static void add_item(epub_package *book, const epub_node *node)
{
    galley_slice fragment;
    galley_slice path = epub_package_resolve(book, book->path, epub_value_of(node, "href"), &fragment);
    epub_item *item = galley_push(book->arena, &book->items);
    if (!item)
        return;
    *item = (epub_item){ .id = galley_slice_trim(epub_value_of(node, "id")),
                         .path = path,
                         .media_type = galley_slice_trim(epub_value_of(node, "media-type")),
                         .node = node,
                         .member = path.length ? galley_zip_find(book->zip, path) : NULL };
}

static bool sort_items(epub_package *book)
{
    size_t count = book->items.count;
    const epub_item **paths = galley_arena_array(book->arena, count + 1, sizeof *paths);
    const epub_item **ids = galley_arena_array(book->arena, count + 1, sizeof *ids);
    if (!paths || !ids)
        return false;
    for (size_t i = 0; i < count; i++)
        paths[i] = ids[i] = &book->items.items[i];
    if (count) {
        qsort(paths, count, sizeof *paths, by_path);
        qsort(ids, count, sizeof *ids, by_id);
    }
    book->by_path = paths;
    book->by_id = ids;
    return true;
}

static bool is_document(const epub_item *item)
{
    static const char *const types[] = { "application/xhtml+xml", "text/html", "application/x-dtbook+xml",
                                         "text/x-oeb1-document" };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (galley_slice_is(item->media_type, types[i]))
            return true;
    return false;
}

static void note_tables(epub_package *book)
{
    for (size_t i = 0; i < book->items.count; i++) {
        const epub_item *item = &book->items.items[i];
        if (!item->member)
            continue;
        if (!book->navigation && epub_has_word(item->node, "properties", "nav"))
            book->navigation = item;
        if (!book->ncx && galley_slice_is(item->media_type, "application/x-dtbncx+xml"))
            book->ncx = item;
    }
}

static void read_manifest(epub_package *book)
{
    const epub_node *manifest = epub_child(book->root, "manifest");
    for (const epub_node *node = manifest ? manifest->first : NULL; node; node = epub_step(node, manifest))
        if (epub_is(node, "item")) /* one within the other, where HTML's parser had to read it */
            add_item(book, node);
    if (sort_items(book))
        note_tables(book);
}

/* ---- Spine -------------------------------------------------------------------- */

static void add_reference(epub_package *book, bool *seen, const epub_item *item, galley_slice id)
{
    if (!item || !item->member) {
        galley_find(book->findings, GALLEY_ERROR, "epub.missing", place(book),
                    "the reading order names \"%.*s\", which is not in the book; it was passed over",
                    GALLEY_SHOW(item ? item->path : id));
        return;
    }
    if (seen[item - book->items.items])
        return;
    seen[item - book->items.items] = true;
    const epub_item **slot = galley_push(book->arena, &book->spine);
    if (slot)
        *slot = item;
}

/* Without a spine the documents of the manifest, in its order. */
static void read_spine(epub_package *book)
{
    const epub_node *spine = epub_child(book->root, "spine");
    bool *seen = galley_arena_array(book->arena, book->items.count + 1, sizeof *seen);
    if (!seen)
        return;
    for (const epub_node *node = spine ? spine->first : NULL; node; node = epub_step(node, spine)) {
        galley_slice id = galley_slice_trim(epub_value_of(node, "idref"));
        if (epub_is(node, "itemref"))
            add_reference(book, seen, item_of_id(book, id), id);
    }
    if (book->spine.count)
        return;
    for (size_t i = 0; i < book->items.count; i++)
        if (is_document(&book->items.items[i]) && book->items.items[i].member)
            add_reference(book, seen, &book->items.items[i], (galley_slice){ 0 });
    if (book->spine.count)
        galley_find(book->findings, GALLEY_UNSURE, "epub.spine", place(book),
                    "the book has no reading order; its documents were read in the order of the manifest");
}

/* ---- The book ----------------------------------------------------------------- */

static bool says_ours(const epub_node *root)
{
    return galley_slice_find(epub_value_of(root, "prefix"), galley_slice_of(EPUB_PREFIX ": " EPUB_VOCABULARY), 0) !=
           SIZE_MAX;
}

static galley_status read_package(epub_package *book)
{
    const galley_zip_member *member;
    epub_node *root;
    galley_status status = find_package(book, &member);
    if (status == GALLEY_OK)
        status = refuse_encrypted(book);
    if (status == GALLEY_OK)
        status = read_member(book, member, book->arena, true, &root);
    if (status != GALLEY_OK)
        return status;
    book->path = member->name;
    book->root = epub_is(root, "package") ? root : epub_within(root, "package");
    if (!book->root)
        return galley_fail(book->findings, GALLEY_FORMAT, "epub.package", place(book),
                           "%.*s is no package document; nothing was read", GALLEY_SHOW(member->name));
    book->metadata = epub_child(book->root, "metadata");
    book->is_ours = says_ours(book->root);
    read_manifest(book);
    read_spine(book);
    if (!book->spine.count && galley_arena_status(book->arena) == GALLEY_OK)
        return galley_fail(book->findings, GALLEY_FORMAT, "epub.package", place(book),
                           "no document of the book can be found; nothing was read");
    return galley_arena_status(book->arena);
}

galley_status epub_package_open(epub_package *book, galley_slice bytes, const char *file, galley_arena *arena,
                                galley_findings *findings)
{
    *book = (epub_package){ .file = file, .arena = arena, .findings = findings };
    galley_status status = galley_zip_open(bytes, file, findings, &book->zip);
    return status == GALLEY_OK ? read_package(book) : status;
}

void epub_package_close(epub_package *book)
{
    galley_zip_drop(book->zip);
    book->zip = NULL;
}

galley_status epub_package_bytes(const epub_package *book, const epub_item *item, galley_arena *arena,
                                 galley_findings *findings, galley_slice *out)
{
    return galley_zip_read(book->zip, item->member, arena, findings, out);
}

galley_status epub_package_document(const epub_package *book, const epub_item *item, galley_arena *arena,
                                    epub_node **out)
{
    return read_member(book, item->member, arena, true, out);
}
