/* SPDX-License-Identifier: MIT
 * A newspaper as a page: its parts by their tags; and then any issue, whose page is sound
 * and has every character of its articles. */
#include "tests/plugins/html/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/plugins/json/issues.h"

static void assert_has(const char *page, const char *words)
{
    if (!strstr(page, words))
        fail_msg("%s\nlacks: %s", page + (strstr(page, "<body>") ? strstr(page, "<body>") - page : 0), words);
}

static void assert_element(const char *page, const char *tag, const char *wanted)
{
    char *element = page_element(page, tag);
    assert_string_equal(element, wanted);
    free(element);
}

/* ---- A newspaper ------------------------------------------------------------- */

static galley_issue *newspaper(void)
{
    galley_issue *issue = made_empty("zh-Hans");
    issue->meta.title = galley_slice_of("乌有日报");
    issue->meta.date = galley_slice_of("2024-02-29");
    issue->meta.number = galley_slice_of("12");
    issue->meta.source_url = galley_slice_of("https://wuyou.example/0229");
    made_page(issue, "1", "要闻");
    made_page(issue, "2", "");
    made_article(issue, GALLEY_AD, 0, "秋凉大促");
    galley_article *lead = made_article(issue, GALLEY_NEWS, 0, "渡口 <开放>");
    lead->id = galley_slice_of("p1-l0012");
    lead->kicker = made_text(issue, "历时三月");
    lead->continued_on = galley_slice_of("2");
    lead->continued_in = 4;
    made_block(issue, lead, GALLEY_PARAGRAPH, "渡口码头修缮完工。");
    galley_article *teaser = made_article(issue, GALLEY_TEASER, 0, "书店搬家");
    teaser->continued_in = 4;
    galley_article *masthead = made_article(issue, GALLEY_MASTHEAD, 0, "乌有日报");
    made_block(issue, masthead, GALLEY_PARAGRAPH, "乌有日报社出版");
    galley_article *rest = made_article(issue, GALLEY_NEWS, 1, "");
    rest->id = galley_slice_of("p1-l0012");
    rest->continued_from = galley_slice_of("1");
    rest->continues = 1;
    made_block(issue, rest, GALLEY_PARAGRAPH, "书店也开了门，读者很多，队伍排到了街口，天黑才散。");
    return issue;
}

/* ticks html.structure */
static void a_newspaper_has_its_parts(void **state)
{
    (void)state;
    galley_issue *issue = newspaper();
    char *page = page_written(issue, NULL, NULL, NULL);
    page_assert_sound(page);
    assert_has(page, "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n");
    assert_has(page, "<title>乌有日报 2024年2月29日</title>");
    assert_element(page, "<header class=\"masthead\">",
                   "<header class=\"masthead\">\n<h1>乌有日报</h1>\n<p class=\"dating\">\n<time "
                   "datetime=\"2024-02-29\">2024年2月29日</time>\n<span>第12期</span>\n</p>\n<div "
                   "class=\"imprint\">\n<p>乌有日报社出版</p>\n</div>\n</header>");
    assert_has(page, "<p><a href=\"https://wuyou.example/0229\">https://wuyou.example/0229</a></p>");
    free(page);
    galley_issue_drop(issue);
}

/* Page by page, advertisements last; teasers only lead to what is listed. */
/* ticks html.links */
static void the_contents_lead_to_every_article(void **state)
{
    (void)state;
    galley_issue *issue = newspaper();
    char *page = page_written(issue, NULL, NULL, NULL);
    assert_element(
        page, "<nav ",
        "<nav id=\"contents\" aria-labelledby=\"contents-heading\">\n<h2 id=\"contents-heading\">目录</h2>\n"
        "<p><a href=\"#page-1\">第1版 要闻</a></p>\n<ol>\n<li><a href=\"#p1-l0012\">渡口 &lt;开放&gt;</a></li>\n"
        "<li><a href=\"#article-1\">秋凉大促</a> <span class=\"kind\">广告</span></li>\n</ol>\n"
        "<p><a href=\"#page-2\">第2版</a></p>\n<ol>\n<li><a "
        "href=\"#article-5\">书店也开了门，读者很多，队伍排到了街口…</a></li>\n</ol>\n</nav>");
    free(page);
    galley_issue_drop(issue);
}

/* ticks html.structure, html.links */
static void articles_have_heads_and_ways(void **state)
{
    (void)state;
    galley_issue *issue = newspaper();
    char *page = page_written(issue, NULL, NULL, NULL);
    assert_element(
        page, "<article class=\"news\" id=\"p1-l0012\">",
        "<article class=\"news\" id=\"p1-l0012\">\n<header>\n<hgroup><p class=\"kicker\">历时三月</p>\n<h3 "
        "class=\"headline clauses\">渡口 &lt;开放&gt;</h3>\n</hgroup>\n</header>\n<p>渡口码头修缮完工。</p>\n"
        "<p class=\"way\"><a href=\"#article-5\">下转第2版</a></p>\n</article>");
    assert_element(page, "<article class=\"news\" id=\"article-5\">",
                   "<article class=\"news\" id=\"article-5\">\n<header>\n<h3 class=\"untitled\">第2版</h3>\n<p "
                   "class=\"way\"><a href=\"#p1-l0012\">上接第1版</a></p>\n</header>\n"
                   "<p>书店也开了门，读者很多，队伍排到了街口，天黑才散。</p>\n</article>");
    assert_element(page, "<aside ",
                   "<aside class=\"guide\" aria-label=\"导读 第1版 要闻\">\n<p class=\"label\">导读</p>\n<article "
                   "class=\"teaser\" "
                   "id=\"article-3\">\n<header>\n<h3 class=\"headline\">书店搬家</h3>\n</header>\n<p class=\"way\"><a "
                   "href=\"#article-5\">→ 第2版</a></p>\n</article>\n</aside>");
    free(page);
    galley_issue_drop(issue);
}

/* ---- Bodies ------------------------------------------------------------------ */

/* ticks html.structure, html.loss */
static void blocks_have_their_elements(void **state)
{
    static const char *const items[] = { "1. one", "2. two" }, *const cells[] = { "a", "b", "c" };
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_NEWS, 0, "Head");
    made_block(issue, article, GALLEY_CROSSHEAD, "deep")->level = 3;
    made_block(issue, article, GALLEY_CROSSHEAD, "deeper")->level = 9;
    made_block(issue, article, GALLEY_CROSSHEAD, "high");
    made_block(issue, article, GALLEY_QUOTATION, "so it was");
    made_items(issue, made_block(issue, article, GALLEY_LIST, "Rules"), items, 2);
    galley_block *table = made_block(issue, article, GALLEY_TABLE, "Fares");
    made_items(issue, table, cells, 3);
    table->columns = 2;
    galley_findings *findings = galley_findings_new();
    char *page = page_written(issue, NULL, NULL, findings);
    page_assert_sound(page);
    assert_has(page, "<h4 class=\"crosshead\">deep</h4>\n<h5 class=\"crosshead\">deeper</h5>\n<h4 "
                     "class=\"crosshead\">high</h4>\n<blockquote><p>so it was</p>\n</blockquote>\n<p "
                     "class=\"above\">Rules</p>\n<ul class=\"marked\">\n<li>1. one</li>\n<li>2. two</li>\n</ul>\n<div "
                     "class=\"scroll\"><table>\n<caption>Fares</caption>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n"
                     "<tr><td>c</td><td></td></tr>\n</tbody></table></div>");
    assert_int_equal(galley_findings_count_code(findings, "html.levels"), 1);
    free(page);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

static void add_figure(galley_issue *issue, galley_article *article, const char *name, const char *bytes,
                       const char *caption)
{
    galley_block *block = made_block(issue, article, GALLEY_FIGURE, caption);
    block->image = galley_slice_of(name);
    if (bytes)
        galley_issue_add_image(issue, block->image)->bytes = galley_slice_of(bytes);
}

/* ticks html.alone, html.loss */
static void pictures_stand_in_the_page(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("en");
    galley_article *article = made_article(issue, GALLEY_PHOTO, 0, "");
    add_figure(issue, article, "a.jpg", "\xff\xd8\xff\xe0", "The pier.");
    add_figure(issue, article, "b.gif", "GIF89a", "");
    add_figure(issue, article, "c.exe", "MZ", "A trick.");
    add_figure(issue, article, "d.png", NULL, "Lost.");
    add_figure(issue, article, "e.svg", "<?xml version=\"1.0\"?>", "");
    issue->images.items[0].width = 7;
    issue->images.items[0].alt_known = true;
    issue->images.items[0].alt = galley_slice_of("a \"pier\"");
    issue->images.items[2].media_type = galley_slice_of("image/png");
    galley_findings *findings = galley_findings_new();
    char *page = page_written(issue, NULL, NULL, findings);
    page_assert_sound(page);
    assert_has(page, "<figure>\n<img width=\"7\" alt=\"a &quot;pier&quot;\" src=\"data:image/jpeg;base64,/9j/4A==\">\n"
                     "<figcaption><p class=\"caption\">The pier.</p>\n</figcaption>\n</figure>\n");
    assert_has(page, "<figure>\n<img alt=\"Photograph\" src=\"data:image/gif;base64,R0lGODlh\">\n</figure>\n<figure>\n"
                     "<figcaption><p class=\"caption\">A trick.</p>");
    assert_null(strstr(page, "svg+xml"));
    assert_int_equal(galley_findings_count_code(findings, "html.images"), 1);
    assert_non_null(strstr(galley_findings_at(findings, 0)->text, "3 pictures"));
    free(page);
    page = page_written(issue, "images", "omit", findings);
    assert_null(strstr(page, "<img"));
    assert_has(page, "The pier.");
    assert_non_null(strstr(galley_findings_at(findings, 1)->text, "5 pictures"));
    free(page);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* ---- Names and languages ------------------------------------------------------ */

/* ticks html.links */
static void names_are_places(void **state)
{
    static const char *const ids[] = { "p1-l0001", "p1-l0001", "",          "1",  "a b",
                                       "contents", "page-1",   "article-1", "图", "#" };
    (void)state;
    galley_issue *issue = made_empty("en");
    made_page(issue, "1", "");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        made_article(issue, GALLEY_NEWS, 0, "Head")->id = galley_slice_of(ids[i]);
    char *page = page_written(issue, NULL, NULL, NULL);
    page_assert_sound(page);
    assert_has(page, "id=\"p1-l0001\"");
    for (size_t i = 2; i <= sizeof ids / sizeof *ids; i++)
        assert_has(page, galley_arena_print(issue->arena, "class=\"news\" id=\"article-%zu\"", i));
    free(page);
    galley_issue_drop(issue);
}

/* ticks html.language */
static void other_languages_are_told(void **state)
{
    (void)state;
    galley_issue *issue = made_empty("ar");
    made_article(issue, GALLEY_NEWS, 0, "A")->language = galley_slice_of("en");
    made_article(issue, GALLEY_NEWS, 0, "B")->language = galley_slice_of("fa");
    made_article(issue, GALLEY_NEWS, 0, "C")->language = galley_slice_of("no such tongue");
    char *page = page_written(issue, NULL, NULL, NULL);
    assert_has(page, "<html lang=\"ar\" dir=\"rtl\">");
    assert_has(page, "id=\"article-1\" lang=\"en\" dir=\"ltr\">");
    assert_has(page, "id=\"article-2\" lang=\"fa\">");
    assert_has(page, "id=\"article-3\">");
    free(page);
    galley_issue_drop(issue);
    issue = made_empty("no such tongue");
    issue->meta.date = galley_slice_of("2031-02-30");
    page = page_written(issue, NULL, NULL, NULL);
    page_assert_sound(page);
    assert_has(page, "<html lang=\"und\">");
    assert_has(page, "<span>2031-02-30</span>");
    free(page);
    galley_issue_drop(issue);
}

/* ---- Any issue --------------------------------------------------------------- */

static bool is_said(uint32_t code)
{
    return code >= 0x20 && !(code >= 0x7F && code <= 0x9F) && (code & 0xFFFE) != 0xFFFE &&
           !(code >= 0xFDD0 && code <= 0xFDEF) && code != 0xFFFD;
}

static uint32_t next_character(const char **at, const char *end)
{
    while (*at < end) {
        uint32_t code = galley_text_next(at, end);
        if (!galley_code_space(code))
            return is_said(code) ? code : 0xFFFD;
    }
    return 0;
}

typedef struct reading {
    const char *at, *end; /* what is still to be read of the page */
    galley_slice page_section;
    bool lost;
} reading;

/* Every character of a text comes later in the page than those of the texts before it. */
static void find_characters(void *state, const char *role, const galley_text *text)
{
    reading *read = state;
    const char *at = text->text.text, *end = galley_slice_end(text->text);
    if (text->copy || (strcmp(role, "section") == 0 && galley_slice_equal(text->text, read->page_section)))
        return;
    for (uint32_t code = next_character(&at, end); code; code = next_character(&at, end))
        for (uint32_t found = 0; found != code && !read->lost;) {
            found = next_character(&read->at, read->end);
            read->lost = !found;
        }
}

static void assert_whole(const galley_issue *issue, const galley_article *article, const char *element)
{
    char *text = page_text(element);
    reading read = { .at = text, .end = text + strlen(text) };
    if (article->page < issue->pages.count)
        read.page_section = issue->pages.items[article->page].section;
    galley_article_visit(article, find_characters, &read);
    if (read.lost)
        fail_msg("characters are lost in %s", element);
    free(text);
}

/* ticks html.whole */
static void any_issue_is_a_sound_page(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        galley_issue *issue = issue_at_random(seed);
        for (size_t i = 0; i < issue->articles.count; i++)
            issue->articles.items[i]->id = galley_slice_of("");
        char *page = page_written(issue, NULL, NULL, NULL);
        page_assert_sound(page);
        for (size_t i = 0; i < issue->articles.count; i++) {
            const galley_article *article = issue->articles.items[i];
            const char *tag = galley_arena_print(issue->arena, "<article class=\"%s\" id=\"article-%zu\"",
                                                 galley_kind_name(article->kind), i + 1);
            if (article->kind == GALLEY_MASTHEAD)
                continue;
            char *element = page_element(page, tag);
            assert_whole(issue, article, element);
            free(element);
        }
        free(page);
        galley_issue_drop(issue);
    }
}

/* Without a script, and nothing is fetched from elsewhere. */
/* ticks html.alone */
static void the_page_stands_alone(void **state)
{
    static const char *const words[] = { "<script",    "<link rel=\"stylesheet\"", "@import", "url(", "src=\"http",
                                         "javascript:" };
    (void)state;
    galley_issue *issue = newspaper();
    char *page = page_written(issue, NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_null(strstr(page, words[i]));
    assert_has(page, "@media print");
    assert_has(page, "prefers-color-scheme: dark");
    free(page);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_newspaper_has_its_parts),    cmocka_unit_test(the_contents_lead_to_every_article),
        cmocka_unit_test(articles_have_heads_and_ways), cmocka_unit_test(blocks_have_their_elements),
        cmocka_unit_test(pictures_stand_in_the_page),   cmocka_unit_test(names_are_places),
        cmocka_unit_test(other_languages_are_told),     cmocka_unit_test(any_issue_is_a_sound_page),
        cmocka_unit_test(the_page_stands_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
