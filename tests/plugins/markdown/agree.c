/* SPDX-License-Identifier: MIT
 * agree FILE… - whether cmark and MD4C make the same HTML of Markdown files that
 * were written, front matter aside.  scripts/test runs it over real outputs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmark.h>
#include <md4c-html.h>

#include <galley/buffer.h>
#include <galley/source.h>

static void add_html(const MD_CHAR *text, MD_SIZE size, void *state)
{
    galley_buffer_add(state, (galley_slice){ text, size });
}

static galley_slice behind_front_matter(galley_slice file)
{
    size_t end = galley_slice_starts(file, galley_slice_of("---\n"))
                     ? galley_slice_find(file, galley_slice_of("\n---\n"), 0)
                     : SIZE_MAX;
    return end == SIZE_MAX ? file : galley_slice_part(file, end + strlen("\n---\n"), file.length);
}

/* The first line in which the two differ is shown. */
static void show_difference(const char *name, galley_slice one, galley_slice two)
{
    size_t at = 0, line = 0;
    for (; at < one.length && at < two.length && one.text[at] == two.text[at]; at++)
        if (one.text[at] == '\n')
            line = at + 1;
    galley_slice ours = galley_slice_part(one, line, one.length), theirs = galley_slice_part(two, line, two.length);
    printf("%s: cmark and MD4C differ:\n  %.120s\n  %.120s\n", name, ours.length ? ours.text : "(nothing)",
           theirs.length ? theirs.text : "(nothing)");
}

static bool agree(const char *name, galley_slice markdown)
{
    galley_buffer html = { 0 };
    char *found = cmark_markdown_to_html(markdown.text, markdown.length, CMARK_OPT_UNSAFE);
    bool parsed = md_html(markdown.text, (MD_SIZE)markdown.length, add_html, &html, 0, MD_HTML_FLAG_XHTML) == 0;
    galley_buffer_byte(&html, '\0');
    galley_slice one = galley_slice_of(found), two = galley_slice_of(html.bytes);
    bool same = parsed && one.length > 0 && galley_slice_equal(one, two);
    if (!same)
        show_difference(name, one, two);
    free(found);
    galley_buffer_drop(&html);
    return same;
}

int main(int count, char **names)
{
    bool all = count > 1;
    for (int i = 1; i < count; i++) {
        galley_source *source = NULL;
        bool good = galley_source_open(names[i], 0, NULL, &source) == GALLEY_OK &&
                    agree(names[i], behind_front_matter(galley_source_bytes(source)));
        galley_source_drop(source);
        all = all && good;
    }
    return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
