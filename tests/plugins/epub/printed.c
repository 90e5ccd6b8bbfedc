/* SPDX-License-Identifier: MIT
 * One issue with everything that a book shows, and the book that comes of it. */
#include "tests/plugins/epub/printed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
    galley_article *masthead = made_article(issue, GALLEY_MASTHEAD, 0, "乌有日报");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "甲辰年正月二十 今日四版");
    galley_article *lead = made_article(issue, GALLEY_NEWS, 0, "春耕备耕有序推进 田间地头一派繁忙");
    lead->kicker = made_text(issue, "全市春季农业生产现场会召开");
    *galley_article_add_subheadline(issue, lead) = made_text(issue, "良种入户率达九成");
    lead->byline = made_text(issue, "记者 林小满");
    lead->byline.copy = true;
    made_block(issue, lead, GALLEY_PARAGRAPH, "本报讯（记者 林小满）连日来，各乡镇抢抓农时。");
    made_block(issue, lead, GALLEY_CROSSHEAD, "科技下乡");
    made_block(issue, lead, GALLEY_QUOTATION, "一年之计在于春。");
    lead->continued_on = galley_slice_of("2");
    lead->continued_in = 5;
    galley_article *nameless = made_article(issue, GALLEY_NEWS, 0, "");
    made_block(issue, nameless, GALLEY_PARAGRAPH,
               "昨日，市图书馆新馆试开放，首日接待读者三千余人次，预约系统运行平稳。");
    galley_article *photo = made_article(issue, GALLEY_PHOTO, 0, "");
    made_block(issue, photo, GALLEY_FIGURE, "2月28日，工人在城东桥面铺设沥青。")->credit =
        made_text(issue, "何一舟 摄");
    galley_article *teaser = made_article(issue, GALLEY_TEASER, 0, "老街新生记");
    teaser->continued_on = galley_slice_of("2");
}

static void fill_second_page(galley_issue *issue)
{
    galley_article *rest = made_article(issue, GALLEY_NEWS, 1, "春耕备耕有序推进");
    rest->continued_from = galley_slice_of("1");
    rest->continues = 1;
    const char *const items[] = { "种子补贴", "农机检修" }, *const cells[] = { "乡镇", "亩数", "青石", "五千" };
    made_items(issue, made_block(issue, rest, GALLEY_LIST, ""), items, 2);
    galley_block *table = made_block(issue, rest, GALLEY_TABLE, "");
    table->columns = 2;
    made_items(issue, table, cells, 4);
    galley_article *notice = made_article(issue, GALLEY_NOTICE, 1, "停水通知");
    made_block(issue, notice, GALLEY_PARAGRAPH, "各用户：3月1日8时至12时停水。");
    made_article(issue, GALLEY_AD, 1, "乌有书店开业");
}

galley_issue *printed_issue(void)
{
    galley_issue *issue = made_empty("zh-Hans");
    fill_meta(&issue->meta);
    made_page(issue, "1", "要闻");
    made_page(issue, "2", "");
    issue->pages.items[0].number_given = issue->pages.items[1].number_given = true;
    fill_front_page(issue);
    fill_second_page(issue);
    return issue;
}

opened *printed_book(const galley_issue *issue, galley_findings *findings)
{
    galley_sink *sink = made_written(issue, NULL, NULL, findings);
    opened *book = opened_new(galley_sink_bytes(sink));
    galley_sink_drop(sink);
    return book;
}
