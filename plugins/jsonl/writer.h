/* SPDX-License-Identifier: MIT
 * What the parts of the writer share: an article is one line, and all of it. */
#ifndef PLUGINS_JSONL_WRITER_H
#define PLUGINS_JSONL_WRITER_H

#include <galley/buffer.h>
#include <galley/plugin.h>

#include "formats/json/writer.h"

typedef struct jsonl_writing {
    galley_json json;
    const galley_issue *issue;
    galley_arena *arena;
    const uint32_t *ids;           /* of each line */
    const uint32_t *joins;         /* the repairs, those of an article together */
    const size_t *begins;          /* of each article in `joins`, and one more: where the last ends */
    GALLEY_VECTOR(uint32_t) lines; /* scratch: of the article at hand */
    galley_buffer text;            /* scratch: the same */
    bool with_text, with_joins;
} jsonl_writing;

galley_status jsonl_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                          galley_findings *findings);

/* The members "blocks" and "marks" of an article. */
void jsonl_write_blocks(jsonl_writing *write, const galley_article *article);
void jsonl_write_marks(jsonl_writing *write, const galley_article *article);

/* The member "text": all of it but the section's label, a paragraph a line. */
void jsonl_write_text(jsonl_writing *write, const galley_article *article);

/* The JSON Schema of a line, made from formats/json/article.schema.json. */
extern const char jsonl_schema[];

#endif
