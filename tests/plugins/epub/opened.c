/* SPDX-License-Identifier: MIT
 * Unpacked by libzip, parsed by libxml2, asked by XPath. */
#include "config.h"

#include "tests/plugins/epub/opened.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

static bool ends(const char *name, const char *ending)
{
    return galley_slice_ends(galley_slice_of(name), galley_slice_of(ending));
}

static bool is_xml(const char *name)
{
    return ends(name, ".xhtml") || ends(name, ".opf") || ends(name, ".ncx") || ends(name, ".xml") || ends(name, ".svg");
}

static void unpack(zip_t *archive, zip_uint64_t index, opened_member *out)
{
    zip_stat_t about;
    assert_int_equal(zip_stat_index(archive, index, 0, &about), 0);
    out->name = strdup(about.name);
    out->length = about.size;
    out->bytes = malloc(about.size + 1);
    zip_file_t *file = zip_fopen_index(archive, index, 0);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, out->bytes, about.size), (zip_int64_t)about.size);
    zip_fclose(file);
    if (is_xml(out->name)) {
        out->document = xmlReadMemory(out->bytes, (int)out->length, out->name, NULL, XML_PARSE_NONET);
        assert_non_null(out->document);
    }
}

opened *opened_new(galley_slice epub)
{
    zip_source_t *source = zip_source_buffer_create(epub.text, epub.length, 0, NULL);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    assert_non_null(archive);
    opened *book = calloc(1, sizeof *book);
    book->count = (size_t)zip_get_num_entries(archive, 0);
    book->members = calloc(book->count, sizeof *book->members);
    for (size_t i = 0; i < book->count; i++)
        unpack(archive, i, &book->members[i]);
    zip_discard(archive);
    return book;
}

void opened_drop(opened *book)
{
    for (size_t i = 0; i < book->count; i++) {
        free(book->members[i].name);
        free(book->members[i].bytes);
        xmlFreeDoc(book->members[i].document);
    }
    free(book->members);
    free(book);
}

const opened_member *opened_find(const opened *book, const char *name)
{
    for (size_t i = 0; i < book->count; i++)
        if (strncmp(book->members[i].name, "EPUB/", 5) == 0 && strcmp(book->members[i].name + 5, name) == 0)
            return &book->members[i];
    return NULL;
}

static void register_prefixes(xmlXPathContext *context)
{
    static const char *const names[] = {
        "h",   "http://www.w3.org/1999/xhtml",         "epub", "http://www.idpf.org/2007/ops",
        "opf", "http://www.idpf.org/2007/opf",         "dc",   "http://purl.org/dc/elements/1.1/",
        "ncx", "http://www.daisy.org/z3986/2005/ncx/", "svg",  "http://www.w3.org/2000/svg",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i += 2)
        xmlXPathRegisterNs(context, BAD_CAST names[i], BAD_CAST names[i + 1]);
}

char **opened_ask(const opened *book, const char *name, const char *expression)
{
    const opened_member *member = opened_find(book, name);
    assert_non_null(member);
    xmlXPathContext *context = xmlXPathNewContext(member->document);
    register_prefixes(context);
    xmlXPathObject *found = xmlXPathEvalExpression(BAD_CAST expression, context);
    assert_non_null(found);
    int count = found->nodesetval ? found->nodesetval->nodeNr : 0;
    char **values = calloc((size_t)count + 1, sizeof *values);
    for (int i = 0; i < count; i++)
        values[i] = (char *)xmlNodeGetContent(found->nodesetval->nodeTab[i]);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return values;
}

void opened_free(char **values)
{
    for (size_t i = 0; values[i]; i++)
        xmlFree(values[i]);
    free(values);
}

size_t opened_count(const opened *book, const char *name, const char *expression)
{
    char **values = opened_ask(book, name, expression);
    size_t count = 0;
    while (values[count])
        count++;
    opened_free(values);
    return count;
}

void opened_expect(const opened *book, const char *name, const char *expression, const char *value)
{
    char **values = opened_ask(book, name, expression);
    assert_non_null(values[0]);
    assert_null(values[1]);
    assert_string_equal(values[0], value);
    opened_free(values);
}

bool opened_has(const opened *book, const char *target)
{
    char name[256], expression[512];
    size_t length = strcspn(target, "#");
    assert_true(length < sizeof name && strlen(target) < 200);
    snprintf(name, sizeof name, "%.*s", (int)length, target);
    if (!opened_find(book, name))
        return false;
    if (!target[length])
        return true;
    snprintf(expression, sizeof expression, "//*[@id='%s']", target + length + 1);
    return opened_count(book, name, expression) == 1;
}
