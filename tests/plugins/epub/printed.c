/* SPDX-License-Identifier: MIT
 * Readings are made by hand here, most of them without facts: the writer needs none. */
#include "tests/plugins/epub/printed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

galley_text printed_text(galley_issue *issue, const char *text)
{
    return (galley_text){ .text = galley_arena_copy(issue->arena, galley_slice_of(text)) };
}

galley_issue *printed_empty(const char *language)
{
    galley_issue *issue = galley_issue_new(0);
    assert_non_null(issue);
    issue->meta.language = galley_slice_of(language);
    return issue;
}

void printed_page(galley_issue *issue, const char *number, const char *section)
{
    galley_page *page = galley_issue_add_page(issue, galley_slice_of("dumps/wuyou-0101.txt"));
    page->number = galley_slice_of(number);
    page->section = galley_slice_of(section);
}

galley_article *printed_article(galley_issue *issue, galley_kind kind, uint32_t page, const char *headline)
{
    galley_article *article = galley_issue_add_article(issue, kind);
    article->page = page;
    article->headline = printed_text(issue, headline);
    return article;
}

galley_block *printed_block(galley_issue *issue, galley_article *article, galley_block_type type, const char *text)
{
    galley_block *block = galley_article_add_block(issue, article, type);
    block->text = printed_text(issue, text);
    return block;
}

static void add_items(galley_issue *issue, galley_block *block, const char *const *texts, uint32_t count)
{
    galley_text *items = galley_arena_array(issue->arena, count, sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = printed_text(issue, texts[i]);
    block->items = items;
    block->item_count = count;
}

static void fill_meta(galley_meta *meta)
{
    meta->title = galley_slice_of("乌有日报");
    meta->date = galley_slice_of("2024-02-29");
    meta->number = galley_slice_of("1234");
    meta->publisher = galley_slice_of("乌有日报社");
    meta->issn = galley_slice_of("1234-5679");
    meta->id = galley_slice_of("3f0c5b1e-8a67-5d39-9e41-8d13c45a70e2");
}

static void fill_front_page(galley_issue *issue)
{
    galley_article *masthead = printed_article(issue, GALLEY_MASTHEAD, 0, "乌有日报");
    printed_block(issue, masthead, GALLEY_PARAGRAPH, "甲辰年正月二十 今日四版");
    galley_article *lead = printed_article(issue, GALLEY_NEWS, 0, "春耕备耕有序推进 田间地头一派繁忙");
    lead->kicker = printed_text(issue, "全市春季农业生产现场会召开");
    *galley_article_add_subheadline(issue, lead) = printed_text(issue, "良种入户率达九成");
    lead->byline = printed_text(issue, "记者 林小满");
    lead->byline.copy = true;
    printed_block(issue, lead, GALLEY_PARAGRAPH, "本报讯（记者 林小满）连日来，各乡镇抢抓农时。");
    printed_block(issue, lead, GALLEY_CROSSHEAD, "科技下乡");
    printed_block(issue, lead, GALLEY_QUOTATION, "一年之计在于春。");
    lead->continued_on = galley_slice_of("2");
    lead->continued_in = 5;
    galley_article *nameless = printed_article(issue, GALLEY_NEWS, 0, "");
    printed_block(issue, nameless, GALLEY_PARAGRAPH,
                  "昨日，市图书馆新馆试开放，首日接待读者三千余人次，预约系统运行平稳。");
    galley_article *photo = printed_article(issue, GALLEY_PHOTO, 0, "");
    printed_block(issue, photo, GALLEY_FIGURE, "2月28日，工人在城东桥面铺设沥青。")->credit =
        printed_text(issue, "何一舟 摄");
    galley_article *teaser = printed_article(issue, GALLEY_TEASER, 0, "老街新生记");
    teaser->continued_on = galley_slice_of("2");
}

static void fill_second_page(galley_issue *issue)
{
    galley_article *rest = printed_article(issue, GALLEY_NEWS, 1, "春耕备耕有序推进");
    rest->continued_from = galley_slice_of("1");
    rest->continues = 1;
    const char *const items[] = { "种子补贴", "农机检修" }, *const cells[] = { "乡镇", "亩数", "青石", "五千" };
    add_items(issue, printed_block(issue, rest, GALLEY_LIST, ""), items, 2);
    galley_block *table = printed_block(issue, rest, GALLEY_TABLE, "");
    table->columns = 2;
    add_items(issue, table, cells, 4);
    galley_article *notice = printed_article(issue, GALLEY_NOTICE, 1, "停水通知");
    printed_block(issue, notice, GALLEY_PARAGRAPH, "各用户：3月1日8时至12时停水。");
    printed_article(issue, GALLEY_AD, 1, "乌有书店开业");
}

galley_issue *printed_issue(void)
{
    galley_issue *issue = printed_empty("zh-Hans");
    fill_meta(&issue->meta);
    printed_page(issue, "1", "要闻");
    printed_page(issue, "2", "");
    fill_front_page(issue);
    fill_second_page(issue);
    return issue;
}

galley_sink *printed_write(const galley_issue *issue, const char *name, const char *value, galley_findings *findings)
{
    const galley_format *epub = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(epub->options, epub->option_count);
    galley_sink *sink = galley_sink_memory();
    assert_non_null(sink);
    if (name)
        assert_int_equal(galley_settings_set(settings, name, value, NULL), GALLEY_OK);
    assert_int_equal(epub->write(issue, sink, settings, findings), GALLEY_OK);
    assert_int_equal(galley_sink_status(sink), GALLEY_OK);
    galley_settings_drop(settings);
    return sink;
}

opened *printed_book(const galley_issue *issue)
{
    galley_sink *sink = printed_write(issue, NULL, NULL, NULL);
    opened *book = opened_new(galley_sink_bytes(sink));
    galley_sink_drop(sink);
    return book;
}
