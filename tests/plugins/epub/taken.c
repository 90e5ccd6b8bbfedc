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
    assert_true(settings && issue);
    galley_source *source = galley_source_memory("book.epub", galley_arena_copy(issue->arena, epub));
    assert_non_null(source);
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

galley_slice taken_pack(const taken_member *members, size_t count)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(buffer);
    zip_source_keep(buffer);
    zip_t *zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++)
        assert_true(zip_file_add(zip, members[i].name,
                                 zip_source_buffer(zip, members[i].bytes.text, members[i].bytes.length, 0),
                                 ZIP_FL_ENC_UTF_8) >= 0);
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(buffer), 0);
    assert_int_equal(zip_source_stat(buffer, &stat), 0);
    char *bytes = malloc(stat.size);
    assert_non_null(bytes);
    assert_int_equal(zip_source_read(buffer, bytes, stat.size), stat.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return (galley_slice){ bytes, stat.size };
}

galley_slice taken_packed(const char *const *texts)
{
    taken_member members[32];
    size_t count = 0;
    for (; texts[0]; texts += 2) {
        assert_true(count < sizeof members / sizeof *members);
        members[count++] = (taken_member){ texts[0], galley_slice_of(texts[1]) };
    }
    return taken_pack(members, count);
}

/* ---- Characters ------------------------------------------------------------------- */

typedef struct tally {
    long bytes[256];
} tally;

static void count_slice(tally *of, galley_slice text, long sign)
{
    const char *at = text.text, *end = galley_slice_end(text);
    while (at < end) {
        const char *from = at;
        if (!galley_code_space(galley_text_next(&at, end)))
            for (; from < at; from++)
                of->bytes[(unsigned char)*from] += sign;
    }
}

static void count_text(void *state, const char *role, const galley_text *text)
{
    (void)role;
    count_slice(state, text->text, 1);
    for (uint32_t i = 0; i < text->mark_count; i++)
        if (text->marks[i].type == GALLEY_RUBY)
            count_slice(state, text->marks[i].value, 1);
}

void taken_keeps(const galley_issue *issue, galley_slice text)
{
    tally of = { { 0 } };
    for (size_t i = 0; i < issue->articles.count; i++)
        galley_article_visit(issue->articles.items[i], count_text, &of);
    for (size_t i = 0; i < issue->furniture.count; i++)
        count_text(&of, "furniture", &issue->furniture.items[i].text);
    count_slice(&of, text, -1);
    for (size_t i = 0; i < 256; i++)
        if (of.bytes[i] < 0)
            fail_msg("%ld bytes 0x%02zx ('%c') of the book are not in the issue", -of.bytes[i], i, (int)i);
}
