/* SPDX-License-Identifier: MIT
 * What the parts of the writer share. */
#ifndef PLUGINS_JSON_WRITER_H
#define PLUGINS_JSON_WRITER_H

#include "formats/json/writer.h"

#include <galley/issue.h>

typedef struct json_writing {
    galley_json json;
    const galley_issue *issue;
    uint32_t *ids;               /* of each line, as they are written */
    galley_status status;        /* GALLEY_MEMORY where a picture found none */
    bool facts, repairs, images; /* images: their bytes, too */
} json_writing;

/* The line ids as they are written: the model's, but no id twice and always rising,
 * as the reader wants them.  False without memory. */
bool json_number_lines(json_writing *write);

/* The member "pages". */
void json_write_pages(json_writing *write);

/* The member "images", where there are any. */
void json_write_images(json_writing *write);

/* The member "marks" of an open object, where there are any. */
void json_write_marks(json_writing *write, const galley_text *text);

/* What belongs to a text: the members "lines", "spans", "copy" and "marks" of an open object. */
void json_write_spans(json_writing *write, const galley_text *text);

/* Whether a text is one whole line, no copy, and without marks. */
bool json_is_one_line(const json_writing *write, const galley_text *text);

/* Whether json_write_spans would write anything. */
bool json_has_spans(const json_writing *write, const galley_text *text);

#endif
