/* SPDX-License-Identifier: MIT
 * Reading with the format that is linked in; packing with libzip. */
#include "tests/plugins/epub/taken.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zip.h>

#include "tests/plugins/epub/opened.h"

galley_issue *taken_with(galley_slice epub, const char *option, const char *value, galley_findings *findings,
                         galley_status *status)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *settings = galley_settings_new(format->options, format->option_count);
    galley_issue *issue = galley_issue_new(0);
    galley_source *source = galley_source_memory("book.epub", epub);
    assert_true(settings && issue && source);
    if (option)
        assert_int_equal(galley_settings_set(settings, option, value, findings), GALLEY_OK);
    galley_status result = format->read(issue, &source, 1, settings, findings);
    galley_settings_drop(settings);
    galley_source_drop(source);
    if (status)
        *status = result;
    if (result == GALLEY_OK)
        return issue;
    galley_issue_drop(issue);
    return NULL;
}

galley_issue *taken_issue(galley_slice epub, galley_findings *findings, galley_status *status)
{
    return taken_with(epub, NULL, NULL, findings, status);
}

void taken_same(galley_slice first, galley_slice second, const char *what)
{
    if (galley_slice_equal(first, second))
        return;
    opened *a = opened_new(first), *b = opened_new(second);
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const opened_member *p = &a->members[i], *q = &b->members[i];
        size_t at = 0;
        while (at < p->length && at < q->length && p->bytes[at] == q->bytes[at])
            at++;
        if (at < p->length || at < q->length || strcmp(p->name, q->name) != 0)
            fail_msg("%s: %s and %s part at byte %zu:\n%.200s\n----\n%.200s", what, p->name, q->name, at,
                     p->bytes + (at > 80 ? at - 80 : 0), q->bytes + (at > 80 ? at - 80 : 0));
    }
    fail_msg("%s: %zu members became %zu", what, a->count, b->count);
}

galley_slice taken_packed(const char *const *members)
{
    zip_error_t error;
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(buffer);
    zip_source_keep(buffer);
    zip_t *zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (; members[0]; members += 2)
        assert_true(zip_file_add(zip, members[0], zip_source_buffer(zip, members[1], strlen(members[1]), 0),
                                 ZIP_FL_ENC_UTF_8) >= 0);
    assert_int_equal(zip_close(zip), 0);
    zip_stat_t stat;
    assert_int_equal(zip_source_open(buffer), 0);
    assert_int_equal(zip_source_stat(buffer, &stat), 0);
    char *bytes = malloc(stat.size);
    assert_non_null(bytes);
    assert_int_equal(zip_source_read(buffer, bytes, stat.size), stat.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return (galley_slice){ bytes, stat.size };
}
