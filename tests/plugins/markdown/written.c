/* SPDX-License-Identifier: MIT
 * What was written, as a string that ends. */
#include "tests/plugins/markdown/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

void written_set(galley_settings *settings, const char *assignments)
{
    for (int taken; *assignments; assignments += taken) {
        char name[32], value[32];
        assert_int_equal(sscanf(assignments, "%31[^=]=%31s%n", name, value, &taken), 2);
        assert_int_equal(galley_settings_set(settings, name, value, NULL), GALLEY_OK);
        taken += assignments[taken] == ' ';
    }
}

galley_sink *written_sink(const galley_issue *issue, const char *settings, galley_findings *findings)
{
    const galley_format *format = galley_plugin_v1.formats[0];
    galley_settings *set_to = galley_settings_new(format->options, format->option_count);
    galley_sink *sink = galley_sink_memory();
    assert_non_null(set_to);
    assert_non_null(sink);
    written_set(set_to, settings);
    assert_int_equal(format->write(issue, sink, set_to, findings), GALLEY_OK);
    assert_int_equal(galley_sink_status(sink), GALLEY_OK);
    galley_settings_drop(set_to);
    return sink;
}

char *written_with(const galley_issue *issue, const char *settings, galley_findings *findings)
{
    galley_sink *sink = written_sink(issue, settings, findings);
    galley_slice bytes = galley_sink_bytes(sink);
    char *text = calloc(bytes.length + 1, 1);
    assert_non_null(text);
    if (bytes.length)
        memcpy(text, bytes.text, bytes.length);
    galley_sink_drop(sink);
    return text;
}

char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings)
{
    return written_with(issue, *matter == 'y' ? "marks=no front-matter=yes" : "marks=no front-matter=no", findings);
}
