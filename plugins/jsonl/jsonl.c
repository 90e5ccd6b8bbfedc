/* SPDX-License-Identifier: MIT
 * JSON Lines: what it is called and what it leaves out. */
#include <galley/galley.h>

#include "plugins/jsonl/writer.h"

static const char *const media_types[] = { "application/jsonl", "application/x-ndjson", NULL };
static const char *const extensions[] = { "jsonl", "ndjson", NULL };

static const galley_option options[] = {
    { .name = "text",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "write the whole article as plain text, too, beside its blocks" },
    { .name = "joins", .type = GALLEY_OPTION_FLAG, .fallback = "yes", .help = "write what the repair did, and why" },
};

static const galley_format jsonl = {
    .size = sizeof jsonl,
    .id = "jsonl",
    .description = "JSON Lines: an article a line, each with all that is known of it",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_WRITES | GALLEY_TEXT_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .write = jsonl_write,
    .schema = jsonl_schema,
};

static const galley_format *const formats[] = { &jsonl, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "jsonl",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "writes JSON Lines",
    .formats = formats,
};
