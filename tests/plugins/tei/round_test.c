/* SPDX-License-Identifier: MIT
 * There and back: TEI read and written again is the same bytes, and an issue comes back as it
 * was, but for what the findings told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plugins/tei/reader.h"
#include "tests/plugins/json/issues.h"
#include "tests/plugins/tei/again.h"
#include "tests/plugins/tei/lowered.h"

#define SEEDS 400

static galley_issue *read_back(galley_slice bytes, galley_findings *findings)
{
    galley_issue *issue = galley_issue_new(0);
    galley_source *source = galley_source_memory("an issue.tei", bytes);
    assert_non_null(issue);
    assert_non_null(source);
    galley_status status = tei_read(issue, &source, 1, NULL, findings);
    if (status != GALLEY_OK && findings)
        print_message("%s\n", galley_findings_at(findings, galley_findings_kept(findings) - 1)->text);
    assert_int_equal(status, GALLEY_OK);
    galley_source_drop(source);
    return issue;
}

/* Where they differ is shown. */
static void assert_same_bytes(galley_slice a, galley_slice b)
{
    size_t at = 0, from;
    while (at < a.length && at < b.length && a.text[at] == b.text[at])
        at++;
    if (at == a.length && at == b.length)
        return;
    from = at > 80 ? at - 80 : 0;
    fail_msg("%.*s\nbecame\n%.*s", (int)(a.length - from < 200 ? a.length - from : 200), a.text + from,
             (int)(b.length - from < 200 ? b.length - from : 200), b.text + from);
}

/* The issue is as TEI can say it when this is done; drop it, and what comes back. */
static galley_issue *go_round(galley_issue *issue)
{
    galley_findings *findings = galley_findings_new();
    galley_sink *first = made_written(issue, NULL, NULL, NULL);
    galley_issue *back = read_back(galley_sink_bytes(first), findings);
    assert_int_equal(galley_findings_kept(findings), 0);
    galley_sink *second = made_written(back, NULL, NULL, NULL);
    assert_same_bytes(galley_sink_bytes(first), galley_sink_bytes(second));
    lower_to_tei(issue);
    lower_to_tei(back); /* it has but one form of what is absent */
    assert_same_issue(issue, back);
    galley_sink_drop(first);
    galley_sink_drop(second);
    galley_findings_drop(findings);
    return back;
}

/* ticks tei.round-trip */
static void any_issue_comes_back(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        galley_issue *issue = issue_at_random(seed);
        galley_issue *back = go_round(issue);
        galley_issue_drop(back);
        galley_issue_drop(issue);
    }
}

static const char page[] =
    "湾里晚报\n\n2031年5月6日\n星期二 农历四月\n第77期 湾里报社出版\n\n"
    "本 报 讯 （记 者 林 小 满）5 月 5\n日，湾里区图书馆新馆开放。首日接待\n读者三千余人次，运行平稳。\n\n"
    "湾里区图书馆新馆开放\n林区长等参加\n\n"
    "5月5日，读者在新馆挑选图书。 本报记者 何一舟 摄\n\n"
    "古渡口修缮完工 明日迎客 03 | 民生\n\n（下转第二版）\f（上接第一版）\n又有一行，\n再有一行。\n";

/* ticks tei.round-trip */
static void a_repaired_page_comes_back(void **state)
{
    static const char *const texts[] = {
        page,
        "一行\n",
        "第一页\n\f第二页\n\n又一段。\n\f\f第四页\n",
        "The harbour bridge opened on Tuesday, and the first car-\nriages passed at noon.\n\nBy A. Writer\n",
        "one \x01\x02 two \xEF\xBF\xBD three\r\n",
        "a\fb\fc\n",
        "a\x0B\x1F b \r c\n",
        " \xE3\x80\x80 indented\n  more   spaces  \n"
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        galley_issue *issue = again_issue(texts[i]);
        for (size_t k = 0; k < issue->pages.count; k++)
            issue->pages.items[k].source = galley_slice_of("page.txt"); /* no folder comes back */
        galley_issue_drop(go_round(issue));
        galley_issue_drop(issue);
    }
}

/* ticks tei.round-trip */
static void nothing_at_all_comes_back(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of(""));
    galley_issue_drop(go_round(issue));
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_issue_comes_back),
        cmocka_unit_test(a_repaired_page_comes_back),
        cmocka_unit_test(nothing_at_all_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
