/* SPDX-License-Identifier: MIT
 * Galley's own JSON: what it is called and what it can say, which is all. */
#include "plugins/json/plugin.h"

static const char *const media_types[] = { "application/json", NULL };
static const char *const extensions[] = { "json", NULL };

static const char *const offsets[] = { "code-points", "bytes", "both", NULL };

static const galley_option options[] = {
    { .name = "facts",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "write the lines of the pages, and where each text stands in them" },
    { .name = "repairs", .type = GALLEY_OPTION_FLAG, .fallback = "yes", .help = "write what the repair did" },
    { .name = "images",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "no",
      .help = "write the bytes of the pictures, too, in base64" },
    { .name = "offsets",
      .type = GALLEY_OPTION_CHOICE,
      .choices = offsets,
      .fallback = "code-points",
      .help = "say where texts stand in code points of lines, in bytes of the source, or in both" },
};

static const galley_format json = {
    .size = sizeof json,
    .id = "json",
    .description = "Galley's own JSON: articles, and the lines of the pages they stand on",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_WRITES | GALLEY_HAS_GEOMETRY | GALLEY_HAS_IMAGES | GALLEY_HAS_READINGS |
                    GALLEY_TEXT_OUTPUT,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = json_probe,
    .read = json_read,
    .write = json_write,
    .schema = json_schema,
};

static const galley_format *const formats[] = { &json, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "json",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "reads and writes Galley's JSON",
    .formats = formats,
};
