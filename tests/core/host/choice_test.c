/* SPDX-License-Identifier: MIT
 * Which plugin is chosen: by name and content, by content, by name, or as it was told. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/core/host/folder.h"

/* With the module good, another and an index of both: nobody is loaded without need. */
static folder *good_beside(void **state, const char *other)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_install(fix, other);
    folder_index(fix);
    folder_open(fix);
    return fix;
}

static galley_status read_as(folder *fix, const char *name, const char *bytes, const char *id, const char **chosen)
{
    galley_source *source = galley_source_memory(name, galley_slice_of(bytes));
    const galley_format *format = NULL;
    assert_non_null(source);
    galley_status status = galley_host_reader(fix->host, source, id, fix->findings, &format);
    *chosen = format ? format->id : NULL;
    galley_source_drop(source);
    return status;
}

static void assert_chosen(folder *fix, const char *name, const char *bytes, const char *id, const char *expected)
{
    const char *chosen;
    assert_int_equal(read_as(fix, name, bytes, id, &chosen), GALLEY_OK);
    assert_string_equal(chosen, expected);
}

/* Nobody is chosen; the finding says why. */
static void assert_none(folder *fix, const char *name, const char *bytes, const char *id, galley_status status,
                        const char *part)
{
    const char *chosen;
    assert_int_equal(read_as(fix, name, bytes, id, &chosen), status);
    assert_null(chosen);
    assert_says(folder_last_text(fix), part);
}

static void name_and_content_win_and_nobody_else_is_loaded(void **state)
{
    folder *fix = good_beside(state, "twin");
    assert_chosen(fix, "issue.good", "GOOD", NULL, "good");
    assert_loaded(fix, "good", true);
    assert_loaded(fix, "twin", false);
    assert_chosen(fix, "ISSUE.TWIN.gz", "GOOD", NULL, "twin");
}

static void content_beats_the_name(void **state)
{
    folder *fix = good_beside(state, "namesake");
    assert_chosen(fix, "issue.namesake", "GOOD", NULL, "good");
    assert_chosen(fix, "issue.namesake", "else", NULL, "namesake");
}

static void a_tie_is_a_question(void **state)
{
    folder *fix = *state;
    folder_install(fix, "namesake");
    good_beside(state, "twin");
    assert_none(fix, "issue.x", "GOOD", NULL, GALLEY_USAGE, "good, twin");
    assert_says(folder_last_text(fix), "--from");
    assert_none(fix, "issue.good", "else", NULL, GALLEY_USAGE, "good, namesake");
    assert_chosen(fix, "issue.x", "GOOD", "twin", "twin");
    const galley_format *format = NULL;
    assert_int_equal(galley_host_writer(fix->host, "x.good", NULL, fix->findings, &format), GALLEY_USAGE);
    assert_says(folder_last_text(fix), "--to");
}

static void a_given_format_is_not_probed(void **state)
{
    folder *fix = good_beside(state, "twin");
    assert_chosen(fix, "issue.twin", "else", "good", "good");
    assert_loaded(fix, "twin", false);
    assert_none(fix, "issue.twin", "else", "nobody", GALLEY_USAGE, "no plugin knows that format");
}

static void nothing_fits_is_a_format_error(void **state)
{
    folder *fix = *state;
    folder_install(fix, "good");
    folder_open(fix);
    assert_none(fix, "issue.x", "else", NULL, GALLEY_FORMAT, "what can be read: good");
    assert_none(fix, "standard input", "", NULL, GALLEY_FORMAT, "it is empty");
}

/* A guess does not win over a name that is known; a signature does, and so does the user. */
static void what_is_only_written_is_said_so(void **state)
{
    folder *fix = good_beside(state, "written");
    assert_chosen(fix, "issue.written", "GOOD", NULL, "good");
    assert_none(fix, "issue.written", "else", NULL, GALLEY_FORMAT, "its name says that it is written, which can be");
    assert_says(folder_last_text(fix), "what can be read: good");
}

static void a_guess_does_not_win_over_a_name(void **state)
{
    folder *fix = *state;
    folder_install(fix, "guess");
    folder_install(fix, "written");
    folder_open(fix);
    assert_chosen(fix, "issue.x", "GOOD", NULL, "guess");
    assert_none(fix, "issue.written", "GOOD", NULL, GALLEY_FORMAT, "its name says that it is written, which can be");
    assert_chosen(fix, "issue.written", "GOOD", "guess", "guess");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(name_and_content_win_and_nobody_else_is_loaded),
        IN_A_FOLDER(content_beats_the_name),
        IN_A_FOLDER(a_tie_is_a_question),
        IN_A_FOLDER(a_given_format_is_not_probed),
        IN_A_FOLDER(nothing_fits_is_a_format_error),
        IN_A_FOLDER(what_is_only_written_is_said_so),
        IN_A_FOLDER(a_guess_does_not_win_over_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
