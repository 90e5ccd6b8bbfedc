/* SPDX-License-Identifier: MIT
 * An invented issue with everything that the model can say: two files of three
 * pages, geometry on one of them, every kind of block, copies, split lines,
 * characters that JSON escapes and such that stand outside the first plane. */
#include "tests/plugins/json/issues.h"

#include "plugins/json/plugin.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

galley_text issue_text(galley_issue *issue, const char *text, const galley_span *spans, uint32_t count)
{
    galley_span *made = galley_arena_array(issue->arena, count, sizeof *made);
    assert_non_null(made);
    for (uint32_t i = 0; i < count; i++) {
        made[i] = spans[i];
        if (!spans[i].to)
            made[i].to = (uint32_t)issue->lines.items[spans[i].line].text.length;
    }
    return (galley_text){ .text = galley_slice_of(text), .spans = made, .span_count = count };
}

#define TEXT(issue, text, ...)                                                                                         \
    issue_text(issue, text, (const galley_span[]){ __VA_ARGS__ },                                                      \
               sizeof((const galley_span[]){ __VA_ARGS__ }) / sizeof(galley_span))

static void add_lines(galley_issue *issue, const char *const *texts, uint32_t first, uint32_t base, uint64_t offset)
{
    for (size_t i = 0; texts[i]; i++) {
        uint32_t number = first + (uint32_t)i;
        galley_line *line = galley_issue_add_line(issue, galley_slice_of(texts[i]), base + number, number);
        line->offset = offset;
        offset += line->text.length + 1;
    }
}

static void add_first_file(galley_issue *issue)
{
    static const char *const head[] = { "乌有日报", "2024-02-29 \"星期四\" 第12号", NULL };
    static const char *const story[] = { "要闻",
                                         "海边 的 人\\\x02",
                                         "本报讯（记者 林小满）连日来各乡",
                                         "镇抢抓农时。𠀀𠀁\xe2\x80\xa8甲",
                                         "　　一、甲",
                                         "二、乙",
                                         NULL };
    galley_page *page = galley_issue_add_page(issue, galley_slice_of("a.txt"));
    page->section = galley_slice_of("要闻");
    galley_issue_add_zone(issue);
    add_lines(issue, head, 1, 0, 0);
    galley_issue_add_zone(issue);
    add_lines(issue, story, 6, 0, 45);
    issue->lines.items[2].blank_before = 3;
    issue->lines.items[2].offset = 48;
    galley_issue_add_page(issue, galley_slice_of("a.txt"));
    galley_issue_add_zone(issue);
    add_lines(issue, (const char *const[]){ "上接第一版 姓名 年龄", "王一 30", NULL }, 12, 0, 300);
}

static void add_second_file(galley_issue *issue)
{
    static const galley_box page_box = { 10, 20.5f, 300.25f, 40 }, line_box = { 10, 20.1f, 99.9f, 31 };
    galley_page *page = galley_issue_add_page(issue, galley_slice_of("b.txt"));
    page->number = galley_slice_of("A3");
    page->line_base = 20;
    page->width = 595.276f;
    page->height = 842;
    galley_zone *zone = galley_issue_add_zone(issue);
    zone->box = &page_box;
    zone->kind = galley_slice_of("caption");
    add_lines(issue, (const char *const[]){ "图为海岸。 某某 摄", "", "3", NULL }, 1, 20, 0);
    galley_line *line = &issue->lines.items[10];
    line->box = &line_box;
    line->font_size = 9.5f;
    line->confidence = 0.875f;
}

static void add_lead(galley_issue *issue)
{
    galley_article *lead = galley_issue_add_article(issue, GALLEY_NEWS);
    lead->id = galley_slice_of("p1-l0006");
    lead->section = TEXT(issue, "要闻", { 2, 0, 0 });
    lead->headline = TEXT(issue, "海边的人\\\x02", { 3, 0, 0 });
    *galley_article_add_subheadline(issue, lead) = TEXT(issue, "第 12 号", { 1, 23, 0 });
    lead->byline = TEXT(issue, "记者 林小满", { 4, 12, 28 });
    lead->byline.copy = true;
    lead->continued_on = galley_slice_of("2");
    lead->continued_in = 1;
    lead->confidence = 0.97f;
    lead->note = galley_slice_of("看一看");
    galley_article_add_evidence(issue, lead, 1.7f, "shares \"%s\" with the body", "农时");
    galley_article_add_evidence(issue, lead, -0.25f, "far away");
    galley_article_add_block(issue, lead, GALLEY_PARAGRAPH)->text =
        TEXT(issue, "本报讯（记者 林小满）连日来各乡镇抢抓农时。𠀀𠀁", { 4, 0, 0 }, { 5, 0, 26 });
    galley_block *crosshead = galley_article_add_block(issue, lead, GALLEY_CROSSHEAD);
    crosshead->text = TEXT(issue, "甲", { 5, 29, 32 });
    crosshead->confidence = 0.5f;
    crosshead->level = 2;
    lead->language = galley_slice_of("zh-Hant");
    static const galley_mark marks[] = { { 6, 15, GALLEY_STRONG, { "", 0 } },
                                         { 6, 9, GALLEY_RUBY, { "jiǎ", 4 } },
                                         { 9, 15, GALLEY_LINK, { "https://wuyou.example/?a=1&b=2", 30 } } };
    lead->headline.marks = marks + 1; /* the ruby */
    lead->headline.mark_count = 1;
    lead->blocks.items[0].text.marks = marks;
    lead->blocks.items[0].text.mark_count = 3;
    galley_text *items = galley_arena_array(issue->arena, 2, sizeof *items);
    items[0] = TEXT(issue, "一、甲", { 6, 6, 0 });
    items[1] = TEXT(issue, "二、乙", { 7, 0, 0 });
    galley_block *list = galley_article_add_block(issue, lead, GALLEY_LIST);
    list->items = items;
    list->item_count = 2;
}

static void add_rest(galley_issue *issue)
{
    galley_article *rest = galley_issue_add_article(issue, GALLEY_NEWS);
    rest->id = galley_slice_of("p2-l0012");
    rest->page = 1;
    rest->continued_from = galley_slice_of("1");
    rest->continues = 0;
    galley_text *cells = galley_arena_array(issue->arena, 4, sizeof *cells);
    cells[0] = TEXT(issue, "姓名", { 8, 16, 22 });
    cells[1] = TEXT(issue, "年龄", { 8, 23, 29 });
    cells[2] = TEXT(issue, "王一", { 9, 0, 6 });
    cells[3] = TEXT(issue, "30", { 9, 7, 9 });
    galley_block *table = galley_article_add_block(issue, rest, GALLEY_TABLE);
    table->items = cells;
    table->item_count = 4;
    table->columns = 2;
    galley_article *photo = galley_issue_add_article(issue, GALLEY_PHOTO);
    photo->id = galley_slice_of("p3-l0021");
    photo->page = 2;
    galley_block *figure = galley_article_add_block(issue, photo, GALLEY_FIGURE);
    figure->text = TEXT(issue, "图为海岸。", { 10, 0, 15 });
    figure->credit = TEXT(issue, "某某 摄", { 10, 16, 0 });
    figure->image = galley_slice_of("images/1.jpg");
    galley_image *image = galley_issue_add_image(issue, figure->image);
    *image = (galley_image){ .name = image->name,
                             .media_type = galley_slice_of("image/jpeg"),
                             .bytes = { "\xff\xd8\0\xff", 4 },
                             .width = 640,
                             .height = 480,
                             .alt = galley_slice_of("海岸"),
                             .alt_known = true };
    galley_issue_add_image(issue, galley_slice_of("images/rule.svg"))->alt_known = true;
    galley_article *masthead = galley_issue_add_article(issue, GALLEY_MASTHEAD);
    masthead->id = galley_slice_of("p1-l0001");
    masthead->headline = TEXT(issue, "乌有日报", { 0, 0, 0 });
    masthead->dateline = TEXT(issue, "2024-02-29 \"星期四\"", { 1, 0, 22 });
}

galley_issue *issue_with_everything(void)
{
    galley_issue *issue = galley_issue_new(0);
    assert_non_null(issue);
    issue->meta = (galley_meta){ .id = galley_slice_of("3f0c5b1e-8a67-5d39-9e41-8d13c45a70e2"),
                                 .title = galley_slice_of("乌有日报"),
                                 .date = galley_slice_of("2024-02-29"),
                                 .number = galley_slice_of("12"),
                                 .language = galley_slice_of("zh-Hans"),
                                 .publisher = galley_slice_of("乌有日报社"),
                                 .place = galley_slice_of("乌有"),
                                 .issn = galley_slice_of("1234-5679"),
                                 .cn = galley_slice_of("CN00-0001"),
                                 .subtitle = galley_slice_of("乌有市委机关报"),
                                 .edition = galley_slice_of("早版"),
                                 .volume = galley_slice_of("7"),
                                 .editor = galley_slice_of("林小满"),
                                 .licence = galley_slice_of("CC-BY-4.0"),
                                 .source_url = galley_slice_of("https://wuyou.example/0229"),
                                 .previous = galley_slice_of("https://wuyou.example/0228"),
                                 .next = galley_slice_of("https://wuyou.example/0301"),
                                 .conversion = galley_slice_of("某某 OCR 2.0") };
    add_first_file(issue);
    add_second_file(issue);
    add_lead(issue);
    add_rest(issue);
    galley_issue_add_furniture(issue, GALLEY_JUMP_LINE, TEXT(issue, "上接第一版", { 8, 0, 15 }));
    galley_issue_add_furniture(issue, GALLEY_FOLIO, TEXT(issue, "3", { 12, 0, 0 }));
    galley_repair_record *record = galley_issue_add_repair(issue, "spacing", "justified-line", 3, 0.95f);
    record->before = galley_slice_of("海边 的 人");
    record->after = galley_slice_of("海边的人");
    record->why = "spaces everywhere";
    galley_issue_add_repair(issue, "words", "issue", GALLEY_NONE, 1);
    return issue;
}

galley_issue *issue_read(galley_slice bytes, galley_findings *findings, galley_status *status)
{
    galley_issue *issue = galley_issue_new(0);
    galley_source *source = galley_source_memory("an issue.json", bytes);
    assert_non_null(issue);
    assert_non_null(source);
    *status = json_read(issue, &source, 1, NULL, findings);
    if (galley_arena_own(issue->arena, source, galley_source_close) == GALLEY_OK && *status == GALLEY_OK)
        return issue;
    galley_issue_drop(issue);
    return NULL;
}
