/* SPDX-License-Identifier: MIT
 * The container: what must stand in its first bytes, and that nothing of the
 * machine gets into it. */
#include "config.h"

#include "formats/zip/ocf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include <cmocka.h>
#include <zip.h>

static galley_sink *pack(void)
{
    galley_ocf *ocf = galley_ocf_new("application/epub+zip");
    galley_sink *sink = galley_sink_memory();
    assert_non_null(ocf);
    assert_non_null(sink);
    galley_ocf_add(ocf, "META-INF/container.xml", galley_slice_of("<container/>"));
    galley_ocf_add(ocf, "EPUB/版面.xhtml", galley_slice_of("<html/>"));
    galley_ocf_add(ocf, "EPUB/empty", (galley_slice){ 0 });
    assert_int_equal(galley_ocf_write(ocf, sink, NULL), GALLEY_OK);
    galley_ocf_drop(ocf);
    return sink;
}

static unsigned half(const char *at)
{
    return (unsigned char)at[0] | (unsigned)(unsigned char)at[1] << 8;
}

/* The OCF specification: `mimetype` first, stored, no extra field, so that its bytes
 * stand at 38. */
/* ticks epub.container */
static void begins_with_a_bare_mimetype(void **state)
{
    (void)state;
    galley_sink *sink = pack();
    const char *bytes = galley_sink_bytes(sink).text;
    assert_memory_equal(bytes, "PK\3\4", 4);
    assert_int_equal(half(bytes + 6), 0);  /* flags: no data descriptor, no encryption */
    assert_int_equal(half(bytes + 8), 0);  /* stored */
    assert_int_equal(half(bytes + 10), 0); /* 00:00:00 */
    assert_int_equal(half(bytes + 12), 1 << 5 | 1);
    assert_int_equal(half(bytes + 26), 8);
    assert_int_equal(half(bytes + 28), 0);
    assert_memory_equal(bytes + 30, "mimetypeapplication/epub+zipPK", 30);
    galley_sink_drop(sink);
}

static void assert_member(zip_t *archive, zip_uint64_t index, const char *name, const char *bytes)
{
    zip_stat_t about;
    char text[64] = "";
    assert_int_equal(zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &about), 0);
    assert_string_equal(about.name, name);
    zip_file_t *file = zip_fopen_index(archive, index, 0);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, text, sizeof text - 1), (zip_int64_t)strlen(bytes));
    assert_string_equal(text, bytes);
    zip_fclose(file);
}

/* ticks epub.container */
static void gives_back_its_members_in_order(void **state)
{
    (void)state;
    galley_sink *sink = pack();
    galley_slice bytes = galley_sink_bytes(sink);
    zip_source_t *source = zip_source_buffer_create(bytes.text, bytes.length, 0, NULL);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    assert_non_null(archive);
    assert_int_equal(zip_get_num_entries(archive, 0), 4);
    assert_member(archive, 0, "mimetype", "application/epub+zip");
    assert_member(archive, 1, "META-INF/container.xml", "<container/>");
    assert_member(archive, 2, "EPUB/版面.xhtml", "<html/>");
    assert_member(archive, 3, "EPUB/empty", "");
    zip_discard(archive);
    galley_sink_drop(sink);
}

/* ticks epub.same-bytes */
static void is_the_same_in_every_zone_and_mask(void **state)
{
    (void)state;
    static const char *const zones[] = { "UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia", "XXX-13:37" };
    galley_sink *first = pack();
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        mode_t mask = umask(i % 2 ? 077 : 0);
        galley_sink *again = pack();
        assert_true(galley_slice_equal(galley_sink_bytes(first), galley_sink_bytes(again)));
        galley_sink_drop(again);
        umask(mask);
    }
    unsetenv("TZ");
    galley_sink_drop(first);
}

/* ticks epub.container */
static void refuses_two_members_of_one_name(void **state)
{
    (void)state;
    galley_ocf *ocf = galley_ocf_new("application/epub+zip");
    galley_sink *sink = galley_sink_memory();
    galley_findings *findings = galley_findings_new();
    galley_ocf_add(ocf, "a", galley_slice_of("1"));
    galley_ocf_add(ocf, "a", galley_slice_of("2"));
    assert_int_equal(galley_ocf_write(ocf, sink, findings), GALLEY_INTERNAL);
    assert_int_equal(galley_findings_count_code(findings, "zip.write"), 1);
    assert_int_equal(galley_sink_count(sink), 0);
    galley_ocf_drop(ocf);
    galley_sink_drop(sink);
    galley_findings_drop(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_a_bare_mimetype),
        cmocka_unit_test(gives_back_its_members_in_order),
        cmocka_unit_test(is_the_same_in_every_zone_and_mask),
        cmocka_unit_test(refuses_two_members_of_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
