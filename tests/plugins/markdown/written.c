/* SPDX-License-Identifier: MIT
 * What was written, as a string that ends. */
#include "tests/plugins/markdown/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

char *written_markdown(const galley_issue *issue, const char *matter, galley_findings *findings)
{
    galley_sink *sink = made_written(issue, "front-matter", matter, findings);
    galley_slice bytes = galley_sink_bytes(sink);
    char *text = calloc(bytes.length + 1, 1);
    assert_non_null(text);
    if (bytes.length)
        memcpy(text, bytes.text, bytes.length);
    galley_sink_drop(sink);
    return text;
}
