/* SPDX-License-Identifier: MIT
 * What the parts of the writer share. */
#ifndef PLUGINS_JSON_WRITER_H
#define PLUGINS_JSON_WRITER_H

#include "formats/json/writer.h"

#include <galley/issue.h>

typedef struct json_writing {
    galley_json json;
    const galley_issue *issue;
    const uint32_t *ids;         /* of each line */
    galley_status status;        /* GALLEY_MEMORY where a picture found none */
    bool facts, repairs, images; /* images: their bytes, too */
    bool codes, bytes;           /* what places are counted in */
    bool *in_bytes;              /* of each page: its lines know where they are in their source */
    const uint32_t *owners;      /* of each line: its article */
} json_writing;

/* The member "pages". */
void json_write_pages(json_writing *write);

/* The member "images", where there are any. */
void json_write_images(json_writing *write);

/* The member "marks" of an open object, where there are any. */
void json_write_marks(json_writing *write, const galley_text *text);

/* What belongs to a text: the members "lines", "spans", "bytes", "copy" and "marks" of
 * an open object. */
void json_write_spans(json_writing *write, const galley_text *text);

/* What a span holds, white space at its ends aside; whether that is less than its line holds. */
galley_slice json_held(const json_writing *write, const galley_span *span);
bool json_is_part(const json_writing *write, const galley_span *span);

/* The next line that is not blank. */
uint32_t json_line_after(const json_writing *write, uint32_t line);

/* Fills `in_bytes`; false without memory. */
bool json_find_bytes(json_writing *write, galley_arena *arena);

/* Whether a text is to be placed in bytes, and can; then the member "bytes". */
bool json_has_bytes(const json_writing *write, const galley_text *text);
void json_write_bytes(json_writing *write, const galley_text *text);

/* Whether a text is one whole line that needs no more than its number: no copy, no marks, no bytes. */
bool json_is_one_line(const json_writing *write, const galley_text *text);

/* Whether json_write_spans would write anything. */
bool json_has_spans(const json_writing *write, const galley_text *text);

#endif
