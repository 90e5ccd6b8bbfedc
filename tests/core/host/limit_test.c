/* SPDX-License-Identifier: MIT
 * The whole way under every cap: a dump is loaded and saved as JSON, and that JSON is
 * loaded again, under caps that grow from nothing.  Each time it ends, as done or as a
 * limit that one fatal finding tells; what failed leaves no file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <galley/galley.h>

static const char dump[] = "渡口晨报\n2031年4月5日 星期六\n\n本 报 讯 （记 者 闻 小 舟）9月3日，记者从\n"
                           "市航标处获悉，礁石灯塔修缮完工，将于\n本月10日重新亮灯。\n\n礁石灯塔修缮完工\n";

struct desk {
    galley_host *host;
    char input[64], output[64];
};

static int set_up(void **state)
{
    static struct desk desk;
    const char *folders[] = { "plugin-dir", NULL };
    desk.host = galley_host_new(folders, NULL);
    snprintf(desk.input, sizeof desk.input, "limit-test-%ld.txt", (long)getpid());
    snprintf(desk.output, sizeof desk.output, "limit-test-%ld.json", (long)getpid());
    FILE *file = fopen(desk.input, "w");
    if (!file || fputs(dump, file) < 0 || fclose(file) != 0)
        return -1;
    *state = &desk;
    return desk.host && galley_host_status(desk.host) == GALLEY_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    galley_host_drop(desk->host);
    remove(desk->input);
    remove(desk->output);
    return 0;
}

static galley_status load_under(const struct desk *desk, const char *path, size_t cap, galley_findings *findings,
                                galley_issue **out)
{
    galley_load_request request = { .inputs = &path, .input_count = 1, .arena_cap = cap };
    galley_status status = galley_load(desk->host, &request, findings, out, NULL);
    if (status != GALLEY_OK && status != GALLEY_LIMIT)
        fail_msg("%s under a cap of %zu: %s", path, cap, galley_status_phrase(status));
    assert_int_equal(*out != NULL, status == GALLEY_OK);
    if (*out) {
        assert_int_equal(galley_issue_status(*out), GALLEY_OK);
        assert_int_equal((*out)->meta.id.length, 36);
    }
    return status;
}

static galley_status save_json(struct desk *desk, galley_issue *issue, galley_findings *findings)
{
    const galley_format *json;
    assert_int_equal(galley_host_writer(desk->host, desk->output, NULL, findings, &json), GALLEY_OK);
    galley_settings *settings = galley_settings_new(json->options, json->option_count);
    galley_status status = galley_save(issue, json, desk->output, settings, findings);
    galley_settings_drop(settings);
    if (status != GALLEY_OK && status != GALLEY_LIMIT)
        fail_msg("it could not be saved: %s", galley_status_phrase(status));
    return status;
}

static galley_status convert_under(struct desk *desk, size_t cap)
{
    galley_findings *findings = galley_findings_new();
    galley_issue *issue;
    remove(desk->output);
    galley_status status = load_under(desk, desk->input, cap, findings, &issue);
    if (status == GALLEY_OK)
        status = save_json(desk, issue, findings);
    assert_int_equal(galley_findings_count(findings, GALLEY_FATAL), status == GALLEY_LIMIT);
    assert_int_equal(access(desk->output, F_OK) == 0, status == GALLEY_OK);
    galley_issue_drop(issue);
    galley_findings_drop(findings);
    return status;
}

#define STEP ((size_t)191)
#define ROOM ((size_t)1 << 20)

static void test_a_dump_to_json(void **state)
{
    struct desk *desk = *state;
    size_t cap = 1;
    while (cap < ROOM && convert_under(desk, cap) == GALLEY_LIMIT)
        cap += STEP;
    assert_true(cap > 2000 && cap < ROOM);
    assert_int_equal(convert_under(desk, ROOM), GALLEY_OK);
}

static void test_json_back(void **state)
{
    struct desk *desk = *state;
    size_t limits = 0;
    assert_int_equal(convert_under(desk, ROOM), GALLEY_OK);
    for (size_t cap = 1; cap < ROOM; cap += cap < 40000 ? STEP : ROOM / 4) {
        galley_findings *findings = galley_findings_new();
        galley_issue *issue;
        bool limit = load_under(desk, desk->output, cap, findings, &issue) == GALLEY_LIMIT;
        assert_int_equal(galley_findings_count(findings, GALLEY_FATAL), limit);
        limits += limit;
        galley_issue_drop(issue);
        galley_findings_drop(findings);
    }
    assert_true(limits > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_dump_to_json, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json_back, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
