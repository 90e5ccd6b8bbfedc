/* SPDX-License-Identifier: MIT
 * What the parts of the writer share. */
#ifndef PLUGINS_JSON_WRITER_H
#define PLUGINS_JSON_WRITER_H

#include "formats/json/writer.h"

#include <galley/issue.h>

typedef struct json_writing {
    galley_json json;
    const galley_issue *issue;
    uint32_t *ids; /* of each line, as they are written */
    bool facts, repairs;
} json_writing;

/* The line ids as they are written: the model's, but no id twice and always rising,
 * as the reader wants them.  False without memory. */
bool json_number_lines(json_writing *write);

/* The member "pages". */
void json_write_pages(json_writing *write);

/* Where a text stands: the members "lines", "spans" and "copy" of an open object. */
void json_write_spans(json_writing *write, const galley_text *text);

/* Whether a text is one whole line and no copy. */
bool json_is_one_line(const json_writing *write, const galley_text *text);

/* Whether json_write_spans would write anything. */
bool json_has_spans(const json_writing *write, const galley_text *text);

#endif
