/* SPDX-License-Identifier: MIT
 * Settings: defaults, ranges, and a sentence for what is out of them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <galley/option.h>

#include <string.h>

static const char *const colours[] = { "red", "green", NULL };
static const galley_option options[] = {
    { .name = "depth", .type = GALLEY_OPTION_NUMBER, .fallback = "3", .minimum = 1, .maximum = 9 },
    { .name = "colour", .type = GALLEY_OPTION_CHOICE, .fallback = "red", .choices = colours },
    { .name = "loud", .type = GALLEY_OPTION_FLAG, .fallback = "yes" },
    { .name = "motto", .type = GALLEY_OPTION_TEXT, .fallback = "" },
};

static int set_up(void **state)
{
    *state = galley_settings_new(options, sizeof options / sizeof *options);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    galley_settings_drop(*state);
    return 0;
}

static void begins_with_defaults(void **state)
{
    const galley_settings *settings = *state;
    assert_int_equal(galley_settings_number(settings, "depth"), 3);
    assert_string_equal(galley_settings_text(settings, "colour"), "red");
    assert_true(galley_settings_flag(settings, "loud"));
    assert_string_equal(galley_settings_text(settings, "motto"), "");
}

static void takes_what_is_in_range(void **state)
{
    static const struct {
        const char *name, *value;
        galley_status status;
    } rows[] = {
        { "depth", "1", GALLEY_OK },
        { "depth", "9", GALLEY_OK },
        { "depth", "0", GALLEY_USAGE },
        { "depth", "10", GALLEY_USAGE },
        { "depth", "", GALLEY_USAGE },
        { "depth", "5x", GALLEY_USAGE },
        { "depth", "99999999999999999999", GALLEY_USAGE },
        { "colour", "green", GALLEY_OK },
        { "colour", "gree", GALLEY_USAGE },
        { "colour", "", GALLEY_USAGE },
        { "loud", "no", GALLEY_OK },
        { "loud", "true", GALLEY_OK },
        { "loud", "0", GALLEY_OK },
        { "loud", "loud", GALLEY_USAGE },
        { "motto", "", GALLEY_OK },
        { "motto", "a b", GALLEY_OK },
        { "none", "1", GALLEY_USAGE },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_findings *findings = galley_findings_new();
        assert_int_equal(galley_settings_set(*state, rows[i].name, rows[i].value, findings), rows[i].status);
        assert_int_equal(galley_findings_count(findings, GALLEY_FATAL), rows[i].status != GALLEY_OK);
        galley_findings_drop(findings);
    }
    assert_int_equal(galley_settings_number(*state, "depth"), 9);
    assert_string_equal(galley_settings_text(*state, "colour"), "green");
    assert_false(galley_settings_flag(*state, "loud"));
    assert_string_equal(galley_settings_text(*state, "motto"), "a b");
}

static void says_what_would_do(void **state)
{
    galley_findings *findings = galley_findings_new();
    galley_settings_set(*state, "depth", "12", findings);
    galley_settings_set(*state, "colour", "blue", findings);
    assert_non_null(strstr(galley_findings_at(findings, 0)->text, "a number from 1 to 9, not 12"));
    assert_non_null(strstr(galley_findings_at(findings, 1)->text, "one of red, green, not blue"));
    galley_findings_drop(findings);
}

static void an_unknown_name_is_told_with_the_near_or_the_known(void **state)
{
    static const struct {
        const char *name, *text;
    } rows[] = {
        { "colou", "there is no option colou here; did you mean colour?" },
        { "color", "there is no option color here; did you mean colour?" },
        { "deqth", "there is no option deqth here; did you mean depth?" },
        { "to", "there is no option to here; what can be set: depth, colour, loud, motto" },
        { "", "there is no option  here; what can be set: depth, colour, loud, motto" },
        { "a-name-that-is-much-longer-than-any-option-of-ours",
          "there is no option a-name-that-is-much-longer-than-any-option-of-ours here; what can be set: depth, colour, "
          "loud, motto" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_findings *findings = galley_findings_new();
        assert_int_equal(galley_settings_set(*state, rows[i].name, "1", findings), GALLEY_USAGE);
        assert_string_equal(galley_findings_at(findings, 0)->text, rows[i].text);
        galley_findings_drop(findings);
    }
}

static void a_format_without_options_says_so(void **state)
{
    (void)state;
    galley_settings *none = galley_settings_new(NULL, 0);
    galley_findings *findings = galley_findings_new();
    assert_int_equal(galley_settings_set(none, "depth", "1", findings), GALLEY_USAGE);
    assert_string_equal(galley_findings_at(findings, 0)->text, "there is no option depth here; nothing can be set");
    galley_findings_drop(findings);
    galley_settings_drop(none);
}

static void the_undeclared_is_nothing(void **state)
{
    assert_false(galley_settings_has(*state, "none"));
    assert_int_equal(galley_settings_number(*state, "none"), 0);
    assert_false(galley_settings_flag(NULL, "loud"));
    assert_string_equal(galley_settings_text(NULL, "motto"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(begins_with_defaults),
        TEST(takes_what_is_in_range),
        TEST(says_what_would_do),
        TEST(an_unknown_name_is_told_with_the_near_or_the_known),
        TEST(a_format_without_options_says_so),
        TEST(the_undeclared_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
