/* SPDX-License-Identifier: MIT
 * Tags read by hand: of what the writer makes they are all there is to know. */
#include "tests/plugins/html/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char *copy_of(galley_slice text)
{
    char *copy = calloc(text.length + 1, 1);
    assert_non_null(copy);
    if (text.length)
        memcpy(copy, text.text, text.length);
    return copy;
}

char *page_written(const galley_issue *issue, const char *option, const char *value, galley_findings *findings)
{
    galley_sink *sink = made_written(issue, option, value, findings);
    galley_slice bytes = galley_sink_bytes(sink);
    assert_null(bytes.length ? memchr(bytes.text, '\0', bytes.length) : NULL);
    char *page = copy_of(bytes);
    galley_sink_drop(sink);
    return page;
}

static bool is_void(galley_slice name)
{
    static const char *const names[] = { "meta", "link", "img", "!DOCTYPE" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (galley_slice_is(name, names[i]))
            return true;
    return false;
}

/* The tag at or behind `from`, without its brackets; empty at the end.  A ">" in a value is escaped. */
static galley_slice next_tag(const char *from)
{
    const char *begin = strchr(from, '<'), *end = begin ? strchr(begin, '>') : NULL;
    return end ? galley_slice_range(begin + 1, end) : galley_slice_of("");
}

static galley_slice name_of(galley_slice tag)
{
    size_t length = 0;
    while (length < tag.length && tag.text[length] != ' ')
        length++;
    return galley_slice_part(tag, 0, length);
}

/* The value of an attribute; a length of SIZE_MAX: it has none. */
static galley_slice value_of(galley_slice tag, const char *name)
{
    char begin[32];
    snprintf(begin, sizeof begin, " %s=\"", name);
    size_t at = galley_slice_find(tag, galley_slice_of(begin), 0);
    if (at == SIZE_MAX)
        return (galley_slice){ NULL, SIZE_MAX };
    size_t from = at + strlen(begin), to = galley_slice_find(tag, galley_slice_of("\""), from);
    assert_int_not_equal(to, SIZE_MAX);
    return galley_slice_part(tag, from, to);
}

#define NAMES_MOST 512
#define DEPTH_MOST 64

typedef struct sighting {
    galley_slice names[NAMES_MOST], links[NAMES_MOST], open[DEPTH_MOST];
    size_t name_count, link_count, depth;
} sighting;

static void see(sighting *seen, galley_slice tag)
{
    galley_slice name = name_of(tag), id = value_of(tag, "id"), link = value_of(tag, "href");
    if (tag.text[0] == '/') {
        assert_true(seen->depth > 0);
        galley_slice open = seen->open[--seen->depth];
        if (!galley_slice_equal(open, galley_slice_part(name, 1, name.length)))
            fail_msg("<%.*s> is closed by <%.*s>", GALLEY_SHOW(open), GALLEY_SHOW(tag));
        return;
    }
    if (!is_void(name)) {
        assert_true(seen->depth < DEPTH_MOST);
        seen->open[seen->depth++] = name;
    }
    assert_true(seen->name_count < NAMES_MOST && seen->link_count < NAMES_MOST);
    if (id.length != SIZE_MAX)
        seen->names[seen->name_count++] = id;
    if (link.length != SIZE_MAX && galley_slice_starts(link, galley_slice_of("#")))
        seen->links[seen->link_count++] = galley_slice_part(link, 1, link.length);
}

static size_t count_name(const sighting *seen, galley_slice name)
{
    size_t count = 0;
    for (size_t i = 0; i < seen->name_count; i++)
        count += galley_slice_equal(seen->names[i], name);
    return count;
}

void page_assert_sound(const char *page)
{
    sighting seen = { .depth = 0 };
    for (galley_slice tag = next_tag(page); tag.length; tag = next_tag(galley_slice_end(tag)))
        see(&seen, tag);
    assert_int_equal(seen.depth, 0);
    for (size_t i = 0; i < seen.name_count; i++)
        if (count_name(&seen, seen.names[i]) != 1)
            fail_msg("the name \"%.*s\" is given twice", GALLEY_SHOW(seen.names[i]));
    for (size_t i = 0; i < seen.link_count; i++)
        if (count_name(&seen, seen.links[i]) != 1)
            fail_msg("#%.*s leads nowhere", GALLEY_SHOW(seen.links[i]));
}

char *page_element(const char *page, const char *tag)
{
    const char *begin = strstr(page, tag);
    if (!begin)
        fail_msg("there is no %s", tag);
    size_t depth = 0;
    for (galley_slice at = next_tag(begin); at.length; at = next_tag(galley_slice_end(at))) {
        depth += at.text[0] != '/' && !is_void(name_of(at));
        depth -= at.text[0] == '/';
        if (!depth)
            return copy_of(galley_slice_range(begin, galley_slice_end(at) + 1));
    }
    fail_msg("%s has no end", tag);
    return NULL;
}

static const struct {
    const char *entity;
    char sign;
} entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };

static size_t resolve(const char *at, char *out)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strncmp(at, entities[i].entity, strlen(entities[i].entity)) == 0) {
            *out = entities[i].sign;
            return strlen(entities[i].entity);
        }
    *out = *at;
    return 1;
}

char *page_text(const char *html)
{
    char *text = calloc(strlen(html) + 1, 1), *out = text;
    assert_non_null(text);
    const char *style = strstr(html, "<style>"), *behind = strstr(html, "</style>");
    for (const char *at = html; *at;) {
        if (at == style && behind)
            at = behind;
        if (*at == '<')
            at = strchr(at, '>') ? strchr(at, '>') + 1 : at + strlen(at);
        else
            at += resolve(at, out++);
    }
    return text;
}
