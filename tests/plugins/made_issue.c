/* SPDX-License-Identifier: MIT
 * The pieces of an invented issue, each one call; and its writing, which must succeed. */
#include "tests/plugins/made_issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

galley_issue *made_empty(const char *language)
{
    galley_issue *issue = galley_issue_new(0);
    assert_non_null(issue);
    issue->meta.language = galley_slice_of(language);
    return issue;
}

galley_text made_text(galley_issue *issue, const char *text)
{
    return (galley_text){ .text = galley_arena_copy(issue->arena, galley_slice_of(text)) };
}

void made_page(galley_issue *issue, const char *number, const char *section)
{
    galley_page *page = galley_issue_add_page(issue, galley_slice_of("dumps/wuyou-0101.txt"));
    page->number = galley_slice_of(number);
    page->section = galley_slice_of(section);
}

galley_article *made_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline)
{
    galley_article *article = galley_issue_add_article(issue, kind);
    article->page = page;
    article->headline = made_text(issue, headline);
    return article;
}

galley_block *made_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text)
{
    galley_block *block = galley_article_add_block(issue, article, type);
    block->text = made_text(issue, text);
    return block;
}

void made_items(galley_issue *issue, galley_block *block, const char *const *texts, uint32_t count)
{
    galley_text *items = galley_arena_array(issue->arena, count, sizeof *items);
    assert_non_null(items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = made_text(issue, texts[i]);
    block->items = items;
    block->item_count = count;
}

galley_sink *made_written(const galley_issue *issue, const char *name, const char *value, galley_findings *findings)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(format->options, format->option_count);
    galley_sink *sink = galley_sink_memory();
    assert_non_null(settings);
    assert_non_null(sink);
    if (name)
        assert_int_equal(galley_settings_set(settings, name, value, findings), GALLEY_OK);
    assert_int_equal(format->write(issue, sink, settings, findings), GALLEY_OK);
    assert_int_equal(galley_sink_status(sink), GALLEY_OK);
    galley_settings_drop(settings);
    return sink;
}
