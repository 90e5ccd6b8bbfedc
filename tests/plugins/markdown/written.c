/* SPDX-License-Identifier: MIT
 * Readings are made by hand here, without facts: the writer needs none. */
#include "tests/plugins/markdown/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

galley_text written_text(galley_issue *issue, const char *text)
{
    return (galley_text){ .text = galley_arena_copy(issue->arena, galley_slice_of(text)) };
}

void written_page(galley_issue *issue, const char *number, const char *section)
{
    galley_page *page = galley_issue_add_page(issue, galley_slice_of("dump.txt"));
    page->number = galley_slice_of(number);
    page->section = galley_slice_of(section);
}

galley_article *written_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline)
{
    galley_article *article = galley_issue_add_article(issue, kind);
    article->page = page;
    article->headline = written_text(issue, headline);
    return article;
}

galley_block *written_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text)
{
    galley_block *block = galley_article_add_block(issue, article, type);
    block->text = written_text(issue, text);
    return block;
}

void written_items(galley_issue *issue, galley_block *block, const char *const *texts, uint32_t count)
{
    galley_text *items = galley_arena_array(issue->arena, count, sizeof *items);
    assert_non_null(items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = written_text(issue, texts[i]);
    block->items = items;
    block->item_count = count;
}

char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings)
{
    const galley_format *markdown = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(markdown->options, markdown->option_count);
    galley_sink *sink = galley_sink_memory();
    assert_non_null(sink);
    assert_int_equal(galley_settings_set(settings, "front-matter", matter, NULL), GALLEY_OK);
    assert_int_equal(markdown->write(issue, sink, settings, findings), GALLEY_OK);
    assert_int_equal(galley_sink_status(sink), GALLEY_OK);
    galley_slice bytes = galley_sink_bytes(sink);
    char *text = calloc(bytes.length + 1, 1);
    assert_non_null(text);
    if (bytes.length)
        memcpy(text, bytes.text, bytes.length);
    galley_sink_drop(sink);
    galley_settings_drop(settings);
    return text;
}
